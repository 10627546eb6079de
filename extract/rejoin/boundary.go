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

// How likely the row above is cut, before the texts are seen, as odds.
const (
	cutHere    = 1.0    // at the head of a page
	cutNowhere = 0.01   // where the source marks no page break
	cutSound   = 0.0004 // the same, in a table that nothing else has damaged
	// cutCell is how likely a cell of a cut row is cut.
	cutCell = 0.5
)

// split moves the tails at the head of b's cells to a's. A cut goes through all
// the cells of a row, so each cell's clues count for the others too.
func (g *grid) split(a, b *row, topics *topics) {
	odds := cutHere
	if !b.cut {
		odds = cutNowhere
		if len(g.repairs) == 0 {
			odds = cutSound
		}
	}
	verdicts := make([]verdict, g.width)
	factor := make([]float64, g.width)
	for c := range g.columns {
		factor[c] = 1
		y := b.at(c)
		if !g.columns[c].prose() || y == nil || y.kind != text && y.kind != word && y.kind != measured {
			continue
		}
		v := &verdicts[c]
		if n := g.valueTail(a, b, c); n > 0 {
			v.value, factor[c] = n, 50
			continue
		}
		if g.columns[c].repeats && g.columns[c].values[strings.TrimSpace(y.text())] > 1 {
			continue
		}
		*v = g.weighTails(a, b, c, topics)
		factor[c] = math.Max(1, 1-cutCell+cutCell*math.Min(v.odds(), 1e6))
	}
	all := odds
	for _, f := range factor {
		all *= f
	}
	for c := range verdicts {
		v := &verdicts[c]
		if v.value > 0 {
			g.moveTail(a, b, c, piece{start: v.value}, 0.97)
			continue
		}
		if len(v.score) == 0 {
			continue
		}
		row := all / factor[c] // what the other cells say
		base := cutCell * row / (1 + row)
		if best, confidence, any := v.decide(base); any > enough {
			g.move(a, b, c, v.pieces, best, confidence)
		}
	}
}

// alike is what it is worth that a text stands in another row as it is, in nats.
const alike = 2.5

// enough is how probable a tail must be to be moved.
const enough = 0.5

// lengthWeight is how much the length of a text counts beside the other clues.
const lengthWeight = 0.15

// verdict says how well each number of pieces of a cell fits as the tail of the
// cell above, as logarithms; score[0] is for none.
type verdict struct {
	value  int // bytes of the cell that are the rest of a repeated value
	pieces []piece
	score  []float64
}

// odds are those of any tail against none, by the texts alone.
func (v *verdict) odds() float64 {
	sum := 0.0
	for _, s := range v.score[1:] {
		sum += math.Exp(s - v.score[0])
	}
	return sum
}

// decide returns the likeliest number of pieces, the probability that it is
// right, and that of any tail, where base is how likely the cell is cut.
func (v *verdict) decide(base float64) (best int, confidence, any float64) {
	odds := v.odds() * base / (1 - base)
	any = odds / (1 + odds)
	best = 1
	for k := range v.score {
		if k > 0 && v.score[k] > v.score[best] {
			best = k
		}
	}
	share := math.Exp(v.score[best]-v.score[0]) / v.odds()
	return best, math.Round(math.Min(0.99, any*share)*1000) / 1000, any
}

