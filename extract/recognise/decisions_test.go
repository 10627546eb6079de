package recognise

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zvit/extract/record"
)

func TestDecisions(t *testing.T) {
	const head = "Звіт про виконання програми «Ясен» на 2018-2020 роки\n\n"
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{
			"a list under one label",
			"1. Дата і номер рішення ради, яким затверджено Програму та зміни до неї: 1.02.2018 №11; 03.03.2019 р. № 22, від 4 квітня 2020 року № 33-МР.",
			[]string{"approves 2018-02-01 11", "amends 2019-03-03 22", "amends 2020-04-04 33-МР"},
		},
		{
			"number before date, broken over lines",
			"Програму затверджено рішенням сесії\nселищної ради № 3-6/VІІІ від 10 .02.2018р. зі змінами,\nвнесеними рішеннями № 5 від 11.03.2019 та № 8 від 12.04.2020.",
			[]string{"approves 2018-02-10 3-6/VІІІ", "amends 2019-03-11 5", "amends 2020-04-12 8"},
		},
		{
			"what is repealed",
			"Просимо визнати таким, що втратило чинність, рішення ради від 01.02.2018 № 11, а також зміни від 03.03.2019 № 22.",
			[]string{"repealed 2018-02-01 11", "repealed 2019-03-03 22"},
		},
		{
			"what comes after, by the years of its title",
			"Прийнято рішення від 24.12.2020 №31 «Про затвердження програми «Ясен» на 2021-2025 роки», яким скасовано рішення від 01.02.2018 № 11 «Про затвердження програми».",
			[]string{"succeeds 2020-12-24 31", "repealed 2018-02-01 11"},
		},
		{
			"a list that lost its force",
			"Рішення ради від 01.02.2018 № 11, від 03.03.2019 № 22 втратили чинність.",
			[]string{"repealed 2018-02-01 11", "repealed 2019-03-03 22"},
		},
		{
			"one of two that lost its force",
			"На виконання рішення ради від 01.02.2018 № 11 кошти виділено. Рішення від 03.03.2019 № 22 (зі змінами) втратило чинність.",
			[]string{"mentions 2018-02-01 11", "repealed 2019-03-03 22"},
		},
		{
			"said twice",
			"Програму затверджено рішенням ради від 01.02.2018 № 11.\n\nЗа рішенням ради від 01.02.2018 № 11 кошти дає громада, за рішенням від 01.02.2019 № 11 – район.",
			[]string{"approves 2018-02-01 11", "mentions 2019-02-01 11"},
		},
		{
			"no-break spaces, as Word writes them",
			"Програму затверджено рішенням ради від 01.02.2018\u00a0року №\u00a011 зі змінами від\u00a003.03.2019\u202f№ 22.",
			[]string{"approves 2018-02-01 11", "amends 2019-03-03 22"},
		},
		{
			"the decision between date and number",
			"Програму «Ясен» затверджено 22.12.2017 рішенням сільської ради № 61.",
			[]string{"approves 2017-12-22 61"},
		},
		{
			"a programme that was adopted",
			"Програма прийнята рішенням ради від 22.12.2017 № 61. На виконання рішення ради від 23.12.2017 № 62 заслухано звіт, а програму виконано.",
			[]string{"approves 2017-12-22 61", "mentions 2017-12-23 62"},
		},
		{
			"a label",
			"Дата та номер рішення: 22.12.2017 р., № 61",
			[]string{"approves 2017-12-22 61"},
		},
		{
			"the ground, under the title",
			"1. Підстава: рішення селищної ради від 24.12.2017 № 12-3/VII.",
			[]string{"approves 2017-12-24 12-3/VII"},
		},
		{
			"the place between date and number",
			"Програму затверджено рішенням від 28.02.2018 р. м. Явір № 512.",
			[]string{"approves 2018-02-28 512"},
		},
		{
			"what is later than the report approves nothing of it",
			"Рішення селищної ради від 24.12.2021 № 12-3/VII.",
			[]string{"mentions 2021-12-24 12-3/VII"},
		},
		{
			"a decision by its own title",
			"Відповідно до рішення ради від 05.05.2019 № 44 «Про внесення змін до програми «Ясен» кошти зменшено.",
			[]string{"amends 2019-05-05 44"},
		},
		{
			"an amendment after the approval, in brackets",
			"Рішення, яким затверджено програму: від 31 травня 2017 року № 305 (зі змінами від 01.06.2018 № 7).",
			[]string{"approves 2017-05-31 305", "amends 2018-06-01 7"},
		},
		{
			"passing mentions",
			"Роботи призупинено згідно з рішенням сесії №1429 від 23.04.2019 року.",
			[]string{"mentions 2019-04-23 1429"},
		},
		{
			"acts that are no decisions, numbers that are none",
			"Згідно із Законом України № 280/97-ВР від 21.05.1997 та наказом Мінфіну від 26.08.2014 № 836, рішень не було; директор школи № 25 тел. № 12.",
			nil,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := report(t, head+test.text)
			var got []string
			for _, d := range r.Decisions {
				got = append(got, string(d.Role)+" "+d.DecidedOn+" "+d.Number)
			}
			same(t, "decisions", got, test.want...)
		})
	}
}

