package officedoc

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"zvit/extract/wording"
)

// A sheet keeps numbers and shows texts: rounded, scaled, with words, in the
// signs of the reader's country. A cell's text is what a person in Ukraine sees;
// where it is not the whole number, the number stands beside it.

// formats are the number formats of a workbook's styles (18.8.30), by style.
type formats []format

type format struct {
	general bool
	// before and after are the words around a general number: General" грн".
	before, after string
	date          bool
	percent       bool
	scale         int // how many thousands the shown number is divided by: "#,##0.0,"
}

// readFormats reads the formats, and puts right in the library's copy what it
// would show otherwise than a spreadsheet program does.
func readFormats(f *excelize.File) formats {
	if _, err := f.GetStyle(0); err != nil || f.Styles == nil || f.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			if n == nil {
				continue
			}
			if n.FormatCode16 != "" {
				n.FormatCode = n.FormatCode16
			}
			n.FormatCode = plainCode(n.FormatCode)
			n.FormatCode16 = ""
			codes[n.NumFmtID] = n.FormatCode
		}
	}
	list := make(formats, len(f.Styles.CellXfs.Xf))
	for i, xf := range f.Styles.CellXfs.Xf {
		id := 0
		if xf.NumFmtID != nil {
			id = *xf.NumFmtID
		}
		code, custom := codes[id]
		switch {
		case custom:
			list[i] = formatOf(code)
		case id == 0 || id == 49: // General, @ (18.8.30)
			list[i].general = true
		case id == 9 || id == 10:
			list[i].percent = true
		case id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58:
			list[i].date = true
		}
	}
	return list
}

func (l formats) of(style int) format {
	if style < 0 || style >= len(l) {
		return format{general: true}
	}
	return l[style]
}

// The library knows not every language tag of dates, nor that a space between
// digit places groups thousands as a comma does.
var (
	languageTag = regexp.MustCompile(`\[\$-[^\]]*\]`)
	spaceGroups = regexp.MustCompile("#(?:\\\\?[ \u00a0]|\"[ \u00a0]\")##0")
	literals    = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`)
	scaling     = regexp.MustCompile(`[0#?](,+)(?:[^0#?,.]|$)`)
)

func plainCode(code string) string {
	return spaceGroups.ReplaceAllString(languageTag.ReplaceAllString(code, ""), "#,##0")
}

func formatOf(code string) format {
	bare := strings.ToLower(literals.ReplaceAllString(code, ""))
	f := format{
		general: strings.Contains(bare, "general") || bare == "@",
		percent: strings.Contains(bare, "%"),
	}
	if before, after, ok := cutGeneral(code); ok {
		f.before, f.after = before, after
	}
	if !f.general {
		f.date = strings.ContainsAny(bare, "dmyhs")
	}
	for _, m := range scaling.FindAllStringSubmatch(bare, -1) {
		f.scale = max(f.scale, len(m[1]))
	}
	return f
}

// cutGeneral returns the words that a format's first section has around General,
// which the library leaves out.
func cutGeneral(code string) (before, after string, ok bool) {
	section, _, _ := strings.Cut(code, ";")
	at := strings.Index(strings.ToLower(section), "general")
	if at < 0 {
		return "", "", false
	}
	words := func(s string) string {
		return literals.ReplaceAllStringFunc(s, func(m string) string {
			switch m[0] {
			case '"':
				return strings.Trim(m, `"`)
			case '\\':
				return m[1:]
			case '_':
				return " "
			}
			return ""
		})
	}
	return words(section[:at]), words(section[at+len("general"):]), true
}

// show returns the text of a number's cell as Ukrainian settings show it, from
// the library's text of it, and the number itself (see document.Part.Exact)
// where the text is rounded or has two readings.
func (l formats) show(shown string, c stored) (text, exact string) {
	v, err := strconv.ParseFloat(c.value, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) >= 1e15 {
		return shown, ""
	}
	f := l.of(c.style)
	switch {
	case f.date:
		return ukrainianDate(shown), ""
	case shown == "" && v == 0:
		return "", "" // a format may leave zeros out
	case f.general || strings.TrimSpace(shown) == "" || shown == c.value:
		shown = f.before + plain(v) + f.after
	}
	at := shownNumber.FindStringIndex(shown)
	if at == nil {
		return shown, ""
	}
	digits := strings.NewReplacer(",", "\u00a0", ".", ",").Replace(shown[at[0]:at[1]])
	text = shown[:at[0]] + digits + shown[at[1]:]
	if f.percent {
		return text, ""
	}
	return text, exactly(v, digits, f.scale, strings.ContainsRune(shown[:at[0]], '-'))
}

// shownNumber is a number as the library shows it, without its sign.
var shownNumber = regexp.MustCompile(`[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?`)

// plain writes a number without the noise of its binary form: 15 digits are what
// a spreadsheet program keeps, 8 decimals of millions are kopecks.
func plain(v float64) string {
	const digits, decimals = 15, 8
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if i := strings.IndexByte(s, '.'); i >= 0 && len(s)-i-1 > decimals {
		s = strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', decimals, 64), "0"), ".")
	}
	return s
}

// exactly returns the number v in the scale of its shown digits; empty where the
// digits and the minus before them say it, and only it, or are not v at all.
// Formats show what is below zero in brackets too, or in red.
func exactly(v float64, digits string, scale int, minus bool) string {
	readings := wording.Readings(digits)
	if len(readings) == 0 {
		return ""
	}
	n := readings[0]
	shown := float64(n.Mantissa) / math.Pow10(n.Decimals)
	for _, by := range []int{scale, 0} { // a condition of the format may leave the scale out
		is := math.Abs(v) / math.Pow10(3*by)
		if math.Abs(is-shown) > 0.5*math.Pow10(-n.Decimals)*(1+1e-6) {
			continue
		}
		s := plain(is)
		if len(readings) == 1 && s == plain(shown) && minus == (v < 0) {
			return ""
		}
		if v < 0 {
			s = "-" + s
		}
		return s
	}
	return ""
}

// months as the library names them, and as a date names them after its day, or
// by themselves.
var months = [12][3]string{
	{"January", "січня", "січень"},
	{"February", "лютого", "лютий"},
	{"March", "березня", "березень"},
	{"April", "квітня", "квітень"},
	{"May", "травня", "травень"},
	{"June", "червня", "червень"},
	{"July", "липня", "липень"},
	{"August", "серпня", "серпень"},
	{"September", "вересня", "вересень"},
	{"October", "жовтня", "жовтень"},
	{"November", "листопада", "листопад"},
	{"December", "грудня", "грудень"},
}

var (
	monthName = regexp.MustCompile(`(\d[ .\-/]*)?\b([A-Z][a-z]{2,8})\b`)
	clock     = regexp.MustCompile(`\b(AM|PM)\b`)
)

// ukrainianDate puts the month's name into Ukrainian; short names are written out.
func ukrainianDate(shown string) string {
	if !strings.ContainsAny(shown, "JFMASOND") || clock.MatchString(shown) {
		return shown
	}
	return monthName.ReplaceAllStringFunc(shown, func(s string) string {
		m := monthName.FindStringSubmatch(s)
		for _, name := range months {
			if strings.HasPrefix(name[0], m[2]) {
				if m[1] != "" {
					return m[1] + name[1]
				}
				return name[2]
			}
		}
		return s
	})
}
