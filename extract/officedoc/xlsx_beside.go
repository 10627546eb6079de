package officedoc

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"zvit/extract/document"
)

// note is a text that a sheet has beside its cells: a text box over them, in
// which reports often have their heads, or a remark on a cell.
type note struct {
	row  int // 1-based, where it is anchored
	kind document.ParagraphKind
	text string
}

// notes returns the texts beside the cells of a sheet's part, by their rows. A
// part that is broken gives what was read of it.
func (a *archive) notes(part string) ([]note, error) {
	related, err := a.relations(part)
	if err != nil {
		return nil, err
	}
	var list []note
	for _, name := range slices.Sorted(maps.Values(related)) {
		switch {
		case strings.HasPrefix(name, "xl/drawings/drawing"):
			err = a.readNotes(name, document.Body, &list)
		case strings.HasPrefix(name, "xl/comments"):
			err = a.readNotes(name, document.Furniture, &list)
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	slices.SortStableFunc(list, func(a, b note) int { return a.row - b.row })
	return list, nil
}

// readNotes reads comments (18.7.3) or drawings (20.5.2.33): every paragraph of
// a box is a note, and so is every comment.
func (a *archive) readNotes(name string, kind document.ParagraphKind, list *[]note) error {
	file, err := a.open(name)
	if err != nil || file == nil {
		return err
	}
	defer file.Close() //nolint:errcheck // reading is over; there is nothing to lose
	dec := xml.NewDecoder(bufio.NewReaderSize(file, 64<<10))
	dec.Strict = false
	var text, row strings.Builder
	n := note{kind: kind}
	inside, fallback := "", 0
	for {
		tok, err := dec.RawToken()
		if err != nil {
			return ended(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			switch inside = tok.Name.Local; inside {
			case "Fallback": // says the same for older programs
				fallback++
			case "comment":
				if _, y, err := excelize.CellNameToCoordinates(value(tok, "ref")); err == nil {
					n.row = y
				}
			case "from":
				row.Reset()
			case "br":
				text.WriteByte(' ')
			}
		case xml.CharData:
			switch {
			case fallback > 0:
			case inside == "t":
				text.Write(tok)
			case inside == "row" && row.Len() == 0:
				row.Write(tok)
				n.row = number(row.String()) + 1
			}
		case xml.EndElement:
			inside = ""
			switch tok.Name.Local {
			case "Fallback":
				fallback--
			case "p", "comment":
				if n.text = strings.TrimSpace(text.String()); n.text != "" {
					*list = append(*list, n)
				}
				text.Reset()
			}
		}
	}
}

// tell adds the notes that are anchored down to a row, as paragraphs.
func (w *workbook) tell(sheet string, notes *[]note, row int) {
	for len(*notes) > 0 && (*notes)[0].row <= row {
		n := (*notes)[0]
		w.paragraph(n.kind, n.text, document.Place{Sheet: sheet, Line: n.row})
		*notes = (*notes)[1:]
	}
}
