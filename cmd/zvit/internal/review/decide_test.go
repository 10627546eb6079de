package review

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"zvit/cmd/zvit/messages"
	"zvit/extract/record"
	"zvit/store"
)

func TestDecide(t *testing.T) {
	for name, tc := range map[string]struct {
		form map[string]string
		want string
	}{
		"accept":               {map[string]string{"do": "accept"}, "40290000 reviewed 0"},
		"the other":            {map[string]string{"do": "other"}, "40290 reviewed 0"},
		"a figure":             {map[string]string{"do": "figure", "figure": "402 900,05"}, "40290005 reviewed 0"},
		"a figure in a unit":   {map[string]string{"do": "figure", "figure": "402,93", "unit": "thousand_uah"}, "40293000 reviewed 0"},
		"Enter after a figure": {map[string]string{"do": "enter", "figure": "1,5"}, "150 reviewed 0"},
	} {
		t.Run(name, func(t *testing.T) {
			x := serve(t, messages.English, water(t, 2)...)
			list := x.doubtful()
			tc.form["note"] = "бачила на скані"
			to := x.decide(list[0].AmountID, tc.form)
			if got := x.amountRow(list[0].AmountID); got != tc.want {
				t.Errorf("settled as %q, want %q", got, tc.want)
			}
			if got, want := rows(t, x.path, "SELECT note, reviewer, decided_at, state FROM reviews"), "бачила на скані Олена <b> 2026-06-01T12:00:00Z applied"; len(got) != 1 || got[0] != want {
				t.Errorf("decisions %q, want %q", got, want)
			}
			// The next doubtful amount follows, with the way back.
			page := x.get(to)
			for _, want := range []string{`name="id" value="` + list[1].AmountID + `"`, "1 of 2 decided", `action="/undo"`, "1 of 1 in the queue"} {
				if !strings.Contains(page, want) {
					t.Errorf("%s lacks %q", to, want)
				}
			}
			if page := x.get("/decisions"); !strings.Contains(page, "бачила на скані") || !strings.Contains(page, "Олена &lt;b&gt;") || !strings.Contains(page, "2026-06-01") {
				t.Error("the list of decisions lacks who, when or the note")
			}
		})
	}
}

func TestLastDecisionEndsTheQueue(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	to := x.decide(x.doubtful()[0].AmountID, map[string]string{"do": "accept"})
	if page := x.get(to); !strings.Contains(page, "No doubtful amount is left.") || !strings.Contains(page, `action="/undo"`) {
		t.Errorf("%s does not end the queue", to)
	}
}

func TestNoteAlone(t *testing.T) {
	x := serve(t, messages.English, water(t, 2)...)
	list := x.doubtful()
	to := x.decide(list[0].AmountID, map[string]string{"do": "note", "note": "спитати бухгалтерію"})
	if got := x.amountRow(list[0].AmountID); got != "40290000 rescaled 1" {
		t.Errorf("a note settled the amount: %s", got)
	}
	if got := rows(t, x.path, "SELECT decided_kopecks, decided_unit, note FROM reviews"); len(got) != 1 || got[0] != "<nil> <nil> спитати бухгалтерію" {
		t.Errorf("decisions %q", got)
	}
	if page := x.get(to); !strings.Contains(page, list[1].AmountID) || !strings.Contains(page, "0 of 2 decided") {
		t.Errorf("%s is not the next amount", to)
	}
	// The note stays with the decision that follows.
	if page := x.get("/amount?id=" + url.QueryEscape(list[0].AmountID)); !strings.Contains(page, `value="спитати бухгалтерію"`) {
		t.Error("the note is not shown again")
	}
}

// TestNoteOnADecision: a note that comes later leaves the decision as it is.
func TestNoteOnADecision(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	x.decide(id, map[string]string{"do": "other"})
	x.decide(id, map[string]string{"do": "note", "note": "лист № 5"})
	if got := x.amountRow(id); got != "40290 reviewed 0" {
		t.Errorf("settled as %q", got)
	}
	if got := rows(t, x.path, "SELECT decided_kopecks, note FROM reviews"); len(got) != 1 || got[0] != "40290 лист № 5" {
		t.Errorf("decisions %q", got)
	}
}

// TestOrphanedDecision: a decision whose text is no more is listed as that, and
// can be taken back.
func TestOrphanedDecision(t *testing.T) {
	entries := water(t, 1)
	x := serve(t, messages.English, entries...)
	id := x.doubtful()[0].AmountID
	x.decide(id, map[string]string{"do": "accept"})
	db, err := store.Open(context.Background(), x.path)
	if err != nil {
		t.Fatal(err)
	}
	again := entries[0]
	again.Reports, again.ReaderVersion = nil, "test 2"
	if err := db.Put(context.Background(), again); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if page := x.get("/decisions"); !strings.Contains(page, "no longer in the document") {
		t.Error("the decision is not shown as orphaned")
	}
	w := x.do(http.MethodPost, "/undo", url.Values{"token": {x.s.token}, "id": {id}}, nil)
	if w.Code != http.StatusSeeOther || rows(t, x.path, "SELECT count(*) FROM reviews")[0] != "0" {
		t.Errorf("it cannot be taken back: %d", w.Code)
	}
}

