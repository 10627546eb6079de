package wording

import (
	"math"
	"math/bits"
	"strconv"
	"strings"
	"unicode/utf8"

	"zvit/extract/record"
)

// Numeral is a number as printed: Mantissa / 10^Decimals, exactly.
type Numeral struct {
	Mantissa int64
	Decimals int
	// Grouped says that thousands were grouped by a space, a comma or a dot.
	Grouped bool
}

// maxDigits is how many decimals an int64 mantissa can carry.
const maxDigits = 18

// ParseNumeral reads s, white space around it aside, as one numeral: digits
// grouped by any kind of space, by apostrophes ("1'203'060,00"), or by nothing,
// with a decimal comma or dot, or by commas or dots where they can only be groups
// ("783,358.02"); the comma may have a space behind it before two digits, where
// these begin with 0 or the others are grouped ("2 147 360, 00"), and either mark one
// before it, where the digits are glued to it ("310 ,5"). The minus is
// '-', or U+2212; a dash that is glued to the digit is a minus only where it is
// one of these. It returns false where s holds anything else.
//
// Groups after a space have three digits or a multiple of three ("1 185773,94"),
// after an apostrophe just three, and the first has one to three, so that "2018
// 2020" is no numeral. A code with
// leading zeros ("0110170") is none, nor is "О,5" with a letter for the zero:
// no digit is ever guessed. Footnote marks (asterisks, superscripts) and a full
// stop after a decimal comma ("540,0.") are passed over: they cannot be digits.
//
// Where s has two readings ("140,138", "199,000") it returns the decimal one;
// Readings returns both.
func ParseNumeral(s string) (Numeral, bool) {
	n, _, ok := parseNumeral(s)
	return n, ok
}

// Readings returns every reading of s, the likelier first; none where s is not
// a numeral. The second reading of "140,138" is 140138; that of "1,234,567" is
// 1234,567, since "4,050,24" shows that commas may be both.
func Readings(s string) []Numeral {
	n, other, ok := parseNumeral(s)
	switch {
	case !ok:
		return nil
	case other == n:
		return []Numeral{n}
	}
	return []Numeral{n, other}
}

// parseNumeral returns the likelier reading and the other one, which equals
// the first where there is only one.
func parseNumeral(s string) (n, other Numeral, ok bool) {
	s = trimMarks(trimSpace(s))
	if s == "" {
		return n, n, false
	}
	negative := false
	switch {
	case s[0] == '-':
		negative, s = true, s[1:]
	case s[0] == '+':
		s = s[1:]
	case strings.HasPrefix(s, "\u2212"):
		negative, s = true, s[len("\u2212"):]
	}
	var g shape
	if !g.scan(s) || !g.decide() {
		return n, n, false
	}
	if negative {
		g.mantissa = -g.mantissa
	}
	n = Numeral{Mantissa: g.mantissa, Decimals: g.decimals, Grouped: g.grouped}
	other = n
	if g.ambiguous {
		// The same digits: only the place of the decimal mark is open.
		if other.Decimals == 3 {
			other = Numeral{Mantissa: n.Mantissa, Grouped: true}
		} else {
			other = Numeral{Mantissa: n.Mantissa, Decimals: 3, Grouped: true}
		}
	}
	return n, other, true
}

// shape is what a scan over a numeral's bytes finds: the lengths of its runs of
// digits and what separates them.
type shape struct {
	mantissa  int64
	digits    int // significant ones
	runs      int
	first     int  // length of the first run
	last      int  // length of the last run
	zeroFirst bool // the first run begins with 0
	zeroInt   bool // the runs before the last are zeros only
	spaces    int  // separators by kind
	commas    int
	dots      int
	lastMark  byte // ',' or '.', the last one
	badSpace  bool // a run after a space is no multiple of three
	badMark   bool // a run after a mark that another mark follows is not three
	spaceLate bool // a space after a mark

	decimals  int
	grouped   bool
	ambiguous bool
}

