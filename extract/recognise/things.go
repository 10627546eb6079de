package recognise

import (
	"slices"
	"strings"
	"unicode"

	"zvit/extract/wording"
)

// Stems of words that say money by themselves: under them a figure is money
// whatever the row counts ("шт." beside "Сума" is the unit of the quantity).
var moneyStems = []string{"сум", "варт", "цін", "кошт", "фінанс", "видат", "бюджет", "потреб", "обсяг", "асигн", "призначен"}

// plainness says how much a column's heading leaves for a row to say.
type plainness uint8

const (
	unitInHeading plainness = iota // its figures are money
	wordInHeading                  // money by its words, without a unit
	planOrFact                     // no more than plan or fact, beside a column of units
)

// countsInRow reports whether a figure counts things and not money: the row's
// label asks how many, or its heading says no more than plan or fact and the row's
// unit cell names another unit ("шт.", "км"), which no column of quantities claims.
// A row without a unit, as a total's, is of the table's one kind.
func (t *Table) countsInRow(row, col int) bool {
	if t.plain == nil {
		t.plain = t.plainColumns()
	}
	switch {
	case t.plain[col] == unitInHeading:
		return false
	case t.namesCount(row):
		return true
	case t.plain[col] == wordInHeading:
		return false
	}
	switch t.unitKind(row) {
	case unitOfThings:
		return true
	case unitMissing:
		return t.countsOnly()
	}
	return false
}

func (t *Table) plainColumns() []plainness {
	list := make([]plainness, len(t.Columns))
	claimed := !t.Has(wording.ColumnUnit)
	for i := range t.Columns {
		claimed = claimed || countsThings(t.Columns[i].Path)
	}
	for i := range t.Columns {
		switch {
		case len(t.headingUnits(i)) > 0:
		case claimed || t.Columns[i].Heading.Score >= 0.7 && !saysValue(t.Columns[i].Path) || saysMoney(t.Columns[i].Path):
			list[i] = wordInHeading
		default:
			list[i] = planOrFact
		}
	}
	return list
}

func saysMoney(path []string) bool {
	for _, text := range path {
		folded := wording.Fold(text)
		for _, stem := range moneyStems {
			if wording.HasStems(folded, stem) {
				return true
			}
		}
	}
	return false
}

// namesCount reports whether the row's label asks how many: "Кількість сімей"
// among rows of money that each name their unit.
func (t *Table) namesCount(row int) bool {
	label, _ := t.Label(row)
	first, _, _ := strings.Cut(label, " ")
	folded := wording.Fold(first)
	return (folded == "кількість" || folded == "чисельність") && len(t.rowUnits(row)) == 0
}

// saysValue reports whether headings speak of the value of an indicator, which is
// money only where its unit is.
func saysValue(path []string) bool {
	return slices.ContainsFunc(path, func(s string) bool {
		folded := wording.Fold(s)
		return wording.HasStems(folded, "показник") || wording.HasStems(folded, "значен")
	})
}

type unitKind uint8

const (
	unitMissing unitKind = iota
	unitOfMoney
	unitOfThings
)

// unitKind says what the row's unit cell names.
func (t *Table) unitKind(row int) unitKind {
	kind := unitMissing
	for i := range t.Columns {
		if t.Columns[i].Heading.Column != wording.ColumnUnit {
			continue
		}
		text := t.Text(row, i)
		switch folded := wording.Fold(text); {
		case len(wording.FindUnits(text)) > 0 || strings.Contains(folded, "гр") || strings.Contains(folded, "тис"):
			return unitOfMoney // or too near to it to say
		case folded == "%" || strings.ContainsFunc(folded, unicode.IsLetter):
			kind = unitOfThings
		}
	}
	return kind
}

// countsOnly reports whether every row that has a unit counts things.
func (t *Table) countsOnly() bool {
	if t.counts == unitMissing {
		t.counts = unitOfMoney
		for r := t.BodyFrom; r < t.BodyTo; r++ {
			if k := t.unitKind(r); k == unitOfThings {
				t.counts = k
			} else if k == unitOfMoney {
				t.counts = k
				break
			}
		}
	}
	return t.counts == unitOfThings
}
