package store

import (
	"database/sql/driver"
	"fmt"
	"slices"

	"zvit/extract/document"
)

// face is what the rules of duplicates, of versions and of execution see of a
// document.
type face struct {
	doc          int64
	id           string
	format       document.Format
	whole        bool
	scanned      bool
	content      string
	duplicateOf  string
	supersededBy string
	reports      []reportFace // report n at n-1
}

type reportFace struct {
	kind, key, from, to    string
	numbers                sketch
	authority, responsible string
	// What it reports of execution (tally.go), summed over its years.
	tallied           bool
	planned, actual   int64
	chosen, contested bool
}

// faces are those that a transaction has looked at. Each document is read once,
// all of a programme's in one query, as a generic programme's name may be shared
// by hundreds; who changes what a face says changes the face with it, and who
// writes whole documents begins anew (forgetFaces).
type faces struct {
	docs       map[int64]*face
	ids        map[string]*face
	programmes map[string][]*face // all that name it
}

// facesKept bounds what a merge of many documents keeps.
const facesKept = 4096

func (t *tx) faces() *faces {
	if t.seen == nil {
		t.seen = &faces{docs: map[int64]*face{}, ids: map[string]*face{}, programmes: map[string][]*face{}}
	}
	return t.seen
}

func (t *tx) forgetFaces() { t.seen = nil }

// boundFaces forgets the faces where they are many. Nobody may hold one then:
// what is changed in it would not be seen in the next one of its document.
func (t *tx) boundFaces() {
	if t.seen != nil && len(t.seen.docs) > facesKept {
		t.forgetFaces()
	}
}

// Where in a row of read's query a report begins, and its sums.
const (
	reportColumn = 8
	tallyColumn  = reportColumn + 8
)

// read returns the faces of the documents whose numbers IN (docs) gives, in their
// order. A join with SELECT DISTINCT would build a temporary B-tree each time.
func (known *faces) read(t *tx, docs string, args ...driver.Value) ([]*face, error) {
	var list []*face
	var f *face // nil while the rows are of a known one
	last := int64(-1)
	err := t.each(`SELECT d.doc, d.document_id, d.format, d.status, d.scanned, d.content_key, d.duplicate_of, d.superseded_by,
			r.report, r.kind, r.programme_key, r.period_from, r.period_to, r.numbers, r.authority, r.responsible,
			x.n IS NOT NULL, x.planned_kopecks, x.actual_kopecks, x.chosen, x.contested
		FROM document d LEFT JOIN report r ON r.doc = d.doc LEFT JOIN execution_row x ON x.doc = r.doc AND x.report = r.report
		WHERE d.doc IN (`+docs+`)
		ORDER BY d.doc, r.report, x.n`, args, func(c *cursor) error {
		if doc := c.num64(); doc != last {
			last, f = doc, nil
			if old := known.docs[doc]; old != nil {
				list = append(list, old)
				return nil
			}
			f = &face{
				doc: doc, id: c.text(), format: document.Format(c.text()), whole: c.text() == string(document.OK),
				scanned: c.flag(), content: c.text(), duplicateOf: c.text(), supersededBy: c.text(),
			}
			known.docs[doc], known.ids[f.id] = f, f
			list = append(list, f)
		}
		if f == nil {
			return nil
		}
		c.i = reportColumn
		n := c.num()
		if n == 0 {
			return nil
		}
		if n > len(f.reports) {
			f.reports = append(f.reports, reportFace{
				kind: c.text(), key: c.text(), from: c.text(), to: c.text(), numbers: readSketch(c.text()),
				authority: c.text(), responsible: c.text(),
			})
		}
		c.i = tallyColumn
		r := &f.reports[n-1]
		r.tallied = c.flag()
		r.planned, r.actual = r.planned+c.num64(), r.actual+c.num64()
		chosen, contested := c.flag(), c.flag()
		r.chosen, r.contested = r.chosen || chosen, r.contested || contested
		return nil
	})
	return list, err
}

// readFace returns the face of one document.
func readFace(t *tx, doc int64) (*face, error) {
	known := t.faces()
	if f := known.docs[doc]; f != nil {
		return f, nil
	}
	list, err := known.read(t, "?", doc)
	if err != nil {
		return nil, err
	}
	if len(list) != 1 {
		return nil, fmt.Errorf("document %d: %w", doc, ErrUnknown)
	}
	return list[0], nil
}

// byID is readFace for a document's hash.
func (known *faces) byID(t *tx, id string) (*face, error) {
	if f := known.ids[id]; f != nil {
		return f, nil
	}
	doc, err := docOf(t, id)
	if err != nil {
		return nil, err
	}
	return readFace(t, doc)
}

// programme returns the documents with a report on a programme.
func (known *faces) programme(t *tx, key string) ([]*face, error) {
	if list, ok := known.programmes[key]; ok {
		return list, nil
	}
	list, err := known.read(t, "SELECT doc FROM report WHERE programme_key = ?", key)
	if err != nil {
		return nil, err
	}
	known.programmes[key] = list
	return list, nil
}

// neighbours returns the documents that may say the same as f, each once, in no
// order that matters.
func neighbours(t *tx, f *face) ([]*face, error) {
	known := t.faces()
	var all []*face
	met := map[int64]bool{f.doc: true}
	take := func(n *face) {
		if !met[n.doc] {
			met[n.doc] = true
			all = append(all, n)
		}
	}
	for _, r := range f.reports {
		if r.key == "" || r.numbers.count < leastNumbers {
			continue
		}
		list, err := known.programme(t, r.key)
		if err != nil {
			return nil, err
		}
		for _, n := range list {
			if slices.ContainsFunc(n.reports, r.of) {
				take(n)
			}
		}
	}
	if f.content == "" {
		return all, nil
	}
	var docs []int64
	if err := t.each("SELECT doc FROM document WHERE content_key = ?", []driver.Value{f.content}, func(c *cursor) error {
		docs = append(docs, c.num64())
		return nil
	}); err != nil {
		return nil, err
	}
	for _, doc := range docs {
		n, err := readFace(t, doc)
		if err != nil {
			return nil, err
		}
		take(n)
	}
	return all, nil
}

// of: both are of the same programme, kind and period.
func (r reportFace) of(o reportFace) bool {
	return r.key != "" && r.key == o.key && r.kind == o.kind && r.from == o.from && r.to == o.to
}
