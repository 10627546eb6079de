package export

import (
	"errors"
	"io"
	"slices"

	"zvit/extract/record"
	"zvit/store"
)

// Datasette's metadata (docs.datasette.io/en/stable/metadata.html). Units stand
// in the columns' descriptions: its own "units" are gone since version 1.0, and
// before it failed on one that it did not know.
type siteMetadata struct {
	Title       string                      `json:"title"`
	Description string                      `json:"description"`
	Databases   map[string]databaseMetadata `json:"databases"`
}

type databaseMetadata struct {
	Tables  map[string]tableMetadata `json:"tables"`
	Queries map[string]cannedQuery   `json:"queries"`
}

type tableMetadata struct {
	Title       string            `json:"title,omitempty"`
	Description string            `json:"description,omitempty"`
	Columns     map[string]string `json:"columns,omitempty"`
	Hidden      bool              `json:"hidden,omitempty"`
}

type cannedQuery struct {
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`
	SQL         string `json:"sql"`
}

// writeDatasette describes the views and hides the tables behind them, which
// may change.
func writeDatasette(x *exporter, w io.Writer) error {
	hidden, err := x.tables()
	if err != nil {
		return err
	}
	d := databaseMetadata{Tables: map[string]tableMetadata{}, Queries: map[string]cannedQuery{}}
	for _, name := range hidden {
		d.Tables[name] = tableMetadata{Hidden: true}
	}
	for _, v := range x.opts.Views {
		t := tableMetadata{Title: v.Name, Description: x.opts.Say(v.Meaning), Columns: map[string]string{}}
		for _, c := range v.Columns {
			t.Columns[c.Name] = withUnit(c, x.opts.Say(c.Meaning))
		}
		d.Tables[v.Name] = t
	}
	for _, q := range questions {
		if slices.ContainsFunc(x.opts.Views, func(v store.View) bool { return v.Name == q.view }) {
			d.Queries[q.name] = cannedQuery{Title: x.opts.Say(q.title), SQL: q.sql}
		}
	}
	x.res.Files = append(x.res.Files, File{Path: x.opts.Out})
	name := DatabaseName(x.opts.Database)
	return indented(w, siteMetadata{
		Title: name,
		Description: x.opts.Say(record.Sentence{
			EN: "Reports on local programmes, read by zvit. Money is in kopecks: a figure is right or marked doubtful, and the source's own figure is beside it.",
			UK: "Звіти про місцеві програми, прочитані zvit. Гроші в копійках: сума правильна або позначена як сумнівна, а поруч — сума, як її надруковано.",
		}),
		Databases: map[string]databaseMetadata{name: d},
	})
}

// tables are the tables behind the views.
func (x *exporter) tables() (names []string, err error) {
	rows, err := x.db.Query(x.ctx, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'dictionary' ORDER BY name")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if name, ok := rows.Values()[0].(string); ok {
			names = append(names, name)
		}
	}
	return names, rows.Err()
}

// questions are queries that Datasette offers beside the views.
var questions = []struct {
	name, view string
	title      record.Sentence
	sql        string
}{
	{
		"programmes", "execution",
		record.Sentence{EN: "Plan and execution of each programme, hryvnias", UK: "План і виконання кожної програми, гривні"},
		"SELECT programme, authority, sum(planned_kopecks) / 100.0 AS planned, sum(actual_kopecks) / 100.0 AS actual,\n  round(100.0 * sum(actual_kopecks) / sum(planned_kopecks), 1) AS percent, max(doubtful) AS doubtful\nFROM execution GROUP BY coalesce(programme_key, report_id) ORDER BY planned DESC",
	},
	{
		"overruled_units", "amounts",
		record.Sentence{EN: "Amounts whose printed unit was overruled, and why", UK: "Суми, надруковану одиницю яких змінено, і чому"},
		"SELECT printed, printed_unit, settled_unit, kopecks / 100.0 AS hryvnias, confidence, reason, reason_uk, place, report_id\nFROM amounts WHERE change = 'rescaled' ORDER BY abs(kopecks) DESC",
	},
	{
		"amounts_of_a_report", "amounts",
		record.Sentence{EN: "Every amount of one report (:report_id), as printed and as settled", UK: "Усі суми одного звіту (:report_id), як надруковано і як визначено"},
		"SELECT subject, role, year, printed, printed_unit, kopecks / 100.0 AS hryvnias, doubtful, reason, place\nFROM amounts WHERE report_id = :report_id",
	},
	{
		"measures_of_a_programme", "measures",
		record.Sentence{EN: "Measures of the programmes whose name has a word (:word)", UK: "Заходи програм, у назві яких є слово (:word)"},
		"SELECT r.programme, m.number, m.measure, m.planned_kopecks / 100.0 AS planned, m.actual_kopecks / 100.0 AS actual\nFROM measures m JOIN reports r USING (report_id) WHERE r.programme LIKE '%' || :word || '%' ORDER BY r.report_id, m.ordinal",
	},
}
