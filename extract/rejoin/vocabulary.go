package rejoin

import (
	"math"
	"unicode/utf8"

	"zvit/extract/document"
)

// vocabulary counts words in a document as it was read: only those that are
// asked for, for they are few and the words of a document are many.
type vocabulary struct {
	words map[wordKey]int32
	heads map[wordKey]int32 // first letters of long words
	maybe shapes            // of the words that are asked for
}

// wordKey stands for a word in small letters (FNV-1a).
type wordKey uint64

const (
	keyOffset = 14695981039346656037
	keyPrime  = 1099511628211
	// headLetters is how many letters two words must share to be of one root.
	headLetters = 8
)

func (k wordKey) with(r rune) wordKey { return (k ^ wordKey(r)) * keyPrime }

// keyOf returns the key of a word that some pieces make, and that of its head
// where it has as many letters.
func keyOf(pieces ...string) (word, head wordKey, long bool) {
	word, n := wordKey(keyOffset), 0
	for _, s := range pieces {
		for i := 0; i < len(s); {
			r, size := letterAt(s, i)
			if r == 0 {
				r, _ = utf8.DecodeRuneInString(s[i:])
			}
			i += size
			word = word.with(r)
			if n++; n == headLetters {
				head, long = word, true
			}
		}
	}
	return word, head, long
}

// ask says that the word that some pieces make is to be counted.
func (v *vocabulary) ask(pieces ...string) {
	if v.words == nil {
		v.words = map[wordKey]int32{}
	}
	word, _, _ := keyOf(pieces...)
	v.words[word] = 0
	size := 0
	for _, s := range pieces {
		size += len(s)
	}
	v.maybe.add(firstLetter(pieces[0]), lastLetter(pieces[len(pieces)-1]), size)
}

// askAkin says that the words are to be counted that begin as one does.
func (v *vocabulary) askAkin(pieces ...string) {
	_, head, long := keyOf(pieces...)
	if !long {
		return
	}
	if v.heads == nil {
		v.heads = map[wordKey]int32{}
	}
	v.heads[head] = 0
	v.maybe.addAll(firstLetter(pieces[0]))
}

// count is how often the document has a word that was asked for.
func (v *vocabulary) count(pieces ...string) int {
	word, _, _ := keyOf(pieces...)
	return int(v.words[word])
}

// akin is how many words begin as one does that was asked for; 0 where it is
// short.
func (v *vocabulary) akin(pieces ...string) int {
	_, head, long := keyOf(pieces...)
	if !long {
		return 0
	}
	return int(v.heads[head])
}

// read counts the words of a document.
func (v *vocabulary) read(doc *document.Document) {
	if len(v.words) == 0 {
		return
	}
	for text := range doc.Texts() {
		eachWord(text, v.meet)
	}
}

// meet counts a word where it was asked for.
func (v *vocabulary) meet(w string) {
	if !v.maybe.has(firstLetter(w), lastLetter(w), len(w)) {
		return
	}
	word, head, long := keyOf(w)
	if n, ok := v.words[word]; ok {
		v.words[word] = n + 1
	}
	if !long {
		return
	}
	if n, ok := v.heads[head]; ok {
		v.heads[head] = n + 1
	}
}

// shapes is a set of first and last letters and sizes of words, some of which it
// cannot tell apart: what is not in it is not there. A capital has as many bytes as
// its small letter.
type shapes [1 << shapeBits / 64]uint64

// The last bits of a letter, and of the bytes of a word, that a shape has.
const (
	letterBits = 5
	sizeBits   = 5
	shapeBits  = 2*letterBits + sizeBits
)

func shapeOf(first, last rune, size int) (word, bit int) {
	n := int(first)&(1<<letterBits-1)<<(letterBits+sizeBits) | int(last)&(1<<letterBits-1)<<sizeBits | size&(1<<sizeBits-1)
	return n / 64, n % 64
}

func (s *shapes) add(first, last rune, size int) {
	word, bit := shapeOf(first, last, size)
	s[word] |= 1 << bit
}

// addAll adds all words that begin with a letter.
func (s *shapes) addAll(first rune) {
	word, _ := shapeOf(first, 0, 0)
	for i := range 1 << (letterBits + sizeBits) / 64 {
		s[word+i] = math.MaxUint64
	}
}

func (s *shapes) has(first, last rune, size int) bool {
	word, bit := shapeOf(first, last, size)
	return s[word]&(1<<bit) != 0
}

// firstLetter and lastLetter are those of a word, small; 0 where it has none there.
func firstLetter(w string) rune {
	if w == "" {
		return 0
	}
	r, _ := letterAt(w, 0)
	return r
}

func lastLetter(w string) rune {
	if at := lettersBack(w, len(w)-2); at < len(w) {
		return firstLetter(w[len(w)-2:])
	}
	_, size := utf8.DecodeLastRuneInString(w)
	return firstLetter(w[len(w)-size:])
}

// eachWord calls f for the words of s; a hyphen or an apostrophe inside a word
// stays.
func eachWord(s string, f func(word string)) {
	from, to := -1, 0 // of the word, without marks at its end
	for i := 0; i < len(s); {
		j := skipLetters(s, i)
		if j == i {
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case isLetter(r):
				j += size
			case from >= 0 && (r == '-' || r == '\'' || r == '’'):
				i += size
				continue
			default:
				if from >= 0 {
					f(s[from:to])
				}
				from = -1
				i += size
				continue
			}
		}
		if from < 0 {
			from = i
		}
		i, to = j, j
	}
	if from >= 0 {
		f(s[from:to])
	}
}
