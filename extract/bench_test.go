package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"zvit/extract"
)

// BenchmarkExtract takes the real report, or the project's sample where that is
// not at hand, from bytes to records: the goal is a few milliseconds of one core.
func BenchmarkExtract(b *testing.B) {
	paths, _ := filepath.Glob(filepath.Join("..", "testdata", "cases", "programme_report", "*", "*.txt"))
	if root := os.Getenv("ZVIT_REFERENCE"); root != "" {
		paths, _ = filepath.Glob(filepath.Join(root, "reports", "*.txt"))
	}
	if len(paths) == 0 {
		b.Skip("no report to read")
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := extract.ReadBytes(context.Background(), "report.txt", data, extract.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
