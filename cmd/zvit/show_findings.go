package main

import (
	"fmt"
	"slices"

	"zvit/extract/record"
)

// putTogether are findings on how the text was put together, which zvit tables
// shows in place.
var putTogether = []record.FindingCode{
	record.CellsMoved, record.TailMoved, record.TextMoved, record.NumberSlid, record.NumberMissing, record.RowDropped,
	record.LettersLost, record.SpanCut,
}

// fewNotes is how many notes of no gravity are printed.
const fewNotes = 5

// findings prints the grave ones and the first notes; what was only moved about
// is counted.
func (s *sheet) findings(list []record.Finding) {
	moved := 0
	var shown []record.Finding
	for _, f := range list {
		if f.Severity == record.Info && slices.Contains(putTogether, f.Code) {
			moved++
		} else {
			shown = append(shown, f)
		}
	}
	if len(shown) > 0 {
		fmt.Fprintf(s.w, "\n%s\n", s.say.Say("show.findings", len(shown)))
	}
	notes := 0
	for _, severity := range []record.Severity{record.Serious, record.Warning, record.Info} {
		for i := range shown {
			f := &shown[i]
			if f.Severity != severity {
				continue
			}
			if f.Severity == record.Info {
				if notes++; notes > fewNotes {
					continue
				}
			}
			fmt.Fprintf(s.w, "  %s %s\n", severityWord(s.e, f.Severity), s.say.Pick(f.Message.EN, f.Message.UK))
		}
	}
	if notes > fewNotes {
		fmt.Fprintf(s.w, "  %s\n", s.say.Say("show.more_notes", notes-fewNotes))
	}
	if moved > 0 {
		fmt.Fprintf(s.w, "\n%s\n", s.say.Say("show.info", moved))
	}
}

// severityWord is how a finding begins.
func severityWord(e *env, severity record.Severity) string {
	word := e.say.Say("severity." + string(severity))
	switch severity {
	case record.Serious:
		return e.paint(e.stdout, red, word)
	case record.Warning:
		return e.paint(e.stdout, yellow, word)
	}
	return word
}
