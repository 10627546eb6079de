package normalize

import (
	"math"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// A unit is known here by its exponent: the power of ten of kopecks that one of
// it is. Kopecks 0, hryvnias 2, thousands 5, millions 8, milliards 11.
const (
	expKopeck   = 0
	expUAH      = 2
	expThousand = 5
	expMillion  = 8
	expBillion  = 11
)

func unitOf(exp int) record.Unit {
	switch exp {
	case expKopeck:
		return record.Kopeck
	case expUAH:
		return record.UAH
	case expThousand:
		return record.ThousandUAH
	case expMillion:
		return record.MillionUAH
	case expBillion:
		return record.BillionUAH
	}
	return record.NoUnit
}

func expOf(u record.Unit) (int, bool) {
	switch u {
	case record.Kopeck:
		return expKopeck, true
	case record.UAH:
		return expUAH, true
	case record.ThousandUAH:
		return expThousand, true
	case record.MillionUAH:
		return expMillion, true
	case record.BillionUAH:
		return expBillion, true
	}
	return 0, false
}

// milli is the guard scale of the arithmetic: sums are kept in thousandths of a
// kopeck, so that five decimals of hryvnias add up exactly.
const (
	guard = 3
	milli = 1000
	huge  = int64(4e17) // beyond any budget; products are cut off here
)

var pow10 = [19]int64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

// within10 is the largest number that times pow10 is within huge.
var within10 = func() (out [19]int64) {
	for k, p := range pow10 {
		out[k] = huge / p
	}
	return out
}()

// scale10 returns m * 10^k, rounded half away from zero for negative k and cut
// off at huge.
func scale10(m int64, k int) int64 {
	if k >= 0 {
		switch {
		case k > 18 || m > within10[k]:
			return huge
		case m < -within10[k]:
			return -huge
		}
		return m * pow10[k]
	}
	if -k > 18 {
		return 0
	}
	p := pow10[-k]
	if m < 0 {
		return -((-m + p/2) / p)
	}
	return (m + p/2) / p
}

type cellKind uint8

const (
	money cellKind = iota
	zero
	fixed      // its value is known whatever the unit: a compound amount
	unreadable // no number
)

// cell is one amount as settling sees it.
type cell struct {
	amount *record.Amount
	index  int // in Report.Amounts
	kind   cellKind
	num    wording.Numeral
	// grouped is the other reading of "140,138": a comma or dot for groups.
	grouped    *wording.Numeral
	useGrouped bool
	// exact is the number that the file holds for rounded digits; its decimals say
	// nothing of how the column is printed. See record.Amount.Exact.
	exact *wording.Numeral
	// sizes are log10 of the two readings of the digits, units aside; digits and
	// width are what significant gives.
	sizes  [2]float64
	digits int64
	width  int
	value  record.Kopecks // of a fixed cell
	block  *block
	row    *typedRow // nil in sentences
	shift  int       // exponent against the block's; not 0 in an odd row
	// words is the amount in words beside the numeral.
	words   record.Kopecks
	inWords bool
	// pinned: a person decided the exponent, or the value where pinnedTo is set.
	pinned    bool
	pinnedExp int
	pinnedTo  *record.Kopecks
	decided   bool // the decision is a unit, or a sum that the digits are in one
	stoodOut  bool // among the others of its column, before it was pinned

	seen      int     // the last question of suspects that it was in
	moved     int     // the last turn of oddities that moved it
	oddWeight float64 // what makes an odd cell odd; see weighOdd

	dims dims
	// line and column are its places in its table; nil where it cannot be summed.
	line   *tableRow
	column *moneyColumn

	relations                []*relation
	pairs                    []*pair
	relationCount, pairCount int
}

// parse reads an amount exactly.
func (c *cell) parse(a *record.Amount, index int, mentions []record.UnitMention) {
	c.amount, c.index = a, index
	if a.Words != "" {
		c.words, c.inWords = wording.ParseWords(a.Words)
	}
	readings := wording.Readings(a.Printed)
	if len(readings) == 0 {
		c.kind = unreadable
		if k, ok := compound(a, mentions); ok {
			c.kind, c.value = fixed, k
			c.inWords = c.inWords && !ofFirstGroup(c.words, a.Printed)
		}
		return
	}
	c.num = readings[0]
	if n, ok := wording.ParseNumeral(a.Exact); ok {
		c.exact = &n
		if c.num.Mantissa == 0 {
			c.num = n
		}
		readings = readings[:1]
	}
	c.sizes[0] = sizeOf(c.num)
	c.digits, c.width = significant(c.num.Mantissa)
	for _, r := range readings[1:] {
		if r.Decimals == 0 {
			c.grouped, c.sizes[1] = &r, sizeOf(r)
			break
		}
	}
	if c.num.Mantissa == 0 {
		c.kind = zero
	}
}

// compound reads "3 млн. 520 тис." with the unit that follows it.
func compound(a *record.Amount, mentions []record.UnitMention) (record.Kopecks, bool) {
	unit := ""
	if len(a.Mentions) > 0 && validMention(a.Mentions[0], mentions) {
		unit = " " + mentions[a.Mentions[0]].Text
	}
	found := wording.FindMoney(a.Printed + unit)
	if len(found) == 1 && found[0].Compound != nil {
		return *found[0].Compound, true
	}
	return 0, false
}

// ofFirstGroup reports whether words say the first group of a compound alone: "12
// (дванадцять) тисяч 500".
func ofFirstGroup(words record.Kopecks, printed string) bool {
	digits := strings.IndexFunc(printed, func(r rune) bool { return r < '0' || r > '9' })
	if digits < 1 {
		return false
	}
	n, ok := wording.ParseNumeral(printed[:digits])
	return ok && words == record.Kopecks(scale10(n.Mantissa, expUAH))
}

func validMention(i int, mentions []record.UnitMention) bool { return i >= 0 && i < len(mentions) }

// exp is the exponent that the cell is read with now.
func (c *cell) exp() int {
	if c.pinned {
		return c.pinnedExp
	}
	if c.block == nil {
		return expUAH + c.shift
	}
	return c.block.exp + c.shift
}

// numeral is the reading of the digits that its block has chosen.
func (c *cell) numeral() wording.Numeral {
	if c.useGrouped {
		return *c.grouped
	}
	return c.num
}

// at returns the value in thousandths of a kopeck under an exponent.
func (c *cell) at(exp int) int64 {
	switch {
	case c.kind == zero || c.kind == unreadable:
		return 0
	case c.pinnedTo != nil:
		return scale10(int64(*c.pinnedTo), guard)
	case c.kind == fixed:
		return scale10(int64(c.value), guard)
	case c.pinned:
		exp = c.pinnedExp
	}
	return c.in(exp)
}

// in is the digits in a unit, in thousandths of a kopeck; whole kopecks of a
// number that the file holds, so that the noise of its binary form vanishes.
func (c *cell) in(exp int) int64 {
	if c.exact != nil {
		return scale10(scale10(c.exact.Mantissa, exp-c.exact.Decimals), guard)
	}
	n := c.numeral()
	return scale10(n.Mantissa, exp-n.Decimals+guard)
}

// now is the value under the present reading.
func (c *cell) now() int64 { return c.at(c.exp()) }

// half is half a unit of the last printed digit, in thousandths of a kopeck; 0
// where that digit is a kopeck or less.
func (c *cell) half(exp int) int64 {
	if c.kind != money || c.pinnedTo != nil {
		return 0
	}
	n := c.numeral()
	if c.exact != nil {
		if n = *c.exact; exp < n.Decimals {
			return milli / 2
		}
	}
	if exp <= n.Decimals {
		return 0
	}
	return scale10(1, exp-n.Decimals+guard) / 2
}

// grain is one unit of the last printed digit, at least a thousandth of a kopeck.
func (c *cell) grain(exp int) int64 {
	n := c.numeral()
	if c.exact != nil {
		n = *c.exact
	}
	return max(scale10(1, exp-n.Decimals+guard), 1)
}

// kopecks rounds thousandths of a kopeck.
func kopecks(m int64) record.Kopecks { return record.Kopecks(scale10(m, -guard)) }

// size is log10 of the digits as they are read now, units aside.
func (c *cell) size() float64 {
	if c.useGrouped {
		return c.sizes[1]
	}
	return c.sizes[0]
}

func sizeOf(n wording.Numeral) float64 { return log10abs(n.Mantissa) - float64(n.Decimals) }

// significant is the numeral without trailing zeros, and its number of digits.
func (c *cell) significant() (digits int64, count int) { return c.digits, c.width }

func significant(m int64) (digits int64, count int) {
	if m < 0 {
		m = -m
	}
	if m == 0 {
		return 0, 0
	}
	for m%10 == 0 {
		m /= 10
	}
	for x := m; x > 0; x /= 10 {
		count++
	}
	return m, count
}

// inText reports whether the amount stands in a sentence, be it in a cell of a table:
// what its row and its column say is not said of it.
func (c *cell) inText() bool {
	return c.amount.TableID == "" || c.amount.Subject == record.SubjectProse
}

// live reports whether the cell's unit is to be searched for.
func (c *cell) live() bool { return c.kind == money && !c.pinned && c.pinnedTo == nil }

func log10abs(m int64) float64 {
	if m == 0 {
		return math.Inf(-1)
	}
	return math.Log10(math.Abs(float64(m)))
}
