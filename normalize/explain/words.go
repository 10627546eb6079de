package explain

import "zvit/extract/record"

// unitsEN and unitsUK name units: as "in hryvnias", as "thousands" that a
// heading says.
func unitEN(u string) string {
	switch record.Unit(u) {
	case record.Kopeck:
		return "kopecks"
	case record.UAH:
		return "hryvnias"
	case record.ThousandUAH:
		return "thousands"
	case record.MillionUAH:
		return "millions"
	case record.BillionUAH:
		return "milliards"
	}
	return "no unit"
}

// unitUK is the genitive plural ("каже про тисячі": see unitUKIn for "у тисячах").
func unitUK(u string) string {
	switch record.Unit(u) {
	case record.Kopeck:
		return "копійки"
	case record.UAH:
		return "гривні"
	case record.ThousandUAH:
		return "тисячі гривень"
	case record.MillionUAH:
		return "мільйони гривень"
	case record.BillionUAH:
		return "мільярди гривень"
	}
	return "жодної одиниці"
}

func unitUKIn(u string) string {
	switch record.Unit(u) {
	case record.Kopeck:
		return "у копійках"
	case record.UAH:
		return "у гривнях"
	case record.ThousandUAH:
		return "у тисячах гривень"
	case record.MillionUAH:
		return "у мільйонах гривень"
	case record.BillionUAH:
		return "у мільярдах гривень"
	}
	return "без одиниці"
}

// sourceEN and sourceUK name the place of a printed unit, as a subject.
func sourceEN(s string) string {
	switch record.MentionSource(s) {
	case "total_label":
		return "the total's label"
	case record.Beside:
		return "the unit beside the number"
	case record.UnitCell:
		return "the row's unit column"
	case record.RowLabel:
		return "the row's label"
	case record.Heading:
		return "the header"
	case record.LineAbove:
		return "the line above the table"
	case record.Caption:
		return "the caption"
	case record.Title:
		return "the title"
	case record.Prose:
		return "the text"
	case record.Neighbour:
		return "the header of the columns beside"
	}
	return "the source"
}

func sourceUK(s string) string {
	switch record.MentionSource(s) {
	case "total_label":
		return "назва підсумкового рядка"
	case record.Beside:
		return "одиниця біля числа"
	case record.UnitCell:
		return "графа «Одиниця виміру»"
	case record.RowLabel:
		return "назва рядка"
	case record.Heading:
		return "заголовок графи"
	case record.LineAbove:
		return "рядок над таблицею"
	case record.Caption:
		return "підпис таблиці"
	case record.Title:
		return "назва документа"
	case record.Prose:
		return "текст"
	case record.Neighbour:
		return "заголовок сусідніх граф"
	}
	return "джерело"
}

func roleEN(r string) string {
	switch record.Role(r) {
	case record.Planned, record.Annual, record.Approved:
		return "plan"
	case record.Actual:
		return "actual"
	}
	return "amount"
}

func roleUK(r string) string {
	switch record.Role(r) {
	case record.Planned, record.Annual, record.Approved:
		return "план"
	case record.Actual:
		return "факт"
	}
	return "сума"
}

func relationEN(k string) string {
	switch k {
	case "rows", "declared":
		return "the rows"
	case "years":
		return "the years"
	case "funds":
		return "the funds"
	case "sources":
		return "the sources"
	case "deviation":
		return "plan and actual"
	case "annual":
		return "the yearly figures"
	}
	return "the parts"
}

func relationUK(k string) string {
	switch k {
	case "rows", "declared":
		return "рядки"
	case "years":
		return "роки"
	case "funds":
		return "фонди"
	case "sources":
		return "джерела"
	case "deviation":
		return "план і факт"
	case "annual":
		return "річні обсяги"
	}
	return "складові"
}
