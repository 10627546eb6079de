package officedoc

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheetShape is what a sheet says beside its cells' values. The library would
// load the whole sheet to tell it; this reads it in one pass.
type sheetShape struct {
	merged    map[[2]int][2]int // first cell (row, column; 1-based): last cell
	rows      map[int]struct{}  // rows that a merged cell goes on into
	titleRows [2]int            // printed on every page; 0, 0 where none are
	hidden    bool              // the whole sheet
	unseen    map[int]bool      // hidden columns, 0-based
	part      string            // its name in the archive
}

// covered reports whether a merged cell from above goes on into the row.
func (s *sheetShape) covered(row int) bool {
	_, ok := s.rows[row]
	return ok
}

// mostMerged bounds the merged cells of a sheet, and the rows that they cover.
const mostMerged = 1 << 18

// readShapes returns the shapes of the sheets in the workbook's order.
func readShapes(data []byte, opts Options) ([]sheetShape, error) {
	a, err := openArchive(data, opts.maxUnpacked())
	if err != nil {
		return nil, err
	}
	var book struct {
		Sheets []struct {
			ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := a.decode("xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	targets, err := a.relations("xl/workbook.xml")
	if err != nil {
		return nil, err
	}
	shapes := make([]sheetShape, len(book.Sheets))
	for i, s := range book.Sheets {
		if shapes[i], err = a.readShape(targets[s.ID]); err != nil {
			return nil, err
		}
	}
	return shapes, nil
}

// relations returns the parts that a part refers to, by their ids (ECMA-376 part
// 2, 9.3); none where it refers to none.
func (a *archive) relations(part string) (map[string]string, error) {
	dir, name := path.Split(part)
	var rels struct {
		Rel []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := a.decode(dir+"_rels/"+name+".rels", &rels); err != nil {
		return nil, err
	}
	targets := make(map[string]string, len(rels.Rel))
	for _, r := range rels.Rel {
		target := r.Target
		if !strings.HasPrefix(target, "/") {
			target = "/" + dir + target
		}
		targets[r.ID] = strings.TrimPrefix(path.Clean(target), "/")
	}
	return targets, nil
}

func (a *archive) readShape(name string) (sheetShape, error) {
	s := sheetShape{merged: map[[2]int][2]int{}, rows: map[int]struct{}{}, unseen: map[int]bool{}, part: name}
	file, err := a.open(name)
	if err != nil || file == nil {
		return s, nil //nolint:nilerr // the library says what is wrong with the sheet
	}
	defer file.Close() //nolint:errcheck // reading is over; there is nothing to lose
	dec := xml.NewDecoder(bufio.NewReaderSize(file, 64<<10))
	dec.Strict = false
	for {
		tok, err := dec.RawToken()
		if errors.Is(err, errBomb) {
			return s, err
		}
		if err != nil || errors.Is(err, io.EOF) {
			return s, nil
		}
		start, ok := tok.(xml.StartElement)
		if ok && start.Name.Local == "col" && (value(start, "hidden") == "1" || value(start, "hidden") == "true") {
			last := min(number(value(start, "max")), maxSheetColumns)
			for col := number(value(start, "min")); col <= last; col++ {
				s.unseen[col-1] = true
			}
		}
		if !ok || start.Name.Local != "mergeCell" {
			continue
		}
		first, last, found := strings.Cut(value(start, "ref"), ":")
		if !found {
			continue
		}
		x0, y0, err0 := excelize.CellNameToCoordinates(first)
		x1, y1, err1 := excelize.CellNameToCoordinates(last)
		if err0 != nil || err1 != nil || x1 < x0 || y1 < y0 || len(s.merged) >= mostMerged {
			continue
		}
		s.merged[[2]int{y0, x0}] = [2]int{y1, x1}
		for y := y0 + 1; y <= y1 && len(s.rows) < mostMerged; y++ {
			s.rows[y] = struct{}{}
		}
	}
}
