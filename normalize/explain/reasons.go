package explain

import (
	"fmt"
	"strings"
)

// doubt ends the sentence of an amount that a person should look at.
var doubt = template{
	en: func(a args) string {
		why := ""
		switch {
		case a.has("unanchored"):
			why = "; no other source in the report confirms the unit"
		case a.has("apart"):
			why = "; the row stands far from the others and no total counts it"
		}
		if a.get("alternative_unit") == a.get("unit") || a.get("alternative_unit") == "" {
			return why + fmt.Sprintf("; not certain: it could be %s", a.money("alternative"))
		}
		return why + fmt.Sprintf("; not certain: in %s it would be %s", unitEN(a.get("alternative_unit")), a.money("alternative"))
	},
	uk: func(a args) string {
		why := ""
		switch {
		case a.has("unanchored"):
			why = "; більше ніщо у звіті не підтверджує одиниці"
		case a.has("apart"):
			why = "; рядок далекий від решти, і жоден підсумок його не враховує"
		}
		if a.get("alternative_unit") == a.get("unit") || a.get("alternative_unit") == "" {
			return why + fmt.Sprintf("; це не певно: можливо, %s", a.money("alternative"))
		}
		return why + fmt.Sprintf("; це не певно: %s було б %s", unitUKIn(a.get("alternative_unit")), a.money("alternative"))
	},
}

