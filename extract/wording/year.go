package wording

// Years returns the four-digit years (1991 to 2099) that s names, in order and
// each once, ranges expanded by their ends only. Numbers that a unit, a decimal
// mark or a further group of digits makes into something else are left out, as
// are numbers of documents ("№ 2018").
func Years(s string) []int {
	if !hasYear(s) {
		return nil
	}
	return yearsOf(lex(s))
}

func yearsOf(tokens []token) []int {
	var years []int
next:
	for i, t := range tokens {
		if !yearAt(tokens, i) {
			continue
		}
		for _, y := range years {
			if y == t.number() {
				continue next
			}
		}
		years = append(years, t.number())
	}
	return years
}

// hasYear reports whether s has four digits that may be a year's: most texts
// have none, and need not be cut into words.
func hasYear(s string) bool {
	run := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			run++
			continue
		}
		if run == 4 && (s[i-4] == '1' || s[i-4] == '2') {
			return true
		}
		run = 0
	}
	return run == 4
}

// yearAt reports whether tokens[i] is a year that stands as one.
func yearAt(tokens []token, i int) bool {
	t := tokens[i]
	if t.kind != tokenDigits || t.size() != 4 || !isYear(t.number()) {
		return false
	}
	if i > 0 {
		prev := tokens[i-1]
		switch {
		case prev.is("№", "#", "n", "no") && prev.size() < 4:
			return false
		case prev.kind == tokenDigits && t.spaced && prev.size() <= 3 && i > 1 && decimalMark(tokens, i-2):
			return false
		case prev.is(",", ".") && !t.spaced && !prev.spaced && i > 1 && tokens[i-2].kind == tokenDigits && !dateBefore(tokens, i):
			return false // decimals
		case prev.is("-") && !t.spaced && i > 1 && tokens[i-2].kind == tokenDigits && tokens[i-2].size() > 4:
			return false
		}
	}
	if i+1 < len(tokens) {
		next := tokens[i+1]
		switch {
		case next.is(",", ".") && i+2 < len(tokens) && !next.spaced && !tokens[i+2].spaced && tokens[i+2].kind == tokenDigits &&
			tokens[i+2].size() != 4:
			return false // decimals follow
		case next.begins("грн", "гривен", "гривн", "млн", "млрд", "мільйон", "мільярд", "осіб", "чол"),
			next.is("тис", "тисяч", "коп", "шт", "од", "га", "км", "м", "кв", "куб", "особи"):
			return false
		case next.is("%"):
			return false
		}
	}
	return true
}

// decimalMark reports whether tokens[i] is a mark glued between digits.
func decimalMark(tokens []token, i int) bool {
	return tokens[i].is(",") && !tokens[i+1].spaced && i > 0 && tokens[i-1].kind == tokenDigits
}

// dateBefore reports whether "18.12." stands right before tokens[i].
func dateBefore(tokens []token, i int) bool {
	return i >= 4 && tokens[i-1].is(".") && tokens[i-3].is(".") && tokens[i-2].kind == tokenDigits && tokens[i-4].kind == tokenDigits ||
		i >= 2 && tokens[i-1].is(".") && tokens[i-2].kind == tokenDigits && tokens[i-2].size() == 2 && tokens[i-2].value >= 1 && tokens[i-2].value <= 12
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if isDigit(s[i]) {
			return true
		}
	}
	return false
}
