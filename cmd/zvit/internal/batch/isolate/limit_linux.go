package isolate

import "syscall"

// slack is what the runtime reserves beyond what it holds.
const slack = 512 << 20

// limitMemory is the kernel's limit behind the watch: it ends a document that
// allocates faster than the watch looks, and holds for the programs that a
// reader starts. Where it cannot be set the watch stands alone.
func limitMemory(limit int64) {
	rlimit := syscall.Rlimit{Cur: uint64(limit) + slack, Max: uint64(limit) + slack}
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &rlimit)
}
