package wording

import (
	"strings"
	"testing"

	"zvit/extract/record"
)

// TestReadHeading has the wordings of each role as councils print them, with
// the ways in which scanning and typing break them. Levels are cut by " | ".
func TestReadHeading(t *testing.T) {
	for _, tt := range []struct {
		path   string
		column Column
		role   record.Role
	}{
		{"№ з/п", ColumnNumber, ""},
		{"№ ¶з/п", ColumnNumber, ""},
		{"№ п/п", ColumnNumber, ""},
		{"№п/п", ColumnNumber, ""},
		{"№ зп", ColumnNumber, ""},
		{"№", ColumnNumber, ""},
		{"N з/п", ColumnNumber, ""},
		{"№\nз/п | № з/п", ColumnNumber, ""},
		{"Пріоритетні завдання", ColumnTask, ""},
		{"Пpіоpитетні завдання", ColumnTask, ""},
		{"Приоритетні завдання", ColumnTask, ""},
		{"Назва напряму діяльності (пріоритетні завдання)", ColumnTask, ""},
		{"Завдання (види робіт)", ColumnTask, ""},
		{"Підпрограма/завдання бюджетної програми", ColumnTask, ""},
		{"Найменування комплексної програми", ColumnTask, ""},
		{"Зміст заходів", ColumnMeasure, ""},
		{"Перелік заходів Програми", ColumnMeasure, ""},
		{"Заходи по водоохоронних роботах", ColumnMeasure, ""},
		{"Напрямки виплат", ColumnMeasure, ""},
		{"Напрями використання коштів", ColumnMeasure, ""},
		{"Предмет закупки або види робіт", ColumnMeasure, ""},
		{"Вид діяльності", ColumnMeasure, ""},
		{"Назва об'єктів відповідно до проектно-кошторисної документації", ColumnMeasure, ""},
		{"Термін виконання", ColumnTerm, ""},
		{"Термін виконання заходу", ColumnTerm, ""},
		{"Строки реалізації", ColumnTerm, ""},
		{"Період виконання", ColumnTerm, ""},
		{"Етапи та терміни виконання", ColumnTerm, ""},
		{"Виконано за звітний період", ColumnMoney, record.Actual},
		{"Рік", ColumnYear, ""},
		{"Виконавці", ColumnExecutor, ""},
		{"Виконавець (замовник)", ColumnExecutor, ""},
		{"Державний замовник завдання (робіт)", ColumnExecutor, ""},
		{"Головний розпорядник", ColumnExecutor, ""},
		{"Назва головного розпорядника коштів", ColumnExecutor, ""},
		{"Відповідальні за виконання", ColumnExecutor, ""},
		{"Джерела фінансування", ColumnSource, ""},
		{"Джерела фінан-сування", ColumnSource, ""},
		{"Орієнтовний загальний обсяг фінансування відповідно до програми, тис.грн", ColumnMoney, record.Planned},
		{"Орієнтовний (загальний) обсяг фінансування відповідно до програми", ColumnMoney, record.Planned},
		{"Орієнтовний обсяг фінансування (за наявності коштів) (тис. грн)", ColumnMoney, record.Planned},
		{"Орієнтовний обсяг фінансування заходів", ColumnMoney, record.Planned},
		{"Обсяг фінансування, тис. гривень", ColumnMoney, record.Planned},
		{"Сума коштів, тис.грн.", ColumnMoney, record.Planned},
		{"Сума витрат, тис. грн.", ColumnMoney, record.Planned},
		{"Сума", ColumnMoney, record.Planned},
		{"Необхідні фінансові ресурси, тис. грн.", ColumnMoney, record.Planned},
		{"Загальний обсяг фінансування будівництва", ColumnMoney, record.Planned},
		{"Обсяг бюджетних призначень/бюджетних асигнувань", ColumnMoney, record.Planned},
		{"План", ColumnMoney, record.Planned},
		{"План на рік з урахуванням змін", ColumnMoney, record.Planned},
		{"Затверджено розписом на рік з урахуванням змін", ColumnMoney, record.Planned},
		{"Затверджено на рік з урахуванням внесених змін", ColumnMoney, record.Planned},
		{"Заплановано на рік", ColumnMoney, record.Planned},
		{"річне уточнене призначення", ColumnMoney, record.Planned},
		{"Разом видатків на поточний рік", ColumnMoney, record.Planned},
		{"2021 рік (очікувані)", ColumnMoney, record.Planned},
		{"Затверджений план на рік", ColumnMoney, record.Approved},
		{"Затверджено у паспорті бюджетної програми, грн", ColumnMoney, record.Approved},
		{"Річний обсяг фінансування, тис.грн.", ColumnMoney, record.Annual},
		{"Річний обсяг", ColumnMoney, record.Annual},
		{"Фактично профінансовано за весь період дії програми, тис.грн", ColumnMoney, record.Actual},
		{"Фактично профiнансовано у звітному періоді, тис.грн.", ColumnMoney, record.Actual},
		{"Фактично профінасовано у звітному періоді", ColumnMoney, record.Actual},
		{"Всього профінансовано за вказаний період", ColumnMoney, record.Actual},
		{"Касові видатки за вказаний період", ColumnMoney, record.Actual},
		{"Касові видатки (надані кредити)", ColumnMoney, record.Actual},
		{"Виконано", ColumnMoney, record.Actual},
		{"Виконано з початку року", ColumnMoney, record.Actual},
		{"Виконано за I півріччя", ColumnMoney, record.Actual},
		{"Надходження", ColumnMoney, record.Actual},
		{"факт.", ColumnMoney, record.Actual},
		{"2020 рік (факт)", ColumnMoney, record.Actual},
		{"Фактичний обсяг фінансування", ColumnMoney, record.Actual},
		{"Обсяг фактичного фінансування, грн", ColumnMoney, record.Actual},
		{"Відхилення", ColumnMoney, record.Deviation},
		{"Відхилення фактичних видатків від планових", ColumnMoney, record.Deviation},
		{"Залишки асигнувань (5 - 6)", ColumnMoney, record.Deviation},
		{"Залишки коштів на реєстраційних рахунках", ColumnMoney, record.Deviation},
		{"понад план", ColumnMoney, record.Deviation},
		{"До плану не надійшло", ColumnMoney, record.Deviation},
		{"сума перевиконання", ColumnMoney, record.Deviation},
		{"% виконання", ColumnPercent, record.Actual},
		{"%", ColumnPercent, record.Actual},
		{"Відсоток виконання", ColumnPercent, record.Actual},
		{"Виконання (%)", ColumnPercent, record.Actual},
		{"% виконання на вказаний період (гр6/гр5*100)", ColumnPercent, record.Actual},
		{"Питома вага видатків ,%", ColumnPercent, record.Other},
		{"Інформація про виконання заходу або причини його невиконання", ColumnInformation, ""},
		{"Інформація про виконання або причини невиконання заходу", ColumnInformation, ""},
		{"Стан виконання", ColumnInformation, ""},
		{"Очікувані результати", ColumnInformation, ""},
		{"Примітки", ColumnInformation, ""},
		{"Причини невиконання", ColumnReason, ""},
		{"Пояснення щодо причин розбіжностей", ColumnReason, ""},
		{"Що зроблено для виправлення ситуації", ColumnRemedy, ""},
		{"Найменування показника", ColumnName, ""},
		{"Назва показника", ColumnName, ""},
		{"Назва", ColumnName, ""},
		{"Найменування видатків", ColumnName, ""},
		{"Одиниця виміру", ColumnUnit, ""},
		{"Один. виміру", ColumnUnit, ""},
		{"Од. виміру", ColumnUnit, ""},
		{"Планове значення показника на кінець дії програми", ColumnPlanned, ""},
		{"Фактичне значення показника", ColumnActual, ""},
		{"План, осіб", ColumnPlanned, ""},
		{"Код", ColumnCode, ""},
		{"КПКВК", ColumnCode, ""},
		{"Дата і номер рішення", ColumnDecision, ""},
		{"№ рішення", ColumnDecision, ""},
		{"Загальний фонд | План", ColumnMoney, record.Planned},
		{"Загальний фонд | Касові видатки | грн", ColumnMoney, record.Actual},
		{"Виконано за звітний період | Загальний фонд", ColumnMoney, record.Actual},
		{"Відхилення | загальний фонд", ColumnMoney, record.Deviation},
		{"Касові видатки | усього", ColumnMoney, record.Actual},
		{"Виконано | Сума", ColumnMoney, record.Actual},
		{"Виконано | %", ColumnPercent, record.Actual},
		{"2018 рік | план", ColumnMoney, record.Planned},
		{"2018 рік | факт", ColumnMoney, record.Actual},
		{"Орієнтовані обсяги фінансування (вартість), тис. грн., у тому числі за роками: | 2024", ColumnMoney, record.Planned},
		{"Джерела фінансування, тис.грн | Обласний бюджет", ColumnMoney, record.Planned},
		{"Обсяги та джерела фінансування | міський бюджет", ColumnMoney, record.Planned},
		{"2018", ColumnMoney, record.Planned},
		{"Орієнтов-\nний загаль-\nний обсяг фінан-\nсування", ColumnMoney, record.Planned},
		{"Орієнтовнийобсяг фінансування,тис.грн", ColumnMoney, record.Planned},
		{"Видатки міського бюджету2, тис. грн", ColumnMoney, record.Planned},
		{"Вартість послуги, грн/куб.м", ColumnMoney, record.Tariff},
		{"Вартість на 1 учня, грн", ColumnMoney, record.Tariff},
		{"Кількість працюючих", ColumnUnknown, ""},
		{"Телефон", ColumnUnknown, ""},
		{"Етапи виконання", ColumnUnknown, ""},
		{"Рік виконання", ColumnTerm, ""},
		{"Роки виконання Програми | 2024", ColumnMoney, record.Planned},
		{"Хто виконує", ColumnExecutor, ""},
		{"Балансоутримувач", ColumnExecutor, ""},
		{"Стратегічна ціль", ColumnTask, ""},
		{"Назва напрямку", ColumnTask, ""},
		{"Перелік заходів і завдань", ColumnMeasure, ""},
		{"Назва проєкту", ColumnMeasure, ""},
		{"Хід виконання заходу", ColumnInformation, ""},
		{"Причини невиконання", ColumnReason, ""},
		{"Результат", ColumnInformation, ""},
		{"Виконання за 2020 рік, тис.грн", ColumnMoney, record.Actual},
		{"Проведені заходи", ColumnInformation, ""},
		{"Заплановані заходи", ColumnMeasure, ""},
		{"Код економічної класифікації видатків", ColumnCode, ""},
		{"Зареєстровані фінансові зобов`язання", ColumnMoney, record.Other},
		{"Кредиторська заборгованість, грн", ColumnMoney, record.Other},
		{"Відхилення, %", ColumnPercent, record.Deviation},
		{"MEASUREMENT_UNIT", ColumnUnit, ""},
		{"GENERAL_FUND", ColumnMoney, record.Planned},
		{"", ColumnUnknown, ""},
	} {
		h := ReadHeading(strings.Split(tt.path, " | "))
		if h.Column != tt.column || h.Role != tt.role {
			t.Errorf("ReadHeading(%q) = %q %q (%.2f), want %q %q", tt.path, h.Column, h.Role, h.Score, tt.column, tt.role)
		}
		if known := h.Score > 0; known != (tt.column != ColumnUnknown) || h.Score > 1 {
			t.Errorf("ReadHeading(%q): score %v", tt.path, h.Score)
		}
	}
}

