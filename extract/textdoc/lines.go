package textdoc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of the decoded text that has something on it.
type line struct {
	text  string // as it stands, without its end
	num   int    // 1-based
	page  int    // 1-based, by form feeds
	gap   int    // blank lines between it and the line before
	space int    // those of them that hold white space: empty cells, in some texts
	paged bool   // a form feed stands between it and the line before
}

// split cuts text into its lines, blank ones left out. A line ends at LF, CR LF
// or CR; a form feed starts a page and, inside a line, a piece of its own.
func split(text string) ([]line, int, error) {
	var lines []line
	num, page, gap, space, paged := 1, 1, 0, 0, false
	add := func(s string) {
		if s = unmarked(s); blank(s) {
			return
		}
		lines = append(lines, line{text: s, num: num, page: page, gap: gap, space: space, paged: paged})
		gap, space, paged = 0, 0, false
	}
	for len(text) > 0 {
		end := strings.IndexAny(text, "\n\r\f")
		if end < 0 {
			add(text)
			break
		}
		before := len(lines)
		add(text[:end])
		switch {
		case text[end] == '\f':
			page++
			paged = true
		default:
			if len(lines) == before {
				gap++
				if end > 0 {
					space++
				}
			}
			num++
		}
		if text[end] == '\r' && end+1 < len(text) && text[end+1] == '\n' {
			end++
		}
		text = text[end+1:]
		if len(lines) > maxLines {
			return nil, 0, tooMany("lines", maxLines)
		}
	}
	if paged { // A form feed ends the last page; it starts none.
		page--
	}
	return lines, max(page, 1), nil
}

// blank reports whether s has nothing to see on it; tabs alone are blank too.
func blank(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			if s[i] > ' ' {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !invisible(r) {
			return false
		}
		i += n
	}
	return true
}

// invisible reports white space and the marks that have no width.
func invisible(r rune) bool {
	if r > unicode.MaxLatin1 && r < '\u1680' {
		return false // Cyrillic, in most texts: white space begins at U+1680.
	}
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// trim cuts white space off both ends, zero-width marks among it.
func trim(s string) string { return strings.TrimFunc(s, invisible) }
