package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// twoRoles returns the roles of the two figures that each cell of a column has
// under a heading like "План / факт, тис. грн", in its order; false for any other
// heading.
func (t *Table) twoRoles(col int) (roles [2]record.Role, ok bool) {
	c := &t.Columns[col]
	if len(c.Cells) == 0 {
		return roles, false
	}
	halves := halvesOf(t.cells.of(c.Cells[len(c.Cells)-1]))
	if len(halves) != 2 {
		return roles, false
	}
	for i, s := range halves {
		if !wording.SaysRole(s) {
			return roles, false
		}
		roles[i] = t.heads.Read(oneLine(s)).Role
		if roles[i] == record.Approved || roles[i] == record.Annual {
			roles[i] = record.Planned
		}
	}
	plan, fact := record.Planned, record.Actual
	return roles, roles == [2]record.Role{plan, fact} || roles == [2]record.Role{fact, plan}
}

// halvesOf cuts a text at a slash, else at the end of a line.
func halvesOf(text string) []string {
	if strings.ContainsAny(text, `/\`) {
		return strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '\\' })
	}
	return strings.Split(text, "\n")
}

// planAndFactIn reads the figures of a cell under a heading that names two roles,
// with their roles; false where the heading does not, or the cell has no place for
// both.
func (t *Table) planAndFactIn(row, col int) (list []CellAmount, roles []record.Role, ok bool) {
	halves := halvesOf(t.Text(row, col))
	if len(halves) != 2 {
		return nil, nil, false
	}
	both, ok := t.twoRoles(col)
	if !ok {
		return nil, nil, false
	}
	at := t.CellPlace(row, col)
	for i, half := range halves {
		half = strings.TrimSpace(half)
		if half == "" || wording.Absent(half) {
			continue
		}
		figure := CellAmount{Printed: half, Place: at}
		if _, ok := wording.ParseNumeral(half); !ok {
			found, others := figuresIn(wording.Read(half), at)
			if len(found) != 1 || garbled(half, found, others) {
				return nil, nil, false
			}
			figure = found[0].CellAmount
		}
		list, roles = append(list, figure), append(roles, both[i])
	}
	return list, roles, true
}

// headedShare ends a heading of money whose cells give its share beside it: "Виконано,
// тис. грн/%", "Касові видатки, грн (%)".
var headedShare = wording.Expr(`[/(\\;]\s*(?:у\s+)?(?:%|відсот[а-яіїє]*)(?:\s+(?:до|від)?\s*[а-яіїє]+){0,2}\s*\)?\s*$`)

// besideShare is a figure with its share: "300,8/94,0", "300,8 (94 %)".
var besideShare = wording.Expr(`^\s*([-−]?\d[\d\s\x{00A0}\x{202F}.,]*?)\s*[/(\\;\n]\s*(\d+(?:[.,]\d+)?)\s*%?\s*\)?\s*$`)

// moneyAndShare reads the figure and its share of a cell under a heading that
// names both; false where the heading does not, or the cell has not both.
func (t *Table) moneyAndShare(row, col int) (money CellAmount, share string, ok bool) {
	path := t.Columns[col].Path
	if len(path) == 0 || !strings.Contains(path[len(path)-1], "%") && !strings.Contains(path[len(path)-1], "відсот") || !headedShare.MatchString(wording.Fold(path[len(path)-1])) {
		return money, "", false
	}
	m := besideShare.FindStringSubmatch(t.Text(row, col))
	if m == nil {
		return money, "", false
	}
	if _, ok := wording.ParseNumeral(m[1]); !ok {
		return money, "", false
	}
	return CellAmount{Printed: m[1], Place: t.CellPlace(row, col)}, m[2], true
}
