package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// LostLetters returns examples of words in which an earlier conversion has put a
// question mark or U+FFFD in place of a letter ("ф?зичних ос?б"), up to limit of
// them, in order, and their number. A question mark between two sentences has a
// space or a capital after it and does not count; nor do addresses of web pages.
// The text is UTF-8.
func LostLetters(text string, limit int) (examples []string, count int) {
	for len(text) > 0 {
		at := lostMark(text)
		if at < 0 {
			return examples, count
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		space := strings.LastIndexFunc(text[:at], unicode.IsSpace)
		start := 0
		if space >= 0 {
			_, n := utf8.DecodeRuneInString(text[space:])
			start = space + n
		}
		end := strings.IndexFunc(text[at:], unicode.IsSpace)
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		word := text[start:end]
		if lost(word) {
			count++
			if len(examples) < limit {
				examples = append(examples, clip(word))
			}
		}
		text = text[max(end, at+size):]
	}
	return examples, count
}

// lostMark returns where the first mark stands that may be a lost letter; -1 where
// none does.
func lostMark(text string) int {
	const lost = "\ufffd"
	question := strings.IndexByte(text, '?')
	if question >= 0 {
		text = text[:question]
	}
	if at := strings.Index(text, lost); at >= 0 {
		return at
	}
	return question
}

// lost reports whether a mark in word stands for a Cyrillic letter: a small
// letter follows it, or it ends a word beside a Cyrillic small letter and
// U+FFFD is the mark.
func lost(word string) bool {
	if strings.Contains(word, "://") || strings.Contains(word, "=") {
		return false
	}
	for i, r := range word {
		if r != '?' && r != utf8.RuneError {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(word[:i])
		rest := strings.TrimLeft(word[i:], "?\ufffd")
		after, _ := utf8.DecodeRuneInString(rest)
		cyrillic := unicode.Is(unicode.Cyrillic, before)
		switch {
		case unicode.Is(unicode.Cyrillic, after) && unicode.IsLower(after) && (cyrillic || i == 0):
			return true
		case r == utf8.RuneError && (cyrillic || unicode.Is(unicode.Cyrillic, after)):
			return true
		case cyrillic && unicode.IsUpper(before) && unicode.Is(unicode.Cyrillic, after):
			return true
		}
	}
	return false
}

// clip keeps an example short.
func clip(word string) string {
	const most = 40
	if utf8.RuneCountInString(word) <= most {
		return word
	}
	return string([]rune(word)[:most]) + "…"
}
