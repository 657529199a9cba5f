package assistance

import (
	"slices"
	"strings"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// listed is a field of the list of all, and how it is found in a household.
type listed struct {
	fields.Field
	find func(h *Household, member int) value
}

// Fields returns every fact of a household, then every fact of a member, in the order of the wire
// format. The certificate of a member is listed by its parts.
func Fields() []fields.Field {
	all := make([]fields.Field, 0, len(allFields()))
	for _, f := range allFields() {
		f.Words, f.Columns = slices.Clone(f.Words), slices.Clone(f.Columns)
		all = append(all, f.Field)
	}
	return all
}

// allFields returns the one list of fields, which nobody writes to.
var allFields = sync.OnceValue(func() []listed {
	var all []listed
	for _, f := range householdFields {
		all = append(all, f.listed("", false, func(h *Household, _ int) value { return f.at(h) }))
	}
	for _, f := range memberFields {
		if f.at(new(Member)).kind() != groupKind {
			all = append(all, f.listed("", true, ofMember(f.at)))
			continue
		}
		for _, part := range certificateFields {
			find := ofMember(func(m *Member) value { return part.at(&m.Disability) })
			all = append(all, part.listed(f.Name+".", true, find))
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
func (f *field[T]) listed(prefix string, ofMember bool, find func(*Household, int) value) listed {
	one := listed{f.Field, find}
	one.Name, one.OfMember = prefix+f.Name, ofMember
	one.Kind = f.at(new(T)).kind()
	if one.Kind == fields.PlaceKind {
		one.Words = placeWords(ofMember)
	}
	if f.since != 0 {
		one.Since = firstDayOf(f.since)
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

// Stated reports whether h states the field. Member counts from 0, and is of no matter for a field
// of the household. Nothing is stated of a member that h does not have.
func (h *Household) Stated(f fields.Field, member int) bool {
	_, v := h.find(f, member)
	return v != nil && v.stated()
}

// Get returns how h states the field, and "" where it does not: the word, the day, the place's code
// or the id itself, and the JSON of a field of any other [fields.Kind]. See [Household.Stated] for
// member.
func (h *Household) Get(f fields.Field, member int) string {
	name, v := h.find(f, member)
	if v == nil || !v.stated() {
		return ""
	}
	data, _ := wire.Marshal(alone{v, name}) // nothing where it cannot be written
	object, err := wire.Parse(data)
	if err != nil {
		return ""
	}
	written := object.Fields()
	if len(written) == 0 {
		return "" // a word beyond the last
	}
	one := written[0].Value
	if v.kind().IsText() {
		return one.Text()
	}
	return string(one.Append(nil))
}

// Set states the field of h as a text that [Household.Get] returns; "" takes back what was stated.
// It reports [Errors] and changes nothing if the field does not take the text, or h has no such
// member. It does not see what other fields contradict; [Check] does.
func (h *Household) Set(f fields.Field, member int, text string) error {
	name, v := h.find(f, member)
	if v == nil {
		return Errors{{Path: "members", Code: wire.CodeNumberRange}}
	}
	if text == "" {
		v.clear()
		return nil
	}
	data := []byte(text)
	if v.kind().IsText() {
		data = wire.AppendString(nil, text)
	}
	parsed, err := wire.Parse(data)
	if err != nil {
		return err
	}
	var faults wire.Faults
	path := strings.TrimSuffix(strings.TrimSuffix(f.Name, name), ".")
	_, try := (&Household{Members: make([]Member, 1)}).find(f, 0)
	wire.ReadInto(wire.ObjectOf(name, parsed), path, alone{try, name}, &faults)
	if faults.Empty() {
		try.check(&faults, f.Name)
	}
	if faults.Empty() {
		wire.ReadInto(wire.ObjectOf(name, parsed), path, alone{v, name}, &faults)
	}
	return faults.Err()
}

// find finds the field in h, and the last part of its name. It is nil where h has no such member,
// or there is no such field.
func (h *Household) find(f fields.Field, member int) (name string, v value) {
	all := allFields()
	i := slices.IndexFunc(all, func(one listed) bool { return one.Name == f.Name && one.OfMember == f.OfMember })
	if i < 0 {
		return "", nil
	}
	return f.Name[strings.LastIndexByte(f.Name, '.')+1:], all[i].find(h, member)
}

// alone is a record of one field.
type alone struct {
	value
	name string
}

func (a alone) Fields(f *wire.Fields) { a.walk(f, a.name) }

// walkFields goes through each of the fields of a T.
func walkFields[T any](f *wire.Fields, table []field[T], of *T) {
	for i := range table {
		if table[i].Required {
			f.Required()
		}
		if !f.Absent(table[i].Name) {
			table[i].at(of).walk(f, table[i].Name)
		}
	}
}

// checkFields finds the faults of each of the fields, those of simpler kinds first.
func checkFields[T any](f *wire.Faults, prefix string, table []field[T], of *T) {
	for kind := fields.IDKind; kind <= groupKind; kind++ {
		for i := range table {
			v := table[i].at(of)
			switch {
			case v.kind() != kind:
			case table[i].Required && !v.stated():
				f.Add(prefix+table[i].Name, wire.CodeRequired, "")
			default:
				v.check(f, prefix+table[i].Name)
			}
		}
	}
}
