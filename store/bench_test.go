package store

import (
	"context"
	"fmt"
	"testing"
)

// rowsOf counts the rows of all tables of documents.
func rowsOf(b *testing.B, db *DB) (n int64) {
	b.Helper()
	err := db.reading(context.Background(), "count", func(q reader) error {
		var err error
		n, err = writeDump(q, discard{})
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func benchEntries(n int) []Entry {
	list := make([]Entry, n)
	for i := range list {
		list[i] = sample{name: fmt.Sprint("doc", i), programme: fmt.Sprint("Програма ", i), measures: 25}.entry()
	}
	return list
}

// A document of the size of a real report: some 25 measures, 400 rows.
func BenchmarkPut(b *testing.B) {
	db := opened(b)
	first := sample{name: "first", measures: 25}.entry()
	put(b, db, first)
	rows := rowsOf(b, db)
	list := benchEntries(b.N)
	b.ReportAllocs()
	b.ResetTimer()
	for _, e := range list {
		if err := db.Put(context.Background(), e); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "documents/s")
}

// One document of 5 000 measures: the cost of rows alone.
func BenchmarkPutLarge(b *testing.B) {
	db := opened(b)
	var rows int64
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		e := sample{name: fmt.Sprint("large", n), measures: 5000}.entry()
		b.StartTimer()
		put(b, db, e)
	}
	elapsed := b.Elapsed().Seconds()
	rows = rowsOf(b, db)
	b.ReportMetric(float64(rows)/elapsed, "rows/s")
}

func BenchmarkPutAgain(b *testing.B) {
	db := opened(b)
	list := benchEntries(20)
	put(b, db, list...)
	for n := 0; b.Loop(); n++ {
		if err := db.Put(context.Background(), list[n%len(list)]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReports(b *testing.B) {
	db := opened(b)
	list := benchEntries(20)
	put(b, db, list...)
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		if _, err := db.Reports(context.Background(), list[n%len(list)].SHA256); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDump(b *testing.B) {
	db := opened(b)
	put(b, db, benchEntries(100)...)
	var rows int64
	for b.Loop() {
		rows += rowsOf(b, db)
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
