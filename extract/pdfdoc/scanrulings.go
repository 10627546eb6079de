package pdfdoc

import (
	"image"
	"math"
	"slices"

	"zvit/extract/layout"
)

// Lengths in pixels at scanDPI.
const (
	longRun    = scanDPI * 3 / 10 // longer than strokes of letters
	shortRun   = scanDPI * 3 / 20 // the shortest ruling: a row's height
	runGap     = scanDPI / 20     // a gap that noise and crossing text leave in one
	thickest   = scanDPI / 25     // of a ruling
	window     = scanDPI / 8      // over which the grey is averaged along a ruling
	ridgeDepth = 14               // grey levels by which it must be darker than both sides
	inkDepth   = 22               // grey levels below the paper that count as ink
	solidPart  = 0.82
	cleanWidth = scanDPI / 30 // of a ruling at most places: less than the height of small letters
	cleanPart  = 0.7
	wholePart  = 0.85 // of a side of one row: more than a letter between its rulings covers
)

// stroke is a run along one direction, over a few lanes across it.
type stroke struct{ from, to, at0, at1 float64 }

// scanRulings finds the level and upright rulings of an upright scan: ridges
// that are darker than both sides of them once noise is averaged out along
// their direction. Hairlines are found that no threshold would keep.
func scanRulings(g *image.Gray, scale float64) []layout.Ruling {
	w, h := g.Bounds().Dx(), g.Bounds().Dy()
	dark := paper(g) - inkDepth
	var level, upright []layout.Ruling
	for _, s := range strokes(w, h, dark, func(row []uint8, y int) { copy(row, g.Pix[y*g.Stride:y*g.Stride+w]) }) {
		if !clean(s, cleanPart, h, dark, func(along, across int) int { return int(g.Pix[across*g.Stride+along]) }) {
			continue
		}
		y := (s.at0 + s.at1 + 1) / 2 * scale
		level = append(level, layout.Ruling{X0: s.from * scale, X1: s.to * scale, Y0: y, Y1: y, Width: (s.at1 - s.at0 + 1) * scale})
	}
	for _, s := range strokes(h, w, dark, func(row []uint8, x int) {
		for y := range row {
			row[y] = g.Pix[y*g.Stride+x]
		}
	}) {
		if !clean(s, cleanPart, w, dark, func(along, across int) int { return int(g.Pix[along*g.Stride+across]) }) {
			continue
		}
		x := (s.at0 + s.at1 + 1) / 2 * scale
		upright = append(upright, layout.Ruling{X0: x, X1: x, Y0: s.from * scale, Y1: s.to * scale, Width: (s.at1 - s.at0 + 1) * scale})
	}
	var out []layout.Ruling
	all := anchored(level, upright, float64(w)*scale)
	for _, r := range all {
		out = append(out, betweenCrossings(g, r, all, dark, scale)...)
	}
	return out
}

// betweenCrossings are the parts of a ruling that are drawn, from one ruling that
// it meets to the next. Stems of letters in line with an upright make it seem to
// run on through a row over all columns.
func betweenCrossings(g *image.Gray, r layout.Ruling, all []layout.Ruling, dark int, scale float64) []layout.Ruling {
	const near = 6.0
	level := r.Y0 == r.Y1
	at, from, to := r.X0, r.Y0, r.Y1
	lanes := g.Rect.Dx()
	grey := func(along, across int) int { return int(g.Pix[along*g.Stride+across]) }
	if level {
		at, from, to = r.Y0, r.X0, r.X1
		lanes = g.Rect.Dy()
		grey = func(along, across int) int { return int(g.Pix[across*g.Stride+along]) }
	}
	var crossings []float64
	for _, o := range all {
		if level == (o.Y0 == o.Y1) {
			continue
		}
		place, a, b := o.Y0, o.X0, o.X1
		if level {
			place, a, b = o.X0, o.Y0, o.Y1
		}
		if at >= a-near && at <= b+near {
			crossings = append(crossings, place)
		}
	}
	slices.Sort(crossings)
	part := func(a, b float64) layout.Ruling {
		q := r
		if level {
			q.X0, q.X1 = a, b
		} else {
			q.Y0, q.Y1 = a, b
		}
		return q
	}
	var out []layout.Ruling
	start := from // of the part that goes on
	for i := 1; i < len(crossings); i++ {
		a, b := crossings[i-1], crossings[i]
		if b-a < near || b <= from || a >= to {
			continue
		}
		s := stroke{
			from: (a + 1) / scale, to: (b - 1) / scale,
			at0: (at-r.Width/2)/scale - 1, at1: (at + r.Width/2) / scale,
		}
		share := cleanPart
		if s.to-s.from < longRun {
			share = wholePart
		}
		if clean(s, share, lanes, dark, grey) {
			continue
		}
		if a-start > near {
			out = append(out, part(start, min(a, to)))
		}
		start = max(b, from)
	}
	if to-start > near {
		out = append(out, part(start, to))
	}
	return out
}

