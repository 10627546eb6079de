package normalize

// twoLeftOut finds two rows that together are the residual, to the kopeck; nil
// where there are none, or more than one choice.
func (r *relation) twoLeftOut() []*cell {
	want := -r.residual()
	if want <= 0 {
		return nil
	}
	var found []*cell
	earlier := newEarlier(len(r.parts))
	for i, c := range r.parts {
		if c.kind == zero || r.leaves(c) {
			continue
		}
		v := r.sign(i) * r.times * c.now()
		if other := earlier.with(want - v); other != nil {
			if found != nil {
				return nil
			}
			found = []*cell{other, c}
		}
		earlier.add(v, c)
	}
	return found
}

// earlier finds the last of the cells before that has a value: by a look over
// them where they are few.
type earlier struct {
	index  map[int64]*cell
	n      int
	values [32]int64
	cells  [32]*cell
}

func newEarlier(n int) *earlier {
	e := &earlier{}
	if n > len(e.values) {
		e.index = make(map[int64]*cell, n)
	}
	return e
}

func (e *earlier) with(v int64) *cell {
	if e.index != nil {
		return e.index[v]
	}
	for i := e.n - 1; i >= 0; i-- {
		if e.values[i] == v {
			return e.cells[i]
		}
	}
	return nil
}

func (e *earlier) add(v int64, c *cell) {
	if e.index != nil {
		e.index[v] = c
		return
	}
	e.values[e.n], e.cells[e.n] = v, c
	e.n++
}
