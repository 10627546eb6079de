package textdoc

import (
	"regexp"
	"strings"
)

// tagForm is the markup that stands literally in texts made by OCR: the tags that
// such programs write, with or without attributes. Anything else between angle
// brackets is text.
const tagForm = `</?(?:p|br|div|span|b|i|u|em|strong|sup|sub|font|li|ul|ol|h[1-6]|table|thead|tbody|tfoot|tr|td|th|center|hr)(?:[ \t][^<>\n\r\f]{0,200})?[ \t]?/?>`

var tag = regexp.MustCompile(`(?i)^` + tagForm + `$`)

// breaking is the part of tag that starts a new paragraph.
var breaking = regexp.MustCompile(`(?i)^</?(?:p|br|div|li|ul|ol|h[1-6]|table|thead|tbody|tfoot|tr|center|hr)\b`)

// mark stands in a line where a tag starts a new paragraph; U+2029 is Unicode's
// own sign for that, and is read so too.
const mark = "\u2029"

// unmarked takes the tags out of a line, before any shape looks at it: the signs
// inside a tag part no cells.
func unmarked(s string) string {
	var b strings.Builder
	for {
		from := strings.IndexByte(s, '<')
		if from < 0 && b.Len() == 0 {
			return s
		}
		if from < 0 {
			b.WriteString(s)
			return b.String()
		}
		if b.Len() == 0 {
			b.Grow(len(s))
		}
		b.WriteString(s[:from])
		t := bracketed(s[from:])
		switch {
		case t == "<p>" || t == "</p>": // as nearly all are
			b.WriteString(mark)
		case !tag.MatchString(t):
			t = "<"
			b.WriteString(t)
		case breaking.MatchString(t):
			b.WriteString(mark)
		}
		s = s[from+len(t):]
	}
}

// bracketed is what stands between s's opening bracket and the next one, which
// closes it, both with it; empty where another one opens first or none follows.
func bracketed(s string) string {
	end := strings.IndexAny(s[1:], "<>") + 1
	if end == 0 || s[end] == '<' {
		return ""
	}
	return s[:end+1]
}

// paragraphs calls f for the pieces of s between its marks that hold something,
// without Markdown's bold.
func paragraphs(s string, f func(piece string)) {
	if strings.Contains(s, "**") {
		s = strings.ReplaceAll(s, "**", "")
	}
	for {
		piece, rest, more := strings.Cut(s, mark)
		if piece = trim(piece); piece != "" {
			f(piece)
		}
		if !more {
			return
		}
		s = rest
	}
}

// plain is s as one text, without marks and bold.
func plain(s string) string {
	var pieces []string
	paragraphs(s, func(piece string) { pieces = append(pieces, piece) })
	return strings.Join(pieces, "\n")
}
