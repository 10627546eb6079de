package review

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"zvit/cmd/zvit/messages"
	"zvit/store"
)

// browser is Debian's chromium, driven through the DevTools protocol, with the
// server on a port of this computer.
type browser struct {
	t    *testing.T
	ctx  context.Context
	base string
	path string
	db   func() []store.DoubtfulRow
}

// drive starts a browser on the entries; without chromium the test is skipped.
func drive(t *testing.T, lang messages.Lang, entries ...store.Entry) *browser {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		t.Skip("no browser is installed (Debian's package chromium)")
	}
	path := database(t, entries...)
	s := opened(t, path, lang)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Minute)
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.WSURLReadTimeout(60*time.Second))
	alloc, endBrowser := chromedp.NewExecAllocator(ctx, options...)
	tab, endTab := chromedp.NewContext(alloc)
	t.Cleanup(func() {
		endTab()
		endBrowser()
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	b := &browser{t: t, ctx: tab, base: "http://" + l.Addr().String(), path: path}
	b.db = (&site{t: t, s: s}).doubtful
	b.do(chromedp.EmulateViewport(1280, 900))
	return b
}

func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

func (b *browser) open(target string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.base + target))
}

// press sends a key that does not leave the page. code is the key's place, text
// what the layout makes of it.
func (b *browser) press(code, text string) {
	b.t.Helper()
	key := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Code: code, Key: text, Text: text}
	switch code {
	case "Enter":
		key.Key, key.Text, key.WindowsVirtualKeyCode = "Enter", "\r", 13
	case "Escape":
		key.Key, key.WindowsVirtualKeyCode = "Escape", 27
	}
	for _, key.Type = range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, key); err != nil {
			b.t.Fatal(err)
		}
		key.Text = ""
	}
}

// follow presses a key that leads to another page and waits for it.
func (b *browser) follow(code, text string) {
	b.t.Helper()
	b.eval("window.before = true")
	b.press(code, text)
	for begin := time.Now(); time.Since(begin) < 2*time.Minute; time.Sleep(10 * time.Millisecond) {
		// Between two pages there is nothing to ask.
		gone, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!window.before && document.readyState === 'complete'"))
		if err == nil && gone {
			return
		}
	}
	b.t.Fatalf("the key %s leads nowhere", code)
}

func (b *browser) eval(js string) string {
	b.t.Helper()
	result, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("String("+js+")"))
	if err != nil {
		b.t.Fatalf("%s: %v", js, err)
	}
	return result
}

func (b *browser) text() string { b.t.Helper(); return b.eval("document.body.innerText") }

func (b *browser) decided(id string) string {
	b.t.Helper()
	return strings.Join(rows(b.t, b.path, "SELECT kopecks, change FROM amounts WHERE amount_id = ?", id), "\n")
}

// TestKeyboardAlone decides a queue as an archivist does who never touches the
// mouse, in the Ukrainian layout: the keys are places, not letters.
func TestKeyboardAlone(t *testing.T) {
	b := drive(t, messages.Ukrainian, water(t, 5)...)
	list := b.db()
	b.open("/")
	b.follow("KeyS", "і")
	id := func() string { return b.eval(`document.querySelector(".choose input[name=id]").value`) }
	if got := id(); got != list[0].AmountID {
		t.Fatalf("the first is %s, want %s", got, list[0].AmountID)
	}
	b.follow("KeyJ", "о")
	if got := id(); got != list[1].AmountID {
		t.Fatalf("the next is %s, want %s", got, list[1].AmountID)
	}
	b.follow("KeyK", "л")
	if got := id(); got != list[0].AmountID {
		t.Fatalf("back at %s, want %s", got, list[0].AmountID)
	}

	b.follow("KeyA", "ф")
	if got := b.decided(list[0].AmountID); got != "40290000 reviewed" {
		t.Errorf("accepted: %s", got)
	}
	if got := id(); got != list[1].AmountID {
		t.Errorf("then %s at %s, want %s", got, b.eval("location.href"), list[1].AmountID)
	}
	if text := b.text(); !strings.Contains(text, "вирішено 1 з 5") {
		t.Errorf("no progress: %s", text)
	}
	b.follow("KeyZ", "я")
	if got := b.decided(list[0].AmountID); got != "40290000 rescaled" || id() != list[0].AmountID {
		t.Errorf("taken back: %s at %s", got, id())
	}
	b.follow("KeyB", "и")
	if got := b.decided(list[0].AmountID); got != "40290 reviewed" {
		t.Errorf("the other reading: %s", got)
	}

	figureAndNote(t, b, list[1].AmountID)
	searchAndFindings(t, b)
}

