package rejoin

import (
	"strings"

	"zvit/extract/wording"
)

// signs reports whether a row is the line of a signature set in columns: a post
// and a person's name in cells of their own, and nothing else but marks of the
// hand. It goes on no row of the table above it.
func signs(r *row) bool {
	name, post := false, false
	for i := range r.cells {
		s := r.cells[i].text
		switch r.cells[i].kind {
		case empty:
			continue
		case ordinal, integer, decimal, period, year:
			return false
		}
		switch _, rest, ok := wording.PersonName(s); {
		case ok && rest == "":
			name = true
		case !post && wording.IsPost(s):
			post = true
		case strings.HasPrefix(s, "(") || wording.WithoutHand(s) == "":
		default:
			return false
		}
	}
	return name && post
}

// signature reports whether a fragment is lines of signatures alone.
func signature(t *fragment) bool {
	if len(t.rows) == 0 || len(t.rows) > 6 {
		return false
	}
	return signs(&t.rows[0])
}
