package normalize

import (
	"math"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// council is what the level of government that a report is of says of the sizes
// of its sums; sizes are log10 of kopecks.
type council struct {
	cap   float64 // the whole budget of such a council: no amount is more
	known bool    // the report says whose it is
	rows  []usualRow
}

// usualRow is the size of a usual row at one level of government, with the log
// probability of the level.
type usualRow struct{ size, odds float64 }

// levels are found by the stems of the words for their councils.
var levels = []struct {
	stem     string
	cap, row float64
}{
	{"кабінет", 16.3, 9},
	{"міністер", 16.3, 9},
	{"верховн", 16.3, 9},
	{"обласн", 14, 8.1},
	{"область", 14, 8.1},
	{"міськ", 13, 7.3},
	{"район", 12.7, 7.2},
	{"селищ", 12, 6.9},
	{"сільськ", 12, 6.9},
}

// anyCouncil stands where a report does not say whose it is: most are of villages
// and towns, and a sum that is too large for those is usual at another level.
var anyCouncil = council{cap: 16.3, rows: []usualRow{{6.9, math.Log(0.33)}, {7.3, math.Log(0.4)}, {8.1, math.Log(0.2)}, {9, math.Log(0.07)}}}

// councilOf finds the level of government of a report.
func councilOf(r *record.Report) council {
	text := wording.Fold(r.Authority + " " + r.Issuer + " " + r.Territory + " " + r.Responsible)
	for _, l := range levels {
		if strings.Contains(text, l.stem) {
			return council{cap: l.cap, known: true, rows: []usualRow{{size: l.row}}}
		}
	}
	return anyCouncil
}

// tooSmall is the size below which tables are not planned by councils at all: a
// usual row of some three hundred hryvnias.
const tooSmall = 4.5

// sizeGiven is the log density of the size of a usual row: a few hundred thousand
// hryvnias in a town, less in a village, more in an oblast, and widely spread
// (Student's t with three degrees).
func (c *council) sizeGiven(size float64) float64 {
	density := math.Inf(-1)
	for _, r := range c.rows {
		density = logAdd(density, r.odds+logStudent(size, r.size, 1))
	}
	return density - 4*math.Max(0, tooSmall-size)
}

// logAdd is the logarithm of the sum of two numbers given by their logarithms.
func logAdd(a, b float64) float64 {
	a, b = math.Max(a, b), math.Min(a, b)
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
