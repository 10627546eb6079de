package pdfdoc

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// rebuild writes a new cross-reference table after the bytes, from the objects
// that stand in them: for a file that was cut, or whose table is wrong or goes
// round in circles. It returns nil where there is nothing to build from.
// Where the catalogue is lost, or loose is set, all page objects become the
// page tree. Objects inside object streams are not found this way.
func rebuild(data []byte, loose bool) []byte {
	offsets := map[int]int{}
	root, top := "", 0
	var pages []string
	for i := 0; ; {
		j := bytes.Index(data[i:], []byte(" obj"))
		if j < 0 {
			break
		}
		at := i + j
		i = at + len(" obj")
		num, gen, start, ok := objectHeader(data, at)
		if !ok || num > 8_000_000 {
			continue
		}
		offsets[num] = start
		top = max(top, num)
		body := data[i:min(i+4096, len(data))]
		if dictHas(body[:min(600, len(body))], "/Catalog") {
			root = fmt.Sprintf("%d %d R", num, gen)
		}
		if dictHas(body, "/MediaBox") && dictHas(body, "/Contents") {
			pages = append(pages, fmt.Sprintf("%d %d R", num, gen))
		}
	}
	if r := lastRoot(data); r != "" {
		var num, gen int
		if n, _ := fmt.Sscanf(r, "%d %d R", &num, &gen); n == 2 && offsets[num] > 0 {
			root = r
		}
	}
	// A library makes room for every number up to the highest: no more of it
	// than the file is long.
	if len(offsets) == 0 || top > 50*len(offsets)+1000 && top > len(data)/20 {
		return nil
	}
	// The old table is not needed.
	if i := bytes.LastIndex(data, []byte("endobj")); i > 0 && !bytes.Contains(data[i:], []byte(" obj")) {
		data = data[:i+len("endobj")]
	}
	var b bytes.Buffer
	b.Grow(len(data) + 32*len(offsets) + 200)
	b.Write(data)
	b.WriteString("\n")
	if root == "" || loose {
		if len(pages) == 0 {
			return nil
		}
		offsets[top+1] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n<</Type/Pages/Kids%v/Count %d>>\nendobj\n", top+1, pages, len(pages))
		offsets[top+2] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n", top+2, top+1)
		root = fmt.Sprintf("%d 0 R", top+2)
		top += 2
	}
	at := b.Len()
	b.WriteString("xref\n")
	all := b.Bytes()
	// The highest number first, so that room is made once.
	for _, n := range slices.Backward(slices.Sorted(maps.Keys(offsets))) {
		_, gen, _, _ := objectHeader(all, bytes.Index(all[offsets[n]:at], []byte(" obj"))+offsets[n])
		fmt.Fprintf(&b, "%d 1\n%010d %05d n \n", n, offsets[n], gen)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %s>>\nstartxref\n%d\n%%%%EOF\n", top+1, root, at)
	return b.Bytes()
}

// objectHeader reads "12 0" backwards from the space before "obj".
func objectHeader(data []byte, at int) (num, gen, start int, ok bool) {
	i := at
	digits := func() (v int, ok bool) {
		end := i
		for i > 0 && data[i-1] >= '0' && data[i-1] <= '9' && end-i < 10 {
			i--
		}
		for _, c := range data[i:end] {
			v = v*10 + int(c-'0')
		}
		return v, end > i
	}
	if gen, ok = digits(); !ok || gen > 65535 {
		return 0, 0, 0, false
	}
	space := i
	for i > 0 && class[data[i-1]] == 1 {
		i--
	}
	if space == i {
		return 0, 0, 0, false
	}
	num, ok = digits()
	return num, gen, i, ok
}

// dictHas reports whether the dictionary at the start of b has the name.
func dictHas(b []byte, n string) bool {
	if i := bytes.Index(b, []byte("endobj")); i >= 0 {
		b = b[:i]
	}
	return bytes.Contains(b, []byte(n))
}

// lastRoot is the reference of the last trailer's Root.
func lastRoot(data []byte) string {
	i := bytes.LastIndex(data, []byte("/Root"))
	if i < 0 {
		return ""
	}
	l := lexer{b: data, pos: i + len("/Root")}
	a, g, w := l.next(), l.next(), l.next()
	if a.kind != tokNumber || g.kind != tokNumber || w.kind != tokWord || string(w.b) != "R" {
		return ""
	}
	return fmt.Sprintf("%d %d R", int(a.num), int(g.num))
}
