package rejoin_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// assertSeed is the seed of the asserted run; tuning used others.
const assertSeed = 20260117

// score counts rows that came back exactly.
type score struct{ right, all int }

func (s *score) add(ok bool) {
	s.all++
	if ok {
		s.right++
	}
}

func (s score) String() string {
	if s.all == 0 {
		return "-"
	}
	return fmt.Sprintf("%6.2f %% (%d of %d)", 100*float64(s.right)/float64(s.all), s.right, s.all)
}

func normal(s string) string { return strings.Join(strings.Fields(s), " ") }

// flat is a row for comparing: its cells' texts without regard to line breaks,
// empty cells at the end left out.
func flat(cells []string) string {
	for i := range cells {
		cells[i] = normal(cells[i])
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return strings.Join(cells, "¦")
}

func tableRows(d *document.Document, headers int) []string {
	var out []string
	for _, b := range d.Blocks {
		t, ok := b.(*document.Table)
		if !ok {
			continue
		}
		for i := range t.Rows {
			var cells []string
			for j := range t.Rows[i].Cells {
				c := &t.Rows[i].Cells[j]
				for len(cells) < c.Col {
					cells = append(cells, "")
				}
				cells = append(cells, c.Text())
			}
			out = append(out, flat(cells))
		}
	}
	return out[min(headers, len(out)):]
}

// matches says which wanted rows stand in got, in order: the longest common
// subsequence.
func matches(want, got []string) []bool {
	n, m := len(want), len(got)
	best := make([][]int, n+1)
	for i := range best {
		best[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if want[i] == got[j] {
				best[i][j] = max(best[i][j], best[i+1][j+1]+1)
			}
		}
	}
	ok := make([]bool, n)
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case want[i] == got[j] && best[i][j] == best[i+1][j+1]+1:
			ok[i] = true
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return ok
}

// census counts what came back of broken tables, beside what was as read.
type census struct {
	touched, touchedBefore, healthy, healthyBefore, whole, wholeBefore score
	untouched                                                          score // healthy tables
	kinds                                                              map[string]*score
	left, torn                                                         int
	show                                                               int // rows that are still to be shown
	what                                                               string
}

// TestBrokenTables breaks clean tables at random and rejoins them. ZVIT_SEED
// takes others than the asserted ones, ZVIT_SHOW prints so many rows that did not
// come back, ZVIT_WHAT those of one defect.
func TestBrokenTables(t *testing.T) {
	tables := 2000
	if testing.Short() {
		tables = 200
	}
	seed := uint64(assertSeed)
	if s := os.Getenv("ZVIT_SEED"); s != "" {
		seed, _ = strconv.ParseUint(s, 10, 64)
	}
	c := census{kinds: map[string]*score{}, what: os.Getenv("ZVIT_WHAT")}
	c.show, _ = strconv.Atoi(os.Getenv("ZVIT_SHOW"))
	for n := range tables {
		c.breakTable(t, n, rand.New(rand.NewPCG(seed, uint64(n))))
	}
	c.print(t, tables)
	if c.torn > 0 {
		t.Errorf("%d tables stayed in pieces", c.torn)
	}
	if c.touched.right*100 < c.touched.all*96 { // 95 are promised; what has been reached is kept
		t.Errorf("touched rows: %s, want 96 %%", c.touched)
	}
	if c.healthy.right*1000 < c.healthy.all*999 {
		t.Errorf("healthy rows: %s, want 99.9 %%", c.healthy)
	}
}

// breakTable makes the n-th table, rejoins it whole and broken, and counts.
func (s *census) breakTable(t *testing.T, n int, r *rand.Rand) {
	t.Helper()
	c := generate(r)
	numbering := r.IntN(2) == 0
	headers := 1
	if numbering {
		headers = 2
	}
	sound := layOut(c, c.lines(), numbering, false)
	same, err := rejoin.Rejoin(context.Background(), sound)
	if err != nil {
		t.Fatal(err)
	}
	ok := reflect.DeepEqual(sound, same)
	s.untouched.add(ok)
	if !ok {
		t.Errorf("table %d: a healthy table was touched: %+v", n, repairsOf(same))
	}

	d := damage(r, c)
	in := layOut(c, d.lines, numbering, r.IntN(4) == 0)
	before := in.Ink()
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(before, in.Ink()) {
		t.Fatalf("table %d: the input was changed", n)
	}
	sameInk(t, in, out)
	apart := -1
	for _, b := range out.Blocks {
		if _, ok := b.(*document.Table); ok {
			apart++
		}
	}
	if apart > 0 {
		s.torn++
	}
	s.compare(t, n, d, tableRows(out, headers), tableRows(in, headers))
}

// compare counts the rows of a broken table that came back, and those that were
// whole as read.
func (s *census) compare(t *testing.T, n int, d *damaged, got, read []string) {
	t.Helper()
	var want []string
	for _, row := range d.want {
		want = append(want, flat(append([]string(nil), row...)))
	}
	now, then := matches(want, got), matches(want, read)
	all, allBefore := true, true
	for i := range want {
		what := d.touched[i]
		switch {
		case d.unknown[i]:
			s.left++
			continue
		case what != "":
			s.touched.add(now[i])
			s.touchedBefore.add(then[i])
			if s.kinds[what] == nil {
				s.kinds[what] = &score{}
			}
			s.kinds[what].add(now[i])
		default:
			s.healthy.add(now[i])
			s.healthyBefore.add(then[i])
		}
		all, allBefore = all && now[i], allBefore && then[i]
		if !now[i] && s.show > 0 && (s.what == "" || s.what == what) {
			s.show--
			t.Logf("table %d row %d (%s)\n%s", n, i, what, difference(want[i], closest(got, want[i])))
		}
	}
	s.whole.add(all)
	s.wholeBefore.add(allBefore)
}

func (s *census) print(t *testing.T, tables int) {
	t.Helper()
	t.Logf("| of %d broken tables | rejoined | as read |", tables)
	t.Logf("| rows that a defect touched | %s | %s |", s.touched, s.touchedBefore)
	t.Logf("| rows that none touched | %s | %s |", s.healthy, s.healthyBefore)
	t.Logf("| whole tables | %s | %s |", s.whole, s.wholeBefore)
	t.Logf("| healthy tables untouched | %s | |", s.untouched)
	t.Logf("rows left out, for no reader could decide them: %d", s.left)
	for _, k := range slices.Sorted(maps.Keys(s.kinds)) {
		t.Logf("  %-22s %s", k, *s.kinds[k])
	}
}

func repairsOf(d *document.Document) []document.Repair {
	var out []document.Repair
	for _, b := range d.Blocks {
		if t, ok := b.(*document.Table); ok {
			out = append(out, t.Repairs...)
		}
	}
	return out
}

// closest is the row that shares most words with the wanted one.
func closest(rows []string, want string) string {
	best, at := -1, 0
	words := strings.Fields(strings.ReplaceAll(want, "¦", " "))
	for i, r := range rows {
		n := 0
		for _, w := range words {
			if strings.Contains(r, w) {
				n++
			}
		}
		if n > best {
			best, at = n, i
		}
	}
	return rows[at]
}

// difference shows the cells in which two rows differ, and both first texts.
func difference(want, got string) string {
	a, b := strings.Split(want, "¦"), strings.Split(got, "¦")
	out := ""
	for i := range max(len(a), len(b)) {
		x, y := "(none)", "(none)"
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			out += fmt.Sprintf("  %d want %s\n  %d got  %s\n", i, x, i, y)
		}
	}
	return out
}
