package pdfdoc

import (
	"image"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/draw"
	typeface "golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// reading makes words that an engine is so sure of.
func reading(confidence float64, texts ...string) (out []layout.Word) {
	for i, s := range texts {
		at := float64(100 * i)
		out = append(out, layout.Word{Text: s, Confidence: confidence, Box: document.Box{X0: at, X1: at + 60, Y1: 12}})
	}
	return out
}

func TestReadingsOfACell(t *testing.T) {
	for _, c := range []struct {
		name       string
		shape      string
		readings   [][]layout.Word
		want       string
		confidence float64
	}{
		{"a blank that is filled", "9", [][]layout.Word{nil, reading(0.9, "7")}, "7", 0.9},
		{"a blank that the engine doubts", "9", [][]layout.Word{nil, reading(0.3, "7")}, "7", 0.3},
		{"ink that nothing makes sense of", "99", [][]layout.Word{nil, nil, nil}, noSense, illegible},
		{"specks", "", [][]layout.Word{nil, nil, nil}, "", 1},
		{"confirmed", "999 999,99", [][]layout.Word{reading(0.7, "118", "420,50"), reading(0.95, "118", "420,50")}, "118420,50", 0.95},
		{"two digits at odds", "999 999,99", [][]layout.Word{reading(0.9, "118", "420,50"), reading(0.8, "116", "420,50")}, "118420,50", atOdds},
		{"a comma taken for a digit", "999,9", [][]layout.Word{reading(0.9, "11125"), reading(0.8, "112,5")}, "112,5", 0.8},
		{"a digit that both overlook", "9 999,99", [][]layout.Word{reading(0.9, "118,50"), reading(0.9, "118,50")}, "118,50", atOdds},
		{"a digit taken for a letter", "9", [][]layout.Word{reading(0.9, "З"), reading(0.8, "3")}, "3", 0.8},
		{"a letter taken for a digit", "9", [][]layout.Word{reading(0.9, "з"), reading(0.5, "3"), reading(0.9, "з")}, "з", 0.9},
		{"a percent sign is no digit", "%", [][]layout.Word{reading(0.95, "96"), reading(0.9, "%")}, "%", outvoted},
		{"96 is no percent sign", "99", [][]layout.Word{reading(0.9, "96"), reading(0.95, "%")}, "96", outvoted},
		{"not read again", "9", [][]layout.Word{reading(0.9, "5"), nil}, "5", 0.9},
		{"a dash that was overlooked", "-", [][]layout.Word{nil, reading(0.2, "а")}, "-", outvoted},
		{"a minus that touches its digit", "~999,9", [][]layout.Word{reading(0.9, "-4321,5"), reading(0.8, "-4321,5")}, "-4321,5", 0.9},
		{"a figure that only the last reading sees", "-99 999,99", [][]layout.Word{reading(0.4, "«п", "499,75"), reading(0.7, "-п", "499,75"), reading(0.5, "-11", "499,75")}, "-11499,75", atOdds},
		{"letters that the English model sees", "999,999,", [][]layout.Word{nil, reading(0.62, "THC.FpH."), reading(0.6, "тис.грн.")}, "тис.грн.", 0.6},
		{"short words", "\uFFFD9", [][]layout.Word{reading(0.9, "шт."), reading(0.4, "wr."), reading(0.95, "шт.")}, "шт.", 0.95},
	} {
		e := excerpt{lines: []image.Rectangle{image.Rect(0, 0, 90, 30)}, shape: c.shape, readings: c.readings}
		if got := e.settled(); written(got) != c.want || least(got) != c.confidence {
			t.Errorf("%s: %q with %v, want %q with %v", c.name, written(got), least(got), c.want, c.confidence)
		}
	}
}

// No reading gets other digits than one of the readings has.
func TestBlanksAreTheBitmaps(t *testing.T) {
	for _, c := range []struct {
		shape string
		words []layout.Word
		want  int
	}{
		{"9 999 999,99", reading(0.9, "1200", "000,00"), 3},
		{"9 999,99", reading(0.9, "1200,00"), 2},
		{"9999,99", reading(0.9, "1200,00"), 1},
		{"99 99 999", reading(0.9, "1200000"), 1}, // no groups of a number
	} {
		got := spacedAs(c.words, c.shape)
		if len(got) != c.want || written(got) != written(c.words) {
			t.Errorf("%s: %v", c.shape, texts(got))
		}
	}
}

func TestWordsOfLatinLetters(t *testing.T) {
	for _, c := range []struct {
		was, again []layout.Word
		want       string
	}{
		{reading(0.89, "Kacosi"), reading(0.97, "Касові"), "Касові"},
		{reading(0.97, "Ha"), reading(0.97, "на"), "Ha"}, // not the same letters, not surer
		{reading(0.97, "pik"), reading(0.965, "рік"), "рік"},
		{reading(0.96, "THC."), reading(0.8, "тис."), "тис."},
		{reading(0.9, "THC.FрH."), reading(0.8, "тис.грн."), "тис.грн."}, // with a Cyrillic "р"
		{reading(0.9, "COVID-19"), reading(0.64, "СОУІО-19"), "COVID-19"},
		{reading(0.93, "Canon"), reading(0.93, "Сапоп"), "Canon"},
	} {
		e := excerpt{readings: [][]layout.Word{c.was, c.again}}
		if got := e.respelt().Text; got != c.want {
			t.Errorf("%q and %q: %q, want %q", written(c.was), written(c.again), got, c.want)
		}
	}
}

func TestNumeroSigns(t *testing.T) {
	line := func(texts ...string) []layout.Word {
		out := reading(0.9, texts...)
		for i := range out {
			out[i].Box.X0, out[i].Box.X1 = float64(30*i), float64(30*i+25)
		}
		return out
	}
	for _, c := range []struct{ words, want []string }{
		{[]string{"від", "Мо", "1203"}, []string{"від", "№", "1203"}},
		{[]string{"No", "з/п"}, []string{"№", "з/п"}},
		{[]string{"Ne512"}, []string{"№512"}},
		{[]string{"Мо", "3/", "п"}, []string{"№", "з/", "п"}},
		{[]string{"No", "3/15"}, []string{"№", "3/15"}},
		{[]string{"Мо", "Ян", "2", "Мотор"}, []string{"Мо", "Ян", "2", "Мотор"}},
	} {
		words := line(c.words...)
		numeroSigns(words)
		for i, s := range texts(words) {
			if s != c.want[i] {
				t.Errorf("%v: %v", c.words, texts(words))
				break
			}
		}
	}
}

// typed sets a line of text in Go's own sans serif, as a scanner would show it.
func typed(t *testing.T, s string, size float64) (*image.Gray, image.Rectangle) {
	t.Helper()
	f, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: scanDPI})
	if err != nil {
		t.Fatal(err)
	}
	g := image.NewGray(image.Rect(0, 0, 900, 160))
	draw.Draw(g, g.Rect, image.White, image.Point{}, draw.Src)
	d := typeface.Drawer{Dst: g, Src: image.Black, Face: face, Dot: fixed.P(60, 110)}
	d.DrawString(s)
	rng := rand.New(rand.NewPCG(5, 6))
	for i, v := range g.Pix {
		g.Pix[i] = uint8(min(max(30+float64(v)*0.84+rng.NormFloat64()*8, 0), 255))
	}
	return g, inkIn(g, g.Rect.Inset(10))
}

