package main

import (
	"slices"
	"strconv"
	"strings"

	"zvit/cmd/zvit/messages"
	"zvit/extract/record"
	"zvit/normalize/explain"
)

// moneyOr prints an amount, or that there is none.
func moneyOr(say *messages.Printer, k *record.Kopecks) string {
	if k == nil {
		return say.Say("word.absent")
	}
	return explain.Money(*k)
}

// reportName is the line by which a person knows a report.
func reportName(say *messages.Printer, r *record.Report) string {
	name := say.Say("kind." + string(r.Kind))
	if r.Programme != "" {
		name += " «" + oneLine(r.Programme) + "»"
	} else if r.Title != "" {
		name += ": " + oneLine(r.Title)
	}
	if p := period(r); p != "" {
		name += ", " + p
	}
	return name
}

func period(r *record.Report) string {
	switch {
	case r.PeriodFrom == "" || r.PeriodFrom == r.PeriodTo:
		return r.PeriodTo
	case r.PeriodTo == "":
		return r.PeriodFrom
	}
	return r.PeriodFrom + "–" + r.PeriodTo
}

// totals are a report's plan and actual as it declares them, or as its measures
// or lines add up to where it declares none; nil where nothing is known.
func totals(r *record.Report) (plan, actual *record.Kopecks) {
	find := func(role record.Role) *record.Kopecks {
		for i := range r.Amounts {
			a := &r.Amounts[i]
			if a.Role == role && a.Year == 0 && a.Fund == "" && a.Source == "" && a.Period == "" && a.Kopecks != nil && a.PartOf == "" &&
				(a.Subject == record.SubjectReport || a.Subject == record.SubjectLine && a.IsTotal && a.Level == 0) {
				return a.Kopecks
			}
		}
		return nil
	}
	plan, actual = find(record.Planned), find(record.Actual)
	if plan == nil {
		plan = sumMeasures(r, func(m *record.Measure) *record.Kopecks { return m.Planned })
	}
	if actual == nil {
		actual = sumMeasures(r, func(m *record.Measure) *record.Kopecks { return m.Actual })
	}
	return plan, actual
}

func sumMeasures(r *record.Report, of func(*record.Measure) *record.Kopecks) *record.Kopecks {
	var sum record.Kopecks
	found := false
	for i := range r.Measures {
		if k := of(&r.Measures[i]); k != nil {
			sum, found = sum+*k, true
		}
	}
	if !found {
		return nil
	}
	return &sum
}

// oneLine puts a text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shorten cuts a text to at most n letters, with an ellipsis.
func shorten(s string, n int) string {
	letters := []rune(s)
	if len(letters) <= n {
		return s
	}
	return strings.TrimRight(string(letters[:n-1]), " ,.;:") + "…"
}

// trimLines takes the spaces off the ends of lines, which tab writers leave.
func trimLines(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		body, end := strings.CutSuffix(line, "\n")
		b.WriteString(strings.TrimRight(body, " "))
		if end {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// placeText is a stored place, such as "page 2, line 43, cell 6", in the user's
// language; what it does not know stays as it is. The box on a page is left out:
// points say nothing to a person.
func placeText(say *messages.Printer, stored string) string {
	parts := slices.DeleteFunc(strings.Split(stored, ", "), func(part string) bool { return strings.HasPrefix(part, "box ") })
	for i, part := range parts {
		word, number, _ := strings.Cut(part, " ")
		n, err := strconv.Atoi(number)
		switch word {
		case "page":
			word = "word.page"
		case "line", "table", "row", "cell", "paragraph":
			word = "review.place." + word
		default:
			continue
		}
		if err == nil {
			parts[i] = say.Say(word, n)
		}
	}
	return strings.Join(parts, ", ")
}
