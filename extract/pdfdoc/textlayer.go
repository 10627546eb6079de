package pdfdoc

import (
	"context"
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// A scanner's own program lays its reading over the image of the page, unseen.
// Its mistakes differ from page to page; what it read in the wrong language, or
// wrote with a broken code table, makes no words at all.
const (
	soundShare   = 0.6 // of the letters that must stand in plausible words
	soundLetters = 40  // fewer say nothing about a layer
	// unmappedShare is how many of a page's signs may lack their Unicode: figures
	// and dashes often keep theirs where the letters have lost it.
	unmappedShare = 0.25
)

// overlaid reports whether the page's words lie over an image of all of it.
func overlaid(p layout.Page) bool {
	area := 0.0
	for _, b := range p.Images {
		area += (b.X1 - b.X0) * (b.Y1 - b.Y0)
	}
	return area > 0.8*p.Width*p.Height
}

// over reads the scans, some of which have a layer of text, by their index. It
// returns the layers that OCR has replaced and the error of the first scan that
// was not read; every such error is told to problem.
func (s *scanner) over(ctx context.Context, scans []*layout.Page, layers map[int]layout.Page,
	problem func(document.Category, int, string),
) (replaced []layout.Page, unread error) {
	for i, err := range s.pages(ctx, scans) {
		layer, ok := layers[i]
		switch {
		case ok && len(scans[i].Words) == 0:
			*scans[i] = layer // Better what the layer says than nothing.
		case ok:
			replaced = append(replaced, layer)
		}
		if err != nil {
			problem(document.CategoryOf(err), scans[i].Number, err.Error())
			if unread == nil {
				unread = err
			}
		}
	}
	return replaced, unread
}

// furnitureOf keeps the text of layers that OCR has replaced: a paragraph of
// furniture a page, numbered after those of blocks. Nothing of a file is lost.
func furnitureOf(layers []layout.Page, blocks []document.Block) []document.Block {
	last := 0
	for _, b := range blocks {
		if p, ok := b.(*document.Paragraph); ok {
			last = max(last, p.Place.Paragraph)
		}
	}
	var out []document.Block
	for _, l := range layers {
		words := make([]string, len(l.Words))
		for i := range l.Words {
			words[i] = l.Words[i].Text
		}
		last++
		out = append(out, &document.Paragraph{
			Kind: document.Furniture, Text: strings.Join(words, " "),
			Place: document.Place{Page: l.Number, Paragraph: last},
		})
	}
	return out
}

// sound reports whether the letters of a text layer make words of Ukrainian or
// of a language in Latin letters. Figures prove nothing either way; a layer
// with few letters is taken as it is.
func sound(words []layout.Word) bool {
	all, good := 0, 0
	for i := range words {
		for _, w := range strings.FieldsFunc(words[i].Text, func(r rune) bool {
			return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != 'ʼ' && r != unicode.ReplacementChar
		}) {
			n := 0
			for _, r := range w {
				if unicode.IsLetter(r) || r == unicode.ReplacementChar {
					n++
				}
			}
			all += n
			if plausible(w) {
				good += n
			}
		}
	}
	return all < soundLetters || float64(good) >= soundShare*float64(all)
}

// unmapped reports whether most letters of a page have no Unicode: the fonts or
// their tables are lost, and only the picture of the page can still be read.
func unmapped(words []layout.Word) bool {
	all, lost := 0, 0
	for i := range words {
		for _, r := range words[i].Text {
			all++
			if r == unicode.ReplacementChar {
				lost++
			}
		}
	}
	return lost >= soundLetters && float64(lost) > unmappedShare*float64(all)
}

// plausible reports whether a run of letters could be a word: one alphabet, no
// capital behind a small letter, a vowel in four letters or more, and at most
// five consonants or three vowels together. Words of one and two letters count
// where their letters are of one alphabet. A word of accented letters is one in
// another code table.
func plausible(w string) bool {
	var cyrillic, latin, accents, vowels, letters, run, most int
	vowelRun, mostVowels := 0, 0
	small := false
	for _, r := range w {
		switch {
		case r == '\'' || r == '’' || r == 'ʼ':
			continue
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case r < 0x250 && unicode.IsLetter(r):
			latin++
			if r >= 0xc0 {
				accents++
			}
		default:
			return false
		}
		letters++
		if unicode.IsLower(r) {
			small = true
		} else if small {
			return false
		}
		if strings.ContainsRune("аеєиіїоуюяыэёaeiouyáéíóúäöüàèâêôûåøæąęőű", unicode.ToLower(r)) {
			vowels++
			vowelRun, run = vowelRun+1, 0
		} else {
			run, vowelRun = run+1, 0
		}
		most, mostVowels = max(most, run), max(mostVowels, vowelRun)
	}
	if cyrillic > 0 && latin > 0 || letters > 2 && float64(accents) > accented*float64(letters) {
		return false
	}
	// Abbreviations in capitals need no vowel.
	if !small && letters <= 6 {
		return true
	}
	return (vowels > 0 || letters < 4) && most <= 5 && mostVowels <= 3
}
