package normalize

import (
	"strconv"
	"strings"

	"zvit/extract/record"
)

// engineSure is the confidence of an OCR engine from which a figure in a cell of
// its own is taken as it was read: right figures are almost never below it, and
// a figure that was read in two ways is (see package pdfdoc, "scans"). A
// paragraph's confidence is that of its weakest word and says nothing of a figure.
const engineSure = 0.6

// misread marks the amounts that the OCR engine was not sure of. No digit is
// changed: the amount is as likely right as the engine says.
func (p *problem) misread(decisions []decision) {
	for _, d := range decisions {
		a := d.cell.amount
		engine := a.Place.Confidence
		if a.TableID == "" || engine == 0 || engine >= engineSure || a.Change == record.Reviewed || a.Kopecks == nil {
			continue
		}
		doubt(a, engine, "engine", []record.Arg{arg("printed", a.Printed), arg("percent", strconv.Itoa(int(100*engine)))})
	}
}

// rounded says where an amount is the number that the file holds, and its digits
// are a rounding of it or leave out its minus.
func (p *problem) rounded(decisions []decision) {
	for _, d := range decisions {
		c, a := d.cell, d.cell.amount
		if c.exact == nil || a.Change == record.Reviewed {
			continue
		}
		if digits, _ := significant(c.exact.Mantissa); digits == c.digits && (c.exact.Mantissa < 0) == (c.num.Mantissa < 0) {
			continue
		}
		args := []record.Arg{arg("printed", a.Printed), arg("exact", strings.Replace(a.Exact, ".", ",", 1))}
		a.Evidence = append([]record.Evidence{{Kind: "stored_number", Args: args}}, a.Evidence...)
	}
}
