package explain

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/record"
)

// given has every argument that a template may ask for.
var given = []record.Arg{
	{Name: "printed", Value: "uah"},
	{Name: "unit", Value: "uah"},
	{Name: "rival", Value: "thousand_uah"},
	{Name: "column", Value: "thousand_uah"},
	{Name: "source", Value: "heading"},
	{Name: "says", Value: "thousand_uah"},
	{Name: "text", Value: "тис.грн"},
	{Name: "agree", Value: "17"},
	{Name: "rows", Value: "18"},
	{Name: "total", Value: "3 409 977,85"},
	{Name: "difference", Value: "-14000"},
	{Name: "percent", Value: "65.6"},
	{Name: "percent_rival", Value: "65600.0"},
	{Name: "other", Value: "470,6"},
	{Name: "role", Value: "planned"},
	{Name: "subject", Value: "measure"},
	{Name: "relation", Value: "rows"},
	{Name: "decimals", Value: "2"},
	{Name: "middle", Value: "19000000"},
	{Name: "reviewer", Value: "Г. Кобза"},
	{Name: "note", Value: "за рішенням"},
	{Name: "row", Value: "15"},
	{Name: "row_kopecks", Value: "16000000"},
	{Name: "words", Value: "тисяча"},
	{Name: "proposed", Value: "100"},
	{Name: "heading", Value: "План"},
}

var allFindings = []record.FindingCode{
	record.TotalMismatch, record.UnitContradict, record.OddRowUnit, record.OutsideTotal, record.DoubleCount, record.PercentOff, record.WordsDisagree,
	record.OverExecution, record.TypoSuspected, record.UnitMissing, record.RepeatedAmount, record.NumberUnreadable,
	record.DateContradicts, record.NumberSlid, record.NumberMissing, record.CellsMoved, record.TailMoved, record.TextMoved, record.RowDropped,
	record.LettersLost, record.CodeInvalid, record.SpanCut, record.NotRecognised,
}

func cyrillic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

func check(t *testing.T, what string, s record.Sentence) {
	t.Helper()
	if s.EN == "" || s.UK == "" || s.EN == s.UK {
		t.Errorf("%s: no sentence in both languages: %+v", what, s)
	}
	if !cyrillic(s.UK) {
		t.Errorf("%s: not Ukrainian: %q", what, s.UK)
	}
	for _, x := range []string{s.EN, s.UK} {
		if strings.Contains(x, "%!") || strings.Contains(x, "_uah") || strings.Contains(x, "{") {
			t.Errorf("%s: %q", what, x)
		}
	}
}

func TestEveryCodeHasBothLanguages(t *testing.T) {
	k := record.Kopecks(16_000_000)
	for i, code := range allFindings {
		if i >= 12 { // findings about the text may have no arguments at all
			check(t, string(code), Finding(code, nil, nil, nil, nil))
			check(t, string(code), Finding(code, []record.Arg{{Name: "row", Value: "4"}, {Name: "column", Value: "8"}, {Name: "place", Value: "line 45"}}, nil, nil, nil))
			continue
		}
		check(t, string(code), Finding(code, given, &k, &k, &k))
	}
	if len(allFindings) != len(findings)+len(textual) {
		t.Errorf("%d templates for %d codes", len(findings)+len(textual), len(allFindings))
	}
	for code := range reasons {
		check(t, code, Reason(code, given))
		for _, by := range []string{"sum_declared", "sum_across", "execution", "share", "part_of_whole", "revision", "sum_years", "same_money", "reviewed_beside", "shape", "same_digits", "sum"} {
			check(t, code+" by "+by, Reason(code, append(given[:len(given):len(given)], record.Arg{Name: "by", Value: by}, record.Arg{Name: "doubtful", Value: "1"}, record.Arg{Name: "alternative", Value: "100"}, record.Arg{Name: "alternative_unit", Value: "thousand_uah"})))
		}
	}
	for kind := range clues {
		check(t, kind, Evidence(kind, given))
	}
}

