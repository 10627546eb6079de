package normalize

import (
	"cmp"
	"math"
	"slices"
)

// level is how often the search was right from some log odds of its own on.
type level struct{ odds, right float64 }

// curve maps the search's log odds to the frequency with which it was right on
// generated reports: isotonic regression (pool adjacent violators; Zadrozny & Elkan
// 2002, Niculescu-Mizil & Caruana 2005), which is a stair. The amounts of a table are
// right or wrong together, so that tables are counted and not amounts; and neighbouring
// steps are pooled until some hundred tables stand on each, where as many are seen.
type curve []level

func (c curve) of(p float64) float64 {
	p = math.Min(p, 1-1e-12)
	odds := math.Log(p / (1 - p))
	i, found := slices.BinarySearchFunc(c, odds, func(l level, odds float64) int { return cmp.Compare(l.odds, odds) })
	if !found {
		i = max(i-1, 0)
	}
	return c[i].right
}

// The curves are of 390 000 reports from seeds 110000000 to 230000000, of 120 000
// without totals and of as many without unit words; the benchmark's seeds are others.
// TestFitCalibration fits them anew.
var (
	// Printed units, and printed units that contradict each other.
	wordsCurve     = curve{{0, 0.5}, {1, 0.69}, {2, 0.76}, {3, 0.895}, {3.7, 0.943}, {4.3, 0.975}, {5, 0.9965}, {8, 0.9996}, {9, 0.9999}, {11, 0.99999}}
	contestedCurve = curve{{0, 0.55}, {0.5, 0.66}, {1.25, 0.85}, {2, 0.935}, {2.5, 0.982}, {4.3, 0.995}, {6, 0.998}, {10, 0.9995}}
	// Without a word, sizes and decimals decide. They do where the level of
	// government is known; where it is not, a report that is large for most councils
	// deceives them in every cell at once.
	sizesCurve      = curve{{0, 0.53}, {0.5, 0.72}, {1, 0.85}, {1.6, 0.93}, {2.5, 0.98}, {3.4, 0.99}, {4, 0.995}, {6, 0.9993}, {7, 0.9998}}
	sizesAloneCurve = curve{{0, 0.53}, {0.3, 0.6}, {0.75, 0.73}, {1.25, 0.84}, {1.75, 0.9}, {2.5, 0.945}, {3.25, 0.973}, {5, 0.9845}, {5.6, 0.9905}, {6.5, 0.9965}, {6.8, 0.9975}, {8, 0.9985}, {10, 0.9996}}
	// Of single cells: those that are read in another unit than their column, those
	// that are not, and of these the ones that no sum bears out.
	oddCurve     = curve{{-99, 0.4}, {0, 0.51}, {0.5, 0.76}, {1, 0.83}, {2, 0.935}, {3, 0.965}, {4, 0.97}, {5.5, 0.993}, {12, 0.9975}}
	regularCurve = curve{{-99, 0.1}, {0, 0.7}, {3, 0.93}, {5, 0.99}, {8, 0.998}, {12, 0.9995}, {20, 0.99999}}
	aloneCurve   = curve{{-99, 0.04}, {-2, 0.33}, {0, 0.63}, {0.5, 0.8}, {1, 0.87}, {2, 0.9}, {3, 0.945}, {4, 0.98}, {4.5, 0.9925}, {5.5, 0.9965}, {7, 0.9987}, {8, 0.9993}, {12, 0.9997}, {16, 0.9999}}
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

// curve is the map of the search's posterior to the frequency with which it was right.
func (b *block) curve() curve {
	switch b.restsOn() {
	case onSizes:
		return sizesCurve
	case onSizesAlone:
		return sizesAloneCurve
	case onContestedWords:
		return contestedCurve
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
