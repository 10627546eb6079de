//go:build !linux

package isolate

// limitMemory: the watch stands alone.
func limitMemory(int64) {}
