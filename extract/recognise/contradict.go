package recognise

import (
	"strings"

	"zvit/extract/record"
)

// contradictDates adds a finding where two mentions of one decision give it two
// dates. That it is one decision is likely where the day and the month agree,
// where both mentions say that it approves the programme, or where the year
// agrees: numbers begin anew each year, so that one number of two years alone is
// two decisions.
//
// Args: number, expected (the date more mentions have, the earlier mention's
// where they are even), found (the other date), both ISO.
func contradictDates(documentID string, reports []*record.Report, sh *shared) {
	type mention struct {
		report *record.Report
		d      *record.Decision
	}
	byNumber := map[string][]mention{}
	var numbers []string
	count := map[string]int{}
	for _, r := range reports {
		for i := range r.Decisions {
			d := &r.Decisions[i]
			if d.DecidedOn == "" || d.Number == "" {
				continue
			}
			if byNumber[d.Number] == nil {
				numbers = append(numbers, d.Number)
			}
			byNumber[d.Number] = append(byNumber[d.Number], mention{r, d})
			count[d.Number+"/"+d.DecidedOn]++
		}
	}
	said := map[string]bool{}
	for _, number := range numbers {
		all := byNumber[number]
		for i, a := range all {
			for _, b := range all[i+1:] {
				confidence := sameDecision(a.d, b.d)
				if confidence == 0 {
					continue
				}
				expected, found := a, b
				if count[number+"/"+b.d.DecidedOn] > count[number+"/"+a.d.DecidedOn] {
					expected, found = b, a
				}
				key := number + "/" + expected.d.DecidedOn + "/" + found.d.DecidedOn
				if said[key] {
					continue
				}
				said[key] = true
				found.report.Findings = append(found.report.Findings, record.Finding{
					ID:       sh.id(documentID, string(record.DateContradicts), found.d.Place),
					ReportID: found.report.ID, Code: record.DateContradicts,
					Severity: record.Warning, Confidence: confidence,
					Subject: record.SubjectReport, SubjectID: found.report.ID,
					Args: []record.Arg{
						{Name: "number", Value: number},
						{Name: "expected", Value: expected.d.DecidedOn},
						{Name: "found", Value: found.d.DecidedOn},
					},
					Place: found.d.Place,
				})
			}
		}
	}
}

// sameDecision returns how likely two mentions of one number with two dates mean
// one decision; 0 where they may well be two.
func sameDecision(a, b *record.Decision) float64 {
	yearA, dayA, _ := strings.Cut(a.DecidedOn, "-")
	yearB, dayB, _ := strings.Cut(b.DecidedOn, "-")
	switch {
	case a.DecidedOn == b.DecidedOn:
		return 0
	case dayA == dayB:
		return 0.95
	case a.Role == record.Approves && b.Role == record.Approves:
		return 0.9
	case yearA == yearB:
		return 0.8
	}
	return 0
}
