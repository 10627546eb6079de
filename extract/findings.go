package extract

import (
	"strconv"

	"zvit/extract/document"
	"zvit/extract/record"
)

// documentFindings turns what a reader could not read into findings of the
// document itself.
func documentFindings(doc *document.Document) []record.Finding {
	var list []record.Finding
	add := func(code record.FindingCode, severity record.Severity, confidence float64, at document.Place, args ...record.Arg) {
		list = append(list, record.Finding{
			ID:   record.ID(doc.ID, string(code), at, len(list)+1),
			Code: code, Severity: severity, Confidence: confidence,
			Subject: record.SubjectDocument, SubjectID: doc.ID,
			Args: args, Place: at,
		})
	}
	for _, p := range doc.Problems {
		if p.Category == document.Truncated {
			add(record.SpanCut, record.Warning, 1, document.Place{Page: p.Page},
				record.Arg{Name: "detail", Value: p.Detail})
		}
	}
	if lost := countLost(doc); lost.words > 0 {
		add(record.LettersLost, record.Warning, lost.confidence(), lost.first,
			record.Arg{Name: "words", Value: strconv.Itoa(lost.words)},
			record.Arg{Name: "example", Value: lost.example})
	}
	return list
}
