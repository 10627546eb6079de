package normalize

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/record"
)

// A sum over the amounts of lines that are part of none counts no hryvnia twice:
// rows are parts of their total, totals of the one above them, deeper rows of the
// row that they stand in. The numbers are rows, counted from 1; 0 is no row.
func TestLinesArePartsOfWhatContainsThem(t *testing.T) {
	for name, x := range map[string]struct {
		subject record.Subject
		rows    string
		want    string // the row that each row is part of
	}{
		"rows and their total":             {record.SubjectLine, "120,50 79,25 300,00 =499,75", "4 4 4 0"},
		"a total above its rows":           {record.SubjectLine, "=499,75 120,50 79,25 300,00", "0 1 1 1"},
		"a total that does not hold":       {record.SubjectLine, "120,50 79,25 300,00 =512,30", "4 4 4 0"},
		"a row that the total leaves out":  {record.SubjectLine, "120,50 79,25 300,00 140,40 =499,75", "5 5 5 0 0"},
		"no total":                         {record.SubjectLine, "120,50 79,25 300,00", "0 0 0"},
		"subtotals and their total":        {record.SubjectLine, "120,50 79,25 =199,75 300,00 41,10 =341,10 =540,85", "3 3 7 6 6 7 0"},
		"subtotals over measures":          {record.SubjectMeasure, "120,50 79,25 =199,75 300,00 41,10 =341,10 =540,85", "0 0 7 0 0 7 0"},
		"a total over measures":            {record.SubjectMeasure, "120,50 79,25 300,00 =499,75", "0 0 0 0"},
		"deeper rows of a row":             {record.SubjectLine, "199,75 .120,50 .79,25 300,00 =499,75", "5 1 1 5 0"},
		"deeper rows that are not all":     {record.SubjectLine, "250,00 .120,50 .79,25 300,00 =550,00", "5 1 1 5 0"},
		"deeper rows of two levels":        {record.SubjectLine, "199,75 .120,50 ..100,40 ..20,10 .79,25 300,00 =499,75", "7 1 2 2 1 7 0"},
		"deeper rows that are more":        {record.SubjectLine, "100,00 .120,50 .79,25", "0 0 0"},
		"a row of its own behind a level":  {record.SubjectLine, ".120,50 .79,25 300,00", "0 0 0"},
		"the same total a second time":     {record.SubjectLine, "120,50 79,25 300,00 =499,75 =499,75", "4 4 4 5 0"},
		"'including' rows below the total": {record.SubjectLine, "120,50 379,25 =499,75 >400,00 >99,75", "3 3 0 3 3"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newReport()
			heading := b.mention(record.ThousandUAH, record.Heading)
			b.table(x.subject, []col{{role: record.Planned, mention: heading}}, strings.Fields(x.rows)...)
			r := b.settle(t)
			rowOf := map[string]int{}
			for i := range r.Amounts {
				rowOf[r.Amounts[i].ID] = r.Amounts[i].Row + 1
			}
			var got []string
			for i := range r.Amounts {
				got = append(got, fmt.Sprint(rowOf[r.Amounts[i].PartOf]))
			}
			if diff := cmp.Diff(x.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
