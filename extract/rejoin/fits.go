package rejoin

// fits reports whether most of t's rows have the width of the table's and, with
// a column more or less, its kinds.
func (r *run) fits(t *fragment) bool {
	if r.width == 0 {
		return false
	}
	near, rows, short := 0, 0, 0
	for i := range t.rows {
		if t.rows[i].rule {
			continue
		}
		rows++
		switch w := t.rows[i].slots; {
		case w >= r.width-1 && w <= r.width+1 || w == 1:
			near++
		case w > r.width && w-t.rows[i].blanks() <= r.width+1 && w <= 2*r.width:
			near++ // with empty cells too many
		case w < r.width && (w == 2 || w > 0 && t.rows[i].cells[0].blank()):
			short++ // a head with its number, or a row inside another's, without the empty cells at its end
		}
	}
	if rows == 0 {
		return true
	}
	if near > 0 {
		rows -= short
	}
	if near*3 < rows*2 {
		return false
	}
	want := r.families()
	agree, clash := 0, 0
	for i := range t.rows {
		row, odd := &t.rows[i], 0
		if len(row.cells) != r.width || i == 0 {
			odd = 1
		}
		a, c := row.agrees(want, odd)
		agree += a
		clash += c
	}
	return clash <= agree || agree == 0 && clash <= 2
}

// agrees counts the cells of a row that are of their columns' families, and
// those that are of another, as the row stands or up to odd columns to the side,
// without the empty cells that a row too wide has too many.
func (r *row) agrees(want []family, odd int) (agree, clash int) {
	spare := min(max(r.slots-len(want), 0), r.blanks())
	agree = -1
	// By the empty cells left out so far: the best of all ways up to a cell.
	type way struct{ agree, clash int }
	better := func(a, b way) bool { return a.agree-a.clash > b.agree-b.clash }
	ways := make([]way, spare+1)
	for shift := -odd; shift <= odd; shift++ {
		for out := range ways {
			ways[out] = way{clash: len(r.cells)}
		}
		ways[0] = way{}
		for j := range r.cells {
			f := r.cells[j].kind.family()
			for out := spare; out >= 0; out-- {
				if out > 0 && r.cells[j].blank() && better(ways[out-1], ways[out]) {
					ways[out] = ways[out-1]
				}
				if x := r.src.Cells[j].Col + shift - out; x >= 0 && x < len(want) && f != anything && want[x] != anything {
					if f == want[x] {
						ways[out].agree++
					} else {
						ways[out].clash++
					}
				}
			}
		}
		for _, w := range ways {
			if agree < 0 || better(w, way{agree, clash}) {
				agree, clash = w.agree, w.clash
			}
		}
	}
	return agree, clash
}

// families says what most cells of each column are, over a sample of rows.
func (r *run) families() []family {
	if r.form != nil && (r.formOf == len(r.fragments) || r.formOf >= 8) && len(r.form) == r.width {
		return r.form
	}
	count := make([][textual + 1]int, r.width)
	for f := range r.fragments {
		rows := r.fragments[f].rows
		for i := range min(len(rows), 40) {
			if rows[i].header || f == 0 && i < r.headers {
				continue
			}
			if rows[i].slots != r.width || rows[i].filled()*5 < r.width*2 {
				continue
			}
			for j := range rows[i].cells {
				if col := rows[i].src.Cells[j].Col; col < r.width {
					count[col][rows[i].cells[j].kind.family()]++
				}
			}
		}
		if f >= 8 {
			break
		}
	}
	want := make([]family, r.width)
	for i := range count {
		for f := numeric; f <= textual; f++ {
			if n := count[i][f]; n > 0 && n*10 >= 7*(count[i][numeric]+count[i][temporal]+count[i][textual]) {
				want[i] = f
			}
		}
	}
	r.form, r.formOf = want, len(r.fragments)
	return want
}
