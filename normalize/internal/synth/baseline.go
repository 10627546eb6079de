package synth

import (
	"math"
	"slices"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// Baselines are the simple rules that settling is measured against. Each gives
// the kopecks of every amount by id.
var Baselines = []struct {
	Name   string
	Settle func(*record.Report) map[string]record.Kopecks
}{
	{"trust the header", trustHeader},
	{"row ratio", rowRatio},
	{"column median", columnMedian},
}

func printedUnit(r *record.Report, a *record.Amount) record.Unit {
	if len(a.Mentions) > 0 {
		return r.Mentions[a.Mentions[0]].Unit
	}
	return record.UAH
}

// trustHeader takes the printed unit, hryvnias where there is none.
func trustHeader(r *record.Report) map[string]record.Kopecks {
	out := map[string]record.Kopecks{}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if n, ok := wording.ParseNumeral(a.Printed); ok {
			out[a.ID], _ = n.Kopecks(printedUnit(r, a))
		}
	}
	return out
}

// rowRatio is the uniform 1000-error rule of official statistics: an actual that
// is more than 31.6 times (the root of 1000) the plan of its row, or less than
// the inverse, is moved by a thousand.
func rowRatio(r *record.Report) map[string]record.Kopecks {
	out := trustHeader(r)
	plans := map[string]record.Kopecks{}
	key := func(a *record.Amount) string {
		return a.SubjectID + string(a.Fund) + string(a.Source) + string(rune(a.Year))
	}
	for i := range r.Amounts {
		if a := &r.Amounts[i]; a.Role == record.Planned {
			plans[key(a)] = out[a.ID]
		}
	}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		p, v := float64(plans[key(a)]), float64(out[a.ID])
		if a.Role != record.Actual || p == 0 || v == 0 {
			continue
		}
		switch x := v / p; {
		case x > math.Sqrt(1000):
			out[a.ID] /= 1000
		case x < 1/math.Sqrt(1000):
			out[a.ID] *= 1000
		}
	}
	return out
}

// columnMedian moves a whole actual column by a thousand where the median of its
// ratios says so.
func columnMedian(r *record.Report) map[string]record.Kopecks {
	out := trustHeader(r)
	plans := map[string]record.Kopecks{}
	key := func(a *record.Amount) string {
		return a.SubjectID + string(a.Fund) + string(a.Source) + string(rune(a.Year))
	}
	for i := range r.Amounts {
		if a := &r.Amounts[i]; a.Role == record.Planned {
			plans[key(a)] = out[a.ID]
		}
	}
	type column struct {
		table string
		col   int
	}
	ratios := map[column][]float64{}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if p, v := float64(plans[key(a)]), float64(out[a.ID]); a.Role == record.Actual && p != 0 && v != 0 {
			ratios[column{a.TableID, a.Col}] = append(ratios[column{a.TableID, a.Col}], math.Abs(v/p))
		}
	}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		x := ratios[column{a.TableID, a.Col}]
		if a.Role != record.Actual || len(x) == 0 {
			continue
		}
		s := slices.Clone(x)
		slices.Sort(s)
		switch m := s[len(s)/2]; {
		case m > math.Sqrt(1000):
			out[a.ID] /= 1000
		case m < 1/math.Sqrt(1000):
			out[a.ID] *= 1000
		}
	}
	return out
}
