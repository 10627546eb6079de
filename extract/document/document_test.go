package document

import (
	"context"
	"errors"
	"fmt"
	"testing"
)

func TestCellText(t *testing.T) {
	for want, parts := range map[string][]Part{
		"":                    nil,
		"слово":               {{Text: "слово", Join: Glue}},
		"слово далі":          {{Text: "слово"}, {Text: "далі", Join: Space}},
		"слово\nдалі":         {{Text: "слово"}, {Text: "далі", Join: Paragraphs}},
		"словодалі":           {{Text: "слово"}, {Text: "далі", Join: Glue}},
		"інформаційний захід": {{Text: "інформацій-"}, {Text: "ний", Join: Hyphen}, {Text: "захід"}},
	} {
		c := Cell{Parts: parts}
		if got := c.Text(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestGrid(t *testing.T) {
	table := Table{Columns: 3, Rows: []Row{
		{Cells: []Cell{{Col: 0, RowSpan: 2, ColSpan: 1}, {Col: 1, RowSpan: 1, ColSpan: 9}}},
		{Cells: []Cell{{Col: 2, RowSpan: 9, ColSpan: 1}}},
	}}
	first, second := table.Rows[0].Cells, table.Rows[1].Cells
	want := [][]*Cell{{&first[0], &first[1], &first[1]}, {&first[0], nil, &second[0]}}
	for y, row := range table.Grid() {
		for x, got := range row {
			if got != want[y][x] {
				t.Errorf("row %d, column %d: %+v", y, x, got)
			}
		}
	}
	if got := table.Rows[0].At(2); got != &first[1] {
		t.Errorf("At(2) is %+v", got)
	}
	if got := table.Rows[1].At(0); got != nil {
		t.Errorf("At under a span from above is %+v", got)
	}
}

func TestTextsAndInk(t *testing.T) {
	doc := &Document{Blocks: []Block{
		&Paragraph{Text: "Звіт 1", Place: Place{Paragraph: 1}},
		&Table{Rows: []Row{{Cells: []Cell{{}, {Parts: []Part{{Text: "2,5", Place: Place{Table: 1, Row: 1, Cell: 2}}}}}}}},
		&Paragraph{Text: "—", Place: Place{Paragraph: 2}},
	}}
	var keys []string
	for text, at := range doc.Texts() {
		keys = append(keys, at.Key()+" "+text)
	}
	if got, want := fmt.Sprint(keys), "[p1 Звіт 1 t1r1c2 2,5 p2 —]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for range doc.Texts() {
		break // a loop may stop
	}
	ink := doc.Ink()
	if len(ink) != 7 || ink['З'] != 1 || ink['5'] != 1 || ink[','] != 0 {
		t.Errorf("ink %v", ink)
	}
	raised := map[rune]int{}
	if CountInk(raised, "⁰¹²³⁴⁹"); raised['0'] != 1 || raised['1'] != 1 || raised['2'] != 1 || raised['3'] != 1 || raised['4'] != 1 || raised['9'] != 1 {
		t.Errorf("raised digits: %v", raised)
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		at          Place
		key, people string
	}{
		{Place{Paragraph: 29, Line: 44}, "p29", "line 44"},
		{Place{Page: 2, Paragraph: 3, Box: Box{1, 2, 3.25, 4}}, "p3", "page 2, paragraph 3, box 1.0,2.0,3.2,4.0"},
		{Place{Line: 43, Table: 3, Row: 5, Cell: 9, Paragraph: 1}, "t3r5c9p1", "line 43, cell 9, paragraph 1"},
		{Place{Sheet: "План", Table: 1, Row: 2, Cell: 4}, "t1r2c4", "sheet План, table 1, row 2, cell 4"},
	} {
		if got := c.at.Key(); got != c.key {
			t.Errorf("key %q, want %q", got, c.key)
		}
		if got := c.at.String(); got != c.people {
			t.Errorf("%q, want %q", got, c.people)
		}
	}
}

func TestFailure(t *testing.T) {
	late, stop := context.WithTimeout(context.Background(), -1)
	defer stop()
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if got := CategoryOf(fmt.Errorf("read: %w", Interrupted("walk", late.Err()))); got != TimedOut {
		t.Errorf("after the deadline: %s", got)
	}
	f := Interrupted("walk the page", ended.Err())
	if f.Category != Cancelled || !errors.Is(f, context.Canceled) {
		t.Errorf("cancelled: %v", f)
	}
	if got, want := f.Error(), "walk the page: cancelled: context canceled"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := CategoryOf(errors.New("other")); got != Internal {
		t.Errorf("an error without a category: %s", got)
	}
	if got, want := (&Failure{Category: Damaged, Op: "open", Page: 2, Detail: "cut"}).Error(), "open: damaged on page 2: cut"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
