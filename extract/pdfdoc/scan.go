package pdfdoc

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/png" // pdftoppm writes PNG
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"zvit/extract/document"
	"zvit/extract/layout"
)

const (
	scanDPI   = 300
	languages = "ukr+eng"
)

// scanner reads pages that are images of text: pdftoppm renders them,
// tesseract reads their words, and the rulings come from the bitmap.
type scanner struct {
	data     []byte
	password string
	off      bool
	worked   bool // a page was read
	dir      string
	file     string
}

// failure says which packages are needed to read the scan.
func (s *scanner) failure() error {
	return &document.Failure{
		Category: document.NoOCR, Op: "read a scan",
		Detail: "tesseract-ocr tesseract-ocr-ukr tesseract-ocr-eng poppler-utils",
	}
}

// close removes the scanner's files.
func (s *scanner) close() {
	if s.dir != "" {
		_ = os.RemoveAll(s.dir) // a temporary folder; the system cleans what stays
	}
}

// pages reads several pages at once, each with one thread, and returns an error
// or nil for each.
func (s *scanner) pages(ctx context.Context, pages []*layout.Page) []error {
	errs := make([]error, len(pages))
	if len(pages) == 0 {
		return errs
	}
	render, err1 := exec.LookPath("pdftoppm")
	engine, err2 := exec.LookPath("tesseract")
	err := s.failure()
	if !s.off && err1 == nil && err2 == nil {
		err = s.open()
	}
	if err != nil {
		for i := range errs {
			errs[i] = err
		}
		return errs
	}
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range pages {
		g.Go(func() error {
			defer func() {
				if r := recover(); r != nil {
					errs[i] = fmt.Errorf("read page %d: %v", p.Number, r)
				}
			}()
			errs[i] = s.page(ctx, p, render, engine)
			return nil
		})
	}
	_ = g.Wait() // the pages' errors stand in errs
	for _, err := range errs {
		s.worked = s.worked || err == nil
	}
	return errs
}

// page adds to the page the words and rulings that its image shows.
func (s *scanner) page(ctx context.Context, p *layout.Page, render, engine string) error {
	n := strconv.Itoa(p.Number)
	stem := filepath.Join(s.dir, "page"+n)
	args := []string{"-r", strconv.Itoa(scanDPI), "-gray", "-png", "-singlefile", "-f", n, "-l", n}
	if s.password != "" {
		args = append(args, "-upw", s.password)
	}
	if _, err := run(ctx, render, append(args, s.file, stem)...); err != nil {
		return fmt.Errorf("render page %d: %w", p.Number, err)
	}
	defer os.Remove(stem + ".png") //nolint:errcheck // The whole folder goes in the end.
	img, err := load(stem + ".png")
	if err != nil {
		return fmt.Errorf("render page %d: %w", p.Number, err)
	}
	// Upright first: the engine reads level text better, and rulings are found
	// along rows and columns of the bitmap.
	if a := binarise(img).skew(); a != 0 {
		img = rotate(img, a)
	}
	scale := 72.0 / scanDPI
	rulings := scanRulings(img, scale)
	erase(img, rulings, scale)
	if err := save(stem+".png", img); err != nil {
		return err
	}
	for _, mode := range segmentation(rulings) {
		tsv, err := run(ctx, engine, stem+".png", "stdout", "-l", languages, "--psm", mode, "--dpi", strconv.Itoa(scanDPI), "tsv")
		if err != nil {
			return fmt.Errorf("read page %d: %w", p.Number, err)
		}
		p.Words = addWords(p.Words, tsvWords(tsv, scale))
	}
	p.Rulings = append(p.Rulings, rulings...)
	return nil
}

// segmentation is how the engine should look for text: in one column of blocks;
// where there are cells, for text wherever it stands, and then row by row for
// the single digits that this leaves out (tesseract --help-psm).
func segmentation(rulings []layout.Ruling) []string {
	for _, r := range rulings {
		if r.X0 == r.X1 {
			return []string{"11", "6"}
		}
	}
	return []string{"4"}
}

// addWords adds the words that stand where none was read before. A guess that
// the engine itself doubts does not fill a blank.
func addWords(words, more []layout.Word) []layout.Word {
	n := len(words)
	for _, w := range more {
		if n > 0 && (w.Confidence < 0.4 || covered(words[:n], w.Box)) {
			continue
		}
		words = append(words, w)
	}
	return words
}

func covered(words []layout.Word, b document.Box) bool {
	for _, w := range words {
		if c := intersect(w.Box, b); c.X1 > c.X0 && c.Y1 > c.Y0 {
			return true
		}
	}
	return false
}

// open writes the file to where the programs can read it.
func (s *scanner) open() error {
	if s.dir != "" {
		return nil
	}
	dir, err := os.MkdirTemp("", "zvit-scan-")
	if err != nil {
		return fmt.Errorf("make a folder for the scan: %w", err)
	}
	s.dir, s.file = dir, filepath.Join(dir, "scan.pdf")
	if err := os.WriteFile(s.file, s.data, 0o600); err != nil {
		return fmt.Errorf("write the scan: %w", err)
	}
	return nil
}

// run runs a program with one thread and returns what it prints.
func run(ctx context.Context, program string, args ...string) (string, error) {
	c := exec.CommandContext(ctx, program, args...)
	c.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	var stderr strings.Builder
	c.Stderr = &stderr
	out, err := c.Output()
	if err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", errors.Join(err, errors.New(strings.TrimSpace(stderr.String())))
	}
	return string(out), nil
}

func load(path string) (*image.Gray, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // Only read.
	img, _, err := image.Decode(f)
	if err != nil {
		return nil, err
	}
	if g, ok := img.(*image.Gray); ok {
		return g, nil
	}
	b := img.Bounds()
	g := image.NewGray(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			g.Set(x, y, color.GrayModel.Convert(img.At(x, y)))
		}
	}
	return g, nil
}

// tsvWords reads the words of Tesseract's TSV: level 5 rows, with boxes in
// pixels and a confidence of 0 to 100.
func tsvWords(tsv string, scale float64) []layout.Word {
	var out []layout.Word
	group, last := 0, ""
	for line := range strings.Lines(tsv) {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) < 12 || f[0] != "5" || strings.TrimSpace(f[11]) == "" {
			continue
		}
		var v [5]float64
		bad := false
		for i, s := range []string{f[6], f[7], f[8], f[9], f[10]} {
			x, err := strconv.ParseFloat(s, 64)
			v[i], bad = x, bad || err != nil
		}
		if bad {
			continue
		}
		if key := strings.Join(f[1:5], "."); key != last {
			group, last = group+1, key
		}
		text := strings.TrimSpace(f[11])
		if strings.Trim(text, "|[]_—-") == "" && v[3] > 2.2*v[2] {
			continue // an upright ruling read as a sign
		}
		out = append(out, layout.Word{
			Text: text, Group: group,
			Confidence: min(max(v[4]/100, 0.01), 1),
			Box: document.Box{
				X0: v[0] * scale, Y0: v[1] * scale, X1: (v[0] + v[2]) * scale, Y1: (v[1] + v[3]) * scale,
			},
		})
	}
	return out
}
