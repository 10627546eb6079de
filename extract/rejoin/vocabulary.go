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
	// How many bytes the words may have that are asked for, by their first letters;
	// of either the last six bits. A capital has as many bytes as its small letter.
	sizes [64]uint64
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
	first, _ := letterAt(pieces[0], 0)
	v.sizes[first&63] |= 1 << (size & 63)
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
	first, _ := letterAt(pieces[0], 0)
	v.sizes[first&63] = math.MaxUint64 // of any size
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
	if first, _ := letterAt(w, 0); v.sizes[first&63]&(1<<(len(w)&63)) == 0 {
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
