package record

import "zvit/extract/document"

// Severity grades a finding.
type Severity string

// The closed list of severities.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
	Serious Severity = "serious" // a figure may be wrong
)

// FindingCode is the closed list of findings.
type FindingCode string

// Findings about money, by normalize.
const (
	TotalMismatch    FindingCode = "total_mismatch"
	UnitContradict   FindingCode = "unit_contradicted"
	OddRowUnit       FindingCode = "odd_row_unit"
	OutsideTotal     FindingCode = "outside_total"
	DoubleCount      FindingCode = "double_count"
	PercentOff       FindingCode = "percent_off"
	WordsDisagree    FindingCode = "words_disagree"
	OverExecution    FindingCode = "over_execution"
	TypoSuspected    FindingCode = "typo_suspected"
	UnitMissing      FindingCode = "unit_missing"
	RepeatedAmount   FindingCode = "repeated_amount" // the same money said twice
	NumberUnreadable FindingCode = "number_unreadable"
)

// Findings about the text, by recognising (from document.Repair) and reading.
const (
	DateContradicts FindingCode = "date_contradicts"
	NumberSlid      FindingCode = "number_slid"
	NumberMissing   FindingCode = "number_missing"
	CellsMoved      FindingCode = "cells_moved"
	TailMoved       FindingCode = "tail_moved"
	TextMoved       FindingCode = "text_moved"
	RowDropped      FindingCode = "row_dropped"
	LettersLost     FindingCode = "letters_lost"
	CodeInvalid     FindingCode = "code_invalid"
	SpanCut         FindingCode = "span_cut"
	NotRecognised   FindingCode = "not_recognised"
)

// Finding is something that a reader of the report should know. It never
// changes a figure.
type Finding struct {
	ID         string
	ReportID   string // empty for the document itself
	Code       FindingCode
	Severity   Severity
	Confidence float64
	Subject    Subject
	SubjectID  string
	Args       []Arg
	// Expected is what the parts give, Found what is printed, Difference is
	// Found - Expected; nil where the finding is not about money.
	Expected, Found, Difference *Kopecks
	Place                       document.Place
	Message                     Sentence // filled by package normalize/explain
}
