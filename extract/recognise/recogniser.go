package recognise

import (
	"zvit/extract/record"
)

// Recogniser knows one form family: its titles, its head and its tables. It
// holds no state; all that it learns of a report goes into the Context.
//
// Obligations:
//   - It decides by words, never by the position of a column or by what one
//     document calls itself.
//   - It does not force: a table that is not of the form gets false, and the
//     Context is left as it was, so that another recogniser can have it.
//   - It is deterministic and quick: linear in the cells of the table.
//   - Every figure that it takes for money becomes an Amount with every mention
//     of a unit in whose scope it stands; it settles nothing and edits nothing.
//   - A row that it has no record for is still kept as a Line where it has money.
type Recogniser interface {
	// Form is the family's name, for record.Table.Form where a table has no
	// name of its own.
	Form() string
	// Opens reports whether a line of text begins the title of a report of this
	// form. Splitting asks it; prose that only speaks of a report must be refused.
	Opens(line *phrase) bool
	// Claim says how likely the report as a whole is of this form, from 0 to 1,
	// by its title, its labels and its tables' headings. It changes nothing.
	Claim(c *Context) float64
	// Head fills the report's kind, title, dates, names and decisions. It is
	// called once, on the recogniser with the highest claim, before any table.
	Head(c *Context)
	// Table turns t into records and returns its form ("measures"), or returns
	// false where t is not of this family.
	Table(c *Context, t *Table) (form string, ok bool)
	// Prose reads the text outside tables after all tables were read. It is
	// called on the winner only.
	Prose(c *Context)
}

// recognisers returns the forms by priority: where two claims are equal, and for
// tables that the report's own form refuses, the earlier one is asked first.
// Narrow forms, which a ministry prescribes word for word, stand before wide
// ones; the last takes everything.
func recognisers() []Recogniser {
	return []Recogniser{
		budgetPassport{},
		register{},
		programmePlan{},
		budgetExecution{},
		programmeReport{},
		fallback{},
	}
}

// fallback is the form that every table has: nothing of a document is left out
// of the list of tables.
type fallback struct{}

func (fallback) Form() string { return string(record.Unknown) }

func (fallback) Opens(*phrase) bool { return false }

func (fallback) Claim(*Context) float64 { return 0.01 }

func (fallback) Head(c *Context) {
	c.ReadHead(record.Unknown)
	c.titleOfUnknown()
}

func (fallback) Table(c *Context, t *Table) (string, bool) { return c.readUnknown(t), true }

func (fallback) Prose(c *Context) {
	c.ReadProse()
	c.proseWords()
	c.proseCodes()
}
