package wording

// Fold returns s for matching only: lower case; Latin letters and digits that
// look like Cyrillic ones folded inside words that are mostly Cyrillic (by the
// word's majority, so that "COVID" stays); the apostrophes ' ’ ʼ ` ´ one; soft
// hyphens and hyphens at a line's end out; white space of any kind one space;
// letter-spaced words ("Р І Ш Е Н Н Я") closed.
func Fold(s string) string { return s }

// Words splits folded text into words; an apostrophe or hyphen inside a word
// stays.
func Words(folded string) []string { return nil }

// Stem cuts a folded Ukrainian word to the part that its cases share; good
// enough to compare heading words, no dictionary.
func Stem(word string) string { return word }

// HasStems reports whether folded text has, in order and with any words between
// them, words that begin with the given stems.
func HasStems(folded string, stems ...string) bool { return false }

// Key is the name of a programme without years, quotes, case and apostrophes,
// with its authority: the same for each report on one programme.
func Key(programme, authority string) string { return "" }

// IsTotal reports whether a row's label says that the row is a total ("Всього",
// "Усього:", "РАЗОМ видаткiв", "Підсумок").
func IsTotal(label string) bool { return false }

// IsPart reports whether a label opens parts of the row above ("у тому числі",
// "в т.ч.", "з них").
func IsPart(label string) bool { return false }

// EndsSentence reports whether s ends as a sentence does (final mark, closing
// quote or bracket after one). Abbreviations ("м.", "т.д.", "р.") do not count.
func EndsSentence(s string) bool { return false }

// StartsInside reports whether s begins inside a sentence: with a small letter,
// a closing bracket or quote, a comma.
func StartsInside(s string) bool { return false }
