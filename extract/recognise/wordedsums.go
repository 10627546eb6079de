package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// proseWords reads sums that stand without a unit at the end of a line and are
// said again in words on the lines below, as approvals of estimates do: "у сумі
// 36 000,00 / Тридцять шість тисяч гривень, 00 копійок". The words give the unit.
func (c *Context) proseWords() {
	const most = 4 // lines that the words may take
	for i, l := range c.Lines {
		if l.Kind == document.Furniture || i+1 >= len(c.Lines) {
			continue
		}
		list := l.Read().Numerals()
		if len(list) == 0 {
			continue
		}
		n := list[len(list)-1]
		rest := l.Text[n.End:]
		if strings.ContainsFunc(rest, isInk) && len(l.Read().Money()) > 0 || inMoney(l.Read().Money(), n) {
			continue
		}
		text := strings.TrimSpace(rest)
		for j := i + 1; j < min(i+most, len(c.Lines)); j++ {
			text = strings.TrimSpace(text + " " + c.Lines[j].Text)
		}
		words, unit := sumInWords(text)
		if words == "" {
			continue
		}
		lead := l.Text[:n.Start]
		c.AddAmount(record.Amount{
			Subject: record.SubjectProse, SubjectID: l.Place.Key(), Role: or(roleOf(lead), record.Other), Year: yearOf(lead),
			Label: shorten(labelOf(lead)), Printed: l.Text[n.Start:n.End], Words: words, Row: -1, Col: -1, Place: l.Place,
			Mentions: []int{c.Mention(record.UnitMention{Unit: record.UAH, Source: record.Beside, Text: unit, Place: l.Place})},
		})
	}
}

// inMoney reports whether a numeral has a unit of its own.
func inMoney(money []wording.MoneyAmount, n wording.NumeralSpan) bool {
	for _, m := range money {
		if n.Start < m.End && n.End > m.Start {
			return true
		}
	}
	return false
}

// sumInWords returns the amount in words that a text begins with, to its last
// "гривень" or "копійок", and the word for the hryvnia; "" where it does not.
func sumInWords(text string) (words, unit string) {
	text = strings.TrimLeft(text, " (")
	end := -1
	for _, stem := range []string{"гривень", "гривні", "гривня", "копійок", "копійки", "копійка", "коп."} {
		if i := strings.Index(text, stem); i > 0 && i < 400 {
			if strings.HasPrefix(stem, "грив") {
				unit = stem
			}
			end = max(end, i+len(stem))
		}
	}
	if unit == "" {
		return "", ""
	}
	for _, to := range []int{end, strings.Index(text, unit) + len(unit)} {
		if _, ok := wording.ParseWords(text[:to]); ok && !strings.ContainsAny(text[:1], "0123456789") {
			return text[:to], unit
		}
	}
	return "", ""
}
