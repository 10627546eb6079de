package store

import (
	"cmp"
	"database/sql/driver"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
)

// A document is a duplicate where another one, which goes before it, says all
// that it says: the same report as DOCX and as scan, or one report out of a file
// of several. The rule looks at two documents alone, so that the order of
// ingest changes nothing:
//
//   - B says what A says where their letters and digits are equal in order, or
//     where each report of B has in A one of the same programme, kind and period
//     with the same printed numbers: all of them between formats that carry exact
//     digits, 80 in a hundred where either may be misread (scans, scanned text,
//     PDF). A report of fewer than three numbers is never matched.
//   - A goes before B by: not superseded by a later version (versions.go); more
//     reports; read whole; not scanned; the format that loses less; the smaller hash.
//   - B is a duplicate of the first document that it says no more than and that
//     goes before it.
const (
	leastNumbers = 3
	nearEnough   = 0.8
	sketchSize   = 64
)

// sketch is a report's printed numbers as a set of hashes (a number printed
// twice is two): how many there are, and the smallest sketchSize of them, from
// which the overlap of two sets is estimated (bottom-k sketch, Cohen and Kaplan
// 2007); for up to sketchSize numbers it is exact.
type sketch struct {
	count  int
	hashes []uint32 // ascending
}

// sketchOf takes the significant digits alone: "5 200 600,0" and "5200600" are
// the same print.
func sketchOf(r *record.Report) sketch {
	seen := map[string]int{}
	s := sketch{}
	for i := range r.Amounts {
		var digits []byte
		for _, b := range []byte(r.Amounts[i].Printed) {
			if b >= '0' && b <= '9' {
				digits = append(digits, b)
			}
		}
		d := strings.Trim(string(digits), "0")
		if d == "" {
			continue
		}
		h := fnv.New32a()
		h.Write([]byte(d))
		h.Write([]byte{'#', byte(seen[d]), byte(seen[d] >> 8)})
		seen[d]++
		s.count++
		s.hashes = append(s.hashes, h.Sum32())
	}
	slices.Sort(s.hashes)
	s.hashes = s.hashes[:min(len(s.hashes), sketchSize)]
	return s
}

// String is the form in report.numbers: the count, then the hashes, in base 36.
func (s sketch) String() string {
	if s.count == 0 {
		return ""
	}
	b := strconv.AppendInt(nil, int64(s.count), 36)
	for _, h := range s.hashes {
		b = append(b, ' ')
		b = strconv.AppendUint(b, uint64(h), 36)
	}
	return string(b)
}

// readSketch reads the form of String; nothing else is ever stored.
func readSketch(text string) (s sketch) {
	if text == "" {
		return s
	}
	count := strings.Count(text, " ")
	s.hashes = make([]uint32, 0, count)
	n := uint32(0)
	take := func() {
		if s.count == 0 {
			s.count = int(n)
		} else {
			s.hashes = append(s.hashes, n)
		}
		n = 0
	}
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ':
			take()
		case c <= '9':
			n = n*36 + uint32(c-'0')
		default:
			n = n*36 + uint32(c-'a') + 10
		}
	}
	take()
	return s
}

