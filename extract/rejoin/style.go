package rejoin

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/wording"
)

// style is how a column's texts begin and end when nothing has cut them: what
// is a sign of a cut in one column is the habit of another.
type style struct {
	ends       [3]float64 // by ending
	starts     [3]float64 // by start
	cells      float64    // that hold text, and none
	blank      float64
	paragraphs float64     // cells of several paragraphs
	descents   float64     // cells whose years go back
	firsts     map[int]int // year that a text begins with
	lasts      map[int]int
	openings   map[stem]int // first words
	known      rate         // texts that begin as another does
	within     rate         // sentences within a text that begin so
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

// ending is how a text ends.
type ending uint8

const (
	marked   ending = iota // a sentence's end
	bare                   // a word
	dangling               // a word or mark that something must follow
)

// beginning is how a text begins.
type beginning uint8

const (
	fresh  beginning = iota // as a sentence does
	inside                  // within a sentence
	figure                  // with a number that is no list's
)

func startOf(s string) beginning {
	switch {
	case wording.StartsInside(s):
		return inside
	case startsWithDigit(strings.TrimSpace(s)) && itemNumber(s) == 0:
		return figure
	}
	return fresh
}

// learnStyles takes the styles from the cells that no cut stands next to.
func (g *grid) learnStyles() {
	for i := range g.columns {
		g.columns[i].style = style{firsts: map[int]int{}, lasts: map[int]int{}, openings: map[stem]int{}}
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
				col.style.ends[endingOf(s)]++
			}
			if r.cut {
				continue
			}
			col.style.starts[startOf(s)]++
			col.style.openings[firstStem(s)]++
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
				n := st.openings[firstStem(p.text)]
				if i == 0 {
					st.known.add(n > 1)
				} else {
					st.within.add(n > 0)
				}
			}
		}
	}
}

// opening is how much likelier a text begins so than a sentence within one, or
// than a word within a sentence where inner is false. counted says that the
// text itself is among those that the column was learnt from.
func (s *style) opening(text string, inner, counted bool) float64 {
	n := s.openings[firstStem(text)]
	if counted {
		n--
	}
	is := n > 0
	if inner {
		return s.known.log(is, 0.5) - s.within.log(is, 0.4)
	}
	return s.known.log(is, 0.5) - rate{}.log(is, 0.05)
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
	usualEnds   = [3]float64{1.6, 1.35, 0.05}
	usualStarts = [3]float64{2.85, 0.05, 0.1}
)

func (s *style) ending(e ending) float64 {
	n := s.ends[0] + s.ends[1] + s.ends[2]
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

func endingOf(s string) ending {
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		return marked
	case wording.EndsSentence(s) && !openBracket(s):
		return marked
	case dangles(s):
		return dangling
	}
	return bare
}

// dangles reports whether something must follow s: it ends with a comma, a
// hyphen, an open bracket, or with a preposition or conjunction.
func dangles(s string) bool {
	s = strings.TrimSpace(s)
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case ',', ';', ':', '-', '–', '—', '(', '«', '„', '\u00ad', '‐', '№', '/':
		return true
	}
	if openBracket(s) {
		return true
	}
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	} else {
		i = 0
	}
	last := s[i:]
	return len(last) <= 16 && i > 0 && connectives[strings.ToLower(last)]
}

// openBracket reports whether a bracket or quote at the end of s is not closed.
// One that was left open further back is a slip of the pen.
func openBracket(s string) bool {
	open := 0
	for _, r := range tailOf(s) {
		switch r {
		case '(', '«':
			open++
		case ')', '»':
			open = max(open-1, 0)
		}
	}
	return open > 0
}

// connectives are words that no Ukrainian text ends with.
var connectives = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`в у на з із зі зо та і й а до від од за по про для при під над між через без біля щодо
		або чи що щоб як який яка яке які якого якої яких яким якою якому якій якими коли де якщо тому але проте однак також
		шляхом зокрема згідно відповідно протягом впродовж упродовж крім окрім серед після перед поза понад заради задля
		не ні ж же би б є був була було були буде будуть бути його її їх цей ця це ці цього цієї цих
		м вул ім тис млн млрд`) {
		m[w] = true
	}
	return m
}()

// habit is what the column allows where one text ends and another begins.
func (s *style) habit() habit {
	return habit{bare: s.ending(marked) < 0.45, small: s.start(inside) > 0.3, openings: s.openings}
}
