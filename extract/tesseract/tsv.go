// Package tesseract reads what the OCR engine Tesseract prints. Readers of
// scans and of saved OCR output share it.
package tesseract

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strconv"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// pointsPerInch is the unit of layout.
const pointsPerInch = 72

// The levels of a TSV row (Tesseract, baseapi TessBaseAPI::GetTSVText).
const (
	levelPage = 1
	levelLine = 4
	levelWord = 5
)

// columns of a TSV row.
const (
	colLevel = iota
	colPage
	colBlock
	colPar
	colLine
	colWord
	colLeft
	colTop
	colWidth
	colHeight
	colConf
	colText
	numColumns
)

// Pages reads the output of `tesseract IMAGE stdout tsv`, with or without its
// header row. dpi is the image's resolution, dots per inch; 0 makes it be
// guessed from the page's size. Boxes come in points; a word's reaches over the
// height of its line, so that words of one line have one height. Rows that
// cannot be read are an error; what stands before them is returned with it.
func Pages(ctx context.Context, tsv []byte, dpi float64) ([]layout.Page, error) {
	var pages []layout.Page
	var scale float64
	var line document.Box
	group := 0
	number := 0
	for row := range bytes.Lines(tsv) {
		if number++; number%4096 == 0 && ctx.Err() != nil {
			return pages, fmt.Errorf("read TSV row %d: %w", number, ctx.Err())
		}
		row = bytes.TrimRight(row, "\r\n")
		if len(row) == 0 || number == 1 && bytes.HasPrefix(row, []byte("level\t")) {
			continue
		}
		f := bytes.SplitN(row, []byte("\t"), numColumns)
		if len(f) < colText {
			return pages, fmt.Errorf("read TSV row %d: %d columns, want %d", number, len(f), numColumns)
		}
		var n [colText]float64
		for i := range n {
			v, err := strconv.ParseFloat(string(f[i]), 64)
			if err != nil || math.Abs(v) > 1e6 {
				return pages, fmt.Errorf("read TSV row %d, column %d: %q is no number", number, i+1, f[i])
			}
			n[i] = v
		}
		if n[colLevel] == levelPage || len(pages) == 0 {
			scale = Scale(dpi, n[colWidth], n[colHeight])
			page := layout.Page{Number: len(pages) + 1}
			if n[colLevel] == levelPage {
				page.Width, page.Height = n[colWidth]*scale, n[colHeight]*scale
			}
			pages = append(pages, page)
		}
		box := document.Box{
			X0: n[colLeft] * scale, Y0: n[colTop] * scale,
			X1: (n[colLeft] + n[colWidth]) * scale, Y1: (n[colTop] + n[colHeight]) * scale,
		}
		switch n[colLevel] {
		case levelLine:
			line = box
			group++
		case levelWord:
			if len(f) <= colText || len(bytes.TrimSpace(f[colText])) == 0 {
				continue
			}
			page := &pages[len(pages)-1]
			page.Words = append(page.Words, layout.Word{
				Text: string(bytes.TrimSpace(f[colText])), Box: InLine(box, line), Group: group, Confidence: Confidence(n[colConf] / 100),
			})
		}
	}
	return pages, nil
}

// Confidence brings an engine's confidence, 0 to 1, into a place's range, where
// 0 means that no engine spoke.
func Confidence(c float64) float64 { return min(max(c, 0.001), 1) }

// InLine stretches a word's box to the height of its line, where the line is
// level: ink alone makes "." and "Щ" look like different sizes. A line much
// higher than its word is askew, or no line, and is left aside.
func InLine(word, line document.Box) document.Box {
	const (
		most   = 2.0 // heights of the word
		inside = 1.0 // points of slack
	)
	if line.Empty() || word.Y0 < line.Y0-inside || word.Y1 > line.Y1+inside || line.Y1-line.Y0 > most*(word.Y1-word.Y0) {
		return word
	}
	word.Y0, word.Y1 = line.Y0, line.Y1
	return word
}

// Scale returns points per pixel of an image. Without a resolution it takes the
// usual one that makes the page nearest to A4 (ISO 216: 595 by 842 points).
func Scale(dpi, width, height float64) float64 {
	if dpi > 0 {
		return pointsPerInch / dpi
	}
	short := min(width, height)
	if short <= 0 {
		return 1
	}
	const a4 = 595
	best, off := 1.0, math.Inf(1)
	for _, dpi := range []float64{72, 96, 100, 150, 200, 240, 300, 400, 600} {
		if d := math.Abs(math.Log(short * pointsPerInch / dpi / a4)); d < off {
			best, off = pointsPerInch/dpi, d
		}
	}
	return best
}
