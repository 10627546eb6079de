package rejoin_test

import (
	"context"
	"strings"
	"testing"

	"zvit/extract/rejoin"
)

// TestShapesThatStay are whole tables whose form is unusual to one rule or
// another: what all rows do is the table's shape.
func TestShapesThatStay(t *testing.T) {
	for name, s := range map[string]string{
		"terms in words": `
			№ з/п|Зміст заходів програми|Термін виконання|Виконавець|Джерело фінансування|Затверджено, грн|Касові видатки, грн|Інформація про виконання
			1|Придбання апарата для обстежень|протягом року|КНП «Джерельна лікарня»|Бюджет громади|473 000,00|473 000,00|Апарат придбано у червні.
			2|Ремонт приймального відділення|постійно|КНП «Джерельна лікарня»|Бюджет громади|400 300,00|386 793,41|Роботи виконано.
			3|Закупівля меблів для палат|протягом року|КНП «Джерельна лікарня»|Бюджет громади|407 400,00|396 899,96|Закуплено 24 ліжка.`,
		"labels of groups in the second column": `
			№ з/п|Показники|Одиниця виміру|Джерело інформації|Затверджено|Виконано|Відхилення
			|затрат|||||
			1|кількість закладів|од.|мережа|11|11|0
			2|середньорічне число ставок|од.|штатний розпис|214,5|210,25|-4,25
			|продукту|||||
			3|кількість учнів|осіб|звіт|1640|1622|-18
			|ефективності|||||
			4|середні витрати на учня|грн|розрахунок|29400,24|29534,60|134,36`,
		"wide headings in tab text": `
			№ з/п|Заходи|План|||Профінансовано|||Стан виконання
			||загальний фонд|спеціальний фонд|разом|загальний фонд|спеціальний фонд|разом|
			1|Придбання лавок|10,5|2,0|12,5|10,0|2,0|12,0|Придбано
			2|Ремонт скверу|100,0|0,0|100,0|90,0|0,0|90,0|Триває
			|Усього|110,5|2,0|112,5|100,0|2,0|102,0|`,
		"three levels of headings in tab text": `
			№|Заходи|Обсяг фінансування, тис. грн||||
			||2021 рік||2022 рік||Причини відхилення
			||план|факт|план|факт|
			1|Ремонт причалу|20,5|18,2|100,0|100,0|
			2|Придбання човнів|77,2|75,5|600,0|600,0|`,
		"years over plan and fact": `
			№|Заходи|Усього||2019 рік||2020||Стан виконання
			||план|Факт|план|Факт|план|Факт|
			1|Ремонт причалу|120,5|118,2|20,5|18,2|100,0|100,0|Роботи виконано
			2|Придбання човнів|677,2|675,5|77,2|75,5|600,0|600,0|Придбано шість`,
		"budgets by their initials": `
			№|Заходи|План, тис. грн|||Факт, тис. грн||
			||ДБ|ОБ|МБ|ДБ|ОБ|МБ
			1|Ремонт причалу|0,0|100,5|20,0|0,0|100,2|18,0
			2|Придбання човнів|600,0|0,0|77,2|600,0|0,0|75,5`,
	} {
		t.Run(name, func(t *testing.T) { stays(t, s) })
	}
}

// TestTotalEndsContinuation joins a fragment whose last row is a total: its sums
// number no columns.
func TestTotalEndsContinuation(t *testing.T) {
	out, err := rejoin.Rejoin(context.Background(), fragments(`
		№|Найменування заходів|Передбачено|Профінансовано|Хід виконання
		15.|Виплата стипендій|52,04|0,0|Отримали 9 учнів.

		17.|Навчальні збори|106,95|93,61|Проведено 6 зборів.
		|УСЬОГО|3 884,68|4 458,13|`))
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Blocks) != 1 || len(tableRows(out, 0)) != 4 {
		t.Errorf("%d blocks\n%s", len(out.Blocks), strings.Join(tableRows(out, 0), "\n"))
	}
}

