package wire

import (
	"encoding"
	"slices"
	"strconv"
	"strings"
)

// is reports whether v is of kind k, and notes a fault if it is not.
func (f *Faults) is(v Value, k Kind, path string) bool {
	if v.kind != k {
		f.Add(path, CodeWrongType, shown(v))
	}
	return v.kind == k
}

// shown returns v as it stands in a FieldError.
func shown(v Value) string {
	switch v.kind {
	case Array:
		return "[...]"
	case Object:
		return "{...}"
	}
	return v.Text()
}

// Obj is an object that is read field by field. Of a field that is there again the first counts.
type Obj struct {
	path   string
	fields []Field
	valid  bool
}

// Object returns the object v. It notes each field that is not one of known, stands there again, or
// differs from a known one in upper and lower case only; of repeated fields the first counts. If v
// is no object, it notes that, and the Obj is empty and not valid.
func (f *Faults) Object(v Value, path string, known ...string) Obj {
	o := Obj{path: path}
	if f.is(v, Object, path) {
		o.fields, o.valid = v.fields, true
		f.names(o, known)
	}
	return o
}

// names notes the fields of o that are not one of known, or stand there again.
func (f *Faults) names(o Obj, known []string) {
	seen := make([]bool, len(known))
	for _, field := range o.fields {
		code := CodeUnknownField
		if k := slices.Index(known, field.Name); k < 0 {
			if slices.ContainsFunc(known, func(name string) bool { return equalFold(field.Name, name) }) {
				code = CodeFieldCase
			}
		} else if seen[k] {
			code = CodeRepeatedField
		} else {
			seen[k] = true
			continue
		}
		f.Add(o.Path(field.Name), code, shown(field.Value))
	}
}

// equalFold reports whether a and b are equal but for the case of ASCII letters.
func equalFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if lower(a[i]) != lower(b[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// Valid reports whether there was an object at all.
func (o Obj) Valid() bool { return o.valid }

// Get returns the field name, which must be one of the known ones, and whether it is there.
func (o Obj) Get(name string) (Value, bool) {
	if at := o.index(name); at >= 0 {
		return o.fields[at].Value, true
	}
	return Value{}, false
}

// HasAny reports whether one of these fields is there.
func (o Obj) HasAny(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return o.index(name) >= 0 })
}

// index returns the first position of the field name, -1 if it is missing.
func (o Obj) index(name string) int {
	for i := range o.fields {
		if o.fields[i].Name == name {
			return i
		}
	}
	return -1
}

// miscased reports whether the field name, which is missing, is there in other letters.
func (o Obj) miscased(name string) bool {
	return slices.ContainsFunc(o.fields, func(field Field) bool { return equalFold(field.Name, name) })
}

// Path returns the path of the field name of o.
func (o Obj) Path(name string) string {
	switch {
	case !plain(name):
		return o.path + "[" + string(AppendString(nil, name)) + "]"
	case o.path == "":
		return name
	}
	return o.path + "." + name
}

// plain reports whether name can stand in a path without quotes.
func plain(name string) bool {
	for _, r := range name {
		if r == ' ' || !strconv.IsPrint(r) || strings.ContainsRune(`.[]"\`, r) {
			return false
		}
	}
	return name != ""
}

// Required is o.Get(name), and notes a fault if the field is missing. It notes nothing if that was
// noted before in another form: o is no object, or the field is there in other letters.
func (f *Faults) Required(o Obj, name string) (Value, bool) {
	v, ok := o.Get(name)
	if !ok && o.Valid() && !o.miscased(name) {
		f.Add(o.Path(name), CodeRequired, "")
	}
	return v, ok
}

// String returns the content of the string v.
func (f *Faults) String(v Value, path string) (string, bool) {
	if !f.is(v, String, path) {
		return "", false
	}
	return v.text, true
}

// Bool returns whether v, which is true or false, is true.
func (f *Faults) Bool(v Value, path string) (yes, ok bool) {
	ok = f.is(v, Bool, path)
	return ok && v.text == "true", ok
}

// Array returns the elements of the array v.
func (f *Faults) Array(v Value, path string) ([]Value, bool) {
	if !f.is(v, Array, path) {
		return nil, false
	}
	return v.elems, true
}

// Index returns the path of the element i of the array at path.
func Index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// Int returns the whole number v, from least to most. It must be written in digits alone: 12, not
// 12.0 or 1.2e1, nor "12"; and 0, not -0.
func (f *Faults) Int(v Value, path string, least, most int) (int, bool) {
	if !f.is(v, Number, path) {
		return 0, false
	}
	if v.text == "-0" || strings.ContainsAny(v.text, ".eE") {
		f.Add(path, CodeWrongType, v.text)
		return 0, false
	}
	n, err := strconv.Atoi(v.text)
	if err != nil || n < least || n > most {
		f.Add(path, CodeNumberRange, v.text)
		return 0, false
	}
	return n, true
}

// WordAt reads a string that to understands, which stands at path.
func (f *Faults) WordAt(v Value, path string, to encoding.TextUnmarshaler) {
	f.wordAt(v, path, to, CodeNotAValue)
}

// placeAt reads a code or a name of a place.
func (f *Faults) placeAt(v Value, path string, to encoding.TextUnmarshaler) {
	f.wordAt(v, path, to, CodeUnknownPlace)
}

// dateAt reads a day or a month, which cannot be empty.
func (f *Faults) dateAt(v Value, path string, to encoding.TextUnmarshaler) {
	if v.kind == String && v.text == "" {
		f.Add(path, CodeDateFormat, "")
		return
	}
	f.wordAt(v, path, to, CodeDateFormat)
}

func (f *Faults) wordAt(v Value, path string, to encoding.TextUnmarshaler, code string) {
	s, ok := f.String(v, path)
	if !ok {
		return
	}
	f.word = append(f.word[:0], s...)
	switch err := to.UnmarshalText(f.word); {
	case err == nil:
	case code == CodeNotAValue:
		f.NotAmong(path, s, wordsOf(err))
	default:
		f.Add(path, code, s)
	}
}
