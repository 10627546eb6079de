package rejoin_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// cutFigures are pages that end within a row, and pages that only look so. want
// is the row that the two should make; empty where both are rows.
var cutFigures = map[string]struct{ table, want string }{
	"decimals that the column always has": {
		`
		№|Завдання|Заходи|План, грн|Факт, грн
		1|Освітлення вулиць|Заміна ламп на площі|12 400,10|11 000,25
		2|Озеленення скверів|Висадка лип уздовж алеї|700,00|698,40
		3|Утримання кладовищ|Вивезення сміття|31 005,75|30 000,00
		4|Поточний|Фарбування лавок і|65|54

		|ремонт майданчиків|гойдалок|360,01|026,33
		5|Догляд за водоймами|Очищення ставка|8 529,52|3 170,94`,
		"4|Поточний ремонт майданчиків|Фарбування лавок і гойдалок|65 360,01|54 026,33",
	},
	"a period and its hyphen": {
		`
		№|Завдання|Термін|План, грн|Виконавець
		1|Освітлення вулиць|2019-2021|12 400|Відділ доріг
		2|Озеленення скверів|2019-2021|700|Відділ доріг
		3|Утримання|2019-|31|Комунальне підприємство

		|кладовищ|2021|005|«Затишок»
		4|Догляд за водоймами|2019-2021|8 529|Відділ доріг`,
		"3|Утримання кладовищ|2019-2021|31 005|Комунальне підприємство «Затишок»",
	},
	"a total that is met": {
		`
		№|Завдання|План, грн|Виконавець
		1|Освітлення вулиць|12400|Відділ доріг
		2|Утримання|31|Відділ доріг та

		|кладовищ|005|зв'язку
		3|Догляд за водоймами|8529|Відділ доріг
		|Всього|51934|`,
		"2|Утримання кладовищ|31 005|Відділ доріг та зв'язку",
	},
	"a total that is met with the figures apart": {`
		№|Завдання|План, грн|Виконавець
		1|Освітлення вулиць|400,50|Відділ доріг
		2|Утримання доріг|529,50|Відділ доріг
		3|Утримання мостів|100,50|Відділ доріг
		4|Утримання кладовищ|31|Відділ доріг

		|догляд за водоймами|105,50|відділ зв'язку
		|Всього|1 167,00|`, ""},
	"integers alone": {`
		№|Завдання|План, грн|Виконавець
		1|Освітлення вулиць|12400|Відділ доріг
		2|Утримання кладовищ|31|Відділ доріг

		|догляд за водоймами|105|відділ зв'язку
		3|Озеленення|8529|Відділ доріг`, ""},
	"a capital": {`
		№|Завдання|План, грн|Виконавець
		1|Освітлення вулиць|400,50|Відділ доріг
		2|Утримання доріг|529,50|Відділ доріг
		3|Утримання мостів|100,50|Відділ доріг
		4|Утримання кладовищ|31|Відділ доріг

		|Догляд за водоймами|105,50|Відділ зв'язку
		5|Озеленення|8 529,00|Відділ доріг`, ""},
	"a number of its own": {`
		№|Завдання|План, грн|Виконавець
		1|освітлення вулиць|400,50|Відділ доріг
		2|утримання доріг|529,50|Відділ доріг
		3|утримання мостів|100,50|Відділ доріг
		4|утримання кладовищ|31|Відділ доріг

		5|догляд за водоймами|105,50|відділ зв'язку
		6|озеленення|8 529,00|Відділ доріг`, ""},
	"figures of its own": {`
		№|Завдання|План, грн|Факт, грн
		1|Освітлення вулиць|400,50|400,50
		2|Утримання доріг|529,50|500,00
		3|Утримання мостів|100,50|100,50
		4|Утримання кладовищ|31|30,00

		|догляд за водоймами|105,50|100,00
		5|Озеленення|8 529,00|8 000,00`, ""},
	"sources of money that repeat": {`
		№|Захід|Виконавець|План, грн|Факт, грн
		1|Ремонт покрівлі школи|Відділ освіти|120,50|100,50
		|кошти обласного бюджету||70,25|60,25
		|кошти місцевого бюджету||50,25|40,25
		2|Утеплення садка|Відділ освіти|80|90

		|кошти обласного бюджету||130,00|130,00
		|кошти місцевого бюджету||150,00|150,00`, ""},
	"a part": {`
		№|Захід|План, грн|Факт, грн
		1|Ремонт покрівлі школи|120,50|100,50
		2|Ремонт стін|70,25|60,25
		3|Заміна вікон|50,25|40,25
		4|Утеплення садка|180|190

		|у тому числі субвенція|130,00|130,00
		5|Заміна дверей|150,00|150,00`, ""},
}

// TestCutFigures joins a row that a page cut through its figures, and leaves
// rows alone that can be rows by themselves.
func TestCutFigures(t *testing.T) {
	for name, c := range cutFigures {
		t.Run(name, func(t *testing.T) {
			in := fragments(c.table)
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			sameInk(t, in, out)
			got, read := tableRows(out, 0), tableRows(in, 0)
			if c.want == "" {
				if !slices.Equal(got, read) {
					t.Errorf("%+v\n%s", repairsOf(out), strings.Join(got, "\n"))
				}
				return
			}
			want := strings.ReplaceAll(c.want, "|", "¦")
			if len(got) != len(read)-1 || !slices.Contains(got, want) {
				t.Errorf("no row %s\n%s", want, strings.Join(got, "\n"))
			}
			for _, r := range repairsOf(out) {
				if r.Code == document.NumberMissing {
					t.Errorf("a row that has its number: %+v", r)
				}
				if r.Code == document.RowContinued && (r.Confidence < 0.9 || r.Confidence > 0.99) {
					t.Errorf("confidence: %+v", r)
				}
			}
		})
	}
}

// TestFiguresWithoutPage leaves the same rows alone where no page ends.
func TestFiguresWithoutPage(t *testing.T) {
	for name, c := range cutFigures {
		if c.want == "" {
			continue
		}
		in := fragments(strings.ReplaceAll(c.table, "\n\n", "\n"))
		out, err := rejoin.Rejoin(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := len(tableRows(out, 0)), len(tableRows(in, 0)); got != want {
			t.Errorf("%s: %d rows of %d", name, got, want)
		}
	}
}
