package recognise

import (
	"testing"

	"zvit/extract/record"
)

// proseRoles lists the amounts of a report outside its tables: subject, role,
// figure.
func proseRoles(r *record.Report) []string {
	var list []string
	for _, a := range r.Amounts {
		list = append(list, string(a.Subject)+" "+string(a.Role)+" "+a.Printed)
	}
	return list
}

// A word that stands between two amounts after a comma is said of the second.
func TestCueBelongsToItsAmount(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string
	}{
		{"Загальний обсяг фінансування Програми – 352,5 тис. грн, фактично профінансовано – 300,6 тис. грн.", []string{"report planned 352,5", "report actual 300,6"}},
		{"Обсяг фінансування на 2021 рік – 40,0 тис. грн, фактично використано 37 450 грн.", []string{"report planned 40,0", "report actual 37 450"}},
		{"Загалом 50,0 тис. грн передбачено програмою, профінансовано 40,0 тис. грн.", []string{"report planned 50,0", "report actual 40,0"}},
		{"На заходи програми 50,0 тис. грн було профінансовано.", []string{"report actual 50,0"}},
		{"Невиконання плану на 12 000,40 грн пояснюється дощами.", []string{"prose deviation 12 000,40"}},
		{"Планові показники збору виконані на 120,4 %, надійшло 98 669,22 грн.", []string{"prose actual 98 669,22"}},
		{"Збору надійшло 98 669,22 грн або 120,4 % до уточненого плану, з них 12 000 грн боргу.", []string{"prose actual 98 669,22", "prose actual 12 000"}},
		{"– 45 000 грн єдиного збору, або 99,9 відсотка до річного плану;", []string{"prose other 45 000"}},
		{"Профінансовано 45 000 грн, або 100,0 % за планом 45 000 грн.", []string{"prose actual 45 000", "prose planned 45 000"}},
		{"Залишок коштів на 01.01.2021 становив 12 450,30 грн, залишок плану 200,10 грн.", []string{"prose other 12 450,30", "prose deviation 200,10"}},
		{"На криниці буде спрямовано 20,0 тис. грн.", []string{"prose planned 20,0"}},
		{"За планом на криниці 20,0 тис. грн, спрямовано 18,0 тис. грн.", []string{"prose planned 20,0", "prose actual 18,0"}},
	} {
		r := report(t, "Звіт про виконання Програми «Чисті криниці» за 2021 рік\n\n"+c.line+"\n")
		same(t, c.line, proseRoles(r), c.want...)
	}
}

// What was spent in the period, said below the plan of the whole and of nothing
// else, is of the whole.
func TestSpentBelowThePlan(t *testing.T) {
	for _, c := range []struct {
		lines string
		want  []string
	}{
		{
			"Відповідно до паспорта програми обсяги фінансування становлять 504,1 тис. грн.\nКасові видатки за звітний період склали 321,2 тис. грн.",
			[]string{"report planned 504,1", "report actual 321,2"},
		},
		{
			"Обсяги фінансування програми становлять 500,0 тис. грн, зокрема:\nу 2020 році – 300,0 тис. грн;\nу 2021 році – 200,0 тис. грн.\nФактично профінансовано 450,0 тис. грн.",
			[]string{"report planned 500,0", "report planned 300,0", "report planned 200,0", "report actual 450,0"},
		},
		{ // of something
			"Обсяги фінансування програми становлять 500,0 тис. грн.\nФактично сплачено за насос 45,0 тис. грн.",
			[]string{"report planned 500,0", "prose actual 45,0"},
		},
		{
			"Обсяги фінансування програми становлять 500,0 тис. грн.\nВикористано 45,0 тис. грн на насос.",
			[]string{"report planned 500,0", "prose actual 45,0"},
		},
		{ // nothing was declared above
			"Очищено дванадцять криниць.\nВикористано 45,0 тис. грн.",
			[]string{"prose actual 45,0"},
		},
		{ // the plan of one thing
			"На насос передбачено 50,0 тис. грн.\nВикористано 45,0 тис. грн.",
			[]string{"prose planned 50,0", "prose actual 45,0"},
		},
	} {
		r := report(t, "Звіт про виконання Програми «Чисті криниці» за 2020-2021 роки\n\n"+c.lines+"\n")
		same(t, c.lines, proseRoles(r), c.want...)
	}
}

