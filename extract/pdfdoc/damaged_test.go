package pdfdoc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"zvit/extract/document"
)

func TestDamagedFilesThatReadersOpen(t *testing.T) {
	sound := onePage(ruledContent, "", "")
	swap := func(old, new string) []byte {
		if !bytes.Contains(sound, []byte(old)) {
			t.Fatalf("the sample has no %q", old)
		}
		return bytes.Replace(sound, []byte(old), []byte(new), 1)
	}
	start := bytes.LastIndex(sound, []byte("startxref"))
	for name, data := range map[string][]byte{
		"sound":             sound,
		"PDF 2.0":           swap("%PDF-1.7", "%PDF-2.0"),
		"space after":       swap("%PDF-1.7\n", "%PDF-1.7 "),
		"junk before":       append([]byte("HTTP/1.1 200 OK\r\n\r\n"), sound...),
		"zeros after":       append(bytes.Clone(sound), make([]byte, 2000)...),
		"text after":        append(bytes.Clone(sound), "<!-- served -->"...),
		"no end marker":     sound[:start],
		"wrong startxref":   append(bytes.Clone(sound[:start]), "startxref\n7\n%%EOF"...),
		"cut in the xref":   sound[:bytes.LastIndex(sound, []byte("xref\n0"))+30],
		"missing xref":      swap("xref\n0", "zref\n0"),
		"offsets all wrong": append(append(bytes.Clone(sound[:9]), "%%%%\n"...), sound[9:]...),
		"huge size":         swap("/Size 6", "/Size 900000000"),
		"table loop":        swap("/Size 6", fmt.Sprintf("/Prev %d/Size 6", bytes.LastIndex(sound, []byte("xref\n0")))),
	} {
		t.Run(name, func(t *testing.T) {
			if got := readText(t, data); got != ruledText {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestFilesWithoutAnything(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty":     nil,
		"no PDF":    []byte("just text"),
		"header":    []byte("%PDF-1.4\n"),
		"no pages":  func() []byte { b := &builder{}; return b.bytes(b.add("<</Type/Catalog>>"), "") }(),
		"deep":      append([]byte("%PDF-1.4\n1 0 obj\n"), bytes.Repeat([]byte("["), 5_000_000)...),
		"brackets":  append([]byte("%PDF-1.4\n1 0 obj\n"), bytes.Repeat([]byte("<<"), 3_000_000)...),
		"blank":     onePage("", "", ""),
		"null tree": func() []byte { b := &builder{}; return b.bytes(b.add("<</Type/Catalog/Pages 9 0 R>>"), "") }(),
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(context.Background(), data, Options{NoOCR: true})
			var f *document.Failure
			if !errors.As(err, &f) {
				t.Errorf("got %v and %v, want a failure", d, err)
			}
		})
	}
}

func TestPageTreeCycleEnds(t *testing.T) {
	b := &builder{}
	font := b.add(helvetica)
	c := b.stream("", ruledContent)
	page := b.add(fmt.Sprintf("<</Type/Page%s/Contents %d 0 R/Resources<</Font<</F %d 0 R>>>>>>", letter, c, font))
	n := len(b.objects)
	b.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R %d 0 R %d 0 R]/Count 3>>", page, n+1, n+2))
	b.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 2>>", n+1, n+2))
	root := b.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", n+1))
	if got := readText(t, b.bytes(root, "")); !strings.HasPrefix(got, ruledText) {
		t.Errorf("got %q", got)
	}
}

func TestFormThatDrawsItselfEnds(t *testing.T) {
	b := &builder{}
	b.add(helvetica)
	self := 2
	b.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</Font<</F 1 0 R>>/XObject<</X %d 0 R>>>>", self),
		"BT /F 10 Tf 10 100 Td (once) Tj ET /X Do /X Do")
	c := b.stream("", "/X Do")
	page := b.add(fmt.Sprintf("<</Type/Page%s/Contents %d 0 R/Resources<</XObject<</X %d 0 R>>>>>>", letter, c, self))
	pages := b.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
	root := b.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages))
	if got := readText(t, b.bytes(root, "")); !strings.HasPrefix(got, "once") {
		t.Errorf("got %q", got)
	}
}

