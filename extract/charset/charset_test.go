package charset

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"zvit/extract/document"
)

// samples are texts of several lengths and kinds, made for this test.
var samples = map[string]string{
	"label": "Усього видатків",
	"line":  "Придбання комп'ютерної техніки для бібліотек громади, 2022 рік",
	"table": "№ з/п\tЗміст заходів\tВиконавці\tОбсяг, тис.грн\n1\tРемонт покрівлі сільського клубу\tВідділ культури\t1 250,5\n" +
		"2\tОзеленення скверу біля площі\tКП «Благоустрій»\t84,0\n3\tПідтримка гуртків дітей і молоді\tВідділ освіти\t312,75\n\tУсього\t\t1 647,25\n",
	"capitals": "ЗВІТ ПРО ВИКОНАННЯ ПРОГРАМИ РОЗВИТКУ БІБЛІОТЕК\nЯСЕНІВСЬКА СІЛЬСЬКА РАДА\nВІДДІЛ ФІНАНСІВ\n",
	"prose": "Програма підтримки бібліотек громади виконувалася протягом трьох років. За цей час відремонтовано чотири зали, придбано " +
		"тисячу двісті книжок, проведено курси цифрової грамотності для літніх людей. Ґрунтовну оцінку її наслідків наведено нижче: " +
		"їхня кількість є більшою, ніж очікувалося. Об'єм коштів, що їх виділила рада, становив 1 250,5 тис. грн.",
	"box": "┌────┬──────────────────┐\n│ №  │ Назва заходу     │\n├────┼──────────────────┤\n│ 1  │ Ремонт школи №3  │\n└────┴──────────────────┘\n",
}

// encode writes text in a single-byte encoding; letters that it lacks become
// what people typed instead.
func encode(t *testing.T, text, name string) []byte {
	t.Helper()
	c, err := find(name)
	if err != nil {
		t.Fatal(err)
	}
	to := map[rune]byte{}
	for x := 255; x >= 0x80; x-- {
		to[c.rune(byte(x))] = byte(x)
	}
	var out []byte
	for _, r := range replaced(text, name) {
		if b, ok := to[r]; ok && r >= 0x80 {
			out = append(out, b)
		} else if r < 0x80 {
			out = append(out, byte(r))
		} else {
			t.Fatalf("%s has no %q", name, r)
		}
	}
	return out
}

// replaced is text as people type it where an encoding lacks letters.
func replaced(text, name string) string {
	quotes := []string{"«", `"`, "»", `"`}
	switch name {
	case IBM866:
		text = strings.NewReplacer("і", "i", "І", "I", "ґ", "г", "Ґ", "Г").Replace(text)
	case ISO8859x5:
		text = strings.NewReplacer("ґ", "г", "Ґ", "Г").Replace(text)
	case KOI8U:
		text = strings.ReplaceAll(text, "№", "N")
	}
	if name != Windows1251 && name != MacCyrillic {
		text = strings.NewReplacer(quotes...).Replace(text)
	}
	return text
}

// TestEveryEncodingIsFound reads each sample in each encoding, undeclared,
// declared rightly and declared wrongly, and wants the text back.
func TestEveryEncodingIsFound(t *testing.T) {
	single := []string{Windows1251, KOI8U, IBM866, CP1125, MacCyrillic, ISO8859x5}
	for sample, text := range samples {
		for _, name := range single {
			if sample == "box" && name != IBM866 && name != CP1125 && name != KOI8U {
				continue // The others have no boxes.
			}
			data := encode(t, text, name)
			want := replaced(text, name)
			for _, declared := range append([]string{"", "iso-8859-1", "utf-8", "nonsense"}, single...) {
				t.Run(fmt.Sprintf("%s/%s/declared %s", sample, name, declared), func(t *testing.T) {
					got, _, confidence, err := Decode(data, "", declared)
					if err != nil {
						t.Fatal(err)
					}
					if got != want {
						t.Errorf("got %q, want %q", got, want)
					}
					if confidence <= 0 || confidence >= 1 {
						t.Errorf("confidence %v", confidence)
					}
				})
			}
		}
	}
}

func TestEncodingIsNamed(t *testing.T) {
	for _, name := range []string{Windows1251, KOI8U, IBM866, CP1125, MacCyrillic, ISO8859x5} {
		_, got, confidence, err := Decode(encode(t, samples["prose"], name), "", "")
		if err != nil || got != name || confidence < 0.95 {
			t.Errorf("%s: got %s, %v, %v", name, got, confidence, err)
		}
	}
}

func TestUnicode(t *testing.T) {
	wide := func(text string, big bool) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(text)) {
			if big {
				b.WriteString(string([]byte{byte(u >> 8), byte(u)}))
			} else {
				b.WriteString(string([]byte{byte(u), byte(u >> 8)}))
			}
		}
		return b.String()
	}
	for name, text := range samples {
		for _, c := range []struct{ name, data, encoding string }{
			{"utf-8", text, UTF8},
			{"utf-8 with mark", "\ufeff" + text, UTF8},
			{"utf-16le with mark", "\xff\xfe" + wide(text, false), UTF16LE},
			{"utf-16be with mark", "\xfe\xff" + wide(text, true), UTF16BE},
			{"utf-16le", wide(text, false), UTF16LE},
			{"utf-16be", wide(text, true), UTF16BE},
		} {
			for _, declared := range []string{"", "windows-1251", "utf-8"} {
				got, encoding, _, err := Decode([]byte(c.data), "", declared)
				if err != nil || got != text || encoding != c.encoding {
					t.Errorf("%s, %s, declared %q: got %q in %s, %v", name, c.name, declared, got, encoding, err)
				}
			}
		}
	}
}

