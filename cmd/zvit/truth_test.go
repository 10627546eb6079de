package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"zvit/cmd/zvit/messages"
	"zvit/store"
)

// truth is what a person derived from a report by hand: truth.json beside it.
type truth struct {
	Source struct {
		Path   string `json:"path"`
		SHA256 string `json:"sha256"`
	} `json:"source"`
	Reports  []truthReport `json:"reports"`
	Findings []struct {
		Report     string `json:"report"`
		Code       string `json:"code"`
		Difference *int64 `json:"difference_kopecks"`
		Why        string `json:"why"`
	} `json:"findings"`
}

type truthReport struct {
	ID       string `json:"id"`
	Kind     string `json:"kind"`
	Metadata []struct {
		Field string `json:"field"`
		Value string `json:"value"`
	} `json:"metadata"`
	Declared []struct {
		Key      string `json:"key"`
		Raw      string `json:"raw"`
		TrueUnit string `json:"true_unit"`
		Kopecks  int64  `json:"value_kopecks"`
	} `json:"declared"`
	Measures []struct {
		No, Task, Measure, Executor, Info any
		Planned, Actual                   *truthAmount
		Annual                            *truthAmount `json:"planned_per_year"`
	} `json:"measures"`
	Indicators []struct {
		Section, Name      string
		Unit, Reason, Done any
		Note               string `json:"actual_note"`
		// Alternative is the other reading that a careful person would accept.
		Alternative     *struct{ Reason, Done string } `json:"alternative_alignment"`
		Planned, Actual *truthAmount
	} `json:"indicators"`
}

type truthAmount struct {
	Raw      string `json:"raw"`
	TrueUnit string `json:"true_unit"`
	Kopecks  int64  `json:"value_kopecks"`
}

// TestTruth ingests every report that has a truth beside it and compares the
// views with it, field by field. Texts are compared without white space.
func TestTruth(t *testing.T) {
	n := 0
	err := filepath.WalkDir("../../testdata/cases", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != "truth.json" {
			return err
		}
		n++
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) { compareTruth(t, path) })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n == 0 {
		t.Fatal("no truth.json under testdata/cases")
	}
}

func compareTruth(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var want truth
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	c := &comparison{t: t, db: ingested(t, filepath.Join(filepath.Dir(path), want.Source.Path))}
	reports := c.rows("SELECT r.* FROM reports r JOIN documents d USING (document_id) WHERE d.sha256 = ? ORDER BY r.ordinal", want.Source.SHA256)
	if len(reports) != len(want.Reports) {
		t.Fatalf("%d reports, want %d", len(reports), len(want.Reports))
	}
	ids := map[string]string{}
	for i, w := range want.Reports {
		ids[w.ID] = str(reports[i]["report_id"])
		c.report(w, reports[i])
	}
	for _, f := range want.Findings {
		got := c.rows("SELECT finding_id FROM findings WHERE report_id = ? AND code = ? AND (? IS NULL OR abs(difference_kopecks) = ?)",
			ids[f.Report], f.Code, f.Difference, f.Difference)
		c.same("finding: "+f.Why, len(got), 1)
	}
	t.Logf("right %d of %d", c.right, c.total)
}

// ingested returns a database with the document.
func ingested(t testing.TB, path string) *store.DB {
	t.Helper()
	var stderr strings.Builder
	e := &env{stdout: &strings.Builder{}, stderr: &stderr, say: messages.New(messages.English)}
	file := filepath.Join(t.TempDir(), "truth.db")
	if err := runIngest(context.Background(), e, ingestOptions{db: file, jobs: 1, paths: []string{path}}); err != nil {
		t.Fatalf("ingest: %v\n%s", err, stderr.String())
	}
	db, err := store.OpenReadOnly(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeQuietly(db) })
	return db
}

type comparison struct {
	t            *testing.T
	db           *store.DB
	right, total int
}

func (c *comparison) same(what string, got, want any) {
	c.t.Helper()
	c.total++
	if fmt.Sprint(got) == fmt.Sprint(want) {
		c.right++
		return
	}
	c.t.Errorf("%s: got %v, want %v", what, got, want)
}

func (c *comparison) rows(sql string, args ...any) []map[string]any {
	c.t.Helper()
	list, err := queryObjects(context.Background(), c.db, sql, args...)
	if err != nil {
		c.t.Fatalf("%s: %v", sql, err)
	}
	rows := make([]map[string]any, len(list))
	for i, o := range list {
		rows[i] = map[string]any{}
		for _, m := range o {
			rows[i][m.name] = m.value
		}
	}
	return rows
}

// str is a value as text; absent is empty.
func str(v any) string {
	if v == nil {
		return ""
	}
	return plain(v)
}

// tight takes the white space out.
func tight(v any) string { return strings.Join(strings.Fields(str(v)), "") }

// bare is tight, without a mark of absence.
func bare(v any) string { return strings.Trim(tight(v), "-") }

