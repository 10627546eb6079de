package officedoc

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Numbers of list paragraphs are no text of the file: Word computes them
// (ECMA-376 part 1, 17.9). In tables they are often the rows' numbers.

// numbering counts the lists of a document.
type numbering struct {
	lists  map[string]*list // by numId
	counts map[string][]int // by abstract list: one count a level
}

type list struct {
	abstract string
	levels   []level
	restart  map[int]int // level: first number of this numId, which counts anew
	begun    bool
}

type level struct {
	start  int
	format string // w:numFmt (17.18.59)
	text   string // w:lvlText: "%1.%2."
}

// maxLevels is how many levels a list has (17.9.6).
const maxLevels = 9

// next returns the label of the next paragraph of a list at a level (0-based);
// empty for bullets.
func (n *numbering) next(id string, lvl int) string {
	l := n.lists[id]
	if l == nil || lvl < 0 || lvl >= len(l.levels) {
		return ""
	}
	counts := n.counts[l.abstract]
	if counts == nil {
		counts = make([]int, maxLevels)
		for i := range counts {
			counts[i] = -1
		}
		n.counts[l.abstract] = counts
	}
	if !l.begun {
		l.begun = true
		for at, start := range l.restart {
			if at < maxLevels {
				counts[at] = start - 1
			}
		}
	}
	for i := range lvl + 1 {
		if counts[i] < 0 {
			counts[i] = l.levels[i].start
			if i == lvl {
				counts[i]--
			}
		}
	}
	counts[lvl]++
	for i := lvl + 1; i < maxLevels; i++ {
		counts[i] = -1 // a deeper level begins anew (17.9.10)
	}
	if f := l.levels[lvl].format; f == "bullet" || f == "none" {
		return ""
	}
	label := l.levels[lvl].text
	for i := range lvl + 1 {
		if i < len(l.levels) {
			label = strings.ReplaceAll(label, "%"+strconv.Itoa(i+1), inFormat(counts[i], l.levels[i].format))
		}
	}
	return label
}

// inFormat writes a number as w:numFmt says.
func inFormat(n int, format string) string {
	const (
		russian = "абвгдежзиклмнопрстуфхцшщэюя"
		latin   = "abcdefghijklmnopqrstuvwxyz"
	)
	letter := func(alphabet string) string {
		letters := []rune(alphabet)
		if n < 1 {
			return ""
		}
		return strings.Repeat(string(letters[(n-1)%len(letters)]), min((n-1)/len(letters)+1, 8))
	}
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return strings.ToUpper(letter(latin))
	case "lowerLetter":
		return letter(latin)
	case "russianUpper":
		return strings.ToUpper(letter(russian))
	case "russianLower":
		return letter(russian)
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}

type xmlVal struct {
	Val string `xml:"val,attr"`
}

type xmlLevel struct {
	Level  string  `xml:"ilvl,attr"`
	Start  *xmlVal `xml:"start"`
	Format xmlVal  `xml:"numFmt"`
	Text   xmlVal  `xml:"lvlText"`
}

func readNumbering(a *archive) (*numbering, error) {
	var x struct {
		Abstract []struct {
			ID     string     `xml:"abstractNumId,attr"`
			Levels []xmlLevel `xml:"lvl"`
		} `xml:"abstractNum"`
		Num []struct {
			ID        string `xml:"numId,attr"`
			Abstract  xmlVal `xml:"abstractNumId"`
			Overrides []struct {
				Level string  `xml:"ilvl,attr"`
				Start *xmlVal `xml:"startOverride"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	n := &numbering{lists: map[string]*list{}, counts: map[string][]int{}}
	if err := a.decode("word/numbering.xml", &x); err != nil {
		return nil, err
	}
	abstract := map[string][]level{}
	for _, d := range x.Abstract {
		levels := make([]level, maxLevels)
		for i := range levels {
			levels[i] = level{start: 1, format: "decimal"}
		}
		for _, l := range d.Levels {
			if i := number(l.Level); i < maxLevels {
				levels[i].format, levels[i].text = l.Format.Val, l.Text.Val
				if l.Start != nil {
					levels[i].start = number(l.Start.Val)
				}
			}
		}
		abstract[d.ID] = levels
	}
	for _, d := range x.Num {
		l := &list{abstract: d.Abstract.Val, levels: abstract[d.Abstract.Val], restart: map[int]int{}}
		for _, o := range d.Overrides {
			if o.Start != nil {
				l.restart[number(o.Level)] = number(o.Start.Val)
			}
		}
		n.lists[d.ID] = l
	}
	return n, nil
}

// style is what a paragraph style says of its paragraphs (17.7.4).
type style struct {
	heading bool
	list    string
	level   int
}

func readStyles(a *archive) (map[string]style, error) {
	var x struct {
		Styles []struct {
			ID   string `xml:"styleId,attr"`
			Name xmlVal `xml:"name"`
			PPr  struct {
				Outline *xmlVal `xml:"outlineLvl"`
				Num     struct {
					ID    xmlVal `xml:"numId"`
					Level xmlVal `xml:"ilvl"`
				} `xml:"numPr"`
			} `xml:"pPr"`
		} `xml:"style"`
	}
	if err := a.decode("word/styles.xml", &x); err != nil {
		return nil, err
	}
	styles := map[string]style{}
	for _, s := range x.Styles {
		name := strings.ToLower(s.Name.Val)
		styles[s.ID] = style{
			heading: strings.HasPrefix(name, "heading") || name == "title" || name == "subtitle" ||
				s.PPr.Outline != nil && s.PPr.Outline.Val != "9",
			list:  s.PPr.Num.ID.Val,
			level: number(s.PPr.Num.Level.Val),
		}
	}
	return styles, nil
}

// decode unmarshals a small part of the package; a part that is not there, or
// is broken, leaves v as it is.
func (a *archive) decode(name string, v any) error {
	const most = 16 << 20
	file, err := a.open(name)
	if err != nil || file == nil {
		return nil //nolint:nilerr // the document can be read without this part
	}
	defer file.Close() //nolint:errcheck // reading is over; there is nothing to lose
	data, err := io.ReadAll(io.LimitReader(file, most))
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	dec := xml.NewDecoder(strings.NewReader(string(data)))
	dec.Strict = false
	_ = dec.Decode(v) // what was decoded before an error is good
	return nil
}
