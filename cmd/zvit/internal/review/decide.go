package review

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"zvit/cmd/zvit/internal/decide"
	"zvit/extract/record"
	"zvit/store"
)

// lookAhead is how many amounts after the one decided are looked at for the next
// to show: settling again may have settled those that follow.
const lookAhead = 20

// maxNote is the length of a note in bytes.
const maxNote = 4000

// decide records what the reviewer chose and goes on to the next amount.
func (s *Server) decide(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id := r.PostFormValue("id")
	v, err := s.look(r, id)
	if err != nil {
		return err
	}
	d, problem := choice(v, r)
	if problem != "" {
		v.Problem, v.Figure, v.Note = problem, r.PostFormValue("figure"), r.PostFormValue("note")
		v.FigureUnit = record.Unit(r.PostFormValue("unit"))
		return s.showAmount(w, r, http.StatusUnprocessableEntity, v)
	}
	d.Reviewer, d.At = s.config.Reviewer, s.config.Now()
	next, err := s.db.Doubtful(ctx, store.Filter{Offset: v.At + 1, Limit: lookAhead})
	if err != nil {
		return err
	}
	done, err := s.writeOne(ctx, func(ctx context.Context, db *store.DB) (decide.Outcome, error) {
		return decide.Record(ctx, db, d)
	})
	if err != nil {
		return err
	}
	to, err := s.nextAfter(ctx, v.At, d.AmountID, next, done)
	if err != nil {
		return err
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// choice turns the form into a decision, or says in a message's key why it is
// none.
func choice(v *amountView, r *http.Request) (d decide.Decision, problem string) {
	a := v.Amount
	d = decide.Decision{AmountID: a.ID, Note: strings.TrimSpace(r.PostFormValue("note"))}
	if len(d.Note) > maxNote {
		return d, "review.note_long"
	}
	// What is accepted is what was seen.
	if r.PostFormValue("seen") != v.Seen {
		return d, "review.changed"
	}
	typed := strings.TrimSpace(r.PostFormValue("figure"))
	switch r.PostFormValue("do") {
	case "accept":
		d.Kopecks = a.Kopecks
	case "other":
		d.Kopecks = a.Alternative
	case "printed":
		d.Kopecks = a.PrintedKopecks
	case "note":
		d.NoteOnly = true
	default: // The key Enter in a field.
		d.NoteOnly = typed == ""
		if !d.NoteOnly {
			k, ok := figure(typed, record.Unit(r.PostFormValue("unit")))
			if !ok {
				return d, "review.bad_figure"
			}
			d.Kopecks = &k
		}
	}
	if d.NoteOnly && v.Decided {
		// A note on what is decided leaves the decision as it is.
		d.NoteOnly, d.Kopecks, d.Unit = false, v.Review.Kopecks, v.Review.Unit
		return d, ""
	}
	switch {
	case d.NoteOnly && d.Note == "":
		return d, "review.nothing"
	case !d.NoteOnly && d.Kopecks == nil:
		return d, "review.no_reading"
	}
	return d, ""
}

// undo takes a decision back and shows its amount again.
func (s *Server) undo(w http.ResponseWriter, r *http.Request) error {
	ctx, id := r.Context(), r.PostFormValue("id")
	done, err := s.writeOne(ctx, func(ctx context.Context, db *store.DB) (decide.Outcome, error) {
		return decide.TakeBack(ctx, db, id)
	})
	if errors.Is(err, decide.ErrNoAmount) {
		// An orphaned decision names an amount that is no more.
		_, err = s.writeOne(ctx, func(ctx context.Context, db *store.DB) (decide.Outcome, error) {
			return decide.Outcome{}, db.RemoveReview(ctx, id)
		})
		if err != nil {
			return err
		}
		http.Redirect(w, r, "/decisions", http.StatusSeeOther)
		return nil
	}
	if err != nil {
		return err
	}
	q := url.Values{"id": {id}, "undone": {"1"}, "also": {strconv.Itoa(done.Others)}}
	http.Redirect(w, r, "/amount?"+q.Encode(), http.StatusSeeOther)
	return nil
}

// writeOne opens the database for writing for one change. A change that has
// begun is ended, though the browser may be gone.
func (s *Server) writeOne(ctx context.Context, do func(context.Context, *store.DB) (decide.Outcome, error)) (o decide.Outcome, err error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	ctx = context.WithoutCancel(ctx)
	db, err := store.Open(ctx, s.config.Path)
	if err != nil {
		return o, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return do(ctx, db)
}

// nextAfter is the address of the first of the amounts that followed the one
// decided, at a place of the queue, that is still doubtful; at the queue's end it
// is the first of all.
func (s *Server) nextAfter(ctx context.Context, at int, decided string, next []store.DoubtfulRow, done decide.Outcome) (string, error) {
	q := url.Values{"done": {decided}, "also": {strconv.Itoa(done.Others)}}
	to := func(id string, n int) string {
		q.Set("id", id)
		q.Set("n", strconv.Itoa(n))
		return "/amount?" + q.Encode()
	}
	from := max(0, at-lookAhead)
	now, err := s.db.Doubtful(ctx, store.Filter{Offset: from, Limit: at - from + lookAhead + 1})
	if err != nil {
		return "", err
	}
	place := map[string]int{}
	for i := range now {
		place[now[i].AmountID] = from + i
	}
	for i := range next {
		if n, ok := place[next[i].AmountID]; ok && next[i].AmountID != decided {
			return to(next[i].AmountID, n), nil
		}
	}
	first, err := s.db.Doubtful(ctx, store.Filter{Limit: 1})
	if err != nil {
		return "", err
	}
	if len(first) == 1 && first[0].AmountID != decided {
		return to(first[0].AmountID, 0), nil
	}
	return "/amounts?" + q.Encode(), nil
}
