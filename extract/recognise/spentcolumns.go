package recognise

import (
	"slices"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// Stems of words for money on its way to what it is spent on, and for money spent.
var (
	givenStems = []string{"профінансов", "фінансуван", "виділен", "надійшл", "надходжен", "перерахов", "отриман", "одержан", "надан", "спрямован"}
	paidStems  = []string{"касов", "витрачен", "витрат", "видатк", "використан", "освоєн", "сплачен", "оплачен", "оплат"}
)

// oneActual leaves one of the actual columns of one scope, where words tell which,
// and makes Other of the rest: what was given or done where others are what was
// spent or paid of it; what was spent otherwise where cash is told apart ("Касові
// видатки", "Фактичні видатки"); and of what was spent since the beginning and in
// the year, that which the plan beside it is not of.
func oneActual(actual, planned []*Column) {
	says := func(stems ...string) func(*Column) bool {
		return func(c *Column) bool { return c.Heading.Role == record.Actual && saysStem(c.HeaderPath(), stems) }
	}
	not := func(is func(*Column) bool) func(*Column) bool {
		return func(c *Column) bool { return c.Heading.Role == record.Actual && !is(c) }
	}
	leave := func(is, others func(*Column) bool) {
		if !slices.ContainsFunc(actual, is) {
			return
		}
		for _, c := range actual {
			if others(c) && !is(c) {
				c.Heading.Role = record.Other
			}
		}
	}
	since := func(c *Column) bool { return c.Heading.Role == record.Actual && saysSinceBeginning(c.HeaderPath()) }
	yearly := len(planned) > 0 && !slices.ContainsFunc(planned, func(c *Column) bool {
		return !saysStem(c.HeaderPath(), []string{"рік", "рок", "річн", "звітн", "поточн"})
	})
	if slices.ContainsFunc(actual, since) && slices.ContainsFunc(actual, not(since)) {
		if yearly {
			leave(not(since), since)
		} else {
			leave(since, not(since))
		}
	}
	leave(says(paidStems...), says(givenStems...))
	leave(says("сплачен", "оплачен", "оплат"), says("виконан"))
	leave(says("касов"), not(says("касов")))
}

// saysSinceBeginning reports whether a heading is of the money since the beginning
// of the programme or of the works, and not of the year.
func saysSinceBeginning(path string) bool {
	folded := wording.Fold(path)
	for _, lead := range []string{"з початку", "від початку", "із початку"} {
		if i := strings.Index(folded, lead); i >= 0 {
			rest := wording.Words(folded[i+len(lead):])
			return len(rest) > 0 && !strings.HasPrefix(rest[0], "рок") && !strings.HasPrefix(rest[0], "звітн")
		}
	}
	return false
}

// onlyWanted reports whether plans, if there are any, say no more than what was
// wanted: "Потреба", "Проєкт на рік".
func onlyWanted(plans []*Column) bool {
	return !slices.ContainsFunc(plans, func(c *Column) bool {
		path := c.HeaderPath()
		return !saysStem(path, []string{"потреб", "проєкт", "проект", "заявл", "запит"}) || saysStem(path, []string{"програм"})
	})
}

// wantedBesideApproved makes the approved plan the plan where what stands for one
// only says what was wanted ("Потреба", "Проєкт на рік"): that is earlier.
func wantedBesideApproved(g map[record.Role][]*Column) {
	plans, approved := g[record.Planned], g[record.Approved]
	if len(plans) != 1 || len(approved) == 0 || approved[0].Index < plans[0].Index {
		return
	}
	if onlyWanted(plans) {
		plans[0].Heading.Role = record.Approved
		last := approved[len(approved)-1]
		last.Heading.Role = record.Planned
		g[record.Planned], g[record.Approved] = []*Column{last}, append(approved[:len(approved)-1:len(approved)-1], plans[0])
	}
}

// saysSpent reports whether a heading without a word of plan or fact begins with
// what was done with money: spending, its volume, or a form like "Оплачено".
func (c *Column) saysSpent() bool {
	words := wording.Words(wording.Fold(c.Path[len(c.Path)-1]))
	if len(words) > 1 && strings.HasPrefix(words[0], "обсяг") {
		words = words[1:]
	}
	if len(words) == 0 {
		return false
	}
	return strings.HasPrefix(words[0], "видатк") || strings.HasPrefix(words[0], "витрат") || c.paid()
}

// paid reports whether a heading begins with a form like "Оплачено" that is not of
// what was asked for or allowed.
func (c *Column) paid() bool {
	words := wording.Words(wording.Fold(c.Path[len(c.Path)-1]))
	if len(words) == 0 || len(words[0]) <= 10 || hasPrefixOf(words[0], []string{"заявлен", "погоджен", "доведен", "визначен", "виділен", "зареєстр"}) {
		return false
	}
	return strings.HasSuffix(words[0], "ено") || strings.HasSuffix(words[0], "єно") || strings.HasSuffix(words[0], "ано")
}
