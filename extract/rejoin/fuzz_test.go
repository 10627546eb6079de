package rejoin_test

import (
	"context"
	"math/rand/v2"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// FuzzRejoin makes documents of any text between bars: no panic, no ink lost or
// made, the input untouched, twice the same.
func FuzzRejoin(f *testing.F) {
	for _, s := range healthy {
		f.Add(s)
	}
	f.Add("1|2\n\n3|4|5\n\n|||\n--|--\n\n|а-\n\nб|")
	f.Add("№|Захід\n1|а\n\n№|Захід\n2|б\n\n3|\n|\n4|«(,")
	for n := range uint64(3) {
		r := rand.New(rand.NewPCG(9, n))
		c := generate(r)
		s := ""
		for _, row := range tableRows(layOut(c, damage(r, c).lines, true, true), 0) {
			s += row + "\n"
		}
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		keeps(t, fragments(s))
	})
}

// keeps checks what holds for every document.
func keeps(t interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}, in *document.Document,
) {
	t.Helper()
	before := in.Ink()
	copied := clone(in)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(in, copied) {
		t.Fatal("the input was changed")
	}
	if !reflect.DeepEqual(before, out.Ink()) {
		t.Fatal("ink was lost or made")
	}
	again, err := rejoin.Rejoin(context.Background(), in)
	if err != nil || !reflect.DeepEqual(out, again) {
		t.Fatalf("the second time is another: %v", err)
	}
	for _, b := range out.Blocks {
		if table, ok := b.(*document.Table); ok {
			table.Grid() // columns are in range
			for _, r := range table.Repairs {
				if r.Row < 0 || r.Row >= max(len(table.Rows), 1) || r.Col < 0 || r.Confidence <= 0 || r.Confidence > 1 {
					t.Fatalf("repair %+v", r)
				}
			}
		}
	}
}

func clone(d *document.Document) *document.Document {
	out := *d
	out.Blocks = nil
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			p := *b
			out.Blocks = append(out.Blocks, &p)
		case *document.Table:
			t := *b
			t.Rows = append([]document.Row(nil), b.Rows...)
			for i := range t.Rows {
				t.Rows[i].Cells = append([]document.Cell(nil), t.Rows[i].Cells...)
				for j := range t.Rows[i].Cells {
					c := &t.Rows[i].Cells[j]
					c.Parts = append([]document.Part(nil), c.Parts...)
				}
			}
			out.Blocks = append(out.Blocks, &t)
		}
	}
	return &out
}

// TestAnyDocument draws documents that no reader makes on a good day: spans,
// gaps between columns, pages, sheets, empty tables.
func TestAnyDocument(t *testing.T) {
	words := []string{"", "-", "1", "2.", "3.1", "12,5", "2019", "2018-2020", "грн", "Захід", "ремонт", "Ремонт доріг та", "вулиць.", "«", "Одиниця виміру", "№", "Разом", "у тому числі:", "--", "до-", "У 2019 році збудовано. У 2018 році знесено.", "1 234", "х"}
	rapid.Check(t, func(t *rapid.T) {
		d := &document.Document{Format: rapid.SampledFrom([]document.Format{document.Text, document.HTML, document.PDF}).Draw(t, "format")}
		for range rapid.IntRange(0, 5).Draw(t, "blocks") {
			if rapid.IntRange(0, 5).Draw(t, "paragraph") == 0 {
				d.Blocks = append(d.Blocks, &document.Paragraph{Text: rapid.SampledFrom(words).Draw(t, "text")})
				continue
			}
			table := &document.Table{
				HeaderRows: rapid.IntRange(0, 3).Draw(t, "headers"), Columns: rapid.IntRange(0, 6).Draw(t, "columns"),
				PageFrom: rapid.IntRange(0, 3).Draw(t, "from"), PageTo: rapid.IntRange(0, 3).Draw(t, "to"),
				CutAfter: rapid.Bool().Draw(t, "after"), CutBefore: rapid.Bool().Draw(t, "before"),
			}
			for range rapid.IntRange(0, 6).Draw(t, "rows") {
				row, col := document.Row{}, 0
				for range rapid.IntRange(0, 6).Draw(t, "cells") {
					if rapid.IntRange(0, 9).Draw(t, "gap") == 0 {
						col++
					}
					c := document.Cell{Col: col, RowSpan: 1, ColSpan: 1}
					if rapid.IntRange(0, 7).Draw(t, "span") == 0 {
						c.RowSpan, c.ColSpan = rapid.IntRange(1, 9).Draw(t, "down"), rapid.IntRange(1, 3).Draw(t, "across")
					}
					for range rapid.IntRange(0, 2).Draw(t, "parts") {
						c.Parts = append(c.Parts, document.Part{Text: rapid.SampledFrom(words).Draw(t, "word")})
					}
					col += c.ColSpan
					row.Cells = append(row.Cells, c)
				}
				table.Rows = append(table.Rows, row)
			}
			d.Blocks = append(d.Blocks, table)
		}
		keeps(t, d)
	})
}
