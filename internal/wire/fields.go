package wire

import (
	"encoding"
	"math"
	"strconv"
)

// A Word is written as a string in JSON; the empty string is its zero value.
type Word interface {
	String() string
	encoding.TextUnmarshaler
}

// Fields goes through the fields of a [Record]. It reads them from an object, writes them as one,
// or learns their names, to say which of an object are none of them.
//
// A field that is required must be there when it is read and is always written. Any other is
// written where it is not zero.
type Fields struct {
	doing    doing
	required bool // the next field
	most     int  // elements of the next field, a list; 0: any number

	names []string // learned, of one record
	must  []string // which of these are required

	object openObject // being read
	faults *Faults

	out  []byte // written
	some bool   // a field of the open object was written
	err  error  // the first reason why something cannot be written
}

// openObject is an object while its fields are read.
type openObject struct {
	Obj
	read    int  // how many of its fields were
	next    int  // so many of the first were, in order
	grouped bool // what is read now was counted with its group
	lacks   bool // a required field is missing
}

// find returns the first position of the field name, -1 if it is missing. Most objects are written
// in the order of the walk, so that it is the next one.
func (o *openObject) find(name string) int {
	switch {
	case o.next < len(o.fields) && o.fields[o.next].Name == name && !o.grouped:
		return o.next
	case o.read == len(o.fields) && !o.grouped:
		return -1
	}
	return o.index(name)
}

// count notes that the field at an index is read.
func (o *openObject) count(at int) {
	if o.grouped {
		return
	}
	o.read++
	if at == o.next {
		o.next++
	}
}

// doing says what a walk does with a field.
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

// Most limits the next field, a list, to n elements. A longer one is refused and not read.
func (f *Fields) Most(n int) *Fields {
	f.most = n
	return f
}

// next begins the field name and returns what is to be done with it. stated says whether it is
// written if it is not required.
func (f *Fields) next(name string, stated bool) doing {
	required := f.required
	f.required = false
	switch f.doing {
	case learning:
		if required {
			f.must = append(f.must, name)
		}
		f.names = append(f.names, name)
		return skipping
	case reading:
		f.required = required // for get
	case writing:
		if !required && !stated {
			return skipping
		}
		f.begin(name)
	}
	return f.doing
}

// get returns the field name of the open object, and whether it is there.
func (f *Fields) get(name string) (Value, bool) {
	required := f.required
	f.required = false
	at := f.object.find(name)
	if at < 0 {
		f.object.lacks = f.object.lacks || required
		return Value{}, false
	}
	f.object.count(at)
	return f.object.fields[at].Value, true
}

// Absent reports that the next field is being read and is not there, so that there is nothing to do
// with it. It is for a caller to whom it is work to find where the field is held.
func (f *Fields) Absent(name string) bool {
	if f.doing != reading || f.object.find(name) >= 0 {
		return false
	}
	f.object.lacks = f.object.lacks || f.required
	f.required, f.most = false, 0
	return true
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
		if v, ok := f.get(name); ok {
			*at, _ = f.faults.String(v, name)
		}
	case writing:
		f.out = AppendEscaped(f.out, *at)
	}
}

// Name is a field that holds a string which cannot be empty, such as an id.
func (f *Fields) Name(name string, at *string) {
	switch f.next(name, *at != "") {
	case reading:
		if v, ok := f.get(name); ok {
			text, ok := f.faults.String(v, name)
			if ok && text == "" {
				f.faults.Add(name, CodeIDFormat, "")
			}
			*at = text
		}
	case writing:
		f.out = AppendEscaped(f.out, *at)
	}
}

// Texts is a field that holds a list of strings. An empty list is read as none.
func Texts[S ~string](f *Fields, name string, at *[]S) {
	switch f.next(name, len(*at) > 0) {
	case reading:
		for i, elem := range f.elements(name) {
			before := len(f.faults.all)
			text, _ := f.faults.String(elem, "")
			f.faults.withinElement(name, i, before)
			*at = append(*at, S(text))
		}
	case writing:
		f.out = append(f.out, '[')
		for i, text := range *at {
			f.comma(i)
			f.out = AppendEscaped(f.out, string(text))
		}
		f.out = append(f.out, ']')
	}
}

// Words is a field that holds a list of words. An empty list is not the same as none.
func Words[T any, P interface {
	*T
	Word
}](f *Fields, name string, at *[]T) {
	listWords[T, P](f, name, at, (*Faults).WordAt)
}

// Dates is a field that holds a list of days, none of which can be empty. An empty list is not the
// same as none.
func Dates[T any, P interface {
	*T
	Word
}](f *Fields, name string, at *[]T) {
	listWords[T, P](f, name, at, (*Faults).dateAt)
}

func listWords[T any, P interface {
	*T
	Word
}](f *Fields, name string, at *[]T, read func(f *Faults, v Value, path string, to encoding.TextUnmarshaler)) {
	switch f.next(name, *at != nil) {
	case reading:
		elems := f.elements(name)
		if elems == nil {
			return
		}
		*at = make([]T, len(elems))
		for i, elem := range elems {
			before := len(f.faults.all)
			read(f.faults, elem, "", P(&(*at)[i]))
			f.faults.withinElement(name, i, before)
		}
	case writing:
		f.out = append(f.out, '[')
		for i := range *at {
			f.comma(i)
			f.out = AppendEscaped(f.out, P(&(*at)[i]).String())
		}
		f.out = append(f.out, ']')
	}
}

