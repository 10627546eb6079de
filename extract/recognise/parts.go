package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// openParts follows the rows after "у тому числі", "з них", as long as they are
// parts of the row above. How far they go no word says; they end where a row is
// written unlike the first of them, or would add up to more than the whole.
type openParts struct {
	of       openLine
	on       bool
	style    partStyle // of the first part
	styled   bool
	rest     []restOf // what the parts may still add up to, by column
	restRead bool
	seen     map[rowDims]bool // funds, sources and years that parts were read for
}

type partStyle struct{ dash, lower, number, code bool }

// restOf is what is left of the whole in a column, at a scale of 10^-6.
type restOf struct {
	col  int
	left int64
}

func (p *openParts) isOpen() bool     { return p.on }
func (p *openParts) close()           { *p = openParts{} }
func (p *openParts) open(of openLine) { *p = openParts{of: of, on: of.id != ""} }

// takes reports whether a row is one more of the parts.
func (p *openParts) takes(l *layout, row int) bool {
	p.read(l)
	style := styleOf(l, row)
	if p.styled && (style.dash != p.style.dash && p.style.dash || style.lower != p.style.lower && p.style.lower || style.number && !p.style.number) {
		return false
	}
	if !p.styled {
		whole := styleOf(l, p.of.row)
		if style.number && whole.number && depth(l, row) <= depth(l, p.of.row) {
			return false
		}
	}
	if p.styled && (p.style.dash || p.style.lower) {
		return true
	}
	fits := 0
	for _, r := range p.rest {
		if v, ok := micro(l.t, row, r.col); ok {
			if v > r.left {
				return false
			}
			fits++
		}
	}
	return fits > 0
}

// took counts a row as a part.
func (p *openParts) took(l *layout, row int) {
	p.read(l)
	if !p.styled {
		p.style, p.styled = styleOf(l, row), true
	}
	for i := range p.rest {
		if v, ok := micro(l.t, row, p.rest[i].col); ok {
			p.rest[i].left -= v
		}
	}
}

func (p *openParts) read(l *layout) {
	if p.restRead {
		return
	}
	p.restRead = true
	for col, m := range l.money {
		if !m || l.t.Columns[col].Heading.Role == record.Deviation {
			continue // of either sign: parts may be more than the whole
		}
		if v, ok := micro(l.t, p.of.row, col); ok {
			p.rest = append(p.rest, restOf{col, v})
		}
	}
}

func styleOf(l *layout, row int) partStyle {
	name := l.rowName(row)
	code, _ := l.rowCode(row)
	trimmed := strings.TrimLeft(name, "-–—•* ")
	first := []rune(trimmed)
	if wording.IsPart(name) {
		return partStyle{lower: true, code: code != ""}
	}
	return partStyle{
		dash: trimmed != name, lower: len(first) > 0 && unicode.IsLower(first[0]),
		number: l.rowNumber(row, l.t.First(wording.ColumnNumber)) != "", code: code != "",
	}
}

func depth(l *layout, row int) int {
	return strings.Count(l.rowNumber(row, l.t.First(wording.ColumnNumber)), ".")
}

// micro is the figure of a cell at a scale of 10^-6; false where it is none, or
// has more digits than fit.
func micro(t *Table, row, col int) (int64, bool) {
	n, ok := wording.ParseNumeral(t.Text(row, col))
	if !ok || n.Decimals > 6 {
		return 0, false
	}
	v := n.Mantissa
	for range 6 - n.Decimals {
		if v > 1<<58 || v < -1<<58 {
			return 0, false
		}
		v *= 10
	}
	return v, true
}
