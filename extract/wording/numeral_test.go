package wording

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"zvit/extract/record"
)

func TestReadings(t *testing.T) {
	for _, tt := range []struct{ in, want string }{ // readings joined by " or "
		{"540,0", "540,0"},
		{" 162 331,35\t", "162331,35"},
		{"1\u00a0185\u202f773", "1185773"},
		{"1 185773,94", "1185773,94"},
		{"1 326860", "1326860"},
		{"1'203'060,00", "1203060,00"},
		{"2 147 360, 00", "2147360,00"},
		{"1 200, 50", "1200,50"},
		{"180, 05", "180,05"},
		{"310 ,5", "310,5"},
		{"1 310 .25", "1310,25"},
		{"39 ,186", "39,186 or 39186"},
		{"1’203’060", "1203060"},
		{"12’500,5", "12500,5"},
		{"2334477419", "2334477419"},
		{"1365155.7", "1365155,7"},
		{"4,050,24", "4050,24"},
		{"783,358.02", "783358,02"},
		{"1.234.567,8", "1234567,8"},
		{"140,138", "140,138 or 140138"},
		{"199,000", "199,000 or 199000"},
		{"1,234,567", "1234567 or 1234,567"},
		{"11148,559", "11148,559"},
		{"1 148,559", "1148,559"},
		{"0,126", "0,126"},
		{"0,12766", "0,12766"},
		{"18 000 000,0", "18000000,0"},
		{"-147 800,0", "-147800,0"},
		{"\u22125", "-5"},
		{"+12,5", "12,5"},
		{"0", "0"},
		{"0,00", "0,00"},
		{"00,00", "0,00"},
		{"540,0.", "540,0"},
		{"12,5*", "12,5"},
		{"12,5²", "12,5"},
		{"9223372036854775807", ""},
		{"999999999999999999", "999999999999999999"},
		// No numerals.
		{"", ""},
		{"-", ""},
		{"–229312,9", ""},
		{"- 5", ""},
		{"(5,0)", ""},
		{"О,5", ""},
		{"1О0", ""},
		{"310 , 5", ""},
		{"310,5 ,2", ""},
		{"12 ,13 ,14", ""},
		{"20U2", ""},
		{"2018 2020", ""},
		{"5'10", ""},
		{"1'2034", ""},
		{"2018'200", ""},
		{"2018 540,0", ""},
		{"12, 13", ""},
		{"2489 80", ""},
		{"1 234 56", ""},
		{"0110170", ""},
		{"1.", ""},
		{"540.", ""},
		{"1.2.3", ""},
		{"18.12.2017", ""},
		{"1,23,456", ""},
		{"1 234,567.8", ""},
		{"5,", ""},
		{",5", ""},
		{"5%", ""},
		{"954.9196 210 609 645.13", ""},
		{"2394,00+417,00", ""},
		{"12\n13", ""},
	} {
		var got []string
		for _, n := range Readings(tt.in) {
			got = append(got, n.String())
		}
		if s := strings.Join(got, " or "); s != tt.want {
			t.Errorf("Readings(%q) = %q, want %q", tt.in, s, tt.want)
		}
	}
}

func TestParseNumeralGrouped(t *testing.T) {
	for in, want := range map[string]bool{"1 000": true, "1000": false, "1,5": false, "4,050,24": true, "783,358.02": true, "5": false} {
		if n, ok := ParseNumeral(in); !ok || n.Grouped != want {
			t.Errorf("ParseNumeral(%q) = %+v, %v; want Grouped %v", in, n, ok, want)
		}
	}
}

func TestKopecks(t *testing.T) {
	for _, tt := range []struct {
		in   string
		unit record.Unit
		want record.Kopecks
		ok   bool
	}{
		{"5 200,6", record.ThousandUAH, 520_060_000, true},
		{"162 331,35", record.UAH, 16_233_135, true},
		{"11148,559", record.ThousandUAH, 1_114_855_900, true},
		{"0,12766", record.ThousandUAH, 12_766, true},
		{"0,127661", record.ThousandUAH, 0, false},
		{"-0,5", record.UAH, -50, true},
		{"0,005", record.UAH, 0, false},
		{"12", record.Kopeck, 12, true},
		{"1,5", record.BillionUAH, 150_000_000_000, true},
		{"5", record.NoUnit, 0, false},
		{"999999999999999999", record.BillionUAH, 0, false},
	} {
		n, _ := ParseNumeral(tt.in)
		if got, ok := n.Kopecks(tt.unit); got != tt.want || ok != tt.ok {
			t.Errorf("%q in %s = %d, %v; want %d, %v", tt.in, tt.unit, got, ok, tt.want, tt.ok)
		}
	}
}

