package recognise

import (
	"strings"
	"testing"
)

// The codes of a column are of one classification: what 2000 is the others say.
func TestCodesOfAColumn(t *testing.T) {
	for name, c := range map[string]struct{ rows, levels, kinds string }{
		"divisions of programmes":      {"0100\tУправа\n1000\tОсвіта\n2000\tЛікарні\n3000\tДопомога\n", "0 0 0 0", ""},
		"programmes":                   {"1010\tСадки\n2010\tЛікарні\n3210\tРоботи\n6030\tБлагоустрій\n", "0 0 0 0", ""},
		"articles":                     {"2000\tПоточні\n2100\tОплата\n2111\tПлата\n3000\tКапітальні\n", "0 1 2 0", "kekv kekv kekv kekv"},
		"functions":                    {"0111\tРада\n0910\tСадки\n0921\tШколи\n1090\tДопомога\n", "0 0 0 0", "kfkvk kfkvk kfkvk kfkvk"},
		"articles of each function":    {"0910\tСадки\n2111\tПлата\n2210\tІграшки\n0921\tШколи\n2111\tПлата\n", "0 1 1 0 1", "kfkvk kekv kekv kfkvk kekv"},
		"articles of former functions": {"150000\tБудівництво\n3132\tРемонт\n160000\tЛіс\n2240\tПослуги\n", "0 1 0 1", "kekv kekv"},
	} {
		t.Run(name, func(t *testing.T) {
			r := report(t, "Звіт про виконання бюджету за 2021 рік, грн\n\nКод\tНазва\tПлан\tФакт\n"+strings.ReplaceAll(c.rows, "\n", "\t40 000,50\t30 000,10\n"))
			var levels, kinds []string
			for _, l := range r.Lines {
				levels = append(levels, itoa(l.Level))
			}
			for _, k := range r.Codes {
				kinds = append(kinds, string(k.Kind))
			}
			equal(t, "levels", strings.Join(levels, " "), c.levels)
			equal(t, "kinds", strings.Join(kinds, " "), c.kinds)
		})
	}
}

// A row of a code without money stands at its code's level, and heads no section.
func TestCodedRowWithoutMoney(t *testing.T) {
	r := report(t, `
Звіт про виконання бюджету за 2021 рік, грн

Код	Назва	План	Факт
150000	Будівництво	40 000,50	30 000,10
3132	Ремонт		
160000	Ліс	20 000,50	10 000,10
`)
	var got []string
	for _, l := range r.Lines {
		got = append(got, itoa(l.Level)+" "+l.Code)
	}
	same(t, "lines", got, "0 150000", "1 3132", "0 160000")
}
