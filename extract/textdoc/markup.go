package textdoc

import (
	"regexp"
	"strings"
)

// tag is the markup that stands literally in texts made by OCR: the tags that
// such programs write, with or without attributes. Anything else between angle
// brackets is text.
var tag = regexp.MustCompile(`(?i)</?(?:p|br|div|span|b|i|u|em|strong|sup|sub|font|li|ul|ol|h[1-6]|table|thead|tbody|tfoot|tr|td|th|center|hr)(?:\s[^<>]{0,200})?\s?/?>`)

// breaking is the part of tag that starts a new paragraph.
var breaking = regexp.MustCompile(`(?i)^</?(?:p|br|div|li|ul|ol|h[1-6]|table|thead|tbody|tfoot|tr|center|hr)\b`)

// paragraphs splits s at the tags that start a paragraph, takes out all tags and
// Markdown's bold marks, and returns the pieces that hold something.
func paragraphs(s string) []string {
	if !strings.ContainsAny(s, "<*") {
		if s = trim(s); s == "" {
			return nil
		}
		return []string{s}
	}
	var pieces []string
	var piece strings.Builder
	flush := func() {
		if t := trim(strings.ReplaceAll(piece.String(), "**", "")); t != "" {
			pieces = append(pieces, t)
		}
		piece.Reset()
	}
	last := 0
	for _, m := range tag.FindAllStringIndex(s, -1) {
		piece.WriteString(s[last:m[0]])
		if breaking.MatchString(s[m[0]:m[1]]) {
			flush()
		}
		last = m[1]
	}
	piece.WriteString(s[last:])
	flush()
	return pieces
}

// plain is s as one text, without tags and bold marks.
func plain(s string) string { return strings.Join(paragraphs(s), "\n") }
