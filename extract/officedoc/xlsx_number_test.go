package officedoc

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// cellOf reads a sheet of one cell with a value and a number format back.
func cellOf(t testing.TB, v any, format string) (text, exact string) {
	t.Helper()
	data := xlsxOf(t, func(f *excelize.File) {
		set(f, 1, "а", v)
		set(f, 2, "б", "в")
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		_ = f.SetCellStyle("Sheet1", "B1", "B1", style)
	})
	cells := read(t, data, document.XLSX).Blocks[0].(*document.Table).Rows[0].Cells
	if len(cells) < 2 || len(cells[1].Parts) == 0 {
		return "", ""
	}
	return cells[1].Parts[0].Text, cells[1].Parts[0].Exact
}

func TestNumberFormats(t *testing.T) {
	for _, tt := range []struct {
		value       any
		format      string
		text, exact string
	}{
		// Rounded for the eye: the number that the file holds goes along.
		{251.192, "#,##0.00", "251,19", "251.192"},
		{251.192, "0", "251", "251.192"},
		{0.04, "0.0", "0,0", "0.04"},
		{-251.192, "#,##0.0", "-251,2", "-251.192"},
		{7556.299999, "#,##0.00", "7\u00a0556,30", "7556.299999"},
		{0.1 + 0.2, "0.0", "0,3", ""}, // noise of the binary form
		{8106.070000000001, "#,##0.00", "8\u00a0106,07", ""},
		{1234567.8, "#,##0.00", "1\u00a0234\u00a0567,80", ""},
		{5, "0.00", "5,00", ""},
		// A comma and three digits could be a group; the file knows.
		{251.192, "General", "251,192", "251.192"},
		{251.192, "0.000", "251,192", "251.192"},
		{140138, "#,##0", "140\u00a0138", ""},
		{232.09, "General", "232,09", ""},
		{232.09, "@", "232,09", ""},
		// The words of a format, and the groups that people make with a space.
		{1234.56, `#,##0.0" тис. грн"`, "1\u00a0234,6 тис. грн", "1234.56"},
		{1234.5, `#,##0.00\ [$₴-422]`, "1\u00a0234,50 ₴", ""},
		{1234.5, `General" тис. грн"`, "1234,5 тис. грн", ""},
		{1234.5, `_-* #,##0.00\ _г_р_н_._-;\-* #,##0.00\ _г_р_н_._-;_-* "-"??\ _г_р_н_._-;_-@_-`, "1\u00a0234,50", ""},
		{1234567.5, `#\ ##0.00`, "1\u00a0234\u00a0567,50", ""},
		{251.5, `# ##0.00`, "251,50", ""},
		// Scaled: the number is in the unit that is shown.
		{1234567.89, "#,##0.0,", "1\u00a0234,6", "1234.56789"},
		{1234567890, `0.00,," млн"`, "1234,57 млн", "1234.56789"},
		{40, "#,##0.0,", "0,0", "0.04"},
		{1500, `[>=1000]#,##0.00," тис.";0`, "1,50 тис.", ""},
		// Percentages, dates, codes and texts are what they show.
		{0.96437, "0.0%", "96,4%", ""},
		{45291, "dd.mm.yyyy", "31.12.2023", ""},
		{45291, `[$-FC22]d mmmm yyyy" р.";@`, "31 грудня 2023 р.", ""},
		{45291, `d mmmm yyyy`, "31 грудня 2023", ""},
		{45017, `mmmm yyyy`, "квітень 2023", ""},
		{45047, `d-mmm-yy`, "1-травня-23", ""},
		{110170, "0000000", "0110170", ""},
		{"251.192", "General", "251.192", ""}, // typed with an apostrophe: a text
		{"1 234,50", "#,##0.00", "1 234,50", ""},
		// A format that shows nothing hides a number.
		{12.5, ";;;", "12,5", ""},
	} {
		text, exact := cellOf(t, tt.value, tt.format)
		if text != tt.text || exact != tt.exact {
			t.Errorf("%v in %q: %q, exactly %q; want %q, %q", tt.value, tt.format, text, exact, tt.text, tt.exact)
		}
	}
}

