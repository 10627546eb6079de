package recognise

import (
	"strings"
	"testing"
)

// Of several columns of what was given and spent one is the actual.
func TestOneActual(t *testing.T) {
	for heads, want := range map[string]string{
		"План|Профінансовано":                                               "planned actual",
		"План|Фактично профінансовано|Касові видатки":                       "planned other actual",
		"Передбачено|Виділено з бюджету|Освоєно":                            "planned other actual",
		"План|Надійшло з бюджету|Використано":                               "planned other actual",
		"План|Касові видатки|Фактичні видатки":                              "planned actual other",
		"Кошторисна вартість|Виконано робіт|Оплачено":                       "planned other actual",
		"Заявлено|Отримано":                                                 "planned actual",
		"Обсяги асигнувань|Обсяги видатків":                                 "planned actual",
		"Сума договору|Оплачено":                                            "planned actual",
		"Заявлено|Погоджено":                                                "approved planned",
		"Потреба|Виділено|Використано":                                      "approved planned actual",
		"Потреба за програмою|Виділено|Використано":                         "planned other actual",
		"Потреба|Затверджено|Використано":                                   "approved planned actual",
		"Потреба за програмою|Затверджено|Використано":                      "planned approved actual",
		"Затверджено|План з урахуванням змін|Виконано":                      "approved planned actual",
		"План на рік|Освоєно з початку будівництва|Освоєно у звітному році": "planned other actual",
		"План на весь період|Освоєно з початку дії програми|Освоєно торік":  "planned actual other",
		"План на рік|Виконано з початку року":                               "planned actual",
	} {
		var head, row []string
		for i, h := range strings.Split(heads, "|") {
			head, row = append(head, h+", грн"), append(row, itoa(90-i)+"0,50")
		}
		r := report(t, "Звіт про виконання Програми «Сад» за 2022 рік\n\n№\tЗахід\t"+strings.Join(head, "\t")+"\n1\tСаджанці\t"+strings.Join(row, "\t")+"\n2\tОгорожа\t"+strings.Join(row, "\t")+"\n")
		var got []string
		for _, a := range r.Amounts[:len(row)] {
			got = append(got, string(a.Role))
		}
		equal(t, heads, strings.Join(got, " "), want)
	}
}
