package rejoin_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
	"zvit/extract/textdoc"
)

// said is a text of the truth: a string, or an object with its certainty.
type said struct {
	Text       string
	Confidence float64
}

func (s *said) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		s.Confidence = 1
		return json.Unmarshal(b, &s.Text)
	}
	var o struct {
		Text       string   `json:"text"`
		Confidence *float64 `json:"confidence"`
	}
	if err := json.Unmarshal(b, &o); err != nil {
		return err
	}
	s.Text, s.Confidence = o.Text, 1
	if o.Confidence != nil {
		s.Confidence = *o.Confidence
	}
	return nil
}

type truth struct {
	Reports []struct {
		Measures []struct {
			No                      int
			Task, Measure, Executor said
			Info                    said
			Planned, Actual         struct{ Raw string }
		}
		Indicators []struct {
			Section         string
			No              int
			Name            string
			Unit            *string
			Planned, Actual *struct{ Raw *string }
			Reason          *string
			Note            *string                  `json:"actual_note"`
			Other           struct{ Reason *string } `json:"alternative_alignment"`
		}
	}
}

var spaces = regexp.MustCompile(`[\s\x{ad}]+`)

func tight(s string) string { return spaces.ReplaceAllString(s, "") }

func str(s *string) string {
	if s == nil {
		return ""
	}
	return tight(*s)
}

// reference returns the folder that ZVIT_REFERENCE names.
func reference(t testing.TB) string {
	dir := os.Getenv("ZVIT_REFERENCE")
	if dir == "" {
		t.Skip("ZVIT_REFERENCE does not name the folder with the real report and its truth")
	}
	return filepath.Join(dir, "reports")
}

func readReal(t testing.TB) *document.Document {
	data, err := os.ReadFile(filepath.Join(reference(t), "000_6f3dc6de28b460cc.txt"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := textdoc.Read(context.Background(), data, textdoc.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestRealReport compares each rejoined cell of the real report with its truth;
// where the truth is less than 0.9 sure, or has two readings, so has the test.
func TestRealReport(t *testing.T) {
	in := readReal(t)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(reference(t), "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want truth
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	sameInk(t, in, out)
	var tables []*document.Table
	for _, b := range out.Blocks {
		if tab, ok := b.(*document.Table); ok {
			tables = append(tables, tab)
		}
	}
	if len(tables) != 4 {
		t.Fatalf("%d tables, want 4", len(tables))
	}
	right, total := 0, 0
	check := func(report, row int, what, got string, accepted ...string) {
		total++
		for _, a := range accepted {
			if tight(got) == tight(a) {
				right++
				return
			}
		}
		t.Errorf("report %d row %d %s:\n got %q\nwant %q", report+1, row, what, got, accepted[0])
	}
	cell := func(r *document.Row, col int) string {
		if c := r.At(col); c != nil {
			return c.Text()
		}
		return ""
	}
	for n, report := range want.Reports {
		table := tables[2*n]
		actual := 6 + n // the second report has a yearly plan as well
		rows := table.Rows[2:]
		if n == 1 {
			rows = table.Rows[1:]
		}
		if len(rows) != len(report.Measures) {
			t.Errorf("report %d: %d measures, want %d", n+1, len(rows), len(report.Measures))
			for i := range rows {
				t.Logf("%d: %q", i, cell(&rows[i], 1))
			}
			continue
		}
		// One sentence may stand with either of two rows.
		stray := ""
		if n == 0 {
			s := tight(report.Measures[12].Info.Text)
			stray = s[strings.LastIndex(s[:len(s)-1], ".")+1:]
		}
		for i, m := range report.Measures {
			r := &rows[i]
			if m.Task.Confidence >= 0.9 {
				check(n, m.No, "task", cell(r, 1), m.Task.Text)
			}
			if m.Measure.Confidence >= 0.9 {
				check(n, m.No, "measure", cell(r, 2), m.Measure.Text)
			}
			check(n, m.No, "executor", strings.ReplaceAll(cell(r, 4), "язках 3", "язках з"), m.Executor.Text)
			check(n, m.No, "planned", cell(r, 5), m.Planned.Raw)
			check(n, m.No, "actual", cell(r, actual), m.Actual.Raw)
			info := strings.ReplaceAll(tight(m.Info.Text), "-", "")
			other := strings.ReplaceAll(info, strings.ReplaceAll(stray, "-", ""), "")
			if stray != "" && m.No == 14 {
				other = stray + info
			}
			check(n, m.No, "information", strings.ReplaceAll(cell(r, actual+1), "-", ""), info, other)
		}
		table = tables[2*n+1]
		rows = nil
		for _, r := range table.Rows[1:] {
			if cell(&r, 1) != "" {
				rows = append(rows, r)
			}
		}
		if len(rows) != len(report.Indicators) {
			t.Errorf("report %d: %d indicators, want %d", n+1, len(rows), len(report.Indicators))
			continue
		}
		for i, m := range report.Indicators {
			r := &rows[i]
			check(n, m.No, "name", cell(r, 1), m.Name)
			check(n, m.No, "unit", cell(r, 2), str(m.Unit))
			if m.Planned != nil {
				check(n, m.No, "planned", cell(r, 3), str(m.Planned.Raw))
			}
			got := ""
			if m.Actual != nil {
				got = str(m.Actual.Raw)
			}
			check(n, m.No, "actual", cell(r, 4), got, got+str(m.Note))
			check(n, m.No, "reason", strings.Trim(cell(r, 5), "-"), strings.Trim(str(m.Reason), "-"), strings.Trim(str(m.Other.Reason), "-"))
		}
	}
	t.Logf("right %d of %d", right, total)
	if testing.Verbose() {
		for i, tab := range tables {
			for _, r := range tab.Repairs {
				t.Logf("table %d %s row %d col %d %.3f from %s %s", i, r.Code, r.Row, r.Col, r.Confidence, r.From, r.Detail)
			}
		}
	}
}

// sameInk fails where a letter or digit was lost or made.
func sameInk(t testing.TB, in, out *document.Document) {
	t.Helper()
	a, b := in.Ink(), out.Ink()
	for r, n := range a {
		if b[r] != n {
			t.Fatalf("ink: %q stands %d times, was %d", r, b[r], n)
		}
	}
	for r, n := range b {
		if a[r] != n {
			t.Fatalf("ink: %q stands %d times, was %d", r, n, a[r])
		}
	}
}
