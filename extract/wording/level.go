package wording

import (
	"strings"
	"unicode/utf8"
)

// level is one level of a heading path, prepared for matching.
type level struct {
	text    string
	tokens  []token    // of text; see readUnits
	words   []string   // folded; hyphens and footnote digits out
	compact string     // the words without spaces: finds glued and cut words
	units   []UnitSpan // see readUnits
	said    string     // the text with the words that were respelled; empty where none was
	number  bool       // "№" stands in it
	percent bool

	initials letterSet // that the words begin with
	windows  windowSet // of compact
}

// letterSet is a set of letters, some of which it cannot tell apart: what is not
// in it is not there.
type letterSet uint64

func (s letterSet) has(r rune) bool { return s&(1<<(r&63)) != 0 }

func (s *letterSet) add(r rune) { *s |= 1 << (r & 63) }

// windowSet is the set of the four bytes, two letters mostly, that begin at each
// letter of a text; it errs as letterSet does.
type windowSet [4]uint64

const windowBytes = 4

func windowAt(s string, i int) (word, bit uint32) {
	w := uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
	n := w * 2654435761 >> 24 // Knuth's multiplicative hash
	return n >> 6, n & 63
}

func (s *windowSet) addAll(text string) {
	for i := 0; i+windowBytes <= len(text); i++ {
		if utf8.RuneStart(text[i]) {
			word, bit := windowAt(text, i)
			s[word] |= 1 << bit
		}
	}
}

// mayHold reports whether the text may have a stem within it, whose first letter
// has so many bytes.
func (s *windowSet) mayHold(stem string, first int) bool {
	for i := 0; i <= first && i+windowBytes <= len(stem); i += first {
		if word, bit := windowAt(stem, i); s[word]&(1<<bit) == 0 {
			return false
		}
	}
	return true
}

// headingLevels drops empty levels, and levels that repeat the one above (a
// cell that spans rows of the heading).
func headingLevels(path []string) []level { return levelsOf(path, false) }

// levelsOf is headingLevels; words with one wrong letter are put right where that
// is asked for.
func levelsOf(path []string, right bool) []level {
	levels := make([]level, 0, len(path))
	last := ""
	for _, text := range path {
		folded := Fold(text)
		if folded == "" || folded == last || len(folded) > 2000 {
			continue
		}
		last = folded
		l := level{
			text: text, words: Words(folded),
			number: strings.Contains(folded, "№") || strings.Contains(folded, "#"), percent: strings.Contains(folded, "%"),
		}
		for i, w := range l.words {
			w = strings.ReplaceAll(w, "-", "")
			if t := strings.TrimRight(w, "0123456789"); len(t) >= 6 {
				w = t
			}
			l.words[i] = w
		}
		if right {
			l.respell(folded, len(levels) > 0)
		}
		for _, w := range l.words {
			if w != "" {
				r, _ := runeAt(w, 0)
				l.initials.add(r)
			}
		}
		l.compact = strings.Join(l.words, "")
		l.windows.addAll(l.compact)
		levels = append(levels, l)
	}
	return levels
}

// Respelled returns a short text folded and with its words spelled as those of
// headings, where one of them has a letter wrong; false where none has.
func Respelled(text string) (string, bool) {
	levels := levelsOf([]string{text}, true)
	if len(levels) == 0 || levels[0].said == "" {
		return "", false
	}
	return levels[0].said, true
}

// respell puts the level's words right, and its text as far as those stand in it.
func (l *level) respell(folded string, below bool) {
	if len(l.words) > longestRespelled {
		return
	}
	var printed [longestRespelled]string
	copy(printed[:], l.words)
	if !respell(l.words, below) {
		return
	}
	l.said = folded
	for i, w := range l.words {
		if w != printed[i] {
			l.said = strings.Replace(l.said, printed[i], w, 1)
		}
	}
}

// readUnits cuts the levels' texts into tokens and finds the units in them.
func readUnits(levels []level) {
	for i := range levels {
		l := &levels[i]
		l.tokens = lex(l.text)
		l.units = unitsOf(l.text, l.tokens)
		if l.said != "" {
			l.tokens = lex(l.said)
		}
	}
}

// find returns the position (in bytes of compact) of the first word that begins
// with a stem, or -1. Stems of six letters and more are also found inside glued
// and cut words, and with one letter wrong, missing or extra.
func (l *level) find(stems ...string) int {
	best := -1
	for _, stem := range stems {
		if at := l.findOne(stem); at >= 0 && (best < 0 || at < best) {
			best = at
		}
	}
	return best
}

func (l *level) has(stems ...string) bool { return l.find(stems...) >= 0 }

// findOne asks the sets first: nearly all stems that are looked for in a heading
// are not there.
func (l *level) findOne(stem string) int {
	first, size := runeAt(stem, 0)
	begins := l.initials.has(first)
	if begins {
		at := 0
		for _, w := range l.words {
			if strings.HasPrefix(w, stem) {
				return at
			}
			at += len(w)
		}
	}
	const fewest = 6 // letters of a stem that is found inside words, or near them
	if fewer(stem, fewest) {
		return -1
	}
	if l.windows.mayHold(stem, size) {
		if at := strings.Index(l.compact, stem); at >= 0 {
			return at
		}
	}
	if !begins {
		return -1
	}
	at := 0
	for _, w := range l.words {
		if len(w)+2 >= len(stem) && strings.HasPrefix(w, stem[:size]) && nearPrefix(w, stem) && !isOtherWord(w) {
			return at
		}
		at += len(w)
	}
	return -1
}

// follows reports whether a word that begins with one stem stands right after one
// that begins with another.
func (l *level) follows(first, next string) bool {
	if r, _ := runeAt(first, 0); !l.initials.has(r) {
		return false
	}
	for i := 1; i < len(l.words); i++ {
		if strings.HasPrefix(l.words[i-1], first) && strings.HasPrefix(l.words[i], next) {
			return true
		}
	}
	return false
}

// word reports whether the level is just one of the words.
func (l *level) word(words ...string) bool {
	if len(l.words) != 1 {
		return false
	}
	for _, w := range words {
		if l.words[0] == w {
			return true
		}
	}
	return false
}

// all reports whether the level has every stem.
func (l *level) all(stems ...string) bool {
	for _, s := range stems {
		if l.findOne(s) < 0 {
			return false
		}
	}
	return true
}

// only reports whether every word is one of the given.
func (l *level) only(words ...string) bool {
next:
	for _, w := range l.words {
		for _, o := range words {
			if w == o {
				continue next
			}
		}
		return false
	}
	return true
}

// nearPrefix reports whether w begins with stem but for one letter, which is
// wrong, missing or extra; the first letter must hold.
func nearPrefix(w, stem string) bool {
	i := 0 // bytes that both begin with, at a rune's start
	for i < len(w) && i < len(stem) && w[i] == stem[i] {
		i++
	}
	if i == len(stem) {
		return true
	}
	for i > 0 && !utf8.RuneStart(stem[i]) {
		i--
	}
	if i == 0 {
		return false
	}
	_, mine := utf8.DecodeRuneInString(w[i:])
	_, its := utf8.DecodeRuneInString(stem[i:])
	a, b := w[i:], stem[i:]
	return strings.HasPrefix(a[mine:], b[its:]) || strings.HasPrefix(a, b[its:]) || strings.HasPrefix(a[mine:], b)
}
