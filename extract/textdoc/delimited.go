package textdoc

import (
	"strings"

	"zvit/extract/document"
)

// findSemicolons finds CSV (RFC 4180) with semicolons. They stand in prose too, so
// all records must have one number of fields.
func findSemicolons(lines []line) []fragment { return findCSV(lines, ';', 2) }

// findCommas finds CSV with commas. It comes last of all shapes: commas stand in
// every sentence, and in the decimals of every other shape.
func findCommas(lines []line) []fragment { return findCSV(lines, ',', 3) }

// findQuotedTabs finds tab-separated values with a quoted cell that goes on over
// lines, as spreadsheets copy them.
func findQuotedTabs(lines []line) []fragment {
	for i := range lines {
		if strings.Contains(lines[i].text, "\t\"") || strings.HasPrefix(lines[i].text, "\"") && strings.Contains(lines[i].text, "\t") {
			var found []fragment
			for _, f := range findCSV(lines, '\t', 2) {
				all := true
				for l := f.from; l < f.to; l++ {
					all = all && strings.Contains(lines[l].text, "\"\t\"")
				}
				if all || f.to-f.from > len(f.rows) {
					found = append(found, f)
				}
			}
			return found
		}
	}
	return nil
}

// record is one row of CSV and where it ends.
type record struct {
	row
	to int
}

// findCSV finds runs of records of one width, least at the fewest.
func findCSV(lines []line, comma byte, least int) []fragment {
	var found []fragment
	for at := 0; at < len(lines); {
		if comma == ',' && sentence(lines[at].text) {
			at++
			continue
		}
		first, ok := readRecord(lines, at, comma)
		if !ok || len(first.cells) < least {
			at++
			continue
		}
		rows := []row{first.row}
		end := first.to
		for end < len(lines) && lines[end].gap <= 1 && !lines[end].paged {
			next, ok := readRecord(lines, end, comma)
			if !ok || len(next.cells) != len(first.cells) {
				break
			}
			rows = append(rows, next.row)
			end = next.to
		}
		if delimitedTable(rows, comma) {
			found = append(found, fragment{from: at, to: end, rows: rows})
		}
		at = end
	}
	return found
}

// sentence reports whether the commas of a line have spaces behind them, as in
// sentences and addresses: CSV has none there outside quotes.
func sentence(s string) bool {
	all, spaced := strings.Count(s, ","), strings.Count(s, ", ")
	if !strings.Contains(s, `"`) && spaced*4 > all || guttered(s) {
		return true
	}
	// "1 250,5": a comma between digits is a decimal one where spaces group them.
	decimal := 0
	for i := 1; i+1 < len(s); i++ {
		if s[i] == ',' && isDigit(s[i-1]) && isDigit(s[i+1]) {
			decimal++
		}
	}
	return decimal*2 > all && strings.Contains(s, " ") && !strings.Contains(s, `"`)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// delimitedTable reports whether records of one width are a table: short fields,
// and values among them.
func delimitedTable(rows []row, comma byte) bool {
	if len(rows) < 2 {
		return false
	}
	filled, values, full := 0, 0, 0
	for i := range rows {
		n := 0
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			if len(c.pieces) == 0 {
				continue
			}
			n++
			if value(c) {
				values++
			}
		}
		filled += n
		if n > 1 {
			full++
		}
	}
	if full*2 < len(rows) {
		return false // Lines of prose that end in a semicolon.
	}
	if comma == ',' {
		return values*5 >= filled
	}
	return values*20 >= filled || len(rows) >= 3
}

// maxRecordLines is how many lines a quoted field may go on over.
const maxRecordLines = 24

// readRecord reads the record that begins at line i. A field may stand in
// quotes, with "" for a quote, and go on over lines; a quote that is never
// closed is a sign like any other.
func readRecord(lines []line, i int, comma byte) (record, bool) {
	if strings.IndexByte(lines[i].text, comma) < 0 && strings.IndexByte(lines[i].text, '"') < 0 {
		return record{}, false
	}
	r := record{row: row{line: i}, to: i + 1}
	s := lines[i].text
	quotes := true // until one fails: then they are signs in this record
	for {
		s = strings.TrimLeft(s, " ")
		var c cell
		if quotes && strings.HasPrefix(s, `"`) {
			if field, rest, to, ok := quotedField(lines, r.to-1, s[1:], comma); ok {
				c, s = field, rest
				r.to = to
				r.cells = append(r.cells, c)
				if s == "" {
					return r, true
				}
				s = s[1:]
				continue
			}
			quotes = false
		}
		j := strings.IndexByte(s, comma)
		if j < 0 {
			r.cells = append(r.cells, cellOf(s, r.to-1))
			return r, len(r.cells) > 1
		}
		r.cells = append(r.cells, cellOf(s[:j], r.to-1))
		s = s[j+1:]
	}
}

// quotedField reads a field from behind its opening quote, on line l; rest begins
// with the delimiter, or is empty at the record's end.
func quotedField(lines []line, l int, s string, comma byte) (c cell, rest string, to int, ok bool) {
	var field strings.Builder
	flush := func() {
		for _, p := range cellOf(field.String(), l).pieces {
			p.join = document.Paragraphs
			c.pieces = append(c.pieces, p)
		}
		field.Reset()
	}
	for first := l; l < len(lines) && l-first < maxRecordLines; {
		j := strings.IndexByte(s, '"')
		if j < 0 {
			field.WriteString(s)
			flush()
			l++
			if l < len(lines) {
				s = lines[l].text
			}
			continue
		}
		field.WriteString(s[:j])
		s = s[j+1:]
		if strings.HasPrefix(s, `"`) {
			field.WriteByte('"')
			s = s[1:]
			continue
		}
		s = strings.TrimRight(s, " \r")
		if t := strings.TrimLeft(s, " "); t == "" || t[0] == comma {
			flush()
			return c, t, l + 1, true
		}
		return cell{}, "", 0, false // A quote in the midst of a field: no RFC 4180.
	}
	return cell{}, "", 0, false
}
