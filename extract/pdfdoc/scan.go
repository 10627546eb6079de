package pdfdoc

import (
	"context"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// scanner reads pages that are images of text.
type scanner struct {
	data     []byte
	password string
	off      bool
}

func (s *scanner) page(_ context.Context, _ *layout.Page) error { return s.failure() }

// failure says which packages are needed to read the scan.
func (s *scanner) failure() error {
	return &document.Failure{
		Category: document.NoOCR, Op: "read a scan",
		Detail: "tesseract-ocr tesseract-ocr-ukr tesseract-ocr-eng poppler-utils",
	}
}
