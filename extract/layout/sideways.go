package layout

import "zvit/extract/document"

// most is the part of a page's words that must run one way for the page to be
// read that way: a wide table printed sideways on an upright sheet.
const most = 0.7

// sideways tells which way the page must be read: Level, Up or Down.
func sideways(p *Page) Turn {
	var n [4]int
	for i := range p.Words {
		n[p.Words[i].Turn&3]++
	}
	for _, t := range []Turn{Up, Down} {
		if n[t] >= 10 && float64(n[t]) > most*float64(len(p.Words)) {
			return t
		}
	}
	return Level
}

// turnBox gives a box of a page of that width and height in the coordinates of
// the page turned so that text of direction t is level.
func turnBox(b document.Box, t Turn, width, height float64) document.Box {
	switch t {
	case Up:
		return document.Box{X0: height - b.Y1, X1: height - b.Y0, Y0: b.X0, Y1: b.X1}
	case Down:
		return document.Box{X0: b.Y0, X1: b.Y1, Y0: width - b.X1, Y1: width - b.X0}
	case Level, Askew:
	}
	return b
}

// turnBack undoes turnBox; width and height are those of the page as shown.
func turnBack(b document.Box, t Turn, width, height float64) document.Box {
	switch t {
	case Up:
		return document.Box{X0: b.Y0, X1: b.Y1, Y0: height - b.X1, Y1: height - b.X0}
	case Down:
		return document.Box{X0: width - b.Y1, X1: width - b.Y0, Y0: b.X0, Y1: b.X1}
	case Level, Askew:
	}
	return b
}

// turnedPage is the page with its text level.
func turnedPage(p Page, t Turn) Page {
	out := p
	out.Width, out.Height = p.Height, p.Width
	box := func(b document.Box) document.Box { return turnBox(b, t, p.Width, p.Height) }
	out.Words = make([]Word, len(p.Words))
	for i, w := range p.Words {
		switch w.Turn {
		case t:
			w.Turn = Level
		case Level:
			w.Turn = Down
			if t == Down {
				w.Turn = Up
			}
		case Up, Down, Askew:
			w.Turn = Askew
		}
		w.Box = box(w.Box)
		out.Words[i] = w
	}
	out.Rulings = make([]Ruling, len(p.Rulings))
	for i, r := range p.Rulings {
		b := box(document.Box{X0: r.X0, Y0: r.Y0, X1: r.X1, Y1: r.Y1})
		out.Rulings[i] = Ruling{X0: b.X0, Y0: b.Y0, X1: b.X1, Y1: b.Y1, Width: r.Width}
	}
	boxes := func(in []document.Box) []document.Box {
		list := make([]document.Box, len(in))
		for i, b := range in {
			list[i] = box(b)
		}
		return list
	}
	out.Fills, out.Images = boxes(p.Fills), boxes(p.Images)
	return out
}

// shown puts a block's places back to the page as it is shown.
func (p *analysed) shown(b document.Block) {
	if p.turn == Level {
		return
	}
	// width and height are those of the turned page.
	back := func(pl *document.Place) {
		if pl.Box != (document.Box{}) {
			pl.Box = turnBack(pl.Box, p.turn, p.height, p.width)
		}
	}
	switch b := b.(type) {
	case *document.Paragraph:
		back(&b.Place)
	case *document.Table:
		back(&b.Place)
		for i := range b.Rows {
			back(&b.Rows[i].Place)
			for j := range b.Rows[i].Cells {
				for k := range b.Rows[i].Cells[j].Parts {
					back(&b.Rows[i].Cells[j].Parts[k].Place)
				}
			}
		}
	}
}
