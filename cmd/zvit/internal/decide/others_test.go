package decide

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOthers: what a decision did to other amounts is told by kind, so that one
// that moves a whole report is seen.
func TestOthers(t *testing.T) {
	sure, doubted := reading{known: true, kopecks: 100}, reading{known: true, doubtful: true, kopecks: 100}
	moved := reading{known: true, doubtful: true, kopecks: 100_000}
	for name, tc := range map[string]struct {
		before, now reading
		want        []Said
	}{
		"nothing":                    {sure, sure, nil},
		"another figure, and doubt":  {sure, moved, []Said{{"others.refigured", 1}, {"others.doubted", 1}}},
		"another figure, doubt kept": {doubted, moved, []Said{{"others.refigured", 1}}},
		"doubt":                      {sure, doubted, []Said{{"others.doubted", 1}}},
		"no more doubt":              {doubted, sure, []Said{{"others.cleared", 1}}},
		"read at last":               {reading{doubtful: true}, sure, []Said{{"others.refigured", 1}, {"others.cleared", 1}}},
	} {
		var o Others
		o.count(tc.before, tc.now)
		if diff := cmp.Diff(tc.want, o.Say()); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}
