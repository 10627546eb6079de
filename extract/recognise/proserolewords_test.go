package recognise

import "testing"

// What stands near an amount and only sounds like plan or fact gives it no role.
func TestRoleWordsInProse(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string
	}{
		// Verbal nouns, purposes and sources.
		{"На проведення свята криниць – 5,5 тис. грн.", []string{"prose other 5,5"}},
		{"На утримання криниць – 5,5 тис. грн.", []string{"prose other 5,5"}},
		{"На планування території ставу – 5,5 тис. грн.", []string{"prose other 5,5"}},
		{"На розвиток економічного потенціалу – 5,5 тис. грн.", []string{"prose other 5,5"}},
		{"На потреби бібліотеки – 5,5 тис. грн.", []string{"prose other 5,5"}},
		{"На ремонт ставу із залишків коштів – 5,5 тис. грн.", []string{"prose other 5,5"}},
		{"На захід, спрямований на чисту воду, та заходів, спрямованих на тишу, – 5,5 тис. грн.", []string{"prose actual 5,5"}},
		{"Із заходів, спрямованих на тишу, – 5,5 тис. грн.", []string{"prose other 5,5"}},
		{"За порядком «Про затвердження переліку криниць» – 5,5 тис. грн.", []string{"prose other 5,5"}},
		// The words themselves keep their roles.
		{"На проведение праздника – 5,5 тыс. грн.", []string{"prose other 5,5"}},
		{"На виконання робіт – 5,5 тис. грн.", []string{"prose other 5,5"}},
		{"Дохідна частина бюджету виконана в сумі 5,5 тис. грн.", []string{"prose actual 5,5"}},
		{"Проведено свято криниць на 5,5 тис. грн.", []string{"prose actual 5,5"}},
		{"Отримано на криниці 5,5 тис. грн.", []string{"prose actual 5,5"}},
		{"Потреба на криниці – 5,5 тис. грн.", []string{"prose planned 5,5"}},
		{"Економія на криницях – 5,5 тис. грн.", []string{"prose deviation 5,5"}},
		{"Залишок плану на криниці – 5,5 тис. грн.", []string{"prose deviation 5,5"}},
		{"Видатків, спрямованих на тишу, – 5,5 тис. грн.", []string{"prose actual 5,5"}},
		{"На криниці рада виділила 5,5 тис. грн.", []string{"prose planned 5,5"}},
		// What is over the plan, or was not done, is the deviation.
		{"Понад план надійшло 5,5 тис. грн збору.", []string{"prose deviation 5,5"}},
		{"Понад затверджений план мобілізовано 5,5 тис. грн.", []string{"prose deviation 5,5"}},
		{"До плану не надійшло 5,5 тис. грн.", []string{"prose deviation 5,5"}},
		{"На криниці понад 5,5 тис. грн використано.", []string{"prose actual 5,5"}},
		{"Надійшло за планом 5,5 тис. грн.", []string{"prose planned 5,5"}},
		// The plan that a budget is executed by.
		{"Збору при річному уточненому призначенні 8,0 тис. грн та на півріччя 4,0 тис. грн надійшло 4,4 тис. грн.", []string{"prose planned 8,0", "prose planned 4,0", "prose actual 4,4"}},
		{"На призначення стипендій – 5,5 тис. грн.", []string{"prose other 5,5"}},
	} {
		r := report(t, "Звіт про виконання Програми «Чисті криниці» за 2021 рік\n\n"+c.line+"\n")
		same(t, c.line, proseRoles(r), c.want...)
	}
}

