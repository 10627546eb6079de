package extract_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zvit/extract"
	"zvit/extract/record"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestCases reads the documents of testdata/cases that have golden records beside
// them, and compares what is recognised, record by record.
func TestCases(t *testing.T) {
	documents, err := filepath.Glob("../testdata/cases/*/*/document.*")
	if err != nil || len(documents) == 0 {
		t.Fatalf("no case documents: %v", err)
	}
	for _, path := range documents {
		name := filepath.Base(filepath.Dir(path))
		t.Run(filepath.Base(filepath.Dir(filepath.Dir(path)))+"/"+name, func(t *testing.T) {
			res, err := extract.ReadFile(context.Background(), path, extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for _, r := range res.Reports {
				dump(&b, r)
			}
			golden := filepath.Join(filepath.Dir(path), "records.golden")
			if *update {
				if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			got, expected := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
			for i := range max(len(got), len(expected)) {
				switch {
				case i >= len(got):
					t.Fatalf("line %d: nothing, want %q", i+1, expected[i])
				case i >= len(expected):
					t.Fatalf("line %d: %q, want nothing", i+1, got[i])
				case got[i] != expected[i]:
					t.Fatalf("line %d:\n got  %q\n want %q", i+1, got[i], expected[i])
				}
			}
		})
	}
}

// dump writes a report's records as text, in their order.
func dump(b *strings.Builder, r *record.Report) {
	fmt.Fprintf(b, "report %s\n", r.Kind)
	for _, f := range [][2]string{
		{"title", r.Title},
		{"programme", r.Programme},
		{"authority", r.Authority},
		{"responsible", r.Responsible},
		{"period", strings.TrimSpace(r.PeriodFrom + " " + r.PeriodTo)},
		{"signer", strings.TrimSpace(r.Signer + " " + r.SignerPosition)},
	} {
		if f[1] != "" {
			fmt.Fprintf(b, "  %s: %s\n", f[0], f[1])
		}
	}
	for _, d := range r.Decisions {
		fmt.Fprintf(b, "  decision %s %s %s\n", d.Role, d.DecidedOn, d.Number)
	}
	for _, c := range r.Codes {
		fmt.Fprintf(b, "  code %s %s %v\n", c.Kind, c.Code, c.Valid)
	}
	for _, t := range r.Tables {
		fmt.Fprintf(b, "  table %d %s\n", t.Ordinal, t.Form)
	}
	amounts := func(id string) {
		for _, a := range r.Amounts {
			if a.SubjectID != id {
				continue
			}
			s := said(&a, nearest(r, &a))
			if a.Label != "" {
				s += " «" + a.Label + "»"
			}
			fmt.Fprintf(b, "    %s\n", s)
		}
	}
	amounts(r.ID)
	for _, m := range r.Measures {
		fmt.Fprintf(b, "  measure %s %s | %s | %s\n", m.Number, m.Task, m.Measure, m.Executor)
		amounts(m.ID)
	}
	for _, m := range r.Indicators {
		fmt.Fprintf(b, "  indicator %s %s | %s | %s | %s | %s\n", m.Section, m.Name, m.Unit, m.PlannedValue, m.ActualValue, m.Reason)
		amounts(m.ID)
	}
	for _, l := range r.Lines {
		mark := ""
		if l.IsTotal {
			mark = " total"
		}
		if l.PartOf != "" {
			mark += " part"
		}
		fmt.Fprintf(b, "  line %d %s %s%s\n", l.Level, l.Code, l.Name, mark)
		amounts(l.ID)
	}
	for _, a := range r.Amounts {
		if a.Subject == record.SubjectProse {
			fmt.Fprintf(b, "  prose %s «%s»\n", said(&a, nearest(r, &a)), a.Label)
		}
	}
	for _, f := range r.Findings {
		fmt.Fprintf(b, "  finding %s %v\n", f.Code, f.Args)
	}
}
