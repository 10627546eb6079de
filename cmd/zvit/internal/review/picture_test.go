package review

import (
	"image"
	"testing"

	"zvit/extract/document"
)

// A piece is as wide as is asked for, within the page, and never narrower than
// the box.
func TestCutting(t *testing.T) {
	page := image.Rect(0, 0, 1684, 1190)
	for name, x := range map[string]struct {
		box  document.Box
		want image.Rectangle
	}{
		"amid the page":      {document.Box{X0: 390, Y0: 200, X1: 410, Y1: 210}, image.Rect(320, 140, 1280, 680)},
		"at its left edge":   {document.Box{X0: 0, Y0: 0, X1: 20, Y1: 10}, image.Rect(0, 0, 960, 280)},
		"at its right edge":  {document.Box{X0: 820, Y0: 580, X1: 842, Y1: 595}, image.Rect(724, 900, 1684, 1190)},
		"wider than a piece": {document.Box{X0: 100, Y0: 200, X1: 700, Y1: 210}, image.Rect(80, 140, 1520, 680)},
		"wider than a page":  {document.Box{X0: 0, Y0: 200, X1: 842, Y1: 210}, image.Rect(0, 140, 1684, 680)},
		"beyond the page":    {document.Box{X0: 10, Y0: 2000, X1: 20, Y1: 2010}, image.Rectangle{}},
	} {
		if got := onDesk.of(x.box, 2, page); got != x.want && !(got.Empty() && x.want.Empty()) {
			t.Errorf("%s: %v, want %v", name, got, x.want)
		}
	}
}
