package rejoin_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"zvit/extract/document"
)

// role is what a column of a generated table holds.
type role int

const (
	roleNumber role = iota
	roleTask
	roleMeasure
	roleTerm
	roleExecutor
	roleSource
	rolePlan
	roleAnnual
	roleActual
	rolePercent
	roleInformation
	roleNote
	roleName
	roleUnit
	roleValue
	roleReason
	roleRemedy
)

// headings are wordings of a column's heading, as forms print them.
var headings = map[role][]string{
	roleNumber:      {"№ з/п", "№ п/п", "№", "№ зп"},
	roleTask:        {"Пріоритетні завдання", "Назва напряму діяльності (пріоритетні завдання)", "Завдання", "Найменування завдання"},
	roleMeasure:     {"Зміст заходів", "Перелік заходів Програми", "Заходи програми", "Назва заходу"},
	roleTerm:        {"Термін виконання", "Строк виконання заходу", "Термін виконання заходу"},
	roleExecutor:    {"Виконавці", "Виконавець", "Відповідальні виконавці", "Головний розпорядник коштів"},
	roleSource:      {"Джерела фінансування", "Джерело коштів"},
	rolePlan:        {"Орієнтовні обсяги фінансування, тис.грн", "Обсяг фінансування, тис. гривень", "План, грн", "Затверджено на рік з урахуванням змін"},
	roleAnnual:      {"Річний обсяг фінансування, тис.грн", "План на рік"},
	roleActual:      {"Фактично профінансовано, тис.грн", "Касові видатки", "Виконано", "Факт"},
	rolePercent:     {"% виконання", "Відсоток виконання"},
	roleInformation: {"Інформація про виконання заходу або причини його невиконання", "Стан виконання", "Інформація про виконання", "Результати"},
	roleNote:        {"Примітка", "Примітки"},
	roleName:        {"Найменування показника", "Назва показника", "Показник"},
	roleUnit:        {"Одиниця виміру", "Один. виміру"},
	roleValue:       {"Планове значення показника", "Фактичне значення показника"},
	roleReason:      {"Причини невиконання", "Причини відхилення"},
	roleRemedy:      {"Що зроблено для виправлення ситуації", "Вжиті заходи"},
}

// clean is a table before anything broke it: texts, a paragraph a line.
type clean struct {
	roles  []role
	header []string
	rows   [][]string
	titles map[int]bool // rows that are a section's heading
	several,
	ladder bool
}

func (c *clean) column(r role) int {
	for i, x := range c.roles {
		if x == r {
			return i
		}
	}
	return -1
}

func (c *clean) prose(col int) bool {
	switch c.roles[col] {
	case roleTask, roleMeasure, roleExecutor, roleInformation, roleName, roleReason, roleRemedy:
		return true
	}
	return false
}

func money(r *rand.Rand, decimals int) string {
	whole := fmt.Sprint(1 + r.IntN([]int{90, 3000, 900000}[r.IntN(3)]))
	if len(whole) > 3 {
		whole = whole[:len(whole)-3] + " " + whole[len(whole)-3:]
	}
	if decimals == 0 {
		return whole
	}
	return whole + "," + fmt.Sprintf("%0*d", decimals, r.IntN([]int{1, 10, 100}[decimals]))
}

// generate makes a clean table of 5 to 40 rows and 6 to 10 columns.
func generate(r *rand.Rand) *clean {
	w := &writer{Rand: r, from: 2016 + r.IntN(8)}
	w.to = w.from + 1 + r.IntN(4)
	w.ladder = r.IntN(100) < 45
	w.stops = r.IntN(4) == 0
	w.small = r.IntN(10) == 0
	w.several = r.IntN(4) == 0
	if r.IntN(4) == 0 {
		return indicators(w)
	}
	return measures(w)
}

func measures(w *writer) *clean {
	c := &clean{titles: map[int]bool{}, several: w.several, ladder: w.ladder}
	numbered := w.IntN(4) > 0
	if numbered {
		c.roles = append(c.roles, roleNumber)
	}
	c.roles = append(c.roles, roleTask, roleMeasure)
	if w.IntN(5) > 0 {
		c.roles = append(c.roles, roleTerm)
	}
	c.roles = append(c.roles, roleExecutor)
	if w.IntN(3) == 0 {
		c.roles = append(c.roles, roleSource)
	}
	c.roles = append(c.roles, rolePlan)
	if w.IntN(3) == 0 {
		c.roles = append(c.roles, roleAnnual)
	}
	c.roles = append(c.roles, roleActual)
	if w.IntN(4) == 0 {
		c.roles = append(c.roles, rolePercent)
	}
	c.roles = append(c.roles, roleInformation)
	if len(c.roles) < 10 && w.IntN(6) == 0 {
		c.roles = append(c.roles, roleNote)
	}
	c.name(w)
	full := []string{"1", "1."}[w.IntN(2)]
	term := fmt.Sprintf("%d-%d", w.from, w.to)
	repeated := w.IntN(3) > 0
	executor := pick(w.Rand, councils)
	decimals := w.IntN(3)
	for i := range 5 + w.IntN(36) {
		d := &domains[w.IntN(len(domains))]
		row := make([]string, len(c.roles))
		for j, x := range c.roles {
			switch x {
			case roleNumber:
				row[j] = strings.Replace(full, "1", fmt.Sprint(i+1), 1)
			case roleTask:
				row[j] = w.title(pick(w.Rand, d.tasks))
			case roleMeasure:
				row[j] = w.title(pick(w.Rand, d.measures))
			case roleTerm:
				row[j] = term
				if w.IntN(6) == 0 {
					row[j] = fmt.Sprint(w.from + w.IntN(w.to-w.from+1))
				}
			case roleExecutor:
				row[j] = executor
				if !repeated || w.IntN(12) == 0 {
					row[j] = pick(w.Rand, councils)
				}
			case roleSource:
				row[j] = pick(w.Rand, sources)
			case rolePlan, roleAnnual:
				row[j] = money(w.Rand, decimals)
			case roleActual:
				row[j] = money(w.Rand, decimals)
				if w.IntN(8) == 0 {
					row[j] = []string{"0", "0,0", "-", ""}[w.IntN(4)]
				}
			case rolePercent:
				row[j] = fmt.Sprintf("%d,%d", w.IntN(120), w.IntN(10))
			case roleInformation:
				row[j] = w.information(d)
				if w.IntN(25) == 0 {
					row[j] = []string{"-", ""}[w.IntN(2)]
				}
			case roleNote:
				if w.IntN(3) == 0 {
					row[j] = pick(w.Rand, whyNot)
				}
			}
		}
		c.rows = append(c.rows, row)
	}
	return c
}

