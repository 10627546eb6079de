package wording

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFindDates(t *testing.T) {
	for in, want := range map[string]string{
		"18.12.2017 №879; 03.04.2020 р. № 1784": "2017-12-18 2020-04-03",
		"18 грудня 2018 року":                   "2018-12-18",
		"10 .02.2014р. № 25/2":                  "2014-02-10",
		"«03» червня 2015 р.":                   "2015-06-03",
		"\"31\" травня 2017 року":               "2017-05-31",
		"№ 305 / 31 травня 2017 року":           "2017-05-31",
		"22/01/2021":               "2021-01-22",
		"2021-01-22":               "2021-01-22",
		"1 сiчня 2020":             "2020-01-01", // Latin i
		"від 01.02.20":             "2020-02-01",
		"29.02.2020":               "2020-02-29",
		"29.02.2019":               "",
		"31.06.2020":               "",
		"01.02.20":                 "",
		"п. 1.2.3":                 "",
		"\"_\" січня 2015 року":    "",
		"№ 3-6/VІІІ від _________": "",
		"12 квітучих дерев 2018":   "",
		"1 185 773,94":             "",
	} {
		var got []string
		for _, d := range FindDates(in) {
			got = append(got, d.ISO)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("FindDates(%q) = %q, want %q", in, s, want)
		}
	}
}

// TestFindDatesReadsEveryDay prints days of the calendar and reads them.
func TestFindDatesReadsEveryDay(t *testing.T) {
	names := strings.Fields("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня")
	rapid.Check(t, func(t *rapid.T) {
		y, m := rapid.IntRange(1991, 2099).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")
		d := rapid.IntRange(1, monthDays(y, m)).Draw(t, "day")
		want := fmt.Sprintf("%d-%02d-%02d", y, m, d)
		for _, s := range []string{fmt.Sprintf("від %02d.%02d.%d р.", d, m, y), fmt.Sprintf("%d %s %d року", d, names[m-1], y)} {
			got := FindDates(s)
			if len(got) != 1 || got[0].ISO != want {
				t.Fatalf("FindDates(%q) = %v, want %s", s, got, want)
			}
		}
	})
}

func TestFindPeriod(t *testing.T) {
	for _, tt := range []struct {
		in, want   string // From/To Within
		whole, any bool   // IsPeriod, IsTerm
	}{
		{"2018-2020", "2018/2020", true, true},
		{"за 2018-2020 рік", "2018/2020", true, true},
		{"2018-2020 рр.", "2018/2020", true, true},
		{"2024 – 2028 РОКИ", "2024/2028", true, true},
		{"2018-\n2020", "2018/2020", true, true},
		{"2018 р.", "2018/2018", true, true},
		{"2018", "2018/2018", true, true},
		{"протягом 2018 року", "2018/2018", true, true},
		{"2018, 2019, 2020", "2018/2020", true, true},
		{"2018\n2019", "2018/2019", true, true},
		{"2018/19 рр.", "2018/2019", true, true},
		{"з 2018 по 2020 рік", "2018/2020", true, true},
		{"до 2025 року", "/2025", true, true},
		{"2 квартал 2021 – 4 квартал 2021 року", "2021/2021 2021-04-01/2021-12-31", true, true},
		{"ІІІ-ІV квартали 2021", "2021/2021 2021-07-01/2021-12-31", true, true},
		{"за І півріччя 2020 року", "2020/2020 2020-01-01/2020-06-30", true, true},
		{"2020 рік, І півріччя", "2020/2020 2020-01-01/2020-06-30", true, true},
		{"9 місяців", "/ --01-01/--09-30", true, true},
		{"дев'ять місяців 2020 року", "2020/2020 2020-01-01/2020-09-30", true, true},
		{"січень-лютий 2020", "2020/2020 2020-01-01/2020-02-29", true, true},
		{"грудень 2019 року", "2019/2019 2019-12-01/2019-12-31", true, true},
		{"станом на 01.07.2015", "2015-07-01/2015-07-01", true, true},
		{"01.01.2018 – 31.12.2020", "2018-01-01/2020-12-31", true, true},
		{"2017 (на 15.10.2017)", "2017/2017", true, true},
		{"рішення від 18.12.2017 №879 на 2018-2020 роки", "2018/2020", false, false},
		{"рішення від 18.12.2017", "2017-12-18/2017-12-18", false, false},
		{"У 2018 році висаджено", "2018/2018", false, false},
		{"протягом року", "", false, true},
		{"постійно", "", false, true},
		{"540,0", "", false, false},
		{"2 080 600", "", false, false},
		{"2018,5", "", false, false},
		{"2000 грн", "", false, false},
		{"№ 2018", "", false, false},
		{"дерева", "", false, false},
		{"рік", "", false, false},
		{"-", "", false, false},
		{"", "", false, false},
	} {
		got := ""
		p, ok := FindPeriod(tt.in)
		if ok {
			got = strings.TrimSpace(p.From + "/" + p.To + " " + p.Within)
		}
		if got != tt.want {
			t.Errorf("FindPeriod(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if whole, any := IsPeriod(tt.in), IsTerm(tt.in); whole != tt.whole || any != tt.any {
			t.Errorf("%q: IsPeriod %v, IsTerm %v; want %v, %v", tt.in, whole, any, tt.whole, tt.any)
		}
	}
}

func TestPeriodIn(t *testing.T) {
	p, _ := FindPeriod("за І півріччя")
	if got := p.In(2020); got.From != "2020" || got.Within != "2020-01-01/2020-06-30" {
		t.Errorf("In(2020) = %+v", got)
	}
	p, _ = FindPeriod("2018-2020")
	if got := p.In(2015); got != p {
		t.Errorf("In changed %+v to %+v", p, got)
	}
}

func TestYears(t *testing.T) {
	for in, want := range map[string]string{
		"у 2018 році":            "[2018]",
		"2018-2020 роки":         "[2018 2020]",
		"2018, 2019, 2018":       "[2018 2019]",
		"станом на 01.07.2015":   "[2015]",
		"2019міський":            "[2019]",
		"на суму 2018 грн":       "[]",
		"2018,5 тис. грн":        "[]",
		"№ 2018":                 "[]",
		"1990, 2100, 20181":      "[]",
		"5 2018 тис.":            "[]",
		"2020 рік (факт), 2021р": "[2020 2021]",
	} {
		if got := fmt.Sprint(Years(in)); got != want {
			t.Errorf("Years(%q) = %s, want %s", in, got, want)
		}
	}
}
