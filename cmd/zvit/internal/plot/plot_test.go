package plot

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot"

	"zvit/extract/record"
)

func kop(v int64) *int64 { return &v }

var unitNames = map[record.Unit]string{
	record.UAH: "грн", record.ThousandUAH: "тис. грн", record.MillionUAH: "млн грн", record.BillionUAH: "млрд грн",
}

func bars(pairs ...Pair) Bars {
	return Bars{Title: "План і факт: «Їжа, ґанок & <двір>»", Pairs: pairs, Planned: "план", Actual: "факт", Doubtful: "сумнівний факт", Units: unitNames}
}

// svg draws a figure twice, so that it is seen to be the same, and returns its
// texts.
func svg(t *testing.T, f Figure) string {
	t.Helper()
	var a, b bytes.Buffer
	if err := errors.Join(Write(&a, f, SVG), Write(&b, f, SVG)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same figure gave two pictures")
	}
	var texts []string
	for d := xml.NewDecoder(&a); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return strings.Join(texts, "|")
		}
		if err != nil {
			t.Fatalf("the picture is no XML: %v", err)
		}
		if s, ok := token.(xml.CharData); ok && strings.TrimSpace(string(s)) != "" {
			texts = append(texts, strings.TrimSpace(string(s)))
		}
		if s, ok := token.(xml.StartElement); ok {
			for _, attr := range s.Attr {
				if strings.Contains(attr.Value, "NaN") || strings.Contains(attr.Value, "Inf") {
					t.Errorf("<%s %s=%q>", s.Name.Local, attr.Name.Local, attr.Value)
				}
			}
		}
	}
}

func TestBarsSayWhatTheyShow(t *testing.T) {
	for _, lying := range []bool{true, false} {
		b := bars(
			Pair{Label: "1 Очищення джерел", Planned: kop(120_000_000), Actual: kop(60_000_000)},
			Pair{Label: "2 Ґанок", Planned: kop(48_000_000), Actual: kop(47_900_000), Unsure: 17_900_000},
			Pair{Label: "3 Без факту", Planned: kop(10_000_000)},
			Pair{Label: "4 Нуль", Planned: kop(10_000_000), Actual: kop(0)},
			Pair{Label: "5 Без плану", Actual: kop(10_000_000)},
		)
		b.Lying = lying
		texts := svg(t, b)
		for _, want := range []string{
			"План і факт: «Їжа, ґанок & <двір>»", "план", "факт", "сумнівний факт", "млн грн", "1 Очищення джерел", "50\u00a0%", "99,8\u00a0%", "0\u00a0%", "0,5",
		} {
			if !strings.Contains(texts, want) {
				t.Errorf("lying %v: no %q in %s", lying, want, texts)
			}
		}
		if n := strings.Count(texts, "%"); n != 3 {
			t.Errorf("lying %v: %d percentages, want 3: only what has both", lying, n)
		}
	}
}

// TestDoubtfulPart: of a year the doubtful part is coloured, not all of it.
func TestDoubtfulPart(t *testing.T) {
	for name, x := range map[string]struct {
		unsure          int64
		actual, unsured bool
	}{
		"none": {0, true, false}, "a part": {10_000_000, true, true}, "all": {60_000_000, false, true},
	} {
		texts := "|" + svg(t, bars(Pair{Label: "2023", Planned: kop(120_000_000), Actual: kop(60_000_000), Unsure: x.unsure})) + "|"
		if got := strings.Contains(texts, "|факт|"); got != x.actual {
			t.Errorf("%s: the sure part is drawn: %v", name, got)
		}
		if got := strings.Contains(texts, "|сумнівний факт|"); got != x.unsured {
			t.Errorf("%s: the doubtful part is drawn: %v", name, got)
		}
	}
}

