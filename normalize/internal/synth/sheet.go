package synth

import (
	"fmt"
	"slices"

	"zvit/extract/document"
	"zvit/extract/record"
)

// column is a money column while its table is made.
type column struct {
	role    record.Role
	year    int
	fund    record.Fund
	source  record.MoneySource
	of      unit // true unit
	says    int  // exponent that the words say; -1 where there are none
	values  []int64
	blank   func(row int) bool
	mention int
}

// row is a table's row while it is made.
type row struct {
	total   bool
	level   int
	partOf  int   // row that this is a "у тому числі" of; -1 for none
	parts   []int // rows that a total counts
	subject string
	kind    record.Subject
	source  record.MoneySource
	role    record.Role // of a row that gives its own role
}

// sheet is a table while it is made.
type sheet struct {
	rows []row
	cols []*column
}

func (s *sheet) item() int {
	s.rows = append(s.rows, row{partOf: -1, kind: record.SubjectMeasure})
	return len(s.rows) - 1
}

func (s *sheet) totalOf(parts ...int) int {
	s.rows = append(s.rows, row{partOf: -1, kind: record.SubjectLine, total: true, parts: parts})
	return len(s.rows) - 1
}

// layout makes rows with totals of a usual shape: one total at the end, at the
// head, groups with subtotals after or before and a grand total, or none.
func (g *generator) layout(s *sheet, n int) {
	shape := g.pick(46, 6, 18, 8, 22)
	switch shape {
	case 0, 4:
		var items []int
		for range n {
			items = append(items, s.item())
		}
		if shape == 0 && n > 1 {
			s.totalOf(items...)
		}
	case 1:
		at := s.totalOf()
		for range n {
			s.rows[at].parts = append(s.rows[at].parts, s.item())
		}
	case 2, 3:
		var totals []int
		for range 2 + g.IntN(3) {
			at := -1
			if shape == 3 {
				at = s.totalOf()
			}
			var items []int
			for range 1 + g.IntN(max(2, n/2)) {
				items = append(items, s.item())
			}
			if at < 0 {
				at = s.totalOf(items...)
			} else {
				s.rows[at].parts = items
			}
			totals = append(totals, at)
		}
		s.totalOf(totals...)
	}
	if g.chance(0.12) {
		g.insertParts(s)
	}
}

// insertParts marks some items as parts of the item before them.
func (g *generator) insertParts(s *sheet) {
	counted := map[int]bool{}
	for _, r := range s.rows {
		for _, p := range r.parts {
			counted[p] = true
		}
	}
	for i := 1; i < len(s.rows); i++ {
		if !s.rows[i].total && !s.rows[i-1].total && s.rows[i-1].partOf < 0 && g.chance(0.15) {
			s.rows[i].partOf = i - 1
			s.rows[i].kind = record.SubjectLine
			for j := range s.rows {
				s.rows[j].parts = slices.DeleteFunc(slices.Clone(s.rows[j].parts), func(p int) bool { return p == i })
			}
		}
	}
}

// addUp fills the totals of every column from its items, with the reports' own
// errors: rows left out, wrong sums.
func (g *generator) addUp(s *sheet) {
	var done func(c *column, i int, seen map[int]bool)
	done = func(c *column, i int, seen map[int]bool) {
		if seen[i] || !s.rows[i].total {
			return
		}
		seen[i] = true
		sum := int64(0)
		for _, p := range s.rows[i].parts {
			done(c, p, seen)
			sum += c.values[p]
		}
		c.values[i] = sum
	}
	for _, c := range s.cols {
		seen := map[int]bool{}
		for i := range s.rows {
			done(c, i, seen)
		}
	}
	last := -1
	for i, r := range s.rows {
		if r.total && len(r.parts) > 2 {
			last = i
		}
	}
	if last < 0 {
		return
	}
	if g.chance(g.h.outside) {
		parts := s.rows[last].parts
		out := parts[g.IntN(len(parts))]
		whole := g.chance(0.5)
		for _, c := range s.cols {
			if whole || c == s.cols[0] {
				c.values[last] -= c.values[out]
			}
		}
	}
	if g.chance(g.h.wrongTotal) {
		c := s.cols[g.IntN(len(s.cols))]
		q := c.of.quantum()
		switch g.IntN(3) {
		case 0:
			c.values[last] += q * int64(1+g.IntN(9)) * pow(g.IntN(5))
		case 1:
			c.values[last] += c.values[last] / q / int64(5+g.IntN(40)) * q
		default:
			c.values[last] -= c.values[last] / q / int64(5+g.IntN(40)) * q
		}
	}
}

