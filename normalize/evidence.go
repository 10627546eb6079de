package normalize

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"zvit/extract/record"
	"zvit/normalize/explain"
)

// negligible clues (natural log) are not told.
const negligible = 0.25

// joinedWeight is what is told of a decision on an amount of another column that
// this one hangs together with: it is what makes the others count.
const joinedWeight = 3

func arg(name, value string) record.Arg { return record.Arg{Name: name, Value: value} }

func number(name string, n int) record.Arg { return arg(name, strconv.Itoa(n)) }

func sum(name string, k record.Kopecks) record.Arg {
	return arg(name, strconv.FormatInt(int64(k), 10))
}

// story is what a block's amounts have in common to tell.
type story struct {
	evidence []record.Evidence
	code     string
	args     []record.Arg
	reason   record.Sentence
}

// explainAmounts gives every amount its evidence and its one sentence.
func (p *problem) explainAmounts(decisions []decision, applied map[*cell]record.Review) {
	stories := map[*block]*story{}
	for _, d := range decisions {
		c, a := d.cell, d.cell.amount
		switch {
		case c.kind == unreadable:
			a.Reason = explain.Reason("unreadable", []record.Arg{arg("printed", a.Printed)})
		case a.Change == record.Reviewed:
			v := applied[c]
			a.Evidence = []record.Evidence{{Kind: "review", Weight: 20, Args: []record.Arg{arg("reviewer", v.Reviewer), arg("note", v.Note)}}}
			a.Reason = explain.Reason("reviewed", []record.Arg{arg("reviewer", v.Reviewer), arg("note", v.Note), sum("kopecks", *a.Kopecks)})
		case c.kind == fixed:
			a.Reason = explain.Reason("compound", []record.Arg{arg("printed", a.Printed)})
		case c.kind == zero:
			a.Reason = explain.Reason("zero", nil)
		default:
			s := stories[c.block]
			if s == nil {
				s = p.storyOf(c.block, d)
				stories[c.block] = s
			}
			p.tell(d, s)
		}
	}
}

// tell writes the block's story, or the row's own, into one amount.
func (p *problem) tell(d decision, s *story) {
	c, a := d.cell, d.cell.amount
	code, args := s.code, p.retold(c, s)
	a.Evidence = s.evidence
	own := d.odd
	switch {
	case own:
		code, args = p.oddStory(d)
		a.Evidence = append(p.rowEvidence(d), s.evidence...)
	case d.printed >= 0 && d.best.exp == d.printed && len(c.block.cells) > 0 && c.block.exp != d.printed:
		code, args = "as_printed_undecided", []record.Arg{arg("unit", string(a.PrintedUnit)), p.sourceArg(c)}
	}
	if c.block.byPerson && !slices.Contains(args, arg("by", "reviewed_beside")) {
		args = append(slices.Clone(args), arg("decided", "1"))
	}
	if !a.Doubtful {
		if !own && code == s.code && len(args) == len(s.args) && slices.Equal(args, s.args) {
			a.Reason = s.reason
			return
		}
		a.Reason = explain.Reason(code, args)
		return
	}
	if a.Alternative != nil {
		args = slices.Clone(args)
		switch {
		case !c.block.anchored:
			args = append(args, arg("unanchored", "1"))
		case p.standsApart(c):
			args = append(args, arg("apart", "1"))
		}
		args = append(args, arg("doubtful", "1"), arg("alternative_unit", string(unitOf(d.next.exp))), sum("alternative", d.next.value))
	}
	a.Reason = explain.Reason(code, args)
}

// retold is the block's story with the amount's own sum in it: a declared total
// has its own rows, and what it was in a year adds up to it.
func (p *problem) retold(c *cell, s *story) []record.Arg {
	if by := slices.Index(s.args, arg("by", "shape")); by >= 0 {
		return c.ownShape(s.args)
	}
	by := slices.Index(s.args, arg("by", "sum_declared"))
	if by < 0 || c.amount.Subject != record.SubjectReport {
		return s.args
	}
	if own := p.totals[totalKey{c.index, declaredKind}]; own != nil {
		args := p.declaredArgs(own)
		if persuades(&record.Evidence{Kind: "sum_declared", Args: args}) {
			return append(slices.Clone(s.args[:by+1]), args...)
		}
		return s.args
	}
	for _, r := range c.relations {
		if r.kind == yearsKind && r.total != c && r.consistent() {
			return append(slices.Clone(s.args[:by]), arg("by", "sum_years"), arg("total", r.total.amount.Printed))
		}
	}
	return s.args
}

// ownShape is the story of the block's sizes and decimals with the amount's own
// decimals; without any where they are not the block's usual ones.
func (c *cell) ownShape(args []record.Arg) []record.Arg {
	return slices.DeleteFunc(slices.Clone(args), func(a record.Arg) bool {
		return a.Name == "decimals" && a.Value != strconv.Itoa(c.numeral().Decimals)
	})
}

