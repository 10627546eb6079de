package record

import "zvit/extract/document"

// Kopecks is a sum of money. The budget of Ukraine is below 10^15 kopecks; an
// int64 holds 9.2 * 10^18.
type Kopecks int64

// Unit is a unit of money.
type Unit string

// The closed list of units. NoUnit: none is printed.
const (
	NoUnit      Unit = ""
	Kopeck      Unit = "kopeck"
	UAH         Unit = "uah"
	ThousandUAH Unit = "thousand_uah"
	MillionUAH  Unit = "million_uah"
	BillionUAH  Unit = "billion_uah"
)

// Kopecks returns how many kopecks one of the unit is; 0 for NoUnit.
func (u Unit) Kopecks() int64 {
	switch u {
	case Kopeck:
		return 1
	case UAH:
		return 100
	case ThousandUAH:
		return 100_000
	case MillionUAH:
		return 100_000_000
	case BillionUAH:
		return 100_000_000_000
	}
	return 0
}

// Subject is what a record says something of.
type Subject string

// The closed list of subjects.
const (
	SubjectReport    Subject = "report"
	SubjectMeasure   Subject = "measure"
	SubjectIndicator Subject = "indicator"
	SubjectLine      Subject = "line"
	SubjectProse     Subject = "prose" // an amount in running text; SubjectID is the paragraph's place key
	SubjectAmount    Subject = "amount"
	SubjectTable     Subject = "table"
	SubjectDocument  Subject = "document"
)

// Role is what an amount is to its subject.
type Role string

// The closed list of roles; DESIGN gives each its meaning.
const (
	Planned   Role = "planned"   // the plan that the row is judged by
	Approved  Role = "approved"  // an earlier plan beside it
	Annual    Role = "annual"    // a year's share beside a whole-period plan
	Actual    Role = "actual"    // financed or spent
	Deviation Role = "deviation" // plan minus actual, or actual minus plan
	Tariff    Role = "tariff"    // money per something; never summed
	Other     Role = "other"
)

// Fund is the part of a budget; empty for the whole.
type Fund string

// The closed list of funds.
const (
	General     Fund = "general"
	Special     Fund = "special"
	Development Fund = "development"
)

// MoneySource is whose budget the money comes from; empty for the whole.
type MoneySource string

// The closed list of sources.
const (
	StateBudget  MoneySource = "state"
	OblastBudget MoneySource = "oblast"
	LocalBudget  MoneySource = "local"
	OtherSource  MoneySource = "other"
)

// Change says whether the printed unit was overruled.
type Change string

// The closed list of changes.
const (
	Unchanged  Change = "none"
	Rescaled   Change = "rescaled"
	Reviewed   Change = "reviewed"
	Unreadable Change = "unreadable" // no number could be parsed: Kopecks is nil
)

// InTotal says whether the total above counts an amount.
type InTotal string

// The three answers.
const (
	InTotalYes     InTotal = "yes"
	InTotalNo      InTotal = "no"
	InTotalUnknown InTotal = "unknown"
)

// Amount is one sum of money. Recognising fills the first block, settling the
// second; settling changes nothing of the first.
type Amount struct {
	ID        string
	Subject   Subject
	SubjectID string
	Role      Role
	Year      int    // 0 for the whole
	Period    string // "I півріччя", a quarter, a month, as ISO interval or printed; empty for the whole
	Fund      Fund
	Source    MoneySource
	Label     string // the words of the row or column beyond the role
	// HeaderPath is the column's headings from the top, joined by " / ".
	HeaderPath string
	// Printed is the numeral as printed, without its unit: "5 200 600,0".
	Printed string
	// Exact is the number that the file itself holds where Printed is a rounding
	// of it, or could be read in two ways: document.Part.Exact. Kopecks and
	// PrintedKopecks are this number's; empty else.
	Exact string
	// Words is the amount in words that the source gives beside it, or empty.
	Words string
	// Mentions index Report.Mentions: the units in whose scope the amount
	// stands, the nearest (strongest) first.
	Mentions []int
	TableID  string // empty outside tables
	Row, Col int    // 0-based, in the whole table; -1 outside tables
	Place    document.Place
	// IsTotal: the row, or the sentence, says that it is a total.
	IsTotal bool
	// Level of its row as in Line.Level; 0 outside tables.
	Level int

	PrintedUnit    Unit     // of the nearest mention
	PrintedKopecks *Kopecks // by PrintedUnit; nil where no unit is printed
	Settled        Unit
	Kopecks        *Kopecks // nil where unreadable
	Change         Change
	// Doubtful: a person should look. The confidence is below 0.95, or nothing
	// outside the sums confirms the unit and it is below what that takes.
	Doubtful       bool
	Confidence     float64  // probability that Kopecks is right
	Alternative    *Kopecks // the runner-up's reading
	InTotal        InTotal
	SameAs, PartOf string   // amount ids
	Reason         Sentence // one sentence; see Evidence.Text
	Evidence       []Evidence
}

// Sentence is a sentence in the two languages of the user.
type Sentence struct{ EN, UK string }

// MentionSource is where a unit is printed, from the nearest to the farthest.
type MentionSource string

// The closed list of mention sources, strongest first.
const (
	Beside    MentionSource = "beside"    // in the cell or the sentence, right after the number
	UnitCell  MentionSource = "unit_cell" // the row's unit column
	RowLabel  MentionSource = "row_label" // at the end of the row's label
	Heading   MentionSource = "heading"   // any level of the column's heading
	LineAbove MentionSource = "line_above"
	Caption   MentionSource = "caption"
	Title     MentionSource = "title"
	Prose     MentionSource = "prose"     // elsewhere in the running text
	Neighbour MentionSource = "neighbour" // of the columns beside, which have one
)

// UnitMention is one place where the source prints a unit of money.
type UnitMention struct {
	Unit   Unit
	Source MentionSource
	Text   string // as printed: "тис.грн"
	Place  document.Place
}

// Ratio is a printed percentage of execution: a constraint, not money.
type Ratio struct {
	SubjectID  string
	TableID    string
	Row, Col   int
	Year       int
	Fund       Fund
	HeaderPath string
	Printed    string // "104,72%"
	Place      document.Place
}

// Evidence is one clue to an amount's unit. Kind and Args are for programs;
// Text is filled by package normalize/explain.
type Evidence struct {
	Kind string
	// Weight is the clue's log likelihood ratio (natural logarithm) for the
	// settled unit against the runner-up; negative where it speaks against.
	Weight float64
	Args   []Arg
	Text   Sentence
}

// Arg is a named argument of a sentence. Values are language-neutral: printed
// text, a unit's code, or a whole number of kopecks.
type Arg struct{ Name, Value string }

// Review is a person's decision on an amount. Either Kopecks or Unit is given,
// or neither where the settled reading was accepted as it stood; then Kopecks
// is what was accepted.
type Review struct {
	AmountID  string
	Place     string // document.Place.Key of the amount
	Printed   string
	Kopecks   *Kopecks
	Unit      Unit
	Note      string
	Reviewer  string
	DecidedAt string // RFC 3339
	State     ReviewState
}

// ReviewState says whether a review still stands on its printed text.
type ReviewState string

// The two states.
const (
	Applied  ReviewState = "applied"
	Orphaned ReviewState = "orphaned"
)
