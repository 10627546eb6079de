// Package messages holds what the command line says to a person, in English and
// in Ukrainian: a table of texts for each command. Codes, column names and JSON keys are not here: they stay
// English in every language.
package messages

import (
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Lang is a language of the user.
type Lang string

// The languages that every message has.
const (
	English   Lang = "en"
	Ukrainian Lang = "uk"
)

// Choose returns the user's language: the flag where it is given, else what the
// environment says (LC_ALL, LC_MESSAGES, LANG, in the order of POSIX), else
// English. ok is false where the flag names a language that is not spoken here.
func Choose(flag string, getenv func(string) string) (lang Lang, ok bool) {
	if flag != "" {
		switch strings.ToLower(flag) {
		case "en":
			return English, true
		case "uk":
			return Ukrainian, true
		}
		return English, false
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if v == "uk" || strings.HasPrefix(v, "uk_") || strings.HasPrefix(v, "uk.") {
				return Ukrainian, true
			}
			return English, true
		}
	}
	return English, true
}

// Printer says things in one language.
type Printer struct {
	Lang Lang
	p    *message.Printer
}

// New returns a printer for the language.
func New(lang Lang) *Printer {
	// Numbers are grouped as money is, which has a comma before its kopecks.
	tag := language.MustParse("en-SE")
	if lang == Ukrainian {
		tag = language.Ukrainian
	}
	return &Printer{Lang: lang, p: message.NewPrinter(tag, message.Catalog(compiled()))}
}

// Say returns the message of the key with its arguments. An unknown key is a
// defect of the program and is returned as it is; a test looks for it.
func (p *Printer) Say(key string, args ...any) string {
	return p.p.Sprintf(message.Key(key, key), args...)
}

// Pick returns the text in the printer's language.
func (p *Printer) Pick(en, uk string) string {
	if p.Lang == Ukrainian && uk != "" {
		return uk
	}
	return en
}

// text is one message. Its verbs are fmt's, the same ones in both languages.
type text struct{ key, en, uk string }

// count is a message whose first argument is a number of things. English has a
// form for one and for other numbers, Ukrainian for 1, 21, for 2 to 4, 22 and for
// 5 to 20, 25 (CLDR's one, few and many).
type count struct {
	key string
	en  [2]string
	uk  [3]string
}

// table is what one command, or one part of the program, says.
type table struct {
	texts  []text
	counts []count
}

var tables = []table{
	programTable, configurationTable, packagingTable, databasesTable,
	ingestTable, summaryTable, categoriesTable, planTable, workTable, mergeTable,
	showTable, tablesTable, reportsTable, checkTable, decisionsTable,
	queryTable, schemaTable, searchTable, exportTable, plotTable,
	reviewTable, queueTable, amountTable, decidingTable, chartsTable, keysTable,
}

// compiled is the tables as the library takes them.
var compiled = sync.OnceValue(func() *catalog.Builder {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	// Set fails only where a message has no variant, which a test rules out.
	for _, t := range tables {
		for _, m := range t.texts {
			_ = b.Set(language.English, m.key, catalog.String(m.en))
			_ = b.Set(language.Ukrainian, m.key, catalog.String(m.uk))
		}
		for _, m := range t.counts {
			_ = b.Set(language.English, m.key, plural.Selectf(1, "%d", plural.One, m.en[0], plural.Other, m.en[1]))
			_ = b.Set(language.Ukrainian, m.key,
				plural.Selectf(1, "%d", plural.One, m.uk[0], plural.Few, m.uk[1], plural.Many, m.uk[2], plural.Other, m.uk[2]))
		}
	}
	return b
})
