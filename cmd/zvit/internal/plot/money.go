package plot

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"

	"zvit/extract/record"
)

// moneyUnit is the unit in which the greatest sum is a number of up to four
// digits, and how many kopecks it has.
func moneyUnit(kopecks float64) (record.Unit, float64) {
	switch {
	case kopecks >= 1e11:
		return record.BillionUAH, 1e11
	case kopecks >= 1e8:
		return record.MillionUAH, 1e8
	case kopecks >= 1e5:
		return record.ThousandUAH, 1e5
	}
	return record.UAH, 100
}

// ticks are round numbers, with a decimal comma as the reports have it.
type ticks struct{ whole bool }

// Ticks returns about five of them.
func (t ticks) Ticks(low, high float64) (list []plot.Tick) {
	step := math.Pow(10, math.Floor(math.Log10((high-low)/5)))
	for _, m := range []float64{1, 2, 5, 10} {
		if (high-low)/(step*m) <= 6 {
			step *= m
			break
		}
	}
	if t.whole {
		step = math.Max(1, math.Round(step))
	}
	decimals := max(0, int(-math.Floor(math.Log10(step)+1e-9)))
	for i := math.Ceil(low/step - 1e-9); i*step <= high*(1+1e-9); i++ {
		list = append(list, plot.Tick{Value: i * step, Label: decimal(i*step, decimals)})
	}
	return list
}

// decimal writes a number with thousands parted and a comma.
func decimal(v float64, decimals int) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "\u00a0" + whole[i:]
	}
	if rest != "" {
		whole += "," + rest
	}
	if v < 0 && strings.ContainsAny(s, "123456789") {
		whole = "−" + whole
	}
	return whole
}
