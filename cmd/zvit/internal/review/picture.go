package review

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"time"

	"zvit/cmd/zvit/internal/decide"
	"zvit/extract/document"
	"zvit/extract/record"
)

// Limits of drawing a page: the file is foreign.
const (
	maxPDF       = 256 << 20 // bytes
	drawTimeout  = 20 * time.Second
	maxPixels    = 2600 // of the longer side
	resolution   = 150  // dots an inch, where the page is not too large for it
	pointsInch   = 72
	keptPictures = 16
	outputLimit  = 64 << 20
)

// cutting is how much of a page is shown around a box: so little that its figures
// can be read in the room that the picture has.
type cutting struct{ width, around float64 } // points; around above and below

// The pieces that are shown on a desk and on a telephone; whole is the page.
var (
	onDesk  = cutting{480, 130}
	onPhone = cutting{270, 130}
	whole   = cutting{}
)

var errNoPicture = errors.New("the page cannot be drawn")

// pictures draws pages of PDF files with poppler's programs and keeps the last
// ones.
type pictures struct {
	mu      sync.Mutex // one page at a time
	kept    map[string][]byte
	order   []string
	hashes  map[string]fileHash
	program string // pdftoppm; empty where it is not installed
	info    string // pdfinfo
}

// fileHash is the hash of a file that has not changed since.
type fileHash struct {
	size    int64
	changed time.Time
	sha256  string
}

func newPictures() *pictures {
	p := &pictures{kept: map[string][]byte{}, hashes: map[string]fileHash{}}
	program, err := exec.LookPath("pdftoppm")
	info, err2 := exec.LookPath("pdfinfo")
	if err == nil && err2 == nil {
		p.program, p.info = program, info
	}
	return p
}

// pictureView says whether the page can be shown, and if not, why (a message's
// key, empty where there is nothing to say).
type pictureView struct {
	Show     bool
	Why      string
	Page     int
	AmountID string
}

func (p *pictures) view(ctx context.Context, s *Server, l *loaded, a *record.Amount) pictureView {
	v := pictureView{Page: a.Place.Page, AmountID: a.ID}
	if l.doc.Format != document.PDF || v.Page == 0 {
		return v
	}
	if p.program == "" {
		v.Why = "review.no_pdftoppm"
		return v
	}
	if _, err := p.file(ctx, s, l.id); err != nil {
		v.Why = "review.no_file"
		return v
	}
	v.Show = true
	return v
}

// file returns the bytes of a document, from whichever of its sources still has
// them.
func (p *pictures) file(ctx context.Context, s *Server, documentID string) (path string, err error) {
	var paths []string
	if err := s.each(ctx, "SELECT path FROM sources WHERE document_id = ? ORDER BY path", []any{documentID}, func(v []any) {
		if path, ok := v[0].(string); ok {
			paths = append(paths, path)
		}
	}); err != nil {
		return "", err
	}
	for _, path := range paths {
		if p.hash(path) == documentID {
			return path, nil
		}
	}
	return "", errNoPicture
}

