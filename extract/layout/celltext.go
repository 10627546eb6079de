package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
)

// textLines are the words of a cell or paragraph as lines of text, in reading
// order: level lines from the top, then text that was set upright.
func textLines(words []*Word) []*line {
	var level, up, down []*Word
	for _, w := range words {
		switch w.Turn {
		case Up:
			up = append(up, w)
		case Down:
			down = append(down, w)
		case Level, Askew:
			level = append(level, w)
		}
	}
	lines := linesOf(level)
	lines = append(lines, turned(up, func(b document.Box) document.Box {
		return document.Box{X0: -b.Y1, X1: -b.Y0, Y0: b.X0, Y1: b.X1}
	})...)
	return append(lines, turned(down, func(b document.Box) document.Box {
		return document.Box{X0: b.Y0, X1: b.Y1, Y0: -b.X1, Y1: -b.X0}
	})...)
}

// turned reads words that do not run level: level makes their boxes so.
func turned(words []*Word, level func(document.Box) document.Box) []*line {
	flat := make([]*Word, len(words))
	for i, w := range words {
		c := *w
		c.Box = level(w.Box)
		flat[i] = &c
	}
	return linesOf(flat)
}

func (l *line) text() string {
	if len(l.words) == 1 {
		return l.words[0].Text
	}
	var b strings.Builder
	for i, w := range l.words {
		if i > 0 && !adjoins(l.words[i-1], w) {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// adjoins reports whether two neighbours on a line belong to one word: set in
// other sizes or raised, without a gap between them.
func adjoins(a, b *Word) bool {
	return b.Box.X0-a.Box.X1 < 0.06*min(sizeOf(a), sizeOf(b)) && a.Confidence == 0
}

// lexicon counts the words of a document that stand whole inside a line. It
// tells whether a word that was broken at the end of a line is one word.
type lexicon map[string]int

// add notes the words of a line except the ones that may be broken: those at its
// ends, or at a gap as between cells, and those before a hyphen. What adjoins is
// one word.
func (x lexicon) add(l *line) {
	const space = 0.6 // type sizes
	apart := true     // a cell's edge stands before the word
	for i := 0; i < len(l.words); {
		text, end := l.words[i].Text, i+1
		for ; end < len(l.words) && adjoins(l.words[end-1], l.words[end]); end++ {
			text += l.words[end].Text
		}
		edge := end == len(l.words) || l.words[end].Box.X0-l.words[end-1].Box.X1 > space*l.size
		if s := bare(text); !apart && !edge && !endsWithHyphen(text) && utf8.RuneCountInString(s) > 3 {
			x[s]++
		}
		i, apart = end, edge
	}
}

// hyphens are the signs that a word broken at a line's end is marked with.
const hyphens = "-\u00ad\u2010"

func endsWithHyphen(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(hyphens, last)
}

func bare(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// joinText puts the lines of a cell or paragraph together. width is the room
// that a line has; 0 where it is not known.
func (x lexicon) joinText(words []*Word) string {
	lines := textLines(words)
	if len(lines) == 0 {
		return ""
	}
	var right float64
	for i, l := range lines {
		if i == 0 || l.box.X1 > right {
			right = l.box.X1
		}
	}
	var b strings.Builder
	for i, l := range lines {
		s := l.text()
		if i == 0 {
			b.WriteString(s)
			continue
		}
		before := b.String()
		switch x.join(lastWord(before), firstWord(s), right-lines[i-1].box.X1 < lines[i-1].size) {
		case document.Hyphen:
			b.Reset()
			b.WriteString(strings.TrimRight(before, hyphens))
		case document.Glue:
		case document.Space, document.Paragraphs:
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return strings.TrimSpace(b.String())
}

// join decides how the first word of a line goes on from the last of the line
// before. Full says that the line reached the edge of its room.
func (x lexicon) join(a, b string, full bool) document.Join {
	if a == "" || b == "" {
		return document.Space
	}
	first, _ := utf8.DecodeRuneInString(b)
	stem, hyphen := strings.CutSuffix(strings.TrimRight(a, "\u00ad\u2010"), "-")
	if strings.HasSuffix(a, "\u00ad") || strings.HasSuffix(a, "\u2010") {
		stem, hyphen = strings.TrimRight(a, "\u00ad\u2010"), true
	}
	last, _ := utf8.DecodeLastRuneInString(stem)
	switch {
	case hyphen && stem == "":
		return document.Space // a dash
	case hyphen && unicode.IsLower(first) && unicode.IsLetter(last):
		whole, parts := x[bare(stem+b)], x[bare(stem+"-"+b)]
		words := x[bare(stem)] > 0 && x[bare(b)] > 0 || month(stem) && month(b)
		if parts > whole || whole == 0 && (words || compound(stem, b)) {
			return document.Glue
		}
		return document.Hyphen
	case hyphen && unicode.IsLetter(first) && unicode.IsLetter(last):
		return document.Glue // Івано-Франківськ
	case hyphen && unicode.IsDigit(first) && unicode.IsDigit(last):
		return document.Glue // 2018-2020
	case !hyphen && full && unicode.IsLower(first) && unicode.IsLetter(last):
		whole := bare(a + b)
		if x[whole] > 0 && x[bare(a)] == 0 && (x[bare(b)] == 0 || x[whole] > x[bare(b)]) {
			return document.Glue
		}
	}
	return document.Space
}

// compound reports whether a hyphen between two parts belongs to the word: a
// long first part that ends as adjectives do in Ukrainian compounds
// ("соціально-", "науково-", "громадсько-"), before a second part that is long
// enough to be a word of its own.
func compound(stem, rest string) bool {
	stem = bare(stem)
	if utf8.RuneCountInString(stem) < 7 || utf8.RuneCountInString(bare(rest)) < 6 {
		return false
	}
	return strings.HasSuffix(stem, "но") || strings.HasSuffix(stem, "во") || strings.HasSuffix(stem, "ко")
}

// month reports whether a word is a month, as in the span "січень-вересень".
func month(s string) bool {
	for _, m := range [...]string{"січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд"} {
		if rest, ok := strings.CutPrefix(bare(s), m); ok {
			switch rest {
			case "", "ень", "ня", "ні", "нем", "ого", "ому", "ий", "а", "і", "у", "ом", "ем":
				return true
			}
		}
	}
	return false
}

func lastWord(s string) string {
	return s[strings.LastIndexByte(s, ' ')+1:]
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}
