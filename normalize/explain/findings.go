package explain

import (
	"fmt"
	"strings"

	"zvit/extract/record"
)

// findings has a template for every code of a finding.
var findings = map[record.FindingCode]template{
	record.TotalMismatch: {en: mismatchEN, uk: mismatchUK},
	record.UnitContradict: {
		en: func(a args) string {
			return fmt.Sprintf("%s is printed in %s, but %d of %d amounts are in %s", placeEN(a), unitEN(a.get("printed")), a.int("agree"), a.int("rows"), unitEN(a.get("unit")))
		},
		uk: func(a args) string {
			n := a.int("agree")
			return fmt.Sprintf("%s: надруковано %s, але %d з %d %s подано %s", placeUK(a), unitUK(a.get("printed")), n, a.int("rows"), plural(a.int("rows"), "суми", "сум", "сум"), unitUKIn(a.get("unit")))
		},
	},
	record.OddRowUnit: {
		en: func(a args) string {
			return fmt.Sprintf("%s is in %s, the rest of its column in %s", a.get("printed"), unitEN(a.get("unit")), unitEN(a.get("column")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("%s подано %s, а решту графи %s", a.get("printed"), unitUKIn(a.get("unit")), unitUKIn(a.get("column")))
		},
	},
	record.OutsideTotal: {
		en: func(a args) string {
			s := fmt.Sprintf("row %s (%s) is not counted in the total %s", a.get("row"), a.money("row_kopecks"), a.get("total"))
			if a.get("difference") != "0" {
				s += fmt.Sprintf("; without it %s remain unexplained", a.size("difference"))
			}
			return s
		},
		uk: func(a args) string {
			s := fmt.Sprintf("рядок %s (%s) не враховано в підсумку %s", a.get("row"), a.money("row_kopecks"), a.get("total"))
			if a.get("difference") != "0" {
				s += fmt.Sprintf("; без нього непоясненою лишається різниця %s", a.size("difference"))
			}
			return s
		},
	},
	record.DoubleCount: {
		en: func(a args) string {
			return fmt.Sprintf("the total %s holds only if row %s is added to the row that already contains it: %s counted twice", a.get("total"), a.get("row"), a.money("found"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("підсумок %s сходиться, лише якщо рядок %s додати до рядка, який його вже містить: %s враховано двічі", a.get("total"), a.get("row"), a.money("found"))
		},
	},
	record.PercentOff: {
		en: func(a args) string {
			return fmt.Sprintf("row %s: %s %% is printed, the sums give %s %%", a.get("row"), a.get("printed"), decimal(a.get("percent")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("рядок %s: надруковано %s %%, за сумами виходить %s %%", a.get("row"), a.get("printed"), decimal(a.get("percent")))
		},
	},
	record.WordsDisagree: {
		en: func(a args) string {
			return fmt.Sprintf("in figures %s, in words %s (“%s”): a difference of %s", a.get("printed"), a.money("expected"), a.get("words"), a.size("difference"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("цифрами %s, словами %s («%s»): різниця %s", a.get("printed"), a.money("expected"), a.get("words"), a.size("difference"))
		},
	},
	record.OverExecution: {
		en: func(a args) string {
			return fmt.Sprintf("row %s: %s was spent of a plan of %s (%s %%)", a.get("row"), a.money("found"), a.money("expected"), decimal(a.get("percent")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("рядок %s: за плану %s профінансовано %s (%s %%)", a.get("row"), a.money("expected"), a.money("found"), decimal(a.get("percent")))
		},
	},
	record.TypoSuspected: {
		en: func(a args) string {
			return fmt.Sprintf("%s may be a misprint of %s: one digit, and two sums would hold; nothing was changed", a.get("printed"), a.money("proposed"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("%s може бути опискою замість %s: одна цифра, і зійшлися б дві суми; нічого не змінено", a.get("printed"), a.money("proposed"))
		},
	},
	record.UnitMissing: {
		en: func(a args) string {
			return fmt.Sprintf("no unit is printed for %s (%d %s); taken as %s", placeEN(a), a.int("rows"), count(a.int("rows"), "amount", "amounts"), unitEN(a.get("unit")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("%s: одиниці не надруковано (%d %s); прийнято %s", placeUK(a), a.int("rows"), plural(a.int("rows"), "сума", "суми", "сум"), unitUK(a.get("unit")))
		},
	},
	record.RepeatedAmount: {
		en: func(a args) string {
			return fmt.Sprintf("the indicator's %s is the money of row %s again and must not be added to it", a.get("printed"), a.get("row"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("сума показника %s повторює кошти рядка %s; додавати її не можна", a.get("printed"), a.get("row"))
		},
	},
	record.NumberUnreadable: {
		en: func(a args) string { return fmt.Sprintf("no number can be read in “%s”", a.get("printed")) },
		uk: func(a args) string {
			return fmt.Sprintf("у «%s» не прочитано числа", a.get("printed"))
		},
	},
}

func placeEN(a args) string {
	if a.has("heading") {
		return "the column “" + a.get("heading") + "”"
	}
	return "an amount"
}

func placeUK(a args) string {
	if a.has("heading") {
		return "графа «" + a.get("heading") + "»"
	}
	return "сума в тексті"
}

func mismatchEN(a args) string {
	s := fmt.Sprintf("%s give %s, the total says %s: a difference of %s", relationEN(a.get("relation")), a.money("expected"), a.money("found"), a.size("difference"))
	if rows := a.all("row"); len(rows) > 0 {
		what := count(len(rows), "row", "rows") + " " + list(rows, "and")
		if a.get("explained") == "1" {
			return s + fmt.Sprintf("; it is exactly %s (%s), which the total leaves out", what, list(amounts(a), "and"))
		}
		return s + fmt.Sprintf(", unexplained, with %s left out", what)
	}
	return s
}

func mismatchUK(a args) string {
	s := fmt.Sprintf("%s дають %s, а підсумок %s: різниця %s", relationUK(a.get("relation")), a.money("expected"), a.money("found"), a.size("difference"))
	if rows := a.all("row"); len(rows) > 0 {
		what := list(rows, "і")
		if a.get("explained") == "1" {
			return s + fmt.Sprintf("; це точно %s %s (%s), %s підсумок не враховує", plural(len(rows), "рядок", "рядки", "рядки"), what, list(amounts(a), "і"), plural(len(rows), "якого", "яких", "яких"))
		}
		return s + fmt.Sprintf(", непояснена, якщо не враховувати %s %s", plural(len(rows), "рядок", "рядки", "рядки"), what)
	}
	return s
}

func amounts(a args) []string {
	var out []string
	for _, v := range a.all("row_kopecks") {
		out = append(out, args{{Name: "x", Value: strings.TrimSpace(v)}}.money("x"))
	}
	return out
}
