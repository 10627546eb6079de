// Package record holds what reports say: typed records with their amounts,
// every mention of a unit, the evidence for the unit that was settled, and the
// findings. It is ground: it imports package document only.
//
// Recognising fills the records and gives the ids; settling (package normalize)
// fills the fields that it is said to fill below, from these records and the
// reviewers' decisions alone, so that a report can be settled again from what
// is stored. Texts are as printed; codes are English; an empty string or a nil
// pointer is "absent", never zero.
package record

import "zvit/extract/document"

// ReportKind is the form of a report.
type ReportKind string

// The closed list of report kinds.
const (
	ProgrammeFinal  ReportKind = "programme_final"
	ProgrammeAnnual ReportKind = "programme_annual"
	Programme       ReportKind = "programme"
	Passport        ReportKind = "passport"
	PassportReport  ReportKind = "passport_report"
	BudgetExecution ReportKind = "budget_execution"
	Register        ReportKind = "register"
	Unknown         ReportKind = "unknown"
)

// Report is one report within a document.
type Report struct {
	ID         string
	DocumentID string
	Ordinal    int // 1-based within the document
	Kind       ReportKind

	Title        string
	Programme    string // the programme's name without quotes
	ProgrammeKey string // see Key in package wording
	Authority    string // the council
	Issuer       string // who wrote the report
	Addressee    string
	Responsible  string // the programme's responsible executor
	Territory    string

	LetterNumber, LetterDate string // date in ISO form
	PeriodFrom, PeriodTo     string // years ("2018"), or ISO dates where the report gives them
	Signer, SignerPosition   string

	Decisions  []Decision
	Codes      []Code
	Tables     []Table
	Measures   []Measure
	Indicators []Indicator
	Lines      []Line
	Amounts    []Amount
	Ratios     []Ratio
	Mentions   []UnitMention // Amount.Mentions index this list
	Findings   []Finding
	Place      document.Place // where the report begins
}

// DecisionRole says what a council's decision is to the programme.
type DecisionRole string

// The closed list of decision roles.
const (
	Approves DecisionRole = "approves"
	Amends   DecisionRole = "amends"
	Repealed DecisionRole = "repealed" // it was, or is to be, repealed
	Succeeds DecisionRole = "succeeds"
	Mentions DecisionRole = "mentions"
)

// Decision is one mention of a decision. The same decision may stand more than
// once, with the dates that the source gives it.
type Decision struct {
	Role      DecisionRole
	Number    string // without the number sign
	DecidedOn string // ISO date; empty where none is printed
	Printed   string
	Place     document.Place
}

// CodeKind is a classification.
type CodeKind string

// The closed list of code kinds.
const (
	TPKVKMB CodeKind = "tpkvkmb"
	KFKVK   CodeKind = "kfkvk"
	KEKV    CodeKind = "kekv"
	Budget  CodeKind = "budget"
	EDRPOU  CodeKind = "edrpou"
	KATOTTG CodeKind = "katottg"
)

// Code is a typed code; it is never money.
type Code struct {
	Subject   Subject
	SubjectID string
	Kind      CodeKind
	Code      string // with its leading zeros
	Valid     bool
	Place     document.Place
}

// Table says which whole table belongs to the report, and as what.
type Table struct {
	ID      string
	Number  int    // Place.Table of the whole table: its first fragment's
	Ordinal int    // 1-based within the document, whole tables counted
	Form    string // "measures", "indicators", "passport_plan", ..., "unknown"
	Caption string
}

// Measure is a row of the programme's table.
type Measure struct {
	ID            string
	TableID       string
	Row           int // 0-based row of the whole table
	Ordinal       int // 1-based within the report
	Number        string
	NumberPrinted string
	Task          string
	Measure       string
	Term          string
	Executor      string
	Information   string

	// Filled by settling.
	Planned, Actual           *Kopecks
	PlannedBasis, ActualBasis Basis
	Place                     document.Place
}

// Basis says whether an amount is printed as a whole or is the sum of its parts.
type Basis string

// The two bases.
const (
	Printed Basis = "printed"
	Sum     Basis = "sum"
)

// Section is the section of an indicator.
type Section string

// The closed list of sections.
const (
	Cost       Section = "cost"
	Product    Section = "product"
	Efficiency Section = "efficiency"
	Quality    Section = "quality"
)

// Indicator is a row of the results table. An indicator of money also has
// amounts, with Subject SubjectIndicator.
type Indicator struct {
	ID                           string
	TableID                      string
	Row                          int
	Ordinal                      int // 1-based within the report
	Section                      Section
	Number, NumberPrinted        string
	Name                         string
	Unit                         string
	PlannedPrinted, PlannedValue string // value: plain decimal with a dot, or empty
	ActualPrinted, ActualValue   string
	ActualNote                   string
	Reason, Remedy               string
	Place                        document.Place
}

// Line is a row of any other table with money, and a total row of any table.
type Line struct {
	ID      string
	TableID string
	Row     int
	Ordinal int
	Level   int // 0 for the top; deeper rows are parts of the row above at a lesser level
	Code    string
	Name    string
	IsTotal bool
	// PartOf is the id of the line that this one is inside of ("у тому числі",
	// "з них") and must not be added to; empty where it stands by itself.
	PartOf string
	Place  document.Place
}
