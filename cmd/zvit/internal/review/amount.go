package review

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"zvit/cmd/zvit/internal/decide"
	"zvit/cmd/zvit/messages"
	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/store"
)

// loaded is a document with what stands in it.
type loaded struct {
	id       string
	source   string // one of its files
	doc      *document.Document
	reports  []*record.Report
	reviews  []record.Review
	amounts  map[string]*record.Amount
	reportOf map[string]*record.Report // of an amount
}

func (s *Server) load(ctx context.Context, documentID string) (l *loaded, err error) {
	l = &loaded{id: documentID, amounts: map[string]*record.Amount{}, reportOf: map[string]*record.Report{}}
	if l.doc, err = s.db.Document(ctx, documentID); err != nil {
		return nil, err
	}
	if l.reports, err = s.db.Reports(ctx, documentID); err != nil {
		return nil, err
	}
	if l.reviews, err = s.db.Reviews(ctx, documentID); err != nil {
		return nil, err
	}
	for _, r := range l.reports {
		for i := range r.Amounts {
			l.amounts[r.Amounts[i].ID] = &r.Amounts[i]
			l.reportOf[r.Amounts[i].ID] = r
		}
	}
	err = s.each(ctx, "SELECT path FROM documents WHERE document_id = ?", []any{documentID}, func(v []any) {
		l.source, _ = v[0].(string)
	})
	return l, err
}

// Path is one of the files that the document was read from.
func (l *loaded) Path() string { return l.source }

// reviewOf is the decision that stands on an amount, or nil.
func (l *loaded) reviewOf(amountID string) *record.Review {
	for i := range l.reviews {
		if l.reviews[i].AmountID == amountID && l.reviews[i].State == record.Applied {
			return &l.reviews[i]
		}
	}
	return nil
}

// findingsOn are the findings of a report whose subject is one of the ids.
func findingsOn(r *record.Report, ids ...string) (list []record.Finding) {
	for _, f := range r.Findings {
		if f.SubjectID != "" && slices.Contains(ids, f.SubjectID) {
			list = append(list, f)
		}
	}
	return list
}

// reading is one of the readings that a person can choose.
type reading struct {
	Do, Key string // the form's value, empty where it stands already, and the key as it stands on the keyboard
	Code    string // of the key, whatever its letter is in the user's layout
	Name    string
	Kopecks *record.Kopecks
	Detail  string
	Pct     int // probability, where one is known; else -1
	Main    bool
}

// clue is a piece of evidence in words.
type clue struct {
	Text    record.Sentence
	Against bool
	Strong  bool
}

// strongClue is the weight (log likelihood ratio) from which one clue alone makes
// a reading twenty times likelier than the other.
const strongClue = 3

// amountView is what the page of one amount shows.
type amountView struct {
	*loaded
	Amount   *record.Amount
	Report   *record.Report
	Name     string // of what it is money for
	Role     string
	At       int // in the queue, from 0; -1 where it is not in it
	Prev     *store.DoubtfulRow
	Next     *store.DoubtfulRow
	Readings []reading
	Clues    []clue
	Findings []record.Finding
	Review   *record.Review
	Decided  bool
	Excerpt  *excerpt
	Picture  pictureView
	Seen     string // what the readings were when the page was made
	Together []together
	Units    []record.Unit
	Counts   *counts // where it is of an earlier version or a copy
	// What was typed, where the form comes back with a problem.
	Problem, Figure, Note string
	FigureUnit            record.Unit
}

