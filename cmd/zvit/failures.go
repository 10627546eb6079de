package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"zvit/cmd/zvit/messages"
	"zvit/extract/document"
	"zvit/extract/record"
)

// unreadable says why a file could not be read and what to do next. All that
// was asked for has failed: exit 4, except for an interruption.
func unreadable(e *env, path string, err error) error {
	if document.CategoryOf(err) == document.Cancelled {
		return outcomeError{exitInterrupted, e.say.Say("error.interrupted")}
	}
	return outcomeError{exitNothing, path + ": " + failureText(e, err)}
}

func failureText(e *env, err error) string {
	detail := failureDetail(err)
	return e.say.Say(categoryKey(document.CategoryOf(err), detail), e.say.Pick(detail, ukrainianDetail(detail)))
}

// sayProblems says which parts of a document were not read.
func sayProblems(e *env, path string, doc *document.Document) {
	for _, p := range doc.Problems {
		where := path
		if p.Page > 0 {
			where += ", " + e.say.Say("word.page", p.Page)
		}
		fmt.Fprintf(e.stderr, "%s: %s\n", where, e.say.Say(categoryKey(p.Category, p.Detail), e.say.Pick(p.Detail, ukrainianDetail(p.Detail))))
	}
}

// explainCategory says in both languages why a document could not be read and
// what to do next.
func explainCategory() func(document.Category, string) record.Sentence {
	en, uk := messages.New(messages.English), messages.New(messages.Ukrainian)
	return func(c document.Category, detail string) record.Sentence {
		key := categoryKey(c, detail)
		return record.Sentence{EN: en.Say(key, detail), UK: uk.Say(key, ukrainianDetail(detail))}
	}
}

// categoryKey is the message of a category of failure; of a file that cannot be
// opened there is one for each reason that is known.
func categoryKey(c document.Category, detail string) string {
	key := "category." + string(c)
	if c == document.Unopenable && slices.Contains([]string{document.Missing, document.Folder, document.Special, document.Forbidden}, detail) {
		key += "." + detail
	}
	return key
}

// ukrainianDetail puts a failure's detail into Ukrainian, where it is one of those
// in words.
func ukrainianDetail(detail string) string {
	for _, x := range []struct {
		form *regexp.Regexp
		say  string
	}{
		{regexp.MustCompile(`^named (\S+), holds unknown content$`), "названо $1, а вміст невідомий"},
		{regexp.MustCompile(`^named (\S+), holds (.+)$`), "названо $1, а вміст — $2"},
		{regexp.MustCompile(`^over (\d+) bytes$`), "понад $1 байтів"},
	} {
		if x.form.MatchString(detail) {
			return x.form.ReplaceAllString(detail, x.say)
		}
	}
	return detail
}

// failureDetail is the part of a failure's message that names things: a
// package to install, a limit; of what is to be reported, all that is known.
func failureDetail(err error) string {
	var f *document.Failure
	if errors.As(err, &f) && (f.Detail != "" || f.Category != document.Internal) {
		return f.Detail
	}
	return err.Error()
}
