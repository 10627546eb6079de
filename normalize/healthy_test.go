package normalize

import (
	"fmt"
	"testing"

	"zvit/extract/document"
	"zvit/extract/record"
)

// TestHealthyStaysAsPrinted: for every rule of settling, a table in which all is
// well stays as printed, without a doubt and without a finding.
func TestHealthyStaysAsPrinted(t *testing.T) {
	type table struct {
		unit   record.Unit
		source record.MentionSource
		cols   []col
		rows   []string
	}
	plan, actual := col{role: record.Planned}, col{role: record.Actual}
	for name, c := range map[string]table{
		"rows and total after":          {record.ThousandUAH, record.Heading, []col{plan, actual}, []string{"120,5|118,0", "64,0|64,0", "310,2|287,9", "=494,7|469,9"}},
		"total before its rows":         {record.ThousandUAH, record.Heading, []col{plan, actual}, []string{"=494,7|469,9", "120,5|118,0", "64,0|64,0", "310,2|287,9"}},
		"subtotals and a grand total":   {record.UAH, record.LineAbove, []col{plan, actual}, []string{"15200,00|15100,00", "8300,00|7900,50", "=23500,00|23000,50", "91000,00|90000,00", "4250,00|4250,00", "=95250,00|94250,00", "=118750,00|117250,50"}},
		"two groups under one total":    {record.UAH, record.LineAbove, []col{plan}, []string{"15200,00", "8300,00", "91000,00", "4250,00", "=118750,00"}},
		"у тому числі is not added":     {record.ThousandUAH, record.Heading, []col{plan, actual}, []string{"500,0|480,0", ">300,0|290,0", ">120,0|118,0", "77,3|60,1", "=577,3|540,1"}},
		"funds":                         {record.ThousandUAH, record.Heading, []col{{role: record.Planned, fund: record.General}, {role: record.Planned, fund: record.Special}, plan}, []string{"80,5|19,5|100,0", "61,0||61,0", "47,9|12,1|60,0"}},
		"years":                         {record.ThousandUAH, record.Heading, []col{plan, {role: record.Planned, year: 2021}, {role: record.Planned, year: 2022}}, []string{"180,0|90,0|90,0", "75,5|25,5|50,0", "61,0|61,0|"}},
		"sources":                       {record.ThousandUAH, record.Caption, []col{plan, {role: record.Planned, source: record.StateBudget}, {role: record.Planned, source: record.LocalBudget}}, []string{"1380,0|900,0|480,0", "275,5|25,5|250,0"}},
		"plan less actual":              {record.UAH, record.Heading, []col{plan, actual, {role: record.Deviation}}, []string{"54000,00|51230,40|2769,60", "18000,00|18000,00|0,00", "7300,00|7100,00|200,00"}},
		"actual less plan":              {record.UAH, record.Heading, []col{plan, actual, {role: record.Deviation}}, []string{"54000,00|51230,40|-2769,60", "18000,00|18000,00|0,00", "7300,00|7100,00|-200,00"}},
		"yearly figure times the years": {record.ThousandUAH, record.Heading, []col{plan, {role: record.Annual}, actual}, []string{"570,0|190,0|420,7", "36,0|12,0|12,0", "348,0|116,0|192,4"}},
		"honest low execution":          {record.ThousandUAH, record.Heading, []col{plan, actual}, []string{"1200,0|1180,4", "840,0|9,7", "2000,0|1875,3", "310,5|310,5", "95,0|0,0"}},
		"nothing was spent":             {record.ThousandUAH, record.Heading, []col{plan, actual}, []string{"1200,0|0,0", "840,0|0", "2000,0|0,00"}},
		"one decimal of hryvnias":       {record.UAH, record.Heading, []col{plan, actual}, []string{"18 000 000,0|17 450 300,0", "70 000,0|69 800,0", "2 345 000,0|2 101 500,5"}},
		"three decimals of thousands":   {record.ThousandUAH, record.Heading, []col{plan, actual}, []string{"11148,559|10987,120", "32,890|32,890", "199,000|140,138"}},
		"millions":                      {record.MillionUAH, record.Heading, []col{plan, actual}, []string{"12,5|11,9", "3,75|3,75", "148,2|130,064"}},
		"small sums in hryvnias":        {record.UAH, record.Heading, []col{plan, actual}, []string{"1250,00|1250,00", "870,50|640,00", "15300,00|14980,00"}},
		"one row a thousand times more": {record.ThousandUAH, record.Heading, []col{plan, actual}, []string{"1,2|1,2", "3,5|3,4", "2,0|1,8", "2450,0|2300,0", "=2456,7|2306,4"}},
		"rounded after adding":          {record.ThousandUAH, record.Heading, []col{plan}, []string{"10,3", "20,3", "30,3", "=61,0"}},
		"a register":                    {record.UAH, record.Heading, []col{plan}, []string{"125000,00", "48200,00", "9300,50", "=182500,50"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := newReport()
			m := b.mention(c.unit, c.source)
			cols := make([]col, len(c.cols))
			for i := range cols {
				cols[i] = c.cols[i]
				cols[i].mention = m
			}
			b.table(record.SubjectMeasure, cols, c.rows...)
			r := b.settle(t)
			wantHealthy(t, r)
			if t.Failed() {
				dump(t, r)
			}
		})
	}
}

