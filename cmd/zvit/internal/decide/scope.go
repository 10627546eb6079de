package decide

import (
	"context"
	"fmt"
	"regexp"
	"strconv"

	"zvit/extract/record"
	"zvit/store"
)

// Scope says which amounts are meant:
//
//	0a1b2c3d4e5f6071/t3r5c6/amount   one amount, by its id
//	0a1b2c3d4e5f6071/t3c6            a column of a table: those of its amounts that are doubtful
//	0a1b2c3d4e5f6071/t3              a table
//	0a1b2c3d4e5f6071                 a document, by the beginning of its id
//
// A table is the whole one, as tables.table_id names it; columns are counted
// from 1.
type Scope string

var wide = regexp.MustCompile(`^([0-9a-f]{16,64})(?:(/t\d+)(?:c(\d+))?)?$`)

// One reports whether a single amount is meant.
func (s Scope) One() bool { return !wide.MatchString(string(s)) }

// ColumnOf is the scope of an amount's column, empty outside tables.
func ColumnOf(a *record.Amount) Scope { return Column(a.TableID, a.Col) }

// Column is the scope of a table's column, which is counted from 0 here; empty
// outside tables.
func Column(tableID string, col int) Scope {
	if tableID == "" || col < 0 {
		return ""
	}
	return Scope(tableID + "c" + strconv.Itoa(col+1))
}

// Document is the scope of a document.
func Document(documentID string) Scope { return Scope(documentID) }

// Open returns what a decision on the scope is made on: the one amount that it
// names, or the doubtful amounts of a wider one that have a figure.
func (s Scope) Open(reports []*record.Report) (list []*record.Amount) {
	for _, a := range s.all(reports) {
		if s.One() || a.Doubtful && a.Kopecks != nil {
			list = append(list, a)
		}
	}
	return list
}

// all returns every amount of the scope.
func (s Scope) all(reports []*record.Report) (list []*record.Amount) {
	if s.One() {
		if a := Find(reports, string(s)); a != nil {
			list = append(list, a)
		}
		return list
	}
	m := wide.FindStringSubmatch(string(s))
	tableID := ""
	if m[2] != "" {
		tableID = m[1][:16] + m[2]
	}
	for _, r := range reports {
		for i := range r.Amounts {
			a := &r.Amounts[i]
			if (tableID == "" || a.TableID == tableID) && (m[3] == "" || ColumnOf(a) == Scope(tableID+"c"+m[3])) {
				list = append(list, a)
			}
		}
	}
	return list
}

// DocumentOf returns the document that a scope is in, or ErrNoAmount.
func DocumentOf(ctx context.Context, db *store.DB, of Scope) (documentID string, err error) {
	query, args := "SELECT r.document_id FROM amounts a JOIN reports r USING (report_id) WHERE a.amount_id = ?", []any{string(of)}
	if m := wide.FindStringSubmatch(string(of)); m != nil {
		// Every digit is before "g".
		query, args = "SELECT document_id FROM documents WHERE document_id >= ? AND document_id < ?", []any{m[1], m[1] + "g"}
	}
	rows, err := db.Query(ctx, query, args...)
	if err != nil {
		return "", err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		documentID, _ = rows.Values()[0].(string)
	}
	if err := rows.Err(); err != nil {
		return "", err
	}
	if documentID == "" {
		return "", fmt.Errorf("%w: %s", ErrNoAmount, of)
	}
	return documentID, nil
}
