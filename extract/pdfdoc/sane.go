package pdfdoc

import (
	"bytes"
)

// sane reports whether the cross-reference data can be handed to a library that
// trusts it: no table larger than the file could hold, no chain of tables that
// comes back to itself, no nesting that would exhaust the stack.
func sane(data []byte) bool {
	limit := float64(len(data))
	seen := map[float64]int{lastStart(data): 1}
	for _, k := range []string{"/Size", "/Prev", "/First", "/N", "/Columns"} {
		for i := 0; ; {
			j := bytes.Index(data[i:], []byte(k))
			if j < 0 {
				break
			}
			i += j + len(k)
			if i < len(data) && class[data[i]] == 0 && data[i] < '0' {
				continue
			}
			l := lexer{b: data, pos: i}
			t := l.next()
			if t.kind != tokNumber {
				continue
			}
			switch k {
			case "/Prev":
				// Outline items have /Prev too, but as a reference.
				if n := l.next(); n.kind == tokNumber {
					continue
				}
				if seen[t.num]++; seen[t.num] > 1 {
					return false
				}
			case "/Columns":
				if t.num > 1<<20 {
					return false
				}
			case "/Size":
				if t.num > limit+1000 {
					return false
				}
			default:
				if t.num < 0 {
					return false
				}
			}
		}
	}
	return indexSane(data, limit) && shallow(data)
}

// lastStart is the offset that the file ends with, where reading begins.
func lastStart(data []byte) float64 {
	i := bytes.LastIndex(data, []byte("startxref"))
	if i < 0 {
		return -1
	}
	l := lexer{b: data, pos: i + len("startxref")}
	return l.next().num
}

// indexSane looks at the ranges of object numbers that tables and streams give.
func indexSane(data []byte, limit float64) bool {
	for i := 0; ; {
		j := bytes.Index(data[i:], []byte("/Index"))
		if j < 0 {
			break
		}
		i += j + len("/Index")
		l := lexer{b: data, pos: i}
		if l.next().kind != tokOpen {
			continue
		}
		for t := l.next(); t.kind == tokNumber; t = l.next() {
			if t.num < 0 || t.num > limit+1000 {
				return false
			}
		}
	}
	for i := 0; ; {
		j := bytes.Index(data[i:], []byte("xref"))
		if j < 0 {
			return true
		}
		i += j + len("xref")
		l := lexer{b: data, pos: i}
		// startxref is followed by an offset, xref by the first number and a count.
		for {
			a := l.next()
			if a.kind != tokNumber {
				break
			}
			b := l.next()
			if b.kind != tokNumber {
				break
			}
			if a.num < 0 || b.num < 0 || a.num+b.num > limit+1000 {
				return false
			}
			if !skipEntries(&l, int(b.num)) {
				break
			}
		}
	}
}

// skipEntries moves past n entries of a table: offset, generation, f or n.
func skipEntries(l *lexer, n int) bool {
	for range n {
		offset, generation, use := l.next().kind, l.next().kind, l.next().kind
		if offset != tokNumber || generation != tokNumber || use != tokWord {
			return false
		}
	}
	return true
}

// shallow reports whether arrays and dictionaries outside streams nest less
// deep than a recursive parser can follow.
func shallow(data []byte) bool {
	const deepest = 2000
	run := 0
	for _, c := range data {
		switch {
		case c == '[' || c == '<':
			if run++; run > deepest {
				return false
			}
		case c == ']' || c == '>':
			run = 0
		}
	}
	return true
}