// anchored keeps the rulings that make part of a frame: level ones that run from
// upright to upright or over much of the page, and uprights that meet a level
// one, or two where they are as short as the strokes of large letters. The feet
// of letters in a row look like rulings, and meet nothing.
func anchored(level, upright []layout.Ruling, width float64) []layout.Ruling {
	const (
		near  = 6.0
		short = longRun * 72.0 / scanDPI
	)
	var out []layout.Ruling
	for _, l := range level {
		if l.X1-l.X0 > 0.4*width || meets(upright, l.Y0, l.X0, near) && meets(upright, l.Y0, l.X1, near) {
			out = append(out, l)
		}
	}
	n := len(out)
	for _, u := range upright {
		for _, l := range out[:n] {
			crosses := u.X0 >= l.X0-near && u.X0 <= l.X1+near && l.Y0 >= u.Y0-near && l.Y0 <= u.Y1+near
			if crosses && (u.Y1-u.Y0 >= short || closed(out[:n], u, near/4)) {
				out = append(out, u)
				break
			}
		}
	}
	return out
}

// meets reports whether an upright passes a point.
func meets(upright []layout.Ruling, y, x, near float64) bool {
	for _, u := range upright {
		if math.Abs(u.X0-x) <= near && y >= u.Y0-near && y <= u.Y1+near {
			return true
		}
	}
	return false
}

// closed reports whether both ends of an upright stand at level rulings.
func closed(level []layout.Ruling, u layout.Ruling, near float64) bool {
	top, bottom := false, false
	for _, l := range level {
		if u.X0 >= l.X0-near && u.X0 <= l.X1+near {
			top = top || math.Abs(l.Y0-u.Y0) <= near
			bottom = bottom || math.Abs(l.Y0-u.Y1) <= near
		}
	}
	return top && bottom
}

// strokes looks along lanes of the given length; lane fills in the grey of one.
func strokes(length, lanes, dark int, lane func(row []uint8, i int)) []stroke {
	const reach = thickest
	// A ring of averaged lanes: the one looked at and those beside it.
	ring, raw := make([][]uint8, 2*reach+1), make([][]uint8, 2*reach+1)
	for i := range ring {
		ring[i], raw[i] = make([]uint8, length), make([]uint8, length)
	}
	slot := func(i int) int { return i % len(ring) }
	at := func(i int) []uint8 { return ring[slot(i)] }
	fill := func(i int) {
		if i < lanes {
			lane(raw[slot(i)], i)
			average(raw[slot(i)], at(i))
		}
	}
	for i := range reach {
		fill(i)
	}
	var open, done []stroke
	for i := range lanes {
		fill(i + reach)
		if i < reach || i+reach >= lanes {
			continue
		}
		near := [3][]uint8{raw[slot(i-1)], raw[slot(i)], raw[slot(i+1)]}
		beside := [2][]uint8{at(i - reach), at(i + reach)}
		// Ink is darker than the paper, and than the shade of a coloured band.
		inked := func(k int) bool {
			dark := min(dark, int(max(beside[0][k], beside[1][k]))-inkDepth)
			return int(near[0][k]) < dark || int(near[1][k]) < dark || int(near[2][k]) < dark
		}
		runs := ridges(at(i), at(i-reach/2), at(i+reach/2), at(i-reach), at(i+reach), inked, i)
		open, done = grow(open, done, runs, i)
	}
	done = append(done, open...)
	kept := done[:0]
	for _, s := range done {
		if s.at1-s.at0 < thickest {
			kept = append(kept, s)
		}
	}
	return kept
}

