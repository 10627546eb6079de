package main

import (
	"io"

	"zvit/cmd/zvit/internal/decide"
	"zvit/store"
)

// checkJSON prints an object a finding, a doubtful amount, and a decision that
// has lost its text, with the views' names.
func checkJSON(w io.Writer, c checked) error {
	var list []object
	for i := range c.findings {
		list = append(list, findingObject(&c.findings[i]))
	}
	for i := range c.doubtful {
		list = append(list, doubtfulObject(&c.doubtful[i]))
	}
	for i := range c.orphans {
		list = append(list, orphanObject(&c.orphans[i]))
	}
	for _, o := range list {
		if err := writeJSONLine(w, o); err != nil {
			return err
		}
	}
	return nil
}

func findingObject(f *store.FindingRow) object {
	return object{
		{"type", "finding"},
		{"finding_id", f.ID},
		{"document_id", f.DocumentID},
		{"report_id", text(f.ReportID)},
		{"path", f.Path},
		{"code", string(f.Code)},
		{"severity", string(f.Severity)},
		{"confidence", f.Confidence},
		{"subject", text(string(f.Subject))},
		{"subject_id", text(f.SubjectID)},
		{"message", f.Message.EN},
		{"message_uk", f.Message.UK},
		{"expected_kopecks", f.Expected},
		{"found_kopecks", f.Found},
		{"difference_kopecks", f.Difference},
		{"page", number(f.Page)},
		{"place", text(f.PlaceText)},
	}
}

// doubtfulObject has in column the scope that decides the amount's whole column.
func doubtfulObject(d *store.DoubtfulRow) object {
	return object{
		{"type", "doubtful"},
		{"amount_id", d.AmountID},
		{"report_id", d.ReportID},
		{"document_id", d.DocumentID},
		{"path", d.Path},
		{"programme", text(d.Programme)},
		{"subject", string(d.Subject)},
		{"subject_id", d.SubjectID},
		{"role", string(d.Role)},
		{"year", number(d.Year)},
		{"printed", d.Printed},
		{"printed_unit", text(string(d.PrintedUnit))},
		{"printed_kopecks", d.PrintedKopecks},
		{"settled_unit", text(string(d.Settled))},
		{"kopecks", d.Kopecks},
		{"alternative_kopecks", d.Alternative},
		{"column", text(string(decide.Column(d.TableID, d.Col)))},
		{"change", string(d.Change)},
		{"confidence", d.Confidence},
		{"reason", d.Reason.EN},
		{"reason_uk", d.Reason.UK},
		{"page", number(d.Page)},
		{"place", text(d.PlaceText)},
	}
}

func orphanObject(o *orphan) object {
	return object{
		{"type", "orphaned"},
		{"amount_id", o.AmountID},
		{"path", o.path},
		{"printed", o.Printed},
		{"decided_kopecks", o.Kopecks},
		{"decided_unit", text(string(o.Unit))},
		{"note", text(o.Note)},
		{"reviewer", text(o.Reviewer)},
		{"decided_at", o.DecidedAt},
	}
}
