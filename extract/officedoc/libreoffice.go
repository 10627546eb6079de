package officedoc

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"zvit/extract/document"
)

// libreOfficePackages is what Debian calls the programs that are needed.
const libreOfficePackages = "libreoffice-writer libreoffice-calc"

// convertTimeout ends a conversion that hangs; a first start takes some seconds.
const convertTimeout = 2 * time.Minute

// readThroughLibreOffice converts an older or foreign office file to DOCX or
// XLSX and reads that. Each run has a profile of its own, so that several may
// run at once. Without LibreOffice it is a document.MissingProgram failure.
func readThroughLibreOffice(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	sheet := spreadsheet(data)
	var err error
	if bytes.HasPrefix(data, []byte("PK")) {
		if data, sheet, err = plainODF(data, opts.maxUnpacked()); err != nil {
			return nil, err
		}
	}
	program, err := findLibreOffice()
	if err != nil {
		return nil, &document.Failure{
			Category: document.MissingProgram, Op: "convert the office file", Detail: libreOfficePackages, Err: err,
		}
	}
	dir, err := os.MkdirTemp("", "zvit-office-")
	if err != nil {
		return nil, &document.Failure{Category: document.Internal, Op: "convert the office file", Err: err}
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	ctx, cancel := context.WithTimeout(ctx, convertTimeout)
	defer cancel()
	in := filepath.Join(dir, "in"+ending(data, sheet))
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return nil, &document.Failure{Category: document.Internal, Op: "write the office file for conversion", Err: err}
	}
	to, format := "docx", document.DOCX
	if sheet {
		to, format = "xlsx", document.XLSX
	}
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "profile"))}
	cmd := exec.CommandContext(ctx, program, //nolint:gosec // a program found by its fixed names
		"-env:UserInstallation="+profile.String(), "--headless", "--norestore", "--convert-to", to, "--outdir", filepath.Join(dir, "out"), in)
	cmd.WaitDelay = time.Second
	said, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		return nil, document.Interrupted("convert the office file", ctx.Err())
	}
	converted, readErr := os.ReadFile(filepath.Join(dir, "out", "in."+to)) //nolint:gosec // our own folder
	if err != nil || readErr != nil {
		detail := strings.TrimSpace(string(said[:min(len(said), 300)]))
		if err == nil {
			err = readErr
		}
		return nil, &document.Failure{Category: document.Damaged, Op: "convert the office file", Detail: detail, Err: err}
	}
	doc, err := Read(ctx, converted, format, opts)
	if err != nil {
		return nil, fmt.Errorf("read what LibreOffice made of the file: %w", err)
	}
	doc.Format = document.Office
	return doc, nil
}

func findLibreOffice() (string, error) {
	program, err := exec.LookPath("soffice")
	if err != nil {
		program, err = exec.LookPath("libreoffice")
	}
	if err != nil {
		return "", fmt.Errorf("find LibreOffice: %w", err)
	}
	return program, nil
}

// spreadsheet reports whether an older office file holds sheets: the stream that BIFF
// keeps its workbook in ([MS-XLS] 2.1.2). Of ODF files plainODF tells it.
func spreadsheet(data []byte) bool {
	wide := func(s string) []byte {
		var b []byte
		for i := range len(s) {
			b = append(b, s[i], 0)
		}
		return b
	}
	return bytes.HasPrefix(data, []byte(oleMagic)) &&
		(bytes.Contains(data, wide("Workbook")) || bytes.Contains(data, wide("Book\x00")))
}

// ending gives the file the name that LibreOffice expects.
func ending(data []byte, sheet bool) string {
	switch {
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return ".rtf"
	case bytes.HasPrefix(data, []byte("PK")) && sheet:
		return ".ods"
	case bytes.HasPrefix(data, []byte("PK")):
		return ".odt"
	case sheet:
		return ".xls"
	}
	return ".doc"
}
