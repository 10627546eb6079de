package rejoin

import "math"

// style is how a column's texts begin and end when nothing has cut them: what
// is a sign of a cut in one column is the habit of another.
type style struct {
	ends       [endings]float64
	starts     [beginnings]float64
	cells      float64 // that hold text, and none
	blank      float64
	paragraphs float64     // cells of several paragraphs
	descents   float64     // cells whose years go back
	firsts     map[int]int // year that a text begins with
	lasts      map[int]int
	openings   map[stem]int // first words
	forms      map[stem]int // endings of first words
	known      likenesses   // texts, by how like their beginnings are to others'
	within     likenesses   // sentences within a text
	breaks     rate         // sentences that end a paragraph of a text, the last one aside
}

// rate is a part of so many.
type rate struct{ of, all float64 }

func (r *rate) add(is bool) {
	r.all++
	if is {
		r.of++
	}
}

// log is the logarithm of how likely an outcome is, drawn to p.
func (r rate) log(is bool, p float64) float64 {
	p = (r.of + 3*p) / (r.all + 3)
	if !is {
		p = 1 - p
	}
	return math.Log(p)
}

// learnStyles takes the styles from the cells that no cut stands next to.
func (g *grid) learnStyles() {
	for i := range g.columns {
		if g.columns[i].style = (style{}); g.columns[i].prose() {
			g.columns[i].style = style{firsts: map[int]int{}, lasts: map[int]int{}, openings: map[stem]int{}, forms: map[stem]int{}}
		}
	}
	rows := g.dataRows()
	defer g.learnOpenings(rows)
	for i, r := range rows {
		whole := i+1 == len(rows) || !rows[i+1].cut
		for c := range g.columns {
			col := &g.columns[c]
			if !col.prose() {
				continue
			}
			x := r.at(c)
			if x == nil || x.kind != text && x.kind != word {
				if !r.cut && (x == nil || x.kind != dash) {
					col.style.blank++
				}
				continue
			}
			s := x.text
			if whole {
				col.style.ends[x.ends()]++
			}
			if r.cut {
				continue
			}
			col.style.starts[startOf(s)]++
			col.style.openings[firstStem(s)]++
			col.style.forms[firstForm(s)]++
			col.style.cells++
			if len(x.parts) > 1 && !r.joined {
				col.style.paragraphs++
			}
			if !whole {
				continue
			}
			for _, p := range x.whole()[1:] {
				col.style.breaks.add(p.gap == paragraph)
			}
			years := ladder(x.whole())
			if descents(years) > 0 {
				col.style.descents++
			}
			if len(years) > 0 {
				col.style.firsts[years[0]]++
				col.style.lasts[years[len(years)-1]]++
			}
		}
	}
}

// learnOpenings counts how often a text, and a sentence within one, begins with
// a word that another text of the column begins with.
func (g *grid) learnOpenings(rows []*row) {
	for _, r := range rows {
		if r.cut {
			continue
		}
		for c := range g.columns {
			st := &g.columns[c].style
			x := r.at(c)
			if x == nil || x.kind != text || len(st.openings) == 0 {
				continue
			}
			for i, p := range x.whole() {
				if i == 0 {
					st.known[st.likeness(p.text, 1)]++
				} else {
					st.within[st.likeness(p.text, 0)]++
				}
			}
		}
	}
}

// likeness is how like a text begins to the others of its column.
type likeness uint8

const (
	unlike   likeness = iota
	likeForm          // with a word of the same form: "Придбання", "Влаштування"
	likeWord          // with the same word
)

// likenesses counts texts.
type likenesses [likeWord + 1]float64

// log is the logarithm of how likely a likeness is, drawn to usual.
func (l *likenesses) log(is likeness, usual likenesses) float64 {
	const weight = 3
	return math.Log((l[is] + weight*usual[is]) / (l[unlike] + l[likeForm] + l[likeWord] + weight))
}

// How like the others' a text, a sentence within one and a word within a sentence
// begin, where a table has not shown it.
var (
	likeTexts     = likenesses{0.3, 0.2, 0.5}
	likeSentences = likenesses{0.45, 0.15, 0.4}
	likeWords     = likenesses{0.84, 0.11, 0.05}
)

// likeness tells how like the column's texts one begins; own is how often the
// text itself is among those that the column was learnt from.
func (s *style) likeness(text string, own int) likeness {
	if s.openings[firstStem(text)] > own {
		return likeWord
	}
	if form := firstForm(text); form != 0 && s.forms[form] > own {
		return likeForm
	}
	return unlike
}

// opening is how much likelier a text begins so than a sentence within one, or
// than a word within a sentence where inner is false. counted says that the
// text itself is among those that the column was learnt from.
func (s *style) opening(text string, inner, counted bool) float64 {
	own := 0
	if counted {
		own = 1
	}
	is := s.likeness(text, own)
	if inner {
		return s.known.log(is, likeTexts) - s.within.log(is, likeSentences)
	}
	return s.known.log(is, likeTexts) - (&likenesses{}).log(is, likeWords)
}

// dataRows returns the rows with content of their own, in order; nil stands for
// a row that separates those around it.
func (g *grid) dataRows() []*row {
	var rows []*row
	for _, r := range g.rows {
		if r.plain && !r.header && !r.gone && !r.section {
			rows = append(rows, r)
		}
	}
	return rows
}

// Habits of texts in reports, worth a few cells of the column's own.
var (
	usualEnds   = [endings]float64{1.6, 1.25, 0.1, 0.05}
	usualStarts = [beginnings]float64{2.85, 0.05, 0.1}
)

func (s *style) ending(e ending) float64 {
	n := s.ends[marked] + s.ends[bare] + s.ends[modifying] + s.ends[dangling]
	return (s.ends[e] + usualEnds[e]) / (n + 3)
}

func (s *style) start(b beginning) float64 {
	return (s.starts[b] + usualStarts[b]) / (s.starts[0] + s.starts[1] + s.starts[2] + 3)
}

// paragraph is drawn to no less than one cell in a few: marks come with the edges
// of pages, whichever side of them a text stands on.
func (s *style) paragraph() float64 { return (s.paragraphs + 0.7) / (s.cells + 3) }

func (s *style) descent() float64 { return (s.descents + 0.15) / (s.cells + 3) }

func (s *style) vacant() float64 { return (s.blank + 0.1) / (s.cells + s.blank + 4) }

// mode is the commonest year of a map, with its share; the lowest of equals.
func mode(m map[int]int) (year int, share float64) {
	best, all := 0, 0
	for y, n := range m {
		all += n
		if n > best || n == best && y < year {
			best, year = n, y
		}
	}
	if all == 0 {
		return 0, 0
	}
	return year, float64(best) / float64(all+1)
}

// habit is what the column allows where one text ends and another begins.
func (s *style) habit() habit {
	return habit{bare: s.ending(marked) < 0.65, small: s.start(inside) > 0.3, openings: s.openings}
}
