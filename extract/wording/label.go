package wording

import (
	"strings"
	"unicode/utf8"
)

// IsTotal reports whether a row's label says that the row is a total ("Всього",
// "Усього:", "РАЗОМ видаткiв", "Підсумок"). The word stands first ("Всього на
// виконання заходів") or closes a short label ("Видатки, усього"); "Разом з
// громадою" is a measure's text, and so is a sentence that has the word within.
func IsTotal(label string) bool {
	if len(label) > 400 {
		return false
	}
	const few = 5 // words of a label that the word may close
	var buf [few + 1]string
	words := buf[:0]
	folded := Fold(label)
	for start, end := nextWord(folded, 0); end > 0 && len(words) < cap(words); start, end = nextWord(folded, end) {
		if w := folded[start:end]; len(words) > 0 || !isNumberWord(w) {
			words = append(words, w)
		}
	}
	if len(words) == 0 || isPart(words) {
		return false
	}
	if len(words) > 1 && utf8.RuneCountInString(words[1]) <= 3 && isTotalWord(words[0]+words[1]) {
		return true // cut by the edge of a narrow cell: "УСЬОГ О"
	}
	if isTotalWord(words[0]) || nearTotalWord(words[0], len(words) == 1) && (len(words) <= few || hasAnyPrefix(words[1], "за", "по", "на", "видат", "доход", "витрат")) {
		next := ""
		if len(words) > 1 {
			next = words[1]
		}
		return words[0] == "усього" || words[0] == "всього" || next != "з" && next != "із" && next != "зі"
	}
	switch {
	case strings.HasPrefix(words[0], "підсум"), words[0] == "загалом", words[0] == "итого", words[0] == "всего", words[0] == "total":
		return true
	case len(words) > 1 && words[0] == "в" && words[1] == "сього":
		return true
	case len(words) > 1 && words[0] == "загальна" && words[1] == "сума":
		return true
	case len(words) > 1 && words[0] == "повна" && words[1] == "собівартість":
		return true
	}
	return len(words) <= few && isTotalWord(words[len(words)-1])
}

// nearTotalWord reports whether a word is one letter away from that of a total, as
// scanning leaves it, and no other word of the language; those name no row alone.
func nearTotalWord(w string, alone bool) bool {
	const shortest, longest = 2 * 4, 2 * 7
	if len(w) < shortest || len(w) > longest {
		return false
	}
	switch w {
	case "газом", "казом", "лазом", "мазом", "пазом", "тазом", "разок", "разком", "разам", "раком", "радом", "рабом", "ралом", "усного", "того":
		if !alone || w == "того" {
			return false
		}
	}
	return alone && oneLetterOff(w, "итого") || oneLetterOff(w, "разом") || oneLetterOff(w, "усього") || oneLetterOff(w, "всього")
}

// isTotalWord allows for the letters that scanning confuses or drops.
func isTotalWord(w string) bool {
	switch w {
	case "всього", "усього", "разом", "всъого", "усъого", "всього-", "вього", "всьго", "всьо", "всбого", "bcього", "pазом":
		return true
	}
	return false
}

func isNumberWord(w string) bool {
	for i := range len(w) {
		if !isDigit(w[i]) {
			return false
		}
	}
	return true
}

// IsPart reports whether a label opens parts of the row above ("у тому числі",
// "в т.ч.", "з них").
func IsPart(label string) bool {
	if !strings.ContainsRune("зву3і", FirstLetter(label)) {
		return false
	}
	const enough = 200 // bytes that have the first words
	if len(label) > enough {
		if i := strings.LastIndexByte(label[:enough], ' '); i > 0 {
			label = label[:i]
		}
	}
	return isPart(Words(Fold(label)))
}

// misreadPart reports whether one of the words after "у" is a letter away from those
// of "у тому числі", and the other is it.
func misreadPart(words []string) bool {
	if len(words) < 3 {
		return false
	}
	return words[1] == "тому" && oneLetterOff(words[2], "числі") || words[2] == "числі" && oneLetterOff(words[1], "тому")
}

func isPart(words []string) bool {
	at := func(i int, options ...string) bool {
		if i >= len(words) {
			return false
		}
		for _, o := range options {
			if words[i] == o {
				return true
			}
		}
		return false
	}
	switch {
	case at(0, "зокрема", "втч", "утч"):
		return true
	case at(0, "у", "в"):
		return at(1, "тому", "томy") && len(words) > 2 && (strings.HasPrefix(words[2], "числ") || strings.HasPrefix(words[2], "рахун")) ||
			at(1, "т") && at(2, "ч", "числі") || at(1, "тч") || misreadPart(words)
	case at(0, "з", "із", "3"):
		return at(1, "них", "яких", "нього", "неї")
	}
	return false
}
