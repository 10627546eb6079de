package review

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"zvit/cmd/zvit/messages"
	"zvit/extract/record"
	"zvit/store"
)

// pageSize is how many rows a list shows at once.
const pageSize = 50

// pager leads through a list of pages, counted from 1.
type pager struct {
	Page, Pages, Total int
	First              int // number of the page's first row, from 1
}

func newPager(r *http.Request, total int) pager {
	p := pager{Page: 1, Pages: max(1, (total+pageSize-1)/pageSize), Total: total}
	if n, err := strconv.Atoi(r.FormValue("page")); err == nil {
		p.Page = min(max(n, 1), p.Pages)
	}
	p.First = (p.Page-1)*pageSize + 1
	return p
}

func (p pager) filter() store.Filter { return store.Filter{Limit: pageSize, Offset: p.First - 1} }

// Previous and Next are the neighbouring pages, 0 where there is none.
func (p pager) Previous() int { return p.Page - 1 }

// Next is the following page, or 0.
func (p pager) Next() int {
	if p.Page < p.Pages {
		return p.Page + 1
	}
	return 0
}

// amountRow is a doubtful amount in the queue.
type amountRow struct {
	store.DoubtfulRow
	At    int    // its place in the queue, from 0
	Name  string // of what it is money for
	Role  string
	Pct   int // confidence, per cent
	Other *record.Kopecks
}

// amounts is the queue of doubtful amounts, most money first.
func (s *Server) amounts(w http.ResponseWriter, r *http.Request) error {
	left, _, err := s.progress(r.Context())
	if err != nil {
		return err
	}
	p := newPager(r, left)
	list, err := s.db.Doubtful(r.Context(), p.filter())
	if err != nil {
		return err
	}
	say := s.say(r)
	rows := make([]amountRow, len(list))
	for i := range list {
		d := &list[i]
		rows[i] = amountRow{
			DoubtfulRow: *d, At: p.First - 1 + i, Name: rowName(say, d),
			Role: roleName(say, d.Role, d.Year), Pct: percent(d.Confidence), Other: d.Alternative,
		}
	}
	f, err := s.done(r)
	if err != nil {
		return err
	}
	return s.show(w, r, http.StatusOK, "amounts", frame{
		Title: say.Say("review.amounts"), Section: "amounts", Flash: f,
		Body: struct {
			Rows  []amountRow
			Pager pager
		}{rows, p},
	})
}

// rowName names what an amount is money for.
func rowName(say *messages.Printer, d *store.DoubtfulRow) string {
	if name := strings.TrimSpace(d.SubjectNumber + " " + oneLine(d.SubjectName)); name != "" {
		return name
	}
	return say.Say("review.subject." + string(d.Subject))
}

// findingRow is a finding in its list.
type findingRow struct {
	store.FindingRow
	At int
}

// findings are listed the gravest first, then the greatest difference.
func (s *Server) findings(w http.ResponseWriter, r *http.Request) error {
	total, _, err := s.db.Counts(r.Context(), store.Filter{})
	if err != nil {
		return err
	}
	p := newPager(r, total)
	list, err := s.db.Findings(r.Context(), p.filter())
	if err != nil {
		return err
	}
	rows := make([]findingRow, len(list))
	for i := range list {
		rows[i] = findingRow{list[i], p.First - 1 + i}
	}
	return s.show(w, r, http.StatusOK, "findings", frame{
		Title: s.say(r).Say("review.findings"), Section: "findings",
		Body: struct {
			Rows  []findingRow
			Pager pager
		}{rows, p},
	})
}

// progress counts the doubtful amounts that are left, and the decisions.
func (s *Server) progress(ctx context.Context) (left, decided int, err error) {
	if _, left, err = s.db.Counts(ctx, store.Filter{}); err != nil {
		return 0, 0, err
	}
	decided, err = s.count(ctx, `SELECT count(*) FROM reviews v JOIN amounts a USING (amount_id)
			JOIN reports r USING (report_id) JOIN documents d USING (document_id)
		WHERE v.state = 'applied' AND (v.decided_kopecks IS NOT NULL OR v.decided_unit IS NOT NULL) AND d.superseded_by IS NULL AND d.duplicate_of IS NULL`)
	return left, decided, err
}

// count runs a query that gives one number.
func (s *Server) count(ctx context.Context, query string, args ...any) (n int, err error) {
	err = s.each(ctx, query, args, func(v []any) {
		x, _ := v[0].(int64)
		n = int(x)
	})
	return n, err
}

// each calls fn with every row of a query on the analysts' views.
func (s *Server) each(ctx context.Context, query string, args []any, fn func(values []any)) error {
	rows, err := s.db.Query(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		fn(rows.Values())
	}
	return rows.Err()
}

// percent is a probability in whole per cent; only what is certain is 100.
func percent(p float64) int {
	n := int(p*100 + 0.5)
	if n == 100 && p < 1 {
		n = 99
	}
	return n
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
