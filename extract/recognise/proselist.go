package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// listed is what the line that announces a list says of the amounts of its items:
// "Видатки спрямовано на:", "Визначити на 2018 рік:".
type listed struct {
	role record.Role
	year int
	// goesOn says that the item before ended as one that another follows.
	goesOn bool
	// below says that the line above declared the plan of the whole, or a part of it.
	below bool
}

// after returns what holds for the line below l. said is the role of the last
// amount of l.
func (p listed) after(l *Line, said record.Role) listed {
	text := strings.TrimRight(l.Text, " \u00a0")
	if strings.HasSuffix(text, ":") {
		role := or(approvedReport(l.Folded), or(said, roleOf(text)))
		switch {
		case role != "" && role != record.Other:
			next := listed{role: role, goesOn: true}
			if approvedReport(l.Folded) == record.Planned {
				next.year = yearOf(text)
			}
			return next
		case partWords(text):
			p.goesOn = true
			return p
		}
		return listed{}
	}
	p.goesOn = strings.HasSuffix(text, ";") || strings.HasSuffix(text, ",")
	return p
}

// holds reports whether a line is an item of the list that was announced.
func (p listed) holds(l *Line) bool {
	if p.role == "" {
		return false
	}
	text := strings.TrimLeft(l.Text, " \u00a0")
	for _, mark := range []string{"-", "–", "—", "•", "·", "*", "▪", "●"} {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return p.goesOn && (strings.HasSuffix(strings.TrimRight(text, " \u00a0"), ";") || wording.StartsInside(text))
}
