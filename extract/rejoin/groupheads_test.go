package rejoin_test

import "testing"

// texts lists the first table's second column.
func texts(t *testing.T, text string) (list []string) {
	t.Helper()
	for _, r := range rowsOf(t, text)[0].Rows[1:] {
		s := ""
		for i := range r.Cells {
			if r.Cells[i].Col == 1 {
				s = r.Cells[i].Text()
			}
		}
		list = append(list, s)
	}
	return list
}

// A group's heading in the second column, right behind the rest of a row that a page
// cut, is no rest of it: the headings are numbered through the table.
func TestGroupHeadings(t *testing.T) {
	same := func(name, text string, want ...string) {
		t.Helper()
		got := texts(t, text)
		if len(got) != len(want) {
			t.Fatalf("%s: %q, want %q", name, got, want)
		}
		for i := range want {
			if normal(got[i]) != want[i] {
				t.Errorf("%s: %q, want %q", name, got, want)
				return
			}
		}
	}
	const head = "\t\t№|Завдання|Зміст заходів|План, тис.грн|Факт, тис.грн|Стан виконання заходу\n"
	same("headings", head+`		|1. Дахи громади||||
		1|Ремонт дахів шкіл|Заміна покрівлі гімназії|10,0|9,5|Перекрито дах гімназії на вулиці Садовій та

`+head+`		|||||полагоджено ринви на двох будинках.
		|2. Двори громади||||

`+head+`		2|Ремонт стін у дворах|Фарбування стін|20,0|19,5|Пофарбовано стіни у дворах.
		3|Лавки у дворах|Придбання лавок|30,0|29,5|Встановлено лавки.
`, "1. Дахи громади", "Ремонт дахів шкіл", "2. Двори громади", "Ремонт стін у дворах", "Лавки у дворах")
	same("the rest of a list", `
		№|Завдання|План, тис.грн|Факт, тис.грн|Стан виконання заходу
		1|Ремонт дахів шкіл: 1. Покрівля з|10,0|9,5|Перекрито дах гімназії на вулиці Садовій та

		|черепиці. 2. Ринви|||полагоджено ринви на двох будинках.
		2|Ремонт стін у дворах|20,0|19,5|Пофарбовано стіни у дворах.
		3|Лавки|30,0|29,5|Встановлено лавки.
`, "Ремонт дахів шкіл: 1. Покрівля з черепиці. 2. Ринви", "Ремонт стін у дворах", "Лавки")
}
