package store

import (
	"cmp"
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"

	"zvit/extract/document"
	"zvit/extract/record"
)

// Put writes one document in one transaction: its outcome, text, records,
// source and what follows from them (duplicates, execution, search). Whatever an
// earlier reader left of it is replaced; reviews stay, moved to the same printed
// text at the same place or else orphaned. Putting an entry again changes
// nothing but the time of its source. It fails with ErrRecords before anything
// is written where the records contradict the contract.
func (db *DB) Put(ctx context.Context, e Entry) error {
	if e.Document != nil {
		e.SHA256 = cmp.Or(e.SHA256, e.Document.ID)
		e.Format = cmp.Or(e.Format, e.Document.Format)
		e.Encoding = cmp.Or(e.Encoding, e.Document.Encoding)
		e.Bytes = cmp.Or(e.Bytes, e.Document.Bytes)
		e.Pages = cmp.Or(e.Pages, e.Document.Pages)
	}
	op := "store document " + e.SHA256
	tellApart(&e)
	if err := checkEntry(&e); err != nil {
		return fmt.Errorf("%s: %w: %w", op, ErrRecords, err)
	}
	return db.change(ctx, op, func(t *tx) error {
		doc, before, err := putDocument(t, &e)
		if err != nil {
			return err
		}
		if e.Document != nil {
			if err := writeText(t, doc, e.Document, e.Reports); err != nil {
				return err
			}
		}
		if err := writeRecords(t, doc, e.Reports, e.Findings); err != nil {
			return err
		}
		if e.Path != "" {
			keys, err := addSource(t, doc, Source{Path: e.Path, At: e.IngestedAt, Category: e.sourceCategory()})
			if err != nil {
				return err
			}
			before = append(before, keys...)
		}
		if err := anchorReviews(t, doc, func() (anchors, error) { return anchorsOf(e.Reports), nil }); err != nil {
			return err
		}
		if err := relate(t, doc); err != nil {
			return err
		}
		if err := chooseNameless(t, doc); err != nil {
			return err
		}
		if err := chooseExecution(t, union(before, keysOf(e.Reports))); err != nil {
			return err
		}
		return entriesOf(e.Document, e.Reports, e.Findings).replace(t, doc, "")
	})
}

// change runs a writing transaction and names its errors.
func (db *DB) change(ctx context.Context, op string, fn func(*tx) error) error {
	if db.write == nil {
		return fmt.Errorf("%s: %w: opened for reading", op, ErrReadOnly)
	}
	err := db.write.transaction(ctx, fn)
	if cause := ctx.Err(); err != nil && cause != nil && !errors.Is(err, cause) {
		err = fmt.Errorf("%w: %w", cause, err)
	}
	return wrap(op, err)
}

// putDocument writes the document's own row and clears what an earlier reading
// left; before are the programmes that it spoke of.
func putDocument(t *tx, e *Entry) (doc int64, before []string, err error) {
	known := false
	key := []driver.Value{e.SHA256}
	if err := t.each("SELECT doc FROM document WHERE document_id = ?", key, func(c *cursor) error {
		known, doc = true, c.num64()
		return nil
	}); err != nil {
		return 0, nil, err
	}
	if known {
		if before, err = clearDocument(t, doc, e.SHA256); err != nil {
			return 0, nil, err
		}
	}
	scanned, content := false, ""
	if e.Document != nil {
		scanned, content = contentOf(e.Document)
	}
	a := args{}
	a.text(string(e.Format))
	a.text(e.Encoding)
	a.add(e.Bytes)
	a.pos(e.Pages)
	a.must(string(e.Status))
	a.text(string(e.Category))
	a.text(e.Message.EN)
	a.text(e.Message.UK)
	a.text(e.ReaderVersion)
	a.flag(scanned)
	a.text(content)
	a.must(e.SHA256)
	if known {
		return doc, before, t.exec(`UPDATE document SET format = ?, encoding = ?, bytes = ?, pages = ?, status = ?,
			category = ?, message = ?, message_uk = ?, reader_version = ?, scanned = ?, content_key = ?,
			duplicate_of = NULL WHERE document_id = ?`, a.vals...)
	}
	if err := t.exec(`INSERT INTO document (format, encoding, bytes, pages, status, category, message, message_uk,
		reader_version, scanned, content_key, document_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`, a.vals...); err != nil {
		return 0, nil, err
	}
	err = t.each("SELECT doc FROM document WHERE document_id = ?", key, func(c *cursor) error {
		doc = c.num64()
		return nil
	})
	return doc, nil, err
}

// recordTables hold what settling may change; textTables the rest. Children
// stand before their parents.
var (
	recordTables = []string{
		"execution_row", "finding", "ratio", "amount", "mention", "line", "indicator", "measure",
		"report_table", "code", "decision", "report", "clue", "phrase",
	}
	textTables = []string{"repair", "part", "cell", "table_row", "whole_table", "paragraph", "problem"}
)

