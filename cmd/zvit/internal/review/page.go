package review

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"zvit/cmd/zvit/messages"
	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/normalize/explain"
	"zvit/store"
)

//go:embed assets
var assetFiles embed.FS

//go:embed pages
var pageFiles embed.FS

func assetServer() http.Handler { return http.FileServerFS(assetFiles) }

// templates are the pages in one language, each with its layout.
type templates struct {
	say   *messages.Printer
	pages map[string]*template.Template
}

func parse(say *messages.Printer) (*templates, error) {
	t := &templates{say, map[string]*template.Template{}}
	funcs := template.FuncMap{
		"say":   say.Say,
		"pick":  func(s record.Sentence) string { return unbroken(say.Pick(s.EN, s.UK)) },
		"whole": unbroken,
		"money": func(k *record.Kopecks) string { return moneyOr(say, k) },
		"unit":  func(u record.Unit) string { return unitName(say, u) },
		"link":  link,
		"place": func(p document.Place) string { return placeName(say, p) },
		"when":  when,
		"step":  func(n, by int) int { return n + by },
	}
	names, err := fs.Glob(pageFiles, "pages/*.html")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if name == "pages/layout.html" {
			continue
		}
		page, err := template.New("layout.html").Funcs(funcs).ParseFS(pageFiles, "pages/layout.html", name)
		if err != nil {
			return nil, fmt.Errorf("parse %s: %w", name, err)
		}
		t.pages[strings.TrimSuffix(strings.TrimPrefix(name, "pages/"), ".html")] = page
	}
	return t, nil
}

// groups is the space between the digits of a figure.
var groups = regexp.MustCompile(`(\d) (\d{3})`)

// unbroken keeps figures in a text on one line.
func unbroken(text string) string { return groups.ReplaceAllString(text, "$1\u00a0$2") }

// link is an address with its query: link "/amount" "id" ID "n" N. Empty values
// are left out.
func link(path string, pairs ...any) (template.URL, error) {
	if len(pairs)%2 != 0 {
		return "", errors.New("link: a name without its value")
	}
	q := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		if v := fmt.Sprint(pairs[i+1]); v != "" {
			q.Set(fmt.Sprint(pairs[i]), v)
		}
	}
	if len(q) == 0 {
		return template.URL(path), nil
	}
	return template.URL(path + "?" + q.Encode()), nil
}

func moneyOr(say *messages.Printer, k *record.Kopecks) string {
	if k == nil {
		return say.Say("word.absent")
	}
	return strings.ReplaceAll(explain.Money(*k), " ", "\u00a0")
}

func unitName(say *messages.Printer, u record.Unit) string {
	if u == record.NoUnit {
		return ""
	}
	return say.Say("unit." + string(u))
}

// placeName says where something stands, for a person.
func placeName(say *messages.Printer, p document.Place) string {
	var parts []string
	add := func(key string, n int) {
		if n > 0 {
			parts = append(parts, say.Say(key, n))
		}
	}
	add("word.page", p.Page)
	if p.Sheet != "" {
		parts = append(parts, say.Say("review.place.sheet", p.Sheet))
	}
	add("review.place.line", p.Line)
	if p.Line == 0 {
		add("review.place.table", p.Table)
		add("review.place.row", p.Row)
	}
	add("review.place.cell", p.Cell)
	if p.Table == 0 && p.Line == 0 {
		add("review.place.paragraph", p.Paragraph)
	}
	return strings.Join(parts, ", ")
}

// frame is what every page shows around its own content.
type frame struct {
	Lang     messages.Lang
	Other    messages.Lang // the language that is a click away
	Here     string        // this page's address
	Title    string
	Section  string // of the navigation
	Token    string
	Reviewer string
	Database string
	Query    string // in the search box
	Left     int    // doubtful amounts
	Decided  int
	All      int
	Flash    *flash
	Body     any
}

// flash says what the last request did.
type flash struct {
	Text string
	Bad  bool
	Undo string   // the scope whose decision can be taken back
	At   string   // of the step, where several amounts were decided in one
	Also []string // what became of other amounts
	// Broken is a total that held before.
	Broken *record.Finding
	Title  string // of the amount
}

// show renders a page.
func (s *Server) show(w http.ResponseWriter, r *http.Request, status int, name string, f frame) error {
	t := s.pages[s.lang(r)]
	var err error
	f.Lang, f.Other = t.say.Lang, messages.English
	if f.Lang == messages.English {
		f.Other = messages.Ukrainian
	}
	f.Token, f.Reviewer, f.Database = s.token, s.config.Reviewer, s.config.Path
	f.Here = "/amounts"
	if r.Method == http.MethodGet {
		f.Here = r.URL.RequestURI()
	}
	if f.Left, f.Decided, err = s.progress(r.Context()); err != nil {
		return err
	}
	f.All = f.Left + f.Decided
	var b bytes.Buffer
	if err := t.pages[name].Execute(&b, f); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // The reader has gone.
	return nil
}

func (s *Server) say(r *http.Request) *messages.Printer { return s.pages[s.lang(r)].say }

const langCookie = "zvit_lang"

func (s *Server) lang(r *http.Request) messages.Lang {
	if c, err := r.Cookie(langCookie); err == nil {
		switch lang := messages.Lang(c.Value); lang {
		case messages.English, messages.Ukrainian:
			return lang
		}
	}
	return s.config.Lang
}

// language changes the page's language and goes back.
func (s *Server) language(w http.ResponseWriter, r *http.Request) error {
	http.SetCookie(w, &http.Cookie{
		Name: langCookie, Value: r.FormValue("to"), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	back := r.FormValue("back")
	if !strings.HasPrefix(back, "/") || strings.HasPrefix(back, "//") || strings.ContainsAny(back, "\\\r\n") {
		back = "/amounts"
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
	return nil
}

// answer answers one request, or returns an error that becomes a page.
type answer func(http.ResponseWriter, *http.Request) error

var errNotFound = errors.New("no such page")

func (s *Server) answering(do answer) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := do(w, r)
		if err == nil || r.Context().Err() != nil {
			return
		}
		say := s.say(r)
		status, text := http.StatusInternalServerError, err.Error()
		switch {
		case errors.Is(err, errNotFound), errors.Is(err, store.ErrUnknown):
			status, text = http.StatusNotFound, say.Say("review.not_found")
		case errors.Is(err, store.ErrBusy):
			status, text = http.StatusServiceUnavailable, say.Say("review.busy")
		case errors.Is(err, store.ErrReadOnly):
			status, text = http.StatusForbidden, say.Say("review.read_only")
		case errors.Is(err, store.ErrFull):
			status, text = http.StatusInsufficientStorage, say.Say("review.full")
		case errors.Is(err, store.ErrDamaged):
			text = say.Say("error.damaged", s.config.Path) + ". " + say.Say("hint.damaged")
		}
		f := frame{Title: say.Say("review.failed"), Body: text}
		if s.show(w, r, status, "error", f) != nil {
			http.Error(w, text, status)
		}
	})
}
