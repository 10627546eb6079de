//go:build unix

package normalize

import (
	"context"
	"syscall"
	"testing"
	"time"

	"zvit/extract/record"
)

func BenchmarkSettleWide(b *testing.B) { benchSettle(b, wideTable(1000).r) }

func BenchmarkSettleMixedProgramme(b *testing.B) { benchSettle(b, mixedProgramme().r) }

// benchSettle tells the processor's time too, which other work on the machine
// does not move; the mark for 1 000 rows and 12 money columns is 50 ms.
func benchSettle(b *testing.B, r *record.Report) {
	b.ReportAllocs()
	before, n := processorTime(b), 0
	for b.Loop() {
		if err := Settle(context.Background(), []*record.Report{r}, nil); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64((processorTime(b)-before).Microseconds())/1000/float64(n), "cpu-ms/op")
}

// processorTime is what the program has taken of all processors so far.
func processorTime(tb testing.TB) time.Duration {
	tb.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
