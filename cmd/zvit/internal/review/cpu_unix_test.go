//go:build unix

package review

import (
	"syscall"
	"testing"
	"time"
)

// processorTime is what this process has used so far: what else the machine does
// meanwhile decides no test.
func processorTime(t testing.TB) time.Duration {
	t.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		t.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
