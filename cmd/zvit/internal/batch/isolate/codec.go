package isolate

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"sync"

	"zvit/extract/document"
)

// The records go through the pipe exactly as they are. The standard library has
// no codec that can do so: gob drops a pointer to zero (a sum of no money would
// become an absent one), JSON replaces bytes that are not UTF-8. So a value is
// written by its type, fields in order, a struct with a bit for each field that
// is not zero. Both ends are the same program, hence no names and no versions.

// coder writes and reads values of one type.
type coder struct {
	write func(b []byte, v reflect.Value) []byte
	read  func(r *source, v reflect.Value)
}

// encode appends v, a pointer to what is to be written.
func encode(b []byte, v any) []byte {
	e := reflect.ValueOf(v).Elem()
	return coderOf(e.Type()).write(b, e)
}

// decode reads into v, a pointer.
func decode(b []byte, v any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			broken, ok := p.(brokenError)
			if !ok {
				panic(p)
			}
			err = broken
		}
	}()
	r := &source{b: b}
	e := reflect.ValueOf(v).Elem()
	coderOf(e.Type()).read(r, e)
	if len(r.b) > 0 {
		return brokenError{"bytes are left"}
	}
	return nil
}

// brokenError: what was read is not what encode wrote.
type brokenError struct{ what string }

func (e brokenError) Error() string { return "a broken answer: " + e.what }

type source struct{ b []byte }

func (r *source) take(n uint64) []byte {
	if n > uint64(len(r.b)) {
		panic(brokenError{"it ends early"})
	}
	taken := r.b[:n]
	r.b = r.b[n:]
	return taken
}

func (r *source) uint() uint64 {
	x, n := binary.Uvarint(r.b)
	if n <= 0 {
		panic(brokenError{"a number"})
	}
	r.b = r.b[n:]
	return x
}

func (r *source) int() int64 {
	x, n := binary.Varint(r.b)
	if n <= 0 {
		panic(brokenError{"a number"})
	}
	r.b = r.b[n:]
	return x
}

// coders are made once a type and never change.
var coders sync.Map // reflect.Type to *coder

func coderOf(t reflect.Type) *coder {
	if c, ok := coders.Load(t); ok {
		return c.(*coder)
	}
	c := makeCoder(t)
	kept, _ := coders.LoadOrStore(t, c)
	return kept.(*coder)
}

var blockType = reflect.TypeFor[document.Block]()

// makeCoder panics for a type that cannot be sent whole: a defect that the first
// document shows.
func makeCoder(t reflect.Type) *coder {
	if t == blockType {
		return blockCoder()
	}
	switch t.Kind() {
	case reflect.Bool:
		return &coder{
			func(b []byte, v reflect.Value) []byte {
				if v.Bool() {
					return append(b, 1)
				}
				return append(b, 0)
			},
			func(r *source, v reflect.Value) { v.SetBool(r.take(1)[0] != 0) },
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return &coder{
			func(b []byte, v reflect.Value) []byte { return binary.AppendVarint(b, v.Int()) },
			func(r *source, v reflect.Value) { v.SetInt(r.int()) },
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return &coder{
			func(b []byte, v reflect.Value) []byte { return binary.AppendUvarint(b, v.Uint()) },
			func(r *source, v reflect.Value) { v.SetUint(r.uint()) },
		}
	case reflect.Float64:
		return &coder{
			func(b []byte, v reflect.Value) []byte {
				return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
			},
			func(r *source, v reflect.Value) {
				v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(r.take(8))))
			},
		}
	case reflect.String:
		return &coder{
			func(b []byte, v reflect.Value) []byte {
				return append(binary.AppendUvarint(b, uint64(v.Len())), v.String()...)
			},
			func(r *source, v reflect.Value) { v.SetString(string(r.take(r.uint()))) },
		}
	case reflect.Pointer:
		return pointerCoder(t)
	case reflect.Slice:
		return sliceCoder(t)
	case reflect.Struct:
		return structCoder(t)
	}
	panic(fmt.Sprintf("isolate: %s cannot be sent", t))
}

func pointerCoder(t reflect.Type) *coder {
	elem := coderOf(t.Elem())
	return &coder{
		func(b []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(b, 0)
			}
			return elem.write(append(b, 1), v.Elem())
		},
		func(r *source, v reflect.Value) {
			if r.take(1)[0] == 0 {
				return
			}
			v.Set(reflect.New(t.Elem()))
			elem.read(r, v.Elem())
		},
	}
}

// sliceCoder tells nil (0) from empty (1); any other number is the length plus 1.
func sliceCoder(t reflect.Type) *coder {
	elem := coderOf(t.Elem())
	return &coder{
		func(b []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(b, 0)
			}
			b = binary.AppendUvarint(b, uint64(v.Len())+1)
			for i := range v.Len() {
				b = elem.write(b, v.Index(i))
			}
			return b
		},
		func(r *source, v reflect.Value) {
			n := r.uint()
			if n == 0 {
				return
			}
			// Every element is at least a byte.
			if n--; n > uint64(len(r.b)) {
				panic(brokenError{"a list"})
			}
			v.Set(reflect.MakeSlice(t, int(n), int(n)))
			for i := range int(n) {
				elem.read(r, v.Index(i))
			}
		},
	}
}

func structCoder(t reflect.Type) *coder {
	fields := make([]*coder, t.NumField())
	for i := range fields {
		if !t.Field(i).IsExported() {
			panic(fmt.Sprintf("isolate: %s.%s cannot be sent", t, t.Field(i).Name))
		}
		fields[i] = coderOf(t.Field(i).Type)
	}
	mask := (len(fields) + 7) / 8
	return &coder{
		func(b []byte, v reflect.Value) []byte {
			at := len(b)
			for range max(mask, 1) {
				b = append(b, 0)
			}
			for i, f := range fields {
				if field := v.Field(i); !zero(field) {
					b[at+i/8] |= 1 << (i % 8)
					b = f.write(b, field)
				}
			}
			return b
		},
		func(r *source, v reflect.Value) {
			bits := r.take(uint64(max(mask, 1)))
			for i, f := range fields {
				if bits[i/8]&(1<<(i%8)) != 0 {
					f.read(r, v.Field(i))
				}
			}
		},
	}
}

// zero is reflect's IsZero for which -0 is no zero: it would be printed otherwise.
func zero(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Float64:
		return math.Float64bits(v.Float()) == 0
	case reflect.Struct:
		for i := range v.NumField() {
			if !zero(v.Field(i)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}

// blockCoder writes which of the two kinds of block follows.
func blockCoder() *coder {
	paragraph, table := coderOf(reflect.TypeFor[document.Paragraph]()), coderOf(reflect.TypeFor[document.Table]())
	return &coder{
		func(b []byte, v reflect.Value) []byte {
			switch x := v.Interface().(type) {
			case *document.Paragraph:
				return paragraph.write(append(b, 1), reflect.ValueOf(x).Elem())
			case *document.Table:
				return table.write(append(b, 2), reflect.ValueOf(x).Elem())
			}
			return append(b, 0)
		},
		func(r *source, v reflect.Value) {
			switch kind := r.take(1)[0]; kind {
			case 0:
			case 1:
				p := new(document.Paragraph)
				paragraph.read(r, reflect.ValueOf(p).Elem())
				v.Set(reflect.ValueOf(p))
			case 2:
				t := new(document.Table)
				table.read(r, reflect.ValueOf(t).Elem())
				v.Set(reflect.ValueOf(t))
			default:
				panic(brokenError{"a block"})
			}
		},
	}
}