// like estimates which part of the two sets together is in both (Jaccard).
func (s sketch) like(o sketch) float64 {
	union, both := 0, 0
	for i, j := 0, 0; (i < len(s.hashes) || j < len(o.hashes)) && union < sketchSize; union++ {
		switch {
		case j == len(o.hashes) || i < len(s.hashes) && s.hashes[i] < o.hashes[j]:
			i++
		case i == len(s.hashes) || o.hashes[j] < s.hashes[i]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	if union == 0 {
		return 0
	}
	return float64(both) / float64(union)
}

// exact: the format carries the digits as they were typed.
func (f *face) exact() bool {
	switch f.format {
	case document.DOCX, document.XLSX, document.HTML, document.Office:
		return !f.scanned
	}
	return false
}

func formatRank(f document.Format) int {
	order := []document.Format{
		document.DOCX, document.XLSX, document.Office, document.HTML, document.Text, document.PDF,
		document.ALTO, document.HOCR, document.TesseractTSV,
	}
	if i := slices.Index(order, f); i >= 0 {
		return i
	}
	return len(order)
}

// before orders documents: the better first.
func (f *face) before(o *face) bool {
	return cmp.Or(
		cmp.Compare(rankFlag(f.supersededBy != ""), rankFlag(o.supersededBy != "")),
		cmp.Compare(len(o.reports), len(f.reports)),
		cmp.Compare(rankFlag(o.whole), rankFlag(f.whole)),
		cmp.Compare(rankFlag(f.scanned), rankFlag(o.scanned)),
		cmp.Compare(formatRank(f.format), formatRank(o.format)),
		cmp.Compare(f.id, o.id),
	) < 0
}

// within reports whether o says all that f says.
func (f *face) within(o *face) bool {
	if f.content != "" && f.content == o.content {
		return true
	}
	if len(f.reports) == 0 {
		return false
	}
	least := nearEnough
	if f.exact() && o.exact() {
		least = 1
	}
	for i := range f.reports {
		if !slices.ContainsFunc(o.reports, func(r reportFace) bool { return f.reports[i].same(r, least) }) {
			return false
		}
	}
	return true
}

func (r reportFace) same(o reportFace, least float64) bool {
	return r.of(o) && r.numbers.count >= leastNumbers && o.numbers.count >= leastNumbers && r.numbers.like(o.numbers) >= least
}

// relate finds what a written document is a duplicate of, and what is now a
// duplicate of it.
func relate(t *tx, doc int64) error {
	t.boundFaces()
	f, err := readFace(t, doc)
	if err != nil {
		return err
	}
	near, err := neighbours(t, f)
	if err != nil {
		return err
	}
	for _, n := range near {
		if n.before(f) || !n.within(f) {
			continue
		}
		if n.duplicateOf != "" && n.duplicateOf != f.id {
			of, err := t.faces().byID(t, n.duplicateOf)
			if err != nil {
				return err
			}
			if of.before(f) {
				continue
			}
		}
		if err := setDuplicate(t, n, f.id); err != nil {
			return err
		}
	}
	return setDuplicate(t, f, f.better(near))
}

// better returns the id of what f is a duplicate of among its neighbours, empty
// where there is none.
func (f *face) better(near []*face) string {
	var first *face
	for _, n := range near {
		if n.before(f) && f.within(n) && (first == nil || n.before(first)) {
			first = n
		}
	}
	if first == nil {
		return ""
	}
	return first.id
}

func setDuplicate(t *tx, f *face, of string) error {
	if f.duplicateOf == of {
		return nil
	}
	if err := t.exec("UPDATE document SET duplicate_of = ? WHERE doc = ?", orNull(of), f.doc); err != nil {
		return err
	}
	f.duplicateOf = of
	if of != "" {
		// The copy is looked at no more.
		better, err := t.faces().byID(t, of)
		if err != nil {
			return err
		}
		if err := inheritReviews(t, f, better, false); err != nil {
			return err
		}
	}
	return chooseNameless(t, f.doc)
}

// unrelate lets go of the duplicates of a document whose rows were just
// cleared: each looks for another one.
func unrelate(t *tx, id string) error {
	if err := t.exec("UPDATE document SET content_key = NULL WHERE document_id = ?", id); err != nil {
		return err
	}
	return relateDuplicates(t, id)
}

// relateAgain chooses anew between documents whose place in the order has
// changed and those that say the same. The duplicates of all look about first:
// whoever takes one over is compared with what it is a duplicate of now.
func relateAgain(t *tx, docs []int64) error {
	for _, doc := range docs {
		f, err := readFace(t, doc)
		if err != nil {
			return err
		}
		if err := relateDuplicates(t, f.id); err != nil {
			return err
		}
	}
	for _, doc := range docs {
		if err := relate(t, doc); err != nil {
			return err
		}
	}
	return nil
}

// relateDuplicates lets each duplicate of a document look for what it is a
// duplicate of.
func relateDuplicates(t *tx, id string) error {
	var docs []int64
	if err := t.each("SELECT doc FROM document WHERE duplicate_of = ?", []driver.Value{id}, func(c *cursor) error {
		docs = append(docs, c.num64())
		return nil
	}); err != nil {
		return err
	}
	for _, doc := range docs {
		f, err := readFace(t, doc)
		if err != nil {
			return err
		}
		near, err := neighbours(t, f)
		if err != nil {
			return err
		}
		if err := setDuplicate(t, f, f.better(near)); err != nil {
			return err
		}
	}
	return nil
}
