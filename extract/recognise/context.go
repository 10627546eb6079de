package recognise

import (
	"sort"
	"strconv"

	"zvit/extract/document"
	"zvit/extract/record"
)

// Context is one report on its way to records: its blocks as lines and analysed
// tables, and the record that is being filled. All ids are given here.
type Context struct {
	Doc    *document.Document
	Blocks []document.Block // of this report
	Lines  []*Line          // outside the bodies of tables, in reading order
	Tables []*Table         // in reading order
	Report *record.Report

	// Title is the lines of the report's title; TitleEnd indexes Lines after it.
	Title             []*Line
	titleAt, TitleEnd int

	shared      *shared
	mentions    map[mentionKey]int
	lines       map[string]int                  // lines given so far, by table
	proseUnitOf *record.UnitMention             // nil until it is looked for
	named       *string                         // see authorityInText; nil until it is asked for
	codes       map[string]bool                 // kind, code and subject of the codes added
	layouts     map[*Table]*layout              // see layoutOf
	room        struct{ amounts, measures int } // that are expected
}

type mentionKey struct {
	unit   record.Unit
	source record.MentionSource
	text   string
	at     document.Place
}

func newContext(doc *document.Document, blocks []document.Block, ordinal int, sh *shared) *Context {
	c := &Context{
		Doc: doc, Blocks: blocks, shared: sh,
		Report: &record.Report{
			ID: record.ReportID(doc.ID, ordinal), DocumentID: doc.ID, Ordinal: ordinal, Kind: record.Unknown,
		},
		mentions: map[mentionKey]int{},
		lines:    map[string]int{},
	}
	tables := map[*document.Table][]*Table{}
	for i, b := range blocks {
		if t, ok := b.(*document.Table); ok {
			tables[t] = analyseAll(t, sh.heads)
			for _, a := range tables[t] {
				a.block, a.ID, a.Ordinal = i, record.TableID(doc.ID, t.Place.Table), sh.tables[t]
				c.Tables = append(c.Tables, a)
			}
		}
	}
	c.Lines = layLines(blocks, tables, sh.phrases)
	c.setAbove()
	if len(blocks) > 0 {
		c.Report.Place = blocks[0].Where()
	}
	return c
}

// setAbove gives each table the lines that stand right above it: at most four,
// the nearest last, none of them beyond another table.
func (c *Context) setAbove() {
	const most = 4
	lines := c.Lines
	for _, t := range c.Tables {
		var above []*Line
		after := sort.Search(len(lines), func(i int) bool { return lines[i].Block > t.block })
		for i := after - 1; i >= 0 && len(above) < most; i-- {
			l := lines[i]
			if l.Block == t.block && l.Row >= t.BodyFrom {
				continue
			}
			if l.Table != nil && l.Table != t || c.tableBetween(l.Block, t.block) {
				break
			}
			above = append([]*Line{l}, above...)
		}
		t.Above = above
	}
}

// tableBetween reports whether a table stands between two blocks.
func (c *Context) tableBetween(from, to int) bool {
	for i := to - 1; i > from; i-- {
		if _, ok := c.Blocks[i].(*document.Table); ok {
			return true
		}
	}
	return false
}

// id returns record.ID with a number that makes it the document's only one.
func (c *Context) id(kind string, at document.Place) string {
	return c.shared.id(c.Doc.ID, kind, at)
}

func (s *shared) id(documentID, kind string, at document.Place) string {
	id := record.ID(documentID, kind, at, 0)
	s.ids[id]++
	if n := s.ids[id]; n > 1 {
		return id + strconv.Itoa(n)
	}
	return id
}

// AddMeasure adds a measure of row of t, gives it its id, ordinal, table, row and
// place, and returns it; the pointer is good until the next AddMeasure.
func (c *Context) AddMeasure(t *Table, row int, m record.Measure) *record.Measure {
	m.Place = t.RowPlace(row)
	m.ID, m.TableID, m.Row = c.id("measure", m.Place), t.ID, row
	m.Ordinal = len(c.Report.Measures) + 1
	t.keep(row, record.SubjectMeasure, m.ID)
	if c.Report.Measures == nil {
		c.Report.Measures = make([]record.Measure, 0, c.room.measures+c.room.measures/4+1)
	}
	c.Report.Measures = append(c.Report.Measures, m)
	return &c.Report.Measures[m.Ordinal-1]
}

// AddIndicator does for an indicator what AddMeasure does for a measure.
func (c *Context) AddIndicator(t *Table, row int, m record.Indicator) *record.Indicator {
	m.Place = t.RowPlace(row)
	m.ID, m.TableID, m.Row = c.id("indicator", m.Place), t.ID, row
	m.Ordinal = len(c.Report.Indicators) + 1
	t.keep(row, record.SubjectIndicator, m.ID)
	c.Report.Indicators = append(c.Report.Indicators, m)
	return &c.Report.Indicators[m.Ordinal-1]
}

// AddLine does for a line what AddMeasure does for a measure; the ordinal counts
// the lines of the table.
func (c *Context) AddLine(t *Table, row int, m record.Line) *record.Line {
	m.Place = t.RowPlace(row)
	m.ID, m.TableID, m.Row = c.id("line", m.Place), t.ID, row
	c.lines[t.ID]++
	t.keep(row, record.SubjectLine, m.ID)
	m.Ordinal = c.lines[t.ID]
	c.Report.Lines = append(c.Report.Lines, m)
	return &c.Report.Lines[len(c.Report.Lines)-1]
}

// AddAmount adds an amount and gives it its id by its place.
func (c *Context) AddAmount(a record.Amount) *record.Amount {
	a.ID = c.id("amount", a.Place)
	if c.Report.Amounts == nil {
		c.Report.Amounts = make([]record.Amount, 0, c.room.amounts+c.room.amounts/4+8) // and those of the running text
	}
	c.Report.Amounts = append(c.Report.Amounts, a)
	return &c.Report.Amounts[len(c.Report.Amounts)-1]
}

// AddFinding adds a finding of the report and gives it its id by its place.
func (c *Context) AddFinding(f record.Finding) {
	f.ReportID = c.Report.ID
	f.ID = c.id(string(f.Code), f.Place)
	c.Report.Findings = append(c.Report.Findings, f)
}

// Mention returns the index in Report.Mentions of a mention of a unit, adding
// it where it is new.
func (c *Context) Mention(m record.UnitMention) int {
	key := mentionKey{m.Unit, m.Source, m.Text, m.Place}
	if i, ok := c.mentions[key]; ok {
		return i
	}
	i := len(c.Report.Mentions)
	c.Report.Mentions = append(c.Report.Mentions, m)
	c.mentions[key] = i
	return i
}