// reasons has a template for every code of a reason.
var reasons = map[string]template{
	"zero": {
		en: func(args) string { return "zero is zero in any unit" },
		uk: func(args) string { return "нуль є нулем у будь-якій одиниці" },
	},
	"engine": {
		en: func(a args) string {
			return fmt.Sprintf("the OCR engine is only %s %% sure that the scan says “%s”; look at the page", a.get("percent"), a.get("printed"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("програма розпізнавання лише на %s %% певна, що в скані стоїть «%s»; гляньте на сторінку", a.get("percent"), a.get("printed"))
		},
	},
	"row_moved": {
		en: func(a args) string {
			return fmt.Sprintf("the cells of this row stood off their columns; that “%s” belongs to this one is only %s %% sure", a.get("printed"), a.get("percent"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("клітинки цього рядка стояли не у своїх графах; що «%s» належить саме до цієї, певно лише на %s %%", a.get("printed"), a.get("percent"))
		},
	},
	"headings_moved": {
		en: func(a args) string {
			return fmt.Sprintf("the headings of this table stood off their columns; that “%s” stands under its own is only %s %% sure", a.get("printed"), a.get("percent"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("заголовки цієї таблиці стояли не над своїми графами; що «%s» стоїть під своїм, певно лише на %s %%", a.get("printed"), a.get("percent"))
		},
	},
	"percent_contradicts": {
		en: func(a args) string {
			return fmt.Sprintf("the row's printed percentage, %s, is not that of its actual money to its plan (%s), while the other rows' are", a.get("printed"), decimal(a.get("percent")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("надрукований відсоток цього рядка, %s, не є часткою фактичної суми в плані (%s), а в інших рядках є", a.get("printed"), decimal(a.get("percent")))
		},
	},
	"percent_absent": {
		en: func(a args) string {
			return fmt.Sprintf("this row alone has no percentage of its plan (it would be %s) and has one of something else: a cell of it may be missing", decimal(a.get("percent")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("лише в цього рядка немає відсотка до плану (було б %s), хоч є інший: можливо, у ньому бракує клітинки", decimal(a.get("percent")))
		},
	},
	"comma_slid": {
		en: func(a args) string {
			return fmt.Sprintf("%s %s, which does not hold, would hold with %s here: a comma may be lost or misplaced in “%s”; nothing was changed", relationTotalEN(a), a.get("total"), a.money("alternative"), a.get("printed"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("%s %s не сходиться, а з %s тут зійшлося б: можливо, у «%s» загублено чи зсунуто кому; нічого не змінено", relationTotalUK(a), a.get("total"), a.money("alternative"), a.get("printed"))
		},
	},
	"unreadable": {
		en: func(a args) string { return fmt.Sprintf("no number can be read in %q", a.get("printed")) },
		uk: func(a args) string {
			return fmt.Sprintf("у «%s» не прочитано числа", a.get("printed"))
		},
	},
	"compound": {
		en: func(args) string { return "each part of the sum carries its own unit" },
		uk: func(args) string { return "кожна частина суми має власну одиницю" },
	},
	"reviewed": {
		en: func(a args) string { return "decided by " + who(a, "a person") + quoted(a.get("note"), ": “%s”") },
		uk: func(a args) string {
			return "рішення: " + who(a, "людина") + quoted(a.get("note"), ": «%s»")
		},
	},
	"as_printed": {
		en: func(a args) string {
			s := fmt.Sprintf("%s says %s", sourceEN(a.get("source")), unitEN(a.get("printed")))
			if by := byEN(a); by != "" {
				return s + "; " + by
			}
			return s + " and nothing contradicts it"
		},
		uk: func(a args) string {
			s := fmt.Sprintf("%s вказує %s", sourceUK(a.get("source")), unitUK(a.get("printed")))
			if by := byUK(a); by != "" {
				return s + "; " + by
			}
			return s + ", і ніщо цьому не суперечить"
		},
	},
	"as_printed_undecided": {
		en: func(a args) string {
			return fmt.Sprintf("left as printed: %s says %s, other clues speak against it, but none decides", sourceEN(a.get("source")), unitEN(a.get("unit")))
		},
		uk: func(a args) string {
			return fmt.Sprintf("залишено, як надруковано: %s вказує %s; інші ознаки цьому суперечать, але жодна не є вирішальною", sourceUK(a.get("source")), unitUK(a.get("unit")))
		},
	},
	"rescaled": {
		en: func(a args) string {
			s := fmt.Sprintf("%s says %s; ", sourceEN(a.get("source")), unitEN(a.get("printed")))
			if by := byEN(a); by != "" {
				return s + by
			}
			return s + "the other clues together say " + unitEN(a.get("unit"))
		},
		uk: func(a args) string {
			s := fmt.Sprintf("%s вказує %s; ", sourceUK(a.get("source")), unitUK(a.get("printed")))
			if by := byUK(a); by != "" {
				return s + by
			}
			return s + "решта ознак разом вказує " + unitUK(a.get("unit"))
		},
	},
	"no_unit": {
		en: func(a args) string {
			s := fmt.Sprintf("no unit is printed; taken as %s", unitEN(a.get("unit")))
			if by := byEN(a); by != "" {
				return s + ": " + by
			}
			return s
		},
		uk: func(a args) string {
			s := fmt.Sprintf("одиниці не надруковано; прийнято %s", unitUK(a.get("unit")))
			if by := byUK(a); by != "" {
				return s + ": " + by
			}
			return s
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

// relationTotalEN and relationTotalUK name what a sum gives.
func relationTotalEN(a args) string {
	if a.get("relation") == "deviation" {
		return "the difference"
	}
	return "the total"
}

func relationTotalUK(a args) string {
	if a.get("relation") == "deviation" {
		return "відхилення"
	}
	return "підсумок"
}

func who(a args, nobody string) string {
	if a.has("reviewer") {
		return a.get("reviewer")
	}
	return nobody
}

func quoted(s, format string) string {
	if s == "" {
		return ""
	}
	return fmt.Sprintf(format, s)
}

func oddEN(a args) string {
	s := fmt.Sprintf("this row is in %s, its column in %s", unitEN(a.get("unit")), unitEN(a.get("column")))
	switch a.get("by") {
	case "same_digits":
		return s + fmt.Sprintf(": it has the digits of the row's %s, %s", roleEN(a.get("role")), a.get("other"))
	case "sum":
		return s + fmt.Sprintf(": only so does the total %s hold", a.get("total"))
	case "execution":
		return s + fmt.Sprintf(": so its execution is %s %%, and else it would be %s %%", decimal(a.get("percent")), decimal(a.get("percent_rival")))
	}
	return s
}

func oddUK(a args) string {
	s := fmt.Sprintf("цей рядок подано %s, а його графу %s", unitUKIn(a.get("unit")), unitUKIn(a.get("column")))
	switch a.get("by") {
	case "same_digits":
		return s + fmt.Sprintf(": ті самі цифри має %s цього рядка, %s", roleUK(a.get("role")), a.get("other"))
	case "sum":
		return s + fmt.Sprintf(": лише так сходиться підсумок %s", a.get("total"))
	case "execution":
		return s + fmt.Sprintf(": так виконання становить %s %%, інакше було б %s %%", decimal(a.get("percent")), decimal(a.get("percent_rival")))
	}
	return s
}

// byEN is the chief clue of a reason.
func byEN(a args) string {
	unit := unitEN(a.get("unit"))
	switch a.get("by") {
	case "sum_declared":
		s := fmt.Sprintf("%d of %d %s with the declared %s only as %s", a.int("agree"), a.int("rows"), agreeEN(a), a.get("total"), unit)
		if a.get("difference") != "0" {
			s += fmt.Sprintf(", but for %s", a.size("difference"))
		}
		return s
	case "sum_years":
		return fmt.Sprintf("the years add up to the declared %s, which is in %s", a.get("total"), unit)
	case "sum_across":
		return acrossEN(a, unit)
	case "execution":
		return fmt.Sprintf("as %s the execution is about %s %%, else it would be %s %%", unit, decimal(a.get("percent")), decimal(a.get("percent_rival")))
	case "share", "part_of_whole":
		return fmt.Sprintf("as %s the part is about %s %% of its whole, else it would be %s %%", unit, decimal(a.get("percent")), decimal(a.get("percent_rival")))
	case "revision":
		return fmt.Sprintf("as %s it is about %s %% of the other plan, else it would be %s %%", unit, decimal(a.get("percent")), decimal(a.get("percent_rival")))
	case "same_money":
		return fmt.Sprintf("the same money stands elsewhere as %s", a.get("other"))
	case "reviewed_beside":
		return "a person decided so for other amounts of the column"
	case "shape":
		if a.get("decimals") == "" {
			return fmt.Sprintf("its size suits %s", unit)
		}
		return fmt.Sprintf("its size and its %s suit %s", decimalsEN(a.int("decimals")), unit)
	}
	return ""
}

func byUK(a args) string {
	unit := unitUKIn(a.get("unit"))
	switch a.get("by") {
	case "sum_declared":
		n := a.int("agree")
		s := fmt.Sprintf("%d з %d %s %s із заявленим підсумком %s лише %s", n, a.int("rows"), addendsUK(a),
			plural(n, "узгоджується", "узгоджуються", "узгоджуються"), a.get("total"), unit)
		if a.get("difference") != "0" {
			s += fmt.Sprintf(", з різницею %s", a.size("difference"))
		}
		return s
	case "sum_years":
		return fmt.Sprintf("роки разом дають заявлений підсумок %s, поданий %s", a.get("total"), unit)
	case "sum_across":
		return acrossUK(a, unit)
	case "execution":
		return fmt.Sprintf("%s виконання становить близько %s %%, інакше було б %s %%", unit, decimal(a.get("percent")), decimal(a.get("percent_rival")))
	case "share", "part_of_whole":
		return fmt.Sprintf("%s частина становить близько %s %% від цілого, інакше було б %s %%", unit, decimal(a.get("percent")), decimal(a.get("percent_rival")))
	case "revision":
		return fmt.Sprintf("%s це близько %s %% від іншого плану, інакше було б %s %%", unit, decimal(a.get("percent")), decimal(a.get("percent_rival")))
	case "same_money":
		return fmt.Sprintf("ті самі кошти подано ще раз як %s", a.get("other"))
	case "reviewed_beside":
		return "так вирішила людина щодо інших сум цієї графи"
	case "shape":
		if a.get("decimals") == "" {
			return fmt.Sprintf("розмір суми пасує до подання %s", unit)
		}
		return fmt.Sprintf("розмір сум і %s пасують до подання %s", decimalsUK(a.int("decimals")), unit)
	}
	return ""
}

// acrossEN and acrossUK tell of sums along rows: they hold in any unit that all
// their columns have, so that what they say of one is that it is the others'.
func acrossEN(a args, unit string) string {
	if a.get("among") == "text" {
		return fmt.Sprintf("plan, actual and what is left agree in the text only where this is in %s", unit)
	}
	others := ""
	if a.has("alike") {
		others = ", as the others are"
	}
	return fmt.Sprintf("%s add up in %d of %d %s only where this column is in %s%s", relationEN(a.get("relation")), a.int("agree"), a.int("rows"), count(a.int("rows"), "row", "rows"), unit, others)
}

func acrossUK(a args, unit string) string {
	if a.get("among") == "text" {
		return fmt.Sprintf("план, використане й залишок у тексті сходяться, лише якщо це %s", unit)
	}
	others := ""
	if a.has("alike") {
		others = ", як і решту"
	}
	return fmt.Sprintf("%s сходяться в %d з %d %s, лише якщо цю графу%s подано %s", relationUK(a.get("relation")), a.int("agree"), a.int("rows"), plural(a.int("rows"), "рядка", "рядків", "рядків"), others, unit)
}

// agreeEN and addendsUK name what a declared total adds up: rows of a table, or
// sums of the text.
func agreeEN(a args) string {
	if a.get("among") == "text" {
		return count(a.int("rows"), "sum of the text agrees", "sums of the text agree")
	}
	return count(a.int("rows"), "row agrees", "rows agree")
}

func addendsUK(a args) string {
	if a.get("among") == "text" {
		return plural(a.int("rows"), "суми в тексті", "сум у тексті", "сум у тексті")
	}
	return plural(a.int("rows"), "рядка", "рядків", "рядків")
}

func decimalsEN(n int) string {
	if n == 0 {
		return "whole numbers"
	}
	return fmt.Sprintf("%d %s", n, count(n, "decimal", "decimals"))
}

func decimalsUK(n int) string {
	if n == 0 {
		return "цілі числа"
	}
	return fmt.Sprintf("%d %s після коми", n, plural(n, "знак", "знаки", "знаків"))
}

// list joins words for people.
func list(words []string, and string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + and + " " + words[len(words)-1]
}
