package normalize

import (
	"math"

	"zvit/extract/record"
)

// reliability is the probability that a unit printed there is the unit of the
// amounts in its scope: 8 to 12 % of filings had a scale error where it was
// counted (Calcbench, 2012), the nearer words the fewer.
func reliability(s record.MentionSource) float64 {
	switch s {
	case record.Beside:
		return 0.975
	case record.UnitCell, record.RowLabel:
		return 0.96
	case record.Heading:
		return 0.92
	case record.LineAbove, record.Caption:
		return 0.9
	case record.Title:
		return 0.87
	case record.Prose:
		return 0.75
	case record.Neighbour:
		return 0.8
	}
	return 0.7
}

// mislabel is how an amount in unit exp comes to be printed under the words for
// printed, given that the words are wrong: "тис.грн" over hryvnias is the common error.
func mislabel(printed, exp int) float64 {
	switch d := printed - exp; {
	case d == 3 && exp == expUAH:
		return 0.62
	case printed >= expMillion:
		return 0.02 // nobody writes "млн" or "млрд" out of habit
	case d == 3 || d == -3:
		return 0.27
	case d == 6 || d == -6:
		return 0.03
	}
	return 0.02
}

// said is the log probability of a mention where the unit is exp.
func said(m record.UnitMention, exp int) float64 {
	printed, ok := expOf(m.Unit)
	if !ok {
		return 0
	}
	r := reliability(m.Source)
	if printed == exp {
		return math.Log(r)
	}
	return math.Log((1 - r) * mislabel(printed, exp))
}

// unsaid is the log prior of a unit that no words give.
func unsaid(exp int) float64 {
	switch exp {
	case expUAH:
		return math.Log(0.47)
	case expThousand:
		return math.Log(0.45)
	case expMillion:
		return math.Log(0.06)
	}
	return math.Log(0.015)
}

// decimalsGiven is the probability of printing d decimals in a unit.
func decimalsGiven(d, exp int) float64 {
	d = min(d, 6)
	switch exp {
	case expKopeck:
		return [...]float64{0.97, 0.01, 0.01, 0.003, 0.003, 0.002, 0.002}[d]
	case expUAH:
		return [...]float64{0.42, 0.08, 0.494, 0.003, 0.001, 0.001, 0.001}[d]
	case expThousand:
		return [...]float64{0.26, 0.46, 0.1, 0.14, 0.02, 0.015, 0.005}[d]
	case expMillion, expBillion:
		return [...]float64{0.12, 0.3, 0.24, 0.22, 0.04, 0.04, 0.04}[d]
	}
	return 0
}

// logStudent is the log density of Student's t with three degrees of freedom.
func logStudent(x, mean, sd float64) float64 {
	z := (x - mean) / sd
	return math.Log(0.3675525969478614/sd) - 2*math.Log1p(z*z/3)
}

// logStudent6 is the same with six degrees: the sizes in a column of a real report
// stray less from their middle than councils do from each other.
func logStudent6(x, mean, sd float64) float64 {
	z := (x - mean) / sd
	return math.Log(0.38273277230987157/sd) - 3.5*math.Log1p(z*z/6)
}

func logNormal(x, mean, sd float64) float64 {
	z := (x - mean) / sd
	return -z*z/2 - math.Log(sd) - 0.9189385332046727
}

