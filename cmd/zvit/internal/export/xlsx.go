package export

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"zvit/store"
)

// What a sheet can hold (support.microsoft.com, "Excel specifications and
// limits"). A number keeps 15 digits.
const (
	sheetRows  = 1 << 20
	cellUnits  = 32767 // UTF-16
	sheetExact = 999_999_999_999_999
)

// writeXLSX writes a sheet a view; a view of more rows than a sheet has goes on
// in "NAME 2".
func writeXLSX(x *exporter, w io.Writer) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	styles, err := newStyles(book)
	if err != nil {
		return err
	}
	var rows int64
	for _, v := range x.opts.Views {
		s := &sheetRowsOf{book: book, view: v, styles: styles, most: sheetRows}
		n, err := x.copyRows(v, s)
		if err != nil {
			return err
		}
		rows += n
		x.res.CutCells += s.cut
	}
	// The library begins with a sheet of its own.
	if err := book.DeleteSheet("Sheet1"); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	book.SetActiveSheet(0)
	x.res.Files = append(x.res.Files, File{Path: x.opts.Out, Rows: rows})
	if err := book.Write(w); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

// styles are the numbers of the book's styles by kind of column.
type styles struct {
	header int
	of     map[kind]int
}

func newStyles(book *excelize.File) (styles, error) {
	s := styles{of: map[kind]int{}}
	var err error
	if s.header, err = book.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EDF3"}},
	}); err != nil {
		return s, err
	}
	for k, format := range map[kind]string{kindMoney: "#,##0", kindDate: "yyyy-mm-dd", kindTime: "yyyy-mm-dd hh:mm:ss"} {
		if s.of[k], err = book.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
			return s, err
		}
	}
	return s, nil
}

// sheetRowsOf writes one view.
type sheetRowsOf struct {
	book   *excelize.File
	view   store.View
	styles styles
	w      *excelize.StreamWriter
	sheets int
	at     int // rows in the sheet
	most   int // rows that a sheet can have
	cut    int64
	cells  []any
}

func (s *sheetRowsOf) open() error {
	s.sheets++
	name := s.view.Name
	if s.sheets > 1 {
		name += " " + strconv.Itoa(s.sheets)
	}
	if _, err := s.book.NewSheet(name); err != nil {
		return err
	}
	var err error
	if s.w, err = s.book.NewStreamWriter(name); err != nil {
		return err
	}
	if err := s.w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for i, c := range s.view.Columns {
		if err := s.w.SetColWidth(i+1, i+1, columnWidth(c)); err != nil {
			return err
		}
	}
	header := make([]any, len(s.view.Columns))
	for i, c := range s.view.Columns {
		header[i] = excelize.Cell{StyleID: s.styles.header, Value: c.Name}
	}
	s.at = 1
	return s.w.SetRow("A1", header)
}

// columnWidth is in letters.
func columnWidth(c store.Column) float64 {
	switch kindOf(c) {
	case kindText:
		return max(24, float64(len(c.Name)+2))
	case kindTime, kindMoney:
		return max(20, float64(len(c.Name)+2))
	}
	return max(11, float64(len(c.Name)+2))
}

func (s *sheetRowsOf) row(values []any) error {
	if s.w != nil && s.at == s.most {
		if err := s.end(); err != nil {
			return err
		}
		s.w = nil
	}
	if s.w == nil {
		if err := s.open(); err != nil {
			return err
		}
	}
	s.at++
	s.cells = s.cells[:0]
	for i, v := range values {
		s.cells = append(s.cells, s.cell(kindOf(s.view.Columns[i]), v))
	}
	return s.w.SetRow("A"+strconv.Itoa(s.at), s.cells)
}

func (s *sheetRowsOf) end() error {
	if s.w == nil { // a view without rows has a sheet, too
		if err := s.open(); err != nil {
			return err
		}
	}
	return s.w.Flush()
}

// cell is a value as a sheet knows it. What a sheet's number or date would
// change is written as text.
func (s *sheetRowsOf) cell(k kind, v any) any {
	switch v := v.(type) {
	case int64:
		if v > sheetExact || v < -sheetExact {
			return strconv.FormatInt(v, 10)
		}
		if style := s.styles.of[k]; style != 0 {
			return excelize.Cell{StyleID: style, Value: v}
		}
	case string:
		switch k {
		case kindDate:
			if t, err := day(v); err == nil && t.Year() > 1900 {
				return excelize.Cell{StyleID: s.styles.of[k], Value: t}
			}
		case kindTime:
			if t, err := moment(v); err == nil && t.Year() > 1900 {
				return excelize.Cell{StyleID: s.styles.of[k], Value: t.UTC()}
			}
		case kindDecimal:
			if f, err := strconv.ParseFloat(v, 64); err == nil && strconv.FormatFloat(f, 'g', 15, 64) == strconv.FormatFloat(f, 'g', -1, 64) {
				return f
			}
		}
		return s.fitting(v)
	}
	return v
}

// fitting cuts a text to what a cell holds.
func (s *sheetRowsOf) fitting(text string) string {
	if len(text) <= cellUnits {
		return text
	}
	units := utf16.Encode([]rune(text))
	if len(units) <= cellUnits {
		return text
	}
	s.cut++
	end := cellUnits - 1
	if utf16.IsSurrogate(rune(units[end-1])) && units[end-1] < 0xdc00 {
		end--
	}
	return string(utf16.Decode(units[:end])) + "…"
}
