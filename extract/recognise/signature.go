package recognise

import (
	"regexp"
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

const (
	capital  = `[А-ЯҐЄІЇA-Z]`
	initials = capital + `\.\s?(?:` + capital + `\.)?`
	surname  = capital + `[а-яґєіїa-z'’ʼ` + "`" + `]+(?:-` + capital + `[а-яґєіїa-z'’ʼ]+)?`
	shouted  = capital + `[А-ЯҐЄІЇA-Z'’ʼ` + "`" + `]+(?:-` + capital + `[А-ЯҐЄІЇ'’ʼ]+)?`
)

var (
	// "О.В. Стежко", "О. СТЕЖКО", "Стежко О.В.", "Оксана СТЕЖКО", "Оксана Стежко".
	names = []*regexp.Regexp{
		regexp.MustCompile(`(?:^|[\s_/])(` + initials + `\s*(?:` + surname + `|` + shouted + `))$`),
		regexp.MustCompile(`(?:^|[\s_/])((?:` + surname + `|` + shouted + `)\s+` + initials + `)$`),
		regexp.MustCompile(`(?:^|[\s_/])(` + surname + `\s+(?:` + surname + `\s+)?` + shouted + `)$`),
		regexp.MustCompile(`^(` + initials + `\s*(?:` + surname + `|` + shouted + `))(?:$|[\s,_/])`),
		regexp.MustCompile(`^(` + surname + `\s+` + shouted + `)(?:$|[\s,_/])`),
	}
	plainName = regexp.MustCompile(`^` + surname + `\s+` + surname + `$`)
	// What stands for the hand: an underscore line, "(підпис)", an image mark.
	handMark = regexp.MustCompile(`(?i)_{3,}|\(\s*підпис\s*\)|\[\s*підпис\s*\]|!\[[^\]]*\](?:\([^)]*\))?`)
	// "М.П." is the place of the seal, but the initials of a person where one
	// surname alone follows it.
	seal         = regexp.MustCompile(`М\.\s?П\.`)
	sealInitials = regexp.MustCompile(`(?:^|[\s_/])М\.\s?П\.\s*(?:` + surname + `|` + shouted + `)$`)
)

// longestSigned is how many bytes the line of a signature may have: a post of
// three lines and a name. Beyond it stands prose.
const longestSigned = 400

// personName returns the name of a person that s ends or begins with, and what
// else stands in s.
func personName(s string) (name string, ok bool) {
	name, _, ok = cutName(s)
	return name, ok
}

func cutName(s string) (name, rest string, ok bool) {
	s = withoutMarks(s)
	if len(s) > longestSigned {
		return "", s, false
	}
	for _, re := range names {
		m := re.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		rest = strings.Trim(oneLine(s[:m[2]]+" "+s[m[3]:]), " ,–-/")
		return s[m[2]:m[3]], rest, true
	}
	return "", s, false
}

// withoutMarks leaves out what stands for a hand or a seal.
func withoutMarks(s string) string {
	if strings.ContainsAny(s, "_([") {
		s = handMark.ReplaceAllString(s, " ")
	}
	s = oneLine(s)
	if !strings.Contains(s, "М.") || sealInitials.MatchString(s) {
		return s
	}
	return oneLine(seal.ReplaceAllString(s, " "))
}

// positions are stems of the words that name a post.
var positions = []string{
	"начальни", "директор", "голов", "заступни", "керуюч", "керівни", "секретар", "завідувач", "завідуюч",
	"спеціаліст", "староста", "ректор", "президент", "бухгалтер", "в.о", "т.в.о", "виконуюч", "виконувач", "радник", "лікар",
}

// isPosition reports whether s names a post: short, and begun by a word of one.
func isPosition(s string) bool {
	if len([]rune(s)) > 160 {
		return false
	}
	words := wording.Words(wording.Fold(s))
	for i, w := range words {
		if i > 2 {
			return false
		}
		for _, p := range positions {
			if strings.HasPrefix(w, p) {
				return true
			}
		}
		if w == "в" && i+1 < len(words) && words[i+1] == "о" {
			return true
		}
	}
	return false
}

// signedLine reports whether a line is a person's name alone, or with the post
// beside it.
func signedLine(text string) bool {
	if len([]rune(text)) > 160 {
		return false
	}
	_, rest, ok := cutName(text)
	return ok && (rest == "" || isPosition(rest) && !addressed(rest))
}

// signedAfter reports whether a line ends a post that the line before it begins,
// with the name beside it: "Керуючий справами / виконкому  Іван КЛЕН".
func signedAfter(before, text string) bool {
	if len([]rune(text)) > 160 || !isPosition(before) {
		return false
	}
	_, rest, ok := cutName(text)
	return ok && rest != "" && wording.StartsInside(rest)
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
	if len(t.Rows) > 3 || t.Columns > 5 {
		return false
	}
	name, post := false, false
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			text := strings.TrimSpace(t.Rows[i].Cells[j].Text())
			_, rest, ok := cutName(text)
			switch {
			case ok && rest == "":
				name = true
			case isPosition(text):
				post = true
			case strings.HasPrefix(text, "(") || !strings.ContainsFunc(withoutMarks(text), isInk):
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
		name, rest, ok := cutName(l.Text)
		if !ok {
			if n, found := c.plainSigner(lines, i); found {
				name, rest, ok = n, "", true
			}
		}
		if !ok {
			continue
		}
		post := rest
		if !isPosition(rest) {
			post = postAbove(lines[:i])
			if rest != "" {
				if post == "" || !wording.StartsInside(rest) {
					continue
				}
				post += " " + rest // the post's last line has the name beside it
			}
		}
		if post == "" && i+1 < len(lines) && isPosition(lines[i+1].Text) {
			post = lines[i+1].Text
		}
		c.Report.Signer, c.Report.SignerPosition = name, post
		return
	}
}

// plainSigner takes two capitalised words on a line of their own for a name only
// where a post stands right above or below them.
func (c *Context) plainSigner(lines []*Line, i int) (string, bool) {
	text := withoutMarks(lines[i].Text)
	if !plainName.MatchString(text) || isPosition(text) {
		return "", false
	}
	if i > 0 && isPosition(lines[i-1].Text) || i+1 < len(lines) && isPosition(lines[i+1].Text) {
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
		text := withoutMarks(lines[i].Text)
		if text == "" {
			continue
		}
		if wording.EndsSentence(text) || len([]rune(text)) > 160 {
			return ""
		}
		if _, _, ok := cutName(text); ok {
			return ""
		}
		parts = append([]string{text}, parts...)
		if isPosition(text) {
			return strings.Join(parts, " ")
		}
	}
	return ""
}
