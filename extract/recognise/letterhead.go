package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// letterLine is the line of a letter's date and number, in either order:
// "22.01.2021 № 18", "№ 01-12/45 від 3 лютого 2021 р.", "Вих. № 7 від ...".
var letterLine = wording.Expr(`(?i)^\s*(?:вих\.?\s*|від\s*)?(?:` +
	`(?:(?:«|")\d{1,2}(?:»|")[\s.]*|\d{1,2}[\s.]+)(?:\d{1,2}|[а-яі]{5,9})[\s.]+\d{4}\s*(?:р(?:оку|\.)?)?\s*(?:№|N)\s*\S+|` +
	`(?:№|N)\s*\S+\s+від\s+\S.*\d{4}.*)`)

var numberMark = wording.Expr(`(?:№|Nº|N°|N)\s*([\p{L}\d][\p{L}\d/.\-–]*)`)

// readLetterhead fills the authority, the issuer, the letter's number and date
// and the addressee from the lines above the title.
func (c *Context) readLetterhead() {
	r := c.Report
	lines := c.Lines[:c.titleAt]
	if len(c.Title) == 0 {
		lines = c.Lines[:min(len(c.Lines), headReach)]
	}
	annex, council, letter := false, -1, -1
	for i, l := range lines {
		if l.Kind == document.Furniture {
			continue
		}
		if l.Gap && !(annex && i > 0 && ofAnnex(lines[i-1], l)) {
			annex = false
		}
		if strings.HasPrefix(l.Folded, "додаток") || strings.HasPrefix(l.Folded, "затверджен") || strings.HasPrefix(l.Folded, "погоджен") {
			annex = true
		}
		if annex {
			continue
		}
		words := l.Words()
		switch {
		case len(words) == 0:
		case r.LetterNumber == "" && len(l.Text) < 160 && letterLine.MatchString(l.Text):
			if dates := wording.FindDates(l.Text); len(dates) > 0 {
				r.LetterDate = dates[0].ISO
			}
			if m := numberMark.FindStringSubmatch(l.Text); m != nil {
				r.LetterNumber = strings.TrimRight(m[1], ".")
			}
			letter = i
		case letter < 0 && r.Authority == "" && isCouncil(l.Folded):
			r.Authority = oneLine(l.Text)
			council = i
		case letter < 0 && namesBody(words):
			r.Issuer = oneLine(l.Text)
			if r.Authority == "" {
				r.Authority = councilIn(l.Text)
			}
			c.issuerGoesOn(lines, i)
		}
	}
	if letter < 0 {
		if len(c.Title) > 0 {
			c.readAddressee(lines[council+1:], true)
		}
		return
	}
	c.readAddressee(lines[letter+1:], false)
}

// namesBody reports whether the words of a line are a public body's name in the
// nominative: "управління освіти міської ради", "фінансове управління".
func namesBody(words []string) bool {
	if isBody(words[0]) {
		return len(words) < 14
	}
	first := words[0]
	return len(words) > 1 && len(words) < 10 && isBody(words[1]) && (strings.HasSuffix(first, "е") || strings.HasSuffix(first, "ий"))
}

// ofAnnex reports whether a line goes on with an annex's or an approval's mark
// though each line of it is a paragraph: it names the decision ("до рішення
// міської ради", "Наказ"), or gives the date and number of the one named above.
func ofAnnex(before, l *Line) bool {
	for _, s := range []string{"до рішенн", "рішенн", "до розпорядж", "розпорядж", "до наказ", "наказ", "до програм", "від ", "(у редакції"} {
		if strings.HasPrefix(l.Folded, s) {
			return true
		}
	}
	if named := wording.HasStems(before.Folded, "рішенн") || wording.HasStems(before.Folded, "наказ") || wording.HasStems(before.Folded, "розпорядж"); named {
		words := l.Words()
		return letterLine.MatchString(l.Text) || len(words) > 0 && (isBody(words[0]) || wording.HasStems(l.Folded, "рад"))
	}
	words := before.Words()
	return letterLine.MatchString(l.Text) && len(words) > 0 && isBody(words[0])
}

// issuerGoesOn joins the lines that an issuer's name is broken over.
func (c *Context) issuerGoesOn(lines []*Line, i int) {
	for j := i + 1; j < len(lines) && !lines[j].Gap; j++ {
		first := []rune(lines[j].Text)
		if len(first) == 0 || strings.ToUpper(string(first[0])) == string(first[0]) {
			return
		}
		low := lines[j].Folded
		if strings.ContainsAny(low, "@0123456789") {
			return
		}
		c.Report.Issuer += " " + oneLine(lines[j].Text)
	}
}

// readAddressee joins the lines after the letter's number, up to a gap. Where
// the letter has no number, they must stand in the dative, as an address does.
func (c *Context) readAddressee(lines []*Line, dative bool) {
	var parts []string
	for _, l := range lines {
		if l.Kind == document.Furniture || l.Table != nil {
			break
		}
		if len(parts) > 0 && l.Gap {
			break
		}
		if len([]rune(l.Text)) > 120 || letterLine.MatchString(l.Text) || strings.HasPrefix(l.Folded, "на №") ||
			strings.HasPrefix(l.Folded, "додаток") || strings.ContainsAny(l.Text, "@") {
			continue
		}
		if dative && len(parts) == 0 && !inDative(l.Folded) {
			continue
		}
		parts = append(parts, oneLine(l.Text))
		if len(parts) == 4 {
			break
		}
	}
	c.Report.Addressee = strings.Join(parts, " ")
}

