package charset

import (
	"bytes"
	"math"
	"sort"
	"strings"

	"github.com/wlynxg/chardet"

	"zvit/extract/document"
)

// sampleBytes is how much of a text the single-byte encodings are judged by.
const sampleBytes = 32 << 10

// plausible is the mean score of a high byte below which a reading is no
// Ukrainian text. Real text scores about -3 (the entropy of its letters, in
// nats), a wrong encoding's -4.5 and less, noise -6 and less.
const plausible = -5.0

// legacy decodes data that are no Unicode.
func legacy(data []byte, declared string) (string, string, float64, error) {
	ranked := rank(data, declared)
	best, second := ranked[0], ranked[1]
	if best.high >= 24 && best.mean() < plausible-1 {
		return "", "", 0, &document.Failure{Category: document.NotText, Op: "decode"}
	}
	// The scores are log likelihoods, of letters that are no independent
	// witnesses: a third of the margin is a sober logit.
	margin := best.score - second.score
	if alike(best, second, data) {
		margin = best.score - ranked[min(2, len(ranked)-1)].score
	}
	confidence := 1 / (1 + math.Exp(-margin/3))
	if best.mean() < plausible {
		confidence = min(confidence, 0.5)
	}
	return best.decode(data), best.name, min(confidence, 0.99), nil
}

// alike reports whether two encodings read data to the same text.
func alike(a, b judged, data []byte) bool {
	var differ [256]bool
	for x := 0x80; x < 0x100; x++ {
		differ[x] = a.rune(byte(x)) != b.rune(byte(x))
	}
	for _, x := range data {
		if differ[x] {
			return false
		}
	}
	return true
}

// judged is an encoding with the score of the text that it gives.
type judged struct {
	codec
	score float64
	high  int
}

// mean is the score of a high byte.
func (j judged) mean() float64 { return j.score / float64(max(j.high, 1)) }

// Bonuses, in nats: what a proposal and a declaration are worth against letters.
const (
	proposalBonus    = 2
	declarationBonus = 4
)

// rank judges every candidate, the best first.
func rank(data []byte, declared string) []judged {
	sample := sampleOf(data)
	proposed := map[string]bool{}
	for _, r := range chardet.DetectAll(sample) {
		if c, err := find(r.Encoding); err == nil {
			proposed[c.name] = true
		}
	}
	named := ""
	if declared != "" {
		if c, err := find(declared); err == nil {
			named = c.name
		}
	}
	all := candidates()
	ranked := make([]judged, len(all))
	for i, c := range all {
		j := judged{codec: c}
		j.score, j.high = c.judge(sample)
		if proposed[c.name] {
			j.score += proposalBonus
		}
		if named == c.name {
			j.score += declarationBonus
		}
		j.score -= 0.01 * float64(i) // The commoner of equals.
		ranked[i] = j
	}
	sort.SliceStable(ranked, func(a, b int) bool { return ranked[a].score > ranked[b].score })
	return ranked
}

// sampleOf returns the lines of data that have high bytes, up to sampleBytes.
func sampleOf(data []byte) []byte {
	if len(data) <= sampleBytes {
		return data
	}
	var sample []byte
	for len(data) > 0 && len(sample) < sampleBytes {
		l := data
		if i := bytes.IndexByte(data, '\n'); i >= 0 {
			l = data[:i+1]
		}
		data = data[len(l):]
		if at := bytes.IndexFunc(l, func(r rune) bool { return r >= 0x80 }); at >= 0 {
			l = l[max(0, at-64):]
			sample = append(sample, l[:min(len(l), sampleBytes-len(sample))]...)
		}
	}
	return sample
}

// judge returns the log likelihood of the high bytes of data as Ukrainian text
// in this encoding, and their number.
func (c codec) judge(data []byte) (score float64, high int) {
	var runes [256]rune
	for x := range runes {
		runes[x] = c.rune(byte(x))
	}
	latin := c.name == Windows1252
	var before, last rune
	for i, x := range data {
		r := runes[x]
		if x >= 0x80 {
			high++
			if r == last && r >= '\u2500' && r <= '\u259f' {
				high-- // A run of rules is one witness.
			} else {
				next := rune(' ')
				if i+1 < len(data) {
					next = runes[data[i+1]]
				}
				if latin {
					score += latinWeight(last, r, next)
				} else {
					score += weigh(before, last, r, next)
				}
			}
		}
		before, last = last, r
	}
	if c.name == CP1125 && !hasAny(data, 0xf6, 0xf7) {
		score-- // Ukrainian without і stands in CP866, which has none;
		if hasAny(data, 'i') {
			score -= 2 * declarationBonus // its writers used the Latin one.
		}
	}
	return score, high
}

func hasAny(data []byte, xs ...byte) bool {
	for _, x := range xs {
		if bytes.IndexByte(data, x) >= 0 {
			return true
		}
	}
	return false
}

// latinWeight scores a high byte as one of a western text: between Latin letters.
func latinWeight(last, r, next rune) float64 {
	switch {
	case strings.ContainsRune("àâäáçéèêëîïíñôöóùûüúßÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ", r) && (isASCIILetter(last) || isASCIILetter(next)):
		return -4
	case strings.ContainsRune(marks, r):
		return -5.5
	}
	return -9
}
