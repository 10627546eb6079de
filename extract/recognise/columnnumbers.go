package recognise

import (
	"strings"
	"unicode/utf8"

	"zvit/extract/wording"
)

// columnNumber is what numbers a column: "6", "6.", "6=3+4", "6 = (гр.3+гр.4)",
// "3а", and the Roman І that some forms begin with.
var columnNumber = wording.Expr(`^(?:\(?(\d{1,2})\)?\.?(?:\s*[=(].{0,60})?|[IІVХX]{1,4}|[А-ГA-D]|\d{1,2}[абвг])$`)

// numbersColumns reports whether a row numbers the columns: small numbers in
// nearly all of its cells, rising by one but for slips ("1 2 3 5 5 6 8 8 12 14").
func (t *Table) numbersColumns(row int) bool {
	texts, _ := t.texts(row)
	if len(texts) < 3 && (len(texts) < 2 || len(texts) < t.Table.Columns) {
		return false
	}
	if len(texts)*10 < len(t.Rows[row].Cells)*7 {
		return false
	}
	for _, s := range texts {
		if len(s) > 8 && s[0] != '(' && (s[0] < '0' || s[0] > '9') {
			return false // no letters that number a column are so long
		}
	}
	return risingNumbers(texts) || t.misreadNumbers(row)
}

// misreadNumbers reports whether a row that an OCR engine read numbers the
// columns but for some of its cells: "1 2 3 4 5 6 7 8 9 10 ll". All others must be
// exactly their own position.
func (t *Table) misreadNumbers(row int) bool {
	texts, cols := t.texts(row)
	if len(texts) < 5 {
		return false
	}
	misread := 0
	for i, s := range texts {
		if strings.TrimSuffix(s, ".") == itoa(i+1) {
			continue
		}
		c := t.Cell(row, cols[i])
		if c == nil || c.Parts[0].Place.Confidence == 0 || utf8.RuneCountInString(s) > 2 {
			return false
		}
		misread++
	}
	return misread*4 <= len(texts)
}

// risingNumbers reports whether texts number columns, with slips.
func risingNumbers(texts []string) bool {
	rising, last := 0, 0
	for i, s := range texts {
		m := columnNumber.FindStringSubmatch(s)
		if m == nil {
			return false
		}
		n := atoi(m[1])
		if m[1] == "" {
			n = i + 1
		}
		if n > last && n <= last+2 {
			rising++
		}
		if i == 0 && n > 2 {
			return false
		}
		last = n
	}
	return rising*10 >= len(texts)*7
}
