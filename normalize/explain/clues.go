package explain

import "fmt"

// clues has a template for every kind of evidence.
var clues = map[string]template{
	"printed_unit": {
		en: func(a args) string {
			return fmt.Sprintf("%s says %s (“%s”)", sourceEN(a.get("source")), unitEN(a.get("says")), a.get("text"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("%s вказує %s («%s»)", sourceUK(a.get("source")), unitUK(a.get("says")), a.get("text"))
		},
	},
	"no_unit": {
		en: func(a args) string {
			return fmt.Sprintf("no unit is printed; without one %s are likelier than %s", unitEN(a.get("unit")), unitEN(a.get("rival")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("одиниці не надруковано; імовірніше подання %s, ніж %s", unitUKIn(a.get("unit")), unitUKIn(a.get("rival")))
		},
	},
	"shape": {
		en: func(a args) string {
			return fmt.Sprintf("amounts of about %s with %s", a.money("middle"), decimalsEN(a.int("decimals")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("суми близько %s, %s", a.money("middle"), decimalsUK(a.int("decimals")))
		},
	},
	"execution": {en: ratioEN("execution"), uk: ratioUK("виконання")},
	"share":     {en: ratioEN("the year's share of the plan"), uk: ratioUK("частка року в плані")},
	"revision":  {en: ratioEN("one plan against the other"), uk: ratioUK("один план щодо іншого")},
	"part_of_whole": {
		en: ratioEN("the part of its whole"), uk: ratioUK("частина щодо цілого"),
	},
	"sum_across": {
		en: func(a args) string {
			return fmt.Sprintf("%s add up in %d of %d %s as %s", relationEN(a.get("relation")), a.int("agree"), a.int("rows"), count(a.int("rows"), "row", "rows"), unitEN(a.get("unit")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("%s сходяться в %d з %d %s %s", relationUK(a.get("relation")), a.int("agree"), a.int("rows"), plural(a.int("rows"), "рядка", "рядків", "рядків"), unitUKIn(a.get("unit")))
		},
	},
	"sum_declared": {
		en: func(a args) string {
			s := fmt.Sprintf("%d of %d %s with the declared %s", a.int("agree"), a.int("rows"), agreeEN(a), a.get("total"))
			if a.get("difference") != "0" {
				s += fmt.Sprintf(", but for %s", a.size("difference"))
			}
			return s
		},
		uk: func(a args) string {
			n := a.int("agree")
			s := fmt.Sprintf("%d з %d %s %s із заявленим підсумком %s", n, a.int("rows"), addendsUK(a),
				plural(n, "узгоджується", "узгоджуються", "узгоджуються"), a.get("total"))
			if a.get("difference") != "0" {
				s += fmt.Sprintf(", з різницею %s", a.size("difference"))
			}
			return s
		},
	},
	"same_money": {
		en: func(a args) string { return fmt.Sprintf("the same money stands elsewhere as %s", a.get("other")) },
		uk: func(a args) string {
			return fmt.Sprintf("ті самі кошти подано ще раз як %s", a.get("other"))
		},
	},
	"neighbour": {
		en: func(a args) string {
			if a.get("among") == "text" {
				return fmt.Sprintf("other sums of the text are in %s", unitEN(a.get("beside")))
			}
			return fmt.Sprintf("the columns beside are in %s", unitEN(a.get("beside")))
		},
		uk: func(a args) string {
			if a.get("among") == "text" {
				return "інші суми в тексті подано " + unitUKIn(a.get("beside"))
			}
			return "сусідні графи подано " + unitUKIn(a.get("beside"))
		},
	},
	"whole_table": {
		en: func(args) string { return "wrong words seldom stand over every column of a table" },
		uk: func(args) string {
			return "хибна одиниця рідко стоїть над кожною графою таблиці"
		},
	},
	"engine": {
		en: func(a args) string {
			return fmt.Sprintf("the OCR engine is only %s %% sure that the scan says “%s”", a.get("percent"), a.get("printed"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("програма розпізнавання лише на %s %% певна, що в скані стоїть «%s»", a.get("percent"), a.get("printed"))
		},
	},
	"row_moved":           reasons["row_moved"],
	"headings_moved":      reasons["headings_moved"],
	"percent_contradicts": reasons["percent_contradicts"],
	"percent_absent":      reasons["percent_absent"],
	"comma_slid":          reasons["comma_slid"],
	"stored_number": {
		en: func(a args) string {
			return fmt.Sprintf("the cell holds %s and shows it as %s", a.get("exact"), a.get("printed"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("комірка містить %s, а показує %s", a.get("exact"), a.get("printed"))
		},
	},
	"reviewed_beside": {
		en: func(args) string { return "a person decided so for other amounts of the column" },
		uk: func(args) string {
			return "так вирішила людина щодо інших сум цієї графи"
		},
	},
	"reviewed_joined": {
		en: func(args) string { return "a person decided an amount that hangs together with it" },
		uk: func(args) string {
			return "людина вирішила суму, з якою вона пов'язана"
		},
	},
	"review": {
		en: func(a args) string { return "decided by " + who(a, "a person") + quoted(a.get("note"), ": “%s”") },
		uk: func(a args) string {
			return "рішення: " + who(a, "людина") + quoted(a.get("note"), ": «%s»")
		},
	},
	"rivals": {
		en: func(a args) string {
			return fmt.Sprintf("the measure has %s amounts that are each printed as its whole (%s), and nothing tells which is", a.get("count"), roleEN(a.get("role")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("захід має сум, надрукованих як ціла (%s): %s, і ніщо не вказує, котра з них нею є", roleUK(a.get("role")), a.get("count"))
		},
	},
	"odd_row": {en: oddEN, uk: oddUK},
}

func ratioEN(what string) sentence {
	return func(a args) string {
		return fmt.Sprintf("%s is about %s %% as %s, else it would be %s %% (%d %s)", what, decimal(a.get("percent")), unitEN(a.get("unit")), decimal(a.get("percent_rival")),
			a.int("rows"), count(a.int("rows"), "row", "rows"))
	}
}

func ratioUK(what string) sentence {
	return func(a args) string {
		return fmt.Sprintf("%s: близько %s %% %s, інакше було б %s %% (%d %s)", what, decimal(a.get("percent")), unitUKIn(a.get("unit")), decimal(a.get("percent_rival")),
			a.int("rows"), plural(a.int("rows"), "рядок", "рядки", "рядків"))
	}
}
