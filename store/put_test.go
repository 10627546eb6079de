package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/record"
)

func TestReportsComeBackAsTheyWerePut(t *testing.T) {
	db := opened(t)
	a, b := sample{name: "a"}.entry(), sample{name: "b", format: document.PDF, scanned: true, measures: 40}.entry()
	put(t, db, a, b)
	for _, e := range []Entry{a, b} {
		got, err := db.Reports(context.Background(), e.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e.Reports, got); diff != "" {
			t.Error(diff)
		}
	}
	if _, err := db.Reports(context.Background(), hash("never")); !errors.Is(err, ErrUnknown) {
		t.Errorf("a document that is not there: %v", err)
	}
}

func TestDocumentsComeBackAsTheyWerePut(t *testing.T) {
	db := opened(t)
	odd := sample{name: "odd", format: document.PDF, scanned: true}.entry()
	for _, b := range odd.Document.Blocks {
		if tb, ok := b.(*document.Table); ok { // what a healthy reader does not make is kept too
			tb.Rows[1].Cells[0].Parts[0].Join = document.Glue
			tb.Rows[1].Cells = append(tb.Rows[1].Cells, tb.Rows[1].Cells[1])
			tb.Rows[2].Cells = nil
			tb.Rows[3].Cells[0].Parts[0].Text = ""
		}
	}
	for _, e := range []Entry{sample{name: "a"}.entry(), odd, plain("b", document.Text)} {
		put(t, db, e)
		got, err := db.Document(context.Background(), e.Document.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e.Document, got); diff != "" {
			t.Error(diff)
		}
	}
	if _, err := db.Document(context.Background(), hash("never")); !errors.Is(err, ErrUnknown) {
		t.Errorf("a document that is not there: %v", err)
	}
}

func TestEveryLetterIsStored(t *testing.T) {
	db := opened(t)
	e := sample{name: "a", measures: 9}.entry()
	put(t, db, e)
	got := map[rune]int{}
	for _, q := range []string{
		"SELECT text FROM paragraphs WHERE document_id = ?",
		"SELECT p.text FROM cell_parts p JOIN tables USING (table_id) WHERE document_id = ?",
	} {
		for _, text := range query(t, db, q, e.SHA256) {
			document.CountInk(got, text)
		}
	}
	if diff := cmp.Diff(e.Document.Ink(), got); diff != "" {
		t.Error(diff)
	}
	want, have := []string{}, query(t, db, "SELECT text FROM cells ORDER BY row, col")
	for i := range e.Document.Blocks {
		if tb, ok := e.Document.Blocks[i].(*document.Table); ok {
			for y := range tb.Rows {
				for x := range tb.Rows[y].Cells {
					text := tb.Rows[y].Cells[x].Text()
					if text == "" {
						text = "-"
					}
					want = append(want, text)
				}
			}
		}
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Error(diff)
	}
}

func TestPlacesReadAsTheyPrint(t *testing.T) {
	db := opened(t)
	e := sample{name: "a", format: document.PDF}.entry()
	put(t, db, e)
	var want []string
	for _, at := range e.Document.Texts() {
		want = append(want, at.String())
	}
	have := query(t, db, `SELECT place FROM (SELECT place, 0 AS a, ordinal AS b, 0 AS c, 0 AS d FROM paragraphs
		UNION ALL SELECT place, 1, row, col, part FROM cell_parts) ORDER BY a, b, c, d`)
	if diff := cmp.Diff(want, have); diff != "" {
		t.Error(diff)
	}
}

func TestPuttingAgainChangesNothing(t *testing.T) {
	db := opened(t)
	a, b := sample{name: "a"}.entry(), sample{name: "b"}.entry()
	put(t, db, a, b)
	once := dump(t, db)
	put(t, db, b, a, a)
	if diff := cmp.Diff(once, dump(t, db)); diff != "" {
		t.Error(diff)
	}
	other := opened(t)
	put(t, other, b, a)
	if diff := cmp.Diff(once, dump(t, other)); diff != "" {
		t.Errorf("the order of ingest shows:\n%s", diff)
	}
	if n := strings.Count(once, "\n"); n < 100 {
		t.Errorf("the dump has %d lines", n)
	}
}

