package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// labelledParts returns, for a row whose cells give a whole and its parts, the
// sources of the parts in the cell that names them.
func (r *lineReader) labelledParts(row int) []record.Amount {
	for col, m := range r.money {
		if !m || !strings.ContainsAny(r.t.Text(row, col), "(:;\n") {
			continue
		}
		list := r.t.CellAmounts(row, col)
		if len(list) < 3 {
			continue
		}
		var parts []record.Amount
		for _, f := range list[1:] {
			source, fund := wording.SourceAndFund(f.Label)
			if source == "" && fund == "" {
				parts = nil
				break
			}
			parts = append(parts, record.Amount{Source: source, Fund: fund, Label: f.Label})
		}
		if parts != nil {
			return parts
		}
	}
	return nil
}

// partsLike gives the unnamed parts of a cell (added from index from on) the
// sources that another cell of the row names for as many parts, in order.
func (r *lineReader) partsLike(parts []record.Amount, from int) {
	added := r.c.Report.Amounts[from:]
	if len(parts) == 0 || len(added) != len(parts)+1 {
		return
	}
	for _, a := range added[1:] {
		if a.Source != "" || a.Fund != "" {
			return
		}
	}
	for i := range parts {
		a := &added[i+1]
		a.Role, a.Source, a.Fund, a.Label = added[0].Role, parts[i].Source, parts[i].Fund, parts[i].Label
	}
}

// findPairs finds, for each money column, the column of words beside it under
// the same heading: "сума | предмет закупки".
func (r *lineReader) findPairs() {
	r.pair = make([]int, len(r.money))
	for col := range r.money {
		r.pair[col] = -1
		if !r.money[col] || len(r.t.Columns[col].Path) < 2 {
			continue
		}
		for _, next := range []int{col + 1, col - 1} {
			if next < 0 || next >= len(r.money) || r.money[next] || next == r.year || next == r.unit || contains(r.codes, next) {
				continue
			}
			path := r.t.Columns[next].Path
			if len(path) >= 2 && path[0] == r.t.Columns[col].Path[0] && r.t.Columns[next].Heading.Column != wording.ColumnPercent {
				r.pair[col] = next
				break
			}
		}
	}
}
