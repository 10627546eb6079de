package pdfdoc

import (
	"bytes"
)

// sane reports whether the cross-reference data can be handed to a library that
// trusts it: no table larger than the file could hold, no chain of tables that
// comes back to itself, no nesting that would exhaust the stack.
func sane(data []byte) bool {
	limit := float64(len(data))
	starts := map[float64]int{lastStart(data): 1} // offsets at which tables begin
	for i := 0; ; {
		j := bytes.IndexByte(data[i:], '/')
		if j < 0 {
			break
		}
		i += j + 1
		key, after := saneKey(data[i:])
		if key == "" {
			continue
		}
		i += len(key)
		if !saneValue(key, after, limit, starts) {
			return false
		}
	}
	return tablesSane(data, limit) && shallow(data)
}

// saneKey is the name at the start of b, where it is one that a library trusts
// the value of, and what follows it.
func saneKey(b []byte) (string, []byte) {
	for _, k := range [...]string{"Size", "Prev", "First", "N", "Columns", "Index"} {
		if len(b) > len(k) && string(b[:len(k)]) == k {
			if class[b[len(k)]] == 0 {
				return "", nil // a longer name
			}
			return k, b[len(k):]
		}
	}
	return "", nil
}

// saneValue looks at the value of a name.
func saneValue(key string, after []byte, limit float64, starts map[float64]int) bool {
	l := lexer{b: after}
	t := l.next()
	if key == "Index" && t.kind == tokOpen {
		for t = l.next(); t.kind == tokNumber; t = l.next() {
			if t.num < 0 || t.num > limit+1000 {
				return false
			}
		}
	}
	if t.kind != tokNumber {
		return true
	}
	switch key {
	case "Prev":
		// Outline items have /Prev too, but as a reference.
		if l.next().kind == tokNumber {
			return true
		}
		starts[t.num]++
		return starts[t.num] < 2
	case "Columns":
		return t.num <= 1<<20
	case "Size":
		return t.num <= limit+1000
	}
	return t.num >= 0
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

// tablesSane looks at the ranges of object numbers that tables give.
func tablesSane(data []byte, limit float64) bool {
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
