package store

import (
	"strings"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// Largest text or blob that a reading statement may make: the memory of a
// hostile query (zeroblob, group_concat) ends here.
const maxValueBytes = 256 << 20

// actionRecursive is SQLITE_RECURSIVE, which the driver does not name.
const actionRecursive = 33

// readingOnly makes a connection refuse everything that is not reading, while a
// statement is prepared. The file is also opened read-only; this is what keeps
// ATTACH, load_extension and other files out.
func readingOnly(c *sqlite3.SQLiteConn) error {
	c.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, maxValueBytes)
	c.SetLimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
	c.RegisterAuthorizer(authorize)
	return nil
}

func authorize(action int, arg1, arg2, _ string) int {
	switch action {
	case sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, actionRecursive, sqlite3.SQLITE_TRANSACTION:
		return sqlite3.SQLITE_OK
	case sqlite3.SQLITE_FUNCTION:
		switch strings.ToLower(arg2) {
		case "load_extension", "fts3_tokenizer":
			return sqlite3.SQLITE_DENY
		}
		return sqlite3.SQLITE_OK
	case sqlite3.SQLITE_PRAGMA:
		return authorizePragma(strings.ToLower(arg1), arg2)
	}
	return sqlite3.SQLITE_DENY
}

func authorizePragma(name, value string) int {
	switch name {
	case "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
		"foreign_key_list", "foreign_key_check", "integrity_check", "quick_check",
		"database_list", "collation_list", "function_list", "compile_options", "data_version":
		return sqlite3.SQLITE_OK // an argument names something, it sets nothing
	case "application_id", "user_version", "schema_version", "page_size", "page_count",
		"freelist_count", "encoding", "journal_mode", "query_only":
		if value == "" {
			return sqlite3.SQLITE_OK
		}
	}
	return sqlite3.SQLITE_DENY
}
