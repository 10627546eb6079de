package synth

import (
	"strconv"
	"strings"

	"zvit/extract/record"
)

// numberStyle is how a report writes its numbers.
type numberStyle struct {
	group   string
	decimal string
	trim    bool // zero decimals are left out
}

func (g *generator) numberStyle() numberStyle {
	return numberStyle{
		group:   []string{" ", "\u00a0", "", "\u202f"}[g.pick(55, 15, 25, 5)],
		decimal: []string{",", "."}[g.pick(85, 15)],
		trim:    g.chance(0.15),
	}
}

// unit is how a column is printed.
type unit struct {
	exp      int // power of ten of kopecks
	decimals int
}

// quantum is one unit of the last printed digit in kopecks.
func (u unit) quantum() int64 { return pow(max(u.exp-u.decimals, 0)) }

func pow(n int) int64 {
	x := int64(1)
	for range n {
		x *= 10
	}
	return x
}

func unitName(exp int) record.Unit {
	switch exp {
	case 0:
		return record.Kopeck
	case 2:
		return record.UAH
	case 5:
		return record.ThousandUAH
	case 8:
		return record.MillionUAH
	}
	return record.NoUnit
}

// drawUnit draws a table's unit: larger sums in larger units.
func (g *generator) drawUnit() unit {
	exp := []int{2, 5, 8}[g.pick(46, 52, 2+2*float64(g.level))]
	if g.size < 5 && exp == 8 {
		exp = 5
	}
	return unit{exp, g.drawDecimals(exp)}
}

func (g *generator) drawDecimals(exp int) int {
	switch exp {
	case 2:
		return []int{0, 1, 2}[g.pick(35, 8, 57)]
	case 5:
		return []int{0, 1, 2, 3, 5}[g.pick(14, 52, 12, 19, 3)]
	}
	return []int{1, 2, 3, 5}[g.pick(30, 25, 35, 10)]
}

// print writes kopecks in a unit; the digits below its decimals are cut off, and
// the value that was printed is returned.
func (g *generator) print(k int64, u unit) (string, int64) {
	q := u.quantum()
	neg := k < 0
	if neg {
		k = -k
	}
	m := (k + q/2) / q
	value := m * q
	s := strconv.FormatInt(m, 10)
	d := min(u.decimals, u.exp)
	for len(s) <= d {
		s = "0" + s
	}
	whole, frac := s[:len(s)-d], s[len(s)-d:]
	if g.style.trim {
		frac = strings.TrimRight(frac, "0")
	}
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(g.style.group)
		}
		b.WriteRune(c)
	}
	if frac != "" {
		b.WriteString(g.style.decimal + frac)
	}
	if neg {
		return "-" + b.String(), -value
	}
	return b.String(), value
}

// percent writes a percentage with one decimal.
func percent(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', 1, 64), ".", ",", 1)
}
