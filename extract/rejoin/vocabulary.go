package rejoin

import (
	"unicode/utf8"

	"zvit/extract/document"
)

// vocabulary counts words in a document as it was read: only those that are
// asked for, for they are few and the words of a document are many.
type vocabulary struct {
	words map[wordKey]int32
	heads map[wordKey]int32 // first letters of long words
	// Which keys may be among those of words and heads, by their last bits: most
	// words of a document are told from all that are asked for by it.
	maybe [1 << keyBits / 64]uint64
}

const keyBits = 12

// wordKey stands for a word in small letters (FNV-1a).
type wordKey uint64

const (
	keyOffset = 14695981039346656037
	keyPrime  = 1099511628211
	// headLetters is how many letters two words must share to be of one root.
	headLetters = 8
)

func (k wordKey) with(r rune) wordKey { return (k ^ wordKey(r)) * keyPrime }

// bit is where maybe has the key.
func (k wordKey) bit() (word, bit wordKey) {
	k &= 1<<keyBits - 1
	return k / 64, k % 64
}

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
		v.words, v.heads = map[wordKey]int32{}, map[wordKey]int32{}
	}
	word, head, long := keyOf(pieces...)
	v.words[word] = 0
	v.mark(word)
	if long {
		v.heads[head] = 0
		v.mark(head)
	}
}

func (v *vocabulary) mark(k wordKey) {
	word, bit := k.bit()
	v.maybe[word] |= 1 << bit
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
		v.add(text)
	}
}

// add counts the words of s; a hyphen or an apostrophe inside a word stays.
func (v *vocabulary) add(s string) {
	var here, word, head wordKey // up to this rune, the last letter, the head's end
	runes, letters := 0, 0       // up to this rune, and the last letter
	for i, size := 0, 0; i < len(s); i += size {
		var r rune
		if r, size = letterAt(s, i); r != 0 {
			if runes == 0 {
				here = keyOffset
			}
			here = here.with(r)
			runes++
			word, letters = here, runes
		} else if r, size = utf8.DecodeRuneInString(s[i:]); runes > 0 && (r == '-' || r == '\'' || r == '’') {
			here = here.with(r)
			runes++
		} else {
			v.found(word, head, letters)
			runes, letters = 0, 0
		}
		if runes == headLetters {
			head = here
		}
	}
	v.found(word, head, letters)
}

// found counts a word of so many letters.
func (v *vocabulary) found(word, head wordKey, letters int) {
	if letters > 0 {
		v.meet(v.words, word)
	}
	if letters >= headLetters {
		v.meet(v.heads, head)
	}
}

func (v *vocabulary) meet(asked map[wordKey]int32, k wordKey) {
	if word, bit := k.bit(); v.maybe[word]&(1<<bit) == 0 {
		return
	}
	if n, ok := asked[k]; ok {
		asked[k] = n + 1
	}
}
