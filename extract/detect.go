package extract

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"zvit/extract/document"
)

// sniffBytes is how much of a text is looked at for markup.
const sniffBytes = 64 << 10

// Detect tells the format of data by its content. The name counts only for what
// it promises: one that ends in .pdf, .docx or .xlsx over other content is a
// document.WrongExtension failure.
func Detect(name string, data []byte) (document.Format, error) {
	format, err := detectContent(name, data)
	promised := promise(name)
	if promised == "" || format == promised {
		return format, err
	}
	if c := document.CategoryOf(err); err != nil && (c == document.Empty || c == document.Damaged) {
		return "", err
	}
	return "", wrongName(name, format)
}

// CheckName fails with document.WrongExtension where a name promises another
// format than the one that a document was read as under another name.
func CheckName(name string, format document.Format) error {
	if promised := promise(name); promised == "" || promised == format {
		return nil
	}
	return wrongName(name, format)
}

func wrongName(name string, format document.Format) *document.Failure {
	found := "unknown content"
	if format != "" {
		found = string(format)
	}
	return &document.Failure{
		Category: document.WrongExtension, Op: "detect the format",
		Detail: fmt.Sprintf("named %s, holds %s", filepath.Ext(name), found),
	}
}

// promise returns the binary format that a name's ending promises, or "".
// Endings of the older office formats promise nothing: councils publish web
// pages and tab-separated text as .doc and .xls, and they open.
func promise(name string) document.Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".pdf":
		return document.PDF
	case ".docx":
		return document.DOCX
	case ".xlsx":
		return document.XLSX
	}
	return ""
}

var (
	pdfMagic = []byte("%PDF-")
	zipMagic = []byte("PK\x03\x04")
	oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	rtfMagic = []byte(`{\rtf`)
	// An encrypted OOXML file is an OLE container with this stream (MS-OFFCRYPTO 2.3.4.4).
	encryptedPackage = utf16LE("EncryptedPackage")
	// What a document keeps its text in, and a workbook its sheets ([MS-DOC] 2.1.1,
	// [MS-XLS] 2.1.2; "Book" in Excel 5).
	oleStreams = [][]byte{utf16LE("WordDocument"), utf16LE("Workbook"), utf16LE("Book\x00")}
)

func detectContent(name string, data []byte) (document.Format, error) {
	fail := func(c document.Category, detail string, err error) (document.Format, error) {
		return "", &document.Failure{Category: c, Op: "detect the format", Detail: detail, Err: err}
	}
	switch {
	case len(data) == 0:
		return fail(document.Empty, "", nil)
	// ISO 32000-1 annex H.3.4.1: the header may stand in the first 1024 bytes.
	case bytes.Contains(data[:min(len(data), 1024)], pdfMagic):
		return document.PDF, nil
	case bytes.HasPrefix(data, oleMagic):
		if bytes.Contains(data, encryptedPackage) {
			if p := promise(name); p == document.DOCX || p == document.XLSX {
				return p, nil
			}
			return document.XLSX, nil
		}
		if !slices.ContainsFunc(oleStreams, func(s []byte) bool { return bytes.Contains(data, s) }) {
			return fail(document.Damaged, "neither a text nor a workbook in the OLE file", nil)
		}
		return document.Office, nil
	case bytes.HasPrefix(data, rtfMagic):
		return document.Office, nil
	case bytes.HasPrefix(data, zipMagic):
		f, err := detectZip(data)
		if err == nil {
			return f, nil
		}
		if p := promise(name); p == document.DOCX || p == document.XLSX {
			return p, nil // a cut file: its reader says what is wrong
		}
		if errors.Is(err, errNoOffice) {
			return fail(document.NotText, "ZIP archive", err)
		}
		return fail(document.Damaged, "ZIP archive", err)
	}
	return detectText(data)
}

// detectZip tells office formats by their parts (ECMA-376 part 2, ODF 1.3 part 2).
func detectZip(data []byte) (document.Format, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", fmt.Errorf("open the archive: %w", err)
	}
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		switch {
		case strings.HasPrefix(name, "word/document"):
			return document.DOCX, nil
		case strings.HasPrefix(name, "xl/workbook"):
			return document.XLSX, nil
		case name == "content.xml":
			return document.Office, nil
		}
	}
	return "", errNoOffice
}

// errNoOffice is the error of an archive that is whole and holds something else:
// a presentation, a folder of files.
var errNoOffice = errors.New("no text and no spreadsheet inside")