func TestEncrypted(t *testing.T) {
	api.DisableConfigDir()
	sound := onePage(ruledContent, "", "/X<</Y(z)>>")
	encrypt := func(t *testing.T, aes bool, bits int, user string) []byte {
		t.Helper()
		conf := model.NewRC4Configuration(user, "owner", bits)
		if aes {
			conf = model.NewAESConfiguration(user, "owner", bits)
		}
		var out bytes.Buffer
		if err := api.Encrypt(bytes.NewReader(sound), &out, conf); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	for _, c := range []struct {
		name string
		aes  bool
		bits int
	}{{"RC4-40", false, 40}, {"RC4-128", false, 128}, {"AES-128", true, 128}, {"AES-256", true, 256}} {
		t.Run(c.name, func(t *testing.T) {
			if got := readText(t, encrypt(t, c.aes, c.bits, "")); got != ruledText {
				t.Errorf("empty password: got %q", got)
			}
			// Protected against changes alone: any password will do.
			d, err := Read(context.Background(), encrypt(t, c.aes, c.bits, ""), Options{Password: "barley2"})
			if err != nil || textOf(d) != ruledText {
				t.Errorf("a password that is not needed: %v", err)
			}
			locked := encrypt(t, c.aes, c.bits, "sesame1")
			if _, err := Read(context.Background(), locked, Options{Password: "barley2"}); document.CategoryOf(err) != document.WrongPassword {
				t.Errorf("another password: got %v, want wrong_password", err)
			}
			if _, err := Read(context.Background(), locked, Options{}); document.CategoryOf(err) != document.Encrypted {
				t.Errorf("without the password: got %v, want encrypted", err)
			}
			d, err = Read(context.Background(), locked, Options{Password: "sesame1"})
			if err != nil {
				t.Fatalf("with the password: %v", err)
			}
			if got := textOf(d); got != ruledText {
				t.Errorf("with the password: got %q", got)
			}
		})
	}
}

// mutate damages a copy of the file in one of the ways that transport, disks
// and bad programs do.
func mutate(data []byte, rng *rand.Rand) []byte {
	c := bytes.Clone(data)
	at := rng.IntN(len(c))
	switch rng.IntN(6) {
	case 0: // a few bytes
		for range 1 + rng.IntN(20) {
			c[rng.IntN(len(c))] = byte(rng.IntN(256))
		}
	case 1: // a block of zeros
		clear(c[at:min(at+rng.IntN(600), len(c))])
	case 2: // cut
		return c[:len(c)/3+rng.IntN(len(c)*2/3)]
	case 3: // a hole
		return append(c[:at], c[min(at+rng.IntN(200), len(c)):]...)
	case 4: // something inserted
		junk := make([]byte, rng.IntN(100))
		for i := range junk {
			junk[i] = byte(rng.IntN(256))
		}
		return append(c[:at:at], append(junk, data[at:]...)...)
	case 5: // a digit in the structure
		for range 200 {
			if i := rng.IntN(len(c)); c[i] >= '0' && c[i] <= '9' {
				c[i] = byte('0' + rng.IntN(10))
				break
			}
		}
	}
	return c
}

// TestMutatedFiles damages the printed samples: three of four must still give
// text, and none may hang.
func TestMutatedFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("300 files")
	}
	files, err := filepath.Glob("testdata/printed/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	const n = 300
	rng := rand.New(rand.NewPCG(5, 6))
	read := 0
	for i := range n {
		data, err := os.ReadFile(files[i%len(files)])
		if err != nil {
			t.Fatal(err)
		}
		begin := time.Now()
		d, err := Read(context.Background(), mutate(data, rng), Options{NoOCR: true})
		if took := time.Since(begin); took > 20*time.Second {
			t.Errorf("file %d took %v", i, took)
		}
		if document.CategoryOf(err) == document.Panicked {
			t.Errorf("file %d: %v", i, err)
		}
		if err == nil && len(d.Blocks) > 0 {
			read++
		}
	}
	t.Logf("%d of %d read", read, n)
	if 4*read < 3*n {
		t.Errorf("%d of %d mutated files were read, want 75 %%", read, n)
	}
}
