package recognise

import (
	"regexp"
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

const (
	titleLines  = 10  // the most lines of a title
	titleLetter = 600 // the most letters of a title
)

// findTitle sets Title: the lines from the one that opens it on, as far as a
// title goes. opens is the form's; where no line opens a title, none is set.
func (c *Context) findTitle(opens func(line *phrase) bool) {
	if c.Title != nil {
		return
	}
	for i, l := range c.Lines {
		if l.Kind == document.Furniture || !opens(l.phrase) {
			continue
		}
		end := c.titleEnd(i)
		if i > 0 && oneWordTitle(c.Lines[i-1]) {
			i--
		}
		c.titleAt, c.TitleEnd = i, end
		c.Title = c.Lines[c.titleAt:c.TitleEnd]
		return
	}
	c.TitleEnd = 0
}

// oneWordTitle reports whether a line is only the word for a report, which the
// next line goes on with.
func oneWordTitle(l *Line) bool {
	switch l.Folded {
	case "інформація", "довідка", "аналіз", "звіт":
		return l.Kind != document.Furniture
	}
	return false
}

// titleEnd returns the index after the last line of a title. A title ends
// before a table, a numbered head, a label with a colon, a sentence, and after a
// wide gap unless its quotes are still open or its words go on.
func (c *Context) titleEnd(from int) int {
	letters := 0
	for i := from; i < len(c.Lines); i++ {
		l := c.Lines[i]
		if i == from {
			letters = len([]rune(l.Text))
			if strings.HasSuffix(l.Text, ".") && letters > titleLetter/2 {
				return i + 1
			}
			continue
		}
		prev := c.Lines[i-1]
		letters += len([]rune(l.Text))
		switch {
		case i-from >= titleLines, letters > titleLetter:
			return i
		case l.Table != prev.Table && l.Table != nil, c.tableBetween(prev.Block, l.Block):
			return i
		case l.Kind == document.Furniture:
			return i
		}
		if openQuote(c.Lines[from:i]) {
			continue
		}
		if headOfSection(l.Text) || strings.Contains(l.Text, ":") || onlyUnit(l.Text, l.Units()) || letterLine.MatchString(l.Text) {
			return i
		}
		if wording.EndsSentence(l.Text) && !goesOn(l.Text) {
			return i
		}
	}
	return len(c.Lines)
}

// sectionHead is "1. Дата і номер", "V. Заходи", "3.Оцінка", "2) Мета".
var sectionHead = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVXІХ]{1,5}[.)])\s*\S`)

func headOfSection(s string) bool { return sectionHead.MatchString(s) }

// goesOn reports whether a line of a title only seems to end a sentence: it ends
// with the years, or with a bracket.
func goesOn(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasSuffix(s, ")") || strings.HasSuffix(s, "р.") || strings.HasSuffix(s, "рр.") || strings.HasSuffix(s, "»") || strings.HasSuffix(s, `"`)
}

// openQuote reports whether the lines open a quote that they do not close.
func openQuote(lines []*Line) bool {
	n := 0
	for _, l := range lines {
		n += strings.Count(l.Text, "«") - strings.Count(l.Text, "»")
		n += strings.Count(l.Text, "“") - strings.Count(l.Text, "”")
	}
	return n > 0 && len(lines) < 4
}

// TitleText joins the lines of the title.
func (c *Context) TitleText() string {
	parts := make([]string, len(c.Title))
	for i, l := range c.Title {
		parts[i] = oneLine(l.Text)
	}
	return strings.Join(parts, " ")
}

// programmeName returns the programme's name: what the title has in quotes after
// the word "програма", else in its first quotes, else the words after "програми"
// up to the years or a full stop. Years that stand inside the quotes do not
// belong to the name.
func programmeName(title string) string {
	from := 0
	if i := programmeWord(title); i >= 0 {
		from = i
	}
	if name, _ := quoted(title[from:]); name != "" {
		return withoutYears(name)
	}
	if name, _ := quoted(title); name != "" {
		return withoutYears(name)
	}
	if from == 0 {
		return ""
	}
	word, rest, _ := strings.Cut(oneLine(title[from:]), " ")
	if strings.HasSuffix(word, ",") {
		return "" // the clause ends with the word: "внести зміни до Програми, та викласти ..."
	}
	if i := yearTail.FindStringIndex(rest); i != nil {
		rest = rest[:i[0]]
	}
	rest = strings.Trim(rest, " ,.;:–-()")
	if len([]rune(rest)) < 4 {
		return ""
	}
	return rest
}

// Years at a name's end: "на 2018", "2018-2020", "2018 рік", and not the year of
// a name like "Місто-2030".
const (
	yearsMore = `(?:\s*(?:[-–—,]|по|до|та|і)\s*(?:19|20)\d\d)`
	yearsWord = `(?:\s*(?:-?[а-яі]{1,2}\s+)?р(?:оки|оків|оку|ік|р?\.?))`
)

var (
	yearTail = regexp.MustCompile(`(?i)[\s,(]+(?:на|за|у|в)?\s*(?:період\s+)?(?:з\s+)?(?:19|20)\d\d\b.*$`)
	yearsOff = regexp.MustCompile(`(?i)[\s,(]+(?:` +
		`(?:на|за)\s+(?:період\s+)?(?:з\s+)?(?:19|20)\d\d` + yearsMore + `?` + yearsWord + `?|` +
		`(?:19|20)\d\d` + yearsMore + yearsWord + `?|` +
		`(?:19|20)\d\d` + yearsWord + `)[\s).]*$`)
	prograWd = regexp.MustCompile(`(?i)п\s?р\s?о\s?г\s?р\s?а\s?м\s?(?:и|а|у|ою|і)(?:$|[\s«“"„,:])`)
)

// programmeWord returns the byte at which the word "програма" stands that the
// name follows: the first with a quote after it, else the first; -1 where there
// is none.
func programmeWord(s string) int {
	m := prograWd.FindAllStringIndex(s, -1)
	if len(m) == 0 {
		return -1
	}
	for _, i := range m {
		rest := s[i[0]:]
		if j := strings.IndexAny(rest, " «“\"„"); j >= 0 {
			next := strings.TrimSpace(rest[j:])
			if next != "" && strings.ContainsRune("«“\"„", []rune(next)[0]) {
				return i[0]
			}
		}
	}
	return m[0][0]
}

// withoutYears takes the years, and what leads to them, off a name's end.
func withoutYears(name string) string {
	cut := yearsOff.ReplaceAllString(name, "")
	cut = strings.Trim(cut, " ,;–-")
	if cut == "" {
		return name
	}
	return cut
}
