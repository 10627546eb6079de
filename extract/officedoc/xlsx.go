package officedoc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"zvit/extract/document"
)

// Excel's own limits are 1 048 576 rows and 16 384 columns; these are for what
// is filled.
const (
	maxSheetRows    = 1 << 20
	maxSheetColumns = 4096
)

// readXLSX reads a workbook sheet by sheet, each in one pass. Cells hold what
// the sheet shows, numbers as Ukrainian settings show them.
func readXLSX(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	if err := fits(data, opts); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		Password: opts.Password, UnzipSizeLimit: opts.maxUnpacked(),
		ShortDatePattern: "dd.mm.yyyy", LongDatePattern: "dd.mm.yyyy", LongTimePattern: "hh:mm:ss",
	})
	switch {
	case err != nil && encrypted(data): // no password, or a wrong one
		return nil, &document.Failure{Category: document.Encrypted, Op: "open the workbook", Err: err}
	case err != nil:
		return nil, damaged(ctx, "open the workbook", err)
	}
	defer f.Close() //nolint:errcheck // only temporary files are left to remove
	w := &workbook{ctx: ctx, file: f}
	titles := printTitles(f)
	shapes, err := readShapes(data, opts)
	if err != nil {
		return nil, failure("read the sheets' merged cells", err)
	}
	for i, sheet := range f.GetSheetList() {
		var shape sheetShape
		if i < len(shapes) {
			shape = shapes[i]
		}
		shape.titleRows = titles[sheet]
		if err := w.sheet(sheet, shape); err != nil {
			return nil, damaged(ctx, "read sheet "+strconv.Quote(sheet), err)
		}
	}
	return &w.doc, nil
}

func encrypted(data []byte) bool { return bytes.HasPrefix(data, []byte(oleMagic)) }

// fits refuses an archive that says itself that it unpacks to too much.
func fits(data []byte, opts Options) error {
	if encrypted(data) {
		return nil
	}
	a, err := openArchive(data, opts.maxUnpacked())
	if err != nil {
		return err
	}
	var size uint64
	for _, f := range a.files {
		size += f.UncompressedSize64
	}
	if size > uint64(opts.maxUnpacked()) { //nolint:gosec // never negative
		return &document.Failure{Category: document.TooLarge, Op: "open the workbook", Err: errBomb}
	}
	return nil
}

type workbook struct {
	blocks
	ctx  context.Context
	file *excelize.File
}

// srow is a row of a sheet with its filled cells.
type srow struct {
	number int // 1-based, as the sheet counts
	hidden bool
	cells  []scell
}

type scell struct {
	col  int // 0-based
	text string
}

// sheet reads the rows of a sheet and hands each run of rows between empty rows
// to region.
func (w *workbook) sheet(name string, shape sheetShape) error {
	shown, err := w.file.Rows(name)
	if err != nil {
		var notSheet excelize.ErrSheetNotExist
		if errors.As(err, &notSheet) || strings.Contains(err.Error(), "not a worksheet") {
			return nil // a chart sheet holds no cells
		}
		return fmt.Errorf("open the sheet: %w", err)
	}
	defer shown.Close() //nolint:errcheck // only a temporary file is left
	raw, err := w.file.Rows(name)
	if err != nil {
		return fmt.Errorf("open the sheet: %w", err)
	}
	defer raw.Close() //nolint:errcheck // only a temporary file is left
	var region []srow
	flush := func() {
		w.region(name, region, shape)
		region = nil
	}
	for n := 1; shown.Next() && raw.Next(); n++ {
		if n > maxSheetRows {
			w.problem(document.Truncated, "sheet %s has more than %d rows", name, maxSheetRows)
			break
		}
		if n%1024 == 0 && w.ctx.Err() != nil {
			return fmt.Errorf("read row %d: %w", n, w.ctx.Err())
		}
		texts, err := shown.Columns()
		if err != nil {
			return fmt.Errorf("read row %d: %w", n, err)
		}
		values, err := raw.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return fmt.Errorf("read row %d: %w", n, err)
		}
		row := srow{number: n, hidden: shown.GetRowOpts().Hidden}
		if len(texts) > maxSheetColumns {
			w.problem(document.Truncated, "sheet %s has more than %d columns", name, maxSheetColumns)
			texts = texts[:maxSheetColumns]
		}
		for i, text := range texts {
			value := ""
			if i < len(values) {
				value = values[i]
			}
			if text = strings.TrimSpace(ukrainian(text, value)); text != "" {
				row.cells = append(row.cells, scell{col: i, text: text})
			}
		}
		if len(row.cells) == 0 && !shape.covered(n) {
			flush()
			continue
		}
		region = append(region, row)
	}
	flush()
	if err := shown.Error(); err != nil {
		return fmt.Errorf("read the rows: %w", err)
	}
	return nil
}

// ukrainian returns a number's shown text as Ukrainian settings show it. The
// library shows "1,234.50" where the sheet of a council shows "1 234,50"; left
// as it is, "1,234" could be read as a decimal. A text cell is shown as it is
// stored, so it is never touched.
func ukrainian(shown, stored string) string {
	if shown == stored {
		return shown
	}
	if _, err := strconv.ParseFloat(stored, 64); err != nil {
		return shown
	}
	digits := 0
	for i := range len(shown) {
		switch c := shown[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '-' && i > 0: // a date
			return shown
		case strings.IndexByte(",.-()% ", c) < 0 && c < 0x80:
			return shown
		}
	}
	if digits == 0 || strings.Count(shown, ".") > 1 {
		return shown
	}
	return strings.NewReplacer(",", "\u00a0", ".", ",").Replace(shown)
}

// printTitles returns, for each sheet, the rows that are printed on every page:
// its header (ECMA-376 part 1, 18.2.5, _xlnm.Print_Titles).
func printTitles(f *excelize.File) map[string][2]int {
	titles := map[string][2]int{}
	for _, name := range f.GetDefinedName() {
		if name.Name != "_xlnm.Print_Titles" {
			continue
		}
		for ref := range strings.SplitSeq(name.RefersTo, ",") {
			at := strings.LastIndexByte(ref, '!')
			if at < 0 {
				continue
			}
			sheet := strings.ReplaceAll(strings.Trim(ref[:at], "'"), "''", "'")
			var from, to int
			if _, err := fmt.Sscanf(ref[at+1:], "$%d:$%d", &from, &to); err == nil && from <= to {
				titles[sheet] = [2]int{from, to}
			}
		}
	}
	return titles
}
