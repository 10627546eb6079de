package recognise

import (
	"strings"

	"zvit/extract/document"
)

// Line is a line of text outside the bodies of tables: a paragraph, or a row of
// a table above its headings or below its body (a spreadsheet has its title and
// its signature there).
type Line struct {
	*phrase
	Place document.Place
	Kind  document.ParagraphKind
	Block int    // index in Context.Blocks
	Table *Table // whose row it is; nil for a paragraph
	Row   int
	// Gap says that the source leaves space before the line: it begins a run.
	Gap bool
	// Parts are the texts of the cells, for a line that is a row of a table.
	Parts []string
}

// cleanLine takes the marks of Markdown emphasis and headings off a line's ends.
func cleanLine(s string) string {
	s = strings.TrimSpace(s)
	s = strings.TrimLeft(s, "#")
	s = strings.Trim(s, "*_ \t\u00a0")
	return strings.TrimSpace(s)
}

// layLines lists the lines of a report in reading order.
func layLines(blocks []document.Block, tables map[*document.Table][]*Table, known *phrases) []*Line {
	var lines []*Line
	last := 0 // the source line of the paragraph before, 0 after a table
	for i, b := range blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			texts := strings.Split(b.Text, "\n")
			for j, s := range texts {
				s = cleanLine(s)
				if s == "" {
					continue
				}
				gap := j == 0 && (b.Place.Line == 0 || b.Place.Line != last+1)
				lines = append(lines, &Line{
					phrase: known.line(s), Place: b.Place, Kind: b.Kind, Block: i, Gap: gap,
				})
			}
			last = b.Place.Line
		case *document.Table:
			for _, t := range tables[b] {
				for _, r := range t.textRows() {
					if l := t.rowLine(r, i); l != nil {
						lines = append(lines, l)
					}
				}
			}
			last = 0
		}
	}
	return lines
}

// rowLine makes a line of a row's texts.
func (t *Table) rowLine(row, block int) *Line {
	var parts []string
	var at document.Place
	for i := range t.Rows[row].Cells {
		c := &t.Rows[row].Cells[i]
		s := t.cells.of(c)
		if s == "" {
			continue
		}
		if len(parts) == 0 {
			at = c.Parts[0].Place
		}
		parts = append(parts, s)
	}
	if len(parts) == 0 {
		return nil
	}
	text := cleanLine(strings.ReplaceAll(strings.Join(parts, " "), "\n", " "))
	return &Line{
		phrase: newPhrase(text), Place: at, Kind: document.Body,
		Block: block, Table: t, Row: row, Gap: true, Parts: parts,
	}
}

// Run is lines that follow one another without a gap, joined by spaces: what a
// sentence broken over lines needs.
type Run struct {
	Text   string
	Lines  []*Line
	starts []int // byte offset of each line in Text
}

// phrase returns the run's text to be read.
func (r *Run) phrase() *phrase {
	if len(r.Lines) == 1 {
		return r.Lines[0].phrase
	}
	return newPhrase(r.Text)
}

// At returns the line that byte offset i of the run's text stands in.
func (r *Run) At(i int) *Line {
	n := 0
	for n+1 < len(r.starts) && r.starts[n+1] <= i {
		n++
	}
	return r.Lines[n]
}

// runs joins lines into runs. Furniture is left out.
func runs(lines []*Line) []*Run {
	var list []*Run
	for from := 0; from < len(lines); {
		run := &Run{}
		for ; from < len(lines); from++ {
			l := lines[from]
			if l.Kind == document.Furniture {
				continue
			}
			if l.Gap && len(run.Lines) > 0 {
				break
			}
			run.Lines = append(run.Lines, l)
		}
		if len(run.Lines) > 0 {
			run.join()
			list = append(list, run)
		}
	}
	return list
}

// join sets the text of a run.
func (r *Run) join() {
	if len(r.Lines) == 1 {
		r.Text = r.Lines[0].Text
		return
	}
	var text strings.Builder
	for i, l := range r.Lines {
		if i > 0 {
			text.WriteByte(' ')
		}
		r.starts = append(r.starts, text.Len())
		text.WriteString(l.Text)
	}
	r.Text = text.String()
}
