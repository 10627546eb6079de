package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/normalize"
	"zvit/store"
)

// archive is a database of the case documents and of one whose text and money
// are awkward for other programs.
func archive(t testing.TB) (*store.DB, string) {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "архів 1.db")
	db, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	err = filepath.WalkDir("../../../../testdata/cases", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasPrefix(d.Name(), "report.") {
			return err
		}
		res, err := extract.ReadFile(ctx, path, extract.Options{})
		if err != nil {
			return err
		}
		if err := normalize.Settle(ctx, res.Reports, nil); err != nil {
			return err
		}
		return db.Put(ctx, store.Entry{
			Document: res.Document, SHA256: res.Document.ID, Path: path, Status: document.OK, ReaderVersion: "test/1",
			Reports: res.Reports, Findings: res.Findings, IngestedAt: time.Date(2026, 5, 1, 12, 0, 7, 0, time.UTC),
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Put(ctx, awkward()); err != nil {
		t.Fatal(err)
	}
	if err := db.AddReview(ctx, record.Review{
		AmountID: awkward().Reports[0].Amounts[0].ID, Unit: record.UAH, Reviewer: `"О'Коваль", відділ`, Note: "=1+1",
		DecidedAt: "2026-05-02T10:00:00Z", State: record.Applied,
	}); err != nil {
		t.Fatal(err)
	}
	return db, path
}

// awkwardTexts are those that a format could change on its way.
var awkwardTexts = []string{
	"a,b;c\td", `лапки "прямі" і «ялинки»`, "два\nрядки", "два\r\nрядки\rі ще", " пробіл скраю ", "=1+1", "+380", "-5", "@a", "'", "007", "1e5",
	"2021-02-01", "_x000D_", "<b>&amp;</b>", "NULL", "true", "й\u0306 ї \U0001F4C4", "\u2028",
}

func awkward() store.Entry {
	sum := sha256.Sum256([]byte("awkward"))
	id := hex.EncodeToString(sum[:])
	d := &document.Document{ID: id, Format: document.Text, Encoding: "utf-8"}
	r := &record.Report{
		ID: record.ReportID(id, 1), DocumentID: id, Ordinal: 1, Kind: record.ProgrammeFinal, Programme: "Незручна, \"дивна\"",
		ProgrammeKey: "незручна|рада", LetterDate: "2020-02-29", PeriodFrom: "2019", PeriodTo: "2020-12-31",
		Decisions: []record.Decision{{Role: record.Approves, Number: "1/2", DecidedOn: "1999-12-31", Printed: "№ 1/2"}},
	}
	for i, s := range awkwardTexts {
		place := document.Place{Line: i + 1, Paragraph: i + 1}
		d.Blocks = append(d.Blocks, &document.Paragraph{Kind: document.Body, Text: s, Place: place})
	}
	for i, k := range []int64{0, -1, 1, 123456789012345, 9007199254740993, math.MaxInt64, math.MinInt64 + 1} {
		place := document.Place{Line: 1, Paragraph: 1, Cell: i}
		kopecks := record.Kopecks(k)
		r.Amounts = append(r.Amounts, record.Amount{
			ID: record.ID(id, "amount", place, i), Subject: record.SubjectProse, SubjectID: id[:16] + "/p1", Role: record.Other,
			Printed: fmt.Sprint(k), Settled: record.Kopeck, Kopecks: &kopecks, Change: record.Unchanged, Doubtful: i < 3,
			Confidence: 1 / float64(i+3), Row: -1, Col: -1, Place: place,
		})
	}
	return store.Entry{Document: d, SHA256: id, Path: "/архів/дивний, \"файл\".txt", Status: document.OK, ReaderVersion: "test/1", Reports: []*record.Report{r}, IngestedAt: time.Date(2026, 5, 1, 23, 59, 59, 0, time.UTC)}
}

// written exports all views and returns the output.
func written(t *testing.T, db *store.DB, path string, f Format, out string) Result {
	t.Helper()
	views, err := db.Views(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	res, err := Write(context.Background(), db, Options{Format: f, Out: out, Views: views, Database: path, Say: english})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func english(s record.Sentence) string { return s.EN }

// rowsOf are all rows of a view.
func rowsOf(t *testing.T, db *store.DB, view string) (list [][]any) {
	t.Helper()
	rows, err := db.ViewRows(context.Background(), view)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		list = append(list, append([]any{}, rows.Values()...))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}
