package extract

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"zvit/extract/document"
)

// zipOf makes an archive with empty parts of the given names.
func zipOf(t testing.TB, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range names {
		if _, err := z.Create(n); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wide(s string, little bool) []byte {
	var b []byte
	for _, r := range s {
		if little {
			b = append(b, byte(r), byte(r>>8))
		} else {
			b = append(b, byte(r>>8), byte(r))
		}
	}
	return b
}

func TestDetect(t *testing.T) {
	const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	for _, test := range []struct {
		name, file string
		data       []byte
		want       document.Format
		category   document.Category
	}{
		{"pdf", "a.pdf", []byte("%PDF-1.7\n..."), document.PDF, ""},
		{"pdf after noise", "a.bin", append(bytes.Repeat([]byte{0}, 500), "%PDF-1.4"...), document.PDF, ""},
		{"docx", "a.docx", zipOf(t, "[Content_Types].xml", "word/document.xml"), document.DOCX, ""},
		{"xlsx under any name", "a.dat", zipOf(t, "xl/workbook.xml"), document.XLSX, ""},
		{"odt", "a.odt", zipOf(t, "mimetype", "content.xml"), document.Office, ""},
		{"doc", "a.doc", append([]byte(ole), utf16LE("WordDocument")...), document.Office, ""},
		{"xls", "a.xls", append([]byte(ole), utf16LE("Workbook")...), document.Office, ""},
		{"an OLE file of nothing known", "a.doc", []byte(ole + "..."), "", document.Damaged},
		{"rtf", "a.rtf", []byte(`{\rtf1 ...}`), document.Office, ""},
		{"encrypted xlsx", "a.xlsx", append([]byte(ole), utf16LE("EncryptedPackage")...), document.XLSX, ""},
		{"page", "a.html", []byte("<!DOCTYPE html><p>x"), document.HTML, ""},
		{"page with a comment before", "a", []byte("\ufeff <!-- c --> <HTML><body>"), document.HTML, ""},
		{"page as .doc", "a.doc", []byte("<html><body><table>"), document.HTML, ""},
		{"a table in Markdown", "a.md", []byte("# Звіт\n\n<table>\n<tr><td>1</td></tr></table>\n"), document.HTML, ""},
		{"UTF-16 page", "a.htm", append([]byte("\xff\xfe"), wide("<html><body>Звіт</body>", true)...), document.HTML, ""},
		{"text with paragraphs in cells", "a.txt", []byte("Звіт\n1\t<p>один</p> <p>два</p>\n"), document.Text, ""},
		{"UTF-16 text without a mark", "a.txt", wide("Звіт про виконання програми", false), document.Text, ""},
		{"hOCR", "a.html", []byte(`<?xml version="1.0"?><html><body><div class='ocr_page' title="bbox 0 0 1 1">`), document.HOCR, ""},
		{"ALTO", "a.xml", []byte(`<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">`), document.ALTO, ""},
		{"Tesseract TSV", "a.tsv", []byte("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"), document.TesseractTSV, ""},
		{"windows-1251", "a.txt", []byte("\xc7\xe2\xb3\xf2 \xef\xf0\xee"), document.Text, ""},

		{"empty", "a.txt", nil, "", document.Empty},
		{"white space", "a.txt", []byte(" \n\t\r\n"), "", document.Empty},
		{"empty pdf", "a.pdf", nil, "", document.Empty},
		{"binary", "a.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), "", document.NotText},
		{"a page named pdf", "a.pdf", []byte("<html><body>404"), "", document.WrongExtension},
		{"text named docx", "a.DOCX", []byte("Звіт"), "", document.WrongExtension},
		{"binary named xlsx", "a.xlsx", []byte("\x89PNG\r\n\x1a\n\x00\x00"), "", document.WrongExtension},
		{"docx named xlsx", "a.xlsx", zipOf(t, "word/document.xml"), "", document.WrongExtension},
		{"another archive", "a.zip", zipOf(t, "a.txt"), "", document.NotText},
		{"a cut archive named docx goes to its reader", "a.docx", zipOf(t, "word/document.xml")[:40], document.DOCX, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Detect(test.file, test.data)
			if got != test.want {
				t.Errorf("got %q, want %q (%v)", got, test.want, err)
			}
			if test.category != "" && document.CategoryOf(err) != test.category {
				t.Errorf("got %v, want category %s", err, test.category)
			}
			if test.category == "" && err != nil {
				t.Error(err)
			}
		})
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("a.pdf", []byte("%PDF-"))
	f.Add("a.txt", []byte("Звіт\t1"))
	f.Add("a.docx", []byte("PK\x03\x04"))
	f.Add("a", []byte("\xff\xfe<\x00"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		format, err := Detect(name, data)
		if (format == "") != (err != nil) {
			t.Errorf("%q with %v", format, err)
		}
		again, _ := Detect(strings.Clone(name), bytes.Clone(data))
		if again != format {
			t.Errorf("%q, then %q", format, again)
		}
	})
}
