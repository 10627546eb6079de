package officedoc

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// stored is what a cell of a sheet holds, beside what it shows.
type stored struct {
	col     int    // 0-based
	number  bool   // a number, a formula's among them; no text, truth value or error
	value   string // as the file has it; empty where a formula has no cached value
	formula bool
	style   int // index of its format
}

// storedRows reads a sheet's cells row by row, in one pass.
type storedRows struct {
	file io.Closer
	dec  *xml.Decoder
	row  int // the row whose start was read last; 0 before the first
	open bool
}

// storedRows opens a sheet's part; nil where the archive has none.
func (a *archive) storedRows(name string) (*storedRows, error) {
	file, err := a.open(name)
	if err != nil || file == nil {
		return nil, err
	}
	dec := xml.NewDecoder(bufio.NewReaderSize(file, 64<<10))
	dec.Strict = false
	return &storedRows{file: file, dec: dec}, nil
}

func (s *storedRows) close() {
	if s != nil {
		s.file.Close() //nolint:errcheck,gosec // reading is over; there is nothing to lose
	}
}

// next returns the cells of row n (1-based), by column; rows are asked for in
// order. A sheet that breaks off has no more of them: the library, which reads
// beside this, says what is wrong.
func (s *storedRows) next(n int) (map[int]stored, error) {
	if s == nil {
		return nil, nil
	}
	for s.row < n || s.open {
		if !s.open {
			tok, err := s.dec.RawToken()
			if err != nil {
				return nil, ended(err)
			}
			start, ok := tok.(xml.StartElement)
			if !ok || start.Name.Local != "row" {
				continue
			}
			s.open = true
			if r, err := strconv.Atoi(value(start, "r")); err == nil && r > 0 {
				s.row = r
			} else {
				s.row++
			}
		}
		if s.row > n {
			return nil, nil
		}
		s.open = false
		cells, err := s.cells()
		if err != nil || s.row == n {
			return cells, err
		}
	}
	return nil, nil
}

// ended is nil for a part that ends or is broken, and the error of a bomb.
func ended(err error) error {
	if errors.Is(err, errBomb) {
		return fmt.Errorf("read the cells: %w", errBomb)
	}
	return nil
}

// cells reads a row (18.3.1.73) to its end.
func (s *storedRows) cells() (map[int]stored, error) {
	cells := map[int]stored{}
	var c stored
	col, inside := -1, ""
	for {
		tok, err := s.dec.RawToken()
		if err != nil {
			return cells, ended(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			switch inside = tok.Name.Local; inside {
			case "c":
				col++
				if x, _, err := excelize.CellNameToCoordinates(value(tok, "r")); err == nil {
					col = x - 1
				}
				kind := value(tok, "t") // 18.18.11
				c = stored{col: col, number: kind == "" || kind == "n", style: number(value(tok, "s"))}
			case "f":
				c.formula = true
			}
		case xml.CharData:
			if inside == "v" {
				c.value += strings.TrimSpace(string(tok))
			}
		case xml.EndElement:
			inside = ""
			switch tok.Name.Local {
			case "c":
				if c.value != "" || c.formula {
					cells[col] = c
				}
			case "row":
				return cells, nil
			}
		}
	}
}
