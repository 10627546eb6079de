package isolate

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"zvit/extract/document"
	"zvit/extract/record"
)

// fill draws a value for everything that v is made of, so that a field added
// tomorrow is tested too.
func fill(t *rapid.T, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.Int64().Draw(t, "int"))
	case reflect.Uint8:
		v.SetUint(uint64(rapid.Uint8().Draw(t, "uint")))
	case reflect.Float64:
		v.SetFloat(rapid.Float64().Draw(t, "float"))
	case reflect.String:
		v.SetString(string(rapid.SliceOfN(rapid.Byte(), 0, 6).Draw(t, "text"))) // Not always UTF-8.
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			fill(t, v.Elem(), depth+1)
		}
	case reflect.Slice:
		if n := rapid.IntRange(-1, max(0, 2-depth/2)).Draw(t, "length"); n >= 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fill(t, v.Index(i), depth+1)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), depth+1)
		}
	case reflect.Interface:
		var block reflect.Value
		if rapid.Bool().Draw(t, "paragraph") {
			block = reflect.ValueOf(&document.Paragraph{})
		} else {
			block = reflect.ValueOf(&document.Table{})
		}
		fill(t, block.Elem(), depth+1)
		v.Set(block)
	default:
		t.Fatalf("%s is not drawn", v.Type())
	}
}

func TestCodecKeepsEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var in, out answer
		fill(t, reflect.ValueOf(&in).Elem(), 0)
		if err := decode(encode(nil, &in), &out); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(in, out); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestCodecTellsZeroFromAbsent(t *testing.T) {
	zero := record.Kopecks(0)
	in := answer{Reports: []*record.Report{nil, {Measures: []record.Measure{{Planned: &zero}}, Lines: []record.Line{}}}}
	in.Findings = []record.Finding{{Confidence: math.Copysign(0, -1)}, {Confidence: math.NaN()}}
	var out answer
	if err := decode(encode(nil, &in), &out); err != nil {
		t.Fatal(err)
	}
	r := out.Reports[1]
	switch {
	case out.Reports[0] != nil:
		t.Error("a report out of nothing")
	case r.Measures[0].Planned == nil || *r.Measures[0].Planned != 0 || r.Measures[0].Actual != nil:
		t.Errorf("got %v and %v, want 0 and nothing", r.Measures[0].Planned, r.Measures[0].Actual)
	case r.Lines == nil || r.Amounts != nil:
		t.Error("an empty list and none are the same")
	case !math.Signbit(out.Findings[0].Confidence) || !math.IsNaN(out.Findings[1].Confidence):
		t.Error("a number has changed")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encode(nil, &answer{Raw: &document.Document{ID: strings.Repeat("a", 64)}, Failure: &failure{Cause: "x"}}))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Fuzz(func(_ *testing.T, data []byte) {
		var a answer
		_ = decode(data, &a) // Neither panics nor allocates by what a number says.
	})
}
