// Package review serves the page on which a person settles doubtful amounts: on
// this computer alone, from the binary alone. It reads the database through one
// read-only handle and opens it for writing for the moment of a decision, so
// that an ingest can run beside it; what it changes are reviews and what
// settling makes of them.
package review

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"zvit/cmd/zvit/messages"
	"zvit/store"
)

// Config says what is reviewed, by whom, and in which language at first.
type Config struct {
	Path     string // of the database
	Reviewer string
	Lang     messages.Lang
	// Now is the clock of decisions; time.Now where it is nil.
	Now func() time.Time
}

// Server answers the requests of one reviewer.
type Server struct {
	config   Config
	db       *store.DB
	token    string // of requests that change something
	pages    map[messages.Lang]*templates
	pictures *pictures
	writing  sync.Mutex // one decision at a time
}

// New opens the database for reading. The errors are store's.
func New(ctx context.Context, config Config) (*Server, error) {
	if config.Now == nil {
		config.Now = time.Now
	}
	s := &Server{
		config: config, token: rand.Text(), pictures: newPictures(),
		pages: map[messages.Lang]*templates{},
	}
	for _, lang := range []messages.Lang{messages.English, messages.Ukrainian} {
		t, err := parse(messages.New(lang))
		if err != nil {
			return nil, err
		}
		s.pages[lang] = t
	}
	db, err := store.OpenUpToDate(ctx, config.Path)
	if err != nil {
		return nil, err
	}
	s.db = db
	return s, nil
}

// Close closes the database.
func (s *Server) Close() error { return s.db.Close() }

// Limits of a connection: the reviewer sits at the same computer.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 20 * time.Second
	writeTimeout  = 90 * time.Second // the slowest answer is a page's picture
	idleTimeout   = 2 * time.Minute
	maxHeader     = 64 << 10
	maxForm       = 64 << 10
	graceTime     = 5 * time.Second
)

// Serve answers on a listener of the loopback interface until ctx ends; what is
// being answered then is finished first.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	addr, ok := l.Addr().(*net.TCPAddr)
	if !ok || !addr.IP.IsLoopback() {
		return fmt.Errorf("serve the review page on %s: not an address of this computer alone", l.Addr())
	}
	server := &http.Server{
		Handler:           s.Handler(addr.Port),
		ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: maxHeader,
		BaseContext:    func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve the review page: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceTime)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}

// Handler answers requests that are addressed to the port of this computer; see
// guard for what is refused.
func (s *Server) Handler(port int) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/amounts", http.StatusSeeOther)
	})
	for pattern, answer := range map[string]answer{
		"GET /amounts":   s.amounts,
		"GET /amount":    s.amount,
		"GET /findings":  s.findings,
		"GET /finding":   s.finding,
		"GET /record":    s.record,
		"GET /decisions": s.decisions,
		"GET /search":    s.search,
		"GET /charts":    s.charts,
		"GET /picture":   s.picture,
		"GET /language":  s.language,
		"POST /decide":   s.decide,
		"POST /together": s.decideAll,
		"POST /undo":     s.undo,
	} {
		mux.Handle(pattern, s.answering(answer))
	}
	mux.Handle("GET /assets/", assetServer())
	mux.Handle("/", s.answering(func(http.ResponseWriter, *http.Request) error { return errNotFound }))
	return guard(port, s.token, mux)
}
