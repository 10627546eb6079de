package rejoin_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

const fourRows = `
	1|Ремонт причалу|2021|120,500|118,250|98,1|Роботи виконано
	2|Придбання човнів|2021|400,000|300,000|75,0|Придбано шість
	3|Очищення дна|2022|80,250|80,250|100,0|Дно очищено
	4|Рятувальні круги|2022|16,000|12,000|75,0|Придбано сорок`

// moved are the repairs that say that cells stood, or may stand, off their
// columns.
func moved(d *document.Document) (shifts []document.Repair) {
	for _, r := range repairsOf(d) {
		if r.Code == document.CellsShifted {
			shifts = append(shifts, r)
		}
	}
	return shifts
}

// TestHeadingsOffTheirColumns puts a row of headings over its columns again, and
// says how sure it is.
func TestHeadingsOffTheirColumns(t *testing.T) {
	const whole = "№¦Заходи¦Строк¦План, тис. грн¦Факт, тис. грн¦%¦Стан виконання"
	for name, c := range map[string]struct {
		head, want string
		sure       bool
	}{
		"an empty cell before the money":  {"№|Заходи|Строк||План, тис. грн|Факт, тис. грн|%|Стан виконання", whole, true},
		"an empty cell at the head":       {"|№|Заходи|Строк|План, тис. грн|Факт, тис. грн|%|Стан виконання", whole, true},
		"an empty cell at the end":        {"№|Заходи|Строк|План, тис. грн|Факт, тис. грн|%|Стан виконання|", whole, true},
		"the percentage's heading lost":   {"№|Заходи|Строк|План, тис. грн|Факт, тис. грн|Стан виконання", "№¦Заходи¦Строк¦План, тис. грн¦Факт, тис. грн¦¦Стан виконання", true},
		"a heading of one of two figures": {"№|Заходи|Строк|План, тис. грн|%|Стан виконання", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			in := fragments(c.head + fourRows)
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			sameInk(t, in, out)
			if rows := tableRows(out, 0); c.want != "" && rows[0] != c.want {
				t.Errorf("headings %s, want %s", rows[0], c.want)
			}
			if got, want := tableRows(out, 1), tableRows(in, 1); !reflect.DeepEqual(got, want) {
				t.Errorf("rows were touched:\n%s", strings.Join(got, "\n"))
			}
			shifts := moved(out)
			if !c.sure && (len(shifts) != 1 || shifts[0].Row != 0 || shifts[0].Confidence > 0.9) {
				t.Errorf("nothing says that the headings are unsure: %+v", shifts)
			}
			for _, r := range shifts {
				if c.sure && r.Confidence < 0.9 {
					t.Errorf("unsure: %+v", r)
				}
			}
		})
	}
}

// TestHeadingsThatStay are headings of another width than their rows that stand
// as they were printed.
func TestHeadingsThatStay(t *testing.T) {
	for name, s := range map[string]string{
		"a first heading left empty, and rows that end early": `
			|Заходи|План, грн|Факт, грн|Примітка
			1|Ремонт причалу|120,50|118,25
			2|Придбання човнів|400,00|300,00
			3|Очищення дна|80,25|80,25`,
		"wide headings without the gaps at their end": `
			№|Заходи|План|||Профінансовано
			||загальний фонд|спеціальний фонд|разом|загальний фонд|спеціальний фонд|разом
			1|Придбання лавок|10,5|2,0|12,5|10,0|2,0|12,0
			2|Ремонт скверу|100,0|1,0|101,0|90,0|1,0|91,0
			3|Ремонт альтанки|30,0|1,5|31,5|20,0|1,5|21,5`,
		"a last column without a heading": `
			№|Заходи|План, грн|Факт, грн
			1|Ремонт причалу|120,50|118,25|Роботи виконано
			2|Придбання човнів|400,00|300,00|Придбано шість
			3|Очищення дна|80,25|80,25|Дно очищено`,
	} {
		t.Run(name, func(t *testing.T) { stays(t, s) })
	}
}

// TestLineThatLostACell opens the gap where the table's own percentages,
// decimals and sums show it, and says so where they do not.
func TestLineThatLostACell(t *testing.T) {
	const head = `№|Заходи|Строк|План, тис. грн|Факт, тис. грн|%|Стан виконання` + fourRows + "\n"
	for name, c := range map[string]struct {
		row, want string
		unsure    bool
	}{
		"the plan is lost":           {"5|Вишка рятувальників|2022|40,000|80,0|Збудовано вишку", "", true},
		"an empty percentage":        {"5|Вишка рятувальників|2022|40,000|30,000|Збудовано вишку", "5¦Вишка рятувальників¦2022¦40,000¦30,000¦¦Збудовано вишку", true},
		"it ends early":              {"5|Вишка рятувальників|2022|40,000|30,000|75,0", "5¦Вишка рятувальників¦2022¦40,000¦30,000¦75,0", false},
		"a total with its wide name": {"Разом||656,750|540,500|82,3|", "Разом¦¦¦656,750¦540,500¦82,3", false},
	} {
		t.Run(name, func(t *testing.T) {
			in := fragments(head + c.row)
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			sameInk(t, in, out)
			rows := tableRows(out, 0)
			if got := rows[len(rows)-1]; c.want != "" && got != c.want {
				t.Errorf("row %s, want %s", got, c.want)
			}
			if !reflect.DeepEqual(rows[:5], tableRows(in, 0)[:5]) {
				t.Errorf("whole rows were touched:\n%s", strings.Join(rows, "\n"))
			}
			unsure := false
			for _, r := range moved(out) {
				unsure = unsure || r.Row == 5 && r.Confidence < 0.95
			}
			if unsure != c.unsure {
				t.Errorf("repairs %+v", moved(out))
			}
		})
	}
}
