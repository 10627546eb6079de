package isolate

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
)

// Pool keeps children at work. Its methods may be called from any goroutine;
// there are as many children as documents are read at the same time.
type Pool struct {
	program string
	limits  Limits

	mu     sync.Mutex
	idle   []*child
	closed bool
}

// New returns a pool of children that run program, which must call Serve when
// Command is its only argument. Children are started when they are needed.
func New(program string, limits Limits) *Pool {
	return &Pool{program: program, limits: limits}
}

// Close ends the children.
func (p *Pool) Close() {
	p.mu.Lock()
	idle := p.idle
	p.idle, p.closed = nil, true
	p.mu.Unlock()
	for _, c := range idle {
		c.end()
	}
}

// Read reads a document in a child; it is a Work. Failures are the document's:
// TimedOut, OutOfMemory and Panicked where the child had to be replaced. An
// error that is no *document.Failure says that no child can be started.
func (p *Pool) Read(ctx context.Context, name string, data []byte, opts extract.Options, reviews []record.Review) (*extract.Result, error) {
	opts.Timeout = p.limits.Timeout
	head := encode(nil, &request{name, opts, reviews})
	for attempt := 1; ; attempt++ {
		c, err := p.take()
		if err != nil {
			return nil, fmt.Errorf("start a reader: %w", err)
		}
		a, err := c.ask(ctx, head, data, p.limits)
		if err == nil {
			if a.Failure != nil && spoils(a.Failure.Category) {
				c.end()
			} else {
				p.give(c)
			}
			return a.result()
		}
		var f *document.Failure
		switch {
		case errors.As(err, &f):
			return nil, f
		case ctx.Err() != nil:
			return nil, &document.Failure{Category: document.Cancelled, Op: "read the document", Err: ctx.Err()}
		case attempt == 2:
			return nil, &document.Failure{Category: document.OutOfMemory, Op: "read the document", Detail: err.Error()}
		}
		// A signal from outside: perhaps for the document, perhaps for the child
		// by itself. Another child will tell.
	}
}

// spoils reports whether a child that has answered so is to be replaced: an
// abandoned reader may still be running in it.
func spoils(c document.Category) bool {
	return c == document.TimedOut || c == document.OutOfMemory || c == document.Panicked || c == document.Cancelled
}

func (p *Pool) take() (*child, error) {
	p.mu.Lock()
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return c, nil
	}
	p.mu.Unlock()
	return start(p.program, p.limits)
}

func (p *Pool) give(c *child) {
	p.mu.Lock()
	closed := p.closed
	if !closed {
		p.idle = append(p.idle, c)
	}
	p.mu.Unlock()
	if closed {
		c.end()
	}
}

// child is one process.
type child struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	stderr *tail
	temp   string // what its readers leave behind when they are killed
	buf    []byte
	ended  chan struct{} // closed when the process is gone
}

func start(program string, limits Limits) (*child, error) {
	temp, err := os.MkdirTemp("", "zvit-reader-")
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(program, Command) //nolint:gosec // this program itself
	cmd.Args[0] = "zvit"
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d", envMemory, limits.Memory), "TMPDIR="+temp, "GOTRACEBACK=single")
	detach(cmd)
	c := &child{cmd: cmd, stderr: &tail{}, temp: temp, ended: make(chan struct{})}
	cmd.Stderr = c.stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(temp))
	}
	// Not StdoutPipe: Wait, which tells when the child is gone, would close it
	// before the last answer is read.
	out, far, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(temp))
	}
	cmd.Stdout = far
	// A program that a reader has started may hold the pipe of errors.
	cmd.WaitDelay = time.Second
	err = cmd.Start()
	_ = far.Close()
	if err != nil {
		_ = out.Close()
		return nil, errors.Join(err, os.RemoveAll(temp))
	}
	c.in, c.out = in, bufio.NewReaderSize(out, 1<<16)
	go func() {
		_ = cmd.Wait()
		close(c.ended)
	}()
	go func() {
		<-c.ended
		// Readers end at the end of what was written, or here.
		time.Sleep(time.Second)
		_ = out.Close()
	}()
	return c, nil
}

// end ends the child and waits for it.
func (c *child) end() {
	_ = c.in.Close()
	kill(c.cmd)
	<-c.ended
	_ = os.RemoveAll(c.temp)
}

// ask sends a document and waits for the answer. After an error the child is
// gone; it is a *document.Failure where the document is to blame.
func (c *child) ask(ctx context.Context, head, data []byte, limits Limits) (a answer, err error) {
	type reply struct {
		buf []byte
		err error
	}
	done := make(chan reply, 1)
	go func() {
		if err := errors.Join(writeFrame(c.in, head), writeFrame(c.in, data)); err != nil {
			done <- reply{err: err}
			return
		}
		buf, err := readFrame(c.out, c.buf, limits.Memory)
		done <- reply{buf, err}
	}()
	var late <-chan time.Time
	if limits.Timeout > 0 {
		timer := time.NewTimer(limits.Timeout + grace)
		defer timer.Stop()
		late = timer.C
	}
	select {
	case r := <-done:
		if r.err == nil {
			if r.err = decode(r.buf, &a); r.err == nil {
				if c.buf = r.buf; cap(c.buf) > 4<<20 {
					c.buf = nil
				}
				return a, nil
			}
		}
		err = c.verdict(r.err)
	case <-late:
		err = &document.Failure{Category: document.TimedOut, Op: "read the document", Detail: limits.Timeout.String()}
	case <-ctx.Done():
		err = ctx.Err()
	}
	c.end()
	return a, err
}

// verdict says why a child went away.
func (c *child) verdict(cause error) error {
	if errors.Is(cause, errFrame) && !errors.Is(cause, io.ErrUnexpectedEOF) {
		// It still lives, and its answer is larger than what it may hold.
		return &document.Failure{Category: document.OutOfMemory, Op: "take over what was read", Err: cause}
	}
	var broken brokenError
	if errors.As(cause, &broken) {
		return &document.Failure{Category: document.Internal, Op: "take over what was read", Err: cause}
	}
	select {
	case <-c.ended:
	case <-time.After(grace):
		kill(c.cmd)
		<-c.ended
	}
	said := c.stderr.String()
	signal, bySignal := killed(c.cmd)
	switch {
	case c.cmd.ProcessState.ExitCode() == exitMemory,
		strings.Contains(said, "out of memory"), strings.Contains(said, "cannot allocate memory"):
		return &document.Failure{Category: document.OutOfMemory, Op: "read the document"}
	case bySignal:
		return errors.New(signal)
	}
	// What the runtime calls fatal cannot be recovered from: a stack without end.
	return &document.Failure{Category: document.Panicked, Op: "read the document", Detail: firstLine(said), Err: cause}
}

func firstLine(s string) string {
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "fatal error: "); ok {
			return rest
		}
		if rest, ok := strings.CutPrefix(line, "panic: "); ok {
			return rest
		}
	}
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

// tail keeps the beginning of what a child says before it dies.
type tail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

const tailSize = 8 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := tailSize - t.buf.Len(); room > 0 {
		t.buf.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.buf.String()
}
