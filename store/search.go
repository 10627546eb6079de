package store

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"slices"
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// Subjects of search entries beyond those of records.
const searchFinding = "finding"

// entryKey says what an entry of the search was made of.
type entryKey struct {
	report  int // 0 of the document itself
	subject string
	tbl, n  int
}

// entries gathers what a search finds of a document.
type entries struct {
	keys  []entryKey
	texts []string // folded, which makes UTF-8 of any bytes
}

// add adds a record of a report, or of the document where report is 0.
func (e *entries) add(report int, subject string, n int, texts ...string) {
	e.row(report, subject, 0, n, texts...)
}

func (e *entries) row(report int, subject string, tbl, n int, texts ...string) {
	text := indexed(strings.TrimSpace(wording.Fold(strings.Join(texts, " "))))
	if text == "" {
		return
	}
	e.keys = append(e.keys, entryKey{report, subject, tbl, n})
	e.texts = append(e.texts, text)
}

// replace writes the entries in the place of a document's entries of one
// subject, or of all where it is empty. Those whose text is still the same stay:
// the index is what costs most of a document that is read again.
func (e *entries) replace(t *tx, doc int64, subject string) error {
	type stored struct {
		entry int64
		text  string
	}
	old := map[entryKey]stored{}
	if err := t.each("SELECT entry, report, subject, tbl, n, text FROM search_entry WHERE doc = ? AND (?2 = '' OR subject = ?2)",
		[]driver.Value{doc, subject}, func(c *cursor) error {
			entry := c.num64()
			old[entryKey{c.num(), c.text(), c.num(), c.num()}] = stored{entry, c.text()}
			return nil
		}); err != nil {
		return err
	}
	var next entries
	for i, k := range e.keys {
		if x, ok := old[k]; ok && x.text == e.texts[i] {
			delete(old, k)
			continue
		}
		next.keys, next.texts = append(next.keys, k), append(next.texts, e.texts[i])
	}
	var gone []int64
	for _, x := range old {
		gone = append(gone, x.entry)
	}
	if len(gone) > 0 {
		slices.Sort(gone)
		list, err := json.Marshal(gone)
		if err != nil {
			return t.fail(err)
		}
		// The index first: it looks the text up.
		for _, table := range []string{"search_text WHERE docid", "search_entry WHERE entry"} {
			if err := t.exec("DELETE FROM "+table+" IN (SELECT value FROM json_each(?))", string(list)); err != nil {
				return err
			}
		}
	}
	return next.write(t, doc)
}

// write writes the entries, and gives all texts to the index in one statement,
// the last of its transaction: with each later one that opens a statement
// journal FTS4 would write out what it has so far.
func (e *entries) write(t *tx, doc int64) error {
	if len(e.keys) == 0 {
		return nil
	}
	first := int64(0)
	if err := t.each("SELECT coalesce(max(entry), 0) + 1 FROM search_entry", nil, func(c *cursor) error {
		first = c.num64()
		return nil
	}); err != nil {
		return err
	}
	in := t.inserter("search_entry", "entry, doc, report, subject, tbl, n, text")
	for i, k := range e.keys {
		a := in.add()
		a.add(first + int64(i))
		a.add(doc)
		a.pos(k.report)
		a.must(k.subject)
		a.pos(k.tbl)
		a.num(k.n)
		a.add(e.texts[i])
	}
	if err := in.flush(); err != nil {
		return err
	}
	return t.exec("INSERT INTO search_text (docid, text) SELECT entry, text FROM search_entry WHERE entry >= ?", first)
}

// entriesOf gathers all entries of a document.
func entriesOf(d *document.Document, reports []*record.Report, own []record.Finding) *entries {
	e := &entries{}
	for i, r := range reports {
		for n := range r.Measures {
			m := &r.Measures[n]
			e.add(i+1, string(record.SubjectMeasure), n, m.Task, m.Measure, m.Executor, m.Information)
		}
		for n := range r.Indicators {
			x := &r.Indicators[n]
			e.add(i+1, string(record.SubjectIndicator), n, x.Name, x.ActualNote, x.Reason, x.Remedy)
		}
		for n := range r.Lines {
			e.add(i+1, string(record.SubjectLine), n, r.Lines[n].Name)
		}
	}
	addFindings(e, reports, own)
	if d != nil {
		addText(e, d, tablesOfRecords(reports))
	}
	return e
}

