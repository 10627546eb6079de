package explain

import (
	"fmt"
	"slices"
	"strings"

	"zvit/extract/record"
)

// textual are the findings about the text of a report: what was moved, dropped or
// lost in it. Their row is the number that the row has in its table, where it has
// one; their place is where the source printed what they tell of.
var textual = map[record.FindingCode]template{
	record.TailMoved: inRow(
		"the end of its text stood in the next row",
		"кінець тексту стояв у наступному рядку"),
	record.TextMoved: inRow(
		"its text stood in another column",
		"текст стояв в іншій графі"),
	record.CellsMoved: inRow(
		"what it holds stood in another column",
		"її вміст стояв в іншій графі"),
	record.NumberMissing: {
		en: func(a args) string {
			return located(a, rowEN(a, false)+"it has no number of its own and was given the next one", placeInEN)
		},
		uk: func(a args) string {
			return located(a, rowUK(a, false)+"власного номера немає, надано наступний за порядком", placeInUK)
		},
	},
	record.NumberSlid: {
		en: func(a args) string {
			return located(a, fmt.Sprintf("the number “%s” stood at another row than its own", a.get("detail")), placeInEN)
		},
		uk: func(a args) string {
			return located(a, fmt.Sprintf("номер «%s» стояв не біля свого рядка", a.get("detail")), placeInUK)
		},
	},
	record.RowDropped: {
		en: func(a args) string {
			return located(a, "a row without content of its own was left out", placeInEN)
		},
		uk: func(a args) string {
			return located(a, "рядок без власного змісту пропущено", placeInUK)
		},
	},
	record.DateContradicts: {
		en: func(a args) string {
			return located(a, fmt.Sprintf("decision No. %s is dated %s here and %s elsewhere", a.get("number"), day(a.get("found")), day(a.get("expected"))), placeInEN)
		},
		uk: func(a args) string {
			return located(a, fmt.Sprintf("рішення № %s тут датовано %s, а в інших місцях %s", a.get("number"), day(a.get("found")), day(a.get("expected"))), placeInUK)
		},
	},
	record.CodeInvalid: {
		en: func(a args) string {
			return located(a, fmt.Sprintf("the code %s fails its check", a.get("printed")), placeInEN)
		},
		uk: func(a args) string {
			return located(a, fmt.Sprintf("код %s не проходить перевірки", a.get("printed")), placeInUK)
		},
	},
	record.LettersLost: {
		en: func(a args) string {
			return fmt.Sprintf("letters were lost in %d %s of the text, as in “%s”", a.int("words"), count(a.int("words"), "word", "words"), a.get("example"))
		},
		uk: func(a args) string {
			return fmt.Sprintf("у тексті втрачено літери в %d %s, як-от «%s»", a.int("words"), plural(a.int("words"), "слові", "словах", "словах"), a.get("example"))
		},
	},
	record.SpanCut: {
		en: func(a args) string { return colon("a cell's span was cut at the limit", a.get("detail")) },
		uk: func(a args) string {
			return colon("об'єднання клітинок обмежено", a.get("detail"))
		},
	},
	record.NotRecognised: {
		en: func(a args) string { return colon("the form was not recognised", a.get("detail")) },
		uk: func(a args) string { return colon("форму не розпізнано", a.get("detail")) },
	},
}

// inRow tells what happened to a cell: "row 4, column 8: the end of its text
// stood in the next row (line 45, cell 9)".
func inRow(en, uk string) template {
	return template{
		en: func(a args) string { return located(a, rowEN(a, true)+en, placeInEN) },
		uk: func(a args) string { return located(a, rowUK(a, true)+uk, placeInUK) },
	}
}

func rowEN(a args, column bool) string {
	switch {
	case !a.has("row"):
		return ""
	case column && a.has("column"):
		return fmt.Sprintf("row %s, column %s: ", a.get("row"), a.get("column"))
	}
	return fmt.Sprintf("row %s: ", a.get("row"))
}

func rowUK(a args, column bool) string {
	switch {
	case !a.has("row"):
		return ""
	case column && a.has("column"):
		return fmt.Sprintf("рядок %s, графа %s: ", a.get("row"), a.get("column"))
	}
	return fmt.Sprintf("рядок %s: ", a.get("row"))
}

func colon(s, detail string) string {
	if detail == "" {
		return s
	}
	return s + ": " + detail
}

// located adds the place in the source.
func located(a args, s string, in func(string) string) string {
	if p := a.get("place"); p != "" {
		return s + " (" + in(p) + ")"
	}
	return s
}

// placeInEN is document.Place.String without the box on the page, whose points
// say nothing to a person.
func placeInEN(place string) string { return strings.Join(placeParts(place), ", ") }

func placeParts(place string) []string {
	return slices.DeleteFunc(strings.Split(place, ", "), func(part string) bool { return strings.HasPrefix(part, "box ") })
}

// placeInUK puts the words of document.Place.String into Ukrainian.
func placeInUK(place string) string {
	parts := placeParts(place)
	for i, part := range parts {
		word, rest, ok := strings.Cut(part, " ")
		if uk := placeWords[word]; ok && uk != "" {
			parts[i] = uk + " " + rest
		}
	}
	return strings.Join(parts, ", ")
}

var placeWords = map[string]string{
	"page": "сторінка", "sheet": "аркуш", "line": "рядок файлу", "table": "таблиця", "row": "рядок", "cell": "клітинка", "paragraph": "абзац",
}

// day writes an ISO date as reports do: "18.12.2017".
func day(iso string) string {
	if p := strings.Split(iso, "-"); len(p) == 3 && len(p[0]) == 4 {
		return p[2] + "." + p[1] + "." + p[0]
	}
	return iso
}

// textArgs are a finding's arguments with its place, and with the number that its
// row has in the table in place of the row's count.
func textArgs(f *record.Finding, numbers map[string]string) []record.Arg {
	out := make([]record.Arg, 0, len(f.Args)+1)
	for _, a := range f.Args {
		if n := numbers[f.SubjectID]; a.Name == "row" && n != "" {
			a.Value = n
		}
		out = append(out, a)
	}
	return append(out, record.Arg{Name: "place", Value: f.Place.String()})
}

// rowNumbers are the numbers of the report's rows by the id of their record.
func rowNumbers(r *record.Report) map[string]string {
	out := make(map[string]string, len(r.Measures)+len(r.Indicators))
	for i := range r.Measures {
		out[r.Measures[i].ID] = strings.TrimSuffix(r.Measures[i].Number, ".")
	}
	for i := range r.Indicators {
		out[r.Indicators[i].ID] = strings.TrimSuffix(r.Indicators[i].Number, ".")
	}
	return out
}
