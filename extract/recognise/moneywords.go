package recognise

import (
	"strings"

	"zvit/extract/wording"
)

// countsThings reports whether a heading counts something other than money:
// "Кількість, осіб", "Протяжність, км", "Площа (га)". A heading of money that
// names people ("Видатки на 1 особу, грн") has its unit and is not asked.
func countsThings(path []string) bool {
	for _, text := range path {
		words := wording.Words(wording.Fold(text))
		for i, w := range words {
			for _, stem := range []string{"кількіст", "протяжніст", "площ", "довжин", "чисельніст", "штук", "осіб", "чоловік", "бал", "ставк", "номер", "площа", "вага", "обсяг"} {
				if strings.HasPrefix(w, stem) && (stem != "обсяг" || i+1 < len(words) && physical(words[i+1:])) {
					return stem != "бал" || w == "бал" || strings.HasPrefix(w, "бали") || w == "балів"
				}
			}
		}
		if n := len(words); n > 1 {
			switch words[n-1] {
			case "км", "га", "од", "шт", "м", "кв", "чол", "куб", "тонн", "т", "кг", "гкал", "м2", "м3", "одиниць", "років":
				return true
			}
		}
	}
	return false
}

// physical: "обсяг робіт", "обсяг води" is no money, "обсяг фінансування" is.
func physical(words []string) bool {
	for _, w := range words {
		for _, stem := range []string{"робіт", "вод", "спожив", "виробн", "вивез"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
		for _, stem := range []string{"фінанс", "кошт", "видатк", "витрат", "асигнув", "бюджет", "надход"} {
			if strings.HasPrefix(w, stem) {
				return false
			}
		}
	}
	return false
}

// received reports whether a heading without a word of plan or fact speaks of
// what was had or spent: "Отримано / сума", "Придбано".
func received(path []string) bool {
	for _, text := range path {
		for _, w := range wording.Words(wording.Fold(text)) {
			for _, stem := range []string{"отриман", "одержан", "придбан", "надан", "залучен"} {
				if strings.HasPrefix(w, stem) && (strings.HasSuffix(w, "но") || strings.HasSuffix(w, "их")) {
					return true
				}
			}
			if strings.HasPrefix(w, "план") || strings.HasPrefix(w, "потреб") || strings.HasPrefix(w, "обсяг") {
				return false
			}
		}
	}
	return false
}
