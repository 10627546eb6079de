package export

import (
	"encoding/csv"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"zvit/store"
)

func dayAfter(days int64) time.Time { return time.Unix(days*24*60*60, 0).UTC() }

func microMoment(micros int64) time.Time { return time.UnixMicro(micros).UTC() }

func TestXLSX(t *testing.T) {
	db, path := archive(t)
	out := filepath.Join(t.TempDir(), "book.xlsx")
	written(t, db, path, XLSX, out)
	book, err := excelize.OpenFile(out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got, want := len(book.GetSheetList()), len(store.AllViews()); got != want {
		t.Errorf("%d sheets for %d views", got, want)
	}
	for _, v := range store.AllViews() {
		if panes, err := book.GetPanes(v.Name); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the header is not frozen: %+v, %v", v.Name, panes, err)
		}
		rows, err := book.GetRows(v.Name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		want := rowsOf(t, db, v.Name)
		if len(rows) != len(want)+1 {
			t.Fatalf("%s: %d rows, want %d", v.Name, len(rows)-1, len(want))
		}
		for i, c := range v.Columns {
			if rows[0][i] != c.Name {
				t.Errorf("%s: column %d is %s, want %s", v.Name, i, rows[0][i], c.Name)
			}
			for n, w := range want {
				got := ""
				if i < len(rows[n+1]) {
					got = rows[n+1][i]
				}
				checkCell(t, book, v, i, n, got, w[i])
			}
		}
	}
}

// checkCell compares a cell with the view's value: its text and its type.
func checkCell(t *testing.T, book *excelize.File, v store.View, i, n int, got string, want any) {
	t.Helper()
	name, err := excelize.CoordinatesToCellName(i+1, n+2)
	if err != nil {
		t.Fatal(err)
	}
	kind := kindOf(v.Columns[i])
	typ, err := book.GetCellType(v.Name, name)
	if err != nil {
		t.Fatal(err)
	}
	isNumber := typ == excelize.CellTypeNumber || typ == excelize.CellTypeUnset
	same := false
	switch w := want.(type) {
	case nil:
		same = got == ""
	case int64:
		same = got == strconv.FormatInt(w, 10) && isNumber == (w <= sheetExact && w >= -sheetExact)
	case float64:
		f, err := strconv.ParseFloat(got, 64)
		same = err == nil && math.Abs(f-w) <= 1e-14*math.Abs(w) && isNumber // 15 digits
	case string:
		switch kind {
		case kindDate, kindTime:
			serial, err := strconv.ParseFloat(got, 64)
			if err != nil {
				break
			}
			at, err := excelize.ExcelDateToTime(serial, false)
			layout := time.DateOnly
			if kind == kindTime {
				layout = time.RFC3339
			}
			same = err == nil && at.Round(time.Second).Format(layout) == w && isNumber
		case kindDecimal:
			a, errA := strconv.ParseFloat(got, 64)
			b, errB := strconv.ParseFloat(w, 64)
			same = errA == nil && errB == nil && a == b && isNumber
		default:
			// XML has one end of line.
			same = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(got) == strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(w) && !isNumber
		}
	}
	if !same {
		t.Errorf("%s %s %s: %q (type %d), want %#v", v.Name, v.Columns[i].Name, name, got, typ, want)
	}
}

// TestLibreOfficeReadsTheSame: rows and sums of money of every sheet.
func TestLibreOfficeReadsTheSame(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	if testing.Short() {
		t.Skip("it takes seconds to start")
	}
	db, path := archive(t)
	dir := t.TempDir()
	written(t, db, path, XLSX, filepath.Join(dir, "book.xlsx"))
	out, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
		"--outdir", dir, filepath.Join(dir, "book.xlsx")).CombinedOutput()
	files, _ := filepath.Glob(filepath.Join(dir, "book-*.csv"))
	if err == nil && len(files) == 0 {
		t.Skipf("LibreOffice has no Calc here: %s", out)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, v := range store.AllViews() {
		f, err := os.Open(filepath.Join(dir, "book-"+v.Name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		want := rowsOf(t, db, v.Name)
		if len(rows) != len(want)+1 {
			t.Errorf("%s: %d rows, want %d", v.Name, len(rows)-1, len(want))
			continue
		}
		for i, c := range v.Columns {
			if c.Type != store.TypeMoney {
				continue
			}
			for n, w := range want {
				s, err := plain(w[i])
				if err != nil || rows[n+1][i] != s {
					t.Errorf("%s %s, row %d: %s, want %s", v.Name, c.Name, n, rows[n+1][i], s)
				}
			}
		}
	}
}

// TestSheetGoesOn: a view of more rows than a sheet has goes on in the next.
func TestSheetGoesOn(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	s := &sheetRowsOf{book: book, view: store.View{Name: "v", Columns: []store.Column{{Name: "n", Type: store.TypeInteger}}}, most: 3}
	for n := range 5 {
		if err := s.row([]any{int64(n)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.end(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, sheet := range book.GetSheetList()[1:] {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			got = append(got, sheet+" "+r[0])
		}
	}
	if want := "v n|v 0|v 1|v 2 n|v 2 2|v 2 3|v 3 n|v 3 4"; strings.Join(got, "|") != want {
		t.Errorf("got %s", strings.Join(got, "|"))
	}
}

// TestLongText is cut to what a cell holds, between letters, and counted.
func TestLongText(t *testing.T) {
	s := &sheetRowsOf{}
	for _, tc := range []struct {
		text string
		cut  int64
	}{
		{strings.Repeat("й", cellUnits), 0},
		{strings.Repeat("й", cellUnits+1), 1},
		{strings.Repeat("\U0001F4C4", cellUnits), 1},
		{strings.Repeat("\U0001F4C4", cellUnits/2), 0},
	} {
		s.cut = 0
		got := s.fitting(tc.text)
		if s.cut != tc.cut {
			t.Errorf("%d letters: %d cut, want %d", len([]rune(tc.text)), s.cut, tc.cut)
		}
		if tc.cut == 0 && got != tc.text {
			t.Error("a text that fits was changed")
		}
		if tc.cut > 0 && (!strings.HasSuffix(got, "…") || strings.ContainsRune(got, '\uFFFD') || !strings.HasPrefix(tc.text, strings.TrimSuffix(got, "…"))) {
			t.Error("the text was cut wrongly")
		}
	}
}
