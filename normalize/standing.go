package normalize

import (
	"strconv"

	"zvit/extract/record"
)

// standing is what a finding cells_moved is about: the cells of a row stood off
// their columns, or the headings of a whole table did.
type standing struct {
	subject record.Subject
	id      string
}

// displaced marks the amounts of which it is not sure that they stand in the
// column, and so in the role and the year, that they are given: a row, or a
// table's row of headings, had a cell too many or too few and rejoining found no
// sure place for it. A sum that holds down the column says that the figure is one
// of it, so that the row is sure again; of headings it says nothing.
func (p *problem) displaced(decisions []decision) {
	doubts := map[standing]float64{}
	for i := range p.report.Findings {
		f := &p.report.Findings[i]
		if f.Code != record.CellsMoved || f.Confidence >= sure {
			continue
		}
		at := standing{f.Subject, f.SubjectID}
		if before, ok := doubts[at]; !ok || f.Confidence < before {
			doubts[at] = f.Confidence
		}
	}
	if len(doubts) == 0 {
		return
	}
	for _, d := range decisions {
		a := d.cell.amount
		if a.TableID == "" || a.Change == record.Reviewed || a.Kopecks == nil {
			continue
		}
		code := "headings_moved"
		confidence, ok := doubts[standing{record.SubjectTable, a.TableID}]
		if row, found := doubts[standing{a.Subject, a.SubjectID}]; found && (!ok || row < confidence) && !d.cell.addsUp() {
			code, confidence, ok = "row_moved", row, true
		}
		if !ok {
			continue
		}
		doubt(a, confidence, code, []record.Arg{arg("printed", a.Printed), arg("percent", strconv.Itoa(int(100*confidence)))})
	}
}

// addsUp reports whether the cell's figure stands in a sum down its column that
// holds as printed.
func (c *cell) addsUp() bool {
	if c.kind == zero {
		return false
	}
	for _, r := range c.relations {
		if r.kind.vertical() && r.consistent() && !r.leaves(c) {
			return true
		}
	}
	return false
}
