// Package charset turns the bytes of a Ukrainian text into UTF-8, whatever
// encoding they are in, and says how sure it is.
//
// A byte order mark, valid UTF-8 and the pattern of UTF-16 decide by
// themselves. Among the single-byte encodings a library proposes
// (wlynxg/chardet), and the letters decide: how frequent they are in Ukrainian,
// і ї є ґ among them, where capitals stand, and which pairs cannot be.
package charset

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"zvit/extract/document"
)

// ErrUnknown is the error of an encoding name that nobody knows.
var ErrUnknown = errors.New("unknown encoding")

// Names of the encodings that are found without being named.
const (
	UTF8        = "utf-8"
	UTF16LE     = "utf-16le"
	UTF16BE     = "utf-16be"
	Windows1251 = "windows-1251"
	KOI8U       = "koi8-u"
	IBM866      = "ibm866"
	CP1125      = "cp1125"
	MacCyrillic = "x-mac-cyrillic"
	ISO8859x5   = "iso-8859-5"
	Windows1252 = "windows-1252"
)

// Decode returns data as UTF-8 text, the encoding's name (lower case, as IANA
// or WHATWG write it) and the probability that it is the right one.
//
// override is the user's word and is obeyed; an unknown name gives ErrUnknown.
// declared is what a file's surroundings say (a header, a meta tag); it is
// believed where the bytes agree. Both may be empty. A byte order mark stands
// above declared, and is no part of the text. Bytes that the encoding does not
// have become U+FFFD.
//
// Data without anything to see give document.Empty, binary ones document.NotText.
func Decode(data []byte, override, declared string) (text, encoding string, confidence float64, err error) {
	text, encoding, confidence, err = decode(data, override, declared)
	if err != nil {
		return "", "", 0, err
	}
	if !visible(text) {
		return "", "", 0, &document.Failure{Category: document.Empty, Op: "decode"}
	}
	return text, encoding, confidence, nil
}

func decode(data []byte, override, declared string) (string, string, float64, error) {
	if len(data) == 0 {
		return "", "", 0, &document.Failure{Category: document.Empty, Op: "decode"}
	}
	if override != "" {
		c, err := find(override)
		if err != nil {
			return "", "", 0, err
		}
		_, body := mark(data)
		return c.decode(body), c.name, 1, nil
	}
	if name, body := mark(data); name != "" {
		c, err := find(name)
		if err != nil {
			return "", "", 0, err
		}
		return c.decode(body), c.name, 1, nil
	}
	if name, sure := wide(data); name != "" {
		c, err := find(name)
		if err != nil {
			return "", "", 0, err
		}
		return c.decode(data), c.name, sure, nil
	}
	// Old programs fill a file's last sector with NUL or end it with Ctrl-Z.
	data = bytes.TrimRight(data, "\x00\x1a")
	if binary(data) {
		return "", "", 0, &document.Failure{Category: document.NotText, Op: "decode"}
	}
	if utf8.Valid(data) {
		return string(data), UTF8, 1, nil
	}
	if text, sure, ok := mostlyUTF8(data); ok {
		return text, UTF8, sure, nil
	}
	return legacy(data, declared)
}

// find returns the codec of an encoding's name.
func find(name string) (codec, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	if c, ok := ours(name); ok {
		return c, nil
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return codec{}, fmt.Errorf("%w: %q", ErrUnknown, name)
	}
	canonical, err := htmlindex.Name(e)
	if err != nil {
		return codec{}, fmt.Errorf("%w: %q", ErrUnknown, name)
	}
	return codec{name: canonical, encoding: e}, nil
}

// Known reports whether Decode takes name as an override, and returns the name
// that it will report.
func Known(name string) (canonical string, ok bool) {
	c, err := find(name)
	return c.name, err == nil
}

// binary reports whether data is no text of any single-byte encoding or UTF-8:
// control characters beyond the few that scans and old programs leave.
func binary(data []byte) bool {
	if len(data) > 1<<20 {
		data = data[:1<<20]
	}
	control, nul := 0, 0
	for _, c := range data {
		switch {
		case c >= ' ':
		case c == 0:
			nul++
		case !(c >= '\t' && c <= '\r') && c != 0x1a && c != 0x1b && c != 0x07 && c != 0x1e && c != 0x1f:
			control++
		}
	}
	return nul*1000 > len(data) || control*50 > len(data)
}

// visible reports whether text has anything but white space and control marks.
func visible(text string) bool {
	for _, r := range text {
		if r > ' ' && r != 0x7f && r != '\u00a0' && r != '\ufeff' && r != '\u200b' && r != '\u2028' && r != '\u3000' && r != '\u0085' {
			return true
		}
	}
	return false
}
