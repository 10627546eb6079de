package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// mark returns the encoding that a byte order mark names, and the data after it.
func mark(data []byte) (name string, body []byte) {
	for _, m := range []struct{ bom, name string }{
		{"\xef\xbb\xbf", UTF8},
		{"\xff\xfe\x00\x00", "utf-32le"},
		{"\x00\x00\xfe\xff", "utf-32be"},
		{"\xff\xfe", UTF16LE},
		{"\xfe\xff", UTF16BE},
	} {
		if bytes.HasPrefix(data, []byte(m.bom)) {
			if m.name == UTF8 && !utf8.Valid(data) && binary(data) {
				continue
			}
			return m.name, data[len(m.bom):]
		}
	}
	return "", data
}

// wide recognises UTF-16 without a mark: every second byte is the high byte of
// ASCII, Cyrillic or general punctuation, and the others are of many kinds.
func wide(data []byte) (name string, confidence float64) {
	n := min(len(data), 1<<16) / 2
	if n < 2 || bytes.IndexByte(data[:2*n], 0x00) < 0 && bytes.IndexByte(data[:2*n], 0x04) < 0 {
		return "", 0 // Not one letter of ASCII or Cyrillic.
	}
	// At even and odd places: high bytes of letters and digits; of signs.
	var high, low [2]int
	for i := range n {
		for odd := range 2 {
			switch data[2*i+odd] {
			case 0x00, 0x04:
				high[odd]++
			case 0x20, 0x21, 0x22, 0x25:
				low[odd]++
			}
		}
	}
	for odd, name := range [2]string{UTF16BE, UTF16LE} {
		if high[odd]*5 >= n && (high[odd]+low[odd])*100 >= n*97 && (high[1-odd]+low[1-odd])*10 <= n*9 {
			return name, 0.99
		}
	}
	return "", 0
}

// mostlyUTF8 reads UTF-8 with defects: a character cut at the file's end, a few
// broken ones, or lines that stand in another encoding. Those lines are decoded
// by themselves; what else is broken becomes U+FFFD.
func mostlyUTF8(data []byte) (text string, confidence float64, ok bool) {
	good, bad := 0, 0
	for rest := data; len(rest) > 0; {
		if rest[0] < utf8.RuneSelf {
			rest = rest[1:]
			continue
		}
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		rest = rest[n:]
	}
	// A single-byte text makes a valid pair now and then, never more often than not.
	if good <= bad && !(bad <= 3 && good > 0) {
		return "", 0, false
	}
	var b strings.Builder
	b.Grow(len(data))
	confidence = 0.97
	for len(data) > 0 {
		l := data
		if i := bytes.IndexByte(data, '\n'); i >= 0 {
			l = data[:i+1]
		}
		data = data[len(l):]
		if utf8.Valid(l) {
			b.Write(l)
			continue
		}
		if line, ok := foreign(l); ok {
			confidence = 0.8
			b.WriteString(line)
			continue
		}
		b.WriteString(strings.ToValidUTF8(string(l), "\ufffd"))
	}
	return b.String(), confidence, true
}

// foreign decodes a line of a UTF-8 text that stands in a single-byte encoding;
// false where it is UTF-8 with a broken character.
func foreign(l []byte) (string, bool) {
	high, pairs := 0, 0
	for rest := l; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			high++
		case n > 1:
			pairs++
		}
		rest = rest[n:]
	}
	if high < 4 || pairs*4 > high {
		return "", false
	}
	best := rank(l, "")[0]
	if best.mean() < plausible {
		return "", false
	}
	return best.decode(l), true
}
