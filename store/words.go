package store

import (
	"database/sql/driver"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The index of the search and its queries are given the same words: of a text
// that is folded (package wording, Fold), the runs of letters and digits.

// wordsOf returns the words of a folded text with a space between them.
func wordsOf(folded string) string {
	var b strings.Builder
	b.Grow(len(folded))
	for i := 0; i < len(folded); {
		end := searchWordEnd(folded, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(folded[i:])
			i += size
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(folded[i:end])
		i = end
	}
	return b.String()
}

// searchWordEnd returns where the word ends that begins at byte i, or i where
// none does. The letters of Ukrainian are all in U+0400 to U+047F, where there
// is nothing else.
func searchWordEnd(s string, i int) int {
	for i < len(s) {
		c := s[i]
		switch {
		case c == 0xD0 || c == 0xD1:
			if i+1 == len(s) {
				return i
			}
			i += 2
		case c < utf8.RuneSelf:
			if c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' {
				return i
			}
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if !tokenRune(r) {
				return i
			}
			i += size
		}
	}
	return i
}

// tokenRune: letters and digits with what stands above and below them.
func tokenRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Co, r)
}

// giveWords leaves of the texts of an older index their words, and indexes them
// anew; see migrations/0011_words.sql.
func giveWords(t *tx) error {
	type entry struct {
		entry int64
		text  string
	}
	for last := int64(0); ; {
		var list []entry
		if err := t.each("SELECT entry, text FROM search_entry WHERE entry > ? ORDER BY entry LIMIT 1000", []driver.Value{last},
			func(c *cursor) error {
				list = append(list, entry{c.num64(), c.text()})
				return nil
			}); err != nil {
			return err
		}
		if len(list) == 0 {
			return t.exec("INSERT INTO search_text (search_text) VALUES ('rebuild')")
		}
		for _, e := range list {
			last = e.entry
			words := wordsOf(e.text)
			if words == "" {
				if err := t.exec("DELETE FROM search_entry WHERE entry = ?", e.entry); err != nil {
					return err
				}
			} else if err := t.exec("UPDATE search_entry SET text = ? WHERE entry = ?", words, e.entry); err != nil {
				return err
			}
		}
	}
}