// tablesOfRecords are the tables whose rows are found as records.
func tablesOfRecords(reports []*record.Report) map[string]bool {
	ids := map[string]bool{}
	for _, r := range reports {
		for i := range r.Measures {
			ids[r.Measures[i].TableID] = true
		}
		for i := range r.Indicators {
			ids[r.Indicators[i].TableID] = true
		}
		for i := range r.Lines {
			ids[r.Lines[i].TableID] = true
		}
	}
	return ids
}

func addText(e *entries, d *document.Document, found map[string]bool) {
	tables := 0
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			if b.Kind != document.Furniture {
				e.add(0, string(record.SubjectProse), i+1, b.Text)
			}
		case *document.Table:
			tables++
			if found[record.TableID(d.ID, b.Place.Table)] {
				continue
			}
			for y := range b.Rows {
				var texts []string
				for n := range b.Rows[y].Cells {
					texts = append(texts, b.Rows[y].Cells[n].Text())
				}
				e.row(0, string(record.SubjectTable), tables, y, texts...)
			}
		}
	}
}

func addFindings(e *entries, reports []*record.Report, own []record.Finding) {
	for n := range own {
		e.add(0, searchFinding, n, own[n].Message.UK, own[n].Message.EN)
	}
	for i, r := range reports {
		for n := range r.Findings {
			e.add(i+1, searchFinding, n, r.Findings[n].Message.UK, r.Findings[n].Message.EN)
		}
	}
}

// Search finds texts that have all the words, each as the beginning of a word,
// in any case, apostrophe and mix of look-alike letters; earlier versions of
// documents are not searched. limit 0 is no limit.
// Words without a letter or digit find nothing.
func (db *DB) Search(ctx context.Context, words string, limit int) (hits []Hit, err error) {
	match, stems := matchOf(words)
	if match == "" {
		return nil, nil
	}
	if limit <= 0 {
		limit = -1
	}
	err = db.reading(ctx, "search", func(q reader) error {
		type found struct {
			doc     int64
			report  int
			subject string
			tbl, n  int
		}
		var list []found
		if err := q.each(`SELECT e.doc, e.report, e.subject, e.tbl, e.n FROM search_text x JOIN search_entry e ON e.entry = x.docid
			WHERE x.text MATCH ? AND NOT EXISTS (SELECT 1 FROM document d WHERE d.doc = e.doc AND d.superseded_by IS NOT NULL)
			ORDER BY x.docid LIMIT ?`, []driver.Value{match, int64(limit)}, func(c *cursor) error {
			list = append(list, found{c.num64(), c.num(), c.text(), c.num(), c.num()})
			return nil
		}); err != nil {
			return err
		}
		for _, f := range list {
			var text string
			h := Hit{Subject: record.Subject(f.subject)}
			if err := q.each(searchSource[f.subject], []driver.Value{f.doc, int64(f.report), int64(f.n), int64(f.tbl)}, func(c *cursor) error {
				h.SubjectID, h.Page, h.Place, text = c.text(), c.num(), c.text(), c.text()
				if f.subject == searchFinding {
					h.Finding = h.SubjectID
					h.Subject, h.SubjectID = record.Subject(c.text()), c.text()
				}
				return nil
			}); err != nil {
				return err
			}
			if err := q.each(`SELECT d.document_id, `+bestPath("d.doc")+`, r.report_id, r.programme
				FROM document d LEFT JOIN report r ON r.doc = d.doc AND r.report = ? WHERE d.doc = ?`,
				[]driver.Value{int64(f.report), f.doc}, func(c *cursor) error {
					h.DocumentID, h.Path, h.ReportID, h.Programme = c.text(), c.text(), c.text(), c.text()
					return nil
				}); err != nil {
				return err
			}
			h.Snippet = snippet(text, stems)
			hits = append(hits, h)
		}
		return nil
	})
	return hits, err
}

