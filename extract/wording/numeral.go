package wording

import "zvit/extract/record"

// Numeral is a number as printed: Mantissa / 10^Decimals, exactly.
type Numeral struct {
	Mantissa int64
	Decimals int
	// Grouped says that thousands were grouped by a space, a comma or a dot.
	Grouped bool
}

// ParseNumeral reads s, white space around it aside, as one numeral: digits
// grouped by any kind of space, or by nothing, with a decimal comma or dot, or
// by commas or dots where they can only be groups ("783,358.02"). The minus is
// '-', or U+2212; a dash that is glued to the digit is a minus only where it is
// one of these. It returns false where s holds anything else.
//
// Where s has two readings ("140,138", "199,000") it returns the decimal one;
// Readings returns both.
func ParseNumeral(s string) (Numeral, bool) { return Numeral{}, false }

// Readings returns every reading of s, the likelier first; none where s is not
// a numeral.
func Readings(s string) []Numeral { return nil }

// String prints the numeral with a decimal comma and no groups; ParseNumeral
// reads it back as it was, Grouped aside.
func (n Numeral) String() string { return "" }

// Kopecks returns the numeral's value in unit u, and false where it is no whole
// number of kopecks or overflows; Interval is for those.
func (n Numeral) Kopecks(u record.Unit) (record.Kopecks, bool) { return 0, false }

// Interval returns the closed interval of kopecks that the printed decimals
// allow: value ± half a unit of the last printed digit (XBRL Calculations 1.1),
// and nothing beside the value itself where that digit is a kopeck or less.
func (n Numeral) Interval(u record.Unit) (lo, hi record.Kopecks) { return 0, 0 }

// NumeralSpan is a numeral found in running text, by bytes.
type NumeralSpan struct {
	Numeral
	Start, End int
}

// FindNumerals returns the numerals of running text, in order: "5 200 600,0" is
// one; "2018-2020" is two, as is "12, 13". Parts of codes, dates ("18.12.2017"),
// row numbers ("1.2.") and words ("95-ї", "№879") are left out.
func FindNumerals(s string) []NumeralSpan { return nil }

// Absent reports whether a cell's text says that there is no value: empty, a
// dash of any kind, or Х/x as forms print it.
func Absent(s string) bool { return false }

// RowNumber reads "1", "1.", "1.1.", "2)", "І." as a row's number and returns it
// without the final mark ("1.1"); false where s is no row number.
func RowNumber(s string) (string, bool) { return "", false }
