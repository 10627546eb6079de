package wording

import (
	"strings"

	"zvit/extract/record"
)

// textColumn reads a level that says what the column holds other than money;
// ColumnUnknown where it says nothing, or speaks of money.
func textColumn(l *level) (Column, record.CodeKind) {
	if isNumberHeading(l) {
		return ColumnNumber, ""
	}
	if len(l.units) > 0 {
		return ColumnUnknown, ""
	}
	switch {
	case l.has("рішен") && (l.number || l.has("номер", "дата", "дат", "реквізит") || l.find("рішен") == 0), l.has("розпорядчого", "нормативноправов"):
		return ColumnDecision, ""
	case l.has("виправлен") || l.all("зроблен", "ситуац") || l.has("усуненн") && !l.has("причин") || l.all("вжит", "заход"):
		return ColumnRemedy, ""
	case l.has("інформац", "станвиконан"), l.has("заход", "захід") && l.find("виконані", "виконаних", "проведені") == 0:
		return ColumnInformation, ""
	case l.has("причин", "пояснен", "обґрунтув", "обгрунтув"):
		if l.has("виконання") && l.has("невиконан") && !strings.HasPrefix(l.compact, "причин") {
			return ColumnInformation, ""
		}
		return ColumnReason, ""
	case l.has("приміт", "очікуванірезультат", "очікуванийрезультат", "результативиконан", "результатвиконан", "одержанірезультат", "досягнутірезультат", "отриманірезультат"),
		l.word("результат", "результати", "результативність"),
		hasAnyPrefix(l.compact, "хідвикон", "хідреаліз", "хідробіт", "станреаліз", "станробіт", "станзаход", "результатреаліз", "результатиреаліз", "результатпровед", "результатипровед"):
		return ColumnInformation, ""
	case l.has("вимір") && l.has("один", "од"), l.has("одиницявим", "одвим"), l.compact == "одвим", l.word("вимірник"), l.all("measurement", "unit"):
		return ColumnUnit, ""
	}
	if c := indicatorColumn(l); c != ColumnUnknown {
		return c, ""
	}
	if c, code := codeColumn(l); c != ColumnUnknown {
		return c, code
	}
	first := ""
	if len(l.words) > 0 {
		first = l.words[0]
	}
	names := hasAnyPrefix(first, "найменув", "назв", "напрям", "статт", "зміст", "перелік", "вид", "види", "предмет")
	switch {
	case l.percent:
		return ColumnUnknown, ""
	case l.find("термін", "строк", "період") == 0, hasAnyPrefix(l.compact, "роківикон", "рокивикон", "ріквикон", "рікреаліз", "рокиреаліз", "датавикон"),
		l.has("термін", "строки") && l.has("виконан", "реаліз", "дії", "здійсн", "проведен") && !l.has("профінанс", "фінансув", "видатк", "касов", "план"):
		return ColumnTerm, ""
	case l.has("виконавець", "виконавц", "виконавец", "розпорядник", "замовник", "відповідальн", "responsible", "manager", "одержувач", "балансоутримувач") && !l.has("обсяг", "касов"), hasAnyPrefix(l.compact, "хтовикон"):
		return ColumnExecutor, ""
	case l.has("джерел") && l.find("джерел") <= l.findAfter("фінанс") && !l.has("обсяг", "сума"):
		return ColumnSource, ""
	case l.only("рік", "роки", "року", "year") && len(l.words) > 0:
		return ColumnYear, ""
	case names && l.has("показник"), hasAnyPrefix(first, "індикатор"), l.compact == "показникрезультативності", l.compact == "результативніпоказники":
		return ColumnName, ""
	case l.has("пріоритетн", "завдан") && !l.has("заход", "захід") && (names || !moneyWords(l)), hasAnyPrefix(first, "завдан", "підпрограм") && l.has("програм") && !l.has("обсяг", "сума", "видатк", "кошт", "фінансув"), l.all("напрям", "діяльн"), hasAnyPrefix(l.compact, "стратегічнаціль", "оперативнаціль", "розділпрограм", "метапрограм"), l.word("мета"), names && l.has("програм") && !l.has("заход", "захід") && !moneyWords(l):
		return ColumnTask, ""
	case names && l.has("видатк", "доход", "надходж", "код", "бюджет", "класифік") && !l.has("напрям"):
		return ColumnName, ""
	case names && (l.has("заход", "захід", "робіт", "діяльн", "об'єкт", "обєкт", "закупів", "витрат", "виплат", "використан", "коштів", "послуг", "проєкт", "проект") && !l.has("показник") || hasAnyPrefix(first, "зміст", "перелік")), hasAnyPrefix(l.compact, "виконаніроботи"):
		return ColumnMeasure, ""
	case !moneyWords(l) && l.has("заход", "захід") && !l.has("викона", "факт", "план"):
		return ColumnMeasure, ""
	case hasAnyPrefix(first, "заход", "захід") && !l.has("обсяг", "сума", "вартіст", "профінанс"):
		return ColumnMeasure, ""
	case l.only("напрям", "напрями", "напрямки", "напрямок", "назва", "напряму", "напрямку") && l.has("напрям"):
		return ColumnTask, ""
	case l.only("назва", "найменування", "показник", "показники", "назви", "name", "title") && len(l.words) > 0, names && !moneyWords(l):
		return ColumnName, ""
	}
	return ColumnUnknown, ""
}

