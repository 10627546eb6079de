package review

import (
	"math"
	"slices"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// units are those in which a figure may be entered; the first is offered.
var units = []record.Unit{record.UAH, record.ThousandUAH, record.MillionUAH, record.BillionUAH, record.Kopeck}

// figure reads a sum that a person typed ("47 060,50") in a unit, exactly. A
// single comma or dot is a decimal mark, so that "140,138" is a sum in thousands
// and none in hryvnias; a sum that is no whole number of kopecks is refused, and
// so is one whose marks can be read in two ways.
func figure(text string, unit record.Unit) (record.Kopecks, bool) {
	readings := wording.Readings(text)
	if len(readings) == 0 || len(readings) > 1 && readings[0].Decimals != 3 || !slices.Contains(units, unit) {
		return 0, false
	}
	n := readings[0]
	value, per := n.Mantissa, unit.Kopecks()
	for range n.Decimals {
		switch {
		case per%10 == 0:
			per /= 10
		case value%10 == 0:
			value /= 10
		default:
			return 0, false
		}
	}
	if value > math.MaxInt64/per || value < -math.MaxInt64/per {
		return 0, false
	}
	return record.Kopecks(value * per), true
}
