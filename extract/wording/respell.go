package wording

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// The words that decide what a heading means, as far as one wrong letter in them
// changes that. Of stems, endings are free; short words stand with theirs.
var (
	headingStems = []string{
		"фактичн", "виконан", "профінансов", "касов", "використан", "освоєн", "витрачен", "видатк", "витрат", "надходжен", "залиш",
		"заплан", "затвердж", "орієнтов", "передбач", "уточнен", "призначен", "асигнуван", "кошторис", "розпис", "необхідн", "очікув", "відхилен", "різниц", "економі", "фінансув",
		"сплачен", "спрямован", "надійшл", "виділен", "перерахов", "проведен",
		"загальн", "спеціальн", "бюджет", "державн", "місцев", "джерел", "субвенц",
		"квартал", "півріч", "період", "обсяг", "вартіст",
		"інформац", "приміт", "причин", "пояснен", "показник", "значенн", "найменув", "завдан", "термін", "виконав", "відповідальн",
	}
	headingWords = []string{
		"план", "плану", "плани", "факт", "факту", "фонд", "фонду", "фонди", "разом", "усього", "всього", "кошти", "коштів", "змін", "змінами",
		"захід", "заходи", "заходу", "заходів", "назва", "результат", "місяців", "місяці",
		"загальний", "загального", "спеціальний", "спеціального", "касові", "касових", "виконано", "бюджет", "бюджету", "обласний", "обласного", "державний", "місцевий", "міський", "міського", "сільський", "районний",
		"залишок", "залишки", "потреба", "виділено", "розвитку", "відхилення",
	}
	fundWords = []string{"фонд", "фонду", "фондом"}
	yearWords = []string{"рік", "року", "роки", "років"}
	// plainWords are words one letter away from another's, by their beginnings:
	// they are what they say.
	plainWords = []string{
		"масов", "часов", "разов", "расов", "класов", "квасов", "казна", "втрат", "втрачен", "нагальн", "узагальн", "тактичн", "власн", "класн", "присвоєн", "приведен", "поведен",
		"передач", "погреб", "різни", "завдал", "зайнят", "північ", "обладн", "фінанс", "податк", "печатк", "почат", "місц", "місяц", "назв", "інш", "видал", "затиш", "привіт", "примір",
		"розвит", "обласн", "міськ", "сільськ", "районн", "вартост", "викону", "витрачан", "спрямув", "уплач", "держав", "заплав", "завод", "усн", "кошт", "розпит", "зміна", "зміну", "зміни", "зміню", "змінн",
	}
	plainShort = []string{
		"акт", "акта", "акту", "акти", "такт", "факс", "плата", "плати", "плац", "плин", "плюс", "мін", "шахід", "пошти", "кости", "котів",
		"фон", "фону", "фото", "газом", "фазом", "разів", "раз", "разу", "рази", "вхід", "схід", "заїзд", "завід",
	}
)

// stemsBy are the stems and words above by their first letter's place in a
// letterSet.
var stemsBy = func() (by [64][]string) {
	for _, list := range [...][]string{headingStems, headingWords, planStems, actualStems, deviationStems, plainWords} {
		for _, s := range list {
			r, _ := runeAt(s, 0)
			by[r&63] = append(by[r&63], s)
		}
	}
	return by
}()

const (
	longestRespelled = 12 // words; a heading is shorter, a measure longer
	longestWord      = 2 * 24
)