// inDative reports whether a folded line begins as an address does: with a post
// or a body in the dative, an adjective before it or not.
func inDative(folded string) bool {
	words := wording.Words(folded)
	if len(words) == 0 {
		return false
	}
	w := words[0]
	for _, end := range []string{"ському", "цькому", "ному", "ській", "цькій", "ній", "тій"} {
		if strings.HasSuffix(w, end) && len(words) > 1 {
			w = words[1]
			break
		}
	}
	switch w {
	case "голові", "департаменту", "управлінню", "комісії", "комітету", "депутатам", "раді", "начальнику", "директору", "секретарю", "заступнику":
		return true
	}
	return false
}

// isCouncil reports whether a folded line is a council's name in the nominative,
// alone: "вигаданська міська рада", with its region or not.
func isCouncil(folded string) bool {
	if strings.Contains(folded, ":") {
		return false // a label's value
	}
	if before, _, dash := strings.Cut(folded, " – "); dash && !strings.Contains(before, "рада") {
		return false
	}
	words := wording.Words(folded)
	if len(words) < 2 || len(words) > 9 {
		return false
	}
	for i, w := range words {
		if w == "рада" && i > 0 {
			prev := words[i-1]
			if i+1 < len(words) && hasSuffixOf(words[i+1], "ла", "ує", "ає", "ить") {
				return false // "міська рада затвердила", "інформує"
			}
			return strings.HasSuffix(prev, "ська") || strings.HasSuffix(prev, "цька") || strings.HasSuffix(prev, "зька") ||
				strings.HasSuffix(prev, "на")
		}
	}
	return false
}

// councilGenitive is a council's name in a case that running text has it in: the
// genitive, the instrumental, the locative; in capitals the genitive alone.
var councilGenitive = wording.Expr(councilName)

const (
	capitalWord = `[А-ЯҐЄІЇ][а-яґєії'’ʼ-]+`
	anyWord     = `[А-ЯҐЄІЇа-яґєії-]+`

	councilName = capitalWord + `(?:ської|цької|зької|ською|цькою)\s+(?:` + anyWord + `(?:ої|ою)\s+){1,2}(?:[Рр]ади|[Рр]адою)|` +
		capitalWord + `(?:ській|цькій|зькій)\s+(?:` + anyWord + `ій\s+){1,2}[Рр]аді|` +
		`[А-ЯҐЄІЇ'’ʼ-]+(?:СЬКОЇ|ЦЬКОЇ|ЗЬКОЇ)\s+(?:[А-ЯҐЄІЇ-]+ОЇ\s+){1,2}РАДИ`
	// communityName is a community's name in the genitive or the locative.
	communityName = capitalWord + `(?:ської|цької|зької|ної)\s+(?:[а-яґєії'’ʼ-]+ої\s+){0,4}громади|` +
		capitalWord + `(?:ській|цькій|зькій|ній)\s+(?:[а-яґєії'’ʼ-]+ій\s+){0,4}громаді`
)

// mayNameCouncil is false for texts without the word for a council.
func mayNameCouncil(s string) bool {
	return strings.Contains(s, "ад") && (strings.Contains(s, "рад") || strings.Contains(s, "Рад")) || strings.Contains(s, "РАДИ")
}

// councilIn returns the council that a text names in the genitive or the
// instrumental, in the nominative; "" where it names none in full.
func councilIn(text string) string {
	if !mayNameCouncil(text) {
		return ""
	}
	return nominative(oneLine(councilGenitive.FindString(text)))
}

// authorityInText returns the council that the running text names, where it
// names only one.
func (c *Context) authorityInText() string {
	if c.named == nil {
		found := c.onlyCouncil()
		c.named = &found
	}
	return *c.named
}

func (c *Context) onlyCouncil() string {
	found := ""
	for _, l := range c.Lines {
		if l.Kind == document.Furniture || !mayNameCouncil(l.Text) {
			continue
		}
		for _, m := range councilsIn(l.Text) {
			a := nominative(oneLine(m))
			if found != "" && wording.Fold(a) != wording.Fold(found) {
				return ""
			}
			found = a
		}
	}
	return found
}

// councilsIn returns the councils that a text names, as it names them. The
// expression is tried only on the words that stand before the word for a council.
func councilsIn(text string) []string {
	const most = 4 // words of a name, the noun among them
	var list []string
	for from := 0; from < len(text); {
		at := councilWord(text, from)
		if at < 0 {
			break
		}
		end := at + strings.IndexFunc(text[at:]+" ", func(r rune) bool { return !unicode.IsLetter(r) })
		start := at
		for range most {
			start = from + max(0, strings.LastIndexFunc(strings.TrimRightFunc(text[from:start], unicode.IsSpace), unicode.IsSpace))
		}
		if m := councilGenitive.FindString(text[start:end]); m != "" {
			list = append(list, m)
		}
		from = end
	}
	return list
}

// councilWord returns where a word begins at or after byte from that may be the
// noun of a council's name; -1 where none does.
func councilWord(text string, from int) int {
	for i := from; i < len(text); i++ {
		if text[i] != "р"[0] && text[i] != "Р"[0] {
			continue
		}
		if _, ok := cutAny(text[i:], "рад", "Рад", "РАД"); !ok {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(text[from:i]); unicode.IsSpace(before) {
			return i
		}
	}
	return -1
}
