//go:build unix

package main

import (
	"bytes"
	"context"
	"math"
	"runtime"
	"syscall"
	"testing"
	"time"

	"zvit/extract"
)

// processorTime is what this process has used so far.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		t.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// TestTenReports: ten reports in one file cost at most eleven times one. Ten
// files of one stand on the other side, so that both pay for the collector, and
// the least processor time of several runs, so that a busy machine does not
// decide.
func TestTenReports(t *testing.T) {
	ctx := context.Background()
	for name, data := range benchInputs(t) {
		ten := bytes.Repeat(append(bytes.TrimRight(data, "\n"), "\n\n\n"...), 10)
		best := func(data []byte, files int) time.Duration {
			least := time.Hour
			for range 7 {
				runtime.GC()
				begin := processorTime(t)
				for range files {
					if _, err := settled(ctx, data); err != nil {
						t.Fatal(err)
					}
				}
				least = min(least, processorTime(t)-begin)
			}
			return least
		}
		times := math.Inf(1)
		for try := 0; try < 3 && times > 11; try++ {
			one, all := best(data, 10)/10, best(ten, 1)
			times = min(times, float64(all)/float64(one))
			t.Logf("%s: one %v, ten %v: %.1f times", name, one, all, float64(all)/float64(one))
		}
		if times > 11 {
			t.Errorf("%s: ten reports in one file take %.1f times one, want at most 11", name, times)
		}
		one1, err := extract.ReadBytes(ctx, "one.txt", data, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		ten10, err := extract.ReadBytes(ctx, "ten.txt", ten, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := len(ten10.Reports), 10*len(one1.Reports); got != want {
			t.Errorf("%s: ten times over gives %d reports, want %d", name, got, want)
		}
	}
}