// Whatever a format rounds, the shown text and the number beside it say the
// number of the file to the kopeck of a million.
func TestNumbersKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kopecks := rapid.Int64Range(-1e13, 1e13).Draw(t, "kopecks")
		decimals := rapid.IntRange(0, 5).Draw(t, "decimals")
		format := rapid.SampledFrom([]string{"General", "0", "0.0", "#,##0.00", "#,##0.000"}).Draw(t, "format")
		n := wording.Numeral{Mantissa: kopecks, Decimals: decimals}
		value := strings.Replace(n.String(), ",", ".", 1)
		f := formats{formatOf(format)}
		shown := value // of the library: General
		if format != "General" {
			shown = libraryShows(value, format)
		}
		text, exact := f.show(shown, stored{number: true, value: value})
		if exact != "" {
			text = exact
		}
		got, ok := wording.ParseNumeral(text)
		if !ok || trimmed(got) != trimmed(n) {
			t.Fatalf("%s in %s: %q, exactly %q", value, format, text, exact)
		}
	})
}

// libraryShows rounds as the library does: "1,234.50".
func libraryShows(value, format string) string {
	_, places, _ := strings.Cut(format, ".")
	v, _ := strconv.ParseFloat(value, 64)
	s := strconv.FormatFloat(v, 'f', len(places), 64)
	for i := strings.IndexByte(s+".", '.') - 3; strings.Contains(format, ",") && i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func trimmed(n wording.Numeral) wording.Numeral {
	for n.Decimals > 0 && n.Mantissa%10 == 0 {
		n.Mantissa, n.Decimals = n.Mantissa/10, n.Decimals-1
	}
	n.Grouped = false
	return n
}

// One column is printed with one decimal sign, whatever its cells' formats.
func TestOneDecimalSign(t *testing.T) {
	data := xlsxOf(t, func(f *excelize.File) {
		set(f, 1, "Захід", "Сума")
		set(f, 2, "а", 232.09)
		set(f, 3, "б", 86.43)
		two, _ := f.NewStyle(&excelize.Style{NumFmt: 4})
		_ = f.SetCellStyle("Sheet1", "B3", "B3", two)
	})
	want := []string{"| Захід | Сума", "| а | 232,09", "| б | 86,43"}
	if d := cmp.Diff(want, outline(read(t, data, document.XLSX))); d != "" {
		t.Error(d)
	}
}

// A program that writes formulas without their values leaves them to the reader.
func TestFormulasWithoutValues(t *testing.T) {
	data := xlsxOf(t, func(f *excelize.File) {
		set(f, 1, "Захід", "Сума")
		set(f, 2, "а", 100.5)
		set(f, 3, "б", 99.25)
		set(f, 4, "Разом")
		_ = f.SetCellFormula("Sheet1", "B4", "SUM(B2:B3)")
		set(f, 5, "Інше")
		_ = f.SetCellFormula("Sheet1", "B5", "НЕВІДОМА(B2)")
	})
	want := []string{"| Захід | Сума", "| а | 100,5", "| б | 99,25", "| Разом | 199,75", "| Інше | =НЕВІДОМА(B2)"}
	if d := cmp.Diff(want, outline(read(t, data, document.XLSX))); d != "" {
		t.Error(d)
	}
}

// What a sheet hides is kept and marked.
func TestHiddenSheet(t *testing.T) {
	data := xlsxOf(t, func(f *excelize.File) {
		set(f, 1, "а", 1)
		_, _ = f.NewSheet("Чернетка")
		_ = f.SetCellValue("Чернетка", "A1", "примітка")
		_ = f.SetCellValue("Чернетка", "A3", "в")
		_ = f.SetCellValue("Чернетка", "B3", 2)
		_ = f.SetCellValue("Чернетка", "A4", "г")
		_ = f.SetCellValue("Чернетка", "B4", 3)
		_ = f.SetSheetVisible("Чернетка", false)
	})
	doc := read(t, data, document.XLSX)
	want := []string{"text а", "text 1", "furniture примітка", "| в | 2", "| г | 3"}
	if d := cmp.Diff(want, outline(doc)); d != "" {
		t.Error(d)
	}
	if !doc.Blocks[3].(*document.Table).Rows[1].Hidden {
		t.Error("a hidden sheet's row is not marked")
	}
}

// Remarks on cells and text boxes over them are text of the sheet.
func TestBesideTheCells(t *testing.T) {
	data := xlsxOf(t, func(f *excelize.File) {
		set(f, 3, "Захід", "Сума")
		set(f, 4, "Ремонт", 12.5)
		_ = f.AddComment("Sheet1", excelize.Comment{Cell: "B4", Author: "а", Paragraph: []excelize.RichTextRun{{Text: "у тисячах"}}})
		_ = f.AddShape("Sheet1", &excelize.Shape{Cell: "A1", Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "Звіт за 2023 рік"}}})
	})
	want := []string{"text Звіт за 2023 рік", "| Захід | Сума", "| Ремонт | 12,5", "furniture у тисячах"}
	if d := cmp.Diff(want, outline(read(t, data, document.XLSX))); d != "" {
		t.Error(d)
	}
}
