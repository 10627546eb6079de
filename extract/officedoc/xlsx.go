package officedoc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
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
	locked := encrypted(data)
	if locked {
		opened, err := excelize.Decrypt(data, &excelize.Options{Password: opts.Password})
		if err != nil { // no password, or a wrong one
			return nil, &document.Failure{Category: document.Encrypted, Op: "open the workbook", Err: err}
		}
		data = opened
	}
	if err := fits(data, opts); err != nil {
		if locked && document.CategoryOf(err) == document.Damaged {
			return nil, &document.Failure{Category: document.Encrypted, Op: "open the workbook", Err: err}
		}
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit:   opts.maxUnpacked(),
		ShortDatePattern: "dd.mm.yyyy", LongDatePattern: "dd.mm.yyyy", LongTimePattern: "hh:mm:ss",
	})
	if err != nil {
		return nil, damaged(ctx, "open the workbook", err)
	}
	defer f.Close() //nolint:errcheck // only temporary files are left to remove
	titles := printTitles(f)
	shapes, err := readShapes(data, opts)
	if err != nil {
		return nil, failure("read the sheets' merged cells", err)
	}
	w := &workbook{ctx: ctx, file: f, formats: readFormats(f)}
	if w.archive, err = openArchive(data, opts.maxUnpacked()); err != nil {
		return nil, err
	}
	for i, sheet := range f.GetSheetList() {
		var shape sheetShape
		if i < len(shapes) {
			shape = shapes[i]
		}
		shape.titleRows = titles[sheet]
		if visible, err := f.GetSheetVisible(sheet); err == nil {
			shape.hidden = !visible
		}
		if err := w.sheet(sheet, shape); err != nil {
			return nil, damaged(ctx, "read sheet "+strconv.Quote(sheet), err)
		}
	}
	return &w.doc, nil
}

func encrypted(data []byte) bool { return bytes.HasPrefix(data, []byte(oleMagic)) }

// fits refuses an archive that says itself that it unpacks to too much.
func fits(data []byte, opts Options) error {
	a, err := openArchive(data, opts.maxUnpacked())
	if err != nil {
		return err
	}
	var size uint64
	for _, f := range a.files {
		size += f.UncompressedSize64
	}
	if size > uint64(opts.maxUnpacked()) { //nolint:gosec // never negative
		return &document.Failure{
			Category: document.TooLarge, Op: "open the workbook", Detail: fmt.Sprintf("%d bytes unpacked", size), Err: errBomb,
		}
	}
	return nil
}

type workbook struct {
	blocks
	ctx      context.Context
	file     *excelize.File
	archive  *archive
	formats  formats
	computed int // formulas without a cached value so far
}

// srow is a row of a sheet with its filled cells.
type srow struct {
	number int // 1-based, as the sheet counts
	hidden bool
	cells  []scell
}

type scell struct {
	col   int // 0-based
	text  string
	exact string // see document.Part.Exact
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
	raw, err := w.archive.storedRows(shape.part)
	if err != nil {
		return fmt.Errorf("open the sheet: %w", err)
	}
	defer raw.close()
	notes, err := w.archive.notes(shape.part)
	if err != nil {
		return fmt.Errorf("read the texts beside the cells: %w", err)
	}
	var region []srow
	flush := func() {
		if len(region) > 0 {
			w.tell(name, &notes, region[0].number)
		}
		w.region(name, region, shape)
		region = nil
	}
	for n := 1; shown.Next(); n++ {
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
		values, err := raw.next(n)
		if err != nil {
			return fmt.Errorf("read row %d: %w", n, err)
		}
		row := srow{number: n, hidden: shape.hidden || shown.GetRowOpts().Hidden}
		row.cells = w.cells(name, texts, values, n)
		if len(row.cells) == 0 && !shape.covered(n) {
			flush()
			continue
		}
		region = append(region, row)
	}
	flush()
	w.tell(name, &notes, math.MaxInt)
	if err := shown.Error(); err != nil {
		return fmt.Errorf("read the rows: %w", err)
	}
	return nil
}

// cells returns the filled cells of row n, from what the library shows of it and
// what the file holds.
func (w *workbook) cells(sheet string, texts []string, values map[int]stored, n int) []scell {
	columns := len(texts)
	for col := range values {
		columns = max(columns, col+1)
	}
	if columns > maxSheetColumns {
		w.problem(document.Truncated, "sheet %s has more than %d columns", sheet, maxSheetColumns)
		columns = maxSheetColumns
	}
	var row []scell
	for col := range columns {
		c := scell{col: col}
		if col < len(texts) {
			c.text = texts[col]
		}
		v, held := values[col]
		if held && v.formula && v.value == "" && c.text == "" {
			c.text, v = w.compute(sheet, n, v)
		}
		if held && v.number {
			c.text, c.exact = w.formats.show(c.text, v)
		}
		if c.text = strings.TrimSpace(c.text); c.text != "" {
			row = append(row, c)
		}
	}
	return row
}

// maxComputed is how many formulas of a workbook are computed; each takes as
// long as what it refers to.
const maxComputed = 2000

// compute gives a formula the value that its file leaves out, as a spreadsheet
// program does when it opens the file. What cannot be computed shows its formula.
func (w *workbook) compute(sheet string, row int, c stored) (string, stored) {
	cell, err := excelize.CoordinatesToCellName(c.col+1, row)
	if err != nil {
		return "", c
	}
	if w.computed++; w.computed <= maxComputed && w.ctx.Err() == nil {
		raw, err := w.file.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
		if err == nil {
			if shown, err := w.file.CalcCellValue(sheet, cell); err == nil {
				_, err := strconv.ParseFloat(raw, 64)
				c.value, c.number = raw, err == nil
				return shown, c
			}
		}
	}
	c.number = false
	formula, err := w.file.GetCellFormula(sheet, cell)
	if err != nil || formula == "" {
		return "", c
	}
	return "=" + strings.TrimPrefix(formula, "="), c
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
