package normalize

import (
	"math"
	"slices"
	"strings"

	"zvit/extract/record"
)

// block is a set of amounts that are printed in one unit unless a row is odd: a
// money column, or the amounts of the prose that carry the same unit.
type block struct {
	index    int
	key      blockKey
	cells    []*cell // with money in them
	mentions []int   // of most cells, the nearest first
	domain   []int   // candidate exponents
	exp      int     // the present one
	printed  int     // exponent of the printed unit; -1 where none is printed
	ofTotal  bool    // the unit is printed in the label of the total alone
	unary    byExp
	// decimals is the share of each number of printed decimals.
	decimals [7]float64
	// wholes: most of its decimals are zeros, and several after digits that are not round.
	wholes bool
	// plainDecimals: some of its numbers have decimals that can be nothing else.
	plainDecimals bool
	ambiguous     int     // cells whose comma or dot may be either
	middle        float64 // median of log10 |digits|, in printed units
	spread        float64 // of the same, robust

	wordWeight, shapeWeight float64
	// free: the unit is not yet known, so that a row may be odd either way.
	free bool
	// fixed: a person or an amount in words says what unit it is; anchored:
	// something outside the sums does; worded: some unit is printed.
	fixed, anchored, worded, councilKnown bool
	// untotalled is the number of cells of the blocks that it hangs together with,
	// where no total bears any of them out; else 0.
	untotalled int
	// byPerson: a person's decision is all that does.
	byPerson bool

	posterior byExp
	chances   byExp // the posterior calibrated
}

// byExp is a number for each exponent.
type byExp [expBillion + 1]float64

// inText: its amounts stand in sentences and in no column.
func (b *block) inText() bool { return b.key.col < 0 }

type blockKey struct {
	table string
	col   int
	role  record.Role
	unit  record.Unit // where the row, not the column, prints it
	kind  string
}

// problem is one report while it is settled.
type problem struct {
	report     *record.Report
	cells      []*cell
	blocks     []*block
	relations  []*relation
	classes    []*class
	pairs      []*pair
	ratios     []*pairClass
	links      []sameLink
	joined     []*factor              // of the last search
	totals     map[totalKey]*relation // the relation of each total cell
	tables     []*moneyTable
	periods    map[string]int32 // numbers of the printed periods, for dims
	tried      relation         // of support
	subjects   []group          // see bySubject
	forms      map[string]*rowForm
	formKey    []byte // of formOf
	percents   map[percentKey][]printedPercent
	asked      int // questions of around, see seen
	was        []int
	rowCells   []*cell // of rowGain
	rowShifts  []int
	oneCell    [1]*cell // of gainOf
	oneShift   [1]int
	found      []reading // of readings
	beams      [2]beam   // of searchComponent
	moves      []move    // of suspects
	good       []scored  // of oddities
	turn       int       // of oddities, see moved
	moveCells  lists[*cell]
	moveShifts lists[int]
	hits       []hit // of totalSuspects
	council    council
	labels     labels

	// What there are thousands of is cut from larger pieces.
	kopeckSlab    slab[record.Kopecks]
	names         map[string]string // of rows, see nameOf
	rowSlab       slab[typedRow]
	pairSlab      slab[pair]
	relationSlab  slab[relation]
	cellLists     lists[*cell]
	pairLists     lists[*pair]
	relationLists lists[*relation]
	rivals        []rivals // of measures, see doubtRivals
}

type totalKey struct {
	cell int
	kind relationKind
}

// rowwise mentions belong to the row and not to the column.
func rowwise(s record.MentionSource) bool {
	return s == record.Beside || s == record.UnitCell || s == record.RowLabel
}

func newProblem(r *record.Report) *problem {
	p := &problem{report: r, totals: map[totalKey]*relation{}, cells: make([]*cell, len(r.Amounts))}
	p.council = councilOf(r)
	cells := make([]cell, len(r.Amounts))
	for i := range cells {
		c := &cells[i]
		c.parse(&r.Amounts[i], i, r.Mentions)
		c.dims = p.dimsOf(c.amount)
		p.cells[i] = c
	}
	p.buildRows()
	p.findLabels()
	p.buildBlocks()
	return p
}

func (p *problem) buildBlocks() {
	seen := map[blockKey]*block{}
	at := 0 // the rows of a table repeat the order of its blocks
	for _, c := range p.cells {
		if c.kind == unreadable || c.kind == fixed {
			continue
		}
		a := c.amount
		k := blockKey{table: a.TableID, col: a.Col, role: a.Role}
		if a.Role == record.Deviation {
			k.kind = "deviation"
		}
		if c.inText() {
			k.col, k.role, k.kind = -1, "", string(a.Subject)
		}
		if len(a.Mentions) > 0 && validMention(a.Mentions[0], p.report.Mentions) {
			m := p.report.Mentions[a.Mentions[0]]
			if _, of := p.ofTotal(a); c.inText() || rowwise(m.Source) && !of {
				k.unit = m.Unit
			}
		}
		b := p.blockAfter(at, k)
		if b == nil {
			b = seen[k]
		}
		if b == nil {
			b = &block{index: len(p.blocks), key: k, printed: -1}
			seen[k] = b
			p.blocks = append(p.blocks, b)
		}
		at = b.index
		c.block = b
		if c.kind == money {
			b.cells = append(b.cells, c)
		}
		if c.grouped != nil {
			b.ambiguous++
		}
		// "0,0" shows what the commas of its column are.
		b.plainDecimals = b.plainDecimals || c.grouped == nil && c.num.Decimals > 0
	}
	for _, b := range p.blocks {
		p.describe(b)
	}
}