// elements returns the elements of the field name, a list: nil if there is no list, or a longer one
// than [Fields.Most] allows.
func (f *Fields) elements(name string) []Value {
	most := f.most
	f.most = 0
	v, ok := f.get(name)
	if !ok {
		return nil
	}
	elems, ok := f.faults.Array(v, name)
	switch {
	case !ok:
		return nil
	case most != 0 && len(elems) > most:
		f.faults.Add(name, CodeTooMany, strconv.Itoa(len(elems)))
		return nil
	case elems == nil:
		elems = []Value{}
	}
	return elems
}

// Flag is a field that holds true or false.
func (f *Fields) Flag(name string, at *bool) {
	switch f.next(name, *at) {
	case reading:
		if v, ok := f.get(name); ok {
			*at, _ = f.faults.Bool(v, name)
		}
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
		if v, ok := f.get(name); ok {
			*at, _ = f.faults.Int(v, name, least, most)
		}
	case writing:
		f.out = appendInt(f.out, *at)
	}
}

// Format is a field that holds the version of a format. One above newest, which may mean what is
// not known here, is read as [CodeUnknownFormat].
func (f *Fields) Format(name string, at *int, newest int) {
	f.Number(name, at, 1, math.MaxInt32)
	if f.doing == reading && *at > newest {
		f.faults.Add(name, CodeUnknownFormat, strconv.Itoa(*at))
	}
}

// Word is a field that holds a word. What is none is read as [CodeNotAValue].
func (f *Fields) Word(name string, at Word) { f.word(name, at, (*Faults).WordAt) }

// Place is a field that holds a place. What is none is read as [CodeUnknownPlace].
func (f *Fields) Place(name string, at Word) { f.word(name, at, (*Faults).placeAt) }

// Date is a field that holds a day or a month, which cannot be empty.
func (f *Fields) Date(name string, at Word) { f.word(name, at, (*Faults).dateAt) }

func (f *Fields) word(name string, at Word,
	read func(f *Faults, v Value, path string, to encoding.TextUnmarshaler)) {
	text := ""
	if f.doing == writing {
		text = at.String()
	}
	switch f.next(name, text != "") {
	case reading:
		if v, ok := f.get(name); ok {
			read(f.faults, v, name, at)
		}
	case writing:
		f.out = AppendEscaped(f.out, text)
	}
}

// Yuan is a field that holds an amount of fen as yuan. It may be read from a number, too, from 0 to
// [MaxFen].
func (f *Fields) Yuan(name string, at *int64) {
	switch f.next(name, *at != 0) {
	case reading:
		if v, ok := f.get(name); ok {
			*at, _ = f.faults.Money(v, name)
		}
	case writing:
		f.out = append(AppendFen(append(f.out, '"'), *at), '"')
	}
}

// Nested is a field that holds a record. It is written if it is not zero, or required.
func Nested[T comparable, P interface {
	*T
	Record
}](f *Fields, name string, at P) {
	var zero T
	f.Record(name, *at != zero, at)
}

// Record is a field that holds a record, which is written if it is stated, or required.
func (f *Fields) Record(name string, stated bool, at Record) {
	switch f.next(name, stated) {
	case reading:
		if v, ok := f.get(name); ok {
			before := len(f.faults.all)
			f.read(v, at)
			f.faults.within(name, before)
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
		readEach[T, P](f, name, at)
	case writing:
		writeEach[T, P](f, *at)
	}
}

// List is a field that holds a list of records. An empty list is not the same as none.
func List[T any, P interface {
	*T
	Record
}](f *Fields, name string, at *[]T) {
	switch f.next(name, *at != nil) {
	case reading:
		if elems := readEach[T, P](f, name, at); elems != nil && *at == nil {
			*at = []T{}
		}
	case writing:
		writeEach[T, P](f, *at)
	}
}

// readEach reads the elements of the field name, which it returns, into at.
func readEach[T any, P interface {
	*T
	Record
}](f *Fields, name string, at *[]T) []Value {
	elems := f.elements(name)
	if len(elems) > 0 {
		*at = make([]T, len(elems))
	}
	for i, elem := range elems {
		before := len(f.faults.all)
		f.read(elem, P(&(*at)[i]))
		f.faults.withinElement(name, i, before)
	}
	return elems
}

func writeEach[T any, P interface {
	*T
	Record
}](f *Fields, all []T) {
	f.out = append(f.out, '[')
	for i := range all {
		f.comma(i)
		f.write(P(&all[i]))
	}
	f.out = append(f.out, ']')
}

func (f *Fields) comma(i int) {
	if i > 0 {
		f.out = append(f.out, ',')
	}
}

// Special is a field with a form of its own: write appends its JSON, and read reads it where it
// stands at path.
func (f *Fields) Special(name string, stated bool, write func(dst []byte) []byte,
	read func(v Value, path string, faults *Faults)) {
	switch f.next(name, stated) {
	case reading:
		if v, ok := f.get(name); ok {
			read(v, name, f.faults)
		}
	case writing:
		f.out = write(f.out)
	}
}

// Group is several fields that make sense together only. write walks those that are stated, and
// read reads them from o.
func (f *Fields) Group(names []string, write func(), read func(o Obj, faults *Faults)) {
	switch f.doing {
	case learning:
		f.names = append(f.names, names...)
	case reading:
		outer := f.object.grouped
		for _, name := range names {
			if at := f.object.find(name); at >= 0 {
				f.object.count(at)
			}
		}
		f.object.grouped = true
		read(f.object.Obj, f.faults)
		f.object.grouped = outer
	case writing:
		write()
	}
}

// Fen writes a field that holds an amount of fen as yuan in a string; it is for the writing part of
// a [Fields.Group].
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