// clean tells rulings from the feet and shoulders of letters in a row: nearly
// all along, for that part at least, a ruling is a thin line of ink between two
// sides without any. The stems of letters go on to a side.
func clean(s stroke, part float64, lanes, dark int, at func(along, across int) int) bool {
	good := 0
	for i := max(int(s.from), 0); i < int(s.to); i++ {
		// The lane at which the ruling stands here, for it may lean a little.
		lane, least := -1, dark
		for a := max(int(s.at0)-1, 0); a <= min(int(s.at1)+1, lanes-1); a++ {
			if v := at(i, a); v < least {
				lane, least = a, v
			}
		}
		if lane < 0 {
			continue
		}
		// Half as dark as the middle is still of the ruling.
		edge := (least + dark + inkDepth) / 2
		from, to := lane, lane
		for from > 0 && lane-from <= cleanWidth && at(i, from-1) < edge {
			from--
		}
		for to < lanes-1 && to-lane <= cleanWidth && at(i, to+1) < edge {
			to++
		}
		if to-from < cleanWidth {
			good++
		}
	}
	return float64(good) >= part*(s.to-s.from)
}

// paper is the most frequent light grey.
func paper(g *image.Gray) int {
	var hist [256]int
	for _, v := range g.Pix {
		hist[v]++
	}
	best := 255
	for v := 128; v < 256; v++ {
		if hist[v] > hist[best] {
			best = v
		}
	}
	return best
}

// average smooths along a lane.
func average(in, out []uint8) {
	sum, n := 0, 0
	for i := range min(window/2, len(in)) {
		sum += int(in[i])
		n++
	}
	for i := range in {
		if j := i + window/2; j < len(in) {
			sum += int(in[j])
			n++
		}
		if j := i - window/2 - 1; j >= 0 {
			sum -= int(in[j])
			n--
		}
		out[i] = uint8(sum / n)
	}
}

// ridges are the runs of a lane that is darker than the lanes near it, or than
// those further off where the ruling is thick, and inked nearly all along; the
// feet of letters are not.
func ridges(mid, a1, b1, a2, b2 []uint8, inked func(int) bool, lane int) []stroke {
	var runs []stroke
	start, last, on := -1, -1, 0
	flush := func() {
		if start >= 0 && last-start >= shortRun && float64(on) >= solidPart*float64(last-start) {
			runs = append(runs, stroke{float64(start), float64(last + 1), float64(lane), float64(lane)})
		}
		start = -1
	}
	for i := range mid {
		m := int(mid[i]) + ridgeDepth
		if !inked(i) || (int(a1[i]) < m || int(b1[i]) < m) && (int(a2[i]) < m || int(b2[i]) < m) {
			continue
		}
		if start >= 0 && i-last > runGap {
			flush()
		}
		if start < 0 {
			start, on = i, 0
		}
		last = i
		on++
	}
	flush()
	return runs
}

// grow joins the runs of a lane to the strokes that end at the lanes before.
func grow(open, done, runs []stroke, lane int) (still, closed []stroke) {
	for _, o := range open {
		grown := false
		for j := range runs {
			r := &runs[j]
			if r.to > o.from-runGap && r.from < o.to+runGap && float64(lane)-o.at1 <= 2 {
				r.from, r.to = min(r.from, o.from), max(r.to, o.to)
				r.at0 = min(r.at0, o.at0)
				grown = true
				break
			}
		}
		switch {
		case grown:
		case float64(lane)-o.at1 <= 2:
			still = append(still, o)
		default:
			done = append(done, o)
		}
	}
	return append(still, runs...), done
}

// erase paints the rulings white, so that the engine does not read them as signs.
func erase(g *image.Gray, rulings []layout.Ruling, scale float64) {
	b := g.Bounds()
	for _, r := range rulings {
		half := int(r.Width/scale/2) + 2
		x0, x1 := int(r.X0/scale), int(r.X1/scale)
		y0, y1 := int(r.Y0/scale), int(r.Y1/scale)
		if r.Y0 == r.Y1 {
			y0, y1 = y0-half, y1+half
		} else {
			x0, x1 = x0-half, x1+half
		}
		for y := max(y0, 0); y <= min(y1, b.Dy()-1); y++ {
			for x := max(x0, 0); x <= min(x1, b.Dx()-1); x++ {
				g.Pix[y*g.Stride+x] = 255
			}
		}
	}
}
