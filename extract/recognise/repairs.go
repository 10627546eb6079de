package recognise

import (
	"slices"

	"zvit/extract/document"
	"zvit/extract/record"
)

// repairFindings says which repairs of rejoining a reader of the report should
// know. Joining fragments, rows and words changes nothing that was printed in
// the wrong place, and is no finding.
var repairFindings = map[document.RepairCode]record.FindingCode{
	document.TailMoved:     record.TailMoved,
	document.CellsShifted:  record.CellsMoved,
	document.TextMoved:     record.TextMoved,
	document.NumberMissing: record.NumberMissing,
	document.NumberSlid:    record.NumberSlid,
	document.RowDropped:    record.RowDropped,
}

const sureRepair = 0.95 // below, a person should look

// repairs turns what rejoining changed in a table into findings. Their subject
// is the record of the row, else the table.
//
// Args: detail (the text or number in question), row (1-based, of the whole
// table), column (1-based), from (the place's key).
func (c *Context) repairs(t *Table) {
	for i, r := range t.Repairs {
		code, ok := repairFindings[r.Code]
		if !ok || (r.Row < t.From && t.From > 0) || (r.Row >= t.To && t.To < len(t.Rows)) {
			continue // another table's in the same grid
		}
		severity := record.Info
		if r.Confidence < sureRepair {
			severity = record.Warning
		}
		subject, id := c.recordAt(t, r.Row)
		at := r.From
		if at == (document.Place{}) && r.Row >= 0 && r.Row < len(t.Rows) {
			at = t.RowPlace(r.Row)
		}
		c.Report.Findings = slices.Grow(c.Report.Findings, len(t.Repairs)-i) // once: at most these follow
		c.AddFinding(record.Finding{
			Code: code, Severity: severity, Confidence: r.Confidence, Subject: subject, SubjectID: id,
			Args: []record.Arg{
				{Name: "detail", Value: shorten(r.Detail)},
				{Name: "row", Value: itoa(r.Row + 1)},
				{Name: "column", Value: itoa(r.Col + 1)},
				{Name: "from", Value: at.Key()},
			},
			Place: at,
		})
	}
}

// recordAt returns the record that row of t became, or the table.
func (c *Context) recordAt(t *Table, row int) (record.Subject, string) {
	if r, ok := t.records[row]; ok {
		return r.subject, r.id
	}
	return record.SubjectTable, t.ID
}

// subjectRef names a record.
type subjectRef struct {
	subject record.Subject
	id      string
}

// keep remembers which record a row became, the first where there are several.
func (t *Table) keep(row int, subject record.Subject, id string) {
	if t.records == nil {
		t.records = map[int]subjectRef{}
	}
	if _, ok := t.records[row]; !ok {
		t.records[row] = subjectRef{subject, id}
	}
}

// repairAt returns the repair of a kind that stands at a row, or nil.
func (t *Table) repairAt(row int, code document.RepairCode) *document.Repair {
	if len(t.Repairs) == 0 {
		return nil
	}
	if t.repairsAt == nil {
		t.repairsAt = map[repairKey]*document.Repair{}
		for i := range t.Repairs {
			r := &t.Repairs[i]
			if key := (repairKey{r.Row, r.Code}); t.repairsAt[key] == nil {
				t.repairsAt[key] = r
			}
		}
	}
	return t.repairsAt[repairKey{row, code}]
}

type repairKey struct {
	row  int
	code document.RepairCode
}

// shorten keeps a detail readable in one sentence.
func shorten(s string) string {
	const most = 80
	r := []rune(oneLine(s))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most-1]) + "…"
}