func (g *shape) scan(s string) bool {
	var run int
	var sep byte // before the current run: 0, ' ', '\'', ',' or '.'
	end := func() bool {
		if run == 0 {
			return false
		}
		g.runs++
		if g.runs == 1 {
			g.first = run
		}
		if sep == ' ' && run%3 != 0 || sep == '\'' && run != 3 {
			g.badSpace = true
		}
		g.last = run
		return true
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c >= '0' && c <= '9' {
			if run == 0 && sep == 0 {
				g.zeroFirst = c == '0'
			}
			if g.digits > 0 || c != '0' {
				g.digits++
			}
			if g.digits > maxDigits {
				return false
			}
			g.mantissa = g.mantissa*10 + int64(c-'0')
			run++
			i++
			continue
		}
		kind, size := separatorAt(s, i)
		if kind == ' ' && run > 0 && g.commas+g.dots == 0 && beginsDecimals(s[i+size:]) {
			i += size // "310 ,5": the space before the mark parts nothing
			continue
		}
		if size == 0 || !end() {
			return false
		}
		switch kind {
		case ' ', '\'':
			g.spaces++
			if g.commas+g.dots > 0 {
				g.spaceLate = true
			}
		default:
			if g.commas+g.dots > 0 && run != 3 {
				g.badMark = true
			}
			if kind == ',' {
				g.commas++
			} else {
				g.dots++
			}
			g.zeroInt = g.mantissa == 0
			g.lastMark = kind
			if kind == ',' && g.commas+g.dots == 1 {
				size += g.kopecksSetOff(s[i+1:])
			}
		}
		sep, run = kind, 0
		i += size
	}
	return end()
}

// separatorAt returns what parts the digits of a numeral at byte i, and its size in
// bytes: a comma, a dot, white space of any kind as ' ', or an apostrophe of any kind
// as the one of ASCII; a size of 0 where nothing does.
func separatorAt(s string, i int) (kind byte, size int) {
	if c := s[i]; c == ',' || c == '.' {
		return c, 1
	}
	if n := spaceAt(s, i); n > 0 {
		return ' ', n
	}
	if r, n := runeAt(s, i); isApostrophe(r) {
		return '\'', n
	}
	return 0, 0
}

// beginsDecimals reports whether s begins with a comma or a dot and a digit.
func beginsDecimals(s string) bool {
	return len(s) > 1 && (s[0] == ',' || s[0] == '.') && isDigit(s[1])
}

// kopecksSetOff returns how long the space is between a comma and the two last
// digits of the numeral, which rest begins with; 0 where there is none.
func (g *shape) kopecksSetOff(rest string) int {
	if rest == "" || isDigit(rest[0]) {
		return 0
	}
	n := spaceAt(rest, 0)
	if n == 0 || len(rest) != n+2 || !isDigit(rest[n]) || !isDigit(rest[n+1]) || rest[n] != '0' && g.spaces == 0 {
		return 0
	}
	return n
}

// decide tells groups from decimals.
func (g *shape) decide() bool {
	marks := g.commas + g.dots
	if g.badSpace || g.spaceLate || g.spaces > 0 && (g.first > 3 || g.zeroFirst) {
		return false
	}
	g.grouped = g.spaces > 0
	switch {
	case marks == 0:
		return !g.zeroFirst || g.first == 1
	case marks == 1:
		if g.zeroFirst && g.first > 1 && !g.zeroInt || g.last > maxDigits {
			return false
		}
		g.decimals = g.last
		g.ambiguous = g.last == 3 && g.first <= 3 && !g.zeroFirst && g.spaces == 0
		return true
	}
	// Two marks and more: all but the last are groups.
	if g.badMark || g.spaces > 0 || g.first > 3 || g.zeroFirst {
		return false
	}
	g.grouped = true
	mixed := g.commas > 0 && g.dots > 0
	switch {
	case mixed && (g.lastMark == ',' && g.commas == 1 || g.lastMark == '.' && g.dots == 1):
		g.decimals = g.last
		return g.last <= maxDigits
	case mixed:
		return false
	case g.last == 3:
		g.ambiguous = true
		return true
	case g.last < 3 && g.lastMark == ',':
		g.decimals = g.last
		return true
	}
	return false
}