// A date that reads as a number, too, belongs to one decision: in any text the
// decisions stand one after the other.
func TestDecisionsApart(t *testing.T) {
	apart := func(t interface{ Errorf(string, ...any) }, text string) {
		end := 0
		for _, d := range findDecisions(text) {
			if d.start < end || d.end > len(text) || d.end <= d.start {
				t.Errorf("%q: a decision from %d to %d after one to %d", text, d.start, d.end, end)
			}
			end = d.end
		}
	}
	apart(t, "рішення№1.1.2020№1")
	apart(t, "рішення 1.1.2020 №1.1.2020 №2")
	parts := []string{"рішення", " ", "№", "№1", "N", "1", ".", "1.1.2020", "1 лютого 2020 року", "від", "-", "/", "змін", ",", "р", "(", ")", "І", "«", "»"}
	rapid.Check(t, func(t *rapid.T) {
		apart(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 1, 10).Draw(t, "text"), ""))
	})
}

// The mark of an approval over paragraphs, and changes that are approved by a later
// decision than their programme.
func TestMarkOfApproval(t *testing.T) {
	for text, want := range map[string][]string{
		"ЗАТВЕРДЖЕНО\nрішення Яворівської сільської ради\n«17»лютого 2021 року №57":                      {"approves 2021-02-17 57"},
		"ЗАТВЕРДЖЕНО\nрішення\nЯворівської сільської ради\n\n«17»лютого 2021 року №57":                   {"approves 2021-02-17 57"},
		"ЗАТВЕРДЖЕНО\nрішення\nЯворівської сільської ради\n\n17 лютого 2021 року № 57":                   {"approves 2021-02-17 57"},
		"Зміни до Програми, затверджені рішенням Яворівської міської ради від 2 серпня 2021 року № 117":  {"amends 2021-08-02 117"},
		"Зміни до Програми, затвердженої рішенням Яворівської міської ради від 2 серпня 2021 року № 117": {"approves 2021-08-02 117"},
	} {
		r := report(t, "ПРОГРАМА догляду за ясенами на 2021–2023 роки\n\n"+text+"\n")
		equal(t, text, r.Programme, "Програма догляду за ясенами")
		var got []string
		for _, d := range r.Decisions {
			got = append(got, string(d.Role)+" "+d.DecidedOn+" "+d.Number)
		}
		same(t, text, got, want...)
	}
}