// figureAndNote enters both in one go on the amount that is shown: letters in a
// field are letters.
func figureAndNote(t *testing.T, b *browser, id string) {
	t.Helper()
	b.press("KeyF", "а")
	if got := b.eval("document.activeElement.id"); got != "figure" {
		t.Fatalf("F leads to %q", got)
	}
	for _, r := range "402950,5" {
		b.press("Digit", string(r))
	}
	b.press("Escape", "")
	b.press("KeyN", "т")
	for _, r := range "звірено" {
		b.press("KeyA", string(r))
	}
	if got := b.eval(`document.getElementById("note").value + document.getElementById("figure").value`); got != "звірено402950,5" {
		t.Fatalf("typed %q", got)
	}
	b.follow("Enter", "")
	if got := b.decided(id); got != "40295050 reviewed" {
		t.Errorf("a figure: %s", got)
	}
	if got := rows(t, b.path, "SELECT note FROM reviews WHERE amount_id = ?", id); len(got) != 1 || got[0] != "звірено" {
		t.Errorf("the note is %q", got)
	}
}

// searchAndFindings goes to both, and through the findings.
func searchAndFindings(t *testing.T, b *browser) {
	t.Helper()
	b.press("Slash", ".")
	if got := b.eval("document.activeElement.name"); got != "q" {
		t.Fatalf("the search key leads to %q", got)
	}
	for _, r := range "криниц" {
		b.press("KeyA", string(r))
	}
	b.follow("Enter", "")
	if got := b.eval(`document.querySelectorAll(".hits mark").length`); got != "5" {
		t.Errorf("%s words found, want 5", got)
	}
	b.open("/findings")
	b.follow("KeyS", "і")
	first := b.eval("location.href")
	b.follow("KeyJ", "о")
	b.follow("KeyK", "л")
	if got := b.eval("location.href"); got != first {
		t.Errorf("among findings: %s, want %s", got, first)
	}
	b.follow("KeyQ", "й")
	if got := b.eval("location.pathname"); got != "/amounts" {
		t.Errorf("the queue is at %s", got)
	}
}

// TestColumnByKey decides a column with one key, and takes it back with one.
func TestColumnByKey(t *testing.T) {
	b := drive(t, messages.Ukrainian, thousand(t))
	const decided = "SELECT count(*) FROM reviews WHERE state = 'applied'"
	b.open("/")
	b.follow("KeyS", "і")
	b.follow("KeyC", "с")
	if got := rows(t, b.path, decided)[0]; got != "500" {
		t.Errorf("%s amounts are decided", got)
	}
	if text := b.text(); !strings.Contains(text, "Вирішено 500 сум.") {
		t.Errorf("the page does not say so: %.300s", text)
	}
	b.follow("KeyZ", "я")
	if got := rows(t, b.path, decided)[0]; got != "0" {
		t.Errorf("%s decisions are left", got)
	}
	if text := b.text(); !strings.Contains(text, "500 рішень скасовано.") {
		t.Errorf("the page does not say so: %.300s", text)
	}
}

// TestScriptInText: what a report says is shown, and never run.
func TestScriptInText(t *testing.T) {
	b := drive(t, messages.English, water(t, 1)...)
	x := &site{t: t, path: b.path}
	x.s = opened(t, b.path, messages.English)
	x.h = x.s.Handler(testPort)
	shown := false
	for _, target := range pagesOf(x) {
		b.open(target)
		if title := b.eval("document.title"); title == "cell" || title == "prose" {
			t.Errorf("%s: a script of the report ran", target)
		}
		if n := b.eval("document.scripts.length + document.querySelectorAll('main img').length"); n != "1" {
			t.Errorf("%s: %s scripts and pictures", target, n)
		}
		shown = shown || strings.Contains(b.text(), "<script>document.title='cell'</script>")
	}
	if !shown {
		t.Error("the text is not shown as it was")
	}
	// The policy holds even where markup would get through.
	b.eval(`(() => { const s = document.createElement("script"); s.textContent = "document.title = 'ran'"; document.body.append(s) })()`)
	if b.eval("document.title") == "ran" {
		t.Error("an inline script ran")
	}
}

