package extract

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/record"
)

// The same report, written in every format, shape and encoding, must give the
// same records, field by field.

// piece is a paragraph, or a table whose first row is its heading. A row of one
// cell is a section row.
type piece struct {
	text  string
	table [][]string
}

// plainReport is a report without any defect.
func plainReport() []piece {
	measures := [][]string{
		{"№ з/п", "Пріоритетні завдання", "Зміст заходів", "Термін виконання", "Виконавці", "Обсяг фінансування відповідно до програми, тис.грн", "Фактично профінансовано, тис.грн", "Інформація про виконання заходу"},
		{"1", "Догляд за зеленими зонами", "Покіс трави у парках і скверах", "2019-2021", "Комунальна служба", "420,0", "398,5", "Траву покошено у всіх парках громади."},
		{"2", "Освітлення вулиць", "Заміна ламп на світлодіодні", "2019-2021", "Відділ енергетики", "1 250,6", "1 250,6", "Замінено лампи на двадцяти вулицях."},
		{"3", "Дитячі майданчики", "Встановлення гойдалок та лав", "2019-2021", "Комунальна служба", "300,0", "0,0", "Кошти перерозподілено на інші заходи."},
		{"4", "Питна вода", "Ремонт громадських криниць", "2019-2021", "Відділ благоустрою", "96,4", "90,25", "Відремонтовано дев'ять криниць."},
		{"5", "Дорожні знаки", "Придбання та монтаж знаків", "2019-2021", "Відділ благоустрою", "133,0", "120,75", "Знаки встановлено біля шкіл."},
	}
	indicators := [][]string{
		{"№ з/п", "Найменування показника", "Одиниця виміру", "Планове значення показника", "Фактичне значення показника", "Причини невиконання"},
		{"Показники затрат"},
		{"1", "Обсяг видатків на освітлення", "тис.грн", "1 250,6", "1 250,6", "-"},
		{"Показники продукту"},
		{"1", "Кількість замінених ламп", "од.", "640", "655", "Показник перевиконано"},
		{"2", "Площа покосу", "га", "35,5", "34,2", "Погодні умови"},
		{"Показники якості"},
		{"1", "Частка освітлених вулиць", "%", "90", "92", "-"},
	}
	return []piece{
		{text: "ЧЕРНЕЛИЦЬКА МІСЬКА РАДА"},
		{text: "Відділ благоустрою"},
		{text: "Заключний звіт про результати виконання міської цільової програми «Затишна громада» за 2019-2021 роки"},
		{text: "1. Дата і номер рішення міської ради, яким затверджено Програму: 14.12.2018 №512."},
		{text: "2. Відповідальний виконавець Програми: відділ благоустрою міської ради."},
		{text: "3. Термін реалізації програми: 2019-2021 роки."},
		{text: "Прогнозні обсяги фінансування становлять 2 200,0 тис. гривень."},
		{text: "Фактичні обсяги фінансування становили 1 860,1 тис. гривень."},
		{text: "Виконання заходів Програми."},
		{table: measures},
		{text: "Оцінка ефективності виконання Програми."},
		{table: indicators},
		{text: "Завдання програми вважаємо виконаними."},
		{text: "Начальник відділу"},
		{text: "О.П. Гайова"},
	}
}

// facts is what must be equal: the records without ids and places.
func facts(reports []*record.Report) []string {
	var out []string
	add := func(format string, args ...any) {
		out = append(out, strings.Join(strings.Fields(fmt.Sprintf(format, args...)), " "))
	}
	for _, r := range reports {
		add("report %s %q %q %s-%s %q %q %q", r.Kind, r.Programme, r.Authority, r.PeriodFrom, r.PeriodTo, r.Responsible, r.Signer, r.SignerPosition)
		for _, d := range r.Decisions {
			add("decision %s %s %s", d.Role, d.Number, d.DecidedOn)
		}
		number := map[string]string{}
		for _, m := range r.Measures {
			number[m.ID] = "measure " + m.Number
			add("measure %s %q %q %q %q %q", m.Number, m.Task, m.Measure, m.Term, m.Executor, m.Information)
		}
		for _, i := range r.Indicators {
			number[i.ID] = fmt.Sprintf("indicator %s %s", i.Section, i.Number)
			add("indicator %s %s %q %q %q %q %q", i.Section, i.Number, i.Name, i.Unit, i.PlannedValue, i.ActualValue, i.Reason)
		}
		for _, a := range r.Amounts {
			unit := record.NoUnit
			if len(a.Mentions) > 0 {
				unit = r.Mentions[a.Mentions[0]].Unit
			}
			add("amount %s %s %s %d %q %s", a.Subject, number[a.SubjectID], a.Role, a.Year, a.Printed, unit)
		}
	}
	return out
}

func TestSameReportInEveryFormat(t *testing.T) {
	report := plainReport()
	want := factsOf(t, "report.txt", []byte(asTabs(report)))
	for _, must := range []string{
		`report programme_final "Затишна громада"`, `measure 2 "Освітлення вулиць" "Заміна ламп на світлодіодні" "2019-2021" "Відділ енергетики"`,
		`amount report planned 0 "2 200,0" thousand_uah`, `indicator product 2 "Площа покосу" "га" "35.5" "34.2" "Погодні умови"`, `amount measure measure 2 planned 0 "1 250,6" thousand_uah`,
		`amount indicator indicator cost 1 actual 0 "1 250,6" thousand_uah`,
	} {
		if !strings.Contains(strings.Join(want, "\n"), must) {
			t.Fatalf("the plain report lacks %s:\n%s", must, strings.Join(want, "\n"))
		}
	}
	for _, f := range formats(t, report) {
		t.Run(f.name, func(t *testing.T) {
			want, got := want, factsOf(t, f.file, f.data)
			if f.name == "CP866" {
				want, got = latinI(want), latinI(got)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("records differ (-text +%s):\n%s", f.name, d)
			}
		})
	}
}

// latinI writes і as CP866 has to: with the Latin letter.
func latinI(lines []string) []string {
	return strings.Split(strings.NewReplacer("і", "i", "І", "I").Replace(strings.Join(lines, "\n")), "\n")
}

func factsOf(t *testing.T, name string, data []byte) []string {
	t.Helper()
	res, err := ReadBytes(context.Background(), name, data, Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return facts(res.Reports)
}