func TestDecisionsInTable(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Ясен» на 2018-2020 роки

Дата і номер рішення про затвердження Програми	12.12.2017 № 45
Відповідальний виконавець	Відділ лісу
`)
	equal(t, "responsible", r.Responsible, "Відділ лісу")
	if len(r.Decisions) != 1 || r.Decisions[0].Role != record.Approves || r.Decisions[0].DecidedOn != "2017-12-12" {
		t.Errorf("decisions %+v", r.Decisions)
	}
}

func TestDatesContradict(t *testing.T) {
	const head = "Звіт про виконання програми «Ясен» на 2018-2020 роки\n\n"
	for _, test := range []struct {
		name, text string
		want       int
	}{
		{"the year differs", "Програму затверджено рішенням ради від 12.12.2017 № 45.\n\nПісля цього рішення ради від 12 грудня 2018 року № 45 виконано.", 1},
		{"the same date twice", "Програму затверджено рішенням ради від 12.12.2017 № 45.\n\nРішення ради від 12 грудня 2017 року № 45 виконано.", 0},
		{"numbers begin anew each year", "Програму затверджено рішенням ради від 12.12.2017 № 45, зміни внесено рішенням ради від 01.03.2019 № 45.", 0},
		{"two approvals", "Програму затверджено рішенням ради від 12.12.2017 № 45.\n\nПрограма затверджена рішенням ради від 21.11.2017 № 45.", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := report(t, head+test.text)
			n := 0
			for _, f := range r.Findings {
				if f.Code == record.DateContradicts {
					n++
				}
			}
			if n != test.want {
				t.Errorf("%d findings, want %d: %+v", n, test.want, r.Decisions)
			}
		})
	}
}

func TestDeclaredTotals(t *testing.T) {
	const head = "Звіт про виконання програми «Ясен» на 2018-2020 роки\n\n"
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{
			"years on lines of their own, a unit on the first alone",
			"Загальний обсяг фінансування програми становить 600,0 тис. грн, у тому числі за роками:\n- 2018 рік – 100,0;\n- 2019 рік – 200,0 тис. грн;\n- 2020 рік – 300,0 тис. грн.\nФактично профінансовано на виконання програми 550 000 грн.",
			[]string{"planned 600,0 (beside thousand_uah)", "planned 2018 100,0 (beside thousand_uah)", "planned 2019 200,0 (beside thousand_uah)", "planned 2020 300,0 (beside thousand_uah)", "actual 550 000 (beside uah)"},
		},
		{
			"years in one sentence",
			"На реалізацію програми передбачено 600,0 тис. грн, зокрема у 2018 році – 100,0 тис. грн, у 2019 році – 200,0 тис. грн, у 2020 році – 300,0 тис. грн.",
			[]string{"planned 600,0 (beside thousand_uah)", "planned 2018 100,0 (beside thousand_uah)", "planned 2019 200,0 (beside thousand_uah)", "planned 2020 300,0 (beside thousand_uah)"},
		},
		{
			"sources",
			"Обсяг фінансування програми передбачено в сумі 600,0 тис. грн, з них:\nкошти обласного бюджету – 400,0 тис. грн;\nкошти міського бюджету – 200,0 тис. грн.",
			[]string{"planned 600,0 (beside thousand_uah)", "planned oblast 400,0 (beside thousand_uah)", "planned local 200,0 (beside thousand_uah)"},
		},
		{
			"plan and actual in one sentence",
			"У 2019 році на виконання програми заплановано 200,0 тис. грн, профінансовано 190,5 тис. грн.",
			[]string{"planned 2019 200,0 (beside thousand_uah)", "actual 2019 190,5 (beside thousand_uah)"},
		},
		{
			"figures below a heading",
			"Обсяг фінансування програми на 2019 рік:\nПлан – 250,0 тис. грн\nФакт – 100,5 тис. грн",
			[]string{"planned 250,0 (beside thousand_uah)", "actual 100,5 (beside thousand_uah)"},
		},
		{
			"no unit anywhere",
			"Прогнозні обсяги фінансування програми становлять 600,0, зокрема:\nу 2018 році – 100,0;\nу 2019 році – 1 500 000.\nФактичні обсяги фінансування програми становили 550 000,00, зокрема:\nу 2018 році – 550 000,00.\nНа 12 об'єктах програми обсяг видатків становить:\nремонт – понад 3 роки.",
			[]string{"planned 600,0", "planned 2018 100,0", "planned 2019 1 500 000", "actual 550 000,00", "actual 2018 550 000,00"},
		},
		{
			"a volume that nothing narrows, and one that is narrowed",
			"Прогнозні обсяги фінансування становлять 2 200,0 тис. гривень.\nФактичні обсяги фінансування ремонту шкіл становили 10,0 тис. гривень.",
			[]string{"planned 2 200,0 (beside thousand_uah)"},
		},
		{
			"money of one measure is no total",
			"За цим заходом програми використано 15,0 тис. грн. Придбано лопату за 300 грн.",
			nil,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := report(t, head+test.text)
			same(t, "declared", amounts(r, r.ID), test.want...)
		})
	}
}
