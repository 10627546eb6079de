package review

import (
	"context"
	"errors"

	"zvit/cmd/zvit/internal/decide"
	"zvit/extract/record"
)

// totalsOver are the findings that a total over an amount does not hold.
func totalsOver(r *record.Report, a *record.Amount) (list []record.Finding) {
	if a.TableID == "" {
		return nil
	}
	total := map[string]bool{}
	for i := range r.Amounts {
		if x := &r.Amounts[i]; x.IsTotal && x.TableID == a.TableID && x.Col == a.Col && x.ID != a.ID {
			total[x.ID] = true
		}
	}
	for _, f := range r.Findings {
		if f.Code == record.TotalMismatch && total[f.SubjectID] {
			list = append(list, f)
		}
	}
	return list
}

// counts is what counts for an amount of an earlier version or a copy: the
// amount with the same text, or what may be decided instead.
type counts struct {
	AmountID string // empty where there is none
	Same     bool
	Path     string
}

func (s *Server) countsFor(ctx context.Context, of decide.Scope) (*counts, error) {
	scope, err := decide.Counting(ctx, s.db, of)
	var earlier *decide.EarlierError
	switch {
	case errors.As(err, &earlier):
		c := &counts{Path: earlier.Path}
		if earlier.Counts.One() {
			c.AmountID = string(earlier.Counts)
		}
		return c, nil
	case err != nil || scope == of:
		return nil, err
	}
	_, path, err := s.documentOf(ctx, string(scope))
	return &counts{AmountID: string(scope), Same: true, Path: path}, err
}
