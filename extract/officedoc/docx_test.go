package officedoc

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
)

const wNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// pack makes an archive of parts; a part's name and content alternate.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		f, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func docxOf(t testing.TB, body string, more ...string) []byte {
	t.Helper()
	return pack(t, append([]string{"word/document.xml", `<w:document ` + wNS + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`}, more...)...)
}

// p is a paragraph of one run, after its properties.
func p(text string, props ...string) string {
	return `<w:p>` + strings.Join(props, "") + `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func tc(content string, props ...string) string {
	return `<w:tc><w:tcPr>` + strings.Join(props, "") + `</w:tcPr>` + content + `</w:tc>`
}

func read(t testing.TB, data []byte, format document.Format) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), data, format, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// outline lists the blocks: a paragraph's kind and text; a table row by row,
// "<" and "^" where a cell goes on.
func outline(doc *document.Document) []string {
	var out []string
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			out = append(out, string(b.Kind)+" "+b.Text)
		case *document.Table:
			grid := b.Grid()
			for y, row := range grid {
				var cells []string
				for x, c := range row {
					switch {
					case c == nil:
						cells = append(cells, ".")
					case c.Col < x:
						cells = append(cells, "<")
					case y > 0 && grid[y-1][x] == c:
						cells = append(cells, "^")
					default:
						cells = append(cells, strings.ReplaceAll(c.Text(), "\n", "/"))
					}
				}
				out = append(out, "| "+strings.Join(cells, " | "))
			}
		}
	}
	return out
}

