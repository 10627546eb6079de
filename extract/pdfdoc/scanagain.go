package pdfdoc

import (
	"context"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// The engine's models for parts of a page that are read again. Of cells that were
// cut out the English one reads 350 of 383 as they are (the others are texts), the
// Ukrainian 321: it takes "11" for "п" and puts a point for the blank in "1 250,00".
const (
	figureModel = "eng"
	letterModel = "ukr"
	lineMode    = "7" // tesseract --help-psm: a single line of text
)

// reader reads parts of a page again.
type reader struct {
	ctx    context.Context
	engine string
	stem   string // of the page's files
	page   *image.Gray
}

// again takes the words of a page and returns them with the figures confirmed,
// doubted or filled in by a second reading, line by line, and by what the bitmap
// shows; what is not a clear figure then is read as Ukrainian text as well.
func (r *reader) again(cells []document.Box, words []layout.Word) ([]layout.Word, error) {
	figures, texts, out := excerpts(r.page, cells, words)
	for _, e := range figures {
		e.shape = r.shape(e.lines)
		e.readings[0] = pointed(e.readings[0], e.shape)
	}
	err := r.read(figures, figureModel)
	if err != nil && r.ctx.Err() == nil {
		err = r.read(figures, letterModel) // English may not be installed
	}
	if err != nil {
		return nil, err
	}
	unclear := slices.Clone(texts)
	for _, e := range figures {
		if !evident(e.last(), e.shape) {
			unclear = append(unclear, e)
		}
	}
	if err := r.read(unclear, letterModel); err != nil {
		return nil, err
	}
	if err := r.readLost(figures); err != nil {
		return nil, err
	}
	for _, e := range texts {
		out[e.word] = e.respelt()
	}
	for _, e := range figures {
		out = append(out, e.settled()...)
	}
	numeroSigns(out)
	return out, nil
}

// readLost reads the cells that no reading made sense of as digits alone. What
// it finds is nothing to be sure of: the engine was told what to see.
func (r *reader) readLost(figures []*excerpt) error {
	lost := slices.DeleteFunc(slices.Clone(figures), func(e *excerpt) bool { return !e.lost() })
	if err := r.read(lost, figureModel, "-c", "tessedit_char_whitelist="+digits+",.-"); err != nil {
		return err
	}
	for _, e := range lost {
		e.readings[len(e.readings)-1] = believed(e.last(), min(least(e.last()), atOdds))
	}
	return nil
}

// shape is what the lines of a figure look like.
func (r *reader) shape(lines []image.Rectangle) string {
	var s []string
	for _, l := range lines {
		s = append(s, figureShape(blobsIn(r.page, l)))
	}
	return strings.Join(s, " ")
}

// inPoints is a part of the image in points of the page.
func inPoints(r image.Rectangle) document.Box {
	const scale = 72.0 / scanDPI
	return document.Box{X0: float64(r.Min.X) * scale, Y0: float64(r.Min.Y) * scale, X1: float64(r.Max.X) * scale, Y1: float64(r.Max.Y) * scale}
}

// read reads the lines of excerpts with a model of the engine, each as an image
// of its own: the engine takes a list of them. Each excerpt gets the reading.
func (r *reader) read(parts []*excerpt, model string, options ...string) error {
	out := make([][]layout.Word, len(parts))
	var names []string
	var owner []int
	var from []image.Rectangle
	defer func() {
		for _, name := range names {
			_ = os.Remove(name) // The whole folder goes in the end.
		}
	}()
	for i, e := range parts {
		for _, l := range e.lines {
			name := fmt.Sprintf("%s-%d.pgm", r.stem, len(names))
			if err := savePGM(name, crop(r.page, l)); err != nil {
				return err
			}
			names, owner, from = append(names, name), append(owner, i), append(from, l)
		}
	}
	if len(names) == 0 {
		return nil
	}
	list := r.stem + ".txt"
	if err := os.WriteFile(list, []byte(strings.Join(names, "\n")+"\n"), 0o600); err != nil {
		return fmt.Errorf("list the lines of %s: %w", filepath.Base(r.stem), err)
	}
	pages, err := engineWords(r.ctx, r.engine, list, model, lineMode, options...)
	if err != nil {
		return err
	}
	for k, words := range pages[:min(len(pages), len(owner))] {
		at := inPoints(from[k].Inset(-margin))
		for _, w := range words {
			w.Box.X0, w.Box.X1 = w.Box.X0+at.X0, w.Box.X1+at.X0
			w.Box.Y0, w.Box.Y1 = w.Box.Y0+at.Y0, w.Box.Y1+at.Y0
			out[owner[k]] = append(out[owner[k]], w)
		}
	}
	for i, e := range parts {
		e.readings = append(e.readings, pointed(out[i], e.shape))
	}
	return nil
}
