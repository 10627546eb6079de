package normalize

import (
	"math"
	"sort"
)

// knot is a point of a curve: log odds as the search has them, and how often it was
// right there.
type knot struct{ odds, right float64 }

// curve maps the search's log odds to the frequency with which it was right on
// generated reports: isotonic regression (pool adjacent violators; Zadrozny & Elkan
// 2002, Niculescu-Mizil & Caruana 2005) over amounts, read off at a few points and
// drawn straight between them.
type curve []knot

func (c curve) of(p float64) float64 {
	p = math.Min(p, 1-1e-12)
	odds := math.Log(p / (1 - p))
	i := sort.Search(len(c), func(i int) bool { return c[i].odds >= odds })
	switch {
	case i == 0:
		return c[0].right
	case i == len(c):
		return c[i-1].right
	}
	a, b := c[i-1], c[i]
	return a.right + (b.right-a.right)*(odds-a.odds)/(b.odds-a.odds)
}

// The curves are of 200 000 reports from seeds 5000000 and 20000000 and of 16 000
// without unit words; the benchmark's seeds are others. TestFitCalibration fits them
// anew. Few tables stand between one half and 0.95, three in a hundred, so that the
// points there are those of some fifty tables each.
var (
	// Printed units that the sums carry through a whole table are one clue, and the
	// columns repeat it: where it is contested, less than the search takes it for. It
	// is the less for a column whose own words are overruled.
	wordsCurve        = curve{{0.5, 0.5}, {1, 0.57}, {1.5, 0.62}, {2, 0.74}, {2.5, 0.81}, {3, 0.87}, {3.5, 0.925}, {3.95, 0.94}, {4.05, 0.975}, {4.9, 0.979}, {5.15, 0.991}, {6, 0.9965}, {7, 0.9997}, {9, 0.99999}}
	againstWordsCurve = curve{{1, 0.5}, {1.5, 0.52}, {2, 0.65}, {2.5, 0.79}, {3, 0.83}, {3.5, 0.955}, {4, 0.975}, {4.5, 0.9955}, {7, 0.999}, {11, 0.9997}, {13.5, 0.9999}}
	// Units that contradict each other have been heard already.
	contestedCurve        = curve{{0, 0.55}, {0.5, 0.88}, {1, 0.95}, {2, 0.98}, {3, 0.985}, {3.5, 0.999}, {8, 0.9999}}
	againstContestedCurve = curve{{0, 0.58}, {0.5, 0.82}, {1, 0.87}, {1.5, 0.9}, {2, 0.925}, {3, 0.945}, {3.4, 0.949}, {3.5, 0.972}, {4, 0.974}, {5.2, 0.9975}, {6, 0.9993}, {9, 0.9997}, {11, 0.9999}}
	// Without a word, sizes and decimals decide. They do where the level of
	// government is known; where it is not, a report that is large for most councils
	// deceives them in every cell at once.
	sizesCurve      = curve{{0.15, 0.63}, {0.5, 0.68}, {1, 0.85}, {1.5, 0.88}, {2, 0.976}, {2.5, 0.988}, {4, 0.9914}, {4.5, 0.9945}, {5.2, 0.995}, {6, 0.9985}, {7, 0.9986}, {8, 0.9999}}
	sizesAloneCurve = curve{{0.3, 0.6}, {1, 0.69}, {1.5, 0.84}, {2, 0.86}, {2.5, 0.905}, {3, 0.937}, {3.5, 0.946}, {4, 0.957}, {4.5, 0.989}, {5, 0.9912}, {7, 0.9922}, {8, 0.997}, {9.2, 0.9973}, {10.7, 0.9999}}
	// Of single cells: what makes a row odd, its ratio and its size, is half the
	// same; and where nothing adds up with a cell, likelihoods alone speak, and they
	// know less than they say.
	oddCurve     = curve{{0.3, 0.4}, {1.25, 0.46}, {2, 0.53}, {2.4, 0.602}, {3.5, 0.62}, {4, 0.74}, {4.5, 0.9}, {5.2, 0.93}, {6, 0.978}, {8, 0.981}, {9.2, 0.9906}, {11, 0.992}, {13.5, 0.9971}, {26, 0.9999}}
	regularCurve = curve{{1, 0.7}, {3.5, 0.83}, {4, 0.9}, {5, 0.96}, {7, 0.985}, {9.5, 0.994}, {11, 0.997}, {13.5, 0.9991}, {27, 0.99999}}
	aloneCurve   = curve{{-4, 0.24}, {0.5, 0.69}, {1.5, 0.73}, {2.3, 0.777}, {3, 0.87}, {3.5, 0.9}, {4.2, 0.938}, {5.2, 0.972}, {6, 0.9916}, {7, 0.9946}, {8, 0.9967}, {9.2, 0.9986}, {11, 0.9994}, {13.5, 0.9998}, {26, 0.99999}}
)

// basis is what a unit is known by.
type basis string

const (
	onDecision       basis = "decision"
	onWords          basis = "words"
	onContestedWords basis = "contested words"
	onSizes          basis = "sizes"
	onSizesAlone     basis = "sizes alone"
)

// restsOn is what the block's unit is known by.
func (b *block) restsOn() basis {
	switch {
	case b.fixed:
		return onDecision
	case b.anchored:
		return onWords
	case b.worded:
		return onContestedWords
	case b.councilKnown:
		return onSizes
	}
	return onSizesAlone
}

// overruled reports whether the block's unit is another than the one that is printed
// over it.
func (b *block) overruled() bool { return b.printed >= 0 && b.exp != b.printed }

// curve is the map of the search's posterior to the frequency with which it was right.
func (b *block) curve() curve {
	switch on := b.restsOn(); {
	case on == onSizes:
		return sizesCurve
	case on == onSizesAlone:
		return sizesAloneCurve
	case on == onContestedWords && b.overruled():
		return againstContestedCurve
	case on == onContestedWords:
		return contestedCurve
	case b.overruled():
		return againstWordsCurve
	}
	return wordsCurve
}

// calibrate maps the search's posterior of the block's likeliest unit. It never
// turns the order of two readings round.
func (b *block) calibrate(p float64) float64 {
	to := b.curve().of(p)
	switch {
	case p <= 0.5:
		return p
	case b.restsOn() == onDecision:
		return max(p, to)
	}
	return max(0.5, to)
}

// calibrated are the probabilities of the block's units: the likeliest's is
// calibrated, the others share the rest as they did.
func (b *block) calibrated() (out byExp) {
	best := 0.0
	for _, e := range b.domain {
		best = math.Max(best, b.posterior[e])
	}
	to := b.calibrate(best)
	for _, e := range b.domain {
		switch pb := b.posterior[e]; {
		case pb == best:
			out[e] = to
		case best < 1:
			out[e] = pb * (1 - to) / (1 - best)
		default:
			out[e] = pb
		}
	}
	return out
}

// calibrateShift maps what was found of the cell's being odd or not; the other
// shifts share the rest as they did.
func (p *problem) calibrateShift(c *cell, shift *[1 + len(shifts)]float64) {
	present := max(0, c.step())
	was := shift[present]
	if was >= 1 {
		return
	}
	f := regularCurve
	switch {
	case present > 0:
		f = oddCurve
	case !p.confirmed(c):
		f = aloneCurve
	}
	to := f.of(was)
	for i := range shift {
		shift[i] *= (1 - to) / (1 - was)
	}
	shift[present] = to
}