func TestReadHeadingScope(t *testing.T) {
	for _, tt := range []struct {
		path string
		want Heading
	}{
		{"Загальний фонд | План на 2020 рік, грн", Heading{Year: 2020, Fund: record.General}},
		{"2019 | Спеціальний фонд | у тому числі бюджет розвитку", Heading{Year: 2019, Fund: record.Development}},
		{"Спецiальний фонд | Касові видатки", Heading{Fund: record.Special}},
		{"Обсяги фінансування за роками | 2021 рік | Державний бюджет", Heading{Year: 2021, Source: record.StateBudget}},
		{"Обсяг, тис. грн | Бюджети сіл, селищ, міст територіаль-них громад", Heading{Source: record.LocalBudget}},
		{"Обсяг фінансування | інші джерела", Heading{Source: record.OtherSource}},
		{"Обсяг фінансування | обласний бюджет2", Heading{Source: record.OblastBudget}},
		{"Орієнтовний загальний обсяг фінансування, тис. грн", Heading{WholePeriod: true}},
		{"План на 2020 рік з урахуванням змін", Heading{Year: 2020, Amended: true}},
		{"Виконано за І півріччя 2020 року", Heading{Year: 2020, Period: "2020-01-01/2020-06-30"}},
		{"2020 рік | І квартал | план", Heading{Year: 2020, Period: "2020-01-01/2020-03-31"}},
		{"Обсяг фінансування на 2018-2020 роки", Heading{}},
	} {
		h := ReadHeading(strings.Split(tt.path, " | "))
		got := Heading{Year: h.Year, Period: h.Period, Fund: h.Fund, Source: h.Source, Amended: h.Amended, WholePeriod: h.WholePeriod}
		if !equalScope(got, tt.want) {
			t.Errorf("ReadHeading(%q): scope %+v, want %+v", tt.path, got, tt.want)
		}
	}
}

func equalScope(a, b Heading) bool {
	return a.Year == b.Year && a.Period == b.Period && a.Fund == b.Fund && a.Source == b.Source && a.Amended == b.Amended && a.WholePeriod == b.WholePeriod
}

func TestReadHeadingUnitsLeafFirst(t *testing.T) {
	h := ReadHeading([]string{"Обсяг, тис. грн", "Виконано, грн"})
	if len(h.Units) != 2 || h.Units[0].Unit != record.UAH || h.Units[1].Unit != record.ThousandUAH {
		t.Errorf("units = %+v, want грн of the leaf, then тис. грн", h.Units)
	}
}