// hash is the SHA-256 of a file, or empty where it cannot be read.
func (p *pictures) hash(path string) string {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxPDF {
		return ""
	}
	p.mu.Lock()
	known, ok := p.hashes[path]
	p.mu.Unlock()
	if ok && known.size == info.Size() && known.changed.Equal(info.ModTime()) {
		return known.sha256
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	h := hex.EncodeToString(sum[:])
	p.mu.Lock()
	p.hashes[path] = fileHash{info.Size(), info.ModTime(), h}
	p.mu.Unlock()
	return h
}

// picture answers with the page that an amount stands on, its box marked: around
// the box alone without "full", and with "narrow" still less of that.
func (s *Server) picture(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	documentID, err := decide.DocumentOf(ctx, s.db, decide.Scope(r.FormValue("id")))
	if err != nil {
		return err
	}
	reports, err := s.db.Reports(ctx, documentID)
	if err != nil {
		return err
	}
	a := decide.Find(reports, r.FormValue("id"))
	if a == nil || a.Place.Page == 0 {
		return errNotFound
	}
	path, err := s.pictures.file(ctx, s, documentID)
	if err != nil {
		return errNotFound
	}
	cut := onDesk
	switch {
	case r.FormValue("full") != "":
		cut = whole
	case r.FormValue("narrow") != "":
		cut = onPhone
	}
	data, err := s.pictures.draw(ctx, path, documentID, a.Place, cut)
	if err != nil {
		http.Error(w, s.say(r).Say("review.no_picture"), http.StatusNotFound)
		return nil
	}
	w.Header().Set("Content-Type", "image/png")
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	_, _ = w.Write(data) // The reader has gone.
	return nil
}

// draw returns a PNG.
func (p *pictures) draw(ctx context.Context, path, documentID string, at document.Place, cut cutting) ([]byte, error) {
	if p.program == "" {
		return nil, errNoPicture
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	key := fmt.Sprint(documentID, at.Page, at.Box, cut)
	if data, ok := p.kept[key]; ok {
		return data, nil
	}
	ctx, cancel := context.WithTimeout(ctx, drawTimeout)
	defer cancel()
	// A copy whose hash was looked at: the file may be changed meanwhile.
	dir, err := os.MkdirTemp("", "zvit-review-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	file := filepath.Join(dir, "page.pdf")
	if err := copyKnown(path, file, documentID); err != nil {
		return nil, err
	}
	page := strconv.Itoa(at.Page)
	dpi, err := p.dpi(ctx, file, page)
	if err != nil {
		return nil, err
	}
	raw, err := output(ctx, p.program, "-png", "-cropbox", "-r", strconv.FormatFloat(dpi, 'f', 3, 64), "-f", page, "-l", page, "-singlefile", file)
	if err != nil {
		return nil, err
	}
	data, err := mark(raw, at.Box, dpi/pointsInch, cut)
	if err != nil {
		return nil, err
	}
	p.kept[key] = data
	p.order = append(p.order, key)
	if len(p.order) > keptPictures {
		delete(p.kept, p.order[0])
		p.order = p.order[1:]
	}
	return data, nil
}

func copyKnown(from, to, hash string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, maxPDF+1))
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != hash {
		return errNoPicture
	}
	return os.WriteFile(to, data, 0o600)
}

var pageSizeLine = regexp.MustCompile(`(?m)^Page.*size:\s+([0-9.]+) x ([0-9.]+) pts`)

// dpi is the resolution at which a page's longer side is not too long.
func (p *pictures) dpi(ctx context.Context, file, page string) (float64, error) {
	out, err := output(ctx, p.info, "-f", page, "-l", page, file)
	if err != nil {
		return 0, err
	}
	m := pageSizeLine.FindSubmatch(out)
	if m == nil {
		return 0, errNoPicture
	}
	longer := 0.0
	for _, side := range m[1:] {
		x, err := strconv.ParseFloat(string(side), 64)
		if err != nil {
			return 0, err
		}
		longer = max(longer, x)
	}
	if longer <= 0 {
		return 0, errNoPicture
	}
	return min(resolution, maxPixels*pointsInch/longer), nil
}

// output runs a program and returns what it prints, up to a limit.
func output(ctx context.Context, program string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.WaitDelay = time.Second
	var b limitedBuffer
	cmd.Stdout = &b
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("run %s: %w", filepath.Base(program), err)
	}
	return b.Bytes(), nil
}

type limitedBuffer struct{ bytes.Buffer }

// Write fails over the limit, which ends the program.
func (b *limitedBuffer) Write(p []byte) (int, error) {
	if b.Len()+len(p) > outputLimit {
		return 0, errNoPicture
	}
	return b.Buffer.Write(p)
}

var (
	markFill = color.NRGBA{R: 255, G: 214, B: 0, A: 70}
	markLine = color.NRGBA{R: 201, G: 60, B: 0, A: 255}
)

// The frame around a box, in points: so thin that it touches no neighbour.
const (
	framePad  = 0.5
	frameLine = 1.0
)

// mark draws the box into a page and cuts a piece around it. scale is pixels a
// point.
func mark(raw []byte, box document.Box, scale float64, cut cutting) ([]byte, error) {
	page, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read the page's picture: %w", err)
	}
	bounds := page.Bounds()
	if !box.Empty() && cut != whole {
		if piece := cut.of(box, scale, bounds); !piece.Empty() { // else a box beyond the page
			bounds = piece
		}
	}
	out := image.NewRGBA(bounds)
	draw.Draw(out, bounds, page, bounds.Min, draw.Src)
	if !box.Empty() {
		pad, w := int(framePad*scale+0.5), max(1, int(frameLine*scale+0.5))
		at := image.Rect(int(box.X0*scale)-pad, int(box.Y0*scale)-pad, int(box.X1*scale+1)+pad, int(box.Y1*scale+1)+pad)
		draw.Draw(out, at.Intersect(bounds), image.NewUniform(markFill), image.Point{}, draw.Over)
		line := image.NewUniform(markLine)
		for _, side := range []image.Rectangle{
			image.Rect(at.Min.X-w, at.Min.Y-w, at.Max.X+w, at.Min.Y), image.Rect(at.Min.X-w, at.Max.Y, at.Max.X+w, at.Max.Y+w),
			image.Rect(at.Min.X-w, at.Min.Y, at.Min.X, at.Max.Y), image.Rect(at.Max.X, at.Min.Y, at.Max.X+w, at.Max.Y),
		} {
			draw.Draw(out, side.Intersect(bounds), line, image.Point{}, draw.Src)
		}
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, out); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// of is the piece of a page around a box, in pixels: as wide as is asked for, or
// as the box, and within the page.
func (cut cutting) of(box document.Box, scale float64, page image.Rectangle) image.Rectangle {
	half := max(cut.width, box.X1-box.X0+cut.width/4) / 2
	middle := (box.X0 + box.X1) / 2
	x0, x1 := int((middle-half)*scale), int((middle+half)*scale)
	if x0 < page.Min.X {
		x0, x1 = page.Min.X, x1+page.Min.X-x0
	}
	if x1 > page.Max.X {
		x0, x1 = x0-(x1-page.Max.X), page.Max.X
	}
	return image.Rect(x0, int((box.Y0-cut.around)*scale), x1, int((box.Y1+cut.around)*scale)).Intersect(page)
}
