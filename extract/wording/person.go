package wording

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	capital  = `[А-ЯҐЄІЇA-Z]`
	initials = capital + `\.\s?(?:` + capital + `\.)?`
	// Surname matches a surname, or a given name, with one capital.
	Surname = capital + `[а-яґєіїa-z'’ʼ` + "`" + `]+(?:-` + capital + `[а-яґєіїa-z'’ʼ]+)?`
	shouted = capital + `[А-ЯҐЄІЇA-Z'’ʼ` + "`" + `]+(?:-` + capital + `[А-ЯҐЄІЇ'’ʼ]+)?`
)

var (
	// "О.В. Явір", "О. ЯВІР", "Явір О.В.", "Оксана ЯВІР", "Оксана Явір": each with
	// what is quickly seen of a text that it may match.
	names = []struct {
		may func(string) bool
		re  *regexp.Regexp
	}{
		{endsInName, Expr(`(?:^|[\s_/])(` + initials + `\s*(?:` + Surname + `|` + shouted + `))$`)},
		{endsInInitial, Expr(`(?:^|[\s_/])((?:` + Surname + `|` + shouted + `)\s+` + initials + `)$`)},
		{endsInName, Expr(`(?:^|[\s_/])(` + Surname + `\s+(?:` + Surname + `\s+)?` + shouted + `)$`)},
		{beginsWithInitial, Expr(`^(` + initials + `\s*(?:` + Surname + `|` + shouted + `))(?:$|[\s,_/])`)},
		{beginsWithName, Expr(`^(` + Surname + `\s+` + shouted + `)(?:$|[\s,_/])`)},
	}
	// What stands for the hand: an underscore line, "(підпис)", an image mark.
	handMark = Expr(`(?i)_{3,}|\(\s*підпис\s*\)|\[\s*підпис\s*\]|!\[[^\]]*\](?:\([^)]*\))?`)
	// "М.П." is the place of the seal, but the initials of a person where one
	// surname alone follows it.
	seal         = Expr(`М\.\s?П\.`)
	sealInitials = Expr(`(?:^|[\s_/])М\.\s?П\.\s*(?:` + Surname + `|` + shouted + `)$`)
)

// longestSigned is how many bytes the line of a signature may have: a post of
// three lines and a name. Beyond it stands prose.
const longestSigned = 400

// PersonName returns the name of a person that s ends or begins with, and what
// else stands in s; rest is s without the marks of a hand and a seal where it
// names none.
func PersonName(s string) (name, rest string, ok bool) {
	s = strings.Trim(WithoutHand(s), "/ ")
	if len(s) > longestSigned {
		return "", s, false
	}
	for _, name := range names {
		if !name.may(s) {
			continue
		}
		m := name.re.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		rest = strings.Trim(singleSpaced(s[:m[2]]+" "+s[m[3]:]), " ,–-/")
		return s[m[2]:m[3]], rest, true
	}
	return "", s, false
}

// isCapital holds for the letters of the class capital above.
func isCapital(r rune) bool {
	switch r {
	case 'Ґ', 'Є', 'І', 'Ї':
		return true
	}
	return r >= 'А' && r <= 'Я' || r >= 'A' && r <= 'Z'
}

// endsInName reports whether the last letters of s, with the marks that a name
// may have within, begin with a capital.
func endsInName(s string) bool {
	first := rune(0)
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !isLetter(r) && !isApostrophe(r) && r != '-' {
			break
		}
		first = r
		s = s[:len(s)-size]
	}
	return isCapital(first)
}

// endsInInitial reports whether s ends with a capital and a full stop.
func endsInInitial(s string) bool {
	before, ok := strings.CutSuffix(s, ".")
	r, _ := utf8.DecodeLastRuneInString(before)
	return ok && isCapital(r)
}

// beginsWithInitial reports whether s begins with a capital and a full stop.
func beginsWithInitial(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return isCapital(r) && strings.HasPrefix(s[size:], ".")
}

// beginsWithName reports whether s begins with a capital and its second word, too.
func beginsWithName(s string) bool {
	if r, _ := utf8.DecodeRuneInString(s); !isCapital(r) {
		return false
	}
	_, second, _ := strings.Cut(s, " ")
	r, _ := utf8.DecodeRuneInString(second)
	return isCapital(r)
}

// WithoutHand leaves out what stands for a hand or a seal.
func WithoutHand(s string) string {
	if strings.IndexByte(s, '_') >= 0 || strings.IndexByte(s, '(') >= 0 || strings.IndexByte(s, '[') >= 0 {
		s = handMark.ReplaceAllString(s, " ")
	}
	s = singleSpaced(s)
	if !strings.Contains(s, "М.") || sealInitials.MatchString(s) {
		return s
	}
	return singleSpaced(seal.ReplaceAllString(s, " "))
}

// positions are stems of the words that name a post.
var positions = []string{
	"начальни", "директор", "голов", "заступни", "керуюч", "керівни", "секретар", "завідувач", "завідуюч",
	"спеціаліст", "юрист", "староста", "ректор", "президент", "бухгалтер", "в.о", "т.в.о", "виконуюч", "виконувач", "радник", "лікар",
}

// IsPost reports whether s names a post: short, and begun by a word of one.
func IsPost(s string) bool {
	if len(s) > 160 && utf8.RuneCountInString(s) > 160 {
		return false
	}
	words := Words(Fold(s))
	for i, w := range words {
		if i > 2 {
			return false
		}
		for _, p := range positions {
			if strings.HasPrefix(w, p) {
				return true
			}
		}
		if w == "в" && i+1 < len(words) && words[i+1] == "о" {
			return true
		}
	}
	return false
}

// singleSpaced puts a text on one line.
func singleSpaced(s string) string {
	if plainSpaced(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// plainSpaced reports whether the only white space of s is single spaces within.
func plainSpaced(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c == ' ' && before == ' ':
			return false
		case c == 0xC2 || c >= 0xE1 && c <= 0xE3: // white space beyond ASCII begins so
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				return false
			}
		}
		before = s[i]
	}
	return s == "" || before != ' '
}
