package recognise

import "zvit/extract/wording"

// phrase is a text as its words are matched. It is read once for all forms that
// ask about it: folded when it is made, cut into words and into amounts when that
// is first asked for.
type phrase struct {
	Text   string // without marks of emphasis around it
	Folded string

	words []string
	read  *wording.Text
	units []wording.UnitSpan // see Units; nil until it is asked for
}

func newPhrase(text string) *phrase { return &phrase{Text: text, Folded: wording.Fold(text)} }

// Words returns the folded words; no one may change them.
func (p *phrase) Words() []string {
	if p.words == nil {
		p.words = wording.Words(p.Folded)
	}
	return p.words
}

// Read returns the text to be asked for what is in it.
func (p *phrase) Read() *wording.Text {
	if p.read == nil {
		p.read = wording.Read(p.Text)
	}
	return p.read
}

// Units returns the units of the text that belong to no number in it.
func (p *phrase) Units() []wording.UnitSpan {
	if p.units == nil {
		p.units = withoutNumber(p.Text, p.Read().Units())
		if p.units == nil {
			p.units = []wording.UnitSpan{}
		}
	}
	return p.units
}

// phrases remembers the lines of a document: splitting it asks about each, and
// the report that the line is in asks again.
type phrases struct {
	of    map[string]*phrase
	bytes int
}

const rememberedPhrases = 4 << 20 // bytes, far above any report's text

// line returns the phrase of a text; nil remembers nothing.
func (p *phrases) line(text string) *phrase {
	if p == nil {
		return newPhrase(text)
	}
	got := p.of[text]
	if got == nil {
		got = newPhrase(text)
		if p.bytes += len(text); p.bytes <= rememberedPhrases {
			p.of[text] = got
		}
	}
	return got
}
