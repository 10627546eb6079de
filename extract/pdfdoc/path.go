package pdfdoc

import (
	"math"

	"zvit/extract/document"
	"zvit/extract/layout"
)

const (
	thinMost = 3.2  // points: a filled area thinner than this is a ruling
	straight = 0.75 // points that the ends of a ruling may differ across it
	shortest = 1.5  // points: anything shorter is a dot
)

// point of a path, as shown; move marks the start of a subpath.
type point struct {
	x, y  float64
	move  bool
	curve bool
}

// path is the path under construction.
type path struct {
	points []point
	start  int  // of the current subpath
	clip   bool // W was given
}

func (p *path) reset() { p.points, p.start, p.clip = p.points[:0], 0, false }

func (in *interpreter) addPoint(x, y float64, move, curve bool) {
	if len(in.path.points) >= maxPath {
		return
	}
	sx, sy := in.g.ctm.apply(x, y)
	if move {
		in.path.start = len(in.path.points)
	}
	in.path.points = append(in.path.points, point{sx, sy, move, curve})
}

// construct runs a path construction operator.
func (in *interpreter) construct(op []byte) {
	switch string(op) {
	case "m":
		in.addPoint(in.num(0, 2), in.num(1, 2), true, false)
	case "l":
		in.addPoint(in.num(0, 2), in.num(1, 2), false, false)
	case "c":
		in.addPoint(in.num(4, 6), in.num(5, 6), false, true)
	case "v", "y":
		in.addPoint(in.num(2, 4), in.num(3, 4), false, true)
	case "h":
		p := &in.path
		if len(p.points) > p.start && len(p.points) < maxPath {
			first := p.points[p.start]
			p.points = append(p.points, point{first.x, first.y, false, false})
		}
	case "re":
		x, y, w, h := in.num(0, 4), in.num(1, 4), in.num(2, 4), in.num(3, 4)
		in.addPoint(x, y, true, false)
		in.addPoint(x+w, y, false, false)
		in.addPoint(x+w, y+h, false, false)
		in.addPoint(x, y+h, false, false)
		in.addPoint(x, y, false, false)
	}
}

// paint runs a path painting or clipping operator.
func (in *interpreter) paint(op []byte) {
	p := &in.path
	stroke, filled := false, false
	switch string(op) {
	case "W", "W*":
		p.clip = true
		return
	case "S", "s":
		stroke = true
	case "f", "F", "f*":
		filled = true
	case "B", "B*", "b", "b*":
		stroke, filled = true, true
	}
	if op[0] == 's' || op[0] == 'b' {
		in.construct([]byte("h"))
	}
	if filled && !in.g.transparency {
		in.fillPath()
	}
	if stroke && !in.g.strokeLight {
		in.strokePath()
	}
	if p.clip && len(p.points) > 0 {
		in.g.clip = intersect(in.g.clip, bounds(p.points))
	}
	p.reset()
}

func bounds(pts []point) document.Box {
	b := document.Box{X0: pts[0].x, Y0: pts[0].y, X1: pts[0].x, Y1: pts[0].y}
	for _, q := range pts[1:] {
		b.X0, b.Y0 = min(b.X0, q.x), min(b.Y0, q.y)
		b.X1, b.Y1 = max(b.X1, q.x), max(b.Y1, q.y)
	}
	return b
}

func (in *interpreter) strokePath() {
	width := max(in.g.lineWidth*in.g.ctm.scale(), 0.1)
	pts := in.path.points
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		if b.move || b.curve {
			continue
		}
		in.segment(a, b, width)
	}
}

// segment notes a stroked line. One that is wider than long is a bar drawn across.
func (in *interpreter) segment(a, b point, width float64) {
	box := document.Box{X0: min(a.x, b.x), X1: max(a.x, b.x), Y0: min(a.y, b.y), Y1: max(a.y, b.y)}
	dx, dy := box.X1-box.X0, box.Y1-box.Y0
	if dx > straight && dy > straight {
		return
	}
	long := max(dx, dy)
	if width > thinMost {
		half := width / 2
		if dx > dy {
			box.Y0, box.Y1 = box.Y0-half, box.Y1+half
		} else {
			box.X0, box.X1 = box.X0-half, box.X1+half
		}
		in.area(box, false)
		return
	}
	if long < 0.3 {
		return
	}
	in.ruling(box, width)
}

// fillPath notes each filled subpath that is a rectangle.
func (in *interpreter) fillPath() {
	pts := in.path.points
	for i := 0; i < len(pts); {
		j := i + 1
		for j < len(pts) && !pts[j].move {
			j++
		}
		if sub := pts[i:j]; rectangular(sub) {
			in.area(bounds(sub), in.g.fillLight)
		}
		i = j
	}
}

// rectangular reports whether a subpath runs along the sides of its bounds.
func rectangular(sub []point) bool {
	if len(sub) < 3 || len(sub) > 8 {
		return false
	}
	for i := 1; i < len(sub); i++ {
		a, b := sub[i-1], sub[i]
		if b.curve || math.Abs(a.x-b.x) > straight && math.Abs(a.y-b.y) > straight {
			return false
		}
	}
	return true
}

// area notes a filled rectangle: a ruling where it is thin. White areas hide
// what is below and are neither.
func (in *interpreter) area(box document.Box, light bool) {
	box = intersect(box, in.g.clip)
	if light || box.X1 < box.X0 || box.Y1 < box.Y0 || in.thin(box) {
		return
	}
	if len(in.page.Fills) < maxRulings {
		in.page.Fills = append(in.page.Fills, box)
	}
}

// thin notes a thin area as a ruling, or a dot as nothing.
func (in *interpreter) thin(box document.Box) bool {
	dx, dy := box.X1-box.X0, box.Y1-box.Y0
	if min(dx, dy) > thinMost {
		return false
	}
	if max(dx, dy) < 2*min(dx, dy) && max(dx, dy) < 6 {
		// A crossing that the producer draws by itself, or a bullet.
		if max(dx, dy) < shortest {
			in.ruling(box, min(dx, dy))
		}
		return true
	}
	in.ruling(box, min(dx, dy))
	return true
}

func (in *interpreter) ruling(box document.Box, width float64) {
	if len(in.page.Rulings) >= maxRulings {
		return
	}
	r := layout.Ruling{X0: box.X0, X1: box.X1, Y0: box.Y0, Y1: box.Y1, Width: width}
	if box.X1-box.X0 >= box.Y1-box.Y0 {
		y := (box.Y0 + box.Y1) / 2
		r.Y0, r.Y1 = y, y
		r.X0, r.X1 = max(r.X0, in.g.clip.X0), min(r.X1, in.g.clip.X1)
		if y < in.g.clip.Y0-width || y > in.g.clip.Y1+width || r.X1 < r.X0 {
			return
		}
	} else {
		x := (box.X0 + box.X1) / 2
		r.X0, r.X1 = x, x
		r.Y0, r.Y1 = max(r.Y0, in.g.clip.Y0), min(r.Y1, in.g.clip.Y1)
		if x < in.g.clip.X0-width || x > in.g.clip.X1+width || r.Y1 < r.Y0 {
			return
		}
	}
	in.page.Rulings = append(in.page.Rulings, r)
}