var (
	htmlStart = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|ul|ol|center|font|span|section|article|main|br|style|script)\b`)
	htmlPage  = regexp.MustCompile(`(?i)<(?:html|body)\b[^>]*>`)
	htmlTable = regexp.MustCompile(`(?i)<table\b[^>]*>[\s\S]{0,800}?<t[rhd]\b`)
	hocrClass = regexp.MustCompile(`(?i)class\s*=\s*["']?\s*ocr(?:_page|_carea|_line|x_word|_par)\b`)
	altoRoot  = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:\w+:)?alto\b`)
	// The header of `tesseract IMAGE OUT tsv`.
	tsvHeader = regexp.MustCompile(`^level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext`)
)

func detectText(data []byte) (document.Format, error) {
	head, wide := sniff(data)
	if len(bytes.TrimSpace(head)) == 0 && len(bytes.TrimSpace(data)) <= len(data)-len(head) {
		return "", &document.Failure{Category: document.Empty, Op: "detect the format"}
	}
	markup := bytes.IndexByte(head, '<') >= 0
	switch {
	case markup && altoRoot.Match(head):
		return document.ALTO, nil
	case tsvHeader.Match(bytes.TrimLeftFunc(head, unicode.IsSpace)):
		return document.TesseractTSV, nil
	case markup && containsFold(head, "ocr") && hocrClass.Match(head):
		return document.HOCR, nil
	case markup && htmlStart.Match(head), opensTag(head, "html", "body") && htmlPage.Match(head), opensTag(head, "table") && htmlTable.Match(head):
		return document.HTML, nil
	case !wide && binary(data):
		return "", &document.Failure{Category: document.NotText, Op: "detect the format"}
	}
	return document.Text, nil
}

// opensTag reports whether a tag of one of the names, which are in small letters,
// begins in s. It is quick where an expression that has to be tried everywhere is
// not: most texts have no markup.
func opensTag(s []byte, names ...string) bool {
	for {
		i := bytes.IndexByte(s, '<')
		if i < 0 {
			return false
		}
		s = s[i+1:]
		for _, name := range names {
			if len(s) >= len(name) && strings.EqualFold(string(s[:len(name)]), name) {
				return true
			}
		}
	}
}

// containsFold reports whether s has the small ASCII letters of part, in any case.
func containsFold(s []byte, part string) bool {
	for i := range max(len(s)-len(part)+1, 0) {
		if s[i]|0x20 == part[0] && strings.EqualFold(string(s[i:i+len(part)]), part) {
			return true
		}
	}
	return false
}

// sniff returns the beginning of data with its ASCII in reach of the patterns
// above whatever the encoding: of UTF-16 only the low bytes of ASCII are kept.
func sniff(data []byte) (head []byte, wide bool) {
	head = bytes.TrimPrefix(data[:min(len(data), sniffBytes)], []byte("\ufeff"))
	var low int
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), evenNUL(head, 1):
		low = 0
	case bytes.HasPrefix(head, []byte("\xfe\xff")), evenNUL(head, 0):
		low = 1
	default:
		return head, false
	}
	ascii := make([]byte, 0, len(head)/2)
	for i := 0; i+1 < len(head); i += 2 {
		c, hi := head[i+low], head[i+1-low]
		if hi != 0 {
			c = '.'
		}
		ascii = append(ascii, c)
	}
	return ascii, true
}

// evenNUL reports whether the bytes at odd (1) or even (0) offsets look like the
// high bytes of UTF-16: nearly all 0 or 4 (Cyrillic), and the others not.
func evenNUL(s []byte, at int) bool {
	n := min(len(s), 4096) / 2
	if n < 2 {
		return false
	}
	var high, other int
	for i := range n {
		if c := s[2*i+at]; c == 0 || c == 4 || c == 0x20 || c == 0x21 {
			high++
		}
		if s[2*i+1-at] == 0 {
			other++
		}
	}
	return high*20 >= n*19 && other*20 <= n
}

// binary reports whether data cannot be text of any encoding: NUL bytes, or more
// control characters than a scan leaves behind.
func binary(data []byte) bool {
	data = data[:min(len(data), sniffBytes)]
	var control int
	for _, c := range data {
		switch {
		case c == 0:
			return true
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1a && c != 0x1b:
			control++
		}
	}
	return control*50 > len(data)
}

func utf16LE(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}
