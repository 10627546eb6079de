package rejoin

import "unicode"

// isLetter is unicode.IsLetter. It and the two below are asked for most letters
// of a document: those of U+0400 to U+045F are known without tables.
func isLetter(r rune) bool { return r >= 'Ѐ' && r <= 'џ' || unicode.IsLetter(r) }

// isUpper is unicode.IsUpper.
func isUpper(r rune) bool {
	if r >= 'Ѐ' && r <= 'џ' {
		return r <= 'Я'
	}
	return unicode.IsUpper(r)
}

// isLower is unicode.IsLower.
func isLower(r rune) bool {
	if r >= 'Ѐ' && r <= 'џ' {
		return r > 'Я'
	}
	return unicode.IsLower(r)
}
