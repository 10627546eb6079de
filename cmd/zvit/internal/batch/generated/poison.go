package generated

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
)

// PageTreeCycle is a PDF whose tree of pages has itself as a branch.
func PageTreeCycle() []byte {
	var b bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>")
	object("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1000000000 >>")
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table)
	return b.Bytes()
}

// ZipBomb is a DOCX of some kilobytes whose text has the given number of bytes.
func ZipBomb(size int64) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, part := range [][2]string{
		contentTypes(`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>`),
		relationship("_rels/.rels", "officeDocument", "word/document.xml"),
		{"word/document.xml", ""},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			panic(err) // A buffer takes everything.
		}
		if part[1] != "" {
			_, _ = io.WriteString(w, part[1])
			continue
		}
		_, _ = io.WriteString(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`)
		chunk := bytes.Repeat([]byte("0"), 1<<20)
		for written := int64(0); written < size; written += int64(len(chunk)) {
			_, _ = w.Write(chunk)
		}
		_, _ = io.WriteString(w, `</w:t></w:r></w:p></w:body></w:document>`)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// ManyCells is a web page of one table with so many cells: small to send, and
// large to hold.
func ManyCells(cells int) []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><table>")
	for i := range cells {
		if i%8 == 0 {
			b.WriteString("<tr>")
		}
		fmt.Fprintf(&b, "<td>%d", i)
	}
	b.WriteString("</table></body></html>")
	return []byte(b.String())
}
