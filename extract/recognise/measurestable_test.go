package recognise

import (
	"strings"
	"testing"
)

// Tables of a report on a programme whose headings do not say that they have
// measures, and those that only look like them.
func TestTablesOfMeasures(t *testing.T) {
	const rows = "\n1\tСаджанці\t98,00\t97,00\n2\tОгорожа\t41,00\t40,00\n\tРазом\t139,00\t137,00\n"
	for name, c := range map[string]struct {
		table string
		want  string // form of the table, and the measures
	}{
		"a list":             {"№\tНайменування\tПлан, грн\tФакт, грн" + rows, "measures Саджанці Огорожа"},
		"ways":               {"№\tНапрям\tПлан, грн\tФакт, грн" + rows, "measures Саджанці Огорожа"},
		"purchases":          {"№\tПредмет закупівлі\tСума договору, грн\tОплачено, грн" + rows, "measures Саджанці Огорожа"},
		"articles":           {"№\tНайменування видатків\tПлан, грн\tФакт, грн" + rows, "lines"},
		"indicators' names":  {"№\tНазва показника\tПлан, грн\tФакт, грн" + rows, "lines"},
		"no fact":            {"№\tНайменування\tПлан, грн\tКількість" + rows, "lines"},
		"sources":            {"№\tНайменування\tПлан, грн\tФакт, грн\n1\tОбласний бюджет\t98,00\t97,00\n2\tІнші джерела\t41,00\t40,00\n", "lines"},
		"years":              {"№\tНазва\tПлан, грн\tФакт, грн\n1\t2021 рік\t98,00\t97,00\n2\t2022 рік\t41,00\t40,00\n", "lines"},
		"codes of articles":  {"КЕКВ\tНайменування\tПлан, грн\tФакт, грн\n2210\tМатеріали\t98,00\t97,00\n2240\tПослуги\t41,00\t40,00\n", "budget_execution"},
		"coded measures":     {"№\tНазва заходу\tКЕКВ\tПлан, грн\tФакт, грн\n1\tСаджанці\t2210\t98,00\t97,00\n2\tОгорожа\t3110\t41,00\t40,00\n", "measures Саджанці Огорожа"},
		"beside measures":    {"№\tЗахід\tПлан, грн\tФакт, грн" + rows + "\nТе саме за видатками\n\nНайменування\tПлан, грн\tФакт, грн\nМатеріали\t139,00\t137,00\n", "measures Саджанці Огорожа"},
		"programmes of many": {"№\tНазва програми\tПлан, грн\tФакт, грн" + rows, "lines"},
	} {
		t.Run(name, func(t *testing.T) {
			r := report(t, "Звіт про виконання Програми «Сад» за 2022 рік\n\n"+c.table)
			got := []string{r.Tables[0].Form}
			for _, m := range r.Measures {
				got = append(got, m.Measure)
			}
			equal(t, "form and measures", strings.Join(got, " "), c.want)
		})
	}
	if r := report(t, "Витрати на сади, грн\n\n№\tНайменування\tПлан\tФакт"+rows); len(r.Measures) != 0 {
		t.Errorf("no programme is named, but measures are read: %v", r.Measures)
	}
}

// The rows of one measure under several codes are shares of its money; each code
// is the measure's.
func TestCodesOfMeasure(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Сад» за 2022 рік

№	Назва заходу	КЕКВ	План, грн	Факт, грн
1	Догляд за садом	2210	98,00	97,00
		2240	10,00	9,00
2	Огорожа	3132	41,00	40,00
	Разом		149,00	146,00
`)
	same(t, "first", amounts(r, r.Measures[0].ID), "planned 98,00 (heading uah)", "actual 97,00 (heading uah)", "planned 10,00 (heading uah)", "actual 9,00 (heading uah)")
	var codes []string
	for _, c := range r.Codes {
		for _, m := range r.Measures {
			if m.ID == c.SubjectID {
				codes = append(codes, m.Number+" "+string(c.Kind)+" "+c.Code)
			}
		}
	}
	same(t, "codes", codes, "1 kekv 2210", "1 kekv 2240", "2 kekv 3132")
}
