package normalize

import (
	"math"
	"slices"
)

// Confidence from which an amount is settled where less than usual speaks for it.
const (
	// guarded is for printed units that contradict each other. Sums and ratios give a
	// table no scale: where its unit is wrong, every cell of it is.
	guarded = 0.985
	// wordless is for a table in which nobody prints a unit: what nobody foresaw
	// weighs most there.
	wordless = 0.993
	// sizesAlone is for such a table of a report that does not say whose it is.
	sizesAlone = 0.9955
	// unconfirmedSure is for an amount that no sum bears out: in another unit than its
	// column it would be seen by its size or its ratio alone.
	unconfirmedSure = 0.97
	// tolerated is how many amounts of columns that hang together may be expected to be
	// wrong where no total bears any of them out: in a long table a wrong unit does more
	// harm than in a short one.
	tolerated = 0.05
	// longSure is for the amounts of a table of which more are.
	longSure = 0.997
	// never is for a row that stands far out of its columns as a whole and that no
	// total counts: a hundred times a usual row is an honest large measure or one
	// typed in another unit, and its own ratios are the same either way.
	never = 1.01
)

// fewRows is from how many amounts of a column their sizes and decimals say what
// no word says.
const fewRows = 5

// farOut is log10 of how much larger or smaller such a row is than a usual one.
const farOut = 2

// anchor marks the blocks whose scale something outside the sums fixes: printed
// units, an amount in words or a person's decision, on the block itself or on one
// that it hangs together with. Units that speak as much for the table's being a
// thousand times larger or smaller as a whole anchor nothing.
func (p *problem) anchor() {
	for _, component := range components(p.blocks, p.joined) {
		fixed := p.fixed(component)
		said := p.wordsFor(component) >= 1
		anchored := fixed || said
		byPerson := fixed && !said && slices.ContainsFunc(component, (*block).pinned)
		worded := slices.ContainsFunc(component, func(b *block) bool { return len(b.mentions) > 0 })
		untotalled := p.untotalled(component)
		for _, b := range component {
			b.untotalled = untotalled
			b.fixed, b.anchored, b.worded, b.byPerson = fixed, anchored, worded, byPerson
			b.councilKnown = p.council.known
			b.chances = b.calibrated()
		}
	}
}

// overrules is the confidence asked for against the unit that is printed over the
// amount's column: overruling all that a table prints takes more than one column
// of it, and so does a unit in which hardly anything is printed.
func (p *problem) overrules(b *block, exp int) float64 {
	switch {
	case b.fixed:
		return overrule
	case exp != expUAH && exp != expThousand:
		return sure
	}
	for _, x := range p.blocks {
		if x.key.table == b.key.table && len(x.cells) > 0 && x.printed >= 0 && x.printed == x.exp {
			return overrule
		}
	}
	if p.declaredIn(exp, b.key.table) > 1 {
		return overrule
	}
	return sure
}

// declaredIn counts the totals of the text that are printed in the unit, with it
// beside their numbers, and that the rows of the table add up to: the plan and the
// actual money are two witnesses against one line above the table.
func (p *problem) declaredIn(exp int, table string) int {
	n := 0
	for _, r := range p.relations {
		b := r.total.block
		if r.kind == declaredKind && b != nil && b.printed == exp && r.total.exp() == exp && r.parts[0].amount.TableID == table && r.consistent() && r.addends() > 1 {
			n++
		}
	}
	return n
}

// fixed reports whether a person or an amount in words says what a block is.
func (p *problem) fixed(component []*block) bool {
	return slices.ContainsFunc(component, func(b *block) bool {
		return slices.ContainsFunc(b.cells, func(c *cell) bool {
			return c.pinned || c.inWords && kopecks(c.now()) == c.words
		})
	})
}

// pinned reports whether a person decided an amount of the block.
func (b *block) pinned() bool {
	return slices.ContainsFunc(b.cells, func(c *cell) bool { return c.pinned })
}

// wordsFor is the least log score that the printed units give to the blocks'
// present units against all of them shifted together, which is what no sum and
// no ratio can tell.
func (p *problem) wordsFor(component []*block) float64 {
	least := math.Inf(1)
	for _, s := range []int{3, -3} {
		score := 0.0
		for _, b := range component {
			if len(b.cells) == 0 || len(b.mentions) == 0 {
				continue
			}
			if !known(b.exp + s) {
				score = math.Inf(1)
				break
			}
			for i, m := range b.mentions {
				x := p.report.Mentions[m]
				score += b.wordWeight * mentionWeight(i) * (said(x, b.exp) - said(x, b.exp+s))
			}
		}
		least = math.Min(least, score)
	}
	return least
}

// settledFrom is the confidence from which the amount is settled without doubt.
func (p *problem) settledFrom(c *cell) float64 {
	switch {
	case p.standsApart(c):
		return never
	case !c.block.worded && !c.block.fixed && len(c.block.cells) < fewRows:
		return never
	case c.block.restsOn() == onSizesAlone:
		return sizesAlone
	case !c.block.worded:
		return wordless
	case c.row == nil && len(c.block.mentions) > 0:
		return sure // the unit beside a number in a sentence is of that number alone
	case !c.block.anchored:
		return guarded
	case !c.block.fixed && c.block.expectedWrong() > tolerated:
		return longSure
	case p.confirmed(c):
		return sure
	}
	return unconfirmedSure
}

// expectedWrong is how many amounts are expected to be wrong with the block's unit,
// where no total is.
func (b *block) expectedWrong() float64 {
	return float64(b.untotalled) * (1 - b.chances[b.exp])
}

// standsApart reports whether an amount of the row is far out of its column and
// no total that holds counts any of them.
func (p *problem) standsApart(c *cell) bool {
	far := func(o *cell) bool {
		return o.live() && o.block != nil && len(o.block.cells) > 2 && math.Abs(o.deviation()) > farOut
	}
	if c.row == nil {
		return false // a sentence has no column to stand far from
	}
	row := c.row.cells
	return slices.ContainsFunc(row, far) && !slices.ContainsFunc(row, func(o *cell) bool {
		return o.live() && o.block != nil && (o.amount.IsTotal || p.counted(o))
	})
}

// untotalled counts the amounts of blocks that hang together; none where a total
// counts one of them.
func (p *problem) untotalled(component []*block) int {
	n := 0
	for _, b := range component {
		if slices.ContainsFunc(b.cells, p.counted) {
			return 0
		}
		n += len(b.cells)
	}
	return n
}

// counted reports whether a total row or a declared total that holds counts the
// amount.
func (p *problem) counted(c *cell) bool {
	return slices.ContainsFunc(c.relations, func(r *relation) bool {
		return r.kind.vertical() && r.consistent() && !r.leaves(c) && r.addends() > 1
	})
}

// deviation is log10 of the amount against its column's middle.
func (c *cell) deviation() float64 {
	return c.size() + float64(c.shift) - c.block.middle
}
