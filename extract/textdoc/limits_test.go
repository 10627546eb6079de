package textdoc

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zvit/extract/charset"
	"zvit/extract/document"
)

func TestFailures(t *testing.T) {
	cancelledContext, cancel := context.WithCancel(context.Background())
	cancel()
	for name, c := range map[string]struct {
		ctx  context.Context
		data []byte
		opts Options
		want document.Category
	}{
		"empty":           {data: nil, want: document.Empty},
		"blank":           {data: []byte(" \n\t\n"), want: document.Empty},
		"binary":          {data: bytes.Repeat([]byte{0, 1, 2, 0xfe}, 100), want: document.NotText},
		"over the limit":  {data: make([]byte, 101), opts: Options{MaxBytes: 100}, want: document.TooLarge},
		"200 MB line":     {data: make([]byte, 200<<20), want: document.TooLarge},
		"too many lines":  {data: bytes.Repeat([]byte("а\n"), maxLines+10), want: document.TooLarge},
		"too many cells":  {data: bytes.Repeat([]byte("1\t2\t3\t"+strings.Repeat("\t", 4000)+"\n"), 1200), want: document.TooLarge},
		"a line of cells": {data: bytes.Repeat([]byte("а\t1\t"), 12<<20), opts: Options{MaxBytes: 1 << 30}, want: document.TooLarge},
		"a done context":  {ctx: cancelledContext, data: []byte("текст"), want: document.Cancelled},
	} {
		ctx := c.ctx
		if ctx == nil {
			ctx = context.Background()
		}
		doc, err := Read(ctx, c.data, c.opts)
		var failure *document.Failure
		if doc != nil || !errors.As(err, &failure) || failure.Category != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	if _, err := Read(context.Background(), []byte("текст"), Options{Encoding: "klingon"}); !errors.Is(err, charset.ErrUnknown) {
		t.Errorf("unknown encoding: %v", err)
	}
}

// TestTimeIsLinear reads texts that invite backtracking, at two sizes: four
// times the text may take no more than about four times the time.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, unit := range map[string]string{
		"one line":     "слово ",
		"tabs":         "1\tа\t2\n",
		"amounts":      "Освіта\n1,5\n2,5\nтекст.\n",
		"numbers":      "1.\nа\n2\n",
		"semicolons":   "а;б\nв;г;д\n",
		"quotes":       "\"а;\"б\"\"\n",
		"open quotes":  "\"а\";\"б\n",
		"commas":       "а,б,в\nг,д\n",
		"gutters":      "а   1\nб\n",
		"bars":         "|а|1|\n|\n",
		"boxes":        "+-+-+\n|а|1|\n",
		"tags":         "<p <p <p>",
		"flat":         "а 1,5 2,5\n",
		"bold":         "**а\n",
		"feeds":        "\f1\tб\tв\n",
		"no line ends": "\"а\";",
	} {
		took := func(n int) time.Duration {
			data := []byte(strings.Repeat(unit, n/len(unit)))
			best := time.Hour
			for range 2 {
				start := time.Now()
				if _, err := Read(context.Background(), data, Options{}); err != nil && document.CategoryOf(err) != document.TooLarge {
					t.Fatalf("%s: %v", name, err)
				}
				best = min(best, time.Since(start))
			}
			return best
		}
		const tries = 6 // the machine may be busy with the larger one
		for try := range tries {
			small, large := took(32<<10), took(128<<10)
			if large <= 12*small || large <= 400*time.Millisecond {
				break
			}
			if try == tries-1 {
				t.Errorf("%s: %v for 32 kB, %v for 128 kB", name, small, large)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, shape := range sortedValues(shapesOf()) {
		f.Add([]byte(before + shape + after))
	}
	for _, text := range sortedValues(proses) {
		f.Add([]byte(text))
	}
	f.Add([]byte("1\t<p>а</p> <p>б</p>\t2\n\n--\t---\t--\n\f\t\"а\nб\"\t3\n"))
	f.Add([]byte("Освіта\n\n1,5 (у тому числі:\n\nа – 1;\n\n \n\n2,5\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(context.Background(), data, Options{MaxBytes: 1 << 20})
		if err != nil {
			if document.CategoryOf(err) == document.Internal {
				t.Fatal(err)
			}
			return
		}
		text, _, _, err := charset.Decode(data, "", "")
		if err != nil {
			t.Fatal(err)
		}
		keepsInk(t, text, doc)
		keepsColumns(t, doc)
	})
}

func BenchmarkRead(b *testing.B) {
	inputs := map[string][]byte{"shapes": nil}
	for _, name := range []string{"tabs", "markdown", "ascii box", "aligned", "semicolons", "one a line, bar"} {
		inputs["shapes"] = append(inputs["shapes"], before+shapesOf()[name]+after...)
	}
	inputs["shapes x100"] = bytes.Repeat(inputs["shapes"], 100)
	if reference := os.Getenv("ZVIT_REFERENCE"); reference != "" {
		found, _ := filepath.Glob(filepath.Join(reference, "reports", "*.txt"))
		for i, path := range found {
			data, err := os.ReadFile(path)
			if err != nil {
				b.Fatal(err)
			}
			if i == 0 {
				inputs["real"], inputs["real x10"] = data, bytes.Repeat(data, 10)
			}
		}
	}
	for name, data := range inputs {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(context.Background(), data, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