func TestInterval(t *testing.T) {
	for _, tt := range []struct {
		in     string
		unit   record.Unit
		lo, hi record.Kopecks
	}{
		{"540,0", record.ThousandUAH, 53_995_000, 54_005_000}, // ± 50 hryvnias
		{"540", record.ThousandUAH, 53_950_000, 54_050_000},
		{"5,00", record.UAH, 500, 500},
		{"5", record.UAH, 450, 550},
		{"5,0", record.UAH, 495, 505},
		{"0,005", record.UAH, 0, 1},
		{"-0,005", record.UAH, -1, 0},
		{"-540,0", record.ThousandUAH, -54_005_000, -53_995_000},
		{"0,12766", record.ThousandUAH, 12_766, 12_766},
		{"999999999999999999", record.BillionUAH, math.MaxInt64, math.MaxInt64},
	} {
		n, _ := ParseNumeral(tt.in)
		if lo, hi := n.Interval(tt.unit); lo != tt.lo || hi != tt.hi {
			t.Errorf("%q in %s: [%d, %d], want [%d, %d]", tt.in, tt.unit, lo, hi, tt.lo, tt.hi)
		}
	}
}

// TestNumeralRoundTrip: parse(print(x)) = x, Grouped aside.
func TestNumeralRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := Numeral{
			Mantissa: rapid.Int64Range(-999_999_999_999_999_999, 999_999_999_999_999_999).Draw(t, "mantissa"),
			Decimals: rapid.IntRange(0, maxDigits).Draw(t, "decimals"),
		}
		got, ok := ParseNumeral(n.String())
		if !ok || got != n {
			t.Fatalf("ParseNumeral(%q) = %+v, %v; want %+v", n.String(), got, ok, n)
		}
	})
}

// TestNumeralGrouping: any kind of space between groups of three gives the value
// that no space gives.
func TestNumeralGrouping(t *testing.T) {
	spaces := rapid.SampledFrom([]string{" ", "\u00a0", "\u202f", "\u2009"})
	rapid.Check(t, func(t *rapid.T) {
		n := Numeral{Mantissa: rapid.Int64Range(0, 999_999_999_999_999).Draw(t, "mantissa"), Decimals: rapid.IntRange(0, 5).Draw(t, "decimals")}
		whole, decimals, _ := strings.Cut(n.String(), ",")
		printed := ""
		for i, r := range whole {
			if i > 0 && (len(whole)-i)%3 == 0 {
				printed += spaces.Draw(t, "space")
			}
			printed += string(r)
		}
		if decimals != "" {
			printed += rapid.SampledFrom([]string{",", "."}).Draw(t, "mark") + decimals
		}
		got, ok := ParseNumeral(printed)
		got.Grouped = false
		if !ok || got != n {
			t.Fatalf("ParseNumeral(%q) = %+v, %v; want %+v", printed, got, ok, n)
		}
	})
}

// TestIntervalHoldsKopecks: the value lies in its interval, the interval is
// symmetric, and a coarser print is wider.
func TestIntervalHoldsKopecks(t *testing.T) {
	units := rapid.SampledFrom([]record.Unit{record.Kopeck, record.UAH, record.ThousandUAH, record.MillionUAH})
	rapid.Check(t, func(t *rapid.T) {
		n := Numeral{Mantissa: rapid.Int64Range(-1_000_000_000, 1_000_000_000).Draw(t, "mantissa"), Decimals: rapid.IntRange(0, 9).Draw(t, "decimals")}
		u := units.Draw(t, "unit")
		lo, hi := n.Interval(u)
		if k, ok := n.Kopecks(u); ok && (k < lo || k > hi || k-lo != hi-k) {
			t.Fatalf("%s %s: %d outside [%d, %d]", n, u, k, lo, hi)
		}
		if lo > hi {
			t.Fatalf("%s %s: [%d, %d]", n, u, lo, hi)
		}
	})
}

