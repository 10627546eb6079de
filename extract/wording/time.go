package wording

// DateSpan is a date found in text, by bytes.
type DateSpan struct {
	ISO        string // "2017-12-18"
	Start, End int
}

// FindDates returns the dates of s, in order: "18.12.2017", "18 грудня 2018
// року", "10 .02.2014р.", "«03» червня 2015 р.". Impossible dates are left out.
func FindDates(s string) []DateSpan { return nil }

// Period is a span of time. From and To are years ("2018") or ISO dates.
type Period struct {
	From, To string
	// Printed part of a year, as an ISO 8601 interval ("2020-01-01/2020-06-30"),
	// where the source names a quarter, half or number of months; else empty.
	Within string
}

// FindPeriod returns the first period of s: "2018-2020", "за 2018-2020 рік",
// "2024 – 2028 РОКИ", "2018 р.", "2 квартал 2021 – 4 квартал 2021 року", "за І
// півріччя 2020 року", "9 місяців", "станом на 01.07.2015".
func FindPeriod(s string) (Period, bool) { return Period{}, false }

// IsPeriod reports whether s, as a whole cell, is a period or a list of years.
func IsPeriod(s string) bool { return false }

// Years returns the four-digit years (1991 to 2099) that s names, in order,
// ranges expanded by their ends only.
func Years(s string) []int { return nil }