// TestAnyBars: nothing that a database can have breaks a picture.
func TestAnyBars(t *testing.T) {
	for name, pairs := range map[string][]Pair{
		"none":     nil,
		"zeroes":   {{Label: "a", Planned: kop(0), Actual: kop(0)}},
		"absent":   {{Label: ""}},
		"negative": {{Label: "a", Planned: kop(-500), Actual: kop(700)}, {Label: "b", Planned: kop(-500)}},
		"greatest": {{Label: strings.Repeat("слово ", 100), Planned: kop(math.MaxInt64), Actual: kop(math.MinInt64)}},
		"long":     {{Label: strings.Repeat("ш", 5000), Planned: kop(1), Actual: kop(2)}},
	} {
		for _, lying := range []bool{true, false} {
			t.Run(fmt.Sprint(name, lying), func(t *testing.T) {
				b := bars(pairs...)
				b.Lying = lying
				svg(t, b)
			})
		}
	}
}

func TestShape(t *testing.T) {
	s := Shape{Title: "Сумнівні", Confidence: "впевненість", Amounts: "кількість", Units: unitNames}
	svg(t, s)
	s.Series = []Series{{Change: record.Unchanged, Name: "як надруковано"}, {Change: record.Rescaled, Name: "змінено"}, {Change: record.Unreadable, Name: "не прочитано"}}
	s.Series[0].Count[3], s.Series[0].Money[3] = 12, 5e7
	s.Series[1].Count[19], s.Series[1].Money[19] = 40, 9e6
	texts := svg(t, s)
	for _, want := range []string{"як надруковано", "змінено", "впевненість", "кількість", "тис. грн", "0,2", "1,0", "40"} {
		if !strings.Contains(texts, want) {
			t.Errorf("no %q in %s", want, texts)
		}
	}
	if strings.Contains(texts, "не прочитано") {
		t.Error("the key names what is not there")
	}
}

func TestPNG(t *testing.T) {
	var b bytes.Buffer
	f := bars(Pair{Label: "2021", Planned: kop(100), Actual: kop(50)})
	if err := Write(&b, f, PNG); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	width, height := f.size()
	if got := img.Bounds().Size(); got.X != int(width*2) || got.Y != int(height*2) {
		t.Errorf("%v for %v x %v points", got, width, height)
	}
	blue := 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if r, g, b, _ := img.At(x, y).RGBA(); r>>8 == uint32(actual.R) && g>>8 == uint32(actual.G) && b>>8 == uint32(actual.B) {
				blue++
			}
		}
	}
	if blue < 1000 {
		t.Errorf("%d dots of the actual's bar", blue)
	}
}

// TestEveryLetter: the font has every Ukrainian letter and sign that labels use.
func TestEveryLetter(t *testing.T) {
	p := newPlot()
	face := plot.DefaultTextHandler.Cache().Lookup(p.X.Tick.Label.Font, 9)
	var buf sfnt.Buffer
	for _, r := range "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ’'«»№–—…%−0123456789\u00a0" {
		if g, err := face.Face.GlyphIndex(&buf, r); err != nil || g == 0 {
			t.Errorf("no letter %q: %v", r, err)
		}
	}
}

func TestFit(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"коротко", "коротко"},
		{"", ""},
		{"одне два три чотири", "одне два\nтри чотири"},
		{"одне два три чотири п'ять шість", "одне два\nтри чотир…"},
		{"надзвичайнодовгеслово і ще", "надзвичай…\nі ще"},
	} {
		if got := fit(tc.text, 10, 2); got != tc.want {
			t.Errorf("%q: got %q, want %q", tc.text, got, tc.want)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, tc := range []struct {
		high  float64
		whole bool
		want  string
	}{
		{1, false, "0,0 0,2 0,4 0,6 0,8 1,0"},
		{520, false, "0 100 200 300 400 500"},
		{5200, false, "0 1\u00a0000 2\u00a0000 3\u00a0000 4\u00a0000 5\u00a0000"},
		{2, true, "0 1 2"},
	} {
		var labels []string
		for _, x := range (ticks{tc.whole}).Ticks(0, tc.high) {
			labels = append(labels, x.Label)
		}
		if got := strings.Join(labels, " "); got != tc.want {
			t.Errorf("%v: got %s, want %s", tc.high, got, tc.want)
		}
	}
}
