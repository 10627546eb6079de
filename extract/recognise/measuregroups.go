package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// numberOf is a row's number: of its column, else the one that its words begin
// with ("1.2. Полив").
func (m *measureTable) numberOf(row int) (number, printed string) {
	number, printed = m.numbers(row, m.number)
	if number != "" || m.Own(row, m.named()) == nil {
		return number, printed
	}
	first, _, more := strings.Cut(oneLine(m.Text(row, m.named())), " ")
	if n, ok := wording.RowNumber(first); ok && more && strings.ContainsAny(first, ".)") {
		return n, first
	}
	return number, printed
}

// findGroups finds the rows that are the sum of the numbered rows below them: "1"
// over "1.1", "1.2". They are heads with money and no measures, or their money
// would count twice. It returns their numbers by row.
func (m *measureTable) findGroups() map[int]string {
	type numbered struct {
		row    int
		number string
	}
	var rows []numbered
	deep := false
	for r := m.BodyFrom; r < m.BodyTo; r++ {
		if m.Kind(r) != RowData {
			continue
		}
		if n, _ := m.numberOf(r); n != "" {
			rows = append(rows, numbered{r, n})
			deep = deep || strings.Contains(n, ".")
		}
	}
	groups := map[int]string{}
	if !deep {
		return groups
	}
	for i, up := range rows {
		var below []int
		for _, r := range rows[i+1:] {
			rest, ok := strings.CutPrefix(r.number, up.number+".")
			if !ok {
				break
			}
			if !strings.Contains(rest, ".") {
				below = append(below, r.row)
			}
		}
		if m.sums(up.row, below) {
			groups[up.row] = up.number
		}
	}
	return groups
}

// sums reports whether the figures of a row are the sums of other rows', in some
// column of money, and in none that all of them fill something else.
func (m *measureTable) sums(row int, parts []int) bool {
	found := false
	for _, c := range m.Find(wording.ColumnMoney) {
		whole, ok := micro(m.Table, row, c.Index)
		sum, n := int64(0), 0
		for _, r := range parts {
			if v, ok := micro(m.Table, r, c.Index); ok && v < 1<<58 && sum < 1<<58 {
				sum += v
				n++
			}
		}
		switch {
		case !ok || n == 0:
		case whole == sum:
			found = found || whole != 0
		case n == len(parts):
			return false
		}
	}
	return found
}

// group is the row of a group: a line, and the head of the measures below.
func (m *measureTable) group(row int) {
	label, _ := m.Label(row)
	level := m.depth(m.groups[row])
	line := m.c.AddLine(m.Table, row, record.Line{Name: oneLine(label), Level: level})
	m.section, m.open, m.partOf = oneLine(label), "", ""
	m.c.AddRowMoney(m.Table, row, record.Amount{Subject: record.SubjectLine, SubjectID: line.ID, Level: level})
}

// depth counts the groups that a number stands under.
func (m *measureTable) depth(number string) int {
	n := 0
	for _, g := range m.groups {
		if strings.HasPrefix(number, g+".") {
			n++
		}
	}
	return n
}

// mostParts is how many rows a measure's parts are looked for in.
const mostParts = 64

// partGoesOn reports whether a row without a number, below a numbered measure, is
// a part of its money. It is one more where "у т.ч." opened parts, in a row above
// or at the end of the measure's words, as long as its figures are within what the
// parts so far leave of the whole. Without such words all the rows up to the next
// numbered one are parts where they add up to it exactly.
func (m *measureTable) partGoesOn(row int) bool {
	if m.open == "" || m.number < 0 || m.c.Report.Measures[m.openAt].Number == "" || m.Text(row, m.number) != "" {
		return false
	}
	first := row - 1
	for first >= max(m.BodyFrom, row-mostParts) && m.Kind(first) == RowData && m.Text(first, m.number) == "" {
		first--
	}
	if first < m.BodyFrom {
		return false
	}
	switch {
	case m.Kind(first) == RowPart && first > m.BodyFrom && m.hasMoney(first) && m.Kind(first-1) == RowData:
		return m.withinWhole(first-1, row)
	case m.Kind(first) != RowData:
		return false
	case m.opensParts(first):
		return m.withinWhole(first, row)
	}
	return m.addUp(first)
}

// withinWhole reports whether the figures below a row, down to row to, are within
// the row's own.
func (m *measureTable) withinWhole(whole, to int) bool {
	fits := false
	for _, c := range m.Find(wording.ColumnMoney) {
		left, ok := micro(m.Table, whole, c.Index)
		if !ok {
			continue
		}
		for r := whole + 1; r <= to; r++ {
			v, _ := micro(m.Table, r, c.Index)
			left -= v
		}
		if left < 0 && c.Heading.Role != record.Deviation {
			return false
		}
		fits = true
	}
	return fits
}

// opensParts reports whether the words of a row end with "у тому числі:".
func (m *measureTable) opensParts(row int) bool {
	label, _ := m.Label(row)
	words := wording.Words(wording.Fold(label))
	for n := 1; n <= 3 && n < len(words); n++ {
		if wording.IsPart(strings.Join(words[len(words)-n:], " ")) {
			return true
		}
	}
	return false
}

// addUp reports whether the rows without a number below a row, two or more, are
// exactly its money.
func (m *measureTable) addUp(whole int) bool {
	var parts []int
	for r := whole + 1; r < min(m.BodyTo, whole+1+mostParts); r++ {
		if m.Kind(r) != RowData || m.Text(r, m.number) != "" {
			break
		}
		parts = append(parts, r)
	}
	return len(parts) > 1 && m.sums(whole, parts)
}
