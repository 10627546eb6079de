// Package paper puts documents on paper for tests: it writes a document as a
// page, prints it with a browser or an office program, and scans the print with
// the faults of a real scanner. The programs are optional: see Missing.
package paper

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Printer is a program that prints.
type Printer string

// The printers, by their commands.
const (
	Chromium    Printer = "chromium"
	LibreOffice Printer = "soffice"
)

// Missing returns the commands that are not installed.
func Missing(commands ...string) []string {
	var out []string
	for _, c := range commands {
		if _, err := exec.LookPath(c); err != nil {
			out = append(out, c)
		}
	}
	return out
}

// Print prints an HTML page and returns the path of the PDF beside it.
// LibreOffice prints it by way of DOCX, as an office would.
func Print(ctx context.Context, p Printer, page string) (string, error) {
	dir, stem := filepath.Dir(page), strings.TrimSuffix(page, filepath.Ext(page))
	out := stem + "." + string(p) + ".pdf"
	if p == Chromium {
		return out, run(ctx, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf="+out, page)
	}
	profile, err := os.MkdirTemp(dir, "profile-")
	if err != nil {
		return "", fmt.Errorf("make a profile: %w", err)
	}
	office := []string{"--headless", "-env:UserInstallation=file://" + profile, "--outdir", dir}
	if err := run(ctx, "soffice", append(office, "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", page)...); err != nil {
		return "", err
	}
	if err := run(ctx, "soffice", append(office, "--convert-to", "pdf", stem+".docx")...); err != nil {
		return "", err
	}
	if err := os.Rename(stem+".pdf", out); err != nil {
		return "", fmt.Errorf("print with LibreOffice: %w", err)
	}
	return out, nil
}

func run(ctx context.Context, program string, args ...string) error {
	c := exec.CommandContext(ctx, program, args...)
	if out, err := c.CombinedOutput(); err != nil {
		return errors.Join(fmt.Errorf("run %s: %w", program, err), errors.New(strings.TrimSpace(string(out))))
	}
	return nil
}
