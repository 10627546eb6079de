package rejoin

import (
	"strings"

	"zvit/extract/wording"
)

// signs reports whether a row is the line of a signature set in columns: a post
// and a person's name in cells of their own, and nothing else but marks of the
// hand. It goes on no row of the table above it.
func signs(r *row) bool {
	if r.filled() < 2 {
		return false
	}
	name := -1
	for i := range r.cells {
		switch r.cells[i].kind {
		case ordinal, integer, decimal, period, year:
			return false
		}
		if s := r.cells[i].text; name < 0 && len(s) <= longestName {
			if _, rest, ok := wording.PersonName(s); ok && rest == "" {
				name = i
			}
		}
	}
	if name < 0 {
		return false
	}
	post := false
	for i := range r.cells {
		s := r.cells[i].text
		switch {
		case i == name || s == "":
		case !post && wording.IsPost(s):
			post = true
		case strings.HasPrefix(s, "(") || wording.WithoutHand(s) == "":
		default:
			if _, rest, ok := wording.PersonName(s); !ok || rest != "" {
				return false
			}
		}
	}
	return post
}

// longestName is how many bytes a person's name takes at most.
const longestName = 160

// signature reports whether a fragment is lines of signatures alone.
func signature(t *fragment) bool {
	if len(t.rows) == 0 || len(t.rows) > 6 {
		return false
	}
	return signs(&t.rows[0])
}