// look gathers what is shown of an amount.
func (s *Server) look(r *http.Request, id string) (*amountView, error) {
	ctx := r.Context()
	documentID, err := decide.DocumentOf(ctx, s.db, decide.Scope(id))
	if err != nil {
		return nil, err
	}
	l, err := s.load(ctx, documentID)
	if err != nil {
		return nil, err
	}
	a := l.amounts[id]
	if a == nil {
		return nil, decide.ErrNoAmount
	}
	say := s.say(r)
	v := &amountView{loaded: l, Amount: a, Report: l.reportOf[id], At: -1, Review: l.reviewOf(id), Seen: seen(a), Units: units, FigureUnit: units[0]}
	v.Name = subjectName(say, v.Report, a)
	v.Role = amountRole(say, a, v.Name)
	v.Together = togetherWith(l, a)
	v.Readings, v.Clues = readingsOf(say, a), cluesOf(a)
	v.Findings = append(findingsOn(v.Report, a.ID, a.SubjectID, a.TableID), totalsOver(v.Report, a)...)
	v.Decided = v.Review != nil && (v.Review.Kopecks != nil || v.Review.Unit != record.NoUnit)
	if v.Decided && len(v.Readings) > 0 && v.Readings[0].Main {
		v.Readings[0].Do = "" // There is nothing left to accept.
	}
	if v.Counts, err = s.countsFor(ctx, decide.Scope(id)); err != nil {
		return nil, err
	}
	if v.Review != nil {
		v.Note = v.Review.Note
	}
	v.Excerpt = l.excerptOf(l.spotOfAmount(a), r.FormValue("whole") != "")
	v.Picture = s.pictures.view(ctx, s, l, a)
	return v, s.neighbours(ctx, v, r.FormValue("n"))
}

// maxLook is how far into the queue an amount is looked for.
const maxLook = 5000

// neighbours finds the amounts before and after in the queue. n is where the
// amount stood when the link to it was made.
func (s *Server) neighbours(ctx context.Context, v *amountView, n string) error {
	at, err := strconv.Atoi(n)
	if err != nil || at < 0 {
		at = 0
	}
	from := max(0, at-lookAhead)
	list, err := s.db.Doubtful(ctx, store.Filter{Offset: from, Limit: at - from + lookAhead + 2})
	if err != nil {
		return err
	}
	isIt := func(d store.DoubtfulRow) bool { return d.AmountID == v.Amount.ID }
	if v.Amount.Doubtful && !slices.ContainsFunc(list, isIt) {
		// A link from elsewhere does not say where it stands.
		at, from = 0, 0
		if list, err = s.db.Doubtful(ctx, store.Filter{Limit: maxLook}); err != nil {
			return err
		}
	}
	for i := range list {
		if !isIt(list[i]) {
			continue
		}
		v.At = from + i
		if i > 0 {
			v.Prev = &list[i-1]
		}
		if i+1 < len(list) {
			v.Next = &list[i+1]
		}
		return nil
	}
	if i := at - from; i < len(list) {
		v.Next = &list[i]
	}
	return nil
}

// NextAt is the place of Next in the queue.
func (v *amountView) NextAt() int {
	if v.At < 0 {
		return 0
	}
	return v.At + 1
}

// amount shows one amount with its source and readings.
func (s *Server) amount(w http.ResponseWriter, r *http.Request) error {
	v, err := s.look(r, r.FormValue("id"))
	if err != nil {
		return err
	}
	return s.showAmount(w, r, http.StatusOK, v)
}

func (s *Server) showAmount(w http.ResponseWriter, r *http.Request, status int, v *amountView) error {
	f, err := s.done(r)
	if err != nil {
		return err
	}
	return s.show(w, r, status, "amount", frame{Title: v.Name, Section: "amounts", Flash: f, Body: v})
}

// seen sums up the readings that a page shows: a decision is made on these.
func seen(a *record.Amount) string {
	var b strings.Builder
	for _, k := range []*record.Kopecks{a.Kopecks, a.Alternative, a.PrintedKopecks} {
		if k != nil {
			b.WriteString(strconv.FormatInt(int64(*k), 10))
		}
		b.WriteByte(';')
	}
	return b.String()
}

