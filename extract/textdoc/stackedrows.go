package textdoc

import (
	"strconv"

	"zvit/extract/wording"
)

// stackedTable makes a table of the tokens [from, to), or says that they are none.
func stackedTable(tokens []token, from, to int, lines []line) (fragment, bool) {
	ts := tokens[from:to]
	var (
		rows   [][]token
		head   []token
		width  int
		header int
	)
	if at, n := numberRow(ts); n >= 3 {
		head, width = ts[:at], n
		rows = append(rows, ts[at:at+n])
		rows = append(rows, chunks(ts[at+n:], n)...)
		header = 1
	} else if h, data, w := numbered(counted(ts)); w >= 3 {
		head, rows, width = h, data, w
	} else if h, data, w := labelled(ts); w >= 2 {
		head, rows, width = h, data, w
	} else {
		return fragment{}, false
	}
	if len(rows) == header {
		return fragment{}, false
	}
	money := moneyColumn(rows[header:], width)
	levels, ok := headerLevels(head, width, money)
	if !ok && len(rows)-header < 2 && header == 0 {
		return fragment{}, false // One row that no header confirms.
	}
	if !ok {
		levels = nil
	}
	var f fragment
	f.rows = append(f.rows, levels...)
	for _, r := range rows {
		f.rows = append(f.rows, placed(r, width, money))
	}
	f.from = f.rows[0].line
	last := rows[len(rows)-1]
	end := &last[len(last)-1]
	f.to = end.line + 1
	if n := len(end.cell.pieces); n > 0 {
		f.to = end.cell.pieces[n-1].line + 1
	}
	return f, len(f.rows) > 1
}

// moneyColumn is the first column of amounts in the rows of full width.
func moneyColumn(rows [][]token, width int) int {
	for _, r := range rows {
		for i := range r {
			if len(r) == width && i > 0 && r[i].kind == amount {
				return i
			}
		}
	}
	return 0
}

// placed is a row of the table; a label with amounts alone goes where the full
// rows have their amounts.
func placed(r []token, width, money int) row {
	out := stackedRow(r)
	if len(r) >= width || r[0].kind != text || money < 2 || len(r) < 2 || r[1].kind != amount || money-1+len(r) > width {
		return out
	}
	for i := range out.cells {
		out.cells[i].col = money + i
	}
	return out
}

// stackedRow makes a row of tokens, left to right.
func stackedRow(r []token) row {
	out := row{line: r[0].line}
	for i := range r {
		out.cells = append(out.cells, r[i].cell)
	}
	return out
}

// numberRow finds the row that numbers the columns: 1 2 3 … n, each alone.
func numberRow(ts []token) (at, n int) {
	for i := range ts {
		if ts[i].text != "1" || ts[i].kind != amount {
			continue
		}
		k := 1
		for i+k < len(ts) && ts[i+k].text == strconv.Itoa(k+1) {
			k++
		}
		if k >= 3 {
			return i, k
		}
	}
	return 0, 0
}

// chunks cuts the tokens under a number row into rows of n cells. Empty cells
// must be marked for that; where they are not, rows begin as labelled ones do.
func chunks(ts []token, n int) [][]token {
	marked := false
	for i := range ts {
		marked = marked || ts[i].kind == empty
	}
	if !marked {
		for _, cut := range []func([]token) ([]token, [][]token, int){numbered, labelled} {
			head, rows, w := cut(ts)
			switch {
			case w == 0 || w > n || len(head) > 2:
			case len(head) > 0: // The name of a section.
				return append([][]token{head}, rows...)
			default:
				return rows
			}
		}
	}
	var rows [][]token
	for len(ts) >= n {
		full, barred := false, true
		for i := range ts[:n] {
			full = full || ts[i].kind == amount
			barred = barred && ts[i].bar
		}
		if !full || marked && !barred {
			break
		}
		rows = append(rows, ts[:n])
		ts = ts[n:]
	}
	return rows
}

// counted marks bare numbers that count the rows, 1 2 3 …, each before a text,
// as row numbers; before the first of them no amount may stand, or they are
// values that happen to count.
func counted(ts []token) []token {
	next, last := 1, -3
	var at []int
	for i := 0; i+1 < len(ts); i++ {
		if ts[i].kind != amount || ts[i].text != strconv.Itoa(next) {
			if next == 1 && ts[i].kind == amount {
				return ts
			}
			continue
		}
		if ts[i+1].kind == text && i-last >= 3 {
			at = append(at, i)
			next, last = next+1, i
		}
	}
	if len(at) == 0 {
		return ts
	}
	out := append([]token(nil), ts...)
	for _, i := range at {
		out[i].kind = number
	}
	return out
}

