// Package charset turns the bytes of a text into UTF-8.
package charset

import (
	"unicode/utf8"

	"zvit/extract/document"
)

// Decode is being written.
func Decode(data []byte, override, declared string) (text, encoding string, confidence float64, err error) {
	if len(data) == 0 {
		return "", "", 0, &document.Failure{Category: document.Empty, Op: "decode"}
	}
	if !utf8.Valid(data) {
		return "", "", 0, &document.Failure{Category: document.NotText, Op: "decode"}
	}
	return string(data), "utf-8", 1, nil
}
