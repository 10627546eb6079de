package recognise

import "zvit/extract/wording"

// isSumOfYears reports whether a column of yearly money is the same whole share of the
// column beside it in each of two rows or more: "Затверджено" is then the plan of
// the whole period, so many times "Річний обсяг", and no earlier plan of the year.
func (t *Table) isSumOfYears(whole, yearly *Column) bool {
	const most = 10 // years of a programme
	years, rows := int64(0), 0
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		w, ok := wording.ParseNumeral(t.Text(r, whole.Index))
		y, also := wording.ParseNumeral(t.Text(r, yearly.Index))
		if !ok || !also || w.Mantissa == 0 && y.Mantissa == 0 {
			continue
		}
		for ; w.Decimals < y.Decimals; w.Decimals++ {
			w.Mantissa *= 10
		}
		for ; y.Decimals < w.Decimals; y.Decimals++ {
			y.Mantissa *= 10
		}
		if y.Mantissa <= 0 || w.Mantissa%y.Mantissa != 0 {
			return false
		}
		n := w.Mantissa / y.Mantissa
		if n < 2 || n > most || years != 0 && n != years {
			return false
		}
		years = n
		rows++
	}
	return rows > 1
}
