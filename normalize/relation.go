package normalize

import (
	"math"
	"slices"
)

type relationKind uint8

const (
	rowsKind     relationKind = iota // a total row and its rows
	declaredKind                     // a declared total and the table's rows
	yearsKind                        // a whole and its years
	fundsKind
	sourcesKind
	deviationKind // plan minus actual, or actual minus plan
	annualKind    // a yearly figure times the years
	partsKind     // a row and its "у тому числі" rows
)

func (k relationKind) String() string {
	return [...]string{"rows", "declared", "years", "funds", "sources", "deviation", "annual", "parts"}[k]
}

// vertical sums run over rows, any of which may have been left out.
func (k relationKind) vertical() bool { return k == rowsKind || k == declaredKind }

// relation promises coef*total = sum of sign*part, within the printed decimals.
type relation struct {
	kind  relationKind
	total *cell
	parts []*cell
	// signs of the parts; nil where all are added.
	signs []int64
	times int64   // the total is this many times the part; 1 elsewhere
	out   []*cell // left out of the total
	class *class
	// rivals are the same total's relations in every column, itself among them.
	rivals []*relation
	// asleep: not looked at, while the blocks' units are not yet known.
	asleep bool
	seen   int // the last question of around that it was in
	moved  int // the last turn of oddities that moved one of its cells

	count int   // of the parts with money in them
	sum   int64 // of the parts now, those left out excluded; thousandths of a kopeck
	tol   int64
}

// class is a relation's form, repeated over rows: it is believed only where the
// rows bear it out.
type class struct {
	kind      relationKind
	members   []member
	relations []*relation // of the members; of the first while the class is judged
	judges    []*relation // those that it is scored by
	order     []*block    // of the total and the parts
	blocks    []*block    // the same, distinct
}

func (r *relation) sign(i int) int64 {
	if r.signs == nil {
		return 1
	}
	return r.signs[i]
}

// leaves reports whether the total leaves a part out.
func (r *relation) leaves(c *cell) bool { return slices.Contains(r.out, c) }

// refresh recomputes the cached sum.
func (r *relation) refresh() {
	r.sum, r.tol = 0, r.total.half(r.total.exp())
	for i, c := range r.parts {
		if r.leaves(c) {
			continue
		}
		r.sum += r.sign(i) * r.times * c.now()
		r.tol += r.times * c.half(c.exp())
	}
}

// without takes a part's present value out of the cached sum (-1), or puts it
// back (1).
func (r *relation) without(c *cell, sign int64) {
	if r.signs != nil {
		r.refresh()
		return
	}
	r.sum += sign * r.times * c.now()
	r.tol += sign * r.times * c.half(c.exp())
}

// residual is the printed total less what the parts give.
func (r *relation) residual() int64 { return r.total.now() - r.sum }

// addends counts the parts with money in them.
func (r *relation) addends() int {
	if r.count == 0 {
		for _, c := range r.parts {
			if c.kind != zero {
				r.count++
			}
		}
	}
	return r.count
}

const (
	holds     = 0.93 // a sum as printed holds
	holdsNear = 0.04 // it holds within the printed decimals, not exactly
	fails     = 0.03
)

var (
	logHolds, logHoldsNear, logFails = math.Log(holds), math.Log(holdsNear), math.Log(fails)

	logRound    = math.Log(25) // a difference that is round, against one that is not
	bestFailing = logFails + logRound - 3.4
)

// score is the log probability of the total's digits, given the parts.
func (r *relation) score() float64 {
	return r.scored(r.residual())
}

// scored is the score with another residual.
func (r *relation) scored(res int64) float64 {
	return scoreResidual(res, r.tol, r.total.grain(r.total.exp()), r.total.now())
}

// scoreResidual is the log probability of a total that differs by res, printed
// to the given grain. A total that fails does so by any size, small ones more
// often than large (density 1/size), round ones more often than others. Nothing
// here changes when everything is in another unit.
func scoreResidual(res, tol, grain, total int64) float64 {
	a := max(res, -res)
	switch {
	case a == 0:
		return logHolds // not "less than a kopeck": rounded thousands would be exact as hryvnias
	case a <= tol+milli:
		return logHoldsNear - 0.5*math.Log1p(float64(a)/float64(grain))
	}
	a = min(a, max(total, -total, grain)) // no worse than having nothing to do with it
	s := logFails - math.Log(math.Max(1, float64(a)/float64(grain))) - 3.4
	if a%(100*grain) == 0 {
		s += logRound
	}
	return math.Max(s, -26)
}

// leftOut is the log prior of one given row of n left out of a total.
func leftOut(n int) float64 { return math.Log(0.02) - math.Log(float64(max(n, 1))) }

// consistent reports whether the relation holds as printed.
func (r *relation) consistent() bool {
	d := r.residual()
	return d >= -r.tol-milli && d <= r.tol+milli
}

func newRelation(kind relationKind, total *cell, parts []*cell) *relation {
	return &relation{kind: kind, total: total, parts: parts, times: 1}
}

// add registers the relation; attach will tell its cells.
func (p *problem) add(r *relation) {
	p.relations = append(p.relations, r)
	r.refresh()
}

// attach tells every cell the relations that it stands in.
func (p *problem) attach() {
	for _, r := range p.relations {
		r.total.relationCount++
		for _, c := range r.parts {
			c.relationCount++
		}
	}
	tell := func(c *cell, r *relation) {
		if c.relations == nil {
			c.relations = p.relationLists.take(c.relationCount)
		}
		c.relations = append(c.relations, r)
	}
	for _, r := range p.relations {
		tell(r.total, r)
		for _, c := range r.parts {
			tell(c, r)
		}
	}
}

func (p *problem) refresh() {
	for _, r := range p.relations {
		r.refresh()
	}
}
