package wording

import "zvit/extract/record"

// Column is what a column of a table holds, by the words of its heading.
type Column string

// The closed list of column meanings.
const (
	ColumnUnknown     Column = ""
	ColumnNumber      Column = "number"
	ColumnTask        Column = "task"
	ColumnMeasure     Column = "measure"
	ColumnTerm        Column = "term"
	ColumnExecutor    Column = "executor"
	ColumnSource      Column = "source"
	ColumnMoney       Column = "money" // Heading.Role says which
	ColumnPercent     Column = "percent"
	ColumnInformation Column = "information" // what was done, or why not
	ColumnName        Column = "name"        // of an indicator or a line
	ColumnUnit        Column = "unit"
	ColumnPlanned     Column = "planned" // of an indicator
	ColumnActual      Column = "actual"  // of an indicator
	ColumnReason      Column = "reason"
	ColumnRemedy      Column = "remedy"
	ColumnCode        Column = "code"
	ColumnYear        Column = "year"
	ColumnDecision    Column = "decision"
)

// Heading is the meaning of a column's heading path.
type Heading struct {
	Column Column
	Role   record.Role // for money and percent
	Year   int
	Period string
	Fund   record.Fund
	Source record.MoneySource
	Units  []UnitSpan // of every level, the leaf's first
	Code   record.CodeKind
	Score  float64 // 0 to 1: how sure
}

// ReadHeading reads a column's heading path, top level first, by stems of its
// words, never by position.
func ReadHeading(path []string) Heading { return Heading{} }
