package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold returns s for matching only: lower case; Latin letters and digits that
// look like Cyrillic ones folded inside words that are mostly Cyrillic (by the
// word's majority, so that "COVID" stays); the apostrophes ' ’ ʼ ` ´ one; soft
// hyphens and hyphens at a line's end out; white space of any kind one space;
// letter-spaced words ("Р І Ш Е Н Н Я") closed.
func Fold(s string) string {
	if folded, ok := foldPlain(s); ok {
		return folded
	}
	return foldAny(s)
}

func foldAny(s string) string {
	runes := closeSpaced(unhyphen([]rune(s)))
	var b strings.Builder
	b.Grow(len(s))
	space := false
	most := uncounted
	for i := 0; i < len(runes); {
		r := runes[i]
		if isSpace(r) {
			space = b.Len() > 0
			i++
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if !inWord(r) {
			if isDash(r) {
				r = foldDash(r)
			}
			b.WriteRune(toLower(r))
			i++
			continue
		}
		j := i
		for j < len(runes) && inWord(runes[j]) {
			j++
		}
		word := runes[i:j]
		if len(word) == 1 && cyrillicTwin.of(word[0]) != 0 {
			if most == uncounted {
				most = majorityOf(string(runes))
			}
			if most == mostlyCyrillic {
				word = []rune{cyrillicTwin.of(word[0])}
			}
		}
		for _, r := range Homoglyphs(word) {
			if isApostrophe(r) {
				r = '\''
			}
			b.WriteRune(toLower(r))
		}
		i = j
	}
	return b.String()
}

// majority says which letters most letters of a text are. It decides for words of
// one letter ("музеїв i архівів").
type majority uint8

const (
	uncounted majority = iota
	mostlyCyrillic
	mostlyOther
)

func majorityOf(s string) majority {
	n := 0
	for i := 0; i < len(s); {
		if end := smallCyrillic(s, i); end > i {
			n += (end - i) / 2
			i = end
			continue
		}
		r, size := runeAt(s, i)
		i += size
		switch {
		case isCyrillic(r):
			n++
		case isLatin(r):
			n--
		}
	}
	if n > 0 {
		return mostlyCyrillic
	}
	return mostlyOther
}

// foldDash keeps the hyphen and the long dash apart and drops their kinds.
func foldDash(r rune) rune {
	switch r {
	case '-', '\u2010', '\u2011':
		return '-'
	case '\u2212':
		return r
	}
	return '–'
}

func inWord(r rune) bool { return isLetter(r) || r >= '0' && r <= '9' || isApostrophe(r) }

// unhyphen drops soft hyphens, and the hyphen that cuts a word at a line's end.
func unhyphen(runes []rune) []rune {
	out := runes[:0:0]
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if r == '\u00AD' || r == '\uFEFF' || r == '\u200B' || r == '\u2060' {
			continue
		}
		if (r == '-' || r == '\u2010' || r == '¬') && i > 0 && isLetter(runes[i-1]) {
			j, line := i+1, false
			for j < len(runes) && isSpace(runes[j]) {
				line = line || runes[j] == '\n' || runes[j] == '\r'
				j++
			}
			if line && j < len(runes) && unicode.IsLower(runes[j]) {
				i = j - 1
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// closeSpaced closes words whose letters are set apart by single spaces: four
// letters and more, or three capitals. Two spaces end such a word.
func closeSpaced(runes []rune) []rune {
	for i := 0; i < len(runes); i++ {
		if n := spacedRun(runes, i); n > 0 {
			return closeFrom(runes, i)
		}
	}
	return runes
}

func closeFrom(runes []rune, from int) []rune {
	out := append(make([]rune, 0, len(runes)), runes[:from]...)
	for i := from; i < len(runes); {
		n := spacedRun(runes, i)
		if n == 0 {
			out = append(out, runes[i])
			i++
			continue
		}
		for k := range n {
			out = append(out, runes[i+2*k])
		}
		i += 2*n - 1
	}
	return out
}

// spacedRun returns how many letters set apart by single spaces begin at i.
func spacedRun(runes []rune, i int) int {
	if !isLetter(runes[i]) || i > 0 && !isSpace(runes[i-1]) {
		return 0
	}
	n, capitals := 1, unicode.IsUpper(runes[i])
	for j := i; j+2 < len(runes) && isSpace(runes[j+1]) && isLetter(runes[j+2]); j += 2 {
		if j+3 < len(runes) && inWord(runes[j+3]) {
			break
		}
		capitals = capitals && unicode.IsUpper(runes[j+2])
		n++
	}
	if n >= 4 || n == 3 && capitals {
		return n
	}
	return 0
}

// FirstLetter returns the first letter or digit of s, small and Cyrillic where it
// may stand for a Cyrillic one; 0 where s has none. A digit may be a letter in
// the folded text: "3атверджено" begins with "з".
func FirstLetter(s string) rune {
	for i := 0; i < len(s); {
		r, size := runeAt(s, i)
		if wordRune(s, i) > 0 {
			if twin := cyrillicTwin.of(r); twin != 0 {
				r = twin
			}
			if letter := lookalikeDigit(r); letter != 0 && i+1 < len(s) && wordRune(s, i+1) > 0 && !isDigit(s[i+1]) {
				r = letter
			}
			return toLower(r)
		}
		i += size
	}
	return 0
}

// Words splits folded text into words; an apostrophe or hyphen inside a word
// stays.
func Words(folded string) []string {
	words := make([]string, 0, len(folded)/12+1)
	for start, end := nextWord(folded, 0); end > 0; start, end = nextWord(folded, end) {
		words = append(words, folded[start:end])
	}
	return words
}

// nextWord returns where the first word at or after byte i begins and ends; end
// is 0 where there is none.
func nextWord(s string, i int) (start, end int) {
	for i < len(s) && wordRune(s, i) == 0 {
		_, size := runeAt(s, i)
		i += size
	}
	if i >= len(s) {
		return 0, 0
	}
	return i, wordEnd(s, i)
}

// wordEnd returns where the word ends that has a letter or digit at byte i.
func wordEnd(s string, i int) int {
	last := i // of its letters and digits
	for i < len(s) {
		if end := smallCyrillic(s, i); end > i {
			last, i = end-2, end
			continue
		}
		size := wordRune(s, i)
		if size == 0 && joinsWord(s, last, i) {
			size = 1
		} else {
			last = i
		}
		if size == 0 {
			break
		}
		i += size
	}
	return i
}

// joinsWord reports whether byte i, after the letter or digit at last, is an
// apostrophe or a hyphen inside a word.
func joinsWord(s string, last, i int) bool {
	if s[i] != '\'' && s[i] != '-' || i+1 == len(s) {
		return false
	}
	if wordRune(s, i+1) == 0 {
		return false
	}
	return !isDigit(s[last]) || !isDigit(s[i+1])
}

// HasStems reports whether folded text has, in order and with any words between
// them, words that begin with the given stems.
func HasStems(folded string, stems ...string) bool {
	from := 0 // after the last word that was found
	for _, stem := range stems {
		at := findStem(folded, from, stem)
		if at < 0 {
			return false
		}
		from = wordEnd(folded, at)
	}
	return true
}

// findStem returns where the first word at or after byte from begins that begins
// with the stem, or -1. Most texts have no such letters at all, which is found
// out without cutting them into words.
func findStem(folded string, from int, stem string) int {
	for from <= len(folded) {
		i := strings.Index(folded[from:], stem)
		if i < 0 {
			return -1
		}
		from += i
		if beginsWord(folded, from) && wordEnd(folded, from) >= from+len(stem) {
			return from
		}
		from++
	}
	return -1
}

// beginsWord reports whether a word begins at byte i.
func beginsWord(s string, i int) bool {
	if i >= len(s) || wordRune(s, i) == 0 {
		return false
	}
	if i == 0 {
		return true
	}
	_, size := utf8.DecodeLastRuneInString(s[:i])
	before := i - size
	if wordRune(s, before) > 0 {
		return false
	}
	if before == 0 {
		return true
	}
	_, size = utf8.DecodeLastRuneInString(s[:before])
	return wordRune(s, before-size) == 0 || !joinsWord(s, before-size, before)
}

// Stem cuts a folded Ukrainian word to the part that its cases share; good
// enough to compare heading words, no dictionary. At least three letters stay.
func Stem(word string) string {
	if i := strings.LastIndexByte(word, '-'); i > 0 {
		return word[:i+1] + Stem(word[i+1:])
	}
	for _, ending := range endings {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok || utf8.RuneCountInString(stem) < 3 {
			continue
		}
		// "Програми", "реклам": the м is the stem's.
		if (ending == "ами" || ending == "ам") && endsInCluster(stem) {
			continue
		}
		return stem
	}
	return word
}

// endsInCluster reports whether a stem ends in two consonants.
func endsInCluster(stem string) bool {
	const vowels = "аеєиіїоуюя"
	last, size := utf8.DecodeLastRuneInString(stem)
	prev, _ := utf8.DecodeLastRuneInString(stem[:len(stem)-size])
	return !strings.ContainsRune(vowels, last) && !strings.ContainsRune(vowels, prev)
}

// endings are the case endings of nouns and adjectives and the endings of
// verbs' past tense, longest first (Ukrainian Orthography of 2019, §§ 82-111).
var endings = []string{
	"еві", "ові", "ями", "ами", "ими", "іми", "ого", "ому", "ією", "ості", "істю",
	"ях", "ах", "их", "іх", "їх", "ям", "ам", "им", "ім", "їм", "ом", "ем", "єм", "ою", "ею", "єю", "ів", "їв", "ей", "ий", "ій", "їй", "ої", "ую", "юю", "ая", "яя", "ії", "ія", "ію", "ьо", "ти", "ся",
	"а", "я", "о", "е", "є", "и", "і", "ї", "у", "ю", "й", "ь",
}
