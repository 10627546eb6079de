package rejoin

import (
	"math"

	"zvit/extract/wording"
)

// column is what a column of the table holds, learnt from its own rows: the
// kinds of its cells, the length of its texts, the values that repeat, and how
// its texts begin and end when nothing has cut them. The words of its heading
// are one more clue, worth a few rows.
type column struct {
	heading wording.Column
	count   [kinds]float64
	total   float64
	values  map[string]int // of short texts
	// decimals counts the figures by their decimals; the last is for more.
	decimals [mostDecimals + 1]int
	repeats  bool    // a few values stand in most rows
	lengths  moments // of the logarithm of its texts' runes
	marked   float64 // part of its texts that end as a sentence does
	stops    float64 // its texts and labels that do
	style    style

	// What follows from the counts; see settle.
	shares   [kinds]float64
	families [textual + 1]float64
	costs    [kinds]float64
	vacancy  float64 // the cost of a cell that is not there
}

// headingWeight is how many rows the words of a heading are worth, and smooth
// how many a guess without any evidence is.
const (
	headingWeight = 6.0
	smooth        = 1.5
)

// prior is how often a column holds each family by its heading.
func prior(h wording.Column) (f [kinds]float64, ok bool) {
	switch h {
	case wording.ColumnNumber:
		f[ordinal], f[integer], f[empty] = 0.45, 0.45, 0.1
	case wording.ColumnMoney, wording.ColumnPercent, wording.ColumnPlanned, wording.ColumnActual:
		f[integer], f[decimal], f[measured], f[empty], f[dash], f[year] = 0.28, 0.5, 0.06, 0.07, 0.07, 0.02
	case wording.ColumnTerm, wording.ColumnYear:
		f[period], f[year], f[empty], f[measured], f[text] = 0.6, 0.25, 0.07, 0.03, 0.05
	case wording.ColumnUnit:
		f[word], f[text], f[empty], f[dash] = 0.8, 0.1, 0.08, 0.02
	case wording.ColumnTask, wording.ColumnMeasure, wording.ColumnInformation, wording.ColumnName,
		wording.ColumnReason, wording.ColumnRemedy, wording.ColumnExecutor, wording.ColumnSource:
		f[text], f[word], f[empty], f[dash] = 0.72, 0.1, 0.12, 0.06
	default:
		return f, false
	}
	return f, true
}

// flat is the prior of a column whose heading says nothing.
var flat = [kinds]float64{0.14, 0.06, 0.08, 0.12, 0.14, 0.06, 0.04, 0.08, 0.1, 0.18}

// settle works out, once all rows are counted, what the passes ask for.
func (c *column) settle() {
	c.marked /= math.Max(c.count[text], 1)
	again, texts := 0, 0
	for _, n := range c.values {
		texts += n
		if n > 1 {
			again += n
		}
	}
	c.repeats = texts >= 3 && again*10 >= texts*6

	p, known := prior(c.heading)
	weight := headingWeight
	if known && c.contradicts(&p) {
		weight = 0.5
	}
	var of [textual + 1]float64 // by family
	var telling float64
	for k := range kinds {
		if known {
			c.shares[k] = (c.count[k] + weight*p[k] + 0.5*flat[k]) / (c.total + weight + 0.5)
		} else {
			c.shares[k] = (c.count[k] + smooth*flat[k]) / (c.total + smooth)
		}
		f := k.family()
		of[f] += c.shares[k]
		if f != anything {
			telling += c.shares[k]
		}
	}
	for f := range of {
		if telling > 0 {
			c.families[f] = of[f] / telling
		}
	}
	for k := range kinds {
		p := c.shares[k]
		if f := k.family(); f != anything {
			p = 0.5*p + 0.5*of[f] // kinds of one family mix freely: most of the cost is the family's
		} else if k != empty {
			p = math.Max(p, 0.08)
		}
		c.costs[k] = -math.Log(math.Max(p, 0.0005))
	}
	c.vacancy = -math.Log(math.Max(c.shares[empty], 0.01))
}

// contradicts reports whether nothing in the column is what its heading, by the
// prior p, calls for, and three texts or more are not: "Виконання" heads what was
// done as well as what was spent. A lost cell shifts no text into all rows of a
// column of figures.
func (c *column) contradicts(p *[kinds]float64) bool {
	if p[decimal] < 0.3 {
		return false
	}
	const few = 3
	figures := c.count[ordinal] + c.count[integer] + c.count[decimal] + c.count[measured] + c.count[year]
	return figures == 0 && c.count[text] >= 1 && c.count[text]+c.count[word] >= few
}

// share is the smoothed part of the column's cells that are of kind k.
func (c *column) share(k kind) float64 { return c.shares[k] }

