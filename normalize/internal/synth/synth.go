// Package synth makes reports whose units are known, as recognising would give
// them, to measure how well units are settled. What varies, and the ways units
// go wrong, follow a survey of real documents. Frequencies stand here as numbers:
// about one report in seven has a wrong heading, an odd row or an error in its
// totals. A whole table under wrong words, with nothing outside it to tell, is
// a coin toss for any reader and is kept rare.
package synth

import (
	"math"
	"math/rand/v2"

	"zvit/extract/record"
)

// Truth is what a generated amount really is.
type Truth struct {
	Kopecks record.Kopecks
	Odd     bool // printed in another unit than its column
	Lies    bool // the printed unit is wrong
}

// Case is one report with its truth by amount id.
type Case struct {
	Seed   uint64
	Report *record.Report
	Truth  map[string]Truth
	Form   string
}

// Options chooses a variant of the reports.
type Options struct {
	NoTotals bool // every total row and declared total is left out
	NoUnits  bool // every word that names a unit is left out
	// Hard is a second style of reports, with other habits: larger and wilder
	// sums, low execution throughout, more lies and errors.
	Hard bool
}

// habits are the frequencies that a style has.
type habits struct {
	noWords      float64 // no unit word anywhere
	partWords    float64 // some columns have none
	lyingReport  float64 // one column, or the declared totals, under wrong words
	lyingAll     float64 // all of a table under wrong words
	mixedColumn  float64 // columns in different units, rightly headed
	oddReport    float64 // has odd rows
	oddRow       float64 // share of odd rows in such a report
	outside      float64 // a row stands outside the total
	wrongTotal   float64 // a total with a real error
	lowReport    float64 // execution is low throughout
	lowRow       float64
	zeroRow      float64
	fullRow      float64 // spent to the kopeck
	noise        float64 // spread of row sizes, log10
	rounded      float64 // columns rounded after adding
	declared     float64
	percentWrong float64 // all percentages off by ten
}

var plain = habits{
	noWords: 0.02, partWords: 0.04, lyingReport: 0.09, lyingAll: 0.002, mixedColumn: 0.05, oddReport: 0.16, oddRow: 0.1, outside: 0.06, wrongTotal: 0.06,
	lowReport: 0.015, lowRow: 0.04, zeroRow: 0.08, fullRow: 0.2, noise: 0.6, rounded: 0.12, declared: 0.35, percentWrong: 0.02,
}

var hard = habits{
	noWords: 0.08, partWords: 0.1, lyingReport: 0.25, lyingAll: 0.02, mixedColumn: 0.1, oddReport: 0.35, oddRow: 0.12, outside: 0.15, wrongTotal: 0.2,
	lowReport: 0.08, lowRow: 0.1, zeroRow: 0.2, fullRow: 0.1, noise: 0.95, rounded: 0.25, declared: 0.5, percentWrong: 0.1,
}

// generator holds one report while it is made.
type generator struct {
	*rand.Rand
	h     habits
	opt   Options
	r     *record.Report
	truth map[string]Truth
	form  string
	style numberStyle
	level int     // of government: 0 village to 3 state
	size  float64 // log10 hryvnias of a usual row
	lied  bool
	mute  bool // no unit words
	low   float64
	table int
	place int
}

// Generate makes the report of a seed.
func Generate(seed uint64, opt Options) *Case {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 0x7a766974)), opt: opt, h: plain, truth: map[string]Truth{}}
	if opt.Hard {
		g.h = hard
	}
	g.start()
	g.mute = g.chance(g.h.noWords)
	g.low = 1
	if g.chance(g.h.lowReport) {
		g.low = math.Pow(10, -0.8-1.2*g.Float64())
	}
	forms := []struct {
		name   string
		weight float64
		make   func()
	}{
		{"programme", 30, g.programme},
		{"years", 14, g.years},
		{"funds", 14, g.funds},
		{"sources", 8, g.sources},
		{"source_rows", 7, g.sourceRows},
		{"budget", 18, g.budget},
		{"register", 5, g.register},
		{"fact_rows", 4, g.factRows},
	}
	total := 0.0
	for _, f := range forms {
		total += f.weight
	}
	x := g.Float64() * total
	for _, f := range forms {
		if x -= f.weight; x < 0 {
			g.form = f.name
			f.make()
			break
		}
	}
	if opt.NoUnits {
		for i := range g.r.Amounts {
			g.r.Amounts[i].Mentions, g.r.Amounts[i].Words = nil, ""
		}
		g.r.Mentions = nil
	}
	if opt.NoTotals {
		g.dropTotals()
	}
	return &Case{Seed: seed, Report: g.r, Truth: g.truth, Form: g.form}
}

func (g *generator) dropTotals() {
	var kept []record.Amount
	for _, a := range g.r.Amounts {
		if a.IsTotal {
			delete(g.truth, a.ID)
			continue
		}
		kept = append(kept, a)
	}
	g.r.Amounts = kept
}

func (g *generator) chance(p float64) bool { return g.Float64() < p }

func (g *generator) pick(weights ...float64) int {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	x := g.Float64() * total
	for i, w := range weights {
		if x -= w; x < 0 {
			return i
		}
	}
	return len(weights) - 1
}

func (g *generator) start() {
	g.level = g.pick(30, 45, 20, 5)
	g.size = []float64{4.8, 5.3, 6.2, 7.6}[g.level] + 0.4*g.NormFloat64()
	g.style = g.numberStyle()
	authority := [][]string{{"Вербівська сільська рада", "Калинівська селищна рада"}, {"Озерянська міська рада"}, {"Надрічна обласна рада"}, {"Міністерство доріг"}}[g.level]
	g.r = &record.Report{ID: "synth/report1", DocumentID: "synth", Ordinal: 1, Kind: record.ProgrammeFinal, PeriodFrom: "2021", PeriodTo: "2023"}
	if g.chance(0.7) {
		g.r.Authority = authority[g.IntN(len(authority))]
	}
}

// rowSize draws a row's size in hryvnias.
func (g *generator) rowSize() float64 {
	return math.Pow(10, g.size+g.h.noise*g.NormFloat64())
}

// rows draws a number of rows.
func (g *generator) rows() int {
	return min(1+int(math.Exp(1.9+0.7*g.NormFloat64())), 60)
}

// executed draws the share of a plan that was spent.
func (g *generator) executed() float64 {
	switch {
	case g.chance(g.h.zeroRow):
		return 0
	case g.chance(g.h.lowRow):
		return math.Pow(10, -1-2.3*g.Float64())
	case g.chance(g.h.fullRow):
		return g.low
	case g.chance(0.06):
		return (1 + 1.2*g.Float64()) * g.low
	}
	return math.Min(1, math.Max(0.03, 1-math.Abs(0.28*g.NormFloat64()))) * g.low
}
