package normalize

import (
	"strings"
	"testing"

	"zvit/extract/record"
)

// sourceRow says what a row of a table is: the row of the measure that it gives
// another source of (0 for its own), its source and what its label says.
type sourceRow struct {
	of     int // 1-based
	source record.MoneySource
	label  string
}

// sources gives the rows of the last table their measures, sources and labels.
func (b *builder) sources(rows ...sourceRow) {
	subjects := map[int]string{}
	for i := range b.r.Amounts {
		a := &b.r.Amounts[i]
		if a.TableID == "" || a.Row >= len(rows) {
			continue
		}
		if _, ok := subjects[a.Row]; !ok {
			subjects[a.Row] = a.SubjectID
		}
		r := rows[a.Row]
		if r.of > 0 {
			a.SubjectID = subjects[r.of-1]
		}
		a.Source, a.Label = r.source, r.label
	}
}

const (
	ofCommunity = "Бюджет громади"
	ofOblast    = "Обласний бюджет"
	ofState     = "Державний бюджет"
)

// sourcesInRows is a plan whose measures have a row a source; the first has one
// source, which its row names, and no whole is printed of the others.
func sourcesInRows(total ...string) *builder {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Planned, year: 2023, mention: m}, {role: record.Planned, year: 2024, mention: m}},
		append([]string{"190,0|90,0|100,0", "310,5|155,5|155,0", "140,0|70,0|70,0", "1250,0|-|1250,0", "2600,0|-|2600,0"}, total...)...)
	b.sources(sourceRow{0, "", ofCommunity}, sourceRow{0, record.LocalBudget, ofCommunity}, sourceRow{2, record.OblastBudget, ofOblast},
		sourceRow{0, record.LocalBudget, ofCommunity}, sourceRow{4, record.StateBudget, ofState})
	return b
}

// TestWholeOfSourcesIsTheirSum: a total counts what each measure's sources give.
func TestWholeOfSourcesIsTheirSum(t *testing.T) {
	b := sourcesInRows("=4490,5|315,5|4175,0", ">1750,5|245,5|1505,0", ">140,0|70,0|70,0", ">2600,0|-|2600,0")
	for i := range b.r.Amounts {
		switch a := &b.r.Amounts[i]; a.Row {
		case 6:
			a.Source, a.Label = record.LocalBudget, "у т.ч. бюджет громади"
		case 7:
			a.Source, a.Label = record.OblastBudget, "обласний бюджет"
		case 8:
			a.Source, a.Label = record.StateBudget, "державний бюджет"
		}
	}
	r := b.settle(t)
	wantHealthy(t, r)
	total := amountAt(t, r, 1, 6, 1)
	for row := 1; row <= 5; row++ {
		if a := amountAt(t, r, 1, row, 1); a.InTotal != record.InTotalYes {
			t.Errorf("row %d in the total: %s", row, a.InTotal)
		}
	}
	for row := 7; row <= 9; row++ {
		if a := amountAt(t, r, 1, row, 1); a.PartOf != total.ID {
			t.Errorf("row %d is part of %q, want the total", row, a.PartOf)
		}
	}
}

// TestTotalOfSources: totals by source count a measure whose only source its row
// names, and say nothing where a row names none.
func TestTotalOfSources(t *testing.T) {
	bySource := func(b *builder) {
		line := ""
		for i := range b.r.Amounts {
			a := &b.r.Amounts[i]
			switch a.Row {
			case 5:
				line = a.SubjectID
			case 6:
				a.SubjectID, a.Source, a.Label = line, record.LocalBudget, ofCommunity
			case 7:
				a.SubjectID, a.Source, a.Label = line, record.OblastBudget, ofOblast
			case 8:
				a.SubjectID, a.Source, a.Label = line, record.StateBudget, ofState
			}
		}
	}
	totals := []string{"=4490,5|315,5|4175,0", "=1750,5|245,5|1505,0", "=140,0|70,0|70,0", "=2600,0|-|2600,0"}
	b := sourcesInRows(totals...)
	bySource(b)
	wantHealthy(t, b.settle(t))

	b = sourcesInRows(totals...)
	bySource(b)
	for i := range b.r.Amounts {
		if b.r.Amounts[i].Row == 0 {
			b.r.Amounts[i].Label = "" // nobody says whose money the first measure is
		}
	}
	wantHealthy(t, b.settle(t))
}

// TestSourcesThatDoNotAddUp: a real difference is told, of a total and of a total
// by source, and so is a part that is counted beside its whole.
func TestSourcesThatDoNotAddUp(t *testing.T) {
	r := sourcesInRows("=4590,5|315,5|4275,0").settle(t)
	if f := findingsOf(r, record.TotalMismatch); len(f) == 0 || *f[0].Difference != 10_000_000 {
		t.Errorf("mismatch: %+v", f)
	}

	b := sourcesInRows("=4490,5|315,5|4175,0", "=1850,5|245,5|1605,0")
	for i := range b.r.Amounts {
		if a := &b.r.Amounts[i]; a.Row == 6 {
			a.SubjectID, a.Source, a.Label = b.r.Lines[0].ID, record.LocalBudget, ofCommunity
		}
	}
	r = b.settle(t)
	if f := findingsOf(r, record.TotalMismatch); len(f) == 0 || *f[0].Difference != 10_000_000 {
		t.Errorf("mismatch of the source: %+v", f)
	}

	b = newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}}, "500,0", ">313,4", "77,3", "41,9", "=932,6")
	b.sources(sourceRow{}, sourceRow{0, record.LocalBudget, "у т.ч. " + ofCommunity})
	if f := findingsOf(b.settle(t), record.DoubleCount); len(f) != 1 {
		t.Errorf("counted twice: %+v", f)
	}
}

