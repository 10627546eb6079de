// Package messages holds what the command line says to a person, in English and
// in Ukrainian. Codes, column names and JSON keys are not here: they stay
// English in every language.
package messages

import (
	"strings"

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
	tag := language.English
	if lang == Ukrainian {
		tag = language.Ukrainian
	}
	return &Printer{Lang: lang, p: message.NewPrinter(tag, message.Catalog(build()))}
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

// entry is one message in both languages.
type entry struct {
	key    string
	en, uk []catalog.Message
}

func text(key, en, uk string) entry {
	return entry{key, []catalog.Message{catalog.String(en)}, []catalog.Message{catalog.String(uk)}}
}

// count is a message whose first argument is a number of things.
func count(key, enOne, enOther, ukOne, ukFew, ukMany string) entry {
	return entry{
		key,
		[]catalog.Message{plural.Selectf(1, "%d", plural.One, enOne, plural.Other, enOther)},
		[]catalog.Message{plural.Selectf(1, "%d", plural.One, ukOne, plural.Few, ukFew, plural.Many, ukMany, plural.Other, ukMany)},
	}
}

func build() *catalog.Builder {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for _, e := range entries() {
		// Set fails only where a message has no variant, which a test rules out.
		_ = b.Set(language.English, e.key, e.en...)
		_ = b.Set(language.Ukrainian, e.key, e.uk...)
	}
	return b
}

func entries() []entry {
	var all []entry
	for _, list := range [][]entry{help(), errors(), outcomes(), report(), analyst(), batch(), manners(), review()} {
		all = append(all, list...)
	}
	return all
}
