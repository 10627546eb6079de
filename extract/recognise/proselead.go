package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// volumeOf reports whether a text names the volume of a programme's financing
// and no more: that is its plan, as is a volume "відповідно до паспорта програми".
func volumeOf(s string) bool {
	f := wording.Fold(outsideQuotes(s))
	return wording.HasStems(f, "обсяг", "фінансув", "програм") || wording.HasStems(f, "загальн", "обсяг", "фінансув") ||
		(wording.HasStems(f, "відповідно", "програм", "обсяг", "фінансув") || wording.HasStems(f, "згідно", "програм", "обсяг", "фінансув")) ||
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

// spentInAll reports whether a sentence says that money was spent in the period and
// nothing of what, neither before the amount nor behind it: "Касові видатки за
// звітний період склали 3,2 тис. грн." Below the line of a declared plan it is of
// the whole.
func spentInAll(lead, behind string) bool {
	const few = 8 // words
	words := wording.Words(wording.Fold(lead))
	if len(words) > few || roleOf(lead) != record.Actual || partWords(lead) {
		return false
	}
	neutral := []string{
		"видатк", "кошти", "коштів", "обсяг", "обсяги", "фінансув", "за", "у", "в", "на", "звітн", "період", "рік", "році", "роки", "роках",
		"склал", "станов", "склад", "всього", "усього", "загалом", "сумі", "суму", "сума", "було",
	}
	for _, w := range words {
		if roleOf(w) != record.Actual && !isDigits(strings.ReplaceAll(w, "-", "")) && !hasPrefixOf(w, neutral) {
			return false
		}
	}
	return len(wording.Words(behind)) == 0 || opensParts(wording.Fold(behind)) || bareShare.MatchString(behind)
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

// proseAmount is an amount of a sentence with the text around it; what it is
// compared with is left out of lead and behind, but not of printed and rest.
type proseAmount struct {
	first         bool // of its sentence
	lead, printed string
	before        string // from the sentence's beginning
	behind        string // to where the next amount's clause may begin
	rest          string // to the next amount
	after         bool   // see Context.sentence
	more          bool   // amounts follow
	below         bool   // see listed
	item          record.Role
}

// proseRole is what a sentence has said of its amounts as far as it is read.
type proseRole struct {
	own   record.Role // that the words before the last amount give it
	now   record.Role // of the last amount
	role  record.Role // that holds on
	whole bool        // it is the money of the programme as a whole
	total bool        // and so is the last amount

	passing  bool // now was said in passing
	brackets bracketed
	turns    turns
}

// read reads what is said of the next amount.
func (p *proseRole) read(a proseAmount) {
	p.role = p.brackets.pass(a.lead, p.role)
	p.own = roleOf(a.lead)
	if p.now = difference(a.printed, a.rest); p.now != "" {
		p.own, p.passing, p.total = "", false, false
		return
	}
	if p.own == "" && p.passing && joined(a.lead) {
		p.now, p.total = record.Planned, false // "при плані на рік … та на півріччя …"
		return
	}
	if p.own == "" && planInBrackets(a.printed) {
		p.own = record.Planned
	}
	p.passing = !a.first && p.own == record.Planned && (inPassing(a.lead) || planInBrackets(a.printed))
	p.own = p.turns.take(p.own, a)
	if p.own == "" && a.first && roleOf(a.behind) == "" && volumeOf(a.lead) {
		p.own = record.Planned
	}
	switch {
	case p.own != "":
		p.now = p.own
		if !p.passing {
			p.role = p.own
		}
		p.whole = (wholeProgramme(a.before) || a.after && bareActual(a.before) || a.below && a.first && spentInAll(a.lead, a.rest) || p.whole && bareActual(a.lead)) &&
			(a.first || p.whole || wholeProgramme(a.lead)) && !partWords(a.lead)
	case a.first:
		p.role = roleOf(a.behind)
		p.whole = p.role != "" && wholeProgramme(a.before+" "+a.behind) && !partWords(a.lead)
		if p.role == "" {
			p.role = or(approvedReport(wording.Fold(a.lead)), a.item)
		}
	case partWords(a.lead) && yearOf(a.lead) == 0:
		p.whole = false
	}
	if p.own == "" {
		p.now = p.role
	}
	p.total = p.whole
}
