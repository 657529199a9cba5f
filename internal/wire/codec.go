package wire

import "encoding"

// A Record has the form of an object in JSON. Its method Fields names each field once, with the
// variable that holds it, in the order in which the fields are written:
//
//	func (t *Term) Fields(f *wire.Fields) {
//		f.Required().Text("what", &t.What)
//		f.Text("member", &t.Member)
//		wire.Each(f, "parts", &t.Parts)
//	}
//
// Reading and writing both walk this list: [Unmarshal] and [Read] on the one side, [Marshal] and
// [Append] on the other. Fields must name the same fields whatever the values are.
type Record interface{ Fields(f *Fields) }

// A Word is written as a string in JSON; the empty string is its zero value.
type Word interface {
	String() string
	encoding.TextUnmarshaler
}

// Fields goes through the fields of a [Record]. It reads them from an object, writes them as one, or
// learns their names, which the strict reader has to know first.
//
// A field that is required must be there when it is read and is always written. Any other is written
// where it is not zero.
type Fields struct {
	doing    doing
	required bool // the next field

	names []string // learned, of the records that are being read one inside another
	from  int      // where those of the innermost begin
	must  uint64   // which of these are required, one bit each

	object Obj // being read
	faults *Faults

	out  []byte // written
	some bool   // a field of the open object was written
	err  error  // the first reason why something cannot be written
}

// doing is what a walk does with a field.
type doing uint8

const (
	skipping doing = iota // nothing: the name is learned, or there is nothing to write
	reading
	writing
	learning
)

// Required makes the next field a required one.
func (f *Fields) Required() *Fields {
	f.required = true
	return f
}

// next begins the field name and returns what is to be done with it. stated says whether it is written if it is not required.
func (f *Fields) next(name string, stated bool) doing {
	required := f.required
	f.required = false
	switch f.doing {
	case learning:
		if required {
			f.must |= 1 << (len(f.names) - f.from)
		}
		f.names = append(f.names, name)
		return skipping
	case writing:
		if !required && !stated {
			return skipping
		}
		f.begin(name)
	}
	return f.doing
}

func (f *Fields) begin(name string) {
	if f.some {
		f.out = append(f.out, ',')
	}
	f.some = true
	f.out = append(f.out, '"')
	f.out = append(f.out, name...)
	f.out = append(f.out, '"', ':')
}

// Text is a field that holds a string.
func (f *Fields) Text(name string, at *string) {
	switch f.next(name, *at != "") {
	case reading:
		f.faults.Text(f.object, name, at)
	case writing:
		f.out = AppendEscaped(f.out, *at)
	}
}

// Texts is a field that holds a list of strings. An empty list is read as none.
func (f *Fields) Texts(name string, at *[]string) {
	switch f.next(name, len(*at) > 0) {
	case reading:
		DecodeList(f.faults, f.object, name, at, DecodeText)
	case writing:
		f.out = append(f.out, '[')
		for i, text := range *at {
			f.comma(i)
			f.out = AppendEscaped(f.out, text)
		}
		f.out = append(f.out, ']')
	}
}

// Flag is a field that holds true or false.
func (f *Fields) Flag(name string, at *bool) {
	switch f.next(name, *at) {
	case reading:
		f.faults.Flag(f.object, name, at)
	case writing:
		if *at {
			f.out = append(f.out, "true"...)
		} else {
			f.out = append(f.out, "false"...)
		}
	}
}

// Number is a field that holds a whole number from least to most.
func (f *Fields) Number(name string, at *int, least, most int) {
	switch f.next(name, *at != 0) {
	case reading:
		f.faults.Number(f.object, name, at, least, most)
	case writing:
		f.out = appendInt(f.out, *at)
	}
}

// Word is a field that holds a word. What is none is read as [CodeNotAValue].
func (f *Fields) Word(name string, at Word) { f.word(name, at, CodeNotAValue) }

// Place is a field that holds a place. What is none is read as [CodeUnknownPlace].
func (f *Fields) Place(name string, at Word) { f.word(name, at, CodeUnknownPlace) }

func (f *Fields) word(name string, at Word, code string) {
	text := ""
	if f.doing == writing {
		text = at.String()
	}
	switch f.next(name, text != "") {
	case reading:
		f.faults.word(f.object, name, at, code)
	case writing:
		f.out = AppendEscaped(f.out, text)
	}
}

// Date is a field that holds a day, which cannot be empty.
func (f *Fields) Date(name string, at Word) {
	if f.doing == reading {
		f.required = false
		f.faults.Date(f.object, name, at)
		return
	}
	f.word(name, at, "")
}