func TestNewReaderReplacesEveryRow(t *testing.T) {
	db, fresh := opened(t), opened(t)
	put(t, db, sample{name: "a", measures: 30}.entry(), sample{name: "b"}.entry())
	second := sample{name: "a", measures: 2, version: "test/2"}.entry()
	put(t, db, second)
	put(t, fresh, sample{name: "b"}.entry(), second)
	if diff := cmp.Diff(dump(t, fresh), dump(t, db)); diff != "" {
		t.Errorf("rows of the old reader are left:\n%s", diff)
	}
}

func TestOutcomesAndSources(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	failed := Entry{
		SHA256: hash("broken"), Path: "/архів/зламаний\xff.pdf", Format: document.PDF, Bytes: 12, Status: document.Failed,
		Category: document.Damaged, Message: record.Sentence{EN: "open it elsewhere", UK: "відкрийте деінде"}, ReaderVersion: "test/1",
	}
	put(t, db, failed)
	o, known, err := db.Outcome(ctx, failed.SHA256, "test/1")
	if want := (Outcome{document.Failed, document.Damaged, failed.Message, document.PDF}); err != nil || !known || o != want {
		t.Errorf("got %+v, %v, %v", o, known, err)
	}
	if _, known, _ := db.Outcome(ctx, failed.SHA256, "test/2"); known {
		t.Error("another reader version is known")
	}
	if _, known, _ := db.Outcome(ctx, hash("never"), "test/1"); known {
		t.Error("a document never met is known")
	}
	if err := db.AddSource(ctx, failed.SHA256, Source{Path: "/інде/зламаний.pdf", At: time.Unix(0, 0)}); err != nil {
		t.Fatal(err)
	}
	want := []string{`/інде/зламаний.pdf 1970-01-01T00:00:00Z`, `/архів/зламаний\xff.pdf 0001-01-01T00:00:00Z`}
	if diff := cmp.Diff(want, query(t, db, "SELECT path, ingested_at FROM sources ORDER BY path DESC")); diff != "" {
		t.Error(diff)
	}
	if err := db.AddSource(ctx, hash("never"), Source{Path: "x"}); !errors.Is(err, ErrUnknown) {
		t.Errorf("a source of nothing: %v", err)
	}
}

func TestContradictingRecordsAreRefusedBeforeWriting(t *testing.T) {
	db := opened(t)
	for name, spoil := range map[string]func(*Entry){
		"an amount twice":     func(e *Entry) { e.Reports[0].Amounts[1].ID = e.Reports[0].Amounts[0].ID },
		"no id":               func(e *Entry) { e.Reports[0].Measures[0].ID = "" },
		"of another document": func(e *Entry) { e.Reports[0].DocumentID = hash("other") },
		"another hash":        func(e *Entry) { e.SHA256 = hash("other") },
		"no status":           func(e *Entry) { e.Status = "" },
	} {
		e := sample{name: "a"}.entry()
		spoil(&e)
		if err := db.Put(context.Background(), e); !errors.Is(err, ErrRecords) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if d := dump(t, db); d != "" {
		t.Errorf("something was written: %s", d)
	}
}

// Rules that say the same twice cost a document nothing.
func TestFindingsOfOneIDAreToldApart(t *testing.T) {
	db := opened(t)
	e := sample{name: "a"}.entry()
	r := e.Reports[0]
	r.Findings = append(r.Findings, r.Findings[0], r.Findings[0])
	id := r.Findings[0].ID
	put(t, db, e, e)
	want := []string{id, id + "/2", id + "/3"}
	if got := query(t, db, "SELECT finding_id FROM findings WHERE finding_id LIKE ? || '%' ORDER BY 1", id); !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
	if r.Findings[1].ID != id {
		t.Error("the caller's finding was changed")
	}
}
