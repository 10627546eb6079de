package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// AddCode adds a typed code, once for each subject, and a finding where it fails
// its check. Findings' args: kind, printed.
func (c *Context) AddCode(kind record.CodeKind, code string, subject record.Subject, subjectID string, at document.Place) {
	if kind == "" || code == "" {
		return
	}
	key := string(kind) + "/" + code + "/" + subjectID
	if c.codes == nil {
		c.codes = map[string]bool{}
	}
	if c.codes[key] {
		return
	}
	c.codes[key] = true
	valid := wording.ValidCode(kind, code)
	c.Report.Codes = append(c.Report.Codes, record.Code{
		Subject: subject, SubjectID: subjectID, Kind: kind, Code: code, Valid: valid, Place: at,
	})
	if !valid {
		c.AddFinding(record.Finding{
			Code: record.CodeInvalid, Severity: record.Warning, Confidence: 0.9, Subject: subject, SubjectID: subjectID,
			Args:  []record.Arg{{Name: "kind", Value: string(kind)}, {Name: "printed", Value: code}},
			Place: at,
		})
	}
}

// proseCodes adds the codes that the running text names.
func (c *Context) proseCodes() {
	for _, l := range c.Lines {
		if l.Kind == document.Furniture {
			continue
		}
		for _, f := range wording.FindCodes(l.Text) {
			c.AddCode(f.Kind, f.Code, record.SubjectReport, c.Report.ID, l.Place)
		}
	}
}

// rowCode returns the code that names a row: of its first code column that has
// one. A code of no known kind stays as printed ("15700000-5").
func (l *layout) rowCode(row int) (code string, kind record.CodeKind) {
	for _, col := range l.codes {
		if code, kind, ok := l.readCode(col, l.t.Text(row, col)); ok {
			if first, _, _ := strings.Cut(oneLine(l.t.Text(row, col)), " "); kind == "" && strings.HasPrefix(first, code) {
				code = first
			}
			return code, kind
		}
	}
	return "", ""
}

// readCode reads a code of a column. Under the heading of programmes' codes four
// digits are of the economic classification where others have seven; where none
// has, they are the short form of a programme's, which has no kind here. So they
// are under a heading that names no kind where some can be no other.
func (l *layout) readCode(col int, text string) (code string, kind record.CodeKind, ok bool) {
	code, kind, ok = wording.ReadCode(text, l.t.Columns[col].Heading.Code)
	if ok && len(code) == 4 && l.short[col] {
		kind = ""
	}
	if ok && len(code) == 4 && l.t.Columns[col].Heading.Code == record.TPKVKMB && (!l.long[col] || kind == record.KFKVK) {
		kind = ""
	}
	return code, kind, ok
}

// findLong notes which columns have codes of six digits and more, and which of the
// others have the last four digits of programmes' codes (order 793: 0100 the
// administration, 1000 education, 2000 health care, … 8000): a column has codes of
// one classification, though some of them alone could be of the economic one.
func (l *layout) findLong() {
	l.long, l.short = map[int]bool{}, map[int]bool{}
	for _, col := range l.codes {
		l.short[col] = l.t.Columns[col].Heading.Code == "" && l.shortCodes(col)
		for r := l.t.BodyFrom; r < l.t.BodyTo && !l.long[col]; r++ {
			code, _, ok := wording.ReadCode(l.t.Text(r, col), "")
			l.long[col] = ok && len(code) >= 6
		}
	}
}

// shortCodes reports whether the codes of a column are the last four digits of
// programmes' codes: no other classification has both those that begin with 5 to 8
// and, but for the economic one's groups, those below them.
func (l *layout) shortCodes(col int) bool {
	round, fine, programmes, functions := 0, 0, 0, 0
	for r := l.t.BodyFrom; r < l.t.BodyTo; r++ {
		code, kind, ok := wording.ReadCode(l.t.Text(r, col), "")
		switch {
		case !ok:
		case len(code) != 4:
			return false
		case kind == "":
			programmes++
		case kind == record.KFKVK:
			functions++
		case strings.HasSuffix(code, "00"):
			round++
		default:
			fine++
		}
	}
	return round+fine > 0 && (programmes > 0 || functions > 0 && fine == 0)
}

// addRowCodes adds all codes of a row to its record.
func (c *Context) addRowCodes(l *layout, row int, subject record.Subject, id string) {
	for _, col := range l.codes {
		if l.t.Own(row, col) == nil {
			continue
		}
		for _, text := range strings.Split(l.t.Text(row, col), "\n") {
			if code, kind, ok := l.readCode(col, text); ok {
				c.AddCode(kind, code, subject, id, l.t.CellPlace(row, col))
			}
		}
	}
}
