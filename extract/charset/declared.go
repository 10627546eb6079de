package charset

import (
	"bytes"
	"regexp"
)

// The standard's prescan (HTML, 13.2.3.2) looks at the first 1024 bytes; pages
// saved from content managers have their meta element later than that.
const prescanBytes = 8 << 10

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,400}?charset\s*=\s*["']?\s*([a-z0-9_:\-]+)`)

// Declared returns the encoding that a file of markup names itself, in a meta
// element or else in its XML declaration, as written; "" where it names none.
func Declared(data []byte) string {
	head := data[:min(len(data), prescanBytes)]
	if m := metaCharset.FindSubmatch(head); m != nil {
		return string(m[1])
	}
	if decl, ok := bytes.CutPrefix(head, []byte("<?xml")); ok {
		decl, _, _ = bytes.Cut(decl, []byte("?>"))
		if _, value, ok := bytes.Cut(decl, []byte("encoding=")); ok && len(value) > 2 {
			if name, _, ok := bytes.Cut(value[1:], value[:1]); ok {
				return string(name)
			}
		}
	}
	return ""
}
