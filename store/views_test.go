package store

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The contract as DESIGN.md gives it: the views' names, and their columns in order.
func TestContract(t *testing.T) {
	db := opened(t)
	text, err := os.ReadFile("testdata/contract.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		view, columns, _ := strings.Cut(strings.TrimSpace(line), ": ")
		rows, err := db.Query(context.Background(), "SELECT * FROM "+view)
		if err != nil {
			t.Error(err)
			continue
		}
		if diff := cmp.Diff(strings.Split(columns, ", "), rows.Columns()); diff != "" {
			t.Errorf("%s:\n%s", view, diff)
		}
		if rows.Next() {
			t.Errorf("%s of an empty database has a row", view)
		}
		if err := rows.Close(); err != nil {
			t.Error(err)
		}
		if !slices.Contains(contractViews, view) {
			t.Errorf("%s is not marked as of the contract", view)
		}
	}
}

// The dictionary describes each column of each view, and nothing else.
func TestDictionaryIsWhole(t *testing.T) {
	db := opened(t)
	views, err := db.Views(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, v := range views {
		names = append(names, v.Name)
		var columns []string
		if v.Meaning.EN == "" || v.Meaning.UK == "" {
			t.Errorf("%s has no meaning", v.Name)
		}
		for _, c := range v.Columns {
			columns = append(columns, c.Name)
			if c.Meaning.EN == "" || c.Meaning.UK == "" || c.Example == "" {
				t.Errorf("%s.%s lacks a meaning or an example", v.Name, c.Name)
			}
			switch c.Type {
			case TypeText, TypeFlag, TypeDate:
			case TypeInteger, TypeReal, TypeMoney:
				if c.Unit == "" && c.Name != "ordinal" && c.Name != "level" {
					t.Errorf("%s.%s has no unit", v.Name, c.Name)
				}
			default:
				t.Errorf("%s.%s is a %q", v.Name, c.Name, c.Type)
			}
			if money := strings.HasSuffix(c.Name, "kopecks"); money != (c.Type == TypeMoney) {
				t.Errorf("%s.%s is a %s", v.Name, c.Name, c.Type)
			}
		}
		want := query(t, db, "SELECT name FROM pragma_table_info(?)", v.Name)
		if diff := cmp.Diff(want, columns); diff != "" {
			t.Errorf("%s:\n%s", v.Name, diff)
		}
	}
	slices.Sort(names)
	if diff := cmp.Diff(query(t, db, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"), names); diff != "" {
		t.Error(diff)
	}
	if !slices.EqualFunc(views, AllViews(), func(a, b View) bool {
		return a.Name == b.Name && a.Contract == b.Contract && len(a.Columns) == len(b.Columns)
	}) {
		t.Error("Views and AllViews differ")
	}
}

func TestTablesAreStrict(t *testing.T) {
	db := opened(t)
	loose := query(t, db, "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%' AND schema = 'main'")
	if len(loose) > 0 {
		t.Error(loose)
	}
	if n := query(t, db, "SELECT count(*) FROM pragma_table_list WHERE strict = 1")[0]; n < "20" {
		t.Errorf("%s strict tables", n)
	}
}

func TestEveryViewHasRows(t *testing.T) {
	db := opened(t)
	e := sample{name: "a"}.entry()
	put(t, db, e, sourced(sample{name: "b", programme: "Джерела за джерелами"}.entry()))
	if err := db.AddReview(context.Background(), reviewOf(e, 0)); err != nil {
		t.Fatal(err)
	}
	for _, v := range AllViews() {
		rows, err := db.ViewRows(context.Background(), v.Name)
		if err != nil {
			t.Error(err)
			continue
		}
		n := 0
		for rows.Next() {
			n++
		}
		if rows.Err() != nil || n == 0 {
			t.Errorf("%s: %d rows, %v", v.Name, n, rows.Err())
		}
		rows.Close()
	}
	if _, err := db.ViewRows(context.Background(), "amount"); !errors.Is(err, ErrUnknown) {
		t.Errorf("a private table was exported: %v", err)
	}
}
