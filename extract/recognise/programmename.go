package recognise

import (
	"strings"
	"unicode/utf8"

	"zvit/extract/wording"
)

// programmeName returns the programme's name: what the title has in quotes after
// the word "програма", else in its first quotes, else the word itself in the
// nominative with the words after it, up to the years, a full stop or the name of
// a council at their end. Years that stand inside the quotes do not belong to the
// name.
func programmeName(title string) string {
	at := programmeWord(title)
	for _, text := range []string{title[max(at, 0):], title} {
		if name, _ := quoted(text); strings.ContainsFunc(name, isLetter) { // «17» is a date's
			return withoutYears(name)
		}
	}
	if at < 0 {
		return ""
	}
	_, end := findProgrammeWord(title, at)
	word := strings.TrimRight(title[at:end], " \t\n\u00a0\u202f«“\"„,:")
	rest := oneLine(title[at+len(word):])
	if strings.HasPrefix(rest, ",") {
		return "" // the clause ends with the word: "внести зміни до Програми, та викласти ..."
	}
	if t, ok := findReported(rest); ok {
		rest = rest[:t.at]
	}
	rest = cutWords(rest, "затверджен") // and what decision did
	if i := yearTail.FindStringIndex(rest); i != nil {
		rest = rest[:i[0]]
	}
	rest = withoutCouncil(strings.Trim(rest, " ,.;:–-()"))
	if utf8.RuneCountInString(rest) < 4 {
		return ""
	}
	return programmeKind(title[:at], rest) + " " + rest
}

// programmeKind returns "Програма" with the adjectives that stand before it in a
// title ("про виконання міської цільової"), in the nominative; in capitals where
// its name is.
func programmeKind(before, name string) string {
	words := strings.Fields(before)
	from := len(words)
	for from > 0 {
		low := strings.ToLower(words[from-1])
		if !programmeAdjective(low) || !strings.HasSuffix(low, "ої") && !strings.HasSuffix(low, "а") {
			break
		}
		from--
	}
	kind := ""
	for _, w := range words[from:] {
		w = strings.ToLower(w)
		if stem, ok := strings.CutSuffix(w, "ої"); ok {
			w = stem + "а"
		}
		kind += w + " "
	}
	kind += "програма"
	if name == strings.ToUpper(name) {
		return strings.ToUpper(kind)
	}
	_, size := utf8.DecodeRuneInString(kind)
	return strings.ToUpper(kind[:size]) + kind[size:]
}

// programmeAdjective reports whether a word in small letters says whose a
// programme is or of what kind, and is no part of its name.
func programmeAdjective(w string) bool {
	for _, stem := range []string{"міськ", "обласн", "районн", "сільськ", "селищн", "цільов", "комплексн", "регіональн", "місцев", "соціальн", "галузев"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// withoutCouncil takes the name of a council off a programme's end: "розвитку
// культури Вигаданської міської ради".
func withoutCouncil(name string) string {
	all := councilGenitive.FindAllStringIndex(name, -1)
	if len(all) == 0 {
		return name
	}
	last := all[len(all)-1]
	left := strings.TrimRight(name[:last[0]], " ,")
	if last[1] != len(name) || !strings.Contains(left, " ") || endsOpen(left) {
		return name
	}
	return left
}

// endsOpen reports whether a name cannot end so: with a preposition.
func endsOpen(name string) bool {
	for _, lead := range []string{" у", " в", " на", " для", " до", " з", " із", " від", " по", " території", " межах"} {
		if strings.HasSuffix(name, lead) {
			return true
		}
	}
	return false
}

// placeAtEnd is where a programme is carried out, as its name may end: a council or
// a community in the genitive, or in the locative with its preposition.
var placeAtEnd = wording.Expr(`(?:,?\s+(?:[уУвВ]|по|на\s+території|в\s+межах))?\s+(?:` + councilName + `|` + communityName + `)$`)

// withoutPlace takes the council or community off a programme's end, as long as
// two words are left: the reports on one programme name it or not, and its key has
// it as the authority. What a programme is for ("для Вигаданської міської ради")
// belongs to it.
func withoutPlace(name string) string {
	at := placeAtEnd.FindStringIndex(name)
	if at == nil {
		return name
	}
	left := strings.TrimRight(name[:at[0]], " ,")
	if !strings.Contains(left, " ") || endsOpen(left) {
		return name
	}
	return left
}

// Years at a name's end: "на 2018", "2018-2020", "2018 рік", and not the year of
// a name like "Місто-2030".
const (
	yearsMore = `(?:\s*(?:[-–—,]|по|до|та|і)\s*(?:19|20)\d\d)`
	yearsWord = `(?:\s*(?:-?[а-яі]{1,2}\s+)?р(?:оки|оків|оку|ік|р?\.?))`
)

var (
	yearTail = wording.Expr(`(?i)[\s,(]+(?:на|за|у|в)?\s*(?:період\s+)?(?:з\s+)?(?:19|20)\d\d\b.*$`)
	yearsOff = wording.Expr(`(?i)[\s,(]+(?:` +
		`(?:на|за)\s+(?:період\s+)?(?:з\s+)?(?:19|20)\d\d` + yearsMore + `?` + yearsWord + `?|` +
		`(?:19|20)\d\d` + yearsMore + yearsWord + `?|` +
		`(?:19|20)\d\d` + yearsWord + `)[\s).]*$`)
)

// withoutYears takes the years, and what leads to them, off a name's end.
func withoutYears(name string) string {
	cut := yearsOff.ReplaceAllString(name, "")
	cut = strings.Trim(cut, " ,;–-")
	if cut == "" {
		return name
	}
	return cut
}
