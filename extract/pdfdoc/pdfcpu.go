package pdfdoc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// errPassword says that the file needs a password, or another one.
var errPassword = errors.New("password needed")

// noConfig keeps pdfcpu from writing its configuration into the user's home.
var noConfig = sync.OnceFunc(func() { model.ConfigPath = "disable" })

// slowSource reads objects with pdfcpu: slower, but it knows every encryption
// and filter, and mends many files that the fast library refuses.
type slowSource struct {
	x     *model.XRefTable
	root  object
	fault atomic.Int64
}

// openSlow opens a file, with the password where it is encrypted. It returns
// errPassword where the password is missing or wrong.
func openSlow(ctx context.Context, data []byte, password string) (s *slowSource, err error) {
	defer func() {
		if p := recover(); p != nil {
			s, err = nil, fmt.Errorf("open with pdfcpu: %v", p)
		}
	}()
	noConfig()
	conf := model.NewDefaultConfiguration()
	conf.Offline = true
	conf.UserPW, conf.OwnerPW = password, password
	// Showing a file needs no permission bit; as pdftotext does, reading counts
	// as showing.
	conf.Cmd = model.VALIDATE
	conf.Limits.MaxDecodeBytes = maxStream
	c, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), conf)
	if errors.Is(err, pdfcpu.ErrWrongPassword) {
		return nil, errPassword
	}
	if err != nil {
		return nil, fmt.Errorf("open with pdfcpu: %w", err)
	}
	s = &slowSource{x: c.XRefTable}
	trailer := types.Dict{}
	if c.Root != nil {
		trailer["Root"] = *c.Root
	}
	s.root = slowObject{s, trailer}
	return s, nil
}

func (s *slowSource) trailer() object { return s.root }
func (s *slowSource) faults() int     { return int(s.fault.Load()) }

type slowObject struct {
	s *slowSource
	o types.Object
}

func (o slowObject) wrap(v types.Object) (w object) {
	w = nothing{}
	defer func() {
		if p := recover(); p != nil {
			o.s.fault.Add(1)
		}
	}()
	v, err := o.s.x.Dereference(v)
	if err != nil {
		o.s.fault.Add(1)
		return nothing{}
	}
	if v == nil {
		return nothing{}
	}
	return slowObject{o.s, v}
}

// dict is the object's dictionary, nil where it has none.
func (o slowObject) dict() types.Dict {
	switch v := o.o.(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	case *types.StreamDict:
		return v.Dict
	}
	return nil
}

func (o slowObject) kind() kind {
	switch o.o.(type) {
	case types.Boolean:
		return boolean
	case types.Integer, types.Float:
		return number
	case types.StringLiteral, types.HexLiteral:
		return text
	case types.Name:
		return name
	case types.Dict:
		return dict
	case types.Array:
		return array
	case types.StreamDict, *types.StreamDict:
		return stream
	}
	return null
}

func (o slowObject) key(k string) object {
	if v, ok := o.dict()[k]; ok {
		return o.wrap(v)
	}
	return nothing{}
}

func (o slowObject) form() string { return fmt.Sprint(o.o) }

func (o slowObject) keys() []string { return slices.Sorted(maps.Keys(o.dict())) }

func (o slowObject) refs() map[string]string {
	refs := map[string]string{}
	for k, v := range o.dict() {
		if r, ok := v.(types.IndirectRef); ok {
			refs[k] = fmt.Sprintf("%d %d", r.ObjectNumber, r.GenerationNumber)
		}
	}
	return refs
}

func (o slowObject) at(i int) object {
	if a, ok := o.o.(types.Array); ok && i >= 0 && i < len(a) {
		return o.wrap(a[i])
	}
	return nothing{}
}

func (o slowObject) length() int {
	a, _ := o.o.(types.Array)
	return len(a)
}

func (o slowObject) number() float64 {
	switch v := o.o.(type) {
	case types.Integer:
		return float64(v)
	case types.Float:
		return float64(v)
	}
	return 0
}

func (o slowObject) name() string {
	n, _ := o.o.(types.Name)
	return string(n)
}

func (o slowObject) bytes() string {
	var b []byte
	var err error
	switch v := o.o.(type) {
	case types.StringLiteral:
		b, err = types.Unescape(string(v))
	case types.HexLiteral:
		b, err = v.Bytes()
	}
	if err != nil {
		o.s.fault.Add(1)
	}
	return string(b)
}

func (o slowObject) data() (b []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			o.s.fault.Add(1)
			b, err = nil, fmt.Errorf("read a stream: %v", p)
		}
	}()
	var sd types.StreamDict
	switch v := o.o.(type) {
	case types.StreamDict:
		sd = v
	case *types.StreamDict:
		sd = *v
	default:
		return nil, errNoStream
	}
	if sd.Content != nil {
		return sd.Content, nil
	}
	// The copy keeps the decoded content out of the library's table.
	if err := sd.DecodeWithLimit(maxStream); err != nil {
		o.s.fault.Add(1)
		return sd.Content, fmt.Errorf("read a stream: %w", err)
	}
	return sd.Content, nil
}
