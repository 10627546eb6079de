package store

import (
	"context"
	"database/sql/driver"
	"encoding/json"

	"zvit/extract/record"
)

// bestPath is a document's path in a query that has its number as doc: one under
// which it could be read, where there is any.
func bestPath(doc string) string {
	return "(SELECT s.path FROM source s WHERE s.doc = " + doc + " ORDER BY s.category IS NOT NULL, s.path LIMIT 1)"
}

// current is the condition on document d that it is no copy and no earlier
// version of another, or that those are asked for.
const current = "(?5 OR d.duplicate_of IS NULL AND d.superseded_by IS NULL)"

// Findings lists findings, the gravest first, then the greatest difference of
// money, then by document.
func (db *DB) Findings(ctx context.Context, f Filter) (list []FindingRow, err error) {
	query := "SELECT " + findingCodec.all() + `, d.document_id, ` + bestPath("f.doc") + `, f.page, ` + placeText("f") + `
		FROM finding f JOIN (SELECT doc, document_id, duplicate_of, superseded_by FROM document) d ON d.doc = f.doc
		WHERE (?1 = '' OR d.document_id = ?1) AND (?2 = '' OR f.report_id = ?2) AND ` + current + `
		ORDER BY CASE severity WHEN 'serious' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, max(difference_kopecks, -difference_kopecks) DESC,
			d.document_id, f.report, f.n LIMIT ?3 OFFSET ?4`
	err = wrap("list findings", reader{ctx, db.read}.each(query, f.args(), func(c *cursor) error {
		var x FindingRow
		r := rowReader{*c, nil}
		findingCodec.get(&r, &x.Finding)
		x.DocumentID, x.Path, x.Page, x.PlaceText = r.text(), r.text(), r.num(), r.text()
		list = append(list, x)
		return nil
	}))
	return list, err
}

// Doubtful lists doubtful amounts, most money first (an unreadable one, which
// may be any sum, before all).
func (db *DB) Doubtful(ctx context.Context, f Filter) (list []DoubtfulRow, err error) {
	// Of one document or report there are few; of all, the queue's index gives
	// the first ones without sorting.
	from, where := "amount a INDEXED BY amount_queue", "?1 = '' AND ?2 = ''"
	if f.DocumentID != "" || f.ReportID != "" {
		from, where = "amount a", "(?1 = '' OR d.document_id = ?1) AND (?2 = '' OR r.report_id = ?2)"
		if f.ReportID != "" {
			where += " AND r.report_id = ?2"
		} else {
			where += " AND d.document_id = ?1"
		}
	}
	err = wrap("list doubtful amounts", reader{ctx, db.read}.each("SELECT "+amountRowColumns+" FROM "+from+amountRowJoins+`
		WHERE a.doubtful = 1 AND `+where+` AND `+current+`
		ORDER BY a.kopecks IS NOT NULL,
			max(a.kopecks, -a.kopecks, coalesce(a.alternative_kopecks, 0), -coalesce(a.alternative_kopecks, 0)) DESC,
			a.amount_id LIMIT ?3 OFFSET ?4`, f.args(), func(c *cursor) error {
		list = append(list, readAmountRow(c))
		return nil
	}))
	return list, err
}

// AmountRows returns amounts by their ids, doubtful or not; those that are not
// there are left out.
func (db *DB) AmountRows(ctx context.Context, amountIDs []string) (byID map[string]DoubtfulRow, err error) {
	ids, err := json.Marshal(amountIDs)
	if err != nil {
		return nil, err
	}
	byID = map[string]DoubtfulRow{}
	err = wrap("list amounts", reader{ctx, db.read}.each("SELECT "+amountRowColumns+
		" FROM json_each(?) j JOIN amount a ON a.amount_id = j.value"+amountRowJoins, []driver.Value{string(ids)}, func(c *cursor) error {
		row := readAmountRow(c)
		byID[row.AmountID] = row
		return nil
	}))
	return byID, err
}

const amountRowJoins = ` JOIN report r ON r.doc = a.doc AND r.report = a.report JOIN document d ON d.doc = a.doc
			LEFT JOIN measure m ON m.measure_id = a.subject_id
			LEFT JOIN indicator i ON i.indicator_id = a.subject_id
			LEFT JOIN line l ON l.line_id = a.subject_id
			LEFT JOIN phrase w ON w.doc = a.doc AND w.phrase = a.reason`

var amountRowColumns = `a.amount_id, r.report_id, d.document_id, ` + bestPath("a.doc") + `, r.programme,
	a.subject, a.subject_id, coalesce(m.number, i.number, l.code), coalesce(m.measure, m.task, i.name, l.name),
	a.role, a.year, a.printed, a.printed_unit, a.settled_unit, a.printed_kopecks, a.kopecks, a.alternative_kopecks,
	a.change, a.confidence, w.text, w.text_uk, a.table_id, a.row, a.col, a.page, ` + placeText("a")

func readAmountRow(c *cursor) DoubtfulRow {
	return DoubtfulRow{
		AmountID: c.text(), ReportID: c.text(), DocumentID: c.text(), Path: c.text(), Programme: c.text(),
		Subject: record.Subject(c.text()), SubjectID: c.text(), SubjectNumber: c.text(), SubjectName: c.text(),
		Role: record.Role(c.text()), Year: c.num(), Printed: c.text(), PrintedUnit: record.Unit(c.text()),
		Settled: record.Unit(c.text()), PrintedKopecks: c.money(), Kopecks: c.money(), Alternative: c.money(),
		Change: record.Change(c.text()), Confidence: c.float(), Reason: record.Sentence{EN: c.text(), UK: c.text()},
		TableID: c.text(), Row: c.slot(), Col: c.slot(), Page: c.num(), PlaceText: c.text(),
	}
}

// Counts says how long the lists of Findings and Doubtful are without a limit.
func (db *DB) Counts(ctx context.Context, f Filter) (findings, doubtful int, err error) {
	f.Limit, f.Offset = 0, 0
	for _, x := range []struct {
		to   *int
		from string
	}{
		{&findings, "finding f JOIN document d ON d.doc = f.doc WHERE (?2 = '' OR f.report_id = ?2)"},
		{&doubtful, `amount a INDEXED BY amount_doubtful JOIN document d ON d.doc = a.doc WHERE a.doubtful = 1
			AND (?2 = '' OR EXISTS (SELECT 1 FROM report r WHERE r.doc = a.doc AND r.report = a.report AND r.report_id = ?2))`},
	} {
		err := reader{ctx, db.read}.each("SELECT count(*), ?3, ?4 FROM "+x.from+" AND (?1 = '' OR d.document_id = ?1) AND "+current,
			f.args(), func(c *cursor) error {
				*x.to = c.num()
				return nil
			})
		if err != nil {
			return 0, 0, wrap("count findings and doubtful amounts", err)
		}
	}
	return findings, doubtful, nil
}

// args are ?1 the document, ?2 the report, ?3 the limit, ?4 the rows left out,
// ?5 whether copies are listed.
func (f Filter) args() []driver.Value {
	limit := int64(f.Limit)
	if limit <= 0 {
		limit = -1
	}
	return []driver.Value{f.DocumentID, f.ReportID, limit, int64(f.Offset), int64(rankFlag(f.Copies))}
}
