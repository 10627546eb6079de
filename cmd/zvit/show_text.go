package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"zvit/cmd/zvit/messages"
	"zvit/extract"
	"zvit/extract/record"
)

// showText prints a document's reports for a person: the head, the measures
// with plan and actual in hryvnias, a mark where a unit was changed or is
// doubtful, and under the table why, in one sentence a reason.
func showText(e *env, path string, res *extract.Result, first bool) error {
	var b strings.Builder
	for _, r := range res.Reports {
		if !first {
			b.WriteByte('\n')
		}
		first = false
		s := &sheet{e: e, say: e.say, w: &b, r: r, amounts: bySubject(r)}
		s.head(path)
		s.declared()
		s.measures()
		s.indicators()
		s.lines()
		s.prose()
		s.notes()
		s.findings(r.Findings)
	}
	if len(res.Reports) == 0 {
		fmt.Fprintln(&b, e.say.Say("show.no_report", path))
	}
	if len(res.Findings) > 0 {
		s := &sheet{e: e, say: e.say, w: &b}
		s.findings(res.Findings)
	}
	_, err := io.WriteString(e.stdout, trimLines(b.String()))
	return err
}

// sheet prints one report and collects the reasons that its marks point at.
type sheet struct {
	e       *env
	say     *messages.Printer
	w       io.Writer
	r       *record.Report
	amounts map[string][]*record.Amount // by subject id
	reasons []string
}

func bySubject(r *record.Report) map[string][]*record.Amount {
	m := map[string][]*record.Amount{}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		id := a.SubjectID
		if a.Subject == record.SubjectReport {
			id = ""
		}
		m[id] = append(m[id], a)
	}
	return m
}

const (
	nameWidth  = 46 // letters of a measure's or indicator's name
	valueWidth = 18
)

func (s *sheet) head(path string) {
	fmt.Fprintln(s.w, s.e.paint(s.e.stdout, bold, reportName(s.say, s.r)))
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(s.w, "  %s: %s\n", s.say.Say("field."+key), oneLine(value))
		}
	}
	line("file", path)
	line("authority", s.r.Authority)
	line("issuer", s.r.Issuer)
	line("responsible", s.r.Responsible)
	line("territory", s.r.Territory)
	letter := s.r.LetterDate
	if s.r.LetterNumber != "" {
		letter = strings.TrimSpace(letter + " № " + s.r.LetterNumber)
	}
	line("letter", letter)
	line("addressee", s.r.Addressee)
	line("signer", strings.TrimPrefix(strings.Join([]string{s.r.SignerPosition, s.r.Signer}, ", "), ", "))
	for _, d := range s.r.Decisions {
		text := s.say.Say("decision." + string(d.Role))
		if d.DecidedOn != "" {
			text += " " + d.DecidedOn
		}
		if d.Number != "" {
			text += " № " + d.Number
		}
		line("decision", text)
	}
}

// declared prints the totals that the report itself gives.
func (s *sheet) declared() {
	list := s.amounts[""]
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(s.w, "\n%s\n", s.say.Say("show.declared"))
	t := tabwriter.NewWriter(s.w, 0, 4, 2, ' ', 0)
	for _, a := range list {
		when := s.say.Say("word.whole")
		if a.Year != 0 {
			when = strconv.Itoa(a.Year)
		}
		fmt.Fprintf(t, "  %s\t%s%s\t%s\t%s\n", s.say.Say("role."+string(a.Role)), when, s.share(a), s.amount(a), s.printed(a))
	}
	_ = t.Flush()
}

func (s *sheet) measures() {
	if len(s.r.Measures) == 0 {
		return
	}
	fmt.Fprintf(s.w, "\n%s\n", s.say.Say("show.measures", len(s.r.Measures)))
	t := tabwriter.NewWriter(s.w, 0, 4, 2, ' ', 0)
	fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", s.say.Say("field.number"), s.say.Say("field.measure"),
		s.say.Say("show.planned"), s.say.Say("show.actual"))
	for i := range s.r.Measures {
		m := &s.r.Measures[i]
		name := m.Measure
		if name == "" {
			name = m.Task
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", m.Number, shorten(oneLine(name), nameWidth),
			s.cell(m.ID, record.Planned, m.Planned, m.PlannedBasis), s.cell(m.ID, record.Actual, m.Actual, m.ActualBasis))
	}
	_ = t.Flush()
}

// cell is a measure's whole amount with the marks of the amounts behind it.
func (s *sheet) cell(subject string, role record.Role, whole *record.Kopecks, basis record.Basis) string {
	text := moneyOr(s.say, whole)
	if basis == record.Sum {
		text += " " + s.say.Say("word.sum")
	}
	var marks []string
	for _, a := range s.amounts[subject] {
		if a.Role != role {
			continue
		}
		if m := s.mark(a); m != "" && !slices.Contains(marks, m) {
			marks = append(marks, m)
		}
	}
	return strings.TrimRight(text+" "+strings.Join(marks, " "), " ")
}

