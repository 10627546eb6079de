package textdoc

import (
	"context"
	"maps"
	"math/rand"
	"slices"
	"testing"

	"zvit/extract/charset"
	"zvit/extract/document"
)

// TestNothingIsLostInBrokenTexts breaks the texts of every shape at random and
// wants every letter and digit of them in the document, once.
func TestNothingIsLostInBrokenTexts(t *testing.T) {
	var seeds [][]byte
	for _, s := range sortedValues(shapesOf()) {
		seeds = append(seeds, []byte(before+s+after))
	}
	for _, s := range sortedValues(proses) {
		seeds = append(seeds, []byte(s))
	}
	seeds = append(seeds, []byte("1\t<p>а</p> <p>б</p>\t2\n\n--\t---\t--\n\f\t\"а\nб\"\t3\n"), []byte("Освіта\n\n1,5 (у тому числі:\n\nа – 1;\n\n \n\n2,5\n"))
	bits := []string{"\n", "\t", "|", "\n\n", "  ", ";", ",", "\"", "1,5", "1.", "<p>", "</p>", "+--", "│", "─", "\f", "\r", " ", "-", "**", "#", "2021", "(", ")", ":", "\\|", "\x00", "\xff", "х", "\n \n", "<b"}
	rng := rand.New(rand.NewSource(7))
	for range 4000 {
		d := append([]byte(nil), seeds[rng.Intn(len(seeds))]...)
		for range 1 + rng.Intn(12) {
			switch i := rng.Intn(len(d) + 1); rng.Intn(4) {
			case 0:
				d = append(d[:i], append([]byte(bits[rng.Intn(len(bits))]), d[i:]...)...)
			case 1:
				j := min(len(d), i+rng.Intn(8))
				d = append(d[:i], d[j:]...)
			case 2:
				j := min(len(d), i+rng.Intn(200))
				k := rng.Intn(len(d) + 1)
				part := append([]byte(nil), d[i:j]...)
				d = append(d[:k], append(part, d[k:]...)...)
			case 3:
				o := seeds[rng.Intn(len(seeds))]
				k := rng.Intn(len(o))
				d = append(d[:i], o[k:]...)
			}
		}
		if len(d) > 20000 {
			continue
		}
		doc, err := Read(context.Background(), d, Options{})
		if err != nil {
			continue
		}
		text, _, _, _ := charset.Decode(d, "", "")
		keepsInk(t, text, doc)
		keepsColumns(t, doc)
	}
}

// sortedValues are a map's values in the order of its keys.
func sortedValues(m map[string]string) []string {
	var values []string
	for _, key := range slices.Sorted(maps.Keys(m)) {
		values = append(values, m[key])
	}
	return values
}

// keepsColumns checks that cells stand in order and inside their table.
func keepsColumns(t *testing.T, doc *document.Document) {
	t.Helper()
	for _, table := range tablesOf(doc) {
		for _, r := range table.Rows {
			next := 0
			for _, c := range r.Cells {
				if c.Col < next || c.ColSpan < 1 || c.RowSpan < 1 || c.Col+c.ColSpan > table.Columns {
					t.Fatalf("cell at %d, span %d, of %d columns\n%s", c.Col, c.ColSpan, table.Columns, dump(doc))
				}
				next = c.Col + c.ColSpan
			}
		}
	}
}
