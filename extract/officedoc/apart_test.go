package officedoc

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"zvit/extract/document"
)

func TestSheetLayouts(t *testing.T) {
	for _, tt := range []struct {
		name string
		fill func(f *excelize.File)
		want []string
	}{
		{
			"two tables side by side",
			func(f *excelize.File) {
				set(f, 1, "№", "Захід", "План", nil, "№ з/п", "Показник", "Факт")
				set(f, 2, 1, "Ремонт", 10, nil, 1, "Довжина", 5)
				set(f, 3, 2, "Освітлення", 20, nil, 2, "Кількість", 6)
				set(f, 4, nil, "Разом", 30)
			},
			[]string{"| № | Захід | План", "| 1 | Ремонт | 10", "| 2 | Освітлення | 20", "|  | Разом | 30", "| № з/п | Показник | Факт", "| 1 | Довжина | 5", "| 2 | Кількість | 6"},
		},
		{
			"an empty column inside one table",
			func(f *excelize.File) {
				set(f, 1, "№", "Захід", nil, "План", "Факт")
				set(f, 2, 1, "Ремонт", nil, 10, 9)
			},
			[]string{"| № | Захід |  | План | Факт", "| 1 | Ремонт |  | 10 | 9"},
		},
		{
			"a title beside the unit of the table below",
			func(f *excelize.File) {
				set(f, 1, "Звіт за 2023 рік", nil, nil, "(тис. грн)")
				set(f, 2, "№", "Захід", "План", "Факт")
				set(f, 3, 1, "Ремонт", 10, 9)
			},
			[]string{"text Звіт за 2023 рік", "text (тис. грн)", "| № | Захід | План | Факт", "| 1 | Ремонт | 10 | 9"},
		},
		{
			"a heading of two levels stays in its table",
			func(f *excelize.File) {
				set(f, 1, "Захід", "тис. грн")
				_ = f.MergeCell("Sheet1", "A1", "A2")
				_ = f.MergeCell("Sheet1", "B1", "D1")
				set(f, 2, nil, "план", "факт", "різниця")
				set(f, 3, "Ремонт", 10, 9, 1)
			},
			[]string{"| Захід | тис. грн | < | <", "| ^ | план | факт | різниця", "| Ремонт | 10 | 9 | 1"},
		},
		{
			"hidden columns are kept apart, merged headings that reach out of them are not",
			func(f *excelize.File) {
				set(f, 1, "Захід", "Обсяг", nil, "Чернетка")
				_ = f.MergeCell("Sheet1", "B1", "C1")
				set(f, 2, "Ремонт", 8, 10, 7)
				set(f, 3, "Освітлення", nil, 20, 19)
				_ = f.SetColVisible("Sheet1", "B", false)
				_ = f.SetColVisible("Sheet1", "D", false)
			},
			[]string{"| Захід | Обсяг | <", "| Ремонт |  | 10", "| Освітлення |  | 20", "furniture Чернетка", "furniture 8\t7", "furniture 19"},
		},
		{
			"below zero in brackets",
			func(f *excelize.File) {
				set(f, 1, "Захід", "Різниця")
				set(f, 2, "Ремонт", -19.75)
				code := "#,##0.00_);(#,##0.00)"
				style, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
				_ = f.SetCellStyle("Sheet1", "B2", "B2", style)
			},
			[]string{"| Захід | Різниця", "| Ремонт | (19,75)"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := read(t, xlsxOf(t, tt.fill), document.XLSX)
			if d := cmp.Diff(tt.want, outline(doc)); d != "" {
				t.Error(d)
			}
			if tt.name != "below zero in brackets" {
				return
			}
			if got := doc.Blocks[0].(*document.Table).Rows[1].Cells[1].Parts[0].Exact; got != "-19.75" {
				t.Errorf("exactly %q", got)
			}
		})
	}
}
