package pdfdoc

import (
	"strings"

	"golang.org/x/text/encoding/charmap"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// annotations adds the text that stands on the page without being in its
// content: the appearances of form fields and notes, or, where a field has
// none, its value (ISO 32000-1, 12.5 and 12.7).
func (in *interpreter) annotations(p page, frame matrix) {
	list := p.o.key("Annots")
	for i, n := 0, min(list.length(), 4096); i < n && in.err == nil; i++ {
		a := list.at(i)
		kind := a.key("Subtype").name()
		if kind == "Link" || kind == "Popup" || int(a.key("F").number())&2 != 0 {
			continue
		}
		in.g = graphics{ctm: frame, scale: 1, lineWidth: 1, clip: document.Box{X1: in.page.Width, Y1: in.page.Height}}
		in.stack = in.stack[:0]
		rect := boxOf(a.key("Rect"), document.Box{})
		before := len(in.page.Words)
		if form := appearance(a); form.kind() == stream && !rect.Empty() {
			in.placed(form, rect)
			in.word.flush()
		}
		if len(in.page.Words) > before {
			continue
		}
		value := fieldValue(a)
		if kind == "FreeText" || kind == "Text" {
			value = textString(a.key("Contents").bytes())
		}
		if value = plain(value); strings.TrimSpace(value) == "" {
			continue
		}
		in.typed(value, in.shown(rect.X0, rect.Y0, rect.X1, rect.Y1))
	}
}

// appearance is the annotation's normal appearance, in its present state.
func appearance(a object) object {
	n := a.key("AP").key("N")
	if n.kind() == dict {
		if s := a.key("AS").name(); s != "" {
			return n.key(s)
		}
		return nothing{}
	}
	return n
}

// placed draws an appearance so that its box fills the rectangle (12.5.5).
func (in *interpreter) placed(form object, rect document.Box) {
	bb := boxOf(form.key("BBox"), document.Box{})
	if bb.Empty() {
		return
	}
	saved := in.g.ctm
	in.g.ctm = matrixOf(form.key("Matrix"))
	t := in.shown(bb.X0, bb.Y0, bb.X1, bb.Y1)
	in.g.ctm = saved
	if t.Empty() {
		return
	}
	sx, sy := (rect.X1-rect.X0)/(t.X1-t.X0), (rect.Y1-rect.Y0)/(t.Y1-t.Y0)
	in.g.ctm = matrix{sx, 0, 0, sy, rect.X0 - t.X0*sx, rect.Y0 - t.Y0*sy}.mul(saved)
	in.form(form, nothing{})
}

// fieldValue is the value of a text or choice field; parents' values are inherited.
func fieldValue(a object) string {
	for range maxDepth {
		v := a.key("V")
		switch v.kind() {
		case text:
			return textString(v.bytes())
		case name:
			return "" // a button's state
		case null, boolean, number, dict, array, stream:
		}
		if a = a.key("Parent"); a.kind() == null {
			break
		}
	}
	return ""
}

// typed sets a value into its rectangle as words of even width.
func (in *interpreter) typed(value string, box document.Box) {
	words := strings.Fields(value)
	n := 0
	for _, w := range words {
		n += len([]rune(w)) + 1
	}
	step := (box.X1 - box.X0) / float64(max(n, 1))
	size := min(max(box.Y1-box.Y0, 4), 12)
	mid := (box.Y0 + box.Y1) / 2
	x := box.X0
	for _, w := range words {
		end := x + step*float64(len([]rune(w)))
		in.page.Words = append(in.page.Words, layout.Word{
			Text: w, FontSize: size,
			Box: document.Box{X0: x, X1: end, Y0: mid - size/2, Y1: mid + size/2},
		})
		x = end + step
	}
}

// textString decodes a text string (ISO 32000-1, 7.9.2.2): UTF-16, UTF-8 or,
// nearly, Latin 1.
func textString(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		return utf16Text([]byte(s[2:]))
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return strings.ToValidUTF8(s[3:], "\ufffd")
	}
	out, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return strings.ToValidUTF8(s, "\ufffd")
	}
	return out
}
