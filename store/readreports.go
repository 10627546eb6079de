package store

import (
	"context"
	"database/sql/driver"

	"zvit/extract/document"
	"zvit/extract/record"
)

// Outcome returns what became of a document with that reader version; known is
// false where it was never met, or with another version.
func (db *DB) Outcome(ctx context.Context, documentID, readerVersion string) (o Outcome, known bool, err error) {
	err = wrap("look up document "+documentID, reader{ctx, db.read}.each(
		"SELECT status, category, message, message_uk, format FROM document WHERE document_id = ? AND reader_version IS ?",
		[]driver.Value{documentID, orNull(readerVersion)}, func(c *cursor) error {
			known = true
			o = Outcome{
				Status: document.Status(c.text()), Category: document.Category(c.text()),
				Message: record.Sentence{EN: c.text(), UK: c.text()}, Format: document.Format(c.text()),
			}
			return nil
		}))
	return o, known, err
}

// Reports reads a document's reports back as they were put (an empty list as
// nil), so that they can be settled again. A document that is not there fails
// with ErrUnknown.
func (db *DB) Reports(ctx context.Context, documentID string) (reports []*record.Report, err error) {
	err = db.reading(ctx, "read the reports of "+documentID, func(q reader) error {
		reports, err = readReports(q, documentID)
		return err
	})
	return reports, err
}

func readReports(q eachReader, documentID string) ([]*record.Report, error) {
	doc, err := docOf(q, documentID)
	if err != nil {
		return nil, err
	}
	s, err := readShared(q, doc)
	if err != nil {
		return nil, err
	}
	var reports []*record.Report
	err = q.each("SELECT "+reportCodec.all()+" FROM report WHERE doc = ? ORDER BY doc, report", []driver.Value{doc},
		func(c *cursor) error {
			r := &record.Report{DocumentID: documentID}
			reportCodec.get(&rowReader{*c, s}, r)
			reports = append(reports, r)
			return nil
		})
	for _, read := range []func() error{
		func() error { return err },
		func() error {
			return readList(q, &decisionCodec, s, doc, reports, func(r *record.Report) *[]record.Decision { return &r.Decisions })
		},
		func() error {
			return readList(q, &codeCodec, s, doc, reports, func(r *record.Report) *[]record.Code { return &r.Codes })
		},
		func() error {
			return readList(q, &reportTableCodec, s, doc, reports, func(r *record.Report) *[]record.Table { return &r.Tables })
		},
		func() error {
			return readList(q, &measureCodec, s, doc, reports, func(r *record.Report) *[]record.Measure { return &r.Measures })
		},
		func() error {
			return readList(q, &indicatorCodec, s, doc, reports, func(r *record.Report) *[]record.Indicator { return &r.Indicators })
		},
		func() error {
			return readList(q, &lineCodec, s, doc, reports, func(r *record.Report) *[]record.Line { return &r.Lines })
		},
		func() error {
			return readList(q, &mentionCodec, s, doc, reports, func(r *record.Report) *[]record.UnitMention { return &r.Mentions })
		},
		func() error {
			return readList(q, &amountCodec, s, doc, reports, func(r *record.Report) *[]record.Amount { return &r.Amounts })
		},
		func() error {
			return readList(q, &ratioCodec, s, doc, reports, func(r *record.Report) *[]record.Ratio { return &r.Ratios })
		},
		func() error {
			return readList(q, &findingCodec, s, doc, reports, func(r *record.Report) *[]record.Finding { return &r.Findings })
		},
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return reports, nil
}
