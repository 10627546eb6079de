package isolate

import "runtime"

// spare is the heap, in bytes, that stands beside a process's documents.
const spare = 16 << 20

// CollectLess lets garbage gather until there are 16 MB of it, until end is
// called, in a program that reads documents one after the other. What it keeps of
// one is gone after some milliseconds: beside so little the collector would run
// for every second document, which takes a tenth of the time. The runtime has no
// least heap to set (golang/go#23044); a block that nobody writes to stands for
// one, and the system gives it no memory. The collector's percentage, GOGC, stays
// the user's.
func CollectLess() (end func()) {
	block := make([]byte, spare)
	return func() { runtime.KeepAlive(block) }
}
