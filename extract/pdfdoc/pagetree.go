package pdfdoc

import (
	"context"
	"math"

	"zvit/extract/document"
)

// page is a leaf of the page tree with what it inherits (ISO 32000-1, 7.7.3).
type page struct {
	o         object
	resources object
	media     object
	crop      object
	rotate    float64
}

// pageTree lists the pages in order. References that come round again are left
// out, by what the library shows of their identity and by depth.
func pageTree(ctx context.Context, root object) []page {
	w := treeWalk{ctx: ctx, seen: map[string]bool{}}
	w.node(root.key("Pages"), page{resources: nothing{}, media: nothing{}, crop: nothing{}}, 0)
	return w.pages
}

type treeWalk struct {
	ctx   context.Context
	pages []page
	seen  map[string]bool
	nodes int
}

func (w *treeWalk) node(o object, p page, depth int) {
	w.nodes++
	if depth > maxDepth*4 || w.nodes > 4*maxPages || len(w.pages) >= maxPages || w.ctx.Err() != nil {
		return
	}
	p.o = o
	if v := o.key("Resources"); v.kind() == dict {
		p.resources = v
	}
	if v := o.key("MediaBox"); v.kind() == array {
		p.media = v
	}
	if v := o.key("CropBox"); v.kind() == array {
		p.crop = v
	}
	if v := o.key("Rotate"); v.kind() == number {
		p.rotate = v.number()
	}
	kids := o.key("Kids")
	if kids.kind() != array {
		if o.kind() == dict {
			w.pages = append(w.pages, p)
		}
		return
	}
	for i, n := 0, min(kids.length(), maxPages); i < n; i++ {
		kid := kids.at(i)
		if id := nodeIdentity(kid); id != "" {
			if w.seen[id] {
				continue
			}
			w.seen[id] = true
		}
		w.node(kid, p, depth+1)
	}
}

// nodeIdentity identifies an inner node by what it holds: the same kids under
// the same parent are the same node. A leaf has none: it may be listed twice.
func nodeIdentity(o object) string {
	if o.key("Kids").kind() != array {
		return ""
	}
	return o.form()
}

// frame is the transformation from user space to the page as shown, and the
// page's size (ISO 32000-1, 14.11.2).
func (p page) frame() (m matrix, width, height float64) {
	box := boxOf(p.media, document.Box{X1: 612, Y1: 792})
	if c := boxOf(p.crop, box); !c.Empty() {
		if c = intersect(c, box); !c.Empty() {
			box = c
		}
	}
	w, h := box.X1-box.X0, box.Y1-box.Y0
	switch (int(p.rotate)%360 + 360) % 360 {
	case 90:
		return matrix{0, 1, 1, 0, -box.Y0, -box.X0}, h, w
	case 180:
		return matrix{-1, 0, 0, 1, box.X1, -box.Y0}, w, h
	case 270:
		return matrix{0, -1, -1, 0, box.Y1, box.X1}, h, w
	}
	return matrix{1, 0, 0, -1, -box.X0, box.Y1}, w, h
}

func boxOf(o object, def document.Box) document.Box {
	v := numbers(o)
	if len(v) != 4 {
		return def
	}
	b := document.Box{X0: min(v[0], v[2]), Y0: min(v[1], v[3]), X1: max(v[0], v[2]), Y1: max(v[1], v[3])}
	for _, x := range v {
		if math.Abs(x) > 1e6 || math.IsNaN(x) {
			return def
		}
	}
	if b.Empty() {
		return def
	}
	return b
}
