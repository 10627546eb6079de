package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// volumeOf reports whether a text names the volume of a programme's financing
// and no more: that is its plan.
func volumeOf(s string) bool {
	f := wording.Fold(outsideQuotes(s))
	return wording.HasStems(f, "обсяг", "фінансув", "програм") || wording.HasStems(f, "загальн", "обсяг", "фінансув") ||
		wording.HasStems(f, "обсяг", "фінансув", "на") && yearOf(s) != 0
}

// bareActual reports whether a text says that money was spent and nothing of
// what: "Фактично використано".
func bareActual(lead string) bool {
	words := wording.Words(wording.Fold(lead))
	if len(words) > 3 || roleOf(lead) != record.Actual || partWords(lead) {
		return false
	}
	for _, w := range words {
		if roleOf(w) != record.Actual {
			return false
		}
	}
	return true
}

// plainVolume reports whether the words name a volume of financing and nothing
// that narrows it: "прогнозні обсяги фінансування становлять".
func plainVolume(words []string) bool {
	neutral := []string{
		"програм", "заходів", "завдань", "міськ", "селищн", "сільськ", "районн", "обласн", "цільов", "комплексн",
		"станов", "склад", "склал", "визначен", "передбач", "заплан", "затвердж", "прогноз", "фактич", "планов", "орієнтовн", "дорівн",
		"та", "і", "й", "за", "у", "в", "на", "період", "рік", "рок", "дії", "сумі", "обсязі", "розмірі", "весь", "коштів", "всього", "усього",
	}
	volume, financing := false, false
	for _, w := range words {
		switch {
		case strings.HasPrefix(w, "обсяг"):
			volume = true
		case volume && strings.HasPrefix(w, "фінансув"):
			financing = true
		case financing && !isDigits(strings.ReplaceAll(w, "-", "")):
			if !hasPrefixOf(w, neutral) {
				return false
			}
		}
	}
	return financing
}

func hasPrefixOf(w string, stems []string) bool {
	for _, stem := range stems {
		if w == stem || len(stem) > 4 && strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}
