package normalize

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestMedian: the selection gives what sorting gives, equal numbers included.
func TestMedian(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xs := rapid.SliceOfN(rapid.Map(rapid.IntRange(-6, 6), func(n int) float64 { return float64(n) / 2 }), 1, 40).Draw(t, "xs")
		sorted := slices.Sorted(slices.Values(xs))
		want := sorted[len(sorted)/2]
		if len(sorted)%2 == 0 {
			want = (sorted[len(sorted)/2-1] + want) / 2
		}
		if got := median(xs); got != want {
			t.Fatalf("median of %v is %v, want %v", sorted, got, want)
		}
	})
}
