package batch

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"zvit/cmd/zvit/internal/batch/generated"
)

// BenchmarkRun reads generated documents of mixed formats into a new database,
// in one process.
func BenchmarkRun(b *testing.B) {
	dir := b.TempDir()
	const n = 200
	for i := range n {
		name, data := generated.Document(i)
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		sum, err := Run(context.Background(), open(b), []string{dir}, options())
		if err != nil || sum.Read != n {
			b.Fatalf("%+v: %v", sum, err)
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "documents/s")
}
