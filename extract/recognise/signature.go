package recognise

import (
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// person returns the name of a person that s ends or begins with, and what else
// stands in s: as wording.PersonName, and a name in ordinary case that ends a
// line begun by a post ("Начальник відділу  Оксана Ставна").
func person(s string) (name, rest string, ok bool) {
	if name, rest, ok = wording.PersonName(s); ok {
		return name, rest, ok
	}
	return plainPersonBehind(s, rest)
}

// plainPersonBehind returns the name in ordinary case that ends a line, and the
// post before it; else false, and what PersonName has left of the line.
func plainPersonBehind(s, left string) (name, rest string, ok bool) {
	if s == "" || tooLong(s, 160) || strings.IndexByte(".,;:!?)", s[len(s)-1]) >= 0 {
		return "", left, false
	}
	words := strings.Fields(wording.WithoutHand(s))
	n := len(words) - 2
	if n < 1 || !plainPerson(words[n]+" "+words[n+1]) {
		return "", s, false
	}
	post := strings.Join(words[:n], " ")
	if !wording.IsPost(post) {
		return "", s, false
	}
	return words[n] + " " + words[n+1], post, true
}

// plainPerson reports whether a text is two capitalised words that a given name
// and a surname in the nominative may be; what a post is of stands in another
// case ("Голова Вигаданської Громади").
func plainPerson(s string) bool {
	if len(s) > 100 || !plainName.MatchString(s) || wording.IsPost(s) {
		return false
	}
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeLastRuneInString(w)
		if strings.ContainsRune("уюиіїе", r) || strings.HasSuffix(w, "ого") || strings.HasSuffix(w, "ому") {
			return false
		}
	}
	return true
}

// signedLine reports whether a line is a person's name alone, or with the post
// beside it.
func signedLine(text string) bool { return signedBelow("", text) }

// signedBelow reports whether a line is a signedLine, or ends a post that the line
// before it begins, with the name beside it: "Керуючий справами / виконкому  Іван
// КЛЕН".
func signedBelow(before, text string) bool {
	if tooLong(text, 160) {
		return false
	}
	_, rest, ok := wording.PersonName(text)
	if ok && rest != "" && wording.StartsInside(rest) && wording.IsPost(before) {
		return true
	}
	if !ok {
		_, rest, ok = plainPersonBehind(text, rest)
	}
	return ok && (rest == "" || wording.IsPost(rest) && !addressed(rest))
}

// tooLong reports whether a text has more letters and marks than most.
func tooLong(text string, most int) bool {
	return len(text) > most*utf8.UTFMax || len(text) > most && utf8.RuneCountInString(text) > most
}

// addressed reports whether a post stands in the dative: the letter goes to it.
func addressed(post string) bool {
	for _, w := range wording.Words(wording.Fold(post)) {
		switch w {
		case "голові", "начальнику", "директору", "директорові", "керівнику", "секретарю", "заступнику", "завідувачу", "депутатам":
			return true
		}
	}
	return false
}

// signature reports whether a table is only the line of a signature: a post and
// a name in cells of their own.
func signature(t *document.Table) bool {
	if len(t.Rows) > 6 || t.Columns > 20 {
		return false
	}
	name, post := false, false
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			text := strings.TrimSpace(t.Rows[i].Cells[j].Text())
			_, rest, ok := wording.PersonName(text)
			switch {
			case text == "":
			case ok && rest == "", plainPerson(text):
				name = true
			case wording.IsPost(text):
				post = true
			case strings.HasPrefix(text, "(") || !strings.ContainsFunc(wording.WithoutHand(text), isInk):
			default:
				return false // something beside the signature
			}
		}
	}
	return name && post
}

// readSignature fills Signer and SignerPosition from the lines at the report's
// end: the first person who signs, with the post in the same line, above it or
// below it.
func (c *Context) readSignature() {
	lines := c.closing()
	for i, l := range lines {
		name, rest, ok := person(l.Text)
		if !ok {
			if n, found := c.plainSigner(lines, i); found {
				name, rest, ok = n, "", true
			}
		}
		if !ok {
			continue
		}
		post := rest
		if !wording.IsPost(rest) {
			post = postAbove(lines[:i])
			if rest != "" {
				if post == "" || !wording.StartsInside(rest) {
					continue
				}
				post += " " + rest // the post's last line has the name beside it
			}
		}
		if post == "" && i+1 < len(lines) && wording.IsPost(lines[i+1].Text) {
			post = lines[i+1].Text
		}
		c.Report.Signer, c.Report.SignerPosition = name, post
		return
	}
}

var plainName = wording.Expr(`^` + wording.Surname + `\s+` + wording.Surname + `$`)

// plainSigner takes two capitalised words on a line of their own for a name only
// where a post stands right above or below them.
func (c *Context) plainSigner(lines []*Line, i int) (string, bool) {
	text := wording.WithoutHand(lines[i].Text)
	if !plainName.MatchString(text) || wording.IsPost(text) {
		return "", false
	}
	if i > 0 && wording.IsPost(lines[i-1].Text) || i+1 < len(lines) && wording.IsPost(lines[i+1].Text) {
		return text, true
	}
	return "", false
}

// closing returns the lines after the report's last table that is no signature,
// or after its title where no table is: a name in the letterhead signs nothing.
func (c *Context) closing() []*Line {
	from := -1
	if len(c.Title) > 0 {
		from = c.Title[len(c.Title)-1].Block
	}
	var tail *Table
	for _, t := range c.Tables {
		if !t.Signature && t.block >= from && t.block >= 0 {
			from, tail = t.block, t
		}
	}
	var lines []*Line
	for _, l := range c.Lines {
		if l.Kind == document.Furniture {
			continue
		}
		if l.Block > from || tail != nil && l.Table == tail && l.Row >= tail.BodyTo {
			lines = append(lines, l)
		}
	}
	return lines
}

// postAbove joins the lines of a post that end right above a name: from the
// nearest line up that begins one, over its further lines.
func postAbove(lines []*Line) string {
	const most = 4
	var parts []string
	for i := len(lines) - 1; i >= max(0, len(lines)-most); i-- {
		text := wording.WithoutHand(lines[i].Text)
		if text == "" {
			continue
		}
		if wording.EndsSentence(text) || len([]rune(text)) > 160 {
			return ""
		}
		if _, _, ok := wording.PersonName(text); ok {
			return ""
		}
		parts = append([]string{text}, parts...)
		if wording.IsPost(text) {
			return strings.Join(parts, " ")
		}
	}
	return ""
}
