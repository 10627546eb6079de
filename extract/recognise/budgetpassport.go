package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// budgetPassport is the passport of a budget programme and the report on its
// execution, by order 836 of 26.08.2014 of the Ministry of Finance and its
// editions (860, 472, 908, 1209, 336, 359). The units differ within one edition,
// and so do the columns' headings between editions: words decide.
type budgetPassport struct{}

func (budgetPassport) Form() string { return "passport" }

// Opens knows "Паспорт бюджетної програми місцевого бюджету на 2021 рік", "Звіт
// про виконання паспорта бюджетної програми", and their second lines.
func (budgetPassport) Opens(line *phrase) bool {
	folded, words := line.Folded, line.Words()
	if len(words) == 0 || len(words) > 30 || strings.HasSuffix(folded, ";") || strings.HasSuffix(folded, ":") {
		return false
	}
	switch {
	case words[0] == "паспорт":
		return len(words) == 1 || strings.HasPrefix(words[1], "бюджетн") && len(words) > 2 && strings.HasPrefix(words[2], "програм")
	case words[0] == "звіт" || words[0] == "про":
		rest := strings.Join(words, " ")
		return wording.HasStems(rest, "викон", "паспорт") && wording.HasStems(rest, "бюджетн", "програм") && !wording.EndsSentence(folded)
	case strings.HasPrefix(words[0], "бюджетн") && len(words) > 2:
		return strings.HasPrefix(words[1], "програм") && strings.HasPrefix(words[2], "місцевого")
	}
	return false
}

// kind tells the passport, its report and neither, by the lines of the report.
func (f budgetPassport) kind(c *Context) (record.ReportKind, float64) {
	kind, claim := record.ReportKind(""), 0.0
	for i, l := range c.Lines {
		if l.Kind == document.Furniture || !f.Opens(l.phrase) {
			continue
		}
		text := l.Folded
		for j := i + 1; j < min(i+3, len(c.Lines)); j++ {
			text += " " + c.Lines[j].Folded
		}
		switch {
		case !wording.HasStems(text, "бюджетн", "програм"):
		case wording.HasStems(text, "викон", "паспорт"):
			return record.PassportReport, 0.97
		case kind == "":
			kind, claim = record.Passport, 0.95
		}
	}
	if kind == "" {
		for _, t := range c.Tables {
			if t.fieldNames() {
				return record.Passport, 0.6
			}
		}
	}
	return kind, claim
}

// Claim goes by the title; a spreadsheet's export has field names for one.
func (f budgetPassport) Claim(c *Context) float64 {
	_, claim := f.kind(c)
	return claim
}

// Head fills the head: the chief manager, the executor and the programme stand
// in three numbered lines with their codes.
func (f budgetPassport) Head(c *Context) {
	kind, _ := f.kind(c)
	c.findTitle(f.Opens)
	c.ReadHead(kind)
	r := c.Report
	r.Programme = ""
	for i, l := range c.Lines {
		if l.Kind != document.Furniture {
			c.passportLine(l.Text, l.Place, c.Lines[i+1:min(i+3, len(c.Lines))])
		}
	}
	for _, t := range c.Tables {
		c.passportRows(t)
	}
	if r.Programme == "" {
		for _, l := range c.Lines {
			if _, rest, ok := strings.Cut(l.Text, ":"); ok && wording.HasStems(l.Folded, "найменув", "бюджетн", "програм") {
				r.Programme = labelValue(rest)
			}
		}
	}
	c.keyProgramme(r.Authority)
	c.proseCodes()
}

// passportRows reads the head's lines where they are rows of a table.
func (c *Context) passportRows(t *Table) {
	if t.fieldNames() {
		c.fieldHead(t)
		return
	}
	if t.headed() && t.Has(wording.ColumnMoney) {
		return // its title rows are lines
	}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		texts, _ := t.texts(r)
		c.passportLine(oneLine(strings.Join(texts, " ")), t.RowPlace(r), nil)
	}
}

// passportHead reports whether the rows of a table are the head's lines.
func (t *Table) passportHead() bool {
	if t.headed() && t.Has(wording.ColumnMoney) {
		return false
	}
	for r := t.BodyFrom; r < min(t.BodyTo, t.BodyFrom+4); r++ {
		texts, _ := t.texts(r)
		if m := headItem.FindStringSubmatch(oneLine(strings.Join(texts, " "))); m != nil {
			if code := headCode.FindStringSubmatch(m[2]); code != nil && len(code[1]) >= 6 {
				return true
			}
		}
	}
	return false
}