// weighTails compares "nothing of the cell belongs above" with every place at
// which a tail could end.
func (g *grid) weighTails(a, b *row, c int, topics *topics) verdict {
	col := &g.columns[c]
	own := col.style // without what these two cells have told it
	st := &own
	x, y := a.at(c), b.at(c)
	before := ""
	if x != nil && x.kind != dash {
		before = strings.TrimSpace(x.text())
	}
	ps := pieces(y, st.habit())
	if len(ps) == 0 {
		return verdict{}
	}
	topics.fill(ps)
	apart := topics.apart(a, b, c, ps)
	var prior []int
	if x != nil {
		prior = ladder(pieces(x, habit{}))
	}
	n := len(ps)
	score := make([]float64, n+1)
	length := 0
	for i := range ps {
		length += len(ps[i].text) + 1
	}

	// No tail: a's text is whole and b's begins with its head.
	e := endingOf(before)
	head := startOf(ps[0].text)
	if !b.cut {
		st.starts[head] = math.Max(st.starts[head]-1, 0)
		if before != "" {
			st.ends[e] = math.Max(st.ends[e]-1, 0)
		}
	}
	score[0] = math.Log(st.start(head))
	if e != marked {
		score[0] += st.opening(ps[0].text, false, !b.cut)
	}
	cut := 0.0
	if before == "" {
		score[0] += math.Log(st.vacant())
		cut += math.Log(0.003)
		e = marked
	} else {
		score[0] += math.Log(st.ending(e))
		cut += math.Log([3]float64{0.12, 0.55, 0.33}[e])
	}
	if e == marked {
		cut += math.Log([3]float64{0.93, 0.03, 0.04}[head])
	} else {
		cut += math.Log([3]float64{0.16, 0.74, 0.1}[head])
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
				if several { // the marks are the cut's, where texts have none
					w = 0.06 + 0.24*math.Min(3*st.paragraph(), 1)
				}
			case capital:
				w = 0.2
			case anywhere:
				w = 0.03
			}
		}
		weight[k] = w * long
		long *= 0.9
		total += weight[k]
	}
	for k := 1; k <= n; k++ {
		s := cut + math.Log(weight[k]/math.Max(total, 0.3)) + apart[k]
		tail := append(append([]int(nil), prior...), ladder(ps[:k])...)
		rest := ladder(ps[k:])
		s += g.yearScore(st, tail) + g.yearScore(st, rest) + g.ladderEnds(st, tail, rest)
		s += math.Log(st.ending(endingOf(ps[k-1].text)))
		if k < n {
			s += math.Log(st.start(startOf(ps[k].text)))
			if gap := ps[k].gap; gap == capital || gap == sentence || gap == anywhere {
				s += st.opening(ps[k].text, gap == sentence, false)
			}
			if k == n-1 && col.values[ps[k].text] > 0 {
				s += alike // rows often say the same in a few words
			}
			if itemNumber(ps[k].text) > 1 {
				s -= 3 // a list goes on
			}
		} else {
			s += math.Log(0.08) // what b itself has to say is gone
		}
		had := len(before)
		for i := range ps[:k] {
			had += len(ps[i].text) + 1
		}
		score[k] = s + col.usualLength(had) + col.usualLength(len(before)+length-had)
	}
	score[0] += col.usualLength(len(before)) + col.usualLength(length)
	// The cell's own end is what it is: with a tail it belongs to what remains.
	score[0] += math.Log(0.9)
	if n == 1 && col.values[ps[0].text] > 1 {
		score[0] += alike
	}
	switch n := itemNumber(ps[0].text); {
	case n > 1:
		score[0] -= 3
	case n == 1:
		score[0] += 3
	}
	return verdict{pieces: ps, score: score}
}

// yearScore is the logarithm of how usual the years of one text are: in most
// columns they never go back.
func (g *grid) yearScore(st *style, years []int) float64 {
	return float64(descents(years)) * math.Max(math.Log(st.descent()), -4) * 0.9
}

// usualLength is the logarithm of how usual a text of so many bytes is in the
// column, weakly: half a text is shorter than most, and one and a half longer.
func (c *column) usualLength(bytes int) float64 {
	if c.lengths.n < 3 || bytes == 0 {
		return 0
	}
	// Ukrainian takes nearly two bytes a letter.
	z := (math.Log(float64(bytes)/1.85+1) - c.lengths.mean()) / math.Max(c.lengths.deviation(), 0.35)
	return -math.Min(z*z/2, 3) * lengthWeight
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
	if x.kind.family() != textual {
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
		known := max(col.values[whole], col.values[strings.TrimRight(head, "-")+s[:i]])
		if known > 1 && known > col.values[head] && (rest == "" || col.values[rest] > 0 || col.begins(rest)) {
			return i
		}
	}
	return 0
}

// begins reports whether s is the head of a value that repeats.
func (c *column) begins(s string) bool {
	for v, n := range c.values {
		if n > 1 && len(v) > len(s) && v[len(s)] == ' ' && v[:len(s)] == s {
			return true
		}
	}
	return false
}

// move carries out a verdict: n pieces of b's cell go to a's.
func (g *grid) move(a, b *row, c int, ps []piece, n int, confidence float64) {
	at := piece{part: len(b.cells[c].parts)}
	if n < len(ps) {
		at = ps[n]
	}
	g.moveTail(a, b, c, at, confidence)
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
