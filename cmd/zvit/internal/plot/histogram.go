package plot

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"zvit/extract/record"
)

// Bins is how many parts the confidence from 0 to 1 has in Shape.
const Bins = 20

// Shape is the shape of the doubtful: how many amounts, and how much money, at
// each confidence.
type Shape struct {
	Title      string
	Confidence string                 // name of the axis
	Amounts    string                 // name of the upper axis
	Units      map[record.Unit]string // names of the lower axis
	Series     []Series               // from the axis outwards
}

// Series is one kind of doubtful amount.
type Series struct {
	Change record.Change
	Name   string
	Count  [Bins]int64
	Money  [Bins]float64 // kopecks, without sign
}

var changeColours = map[record.Change]color.Color{
	record.Rescaled: doubtful, record.Reviewed: actual, record.Unreadable: unread,
}

func (s Shape) size() (vg.Length, vg.Length) { return 640, 470 }

func (s Shape) draw(c draw.Canvas) error {
	var keys []key
	counts, moneys := make([]plotter.Values, len(s.Series)), make([]plotter.Values, len(s.Series))
	var most, amounts [Bins]float64
	for i := range s.Series {
		counts[i], moneys[i] = make(plotter.Values, Bins), make(plotter.Values, Bins)
		for n := range Bins {
			counts[i][n], moneys[i][n] = float64(s.Series[i].Count[n]), s.Series[i].Money[n]
			amounts[n] += counts[i][n]
			most[n] += moneys[i][n]
		}
		if some(counts[i]) {
			keys = append(keys, key{s.Series[i].Name, colourOf(s.Series[i].Change)})
		}
	}
	unit, scale := moneyUnit(greatest(most))
	for i := range moneys {
		for n := range moneys[i] {
			moneys[i][n] /= scale
		}
	}
	above, err := s.panel(counts, greatest(amounts))
	if err != nil {
		return err
	}
	above.Y.Label.Text, above.Y.Tick.Marker = s.Amounts, ticks{whole: true}
	below, err := s.panel(moneys, greatest(most)/scale)
	if err != nil {
		return err
	}
	below.Y.Label.Text, below.Y.Tick.Marker = s.Units[unit], ticks{}
	below.X.Label.Text = s.Confidence
	c = header(c, s.Title, keys)
	panels := plot.Align([][]*plot.Plot{{above}, {below}}, draw.Tiles{Rows: 2, Cols: 1, PadY: 14}, c)
	above.Draw(panels[0][0])
	below.Draw(panels[1][0])
	return nil
}

func (s Shape) panel(values []plotter.Values, most float64) (*plot.Plot, error) {
	p := newPlot()
	p.X.Min, p.X.Max = -0.5, Bins-0.5
	p.Y.Min, p.Y.Max = 0, most*1.08
	if most == 0 {
		p.Y.Max = 1
	}
	var edges []plot.Tick
	for n := 0; n <= Bins; n++ {
		t := plot.Tick{Value: float64(n) - 0.5}
		if n%4 == 0 {
			t.Label = decimal(float64(n)/Bins, 1)
		}
		edges = append(edges, t)
	}
	p.X.Tick.Marker = plot.ConstantTicks(edges)
	p.X.Padding, p.Y.Padding = 0, 0
	p.Add(grid{})
	var under *plotter.BarChart
	for i := range values {
		bar, err := plotter.NewBarChart(values[i], 22)
		if err != nil {
			return nil, fmt.Errorf("draw bars: %w", err)
		}
		bar.Color, bar.LineStyle.Width = colourOf(s.Series[i].Change), 0
		if under != nil {
			bar.StackOn(under)
		}
		under = bar
		p.Add(bar)
	}
	// Bars widen the axes to half a bar beyond them.
	p.X.Min, p.X.Max = -0.5, Bins-0.5
	return p, nil
}

func colourOf(c record.Change) color.Color {
	if colour, ok := changeColours[c]; ok {
		return colour
	}
	return planned
}

func greatest(values [Bins]float64) (most float64) {
	for _, v := range values {
		most = max(most, v)
	}
	return most
}