// An amount that only says by how much another differs is neither plan nor fact, and
// what is said in passing does not hold on.
func TestComparedAmounts(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string
	}{
		{"Надійшло 95,2 тис. грн збору, що на 7,5 тис. грн або 8,3 відсотка більше плану.", []string{"prose actual 95,2", "prose deviation 7,5"}},
		{"Надійшло 95,2 тис. грн збору, що на 7,5 тис. грн менше від запланованого.", []string{"prose actual 95,2", "prose deviation 7,5"}},
		{"Надійшло 95,2 тис. грн збору, що на 7,5 тис. грн або 8,3 % більше проти надходжень минулого року.", []string{"prose actual 95,2", "prose other 7,5"}},
		{"Надійшло 95,2 тис. грн. збору, що на 7,5 тис. грн. більше плану.", []string{"prose actual 95,2", "prose deviation 7,5"}},
		{"Надійшло 95,2 тис. грн збору, надходження зросли на 7,5 тис. грн.", []string{"prose actual 95,2", "prose other 7,5"}},
		{"Видатки зросли, і на криниці використано на 7,5 тис. грн.", []string{"prose actual 7,5"}},
		{"На криниці використано 95,2 тис. грн, на ремонт 7,5 тис. грн, більше ніж торік.", []string{"prose actual 95,2", "prose actual 7,5"}},
		{
			"Надійшло 95,2 тис. грн при плані 90,0 тис. грн, що становить 105,8 % планових показників, у тому числі збору 5,0 тис. грн при плані 4,0 тис. грн, плати 3,0 тис. грн.",
			[]string{"prose actual 95,2", "prose planned 90,0", "prose actual 5,0", "prose planned 4,0", "prose actual 3,0"},
		},
		{"Використано 95,2 тис. грн, або 93,3 % плану на рік (102,0 тис. грн).", []string{"prose actual 95,2", "prose planned 102,0"}},
		{"Профінансовано роботи (за планом криниці 40,0 тис. грн), ставок 7,5 тис. грн.", []string{"prose planned 40,0", "prose actual 7,5"}},
		{"Заплановано 95,2 тис. грн на криниці, 7,5 тис. грн на ставок.", []string{"prose planned 95,2", "prose planned 7,5"}},
	} {
		r := report(t, "Звіт про виконання Програми «Чисті криниці» за 2021 рік\n\n"+c.line+"\n")
		same(t, c.line, proseRoles(r), c.want...)
	}
}

// The items of a list have the role of the line that announces it, where they have
// none of their own.
func TestListedAmounts(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Видатки спрямовано на:\n- криниці – 5,0 тис. грн, або 91,8 % планових призначень на рік;\n- ставок – 4,0 тис. грн.", []string{"prose actual 5,0", "prose actual 4,0"}},
		{"Видатки спрямовано на:\nкриниці – 5,0 тис. грн;\nставок – 4,0 тис. грн;\nзатверджено на сад 3,0 тис. грн.", []string{"prose actual 5,0", "prose actual 4,0", "prose planned 3,0"}},
		{"Видатки спрямовано на:\n- криниці – 5,0 тис. грн.\n\nЩе сад коштує 4,0 тис. грн.", []string{"prose actual 5,0", "prose other 4,0"}},
		{"Роботи такі:\n- криниці – 5,0 тис. грн.", []string{"prose other 5,0"}},
		{"Затвердити звіт про виконання сільського бюджету за 2021 рік:\n- по доходах у сумі 5,0 тис. грн, у тому числі збору 1,0 тис. грн;\n- по видатках у сумі 4,0 тис. грн.", []string{"prose actual 5,0", "prose actual 1,0", "prose actual 4,0"}},
		{"1. Визначити на 2022 рік:\n- доходи сільського бюджету у сумі 5,0 тис. грн;\n- видатки сільського бюджету у сумі 4,0 тис. грн.", []string{"prose planned 5,0", "prose planned 4,0"}},
	} {
		r := report(t, "Довідка сільського голови\n\n"+c.text+"\n")
		same(t, c.text, proseRoles(r), c.want...)
	}
}

// A year that an amount is compared with is not its year, and two funds that one
// noun stands for are none of them.
func TestYearAndFundInProse(t *testing.T) {
	for line, want := range map[string]string{
		"Порівняно з відповідним періодом 2020 року збору надійшло 5,0 тис. грн.":    "0 ",
		"У 2020 році збору надійшло 5,0 тис. грн.":                                   "2020 ",
		"До загального та спеціального фондів бюджету надійшло 5,0 тис. грн.":        "0 ",
		"До спеціального фонду бюджету надійшло 5,0 тис. грн.":                       "0 special",
		"Крім загального, до спеціального фонду бюджету надійшло лише 5,0 тис. грн.": "0 special",
	} {
		r := report(t, "Звіт про виконання Програми «Чисті криниці» за 2021 рік\n\n"+line+"\n")
		if a := r.Amounts[0]; itoa(a.Year)+" "+string(a.Fund) != want {
			t.Errorf("%s: year and fund are %d %s, not %s", line, a.Year, a.Fund, want)
		}
	}
}