// holds is the part of the column's telling cells that are of family f.
func (c *column) holds(f family) float64 { return c.families[f] }

// fill is the part of the column's cells that hold anything.
func (c *column) fill() float64 { return 1 - c.share(empty) }

// prose reports whether the column holds texts that may run over lines.
func (c *column) prose() bool {
	return c.holds(textual) > 0.6 && c.heading != wording.ColumnUnit && !c.labels()
}

// labels reports whether the column holds short labels alone, as units are.
func (c *column) labels() bool { return c.share(word) > 0.55 && c.share(text) < 0.2 }

// clashes reports whether a cell of kind k is foreign to the column.
func (c *column) clashes(k kind) bool {
	f := k.family()
	if k == text && c.labels() {
		return true
	}
	return f != anything && c.holds(f) < 0.15
}

// cost is the negative logarithm of how likely the column holds such a cell.
func (c *column) cost(x *cell) float64 {
	cost := c.costs[x.kind]
	if x.kind.family() == textual {
		if n := c.lengths; n.n >= 3 {
			z := (math.Log(float64(x.length()+1)) - n.mean()) / math.Max(n.deviation(), 0.35)
			cost += math.Min(z*z/2, 4)
		}
		if c.repeats {
			if c.values[x.text] > 0 {
				cost -= 2
			} else {
				cost += 1.5
			}
		}
	}
	return cost
}

// endCost is how unusual it is that a text of the column ends, or does not end,
// as a sentence does.
func (c *column) endCost(s string) float64 {
	n := c.count[text] + c.count[word]
	p := (c.stops + 1) / (n + 2)
	if !wording.EndsSentence(s) {
		p = 1 - p
	}
	return -math.Log(2 * p)
}

// moments gives the mean and the deviation of what was added.
type moments struct{ n, sum, squares float64 }

func (m *moments) add(x float64) { m.n++; m.sum += x; m.squares += x * x }

func (m *moments) mean() float64 { return m.sum / m.n }

func (m *moments) deviation() float64 {
	return math.Sqrt(math.Max(m.squares/m.n-m.mean()*m.mean(), 0))
}

// longestValue is how many bytes a value may have that is looked for elsewhere.
const longestValue = 200

// markKinds tells header and section rows from rows with data.
func (g *grid) markKinds() {
	for _, r := range g.rows {
		if !r.plain || r.header {
			continue
		}
		filled, last := 0, -1
		for i := range r.cells {
			if !r.cells[i].blank() {
				filled++
				last = i
			}
		}
		k := empty
		if last >= 0 {
			k = r.cells[last].kind
		}
		if filled == 1 && (last == 0 || len(r.cells) == 1) && (k == text || k == word) {
			s := r.cells[last].text
			r.section = !(r.cut && wording.StartsInside(s))
		}
	}
	g.markGroups()
}

// learn takes the column profile from the rows that are whole.
func (g *grid) learn() {
	var head []*row
	for _, r := range g.rows {
		if r.header {
			head = append(head, r)
		}
	}
	g.headings = make([]wording.Column, g.width)
	for i := range g.headings {
		g.headings[i] = headingOf(head, i)
	}
	var rows []*row
	g.body(func(_ int, r *row) {
		if !r.section && !r.restOfOne() {
			rows = append(rows, r)
		}
	})
	g.columns = g.profile(rows)
}

// restOfOne reports whether a row at the head of a page looks like what the page
// before it cut off: no number, figure or term, and a text that begins inside a
// sentence. Rests of one name come again at many page breaks, and are no value.
func (r *row) restOfOne() bool {
	if !r.cut || !r.loose() {
		return false
	}
	for i := range r.cells {
		if wording.StartsInside(r.cells[i].text) {
			return true
		}
	}
	return false
}

// profile is what the columns hold in the given rows, and by their headings.
func (g *grid) profile(rows []*row) []column {
	columns := make([]column, g.width)
	for i := range columns {
		columns[i].heading = g.headings[i]
	}
	for _, r := range rows {
		if len(r.cells) != g.width || r.filled()*5 < g.width*2 {
			continue
		}
		for i := range r.cells {
			c := &columns[i]
			x := &r.cells[i]
			c.count[x.kind]++
			c.total++
			if x.kind == decimal || x.kind == integer && x.text != "0" {
				c.decimals[min(x.decimals, mostDecimals)]++
			}
			if x.kind.family() == textual {
				if wording.EndsSentence(x.text) {
					c.stops++
					if x.kind == text {
						c.marked++
					}
				}
				c.lengths.add(math.Log(float64(x.length() + 1)))
				if len(x.text) <= longestValue {
					if c.values == nil {
						c.values = make(map[string]int, len(rows))
					}
					c.values[x.text]++
				}
			}
		}
	}
	for i := range columns {
		columns[i].settle()
	}
	return columns
}
