package pdfdoc

import (
	"image"
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/layout"
	"zvit/extract/wording"
)

// cyrillic reports whether most letters of a page are.
func cyrillic(words []layout.Word) bool {
	own, all := 0, 0
	for _, w := range words {
		for _, r := range w.Text {
			if unicode.IsLetter(r) {
				all++
				if unicode.Is(unicode.Cyrillic, r) {
					own++
				}
			}
		}
	}
	return 2*own > all
}

// latin reports whether a word has Latin letters and is no Roman numeral.
func latin(s string) bool {
	return strings.Trim(s, "IVX") != "" && strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

// respelt is a word with Latin letters on a Ukrainian page, or what the engine
// reads in its place as Ukrainian: where it is surer of that ("Kacosi", "Касові"),
// or as sure and the letters look alike ("Ha", "на"), or where that is a unit of
// money ("THC.", "тис."). Of 40 names and abbreviations that are Latin indeed
// (COVID-19, ISO, Canon, HP) it leaves all as they are but "HP".
func (e *excerpt) respelt() layout.Word {
	const surer = 0.01
	w := e.readings[0][0]
	again := e.last()
	if len(again) != 1 || again[0].Confidence < sureEnough || latin(again[0].Text) {
		return w
	}
	a, b := w.Confidence, again[0].Confidence
	twins := string(wording.Homoglyphs([]rune(w.Text+"я"))) == again[0].Text+"я"
	units := wording.FindUnits(again[0].Text + " грн")
	unit := len(units) > 0 && units[0].Start == 0
	if b <= a+surer && !(twins && b > a-surer) && !unit {
		return w
	}
	w.Text, w.Confidence = again[0].Text, b
	return w
}

// numeroSigns mends "№", which neither model knows and the engine takes for
// "No", "Ne", "Мо" or "Ме": before a number and before "з/п" it is nothing else.
// "3/п" after it is the heading "№ з/п". It changes words in place.
func numeroSigns(words []layout.Word) {
	number := func(s string) bool {
		return s != "" && strings.Contains(digits, s[:1]) || strings.HasPrefix(s, "з/") || strings.HasPrefix(s, "п/")
	}
	for i := range words {
		w := &words[i]
		for _, taken := range []string{"No", "Ne", "Мо", "Ме"} {
			rest, ok := strings.CutPrefix(w.Text, taken)
			switch {
			case !ok:
			case number(rest), rest == "" && i+1 < len(words) && number(words[i+1].Text) && beside(w.Box, words[i+1].Box):
				w.Text = "№" + rest
			}
		}
		if w.Text == "№" && i+1 < len(words) {
			after := words[i+1:]
			if after[0].Text == "3/п" || after[0].Text == "3/" && len(after) > 1 && after[1].Text == "п" {
				after[0].Text = strings.Replace(after[0].Text, "3", "з", 1)
			}
		}
	}
}

// beside reports whether a word goes on from another, on its line or the next.
func beside(a, b document.Box) bool {
	high := a.Y1 - a.Y0
	return b.Y0 > a.Y0-high && b.Y0 < a.Y1+high && b.X0 < a.X1+2*high
}

// romanBars mends Roman numerals of bars alone, "II" and "III", which head the
// columns of quarters and half-years and which the engine takes for "I", "П" or
// "Ш": the bitmap tells how many bars there are. It changes words in place.
func romanBars(g *image.Gray, words []layout.Word) {
	for i := range words {
		w := &words[i]
		if w.Text == "" || len([]rune(w.Text)) > 3 || strings.Trim(w.Text, "IІlіi|ПпНнШшHUu") != "" {
			continue
		}
		n := bars(g, pixels(w.Box).Intersect(g.Rect))
		if numeral := strings.Repeat("I", n); n > 1 && strings.ReplaceAll(w.Text, "І", "I") != numeral {
			w.Text, w.Confidence = numeral, min(w.Confidence, outvoted)
		}
	}
}

// bars counts upright bars of one height that touch nowhere but in their serifs;
// 0 where something else is written. Letters of bars are joined at the top ("П"),
// the bottom ("Ш") or in the middle ("Н"); serifs touch at both ends alike.
func bars(g *image.Gray, r image.Rectangle) int {
	const most = 3
	top, bottom := inkedRows(g, r)
	high := bottom - top
	if high < scanDPI/20 {
		return 0
	}
	dark := inkLevel(g, r)
	want := runsOf(g, r, (top+bottom)/2, dark)
	for y := top + high/4; y < bottom-high/4; y++ {
		runs := runsOf(g, r, y, dark)
		if len(runs) != len(want) {
			return 0
		}
		for i, b := range runs {
			if lean := b.from + b.to - want[i].from - want[i].to; 3*(b.to-b.from) > high || max(lean, -lean) > high/8 {
				return 0 // an arm of "V"
			}
		}
	}
	above, below := paperBetween(runsOf(g, r, top+high/12, dark)), paperBetween(runsOf(g, r, bottom-1-high/12, dark))
	if len(want) < 2 || len(want) > most || max(above, below)-min(above, below) > high/8*len(want) {
		return 0
	}
	return len(want)
}

// inkedRows is the span of rows with ink.
func inkedRows(g *image.Gray, r image.Rectangle) (top, bottom int) {
	if r.Empty() {
		return 0, 0
	}
	dark := inkLevel(g, r)
	top, bottom = r.Max.Y, r.Min.Y
	for y := r.Min.Y; y < r.Max.Y; y++ {
		if len(runsOf(g, r, y, dark)) > 0 {
			top, bottom = min(top, y), y+1
		}
	}
	return top, bottom
}

// inkRun is a run of ink in a row of pixels.
type inkRun struct{ from, to int }

// runsOf gives the runs of ink in a row.
func runsOf(g *image.Gray, r image.Rectangle, y, dark int) []inkRun {
	var out []inkRun
	begin := -1 // of the run that goes on
	for x := r.Min.X; x <= r.Max.X; x++ {
		ink := x < r.Max.X && int(g.Pix[y*g.Stride+x]) < dark
		switch {
		case ink && begin < 0:
			begin = x
		case !ink && begin >= 0:
			out = append(out, inkRun{begin, x})
			begin = -1
		}
	}
	return out
}

// paperBetween is the width of the gaps between runs.
func paperBetween(runs []inkRun) (sum int) {
	for i := 1; i < len(runs); i++ {
		sum += runs[i].from - runs[i-1].to
	}
	return sum
}
