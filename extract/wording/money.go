package wording

import (
	"math/bits"

	"zvit/extract/record"
)

// MoneyAmount is a number with its unit in running text; compound ones ("3 млн.
// 520 тис.грн") are one amount with several parts.
type MoneyAmount struct {
	Start, End int    // by bytes, the unit and the words in brackets included
	Printed    string // the numeral (of a compound: the whole of it) without the last unit
	Unit       record.Unit
	UnitText   string
	Words      string // amount in words that follows in brackets, or empty
	// Compound is the exact sum of a compound amount; nil for a plain one.
	Compound *record.Kopecks
	// Per is what the money is for one of, as in UnitSpan: a tariff.
	Per string
}

// FindMoney returns the amounts of money in running text, in order: numerals
// with a unit right after them, or after the amount in words in brackets
// ("36 000,00 (тридцять шість тисяч) грн 00 коп."). A multiplier without "грн"
// is money under the rule of FindUnits, or where it begins a compound.
//
// Where a number stands so close before the numeral that it may be its first
// group ("1117 777,5 тис.грн"), Printed holds both and ParseNumeral refuses it:
// the amount is unreadable rather than wrong. So it is where the numeral may be the
// decimals of the number before it ("23, 3 мільйони").
func FindMoney(s string) []MoneyAmount {
	if !hasDigit(s) || !mayHaveUnit(s) {
		return nil
	}
	tokens := lex(s)
	return moneyOf(s, tokens, numeralsOf(s, tokens))
}

func moneyOf(s string, tokens []token, numerals []numeralTokens) []MoneyAmount {
	var found []MoneyAmount
	numerals = withMisread(s, tokens, numerals)
	for k := 0; k < len(numerals); k++ {
		a, used, ok := moneyAt(s, tokens, numerals, k)
		if !ok {
			continue
		}
		if k > 0 && used == 1 && a.Compound == nil {
			prev := numerals[k-1]
			free := len(found) == 0 || found[len(found)-1].End <= prev.Start
			if free && prev.next == numerals[k].first && !numerals[k].misread && oneSpace(s, tokens, numerals[k].first) && !isYear(int(prev.Mantissa)) && numerals[k].Mantissa >= 0 {
				a.Start = prev.Start
				a.Printed = s[prev.Start:numerals[k].End]
			} else if free && tornDecimal(s, tokens, prev, numerals[k]) {
				a.Start = prev.Start
				a.Printed = s[prev.Start:numerals[k].End]
			}
		}
		found = append(found, a)
		k += used - 1
	}
	return found
}

// tornDecimal reports whether a numeral may be the decimals or a group of the one
// before it: with a space behind the comma ("23, 3 мільйони"), where it may as well
// be the last of a list, which no one can tell; with one before it ("310 ,5") or on
// both sides ("15 000 . 50"); with zeros that begin no number ("15. 000,00").
func tornDecimal(s string, tokens []token, prev, n numeralTokens) bool {
	comma := prev.next
	if comma+1 == n.first && tokens[comma].is(",", ".") && prev.Decimals == 0 && !isYear(int(prev.Mantissa)) && (tokens[comma].spaced || tokens[n.first].spaced) && !tokens[n.first].newline {
		digits := tokens[n.first]
		if !digits.spaced || tokens[comma].spaced && digits.size() <= 2 || digits.size() == 3 && digits.text[0] == '0' {
			return true
		}
	}
	return comma+1 == n.first && tokens[comma].is(",") && !tokens[comma].spaced && oneSpace(s, tokens, n.first) &&
		prev.Decimals == 0 && n.Decimals == 0 && n.next == n.first+1 && tokens[n.first].size() <= 2 && !isYear(int(prev.Mantissa))
}

// moneyPart is a numeral with its unit.
type moneyPart struct {
	n     numeralTokens
	m     unitMatch
	at    int // the unit's first token
	words [2]int
}