func indicators(w *writer) *clean {
	c := &clean{titles: map[int]bool{}, several: w.several, ladder: w.ladder}
	c.roles = []role{roleNumber, roleName, roleUnit, roleValue, roleValue, roleReason}
	if w.IntN(2) == 0 {
		c.roles = append(c.roles, roleRemedy)
	}
	c.name(w)
	sections := []string{"ПОКАЗНИКИ ЗАТРАТ", "ПОКАЗНИКИ ПРОДУКТУ", "ПОКАЗНИКИ ЕФЕКТИВНОСТІ", "ПОКАЗНИКИ ЯКОСТІ"}
	for _, s := range sections[w.IntN(3):] {
		c.titles[len(c.rows)] = true
		title := make([]string, len(c.roles))
		title[0] = s
		c.rows = append(c.rows, title)
		for i := range 2 + w.IntN(7) {
			d := &domains[w.IntN(len(domains))]
			row := make([]string, len(c.roles))
			row[0] = fmt.Sprintf("%d.", i+1)
			row[1] = "Кількість заходів: " + strings.ToLower(w.title(pick(w.Rand, d.measures)))
			if w.IntN(2) == 0 {
				row[1] = w.title(pick(w.Rand, d.tasks)) + ", показник за рік"
			}
			row[2] = pick(w.Rand, units)
			row[3] = money(w.Rand, w.IntN(2))
			row[4] = money(w.Rand, w.IntN(2))
			if w.IntN(8) == 0 {
				row[4] = fmt.Sprintf("%d (дані за %d рік)", 1+w.IntN(90), w.to)
			}
			for j := 5; j < len(row); j++ {
				switch w.IntN(4) {
				case 0:
					row[j] = "-"
				case 1:
					row[j] = pick(w.Rand, whyNot)
				default:
					row[j] = w.sentence(d, pick(w.Rand, openers))
				}
			}
			c.rows = append(c.rows, row)
		}
	}
	return c
}

func (c *clean) name(w *writer) {
	value := 0
	for _, x := range c.roles {
		h := pick(w.Rand, headings[x])
		if x == roleValue {
			h = headings[x][value%2]
			value++
		}
		c.header = append(c.header, h)
	}
}

// line is one physical row of a page: its cells as paragraphs.
type line struct {
	cells [][]string
	cut   bool // a blank line stands before it
}

func paragraphs(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// lines lays the clean table out without any defect.
func (c *clean) lines() []line {
	out := make([]line, len(c.rows))
	for i, r := range c.rows {
		for _, s := range r {
			out[i].cells = append(out[i].cells, paragraphs(s))
		}
	}
	return out
}

// layOut makes the document that a reader would make of the page's lines.
func layOut(c *clean, lines []line, numbering bool, repeat bool) *document.Document {
	d := &document.Document{ID: "test", Format: document.Text}
	d.Blocks = append(d.Blocks, &document.Paragraph{Kind: document.Body, Text: "Звіт про виконання програми", Place: document.Place{Line: 1, Paragraph: 1}})
	n, fragment := 2, 0
	var t *document.Table
	add := func(cells [][]string) {
		n++
		row := document.Row{Place: document.Place{Line: n, Table: fragment, Row: len(t.Rows) + 1}}
		for j, ps := range cells {
			x := document.Cell{Col: j, RowSpan: 1, ColSpan: 1}
			for k, s := range ps {
				p := row.Place
				p.Cell = j + 1
				if len(ps) > 1 {
					p.Paragraph = k + 1
				}
				join := document.Space
				if k > 0 {
					join = document.Paragraphs
				}
				x.Parts = append(x.Parts, document.Part{Text: s, Place: p, Join: join})
			}
			row.Cells = append(row.Cells, x)
		}
		t.Columns = max(t.Columns, len(cells))
		t.Rows = append(t.Rows, row)
	}
	begin := func() {
		n++
		fragment++
		t = &document.Table{Place: document.Place{Line: n + 1, Table: fragment, Row: 1}}
		d.Blocks = append(d.Blocks, t)
	}
	head := func() {
		var cells, numbers [][]string
		for i, h := range c.header {
			cells = append(cells, []string{h})
			numbers = append(numbers, []string{fmt.Sprint(i + 1)})
		}
		add(cells)
		if numbering {
			add(numbers)
		}
	}
	begin()
	head()
	for _, l := range lines {
		if l.cut {
			begin()
			if repeat {
				head()
			}
		}
		add(l.cells)
	}
	d.Blocks = append(d.Blocks, &document.Paragraph{Kind: document.Body, Text: "Начальник управління", Place: document.Place{Line: n + 2, Paragraph: 2}})
	return d
}