// trimMarks cuts what follows a numeral and cannot be part of it.
func trimMarks(s string) string {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		switch r {
		case '*', '¹', '²', '³', '⁴', '⁵':
			s = trimSpace(s[:len(s)-size])
		case '.':
			if strings.IndexByte(s, ',') < 0 || strings.IndexByte(s, '.') != len(s)-1 {
				return s
			}
			return s[:len(s)-1]
		default:
			return s
		}
	}
	return s
}

// String prints the numeral with a decimal comma and no groups; ParseNumeral
// reads it back as it was, Grouped aside.
func (n Numeral) String() string {
	var buf [48]byte
	b := strconv.AppendInt(buf[:0], n.Mantissa, 10)
	if n.Decimals <= 0 {
		return string(b)
	}
	sign := ""
	if b[0] == '-' {
		sign, b = "-", b[1:]
	}
	digits := string(b)
	if pad := n.Decimals + 1 - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	cut := len(digits) - n.Decimals
	return sign + digits[:cut] + "," + digits[cut:]
}

// Kopecks returns the numeral's value in unit u, and false where it is no whole
// number of kopecks or overflows; Interval is for those. With NoUnit it is
// always false.
func (n Numeral) Kopecks(u record.Unit) (record.Kopecks, bool) {
	k := u.Kopecks()
	if k == 0 || n.Decimals < 0 || n.Decimals > maxDigits {
		return 0, false
	}
	lo, hi, ok := n.scaled(k, pow10(n.Decimals))
	if !ok || lo != hi {
		return 0, false
	}
	return record.Kopecks(lo), true
}

// Interval returns the closed interval of kopecks that the printed decimals
// allow: value ± half a unit of the last printed digit (XBRL Calculations 1.1),
// and nothing beside the value itself where that digit is a kopeck or less (a
// part of a kopeck is then rounded out to the whole ones on both sides). Bounds
// that overflow are cut at the ends of int64; NoUnit gives 0, 0.
func (n Numeral) Interval(u record.Unit) (lo, hi record.Kopecks) {
	k := u.Kopecks()
	if k == 0 || n.Decimals < 0 || n.Decimals > maxDigits {
		return 0, 0
	}
	p := pow10(n.Decimals)
	l, h, ok := n.scaled(k, p)
	if !ok {
		if n.Mantissa < 0 {
			return math.MinInt64, math.MinInt64
		}
		return math.MaxInt64, math.MaxInt64
	}
	if k <= p {
		return record.Kopecks(l), record.Kopecks(h)
	}
	half := k / p / 2
	return saturate(l, -half), saturate(h, half)
}

// scaled returns mantissa * k / p rounded down and up.
func (n Numeral) scaled(k, p int64) (lo, hi int64, ok bool) {
	abs := uint64(n.Mantissa)
	if n.Mantissa < 0 {
		abs = -abs
	}
	high, low := bits.Mul64(abs, uint64(k))
	if high >= uint64(p) {
		return 0, 0, false
	}
	quo, rem := bits.Div64(high, low, uint64(p))
	if quo >= math.MaxInt64 {
		return 0, 0, false
	}
	lo, hi = int64(quo), int64(quo)
	if rem > 0 {
		hi++
	}
	if n.Mantissa < 0 {
		lo, hi = -hi, -lo
	}
	return lo, hi, true
}

func saturate(v, d int64) record.Kopecks {
	switch {
	case d > 0 && v > math.MaxInt64-d:
		return math.MaxInt64
	case d < 0 && v < math.MinInt64-d:
		return math.MinInt64
	}
	return record.Kopecks(v + d)
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