func TestBrokenUTF8KeepsTheRest(t *testing.T) {
	text := samples["prose"]
	cut := text[:len("Програма")-1]
	got, encoding, _, err := Decode([]byte(cut), "", "")
	if err != nil || encoding != UTF8 || !strings.HasPrefix(got, "Програм") || !strings.HasSuffix(got, "\ufffd") {
		t.Errorf("cut inside a letter: %q in %s, %v", got, encoding, err)
	}
	mixed := text + "\n" + string(encode(t, samples["line"], Windows1251)) + "\n" + text
	got, _, confidence, err := Decode([]byte(mixed), "", "")
	if want := text + "\n" + samples["line"] + "\n" + text; err != nil || got != want || confidence > 0.9 {
		t.Errorf("a line in windows-1251: %q, %v, %v", got, confidence, err)
	}
}

func TestOverride(t *testing.T) {
	data := encode(t, samples["line"], KOI8U)
	got, encoding, confidence, err := Decode(data, "KOI8-R", "")
	if err != nil || got != samples["line"] || encoding != KOI8U || confidence != 1 {
		t.Errorf("got %q in %s (%v), %v", got, encoding, confidence, err)
	}
	want, _ := charmap.Windows1251.NewDecoder().Bytes(data)
	if got, _, _, err = Decode(data, "cp1251", ""); err != nil || got != string(want) {
		t.Errorf("the user's word is not obeyed: %q, %v", got, err)
	}
	if _, _, _, err = Decode(data, "klingon", ""); !errors.Is(err, ErrUnknown) {
		t.Errorf("unknown name: %v", err)
	}
	if _, ok := Known("klingon"); ok {
		t.Error("an unknown name is known")
	}
	if name, ok := Known("Windows-1251"); !ok || name != Windows1251 {
		t.Errorf("Windows-1251 is %q, %v", name, ok)
	}
}

func TestWhatIsNoText(t *testing.T) {
	noise := make([]byte, 4096)
	rand.New(rand.NewSource(1)).Read(noise)
	highs := make([]byte, 4096)
	for i := range highs {
		highs[i] = noise[i] | 0x80
	}
	for name, c := range map[string]struct {
		data string
		want document.Category
	}{
		"nothing":      {"", document.Empty},
		"white space":  {" \r\n\t\u00a0\n", document.Empty},
		"mark alone":   {"\ufeff", document.Empty},
		"wide nothing": {"\xff\xfe \x00\n\x00", document.Empty},
		"noise":        {string(noise), document.NotText},
		"high noise":   {string(highs), document.NotText},
		"png":          {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00", document.NotText},
	} {
		_, _, _, err := Decode([]byte(c.data), "", "")
		var failure *document.Failure
		if !errors.As(err, &failure) || failure.Category != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func TestWesternTextIsLeftWestern(t *testing.T) {
	got, encoding, _, err := Decode([]byte("Rapport d'activit\xe9 du conseil g\xe9n\xe9ral, d\xe9penses r\xe9elles"), "", "")
	if err != nil || encoding != Windows1252 || !strings.Contains(got, "activité du conseil général") {
		t.Errorf("%q in %s, %v", got, encoding, err)
	}
}

func TestDeclared(t *testing.T) {
	for head, want := range map[string]string{
		`<meta charset="windows-1251">`:                                                "windows-1251",
		`<META http-equiv=Content-Type content="text/html; charset=KOI8-U">`:           "KOI8-U",
		`<?xml version="1.0" encoding="UTF-8"?><html>`:                                 "UTF-8",
		`<html><head><title>x</title>`:                                                 "",
		`<!-- ` + strings.Repeat("x", 2000) + ` --><meta charset=utf-8>`:               "utf-8",
		`<meta name=description content="текст"><link rel=x><meta charset='utf-16le'>`: "utf-16le",
	} {
		if got := Declared([]byte(head)); got != want {
			t.Errorf("%.60s: %q, want %q", head, got, want)
		}
	}
}

func TestLostLetters(t *testing.T) {
	for _, c := range []struct {
		text  string
		count int
		first string
	}{
		{"податок з доход?в ф?зичних ос?б", 3, "доход?в"},
		{"В?дд?л культури", 1, "В?дд?л"},
		{"громад\ufffd міста", 1, "громад\ufffd"},
		{"Що зроблено? Нічого. Чому?", 0, ""},
		{"Чому?Тому що немає коштів", 0, ""},
		{"дивіться https://rada.example.ua/?звіт=так", 0, ""},
		{"площа 12 м? і 14 м?", 0, ""},
		{"", 0, ""},
	} {
		examples, count := LostLetters(c.text, 2)
		if count != c.count {
			t.Errorf("%q: %d, want %d", c.text, count, c.count)
		}
		if c.first != "" && (len(examples) == 0 || examples[0] != c.first) {
			t.Errorf("%q: examples %q", c.text, examples)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(samples["prose"]), "")
	f.Add([]byte("\xff\xfe1\x004"), "koi8-u")
	f.Add([]byte("\xcf\xf0\xee\xe3\xf0\xe0\xec\xe0"), "utf-8")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		text, encoding, confidence, err := Decode(data, "", declared)
		if err != nil {
			if category := document.CategoryOf(err); category != document.Empty && category != document.NotText {
				t.Fatalf("%v", err)
			}
			return
		}
		if strings.ToValidUTF8(text, "") != text {
			t.Fatal("text is no UTF-8")
		}
		if encoding == "" || confidence < 0 || confidence > 1 {
			t.Fatalf("%q, %v", encoding, confidence)
		}
		LostLetters(text, 3)
	})
}
