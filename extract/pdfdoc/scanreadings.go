package pdfdoc

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/layout"
)

// How far a reading is believed.
const (
	sureEnough = 0.6  // a reading below that is weak, and another is asked for
	atOdds     = 0.5  // of a figure that was read in two ways, or has other signs than the bitmap
	outvoted   = 0.8  // of a figure that another reading disputes, with the bitmap on its side
	illegible  = 0.01 // of ink that no reading made sense of
	foreign    = 0.3  // what Latin letters must be surer by than Ukrainian ones ("THC.", "тис.")
)

// noSense stands where a cell has ink that the engine makes nothing of (Unicode,
// "Replacement Character"): it must not look like a blank.
const noSense = "\uFFFD"

// choose makes one of the readings of an excerpt, of which the first is the
// page's; shape is what the bitmap shows (see figureShape). A figure that has the
// signs of the bitmap goes before all others. No reading is made of parts of
// several, and none is changed.
func choose(readings [][]layout.Word, shape string) []layout.Word {
	var best []layout.Word
	rank := -foreign
	for i, r := range readings {
		if len(r) == 0 {
			continue
		}
		if v := standing(readings, i, shape); v > rank {
			best, rank = r, v
		}
	}
	if best == nil {
		return nil
	}
	best = wellSpaced(best, readings)
	confidence, doubt := 0.0, 1.0
	for _, r := range readings {
		switch {
		case len(r) == 0:
		case written(r) == written(best):
			confidence = max(confidence, least(r))
		case fits(best, shape) && !fits(r, shape):
			doubt = min(doubt, outvoted)
		case strings.ContainsAny(written(best), digits):
			doubt = min(doubt, atOdds)
		}
	}
	if figure(best) && verifiable(best) && !fits(best, shape) {
		doubt = atOdds
	}
	return believed(best, min(confidence, doubt))
}

const digits = "0123456789"

// standing orders the readings of an excerpt: figures that fit (but not a weak one
// against a sure reading), then those that others confirm, then by confidence.
func standing(readings [][]layout.Word, i int, shape string) float64 {
	r := readings[i]
	v := least(r)
	if latin(written(r)) {
		v -= foreign
	}
	for k, other := range readings {
		if k != i && written(other) == written(r) {
			v++
		}
	}
	others := slices.Delete(slices.Clone(readings), i, i+1)
	weak := least(r) < sureEnough && slices.ContainsFunc(readings, sure)
	if figure(r) && fits(r, shape) && (!weak || mostlyDigits(others, shape)) {
		v += float64(2 * len(readings))
	}
	return v
}

// sure reports whether the engine is sure of what it read.
func sure(words []layout.Word) bool { return len(words) > 0 && least(words) >= sureEnough }

// mostlyDigits reports whether a cell holds a figure, by its shape and by most of
// its digits in one of the readings: "-п 499,75" is one, and no text.
func mostlyDigits(readings [][]layout.Word, shape string) bool {
	signs := strings.Count(shape, string(digitShape))
	return slices.ContainsFunc(readings, func(r []layout.Word) bool {
		n := 0
		for _, c := range written(r) {
			if unicode.IsDigit(c) {
				n++
			}
		}
		return 2*n > signs
	})
}

// wellSpaced is the reading that says the same in the groups of one number.
func wellSpaced(best []layout.Word, readings [][]layout.Word) []layout.Word {
	if grouped(best) {
		return best
	}
	for _, r := range readings {
		if written(r) == written(best) && grouped(r) {
			return r
		}
	}
	return best
}

// believed returns words that are believed so far.
func believed(words []layout.Word, confidence float64) []layout.Word {
	out := make([]layout.Word, len(words))
	for i, w := range words {
		w.Confidence = confidence
		out[i] = w
	}
	return out
}

// evident reports whether a reading needs no other: a figure with the signs of the
// bitmap, of which the engine is sure.
func evident(words []layout.Word, shape string) bool {
	return figure(words) && fits(words, shape) && least(words) >= sureEnough
}

// least is the confidence of the weakest word.
func least(words []layout.Word) float64 {
	c := 1.0
	for _, w := range words {
		c = min(c, w.Confidence)
	}
	return c
}

// written is what the words say, without white space.
func written(words []layout.Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Text)
	}
	return b.String()
}

// grouped reports whether the words are the groups of one number: three digits
// in all but the first.
func grouped(words []layout.Word) bool {
	for i, w := range words {
		whole, _, _ := strings.Cut(strings.TrimLeft(w.Text, "-–−"), ",")
		if n := len(whole); n == 0 || n > 3 || i > 0 && n != 3 || strings.Trim(whole, digits) != "" {
			return false
		}
	}
	return true
}

// figure reports whether the words are digits and signs, or a dash.
func figure(words []layout.Word) bool {
	s := written(words)
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsDigit(r) && !strings.ContainsRune(",.-–—−%+()", r)
	})
}

// verifiable reports whether the bitmap can tell all signs of a reading.
func verifiable(words []layout.Word) bool {
	return !strings.ContainsRune(shapeOf(written(words)), utf8.RuneError)
}

// settled is what a cell says after all readings. A dash is known by its shape
// alone, and ink as high as digits that no reading makes sense of gets a mark.
func (e *excerpt) settled() []layout.Word {
	words := choose(e.readings, e.shape)
	known := layout.Word{Box: inPoints(e.lines[0])}
	switch fit := fits(words, e.shape); {
	case fit && figure(words):
		return spacedAs(words, e.shape)
	case !fit && e.shape == string(dashShape):
		known.Text, known.Confidence = e.shape, outvoted
		return []layout.Word{known}
	case len(words) == 0 && strings.ContainsRune(e.shape, digitShape):
		known.Text, known.Confidence = noSense, illegible
		return []layout.Word{known}
	}
	return words
}

// last is the latest reading.
func (e *excerpt) last() []layout.Word { return e.readings[len(e.readings)-1] }

// lost reports whether a cell that looks like a figure was read as nothing likely.
func (e *excerpt) lost() bool {
	if strings.ContainsRune(e.shape, utf8.RuneError) || !strings.ContainsRune(e.shape, digitShape) {
		return false
	}
	return !slices.ContainsFunc(e.readings, func(r []layout.Word) bool {
		return figure(r) && fits(r, e.shape) || sure(r) && !mostlyDigits(e.readings, e.shape)
	})
}
