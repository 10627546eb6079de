package review

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"zvit/cmd/zvit/internal/decide"
	"zvit/extract/record"
)

// done says what the request before this one did.
func (s *Server) done(r *http.Request) (*flash, error) {
	if r.Method != http.MethodGet {
		return nil, nil
	}
	say := s.say(r)
	var also []string
	for _, others := range othersIn(r.FormValue).Say() {
		also = append(also, say.Say(others.Key, others.N))
	}
	if n, err := strconv.Atoi(r.FormValue("undone")); err == nil {
		text := say.Say("review.undone")
		if n > 1 {
			text = say.Say("review.undone_all", n)
		}
		return &flash{Text: text, Also: also}, nil
	}
	id := r.FormValue("done")
	if id == "" {
		return nil, nil
	}
	broken, err := s.stillBroken(r.Context(), r.FormValue("broken"))
	if err != nil {
		return nil, err
	}
	if n, err := strconv.Atoi(r.FormValue("count")); err == nil {
		return &flash{Undo: id, At: r.FormValue("at"), Also: also, Broken: broken, Text: say.Say("review.decided_all", n)}, nil
	}
	documentID, err := decide.DocumentOf(r.Context(), s.db, decide.Scope(id))
	if err != nil {
		return nil, err
	}
	list, err := s.db.Reviews(r.Context(), documentID)
	if err != nil {
		return nil, err
	}
	for i := range list {
		v := &list[i]
		if v.AmountID != id || v.State != record.Applied {
			continue
		}
		f := &flash{Undo: id, Also: also, Broken: broken, Text: say.Say("review.noted", oneLine(v.Printed))}
		if v.Kopecks != nil {
			f.Text = say.Say("review.decided", oneLine(v.Printed), moneyOr(say, v.Kopecks))
		}
		return f, nil
	}
	return nil, nil
}

// addOthers puts what became of other amounts into an address, othersIn reads it
// there.
func addOthers(q url.Values, o decide.Others) {
	for _, x := range []struct {
		name string
		n    int
	}{{"refigured", o.Refigured}, {"doubted", o.Doubted}, {"cleared", o.Cleared}} {
		if x.n > 0 {
			q.Set(x.name, strconv.Itoa(x.n))
		}
	}
}

func othersIn(value func(name string) string) decide.Others {
	number := func(name string) int {
		n, err := strconv.Atoi(value(name))
		if err != nil {
			return 0
		}
		return n
	}
	return decide.Others{Refigured: number("refigured"), Doubted: number("doubted"), Cleared: number("cleared")}
}

// stillBroken is a finding that a decision has made, nil where there is none.
func (s *Server) stillBroken(ctx context.Context, findingID string) (f *record.Finding, err error) {
	if findingID == "" {
		return nil, nil
	}
	err = s.each(ctx, "SELECT message, message_uk FROM findings WHERE finding_id = ?", []any{findingID}, func(v []any) {
		f = &record.Finding{ID: findingID}
		f.Message.EN, _ = v[0].(string)
		f.Message.UK, _ = v[1].(string)
	})
	return f, err
}