// writeRecords writes the reports and the document's own findings.
func writeRecords(t *tx, doc int64, reports []*record.Report, findings []record.Finding) error {
	t.forgetFaces()
	s := newShared(t, doc)
	in := t.inserter("report", "doc, report, numbers, "+reportCodec.all())
	for i, r := range reports {
		w := rowWriter{in.add(), s}
		w.add(doc)
		w.num(i + 1)
		w.text(sketchOf(r).String())
		reportCodec.put(&w, r)
	}
	if err := in.flush(); err != nil {
		return err
	}
	own := t.inserter("finding", "doc, report, n, "+findingCodec.all())
	for n := range findings {
		w := rowWriter{own.add(), s}
		w.add(doc)
		w.num(0)
		w.num(n)
		findingCodec.put(&w, &findings[n])
	}
	if err := own.flush(); err != nil {
		return err
	}
	for _, write := range []func() error{
		func() error {
			return writeList(t, &decisionCodec, s, doc, reports, func(r *record.Report) []record.Decision { return r.Decisions })
		},
		func() error {
			return writeList(t, &codeCodec, s, doc, reports, func(r *record.Report) []record.Code { return r.Codes })
		},
		func() error {
			return writeList(t, &reportTableCodec, s, doc, reports, func(r *record.Report) []record.Table { return r.Tables })
		},
		func() error {
			return writeList(t, &measureCodec, s, doc, reports, func(r *record.Report) []record.Measure { return r.Measures })
		},
		func() error {
			return writeList(t, &indicatorCodec, s, doc, reports, func(r *record.Report) []record.Indicator { return r.Indicators })
		},
		func() error {
			return writeList(t, &lineCodec, s, doc, reports, func(r *record.Report) []record.Line { return r.Lines })
		},
		func() error {
			return writeList(t, &mentionCodec, s, doc, reports, func(r *record.Report) []record.UnitMention { return r.Mentions })
		},
		func() error {
			return writeList(t, &amountCodec, s, doc, reports, func(r *record.Report) []record.Amount { return r.Amounts })
		},
		func() error {
			return writeList(t, &ratioCodec, s, doc, reports, func(r *record.Report) []record.Ratio { return r.Ratios })
		},
		func() error {
			return writeList(t, &findingCodec, s, doc, reports, func(r *record.Report) []record.Finding { return r.Findings })
		},
		s.phrase.flush,
		s.clue.flush,
		func() error { return writeTallies(t, doc, reports) },
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// AddSource records one more path of a stored document, or a new time for a
// known one.
func (db *DB) AddSource(ctx context.Context, documentID string, s Source) error {
	return db.change(ctx, "add a source of "+documentID, func(t *tx) error {
		doc, err := docOf(t, documentID)
		if err != nil {
			return err
		}
		keys, err := addSource(t, doc, s)
		if err != nil {
			return err
		}
		return chooseExecution(t, union(keys, nil))
	})
}

// docOf returns a document's number in this file.
func docOf(q eachReader, documentID string) (doc int64, err error) {
	known := false
	err = q.each("SELECT doc FROM document WHERE document_id = ?", []driver.Value{documentID}, func(c *cursor) error {
		known, doc = true, c.num64()
		return nil
	})
	if err == nil && !known {
		err = fmt.Errorf("document %s: %w", documentID, ErrUnknown)
	}
	return doc, err
}

// checkEntry finds what the schema would refuse, so that one defect of a
// recogniser costs a document its reports and not the run its life.
func checkEntry(e *Entry) error {
	if e.SHA256 == "" {
		return errors.New("no SHA-256")
	}
	if e.Document != nil && e.Document.ID != e.SHA256 {
		return fmt.Errorf("document %s given as %s", e.Document.ID, e.SHA256)
	}
	if e.Status == "" {
		return errors.New("no status")
	}
	type key struct{ kind, id string }
	ids := len(e.Findings)
	for _, r := range e.Reports {
		ids += 1 + len(r.Tables) + len(r.Measures) + len(r.Indicators) + len(r.Lines) + len(r.Amounts) + len(r.Findings)
	}
	seen := make(map[key]bool, ids)
	var bad error
	id := func(kind, id string) {
		switch k := (key{kind, id}); {
		case bad != nil:
		case id == "":
			bad = fmt.Errorf("a %s without an id", kind)
		case seen[k]:
			bad = fmt.Errorf("%s %s twice", kind, id)
		default:
			seen[k] = true
		}
	}
	if e.Document != nil {
		for _, b := range e.Document.Blocks {
			if t, ok := b.(*document.Table); ok {
				id("table", record.TableID(e.SHA256, t.Place.Table))
			}
		}
	}
	for _, f := range e.Findings {
		id("finding", f.ID)
	}
	for _, r := range e.Reports {
		if r.DocumentID != e.SHA256 {
			return fmt.Errorf("report %s of document %q", r.ID, r.DocumentID)
		}
		id("report", r.ID)
		for i := range r.Measures {
			id("measure", r.Measures[i].ID)
		}
		for i := range r.Indicators {
			id("indicator", r.Indicators[i].ID)
		}
		for i := range r.Lines {
			id("line", r.Lines[i].ID)
		}
		for i := range r.Amounts {
			id("amount", r.Amounts[i].ID)
		}
		for i := range r.Findings {
			id("finding", r.Findings[i].ID)
		}
	}
	return bad
}

// tellApart numbers findings that have one id: two rules that say the same of one
// thing are no reason to refuse a document. The caller's reports stay as they are.
func tellApart(e *Entry) {
	seen := map[string]int{}
	apart := func(list []record.Finding) []record.Finding {
		own := false
		for i := range list {
			id := list[i].ID
			if seen[id]++; seen[id] == 1 || id == "" {
				continue
			}
			if !own {
				list, own = slices.Clone(list), true
			}
			for n := seen[id]; ; n++ {
				if next := fmt.Sprintf("%s/%d", id, n); seen[next] == 0 {
					seen[next]++
					list[i].ID = next
					break
				}
			}
		}
		return list
	}
	e.Findings = apart(e.Findings)
	for i, r := range e.Reports {
		list := apart(r.Findings)
		if len(list) > 0 && &list[0] != &r.Findings[0] {
			with := *r
			with.Findings = list
			e.Reports = slices.Clone(e.Reports)
			e.Reports[i] = &with
		}
	}
}
