package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Two tables that touch and whose rows do not meet are two; rows of one table
// meet, whatever is merged in it.
func TestTablesSideBySide(t *testing.T) {
	left := []float64{50, 150, 250}
	right := []float64{252, 350, 450}
	apart := newSheet().lattice(left, []float64{130, 150, 170, 190}).lattice(right, []float64{100, 140, 180, 220}).
		text(55, 133, "план").text(155, 133, "60").text(55, 153, "факт").text(155, 153, "40").text(55, 173, "різниця").text(155, 173, "20").
		text(260, 113, "ліс").text(360, 113, "7").text(260, 153, "сад").text(360, 153, "8").text(260, 193, "став").text(360, 193, "9")
	if diff := cmp.Diff("|план|60|\n|факт|40|\n|різниця|20|\n|ліс|7|\n|сад|8|\n|став|9|\n", analyse(apart)); diff != "" {
		t.Errorf("two tables that touch (-want +got):\n%s", diff)
	}

	// One table whose left half has rows over several of the right half's, by turns.
	one := newSheet().level(100, 50, 450).level(160, 50, 450).level(220, 50, 450).
		level(120, 250, 450).level(140, 250, 450).level(180, 250, 450).level(200, 250, 450)
	for _, x := range []float64{50, 250, 350, 450} {
		one.upright(x, 100, 220)
	}
	one.text(55, 125, "перше").text(55, 185, "друге")
	for i, s := range []string{"а", "б", "в", "г", "ґ", "д"} {
		one.text(260, 103+20*float64(i), s).text(360, 103+20*float64(i), "1")
	}
	want := "|перше{3x1}|а|1|\n|б|1|\n|в|1|\n|друге{3x1}|г|1|\n|ґ|1|\n|д|1|\n"
	if diff := cmp.Diff(want, analyse(one)); diff != "" {
		t.Errorf("one table with merged cells (-want +got):\n%s", diff)
	}
}