func (p *problem) sourceArg(c *cell) record.Arg {
	if len(c.amount.Mentions) == 0 || !validMention(c.amount.Mentions[0], p.report.Mentions) {
		return arg("source", "")
	}
	return arg("source", string(p.report.Mentions[c.amount.Mentions[0]].Source))
}

// storyOf weighs what speaks for the block's unit against the one that is
// printed, or else against the runner-up.
func (p *problem) storyOf(b *block, d decision) *story {
	rival := b.printed
	if rival < 0 || rival == b.exp {
		best := math.Inf(-1)
		for _, e := range b.domain {
			if w := b.posterior[e]; e != b.exp && w > best {
				best, rival = w, e
			}
		}
	}
	s := &story{}
	if rival < 0 {
		return s
	}
	base := []record.Arg{arg("unit", string(unitOf(b.exp))), arg("rival", string(unitOf(rival)))}
	note := func(kind string, weight float64, args ...record.Arg) {
		if math.Abs(weight) >= negligible {
			s.evidence = append(s.evidence, record.Evidence{Kind: kind, Weight: weight, Args: append(slices.Clone(base), args...)})
		}
	}
	for i, m := range b.mentions {
		w := b.wordWeight * mentionWeight(i)
		x := p.report.Mentions[m]
		note("printed_unit", w*(said(x, b.exp)-said(x, rival)), arg("text", x.Text), arg("source", string(x.Source)), arg("says", string(x.Unit)))
	}
	if len(b.mentions) == 0 {
		note("no_unit", b.wordWeight*(unsaid(b.exp)-unsaid(rival)))
	}
	note("shape", b.shapeWeight*(p.shape(b, b.exp)-p.shape(b, rival))+p.certain(b, b.exp)-p.certain(b, rival), number("decimals", mostly(b)), sum("middle", record.Kopecks(math.Pow(10, math.Min(b.middle+float64(b.exp), 17)))))
	if w := p.reviewed(b, b.exp) - p.reviewed(b, rival); w != 0 {
		note("reviewed_beside", w)
	} else if b.byPerson {
		note("reviewed_joined", joinedWeight)
	}
	beside := 0.0 // of both neighbours: one on each side in another unit say nothing
	for _, f := range p.joined {
		if !slices.Contains(f.blocks, b) {
			continue
		}
		was := b.exp
		here := f.score()
		b.exp = rival
		there := f.score()
		b.exp = was
		if f.class != nil || f.declared != nil {
			f.score() // puts the cached sums back
		}
		kind, args := p.factorArgs(f, b, rival)
		if kind == "neighbour" {
			beside += here - there
			continue
		}
		note(kind, here-there, args...)
	}
	unit := b.exp
	if beside < 0 {
		unit = rival
	}
	note("neighbour", beside, arg("beside", string(unitOf(unit))), amongArg(b.inText()))
	slices.SortStableFunc(s.evidence, func(x, y record.Evidence) int { return cmp.Compare(math.Abs(y.Weight), math.Abs(x.Weight)) })
	s.evidence = s.evidence[:min(8, len(s.evidence))]
	p.reasonOf(s, b)
	return s
}

func mostly(b *block) int {
	best := 0
	for d, n := range b.decimals {
		if n > b.decimals[best] {
			best = d
		}
	}
	return best
}

// factorArgs names a factor for the sentences.
func (p *problem) factorArgs(f *factor, b *block, rival int) (string, []record.Arg) {
	switch {
	case f.ratio != nil:
		cl := f.ratio
		x := cl.middle + float64(cl.a.exp-cl.b.exp)
		y := x
		if cl.a == b {
			y += float64(rival - b.exp)
		} else {
			y -= float64(rival - b.exp)
		}
		kind := map[pairKind]string{execution: "execution", share: "share", revision: "revision", partOfWhole: "part_of_whole"}[cl.kind]
		return kind, []record.Arg{number("rows", len(cl.pairs)), percent("percent", x), percent("percent_rival", y)}
	case f.class != nil:
		good, all := 0, 0
		for _, r := range f.class.relations {
			r.refresh()
			all++
			if r.consistent() {
				good++
			}
		}
		args := []record.Arg{arg("relation", f.class.kind.String()), number("agree", good), number("rows", all), amongArg(f.class.relations[0].total.inText())}
		if !slices.ContainsFunc(f.blocks, func(o *block) bool { return o.exp != b.exp }) {
			args = append(args, arg("alike", "1"))
		}
		return "sum_across", args
	case f.declared != nil:
		return "sum_declared", p.declaredArgs(f.declared)
	case f.link != nil:
		other := f.link.a
		if other.block == b {
			other = f.link.b
		}
		return "same_money", []record.Arg{arg("other", other.amount.Printed), arg("subject", string(other.amount.Subject))}
	case f.table:
		return "whole_table", nil
	}
	return "neighbour", nil
}

