// Package recognise turns a rejoined document into typed records, by the words
// of its headings, never by the position of a column.
//
// A document is split into reports (split.go); of each report the blocks are
// laid out as lines and analysed tables (Context); the form that claims the
// report most fills its head, and each table goes to the first form that takes
// it (Recogniser). A new form is a file of its own and a line in recognisers.
package recognise

import (
	"context"
	"fmt"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// Recognise returns the reports of doc in order, and the findings that belong to
// no report. doc is left untouched. A document with any text gives at least one
// report; its kind is record.Unknown where no form is known.
func Recognise(ctx context.Context, doc *document.Document) ([]*record.Report, []record.Finding, error) {
	forms := recognisers()
	var reports []*record.Report
	shared := &shared{tables: map[*document.Table]int{}, ids: map[string]int{}, heads: wording.Headings{}, phrases: &phrases{of: map[string]*phrase{}}}
	for _, b := range doc.Blocks {
		if t, ok := b.(*document.Table); ok {
			shared.tables[t] = len(shared.tables) + 1
		}
	}
	for i, blocks := range split(doc.Blocks, forms, shared.phrases) {
		if err := ctx.Err(); err != nil {
			return nil, nil, fmt.Errorf("recognise report %d: %w", i+1, err)
		}
		c := newContext(doc, blocks, i+1, shared)
		recogniseReport(c, forms)
		reports = append(reports, c.Report)
		if r := c.Report; shared.reported.kind == "" && reportsInTitle(wording.Fold(r.Title)) &&
			(r.Kind == record.ProgrammeAnnual || r.Kind == record.ProgrammeFinal) {
			shared.reported.kind, shared.reported.from, shared.reported.to = r.Kind, r.PeriodFrom, r.PeriodTo
		}
		if shared.authority == "" {
			shared.authority = c.Report.Authority
		}
	}
	contradictDates(doc.ID, reports, shared)
	for _, r := range reports {
		dropRepeated(r)
	}
	return reports, nil, nil
}

// recogniseReport fills one report.
func recogniseReport(c *Context, forms []Recogniser) {
	winner, best := forms[len(forms)-1], -1.0
	for _, f := range forms {
		if claim := f.Claim(c); claim > best {
			winner, best = f, claim
		}
	}
	winner.Head(c)
	c.approvedBy()
	c.makeRoom()
	for _, t := range c.Tables {
		c.reportedYear(t)
		form, ok := "signature", t.Signature
		if !ok {
			form, ok = winner.Table(c, t)
		}
		for i := 0; !ok && i < len(forms); i++ {
			form, ok = forms[i].Table(c, t)
		}
		c.addTable(t, form)
		c.repairs(t)
	}
	winner.Prose(c)
}

// makeRoom notes how many amounts and measures the headings of the tables let
// expect.
func (c *Context) makeRoom() {
	for _, t := range c.Tables {
		for r := t.BodyFrom; r < t.BodyTo; r++ {
			_, cols := t.texts(r)
			for _, col := range cols {
				if col >= len(t.Columns) {
					continue
				}
				switch t.Columns[col].Heading.Column {
				case wording.ColumnMoney:
					c.room.amounts++
				case wording.ColumnMeasure:
					c.room.measures++
				}
			}
		}
	}
}

// addTable lists a table once; of tables in one grid it has the first form that
// is known.
func (c *Context) addTable(t *Table, form string) {
	if n := len(c.Report.Tables); n > 0 && c.Report.Tables[n-1].ID == t.ID {
		if last := &c.Report.Tables[n-1]; last.Form == string(record.Unknown) {
			last.Form = form
		}
		return
	}
	c.Report.Tables = append(c.Report.Tables, record.Table{
		ID: t.ID, Number: t.Place.Table, Ordinal: t.Ordinal, Form: form, Caption: t.CaptionText(),
	})
}

// shared is what the reports of one document share.
type shared struct {
	tables    map[*document.Table]int // ordinals of whole tables
	ids       map[string]int          // how often an id was given
	heads     wording.Headings
	phrases   *phrases
	authority string // of the first report that names one
	// reported is the kind and the period of the first report whose title says
	// that it is one.
	reported struct {
		kind     record.ReportKind
		from, to string
	}
}