// where the units of a table are said.
func (g *generator) say(s *sheet, heads bool) {
	for _, c := range s.cols {
		c.says, c.mention = c.of.exp, -1
	}
	if g.mute {
		for _, c := range s.cols {
			c.says = -1
		}
		return
	}
	g.lie(s)
	same := true
	for _, c := range s.cols {
		same = same && c.says == s.cols[0].says
	}
	if same && (!heads || g.chance(0.45)) {
		at := g.mention(s.cols[0].says, []record.MentionSource{record.LineAbove, record.Caption, record.Title}[g.pick(60, 25, 15)])
		for _, c := range s.cols {
			c.mention = at
		}
		return
	}
	silent := g.chance(g.h.partWords)
	for i, c := range s.cols {
		if silent && i > 0 && c.says == s.cols[i-1].says && g.chance(0.6) {
			c.says = -1
			if g.chance(0.5) && s.cols[i-1].mention >= 0 {
				c.mention = g.mention(s.cols[i-1].says, record.Neighbour)
			}
			continue
		}
		c.mention = g.mention(c.says, record.Heading)
	}
}

// otherWay is how often a wrong heading is of another kind than "тис.грн" over
// hryvnias, which is what nearly all that were seen are.
const otherWay = 0.35

// lie puts wrong words over a column, or over all of them.
func (g *generator) lie(s *sheet) {
	wrong := func(exp int) int {
		switch exp {
		case 2:
			return 5
		case 5:
			return []int{2, 8}[g.pick(90, 10)]
		}
		return 5
	}
	switch {
	case g.chance(g.h.lyingAll) && !g.lied:
		if s.cols[0].of.exp != 2 && !g.chance(otherWay) {
			return
		}
		g.lied = true
		for _, c := range s.cols {
			c.says = wrong(c.of.exp)
		}
	case len(s.cols) > 1 && g.chance(g.h.lyingReport) && !g.lied:
		// One column, usually the actual one, was typed in from elsewhere.
		c := s.cols[g.IntN(len(s.cols))]
		if c.of.exp != 2 && !g.chance(otherWay) {
			return
		}
		g.lied = true
		for _, x := range s.cols {
			if x.role == c.role && x.role == record.Actual && g.chance(0.7) || x == c {
				x.says = wrong(x.of.exp)
			}
		}
	}
}

func (g *generator) mention(exp int, from record.MentionSource) int {
	text := map[int]string{0: "коп.", 2: "грн", 5: "тис.грн", 8: "млн грн"}[exp]
	g.r.Mentions = append(g.r.Mentions, record.UnitMention{Unit: unitName(exp), Source: from, Text: text})
	return len(g.r.Mentions) - 1
}

// emit writes the table's amounts into the report.
func (g *generator) emit(s *sheet) {
	g.table++
	id := fmt.Sprintf("synth/t%d", g.table)
	g.r.Tables = append(g.r.Tables, record.Table{ID: id, Number: g.table, Ordinal: g.table})
	odd := g.oddCells(s)
	for i := range s.rows {
		r := &s.rows[i]
		at := document.Place{Table: g.table, Row: i + 3, Cell: 1}
		if r.subject == "" {
			r.subject = record.ID("synth", string(r.kind), at, 0)
			switch r.kind {
			case record.SubjectMeasure:
				g.r.Measures = append(g.r.Measures, record.Measure{ID: r.subject, TableID: id, Row: i + 2, Ordinal: len(g.r.Measures) + 1, Number: fmt.Sprint(len(g.r.Measures) + 1), Place: at})
			case record.SubjectIndicator:
				g.r.Indicators = append(g.r.Indicators, record.Indicator{ID: r.subject, TableID: id, Row: i + 2, Ordinal: 1, Section: record.Cost, Place: at})
			default:
				l := record.Line{ID: r.subject, TableID: id, Row: i + 2, Ordinal: len(g.r.Lines) + 1, Level: r.level, IsTotal: r.total, Place: at}
				if r.partOf >= 0 {
					l.PartOf = s.rows[r.partOf].subject
				}
				g.r.Lines = append(g.r.Lines, l)
			}
		}
		for j, c := range s.cols {
			if c.blank != nil && c.blank(i) {
				continue
			}
			g.cell(s, id, i, j, odd[[2]int{i, j}])
		}
	}
}