// witnesses fills the block's unary log scores: what its own words, decimals and
// sizes say. The columns of one table were headed and typed by one hand, so
// together they weigh little more than one of them alone.
func (p *problem) witnesses() {
	columns, tables := map[string]int{}, false
	for _, b := range p.blocks {
		if len(b.cells) > 0 {
			columns[b.family()]++
			tables = tables || !b.inText()
		}
	}
	for _, b := range p.blocks {
		b.unary = byExp{}
		n := float64(max(1, columns[b.family()]))
		b.wordWeight, b.shapeWeight = 1.75/n+0.06, 1.25/n+0.02
		if p.besideEach(b) {
			b.wordWeight = 1.75 // nobody typed it once for a whole table
		}
		if tables && b.key.kind == string(record.SubjectReport) {
			b.wordWeight *= 0.7     // totals are retold: half of the wrong units seen stood there
			b.shapeWeight *= retold // their size is that of the rows, which have been heard
		}
		if len(b.mentions) == 0 {
			b.wordWeight *= 0.6
		}
		for _, e := range b.domain {
			b.unary[e] = b.wordWeight*p.words(b, e) + b.shapeWeight*p.shape(b, e) + p.reviewed(b, e)
		}
	}
}

// family is what was typed by one hand: a table, or the running text.
func (b *block) family() string {
	if b.inText() {
		return ""
	}
	return b.key.table
}

// besideEach reports whether the unit stands beside every number of the block by
// itself, as it does in prose.
func (p *problem) besideEach(b *block) bool {
	return b.inText() && len(b.mentions) > 0 && p.report.Mentions[b.mentions[0]].Source == record.Beside
}

// retold is what is left of the weight of a clue that another block has given.
const retold = 0.3

// words is what the printed units say of a block in exponent e; the nearest
// first, the others for what they add.
func (p *problem) words(b *block, e int) float64 {
	if len(b.mentions) == 0 {
		return unsaid(e)
	}
	score := 0.3 * unsaid(e)
	for i, m := range b.mentions {
		score += mentionWeight(i) * said(p.report.Mentions[m], e)
	}
	return score
}

func mentionWeight(i int) float64 {
	switch i {
	case 0:
		return 1
	case 1:
		return 0.25
	}
	return 0.1
}

// shape is what the usual decimals and sizes of the block say.
func (p *problem) shape(b *block, e int) float64 {
	if len(b.cells) == 0 {
		return 0
	}
	score := 0.0
	for d, share := range b.decimals {
		if share > 0 {
			score += share * math.Log(decimalsGiven(d, e))
		}
	}
	if b.wholes && e > expUAH {
		score -= wholeSums
	}
	weight := sizeWeight
	if p.council.known {
		weight *= ofCouncil
	}
	if len(b.mentions) == 0 {
		weight *= ofNoWords
	}
	return score + weight*p.council.sizeGiven(b.middle+float64(e))
}

// The weight of the usual sizes against that of the decimals: more where the report
// says whose it is, and where nothing else is known (logistic regression over the
// tables of 180 000 generated reports; it would have them weigh half as much again, but
// real councils differ more).
const (
	sizeWeight = 1.2
	ofCouncil  = 1.3
	ofNoWords  = 1.4
)

// wholeSums is what it costs to read "24 393 552,00" in thousands: plans are made in
// whole hryvnias, and decimals that are printed in thousands are not all zeros by
// chance where the digits before them are not round.
const wholeSums = 2.5

// certain is what holds for single amounts, however many columns there are:
// nothing is printed in parts of a kopeck, no programme is a large part of the
// budget that it is of, and an amount in words is what it says.
func (p *problem) certain(b *block, e int) float64 {
	score, finer := 0.0, 0.0
	top := math.Inf(-1)
	for _, c := range b.cells {
		if !known(e + c.shift) {
			continue // misfits has it
		}
		n := c.numeral()
		if n.Decimals > e+c.shift {
			// One row of thousands is one row, in however many columns it stands.
			if c.row == nil {
				finer++
			} else {
				finer += 1 / float64(len(c.row.cells))
			}
		}
		top = math.Max(top, c.size()+float64(e+c.shift))
	}
	score -= math.Min(5*finer, 12)
	if over := top - (p.council.cap - 1.8); over > 0 {
		score -= 2.5 * over
	}
	for _, c := range b.cells {
		if c.inWords && kopecks(c.at(e+c.shift)) == c.words {
			return score + 14 // words and figures agree by no chance
		}
	}
	return score
}
