package export

import (
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"zvit/store"
)

// TestDataPackage checks the descriptor by the rules of the specifications
// (specs.frictionlessdata.io: data-package, tabular-data-resource, table-schema):
// required properties, names, files as described, values of their types, keys.
func TestDataPackage(t *testing.T) {
	db, path := archive(t)
	dir := filepath.Join(t.TempDir(), "package")
	written(t, db, path, DataPackage, dir)
	var d descriptor
	data, err := os.ReadFile(filepath.Join(dir, descriptorName))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	name := regexp.MustCompile(`^[-a-z0-9._]+$`)
	if !name.MatchString(d.Name) || d.Profile != "tabular-data-package" || len(d.Resources) != len(store.AllViews()) {
		t.Errorf("%s %s: %d resources", d.Name, d.Profile, len(d.Resources))
	}
	tables := map[string]map[string][]string{} // by resource and column
	for i := range d.Resources {
		r := &d.Resources[i]
		if !name.MatchString(r.Name) || tables[r.Name] != nil {
			t.Errorf("resource name %q", r.Name)
		}
		if !filepath.IsLocal(r.Path) || strings.ContainsAny(r.Path, `\:`) {
			t.Errorf("path %q", r.Path)
		}
		tables[r.Name] = checkResource(t, dir, r)
	}
	foreign := 0
	for i := range d.Resources {
		r := &d.Resources[i]
		for _, k := range r.Schema.ForeignKeys {
			foreign++
			other := k.Reference.Resource
			if other == "" {
				other = r.Name
			}
			there := map[string]bool{"": true}
			for _, v := range tables[other][k.Reference.Fields[0]] {
				there[v] = true
			}
			for _, v := range tables[r.Name][k.Fields[0]] {
				if !there[v] {
					t.Errorf("%s.%s: %q is not in %s", r.Name, k.Fields[0], v, other)
				}
			}
		}
	}
	if foreign < 10 {
		t.Errorf("only %d foreign keys", foreign)
	}
}

// checkResource checks one file and returns its columns.
func checkResource(t *testing.T, dir string, r *resource) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, r.Path))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	if r.Bytes != int64(len(data)) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
		t.Errorf("%s: bytes or hash are wrong", r.Name)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string][]string{}
	for i, f := range r.Schema.Fields {
		if rows[0][i] != f.Name || f.Description == "" {
			t.Errorf("%s: field %q over column %q", r.Name, f.Name, rows[0][i])
		}
		for _, row := range rows[1:] {
			columns[f.Name] = append(columns[f.Name], row[i])
			if !fits(f, row[i]) {
				t.Errorf("%s.%s: %q is no %s", r.Name, f.Name, row[i], f.Type)
			}
		}
	}
	seen := map[string]bool{}
	for n := range rows[1:] {
		var key []string
		for _, k := range r.Schema.PrimaryKey {
			key = append(key, columns[k][n])
		}
		if joined := strings.Join(key, "\x00"); len(key) > 0 && (seen[joined] || slices.Contains(key, "")) {
			t.Errorf("%s: the key %q stands twice or is empty", r.Name, key)
		} else {
			seen[joined] = true
		}
	}
	return columns
}

// fits says whether a value is of the field's type, as Table Schema has it.
func fits(f field, s string) bool {
	if s == "" {
		return f.Constraints == nil || !f.Constraints.Required
	}
	var err error
	switch f.Type {
	case "string":
	case "integer":
		_, err = strconv.ParseInt(s, 10, 64)
	case "number":
		_, err = strconv.ParseFloat(s, 64)
		if !regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`).MatchString(s) {
			return false
		}
	case "boolean":
		return slices.Contains(f.TrueValues, s) || slices.Contains(f.FalseValues, s)
	case "date":
		_, err = time.Parse("2006-01-02", s)
	case "datetime":
		_, err = time.Parse("2006-01-02T15:04:05Z", s)
	default:
		return false
	}
	return err == nil
}

func TestPackageName(t *testing.T) {
	for path, want := range map[string]string{
		"/a/reports.db": "reports", "Архів.db": "reports", "My Archive 2.db": "my-archive-2", "x.y.db": "x.y", "": "reports",
	} {
		if got := packageName(path); got != want {
			t.Errorf("%q: got %q, want %q", path, got, want)
		}
	}
}

// TestOneOfManyViews: a key to a view that is not in the package is left out.
func TestOneOfManyViews(t *testing.T) {
	db, path := archive(t)
	dir := filepath.Join(t.TempDir(), "package")
	opts := Options{Format: DataPackage, Out: dir, Views: []store.View{viewNamed(t, "measures")}, Database: path, Say: english}
	if _, err := Write(context.Background(), db, opts); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, descriptorName))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "foreignKeys") {
		t.Error("the package refers to what it does not have")
	}
}
