package ocr

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"zvit/extract/document"
	"zvit/extract/layout"
	"zvit/extract/tesseract"
)

// hocrPages reads hOCR (the hOCR specification, 1.2: classes ocr_page, ocr_line
// and its kin, ocrx_word; properties bbox, x_wconf, x_size, scan_res in title).
// A line without words is cut into words by its letters. Text that stands in no
// line is returned apart.
func hocrPages(ctx context.Context, text string) (pages []layout.Page, around []string, err error) {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		return nil, nil, fmt.Errorf("parse hOCR: %w", err)
	}
	h := &hocr{ctx: ctx}
	h.walk(doc.Nodes[0], nil)
	if ctx.Err() != nil {
		return nil, nil, fmt.Errorf("read hOCR: %w", ctx.Err())
	}
	return h.pages, h.around, nil
}

type hocr struct {
	ctx    context.Context
	pages  []layout.Page
	around []string
	scale  float64
	group  int
	nodes  int
}

// hocrLine is the line that a word stands in.
type hocrLine struct {
	box  document.Box
	size float64
}

func (h *hocr) walk(n *html.Node, line *hocrLine) {
	if h.nodes++; h.nodes%4096 == 0 && h.ctx.Err() != nil {
		return
	}
	switch n.Type {
	case html.TextNode:
		if s := strings.Join(strings.Fields(n.Data), " "); s != "" {
			h.around = append(h.around, s)
		}
		return
	case html.ElementNode:
		switch n.Data {
		case "script", "style":
			return
		}
		props := properties(n)
		switch class := ocrClass(n); class {
		case "ocr_page":
			h.page(props)
		case "ocrx_word", "ocr_word":
			h.word(n, props, line)
			return
		case "ocr_separator":
			h.separator(props)
		case "ocr_photo", "ocr_image", "ocr_linedrawing":
			if box, ok := h.box(props); ok && len(h.pages) > 0 {
				p := &h.pages[len(h.pages)-1]
				p.Images = append(p.Images, box)
			}
		case "ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat", "ocr_footer", "ocr_pageno":
			box, ok := h.box(props)
			if !ok {
				break
			}
			h.group++
			line = &hocrLine{box: box, size: h.number(props["x_size"]) * h.scale}
			if !hasWords(n) {
				h.cut(n, line)
				return
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		h.walk(c, line)
	}
}

func (h *hocr) page(props map[string]string) {
	p := layout.Page{Number: len(h.pages) + 1}
	h.scale = 1
	var dpi float64
	if res := strings.Fields(props["scan_res"]); len(res) > 0 {
		dpi = h.number(res[0])
	}
	if px, ok := h.box(props); ok {
		h.scale = tesseract.Scale(dpi, px.X1-px.X0, px.Y1-px.Y0)
		p.Width, p.Height = px.X1*h.scale, px.Y1*h.scale
	}
	h.pages = append(h.pages, p)
}

func (h *hocr) word(n *html.Node, props map[string]string, line *hocrLine) {
	text := textOf(n)
	if text == "" {
		return
	}
	box, ok := h.box(props)
	if !ok || len(h.pages) == 0 {
		h.around = append(h.around, text)
		return
	}
	w := layout.Word{Text: text, Box: box, Bold: bold(n)}
	if line != nil {
		w.Box, w.FontSize, w.Group = tesseract.InLine(box, line.box), line.size, h.group
	}
	if conf, said := props["x_wconf"]; said {
		w.Confidence = tesseract.Confidence(h.number(conf) / 100)
	}
	p := &h.pages[len(h.pages)-1]
	p.Words = append(p.Words, w)
}

// cut shares a line's box among its words by their letters.
func (h *hocr) cut(n *html.Node, line *hocrLine) {
	words := strings.Fields(textOf(n))
	if len(h.pages) == 0 {
		h.around = append(h.around, words...)
		return
	}
	total := len(words) - 1
	for _, w := range words {
		total += len([]rune(w))
	}
	p := &h.pages[len(h.pages)-1]
	x := line.box.X0
	step := (line.box.X1 - line.box.X0) / float64(max(total, 1))
	for _, w := range words {
		box := line.box
		box.X0, box.X1 = x, x+step*float64(len([]rune(w)))
		x = box.X1 + step
		p.Words = append(p.Words, layout.Word{Text: w, Box: box, FontSize: line.size, Group: h.group})
	}
}

// separator adds a ruling, which hOCR draws as a thin box.
func (h *hocr) separator(props map[string]string) {
	if box, ok := h.box(props); ok && len(h.pages) > 0 {
		addRuling(&h.pages[len(h.pages)-1], box)
	}
}

// addRuling adds a thin box as a ruling; a thick one is no ruling.
func addRuling(p *layout.Page, b document.Box) {
	const thick = 6 // points
	w, height := b.X1-b.X0, b.Y1-b.Y0
	switch {
	case height <= w && height <= thick:
		y := (b.Y0 + b.Y1) / 2
		p.Rulings = append(p.Rulings, layout.Ruling{X0: b.X0, Y0: y, X1: b.X1, Y1: y, Width: height})
	case w < height && w <= thick:
		x := (b.X0 + b.X1) / 2
		p.Rulings = append(p.Rulings, layout.Ruling{X0: x, Y0: b.Y0, X1: x, Y1: b.Y1, Width: w})
	}
}

// box reads the property bbox, in points.
func (h *hocr) box(props map[string]string) (document.Box, bool) {
	f := strings.Fields(props["bbox"])
	if len(f) < 4 {
		return document.Box{}, false
	}
	scale := h.scale
	if scale == 0 {
		scale = 1
	}
	b := document.Box{
		X0: h.number(f[0]) * scale, Y0: h.number(f[1]) * scale, X1: h.number(f[2]) * scale, Y1: h.number(f[3]) * scale,
	}
	return b, !b.Empty()
}

// number reads a decimal; 0 where it is none, or out of any page's range.
func (h *hocr) number(s string) float64 {
	const far = 1e6
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n > -far && n < far) {
		return 0
	}
	return n
}

// properties reads the title attribute: "bbox 0 0 10 10; x_wconf 96".
func properties(n *html.Node) map[string]string {
	for _, a := range n.Attr {
		if a.Key != "title" {
			continue
		}
		props := map[string]string{}
		for part := range strings.SplitSeq(a.Val, ";") {
			name, value, _ := strings.Cut(strings.TrimSpace(part), " ")
			props[name] = strings.TrimSpace(value)
		}
		return props
	}
	return nil
}

// ocrClass returns the first class of the element that is hOCR's.
func ocrClass(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			for c := range strings.FieldsSeq(a.Val) {
				if strings.HasPrefix(c, "ocr") {
					return c
				}
			}
		}
	}
	return ""
}

func hasWords(n *html.Node) bool {
	for c := range n.Descendants() {
		if class := ocrClass(c); class == "ocrx_word" || class == "ocr_word" {
			return true
		}
	}
	return false
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func bold(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (c.Data == "strong" || c.Data == "b") {
			return true
		}
	}
	return false
}
