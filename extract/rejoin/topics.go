package rejoin

import (
	"cmp"
	"math"
	"slices"
)

// topics tells which of two rows a sentence speaks of, by the words that it
// shares with each, the rarer the more. It reads each cell's words once, and
// the cells of two rows again when a tail has gone from one to the other.
type topics struct {
	rows  []*row
	at    map[*row]int
	ids   map[stem]wordID
	words []wordIn     // by word
	cells [][][]wordAt // by row and column: the words of a text, in order
	count int          // words of all texts
	texts int          // parts of cells that have words
	// How much each row is like one that markKin asks for; zero between uses.
	weight []float64
	kin    []int // see markKin; empty between uses
}

// wordID counts the stems of a table from 0.
type wordID int32

// wordAt is a word and where it ends: the part of the cell, and the byte of it.
type wordAt struct {
	wordID
	part, end int32
}

// wordIn counts the rows that have a word, and keeps the first of them.
type wordIn struct {
	n     int32
	last  int32
	first [kinRows]int32
	// What apart notes of the word; zero between uses.
	marks                 mark
	firstPiece, lastPiece int32 // counted from 1
}

// mark says where a word stands beside the pieces that are to be split.
type mark uint8

const (
	inUpper mark = 1 << iota // in another cell of the upper row
	inLower                  // in another cell of the lower row
	told                     // in the upper cell itself
	nearKin                  // in rows like the upper one
	farKin                   // in rows like the lower one
)

// topicStep is what a word on both sides is worth, in nats a nat of its rarity,
// and topicMost what all words together are.
const (
	topicStep = 0.3
	topicMost = 7.0
	toldAlike = 0.3 // what a word is worth that only texts of this column share
)

func (g *grid) topics(rows []*row) *topics {
	bytes := 0
	for _, r := range rows {
		for c := range r.cells {
			bytes += len(r.cells[c].text)
		}
	}
	stems := bytes / bytesOfStem
	t := &topics{
		rows: rows, at: make(map[*row]int, len(rows)),
		ids: make(map[stem]wordID, stems), words: make([]wordIn, 0, stems),
		cells: make([][][]wordAt, len(rows)), weight: make([]float64, len(rows)),
	}
	for i, r := range rows {
		t.at[r] = i
		t.read(i)
		for _, words := range t.cells[i] {
			for k, w := range words {
				t.words[w.wordID].add(int32(i))
				if k == 0 || words[k-1].part != w.part {
					t.texts++
				}
			}
			t.count += len(words)
		}
	}
	return t
}

// bytesOfStem is how many bytes of a table's texts bring it another stem.
const bytesOfStem = 32

func (w *wordIn) add(row int32) {
	if w.n > 0 && w.last == row {
		return
	}
	if w.n < kinRows {
		w.first[w.n] = row
	}
	w.n++
	w.last = row
}

// id returns the word of a stem.
func (t *topics) id(s stem) wordID {
	w, ok := t.ids[s]
	if !ok {
		w = wordID(len(t.words))
		t.ids[s] = w
		t.words = append(t.words, wordIn{})
	}
	return w
}

// read finds the words of a row's texts.
func (t *topics) read(i int) {
	r := t.rows[i]
	t.cells[i] = make([][]wordAt, len(r.cells))
	for c := range r.cells {
		if r.cells[c].kind != text {
			continue
		}
		t.cells[i][c] = t.wordsOf(&r.cells[c])
	}
}

func (t *topics) wordsOf(x *cell) []wordAt {
	return t.wordsFrom(make([]wordAt, 0, len(x.text)/16+4), x, 0)
}

// wordsFrom appends the words of a cell from one of its parts on.
func (t *topics) wordsFrom(words []wordAt, x *cell, part int) []wordAt {
	for k := part; k < len(x.parts); k++ {
		eachStem(x.parts[k].Text, func(s stem, end int) {
			words = append(words, wordAt{t.id(s), int32(k), int32(end)})
		})
	}
	return words
}

// of returns the words of a cell.
func (t *topics) of(r *row, c int) []wordAt {
	if words := t.cells[t.at[r]][c]; words != nil {
		return words
	}
	return t.wordsOf(&r.cells[c])
}

// changed reads the cell of a column again whose text is another now, from one of
// its parts on.
func (t *topics) changed(r *row, c, part int) {
	i := t.at[r]
	for len(t.cells[i]) <= c {
		t.cells[i] = append(t.cells[i], nil)
	}
	known := t.cells[i][c]
	t.cells[i][c] = nil
	if r.cells[c].kind != text {
		return
	}
	if part == 0 || known == nil {
		t.cells[i][c] = t.wordsOf(&r.cells[c])
		return
	}
	t.cells[i][c] = t.wordsFrom(known, &r.cells[c], part)
}