// TestDeclaredTotalOfSources: the prose declares what the sources of all measures
// give, whether or not some measure has a whole.
func TestDeclaredTotalOfSources(t *testing.T) {
	b := sourcesInRows()
	b.declare(record.Planned, 0, "4 490,5", record.ThousandUAH)
	b.declare(record.Planned, 2023, "315,5", record.ThousandUAH)
	b.declare(record.Planned, 2024, "4 175,0", record.ThousandUAH)
	wantHealthy(t, b.settle(t))

	// One year alone is not all of them.
	b = sourcesInRows()
	b.declare(record.Planned, 0, "4 490,5", record.ThousandUAH)
	b.declare(record.Planned, 2023, "315,5", record.ThousandUAH)
	wantHealthy(t, b.settle(t))

	// Columns of sources beside a whole: the whole is what is declared.
	b = newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, source: record.StateBudget, mention: m}, {role: record.Planned, source: record.LocalBudget, mention: m}, {role: record.Planned, mention: m}},
		"900,0|480,0|1380,0", "25,5|250,0|275,5")
	b.declare(record.Planned, 0, "1 655,5", record.ThousandUAH)
	wantHealthy(t, b.settle(t))
}

// TestBasis: the money of the only year that a report gives is printed as a whole;
// a measure's one year of several is the sum of what is printed.
func TestBasis(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, year: 2022, mention: m}, {role: record.Actual, year: 2022, mention: m}}, "180,0|170,5", "75,5|75,5")
	r := b.settle(t)
	for i, want := range []record.Kopecks{18_000_000, 7_550_000} {
		if x := r.Measures[i]; x.Planned == nil || *x.Planned != want || x.PlannedBasis != record.Printed || x.ActualBasis != record.Printed {
			t.Errorf("measure %d: %+v", i+1, x)
		}
	}
	b = newReport()
	m = b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, year: 2022, mention: m}, {role: record.Planned, year: 2023, mention: m}}, "180,0|", "75,5|75,5")
	r = b.settle(t)
	for i, want := range []record.Kopecks{18_000_000, 15_100_000} {
		if x := r.Measures[i]; x.Planned == nil || *x.Planned != want || x.PlannedBasis != record.Sum {
			t.Errorf("measure %d: %+v", i+1, x)
		}
	}
}

// TestUnreadableWhole: a plan that cannot be read is not its year's share, and parts
// of which one cannot be read have no sum; where the whole alone cannot be read, its
// parts have.
func TestUnreadableWhole(t *testing.T) {
	whole := col{role: record.Planned}
	share := col{role: record.Annual}
	local, other := whole, whole
	local.source, other.source = record.LocalBudget, record.OtherSource
	first, second := whole, whole
	first.year, second.year = 2022, 2023
	for name, c := range map[string]struct {
		cols []col
		row  string
		want record.Kopecks // 0: none
	}{
		"the year's share":           {[]col{whole, share}, "7О,0|25,0", 0},
		"no plan but the year's":     {[]col{whole, share}, "|25,0", 2_500_000},
		"a year":                     {[]col{first, second}, "40,0|3О,0", 0},
		"a year without money":       {[]col{first, second}, "40,0|", 4_000_000},
		"the whole beside its parts": {[]col{whole, local, other}, "7О,0|40,0|30,0", 7_000_000},
	} {
		b := newReport()
		m := b.mention(record.ThousandUAH, record.Heading)
		for i := range c.cols {
			c.cols[i].mention = m
		}
		b.table(record.SubjectMeasure, c.cols, c.row, strings.Repeat("75,0|", len(c.cols)-1)+"75,0")
		got := b.settle(t).Measures[0].Planned
		if c.want == 0 && got != nil || c.want != 0 && (got == nil || *got != c.want) {
			t.Errorf("%s: planned %v, want %d", name, got, c.want)
		}
	}
}

// TestSeveralOtherSources: two columns of sources that no word tells apart are both
// parts of the whole; where they do not give it, that is said.
func TestSeveralOtherSources(t *testing.T) {
	for name, c := range map[string]struct {
		rows  []string
		fails int
	}{
		"they add up":    {[]string{"1380,0|900,0|300,0|180,0", "275,5|25,5|150,0|100,0", "640,0|500,0|90,0|50,0"}, 0},
		"one row is off": {[]string{"1380,0|900,0|300,0|180,0", "275,5|25,5|150,0|100,0", "640,0|500,0|90,0|50,0", "810,0|600,0|120,0|70,0"}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			b := newReport()
			m := b.mention(record.ThousandUAH, record.Heading)
			plan := col{role: record.Planned, mention: m}
			local, other := plan, plan
			local.source, other.source = record.LocalBudget, record.OtherSource
			b.table(record.SubjectMeasure, []col{plan, local, other, other}, c.rows...)
			r := b.settle(t)
			if c.fails == 0 {
				wantHealthy(t, r)
			}
			sums := 0
			for _, f := range r.Findings {
				if f.Severity != record.Info {
					sums++
				}
			}
			if sums != c.fails {
				t.Errorf("%d findings, want %d: %+v", sums, c.fails, r.Findings)
			}
		})
	}
}
