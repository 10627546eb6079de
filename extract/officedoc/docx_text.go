package officedoc

import (
	"encoding/xml"
	"strings"

	"zvit/extract/document"
)

// paragraph properties that bear on its text.
type paraProps struct {
	style string
	list  string // numId; empty where the paragraph has none of its own
	level int
	head  bool
	gone  bool // its mark was taken out by a tracked change (17.13.5.15)
}

// runText collects the text of a paragraph: what is shown, and what is not.
type runText struct {
	shown, hidden strings.Builder
	boxes         []item // text boxes: they stand after their paragraph
}

// para reads w:p (17.3.1.22). Its line breaks make lines of their own, as in a
// text file.
func (r *docx) para(s *story) error {
	var props paraProps
	var text runText
	err := r.each(func(start xml.StartElement) error {
		if start.Name.Local == "pPr" {
			return r.paraProps(&props)
		}
		return r.inline(start, &text, s)
	})
	kind := r.kind
	st := r.styles[props.style]
	if kind == document.Body && (props.head || st.heading) {
		kind = document.Heading
	}
	if props.list == "" {
		props.list, props.level = st.list, st.level
	}
	label := ""
	empty := props.gone && strings.TrimSpace(text.shown.String()) == ""
	if props.list != "" && props.list != "0" && !empty { // 0 takes the style's list away (17.9.18)
		label = r.lists.next(props.list, props.level)
	}
	first := true
	for line := range strings.SplitSeq(text.shown.String(), "\n") {
		line = strings.TrimSpace(line)
		if first && label != "" {
			line = strings.TrimSpace(label + " " + line)
		}
		first = false
		if line != "" {
			s.items = append(s.items, item{kind: kind, text: line})
		}
	}
	if hidden := strings.TrimSpace(text.hidden.String()); hidden != "" {
		s.later = append(s.later, item{kind: document.Furniture, text: hidden})
	}
	s.items = append(s.items, text.boxes...)
	return err
}

func (r *docx) paraProps(p *paraProps) error {
	return r.each(func(start xml.StartElement) error {
		switch start.Name.Local {
		case "pStyle":
			p.style = value(start, "val")
		case "rPr":
			return r.each(func(mark xml.StartElement) error {
				p.gone = p.gone || mark.Name.Local == "del" || mark.Name.Local == "moveFrom"
				return r.skip()
			})
		case "outlineLvl":
			p.head = value(start, "val") != "9" // 9 is body text (17.3.1.20)
		case "numPr":
			return r.each(func(start xml.StartElement) error {
				switch start.Name.Local {
				case "numId":
					p.list = value(start, "val")
				case "ilvl":
					p.level = number(value(start, "val"))
				}
				return r.skip()
			})
		}
		return r.skip()
	})
}

// inline reads a run-level element: runs, and what wraps them.
func (r *docx) inline(start xml.StartElement, t *runText, s *story) error {
	switch start.Name.Local {
	case "r":
		return r.run(t, s, false)
	case "pPr", "rPr", "instrText", "Fallback", "sdtPr", "sdtEndPr":
		return r.skip()
	case "del", "moveFrom":
		return r.each(func(child xml.StartElement) error {
			if child.Name.Local == "r" {
				return r.run(t, s, true)
			}
			return r.inline(child, t, s)
		})
	case "p", "tbl":
		return r.box(start, t)
	case "oMath", "oMathPara":
		return r.math(t)
	case "OLEObject":
		r.object(value(start, "ProgID"), value(start, "id"), t)
		return r.skip()
	}
	return r.each(func(child xml.StartElement) error { return r.inline(child, t, s) })
}

// run reads w:r (17.3.2.25).
//
// Struck text is taken out as by a tracked change. Raised digits after a number
// would be its last ones: they are written as such ("100,5¹", "м²").
func (r *docx) run(t *runText, s *story, hidden bool) error {
	raised := false
	return r.each(func(start xml.StartElement) error {
		out := &t.shown
		if hidden {
			out = &t.hidden
		}
		switch start.Name.Local {
		case "rPr":
			return r.each(func(p xml.StartElement) error {
				switch p.Name.Local {
				case "vanish", "webHidden", "strike", "dstrike":
					hidden = hidden || on(p)
				case "vertAlign":
					raised = value(p, "val") == "superscript"
				}
				return r.skip()
			})
		case "t":
			if raised && !hidden {
				var digits strings.Builder
				err := r.chars(&digits)
				out.WriteString(superscripts.Replace(digits.String()))
				return err
			}
			return r.chars(out)
		case "delText":
			return r.chars(&t.hidden)
		case "tab", "ptab":
			out.WriteByte('\t')
		case "br", "cr":
			out.WriteByte('\n')
		case "noBreakHyphen":
			out.WriteByte('-')
		case "softHyphen":
			out.WriteString("\u00ad")
		case "sym":
			out.WriteByte(' ') // a picture of a symbol font, no letter
		default: // pictures and what they hold, alternatives, nested runs
			return r.inline(start, t, s)
		}
		return r.skip()
	})
}

var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// box reads a paragraph or table of a text box, which stands after its anchor.
func (r *docx) box(start xml.StartElement, t *runText) error {
	var inner story
	err := r.block(start, &inner)
	t.boxes = append(append(t.boxes, inner.items...), inner.later...)
	return err
}

// math keeps the letters and digits of a formula (22.1).
func (r *docx) math(t *runText) error {
	return r.each(func(start xml.StartElement) error {
		if start.Name.Local == "t" {
			return r.chars(&t.shown)
		}
		return r.math(t)
	})
}

// chars appends the character data of the element at hand.
func (r *docx) chars(out *strings.Builder) error {
	for depth := 1; depth > 0; {
		tok, err := r.inside()
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.CharData:
			for _, c := range string(tok) {
				if c == '\n' || c == '\r' {
					c = ' '
				}
				out.WriteRune(c)
			}
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

func number(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 1<<20 {
			break
		}
		n = n*10 + int(c-'0')
	}
	return n
}