// The percentage of execution that follows what the programme spent is kept.
func TestPercentageInProse(t *testing.T) {
	for line, want := range map[string]string{
		"На виконання програми використано 93 400 грн, або 93,4 % до плану 100 000 грн.":        "93,4%",
		"На виконання програми використано 93 400 грн (93,4 відсотки від запланованих коштів).": "93,4%",
		"На виконання програми використано 93 400 грн (93,4 %).":                                "93,4%",
		"На виконання програми використано 93 400 грн, або 93,4 відсотка.":                      "93,4%",
		"На виконання програми використано 93 400 грн, що становить 93,4 % плану.":              "93,4%",
		"На виконання програми використано 93 400 грн – 93,4% від річних призначень.":           "93,4%",
		"На виконання програми використано 93 400 грн (12,1 % усіх видатків).":                  "",
		"На виконання програми використано 93 400 грн (на 12,1 % більше, ніж торік).":           "",
		"На виконання програми використано 93 400 грн, що становить 12,1 % бюджету громади.":    "",
		"На виконання програми використано 93 400 грн. Зростання податків 12 % до плану.":       "",
		"Збору надійшло 93 400 грн або 120,4 % до уточненого плану.":                            "",
		"На виконання програми використано 93 400 грн, або 12,1 % усіх видатків.":               "",
	} {
		r := report(t, "Звіт про виконання Програми «Чисті криниці» за 2021 рік\n\n"+line+"\n")
		got := ""
		for _, x := range r.Ratios {
			got += x.Printed
			equal(t, "subject", x.SubjectID, r.ID)
		}
		equal(t, line, got, want)
	}
}

// The parts of what was declared may be announced on a line of their own; a line
// between ends the declaration.
func TestPartsAnnouncedBelow(t *testing.T) {
	const head = "Звіт про виконання Програми «Чисті криниці» за 2020-2021 роки\n\nФактичний обсяг фінансування Програми: 50,0 тис. грн\n"
	parts := "кошти державного бюджету – 30,0 тис. грн\nкошти сільського бюджету – 20,0 тис. грн\n"
	r := report(t, head+"у тому числі:\n"+parts)
	same(t, "parts", proseRoles(r), "report actual 50,0", "report actual 30,0", "report actual 20,0")
	r = report(t, head+"Роботи тривають.\nу тому числі:\n"+parts)
	same(t, "apart", proseRoles(r), "report actual 50,0", "prose other 30,0", "prose other 20,0")
}

// The parts by source that a sentence gives of the total declared in it are the
// report's, over semicolons, too; those of another amount are not.
func TestPartsOfSentence(t *testing.T) {
	const head = "Звіт про виконання Програми «Чисті криниці» за 2020-2021 роки\n\n"
	for line, want := range map[string][]string{
		"Обсяг фінансування Програми – 50,0 тис. грн, у тому числі: обласний бюджет – 30,0 тис. грн; сільський бюджет – 20,0 тис. грн.": {
			"report planned 50,0", "report planned 30,0", "report planned 20,0",
		},
		"Обсяг фінансування Програми – 50,0 тис. грн, у тому числі: обласний бюджет – 30,0 тис. грн; на помпи – 10,0 тис. грн; районний бюджет дав 5,0 тис. грн.": {
			"report planned 50,0", "report planned 30,0", "prose planned 10,0", "prose planned 5,0",
		},
		"На помпи передбачено 50,0 тис. грн, у тому числі з обласного бюджету – 30,0 тис. грн.": {"prose planned 50,0", "prose planned 30,0"},
	} {
		same(t, line, proseRoles(report(t, head+line+"\n")), want...)
	}
}

// Two roles said once are those of the two sums of each year after; one sum of a
// year goes on with the last role.
func TestRolesInTurn(t *testing.T) {
	const head = "Звіт про виконання Програми «Чисті криниці» за 2019-2021 роки\n\n"
	for line, want := range map[string][]string{
		"За 2019 рік на виконання програми виділено 45,0 тис. грн, використано 44,0 тис. грн; за 2020 рік відповідно 62,0 тис. грн та 61,0 тис. грн; за 2021 рік – 70,0 тис. грн і 51,0 тис. грн.": {
			"report planned 45,0", "report actual 44,0", "report planned 62,0", "report actual 61,0", "report planned 70,0", "report actual 51,0",
		},
		"За 2019 рік на виконання програми виділено 45,0 тис. грн, використано 44,0 тис. грн, за 2020 рік – 61,0 тис. грн.": {
			"report planned 45,0", "report actual 44,0", "report actual 61,0",
		},
		"На виконання програми у 2019 році використано 45,0 тис. грн, у 2020 році – 62,0 тис. грн та 61,0 тис. грн на помпи.": {
			"report actual 45,0", "report actual 62,0", "prose actual 61,0",
		},
	} {
		same(t, line, proseRoles(report(t, head+line+"\n")), want...)
	}
}