// respell spells the folded words of a heading as headings do, where one letter
// of a word is wrong, missing or extra: as OCR and typing leave them. A word that
// stands in the lists above, or is near two of theirs, is left alone; "акт" is one
// of "факт" where a unit of money stands behind it, or another level above (below).
// It returns whether any was changed.
func respell(words []string, below bool) bool {
	if len(words) > longestRespelled {
		return false
	}
	changed := false
	for i, w := range words {
		if i > 0 && isYearDigits(words[i-1]) && len(w) <= 2*5 {
			if form := misspelt(w, yearWords); form != "" {
				words[i], changed = form, true
			}
			continue
		}
		if w == "акт" && i == 0 && (below && len(words) == 1 || len(words) > 1 && onlyUnits(words[1:])) {
			words[i], changed = "факт", true
		}
		if len(w) < 2*3 || len(w) > longestWord || saidInHeadings(w) {
			continue
		}
		form := ""
		if i > 0 && hasAnyPrefix(words[i-1], "загальн", "спеціальн") {
			form = misspelt(w, fundWords)
		}
		if form == "" {
			form = respelled(w)
		}
		if form != "" {
			words[i], changed = form, true
		}
	}
	return changed
}

func onlyUnits(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return !hasAnyPrefix(w, "тис", "млн", "грн", "гривен", "гривн") && !isYearDigits(w) && !slices.Contains(yearWords, w)
	})
}

func isYearDigits(w string) bool {
	return len(w) == 4 && isDigit(w[0]) && isDigit(w[1]) && isDigit(w[2]) && isDigit(w[3])
}

// saidInHeadings reports whether a word is one of the lists as it stands.
func saidInHeadings(w string) bool {
	r, _ := runeAt(w, 0)
	for _, s := range stemsBy[r&63] {
		if strings.HasPrefix(w, s) {
			return true
		}
	}
	return false
}

// spelling is a stem, or a word as it stands, with the set of its letters.
type spelling struct {
	text    string
	letters letterSet
}

func spellings(list []string) []spelling {
	out := make([]spelling, len(list))
	for i, text := range list {
		out[i] = spelling{text, lettersOf(text)}
	}
	return out
}

func lettersOf(word string) (set letterSet) {
	for _, r := range word {
		set.add(r)
	}
	return set
}

// misses reports whether more than one of its letters is nowhere in a word: then
// the word is more than one letter away.
func (s *spelling) misses(word letterSet) bool {
	return bits.OnesCount64(uint64(s.letters&^word)) > 1
}

var spelledStems, spelledWords = spellings(headingStems), spellings(headingWords)

// respelled returns the word that w is one letter away from; "" where there is
// none or there are two.
func respelled(w string) string {
	if slices.Contains(plainShort, w) {
		return ""
	}
	letters, found := lettersOf(w), ""
	for i := range spelledWords {
		if s := &spelledWords[i]; !s.misses(letters) && oneLetterOff(w, s.text) {
			found = s.text
			break
		}
	}
	for i := range spelledStems {
		s := &spelledStems[i]
		if s.misses(letters) {
			continue
		}
		tail, ok := nearTail(w, s.text)
		if !ok {
			continue
		}
		if form := s.text + tail; found == "" {
			found = form
		} else if form != found {
			return ""
		}
	}
	return found
}

// misspelt returns the first of the forms that w is one letter away from.
func misspelt(w string, forms []string) string {
	if slices.Contains(forms, w) {
		return ""
	}
	for _, form := range forms {
		if oneLetterOff(w, form) {
			return form
		}
	}
	return ""
}

// oneLetterOff reports whether two different words are alike but for a letter
// that is wrong, missing or extra, or two that have changed places.
func oneLetterOff(a, b string) bool {
	if d := len(a) - len(b); d > 2 || d < -2 {
		return false
	}
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	for same > 0 && (same < len(a) && !utf8.RuneStart(a[same]) || same < len(b) && !utf8.RuneStart(b[same])) {
		same--
	}
	a, b = a[same:], b[same:]
	_, x := utf8.DecodeRuneInString(a)
	_, y := utf8.DecodeRuneInString(b)
	switch {
	case a[x:] == b[y:], a[x:] == b, a == b[y:]:
		return true
	}
	_, x2 := utf8.DecodeRuneInString(a[x:])
	_, y2 := utf8.DecodeRuneInString(b[y:])
	return a[:x] == b[y:y+y2] && b[:y] == a[x:x+x2] && a[x+x2:] == b[y+y2:]
}
