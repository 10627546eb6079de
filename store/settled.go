package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"

	"zvit/extract/document"
	"zvit/extract/record"
)

// Unsettled lists the documents with a decision that settling has not heard of
// yet: one that came over from an earlier version or a copy.
func (db *DB) Unsettled(ctx context.Context) (documentIDs []string, err error) {
	err = wrap("list what is to be settled", reader{ctx, db.read}.each(`SELECT DISTINCT d.document_id
		FROM review v JOIN amount a ON a.amount_id = v.amount_id JOIN document d ON d.doc = v.doc
		WHERE v.state = 'applied' AND (v.decided_kopecks IS NOT NULL OR v.decided_unit IS NOT NULL) AND (a.change <> 'reviewed'
			OR v.decided_kopecks IS NOT NULL AND a.kopecks IS NOT v.decided_kopecks
			OR v.decided_kopecks IS NULL AND a.settled_unit IS NOT v.decided_unit)
		ORDER BY d.document_id`, nil, func(c *cursor) error {
		documentIDs = append(documentIDs, c.text())
		return nil
	}))
	return documentIDs, err
}

// UpdateSettled writes what settling fills (amounts' settled fields, evidence,
// measures' sums, findings) of reports that were read with Reports and settled
// again; whatever else the given reports say is left aside. Reports or amounts
// that are not the stored ones fail with ErrRecords.
func (db *DB) UpdateSettled(ctx context.Context, documentID string, reports []*record.Report) error {
	return db.change(ctx, "store the settling of "+documentID, func(t *tx) error { return updateSettled(t, documentID, reports) })
}

func updateSettled(t *tx, documentID string, reports []*record.Report) error {
	doc, err := docOf(t, documentID)
	if err != nil {
		return err
	}
	stored, err := readReports(t, documentID)
	if err != nil {
		return err
	}
	if err := takeSettled(stored, reports); err != nil {
		return fmt.Errorf("%w: %w", ErrRecords, err)
	}
	own, err := ownFindings(t, doc)
	if err != nil {
		return err
	}
	e := Entry{SHA256: documentID, Status: document.OK, Reports: stored, Findings: own}
	tellApart(&e)
	if err := checkEntry(&e); err != nil {
		return fmt.Errorf("%w: %w", ErrRecords, err)
	}
	stored, own = e.Reports, e.Findings
	// The tables belong to the reports by number, which stays.
	for _, table := range recordTables {
		if err := t.exec("DELETE FROM "+table+" WHERE doc = ?", doc); err != nil {
			return err
		}
	}
	if err := writeRecords(t, doc, stored, own); err != nil {
		return err
	}
	if err := chooseNameless(t, doc); err != nil {
		return err
	}
	if err := chooseExecution(t, union(keysOf(stored), nil)); err != nil {
		return err
	}
	found := &entries{}
	addFindings(found, stored, own)
	return found.replace(t, doc, searchFinding)
}

func ownFindings(t *tx, doc int64) (list []record.Finding, err error) {
	err = t.each("SELECT "+findingCodec.all()+" FROM finding WHERE doc = ? AND report = 0 ORDER BY n", []driver.Value{doc},
		func(c *cursor) error {
			var f record.Finding
			findingCodec.get(&rowReader{*c, nil}, &f)
			list = append(list, f)
			return nil
		})
	return list, err
}

// takeSettled copies the settled fields from one set of reports to another.
func takeSettled(to, from []*record.Report) error {
	if len(to) != len(from) {
		return fmt.Errorf("%d reports for %d", len(from), len(to))
	}
	for i, r := range to {
		s := from[i]
		if r.ID != s.ID || len(r.Amounts) != len(s.Amounts) || len(r.Measures) != len(s.Measures) {
			return fmt.Errorf("report %s is not the one stored", s.ID)
		}
		for j := range r.Measures {
			m, x := &r.Measures[j], &s.Measures[j]
			if m.ID != x.ID {
				return errors.New("measure " + x.ID + " is not the one stored")
			}
			m.Planned, m.Actual, m.PlannedBasis, m.ActualBasis = x.Planned, x.Actual, x.PlannedBasis, x.ActualBasis
		}
		for j := range r.Amounts {
			a, x := &r.Amounts[j], &s.Amounts[j]
			if a.ID != x.ID || a.Printed != x.Printed {
				return errors.New("amount " + x.ID + " is not the one stored")
			}
			settled := *x
			settled.Subject, settled.SubjectID, settled.Role, settled.Year, settled.Period = a.Subject, a.SubjectID, a.Role, a.Year, a.Period
			settled.Fund, settled.Source, settled.Label, settled.HeaderPath = a.Fund, a.Source, a.Label, a.HeaderPath
			settled.Exact, settled.Words, settled.Mentions = a.Exact, a.Words, a.Mentions
			settled.TableID, settled.Row, settled.Col = a.TableID, a.Row, a.Col
			settled.Place, settled.IsTotal, settled.Level = a.Place, a.IsTotal, a.Level
			*a = settled
		}
		r.Findings = s.Findings
	}
	return nil
}
