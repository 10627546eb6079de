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
	lines := make([]line, 0, min(strings.Count(text, "\n")+1, 1<<10))
	num, page, gap, space, paged := 1, 1, 0, 0, false
	add := func(s string) {
		if s = unmarked(s); blank(s) {
			return
		}
		lines = append(lines, line{text: s, num: num, page: page, gap: gap, space: space, paged: paged})
		gap, space, paged = 0, 0, false
	}
	stops := newStops(text)
	for at := 0; at < len(text); {
		end := stops.after(at)
		before := len(lines)
		add(text[at:end])
		if end == len(text) {
			break
		}
		switch {
		case text[end] == '\f':
			page++
			paged = true
		default:
			if len(lines) == before {
				gap++
				if end > at {
					space++
				}
			}
			num++
		}
		if text[end] == '\r' && end+1 < len(text) && text[end+1] == '\n' {
			end++
		}
		at = end + 1
		if len(lines) > maxLines {
			return nil, 0, tooMany("lines", maxLines)
		}
	}
	if paged { // A form feed ends the last page; it starts none.
		page--
	}
	return lines, max(page, 1), nil
}

// stops finds where the lines of a text end.
type stops struct {
	text string
	next [3]int // the first of each of lineStops that was not passed, or the end
}

const lineStops = "\n\r\f"

func newStops(text string) *stops { return &stops{text: text, next: [3]int{-1, -1, -1}} }

// after returns the first end of a line at or after byte i, or that of the text.
func (s *stops) after(i int) int {
	for k := range s.next {
		if s.next[k] >= i {
			continue
		}
		s.next[k] = len(s.text)
		if n := strings.IndexByte(s.text[i:], lineStops[k]); n >= 0 {
			s.next[k] = i + n
		}
	}
	return min(s.next[0], s.next[1], s.next[2])
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

// trim cuts white space off both ends, zero-width marks among it. Most texts have
// a Cyrillic letter or an ASCII sign there.
func trim(s string) string {
	if n := len(s); n > 1 && begins(s[0]) && (s[n-1] > ' ' && s[n-1] < 0x7F || s[n-1] >= utf8.RuneSelf && s[n-2]|1 == 0xD1) {
		return s
	}
	return strings.TrimFunc(s, invisible)
}

// begins holds for the first byte of a letter of U+0400 to U+047F, and for an
// ASCII sign.
func begins(b byte) bool { return b > ' ' && b < 0x7F || b|1 == 0xD1 }
