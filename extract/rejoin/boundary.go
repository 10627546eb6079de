package rejoin

import (
	"math"
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// moveTails looks, for each cell at the head of a page, for the tail of the cell
// above it: the rest of a text that the page break cut, which scans put at the
// head of the next row's cell. Where the tail ends is decided by all clues
// together, as probabilities: whether the text above is finished, whether the
// head begins inside a sentence, the years that each text goes through, the
// words shared with one row's task or the other's, and paragraph marks. Each
// clue counts by how unusual it is in its column.
func (g *grid) moveTails() {
	rows := g.dataRows()
	weigh := false
	for i := 1; i < len(rows); i++ {
		if rows[i].cut || g.brokenOff(rows[i-1], rows[i]) {
			weigh = true
			break
		}
	}
	if !weigh {
		return
	}
	g.learnStyles()
	topics := g.topics(rows)
	above := map[*row]bool{}
	var last *row
	for _, r := range g.rows { // a section's heading separates
		switch {
		case r.gone:
		case !r.plain || r.header || r.section:
			last = nil
		default:
			if last != nil {
				above[r] = true
			}
			last = r
		}
	}
	for i := 1; i < len(rows); i++ {
		a, b := rows[i-1], rows[i]
		if !above[b] || isTotalRow(a) || isTotalRow(b) {
			continue
		}
		if b.cut || g.brokenOff(a, b) {
			g.split(a, b, topics)
		}
	}
}

// brokenOff reports whether a text of a must go on and one of b's has begun
// before: a cut that the source does not mark.
func (g *grid) brokenOff(a, b *row) bool {
	for c := range g.columns {
		if x, y := a.at(c), b.at(c); x != nil && y != nil && y.kind == text && g.columns[c].prose() &&
			wording.StartsInside(y.parts[0].Text) && endingOf(x.text()) != marked && !x.blank() {
			return true
		}
	}
	return false
}

// How likely a cell is cut, before its text is seen.
const (
	cutHere    = 0.3   // at the head of a page
	cutBeside  = 0.5   // where another cell of the row is surely cut
	cutNowhere = 0.003 // where the source marks no page break
)

// split moves the tails at the head of b's cells to a's. A cell that is surely
// cut makes it likelier for those beside it.
func (g *grid) split(a, b *row, topics *topics) {
	done := make([]bool, g.width)
	base := cutHere
	if !b.cut {
		base = cutNowhere
	}
	for range 2 {
		sure := false
		for c := range g.columns {
			if done[c] || !g.columns[c].prose() {
				continue
			}
			y := b.at(c)
			if y == nil || y.kind != text && y.kind != word && y.kind != measured {
				continue
			}
			if n := g.valueTail(a, b, c); n > 0 {
				g.moveTail(a, b, c, piece{part: 0, start: n}, 0.97)
				done[c], sure = true, true
				continue
			}
			if g.columns[c].repeats && g.columns[c].values[strings.TrimSpace(y.text())] > 1 {
				continue
			}
			v := g.weighTails(a, b, c, base, topics)
			if v.best > 0 && v.confidence > 0.55 {
				g.move(a, b, c, v)
				done[c] = true
				sure = sure || v.confidence > 0.9
			}
		}
		if !sure {
			return
		}
		if b.cut {
			base = cutBeside
		} else {
			base = cutHere / 3
		}
	}
}

// verdict is how many pieces of a cell are the tail of the cell above.
type verdict struct {
	pieces     []piece
	best       int
	confidence float64
}

// weighTails compares "nothing of the cell belongs above" with every place at
// which a tail could end.
func (g *grid) weighTails(a, b *row, c int, base float64, topics *topics) verdict {
	col := &g.columns[c]
	st := &col.style
	x, y := a.at(c), b.at(c)
	before := ""
	if x != nil {
		before = strings.TrimSpace(x.text())
	}
	ps := pieces(y, st.ending(marked) < 0.45)
	if len(ps) == 0 {
		return verdict{}
	}
	topics.fill(ps)
	closeness := topics.closeness(a, b, c, ps)
	var prior []int
	if x != nil {
		prior = ladder(pieces(x, false))
	}
	n := len(ps)
	score := make([]float64, n+1)

	// No tail: a's text is whole and b's begins with its head.
	e := endingOf(before)
	inside := wording.StartsInside(ps[0].text)
	own := math.Log(st.start(inside))
	score[0] = math.Log(1-base) + own
	cut := math.Log(base)
	if before == "" {
		score[0] += math.Log(st.vacant())
		cut += math.Log(0.01)
		e = marked
	} else {
		score[0] += math.Log(st.ending(e))
		cut += math.Log([3]float64{0.12, 0.55, 0.33}[e])
	}
	switch {
	case e == marked && inside:
		cut += math.Log(0.03)
	case e == marked:
		cut += math.Log(0.97)
	case inside:
		cut += math.Log(0.85)
	default:
		cut += math.Log(0.15)
	}
	score[0] += g.yearScore(st, prior) + g.yearScore(st, ladder(ps)) + g.ladderEnds(st, prior, ladder(ps))
	several := len(y.parts) > 1
	if several {
		score[0] += math.Log(st.paragraph())
		cut += math.Log(0.45)
	} else {
		score[0] += math.Log(1 - st.paragraph())
		cut += math.Log(0.55)
	}

	weight := make([]float64, n+1)
	total := 0.0
	long := 1.0
	for k := 1; k <= n; k++ {
		w := 0.0
		if k == n {
			w = math.Min(st.vacant()+0.02, 0.2)
		} else {
			switch ps[k].gap {
			case seam:
				w = 30
			case paragraph:
				w = 1
			case sentence:
				w = 0.3
				if several {
					w = 0.06
				}
			case capital:
				w = 0.2
			}
			if ps[k].gap == capital && st.openings[firstStem(ps[k].text)] > 0 {
				w *= 3
			}
		}
		weight[k] = w * long
		long *= 0.9
		total += weight[k]
	}
	sum := 0.0
	for k := 1; k <= n; k++ {
		sum += closeness[k-1]
		s := cut + math.Log(weight[k]/math.Max(total, 0.3)) + math.Max(-6, math.Min(6, sum))
		tail := append(append([]int(nil), prior...), ladder(ps[:k])...)
		rest := ladder(ps[k:])
		s += g.yearScore(st, tail) + g.yearScore(st, rest) + g.ladderEnds(st, tail, rest)
		s += math.Log(st.ending(endingOf(ps[k-1].text)))
		if k < n {
			s += math.Log(st.start(wording.StartsInside(ps[k].text)))
		} else {
			s += math.Log(0.3) // what b itself has to say is gone
		}
		score[k] = s
	}
	// The cell's own end is what it is: with a tail it belongs to what remains.
	score[0] += math.Log(0.9)
	return decide(ps, score)
}

func decide(ps []piece, score []float64) verdict {
	best := 0
	for k, s := range score {
		if s > score[best] {
			best = k
		}
	}
	sum := 0.0
	for _, s := range score {
		sum += math.Exp(s - score[best])
	}
	return verdict{pieces: ps, best: best, confidence: math.Round(math.Min(0.99, 1/sum)*1000) / 1000}
}

// yearScore is the logarithm of how usual the years of one text are: in most
// columns they never go back.
func (g *grid) yearScore(st *style, years []int) float64 {
	return float64(descents(years)) * math.Max(math.Log(st.descent()), -4) * 0.9
}

// ladderEnds favours texts that begin and end with the years that the column's
// other texts begin and end with.
func (g *grid) ladderEnds(st *style, tail, own []int) float64 {
	s := 0.0
	if y, share := mode(st.lasts); share > 0.4 && len(tail) > 0 && tail[len(tail)-1] < y {
		s -= 1.5 * share
	}
	if y, share := mode(st.firsts); share > 0.4 && len(own) > 0 && own[0] > y {
		s -= 1.5 * share
	}
	if len(tail) > 0 && len(own) > 0 && own[0] > tail[0] {
		s -= 0.8
	}
	return s
}

// valueTail finds the rest of a repeated value (an executor's name) that a page
// break cut: a holds its head, and b's cell its rest before another such value.
// It returns how many bytes of b's first part are the rest, or 0.
func (g *grid) valueTail(a, b *row, c int) int {
	col := &g.columns[c]
	x, y := a.at(c), b.at(c)
	if !col.repeats || x == nil || y == nil || len(y.parts) == 0 {
		return 0
	}
	head := strings.TrimSpace(x.text())
	s := y.parts[0].Text
	if head == "" || col.values[head] > 1 {
		return 0
	}
	for i := 1; i <= len(s) && i <= longestValue; i++ {
		if i < len(s) && s[i] != ' ' {
			continue
		}
		whole, rest := head+" "+s[:i], strings.TrimSpace(s[i:])
		if rest == "" && len(y.parts) > 1 {
			rest = strings.TrimSpace(y.parts[1].Text)
		}
		known := col.values[whole] > 0 || col.values[strings.TrimRight(head, "-")+s[:i]] > 0
		if known && (rest == "" || col.values[rest] > 0) {
			return i
		}
	}
	return 0
}

// move carries out a verdict.
func (g *grid) move(a, b *row, c int, v verdict) {
	at := piece{part: len(b.cells[c].parts)}
	if v.best < len(v.pieces) {
		at = v.pieces[v.best]
	}
	g.moveTail(a, b, c, at, v.confidence)
}

// moveTail moves what stands before at in b's cell to the end of a's.
func (g *grid) moveTail(a, b *row, c int, at piece, confidence float64) {
	g.widen(a)
	parts := b.cells[c].parts
	tail := asMoved(parts[:at.part])
	rest := append([]document.Part(nil), parts[at.part:]...)
	if at.part < len(parts) && at.start > 0 {
		p := parts[at.part]
		p.Text, p.Moved = strings.TrimRight(p.Text[:at.start], " \t\n"), true
		tail = append(tail, p)
		rest[0].Text = strings.TrimLeft(rest[0].Text[at.start:], " \t\n")
		if rest[0].Text == "" {
			rest = rest[1:]
		}
	}
	x := &a.cells[c]
	if !x.blank() {
		tail[0].Join = joinOf(x.text(), tail[0].Text)
	}
	g.note(a, c, document.TailMoved, tail[0].Place, confidence, "")
	x.set(append(x.parts[:len(x.parts):len(x.parts)], tail...))
	b.cells[c].set(rest)
	b.cells[c].seam = 0
	a.changed, b.changed = true, true
}