func TestShapesOfFigures(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"7", "9"},
		{"11", "99"},
		{"1 250 000,00", "9 999 999,99"},
		{"1250000,00", "9999999,99"},
		{"-9 499,75", "-9 999,99"},
		{"1.", "9,"},
		{"96", "99"},
		{"%", "%"},
		{"-", "-"},
		{"–", "-"},
	} {
		for _, size := range []float64{8, 10, 12} {
			g, r := typed(t, c.text, size)
			if got := figureShape(blobsIn(g, r)); got != c.want {
				t.Errorf("%q at %v points: %q, want %q", c.text, size, got, c.want)
			}
		}
	}
}

func TestRomanBars(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{{"II", 2}, {"III", 3}, {"I", 0}, {"П", 0}, {"Н", 0}, {"Ш", 0}, {"IV", 0}, {"и", 0}} {
		g, r := typed(t, c.text, 11)
		if got := bars(g, r); got != c.want {
			t.Errorf("%q: %d bars, want %d", c.text, got, c.want)
		}
	}
}

func TestLinesOfACell(t *testing.T) {
	d := newDrawing()
	d.letters(100, 200, 100)
	d.letters(100, 180, 150)
	d.fill(186, 168, 190, 176, 25) // a comma below the base line
	if got := len(linesOf(d.noisy(), image.Rect(90, 90, 300, 200))); got != 2 {
		t.Errorf("%d lines, want 2", got)
	}
}
