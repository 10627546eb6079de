package extract

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zvit/extract/document"
	"zvit/extract/record"
)

func TestReadFileFailures(t *testing.T) {
	dir := t.TempDir()
	big := filepath.Join(dir, "big.txt")
	if err := os.WriteFile(big, make([]byte, 100), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		path string
		opts Options
		want document.Category
	}{
		{filepath.Join(dir, "missing"), Options{}, document.Unopenable},
		{dir, Options{}, document.Unopenable},
		{big, Options{MaxBytes: 99}, document.TooLarge},
		{big, Options{}, document.NotText},
	} {
		_, err := ReadFile(context.Background(), test.path, test.opts)
		if got := document.CategoryOf(err); err == nil || got != test.want {
			t.Errorf("%s: %v, want %s", filepath.Base(test.path), err, test.want)
		}
	}
}

const small = "Звіт про виконання програми «Ясен» за 2020 рік\n\n№\tЗміст заходів\tВиконавці\tПлан, грн\tФакт, грн\n1\tСадити ясени\tКП «Ясен»\t100\t90\n"

func TestReadBytes(t *testing.T) {
	res, err := ReadBytes(context.Background(), "a.txt", []byte(small), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Reports) != 1 || len(res.Reports[0].Measures) != 1 || len(res.Reports[0].Amounts) != 2 {
		t.Fatalf("%+v", res.Reports)
	}
	if res.Raw.ID == "" || res.Raw.ID != res.Document.ID || res.Raw.Bytes != int64(len(small)) || res.Reports[0].DocumentID != res.Raw.ID {
		t.Errorf("raw %s %d, document %s", res.Raw.ID, res.Raw.Bytes, res.Document.ID)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	res, err := ReadBytes(ctx, "a.txt", []byte(small), Options{})
	if document.CategoryOf(err) != document.Cancelled {
		t.Errorf("got %v", err)
	}
	if res == nil || res.Raw.ID == "" {
		t.Error("the document's id is lost")
	}
}

func TestGuard(t *testing.T) {
	_, err := guard(context.Background(), "read", 0, func() (*Result, error) { panic("broken") })
	var f *document.Failure
	if !errors.As(err, &f) || f.Category != document.Panicked || f.Detail != "broken" {
		t.Errorf("a panic gave %v", err)
	}
	var s interface{ Trace() string }
	if !errors.As(err, &s) || s.Trace() == "" {
		t.Error("no trace of the panic")
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	stuck := make(chan struct{})
	defer close(stuck)
	_, err = guard(ctx, "read", time.Millisecond, func() (*Result, error) { <-stuck; return nil, nil })
	if document.CategoryOf(err) != document.TimedOut {
		t.Errorf("a stage that never ends gave %v", err)
	}
}

func TestDocumentFindings(t *testing.T) {
	doc := &document.Document{
		ID: "0123456789abcdef",
		Blocks: []document.Block{&document.Paragraph{
			Kind: document.Body, Text: "для ф?зичних ос?б, що сплач?ють; так? Ні.", Place: document.Place{Paragraph: 1},
		}},
		Problems: []document.Problem{{Category: document.Truncated, Detail: "row span 65534"}, {Category: document.Damaged}},
	}
	list := documentFindings(doc)
	if len(list) != 2 || list[0].Code != record.SpanCut || list[1].Code != record.LettersLost {
		t.Fatalf("%+v", list)
	}
	if list[1].Args[0].Value != "3" || list[1].Args[1].Value != "ф?зичних" {
		t.Errorf("args %v", list[1].Args)
	}
}
