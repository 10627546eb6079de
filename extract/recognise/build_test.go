package recognise

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/record"
)

var span = regexp.MustCompile(`^\{(?:r(\d+))?(?:c(\d+))?\}`)

// docOf makes a document of text: a line is a paragraph, lines with tabs are
// rows of a table, "{r2c3}" before a cell's text spans it over two rows and
// three columns, "¶" inside a cell parts its paragraphs.
func docOf(text string) *document.Document {
	doc := &document.Document{ID: "0123456789abcdef0123", Format: document.Text}
	var table *document.Table
	var covered map[[2]int]bool
	paragraphs, tables := 0, 0
	end := func() {
		if table != nil {
			doc.Blocks = append(doc.Blocks, table)
		}
		table = nil
	}
	for n, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		if strings.TrimSpace(line) == "" {
			end()
			continue
		}
		if !strings.Contains(line, "\t") && !strings.HasPrefix(line, "{") {
			end()
			paragraphs++
			doc.Blocks = append(doc.Blocks, &document.Paragraph{
				Kind: document.Body, Text: line, Place: document.Place{Line: n + 1, Paragraph: paragraphs},
			})
			continue
		}
		if table == nil {
			tables++
			table = &document.Table{Place: document.Place{Line: n + 1, Table: tables, Row: 1}}
			covered = map[[2]int]bool{}
		}
		r := len(table.Rows)
		row := document.Row{Place: document.Place{Line: n + 1, Table: tables, Row: r + 1}}
		col := 0
		for k, s := range strings.Split(line, "\t") {
			for covered[[2]int{r, col}] {
				col++
			}
			c := document.Cell{Col: col, RowSpan: 1, ColSpan: 1}
			if m := span.FindStringSubmatch(s); m != nil {
				s = s[len(m[0]):]
				c.RowSpan, c.ColSpan = min(max(atoi(m[1]), 1), 20), min(max(atoi(m[2]), 1), 20)
			}
			for y := range c.RowSpan {
				for x := range c.ColSpan {
					covered[[2]int{r + y, col + x}] = true
				}
			}
			if s != "" {
				for p, text := range strings.Split(s, "¶") {
					at := document.Place{Line: n + 1, Table: tables, Row: r + 1, Cell: k + 1}
					join := document.Space
					if p > 0 {
						at.Paragraph, join = p+1, document.Paragraphs
					}
					c.Parts = append(c.Parts, document.Part{Text: text, Place: at, Join: join})
				}
			}
			row.Cells = append(row.Cells, c)
			col += c.ColSpan
			table.Columns = max(table.Columns, col)
		}
		table.Rows = append(table.Rows, row)
	}
	end()
	return doc
}

// reports recognises a text.
func reports(t *testing.T, text string) []*record.Report {
	t.Helper()
	list, _, err := Recognise(context.Background(), docOf(text))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, r := range list {
		checkIDs(t, r, ids)
	}
	return list
}

// report recognises a text that is one report.
func report(t *testing.T, text string) *record.Report {
	t.Helper()
	list := reports(t, text)
	if len(list) != 1 {
		t.Fatalf("%d reports, want 1", len(list))
	}
	return list[0]
}

// checkIDs fails where an id is given twice or names nothing.
func checkIDs(t *testing.T, r *record.Report, ids map[string]bool) {
	t.Helper()
	take := func(id string) {
		t.Helper()
		if id == "" || ids[id] {
			t.Errorf("id %q is empty or given twice", id)
		}
		ids[id] = true
	}
	for _, m := range r.Measures {
		take(m.ID)
	}
	for _, m := range r.Indicators {
		take(m.ID)
	}
	for _, m := range r.Lines {
		take(m.ID)
		if m.PartOf != "" && !ids[m.PartOf] {
			t.Errorf("line %s is part of %q, which is not", m.ID, m.PartOf)
		}
	}
	for _, a := range r.Amounts {
		take(a.ID)
		if a.Printed == "" || a.SubjectID == "" || a.Role == "" {
			t.Errorf("amount %s lacks printed text, subject or role", a.ID)
		}
		for _, i := range a.Mentions {
			if i < 0 || i >= len(r.Mentions) {
				t.Errorf("amount %s has mention %d of %d", a.ID, i, len(r.Mentions))
			}
		}
	}
	for _, f := range r.Findings {
		take(f.ID)
	}
}

// amounts prints the amounts of a subject, one a string: role, year, fund and
// source where they are, the printed text, and the nearest unit with its source.
func amounts(r *record.Report, subjectID string) []string {
	var list []string
	for _, a := range r.Amounts {
		if a.SubjectID != subjectID {
			continue
		}
		s := string(a.Role)
		if a.Year != 0 {
			s += fmt.Sprintf(" %d", a.Year)
		}
		if a.Fund != "" {
			s += " " + string(a.Fund)
		}
		if a.Source != "" {
			s += " " + string(a.Source)
		}
		s += " " + a.Printed
		if len(a.Mentions) > 0 {
			m := r.Mentions[a.Mentions[0]]
			s += fmt.Sprintf(" (%s %s)", m.Source, m.Unit)
		}
		list = append(list, s)
	}
	return list
}

func same(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s:\n got  %s\n want %s", what, strings.Join(got, "\n      "), strings.Join(want, "\n      "))
	}
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}