func TestUndo(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	before := x.amountRow(id)
	all := "SELECT amount_id, kopecks, change, doubtful, confidence FROM amounts ORDER BY 1"
	was := rows(t, x.path, all)
	x.decide(id, map[string]string{"do": "other"})
	if got := x.amountRow(id); got == before {
		t.Fatal("nothing was decided")
	}
	w := x.do(http.MethodPost, "/undo", url.Values{"token": {x.s.token}, "id": {id}}, nil)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if now := rows(t, x.path, all); strings.Join(now, "\n") != strings.Join(was, "\n") {
		t.Errorf("the document is not as it was:\n%s\n%s", was, now)
	}
	noDecisions(t, x.path)
	if page := x.get(w.Header().Get("Location")); !strings.Contains(page, "taken back") || !strings.Contains(page, id) {
		t.Error("the amount is not shown again")
	}
	if w := x.do(http.MethodPost, "/undo", url.Values{"token": {x.s.token}, "id": {id}}, nil); w.Code != http.StatusNotFound {
		t.Errorf("a second undo: %d", w.Code)
	}
}

// TestSettlesAgain: a decision on one amount settles the rest of its document.
func TestSettlesAgain(t *testing.T) {
	x := serve(t, messages.English, thousand(t))
	to := x.decide(x.doubtful()[500].AmountID, map[string]string{"do": "accept"})
	if !strings.Contains(to, "cleared=999") {
		t.Errorf("decided: %s", to)
	}
	if page := x.get(to); !strings.Contains(page, "999 other amounts are no longer doubtful.") {
		t.Error("the page does not say what followed")
	}
}

func TestWhatIsNoDecision(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	for name, tc := range map[string]struct {
		form map[string]string
		says string
	}{
		"nothing":                    {map[string]string{"do": "enter"}, "Enter a figure or a note"},
		"an empty note":              {map[string]string{"do": "note", "note": "  "}, "Enter a figure or a note"},
		"words":                      {map[string]string{"do": "figure", "figure": "сто"}, "no sum of money"},
		"half a kopeck":              {map[string]string{"do": "figure", "figure": "1,555"}, "no sum of money"},
		"an unknown unit":            {map[string]string{"do": "figure", "figure": "1", "unit": "usd"}, "no sum of money"},
		"too much":                   {map[string]string{"do": "figure", "figure": "999999999999999999", "unit": "billion_uah"}, "no sum of money"},
		"a page of an earlier state": {map[string]string{"do": "accept", "seen": "1;2;3;"}, "has changed"},
		"no such reading":            {map[string]string{"do": "printed", "seen": ""}, "has changed"},
	} {
		w := x.send(id, tc.form)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), tc.says) {
			t.Errorf("%s: %d, want to read %q", name, w.Code, tc.says)
		}
		if f := tc.form["figure"]; f != "" && !strings.Contains(w.Body.String(), `value="`+f+`"`) {
			t.Errorf("%s: what was typed is lost", name)
		}
	}
	noDecisions(t, x.path)
	if w := x.do(http.MethodGet, "/amount?id=nothing", nil, nil); w.Code != http.StatusNotFound {
		t.Errorf("an unknown amount: %d", w.Code)
	}
}

func TestFigure(t *testing.T) {
	for _, tc := range []struct {
		text string
		unit record.Unit
		want record.Kopecks
		ok   bool
	}{
		{"47 060,50", record.UAH, 4706050, true},
		{"47060.5", record.UAH, 4706050, true},
		{"140,138", record.ThousandUAH, 14013800, true},
		{"140.138", record.ThousandUAH, 14013800, true},
		{"140,138", record.UAH, 0, false},
		{"140,130", record.UAH, 14013, true},
		{"1,23456789", record.MillionUAH, 123456789, true},
		{"1,234567891", record.MillionUAH, 0, false},
		{"1,2345678", record.MillionUAH, 123456780, true},
		{"-12", record.UAH, -1200, true},
		{"12", record.Kopeck, 12, true},
		{"12,5", record.Kopeck, 0, false},
		{"0", record.UAH, 0, true},
		{"", record.UAH, 0, false},
		{"12 грн", record.UAH, 0, false},
		{"92233720368547758", record.UAH, 9223372036854775800, true},
		{"92233720368547759", record.UAH, 0, false},
		{"1", record.NoUnit, 0, false},
	} {
		if got, ok := figure(tc.text, tc.unit); got != tc.want || ok != tc.ok {
			t.Errorf("figure(%q, %s) = %d %v, want %d %v", tc.text, tc.unit, got, ok, tc.want, tc.ok)
		}
	}
}
