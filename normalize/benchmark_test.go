package normalize

import (
	"context"
	"flag"
	"fmt"
	"math"
	"strings"
	"testing"

	"zvit/extract/record"
	"zvit/normalize/internal/synth"
)

var (
	benchSeed  = flag.Uint64("units.seed", 20260101, "first seed of the generated reports; it was not used while tuning")
	benchCount = flag.Int("units.count", 2000, "number of generated reports")
	benchMain  = flag.Bool("units.main", false, "leave the variants out")
	benchWorst = flag.Int("units.worst", 0, "print this many wrong reports")
)

// edges are the upper ends of the calibration's buckets.
var edges = [...]float64{0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01}

// bucket is what was predicted and what came true.
type bucket struct {
	n, right  int
	predicted float64
}

func (b *bucket) add(p float64, right bool) {
	b.n++
	b.predicted += p
	if right {
		b.right++
	}
}

// off is by how many points the prediction is off.
func (b *bucket) off() float64 {
	return 100*b.predicted/float64(b.n) - ofHundred(b.right, b.n)
}

func (b *bucket) String() string {
	if b.n == 0 {
		return "          -"
	}
	return fmt.Sprintf("%6.1f %6.1f %7d", 100*b.predicted/float64(b.n), ofHundred(b.right, b.n), b.n)
}

// calibration prints the buckets twice: amounts, and one amount a column. The
// amounts of a column share one decision, so that a single report can move a
// bucket of amounts; columns are what can be tested.
func (s *score) calibration(t *testing.T, out *strings.Builder) {
	fmt.Fprintf(out, "calibration       predicted, right, amounts | predicted, right, columns\n")
	for i := range edges {
		fmt.Fprintf(out, "  below %.2f %28s | %s\n", edges[i], s.amounts[i].String(), s.columns[i].String())
		if b := &s.columns[i]; b.n >= 200 && math.Abs(b.off()) > 3 {
			t.Errorf("a bucket of %d columns predicts %.1f %% and is off by %.1f points", b.n, 100*b.predicted/float64(b.n), b.off())
		}
	}
}

// score counts how a method did.
type score struct {
	cells, right           int
	tables, whole          int
	asPrinted, harmed      int // right as printed, and changed
	odd, oddFound          int
	sure, sureRight        int
	doubtful, wrong        int
	wrongDoubtful          int
	amounts, columns       [len(edges)]bucket
	formCells, formDefects map[string]int
}

func (s *score) add(c *synth.Case, kopecks func(a *record.Amount) (record.Kopecks, bool), settled bool) bool {
	if s.formCells == nil {
		s.formCells, s.formDefects = map[string]int{}, map[string]int{}
	}
	tables, decided := map[string]bool{}, map[string]bool{}
	for i := range c.Report.Amounts {
		a := &c.Report.Amounts[i]
		truth, ok := c.Truth[a.ID]
		if !ok || truth.Kopecks == 0 {
			continue
		}
		k, _ := kopecks(a)
		right := k == truth.Kopecks
		s.cells++
		s.formCells[c.Form]++
		if _, ok := tables[a.TableID]; !ok {
			tables[a.TableID] = true
		}
		tables[a.TableID] = tables[a.TableID] && right
		if right {
			s.right++
		} else {
			s.wrong++
			s.formDefects[c.Form]++
		}
		if truth.Odd {
			s.odd++
			if right {
				s.oddFound++
			}
		}
		if !truth.Lies && a.PrintedUnit != record.NoUnit {
			s.asPrinted++
			if !right {
				s.harmed++
			}
		}
		if !settled {
			continue
		}
		if a.Doubtful {
			s.doubtful++
			if !right {
				s.wrongDoubtful++
			}
		}
		if a.Confidence >= 0.95 {
			s.sure++
			if right {
				s.sureRight++
			}
		}
		b := 0
		for a.Confidence >= edges[b] {
			b++
		}
		s.amounts[b].add(a.Confidence, right)
		column := fmt.Sprint(a.TableID, ":", a.Col, ":", b)
		if !decided[column] {
			decided[column] = true
			s.columns[b].add(a.Confidence, right)
		}
	}
	all := true
	for _, ok := range tables {
		s.tables++
		if ok {
			s.whole++
		}
		all = all && ok
	}
	return all
}

func ofHundred(n, of int) float64 {
	if of == 0 {
		return math.NaN()
	}
	return 100 * float64(n) / float64(of)
}

func (s *score) line(name string) string {
	return fmt.Sprintf("%-28s %8.2f %8.2f %10.3f %8.2f", name, ofHundred(s.right, s.cells), ofHundred(s.whole, s.tables), ofHundred(s.harmed, s.asPrinted), ofHundred(s.oddFound, s.odd))
}

func (s *score) doubts() string {
	return fmt.Sprintf("   confidence >= 0.95 right %.3f %%, doubtful %.2f %%, of the wrong doubtful %.1f %%", ofHundred(s.sureRight, s.sure), ofHundred(s.doubtful, s.cells), ofHundred(s.wrongDoubtful, s.wrong))
}

func runZvit(t testing.TB, opt synth.Options, first uint64, n int) *score {
	t.Helper()
	s := &score{}
	worst := *benchWorst
	for i := range n {
		c := synth.Generate(first+uint64(i), opt)
		if err := Settle(context.Background(), []*record.Report{c.Report}, nil); err != nil {
			t.Fatal(err)
		}
		all := s.add(c, func(a *record.Amount) (record.Kopecks, bool) {
			if a.Kopecks == nil {
				return 0, false
			}
			return *a.Kopecks, true
		}, true)
		if !all && worst > 0 {
			worst--
			t.Logf("seed %d, form %s\n%s", first+uint64(i), c.Form, describeCase(c))
		}
	}
	return s
}

