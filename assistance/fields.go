package assistance

import (
	"slices"
	"strings"
	"sync"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Class says what it means that a fact is not stated.
type Class uint8

// The classes of facts. Fields of the zero Class are required, or decide nothing while they are not
// stated.
const (
	Condition Class = iota + 1 // a verdict that turns on it stays undetermined
	Exclusion                  // it is taken as none, and listed as assumed
	Claim                      // what it would give is not examined
)

// Field is a fact of a household or of its members (家庭情况事项), as forms, importers and pages
// need it: what it is called, what it may be, and how it is stated.
type Field struct {
	Name     string         // in JSON and case files, such as "property"; of a certificate "disability.grade"
	OfMember bool           // of each member, not of the household
	Required bool           // every household, member or certificate states it
	Kind     Kind           // how it is stated
	Fact     benefit.Fact   // under which decisions need or assume it; zero: none does
	Class    Class          // what it means that it is not stated
	Since    standards.Date // the first day on which it decides anything; zero: the first of the library
	Words    []Word         // that it takes, if it takes words; of incomes, their kinds
	Columns  []string       // that state it in a register (CSV): by the format's own name, then by those of registers

	label, hint words
	since       standards.Key // the rows from which on it decides anything
	find        func(h *Household, member int) value
}

// Fields returns every fact of a household, then every fact of a member, in the order of the wire
// format. The certificate of a member is listed by its parts.
func Fields() []Field {
	all := slices.Clone(allFields())
	for i := range all {
		all[i].Words, all[i].Columns = slices.Clone(all[i].Words), slices.Clone(all[i].Columns)
	}
	return all
}

// allFields returns the one list of fields, which nobody writes to.
var allFields = sync.OnceValue(func() []Field {
	var all []Field
	for _, f := range householdFields {
		all = append(all, f.listed("", false, func(h *Household, _ int) value { return f.at(h) }))
	}
	for _, f := range memberFields {
		if f.at(new(Member)).kind() != groupKind {
			all = append(all, f.listed("", true, ofMember(f.at)))
			continue
		}
		for _, part := range certificateFields {
			all = append(all, part.listed(f.Name+".", true, ofMember(func(m *Member) value { return part.at(&m.Disability) })))
		}
	}
	return all
})

// ofMember finds a field of one member, nil where there is no such member.
func ofMember(at func(*Member) value) func(*Household, int) value {
	return func(h *Household, member int) value {
		if member < 0 || member >= len(h.Members) {
			return nil
		}
		return at(&h.Members[member])
	}
}

// listed completes what the table says of f.
func (f *field[T]) listed(prefix string, ofMember bool, find func(*Household, int) value) Field {
	one := f.Field
	one.Name, one.OfMember, one.find = prefix+f.Name, ofMember, find
	one.Kind = f.at(new(T)).kind()
	if one.Kind == PlaceKind {
		one.Words = placeWords(ofMember)
	}
	if one.since != 0 {
		one.Since = firstDayOf(one.since)
	}
	return one
}

// firstDayOf is the first day on which a row of key is in force.
func firstDayOf(key standards.Key) standards.Date {
	var first standards.Date
	for _, row := range standards.Published().All() {
		if row.Key == key && (first.IsZero() || row.From.Before(first)) {
			first = row.From
		}
	}
	return first
}

// Text returns the field's name in language l.
func (f Field) Text(l standards.Lang) string { return f.label.in(l) }

// Hint says in language l what the field takes or decides.
func (f Field) Hint(l standards.Lang) string { return f.hint.in(l) }

// Get returns how h states the field, and "" where it does not: the word, the day, the place's code
// or the id itself, and the JSON of a field of any other [Kind]. Member counts from 0, and is of no
// matter for a field of the household.
func (f Field) Get(h *Household, member int) string {
	v := f.value(h, member)
	if v == nil || !v.stated() {
		return ""
	}
	data, err := wire.Marshal(alone{v, f.ownName()})
	if err != nil {
		return ""
	}
	object, err := wire.Parse(data)
	if err != nil {
		return ""
	}
	one := object.Fields()[0].Value
	if f.Kind.isText() {
		return one.Text()
	}
	return string(one.Append(nil))
}

// alone is a record of one field.
type alone struct {
	value
	name string
}

func (a alone) Fields(f *wire.Fields) { a.walk(f, a.name) }

// read reads the field from v.
func (f Field) read(v wire.Value, to value, faults *wire.Faults) {
	name := f.ownName()
	path := strings.TrimSuffix(strings.TrimSuffix(f.Name, name), ".")
	wire.ReadInto(wire.ObjectOf(name, v), path, alone{to, name}, faults)
}

// ownName is the last part of the field's name.
func (f Field) ownName() string { return f.Name[strings.LastIndexByte(f.Name, '.')+1:] }

// Set states the field of h as a text that [Field.Get] returns; "" takes back what was stated. It
// reports [Errors] and changes nothing if the field does not take the text, or h has no such
// member. It does not see what other fields contradict; [Check] does.
func (f Field) Set(h *Household, member int, text string) error {
	v := f.value(h, member)
	if v == nil {
		return Errors{{Path: "members", Code: wire.CodeNumberRange}}
	}
	if text == "" {
		v.clear()
		return nil
	}
	data := []byte(text)
	if f.Kind.isText() {
		data = wire.AppendString(nil, text)
	}
	parsed, err := wire.Parse(data)
	if err != nil {
		return err
	}
	var faults wire.Faults
	try := f.find(&Household{Members: make([]Member, 1)}, 0)
	f.read(parsed, try, &faults)
	if faults.Empty() {
		try.check(&faults, f.Name)
	}
	if faults.Empty() {
		f.read(parsed, v, &faults)
	}
	return faults.Err()
}

// value finds the field in h; nil: there is no such member, or f is the zero Field.
func (f Field) value(h *Household, member int) value {
	if f.find == nil {
		return nil
	}
	return f.find(h, member)
}

// walkFields goes through each of the fields of a T.
func walkFields[T any](f *wire.Fields, fields []field[T], of *T) {
	for i := range fields {
		if fields[i].Required {
			f.Required()
		}
		fields[i].at(of).walk(f, fields[i].Name)
	}
}

// checkFields finds the faults of each of the fields, those of simpler kinds first.
func checkFields[T any](f *wire.Faults, prefix string, fields []field[T], of *T) {
	for kind := IDKind; kind <= groupKind; kind++ {
		for i := range fields {
			v := fields[i].at(of)
			switch {
			case v.kind() != kind:
			case fields[i].Required && !v.stated():
				f.Add(prefix+fields[i].Name, wire.CodeRequired, "")
			default:
				v.check(f, prefix+fields[i].Name)
			}
		}
	}
}