func readingsOf(say *messages.Printer, a *record.Amount) []reading {
	var list []reading
	have := func(k *record.Kopecks) bool {
		return slices.ContainsFunc(list, func(r reading) bool { return *r.Kopecks == *k })
	}
	if a.Kopecks != nil {
		x := reading{
			Do: "accept", Key: "A", Code: "KeyA", Name: say.Say("review.reading.settled"), Kopecks: a.Kopecks,
			Detail: unitName(say, a.Settled), Pct: percent(a.Confidence), Main: true,
		}
		if a.Change == record.Reviewed {
			x.Name, x.Pct = say.Say("review.reading.reviewed"), -1
		}
		list = append(list, x)
	}
	if a.Alternative != nil && !have(a.Alternative) {
		list = append(list, reading{
			Do: "other", Key: "B", Code: "KeyB", Name: say.Say("review.reading.other"), Kopecks: a.Alternative, Pct: -1,
		})
	}
	if a.PrintedKopecks != nil && !have(a.PrintedKopecks) {
		list = append(list, reading{
			Do: "printed", Key: "P", Code: "KeyP", Name: say.Say("review.reading.printed"), Kopecks: a.PrintedKopecks,
			Detail: unitName(say, a.PrintedUnit), Pct: -1,
		})
	}
	return list
}

// cluesOf puts the strongest clue first. What the reason, or a stronger clue,
// says already is not said again.
func cluesOf(a *record.Amount) []clue {
	evidence := slices.Clone(a.Evidence)
	slices.SortStableFunc(evidence, func(x, y record.Evidence) int {
		return int(100*max(y.Weight, -y.Weight)) - int(100*max(x.Weight, -x.Weight))
	})
	var list []clue
	for _, e := range evidence {
		same := func(c clue) bool { return c.Text == e.Text && c.Against == (e.Weight < 0) }
		if strings.HasPrefix(a.Reason.EN, e.Text.EN) || slices.ContainsFunc(list, same) {
			continue
		}
		list = append(list, clue{e.Text, e.Weight < 0, e.Weight >= strongClue || e.Weight <= -strongClue})
	}
	return list
}

func roleName(say *messages.Printer, role record.Role, year int) string {
	name := say.Say("role." + string(role))
	if year != 0 {
		name += " " + strconv.Itoa(year)
	}
	return name
}

// amountRole says what an amount is: "planned 2021, general fund".
// name is what it is money for, whose words are not said again.
func amountRole(say *messages.Printer, a *record.Amount, name string) string {
	parts := []string{roleName(say, a.Role, a.Year)}
	for _, x := range []struct{ key, value string }{
		{"", a.Period}, {"fund.", string(a.Fund)}, {"source.", string(a.Source)}, {"", a.Label},
	} {
		switch {
		case x.value == "", strings.Contains(name, oneLine(x.value)):
		case x.key == "":
			parts = append(parts, oneLine(x.value))
		default:
			parts = append(parts, say.Say(x.key+x.value))
		}
	}
	return strings.Join(parts, ", ")
}

// subjectName names what an amount is money for.
func subjectName(say *messages.Printer, r *record.Report, a *record.Amount) string {
	name := ""
	switch a.Subject {
	case record.SubjectMeasure:
		for i := range r.Measures {
			if m := &r.Measures[i]; m.ID == a.SubjectID {
				name = m.Number + " " + m.Measure
				if strings.TrimSpace(m.Measure) == "" {
					name = m.Number + " " + m.Task
				}
			}
		}
	case record.SubjectIndicator:
		for i := range r.Indicators {
			if x := &r.Indicators[i]; x.ID == a.SubjectID {
				name = x.Number + " " + x.Name
			}
		}
	case record.SubjectLine:
		for i := range r.Lines {
			if x := &r.Lines[i]; x.ID == a.SubjectID {
				name = x.Code + " " + x.Name
			}
		}
	}
	if name = oneLine(name); name == "" {
		name = oneLine(a.Label)
	}
	if name == "" {
		return say.Say("review.subject." + string(a.Subject))
	}
	return name
}
