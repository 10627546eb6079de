package wording

import (
	"slices"
	"strings"
)

// SaysNoMoney reports whether a cell of money says in words, without a digit, that
// there is none: nothing was planned, given or needed ("не передбачено", "кошти не
// виділялися", "без фінансування"). "В межах кошторису" is money whose sum is not
// said, and other words in such a cell have slid into it.
func SaysNoMoney(s string) bool {
	const longest = 8 // words
	if len(s) > 200 || hasDigit(s) {
		return false
	}
	words := Words(Fold(s))
	if len(words) == 0 || len(words) > longest {
		return false
	}
	says := func(words []string, stems ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return hasAnyPrefix(w, stems...) })
	}
	rest := words[1:]
	switch w := words[0]; {
	case w == "не", says(words, "кошт", "фінансув", "видатк") && slices.Contains(words, "не"):
		return says(words, "передбач", "потреб", "потріб", "фінанс", "виділ", "визнач", "використ", "план", "надход", "надійш", "залуч", "провод", "здійсн")
	case w == "без":
		return says(rest, "фінанс", "кошт", "витрат", "залуч", "оплат")
	case strings.HasPrefix(w, "відсутн"), strings.HasPrefix(w, "безкоштовн"), strings.HasPrefix(w, "нефінанс"):
		return len(words) < 4
	}
	return false
}
