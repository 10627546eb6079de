package export

import (
	"strings"
	"time"

	"zvit/store"
)

// kind is what a column's values are to other programs.
type kind int

const (
	kindText kind = iota
	kindInteger
	kindReal
	kindMoney   // kopecks
	kindFlag    // 1 or 0
	kindDate    // ISO 8601
	kindTime    // RFC 3339
	kindDecimal // a plain decimal with a dot, as text: exact
)

// kindOf reads it from the dictionary: moments and plain decimals are text
// there, known by their unit.
func kindOf(c store.Column) kind {
	switch c.Type {
	case store.TypeInteger:
		return kindInteger
	case store.TypeReal:
		return kindReal
	case store.TypeMoney:
		return kindMoney
	case store.TypeFlag:
		return kindFlag
	case store.TypeDate:
		return kindDate
	}
	switch {
	case strings.HasPrefix(c.Unit, "RFC 3339"):
		return kindTime
	case c.Unit == "plain decimal":
		return kindDecimal
	}
	return kindText
}

// day reads an ISO date.
func day(s string) (time.Time, error) { return time.Parse(time.DateOnly, s) }

// moment reads an RFC 3339 moment.
func moment(s string) (time.Time, error) { return time.Parse(time.RFC3339, s) }

// columnNames are the names of a view's columns.
func columnNames(v store.View) []string {
	names := make([]string, len(v.Columns))
	for i, c := range v.Columns {
		names[i] = c.Name
	}
	return names
}