// amongArg says where the others stand: in the text, or in a table.
func amongArg(text bool) record.Arg {
	if text {
		return arg("among", "text")
	}
	return arg("among", "table")
}

func (p *problem) declaredArgs(r *relation) []record.Arg {
	r.refresh()
	res := kopecks(r.residual())
	if r.consistent() {
		res = 0
	}
	share := "large"
	if x := r.total.now() / 100; res == 0 || scale10(int64(res), guard) < max(x, -x) && -scale10(int64(res), guard) < max(x, -x) {
		share = "small"
	}
	return []record.Arg{
		arg("share", share), arg("total", r.total.amount.Printed), number("agree", len(r.parts)-len(r.out)), number("rows", len(r.parts)),
		arg("total_unit", string(unitOf(r.total.exp()))), sum("difference", res), amongArg(r.parts[0].inText()),
	}
}

// percent gives 10^x as a percentage with a tenth, in tenths of a per cent.
func percent(name string, x float64) record.Arg {
	return arg(name, strconv.FormatFloat(math.Pow(10, math.Min(x, 12))*100, 'f', 1, 64))
}

// reasonOf picks the sentence for the block's regular amounts.
func (p *problem) reasonOf(s *story, b *block) {
	s.args = []record.Arg{arg("unit", string(unitOf(b.exp)))}
	if b.printed >= 0 {
		source := string(p.report.Mentions[b.mentions[0]].Source)
		if b.ofTotal {
			source = totalLabel
		}
		s.args = append(s.args, arg("printed", string(unitOf(b.printed))), arg("source", source))
	}
	var main *record.Evidence
	for i := range s.evidence {
		e := &s.evidence[i]
		if e.Weight > 1 && persuades(e) && e.Kind != "printed_unit" && e.Kind != "neighbour" && e.Kind != "whole_table" && (main == nil || preferred(e) > preferred(main)) {
			main = e
		}
	}
	switch {
	case b.printed < 0:
		s.code = "no_unit"
	case b.printed != b.exp:
		s.code = "rescaled"
	default:
		s.code = "as_printed"
	}
	if main != nil {
		s.args = append(s.args, arg("by", main.Kind))
		s.args = append(s.args, main.Args[2:]...)
	}
	s.reason = explain.Reason(s.code, s.args)
}

// persuades leaves out a declared total that the rows miss by far: it helped to
// choose the scale, but no reader would call that agreement.
func persuades(e *record.Evidence) bool {
	if e.Kind != "sum_declared" {
		return true
	}
	for _, x := range e.Args {
		if x.Name == "share" {
			return x.Value == "small"
		}
	}
	return false
}

// preferred orders clues by how well they persuade a reader.
func preferred(e *record.Evidence) float64 {
	bonus := map[string]float64{"sum_declared": 15, "sum_across": 3, "same_money": 2, "execution": 1, "reviewed_beside": 30}
	return e.Weight + bonus[e.Kind]
}

// oddStory picks the sentence of a row in another unit than its column.
func (p *problem) oddStory(d decision) (string, []record.Arg) {
	c := d.cell
	args := []record.Arg{arg("unit", string(unitOf(d.best.exp))), arg("column", string(unitOf(c.block.exp)))}
	for _, q := range c.pairs {
		other := q.a
		if other == c {
			other = q.b
		}
		if _, ok := q.equal(); ok {
			return "odd_row", append(args, arg("by", "same_digits"), arg("other", other.amount.Printed), arg("role", string(other.amount.Role)))
		}
	}
	for _, r := range c.relations {
		if r.consistent() && !r.leaves(c) && r.addends() > 1 {
			return "odd_row", append(args, arg("by", "sum"), arg("total", r.total.amount.Printed))
		}
	}
	for _, q := range c.pairs {
		if q.kind != execution {
			continue
		}
		x := q.log() + float64(q.a.exp()-q.b.exp())
		y := x - float64(c.shift)
		if q.b == c {
			y = x + float64(c.shift)
		}
		return "odd_row", append(args, arg("by", "execution"), percent("percent", x), percent("percent_rival", y))
	}
	return "odd_row", args
}

// rowEvidence is what speaks for an odd row against the unit of its column.
func (p *problem) rowEvidence(d decision) []record.Evidence {
	c := d.cell
	if !c.live() {
		return nil
	}
	code, args := p.oddStory(d)
	weight := -p.gain(move{cells: []*cell{c}, shift: []int{0}})
	if math.IsInf(weight, 0) || c.shift == 0 {
		weight = 0
	}
	return []record.Evidence{{Kind: code, Weight: weight, Args: args}}
}
