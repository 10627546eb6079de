package wording

// Text is a text that several questions are asked about: it is cut into words
// once, when the first of them needs that, and answers each question once. It is
// not for concurrent use, and no one may change its answers. Each answer is that
// of the function of the same name: Money is FindMoney.
type Text struct {
	s        string
	tokens   []token
	numerals []numeralTokens
	money    []MoneyAmount
	units    []UnitSpan
	unit     bool // one may be in it
	asked    struct{ tokens, numerals, money, units, unit bool }
}

// Read returns a text to be asked; it reads nothing yet.
func Read(s string) *Text { return &Text{s: s} }

// String returns the text as it was given.
func (t *Text) String() string { return t.s }

// Money is FindMoney of the text.
func (t *Text) Money() []MoneyAmount {
	if !t.asked.money {
		t.asked.money = true
		if hasDigit(t.s) && t.mayHaveUnit() {
			t.money = moneyOf(t.s, t.lex(), t.numbers())
		}
	}
	return t.money
}

// Units is FindUnits of the text.
func (t *Text) Units() []UnitSpan {
	if !t.asked.units {
		t.asked.units = true
		if t.mayHaveUnit() {
			t.units = unitsOf(t.s, t.lex())
		}
	}
	return t.units
}

// Numerals is FindNumerals of the text.
func (t *Text) Numerals() []NumeralSpan {
	if !hasDigit(t.s) {
		return nil
	}
	return spansOf(t.numbers())
}

// Dates is FindDates of the text.
func (t *Text) Dates() []DateSpan {
	if !hasDigit(t.s) {
		return nil
	}
	return datesOf(t.lex())
}

func (t *Text) mayHaveUnit() bool {
	if !t.asked.unit {
		t.asked.unit = true
		t.unit = mayHaveUnit(t.s)
	}
	return t.unit
}

func (t *Text) lex() []token {
	if !t.asked.tokens {
		t.asked.tokens = true
		t.tokens = lex(t.s)
	}
	return t.tokens
}

func (t *Text) numbers() []numeralTokens {
	if !t.asked.numerals {
		t.asked.numerals = true
		t.numerals = numeralsOf(t.s, t.lex())
	}
	return t.numerals
}
