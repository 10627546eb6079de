package officedoc

import (
	"bytes"
	"context"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"zvit/extract/document"
)

func xlsxOf(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// set fills a row of the first sheet from column A; nil leaves a cell empty.
func set(f *excelize.File, row int, values ...any) {
	for i, v := range values {
		if v != nil {
			cell, _ := excelize.CoordinatesToCellName(i+1, row)
			_ = f.SetCellValue("Sheet1", cell, v)
		}
	}
}

func TestXLSXReport(t *testing.T) {
	data := xlsxOf(t, func(f *excelize.File) {
		set(f, 1, "Звіт про виконання програми")
		_ = f.MergeCell("Sheet1", "A1", "D1")
		set(f, 2, nil, nil, nil, "тис. грн")
		set(f, 3, "№", "Захід", "Обсяг")
		_ = f.MergeCell("Sheet1", "A3", "A4")
		_ = f.MergeCell("Sheet1", "B3", "B4")
		_ = f.MergeCell("Sheet1", "C3", "D3")
		set(f, 4, nil, nil, "план", "факт")
		set(f, 5, "РОЗДІЛ 1")
		set(f, 6, 1, "Ремонт", 1234.5, 99.25)
		set(f, 7, 2, "Освітлення", 140138, nil)
		grouped, _ := f.NewStyle(&excelize.Style{NumFmt: 4}) // #,##0.00
		_ = f.SetCellStyle("Sheet1", "C6", "C6", grouped)
		whole, _ := f.NewStyle(&excelize.Style{NumFmt: 3}) // #,##0
		_ = f.SetCellStyle("Sheet1", "C7", "C7", whole)
		_ = f.SetRowVisible("Sheet1", 7, false)
		set(f, 9, "Начальник", nil, "О. Коваль")
		_, _ = f.NewSheet("Додаток")
		_ = f.SetCellValue("Додаток", "B2", "примітка")
	})
	doc := read(t, data, document.XLSX)
	want := []string{
		"text Звіт про виконання програми", "text тис. грн",
		"| № | Захід | Обсяг | <", "| ^ | ^ | план | факт", "| РОЗДІЛ 1 |  |  | ",
		"| 1 | Ремонт | 1\u00a0234,50 | 99,25", "| 2 | Освітлення | 140\u00a0138 | ",
		"text Начальник", "text О. Коваль", "text примітка",
	}
	if d := cmp.Diff(want, outline(doc)); d != "" {
		t.Error(d)
	}
	table := doc.Blocks[2].(*document.Table)
	if !table.Rows[4].Hidden || table.Rows[3].Hidden {
		t.Error("the hidden row is not marked, or another is")
	}
	if at := table.Rows[3].Cells[1].Parts[0].Place; at.Sheet != "Sheet1" || at.Line != 6 || at.Cell != 2 {
		t.Errorf("place %v", at)
	}
}

func TestXLSXPrintTitles(t *testing.T) {
	data := xlsxOf(t, func(f *excelize.File) {
		set(f, 1, "Захід", "Сума")
		set(f, 2, "а", 1)
		_ = f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "Sheet1!$1:$1", Scope: "Sheet1"})
	})
	if got := read(t, data, document.XLSX).Blocks[0].(*document.Table).HeaderRows; got != 1 {
		t.Errorf("%d header rows", got)
	}
}

