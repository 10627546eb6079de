package pdfdoc

import (
	"bytes"
	"fmt"
	"strings"
)

// builder writes small PDF files for tests.
type builder struct{ objects []string }

// add adds an object and returns its number.
func (b *builder) add(body string) int {
	b.objects = append(b.objects, body)
	return len(b.objects)
}

func (b *builder) stream(dict, content string) int {
	return b.add(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(content), content))
}

// bytes writes the file; root is the catalogue's number.
func (b *builder) bytes(root int, extra string) []byte {
	var w bytes.Buffer
	w.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(b.objects))
	for i, o := range b.objects {
		offsets[i] = w.Len()
		fmt.Fprintf(&w, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := w.Len()
	fmt.Fprintf(&w, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&w, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&w, "trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, root, extra, at)
	return w.Bytes()
}

const (
	helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
	letter    = "/MediaBox[0 0 612 792]"
)

// onePage is a file of one page with the content, page entries and resources given.
func onePage(content, entries, resources string) []byte {
	b := &builder{}
	font := b.add(helvetica)
	c := b.stream("", content)
	if !strings.Contains(entries, "/MediaBox") {
		entries += letter
	}
	page := b.add(fmt.Sprintf("<</Type/Page/Parent %d 0 R/Contents %d 0 R/Resources<</Font<</F %d 0 R>>%s>>%s>>",
		len(b.objects)+2, c, font, resources, entries))
	pages := b.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
	root := b.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages))
	return b.bytes(root, "")
}

// ruledContent draws a table of two rows and three columns.
const ruledContent = `q 1 w
100 700 m 400 700 l S 100 670 m 400 670 l S 100 640 m 400 640 l S
100 640 m 100 700 l S 200 640 m 200 700 l S 300 640 m 300 700 l S 400 640 m 400 700 l S Q
BT /F 10 Tf 105 680 Td (Name) Tj 100 0 Td (Plan) Tj 100 0 Td (Fact) Tj ET
BT /F 10 Tf 105 650 Td (Trees) Tj 100 0 Td (100,00) Tj 100 0 Td (99,50) Tj ET`
