package main

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"zvit/cmd/zvit/internal/batch/isolate"
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

// BenchmarkStages measures each stage of the way by itself and all as one, with garbage
// collected as often as "zvit ingest" and its readers do (isolate.CollectLess).
func BenchmarkStages(b *testing.B) {
	defer isolate.CollectLess()()
	ctx := context.Background()
	for name, data := range benchInputs(b) {
		res, err := extract.ReadBytes(ctx, name+".txt", data, extract.Options{})
		if err != nil {
			b.Fatal(err)
		}
		s := &stages{raw: res.Raw, whole: res.Document, reports: res.Reports}
		// measure measures a stage; what prepares each round of it is not counted.
		measure := func(stage string, prepare, f func() error) {
			b.Run(name+"/"+stage, func(b *testing.B) {
				b.ReportAllocs()
				before, n := cpuTime(b), 0
				for b.Loop() {
					if prepare != nil {
						b.StopTimer()
						start := cpuTime(b)
						if err := prepare(); err != nil {
							b.Fatal(err)
						}
						before += cpuTime(b) - start
						b.StartTimer()
					}
					if err := f(); err != nil {
						b.Fatal(err)
					}
					n++
				}
				b.ReportMetric(float64(cpuTime(b)-before)/1e6/float64(n), "cpu-ms/op")
			})
		}
		run := func(stage string, f func() error) { measure(stage, nil, f) }
		run("read", func() error { return s.read(ctx, data) })
		s.raw = res.Raw
		run("rejoin", func() error { return s.rejoin(ctx) })
		s.whole = res.Document
		run("recognise", func() error { return s.recognise(ctx) })
		s.reports = res.Reports
		run("normalize", func() error { return normalize.Settle(ctx, s.reports, nil) })
		db, entry := stocked(ctx, b), stored(res, name)
		put := func() error { return db.Put(ctx, entry) }
		forget := func() error { return db.Forget(ctx, entry.Document.ID) }
		measure("store", forget, put) // A document that is new to its database.
		run("replace", put)
		measure("all", forget, func() error {
			res, err := settled(ctx, data)
			if err != nil {
				return err
			}
			return db.Put(ctx, stored(res, name))
		})
		closeQuietly(db)
	}
}

// stored is what the store is given of a document.
func stored(res *extract.Result, path string) store.Entry {
	return store.Entry{
		Document: res.Document, SHA256: res.Document.ID, Path: path, Status: document.OK,
		ReaderVersion: "bench", Reports: res.Reports, Findings: res.Findings,
	}
}

// stocked makes a database that holds other documents: those of testdata/cases.
func stocked(ctx context.Context, b *testing.B) *store.DB {
	b.Helper()
	db, err := store.Open(ctx, filepath.Join(b.TempDir(), "bench.db"))
	if err != nil {
		b.Fatal(err)
	}
	others, err := filepath.Glob("../../testdata/cases/*/*/document.*")
	if err != nil || len(others) == 0 {
		b.Fatalf("no documents to begin with: %v", err)
	}
	for _, path := range others {
		res, err := extract.ReadFile(ctx, path, extract.Options{})
		if err == nil {
			err = normalize.Settle(ctx, res.Reports, nil)
		}
		if err == nil {
			err = db.Put(ctx, stored(res, path))
		}
		if err != nil {
			b.Fatal(err)
		}
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

// settled takes a document through all stages but the store.
func settled(ctx context.Context, data []byte) (*extract.Result, error) {
	res, err := extract.ReadBytes(ctx, "bench.txt", data, extract.Options{})
	if err != nil {
		return nil, err
	}
	return res, normalize.Settle(ctx, res.Reports, nil)
}