// kinRows is how many rows a word may stand in that makes rows kin, and kinMost
// how many kin of a row are asked.
const (
	kinRows = 8
	kinMost = 4
)

// markKin marks the words of column c in the rows whose other cells are most
// like those of row r: what they tell of, r may tell of. Rows r and not are
// left out. It returns the rows.
func (t *topics) markKin(r, not, c int, m mark) []int {
	order := t.kin[:0]
	for j, words := range t.cells[r] {
		if j == c {
			continue
		}
		for _, w := range words {
			in := &t.words[w.wordID]
			if in.n < 2 || in.n > kinRows || int(in.n)*3 > len(t.rows) {
				continue
			}
			for _, k := range in.first[:in.n] {
				k := int(k)
				if k == r || k == not {
					continue
				}
				if t.weight[k] == 0 {
					order = append(order, k)
				}
				t.weight[k] += 1 / float64(in.n)
			}
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(t.weight[y], t.weight[x]) })
	for _, k := range order {
		t.weight[k] = 0
	}
	t.kin = order[:0]
	order = slices.Clone(order[:min(kinMost, len(order))])
	for _, k := range order {
		if c < len(t.cells[k]) {
			t.mark(t.cells[k][c], m)
		}
	}
	return order
}

func (t *topics) mark(words []wordAt, m mark) {
	for _, w := range words {
		t.words[w.wordID].marks |= m
	}
}

// unmark takes all marks from the words of some rows.
func (t *topics) unmark(rows ...int) {
	for _, r := range rows {
		for _, words := range t.cells[r] {
			for _, w := range words {
				t.words[w.wordID].marks = 0
			}
		}
	}
}

// apart says for each k how well the first k pieces of b's cell in column c go
// with a, and the others with b, in nats: a word that stands on both sides of
// the split speaks against it, the more the fewer rows have it.
func (t *topics) apart(a, b *row, c int, ps []piece) []float64 {
	upper, lower := t.at[a], t.at[b]
	for j, words := range t.cells[upper] {
		if j == c {
			t.mark(words, told)
		} else {
			t.mark(words, inUpper)
		}
	}
	for j, words := range t.cells[lower] {
		if j != c {
			t.mark(words, inLower)
		}
	}
	defer t.unmark(upper, lower)
	if len(ps) > 1 {
		defer t.unmark(t.markKin(upper, lower, c, nearKin)...)
		defer t.unmark(t.markKin(lower, upper, c, farKin)...)
	}

	var order []wordID // as the pieces have them
	k := 0
	for _, w := range t.of(b, c) {
		for ps[k].part < int(w.part) || ps[k].end < int(w.end) {
			k++
		}
		in := &t.words[w.wordID]
		if in.firstPiece == 0 {
			in.firstPiece = int32(k + 1)
			order = append(order, w.wordID)
		}
		in.lastPiece = int32(k + 1)
	}
	step := make([]float64, len(ps)+2)
	cost := func(from, to int, w float64) { // for k from..to
		if from <= to {
			step[from] += w
			step[to+1] -= w
		}
	}
	for _, w := range order {
		in := &t.words[w]
		first, last := int(in.firstPiece)-1, int(in.lastPiece)-1
		in.firstPiece, in.lastPiece = 0, 0
		worth := topicStep * math.Log(float64(len(t.rows)+2)/float64(in.n+1))
		if worth <= 0 {
			continue
		}
		m := in.marks
		switch near, far := m&nearKin != 0, m&farKin != 0; {
		case m&inUpper != 0 && m&inLower != 0:
		case m&inUpper != 0:
			cost(0, last, worth)
		case m&inLower != 0:
			cost(first+1, len(ps), worth)
		case m&told != 0 || near && !far:
			cost(0, last, worth*toldAlike)
		case far && !near:
			cost(first+1, len(ps), worth*toldAlike)
		default:
			cost(first+1, last, worth*toldAlike)
		}
	}
	out := make([]float64, len(ps)+1)
	sum := 0.0
	for k := range out {
		sum += step[k]
		out[k] = -sum
	}
	base := out[0]
	for k := range out {
		out[k] = math.Max(-topicMost, math.Min(topicMost, out[k]-base))
	}
	return out
}
