package isolate

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"time"

	"zvit/extract/document"
)

// What a child's exit says beyond success.
const (
	exitBroken = 96 // the parent was not understood
	exitMemory = 97 // the document needed more memory than allowed
)

// envMemory carries Limits.Memory to the child.
const envMemory = "ZVIT_READER_MEMORY"

// Serve is the child: it answers requests until its input ends, and returns the
// exit code. Where the memory limit is passed, or the parent is gone, it ends
// the process by itself.
func Serve(in io.Reader, out io.Writer, work Work) int {
	if limit, err := strconv.ParseInt(os.Getenv(envMemory), 10, 64); err == nil && limit > 0 {
		// Near the limit garbage is collected all the time, before the watch ends it.
		debug.SetMemoryLimit(limit/4*3 + spare)
		// A stack without end is a defect, not a large document: let it be told so.
		debug.SetMaxStack(int(limit / 8))
		limitMemory(limit)
		go watchMemory(limit)
	}
	defer CollectLess()()
	requests := make(chan [2][]byte)
	go receive(in, requests)
	w := bufio.NewWriterSize(out, 1<<16)
	var buf []byte
	for r := range requests {
		var q request
		if err := decode(r[0], &q); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return exitBroken
		}
		a := protect(work, q, r[1])
		buf = encode(buf[:0], &a)
		if err := errors.Join(writeFrame(w, buf), w.Flush()); err != nil {
			return exitBroken
		}
		if cap(buf) > 4<<20 {
			buf = nil
		}
	}
	return 0
}

// receive reads the requests. It waits for the next one while a document is
// read: at the end of the input there is nobody left to answer, and the process
// ends whatever it is doing.
func receive(in io.Reader, requests chan<- [2][]byte) {
	r := bufio.NewReaderSize(in, 1<<16)
	for {
		head, err := readFrame(r, nil, 0)
		if errors.Is(err, io.EOF) {
			os.Exit(0)
		}
		if err != nil {
			os.Exit(exitBroken)
		}
		data, err := readFrame(r, nil, 0)
		if err != nil {
			os.Exit(exitBroken)
		}
		requests <- [2][]byte{head, data}
	}
}

func protect(work Work, q request, data []byte) (a answer) {
	defer func() {
		if p := recover(); p != nil {
			a = answerOf(nil, &document.Failure{
				Category: document.Panicked, Op: "read the document", Detail: fmt.Sprint(p),
				Err: errors.New(string(bytes.TrimSpace(debug.Stack()))),
			})
		}
	}()
	return answerOf(work(context.Background(), q.Name, data, q.Options, q.Reviews))
}

// watchMemory ends the process when it holds more than limit bytes.
func watchMemory(limit int64) {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(10 * time.Millisecond) {
		metrics.Read(samples)
		if held := samples[0].Value.Uint64() - samples[1].Value.Uint64(); held > uint64(limit)+spare {
			os.Exit(exitMemory)
		}
	}
}