func TestDOCXText(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{
			"runs, tabs, breaks and hyphens",
			`<w:p><w:r><w:t>за </w:t></w:r><w:r><w:t>2021</w:t><w:tab/><w:t>рік</w:t><w:br/><w:t>до</w:t><w:noBreakHyphen/><w:t>рога</w:t></w:r></w:p>`,
			[]string{"text за 2021\tрік", "text до-рога"},
		},
		{
			"what wraps runs is looked through",
			`<w:p><w:hyperlink><w:r><w:t>рішення</w:t></w:r></w:hyperlink><w:ins><w:r><w:t> №5</w:t></w:r></w:ins><w:smartTag><w:r><w:t> міста</w:t></w:r></w:smartTag></w:p><w:sdt><w:sdtPr><w:alias w:val="поле"/></w:sdtPr><w:sdtContent>` + p("зміст") + `</w:sdtContent></w:sdt>`,
			[]string{"text рішення №5 міста", "text зміст"},
		},
		{
			"field codes are markup, their results text",
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SUM(ABOVE)</w:instrText></w:r><w:r><w:t>12,5</w:t></w:r></w:p>`,
			[]string{"text 12,5"},
		},
		{
			"hidden and deleted text stands apart",
			`<w:p><w:r><w:t>план</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>чернетка</w:t></w:r><w:del><w:r><w:delText>старе</w:delText></w:r></w:del></w:p>`,
			[]string{"text план", "furniture чернеткастаре"},
		},
		{
			"vanish that is off does not hide",
			`<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>план</w:t></w:r></w:p>`,
			[]string{"text план"},
		},
		{
			"a text box once, after its paragraph",
			`<w:p><w:r><w:t>до</w:t><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>` + p("рамка") + `</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + p("рамка") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			[]string{"text до", "text рамка"},
		},
		{
			"outline level",
			p("Розділ", `<w:pPr><w:outlineLvl w:val="0"/></w:pPr>`) + p("текст", `<w:pPr><w:outlineLvl w:val="9"/></w:pPr>`),
			[]string{"heading Розділ", "text текст"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, outline(read(t, docxOf(t, tt.body), document.DOCX))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestDOCXTable(t *testing.T) {
	tests := []struct {
		name, table string
		want        []string
	}{
		{
			"gridSpan and vMerge",
			`<w:tr>` + tc(p("№"), `<w:vMerge w:val="restart"/>`) + tc(p("Обсяг"), `<w:gridSpan w:val="2"/>`) + `</w:tr><w:tr>` +
				tc(p(""), `<w:vMerge/>`) + tc(p("план")) + tc(p("факт")) + `</w:tr>`,
			[]string{"| № | Обсяг | <", "| ^ | план | факт"},
		},
		{
			"vMerge ends where a cell restarts",
			`<w:tr>` + tc(p("а"), `<w:vMerge w:val="restart"/>`) + tc(p("1")) + `</w:tr><w:tr>` + tc(p(""), `<w:vMerge w:val="continue"/>`) + tc(p("2")) + `</w:tr><w:tr>` + tc(p("б"), `<w:vMerge w:val="restart"/>`) + tc(p("3")) + `</w:tr>`,
			[]string{"| а | 1", "| ^ | 2", "| б | 3"},
		},
		{
			"paragraphs of a cell, empty cells, gridBefore",
			`<w:tr>` + tc(p("а")+p("б")) + tc(`<w:p/>`) + `</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + tc(p("в")) + `</w:tr>`,
			[]string{"| а/б | ", "| . | в"},
		},
		{
			"a nested table stands after",
			`<w:tr>` + tc(p("зовні")+`<w:tbl><w:tr>`+tc(p("1"))+tc(p("2"))+`</w:tr></w:tbl>`) + tc(p("б")) + `</w:tr>`,
			[]string{"| зовні | б", "| 1 | 2"},
		},
		{
			"text of a merged cell that Word does not show is kept apart",
			`<w:tr>` + tc(p("а"), `<w:vMerge w:val="restart"/>`) + tc(p("1")) + `</w:tr><w:tr>` + tc(p("сховане"), `<w:vMerge/>`) + tc(p("2")) + `</w:tr>`,
			[]string{"| а | 1", "| ^ | 2", "furniture сховане"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := read(t, docxOf(t, `<w:tbl><w:tblPr/><w:tblGrid/>`+tt.table+`</w:tbl>`), document.DOCX)
			if d := cmp.Diff(tt.want, outline(doc)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestDOCXHeaderRows(t *testing.T) {
	head := `<w:tr><w:trPr><w:tblHeader/></w:trPr>` + tc(p("Захід")) + tc(p("Сума")) + `</w:tr>`
	doc := read(t, docxOf(t, `<w:tbl>`+head+`<w:tr>`+tc(p("а"))+tc(p("1"))+`</w:tr></w:tbl>`), document.DOCX)
	if got := doc.Blocks[0].(*document.Table).HeaderRows; got != 1 {
		t.Errorf("%d header rows", got)
	}
}

const lists = `<w:numbering ` + wNS + `>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`

// Numbers that only Word computes are read, in text and in a table's first column.
func TestDOCXNumbering(t *testing.T) {
	num := func(id, lvl int) string {
		return fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>`, lvl, id)
	}
	body := p("Мета", num(1, 0)) + p("Завдання", num(1, 0)) + p("перше", num(1, 1)) + p("друге", num(1, 1)) + p("Стан", num(1, 0)) +
		p("пункт", num(2, 0)) + p("без номера", num(0, 0)) +
		`<w:tbl><w:tr>` + tc(`<w:p>`+num(3, 0)+`</w:p>`) + tc(p("Ремонт")) + `</w:tr><w:tr>` + tc(`<w:p>`+num(3, 0)+`</w:p>`) + tc(p("Освітлення")) + `</w:tr></w:tbl>`
	want := []string{
		"text 1. Мета", "text 2. Завдання", "text 2.1. перше", "text 2.2. друге", "text 3. Стан",
		"text пункт", "text без номера", "| 1. | Ремонт", "| 2. | Освітлення",
	}
	if d := cmp.Diff(want, outline(read(t, docxOf(t, body, "word/numbering.xml", lists), document.DOCX))); d != "" {
		t.Error(d)
	}
}

func TestListNumberFormats(t *testing.T) {
	for _, tt := range []struct {
		n            int
		format, want string
	}{
		{4, "upperRoman", "IV"}, {1990, "lowerRoman", "mcmxc"}, {3, "russianLower", "в"}, {28, "upperLetter", "BB"}, {7, "decimalZero", "07"}, {7, "ordinal", "7"},
	} {
		if got := inFormat(tt.n, tt.format); got != tt.want {
			t.Errorf("%d as %s: %q, want %q", tt.n, tt.format, got, tt.want)
		}
	}
}

func TestDOCXStylesHeadersFooters(t *testing.T) {
	styles := `<w:styles ` + wNS + `><w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style></w:styles>`
	doc := read(t, docxOf(t, p("Звіт", `<w:pPr><w:pStyle w:val="a1"/></w:pPr>`)+p("текст"),
		"word/styles.xml", styles,
		"word/header1.xml", `<w:hdr `+wNS+`>`+p("Громада")+`</w:hdr>`,
		"word/footer1.xml", `<w:ftr `+wNS+`>`+p("2")+`</w:ftr>`,
		"word/footnotes.xml", `<w:footnotes `+wNS+`><w:footnote>`+p("виноска")+`</w:footnote></w:footnotes>`,
	), document.DOCX)
	want := []string{"furniture Громада", "heading Звіт", "text текст", "text виноска", "furniture 2"}
	if d := cmp.Diff(want, outline(doc)); d != "" {
		t.Error(d)
	}
}

func TestDOCXDamage(t *testing.T) {
	whole := docxOf(t, p("початок")+strings.Repeat(p("рядок"), 100))
	tests := []struct {
		name string
		data []byte
		want document.Category
	}{
		{"no archive", []byte("PK\x03\x04 and no more"), document.Damaged},
		{"cut archive", whole[:len(whole)/2], document.Damaged},
		{"no main part", pack(t, "word/styles.xml", "<x/>"), document.Damaged},
		{"an encrypted container", []byte(oleMagic + strings.Repeat("\x00", 600)), document.Encrypted},
		{"nothing in it", docxOf(t, ""), document.Empty},
		{"no XML", pack(t, "word/document.xml", "<w:document><w:body><w:p"), document.Damaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(context.Background(), tt.data, document.DOCX, Options{})
			if got := document.CategoryOf(err); got != tt.want {
				t.Errorf("category %s of %v, want %s", got, err, tt.want)
			}
		})
	}
}

// What was read before the file was cut stays, and the cut is said.
func TestDOCXCutInside(t *testing.T) {
	doc := read(t, pack(t, "word/document.xml", `<w:document `+wNS+`><w:body>`+p("перший")+p("другий")+`<w:p><w:r><w:t>тре`), document.DOCX)
	if got := outline(doc); len(got) < 2 || got[0] != "text перший" {
		t.Errorf("%q", got)
	}
	if len(doc.Problems) == 0 {
		t.Error("the cut is not said")
	}
}

func TestDOCXBombs(t *testing.T) {
	bomb := pack(t, "word/document.xml", `<w:document `+wNS+`><w:body>`+p(strings.Repeat("а", 4<<20))+`</w:body></w:document>`)
	_, err := Read(context.Background(), bomb, document.DOCX, Options{MaxUnpacked: 1 << 20})
	if got := document.CategoryOf(err); got != document.TooLarge {
		t.Errorf("zip bomb: %v", err)
	}
	entities := pack(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a "ааааааааа"><!ENTITY b "&a;&a;&a;&a;">]><w:document `+wNS+`><w:body>`+p("&b;&b;")+p("кінець")+`</w:body></w:document>`)
	doc := read(t, entities, document.DOCX)
	if got := strings.Join(outline(doc), ""); strings.Contains(got, "аааа") {
		t.Errorf("entities were expanded: %.80s", got)
	}
	for _, deep := range []string{"<w:sdt>", "<w:tbl><w:tr><w:tc>", "<w:p><w:r>"} {
		data := docxOf(t, p("початок")+strings.Repeat(deep, 10_000))
		start := time.Now()
		doc, err := Read(context.Background(), data, document.DOCX, Options{})
		var f *document.Failure
		if err != nil && !errors.As(err, &f) {
			t.Errorf("%s: %v", deep, err)
		}
		if err == nil && len(doc.Problems) == 0 {
			t.Errorf("%s: the cut is not said", deep)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: %v", deep, took)
		}
	}
}

// documentInk counts the letters of the text elements of a main part.
func documentInk(part string) map[rune]int {
	ink := map[rune]int{}
	dec := xml.NewDecoder(strings.NewReader(part))
	dec.Strict = false
	inText := 0
	for {
		tok, err := dec.RawToken()
		if err != nil {
			return ink
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if tok.Name.Local == "t" {
				inText++
			}
		case xml.EndElement:
			if tok.Name.Local == "t" {
				inText--
			}
		case xml.CharData:
			if inText > 0 {
				document.CountInk(ink, string(tok))
			}
		}
	}
}

func wellFormed(part string) bool {
	dec := xml.NewDecoder(strings.NewReader("<x>" + part + "</x>"))
	for {
		if _, err := dec.Token(); err != nil {
			return errors.Is(err, io.EOF)
		}
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add(p("а") + `<w:tbl><w:tr>` + tc(p("б"), `<w:vMerge/>`) + tc(p("в"), `<w:gridSpan w:val="3"/>`) + `</w:tr></w:tbl>`)
	f.Add(`<w:p><w:r><w:t>а</w:t><mc:AlternateContent><mc:Choice>` + p("б") + `</mc:Choice></mc:AlternateContent></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := Read(context.Background(), docxOf(t, body), document.DOCX, Options{MaxUnpacked: 1 << 20})
		if err != nil || len(doc.Problems) > 0 {
			return
		}
		if !wellFormed(body) {
			return // whose text is whose is then anybody's guess
		}
		// Nothing is made up: every letter is the file's, as often at most.
		ink := documentInk(body)
		for r, n := range doc.Ink() {
			if n > ink[r] {
				t.Errorf("%q stands %d times, in the file %d", r, n, ink[r])
			}
		}
	})
}

func TestDOCXNothingLost(t *testing.T) {
	body := p("Звіт 2021") + `<w:tbl><w:tr>` + tc(p("а1")+`<w:tbl><w:tr>`+tc(p("б2"))+`</w:tr></w:tbl>`+p("в3")) + tc(p("г4"), `<w:vMerge/>`) + `</w:tr><w:tr>` +
		tc(p("ґ5")) + tc(p("д6"), `<w:vMerge/>`) + `</w:tr></w:tbl><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>е7</w:t></w:r></w:p>`
	if d := cmp.Diff(documentInk(body), read(t, docxOf(t, body), document.DOCX).Ink()); d != "" {
		t.Error(d)
	}
}
