package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
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
		aside := int64(0) // what a stage's preparation took
		s := &stages{raw: res.Raw, whole: res.Document, reports: res.Reports}
		run := func(stage string, f func() error) {
			b.Run(name+"/"+stage, func(b *testing.B) {
				b.ReportAllocs()
				before, n := cpuTime(b), 0
				aside = 0
				for b.Loop() {
					if err := f(); err != nil {
						b.Fatal(err)
					}
					n++
				}
				b.ReportMetric(float64(cpuTime(b)-before-aside)/1e6/float64(n), "cpu-ms/op")
			})
		}
		run("read", func() error { return s.read(ctx, data) })
		s.raw = res.Raw
		run("rejoin", func() error { return s.rejoin(ctx) })
		s.whole = res.Document
		run("recognise", func() error { return s.recognise(ctx) })
		s.reports = res.Reports
		run("normalize", func() error { return normalize.Settle(ctx, s.reports, nil) })
		entries := versions(ctx, b, name, data)
		db, put := made(ctx, b), 0
		run("store", func() error { // Each document is new to its database.
			if put%len(entries) == 0 {
				closeQuietly(db) // which writes, too
				start := cpuTime(b)
				db = made(ctx, b)
				aside += cpuTime(b) - start
			}
			put++
			return db.Put(ctx, entries[(put-1)%len(entries)])
		})
		run("replace", func() error { return db.Put(ctx, entries[0]) })
		closeQuietly(db)
		run("all", func() error { return whole(ctx, data) })
	}
}

// versions are documents of the same records and other bytes: a line break
// more each.
func versions(ctx context.Context, b *testing.B, name string, data []byte) []store.Entry {
	b.Helper()
	entries := make([]store.Entry, 64)
	for i := range entries {
		data = append(data[:len(data):len(data)], '\n')
		res, err := extract.ReadBytes(ctx, name+".txt", data, extract.Options{})
		if err == nil {
			err = normalize.Settle(ctx, res.Reports, nil)
		}
		if err != nil {
			b.Fatal(err)
		}
		entries[i] = store.Entry{
			Document: res.Document, SHA256: res.Document.ID, Path: fmt.Sprint(name, i), Status: document.OK,
			ReaderVersion: "bench", Reports: res.Reports, Findings: res.Findings,
		}
	}
	return entries
}

// made makes an empty database.
func made(ctx context.Context, b *testing.B) *store.DB {
	b.Helper()
	db, err := store.Open(ctx, filepath.Join(b.TempDir(), "bench.db"))
	if err != nil {
		b.Fatal(err)
	}
	return db
}

// cpuTime is the processor's time that this process took so far, in
// nanoseconds: a mark "of one core" that a busy machine does not move.
func cpuTime(tb testing.TB) int64 {
	tb.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		tb.Fatal(err)
	}
	return use.Utime.Nano() + use.Stime.Nano()
}

// whole takes a document through all stages but the store.
func whole(ctx context.Context, data []byte) error {
	res, err := extract.ReadBytes(ctx, "bench.txt", data, extract.Options{})
	if err != nil {
		return err
	}
	return normalize.Settle(ctx, res.Reports, nil)
}
