package rejoin

import (
	"strings"
	"unicode/utf8"

	"zvit/extract/wording"
)

// ending is how a text ends.
type ending uint8

const (
	marked    ending = iota // a sentence's end
	bare                    // a word
	modifying               // an adjective, which a noun follows more often than not
	dangling                // a word or mark that something must follow
	endings
)

// beginning is how a text begins.
type beginning uint8

const (
	fresh  beginning = iota // as a sentence does
	inside                  // within a sentence
	apart                   // with a number that is no list's, a bracket or a quote
	beginnings
)

func startOf(s string) beginning {
	switch {
	case wording.StartsInside(s):
		return inside
	case startsWithDigit(trimSpace(s)) && itemNumber(s) == 0, startsApart(trimSpace(s)):
		return apart
	}
	return fresh
}

// startsApart reports whether s begins with a bracket or a quote: a remark or a
// name, which begins fewer texts than it stands in.
func startsApart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("(«„“\"", r)
}

func endingOf(s string) ending {
	s = trimSpace(s)
	switch {
	case s == "":
		return marked
	case wording.EndsSentence(s) && !openBracket(s):
		return marked
	case dangles(s):
		return dangling
	case modifies(s):
		return modifying
	}
	return bare
}

// dangles reports whether something must follow s: it ends with a comma, a
// hyphen, an open bracket, or with a preposition or conjunction.
func dangles(s string) bool {
	s = trimSpace(s)
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case ',', ';', ':', '-', '–', '—', '(', '«', '„', '\u00ad', '‐', '№', '/':
		return true
	}
	if openBracket(s) {
		return true
	}
	const longest = 16 // bytes of a connective
	from := lettersBack(s, len(s)-longest-1)
	if len(s)-from > longest {
		return false
	}
	i := strings.LastIndexFunc(s[:from], func(r rune) bool { return !isLetter(r) })
	if i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	} else {
		i = 0
	}
	last := s[i:]
	return len(last) <= longest && i > 0 && connectives[strings.ToLower(last)]
}

// openBracket reports whether a bracket or quote at the end of s is not closed.
// One that was left open further back is a slip of the pen.
func openBracket(s string) bool {
	s = tailOf(s)
	if !strings.Contains(s, "(") && !strings.Contains(s, "«") {
		return false
	}
	open := 0
	for _, r := range s {
		switch r {
		case '(', '«':
			open++
		case ')', '»':
			open = max(open-1, 0)
		}
	}
	return open > 0
}

// connectives are words that no Ukrainian text ends with.
var connectives = wordSet(`в у на з із зі зо та і й а до від од за по про для при під над між через без біля щодо
		або чи що щоб як який яка яке які якого якої яких яким якою якому якій якими коли де якщо тому але проте однак також
		шляхом зокрема згідно відповідно протягом впродовж упродовж крім окрім серед після перед поза понад заради задля
		не ні ж же би б є був була було були буде будуть бути його її їх цей ця це ці цього цієї цих
		м вул ім тис млн млрд`)

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// modifies reports whether s ends with the form of an adjective or a participle,
// long forms that few nouns share ("вуличного", "територіальної"): in Ukrainian
// they stand before their noun, the few that are nouns themselves ("хворих",
// "загиблих") aside.
func modifies(s string) bool {
	w := lastWord(s)
	if len(w) < 2*shortestModifier || w == s {
		return false
	}
	if strings.HasSuffix(w, "ого") {
		return true
	}
	const vowels = 2 * 2 // bytes of the two letters of an ending
	switch stem, end := w[:len(w)-vowels], w[len(w)-vowels:]; end {
	case "их", "ий", "ої":
		r, _ := utf8.DecodeLastRuneInString(stem)
		return strings.ContainsRune("нквчшжщлтд", r)
	case "му":
		return strings.HasSuffix(stem, "но") || strings.HasSuffix(stem, "ко") || strings.HasSuffix(stem, "во")
	}
	return strings.HasSuffix(w, "ними") || strings.HasSuffix(w, "кими") || strings.HasSuffix(w, "вими")
}

// shortestModifier is how many letters an adjective has at least that is known
// by its ending.
const shortestModifier = 5

// names reports whether s ends with a word that a name of a place follows more
// often than not ("вулиці", "селища").
func names(s string) bool { return placeWords[strings.ToLower(lastWord(s))] }

var placeWords = wordSet(`вулиця вулиці вулицю вулицею вулиць вулицях провулок провулку провулка провулки проспект проспекту площа площі
	бульвар бульвару мікрорайон мікрорайону мікрорайоні місто міста місті містом село села селі селу селах селище селища селищі
	хутір хутора хуторі район району районі урочище урочища урочищі річка річки річці річку озеро озера озері смт`)
