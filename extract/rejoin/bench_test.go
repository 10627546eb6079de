package rejoin_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// BenchmarkRejoin takes broken tables of growing length; the time a row must
// not grow with it.
func BenchmarkRejoin(b *testing.B) {
	for _, size := range []struct {
		name   string
		tables int
	}{{"x1", 1}, {"x10", 10}, {"x100", 100}} {
		d := long(size.tables)
		rows := 0
		for _, x := range d.Blocks {
			if t, ok := x.(*document.Table); ok {
				rows += len(t.Rows)
			}
		}
		b.Run(size.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := rejoin.Rejoin(context.Background(), d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
		})
	}
}

// BenchmarkRejoinReal takes the real report.
func BenchmarkRejoinReal(b *testing.B) {
	d := readReal(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rejoin.Rejoin(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}

// long makes one table out of many broken ones of the same form.
func long(tables int) *document.Document {
	var whole *document.Document
	for n := range tables {
		r := rand.New(rand.NewPCG(7, 2))
		c := generate(r)
		r = rand.New(rand.NewPCG(7, uint64(n)))
		d := damage(r, c)
		d.lines[0].cut = true
		page := layOut(c, d.lines, false, false)
		if whole == nil {
			whole = page
			continue
		}
		whole.Blocks = append(whole.Blocks, page.Blocks[2:len(page.Blocks)-1]...)
	}
	return whole
}
