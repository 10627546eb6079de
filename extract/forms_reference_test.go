package extract_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zvit/extract"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// formFacts is what a published document holds, counted by hand; -1 and empty
// are not asked.
type formFacts struct {
	File, Kind, Period                          string
	Lines, Measures, Indicators, Amounts, Codes *int
	Units                                       map[record.Unit]int // of amounts, by the nearest mention
	Has                                         []string
	Sums                                        []struct{ Header, Sum string } // of the rows that are no total
	Totals                                      bool                           // every total is the sum of the rows since the one before it
	Levels                                      bool                           // every row of a lesser level is the sum of those below it
	Neighbours                                  *int
}

// TestForms reads the published documents of ZVIT_REFERENCE and compares them
// with the facts of testdata.
func TestForms(t *testing.T) {
	root := os.Getenv("ZVIT_REFERENCE")
	if root == "" {
		t.Skip("ZVIT_REFERENCE is not set: the published documents are not in this repository")
	}
	data, err := os.ReadFile("../testdata/reference/forms.json")
	if err != nil {
		t.Fatal(err)
	}
	var facts []formFacts
	if err := json.Unmarshal(data, &facts); err != nil {
		t.Fatal(err)
	}
	for _, f := range facts {
		t.Run(f.File, func(t *testing.T) {
			t.Parallel()
			res, err := extract.ReadFile(context.Background(), filepath.Join(root, "real", f.File), extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(res.Reports) != 1 {
				t.Fatalf("%d reports, want 1", len(res.Reports))
			}
			f.check(t, res.Reports[0])
		})
	}
}

func (f *formFacts) check(t *testing.T, r *record.Report) {
	if string(r.Kind) != f.Kind {
		t.Errorf("kind %q, want %q", r.Kind, f.Kind)
	}
	if got := strings.TrimSpace(r.PeriodFrom + " " + r.PeriodTo); f.Period != "" && got != f.Period {
		t.Errorf("period %q, want %q", got, f.Period)
	}
	for _, n := range []struct {
		what string
		got  int
		want *int
	}{
		{"lines", len(r.Lines), f.Lines},
		{"measures", len(r.Measures), f.Measures},
		{"indicators", len(r.Indicators), f.Indicators},
		{"amounts", len(r.Amounts), f.Amounts},
		{"codes", len(r.Codes), f.Codes},
		{"amounts with a neighbour's unit", neighbours(r), f.Neighbours},
	} {
		if n.want != nil && n.got != *n.want {
			t.Errorf("%d %s, want %d", n.got, n.what, *n.want)
		}
	}
	units := map[record.Unit]int{}
	have := map[string]bool{}
	for _, a := range r.Amounts {
		unit := nearest(r, &a)
		units[unit]++
		have[said(&a, unit)] = true
	}
	for unit, n := range f.Units {
		if units[unit] != n {
			t.Errorf("%d amounts in %q, want %d", units[unit], unit, n)
		}
	}
	for _, s := range f.Has {
		if !have[s] {
			t.Errorf("no amount %q", s)
		}
	}
	for _, s := range f.Sums {
		sum := new(big.Rat)
		for _, a := range r.Amounts {
			if a.HeaderPath == s.Header && !a.IsTotal {
				sum.Add(sum, value(t, &a))
			}
		}
		if want, _ := new(big.Rat).SetString(s.Sum); sum.Cmp(want) != 0 {
			t.Errorf("%s adds up to %s, want %s", s.Header, sum.FloatString(3), s.Sum)
		}
	}
	if f.Totals {
		checkTotals(t, r)
	}
	if f.Levels {
		checkLevels(t, r)
	}
}

func nearest(r *record.Report, a *record.Amount) record.Unit {
	if len(a.Mentions) == 0 {
		return record.NoUnit
	}
	return r.Mentions[a.Mentions[0]].Unit
}

func neighbours(r *record.Report) int {
	n := 0
	for _, a := range r.Amounts {
		if len(a.Mentions) > 0 && r.Mentions[a.Mentions[0]].Source == record.Neighbour {
			n++
		}
	}
	return n
}

// said is an amount as the facts write it: role, year, fund, source, printed, unit.
func said(a *record.Amount, unit record.Unit) string {
	year := ""
	if a.Year > 0 {
		year = fmt.Sprint(a.Year)
	}
	return strings.Join(strings.Fields(strings.Join([]string{string(a.Role), year, string(a.Fund), string(a.Source), a.Printed, string(unit)}, " ")), " ")
}

func value(t *testing.T, a *record.Amount) *big.Rat {
	n, ok := wording.ParseNumeral(a.Printed)
	if !ok {
		t.Errorf("amount %q is no numeral", a.Printed)
		return new(big.Rat)
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n.Decimals)), nil)
	return new(big.Rat).SetFrac(big.NewInt(n.Mantissa), scale)
}

// checkTotals compares every total with the rows of its column around it, to the
// last printed decimal: those since the total before, or all below a first one.
func checkTotals(t *testing.T, r *record.Report) {
	type column struct {
		table string
		col   int
	}
	sums := map[column]*big.Rat{}
	first := map[column]*record.Amount{}
	rows := 0
	checked := 0
	compare := func(a *record.Amount, sum *big.Rat) {
		checked++
		diff := new(big.Rat).Sub(value(t, a), sum)
		if diff.Abs(diff).Cmp(big.NewRat(1, 10)) > 0 {
			t.Errorf("total %s (%s, column %d): its rows give %s", a.Printed, a.HeaderPath, a.Col, sum.FloatString(2))
		}
	}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if a.TableID == "" {
			continue
		}
		k := column{a.TableID, a.Col}
		switch {
		case a.IsTotal && sums[k] == nil && rows == 0:
			first[k] = a
		case a.IsTotal:
			if sums[k] == nil {
				sums[k] = new(big.Rat)
			}
			compare(a, sums[k])
			sums[k] = nil
		default:
			if len(first) == 0 {
				rows++
			}
			if sums[k] == nil {
				sums[k] = new(big.Rat)
			}
			sums[k].Add(sums[k], value(t, a))
		}
	}
	for k, a := range first {
		if sums[k] != nil {
			compare(a, sums[k])
		}
	}
	if checked == 0 {
		t.Error("no total was compared")
	}
}

// checkLevels compares every row with the deeper rows below it, by column.
func checkLevels(t *testing.T, r *record.Report) {
	levels := map[string]int{}
	for _, l := range r.Lines {
		levels[l.ID] = l.Level
	}
	held, broken := 0, 0
	for _, col := range []int{2, 3} {
		var whole *big.Rat
		sum := new(big.Rat)
		n := 0
		flush := func() {
			if whole != nil && n > 0 {
				if whole.Cmp(sum) == 0 {
					held++
				} else {
					broken++
				}
			}
			sum, n = new(big.Rat), 0
		}
		for i := range r.Amounts {
			a := &r.Amounts[i]
			if a.Col != col {
				continue
			}
			if levels[a.SubjectID] == 0 {
				flush()
				whole = value(t, a)
				continue
			}
			sum.Add(sum, value(t, a))
			n++
		}
		flush()
	}
	if held == 0 || broken*5 > held {
		t.Errorf("%d groups add up, %d do not", held, broken)
	}
}
