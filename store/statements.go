package store

import (
	"fmt"
	"strings"
)

// oneStatement returns the statement in a text without what stands around it, and
// fails with ErrStatements where there is none or a second one: SQLite's driver
// would run each and give the rows of the last alone, be it a comment.
func oneStatement(sql string) (string, error) {
	from, to := -1, -1 // the statement; to is where its semicolon stands
	for at, token := 0, ""; at < len(sql); at += len(token) {
		token = nextToken(sql[at:])
		switch {
		case token == ";":
			if from >= 0 && to < 0 {
				to = at
			}
		case strings.TrimSpace(token) == "" || strings.HasPrefix(token, "--") || strings.HasPrefix(token, "/*"):
		case from < 0:
			from = at
		case to >= 0:
			return "", fmt.Errorf("%w: several", ErrStatements)
		}
	}
	switch {
	case from < 0:
		return "", fmt.Errorf("%w: none", ErrStatements)
	case to < 0:
		to = len(sql)
	}
	return sql[from:to], nil
}

// nextToken cuts off what SQLite reads in one piece, as far as a semicolon in it
// ends no statement: a quoted name or text, a comment; else one byte.
func nextToken(sql string) string {
	end := ""
	switch sql[0] {
	case '\'', '"', '`':
		end = sql[:1] // a doubled quote begins the next piece, which is of the same kind
	case '[':
		end = "]"
	}
	switch {
	case end != "":
	case strings.HasPrefix(sql, "--"):
		end = "\n"
	case strings.HasPrefix(sql, "/*"):
		end = "*/"
	default:
		return sql[:1]
	}
	from := min(len(sql), 1)
	if end == "*/" {
		from = 2
	}
	if i := strings.Index(sql[from:], end); i >= 0 {
		return sql[:from+i+len(end)]
	}
	return sql
}
