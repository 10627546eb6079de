package normalize

import (
	"context"
	"flag"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"zvit/normalize/internal/synth"
)

var (
	fitCount = flag.Int("units.fit", 0, "fit the calibration's curves on this many generated reports and print them")
	fitPlain = flag.Bool("units.fitplain", false, "fit on plain reports alone, without their variants")
	fitSeed  = flag.Uint64("units.fitseed", 110_000_000, "first seed of the reports that the curves are fitted on")
)

// sample is amounts that were decided together: the search's log odds for them,
// and how many of them were right.
type sample struct {
	odds     float64
	n, right int
}

// grid are the log odds between which samples are taken together.
var grid = []float64{-99, -2, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10, 11, 12, 14, 16, 20, 99}

// pooled is samples with neighbouring odds; each counts once, however large.
type pooled struct {
	low, high float64 // mean log odds of the first and the last that were pooled
	n         int
	right     float64
}

func (p pooled) share() float64 { return (p.right + 0.5) / (float64(p.n) + 1) }

// isotonic pools adjacent violators: the larger the odds, the more are right.
func isotonic(samples []sample) []pooled {
	var out []pooled
	for i := 1; i < len(grid); i++ {
		p, odds := pooled{}, 0.0
		for _, s := range samples {
			if s.odds >= grid[i-1] && s.odds < grid[i] {
				p.n++
				p.right += float64(s.right) / float64(s.n)
				odds += s.odds
			}
		}
		if p.n == 0 {
			continue
		}
		p.low, p.high = odds/float64(p.n), odds/float64(p.n)
		for out = append(out, p); len(out) > 1 && out[len(out)-2].share() > out[len(out)-1].share(); {
			a, b := out[len(out)-2], out[len(out)-1]
			out = append(out[:len(out)-2], pooled{a.low, b.high, a.n + b.n, a.right + b.right})
		}
	}
	return out
}

// TestFitCalibration prints the curves of calibration.go, fitted anew:
//
//	go test ./normalize -run TestFitCalibration -v -units.fit 40000
func TestFitCalibration(t *testing.T) {
	if *fitCount == 0 {
		t.Skip("a fit is asked for with -units.fit COUNT")
	}
	samples := map[string][]sample{}
	for i := range *fitCount {
		seed := *fitSeed + uint64(i)
		fitOne(t, samples, "", synth.Generate(seed, synth.Options{}))
		if i%5 == 0 && !*fitPlain {
			fitOne(t, samples, "", synth.Generate(seed, synth.Options{NoUnits: true}))
			fitOne(t, samples, "nototals ", synth.Generate(seed, synth.Options{NoTotals: true}))
			fitOne(t, samples, "hard ", synth.Generate(seed, synth.Options{Hard: true}))
		}
	}
	var out strings.Builder
	var names []string
	for name := range samples {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&out, "%s\n", name)
		for _, p := range isotonic(samples[name]) {
			fmt.Fprintf(&out, "  %.2f to %.2f: %.4f of %d\n", p.low, p.high, p.share(), p.n)
		}
	}
	t.Log("\n" + out.String())
}

func logit(p float64) float64 {
	p = math.Min(p, 1-1e-12)
	return math.Log(p / (1 - p))
}

// fitOne adds the samples of one report: of each table, whether its units are right
// for its regular cells; and of cells that may be odd, in tables of which that is
// sure, whether they are what they are read as.
func fitOne(t *testing.T, samples map[string][]sample, variant string, c *synth.Case) {
	t.Helper()
	p := newProblem(c.Report)
	if _, err := p.search(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	p.anchor()
	for _, component := range components(p.blocks, p.joined) {
		table := sample{odds: math.Inf(1)}
		for _, b := range component {
			table.odds = min(table.odds, logit(b.posterior[b.exp]))
			for _, x := range b.cells {
				if truth := c.Truth[x.amount.ID]; !truth.Odd && x.shift == 0 {
					table.n++
					if kopecks(x.at(b.exp)) == truth.Kopecks {
						table.right++
					}
				}
			}
		}
		if table.n > 0 {
			name := variant + string(component[0].restsOn())
			samples[name] = append(samples[name], table)
		}
		if table.odds > sureOfTable && component[0].worded {
			for _, b := range component {
				p.fitCells(samples, variant, b, c.Truth)
			}
		}
	}
}

// sureOfTable are the log odds from which hardly a table is wrong.
const sureOfTable = 6

func (p *problem) fitCells(samples map[string][]sample, variant string, b *block, truth map[string]synth.Truth) {
	for _, x := range b.cells {
		if p.plain(x) {
			continue
		}
		odds := p.shiftOdds(x)
		s := sample{odds: logit(odds[max(0, x.step())]), n: 1}
		if truth[x.amount.ID].Odd == (x.shift != 0) {
			s.right = 1
		}
		name := variant + "cell regular"
		switch {
		case x.shift != 0:
			name = variant + "cell odd"
		case !p.confirmed(x):
			name = variant + "cell unconfirmed"
		}
		samples[name] = append(samples[name], s)
	}
}

// TestCurves: no curve falls, none promises certainty, and the likelier of two
// readings stays so.
func TestCurves(t *testing.T) {
	for name, c := range map[string]curve{
		"words": wordsCurve, "contested": contestedCurve,
		"sizes": sizesCurve, "sizes alone": sizesAloneCurve, "odd": oddCurve, "regular": regularCurve, "alone": aloneCurve,
	} {
		last := 0.0
		for odds := -30.0; odds <= 30; odds += 0.05 {
			p := c.of(1 / (1 + math.Exp(-odds)))
			if p < last || p >= 1 {
				t.Fatalf("%s: %.5f at %.2f after %.5f", name, p, odds, last)
			}
			last = p
		}
	}
	b := &block{domain: []int{expUAH, expThousand, expMillion}, exp: expThousand, printed: expUAH, anchored: true, worded: true}
	for best := 0.34; best < 1; best += 0.01 {
		b.posterior = byExp{}
		b.posterior[expThousand], b.posterior[expUAH], b.posterior[expMillion] = best, (1-best)*0.9, (1-best)*0.1
		if out := b.calibrated(); best > 0.48 && out[expThousand] < out[expUAH] || math.Abs(out[expUAH]+out[expThousand]+out[expMillion]-1) > 1e-9 {
			t.Errorf("%.2f: %v", best, out)
		}
	}
}

// TestIsotonic pools what falls: the larger the odds, the more are right.
func TestIsotonic(t *testing.T) {
	out := isotonic([]sample{{2, 100, 90}, {1, 100, 60}, {3, 100, 70}, {5, 100, 99}, {0, 10, 9}})
	last := 0.0
	for _, p := range out {
		if p.share() <= last {
			t.Errorf("%.3f after %.3f", p.share(), last)
		}
		last = p.share()
	}
	if n := len(out); n != 3 {
		t.Errorf("%d levels, want 3: %+v", n, out)
	}
}
