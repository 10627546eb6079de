package review

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
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
	v, err := s.look(r, r.PostFormValue("id"))
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
	return s.recordAndGoOn(w, r, v.At, d, lookAhead, func(done decide.Outcome) url.Values {
		return url.Values{"done": {string(done.Of)}}
	})
}

// decideAll records one decision on the doubtful amounts of a column or a
// document, as they stand or in one unit, and goes on to the next amount.
func (s *Server) decideAll(w http.ResponseWriter, r *http.Request) error {
	of := decide.Scope(r.PostFormValue("scope"))
	v, err := s.look(r, r.PostFormValue("id"))
	if err != nil {
		return err
	}
	d := decide.Decision{
		Of: of, Unit: record.Unit(r.PostFormValue("unit")), Reviewer: s.config.Reviewer, At: s.config.Now(),
		Note: strings.TrimSpace(r.PostFormValue("note")),
	}
	// What is accepted is what was seen.
	i := slices.IndexFunc(v.Together, func(t together) bool { return t.Scope == of })
	if i < 0 || r.PostFormValue("seen") != v.Together[i].Seen || d.Unit != record.NoUnit && !slices.Contains(units, d.Unit) {
		v.Problem = "review.changed"
		return s.showAmount(w, r, http.StatusUnprocessableEntity, v)
	}
	return s.recordAndGoOn(w, r, v.At, d, maxLook, func(done decide.Outcome) url.Values {
		return url.Values{"done": {string(of)}, "at": {decide.Time(d.At)}, "count": {strconv.Itoa(len(done.Amounts))}}
	})
}

// recordAndGoOn stores a decision made at a place of the queue and sends the
// browser to the next amount, one of ahead after it, with what was done.
func (s *Server) recordAndGoOn(w http.ResponseWriter, r *http.Request, at int, d decide.Decision, ahead int, say func(decide.Outcome) url.Values) error {
	ctx := r.Context()
	next, err := s.db.Doubtful(ctx, store.Filter{Offset: at + 1, Limit: ahead})
	if err != nil {
		return err
	}
	done, err := s.writeOne(ctx, func(ctx context.Context, db *store.DB) (decide.Outcome, error) {
		return decide.Record(ctx, db, d)
	})
	var earlier *decide.EarlierError
	if errors.As(err, &earlier) {
		// The page of the amount says what counts.
		http.Redirect(w, r, "/amount?"+url.Values{"id": {string(d.Of)}}.Encode(), http.StatusSeeOther)
		return nil
	}
	if err != nil {
		return err
	}
	q := say(done)
	addOthers(q, done.Others)
	if len(done.Broken) > 0 {
		q.Set("broken", done.Broken[0].ID)
	}
	to, err := s.nextAfter(ctx, at, q, next, done)
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
	d = decide.Decision{Of: decide.Scope(a.ID), Note: strings.TrimSpace(r.PostFormValue("note"))}
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

// undo takes a decision back and shows its amount again; what was decided in
// one step is taken back in one.
func (s *Server) undo(w http.ResponseWriter, r *http.Request) error {
	of := decide.Scope(r.PostFormValue("id"))
	done, err := s.writeOne(r.Context(), func(ctx context.Context, db *store.DB) (decide.Outcome, error) {
		return decide.TakeBack(ctx, db, of, r.PostFormValue("at"))
	})
	if err != nil {
		return err
	}
	q := url.Values{"undone": {strconv.Itoa(len(done.Amounts))}}
	addOthers(q, done.Others)
	to := "/amount?"
	switch {
	case len(done.Amounts) == 0: // Orphaned: its amount is no more.
		to = "/decisions?"
	case of.One():
		q.Set("id", string(of))
	default:
		to = "/amounts?"
	}
	http.Redirect(w, r, to+q.Encode(), http.StatusSeeOther)
	return nil
}

// writeOne opens the database for writing for one change. A change that has
// begun is ended, though the browser may be gone.
func (s *Server) writeOne(ctx context.Context, do func(context.Context, *store.DB) (decide.Outcome, error)) (o decide.Outcome, err error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	ctx = context.WithoutCancel(ctx)
	db, err := store.OpenToDecide(ctx, s.config.Path)
	if err != nil {
		return o, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return do(ctx, db)
}

// nextAfter is the address of the first of the amounts that followed the one
// decided, at a place of the queue, that is still doubtful; at the queue's end it
// is the first of all.
func (s *Server) nextAfter(ctx context.Context, at int, q url.Values, next []store.DoubtfulRow, done decide.Outcome) (string, error) {
	decided := map[string]bool{}
	for i := range done.Amounts {
		decided[done.Amounts[i].ID] = true
	}
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
		if n, ok := place[next[i].AmountID]; ok && !decided[next[i].AmountID] {
			return to(next[i].AmountID, n), nil
		}
	}
	first, err := s.db.Doubtful(ctx, store.Filter{Limit: 1})
	if err != nil {
		return "", err
	}
	if len(first) == 1 && !decided[first[0].AmountID] {
		return to(first[0].AmountID, 0), nil
	}
	return "/amounts?" + q.Encode(), nil
}
