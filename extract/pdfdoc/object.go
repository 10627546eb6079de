package pdfdoc

// kind is the type of a PDF object (ISO 32000-1, 7.3).
type kind uint8

const (
	null kind = iota
	boolean
	number
	text // a string object
	name
	dict
	array
	stream
)

// object is one PDF object with its references resolved on access. No method
// panics: what is missing or broken reads as null, zero or empty.
type object interface {
	kind() kind
	// key is the entry of a dictionary or of a stream's dictionary.
	key(string) object
	// keys are the names of the entries, sorted.
	keys() []string
	// refs gives, for each entry that is a reference, its object and
	// generation number ("12 0"); it is the identity under which what was
	// made of an object may be kept.
	refs() map[string]string
	// form is the object in writing, with its references as references.
	form() string
	at(int) object
	length() int
	number() float64
	name() string
	// bytes are those of a string object, decrypted.
	bytes() string
	// data is the decoded content of a stream. What could be decoded before
	// an error is returned with the error.
	data() ([]byte, error)
}

// source is an open file: its trailer, from which all else is reached.
type source interface {
	trailer() object
	// faults is how many objects could not be read so far.
	faults() int
}

// nothing is the null object.
type nothing struct{}

func (nothing) kind() kind              { return null }
func (nothing) key(string) object       { return nothing{} }
func (nothing) keys() []string          { return nil }
func (nothing) refs() map[string]string { return nil }
func (nothing) form() string            { return "" }
func (nothing) at(int) object           { return nothing{} }
func (nothing) length() int             { return 0 }
func (nothing) number() float64         { return 0 }
func (nothing) name() string            { return "" }
func (nothing) bytes() string           { return "" }
func (nothing) data() ([]byte, error)   { return nil, errNoStream }

// numbers reads an array of numbers.
func numbers(o object) []float64 {
	n := min(o.length(), maxArray)
	list := make([]float64, 0, n)
	for i := range n {
		list = append(list, o.at(i).number())
	}
	return list
}
