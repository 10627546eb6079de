package review

import (
	"net/http"
	"strconv"
	"strings"

	"zvit/cmd/zvit/messages"
	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/store"
)

// besideRow is an amount that a record or a finding is about.
type besideRow struct {
	*record.Amount
	Name, Role string
}

func beside(say *messages.Printer, r *record.Report, a *record.Amount) besideRow {
	name := subjectName(say, r, a)
	return besideRow{a, name, amountRole(say, a, name)}
}

// recordView is what the page of a record, or of a finding, shows.
type recordView struct {
	*loaded
	Finding *record.Finding
	Excerpt *excerpt
	Amounts []besideRow
	Name    string
	Where   document.Place // in the source, as the lists say it
	Picture pictureView
	// Prev and Next are the neighbours in the list of findings, At its place there.
	Prev, Next *store.FindingRow
	At         int
}

// finding shows one finding with its source and the amounts that it is about.
func (s *Server) finding(w http.ResponseWriter, r *http.Request) error {
	documentID, id := "", r.FormValue("id")
	if err := s.each(r.Context(), "SELECT document_id FROM findings WHERE finding_id = ?", []any{id}, func(v []any) {
		documentID, _ = v[0].(string)
	}); err != nil {
		return err
	}
	if documentID == "" {
		return errNotFound
	}
	l, err := s.load(r.Context(), documentID)
	if err != nil {
		return err
	}
	f, err := s.findFinding(r, l, id)
	if err != nil {
		return err
	}
	say := s.say(r)
	at := l.spotOfRecord(f.Subject, f.SubjectID)
	if at.block < 0 || at.row < 0 && f.Place.Table > 0 {
		if place := l.spotAt(f.Place); place.block >= 0 {
			at = place
		}
	}
	v := &recordView{loaded: l, Finding: f, Excerpt: l.excerptOf(at, r.FormValue("whole") != ""), Amounts: l.amountsOf(say, f.Subject, f.SubjectID)}
	if v.Where = f.Place; v.Where == (document.Place{}) && v.Excerpt != nil {
		v.Where = v.Excerpt.Place
	}
	if a := l.amounts[f.SubjectID]; a != nil {
		v.Picture = s.pictures.view(r.Context(), s, l, a)
	}
	if err := s.findingsAround(r, v); err != nil {
		return err
	}
	return s.show(w, r, http.StatusOK, "record", frame{Title: say.Say("review.finding"), Section: "findings", Body: v})
}

// findingsAround finds the neighbours of a finding that was at place n of the list.
func (s *Server) findingsAround(r *http.Request, v *recordView) error {
	at, err := strconv.Atoi(r.FormValue("n"))
	if err != nil || at < 0 {
		return nil
	}
	from := max(0, at-1)
	list, err := s.db.Findings(r.Context(), store.Filter{Offset: from, Limit: 3})
	if err != nil {
		return err
	}
	v.At = at
	if i := at - from; i < len(list) && list[i].ID == v.Finding.ID {
		if i > 0 {
			v.Prev = &list[i-1]
		}
		if i+1 < len(list) {
			v.Next = &list[i+1]
		}
	}
	return nil
}

// findFinding looks among the reports' findings, then the document's own.
func (s *Server) findFinding(r *http.Request, l *loaded, id string) (*record.Finding, error) {
	for _, report := range l.reports {
		for i := range report.Findings {
			if report.Findings[i].ID == id {
				return &report.Findings[i], nil
			}
		}
	}
	f := &record.Finding{}
	err := s.each(r.Context(), "SELECT finding_id, code, severity, subject, subject_id, message, message_uk FROM findings WHERE finding_id = ?", []any{id},
		func(v []any) {
			text := func(i int) string { t, _ := v[i].(string); return t }
			f.ID, f.Code, f.Severity = text(0), record.FindingCode(text(1)), record.Severity(text(2))
			f.Subject, f.SubjectID, f.Message = record.Subject(text(3)), text(4), record.Sentence{EN: text(5), UK: text(6)}
		})
	if err == nil && f.ID == "" {
		err = errNotFound
	}
	return f, err
}

// amountsOf are the amounts of a record; of a report its totals.
func (l *loaded) amountsOf(say *messages.Printer, subject record.Subject, id string) (list []besideRow) {
	if id == "" {
		return nil
	}
	for _, r := range l.reports {
		for i := range r.Amounts {
			a := &r.Amounts[i]
			if a.ID == id || a.SubjectID == id || subject == record.SubjectTable && a.TableID == id && (a.IsTotal || a.Doubtful) {
				list = append(list, beside(say, r, a))
			}
		}
	}
	return list
}

// record shows where something that was found stands, with its amounts; or what
// stands at a place now (key, as Place.Key gives it) where a decision has lost its
// text.
func (s *Server) record(w http.ResponseWriter, r *http.Request) error {
	l, err := s.load(r.Context(), r.FormValue("document"))
	if err != nil {
		return err
	}
	subject, id := record.Subject(r.FormValue("subject")), r.FormValue("id")
	at := l.spotOfPlace(r.FormValue("at"))
	if key := r.FormValue("key"); key != "" {
		if at = l.spotOfKey(key); at.block < 0 && len(l.doc.Blocks) > 0 {
			at.block = 0 // The place is no more: the document's beginning.
		}
	}
	if at.block < 0 || subject != record.SubjectTable && subject != record.SubjectProse {
		if of := l.spotOfRecord(subject, id); of.block >= 0 {
			at = of
		}
	}
	if at.block < 0 {
		return errNotFound
	}
	say := s.say(r)
	v := &recordView{loaded: l, Excerpt: l.excerptOf(at, r.FormValue("whole") != ""), Name: say.Say("review.source")}
	v.Where = v.Excerpt.Place
	if t, ok := l.doc.Blocks[at.block].(*document.Table); ok && at.row >= 0 {
		v.Where = t.Rows[at.row].Place
	}
	if t, ok := l.doc.Blocks[at.block].(*document.Table); ok && at.row >= 0 {
		v.Amounts = l.amountsInRow(say, record.TableID(l.id, t.Place.Table), at.row)
	} else {
		v.Amounts = l.amountsOf(say, subject, id[strings.LastIndexByte(id, '/')+1:])
	}
	return s.show(w, r, http.StatusOK, "record", frame{Title: v.Name, Section: "search", Body: v})
}

func (l *loaded) amountsInRow(say *messages.Printer, tableID string, row int) (list []besideRow) {
	for _, r := range l.reports {
		for i := range r.Amounts {
			if a := &r.Amounts[i]; a.TableID == tableID && a.Row == row {
				list = append(list, beside(say, r, a))
			}
		}
	}
	return list
}
