package rejoin

import (
	"unicode/utf8"

	"zvit/extract/wording"
)

// kind is what a cell holds, by its form alone.
type kind uint8

const (
	empty    kind = iota
	dash          // "-", "х": said to be absent
	ordinal       // "1.", "1.1.": a row's number that is no numeral
	integer       // "45"
	decimal       // "162 331,35"
	measured      // a numeral with words: "12 місце (за 2019 рік)"
	year          // "2020": a term, or an integer
	period        // "2018-2020"
	word          // a short label: a unit, "так"
	text          // anything longer
	kinds
)

// family groups the kinds that one column mixes.
type family uint8

const (
	anything family = iota // says nothing of its column
	numeric
	temporal
	textual
)

// The limits are runes: a remark with a value stands in a line or two; a label
// is shorter than a phrase.
const (
	longestMeasured = 40
	longestWord     = 16
	longestPeriod   = 60
)

func (k kind) family() family {
	switch k {
	case ordinal, integer, decimal:
		return numeric
	case period:
		return temporal
	case text, word:
		return textual
	default:
		return anything
	}
}

// kindOf returns the kind of a cell, without white space around it, and how many
// decimals it has where it is a figure.
func kindOf(s string) (k kind, decimals int) {
	if s == "" {
		return empty, 0
	}
	if len(s) > 2*longestPeriod {
		return text, 0
	}
	if wording.Absent(s) {
		return dash, 0
	}
	runes := utf8.RuneCountInString(s)
	if startsWithDigit(s) {
		if n, ok := wording.ParseNumeral(s); ok {
			if n.Decimals > 0 || n.Grouped {
				return decimal, n.Decimals
			}
			if len(s) == 4 && s >= "1991" && s <= "2099" {
				return year, 0
			}
			return integer, 0
		}
		if _, ok := wording.RowNumber(s); ok {
			return ordinal, 0
		}
		if wording.IsTerm(s) {
			return period, 0
		}
		if runes <= longestMeasured {
			return measured, 0
		}
		return text, 0
	}
	if n, ok := wording.ParseNumeral(s); ok { // a minus
		if n.Decimals > 0 || n.Grouped {
			return decimal, n.Decimals
		}
		return integer, 0
	}
	if _, ok := wording.RowNumber(s); ok {
		return ordinal, 0
	}
	if runes <= longestPeriod && wording.IsTerm(s) {
		return period, 0
	}
	if runes <= longestWord {
		return word, 0
	}
	return text, 0
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isDecimal(r)
}
