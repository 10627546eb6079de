package wording

import "zvit/extract/record"

// UnitSpan is a unit of money found in text, by bytes.
type UnitSpan struct {
	Unit       record.Unit
	Text       string
	Start, End int
	// Per is what the money is for one of ("куб.м" in "грн/куб.м"): a tariff.
	Per string
}

// FindUnits returns the units of money in s, in order: "тис.грн", "тис. гривень",
// "млн грн", "грн.", "коп.", in any spacing, case and abbreviation, glued to a
// number or not. "тис." that belongs to Гкал, осіб, куб.м or another thing that
// is no money is left out.
func FindUnits(s string) []UnitSpan { return nil }

// MoneyAmount is a number with its unit in running text; compound ones ("3 млн.
// 520 тис.грн") are one amount with several parts.
type MoneyAmount struct {
	Start, End int    // by bytes, the unit and the words in brackets included
	Printed    string // the numeral (of a compound: the whole of it) without the last unit
	Unit       record.Unit
	UnitText   string
	Words      string // amount in words that follows in brackets, or empty
	// Compound is the exact sum of a compound amount; nil for a plain one.
	Compound *record.Kopecks
}

// FindMoney returns the amounts of money in running text, in order: numerals
// with a unit right after them.
func FindMoney(s string) []MoneyAmount { return nil }

// ParseWords reads an amount in Ukrainian words ("Одинадцять мільйонів шістсот
// п'ятдесят сім тисяч гривень 50 копійок") exactly.
func ParseWords(s string) (record.Kopecks, bool) { return 0, false }
