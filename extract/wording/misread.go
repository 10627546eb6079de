package wording

import (
	"slices"
	"unicode/utf8"
)

// withMisread returns the numerals of a text with those in which a letter stands for
// a digit ("52,О", "1О 500,00", "12 ООО"), each as a whole, in the place of what
// numeralsOf took of it. No digit is guessed: ParseNumeral refuses such a figure, and
// an amount of it is unreadable rather than a part of it, or nothing.
func withMisread(s string, tokens []token, numerals []numeralTokens) []numeralTokens {
	owned := false
	for i := 1; i < len(tokens); i++ {
		if tokens[i].kind != tokenWord || !likeDigits(tokens[i].text) {
			continue
		}
		first, next := misreadAt(s, tokens, i)
		if next == 0 {
			continue
		}
		from := slices.IndexFunc(numerals, func(n numeralTokens) bool { return n.next > first })
		if from < 0 {
			from = len(numerals)
		}
		to := from
		for to < len(numerals) && numerals[to].first < next {
			to++
		}
		n := numeralTokens{NumeralSpan: NumeralSpan{Start: int(tokens[first].start), End: int(tokens[next-1].end)}, first: first, next: next, misread: true}
		if !owned {
			numerals, owned = slices.Clone(numerals), true // the caller keeps its own
		}
		numerals = slices.Replace(numerals, from, to, n)
		i = next - 1
	}
	return numerals
}

// likeDigits reports whether a folded word has nothing but letters that are read for
// digits: "О" for 0, "З" for 3.
func likeDigits(w string) bool {
	const most = 3 * len("о")
	if w == "" || len(w) > most {
		return false
	}
	for _, r := range w {
		switch r {
		case 'о', 'з', 'o':
		default:
			return false
		}
	}
	return true
}

// misreadAt returns the tokens [first, next) of the figure that the word tokens[at] is
// a part of: digits and such words glued together, a comma or a dot between them,
// and groups of three beside them. next is 0 where it has no digit, or is itself
// glued to a word or is the end of a code ("№15-3о").
func misreadAt(s string, tokens []token, at int) (first, next int) {
	first, next = at, at+1
	for step := -1; step != 0; first += step {
		step = 0
		switch {
		case !tokens[first].spaced && figureAt(tokens, first-1):
			step = -1
		case !tokens[first].spaced && first > 1 && markAt(tokens, first-1) && figureAt(tokens, first-2):
			step = -2
		case first > 0 && tokens[first-1].kind == tokenDigits && tokens[first-1].size() <= 3 && oneSpace(s, tokens, first) && groupFrom(tokens, first):
			step = -1
		}
	}
	grouped := true // a group may follow
	for step := 1; step != 0; next += step {
		step = 0
		switch {
		case next == len(tokens):
		case !tokens[next].spaced && figureAt(tokens, next):
			step = 1
		case markAt(tokens, next) && figureAt(tokens, next+1) && !tokens[next+1].spaced:
			step, grouped = 2, false
		case grouped && hasDigits(tokens[first:next]) && figureAt(tokens, next) && oneSpace(s, tokens, next) && groupFrom(tokens, next):
			step = 1
		}
	}
	switch {
	case !hasDigits(tokens[first:next]), first > 0 && !tokens[first].spaced && !tokens[first-1].is("(", "[", "«", "\"", "/", ":"):
		return 0, 0
	}
	return first, next
}

func hasDigits(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(t token) bool { return t.kind == tokenDigits })
}

// figureAt reports whether tokens[i] is of digits, or of what was read for them.
func figureAt(tokens []token, i int) bool {
	return i >= 0 && i < len(tokens) && (tokens[i].kind == tokenDigits || tokens[i].kind == tokenWord && likeDigits(tokens[i].text))
}

// markAt reports whether a comma or a dot is glued to what stands before it.
func markAt(tokens []token, i int) bool { return tokens[i].is(",", ".") && !tokens[i].spaced }

// groupFrom reports whether three digits, or what was read for them, begin at
// tokens[i] and end before a space, a mark or the text's end.
func groupFrom(tokens []token, i int) bool {
	n := 0
	for j := i; figureAt(tokens, j) && (j == i || !tokens[j].spaced); j++ {
		n += utf8.RuneCountInString(tokens[j].text)
	}
	return n == 3
}
