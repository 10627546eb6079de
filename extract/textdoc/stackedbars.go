package textdoc

import "zvit/extract/wording"

// A bar at the end of every cell shows the empty ones too, so the tokens between
// two lines without a bar are the whole table, row after row, and its width
// follows from what stands under what.

const widestBarred = 40 // columns that are tried

// barred returns the end of the run of tokens with bars that begins at from.
func barred(tokens []token, from int) int {
	to := from
	for to < len(tokens) && tokens[to].bar {
		to++
	}
	return to
}

// barredTable makes a table of tokens that all have bars. It is one where they
// fill rows of some width without rest, under a header of words, and each column
// holds either values or words; false where no width does, or two do. Where rows
// begin with a bar too, it stands as an empty cell before each, and behind the last.
func barredTable(ts []token) (fragment, bool) {
	width, edge := 0, 0
	if ts[0].kind == empty {
		edge = 1
	}
	for w := 3 + edge; w <= widestBarred && w*3 <= len(ts); w++ {
		rest := len(ts) % w
		if rest > edge || rest > 0 && ts[len(ts)-1].kind != empty || edge > 0 && !edged(ts[:len(ts)-rest], w) ||
			!headsColumns(ts[edge:w]) || !sameKinds(ts[w:len(ts)-rest], w) {
			continue
		}
		if width > 0 {
			return fragment{}, false
		}
		width = w
	}
	if width == 0 {
		return fragment{}, false
	}
	f := fragment{from: ts[0].line, to: ts[len(ts)-1].line + 1}
	for at := 0; at+width <= len(ts); at += width {
		f.rows = append(f.rows, stackedRow(ts[at+edge:at+width]))
	}
	return f, true
}

// edged reports whether rows of width w all begin with an empty cell.
func edged(ts []token, w int) bool {
	for at := 0; at < len(ts); at += w {
		if ts[at].kind != empty {
			return false
		}
	}
	return true
}

// headsColumns reports whether a row is nothing but words, headings among them.
func headsColumns(row []token) bool {
	for i := range row {
		if row[i].kind != text || row[i].text == "" {
			return false
		}
	}
	return anyHeaderWord(row)
}

// sameKinds reports whether in rows of width w nearly every cell is of its
// column's kind, and some column holds values. Empty cells, marks of absence and
// the rows that only name a section are of any kind.
func sameKinds(ts []token, w int) bool {
	const most = 20 // one stray cell in so many
	values, words := make([]int, w), make([]int, w)
	for at := 0; at < len(ts); at += w {
		row := ts[at : at+w]
		if alone(row) {
			continue
		}
		for col, t := range row {
			switch {
			case t.kind == empty || wording.Absent(t.text):
			case t.kind == text:
				words[col]++
			default:
				values[col]++
			}
		}
	}
	stray, filled, valued := 0, 0, false
	for col := range w {
		stray += min(values[col], words[col])
		filled += values[col] + words[col]
		valued = valued || col > 0 && values[col] > words[col]
	}
	return valued && stray*most <= filled+most
}

// alone reports whether only the first cell of a row is filled.
func alone(row []token) bool {
	for i := range row[1:] {
		if row[i+1].kind != empty {
			return false
		}
	}
	return true
}