func TestXLSXDamage(t *testing.T) {
	whole := xlsxOf(t, func(f *excelize.File) { set(f, 1, "а", "б") })
	secret := func() []byte {
		f := excelize.NewFile()
		set(f, 1, "а", "б")
		var b bytes.Buffer
		if err := f.Write(&b, excelize.Options{Password: "ключ"}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}()
	for name, tt := range map[string]struct {
		data []byte
		want document.Category
	}{
		"cut":      {whole[:len(whole)/2], document.Damaged},
		"empty":    {xlsxOf(t, func(*excelize.File) {}), document.Empty},
		"password": {secret, document.Encrypted},
	} {
		_, err := Read(context.Background(), tt.data, document.XLSX, Options{})
		if got := document.CategoryOf(err); got != tt.want {
			t.Errorf("%s: category %s of %v, want %s", name, got, err, tt.want)
		}
	}
	if _, err := Read(context.Background(), whole, document.XLSX, Options{MaxUnpacked: 100}); document.CategoryOf(err) != document.TooLarge {
		t.Errorf("bomb: %v", err)
	}
	doc, err := Read(context.Background(), secret, document.XLSX, Options{Password: "ключ"})
	if err != nil || len(doc.Blocks) == 0 {
		t.Errorf("with its password: %v", err)
	}
}

// peak returns the bytes of heap in use after f, with garbage collected often.
func peak(f func()) uint64 {
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	var most uint64
	done := make(chan struct{})
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
			select {
			case <-done:
				return
			default:
				runtime.Gosched()
			}
		}
	}()
	f()
	close(done)
	<-stopped
	return most
}

func TestFiftyThousandRows(t *testing.T) {
	const rows = 50_000
	limit := uint64(200 << 20)
	x := func() []byte {
		f := excelize.NewFile()
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := w.SetRow(cell, []any{i, "Поточний ремонт мережі", 12.5, 13.25}); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}()
	row := `<w:tr>` + tc(p("1")) + tc(p("Поточний ремонт мережі")) + tc(p("12,5")) + tc(p("13,25")) + `</w:tr>`
	d := docxOf(t, `<w:tbl>`+strings.Repeat(row, rows)+`</w:tbl>`)
	for _, tt := range []struct {
		format document.Format
		data   []byte
	}{{document.XLSX, x}, {document.DOCX, d}} {
		runtime.GC()
		var doc *document.Document
		used := peak(func() { doc = read(t, tt.data, tt.format) })
		if got := len(doc.Blocks[0].(*document.Table).Rows); got != rows {
			t.Errorf("%s: %d rows", tt.format, got)
		}
		t.Logf("%s: %d MB at the peak", tt.format, used>>20)
		if used > limit {
			t.Errorf("%s: %d bytes at the peak, want under %d", tt.format, used, limit)
		}
	}
}

func FuzzXLSX(f *testing.F) {
	seed := xlsxOf(f, func(x *excelize.File) { set(x, 1, "а", 1); set(x, 2, "б", 2.5) })
	f.Add(seed)
	f.Add(seed[:len(seed)-30])
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		_, _ = Read(ctx, data, document.XLSX, Options{MaxUnpacked: 4 << 20}) // must not panic
	})
}

// The older formats come out as their DOCX and XLSX do.
func TestThroughLibreOffice(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("LibreOffice is not installed; TestWithoutLibreOffice tests what is said then")
	}
	rtf := `{\rtf1\ansi\ansicpg1251 {\b \u1047?\u1074?\u1110?\u1090?\par}\trowd\cellx2000\cellx4000 \intbl A1\cell 12,5\cell\row\trowd\cellx2000\cellx4000 \intbl B2\cell 13,5\cell\row}`
	doc := read(t, []byte(rtf), document.Office)
	want := []string{"text Звіт", "| A1 | 12,5", "| B2 | 13,5"}
	if d := cmp.Diff(want, outline(doc)); d != "" {
		t.Error(d)
	}
}

// Without LibreOffice the message names what to install.
func TestWithoutLibreOffice(t *testing.T) {
	t.Setenv("PATH", filepath.Join(t.TempDir(), "nothing"))
	_, err := Read(context.Background(), []byte(`{\rtf1 x}`), document.Office, Options{})
	if document.CategoryOf(err) != document.MissingProgram || !strings.Contains(err.Error(), "libreoffice") {
		t.Errorf("without LibreOffice: %v", err)
	}
}