func (s *sheet) indicators() {
	if len(s.r.Indicators) == 0 {
		return
	}
	fmt.Fprintf(s.w, "\n%s\n", s.say.Say("show.indicators", len(s.r.Indicators)))
	t := tabwriter.NewWriter(s.w, 0, 4, 2, ' ', 0)
	section := record.Section("-")
	for i := range s.r.Indicators {
		x := &s.r.Indicators[i]
		if x.Section != section {
			section = x.Section
			if section != "" {
				fmt.Fprintf(t, "  \t%s\t\t\t\n", s.say.Say("section."+string(section)))
			}
		}
		marks := ""
		for _, a := range s.amounts[x.ID] {
			if m := s.mark(a); m != "" && !strings.Contains(marks, m) {
				marks += " " + m
			}
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s%s\n", x.Number, shorten(oneLine(x.Name), nameWidth),
			shorten(oneLine(x.Unit), valueWidth), shorten(oneLine(x.PlannedPrinted), valueWidth),
			shorten(oneLine(x.ActualPrinted), valueWidth), marks)
	}
	_ = t.Flush()
}

// fewColumns is how many kinds of amounts stand side by side; more of them
// stand one under another.
const fewColumns = 4

// lines prints the rows of other tables, and totals, with their amounts.
func (s *sheet) lines() {
	if len(s.r.Lines) == 0 {
		return
	}
	fmt.Fprintf(s.w, "\n%s\n", s.say.Say("show.lines", len(s.r.Lines)))
	t := tabwriter.NewWriter(s.w, 0, 4, 2, ' ', 0)
	for rest := s.r.Lines; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].TableID == rest[0].TableID {
			n++
		}
		s.table(t, rest[:n])
		rest = rest[n:]
	}
	_ = t.Flush()
}

// table prints the lines of one table, a column for each kind of amount.
func (s *sheet) table(t io.Writer, lines []record.Line) {
	var kinds []string
	for i := range lines {
		for _, a := range s.amounts[lines[i].ID] {
			if k := s.kind(a); !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
	}
	wide := len(kinds) > fewColumns
	if !wide && len(kinds) > 0 {
		fmt.Fprintf(t, "  \t\t%s\n", strings.Join(kinds, "\t"))
	}
	for i := range lines {
		l := &lines[i]
		fmt.Fprintf(t, "  %s\t%s%s", oneLine(l.Code), strings.Repeat("  ", l.Level), shorten(oneLine(l.Name), nameWidth))
		if wide {
			fmt.Fprintln(t)
			for _, a := range s.amounts[l.ID] {
				fmt.Fprintf(t, "  \t    %s\t%s\n", s.kind(a), s.amount(a))
			}
			continue
		}
		for _, k := range kinds {
			var cells []string
			for _, a := range s.amounts[l.ID] {
				if s.kind(a) == k {
					cells = append(cells, s.amount(a))
				}
			}
			fmt.Fprintf(t, "\t%s", strings.Join(cells, ", "))
		}
		fmt.Fprintln(t)
	}
}

// kind says what an amount is, in a few words: "planned 2021, special fund".
func (s *sheet) kind(a *record.Amount) string {
	text := s.say.Say("role." + string(a.Role))
	if a.Year != 0 {
		text += " " + strconv.Itoa(a.Year)
	}
	if a.Period != "" {
		text += " " + oneLine(a.Period)
	}
	if a.Role == record.Other && a.Label != "" {
		return shorten(oneLine(a.Label), valueWidth)
	}
	return text + s.share(a)
}

// share says which part of the money an amount is: ", special fund".
func (s *sheet) share(a *record.Amount) string {
	text := ""
	if a.Fund != "" {
		text += ", " + s.say.Say("fund."+string(a.Fund))
	}
	if a.Source != "" {
		text += ", " + s.say.Say("source."+string(a.Source))
	}
	return text
}

// prose prints the amounts of the running text, as printed beside as settled.
func (s *sheet) prose() {
	var list []*record.Amount
	for i := range s.r.Amounts {
		if s.r.Amounts[i].Subject == record.SubjectProse {
			list = append(list, &s.r.Amounts[i])
		}
	}
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(s.w, "\n%s\n", s.say.Say("show.prose", len(list)))
	t := tabwriter.NewWriter(s.w, 0, 4, 2, ' ', 0)
	for _, a := range list {
		fmt.Fprintf(t, "  %s\t%s\t%s\n", s.kind(a), s.amount(a), s.printed(a))
	}
	_ = t.Flush()
}

func (s *sheet) amount(a *record.Amount) string {
	text := moneyOr(s.say, a.Kopecks)
	if m := s.mark(a); m != "" {
		text += " " + m
	}
	return text
}

// printed is the source's own figure.
func (s *sheet) printed(a *record.Amount) string {
	unit := ""
	if a.PrintedUnit != record.NoUnit {
		unit = " " + s.say.Say("unit."+string(a.PrintedUnit))
	}
	return s.say.Say("show.printed", oneLine(a.Printed), unit)
}

// mark is "*3" where the printed unit was overruled and "?3" where a person
// should look; the number is the reason's, under the table.
func (s *sheet) mark(a *record.Amount) string {
	sign := ""
	if a.Change == record.Rescaled || a.Change == record.Reviewed {
		sign = "*"
	}
	if a.Doubtful || a.Change == record.Unreadable {
		sign += "?"
	}
	if sign == "" {
		return ""
	}
	reason := s.say.Pick(a.Reason.EN, a.Reason.UK)
	if reason == "" {
		return sign
	}
	n := slices.Index(s.reasons, reason)
	if n < 0 {
		n = len(s.reasons)
		s.reasons = append(s.reasons, reason)
	}
	return sign + strconv.Itoa(n+1)
}

func (s *sheet) notes() {
	if len(s.reasons) == 0 {
		return
	}
	fmt.Fprintf(s.w, "\n%s\n", s.say.Say("show.marks"))
	for i, reason := range s.reasons {
		fmt.Fprintf(s.w, "  %d  %s\n", i+1, reason)
	}
}
