package pdfdoc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"sync/atomic"

	lpdf "github.com/ledongthuc/pdf"
)

var errNoStream = errors.New("no stream")

// fastSource reads objects with ledongthuc/pdf: the fastest of the libraries
// measured, and the strictest. It panics where a file is broken; each access
// recovers, counts a fault and reads as null.
type fastSource struct {
	r     *lpdf.Reader
	fault atomic.Int64
}

// openFast opens a file that is not encrypted.
func openFast(data []byte) (s *fastSource, err error) {
	defer func() {
		if p := recover(); p != nil {
			s, err = nil, fmt.Errorf("open with ledongthuc/pdf: %v", p)
		}
	}()
	r, err := lpdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("open with ledongthuc/pdf: %w", err)
	}
	if nestedStreams(r) {
		return nil, errors.New("an object stream inside an object stream")
	}
	return &fastSource{r: r}, nil
}

// nestedStreams reports whether an object stream is said to lie in an object
// stream. The library would follow such a chain until the stack overflows,
// which no recover catches; its table is private, so it is looked at by reflection.
func nestedStreams(r *lpdf.Reader) bool {
	table := reflect.ValueOf(r).Elem().FieldByName("xref")
	if !table.IsValid() {
		return false
	}
	for i := range table.Len() {
		e := table.Index(i)
		if !e.FieldByName("inStream").Bool() {
			continue
		}
		id := int(e.FieldByName("stream").FieldByName("id").Uint())
		if id < table.Len() && table.Index(id).FieldByName("inStream").Bool() {
			return true
		}
	}
	return false
}

func (s *fastSource) faults() int { return int(s.fault.Load()) }

func (s *fastSource) trailer() object { return fastObject{s, s.r.Trailer()} }

type fastObject struct {
	s *fastSource
	v lpdf.Value
}

// guard turns a panic of the library into a fault.
func (o fastObject) guard() {
	if p := recover(); p != nil {
		o.s.fault.Add(1)
	}
}

func (o fastObject) wrap(v lpdf.Value) object {
	if v.IsNull() {
		return nothing{}
	}
	return fastObject{o.s, v}
}

func (o fastObject) kind() kind {
	switch o.v.Kind() {
	case lpdf.Bool:
		return boolean
	case lpdf.Integer, lpdf.Real:
		return number
	case lpdf.String:
		return text
	case lpdf.Name:
		return name
	case lpdf.Dict:
		return dict
	case lpdf.Array:
		return array
	case lpdf.Stream:
		return stream
	case lpdf.Null:
	}
	return null
}

func (o fastObject) key(k string) (v object) {
	v = nothing{}
	defer o.guard()
	return o.wrap(o.v.Key(k))
}

func (o fastObject) at(i int) (v object) {
	v = nothing{}
	defer o.guard()
	return o.wrap(o.v.Index(i))
}

func (o fastObject) form() string    { return o.v.String() }
func (o fastObject) keys() []string  { return o.v.Keys() }
func (o fastObject) length() int     { return o.v.Len() }
func (o fastObject) number() float64 { return o.v.Float64() }
func (o fastObject) name() string    { return o.v.Name() }
func (o fastObject) bytes() string   { return o.v.RawString() }

var entryRef = regexp.MustCompile(`/([^\s/<>\[\]()]+) (\d+ \d+) R`)

// refs reads the references from the dictionary's printed form, the only
// place where the library shows them.
func (o fastObject) refs() map[string]string {
	if o.v.Kind() != lpdf.Dict {
		return nil
	}
	refs := map[string]string{}
	for _, m := range entryRef.FindAllStringSubmatch(o.v.String(), -1) {
		if _, seen := refs[m[1]]; !seen {
			refs[m[1]] = m[2]
		}
	}
	return refs
}

func (o fastObject) data() (b []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			o.s.fault.Add(1)
			err = fmt.Errorf("read a stream: %v", p)
		}
	}()
	if o.v.Kind() != lpdf.Stream {
		return nil, errNoStream
	}
	r := o.v.Reader()
	defer r.Close() //nolint:errcheck // A reader of memory; Close does nothing.
	var buf bytes.Buffer
	if n := o.key("Length").number(); n > 0 && n < maxStream/8 {
		buf.Grow(int(n) * 7) // content streams shrink to a seventh
	}
	_, err = buf.ReadFrom(io.LimitReader(r, maxStream))
	if err != nil {
		o.s.fault.Add(1)
		err = fmt.Errorf("read a stream: %w", err)
	}
	return buf.Bytes(), err
}
