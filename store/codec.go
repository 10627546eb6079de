package store

import (
	"database/sql/driver"

	"zvit/extract/record"
)

// codec says how one kind of record stands in its table: put and get name the
// same columns in the same order, beside one another so that they stay so.
type codec[T any] struct {
	table, columns string
	place          bool // the columns of @place follow
	put            func(*rowWriter, *T)
	get            func(*rowReader, *T)
}

func (c *codec[T]) all() string {
	if c.place {
		return c.columns + ", " + placeColumns
	}
	return c.columns
}

// rowWriter is args with what the document's records share.
type rowWriter struct {
	*args
	shared *shared
}

// rowReader is a cursor with what the document's records share.
type rowReader struct {
	cursor
	shared *sharedRows
}

// shared keeps phrases and clues of one document once, numbered by their first
// use, so that the numbers depend on the content alone.
type shared struct {
	phrases map[record.Sentence]int
	clues   map[clueKey]int
	phrase  *inserter
	clue    *inserter
	doc     int64
	scratch args
}

type clueKey struct {
	kind, args string
	weight     float64
	text       record.Sentence
}

const (
	phraseColumns = "doc, phrase, text, text_uk"
	clueColumns   = "doc, clue, kind, weight, args, text, text_uk"
)

func newShared(t *tx, doc int64) *shared {
	return &shared{
		phrases: map[record.Sentence]int{}, clues: map[clueKey]int{}, doc: doc,
		phrase: t.inserter("phrase", phraseColumns), clue: t.inserter("clue", clueColumns),
	}
}

// sentence adds the number of s, or NULL where it is empty.
func (w *rowWriter) sentence(s record.Sentence) {
	if s == (record.Sentence{}) {
		w.add(nil)
		return
	}
	n, ok := w.shared.phrases[s]
	if !ok {
		n = len(w.shared.phrases) + 1
		w.shared.phrases[s] = n
		a := w.shared.phrase.add()
		a.add(w.shared.doc)
		a.num(n)
		a.text(s.EN)
		a.text(s.UK)
	}
	w.num(n)
}

// evidence adds the list of the clues' numbers.
func (w *rowWriter) evidence(list []record.Evidence) {
	numbers := make([]int, 0, 8)
	for i := range list {
		e := &list[i]
		w.shared.scratch.vals = w.shared.scratch.vals[:0]
		w.shared.scratch.named(e.Args)
		text, _ := w.shared.scratch.vals[0].Value.(string)
		key := clueKey{e.Kind, text, e.Weight, e.Text}
		n, ok := w.shared.clues[key]
		if !ok {
			n = len(w.shared.clues) + 1
			w.shared.clues[key] = n
			a := w.shared.clue.add()
			a.add(w.shared.doc)
			a.num(n)
			a.must(e.Kind)
			a.float(e.Weight)
			a.text(text)
			a.text(e.Text.EN)
			a.text(e.Text.UK)
		}
		numbers = append(numbers, n)
	}
	w.ints(numbers)
}

// sharedRows are a document's phrases and clues as read.
type sharedRows struct {
	phrases map[int]record.Sentence
	clues   map[int]record.Evidence
}

func (r *rowReader) sentence() record.Sentence { return r.shared.phrases[r.num()] }

func (r *rowReader) evidence() []record.Evidence {
	numbers := r.ints()
	if numbers == nil {
		return nil
	}
	list := make([]record.Evidence, len(numbers))
	for i, n := range numbers {
		list[i] = r.shared.clues[n]
		list[i].Args = append([]record.Arg(nil), list[i].Args...)
	}
	return list
}

// eachReader is a running query: a transaction's, or the reading pool's.
type eachReader interface {
	each(query string, args []driver.Value, fn func(*cursor) error) error
}

func readShared(q eachReader, doc int64) (*sharedRows, error) {
	s := &sharedRows{phrases: map[int]record.Sentence{}, clues: map[int]record.Evidence{}}
	key := []driver.Value{doc}
	if err := q.each("SELECT phrase, text, text_uk FROM phrase WHERE doc = ?", key, func(c *cursor) error {
		s.phrases[c.num()] = record.Sentence{EN: c.text(), UK: c.text()}
		return nil
	}); err != nil {
		return nil, err
	}
	err := q.each("SELECT clue, kind, weight, args, text, text_uk FROM clue WHERE doc = ?", key, func(c *cursor) error {
		s.clues[c.num()] = record.Evidence{
			Kind: c.text(), Weight: c.float(), Args: c.named(), Text: record.Sentence{EN: c.text(), UK: c.text()},
		}
		return nil
	})
	return s, err
}

// writeList writes one list of every report; list gives it.
func writeList[T any](t *tx, c *codec[T], s *shared, doc int64, reports []*record.Report, list func(*record.Report) []T) error {
	in := t.inserter(c.table, "doc, report, n, "+c.all())
	for i, r := range reports {
		rows := list(r)
		for n := range rows {
			w := rowWriter{in.add(), s}
			w.add(doc)
			w.num(i + 1)
			w.num(n)
			c.put(&w, &rows[n])
		}
	}
	return in.flush()
}

// readList reads a list back into the reports of a document.
func readList[T any](q eachReader, c *codec[T], s *sharedRows, doc int64, reports []*record.Report, list func(*record.Report) *[]T) error {
	query := "SELECT report, " + c.all() + " FROM " + c.table + " WHERE doc = ? AND report > 0 ORDER BY doc, report, n"
	return q.each(query, []driver.Value{doc}, func(cur *cursor) error {
		r := rowReader{*cur, s}
		at := r.num()
		if at > len(reports) {
			return nil
		}
		rows := list(reports[at-1])
		var x T
		c.get(&r, &x)
		*rows = append(*rows, x)
		return nil
	})
}
