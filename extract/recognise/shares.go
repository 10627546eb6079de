package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// shares finds the rows that split a total by source, fund or year, each once:
// they are amounts of the total's line, as columns of sources would be.
type shares struct {
	owner []int // row of the total, by row; -1 where the row stands by itself
	dims  []rowDims
}

type rowDims struct {
	year   int
	source record.MoneySource
	fund   record.Fund
}

func (l *layout) sharesOf() *shares {
	t := l.t
	s := &shares{owner: make([]int, len(t.Rows)), dims: make([]rowDims, len(t.Rows))}
	for r := range s.owner {
		s.owner[r] = -1
	}
	var run []int
	total := -1 // of the run, where it stands before
	end := func(after int) {
		if l.splits(s, run) {
			owner := after
			if owner < 0 {
				owner = total
			}
			if owner >= 0 {
				for _, r := range run {
					s.owner[r] = owner
				}
			}
		}
		run = nil
	}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		switch t.kinds[r] {
		case RowTotal:
			if !l.rowHasMoney(r) {
				continue
			}
			before := len(run) > 0
			end(r)
			total = r
			if before {
				total = -1
			}
		case RowData:
			if l.rowHasMoney(r) {
				s.dims[r] = l.dimsOf(r)
				run = append(run, r)
			}
		case RowSection:
			if l.rowHasMoney(r) {
				s.dims[r] = l.dimsOf(r)
				run = append(run, r)
				continue
			}
			end(-1)
			total = -1
		case RowPart:
			if l.rowHasMoney(r) {
				end(-1)
				total = -1
			}
		}
	}
	end(-1)
	return s
}

// dimsOf reads what a row is for: its source, fund or year, where its words say
// little else.
func (l *layout) dimsOf(row int) rowDims {
	name := l.rowName(row)
	if d, ok := l.dims[name]; ok {
		return d
	}
	d := rowDims{source: shortSource(name)}
	if words := wording.Words(wording.Fold(name)); len(words) <= 5 {
		d.fund = wording.FundOf(name)
	}
	if wording.IsPeriod(name) || isYear(name) {
		if years := wording.Years(name); len(years) == 1 {
			d.year = years[0]
		}
	}
	if l.dims == nil {
		l.dims = map[string]rowDims{}
	}
	l.dims[name] = d
	return d
}

// shortSource reads the source that a label is the name of.
func shortSource(label string) record.MoneySource {
	if len(wording.Words(wording.Fold(label))) > 9 {
		return ""
	}
	return wording.SourceOf(label)
}

// splits reports whether every row of a run names a share of its own.
func (l *layout) splits(s *shares, run []int) bool {
	if len(run) < 2 {
		return false
	}
	seen := map[rowDims]bool{}
	for _, r := range run {
		d := s.dims[r]
		if d == (rowDims{}) || seen[d] {
			return false
		}
		seen[d] = true
	}
	return true
}

// shareRows adds the rows that split a total to its line.
func (r *lineReader) shareRows(total int, id string) {
	for row := r.t.BodyFrom; row < r.t.BodyTo; row++ {
		if r.shares.owner[row] != total {
			continue
		}
		d := r.shares.dims[row]
		r.lineMoney(row, record.Amount{
			Subject: record.SubjectLine, SubjectID: id, Level: 1, Label: strings.TrimRight(r.rowName(row), ":"),
			Year: d.year, Source: d.source, Fund: d.fund,
		})
	}
}

// shareRest gives the rows of a table without a total their source, fund and
// year: nothing is summed over them there.
func (r *lineReader) shareRest() {
	for row := r.t.BodyFrom; row < r.t.BodyTo; row++ {
		if r.t.Kind(row) == RowTotal && r.rowHasMoney(row) {
			return
		}
	}
	for i := range r.c.Report.Amounts {
		a := &r.c.Report.Amounts[i]
		if a.TableID != r.t.ID || a.Row < 0 || a.Row >= len(r.shares.dims) || a.Subject != record.SubjectLine {
			continue
		}
		d := r.shares.dims[a.Row]
		a.Source, a.Fund, a.Year = or(a.Source, d.source), or(a.Fund, d.fund), or(a.Year, d.year)
	}
}
