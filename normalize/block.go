package normalize

import (
	"math"
	"slices"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
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
	unary    map[int]float64
	// decimals is the share of each number of printed decimals.
	decimals [7]float64
	// plainDecimals: some of its numbers have decimals that can be nothing else.
	plainDecimals bool
	middle        float64 // median of log10 |digits|, in printed units
	spread        float64 // of the same, robust

	wordWeight, shapeWeight float64
	// free: the unit is not yet known, so that a row may be odd either way.
	free bool
	// fixed: a person or an amount in words says what unit it is; anchored:
	// something outside the sums does; worded: some unit is printed.
	fixed, anchored, worded bool

	posterior map[int]float64
}

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
	byID       map[string]*cell
	blocks     []*block
	relations  []*relation
	classes    []*class
	pairs      []*pair
	ratios     []*pairClass
	links      []sameLink
	joined     []*factor              // of the last search
	totals     map[totalKey]*relation // the relation of each total cell
	rowIndex   map[rowKey][]*cell
	tables     []*moneyTable
	periods    map[string]int32 // numbers of the printed periods, for dims
	tried      relation         // of support
	subjects   [][]*cell        // see bySubject
	rowGains   map[rowShift]float64
	oddWeight  map[rowKey]float64 // of each cell of an odd row
	cap, usual float64            // log10 of kopecks: the most an amount here can be; a usual row
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
	p := &problem{report: r, byID: map[string]*cell{}, totals: map[totalKey]*relation{}, rowIndex: map[rowKey][]*cell{}}
	p.cap, p.usual = capOf(r)
	for i := range r.Amounts {
		c := parse(&r.Amounts[i], i, r.Mentions)
		c.dims = p.dimsOf(c.amount)
		p.cells = append(p.cells, c)
		p.byID[c.amount.ID] = c
	}
	p.buildRows()
	p.buildBlocks()
	return p
}

func (p *problem) buildBlocks() {
	seen := map[blockKey]*block{}
	for _, c := range p.cells {
		if c.kind == unreadable || c.kind == fixed {
			continue
		}
		a := c.amount
		k := blockKey{table: a.TableID, col: a.Col, role: a.Role}
		if a.Role == record.Deviation {
			k.kind = "deviation"
		}
		if a.TableID == "" {
			k.col, k.role, k.kind = -1, "", string(a.Subject)
		}
		if len(a.Mentions) > 0 && validMention(a.Mentions[0], p.report.Mentions) {
			m := p.report.Mentions[a.Mentions[0]]
			if a.TableID == "" || rowwise(m.Source) {
				k.unit = m.Unit
			}
		}
		b := seen[k]
		if b == nil {
			b = &block{index: len(p.blocks), key: k, printed: -1}
			seen[k] = b
			p.blocks = append(p.blocks, b)
		}
		c.block = b
		if c.kind == money {
			b.cells = append(b.cells, c)
		}
	}
	for _, b := range p.blocks {
		p.describe(b)
	}
}

// describe fills what the block's cells show by themselves.
func (p *problem) describe(b *block) {
	count := map[string]int{}
	var best string
	for _, c := range b.cells {
		var k strings.Builder
		for _, m := range c.amount.Mentions {
			k.WriteRune(rune(m + 1))
		}
		count[k.String()]++
		if n := count[k.String()]; n > count[best] || best == "" && b.mentions == nil {
			best, b.mentions = k.String(), c.amount.Mentions
		}
	}
	b.mentions = slices.DeleteFunc(slices.Clone(b.mentions), func(i int) bool { return !validMention(i, p.report.Mentions) })
	if len(b.mentions) > 0 {
		if e, ok := expOf(p.report.Mentions[b.mentions[0]].Unit); ok {
			b.printed = e
		}
	}
	p.chooseReading(b)
	for _, c := range b.cells {
		b.plainDecimals = b.plainDecimals || c.grouped == nil && c.num.Decimals > 0
	}
	var logs []float64
	for _, c := range b.cells {
		n := c.num
		if c.useGrouped {
			n = *c.grouped
		}
		b.decimals[min(n.Decimals, 6)]++
		if !c.amount.IsTotal {
			logs = append(logs, c.size())
		}
	}
	if len(logs) == 0 {
		for _, c := range b.cells {
			logs = append(logs, c.sizes[0])
		}
	}
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

func median(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	s := slices.Clone(xs)
	slices.Sort(s)
	if len(s)%2 == 1 {
		return s[len(s)/2]
	}
	return (s[len(s)/2-1] + s[len(s)/2]) / 2
}

// capOf gives the size that an amount of the report's level of government does
// not exceed, the whole budget of such a council, and the size of a usual row,
// both as log10 of kopecks.
func capOf(r *record.Report) (largest, usual float64) {
	text := wording.Fold(r.Authority + " " + r.Issuer + " " + r.Territory + " " + r.Responsible)
	for _, level := range []struct {
		stem         string
		largest, row float64
	}{
		{"кабінет", 16.3, 9},
		{"міністер", 16.3, 9},
		{"верховн", 16.3, 9},
		{"обласн", 14, 8.1},
		{"область", 14, 8.1},
		{"міськ", 13, 7.3},
		{"район", 12.7, 7.2},
		{"селищ", 12, 6.9},
		{"сільськ", 12, 6.9},
	} {
		if strings.Contains(text, level.stem) {
			return level.largest, level.row
		}
	}
	return 16.3, 7.3
}
