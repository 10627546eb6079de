package plot

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"zvit/extract/record"
)

// Pair is a plan with what came of it, in kopecks; nil is absent.
type Pair struct {
	Label           string
	Planned, Actual *int64
	Unsure          int64 // the doubtful part of Actual
}

// Bars is plan against actual: lying bars with long labels, or standing ones
// with short labels.
type Bars struct {
	Title    string
	Lying    bool
	Pairs    []Pair
	Planned  string                 // legend
	Actual   string                 // legend
	Doubtful string                 // legend of the doubtful part of actual bars
	Units    map[record.Unit]string // names of the units of money
}

const (
	lyingRow   = vg.Length(30)
	lyingBar   = vg.Length(10)
	labelWidth = 46 // letters
)

func (b Bars) size() (vg.Length, vg.Length) {
	if b.Lying {
		return 780, 110 + lyingRow*vg.Length(max(2, len(b.Pairs)))
	}
	return vg.Length(max(560, min(1400, 160+60*len(b.Pairs)))), 380
}

func (b Bars) draw(c draw.Canvas) error {
	p := newPlot()
	greatest, least := 0.0, 0.0
	for _, x := range b.Pairs {
		for _, v := range []*int64{x.Planned, x.Actual} {
			greatest, least = max(greatest, orZero(v)), min(least, orZero(v))
		}
	}
	unit, scale := moneyUnit(max(greatest, -least))
	n := len(b.Pairs)
	plan, done, unsure := make(plotter.Values, n), make(plotter.Values, n), make(plotter.Values, n)
	names := make([]string, n)
	labels := plotter.XYLabels{}
	for i, x := range b.Pairs {
		at := i
		if b.Lying {
			at = n - 1 - i // the first at the top
		}
		names[at] = fit(x.Label, labelWidth, 2)
		plan[at] = orZero(x.Planned) / scale
		unsure[at] = float64(x.Unsure) / scale
		done[at] = orZero(x.Actual)/scale - unsure[at]
		if label := percent(x); label != "" {
			labels.Labels = append(labels.Labels, label)
			end := max(0, orZero(x.Planned), orZero(x.Actual)) / scale
			if b.Lying {
				labels.XYs = append(labels.XYs, plotter.XY{X: end, Y: float64(at)})
			} else {
				labels.XYs = append(labels.XYs, plotter.XY{X: float64(at), Y: end})
			}
		}
	}
	value, category := &p.Y, &p.X
	if b.Lying {
		value, category = &p.X, &p.Y
	}
	value.Min, value.Max = least/scale*1.02, max(greatest/scale, -least/scale/50)*1.1
	if value.Max <= value.Min {
		value.Max = 1
	}
	value.Label.Text = b.Units[unit]
	value.Tick.Marker = ticks{}
	p.Add(grid{lying: b.Lying})
	keys, err := b.addBars(p, plan, done, unsure)
	if err != nil {
		return err
	}
	if err := addLabels(p, labels, b.Lying); err != nil {
		return err
	}
	marks := make([]plot.Tick, n)
	for i, name := range names {
		marks[i] = plot.Tick{Value: float64(i), Label: name}
	}
	category.Tick.Marker = plot.ConstantTicks(marks)
	category.Min, category.Max = -0.6, float64(n)-0.4
	noAxis(category)
	value.Padding = 0
	p.Draw(header(c, b.Title, keys))
	return nil
}

// addBars puts the actual beside the plan, its doubtful part at its end; the keys
// name what there is.
func (b Bars) addBars(p *plot.Plot, plan, done, unsure plotter.Values) (keys []key, err error) {
	width := lyingBar
	if !b.Lying {
		width = 20
		if len(b.Pairs) <= 6 {
			width = 32
		}
	}
	var sure *plotter.BarChart
	for _, s := range []struct {
		values plotter.Values
		colour color.Color
		name   string
		offset vg.Length
	}{
		{plan, planned, b.Planned, -width / 2},
		{done, actual, b.Actual, width / 2},
		{unsure, doubtful, b.Doubtful, width / 2},
	} {
		if some(s.values) || s.name == b.Planned && len(s.values) > 0 {
			bar, err := plotter.NewBarChart(s.values, width)
			if err != nil {
				return nil, fmt.Errorf("draw bars: %w", err)
			}
			bar.Color, bar.LineStyle.Width, bar.Offset, bar.Horizontal = s.colour, 0, s.offset, b.Lying
			if b.Lying {
				bar.Offset = -s.offset // the plan above the actual
			}
			switch s.name {
			case b.Actual:
				sure = bar
			case b.Doubtful:
				if sure != nil {
					bar.StackOn(sure)
				}
			}
			p.Add(bar)
			keys = append(keys, key{s.name, s.colour})
		}
	}
	return keys, nil
}

func addLabels(p *plot.Plot, labels plotter.XYLabels, lying bool) error {
	if len(labels.Labels) == 0 {
		return nil
	}
	l, err := plotter.NewLabels(labels)
	if err != nil {
		return fmt.Errorf("draw labels: %w", err)
	}
	for i := range l.TextStyle {
		s := &l.TextStyle[i]
		s.Font.Variant, s.Font.Size, s.Color = "Sans", 8, ink
		if lying {
			s.YAlign = text.YCenter
		} else {
			s.XAlign = text.XCenter
		}
	}
	l.Offset = vg.Point{Y: 3}
	if lying {
		l.Offset = vg.Point{X: 4}
	}
	p.Add(l)
	return nil
}

// percent is actual of planned; empty where there is none.
func percent(x Pair) string {
	if x.Planned == nil || x.Actual == nil || *x.Planned <= 0 {
		return ""
	}
	share := 100 * float64(*x.Actual) / float64(*x.Planned)
	decimals := 0
	if share != 0 && math.Abs(share) < 10 || share > 90 && share < 100 {
		decimals = 1 // 99,6 % is not all
	}
	return decimal(share, decimals) + "\u00a0%"
}

func orZero(v *int64) float64 {
	if v == nil {
		return 0
	}
	return float64(*v)
}

func some(values plotter.Values) bool {
	for _, v := range values {
		if v != 0 {
			return true
		}
	}
	return false
}

// grid is faint lines at the ticks of the value axis alone.
type grid struct{ lying bool }

// Plot draws them.
func (g grid) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	style := draw.LineStyle{Color: faint, Width: 0.5}
	if g.lying {
		for _, t := range p.X.Tick.Marker.Ticks(p.X.Min, p.X.Max) {
			c.StrokeLine2(style, x(t.Value), c.Min.Y, x(t.Value), c.Max.Y)
		}
		return
	}
	for _, t := range p.Y.Tick.Marker.Ticks(p.Y.Min, p.Y.Max) {
		c.StrokeLine2(style, c.Min.X, y(t.Value), c.Max.X, y(t.Value))
	}
}
