package wire

import "slices"

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
// [Append] on the other. Fields of a record that is read must name the same fields whatever the
// values are.
type Record interface{ Fields(f *Fields) }

// A Checker is a Record whose fields are checked together once they are read. CheckFields finds in
// faults those of reading, with paths that begin at the record, and adds its own.
type Checker interface {
	Record
	CheckFields(faults *Faults)
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
	ReadInto(v, path, P(&t), faults)
	return t
}

// ReadInto is [Read] into a record that is there.
func ReadInto(v Value, path string, to Record, faults *Faults) {
	f, before := Fields{doing: reading, faults: faults}, len(faults.all)
	f.read(v, to)
	faults.within(path, before)
}

// Unmarshal reads JSON strictly, for UnmarshalJSON: it reports every fault at once, as Errors, and
// a *SyntaxError for text that is no JSON. What is faulty leaves to as it was.
func Unmarshal[T any, P interface {
	*T
	Record
}](data []byte, to P) error {
	if to == nil {
		return Missing("record")
	}
	v, err := Parse(data)
	if err != nil {
		return err
	}
	var f Faults
	read := Read[T, P](v, "", &f)
	if err := f.Err(); err != nil {
		return err
	}
	*to = read
	return nil
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

// read reads the object v into a record, and checks it if it is a [Checker]. The paths of its
// faults begin at the record.
func (f *Fields) read(v Value, r Record) {
	checker, ok := r.(Checker)
	if !ok {
		f.readFields(v, r)
		return
	}
	outer := f.faults.all
	f.faults.all = nil
	f.readFields(v, r)
	checker.CheckFields(f.faults)
	f.faults.all = append(outer, f.faults.all...)
}

// Within returns the path of a field of what stands at path.
func Within(path, field string) string {
	if path == "" || field == "" || field[0] == '[' {
		return path + field
	}
	return path + "." + field
}

// readFields reads the object v into a record. Its faults come in this order: of names, of required
// fields that are missing, and of the fields one by one.
func (f *Fields) readFields(v Value, r Record) {
	outer, before := f.object, len(f.faults.all)
	f.object = openObject{}
	if f.faults.is(v, Object, "") {
		f.object.Obj = Obj{fields: v.fields, valid: true}
	}
	r.Fields(f)
	if f.object.lacks || f.object.read < len(f.object.fields) {
		ofFields := slices.Clone(f.faults.all[before:])
		f.faults.all = f.faults.all[:before]
		f.nameFaults(r)
		f.faults.all = append(f.faults.all, ofFields...)
	}
	f.object = outer
}

// nameFaults notes the faults in the names of the open object, which was read into r, and the
// required fields that it lacks.
func (f *Fields) nameFaults(r Record) {
	f.doing, f.names, f.must = learning, f.names[:0], f.must[:0]
	r.Fields(f)
	f.doing, f.most = reading, 0
	f.faults.names(f.object.Obj, f.names)
	for _, name := range f.must {
		f.faults.Required(f.object.Obj, name)
	}
}
