package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// numbers returns a row's number, and what the source prints for it in that row.
// A number that rejoining dealt to the row or inferred is not printed there; one
// that it took from the row still is.
func (t *Table) numbers(row, col int) (number, printed string) {
	if col >= 0 {
		if c := t.Own(row, col); c != nil {
			number = rowNumber(oneLine(c.Text()))
		}
		printed = t.printedNumber(row, col)
	}
	for _, code := range []document.RepairCode{document.NumberSlid, document.NumberMissing} {
		if r := t.repairAt(row, code); r != nil && number == "" {
			number = rowNumber(r.Detail)
		}
	}
	return number, printed
}

// printedNumber joins the parts of the column that stood in the row as read.
func (t *Table) printedNumber(row, col int) string {
	home := t.RowPlace(row)
	var own []string
	for _, r := range []int{row, row - 1, row + 1} {
		c := t.Own(r, col)
		if c == nil || r < t.BodyFrom {
			continue
		}
		for _, p := range c.Parts {
			if p.Place.Table == home.Table && p.Place.Row == home.Row {
				own = append(own, p.Text)
			}
		}
	}
	return oneLine(strings.Join(own, " "))
}

func rowNumber(s string) string {
	if wording.Absent(s) {
		return ""
	}
	if n, ok := wording.RowNumber(s); ok {
		return n
	}
	if n, ok := wording.RowNumber(strings.Replace(s, ",", ".", 1)); ok {
		return n // "1,2": a sheet keeps it as a number, and Ukrainian settings show its comma
	}
	return strings.TrimSuffix(s, ".")
}
