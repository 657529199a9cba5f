package wire

import (
	"encoding"
)

// What follows reads one field of an object each. A field that is not there changes nothing and is no fault; [Faults.RequireAll] asks
// for those that must be there.

// RequireAll notes a fault for each of these fields that is missing, as [Faults.Required] does.
func (f *Faults) RequireAll(o Obj, names ...string) {
	for _, name := range names {
		f.Required(o, name)
	}
}

// Text reads a string.
func (f *Faults) Text(o Obj, name string, to *string) {
	if v, ok := o.Get(name); ok {
		if s, ok := f.String(v, o.Path(name)); ok {
			*to = s
		}
	}
}

// Flag reads true or false.
func (f *Faults) Flag(o Obj, name string, to *bool) {
	if v, ok := o.Get(name); ok && f.is(v, Bool, o.Path(name)) {
		*to = v.text == "true"
	}
}

// Number reads a whole number, as [Faults.Int] does.
func (f *Faults) Number(o Obj, name string, to *int, least, most int) {
	if v, ok := o.Get(name); ok {
		if n, ok := f.Int(v, o.Path(name), least, most); ok {
			*to = n
		}
	}
}

// Word reads a string that to understands.
func (f *Faults) Word(o Obj, name string, to encoding.TextUnmarshaler) {
	f.word(o, name, to, CodeNotAValue)
}

// Place reads a code or a name of a place.
func (f *Faults) Place(o Obj, name string, to encoding.TextUnmarshaler) {
	f.word(o, name, to, CodeUnknownPlace)
}

func (f *Faults) word(o Obj, name string, to encoding.TextUnmarshaler, code string) {
	if v, ok := o.Get(name); ok {
		f.wordAt(v, o.Path(name), to, code)
	}
}

func (f *Faults) wordAt(v Value, path string, to encoding.TextUnmarshaler, code string) {
	if s, ok := f.String(v, path); ok && to.UnmarshalText([]byte(s)) != nil {
		f.Add(path, code, s)
	}
}

// WordAt reads a string that to understands, which stands at path.
func (f *Faults) WordAt(v Value, path string, to encoding.TextUnmarshaler) {
	f.wordAt(v, path, to, CodeNotAValue)
}

// Date reads a day, which cannot be empty.
func (f *Faults) Date(o Obj, name string, to encoding.TextUnmarshaler) {
	v, ok := o.Get(name)
	if ok && v.kind == String && v.text == "" {
		f.Add(o.Path(name), CodeDateFormat, "")
		return
	}
	f.word(o, name, to, CodeDateFormat)
}

// DecodeFunc reads a value that stands at path, and adds every fault to f.
type DecodeFunc[T any] func(v Value, path string, f *Faults) T

// DecodeField reads a field with decode.
func DecodeField[T any](f *Faults, o Obj, name string, to *T, decode DecodeFunc[T]) {
	if v, ok := o.Get(name); ok {
		*to = decode(v, o.Path(name), f)
	}
}

// DecodeList reads each element of an array with decode. A list that is empty is read as none.
func DecodeList[T any](f *Faults, o Obj, name string, to *[]T, decode DecodeFunc[T]) {
	v, ok := o.Get(name)
	if !ok {
		return
	}
	elems, _ := f.Array(v, o.Path(name))
	for i, elem := range elems {
		*to = append(*to, decode(elem, Index(o.Path(name), i), f))
	}
}

// DecodeText reads a string.
func DecodeText(v Value, path string, f *Faults) string {
	s, _ := f.String(v, path)
	return s
}

// Decode reads JSON strictly with decode: every fault at once, as Errors, and a *SyntaxError for text that is no JSON. What is faulty
// leaves to as it was.
func Decode[T any](data []byte, to *T, decode DecodeFunc[T]) error {
	v, err := Parse(data)
	if err != nil {
		return err
	}
	var f Faults
	read := decode(v, "", &f)
	if err := f.Err(); err != nil {
		return err
	}
	*to = read
	return nil
}
