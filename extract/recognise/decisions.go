package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// decisionSpan is one mention of a decision in a text, by bytes.
type decisionSpan struct {
	number, date string
	start, end   int
}

// findDecisions pairs the numbers of a text with the dates right before or right
// after them ("від 18.12.2017 №879", "№ 1429 від 23.04.2019"). A number without
// a date counts where it follows the word "рішення".
func findDecisions(s string) []decisionSpan {
	if !hasNumberSign(s) {
		return nil
	}
	return decisionsOf(wording.Read(s))
}

func decisionsOf(text *wording.Text) []decisionSpan {
	s := text.String()
	numbers := decisionNumbers(s)
	if len(numbers) == 0 {
		return nil
	}
	dates := text.Dates()
	used := make([]bool, len(dates))
	var list []decisionSpan
	for _, m := range numbers {
		d := decisionSpan{number: tight(s[m.from:m.end]), start: m.start, end: m.end}
		for i := range dates {
			switch {
			case used[i], len(list) > 0 && dates[i].Start < list[len(list)-1].end: // of the number before
			case dates[i].End <= m.start && datesNumber(s[dates[i].End:m.start]):
				d.date, d.start = dates[i].ISO, dates[i].Start
				used[i] = true
			case d.date == "" && dates[i].Start >= m.end && numbersDate(s[m.end:dates[i].Start]):
				d.date, d.end = dates[i].ISO, dates[i].End
				used[i] = true
			}
			if d.date != "" {
				break
			}
		}
		if d.date == "" {
			before := wording.Fold(s[max(0, d.start-160):d.start])
			if !strings.Contains(lastWords(before), "рішен") {
				continue
			}
		}
		list = append(list, d)
	}
	return list
}

// lastWords returns the last words of a folded text, as many as may stand between
// "рішення" and its number.
func lastWords(folded string) string {
	const most = 4
	words := strings.Fields(folded)
	return strings.Join(words[max(0, len(words)-most):], " ")
}

// tight takes the white space out of a number and makes its dashes plain.
func tight(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == '–':
			return '-'
		}
		return r
	}, s)
}

// readDecisions adds every mention of a council's decision in the report's text
// and tables, with its role.
func (c *Context) readDecisions() {
	var before *Run
	for _, run := range runs(c.Lines) {
		switch {
		case !c.letterhead(run):
			c.decisionsIn(run.phrase(), func(i int) document.Place { return run.At(i).Place })
		case before != nil && marksDecision(before):
			// Each line of an annex's mark may be a paragraph of its own.
			c.decisionsIn(newPhrase(before.Text+" "+run.Text), func(int) document.Place { return run.Lines[0].Place })
		}
		before = run
	}
	for _, t := range c.Tables {
		for r := t.HeadFrom; r < t.BodyTo; r++ {
			c.rowDecisions(t, r)
		}
	}
}

// marksDecision reports whether a run is the mark of an annex or an approval whose
// decision's date and number stand below it.
func marksDecision(run *Run) bool {
	if ofCouncil(run.Lines[len(run.Lines)-1].Folded) {
		return true
	}
	const longest = 240 // bytes
	first := run.Lines[0].Words()
	return len(run.Text) < longest && len(first) > 0 && (first[0] == "затверджено" || first[0] == "додаток") && !hasNumberSign(run.Text) &&
		wording.HasStems(wording.Fold(run.Text), "рішенн")
}

// ofCouncil reports whether a folded line names the decision whose date and number
// stand below it: "до рішення Вигаданської міської ради".
func ofCouncil(folded string) bool {
	folded = strings.TrimPrefix(folded, "до ")
	return strings.HasPrefix(folded, "рішення ") && !strings.ContainsAny(folded, "№.") && len(folded) < 240
}

// rowDecisions reads a row's cells; the cell before gives a bare decision its
// words ("Дата і номер рішення" beside "18.12.2017 №879").
func (c *Context) rowDecisions(t *Table, row int) {
	for i := range t.Rows[row].Cells {
		cell := &t.Rows[row].Cells[i]
		for k := range cell.Parts {
			p := &cell.Parts[k]
			if !hasNumberSign(p.Text) {
				continue
			}
			text, before := p.Text, ""
			if i > 0 {
				before = oneLine(t.cells.of(&t.Rows[row].Cells[i-1]))
			}
			if cell.Col < len(t.Columns) && t.Columns[cell.Col].Heading.Column == wording.ColumnDecision {
				before = t.Columns[cell.Col].HeaderPath()
			}
			if len(before) < 400 && before != "" {
				text = before + ": " + p.Text
			}
			at := p.Place
			c.decisionsIn(&phrase{Text: text}, func(int) document.Place { return at })
		}
	}
}