// TestFigureForUnit moves a row that lost its unit's cell back to its columns.
func TestFigureForUnit(t *testing.T) {
	out, err := rejoin.Rejoin(context.Background(), fragments(`
		№|Назва показника|Одиниця виміру|Планове значення показника|Фактичне значення показника|Причини невиконання|Вжиті заходи
		1.|Обсяг видатків|тис.грн|570,0|498,6|-|
		2.|Кількість придбаного обладнання|24|22|Зменшено обсяг фінансування.|-|
		3.|Кількість проведених заходів|од.|30|28|-|-
		4.|Кількість охоплених осіб|осіб|1 200|1 244|-|-`))
	if err != nil {
		t.Fatal(err)
	}
	want := "2.¦Кількість придбаного обладнання¦¦24¦22¦Зменшено обсяг фінансування.¦-"
	if got := tableRows(out, 0)[2]; got != want {
		t.Errorf("row %s, want %s", got, want)
	}
}

// TestRestUnderWideHeadings joins the rest of a cut row that stands first below
// headings with gaps: it stands under headings of its own, so it is no level.
func TestRestUnderWideHeadings(t *testing.T) {
	const head = `
		№|Заходи|План, тис. грн||Факт, тис. грн||Інформація про виконання
		||МБ|ОБ|МБ|ОБ|`
	in := fragments(head + `
		1|Ремонт причалу|20,5|18,2|20,5|18,2|Роботи виконано
		2|Придбання човнів та|77,2|75,5|77,2|75,5|Придбано шість
` + head + `
		|рятувальних жилетів|||||човнів і двадцять жилетів.
		3|Очищення дна|10,0|5,0|9,0|5,0|Роботи виконано`)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	sameInk(t, in, out)
	got := strings.Join(tableRows(out, 0), "\n")
	if !strings.Contains(got, "2¦Придбання човнів та рятувальних жилетів¦77,2¦75,5¦77,2¦75,5¦Придбано шість човнів і двадцять жилетів.") {
		t.Errorf("rows\n%s", got)
	}
}

// TestShortRows keeps the columns of a text whose lines lost the tabs at their
// ends: rows of years are short, heads of rows have two cells, and a page that
// has both goes on with the table.
func TestShortRows(t *testing.T) {
	in := fragments(`
		№|Заходи|Виконавець|Роки|План, грн|Факт, грн|Примітка
		1.|Причали
		1.1|Ремонт причалу|КП «Гавань»|2020|10,50|9,50|Роботи виконано
		|||2021|20,50|19,50
		|||2022|30,50|29,50
		2.|Човни

		2.1|Придбання човнів|КП «Весло»|2020|10,50|9,50|Придбано шість
		|||2021|20,50|19,50
		|||2022|30,50|29,50
		3.|Береги
		3.1|Укріплення берега|КП «Гавань»|2020|10,50|9,50`)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	sameInk(t, in, out)
	rows := tableRows(out, 0)
	if len(rows) != 11 || rows[2] != "1.1¦Ремонт причалу¦КП «Гавань»¦2020¦10,50¦9,50¦Роботи виконано" || !strings.HasPrefix(rows[6], "2.1¦Придбання човнів¦КП «Весло»¦2020¦10,50") {
		t.Errorf("rows\n%s", strings.Join(rows, "\n"))
	}

	other := fragments(`
		№|Заходи|Виконавець|Роки|План, грн|Факт, грн|Примітка
		1|Ремонт причалу|КП «Гавань»|2020|10,50|9,50|Роботи виконано
		2|Придбання човнів|КП «Весло»|2020|10,50|9,50|Придбано шість

		Адреса|вул. Берегова
		Телефон|2-14-15`)
	if out, err = rejoin.Rejoin(context.Background(), other); err != nil || len(out.Blocks) != 2 {
		t.Errorf("another table was taken for the rest of one: %d blocks, %v", len(out.Blocks), err)
	}
}
