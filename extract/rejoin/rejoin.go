// Package rejoin puts back together what a page break, a scan or a careless
// export broke: fragments to whole tables, rows cut by a page to whole rows,
// shifted cells to their columns, slid numbers to their rows.
//
// Every rule needs evidence of damage, and a healthy table comes back as it
// was. What a rule changes is a Repair with the probability that it is right,
// and every part keeps the Place where it stood. Nothing is lost: letters and
// digits of the result are those of the source (see document.Ink).
//
// The evidence is the table's own: its column profile (what each column holds,
// how its texts begin and end, which values repeat) tells a misplaced cell
// from a healthy one, so that no style of report is taken for granted.
package rejoin

import (
	"context"
	"fmt"

	"zvit/extract/document"
)

// Rejoin returns a new document with whole tables; d is left untouched.
// Paragraphs stay where they are. A header row that a page repeats is taken out
// of its table and stays in the document as a furniture paragraph. The error is
// ctx's.
func Rejoin(ctx context.Context, d *document.Document) (*document.Document, error) {
	out := *d
	out.Blocks = make([]document.Block, 0, len(d.Blocks))
	out.Problems = append([]document.Problem(nil), d.Problems...)
	source := *d
	source.Blocks = unframed(d.Blocks)
	runs := gather(&source)
	tables := make([]*grid, len(runs)) // nil where a run has no fragments
	words := &vocabulary{}
	for i := range runs {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("rejoin tables: %w", err)
		}
		if len(runs[i].fragments) == 0 {
			continue
		}
		g, err := whole(ctx, &runs[i], d.Format)
		if err != nil {
			return nil, fmt.Errorf("rejoin tables: %w", err)
		}
		for k := range g.cutWords {
			g.cutWords[k].ask(words)
		}
		tables[i] = g
	}
	words.read(d)
	for i := range runs {
		run, g := &runs[i], tables[i]
		if g == nil {
			out.Blocks = append(out.Blocks, run.between[0]...)
			continue
		}
		g.joinWords(words)
		out.Blocks = append(out.Blocks, g.table(run))
		for f := range run.fragments {
			for _, p := range g.furniture[f] {
				out.Blocks = append(out.Blocks, p)
			}
			out.Blocks = append(out.Blocks, run.between[f]...)
		}
	}
	return &out, nil
}

// whole puts the fragments of a run together, but for words that a cut has left
// in two pieces: which of them are one, the words of the whole document tell. The
// error is ctx's, which it looks at between its passes.
func whole(ctx context.Context, run *run, format document.Format) (*grid, error) {
	g := newGrid(run)
	g.marked, g.lined = markedUp(format), format == document.Text
	for _, pass := range []func(){
		g.dropRepeated,
		g.joinHeading,
		g.continueHeading,
		g.markKinds,
		g.alignHeadings,
		g.learn,
		g.dropFrames,
		g.alignRows,
		func() {
			if g.alignSections() {
				g.alignRows() // what continues a section's rows stands where they stood
			}
		},
		g.alignBlocks,
		g.joinFigures,
		g.joinSpanned,
		g.dealNumbers,
		g.continueRows,
		g.moveTails,
		g.findCutWords,
	} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		pass()
	}
	return g, nil
}

// markedUp reports whether a format's own markup says which cell stands where.
// A row of such a file that is as wide as its table stands as it was written.
func markedUp(f document.Format) bool {
	switch f {
	case document.HTML, document.DOCX, document.XLSX, document.Office:
		return true
	}
	return false
}
