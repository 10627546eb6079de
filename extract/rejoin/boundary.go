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
		if above[b] && (b.cut || g.brokenOff(a, b)) {
			g.split(a, b, topics)
		}
	}
}

// brokenOff reports whether a text of a must go on and one of b's has begun
// before: a cut that the source does not mark.
func (g *grid) brokenOff(a, b *row) bool {
	for c := range g.columns {
		if x, y := a.at(c), b.at(c); x != nil && y != nil && y.kind == text && g.columns[c].prose() &&
			wording.StartsInside(y.parts[0].Text) && x.ends() != marked && !x.blank() {
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
		if g.columns[c].repeats && g.columns[c].values[y.text] > 1 {
			continue
		}
		*v = g.weighTails(a, b, c, topics)
		factor[c] = math.Max(1, 1-cutCell+cutCell*math.Min(v.odds(), 1e6))
	}
	all := odds
	for _, f := range factor {
		all *= f
	}
	moved := 0
	for c := range verdicts {
		v := &verdicts[c]
		at, confidence := piece{start: v.value}, 0.97
		if v.value == 0 {
			if len(v.score) == 0 {
				continue
			}
			row := all / factor[c] // what the other cells say
			best, sure, tail := v.decide(cutCell * row / (1 + row))
			if tail <= enough {
				continue
			}
			at, confidence = piece{part: len(b.cells[c].parts)}, sure
			if best < len(v.pieces) {
				at = v.pieces[best]
			}
		}
		if moved == 0 && (isTotalRow(a) || isTotalRow(b)) {
			return
		}
		moved++
		had := 0
		if x := a.at(c); x != nil {
			had = len(x.parts)
		}
		g.moveTail(a, b, c, at, confidence)
		topics.changed(a, c, had)
		topics.changed(b, c, 0)
	}
}

// alike is what it is worth that a text stands in another row as it is, in nats.
const alike = 2.5

// enough is how probable a tail must be to be moved.
const enough = 0.5

// valueTail finds the rest of a repeated value (an executor's name) that a page
// break cut: a holds its head, and b's cell its rest before another such value.
// It returns how many bytes of b's first part are the rest, or 0.
func (g *grid) valueTail(a, b *row, c int) int {
	col := &g.columns[c]
	x, y := a.at(c), b.at(c)
	if !col.repeats || x == nil || y == nil || len(y.parts) == 0 {
		return 0
	}
	head := x.text
	s := y.parts[0].Text
	if x.kind.family() != textual || !col.longer(strings.TrimRight(head, "-")) {
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

// longer reports whether a value that repeats begins with s and goes on.
func (c *column) longer(s string) bool {
	for v, n := range c.values {
		if n > 1 && len(v) > len(s) && v[:len(s)] == s {
			return true
		}
	}
	return false
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
		tail[0].Join = joinOf(x.text, tail[0].Text)
	}
	g.note(a, c, document.TailMoved, tail[0].Place, confidence, "")
	x.set(append(x.parts[:len(x.parts):len(x.parts)], tail...))
	b.cells[c].set(rest)
	b.cells[c].seam = 0
	a.changed, b.changed = true, true
}
