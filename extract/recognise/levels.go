package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// leveller gives the lines of a table their levels: by the hierarchy of their
// codes, else by their numbers, below the section that they stand under.
type leveller struct {
	byCode  bool
	number  int // column of row numbers, or -1
	least   int // depth of the shallowest number
	section int // 1 under a section row
	stack   []levelCode
}

type levelCode struct {
	code string
	kind record.CodeKind
}

func (l *layout) leveller() *leveller {
	v := &leveller{number: l.t.First(wording.ColumnNumber), least: 99}
	codes := map[string]bool{}
	for r := l.t.BodyFrom; r < l.t.BodyTo; r++ {
		if code, _ := l.rowCode(r); code != "" {
			codes[code] = true
		}
		if n := l.rowNumber(r, v.number); n != "" {
			v.least = min(v.least, strings.Count(n, "."))
		}
	}
	v.byCode = len(codes) > 1
	return v
}

// rowNumber returns the number of a row: of its column, else the one that its
// label begins with ("1.2. Ремонт").
func (l *layout) rowNumber(row, col int) string {
	if col >= 0 {
		if n, ok := wording.RowNumber(oneLine(l.t.Text(row, col))); ok {
			return n
		}
		return ""
	}
	label, at := l.t.Label(row)
	if at > 0 {
		if n, ok := wording.RowNumber(oneLine(l.t.Text(row, 0))); ok && !contains(l.codes, 0) && !l.money[0] && l.year != 0 {
			return n
		}
	}
	first, _, found := strings.Cut(label, " ")
	if n, ok := wording.RowNumber(first); found && ok && strings.ContainsAny(first, ".)") {
		return n
	}
	return ""
}

// level returns the level of a data row; it must be asked in order of rows.
func (v *leveller) level(l *layout, row int) int {
	if code, kind := l.rowCode(row); v.byCode && code != "" {
		for len(v.stack) > 0 && !above(v.stack[len(v.stack)-1], levelCode{code, kind}) {
			v.stack = v.stack[:len(v.stack)-1]
		}
		v.stack = append(v.stack, levelCode{code, kind})
		return v.section + len(v.stack) - 1
	}
	if n := l.rowNumber(row, v.number); n != "" {
		return v.section + strings.Count(n, ".") - v.least
	}
	return v.section
}

// head starts a section: the rows below are one level deeper.
func (v *leveller) head() { v.section, v.stack = 1, nil }

// above reports whether code a is a group that b belongs to: of one length, when
// a without its trailing zeros begins b ("2000" and "2111", "0600000" and
// "0611010"); a code of the economic classification stands under any other. The
// first two digits of six and of seven are one, so that "100000" is not above
// "110000"; six go by pairs.
func above(a, b levelCode) bool {
	if b.kind == record.KEKV && a.kind != record.KEKV {
		return true
	}
	if a.kind == record.KEKV && b.kind != record.KEKV || len(a.code) != len(b.code) || a.code == b.code {
		return false
	}
	stem := strings.TrimRight(a.code, "0")
	switch n := len(stem); {
	case (len(a.code) == 6 || len(a.code) == 7) && n < 2, len(a.code) == 6 && n%2 == 1:
		stem = a.code[:n+1]
	}
	return stem != "" && len(stem) < len(a.code) && strings.HasPrefix(b.code, stem)
}