func FuzzParseNumeral(f *testing.F) {
	for _, s := range []string{"540,0", "1\u00a0185\u202f773,94", "4,050,24", "783,358.02", "199,000", "-0,5", "\u22125*", "1.2.3", "О,5", "2018 2020", "540,0."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		readings := Readings(s)
		first, ok := ParseNumeral(s)
		if ok != (len(readings) > 0) || ok && readings[0] != first {
			t.Fatalf("%q: ParseNumeral %+v, %v; Readings %v", s, first, ok, readings)
		}
		digits := func(s string) string {
			return strings.TrimLeft(strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return r
				}
				return -1
			}, s), "0")
		}
		for _, n := range readings {
			back, ok := ParseNumeral(n.String())
			back.Grouped = n.Grouped
			if !ok || back != n {
				t.Fatalf("%q: %+v prints %q, reads %+v", s, n, n.String(), back)
			}
			// No digit is dropped, added or changed, and no letter passed over.
			if digits(n.String()) != digits(s) {
				t.Fatalf("%q reads as %q", s, n.String())
			}
			if strings.IndexFunc(s, unicode.IsLetter) >= 0 {
				t.Fatalf("%q has letters and reads as %q", s, n.String())
			}
		}
	})
}

func TestAbsent(t *testing.T) {
	for in, want := range map[string]bool{
		"": true, " \u00a0": true, "-": true, "–": true, "—": true, "− ": true, "--": true, "х": true, "Х": true, "x": true, "X": true, "____": true, "…": true,
		"0": false, "0,0": false, "-5": false, "хх": false, "ні": false, "-а": false,
	} {
		if got := Absent(in); got != want {
			t.Errorf("Absent(%q) = %v", in, got)
		}
	}
}

func TestRowNumber(t *testing.T) {
	for in, want := range map[string]string{
		"1": "1", "1.": "1", "12)": "12", "1.1.": "1.1", "1.3.2": "1.3.2", "1. 1.": "1.1", " 2 ) ": "2", "І.": "I", "VІІ.": "VII", "ІV": "IV", "ХІ": "XI", "X.": "X",
		"Х": "", "х": "", "": "", "0": "", "01": "", "540,0": "", "540.0": "", "1. Захід": "", "№1": "", "12345": "", "1.2.3.4.5.6": "", "1..2": "", ".": "", "IIII": "", "1-2": "",
	} {
		got, ok := RowNumber(in)
		if got != want && ok || ok != (want != "") {
			t.Errorf("RowNumber(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
}

func TestFindNumerals(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"5 200 600,0 тис. гривень", "5200600,0"},
		{"разом 1'203’060,00 грн, з них 20'10 і п'ять", "1203060,00; 20; 10"},
		{"у 2018 році – 1 203 060,00 та 12, 13", "2018; 1203060,00; 12; 13"},
		{"2018-2020", "2018; 2020"},
		{"2018 2020", "2018; 2020"},
		{"2 080 600 1 560 000", "2080600; 1560000"},
		{"від 18.12.2017 №879 та № 25/2", ""},
		{"18 грудня 2018 року сплачено 5,5", "5,5"},
		{"1.2. Захід на 12,5", "12,5"},
		{"3) ремонт 2 шкіл", "2"},
		{"95-ї школи 40 учнів, 10-річчя", "40"},
		{"тел. 48-12-19", ""},
		{"міст О 240209", ""},
		{"км 0+850", ""},
		{"на сумі-1561650", "1561650"},
		{"COVID-19", ""},
		{"різниця -5,0", "-5,0"},
		{"-12 заходів", "12"},
		{"-147,8 тис.грн", "-147,8"},
		{"– 229312,9;", "229312,9"},
		{"1631845гривень", "1631845"},
		{"20U2", ""},
		{"470,6 / 470,6", "470,6; 470,6"},
		{"№ 3-6/VІІІ", ""},
		{"буд. 4/2", ""},
		{"2394,00+417,00= 2811,00грн.", "2394,00; 417,00; 2811,00"},
		{"4,050,24", "4050,24"},
		{"112 % та 28.4 р.", "112; 28,4"},
		{"без чисел", ""},
	} {
		var got []string
		last := 0
		for _, n := range FindNumerals(tt.in) {
			got = append(got, n.String())
			if n.Start < last || n.End <= n.Start || n.End > len(tt.in) {
				t.Errorf("FindNumerals(%q): span %d-%d after %d", tt.in, n.Start, n.End, last)
			}
			last = n.End
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("FindNumerals(%q) = %q, want %q", tt.in, s, tt.want)
		}
	}
}
