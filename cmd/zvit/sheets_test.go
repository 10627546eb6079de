package main

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"zvit/extract"
	"zvit/extract/record"
	"zvit/normalize"
)

// sheetOf writes a measures report as a workbook: rows of a number, a name, a
// plan and an actual, under a unit line, money in a format; it returns its path.
func sheetOf(t *testing.T, unit, format string, rows [][4]any) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	put := func(row int, values ...any) {
		for i, v := range values {
			cell, _ := excelize.CoordinatesToCellName(i+1, row)
			if s, ok := v.(string); ok && len(s) > 1 && s[0] == '=' {
				_ = f.SetCellFormula("Sheet1", cell, s)
			} else {
				_ = f.SetCellValue("Sheet1", cell, v)
			}
		}
	}
	put(1, "Звіт про виконання Програми благоустрою Вербівської громади за 2023 рік")
	if unit != "" {
		put(3, nil, nil, nil, unit)
	}
	put(4, "№ з/п", "Зміст заходу", "Обсяг фінансування", "Фактично профінансовано")
	for i, r := range rows {
		put(5+i, r[0], r[1], r[2], r[3])
	}
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	last, _ := excelize.CoordinatesToCellName(4, 4+len(rows))
	_ = f.SetCellStyle("Sheet1", "C5", last, style)
	path := filepath.Join(t.TempDir(), "звіт.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func settledSheet(t *testing.T, path string) []*record.Report {
	t.Helper()
	res, err := extract.ReadFile(context.Background(), path, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := normalize.Settle(context.Background(), res.Reports, nil); err != nil {
		t.Fatal(err)
	}
	return res.Reports
}

// Whatever a sheet shows, the kopecks are those of the number that it holds.
func TestSheetMoney(t *testing.T) {
	thousands := [][4]any{
		{1.1, "Поточний ремонт дворових проїздів", 251.192, 249.871},
		{1.2, "Висаджування дерев і кущів", 1830.458, 1830.458},
		{2.1, "Утримання мереж зовнішнього освітлення", 940.007, 915.333},
		{2.2, "Облаштування дитячих майданчиків", 412.5, 0},
		{nil, "Разом", "=SUM(C5:C8)", "=SUM(D5:D8)"},
	}
	hryvnias := make([][4]any, len(thousands))
	for i, r := range thousands {
		hryvnias[i] = r
		for j := 2; j < 4; j++ {
			switch v := r[j].(type) {
			case float64:
				hryvnias[i][j] = v * 1000
			}
		}
	}
	for _, tt := range []struct {
		name, unit, format string
		rows               [][4]any
	}{
		{"two decimals of thousands", "тис. грн", "#,##0.00", thousands},
		{"one decimal", "тис. грн", "0.0", thousands},
		{"no format: a comma and three digits", "тис. грн", "General", thousands},
		{"the unit in the format", "", `#,##0.00" тис. грн"`, thousands},
		{"shown in thousands, kept in hryvnias", "тис. грн", "#,##0.0,", hryvnias},
		{"hryvnias without their kopecks", "грн", "#,##0", hryvnias},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reports := settledSheet(t, sheetOf(t, tt.unit, tt.format, tt.rows))
			if len(reports) != 1 || len(reports[0].Measures) != 4 {
				t.Fatalf("%d reports, %d measures", len(reports), len(reports[0].Measures))
			}
			want := [4][2]record.Kopecks{{25119200, 24987100}, {183045800, 183045800}, {94000700, 91533300}, {41250000, 0}}
			for i, m := range reports[0].Measures {
				if m.Planned == nil || m.Actual == nil || *m.Planned != want[i][0] || *m.Actual != want[i][1] {
					t.Errorf("%s: planned %v, actual %v; want %d", m.Number, str(m.Planned), str(m.Actual), want[i])
				}
				if want := [4]string{"1.1", "1.2", "2.1", "2.2"}[i]; m.Number != want {
					t.Errorf("number %q, want %q", m.Number, want)
				}
			}
			for _, a := range reports[0].Amounts {
				if a.IsTotal && a.Role == record.Planned && (a.Kopecks == nil || *a.Kopecks != 343415700) {
					t.Errorf("total %q: %v", a.Printed, a.Kopecks)
				}
				if a.Doubtful {
					t.Errorf("%q is doubtful: %s", a.Printed, a.Reason.EN)
				}
			}
			for _, f := range reports[0].Findings {
				if f.Severity == record.Serious {
					t.Errorf("%s: %s", f.Code, f.Message.EN)
				}
			}
		})
	}
}

// Settling again from what is stored, as a review does, gives the same kopecks.
func TestSheetStored(t *testing.T) {
	path := sheetOf(t, "тис. грн", "#,##0.00", [][4]any{
		{1, "Поточний ремонт дворових проїздів", 251.192, 249.871},
		{2, "Висаджування дерев і кущів", 1830.458, 1830.458},
		{nil, "Разом", 2081.65, 2080.329},
	})
	reports := settledSheet(t, path)
	db := ingested(t, path)
	stored, err := db.Reports(context.Background(), reports[0].DocumentID)
	if err != nil {
		t.Fatal(err)
	}
	if err := normalize.Settle(context.Background(), stored, nil); err != nil {
		t.Fatal(err)
	}
	exact := 0
	for i, a := range stored[0].Amounts {
		if w := reports[0].Amounts[i]; a.Exact != w.Exact || *a.Kopecks != *w.Kopecks {
			t.Errorf("%q: %q, %d; want %q, %d", a.Printed, a.Exact, *a.Kopecks, w.Exact, *w.Kopecks)
		}
		if a.Exact == "" {
			continue
		}
		exact++
		if len(a.Evidence) == 0 || a.Evidence[0].Kind != "stored_number" || a.Evidence[0].Text.UK == "" {
			t.Errorf("%q: the evidence does not say that it is rounded", a.Printed)
		}
	}
	if exact == 0 {
		t.Error("no amount is rounded")
	}
}
