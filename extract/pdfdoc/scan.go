package pdfdoc

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"zvit/extract/document"
	"zvit/extract/layout"
	"zvit/extract/tesseract"
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
	// PGM is written and read in a fraction of the time that PNG takes.
	args := []string{"-r", strconv.Itoa(scanDPI), "-gray", "-singlefile", "-f", n, "-l", n}
	if s.password != "" {
		args = append(args, "-upw", s.password)
	}
	if _, err := run(ctx, render, append(args, s.file, stem)...); err != nil {
		return unrendered(ctx, p.Number, err)
	}
	defer os.Remove(stem + ".pgm") //nolint:errcheck // The whole folder goes in the end.
	img, err := loadPGM(stem + ".pgm")
	if err != nil {
		return unrendered(ctx, p.Number, err)
	}
	// Upright first: the engine reads level text better, and rulings are found
	// along rows and columns of the bitmap.
	if a := binarise(img).skew(); a != 0 {
		img = rotate(img, a)
	}
	scale := 72.0 / scanDPI
	rulings := scanRulings(img, scale)
	erase(img, rulings, scale)
	if err := savePGM(stem+".pgm", img); err != nil {
		return err
	}
	p.Rulings = append(p.Rulings, rulings...)
	read, err := engineWords(ctx, engine, stem+".pgm", languages, segmentation(rulings))
	if err != nil {
		return fmt.Errorf("read page %d: %w", p.Number, err)
	}
	r := reader{ctx: ctx, engine: engine, stem: stem, page: img}
	words := slices.Concat(read...)
	romanBars(img, words)
	words, err = r.again(layout.DrawnCells(p), words)
	if err != nil {
		return fmt.Errorf("read the cells of page %d: %w", p.Number, err)
	}
	p.Words = append(p.Words, words...)
	return nil
}

// unrendered is the failure of a page that the renderer could make no picture of.
func unrendered(ctx context.Context, page int, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return &document.Failure{Category: document.Damaged, Op: "render the page", Page: page, Err: err}
}

// engineWords runs the engine over an image, or each of a list of images, and
// returns the words of each. Mode is its segmentation (tesseract --help-psm).
func engineWords(ctx context.Context, engine, file, model, mode string, options ...string) ([][]layout.Word, error) {
	args := append([]string{file, "stdout", "-l", model, "--psm", mode, "--dpi", strconv.Itoa(scanDPI)}, options...)
	tsv, err := run(ctx, engine, append(args, "tsv")...)
	if err != nil {
		return nil, err
	}
	return scanWords(ctx, tsv)
}

// segmentation is how the engine should look for text: in one column of blocks;
// where there are cells, for text wherever it stands.
func segmentation(rulings []layout.Ruling) string {
	for _, r := range rulings {
		if r.X0 == r.X1 {
			return "11"
		}
	}
	return "4"
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

// scanWords reads the words of the engine's output for each page, without the
// upright rulings that it took for signs.
func scanWords(ctx context.Context, tsv string) ([][]layout.Word, error) {
	pages, err := tesseract.Pages(ctx, []byte(tsv), scanDPI)
	if err != nil {
		return nil, err
	}
	out := make([][]layout.Word, len(pages))
	for i, p := range pages {
		for _, w := range p.Words {
			if strings.Trim(w.Text, "|[]_—-") == "" && w.Box.Y1-w.Box.Y0 > 2.2*(w.Box.X1-w.Box.X0) {
				continue
			}
			out[i] = append(out[i], w)
		}
	}
	return out, nil
}
