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
// printed, given that the words are wrong: a thousand off is the common error.
func mislabel(printed, exp int) float64 {
	switch d := printed - exp; {
	case d == 3:
		return 0.6
	case d == -3:
		return 0.3
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
		return math.Log(0.54)
	case expThousand:
		return math.Log(0.4)
	case expMillion:
		return math.Log(0.03)
	}
	return math.Log(0.015)
}

// decimalsGiven is the probability of printing d decimals in a unit.
func decimalsGiven(d, exp int) float64 {
	table := map[int][7]float64{
		expKopeck:   {0.97, 0.01, 0.01, 0.003, 0.003, 0.002, 0.002},
		expUAH:      {0.42, 0.08, 0.494, 0.003, 0.001, 0.001, 0.001},
		expThousand: {0.26, 0.46, 0.1, 0.14, 0.02, 0.015, 0.005},
		expMillion:  {0.12, 0.3, 0.24, 0.22, 0.04, 0.04, 0.04},
		expBillion:  {0.12, 0.3, 0.24, 0.22, 0.04, 0.04, 0.04},
	}
	return table[exp][min(d, 6)]
}

// sizeGiven is the log density of log10 kopecks: sums of council programmes lie
// about 300 000 hryvnias and spread widely (Student's t with three degrees).
func sizeGiven(logKopecks float64) float64 { return logStudent(logKopecks, 7.4, 1.35) }

// logStudent is the log density of Student's t with three degrees of freedom.
func logStudent(x, mean, sd float64) float64 {
	z := (x - mean) / sd
	return math.Log(0.3675525969478614/sd) - 2*math.Log1p(z*z/3)
}

func logNormal(x, mean, sd float64) float64 {
	z := (x - mean) / sd
	return -z*z/2 - math.Log(sd) - 0.9189385332046727
}

// witnesses fills the block's unary log scores: what its own words, decimals and
// sizes say. A mention over several blocks is one witness and is shared.
func (p *problem) witnesses() {
	share := map[int]int{}
	for _, b := range p.blocks {
		for i, m := range b.mentions {
			if i == 0 && len(b.cells) > 0 {
				share[m]++
			}
		}
	}
	for _, b := range p.blocks {
		b.unary = map[int]float64{}
		for _, e := range b.domain {
			b.unary[e] = p.words(b, e, share) + p.shape(b, e) + b.reviewed(e)
		}
	}
}

// words is what the printed units say of a block in exponent e.
func (p *problem) words(b *block, e int, share map[int]int) float64 {
	if len(b.mentions) == 0 {
		return unsaid(e)
	}
	score := 0.0
	for i, m := range b.mentions {
		w := 1.0
		switch {
		case i == 0:
			w = 0.4 + 0.6/float64(max(1, share[m]))
		case i == 1:
			w = 0.25
		default:
			w = 0.1
		}
		score += w * said(p.report.Mentions[m], e)
	}
	return score + 0.3*unsaid(e)
}

// shape is what decimals and sizes say.
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
	score *= math.Min(3, math.Sqrt(float64(len(b.cells))))
	score += sizeGiven(b.middle+float64(e)) * math.Min(1.6, 0.8+0.1*float64(len(b.cells)))
	top := math.Inf(-1)
	for _, c := range b.cells {
		n := c.numeral(e)
		top = math.Max(top, log10abs(n.Mantissa)-float64(n.Decimals)+float64(e))
	}
	if over := top - (p.cap - 1.3); over > 0 {
		score -= 2.5 * over
	}
	for _, c := range b.cells {
		if c.inWords {
			if kopecks(c.at(e)) == c.words {
				score += 9
				break
			}
		}
	}
	return score
}
