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
	words := &vocabulary{doc: d}
	source := *d
	source.Blocks = unframed(d.Blocks)
	for _, run := range gather(&source) {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("rejoin tables: %w", err)
		}
		if len(run.fragments) == 0 {
			out.Blocks = append(out.Blocks, run.between[0]...)
			continue
		}
		table, furniture, err := whole(ctx, run, words, d.Format)
		if err != nil {
			return nil, fmt.Errorf("rejoin tables: %w", err)
		}
		out.Blocks = append(out.Blocks, table)
		for i := range run.fragments {
			for _, p := range furniture[i] {
				out.Blocks = append(out.Blocks, p)
			}
			out.Blocks = append(out.Blocks, run.between[i]...)
		}
	}
	return &out, nil
}

// whole makes one table of a run of fragments, and for each fragment the
// paragraphs that its repeated header rows became. The error is ctx's, which it
// looks at between its passes.
func whole(ctx context.Context, run run, words *vocabulary, format document.Format) (*document.Table, [][]*document.Paragraph, error) {
	g := newGrid(run)
	g.marked, g.lined = markedUp(format), format == document.Text
	furniture := g.dropRepeated(len(run.fragments))
	for _, pass := range []func(){
		g.joinHeading,
		g.continueHeading,
		g.markKinds,
		g.alignHeadings,
		g.learn,
		func() { g.dropFrames(furniture) },
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
		func() { g.joinWords(words) },
	} {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		pass()
	}
	return g.table(run), furniture, nil
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