// numbered cuts ts at its row numbers, where they count on from row to row.
func numbered(ts []token) (head []token, rows [][]token, width int) {
	var starts []int
	for i := range ts {
		if ts[i].kind == number && (len(starts) == 0 || i-starts[len(starts)-1] >= 3) {
			starts = append(starts, i)
		}
	}
	if len(starts) == 0 {
		return nil, nil, 0
	}
	lengths := map[int]int{}
	for i, s := range starts {
		if i+1 < len(starts) {
			lengths[starts[i+1]-s]++
		}
	}
	head = ts[:starts[0]]
	if len(starts) == 1 {
		width = len(head) // The header alone says how wide the row is.
	} else {
		width = narrowest(lengths)
	}
	if width < 3 {
		return nil, nil, 0
	}
	for i, s := range starts {
		end := len(ts)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		own := min(s+width, end)
		if !hasAmount(ts[s:own]) {
			break
		}
		rows = append(rows, ts[s:own])
		rest, taken := labelRows(ts[own:end])
		rows = append(rows, rest...)
		if taken < end-own {
			break // What follows is no row.
		}
	}
	if len(rows) == 0 || len(rows[0]) != width {
		return nil, nil, 0
	}
	return head, rows, width
}

// narrowest returns the commonest length, the smaller of equals.
func narrowest(lengths map[int]int) int {
	best, most := 0, 0
	for l, n := range lengths {
		if n > most || n == most && l < best {
			best, most = l, n
		}
	}
	return best
}

func hasAmount(ts []token) bool {
	for i := range ts {
		if ts[i].kind == amount {
			return true
		}
	}
	return false
}

// labelRows cuts ts into rows of a label and the amounts after it, and returns
// how many tokens they took.
func labelRows(ts []token) (rows [][]token, taken int) {
	for at := 0; at+1 < len(ts) && ts[at].kind == text && ts[at+1].kind == amount; {
		end := at + 1
		for end < len(ts) && ts[end].kind == amount {
			end++
		}
		rows = append(rows, ts[at:end])
		at, taken = end, end
	}
	return rows, taken
}

// labelled cuts ts into rows of one label and the amounts after it.
func labelled(ts []token) (head []token, rows [][]token, width int) {
	first := 0
	for first+1 < len(ts) && !(ts[first].kind == text && ts[first+1].kind == amount && !years(ts[first+1:])) {
		first++
	}
	if first+1 >= len(ts) {
		return nil, nil, 0
	}
	rows, _ = labelRows(ts[first:])
	lengths := map[int]int{}
	for _, r := range rows {
		lengths[len(r)]++
	}
	for l, n := range lengths {
		if n > lengths[width] || n == lengths[width] && l > width {
			width = l
		}
	}
	for i := range rows {
		if len(rows[i]) != width {
			rows[i] = spaced(rows[i], width)
		}
		if len(rows[i]) > width {
			rows = rows[:i]
			break
		}
	}
	if len(rows) == 0 || width == 2 && len(rows) < 3 {
		return nil, nil, 0
	}
	return ts[:first], rows, width
}

// spaced counts the white lines of a row as empty cells where they fill it.
func spaced(r []token, width int) []token {
	white := 0
	for i := 1; i < len(r); i++ {
		white += r[i].space
	}
	if white == 0 || len(r)+white > width {
		return r
	}
	out := []token{r[0]}
	for i := 1; i < len(r); i++ {
		for range r[i].space {
			out = append(out, token{kind: empty, line: r[i].line})
		}
		out = append(out, r[i])
	}
	return out
}

// years reports whether ts begins with years that count up, or one year and a
// word: a level of a header.
func years(ts []token) bool {
	y, ok := year(ts[0].text)
	if !ok {
		return false
	}
	if len(ts) == 1 || ts[1].kind != amount {
		return true
	}
	next, ok := year(ts[1].text)
	return ok && next == y+1
}

func year(s string) (int, bool) {
	y, err := strconv.Atoi(s)
	return y, err == nil && len(s) == 4 && y >= 1990 && y < 2100
}

// headerWord reports whether a text is one that heads a column.
func headerWord(s string) bool { return wording.ReadHeading([]string{s}).Score >= 0.6 }
