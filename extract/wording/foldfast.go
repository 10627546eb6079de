package wording

import "unicode/utf8"

// foldPlain is Fold for what nearly every text is: Cyrillic words, numbers and
// marks, with nothing that Fold would have to look at twice. It returns false
// where s has more: Latin letters, digits inside words, soft hyphens, hyphens
// at a line's end, letters set apart.
func foldPlain(s string) (string, bool) {
	out := make([]byte, 0, len(s))
	space := false
	letters, digits := 0, 0 // of the word at hand
	single := 0             // words of one letter in a row
	endWord := func() bool {
		switch {
		case letters > 0 && digits > 0:
			return false
		case letters == 1:
			single++
		case letters > 1 || digits > 0:
			single = 0
		}
		letters, digits = 0, 0
		return single < 3
	}
	for i := 0; i < len(s); {
		c := s[i]
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case c >= '0' && c <= '9':
			digits++
		case r >= 'А' && r <= 'я' || r == 'і' || r == 'ї' || r == 'є' || r == 'ґ' || r == 'І' || r == 'Ї' || r == 'Є' || r == 'Ґ':
			letters++
		case isApostrophe(r):
			r = '\''
		case c == ' ' || c == '\n' || c == '\t' || r == '\u00A0':
			if c == '\n' && i > 0 && (s[i-1] == '-' || s[i-1] == ' ') {
				return "", false
			}
			if !endWord() {
				return "", false
			}
			space = len(out) > 0
			i += size
			continue
		case c > ' ' && c < utf8.RuneSelf && !isASCIILetter(c), r == '«', r == '»', r == '№', r == '…', r == '–', r == '—':
			if !endWord() {
				return "", false
			}
			single = 0
			if r == '—' {
				r = '–'
			}
		default:
			return "", false
		}
		if space {
			out = append(out, ' ')
			space = false
		}
		switch {
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		case r >= 'А' && r <= 'Я':
			out = utf8.AppendRune(out, r+('а'-'А'))
		case r == 'І' || r == 'Ї' || r == 'Є':
			out = utf8.AppendRune(out, r+('є'-'Є'))
		case r == 'Ґ':
			out = utf8.AppendRune(out, 'ґ')
		default:
			out = utf8.AppendRune(out, r)
		}
		i += size
	}
	if !endWord() {
		return "", false
	}
	return string(out), true
}

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
