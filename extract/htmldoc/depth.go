package htmldoc

import (
	"strings"

	"golang.org/x/net/html"
)

// maxDepth is how deep elements may nest. The parser refuses 512 open elements;
// no page that people wrote comes near a half of that.
const maxDepth = 256

// flatten returns text without the tags that are nested deeper than maxDepth.
// Their text stays.
func flatten(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	z := html.NewTokenizer(strings.NewReader(text))
	var open []string // names of the open elements, those left out too
	kept := 0         // how many of them were written
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return b.String()
		}
		raw := string(z.Raw())
		name, _ := z.TagName()
		switch kind {
		case html.StartTagToken:
			if voidElement(string(name)) {
				b.WriteString(raw)
				continue
			}
			open = append(open, string(name))
			if len(open) <= maxDepth {
				kept++
				b.WriteString(raw)
			}
		case html.EndTagToken:
			// An end tag closes the innermost element of its name, near enough.
			if len(open) > 0 && open[len(open)-1] == string(name) {
				open = open[:len(open)-1]
				if len(open) >= kept {
					continue
				}
				kept = len(open)
			} else if len(open) > maxDepth {
				continue
			}
			b.WriteString(raw)
		default:
			b.WriteString(raw)
		}
	}
}

// voidElement reports whether an element has no content (HTML, 13.1.2).
func voidElement(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}
