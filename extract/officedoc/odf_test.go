package officedoc

import (
	"os/exec"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
)

const odfNS = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"`

// odfOf makes an OpenDocument file of a kind ("text-web") with a body.
func odfOf(t testing.TB, kind, body string, manifest ...string) []byte {
	t.Helper()
	entry := `<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="` + odfPrefix + kind + `"/>` +
		`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>`
	for _, m := range manifest {
		entry += m
	}
	return pack(t,
		"mimetype", odfPrefix+kind,
		"content.xml", `<?xml version="1.0"?><office:document-content `+odfNS+` office:version="1.2"><office:body>`+body+`</office:body></office:document-content>`,
		"META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">`+entry+`</manifest:manifest>`,
	)
}

func TestKindsOfODF(t *testing.T) {
	for kind, sheet := range map[string]bool{
		"text": false, "text-web": false, "text-template": false, "text-master": false,
		"spreadsheet": true, "spreadsheet-template": true,
	} {
		plain, got, err := plainODF(odfOf(t, kind, ""), DefaultMaxUnpacked)
		if err != nil || got != sheet {
			t.Errorf("%s: sheet %v, %v", kind, got, err)
			continue
		}
		want := odfText
		if sheet {
			want = odfSheet
		}
		a, err := openArchive(plain, DefaultMaxUnpacked)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := a.small("mimetype"); got != want {
			t.Errorf("%s becomes %s", kind, got)
		}
	}
	for _, kind := range []string{"presentation", "graphics", "formula", "base"} {
		if _, _, err := plainODF(odfOf(t, kind, ""), DefaultMaxUnpacked); document.CategoryOf(err) != document.NotText {
			t.Errorf("%s: %v", kind, err)
		}
	}
	secret := odfOf(t, "text", "", `<manifest:encryption-data/>`)
	if _, _, err := plainODF(secret, DefaultMaxUnpacked); document.CategoryOf(err) != document.Encrypted {
		t.Errorf("with a password: %v", err)
	}
}

// A web page that Writer saved, and a template, are read as the text they are.
func TestODFThroughLibreOffice(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("LibreOffice is not installed; TestKindsOfODF tests what it would be given")
	}
	body := `<office:text><text:p>Звіт</text:p><table:table><table:table-column table:number-columns-repeated="2"/>` +
		`<table:table-row><table:table-cell><text:p>А1</text:p></table:table-cell><table:table-cell><text:p>12,5</text:p></table:table-cell></table:table-row></table:table></office:text>`
	doc := read(t, odfOf(t, "text-web", body), document.Office)
	if d := cmp.Diff([]string{"text Звіт", "| А1 | 12,5"}, outline(doc)); d != "" {
		t.Error(d)
	}
	rows := `<office:spreadsheet><table:table table:name="План">` +
		`<table:table-row><table:table-cell office:value-type="string"><text:p>Захід</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="251.192"><text:p>251,192</text:p></table:table-cell></table:table-row>` +
		`<table:table-row><table:table-cell office:value-type="string"><text:p>Інший</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="2.5"><text:p>2,5</text:p></table:table-cell></table:table-row>` +
		`</table:table></office:spreadsheet>`
	doc = read(t, odfOf(t, "spreadsheet-template", rows), document.Office)
	if d := cmp.Diff([]string{"| Захід | 251,192", "| Інший | 2,5"}, outline(doc)); d != "" {
		t.Error(d)
	}
	if got := doc.Blocks[0].(*document.Table).Rows[0].Cells[1].Parts[0].Exact; got != "251.192" {
		t.Errorf("exactly %q", got)
	}
}

func FuzzODF(f *testing.F) {
	f.Add(odfOf(f, "text-web", ""))
	f.Add(odfOf(f, "presentation", "")[:200])
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _, _ = plainODF(data, 4<<20) // must not panic
	})
}
