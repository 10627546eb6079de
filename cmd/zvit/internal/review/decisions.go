package review

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"zvit/extract/record"
)

// decisionRow is a decision that was taken.
type decisionRow struct {
	record.Review
	When     string
	Unit     string
	NoteOnly bool
	// What it was taken on: of an orphaned one the document alone is known.
	Name, Role, Programme, Path string
	DocumentID                  string
	// Document is set on the first of several decisions of one step: Together of
	// them can be taken back in one.
	Document string
	Together int
}

// Stands reports whether the decision is in force.
func (d *decisionRow) Stands() bool { return d.State == record.Applied }

// decisions lists who decided what, and when, the latest first.
func (s *Server) decisions(w http.ResponseWriter, r *http.Request) error {
	list, err := s.db.Reviews(r.Context(), "")
	if err != nil {
		return err
	}
	slices.SortStableFunc(list, func(a, b record.Review) int { return strings.Compare(b.DecidedAt, a.DecidedAt) })
	p := newPager(r, len(list))
	say := s.say(r)
	type step struct{ document, at string }
	stepOf := func(v *record.Review) step { return step{documentPart(v.AmountID), v.DecidedAt} }
	count := map[step]int{}
	for i := range list {
		if list[i].State == record.Applied {
			count[stepOf(&list[i])]++
		}
	}
	var rows []decisionRow
	for i := p.First - 1; i < min(p.First-1+pageSize, len(list)); i++ {
		v := &list[i]
		row := decisionRow{
			Review: *v, When: when(v.DecidedAt), Unit: unitName(say, v.Unit), NoteOnly: v.Kopecks == nil && v.Unit == record.NoUnit,
		}
		if at := stepOf(v); count[at] > 1 && row.Stands() {
			row.Document, row.Together = at.document, count[at]
			delete(count, at)
		}
		rows = append(rows, row)
	}
	if err := s.describe(r, rows); err != nil {
		return err
	}
	return s.show(w, r, http.StatusOK, "decisions", frame{
		Title: say.Say("review.decisions"), Section: "decisions",
		Body: struct {
			Rows  []decisionRow
			Pager pager
		}{rows, p},
	})
}

// describe says what the decisions were taken on.
func (s *Server) describe(r *http.Request, rows []decisionRow) error {
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].AmountID
	}
	amounts, err := s.db.AmountRows(r.Context(), ids)
	if err != nil {
		return err
	}
	say := s.say(r)
	for i := range rows {
		x := &rows[i]
		if a, ok := amounts[x.AmountID]; ok && x.Stands() {
			x.Name, x.Role, x.Programme = rowName(say, &a), roleName(say, a.Role, a.Year), a.Programme
			x.Path, x.DocumentID = a.Path, a.DocumentID
			continue
		}
		if x.DocumentID, x.Path, err = s.documentOf(r.Context(), x.AmountID); err != nil {
			return err
		}
	}
	return nil
}

// documentPart is how an amount's id names its document.
func documentPart(amountID string) string {
	document, _, _ := strings.Cut(amountID, "/")
	return document
}

// documentOf finds the document that an amount stood in, though it may be no
// more; both are empty where it is not there.
func (s *Server) documentOf(ctx context.Context, amountID string) (id, path string, err error) {
	part := documentPart(amountID)
	err = s.each(ctx, "SELECT document_id, path FROM documents WHERE document_id >= ? AND document_id < ?", []any{part, part + "g"}, func(v []any) {
		id, _ = v[0].(string)
		path, _ = v[1].(string)
	})
	return id, path, err
}