// TestCodesOfNormalize: every reason and every kind of evidence that settling
// names in its code has its sentence.
func TestCodesOfNormalize(t *testing.T) {
	for _, file := range []string{"../evidence.go"} {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`explain\.Reason\("(\w+)"|s\.code = "(\w+)"|return "(odd_\w+)"`).FindAllStringSubmatch(string(src), -1) {
			code := m[1] + m[2] + m[3]
			if _, ok := reasons[code]; !ok {
				t.Errorf("reason %q has no sentence", code)
			}
		}
		for _, m := range regexp.MustCompile(`note\("(\w+)"|Kind: "(\w+)"|return "(sum_\w+|same_money|neighbour)"`).FindAllStringSubmatch(string(src), -1) {
			kind := m[1] + m[2] + m[3]
			if _, ok := clues[kind]; !ok {
				t.Errorf("evidence %q has no sentence", kind)
			}
		}
	}
}

func TestMoney(t *testing.T) {
	for k, want := range map[record.Kopecks]string{
		340997785: "3 409 977,85", 0: "0,00", 5: "0,05", -14000: "-140,00", 100000000: "1 000 000,00", -9223372036854775808: "-92 233 720 368 547 758,08",
	} {
		if got := Money(k); got != want {
			t.Errorf("Money(%d) = %q, want %q", k, got, want)
		}
	}
}

func TestPlural(t *testing.T) {
	for n, want := range map[int]string{1: "рядок", 2: "рядки", 4: "рядки", 5: "рядків", 11: "рядків", 12: "рядків", 14: "рядків", 21: "рядок", 22: "рядки", 101: "рядок", 111: "рядків", 0: "рядків"} {
		if got := plural(n, "рядок", "рядки", "рядків"); got != want {
			t.Errorf("%d %s, want %s", n, got, want)
		}
	}
}

func TestSentence(t *testing.T) {
	s := Reason("rescaled", []record.Arg{
		{Name: "unit", Value: "uah"},
		{Name: "printed", Value: "thousand_uah"},
		{Name: "source", Value: "heading"},
		{Name: "by", Value: "sum_declared"},
		{Name: "agree", Value: "17"},
		{Name: "rows", Value: "18"},
		{Name: "total", Value: "3 409 977,85"},
		{Name: "difference", Value: "0"},
	})
	if want := "the header says thousands; 17 of 18 rows agree with the declared 3 409 977,85 only as hryvnias"; s.EN != want {
		t.Errorf("got  %s\nwant %s", s.EN, want)
	}
	if want := "заголовок графи вказує тисячі гривень; 17 з 18 рядків узгоджуються із заявленим підсумком 3 409 977,85 лише у гривнях"; s.UK != want {
		t.Errorf("got  %s\nwant %s", s.UK, want)
	}
}

// TestTextFindings: the sentence counts rows by the table's own numbers and says
// the place in words.
func TestTextFindings(t *testing.T) {
	at := document.Place{Line: 45, Table: 2, Row: 1, Cell: 9}
	r := &record.Report{
		Measures: []record.Measure{{ID: "m", Number: "4"}},
		Findings: []record.Finding{
			{Code: record.TailMoved, SubjectID: "m", Place: at, Args: []record.Arg{{Name: "row", Value: "6"}, {Name: "column", Value: "8"}, {Name: "from", Value: "t2r1c9"}}},
			{Code: record.NumberSlid, Place: at, Args: []record.Arg{{Name: "detail", Value: "2."}, {Name: "row", Value: "6"}}},
			{Code: record.DateContradicts, Place: document.Place{Line: 7}, Args: []record.Arg{{Name: "number", Value: "31"}, {Name: "expected", Value: "2021-03-04"}, {Name: "found", Value: "2022-03-04"}}},
		},
	}
	Report(r)
	for i, want := range []record.Sentence{
		{EN: "row 4, column 8: the end of its text stood in the next row (line 45, cell 9)", UK: "рядок 4, графа 8: кінець тексту стояв у наступному рядку (рядок файлу 45, клітинка 9)"},
		{EN: "the number “2.” stood at another row than its own (line 45, cell 9)", UK: "номер «2.» стояв не біля свого рядка (рядок файлу 45, клітинка 9)"},
		{EN: "decision No. 31 is dated 04.03.2022 here and 04.03.2021 elsewhere (line 7)", UK: "рішення № 31 тут датовано 04.03.2022, а в інших місцях 04.03.2021 (рядок файлу 7)"},
	} {
		if got := r.Findings[i].Message; got != want {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
}
