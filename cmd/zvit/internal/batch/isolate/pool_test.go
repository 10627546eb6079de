package isolate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == Command {
		os.Exit(Serve(os.Stdin, os.Stdout, poisonous))
	}
	os.Exit(m.Run())
}

var sink [][]byte

// deeper has no end in a process's time.
func deeper(n int) int {
	if n == -1 {
		return 0
	}
	return deeper(n+1) + n
}

// poisonous does what the document says.
func poisonous(ctx context.Context, name string, data []byte, opts extract.Options, reviews []record.Review) (*extract.Result, error) {
	switch word := string(data); word {
	case "panic":
		panic("a defect")
	case "stack":
		sink = append(sink, make([]byte, deeper(0)))
	case "memory":
		for {
			sink = append(sink, bytes.Repeat([]byte{1}, 1<<20))
		}
	case "memory at once":
		sink = append(sink, bytes.Repeat([]byte{1}, 8<<30))
	case "loop":
		for n := 0; ; n++ {
			if n < 0 {
				return nil, nil
			}
		}
	case "exit":
		os.Exit(7)
	case "crash elsewhere":
		go func() { panic("in the background") }()
		select {}
	case "refused":
		return nil, &document.Failure{Category: document.Encrypted, Op: "open", Page: 2, Detail: "detail", Err: errors.New("cause")}
	case "pid":
		return &extract.Result{Raw: &document.Document{Encoding: fmt.Sprint(os.Getpid())}}, nil
	}
	return &extract.Result{
		Raw:      &document.Document{ID: name, Bytes: int64(len(data)), Encoding: opts.Encoding},
		Document: &document.Document{Blocks: []document.Block{&document.Paragraph{Text: string(data)}}},
		Reports:  []*record.Report{{ID: fmt.Sprint(len(reviews))}},
	}, nil
}

func pool(t *testing.T, limits Limits) *Pool {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := New(program, limits)
	t.Cleanup(p.Close)
	return p
}

// TestPoison: each poison gets its category, and the documents before, beside
// and after it are read.
func TestPoison(t *testing.T) {
	// What ends by itself has time to, on a busy machine, too; what never ends has
	// not.
	p, short := pool(t, Limits{Timeout: 2 * time.Minute, Memory: 200 << 20}), pool(t, Limits{Timeout: 100 * time.Millisecond, Memory: 200 << 20})
	want := map[string]document.Category{
		"panic": document.Panicked, "stack": document.Panicked, "exit": document.Panicked, "crash elsewhere": document.Panicked,
		"memory": document.OutOfMemory, "memory at once": document.OutOfMemory, "loop": document.TimedOut,
		"refused": document.Encrypted,
	}
	ctx := context.Background()
	var wait sync.WaitGroup
	for word, category := range want {
		wait.Go(func() {
			of := p
			if category == document.TimedOut {
				of = short
			}
			_, err := of.Read(ctx, "x", []byte(word), extract.Options{}, nil)
			var f *document.Failure
			if !errors.As(err, &f) || f.Category != category {
				t.Errorf("%s: got %v, want %s", word, err, category)
			}
			if word == "stack" && f != nil && !strings.Contains(f.Detail, "stack") {
				t.Errorf("a stack without end is told as %q", f.Detail)
			}
		})
		wait.Go(func() {
			text := "healthy " + word
			res, err := p.Read(ctx, "id", []byte(text), extract.Options{Encoding: "e"}, make([]record.Review, 3))
			if err != nil {
				t.Error(err)
				return
			}
			got := res.Document.Blocks[0].(*document.Paragraph).Text
			if got != text || res.Raw.ID != "id" || res.Raw.Encoding != "e" || res.Reports[0].ID != "3" {
				t.Errorf("got %q, %+v", got, res.Raw)
			}
		})
	}
	wait.Wait()
}

// TestReplaced: one child reads many documents, and another one those after a
// poison.
func TestReplaced(t *testing.T) {
	p := pool(t, Limits{Timeout: time.Minute, Memory: 200 << 20})
	pid := func() string {
		t.Helper()
		res, err := p.Read(context.Background(), "", []byte("pid"), extract.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return res.Raw.Encoding
	}
	first := pid()
	if again := pid(); again != first {
		t.Errorf("children %s and %s, want one", first, again)
	}
	if _, err := p.Read(context.Background(), "", []byte("memory"), extract.Options{}, nil); err == nil {
		t.Error("memory without end is no failure")
	}
	if next := pid(); next == first {
		t.Error("the child was not replaced")
	}
}

func TestFailureWhole(t *testing.T) {
	_, err := pool(t, Limits{}).Read(context.Background(), "", []byte("refused"), extract.Options{}, nil)
	if err == nil || err.Error() != "open: encrypted on page 2: detail: cause" {
		t.Errorf("got %v", err)
	}
}

func TestLargeDocument(t *testing.T) {
	text := strings.Repeat("багато ", 2<<20)
	res, err := pool(t, Limits{Memory: 512 << 20}).Read(context.Background(), "", []byte(text), extract.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := res.Document.Blocks[0].(*document.Paragraph).Text; got != text {
		t.Errorf("%d bytes came back of %d", len(got), len(text))
	}
}

// TestNoOrphans: a child whose parent is gone ends, whatever it is doing.
func TestNoOrphans(t *testing.T) {
	p := pool(t, Limits{})
	c, err := start(p.program, p.limits)
	if err != nil {
		t.Fatal(err)
	}
	head := encode(nil, &request{Name: "x"})
	if err := errors.Join(writeFrame(c.in, head), writeFrame(c.in, []byte("loop")), c.in.Close()); err != nil {
		t.Fatal(err)
	}
	select {
	case <-c.ended:
	case <-time.After(5 * time.Minute):
		t.Error("the child goes on")
	}
	c.end()
}

func TestNoProgram(t *testing.T) {
	_, err := New("/nonexistent", Limits{}).Read(context.Background(), "", nil, extract.Options{}, nil)
	var f *document.Failure
	if err == nil || errors.As(err, &f) {
		t.Errorf("got %v, want an error that is no document's", err)
	}
}
