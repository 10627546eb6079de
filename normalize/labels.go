package normalize

import (
	"zvit/extract/record"
)

// columnKey is a column of a table.
type columnKey struct {
	table string
	col   int
}

// labels are the columns over which no unit is printed and in which the label of a
// row prints one: "Всього, тис. грн".
type labels struct {
	rows   map[columnKey]bool // in the label of some row
	totals map[columnKey]int  // in the label of a total, and over no row's amount; the mention
}

// findLabels reads the rows' labels.
func (p *problem) findLabels() {
	p.labels = labels{map[columnKey]bool{}, map[columnKey]int{}}
	for _, m := range p.report.Mentions {
		if m.Source == record.RowLabel || m.Source == record.UnitCell {
			p.readLabels()
			return
		}
	}
}

func (p *problem) readLabels() {
	headed := map[columnKey]bool{}
	for _, c := range p.cells {
		a := c.amount
		if c.inText() {
			continue
		}
		k := columnKey{a.TableID, a.Col}
		if len(a.Mentions) == 0 || !validMention(a.Mentions[0], p.report.Mentions) {
			continue
		}
		source := p.report.Mentions[a.Mentions[0]].Source
		p.labels.rows[k] = p.labels.rows[k] || source == record.RowLabel || source == record.UnitCell
		if _, known := p.labels.totals[k]; a.IsTotal && source == record.RowLabel && !known {
			p.labels.totals[k] = a.Mentions[0]
		}
		headed[k] = headed[k] || !a.IsTotal
	}
	for k := range headed {
		if headed[k] {
			delete(p.labels.totals, k)
		}
	}
}

// ofTotal is the mention in a total's label that is all that is printed of the
// unit of the amount's column.
func (p *problem) ofTotal(a *record.Amount) (mention int, ok bool) {
	mention, ok = p.labels.totals[columnKey{a.TableID, a.Col}]
	return mention, ok
}

// totalLabel is the source, in a sentence, of a unit that a total's label prints.
const totalLabel = "total_label"
