package officedoc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"zvit/extract/document"
)

// OpenDocument files say what they hold in a part of the archive and again in
// its manifest (ODF 1.3 part 2, 3.3 and 4). Templates, master documents and web
// pages have the same content as plain texts and sheets.
const (
	odfPrefix = "application/vnd.oasis.opendocument."
	odfText   = odfPrefix + "text"
	odfSheet  = odfPrefix + "spreadsheet"
	// Parts larger than this are no media type and no manifest.
	maxManifest = 4 << 20
)

// plainODF returns an OpenDocument file as one of plain text or of a plain
// spreadsheet, which every LibreOffice can convert, and which of the two it is.
// Drawings, presentations and databases are document.NotText.
func plainODF(data []byte, limit int64) (plain []byte, sheet bool, err error) {
	const op = "open the OpenDocument file"
	a, err := openArchive(data, limit)
	if err != nil {
		return nil, false, err
	}
	manifest, err := a.small("META-INF/manifest.xml")
	if err != nil {
		return nil, false, failure(op, err)
	}
	if strings.Contains(manifest, "encryption-data") {
		return nil, false, &document.Failure{Category: document.Encrypted, Op: op}
	}
	kind, err := a.small("mimetype")
	if err != nil {
		return nil, false, failure(op, err)
	}
	kind = strings.TrimSpace(kind)
	if kind == "" { // allowed; then the manifest alone says it
		if _, after, ok := strings.Cut(manifest, odfPrefix); ok {
			kind = odfPrefix + after[:max(0, strings.IndexAny(after, `"'`))]
		}
	}
	want := odfText
	switch {
	case kind == "", kind == odfText || strings.HasPrefix(kind, odfText+"-"):
	case kind == odfSheet || strings.HasPrefix(kind, odfSheet+"-"):
		want, sheet = odfSheet, true
	default:
		return nil, false, &document.Failure{Category: document.NotText, Op: op, Detail: kind}
	}
	if kind == want || kind == "" {
		return data, sheet, nil
	}
	plain, err = retyped(data, kind, want)
	if err != nil {
		return nil, false, failure(op, err)
	}
	return plain, sheet, nil
}

// small returns a part that is read whole; empty where there is none.
func (a *archive) small(name string) (string, error) {
	r, err := a.open(name)
	if err != nil || r == nil {
		return "", err
	}
	defer r.Close() //nolint:errcheck // reading is over; there is nothing to lose
	b, err := io.ReadAll(io.LimitReader(r, maxManifest))
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	return string(b), nil
}

// retyped copies an archive with another media type.
func retyped(data []byte, from, to string) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("open the archive: %w", err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		name := path.Clean(f.Name)
		if name != "mimetype" && name != "META-INF/manifest.xml" {
			if err := out.Copy(f); err != nil {
				return nil, fmt.Errorf("copy %s: %w", f.Name, err)
			}
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("open %s: %w", f.Name, err)
		}
		text, err := io.ReadAll(io.LimitReader(r, maxManifest))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", f.Name, err)
		}
		w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store}) // 3.3 wants mimetype so
		if err == nil {
			_, err = io.WriteString(w, strings.ReplaceAll(string(text), from, to))
		}
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", f.Name, err)
		}
	}
	if err := out.Close(); err != nil {
		return nil, fmt.Errorf("write the archive: %w", err)
	}
	return b.Bytes(), nil
}