func (c *comparison) report(w truthReport, got map[string]any) {
	c.t.Helper()
	id := str(got["report_id"])
	kind := w.Kind
	if kind == "" {
		kind = "programme_final"
	}
	c.same(w.ID+" kind", got["kind"], kind)
	var decisions []string
	for _, d := range c.rows("SELECT role, decided_on, number FROM decisions WHERE report_id = ?", id) {
		decisions = append(decisions, fmt.Sprintf("%s %s №%s", str(d["role"]), str(d["decided_on"]), str(d["number"])))
	}
	roles := map[string]string{
		"approval": "approves", "amendment": "amends", "successor_decision": "succeeds",
		"repealed_decision": "repealed", "approval_conflict": "mentions",
	}
	for _, m := range w.Metadata {
		if role := roles[m.Field]; role != "" {
			found := 0
			for _, d := range decisions {
				if d == role+" "+m.Value {
					found = 1
				}
			}
			c.same(fmt.Sprintf("%s decision %s %s in %q", w.ID, role, m.Value, decisions), found, 1)
			continue
		}
		c.same(w.ID+" "+m.Field, strings.ToLower(tight(got[m.Field])), strings.ToLower(tight(m.Value)))
	}
	for _, d := range w.Declared {
		role, year, _ := strings.Cut(d.Key, "_")
		if role == "plan" {
			role = "planned"
		}
		var y any
		if n, err := strconv.Atoi(year); err == nil {
			y = n
		}
		c.amount(w.ID+" declared "+d.Key,
			c.rows("SELECT * FROM amounts WHERE report_id = ? AND subject = 'report' AND role = ? AND year IS ?", id, role, y),
			&truthAmount{d.Raw, d.TrueUnit, d.Kopecks})
	}
	c.measures(w, id)
	c.indicators(w, id)
}

func (c *comparison) amount(what string, got []map[string]any, want *truthAmount) {
	c.t.Helper()
	if len(got) != 1 {
		c.same(what+": amounts", len(got), 1)
		return
	}
	c.same(what, got[0]["kopecks"], want.Kopecks)
	c.same(what+" as printed", tight(got[0]["printed"]), tight(want.Raw))
	if want.TrueUnit != "" && want.Kopecks != 0 { // Zero has no unit.
		c.same(what+" unit", got[0]["settled_unit"], want.TrueUnit)
	}
	c.same(what+" doubtful", got[0]["doubtful"], 0)
}

func (c *comparison) measures(w truthReport, id string) {
	c.t.Helper()
	got := c.rows("SELECT * FROM measures WHERE report_id = ? ORDER BY ordinal", id)
	c.same(w.ID+" measures", len(got), len(w.Measures))
	for i, m := range w.Measures {
		if i >= len(got) {
			return
		}
		g, what := got[i], fmt.Sprintf("%s measure %v", w.ID, m.No)
		c.same(what+" number", str(g["number"]), fmt.Sprint(m.No))
		c.same(what+" task", tight(g["task"]), tight(m.Task))
		c.same(what+" measure", tight(g["measure"]), tight(m.Measure))
		c.same(what+" executor", tight(g["executor"]), tight(m.Executor))
		c.same(what+" information", tight(g["information"]), tight(m.Info))
		for _, x := range []struct {
			role string
			want *truthAmount
		}{{"planned", m.Planned}, {"annual", m.Annual}, {"actual", m.Actual}} {
			if x.want == nil {
				continue
			}
			c.amount(what+" "+x.role, c.rows("SELECT * FROM amounts WHERE subject = 'measure' AND subject_id = ? AND role = ?", g["measure_id"], x.role), x.want)
			if x.role != "annual" {
				c.same(what+" whole "+x.role, g[x.role+"_kopecks"], x.want.Kopecks)
			}
		}
	}
}

func (c *comparison) indicators(w truthReport, id string) {
	c.t.Helper()
	got := c.rows("SELECT * FROM indicators WHERE report_id = ? ORDER BY ordinal", id)
	c.same(w.ID+" indicators", len(got), len(w.Indicators))
	for i, x := range w.Indicators {
		if i >= len(got) {
			return
		}
		g, what := got[i], fmt.Sprintf("%s indicator %s %d", w.ID, x.Section, i+1)
		c.same(what+" section", g["section"], x.Section)
		c.same(what+" name", tight(g["name"]), tight(x.Name))
		c.same(what+" unit", tight(g["unit"]), tight(x.Unit))
		if a := x.Alternative; a != nil && tight(g["actual_note"]) == "" {
			x.Note, x.Reason, x.Done = "", a.Reason, a.Done
		}
		c.same(what+" reason", bare(g["reason"]), bare(x.Reason))
		c.same(what+" remedy", bare(g["remedy"]), bare(x.Done))
		c.same(what+" note", tight(g["actual_note"]), tight(x.Note))
		for _, a := range []struct {
			role string
			want *truthAmount
		}{{"planned", x.Planned}, {"actual", x.Actual}} {
			raw := ""
			if a.want != nil {
				raw = a.want.Raw
			}
			c.same(what+" "+a.role, tight(g[a.role+"_printed"]), tight(raw))
			if a.want != nil && a.want.Kopecks != 0 {
				money := c.rows("SELECT * FROM amounts WHERE subject = 'indicator' AND subject_id = ? AND role = ?", g["indicator_id"], a.role)
				c.amount(what+" money "+a.role, money, a.want)
				for _, m := range money {
					c.same(what+" repeats a measure's money "+a.role, m["same_as"] != nil, true)
				}
			}
		}
	}
}