// cell writes one amount.
func (g *generator) cell(s *sheet, table string, i, j, shift int) {
	r, c := &s.rows[i], s.cols[j]
	u := c.of
	if shift != 0 {
		u.exp += shift
		u.decimals = g.drawDecimals(u.exp)
	}
	printed, value := g.print(c.values[i], u)
	if c.values[i] == 0 {
		if g.chance(0.3) {
			return
		}
		printed, value = []string{"0", "0,0", "0,00"}[g.IntN(3)], 0
	} else if value == 0 {
		return
	}
	place := document.Place{Table: g.table, Row: i + 3, Cell: j + 2}
	a := record.Amount{
		ID: record.ID("synth", "amount", place, 0), Subject: r.kind, SubjectID: r.subject, Role: c.role, Year: c.year, Fund: c.fund, Source: c.source,
		Printed: printed, TableID: table, Row: i + 2, Col: j + 2, Place: place, IsTotal: r.total, Level: r.level, HeaderPath: "графа",
	}
	if r.source != "" {
		a.Source = r.source
	}
	if r.role != "" {
		a.Role = r.role
	}
	if c.mention >= 0 {
		a.Mentions = []int{c.mention}
	}
	g.r.Amounts = append(g.r.Amounts, a)
	says := c.says
	if c.mention >= 0 && says < 0 {
		says = c.of.exp
	}
	g.truth[a.ID] = Truth{Kopecks: record.Kopecks(value), Odd: shift != 0 && value != 0, Lies: says >= 0 && says != u.exp && value != 0}
}

// oddCells draws the cells that are printed in another unit than their column,
// one cell of a row or the whole of it.
func (g *generator) oddCells(s *sheet) map[[2]int]int {
	odd := map[[2]int]int{}
	if !g.chance(g.h.oddReport) {
		return odd
	}
	if g.form == "register" && g.chance(0.6) {
		return odd // nothing there could show an odd row but its size: kept rare
	}
	shiftOf := func(c *column) int {
		if c.of.exp == 2 {
			return 3
		}
		return -3
	}
	for i, r := range s.rows {
		if r.total && !g.chance(0.3) || !g.chance(g.h.oddRow) {
			continue
		}
		if g.chance(0.3) {
			for j, c := range s.cols {
				if c.of.exp == s.cols[0].of.exp {
					odd[[2]int{i, j}] = shiftOf(c)
				}
			}
		} else {
			j := g.IntN(len(s.cols))
			odd[[2]int{i, j}] = shiftOf(s.cols[j])
		}
	}
	return odd
}

// declare writes a total of the prose with its unit beside it.
func (g *generator) declare(role record.Role, year int, kopecks int64, u unit, says int) {
	if kopecks == 0 {
		return
	}
	g.place++
	printed, value := g.print(kopecks, u)
	if value == 0 {
		return
	}
	place := document.Place{Paragraph: g.place}
	a := record.Amount{
		ID: record.ID("synth", "amount", place, 0), Subject: record.SubjectReport, SubjectID: g.r.ID, Role: role, Year: year, Printed: printed,
		Row: -1, Col: -1, Place: place, IsTotal: true,
	}
	if says >= 0 {
		a.Mentions = []int{g.mention(says, record.Beside)}
	}
	g.r.Amounts = append(g.r.Amounts, a)
	g.truth[a.ID] = Truth{Kopecks: record.Kopecks(value), Lies: says >= 0 && says != u.exp}
}
