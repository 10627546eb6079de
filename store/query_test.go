package store

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestQueryRefusesAllButReading(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	put(t, db, sample{name: "a"}.entry())
	before := dump(t, db)
	for _, sql := range []string{
		"DELETE FROM document",
		"UPDATE amount SET kopecks = 0",
		"INSERT INTO about VALUES ('a', 'b')",
		"DROP VIEW amounts",
		"CREATE TABLE x (a)",
		"CREATE TEMP TABLE x (a)",
		"ATTACH ':memory:' AS other",
		"ATTACH '/etc/passwd' AS other",
		"DETACH main",
		"VACUUM INTO '/tmp/zvit-stolen.db'",
		"PRAGMA query_only = 0",
		"PRAGMA journal_mode = DELETE",
		"PRAGMA user_version = 9",
		"PRAGMA writable_schema = 1",
		"SELECT load_extension('x')",
		"SELECT fts3_tokenizer('simple')",
		"WITH a AS (SELECT 1) DELETE FROM document",
		"SAVEPOINT a",
		"REINDEX",
		"ANALYZE",
	} {
		rows, err := db.Query(ctx, sql)
		if err == nil {
			for rows.Next() {
			}
			err = rows.Err()
			rows.Close()
		}
		if !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", sql, err)
		}
	}
	if dump(t, db) != before {
		t.Error("something was changed")
	}
	var mistake StatementError
	if _, err := db.Query(ctx, "SELECT nonsense"); !errors.As(err, &mistake) || mistake.Message != "no such column: nonsense" {
		t.Errorf("a mistake in SQL: %v", err)
	}
}

// Of several statements the driver would give the last one's rows alone.
func TestQueryTakesOneStatement(t *testing.T) {
	db := opened(t)
	put(t, db, sample{name: "a"}.entry())
	before := dump(t, db)
	for sql, one := range map[string]bool{
		"SELECT 1":                         true,
		"SELECT 1;":                        true,
		" ;; SELECT 1 ; ; -- done; really": true,
		"SELECT 1 /* a; b */":              true,
		"-- first; comes\nSELECT 1":        true,
		"SELECT 'a;b', \"a;b\" FROM (SELECT 1 AS \"a;b\")": true,
		"SELECT [a;b], `a;b` FROM (SELECT 1 AS [a;b])":     true,
		"SELECT 'it''s; one'":                              true,
		"SELECT 3-1; -- two":                               true,
		"SELECT 1; SELECT 2":                               false,
		"SELECT ';'; SELECT 2":                             false,
		"SELECT 1 -- one\n; SELECT 2":                      false,
		"SELECT 1; /* then */ SELECT 2;":                   false,
		"SELECT 1; DELETE FROM document":                   false,
		"":                                                 false,
		" \n":                                              false,
		"; -- nothing":                                     false,
	} {
		rows, err := db.Query(context.Background(), sql)
		if err == nil {
			n := 0
			for rows.Next() {
				n++
			}
			if err = rows.Err(); n != 1 {
				t.Errorf("%q: %d rows", sql, n)
			}
			rows.Close()
		}
		if one && err != nil || !one && !errors.Is(err, ErrStatements) {
			t.Errorf("%q: %v", sql, err)
		}
	}
	if dump(t, db) != before {
		t.Error("something was changed")
	}
}

func TestQueryReads(t *testing.T) {
	db := opened(t)
	put(t, db, sample{name: "a"}.entry())
	for sql, want := range map[string]string{
		"SELECT count(*) FROM measures": "4",
		"SELECT 'x', 2, 2.5, NULL":      "x 2 2.5 -",
		"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT sum(n) FROM c":                               "15",
		"SELECT count(*) > 20 FROM pragma_table_info('amounts')":                                                                         "1",
		"SELECT a.settled_unit FROM amounts a JOIN measures m ON m.measure_id = a.subject_id WHERE m.number = '2' AND a.role = 'actual'": "uah",
		"SELECT text FROM evidence ORDER BY weight DESC LIMIT 1":                                                                         "the sum holds",
	} {
		if got := query(t, db, sql); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q", sql, got)
		}
	}
	if got := query(t, db, "SELECT count(*) FROM amounts WHERE subject = ?", "measure"); got[0] != "8" {
		t.Error(got)
	}
}

func TestQueryStopsInTime(t *testing.T) {
	db := opened(t)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	rows, err := db.Query(ctx, "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c")
	if err == nil {
		rows.Next()
		err = rows.Err()
		rows.Close()
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}
