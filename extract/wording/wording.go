// Package wording knows the Ukrainian of reports: numerals, dates, periods,
// units, amounts in words, totals, heading words, and letters that look alike.
// It is ground: it imports package record only, for the vocabulary of units and roles.
//
// Everything here is for matching and reading; nothing changes what is printed.
package wording