// blockAfter returns the block of a key where it is the next of its table, or the
// first again; else nil.
func (p *problem) blockAfter(at int, k blockKey) *block {
	for i := at + 1; i < len(p.blocks); i++ {
		if b := p.blocks[i]; b.key.table != k.table {
			break
		} else if b.key == k {
			return b
		}
	}
	for at < len(p.blocks) && at > 0 && p.blocks[at-1].key.table == k.table {
		at--
	}
	if at < len(p.blocks) && p.blocks[at].key == k {
		return p.blocks[at]
	}
	return nil
}

// describe fills what the block's cells show by themselves.
func (p *problem) describe(b *block) {
	b.mentions = mostMentions(b.cells)
	if len(b.mentions) == 0 && len(b.cells) > 0 && !b.inText() {
		if m, ok := p.ofTotal(b.cells[0].amount); ok {
			b.mentions, b.ofTotal = []int{m}, true
		}
	}
	b.mentions = slices.DeleteFunc(slices.Clone(b.mentions), func(i int) bool { return !validMention(i, p.report.Mentions) })
	if len(b.mentions) > 0 {
		if e, ok := expOf(p.report.Mentions[b.mentions[0]].Unit); ok {
			b.printed = e
		}
	}
	p.chooseReading(b)
	logs := make([]float64, 0, len(b.cells))
	zeros, wholes := 0, 0
	for _, c := range b.cells {
		n := c.num
		if c.useGrouped {
			n = *c.grouped
		}
		b.decimals[min(n.Decimals, 6)]++
		if n.Decimals > 0 && n.Decimals < len(pow10)-1 && n.Mantissa%pow10[n.Decimals] == 0 {
			if zeros++; n.Mantissa%pow10[n.Decimals+1] != 0 {
				wholes++
			}
		}
		if !c.amount.IsTotal {
			logs = append(logs, c.size())
		}
	}
	if len(logs) == 0 {
		for _, c := range b.cells {
			logs = append(logs, c.sizes[0])
		}
	}
	b.wholes = wholes >= fewRows && 5*zeros >= 4*len(b.cells)
	for i := range b.decimals {
		b.decimals[i] /= math.Max(1, float64(len(b.cells)))
	}
	b.middle, b.spread = median(logs), 1
	if len(logs) >= 4 {
		for i, x := range logs {
			logs[i] = math.Abs(x - b.middle)
		}
		b.spread = min(max(0.45, 1.4826*median(logs)), 1.2)
	}
	b.domain = p.domain(b)
	b.exp = expUAH
	if b.printed >= 0 {
		b.exp = b.printed
	}
}

// mostMentions are those of most cells, the first where several are as many.
func mostMentions(cells []*cell) []int {
	type tally struct {
		mentions []int
		n        int
	}
	var all []tally
	at := -1
	for _, c := range cells {
		if at < 0 || !slices.Equal(all[at].mentions, c.amount.Mentions) {
			at = slices.IndexFunc(all, func(t tally) bool { return slices.Equal(t.mentions, c.amount.Mentions) })
			if at < 0 {
				at = len(all)
				all = append(all, tally{mentions: c.amount.Mentions})
			}
		}
		all[at].n++
	}
	var best tally
	for _, t := range all {
		if t.n > best.n {
			best = t
		}
	}
	return best.mentions
}

// chooseReading decides whether the ambiguous numerals of a block ("140,138")
// are grouped: where the others of its table write groups so, or hryvnias are
// printed, or more of the block is written as whole numbers of three groups.
func (p *problem) chooseReading(b *block) {
	ambiguous := 0
	for _, c := range b.cells {
		if c.grouped != nil {
			ambiguous++
		}
	}
	if ambiguous == 0 {
		return
	}
	commaGroups, decimals := 0, 0
	for _, c := range p.cells {
		if c.amount.TableID != b.key.table || c.grouped != nil || c.kind != money {
			continue
		}
		switch {
		case c.num.Grouped && strings.ContainsAny(c.amount.Printed, ",") && (c.num.Decimals == 0 || strings.Contains(c.amount.Printed, ".")):
			commaGroups++
		case c.num.Decimals > 0:
			decimals++
		}
	}
	use := b.printed == expUAH && decimals == 0 || commaGroups > decimals
	for _, c := range b.cells {
		c.useGrouped = use && c.grouped != nil
	}
}

// domain lists the exponents that the block may have.
func (p *problem) domain(b *block) []int {
	d := []int{expUAH, expThousand, expMillion}
	whole := true
	for _, c := range b.cells {
		whole = whole && c.num.Decimals == 0
	}
	mentioned := func(u record.Unit) bool {
		return slices.ContainsFunc(p.report.Mentions, func(m record.UnitMention) bool { return m.Unit == u })
	}
	if mentioned(record.Kopeck) || whole && b.printed < 0 && b.middle > 4 {
		d = append([]int{expKopeck}, d...)
	}
	if mentioned(record.BillionUAH) {
		d = append(d, expBillion)
	}
	return d
}

// median changes the order of xs.
func median(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	k := len(xs) / 2
	upper := nth(xs, k)
	if len(xs)%2 == 1 {
		return upper
	}
	return (slices.Max(xs[:k]) + upper) / 2
}

// nth is the k-th smallest of xs, which is left with the smaller ones before it
// (Hoare's selection, with the middle of three for a pivot).
func nth(xs []float64, k int) float64 {
	low, high := 0, len(xs)-1
	for low < high {
		a, b, c := xs[low], xs[(low+high)/2], xs[high]
		pivot := max(min(a, b), min(max(a, b), c))
		i, j := low, high
		for i <= j {
			for xs[i] < pivot {
				i++
			}
			for xs[j] > pivot {
				j--
			}
			if i <= j {
				xs[i], xs[j] = xs[j], xs[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			high = j
		case k >= i:
			low = i
		default:
			return xs[k]
		}
	}
	return xs[k]
}
