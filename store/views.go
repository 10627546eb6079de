package store

import (
	"cmp"
	"context"
	"database/sql/driver"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"zvit/extract/record"
)

// contractViews are the views of the contract, in its order; those that the
// dictionary describes after them are helpful ones.
var contractViews = []string{
	"documents", "sources", "reports", "decisions", "codes", "measures", "indicators", "lines", "amounts", "evidence",
	"findings", "tables", "cells", "cell_parts", "paragraphs", "reviews", "execution",
}

//go:embed dictionary.tsv
var dictionaryText string

// Type is what a view's column holds.
type Type string

// The types of columns.
const (
	TypeText    Type = "text"
	TypeInteger Type = "integer"
	TypeReal    Type = "real"
	TypeMoney   Type = "kopecks" // INTEGER kopecks
	TypeFlag    Type = "flag"    // 1 or 0
	TypeDate    Type = "date"    // ISO text
)

// Column is one column of a view, as the dictionary describes it.
type Column struct {
	View, Name string
	Type       Type
	Unit       string // of a number, or the form of a text; empty where there is none
	Meaning    record.Sentence
	Example    string
}

// View is one view of the contract, or a helpful one beyond it.
type View struct {
	Name     string
	Contract bool
	Meaning  record.Sentence
	Columns  []Column
}

// AllViews returns the views of the schema that this program writes, from the
// embedded dictionary: the contract's first, in its order.
func AllViews() []View {
	var list []View
	for line := range strings.Lines(dictionaryText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 7 {
			panic(fmt.Sprintf("dictionary.tsv: %q", line)) // embedded, tested
		}
		meaning := record.Sentence{EN: f[5], UK: f[6]}
		if f[1] == "" {
			list = append(list, View{Name: f[0], Contract: slices.Contains(contractViews, f[0]), Meaning: meaning})
			continue
		}
		v := &list[len(list)-1]
		v.Columns = append(v.Columns, Column{f[0], f[1], Type(f[2]), f[3], meaning, f[4]})
	}
	sortViews(list)
	return list
}

// sortViews puts the contract's views first, in its order, then the others by
// name.
func sortViews(list []View) {
	place := func(v View) int {
		if i := slices.Index(contractViews, v.Name); i >= 0 {
			return i
		}
		return len(contractViews)
	}
	slices.SortFunc(list, func(a, b View) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Name, b.Name))
	})
}

// writeDictionary fills the table dictionary, which is for programs that open
// the file without ours.
func writeDictionary(t *tx) error {
	if err := t.exec("DELETE FROM dictionary"); err != nil {
		return err
	}
	in := t.inserter("dictionary", `view, ordinal, "column", type, unit, example, meaning, meaning_uk, contract`)
	row := func(v *View, n int, c Column) {
		a := in.add()
		a.must(v.Name)
		a.num(n)
		a.text(c.Name)
		a.text(string(c.Type))
		a.text(c.Unit)
		a.text(c.Example)
		a.must(c.Meaning.EN)
		a.must(c.Meaning.UK)
		a.flag(v.Contract)
	}
	for _, v := range AllViews() {
		row(&v, 0, Column{Meaning: v.Meaning})
		for i, c := range v.Columns {
			row(&v, i+1, c)
		}
	}
	return in.flush()
}

// Views returns the views that the file has with their columns, as its own
// dictionary describes them: the contract's first, in its order.
func (db *DB) Views(ctx context.Context) ([]View, error) { return viewsOf(reader{ctx, db.read}) }

func viewsOf(q reader) (list []View, err error) {
	err = wrap("read the dictionary", q.each(`
		SELECT view, ordinal, contract, "column", type, unit, example, meaning, meaning_uk FROM dictionary ORDER BY view, ordinal`,
		nil, func(c *cursor) error {
			name, n, contract := c.text(), c.num(), c.flag()
			x := Column{
				View: name, Name: c.text(), Type: Type(c.text()), Unit: c.text(), Example: c.text(),
				Meaning: record.Sentence{EN: c.text(), UK: c.text()},
			}
			if n == 0 {
				list = append(list, View{Name: name, Contract: contract, Meaning: x.Meaning})
			} else if len(list) > 0 {
				v := &list[len(list)-1]
				v.Columns = append(v.Columns, x)
			}
			return nil
		}))
	sortViews(list)
	return list, err
}

// ViewRows iterates over all rows of a view, its dictionary's columns in their
// order; the rows' order is that in which the documents were last written, the
// same for every call on one file. ErrUnknown: there is no such view.
func (db *DB) ViewRows(ctx context.Context, view string) (*Rows, error) {
	return viewRows(reader{ctx, db.read}, view)
}

func viewRows(q reader, view string) (*Rows, error) {
	var columns []string
	if err := q.each(`SELECT "column" FROM dictionary WHERE view = ? AND ordinal > 0 ORDER BY ordinal`,
		[]driver.Value{view}, func(c *cursor) error {
			columns = append(columns, `"`+c.text()+`"`)
			return nil
		}); err != nil {
		return nil, wrap("read view "+view, err)
	}
	if columns == nil {
		return nil, fmt.Errorf("view %s: %w", view, ErrUnknown)
	}
	return queryRows(q, "SELECT "+strings.Join(columns, ", ")+` FROM "`+view+`"`)
}