// findAfter is find with "not found" at the end.
func (l *level) findAfter(stems ...string) int {
	if at := l.find(stems...); at >= 0 {
		return at
	}
	return len(l.compact)
}

func hasAnyPrefix(w string, stems ...string) bool {
	for _, s := range stems {
		if strings.HasPrefix(w, s) {
			return true
		}
	}
	return false
}

// isNumberHeading reads "№ з/п", "№", "№п/п", "N з/п", "Номер рядка".
func isNumberHeading(l *level) bool {
	if len(l.words) > 4 {
		return false
	}
	ok := l.only("з", "п", "зп", "пп", "n", "no", "nо", "номер", "рядка", "пор", "порядковий", "заходу", "завдання", "пункту", "nзп", "nпп", "ч", "по")
	return ok && (l.number || len(l.words) > 0 && (l.has("номер", "порядковий") || l.words[0] == "n" || l.words[0] == "no" || l.compact == "зп" || l.compact == "пп" || l.compact == "nзп" || l.compact == "nпп"))
}

// indicatorColumn reads the columns of a table of indicators.
func indicatorColumn(l *level) Column {
	value := l.has("значенн", "результативн") || l.has("показник") && !l.has("найменув", "назв")
	if !value || moneyWords(l) && !l.has("показник") {
		return ColumnUnknown
	}
	fact := l.findAfter("фактичн", "факт", "досягнут")
	plan := l.findAfter("планов", "план", "затвердж", "очікув", "цільов", "прогноз")
	switch {
	case fact == plan:
		return ColumnUnknown
	case l.has("відхилен"):
		return ColumnUnknown
	case fact < plan:
		return ColumnActual
	}
	return ColumnPlanned
}

// codeStems are the words of codes, by their kinds.
var codeStems = [...]struct {
	kind  record.CodeKind
	stems []string
}{
	{record.KEKV, []string{"кекв", "kekv", "економічноїкласиф"}},
	{record.KFKVK, []string{"кфкв", "ктфк", "кткв", "ktfk", "kfk", "функціональноїкласиф"}},
	{record.TPKVKMB, []string{"тпкв", "ктпкв", "кпкв", "kpkv", "програмноїкласиф", "типовоїпрограм"}},
	{record.EDRPOU, []string{"єдрпоу", "эдрпоу"}},
	{record.KATOTTG, []string{"катоттг", "коатуу"}},
}

// codeColumn reads columns of codes of the budget classifications (orders 11 of
// 14.01.2011 and 793 of 20.09.2017 of the Ministry of Finance) and registers.
func codeColumn(l *level) (Column, record.CodeKind) {
	for i := range codeStems {
		c := &codeStems[i]
		if l.has(c.stems...) && (l.find("код") == 0 || !moneyWords(l)) {
			return ColumnCode, c.kind
		}
	}
	if l.find("код") == 0 {
		if l.has("бюджету") && !l.has("класиф", "видатк", "доход") {
			return ColumnCode, record.Budget
		}
		return ColumnCode, ""
	}
	return ColumnUnknown, ""
}
