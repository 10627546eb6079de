package officedoc

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"zvit/extract/document"
)

// What a tracked change took out is no row, has no number and is not lost; what
// it put in is text.
func TestTrackedChanges(t *testing.T) {
	num := `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`
	kept := func(name, sum string) string {
		return `<w:tr>` + tc(`<w:p><w:pPr>`+num+`</w:pPr></w:p>`) + tc(p(name)) + tc(p(sum)) + `</w:tr>`
	}
	gone := func(s string) string {
		return tc(`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>` + s + `</w:delText></w:r></w:del></w:p>`)
	}
	tests := []struct {
		name, body string
		want       []string
	}{
		{
			"a row",
			`<w:tbl>` + kept("Ремонт", "12,5") +
				`<w:tr><w:trPr><w:del w:id="3"/></w:trPr>` + tc(`<w:p><w:pPr>`+num+`<w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>`) + gone("Знесення") + gone("99,9") + `</w:tr>` +
				kept("Освітлення", "13,5") + `</w:tbl>`,
			[]string{"| 1. | Ремонт | 12,5", "| 2. | Освітлення | 13,5", "furniture Знесення", "furniture 99,9"},
		},
		{
			"a row that a merged cell goes over",
			`<w:tbl><w:tr>` + tc(p("а"), `<w:vMerge w:val="restart"/>`) + tc(p("1")) + `</w:tr>` +
				`<w:tr><w:trPr><w:del w:id="3"/></w:trPr>` + tc(`<w:p/>`, `<w:vMerge/>`) + gone("2") + `</w:tr>` +
				`<w:tr>` + tc(`<w:p/>`, `<w:vMerge/>`) + tc(p("3")) + `</w:tr></w:tbl>`,
			[]string{"| а | 1", "| ^ | 3", "furniture 2"},
		},
		{
			"a sum in a cell",
			`<w:tbl><w:tr>` + tc(p("Ремонт")) + tc(`<w:p><w:del w:id="1"><w:r><w:delText>12,5</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>13,7</w:t></w:r></w:ins></w:p>`) + `</w:tr></w:tbl>`,
			[]string{"| Ремонт | 13,7", "furniture 12,5"},
		},
		{
			"text that was moved stands where it was moved to",
			`<w:p><w:moveFrom><w:r><w:t>речення</w:t></w:r></w:moveFrom></w:p>` + p("між") + `<w:p><w:moveTo><w:r><w:t>речення</w:t></w:r></w:moveTo></w:p>`,
			[]string{"text між", "text речення", "furniture речення"},
		},
		{
			"a list item",
			p("перший", `<w:pPr>`+num+`</w:pPr>`) + `<w:p><w:pPr>` + num + `<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>зайвий</w:delText></w:r></w:del></w:p>` + p("другий", `<w:pPr>`+num+`</w:pPr>`),
			[]string{"text 1. перший", "text 2. другий", "furniture зайвий"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := read(t, docxOf(t, tt.body, "word/numbering.xml", lists), document.DOCX)
			if d := cmp.Diff(tt.want, outline(doc)); d != "" {
				t.Error(d)
			}
		})
	}
}

// Cells and rows in content controls, and boxes of older Word, are read in place.
func TestContentControls(t *testing.T) {
	sdt := func(s string) string {
		return `<w:sdt><w:sdtPr><w:alias w:val="поле"/></w:sdtPr><w:sdtContent>` + s + `</w:sdtContent></w:sdt>`
	}
	body := `<w:tbl>` + sdt(`<w:tr>`+sdt(tc(p("а")))+tc(sdt(p("1")))+`</w:tr>`) +
		`<w:tr>` + tc(p("б")) + tc(`<w:p>`+sdt(`<w:r><w:t>2</w:t></w:r>`)+`</w:p>`) + `</w:tr></w:tbl>` +
		`<w:p><w:r><w:t>рядок</w:t><w:footnoteReference w:id="2"/></w:r><w:r><w:pict><w:textbox><w:txbxContent>` + p("рамка") + `</w:txbxContent></w:textbox></w:pict></w:r></w:p>`
	want := []string{"| а | 1", "| б | 2", "text рядок", "text рамка"}
	if d := cmp.Diff(want, outline(read(t, docxOf(t, body), document.DOCX))); d != "" {
		t.Error(d)
	}
}

// A table that was put into the text as an object of Excel is read; one that
// cannot be is said.
func TestEmbeddedWorkbook(t *testing.T) {
	sheet := xlsxOf(t, func(f *excelize.File) {
		set(f, 1, "Захід", "Сума")
		set(f, 2, "Ремонт", 12.5)
	})
	body := p("до") + `<w:p><w:r><w:object><w:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId5"/></w:object></w:r></w:p>` + p("після")
	rels := `<Relationships><Relationship Id="rId5" Target="embeddings/Sheet1.xlsx"/></Relationships>`
	doc := read(t, docxOf(t, body, "word/_rels/document.xml.rels", rels, "word/embeddings/Sheet1.xlsx", string(sheet)), document.DOCX)
	want := []string{"text до", "| Захід | Сума", "| Ремонт | 12,5", "text після"}
	if d := cmp.Diff(want, outline(doc)); d != "" || len(doc.Problems) > 0 {
		t.Errorf("%s %v", d, doc.Problems)
	}
	doc, err := Read(context.Background(), docxOf(t, body), document.DOCX, Options{})
	if err != nil || len(doc.Problems) != 1 {
		t.Errorf("without the workbook: %v, %v", err, doc)
	}
}

// Digits that are raised, or struck out, are not the number's.
func TestMarksInNumbers(t *testing.T) {
	run := func(props, text string) string {
		return `<w:r><w:rPr>` + props + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	body := `<w:p>` + run("", "100,5") + run(`<w:vertAlign w:val="superscript"/>`, "1") + `</w:p>` +
		`<w:p>` + run(`<w:strike/>`, "100,5") + run(`<w:strike w:val="0"/>`, " 110,5") + `</w:p>` +
		`<w:p>` + run("", "CO") + run(`<w:vertAlign w:val="subscript"/>`, "2") + `</w:p>`
	want := []string{"text 100,5¹", "text 110,5", "text CO2", "furniture 100,5"}
	if d := cmp.Diff(want, outline(read(t, docxOf(t, body), document.DOCX))); d != "" {
		t.Error(d)
	}
}

// A table of one column around text and tables is a frame, no table.
func TestFrameTable(t *testing.T) {
	inner := `<w:tbl><w:tr>` + tc(p("а")) + tc(p("1")) + `</w:tr></w:tbl>`
	for name, tt := range map[string]struct {
		body string
		want []string
	}{
		"a frame":          {`<w:tbl><w:tr>` + tc(p("Звіт")+inner+p("Голова")) + `</w:tr><w:tr>` + tc(p("кінець")) + `</w:tr></w:tbl>`, []string{"text Звіт", "| а | 1", "text Голова", "text кінець"}},
		"one column":       {`<w:tbl><w:tr>` + tc(p("Захід")) + `</w:tr><w:tr>` + tc(p("Ремонт")) + `</w:tr></w:tbl>`, []string{"| Захід", "| Ремонт"}},
		"frame in a frame": {`<w:tbl><w:tr>` + tc(`<w:tbl><w:tr>`+tc(p("Звіт")+inner)+`</w:tr></w:tbl>`) + `</w:tr></w:tbl>`, []string{"text Звіт", "| а | 1"}},
	} {
		if d := cmp.Diff(tt.want, outline(read(t, docxOf(t, tt.body), document.DOCX))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}
