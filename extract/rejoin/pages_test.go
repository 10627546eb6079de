package rejoin_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"zvit/extract/rejoin"
)

// TestPages rejoins tables that were broken by hand, as a person at a scanner
// would: testdata/pages.txt has each as read, a blank line for a page's end, and
// below "=>" the rows that it had on paper.
func TestPages(t *testing.T) {
	data, err := os.ReadFile("testdata/pages.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split("\n"+string(data), "\n@@ ")[1:] {
		name, c, _ := strings.Cut(c, "\n")
		read, want, _ := strings.Cut(c, "\n=>\n")
		t.Run(name, func(t *testing.T) {
			in := fragments(read)
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			sameInk(t, in, out)
			rows := tableRows(fragments(want), 0)
			got := tableRows(out, 0)
			heads := max(len(got)-len(rows), 0)
			if got := strings.Join(got[heads:], "\n"); got != strings.Join(rows, "\n") {
				t.Errorf("rows\n%s\nwant\n%s\n%+v", strings.Join(tableRows(out, 0), "\n"), strings.Join(rows, "\n"), repairsOf(out))
			}
		})
	}
}
