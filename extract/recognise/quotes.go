package recognise

import (
	"strings"
	"unicode"
)

// firstQuote returns where the first opening quote of a text stands, or -1.
func firstQuote(s string) int {
	for i := range len(s) {
		switch s[i] {
		case '"':
			return i
		case "«"[0]:
			if strings.HasPrefix(s[i:], "«") {
				return i
			}
		case "“"[0]:
			if strings.HasPrefix(s[i:], "“") || strings.HasPrefix(s[i:], "„") {
				return i
			}
		}
	}
	return -1
}

// closingQuotes are the marks that may close a quote which r opens; "" where r
// opens none.
func closingQuotes(r rune) string {
	switch r {
	case '«':
		return "»"
	case '“':
		return "”“\""
	case '„':
		return "“”\""
	case '"':
		return "\"”"
	case '”':
		return "”\""
	case '″':
		return "″"
	}
	return ""
}

// quoted returns the first text in quotes of any kind, without them, and where
// it ends in s; nested quotes of another kind stay inside.
func quoted(s string) (string, int) {
	for i, r := range s {
		ends := closingQuotes(r)
		if ends == "" {
			continue
		}
		from := i + len(string(r))
		depth := 1
		for j, q := range s[from:] {
			switch {
			case q == r && !strings.ContainsRune(ends, q):
				depth++
			case strings.ContainsRune(ends, q):
				depth--
			}
			if depth == 0 {
				return strings.TrimFunc(s[from:from+j], unicode.IsSpace), from + j + len(string(q))
			}
		}
		// A quote that never ends closes with the line: scans lose the last mark.
		return strings.TrimFunc(s[from:], unicode.IsSpace), len(s)
	}
	return "", 0
}

// outsideQuotes leaves the quoted parts of a text out.
func outsideQuotes(s string) string {
	for range 8 {
		i := firstQuote(s)
		if i < 0 {
			return s
		}
		_, end := quoted(s[i:])
		if end == 0 {
			return s
		}
		s = s[:i] + " " + s[min(len(s), i+end):]
	}
	return s
}
