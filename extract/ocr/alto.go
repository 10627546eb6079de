package ocr

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"zvit/extract/document"
	"zvit/extract/layout"
	"zvit/extract/tesseract"
)

// altoPages reads ALTO, versions 2 to 4 (Library of Congress): Page, TextLine,
// String with CONTENT and WC, HYP, GraphicalElement, Illustration. Text outside
// these (the file's description) is returned apart.
func altoPages(ctx context.Context, text string) (pages []layout.Page, around []string, err error) {
	dec := xml.NewDecoder(strings.NewReader(text))
	dec.Strict = false
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	a := &alto{styles: map[string]altoStyle{}}
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return a.pages, a.around, fmt.Errorf("read ALTO: %w", ctx.Err())
		}
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return a.pages, a.around, nil
		}
		if err != nil {
			return a.pages, a.around, fmt.Errorf("read ALTO: %w", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			a.element(tok.Name.Local, attributes(tok.Attr))
			a.name = tok.Name.Local
		case xml.CharData:
			a.chars(string(tok))
		}
	}
}

type alto struct {
	pages  []layout.Page
	around []string
	styles map[string]altoStyle
	unit   string // MeasurementUnit
	name   string // of the element that began last
	dpi    float64
	scale  float64
	line   document.Box
	size   float64
	bold   bool
	group  int
}

type altoStyle struct {
	size float64 // points
	bold bool
}

func attributes(list []xml.Attr) map[string]string {
	m := make(map[string]string, len(list))
	for _, a := range list {
		m[a.Name.Local] = a.Value
	}
	return m
}

func (a *alto) element(name string, at map[string]string) {
	switch name {
	case "TextStyle":
		a.styles[at["ID"]] = altoStyle{size: float(at["FONTSIZE"]), bold: strings.Contains(at["FONTSTYLE"], "bold")}
		return
	case "Page":
		w, h := float(at["WIDTH"]), float(at["HEIGHT"])
		a.scale = a.points(w, h)
		a.pages = append(a.pages, layout.Page{Number: len(a.pages) + 1, Width: w * a.scale, Height: h * a.scale})
		return
	}
	if len(a.pages) == 0 {
		return
	}
	page := &a.pages[len(a.pages)-1]
	box := document.Box{X0: float(at["HPOS"]) * a.scale, Y0: float(at["VPOS"]) * a.scale}
	box.X1, box.Y1 = box.X0+float(at["WIDTH"])*a.scale, box.Y0+float(at["HEIGHT"])*a.scale
	switch name {
	case "TextBlock", "TextLine", "String":
		for ref := range strings.FieldsSeq(at["STYLEREFS"]) {
			if s, ok := a.styles[ref]; ok {
				a.size, a.bold = s.size, s.bold
			}
		}
	}
	switch name {
	case "TextLine":
		a.line = box
		a.group++
	case "String":
		for i, text := range strings.Fields(at["CONTENT"]) {
			w := layout.Word{
				Text: text, Box: tesseract.InLine(box, a.line), FontSize: a.size, Group: a.group,
				Bold: a.bold || strings.Contains(at["STYLE"], "bold"),
			}
			if wc, said := at["WC"]; said {
				w.Confidence = tesseract.Confidence(float(wc))
			}
			if i > 0 { // a space inside a String: the next word stands at its end
				w.Box.X0 = w.Box.X1
			}
			page.Words = append(page.Words, w)
		}
	case "HYP":
		// The hyphen belongs to the word before it; layout joins the halves.
		if n := len(page.Words); n > 0 && !strings.HasSuffix(page.Words[n-1].Text, "-") {
			page.Words[n-1].Text += "-"
		}
	case "GraphicalElement":
		addRuling(page, box)
	case "Illustration":
		page.Images = append(page.Images, box)
	}
}

// chars takes the text of the file's description.
func (a *alto) chars(s string) {
	s = strings.Join(strings.Fields(s), " ")
	switch {
	case s == "":
	case a.name == "MeasurementUnit":
		a.unit = s
		a.around = append(a.around, s)
	default:
		a.around = append(a.around, s)
	}
}

// points returns points per unit of measure (ALTO, MeasurementUnit: mm10 is a
// tenth of a millimetre, inch1200 a 1200th of an inch).
func (a *alto) points(width, height float64) float64 {
	switch a.unit {
	case "mm10":
		return 72 / 254.0
	case "inch1200":
		return 72 / 1200.0
	}
	return tesseract.Scale(a.dpi, width, height)
}

func float(s string) float64 {
	const far = 1e6
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n > -far && n < far) {
		return 0
	}
	return n
}
