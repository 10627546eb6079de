package normalize

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"zvit/extract/record"
)

// wideTable has n rows and twelve money columns: two roles, by three years each
// with general and special fund, and a total row.
func wideTable(n int) *builder {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.LineAbove)
	var cols []col
	for _, role := range []record.Role{record.Planned, record.Actual} {
		cols = append(cols,
			col{role: role, mention: m}, col{role: role, fund: record.General, mention: m}, col{role: role, fund: record.Special, mention: m},
			col{role: role, year: 2021, mention: m}, col{role: role, year: 2022, mention: m}, col{role: role, year: 2023, mention: m})
	}
	rng := rand.New(rand.NewPCG(1, 2))
	var rows []string
	sums := make([]int, 12)
	for range n {
		row := ""
		for role := range 2 {
			general, special := 100+rng.IntN(9000), rng.IntN(4000)
			whole := general + special
			y1 := whole / 3
			y2 := whole / 4
			for j, v := range []int{whole, general, special, y1, y2, whole - y1 - y2} {
				if role+j > 0 {
					row += "|"
				}
				row += fmt.Sprintf("%d,%d", v/10, v%10)
				sums[role*6+j] += v
			}
		}
		rows = append(rows, row)
	}
	total := "="
	for i, v := range sums {
		if i > 0 {
			total += "|"
		}
		total += fmt.Sprintf("%d,%d", v/10, v%10)
	}
	b.table(record.SubjectMeasure, cols, append(rows, total)...)
	return b
}

// TestWideTableIsBounded: 12 000 amounts settle in tens of milliseconds; the
// bound here is loose, for busy machines.
func TestWideTableIsBounded(t *testing.T) {
	b := wideTable(1000)
	start := time.Now()
	r := b.settle(t)
	if d := time.Since(start); d > 2*time.Second {
		t.Errorf("settling took %s", d)
	}
	wantHealthy(t, r)
}
