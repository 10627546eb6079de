package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/recognise"
	"zvit/extract/record"
	"zvit/extract/rejoin"
	"zvit/extract/textdoc"
	"zvit/normalize"
	"zvit/store"
)

const samplePath = "../../testdata/cases/programme_report/green-yards/report.txt"

// benchInputs are the sample and, where ZVIT_REFERENCE names the reference
// folder, the real report.
func benchInputs(tb testing.TB) map[string][]byte {
	tb.Helper()
	inputs := map[string][]byte{"sample": readAll(tb, samplePath)}
	if dir := os.Getenv("ZVIT_REFERENCE"); dir != "" {
		inputs["real"] = readAll(tb, filepath.Join(dir, "reports", "000_6f3dc6de28b460cc.txt"))
	}
	return inputs
}

func readAll(tb testing.TB, path string) []byte {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// stages are the way of the data, one function a stage; each returns what the
// next one takes.
type stages struct {
	raw, whole *document.Document
	reports    []*record.Report
}

func (s *stages) read(ctx context.Context, data []byte) error {
	doc, err := textdoc.Read(ctx, data, textdoc.Options{})
	s.raw = doc
	return err
}

func (s *stages) rejoin(ctx context.Context) error {
	doc, err := rejoin.Rejoin(ctx, s.raw)
	s.whole = doc
	return err
}

func (s *stages) recognise(ctx context.Context) error {
	reports, _, err := recognise.Recognise(ctx, s.whole)
	s.reports = reports
	return err
}

// BenchmarkStages measures each stage of the way by itself.
func BenchmarkStages(b *testing.B) {
	ctx := context.Background()
	for name, data := range benchInputs(b) {
		res, err := extract.ReadBytes(ctx, name+".txt", data, extract.Options{})
		if err != nil {
			b.Fatal(err)
		}
		s := &stages{raw: res.Raw, whole: res.Document, reports: res.Reports}
		run := func(stage string, f func() error) {
			b.Run(name+"/"+stage, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := f(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		run("read", func() error { return s.read(ctx, data) })
		s.raw = res.Raw
		run("rejoin", func() error { return s.rejoin(ctx) })
		s.whole = res.Document
		run("recognise", func() error { return s.recognise(ctx) })
		s.reports = res.Reports
		run("normalize", func() error { return normalize.Settle(ctx, s.reports, nil) })
		db, err := store.Open(ctx, filepath.Join(b.TempDir(), "bench.db"))
		if err != nil {
			b.Fatal(err)
		}
		entry := store.Entry{
			Document: res.Document, SHA256: res.Document.ID, Path: name, Status: document.OK,
			ReaderVersion: "bench", Reports: res.Reports, Findings: res.Findings,
		}
		run("store", func() error { return db.Put(ctx, entry) })
		closeQuietly(db)
		run("all", func() error { return whole(ctx, data) })
	}
}

// whole takes a document through all stages but the store.
func whole(ctx context.Context, data []byte) error {
	res, err := extract.ReadBytes(ctx, "bench.txt", data, extract.Options{})
	if err != nil {
		return err
	}
	return normalize.Settle(ctx, res.Reports, nil)
}