// letterhead reports whether a run is the letter's own number and date, or
// stands above the title as an address does.
func (c *Context) letterhead(run *Run) bool {
	return len(run.Lines) == 1 && len(run.Text) < 160 && letterLine.MatchString(run.Text)
}

// decisionsIn adds the decisions of one text. at gives the place of a byte.
//
// The words that stand between one mention and the next say what the next one
// is; where they say nothing, it goes on as the one before, as in a list. What a
// decision's own title says in quotes after it ("Про внесення змін") counts where
// the words before it are silent.
func (c *Context) decisionsIn(said *phrase, at func(int) document.Place) {
	if !hasNumberSign(said.Text) {
		return
	}
	text := said.Text
	if said.Folded == "" {
		said.Folded = wording.Fold(text)
	}
	if !ofDecisions(said.Folded) {
		return
	}
	found := decisionsOf(said.Read())
	if len(found) == 0 {
		return
	}
	role, listed := record.Mentions, false
	end := 0
	list := len(c.Report.Decisions) // where the list that is read begins
	for i, d := range found {
		gap := newPhrase(outsideQuotes(text[end:d.start]))
		next := len(text)
		if i+1 < len(found) {
			next = found[i+1].start
		}
		switch r, both := roleWords(gap); {
		case r == record.Amends && role == record.Repealed && i > 0 && listGap(gap):
			// "втратило чинність рішення … №1, а також зміни від … №2": both go.
		case otherAct(gap):
			end = d.end
			role, listed = record.Mentions, false
			continue
		case both:
			role, listed = record.Approves, true
		case r != "":
			role, listed = r, false
		case listed:
			role = record.Amends
		case i == 0 || !listGap(gap):
			role = record.Mentions
		}
		if i > 0 && !listGap(gap) {
			list = len(c.Report.Decisions)
		}
		own := role
		if own == record.Mentions {
			if name, stop := quoted(text[d.end:next]); name != "" && stop < 600 {
				if r, _ := roleWords(newPhrase(name)); r != "" {
					own = r
				}
			}
		}
		after := outsideQuotes(text[d.end:next])
		if own == record.Mentions && approvesAfter(after) {
			own = record.Approves
		}
		said := 0 // bytes after the number that are of this decision alone
		switch {
		case repealedAfter(after):
			own, said = record.Repealed, clause(text[d.end:next])
			if severalRepealed(after) {
				for j := range c.Report.Decisions[list:] {
					c.Report.Decisions[list+j].Role = record.Repealed
				}
			}
		case own == record.Mentions && c.declares() && amendedAfter.MatchString(after) && !strings.Contains(gap.Folded, "бюджет"):
			own = record.Approves // only what was approved is amended
		}
		if own == record.Approves && c.later(text[d.end:next]) {
			own = record.Succeeds
		}
		c.Report.Decisions = append(c.Report.Decisions, record.Decision{
			Role: own, Number: d.number, DecidedOn: d.date, Printed: oneLine(text[d.start:d.end]), Place: at(d.start),
		})
		end = d.end + said
	}
}

// ofDecisions reports whether a folded text speaks of a council's decisions at all.
func ofDecisions(f string) bool {
	if lead := strings.TrimLeft(f, "( "); strings.HasPrefix(lead, "зі змін") || strings.HasPrefix(lead, "із змін") {
		return true // the mark of an approval goes on
	}
	return strings.Contains(f, "рішен") || strings.Contains(f, "затвердж") || strings.Contains(f, "змін") && strings.Contains(f, "програм")
}

// later reports whether the title of a decision names years after the report's
// period: it approves what comes after this programme.
func (c *Context) later(after string) bool {
	name, _ := quoted(after)
	if name == "" {
		return false
	}
	// A title with inner quotes of the same kind ends at the first of them.
	years := wording.Years(after[:min(len(after), 600)])
	to := wording.Years(c.Report.PeriodTo)
	return len(years) > 0 && len(to) > 0 && years[0] > to[0]
}
