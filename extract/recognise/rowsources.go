package recognise

import (
	"zvit/extract/record"
	"zvit/extract/wording"
)

// namedSources are the words of the column of sources: below the table's total
// they name its parts, whatever other words would be taken for.
func (m *measureTable) namedSources() map[string]bool {
	if m.source < 0 {
		return nil
	}
	names := map[string]bool{}
	for r := m.BodyFrom; r < m.BodyTo; r++ {
		if own := m.Own(r, m.source); own != nil {
			if s := oneLine(m.cells.of(own)); s != "" && !wording.Absent(s) {
				names[wording.Fold(s)] = true
			}
		}
	}
	return names
}

// settleSources looks at the rows of each measure together (amounts from index
// from on). Where rows name sources, or one is called "всього", the others are
// parts too: of another source where no word tells which. Words of another kind
// under a measure that has its money ("проєктні роботи") say what it is for: they
// stand beside the whole and are not one more plan.
func (m *measureTable) settleSources(from int) {
	var group []*record.Amount
	for i := from; i < len(m.c.Report.Amounts); i++ {
		a := &m.c.Report.Amounts[i]
		if a.Subject != record.SubjectMeasure {
			continue
		}
		if len(group) > 0 && group[0].SubjectID != a.SubjectID {
			m.settleRows(group)
			group = group[:0]
		}
		group = append(group, a)
	}
	if len(group) > 0 {
		m.settleRows(group)
	}
}

func (m *measureTable) settleRows(group []*record.Amount) {
	sourced, several := false, false
	type scope struct {
		col, year int
		fund      record.Fund
	}
	whole := map[scope]bool{}
	for _, a := range group {
		label := m.said[a.Row]
		several = several || a.Row != group[0].Row
		sourced = sourced || wording.SourceOf(label) != ""
		if a.Source == "" && (label == "" || wording.IsTotal(label)) {
			whole[scope{a.Col, a.Year, a.Fund}] = true
		}
	}
	for _, a := range group {
		label := m.said[a.Row]
		if a.Source != "" || label == "" || wording.IsTotal(label) || wording.FundOf(label) != "" || len(wording.Years(label)) > 0 || wording.Sources(label) > 1 {
			continue
		}
		switch {
		case otherFunding(label), several && sourced:
			a.Source = record.OtherSource
		case whole[scope{a.Col, a.Year, a.Fund}] && a.Level > 0 && !m.byExecutor(group[0].Row, a.Row):
			a.Role = record.Other
		}
	}
}

// byExecutor reports whether two rows of a measure are the money of its executors:
// each names one, and the lower row nothing else. Then neither is the whole.
func (m *measureTable) byExecutor(first, row int) bool {
	if m.executor < 0 || first == row {
		return false
	}
	a, b := m.Own(first, m.executor), m.Own(row, m.executor)
	_, at := m.Label(row)
	return a != nil && b != nil && a != b && at == m.executor && m.cells.of(a) != "" && !sameWords(m.cells.of(a), m.cells.of(b))
}

// otherFunding reports whether a text surely speaks of money that is of no
// budget: "кошти рибгоспів", "внески мешканців".
func otherFunding(text string) bool {
	folded := wording.Fold(text)
	return namesFunding(text) && !wording.HasStems(folded, "бюджет") && len(wording.Words(folded)) == 2
}
