package wording

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"zvit/extract/record"
)

func TestReadCode(t *testing.T) {
	for _, c := range []struct {
		text string
		kind record.CodeKind
		code string
		want record.CodeKind
	}{
		{"0611010", "", "0611010", record.TPKVKMB},
		{"611010", record.TPKVKMB, "0611010", record.TPKVKMB},
		{"(0100000)", "", "0100000", record.TPKVKMB},
		{"2111 Заробітна плата", "", "2111", record.KEKV},
		{"2111", record.TPKVKMB, "2111", record.KEKV},
		{"0490", "", "0490", record.KFKVK},
		{"490", record.KFKVK, "0490", record.KFKVK},
		{"11010100", "", "11010100", ""}, // income: eight digits are no ЄДРПОУ by themselves
		{"UA59040030000011111", "", "UA59040030000011111", record.KATOTTG},
		{"12,5", "", "", ""},
		{"Усього", record.KEKV, "", ""},
	} {
		code, kind, ok := ReadCode(c.text, c.kind)
		if code != c.code || kind != c.want || ok != (c.code != "") {
			t.Errorf("ReadCode(%q, %q) = %q %q %v", c.text, c.kind, code, kind, ok)
		}
	}
}

func TestValidCode(t *testing.T) {
	for _, c := range []struct {
		kind record.CodeKind
		code string
		want bool
	}{
		{record.EDRPOU, "32855961", true},
		{record.EDRPOU, "23226362", true},
		{record.EDRPOU, "00032112", true},
		{record.EDRPOU, "14312364", true},
		{record.EDRPOU, "32855968", false},
		{record.EDRPOU, "00032113", false},
		{record.EDRPOU, "3285596", false},
		{record.TPKVKMB, "0100000", true},
		{record.TPKVKMB, "0118311", true},
		{record.TPKVKMB, "0108311", false},
		{record.TPKVKMB, "0011010", false},
		{record.KFKVK, "0511", true},
		{record.KFKVK, "1090", true},
		{record.KFKVK, "2111", false},
		{record.KEKV, "2111", true},
		{record.KEKV, "5111", false},
		{record.Budget, "2555900000", true},
		{record.Budget, "255590000", false},
		{record.KATOTTG, "UA59040030000011111", true},
		{record.KATOTTG, "UA99040030000011111", false},
	} {
		if got := ValidCode(c.kind, c.code); got != c.want {
			t.Errorf("ValidCode(%s, %s) = %v", c.kind, c.code, got)
		}
	}
}

// One wrong digit is always found, but for the rare numbers whose check is 10.
func TestEDRPOUFindsSlips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stem := rapid.StringMatching(`[0-9]{7}`).Draw(t, "stem")
		valid := 0
		for d := range 10 {
			if ValidEDRPOU(stem + strconv.Itoa(d)) {
				valid++
			}
		}
		if valid != 1 {
			t.Fatalf("%s has %d check digits", stem, valid)
		}
	})
}

func TestFindCodes(t *testing.T) {
	got := FindCodes("КПКВК 0611010, КЕКВ 2210; код ЄДРПОУ: 32855961, 12 500 грн, код бюджету 2555900000")
	want := []string{"tpkvkmb 0611010", "kekv 2210", "edrpou 32855961", "budget 2555900000"}
	if len(got) != len(want) {
		t.Fatalf("found %+v", got)
	}
	for i, c := range got {
		if s := string(c.Kind) + " " + c.Code; s != want[i] || !c.Valid {
			t.Errorf("%d: %s %v, want %s", i, s, c.Valid, want[i])
		}
	}
	if list := FindCodes("Видатки 2018-2020 років 0611010 грн"); len(list) != 0 {
		t.Errorf("codes without their name: %+v", list)
	}
}