func TestHealthyDeclaredTotals(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "1 250,5", record.ThousandUAH)
	b.declare(record.Planned, 2021, "700,5", record.ThousandUAH)
	b.declare(record.Planned, 2022, "550,0", record.ThousandUAH)
	b.declare(record.Actual, 0, "1 180 400,00", record.UAH)
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, "800,5|790,4", "300,0|240,0", "150,0|150,0")
	r := b.settle(t)
	wantHealthy(t, r)
	whole := declaredAmount(t, r, record.Planned, 0)
	if got := declaredAmount(t, r, record.Planned, 2021).PartOf; got != whole.ID {
		t.Errorf("a year's total is part of %q, want the whole %q", got, whole.ID)
	}
	for i := 1; i <= 3; i++ {
		if got := amountAt(t, r, 1, i, 1).InTotal; got != record.InTotalYes {
			t.Errorf("row %d in the declared total: %s", i, got)
		}
	}
}

func TestHealthyPercentages(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, "120,5|118,0", "640,0|6,4", "310,2|287,9")
	b.percent(1, "97,9", "1,0%", "92,8 %")
	wantHealthy(t, b.settle(t))

	// All percentages a tenth of what they should be: a habit of the form, which
	// says nothing of the units.
	b = newReport()
	m = b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, "120,5|118,0", "640,0|512,0", "310,2|287,9")
	b.percent(1, "9,79", "8,00", "9,28")
	r := b.settle(t)
	for i := range r.Amounts {
		if r.Amounts[i].Change != record.Unchanged {
			t.Errorf("%q was changed", r.Amounts[i].Printed)
		}
	}
}

// percent adds a printed percentage of execution to each row of a table.
func (b *builder) percent(table int, printed ...string) {
	for i, s := range printed {
		place := document.Place{Table: table, Row: i + 1, Cell: 9}
		b.r.Ratios = append(b.r.Ratios, record.Ratio{
			SubjectID: record.ID("doc", string(record.SubjectMeasure), document.Place{Table: table, Row: i + 1, Cell: 1}, 0),
			TableID:   fmt.Sprintf("doc/t%d", table), Row: i, Col: 8, Printed: s, Place: place,
		})
	}
}

func TestHealthyWords(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "36 000,00", record.UAH)
	b.r.Amounts[0].Words = "тридцять шість тисяч гривень"
	wantHealthy(t, b.settle(t))
}

func TestHealthyPlanAndActualBelowOneAnother(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.LineAbove)
	b.table(record.SubjectLine, []col{{role: record.Planned, mention: m}}, "120,5", "118,0", "64,0", "63,1", "310,2", "287,9")
	for i := range b.r.Amounts {
		a := &b.r.Amounts[i]
		a.SubjectID = fmt.Sprintf("doc/programme%d", i/2)
		if i%2 == 1 {
			a.Role = record.Actual
		}
	}
	wantHealthy(t, b.settle(t))
}

// TestLittleWasSpent: of one measure a thousandth was spent. The sum is small by its
// ratio, so that its being small in its column says nothing more; a row of which both
// sums are a thousand times too small is in another unit.
func TestLittleWasSpent(t *testing.T) {
	for _, x := range []struct {
		row     string
		changed bool
	}{{"450000,00|520,00", false}, {"612,0|598,4", true}} {
		b := newReport()
		m := b.mention(record.UAH, record.Heading)
		rows := []string{"512000,00|498300,50", "387500,00|387500,00", x.row, "640200,00|611845,20", "298000,00|287110,75", "455700,00|449020,10"}
		b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, rows...)
		r := b.settle(t)
		if a := amountAt(t, r, 1, 3, 2); (a.Change == record.Rescaled) != x.changed {
			t.Errorf("%q settled as %s (%.3f): %s", a.Printed, a.Settled, a.Confidence, a.Reason.EN)
		}
	}
}
