package recognise

import (
	"strings"

	"zvit/extract/wording"
)

// findIndicatorColumns tells the columns of a table of results whose headings use
// other words than most: rows that name the sections of indicators, or a column
// of units without measures, say what the table is; the words left of the units
// are names, and expected and reached results are values where they are figures.
func (t *Table) findIndicatorColumns() {
	if t.Has(wording.ColumnMeasure) || t.Has(wording.ColumnTask) || t.Has(wording.ColumnCode) || !t.Has(wording.ColumnUnit) && !t.hasSections() {
		return
	}
	unit := t.First(wording.ColumnUnit)
	for i := 0; unit < 0 && i < len(t.Columns); i++ {
		if t.Columns[i].Heading.Column == wording.ColumnUnknown && unitHeading(t.Columns[i].HeaderPath()) {
			unit, t.Columns[i].Heading.Column = i, wording.ColumnUnit
		}
	}
	if unit < 0 {
		return
	}
	for i := range unit {
		if t.Has(wording.ColumnName) {
			break
		}
		h := &t.Columns[i].Heading
		named := len(t.Columns[i].Path) > 0 || t.Has(wording.ColumnPlanned) && t.Has(wording.ColumnActual) // its heading may be lost
		if named && h.Column != wording.ColumnNumber && t.runningText(i) {
			h.Column, h.Role = wording.ColumnName, ""
		}
	}
	for i := unit + 1; i < len(t.Columns); i++ {
		h := &t.Columns[i].Heading
		if h.Column != wording.ColumnUnknown && h.Column != wording.ColumnInformation || !t.mostlyFigures(i) {
			continue
		}
		switch folded := wording.Fold(t.Columns[i].HeaderPath()); {
		case wording.HasStems(folded, "досягн"), wording.HasStems(folded, "фактичн"):
			h.Column = wording.ColumnActual
		case wording.HasStems(folded, "очікув"), wording.HasStems(folded, "цільов"), wording.HasStems(folded, "план"):
			h.Column = wording.ColumnPlanned
		}
	}
}

// hasSections reports whether a row heads a section of indicators.
func (t *Table) hasSections() bool {
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if t.Kind(r) == RowSection {
			if label, _ := t.Label(r); sectionOf(label) != "" {
				return true
			}
		}
	}
	return false
}

// unitHeading knows the short forms of "Одиниця виміру".
func unitHeading(text string) bool {
	words := wording.Words(wording.Fold(text))
	if len(words) == 0 || len(words) > 3 {
		return false
	}
	return words[0] == "од" || strings.HasPrefix(words[0], "одиниц") || words[0] == "вимірник" || strings.Join(words, "") == "ов"
}
