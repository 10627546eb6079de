package textdoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/wording"
)

// kind is what a token of a stacked table holds.
type kind uint8

const (
	text   kind = iota
	amount      // a numeral, or a mark that there is none
	number      // a row's number: "1.", "2.3."
	empty       // a cell that the source shows to be empty
)

// token is one cell of a table that has lost its grid: one cell a line.
type token struct {
	kind  kind
	cell  cell
	text  string
	line  int // index of its first line
	space int // white lines before it, which may be empty cells
	bar   bool
}

// maxStackedCell is the length in runes beyond which a line is prose, and
// boundaryCell that beyond which it is no cell of a header.
const (
	maxStackedCell = 600
	boundaryCell   = 140
)

// findStacked finds tables whose every cell is a line of its own: with blank
// lines between, or with a bar at its end. Numerals alone on their lines show
// where such a table is; how many columns it has comes from its number row, from
// the row numbers, or from the period of label and numerals. Where these do not
// agree with the header it is left as paragraphs.
func findStacked(lines []line) []fragment {
	var found []fragment
	tokens := tokenize(lines)
	budget := 64 * (len(tokens) + 1024) // tokens looked at: time stays linear
	for at := 0; at < len(tokens) && budget > 0; {
		if tokens[at].bar && (at == 0 || !tokens[at-1].bar) {
			end := barred(tokens, at)
			budget -= (end - at) * 2
			if f, ok := barredTable(tokens[at:end]); ok {
				found = append(found, f)
				at = end
				continue
			}
		}
		if tokens[at].kind != amount && tokens[at].kind != number {
			at++
			continue
		}
		from, to := zone(tokens, at)
		budget -= to - from
		if f, ok := stackedTable(tokens, from, to, lines); ok {
			if n := len(found); n == 0 || found[n-1].to <= f.from {
				found = append(found, f)
				for at < len(tokens) && tokens[at].line < f.to {
					at++
				}
				continue
			}
		}
		at = to
	}
	return found
}

// tokenize makes a token of each line, and of each that goes on over several.
func tokenize(lines []line) []token {
	var tokens []token
	for i := range lines {
		s := trim(lines[i].text)
		bar := strings.HasSuffix(s, "|")
		if bar {
			s = trim(strings.TrimRight(s, "|"))
		}
		t := token{line: i, text: s, space: lines[i].space, bar: bar}
		if n := len(tokens); s == "" && bar && n > 1 && !tokens[n-1].bar && tokens[n-2].bar && lines[i].gap == 0 {
			tokens[n-1].bar = true // The bar of the cell above has slipped to a line of its own.
			continue
		}
		if n := len(tokens); n > 0 && s != "" && continues(&tokens[n-1], s) && !tokens[n-1].bar {
			c := cellOf(s, i)
			if tokens[n-1].kind == text {
				wrap(&tokens[n-1].cell, c)
			} else {
				tokens[n-1].cell.pieces = append(tokens[n-1].cell.pieces, c.pieces...)
			}
			tokens[n-1].text += " " + s
			tokens[n-1].bar = bar
			continue
		}
		switch {
		case s == "" && bar:
			t.kind = empty
		case isAmount(s):
			t.kind = amount
		case dotted(s):
			t.kind = number
		}
		t.cell = cellOf(s, i)
		tokens = append(tokens, t)
	}
	return tokens
}

// isAmount reports whether a line holds a value alone: a numeral, a percentage,
// a mark of absence, or a numeral whose parts follow ("12,5 (у тому числі:").
func isAmount(s string) bool {
	if len(s) > 400 {
		return false
	}
	head := s
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ":") {
		head = s[:i]
	}
	head = trim(strings.TrimSuffix(trim(head), "%"))
	if _, ok := wording.ParseNumeral(head); ok {
		return true
	}
	return s != "" && wording.Absent(s)
}

