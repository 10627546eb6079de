package store

import (
	"database/sql/driver"
	"encoding/binary"
	"math"

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
	clues   map[string]int
	phrase  *inserter
	clue    *inserter
	doc     int64
	key     []byte // of the clue that is looked up
	numbers []int
}

const (
	phraseColumns = "doc, phrase, text, text_uk"
	clueColumns   = "doc, clue, kind, weight, args, text, text_uk"
)

func newShared(t *tx, doc int64) *shared {
	return &shared{
		phrases: map[record.Sentence]int{}, clues: map[string]int{}, doc: doc,
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
	s := w.shared
	s.numbers = s.numbers[:0]
	for i := range list {
		e := &list[i]
		s.key = appendClue(s.key[:0], e)
		n, ok := s.clues[string(s.key)]
		if !ok {
			n = len(s.clues) + 1
			s.clues[string(s.key)] = n
			a := s.clue.add()
			a.add(s.doc)
			a.num(n)
			a.must(e.Kind)
			a.float(e.Weight)
			a.named(e.Args)
			a.text(e.Text.EN)
			a.text(e.Text.UK)
		}
		s.numbers = append(s.numbers, n)
	}
	w.ints(s.numbers)
}

// appendClue appends all that a clue says.
func appendClue(b []byte, e *record.Evidence) []byte {
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(e.Weight))
	say := func(s string) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	say(e.Kind)
	say(e.Text.EN)
	say(e.Text.UK)
	for i := range e.Args {
		say(e.Args[i].Name)
		say(e.Args[i].Value)
	}
	return b
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