// searchSource reads what an entry was made of (id, page, place, text) by the
// document, the report, n and the table.
var searchSource = map[string]string{
	string(record.SubjectMeasure): `SELECT measure_id, page, ` + placeText("measure") + `, concat_ws(' ', task, measure, executor, information)
		FROM measure WHERE doc = ?1 AND report = ?2 AND n = ?3 AND ?4 = 0`,
	string(record.SubjectIndicator): `SELECT indicator_id, page, ` + placeText("indicator") + `, concat_ws(' ', name, actual_note, reason, remedy)
		FROM indicator WHERE doc = ?1 AND report = ?2 AND n = ?3 AND ?4 = 0`,
	string(record.SubjectLine): `SELECT line_id, page, ` + placeText("line") + `, name FROM line WHERE doc = ?1 AND report = ?2 AND n = ?3 AND ?4 = 0`,
	string(record.SubjectProse): `SELECT substr(d.document_id, 1, 16) || '/p' || p.para, p.page, ` + placeText("p") + `, p.text
		FROM paragraph p JOIN document d ON d.doc = p.doc WHERE p.doc = ?1 AND p.block = ?3 AND ?2 + ?4 = 0`,
	string(record.SubjectTable): `SELECT t.table_id, r.page, ` + placeText("r") + `, (SELECT group_concat(c.text, ' ') FROM cell c
			WHERE c.doc = r.doc AND c.tbl = r.tbl AND c.row = r.row)
		FROM table_row r JOIN whole_table t ON t.doc = r.doc AND t.tbl = r.tbl
		WHERE r.doc = ?1 AND r.row = ?3 AND r.tbl = ?4 AND ?2 = 0`,
	searchFinding: `SELECT finding_id, page, ` + placeText("finding") + `, concat_ws(' ', message_uk, message), subject, subject_id
		FROM finding WHERE doc = ?1 AND report = ?2 AND n = ?3 AND ?4 = 0`,
}

// matchOf turns words into an FTS4 query: every word a prefix, and a word of
// several ("пам'ятка") a phrase. Nothing of the user's is an operator.
func matchOf(words string) (match string, stems []string) {
	var terms []string
	for _, word := range strings.Fields(wording.Fold(words)) {
		tokens := wordsOf(word)
		if len(tokens) == 0 {
			continue
		}
		terms = append(terms, `"`+strings.Join(tokens, " ")+`*"`)
		stems = append(stems, tokens...)
	}
	return strings.Join(terms, " "), stems
}

const snippetRunes = 160

// snippet cuts the text around the first word found and marks what was found.
func snippet(text string, stems []string) string {
	type word struct{ from, to int }
	runes := []rune(strings.Join(strings.Fields(text), " "))
	var found []word
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && wordRune(runes[j]) {
			j++
		}
		if j == i {
			i++
			continue
		}
		w := strings.ToLower(wording.Fold(string(runes[i:j])))
		for _, s := range stems {
			if strings.HasPrefix(w, s) {
				found = append(found, word{i, j})
				break
			}
		}
		i = j
	}
	from := 0
	if len(found) > 0 && found[0].from > snippetRunes/4 {
		from = found[0].from - snippetRunes/4
		for from < found[0].from && runes[from] != ' ' {
			from++
		}
		from = min(from+1, found[0].from)
	}
	to := min(len(runes), from+snippetRunes)
	var b strings.Builder
	if from > 0 {
		b.WriteString("…")
	}
	at := from
	for _, w := range found {
		if w.from < at || w.to > to {
			continue
		}
		b.WriteString(string(runes[at:w.from]) + MarkFrom + string(runes[w.from:w.to]) + MarkTo)
		at = w.to
	}
	b.WriteString(string(runes[at:to]))
	if to < len(runes) {
		b.WriteString("…")
	}
	return b.String()
}