func describeCase(c *synth.Case) string {
	var b strings.Builder
	n := 0
	for i := range c.Report.Amounts {
		a := &c.Report.Amounts[i]
		truth := c.Truth[a.ID]
		mark := " "
		k := int64(-1)
		if a.Kopecks != nil {
			k = int64(*a.Kopecks)
		}
		if k != int64(truth.Kopecks) {
			mark = "X"
		}
		if n++; n > 24 && mark == " " {
			continue
		}
		total := " "
		if a.IsTotal {
			total = "="
		}
		fmt.Fprintf(&b, "%s%s %-9s %-9s %5d %-8s %-6s %18s %-13s -> %-13s %.3f odd=%v %s\n", mark, total, a.Place.Key(), a.Role, a.Year, a.Fund, a.Source, a.Printed, a.PrintedUnit, a.Settled, a.Confidence, truth.Odd, a.Reason.EN)
	}
	return b.String()
}

func runBaseline(opt synth.Options, settle func(*record.Report) map[string]record.Kopecks, first uint64, n int) *score {
	s := &score{}
	for i := range n {
		c := synth.Generate(first+uint64(i), opt)
		got := settle(c.Report)
		for j := range c.Report.Amounts {
			a := &c.Report.Amounts[j]
			if len(a.Mentions) > 0 {
				a.PrintedUnit = c.Report.Mentions[a.Mentions[0]].Unit
			}
		}
		s.add(c, func(a *record.Amount) (record.Kopecks, bool) { k, ok := got[a.ID]; return k, ok }, false)
	}
	return s
}

// fmtMarks says which of the project's marks this run meets.
func fmtMarks(t *testing.T, s *score) {
	for _, m := range []struct {
		name      string
		got, mark float64
		least     bool
	}{
		{"cells right", ofHundred(s.right, s.cells), 99.7, true}, {"whole tables", ofHundred(s.whole, s.tables), 98, true},
		{"harmed", ofHundred(s.harmed, s.asPrinted), 0.05, false}, {"odd rows", ofHundred(s.oddFound, s.odd), 95, true},
		{"sure and right", ofHundred(s.sureRight, s.sure), 99.8, true}, {"doubtful", ofHundred(s.doubtful, s.cells), 5, false},
	} {
		met := m.got >= m.mark
		if !m.least {
			met = m.got <= m.mark
		}
		t.Logf("mark %s: %.3f, wanted %.2f, met %v", m.name, m.got, m.mark, met)
	}
}

// TestUnitsBenchmark settles generated reports whose units are known and prints
// the figures of the README.
func TestUnitsBenchmark(t *testing.T) {
	n := *benchCount
	if testing.Short() {
		n = min(n, 200)
	}
	first := *benchSeed
	var out strings.Builder
	fmt.Fprintf(&out, "%d generated reports from seed %d\n%-28s %8s %8s %10s %8s\n", n, first, "", "cells %", "tables %", "harmed %", "odd %")
	for _, b := range synth.Baselines {
		fmt.Fprintln(&out, runBaseline(synth.Options{}, b.Settle, first, n).line(b.Name))
	}
	s := runZvit(t, synth.Options{}, first, n)
	fmt.Fprintf(&out, "%s\n%s\n", s.line("zvit"), s.doubts())
	variants := []struct {
		name string
		opt  synth.Options
	}{{"zvit, totals removed", synth.Options{NoTotals: true}}, {"zvit, unit words removed", synth.Options{NoUnits: true}}, {"zvit, the hard style", synth.Options{Hard: true}}}
	if *benchMain {
		variants = nil
	}
	scores := map[string]*score{}
	for _, v := range variants {
		x := runZvit(t, v.opt, first, n)
		scores[v.name] = x
		fmt.Fprintf(&out, "%s\n%s\n", x.line(v.name), x.doubts())
	}
	s.calibration(t, &out)
	for _, f := range []string{"programme", "years", "funds", "sources", "source_rows", "budget", "register", "fact_rows"} {
		fmt.Fprintf(&out, "  %-12s %6d cells, %4d wrong\n", f, s.formCells[f], s.formDefects[f])
	}
	t.Log("\n" + out.String())
	atLeast := func(what string, got, want float64) {
		if !(got >= want) {
			t.Errorf("%s: %.3f %%, want at least %.2f %%", what, got, want)
		}
	}
	atMost := func(what string, got, want float64) {
		if !(got <= want) {
			t.Errorf("%s: %.3f %%, want at most %.2f %%", what, got, want)
		}
	}
	if testing.Short() {
		return
	}
	// The project's marks are 99.7, 98, 0.05, 95, 99.8 and 5 %. A report is right or
	// wrong as a whole, so that 2 000 of them measure cells to about 0.1 points:
	// the limits here are what may not be lost, the marks stand in the printout.
	fmtMarks(t, s)
	atLeast("cells right", ofHundred(s.right, s.cells), 99.6)
	atLeast("whole tables right", ofHundred(s.whole, s.tables), 98)
	atMost("right as printed and changed", ofHundred(s.harmed, s.asPrinted), 0.08)
	atLeast("odd rows found", ofHundred(s.oddFound, s.odd), 94)
	atLeast("right of those with confidence 0.95", ofHundred(s.sureRight, s.sure), 99.8)
	atMost("doubtful", ofHundred(s.doubtful, s.cells), 5)
	for _, v := range variants[:min(2, len(variants))] {
		x := scores[v.name]
		atLeast(v.name+": wrong ones doubtful (the mark is 90)", ofHundred(x.wrongDoubtful, x.wrong), 50)
		atMost(v.name+": doubtful", ofHundred(x.doubtful, x.cells), 30)
	}
}
