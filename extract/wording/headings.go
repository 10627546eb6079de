package wording

import "strings"

// Headings remembers what heading paths mean: a document says the same headings
// again in each table, and each is asked for more than once.
type Headings map[string]Heading

const rememberedHeadings = 4096 // a bound on memory, far above any document's headings

// Read is ReadHeading; a nil map remembers nothing. Its answers share their Units:
// no one may change them.
func (h Headings) Read(path ...string) Heading {
	if h == nil {
		return ReadHeading(path)
	}
	key := strings.Join(path, "\x00")
	got, ok := h[key]
	if !ok {
		got = ReadHeading(path)
		if len(h) < rememberedHeadings {
			h[key] = got
		}
	}
	return got
}