var (
	headItem = wording.Expr(`^\s*([123])\s*[.)]\s*(.*)$`)
	headCode = wording.Expr(`^\(?\s*(\d{4,10})\s*\)?(?:\s+|$)`)
	tailCode = wording.Expr(`\s\(?(\d{8}|\d{10})\)?\s*$`)
)

// passportLine reads one of the three lines: "3. (0118311) (0511) Охорона ...",
// "1. 0200000 Виконавчий комітет ... 04051347". below are the next lines, where
// the name may stand.
func (c *Context) passportLine(text string, at document.Place, below []*Line) {
	m := headItem.FindStringSubmatch(text)
	if m == nil {
		return
	}
	rest, main := strings.TrimSpace(m[2]), ""
	for {
		code := headCode.FindStringSubmatch(rest)
		if code == nil {
			break
		}
		rest = strings.TrimSpace(rest[len(code[0]):])
		switch n := len(code[1]); {
		case main == "" && (n == 7 || n == 6):
			main, _, _ = wording.ReadCode(code[1], record.TPKVKMB)
			c.AddCode(record.TPKVKMB, main, record.SubjectReport, c.Report.ID, at)
		case n == 4 && main != "" && strings.HasSuffix(main, code[1]):
			// The last four digits of the programme's code once more.
		case n == 4 || n == 6:
			c.AddCode(record.KFKVK, code[1], record.SubjectReport, c.Report.ID, at)
		case n == 8:
			c.AddCode(record.EDRPOU, code[1], record.SubjectReport, c.Report.ID, at)
		case n == 10:
			c.AddCode(record.Budget, code[1], record.SubjectReport, c.Report.ID, at)
		}
	}
	if main == "" {
		return
	}
	for {
		tail := tailCode.FindStringSubmatchIndex(rest)
		if tail == nil {
			break
		}
		code, kind := rest[tail[2]:tail[3]], record.EDRPOU
		if len(code) == 10 {
			kind = record.Budget
		}
		c.AddCode(kind, code, record.SubjectReport, c.Report.ID, at)
		rest = strings.TrimSpace(rest[:tail[0]])
	}
	if i := strings.Index(rest, " ("); i > 0 && wording.HasStems(wording.Fold(rest[i:]), "найменув") {
		rest = rest[:i]
	}
	name := labelValue(strings.Trim(rest, "_ "))
	for _, l := range below {
		if name != "" || strings.HasPrefix(l.Text, "(") || headItem.MatchString(l.Text) {
			break
		}
		name = labelValue(l.Text)
	}
	r := c.Report
	switch {
	case name == "":
	case m[1] == "1":
		if r.Authority == "" && strings.Contains(wording.Fold(name), "рада") {
			r.Authority = name
		} else if r.Authority == "" {
			r.Authority = councilIn(name)
		}
		r.Issuer = or(r.Issuer, name)
	case m[1] == "2":
		r.Responsible = name
	case r.Programme == "":
		r.Programme = name
	}
}

// Table reads, in a passport or its report, the indicators and the tables of
// money.
func (budgetPassport) Table(c *Context, t *Table) (string, bool) {
	switch c.Report.Kind {
	case record.Passport, record.PassportReport:
	default:
		return "", false
	}
	if t.fieldNames() {
		return c.readFields(t)
	}
	if t.passportHead() {
		c.volumeRows(t)
		return "passport_head", true
	}
	if passportIndicators(t) {
		c.readPassportIndicators(t)
		return "indicators", true
	}
	l := c.layoutOf(t)
	if !l.any() {
		return "passport_head", c.volumeRows(t) > 0
	}
	if c.readLines(l) == 0 {
		return string(record.Unknown), true
	}
	return "passport_plan", true
}

// Prose reads the volume of the programme, whole and by fund, and what else the
// text says of money.
func (budgetPassport) Prose(c *Context) {
	from := len(c.Report.Amounts)
	c.ReadProse()
	c.declareVolume(from)
	c.proseWords()
}

// declareVolume makes the amounts of the item "Обсяг бюджетних призначень /
// асигнувань" (added from index from on) the report's own: the whole, and what
// stands in it by fund.
func (c *Context) declareVolume(from int) {
	volume := map[string]bool{}
	for _, l := range c.Lines {
		if passportVolume(l.Folded) {
			volume[l.Place.Key()] = true
		}
	}
	for i := from; i < len(c.Report.Amounts); i++ {
		a := &c.Report.Amounts[i]
		if a.Subject != record.SubjectProse || !volume[a.SubjectID] || a.Role != record.Other && a.Role != record.Planned {
			continue
		}
		a.Subject, a.SubjectID, a.Role, a.IsTotal = record.SubjectReport, c.Report.ID, record.Planned, true
	}
}