// moneyAt reads the amount that begins with numerals[k]; used is how many
// numerals it takes.
func moneyAt(s string, tokens []token, numerals []numeralTokens, k int) (a MoneyAmount, used int, ok bool) {
	part, ok := partOf(tokens, numerals[k])
	if !ok {
		return a, 0, false
	}
	parts := []moneyPart{part}
	for k+len(parts) < len(numerals) {
		last := parts[len(parts)-1]
		n := numerals[k+len(parts)]
		if n.misread || n.first != last.m.next && (n.first != last.m.next+1 || !tokens[last.m.next].is("та", "і")) || n.Mantissa < 0 || tokens[n.first].newline {
			break
		}
		p, ok := partOf(tokens, n)
		if !ok || p.m.unit.Kopecks() >= last.m.unit.Kopecks() || !last.m.bare && p.m.unit != record.Kopeck || last.n.Decimals > 0 && p.n.Mantissa != 0 {
			break
		}
		if lo, hi := p.n.Interval(p.m.unit); lo < 0 || int64(hi) > last.m.unit.Kopecks() {
			break
		}
		parts = append(parts, p)
	}
	used = len(parts)
	if p, ok := kopecksAfter(tokens, parts[used-1]); ok && used < 4 {
		parts = append(parts, p)
	}
	last := parts[len(parts)-1]
	if last.m.bare && (!bareMoney(tokens, last.m.next) || len(parts) == 1 && !moneyBefore(tokens[:part.n.first])) {
		return a, 0, false
	}
	a = MoneyAmount{
		Start: parts[0].n.Start, End: int(tokens[last.m.last].end), Printed: s[parts[0].n.Start:last.n.End],
		Unit: last.m.unit, UnitText: s[tokens[last.at].start:tokens[last.m.last].end],
	}
	if from, to := perAt(tokens, last.m.next); to > 0 {
		a.Per, a.End = s[tokens[from].start:tokens[to-1].end], int(tokens[to-1].end)
	}
	if len(parts) > 1 {
		sum, exact := sumParts(parts)
		if !exact {
			return a, 0, false
		}
		a.Compound = &sum
	}
	for _, p := range parts {
		if p.words[1] > 0 {
			a.Words = s[tokens[p.words[0]].start:tokens[p.words[1]-1].end]
		}
	}
	if from, to := bracketWords(tokens, last.m.next); to > 0 && a.Per == "" {
		a.Words, a.End = s[tokens[from].start:tokens[to-1].end], int(tokens[to].end)
	}
	return a, used, true
}

// kopecksAfter reads the two digits of kopecks that are no numeral by
// themselves: "05 коп.", "00 копійок" after hryvnias.
func kopecksAfter(tokens []token, p moneyPart) (moneyPart, bool) {
	i := p.m.next
	if p.m.bare || p.m.unit == record.Kopeck || p.n.Decimals > 0 || i+1 >= len(tokens) {
		return p, false
	}
	t := tokens[i]
	if t.kind != tokenDigits || t.size() != 2 || t.text[0] != '0' || !isKopeck(tokens[i+1].text) {
		return p, false
	}
	n := NumeralSpan{Numeral{Mantissa: int64(t.value)}, int(t.start), int(t.end)}
	return moneyPart{n: numeralTokens{NumeralSpan: n, first: i, next: i + 1}, m: unitAt(tokens, i+1), at: i + 1}, true
}

func partOf(tokens []token, n numeralTokens) (moneyPart, bool) {
	p := moneyPart{n: n, at: n.next}
	if from, to := bracketWords(tokens, n.next); to > 0 {
		p.words, p.at = [2]int{from, to}, to+1
	}
	if p.at >= len(tokens) {
		return p, false
	}
	if n.Decimals > 0 && p.at == n.next && p.at+1 < len(tokens) && tokens[p.at].is(",") && isCurrency(tokens[p.at+1].text, false) {
		p.at++ // "3918204.46 , грн": a comma that stands for nothing
	}
	p.m = unitAt(tokens, p.at)
	return p, p.m.next > 0
}

// bracketWords reads "(тридцять шість тисяч гривень 00 копійок)" at tokens[i]:
// the tokens from and to are inside the brackets; to is 0 where there is none.
func bracketWords(tokens []token, i int) (from, to int) {
	if i+1 >= len(tokens) || !tokens[i].is("(") || tokens[i+1].kind != tokenWord || !isCardinal(tokens[i+1].text) {
		return 0, 0
	}
	for j := i + 1; j < len(tokens) && j < i+40; j++ {
		if tokens[j].is(")") {
			return i + 1, j
		}
		if tokens[j].is("(") {
			break
		}
	}
	return 0, 0
}

func sumParts(parts []moneyPart) (record.Kopecks, bool) {
	var sum record.Kopecks
	for i, p := range parts {
		v, ok := p.n.Kopecks(p.m.unit)
		if i > 0 && parts[0].n.Mantissa < 0 {
			v = -v
		}
		total := sum + v
		if _, overflow := bits.Add64(uint64(abs(sum)), uint64(abs(v)), 0); !ok || overflow != 0 || abs(total) < abs(sum) {
			return 0, false
		}
		sum = total
	}
	return sum, true
}

func abs(k record.Kopecks) record.Kopecks {
	if k < 0 {
		return -k
	}
	return k
}
