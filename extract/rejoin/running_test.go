package rejoin_test

import (
	"context"
	"reflect"
	"testing"

	"zvit/extract/rejoin"
)

// TestNoFrames keeps what looks like a page's frame and is the report's: labels
// of groups that come again, tables under titles with numbers, notes below a
// table.
func TestNoFrames(t *testing.T) {
	for name, s := range map[string]string{
		"groups again in each task": `
			№|Показник|Одиниця виміру|План|Факт|Пояснення
			Завдання 1|||||
			|затрат||||
			1|Обсяг видатків на ремонт|тис. грн|10,0|9,0|Економія за торгами
			2|Кількість шкіл|од.|4|4|Усі школи
			Завдання 2|||||
			|затрат||||
			1|Обсяг видатків на утримання|тис. грн|10,0|9,0|Економія за торгами
			2|Кількість садків|од.|4|4|Усі садки`,
		"tables with numbers under titles": `
			Фінансування заходів Програми за 2021 рік
			№|Захід|План, грн|Факт, грн
			1|Ремонт дахів|1,0|1,0
			2|Ремонт стін|2,0|2,0
			Фінансування заходів Програми за 2022 рік
			№|Захід|План, грн|Факт, грн
			1|Ремонт вікон|3,0|3,0
			2|Ремонт дверей|4,0|4,0`,
		"a note, and another table": `
			№|Захід|План, грн|Факт, грн
			1|Ремонт дахів*|1,0|1,0
			2|Ремонт стін|2,0|2,0
			* без урахування субвенції
			Код|Найменування|Сума
			0110|Ремонт вікон|3,0`,
		"prose that goes on about the table": `
			№|Захід|План, грн|Факт, грн
			1|Ремонт дахів|1,0|1,0
			2|Ремонт стін закладів освіти|2,0|2,0
			у тому числі за рахунок субвенції відремонтовано один дах.
			№|Захід|План, грн|Факт, грн
			1|Ремонт вікон|3,0|3,0`,
		"the header of another year": `
			№|Захід|План на 2021 рік, грн|Факт, грн|Стан
			1|Ремонт дахів|1,0|1,0|Завершено
			2|Ремонт стін|2,0|2,0|Завершено

			№|Захід|План на 2022 рік, грн|Факт, грн|Стан
			3|Ремонт вікон|3,0|3,0|Завершено`,
		"the same header in another unit": `
			№|Захід|План, грн|Факт, грн|Стан
			1|Ремонт дахів|1000,0|1000,0|Завершено
			2|Ремонт стін|2000,0|2000,0|Завершено

			№|Заходи|План, тис. грн|Факт, тис. грн|Стан
			3|Ремонт вікон|3,0|3,0|Завершено`,
	} {
		t.Run(name, func(t *testing.T) { stays(t, s) })
	}
}

// TestNumbersThroughSections notes the numbers that the rows between leave no
// choice about, and no others.
func TestNumbersThroughSections(t *testing.T) {
	for name, c := range map[string]struct {
		rows string
		want []string
	}{
		"they run through sections": {`
			1|Ремонт дахів|10,0
			Розділ 2||
			|Ремонт стін|20,0
			3|Ремонт вікон|30,0
			|Разом|60,0
			Розділ 3||
			|Ремонт дверей|40,0
			|Ремонт ґанку|40,0
			6|Ремонт підлоги|50,0`, []string{"2", "4", "5"}},
		"each section begins anew": {`
			1|Ремонт дахів|10,0
			2|Ремонт горищ|10,0
			Розділ 2||
			|Ремонт стін|20,0
			2|Ремонт вікон|30,0`, []string{"1"}},
		"levels": {`
			1|Дахи|10,0
			1.1|Ремонт дахів|10,0
			|Ремонт горищ|10,0
			1.3|Ремонт ринв|10,0
			2|Стіни|20,0`, []string{"1.2"}},
		"rows that have none": {`
			1|Ремонт дахів|10,0
			|обласний бюджет|5,0
			|місцевий бюджет|5,0
			2|Ремонт стін|20,0
			|обласний бюджет|5,0
			4|Ремонт вікон|30,0
			|обласний бюджет|5,0
			|місцевий бюджет|5,0`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			out, err := rejoin.Rejoin(context.Background(), fragments("№|Захід|План, грн"+c.rows))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range repairsOf(out) {
				got = append(got, r.Detail)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("numbers %q, want %q", got, c.want)
			}
		})
	}
}
