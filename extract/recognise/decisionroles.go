package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// approvedBy finds the decision that approves the programme by where it stands,
// where no words say that any does: under the title, on a line that begins with
// it ("Підстава: рішення …"); of a programme itself the annex's mark above it.
func (c *Context) approvedBy() {
	if !c.declares() || len(c.Title) == 0 {
		return
	}
	for i := range c.Report.Decisions {
		if c.Report.Decisions[i].Role == record.Approves {
			return
		}
	}
	from, to := c.TitleEnd, len(c.Lines)
	if c.Report.Kind == record.Programme {
		from = 0
	}
	if len(c.Tables) > 0 {
		first := c.Tables[0].block
		for to > from && c.Lines[to-1].Block > first {
			to--
		}
	}
	for n := from; n < min(to, c.TitleEnd+headReach); n++ {
		l := c.Lines[n]
		if !c.headDecision(n) {
			continue
		}
		for i := range c.Report.Decisions {
			d := &c.Report.Decisions[i]
			if d.Place == l.Place && d.Role == record.Mentions && d.DecidedOn != "" && !c.afterPeriod(d) {
				d.Role = record.Approves
				return
			}
		}
	}
}

// headDecision reports whether line n begins with a decision, or goes on with the
// mark of one.
func (c *Context) headDecision(n int) bool {
	if beginsWithDecision(c.Lines[n].Folded) {
		return true
	}
	return n > 0 && n < c.titleAt && ofCouncil(c.Lines[n-1].Folded)
}

// beginsWithDecision reports whether a folded line, numbered or not, begins with a
// decision, the mark of an annex to one, or "Підстава".
func beginsWithDecision(folded string) bool {
	folded = strings.TrimLeft(folded, "0123456789.) ")
	for _, lead := range []string{"рішення ", "підстав", "до рішення ", "додаток", "дата та номер рішен", "дата і номер рішен", "номер та дата рішен", "номер і дата рішен"} {
		if strings.HasPrefix(folded, lead) {
			return true
		}
	}
	return false
}

// afterPeriod reports whether a decision is later than the report's period: it
// approves the report, if anything.
func (c *Context) afterPeriod(d *record.Decision) bool {
	to := wording.Years(c.Report.PeriodTo)
	return len(to) > 0 && d.DecidedOn[:4] > itoa(to[0])
}

// dropRepeated leaves one mention of each decision of a report: the first of
// those with one role, and none that only mentions what another says more of. A
// register has a decision for each programme.
func dropRepeated(r *record.Report) {
	if r.Kind == record.Register {
		return
	}
	type decision struct{ number, date string }
	type saying struct {
		decision
		role record.DecisionRole
	}
	spoken, seen := map[decision]bool{}, map[saying]bool{}
	for _, d := range r.Decisions {
		if d.Role != record.Mentions {
			spoken[decision{d.Number, d.DecidedOn}] = true
		}
	}
	kept := r.Decisions[:0]
	for _, d := range r.Decisions {
		key := decision{d.Number, d.DecidedOn}
		again := seen[saying{key, d.Role}] || d.Role == record.Mentions && spoken[key]
		seen[saying{key, d.Role}] = true
		if !again || d.DecidedOn == "" {
			kept = append(kept, d)
		}
	}
	r.Decisions = kept
}
