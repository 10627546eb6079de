package store

import (
	"database/sql/driver"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The index of the search and its queries agree on what a word is: of a text
// that is folded (package wording, Fold), a run of letters and digits.

// indexed returns a folded text as the index takes it. Its tokenizer, simple,
// cuts words at what is ASCII and no letter or digit, and nowhere else: other
// marks become spaces.
func indexed(folded string) string {
	var b strings.Builder
	kept := 0
	for i := unusual(folded, 0); i < len(folded); i = unusual(folded, i) {
		r, size := utf8.DecodeRuneInString(folded[i:])
		if !wordRune(r) {
			if kept == 0 {
				b.Grow(len(folded))
			}
			b.WriteString(folded[kept:i])
			b.WriteByte(' ')
			kept = i + size
		}
		i += size
	}
	if kept == 0 {
		return folded
	}
	b.WriteString(folded[kept:])
	return b.String()
}

// wordsOf returns the words of a folded text.
func wordsOf(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool { return !wordRune(r) })
}

// wordRune: a letter or digit, or what stands above or below one.
func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Co, r)
}

// giveWords makes texts of an older index those that this one takes, and indexes
// them anew; see migrations/0011_words.sql.
func giveWords(t *tx) error {
	type entry struct {
		entry int64
		text  string
	}
	for last := int64(0); ; {
		var list []entry
		n := 0
		if err := t.each("SELECT entry, text FROM search_entry WHERE entry > ? ORDER BY entry LIMIT 1000", []driver.Value{last},
			func(c *cursor) error {
				n++
				last = c.num64()
				if old := c.text(); indexed(old) != old {
					list = append(list, entry{last, indexed(old)})
				}
				return nil
			}); err != nil {
			return err
		}
		if n == 0 {
			return t.exec("INSERT INTO search_text (search_text) VALUES ('rebuild')")
		}
		for _, e := range list {
			if err := t.exec("UPDATE search_entry SET text = ? WHERE entry = ?", e.text, e.entry); err != nil {
				return err
			}
		}
	}
}