// Nested is a field that holds a record. It is written if it is not zero, or required.
func Nested[T comparable, P interface {
	*T
	Record
}](f *Fields, name string, at P) {
	var zero T
	switch f.next(name, *at != zero) {
	case reading:
		if v, ok := f.object.Get(name); ok {
			f.read(v, f.object.Path(name), at)
		}
	case writing:
		f.write(at)
	}
}

// Each is a field that holds a list of records. An empty list is read as none.
func Each[T any, P interface {
	*T
	Record
}](f *Fields, name string, at *[]T) {
	switch f.next(name, len(*at) > 0) {
	case reading:
		if v, ok := f.object.Get(name); ok {
			elems, _ := f.faults.Array(v, f.object.Path(name))
			for i, elem := range elems {
				*at = append(*at, *new(T))
				f.read(elem, Index(f.object.Path(name), i), P(&(*at)[i]))
			}
		}
	case writing:
		f.out = append(f.out, '[')
		for i := range *at {
			f.comma(i)
			f.write(P(&(*at)[i]))
		}
		f.out = append(f.out, ']')
	}
}

func (f *Fields) comma(i int) {
	if i > 0 {
		f.out = append(f.out, ',')
	}
}

// Special is a field with a form of its own: write appends its JSON, and read reads it where it stands at path.
func (f *Fields) Special(name string, stated bool, write func(dst []byte) []byte, read func(v Value, path string, faults *Faults)) {
	switch f.next(name, stated) {
	case reading:
		if v, ok := f.object.Get(name); ok {
			read(v, f.object.Path(name), f.faults)
		}
	case writing:
		f.out = write(f.out)
	}
}

// Group is several fields that make sense together only. write walks those that are stated, and read reads them from o.
func (f *Fields) Group(names []string, write func(), read func(o Obj, faults *Faults)) {
	switch f.doing {
	case learning:
		f.names = append(f.names, names...)
	case reading:
		read(f.object, f.faults)
	case writing:
		write()
	}
}

// Fen writes a field that holds an amount of fen as yuan in a string; it is for the writing part of a [Fields.Group].
func (f *Fields) Fen(name string, fen int64) {
	f.begin(name)
	f.out = append(AppendFen(append(f.out, '"'), fen), '"')
}

// Fail notes why the record cannot be written. The first reason counts.
func (f *Fields) Fail(err error) {
	if f.err == nil {
		f.err = err
	}
}

// write writes a record as an object.
func (f *Fields) write(r Record) {
	outer := f.some
	f.some = false
	f.out = append(f.out, '{')
	r.Fields(f)
	f.out = append(f.out, '}')
	f.some = outer
}

// read reads the object v into a record. Its faults come in this order: of names, of required fields that are missing, and of
// the fields one by one.
func (f *Fields) read(v Value, path string, r Record) {
	outer, before := f.object, len(f.names)
	must := f.learn(r)
	names := f.names[before:]
	f.object = f.faults.Object(v, path, names...)
	for i, name := range names {
		if must>>i&1 == 1 {
			f.faults.Required(f.object, name)
		}
	}
	r.Fields(f)
	f.object, f.names = outer, f.names[:before]
}

// learn adds the names of the fields of r, of which there are 64 at most, to those known. It returns which of them are required.
func (f *Fields) learn(r Record) (must uint64) {
	f.doing, f.from, f.must = learning, len(f.names), 0
	r.Fields(f)
	f.doing = reading
	return f.must
}

// Append appends the JSON of r to dst, in the form that encoding/json gives to strings.
func Append(dst []byte, r Record) ([]byte, error) {
	f := Fields{doing: writing, out: dst}
	f.write(r)
	if f.err != nil {
		return dst, f.err
	}
	return f.out, nil
}

// Marshal is [Append] to nothing, for MarshalJSON.
func Marshal(r Record) ([]byte, error) { return Append(nil, r) }

// Read reads the value that stands at path as a record, and adds every fault to faults.
func Read[T any, P interface {
	*T
	Record
}](v Value, path string, faults *Faults) (t T) {
	f := Fields{doing: reading, faults: faults}
	f.read(v, path, P(&t))
	return t
}

// Unmarshal reads JSON strictly, for UnmarshalJSON: it reports every fault at once, as Errors, and a
// *SyntaxError for text that is no JSON. What is faulty leaves to as it was.
func Unmarshal[T any, P interface {
	*T
	Record
}](data []byte, to P) error {
	return Decode(data, (*T)(to), Read[T, P])
}