// TestForeignPage: a page of another site can neither read nor decide.
func TestForeignPage(t *testing.T) {
	b := drive(t, messages.English, water(t, 1)...)
	id := b.db()[0].AmountID
	foreign := filepath.Join(t.TempDir(), "foreign.html")
	page := fmt.Sprintf(`<form method="post" action="%s/decide"><input name="id" value="%s"><input name="do" value="accept"><button id="go">go</button></form>
<iframe src="%[1]s/amounts"></iframe>`, b.base, id)
	if err := os.WriteFile(foreign, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Navigate("file://" + foreign))
	read, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](
		fmt.Sprintf(`fetch(%q).then(r => r.text(), e => "refused")`, b.base+"/amounts"), chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	if read != "refused" {
		t.Errorf("another page read %q", read)
	}
	b.eval(`document.getElementById("go").focus()`)
	b.follow("Enter", "")
	if text := b.text(); !strings.Contains(text, "refused") {
		t.Errorf("the answer is %q", text)
	}
	noDecisions(t, b.path)
}

// TestThousandInBrowser: a long queue is quick to show and to step through.
func TestThousandInBrowser(t *testing.T) {
	b := drive(t, messages.Ukrainian, thousand(t))
	begin := processorTime(t)
	b.open("/amounts?page=10")
	b.follow("KeyJ", "о")
	if text := b.text(); !strings.Contains(text, "сторінка 11 з 20") || !strings.Contains(text, "сумнівних сум") {
		t.Errorf("not the eleventh page: %.300s", text)
	}
	b.follow("KeyS", "і")
	for range 5 {
		b.follow("KeyJ", "о")
	}
	if text := b.text(); !strings.Contains(text, "506 з") {
		t.Errorf("not the 506th amount: %.300s", text)
	}
	if took := processorTime(t) - begin; took > 5*time.Second {
		t.Errorf("eight pages took the server %v", took)
	}
}

// TestFits: no page is wider than its window, on a desk or on a telephone.
// ZVIT_SCREENSHOTS names a folder for the pictures.
func TestFits(t *testing.T) {
	entries := append(water(t, 3), thousand(t))
	if _, err := exec.LookPath("pdftoppm"); err == nil {
		entries = append(entries, printed(t, t.TempDir()))
	}
	shots := os.Getenv("ZVIT_SCREENSHOTS")
	languages := []messages.Lang{messages.Ukrainian} // its words are the longer ones
	if shots != "" {
		languages = append(languages, messages.English)
	}
	for _, lang := range languages {
		b := drive(t, lang, entries...)
		x := &site{t: t, path: b.path}
		x.s = opened(t, b.path, lang)
		x.h = x.s.Handler(testPort)
		targets := pagesOf(x)
		for _, d := range x.doubtful() {
			// Not one of the long document: it settles the rest.
			if strings.HasSuffix(d.Path, "вода-0.html") {
				x.decide(d.AmountID, map[string]string{"do": "accept", "note": "звірено зі сканом"})
			}
			if strings.HasSuffix(d.Path, ".pdf") || strings.HasSuffix(d.Path, "вода-1.html") {
				targets = append(targets, "/amount?id="+d.AmountID)
			}
		}
		for _, width := range []int64{1280, 390} {
			b.do(chromedp.EmulateViewport(width, 900))
			for i, target := range targets {
				b.open(target)
				if over := b.eval("document.documentElement.scrollWidth - window.innerWidth"); over != "0" && !strings.HasPrefix(over, "-") {
					t.Errorf("%s is %s px too wide at %d px", target, over, width)
				}
				if shots != "" {
					png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
					if err != nil {
						t.Fatal(err)
					}
					name := fmt.Sprintf("%s-%d-%02d.png", lang, width, i)
					if err := os.WriteFile(filepath.Join(shots, name), png, 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}