// dotted reports whether s is a row's number that cannot be an amount.
func dotted(s string) bool {
	if len(s) > 16 || s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	end := s[len(s)-1]
	if end != '.' && end != ')' && strings.Count(s, ".") < 2 {
		return false
	}
	_, ok := wording.RowNumber(s)
	return ok
}

// continues reports whether s goes on with the cell before it: that one is left
// open by a mark or a bracket, or s begins in the middle of a sentence.
func continues(t *token, s string) bool {
	if t.text == "" || long(t.text) || len(t.cell.pieces) > 40 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	if t.kind == amount {
		if strings.HasSuffix(t.text, ";") || strings.HasSuffix(t.text, ":") {
			return true
		}
		// A dash with space before a sum, or a colon's list, is a part of the sum above.
		return strings.ContainsRune("–—", first) && len(s) > utf8.RuneLen(first) && strings.ContainsAny(s, "0123456789") && !isMinus(s)
	}
	if isAmount(s) {
		return false
	}
	open := strings.Count(t.text, "(") > strings.Count(t.text, ")")
	return t.kind == text && len(t.text) < boundaryCell*utf8.UTFMax && utf8.RuneCountInString(t.text) < boundaryCell &&
		(strings.HasSuffix(t.text, ",") || strings.HasSuffix(t.text, "-") || open || first == '(' && len(t.cell.pieces) == 1 ||
			unicode.IsLower(first) && startsCapital(t.text) && !isUnitLine(s) && !shortWord(s))
}

// isMinus reports whether a dash before a numeral is its sign.
func isMinus(s string) bool {
	_, ok := wording.ParseNumeral(s)
	return ok && !strings.HasSuffix(s, ";")
}

func startsCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// shortWord reports a small word that stands for itself in a header ("план").
func shortWord(s string) bool { return utf8.RuneCountInString(s) <= 12 && !strings.Contains(s, " ") }

// unitLine is a line that gives the unit of a table below it: "(тис. грн)".
var unitLine = regexp.MustCompile(`^\(?(?:[ув]\s+|одиниц\p{L}+\s+виміру:?\s*)?(?:(?:тис|млн|млрд|тисяч\p{L}*|мільйон\p{L}*)\s*\.?\s*)?(?:грн|гривен\p{L}*|гривн\p{L}*)\s*\.?\)?\.?$`)

func isUnitLine(s string) bool {
	return len(s) < 64 && unitLine.MatchString(wording.Fold(s))
}

// zone returns the tokens [from, to) around the one at anchor that may be one
// table: from the boundary before it to the last value whose neighbours are cells.
func zone(tokens []token, anchor int) (from, to int) {
	const reach = 48 // tokens of a header
	from = anchor
	for from > 0 && anchor-from < reach && !boundary(tokens, from-1) {
		from--
	}
	to = anchor + 1
	last := anchor
	for to < len(tokens) && to-last <= 8 && !long(tokens[to].text) {
		if tokens[to].kind == amount || tokens[to].kind == number {
			last = to
		}
		to++
	}
	return from, to
}

func long(s string) bool {
	return len(s) > maxStackedCell*utf8.UTFMax || len(s) > maxStackedCell && utf8.RuneCountInString(s) > maxStackedCell
}

// boundary reports whether a token stands above a table and is no part of it: a
// title, a unit's line, a sentence.
func boundary(tokens []token, i int) bool {
	t := &tokens[i]
	if t.kind != text {
		return false
	}
	s := t.text
	if len(s) > boundaryCell && utf8.RuneCountInString(s) > boundaryCell || isUnitLine(s) && !t.bar {
		return true
	}
	folded := wording.Fold(s)
	for _, word := range []string{"таблиця", "табл.", "додаток", "розділ"} {
		if strings.HasPrefix(folded, word) {
			return true
		}
	}
	return !t.bar && (strings.HasSuffix(s, ":") && !wording.IsTotal(s) && !wording.IsPart(s) || strings.HasSuffix(s, ";"))
}
