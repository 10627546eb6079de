package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"zvit/store"
)

// descriptorName is fixed by the specification.
const descriptorName = "datapackage.json"

// A descriptor of the Frictionless specifications
// (specs.frictionlessdata.io: tabular-data-package, tabular-data-resource,
// table-schema, csv-dialect).
type descriptor struct {
	Profile   string     `json:"profile"`
	Name      string     `json:"name"`
	Title     string     `json:"title"`
	Resources []resource `json:"resources"`
}

type resource struct {
	Profile     string      `json:"profile"`
	Name        string      `json:"name"`
	Path        string      `json:"path"`
	Description string      `json:"description"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding"`
	Bytes       int64       `json:"bytes"`
	Hash        string      `json:"hash"`
	Dialect     dialect     `json:"dialect"`
	Schema      tableSchema `json:"schema"`
}

type dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type tableSchema struct {
	Fields        []field      `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Format      string       `json:"format"`
	Title       string       `json:"title"`
	Description string       `json:"description"`
	TrueValues  []string     `json:"trueValues,omitempty"`
	FalseValues []string     `json:"falseValues,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool `json:"required"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

// reference names a resource; an empty name is the resource itself.
type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// keys are the columns that no two rows of a view have in common.
var keys = map[string][]string{
	"documents":               {"document_id"},
	"sources":                 {"document_id", "path"},
	"reports":                 {"report_id"},
	"measures":                {"measure_id"},
	"indicators":              {"indicator_id"},
	"lines":                   {"line_id"},
	"amounts":                 {"amount_id"},
	"findings":                {"finding_id"},
	"tables":                  {"table_id"},
	"cells":                   {"table_id", "row", "col"},
	"cell_parts":              {"table_id", "row", "col", "part"},
	"paragraphs":              {"document_id", "ordinal"},
	"reviews":                 {"amount_id"},
	"least_executed_measures": {"measure_id"},
	"doubtful_by_report":      {"report_id"},
	"totals_that_do_not_hold": {"finding_id"},
}

// references are the columns that name a row of another view. A review may
// have outlived its amount, so that it names none for certain.
func references(view, column string) (other, key string, ok bool) {
	switch column {
	case "same_as", "part_of":
		return "amounts", "amount_id", true
	case "duplicate_of":
		return "documents", "document_id", true
	case "amount_id":
		return "amounts", column, view == "evidence"
	case "finding_id":
		return "findings", column, view != "findings"
	case "measure_id":
		return "measures", column, view != "measures"
	}
	for _, other := range []string{"documents", "reports", "tables"} {
		if key := strings.TrimSuffix(other, "s") + "_id"; key == column {
			return other, column, view != other
		}
	}
	return "", "", false
}

// dataPackage writes a folder with the descriptor and a CSV file a view.
func (x *exporter) dataPackage() error {
	paths, err := x.paths(".csv", descriptorName)
	if err != nil {
		return err
	}
	d := descriptor{
		Profile: "tabular-data-package",
		Name:    packageName(x.opts.Database),
		Title:   DatabaseName(x.opts.Database),
	}
	for _, v := range x.opts.Views {
		r := x.resource(v)
		if err := x.resourceFile(paths[v.Name], v, &r); err != nil {
			return err
		}
		d.Resources = append(d.Resources, r)
	}
	w, done, err := x.create(filepath.Join(x.opts.Out, descriptorName))
	if err != nil {
		return err
	}
	x.res.Files = append(x.res.Files, File{Path: filepath.Join(x.opts.Out, descriptorName)})
	return errors.Join(indented(w, d), done())
}

func (x *exporter) resourceFile(path string, v store.View, r *resource) error {
	w, done, err := x.create(path)
	if err != nil {
		return err
	}
	sum := sha256.New()
	count := &counter{w: io.MultiWriter(w, sum)}
	n, err := x.copyRows(v, newCSV(count, v))
	if err := errors.Join(err, done()); err != nil {
		return err
	}
	r.Bytes, r.Hash = count.n, "sha256:"+hex.EncodeToString(sum.Sum(nil))
	x.res.Files = append(x.res.Files, File{path, v.Name, n})
	return nil
}

func (x *exporter) resource(v store.View) resource {
	r := resource{
		Profile: "tabular-data-resource", Name: v.Name, Path: v.Name + ".csv",
		Description: x.opts.Say(v.Meaning),
		Format:      "csv", MediaType: "text/csv", Encoding: "utf-8",
		Dialect: dialect{",", "\r\n", `"`, true, true},
		Schema:  tableSchema{MissingValues: []string{""}, PrimaryKey: keys[v.Name]},
	}
	for _, c := range v.Columns {
		r.Schema.Fields = append(r.Schema.Fields, x.field(c, slices.Contains(r.Schema.PrimaryKey, c.Name)))
		other, key, ok := references(v.Name, c.Name)
		if !ok || !slices.ContainsFunc(x.opts.Views, func(v store.View) bool { return v.Name == other }) {
			continue
		}
		if other == v.Name {
			other = ""
		}
		r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, foreignKey{[]string{c.Name}, reference{other, []string{key}}})
	}
	return r
}

func (x *exporter) field(c store.Column, inKey bool) field {
	f := field{Name: c.Name, Type: "string", Format: "default", Title: c.Name, Description: withUnit(c, x.opts.Say(c.Meaning))}
	switch kindOf(c) {
	case kindInteger, kindMoney:
		f.Type = "integer"
	case kindReal, kindDecimal:
		f.Type = "number"
	case kindFlag:
		f.Type, f.TrueValues, f.FalseValues = "boolean", []string{"1"}, []string{"0"}
	case kindDate:
		f.Type = "date"
	case kindTime:
		f.Type = "datetime" // in UTC, as the default format has it
	}
	if inKey {
		f.Constraints = &constraints{Required: true}
	}
	return f
}

// withUnit puts a number's unit beside its meaning.
func withUnit(c store.Column, meaning string) string {
	if c.Unit == "" {
		return meaning
	}
	return meaning + " [" + c.Unit + "]"
}

// packageName is the database's name in the letters that a package may have.
func packageName(database string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '_', r == '-':
			return r
		}
		return '-'
	}, strings.ToLower(DatabaseName(database)))
	if name = strings.Trim(name, "-."); name == "" {
		return "reports"
	}
	return name
}

// indented writes JSON for people, too.
func indented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write the descriptor: %w", err)
	}
	return nil
}

// counter counts the bytes that go by.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
