package rejoin

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// signs reports whether a row is the line of a signature set in columns: a post
// and a person's name in cells of their own, and nothing else but marks of the
// hand. It goes on no row of the table above it.
func signs(cells []document.Cell) bool {
	name, post := false, false
	for i := range cells {
		s := cellText(&cells[i])
		if s == "" {
			continue
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
func signature(t *document.Table) bool {
	if len(t.Rows) == 0 || len(t.Rows) > 6 {
		return false
	}
	return signs(t.Rows[0].Cells)
}
