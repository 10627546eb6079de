package recognise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zvit/extract/wording"
)

// programmeHeading returns the programme that a heading names: a line that, after
// its number, is only the programme, or that it was carried out ("2. Програма
// розвитку садів на 2021-2023 роки", "ІІ. Про виконання Програми «Сад»"). "" for
// any other line; a sentence about a programme is no heading.
func programmeHeading(line *phrase) string {
	const longest = 40 // words
	if !strings.Contains(line.Folded, "програм") {
		return ""
	}
	words := line.Words()
	i := 0
	for i < len(words) && (i < 3 && numbersHead(words[i]) || leadsToProgramme(words[i]) || programmeAdjective(words[i])) {
		i++
	}
	if i+1 >= len(words) || len(words) > longest || words[i] != "програма" && words[i] != "програми" && words[i] != "програму" {
		return ""
	}
	if strings.HasSuffix(line.Folded, ":") || strings.HasSuffix(line.Folded, ";") || wording.EndsSentence(withoutYearsEnd(line.Text)) {
		return ""
	}
	at := programmeWord(line.Text)
	if at < 0 {
		return ""
	}
	if firstQuote(line.Text[at:]) < 0 && !beginsName(words[i+1]) {
		return ""
	}
	return programmeName(line.Text)
}

// headedBySection reports whether the report's title is no more than the heading
// of a programme, without the year reported: one section of a report on several.
func (c *Context) headedBySection() bool {
	if len(c.Title) == 0 || programmeHeading(c.Title[0].phrase) == "" {
		return false
	}
	_, says := findReported(outsideQuotes(c.Title[0].Text))
	return !says
}

// leadsToProgramme reports whether a folded word may stand in a heading before the
// word for a programme.
func leadsToProgramme(w string) bool {
	switch w {
	case "про", "хід", "стан", "виконання", "реалізація", "реалізацію", "реалізації", "фінансування", "результати", "заходів", "заходи":
		return true
	}
	return false
}

// beginsName reports whether a folded word can be the first of a programme's name
// without quotes: what the programme is for stands in the genitive ("розвитку",
// "підтримки", "соціального захисту") or after a preposition. The verbs and
// participles that go on with a sentence end otherwise.
func beginsName(w string) bool {
	switch w {
	case "з", "із", "по", "щодо", "для", "на":
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(w)
	return utf8.RuneCountInString(w) > 4 && !strings.HasSuffix(w, "ся") && (strings.ContainsRune("уюяиіїх", last) || strings.HasSuffix(w, "го"))
}

// headNumber is the number that a heading begins with: "2.", "ІІ.", "Розділ 2.".
var headNumber = wording.Expr(`(?i)^\s*(?:розділ\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVXІХ]{1,5}[.)])\s+`)

// numbersHead reports whether a folded word may be of the number of a heading.
func numbersHead(w string) bool {
	return w == "розділ" || isDigits(w) || len(w) < 10 && strings.Trim(w, "іivxх.") == ""
}

// withoutYearsEnd takes the full stop off a heading that ends with its years.
func withoutYearsEnd(s string) string {
	for _, end := range []string{"роки.", "рік.", "року."} {
		if strings.HasSuffix(s, end) {
			return strings.TrimSuffix(s, ".")
		}
	}
	return s
}

// namedHeadings are the programmes that a report's title and headings named.
type namedHeadings []string

// has reports whether a name is one of them, or the beginning of one, or longer
// than one: a heading may cut a name short, or go on after it.
func (n namedHeadings) has(name string) bool {
	key := programmeCore(name)
	return slices.ContainsFunc(n, func(s string) bool { return strings.HasPrefix(s, key) || strings.HasPrefix(key, s) })
}

func (n *namedHeadings) add(name string) {
	if key := programmeCore(name); key != "" {
		*n = append(*n, key)
	}
}

// programmeCore is the key of a programme of whatever authority.
func programmeCore(name string) string { return strings.TrimSuffix(wording.Key(name, ""), "|") }
