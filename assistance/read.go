package assistance

import (
	"io"
	"iter"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Entry is one household of a stream, and where it stands in it.
type Entry struct {
	Household Household
	Line      int  // on which it begins, from 1; 0 beside an error of syntax, which has its own
	InArray   bool // it is an element of an array
}

// Read reads households from JSON: one object, an array, or JSON lines. A household that cannot be
// used is yielded, as far as it was understood, with [Errors] that list every fault; the others go
// on. Text that is no JSON is yielded as a *SyntaxError. Where there are several households,
// each needs an id.
func Read(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		var held *wire.Item // the household last read: whether it needs an id shows when another follows
		several := false
		flush := func() bool {
			if held == nil {
				return true
			}
			h, err := readHousehold(held.Value, several)
			entry := Entry{h, held.Line, held.InArray}
			held = nil
			return yield(entry, err)
		}
		for item, err := range wire.Values(r) {
			if err != nil {
				if !flush() || !yield(Entry{}, err) {
					return
				}
				continue
			}
			several = several || held != nil
			if !flush() {
				return
			}
			held = &item
		}
		flush()
	}
}

// UnmarshalJSON reads the wire format, strictly: it reports Errors, every fault at once, for a
// household that cannot be used, and a *SyntaxError for text that is no JSON.
func (h *Household) UnmarshalJSON(data []byte) error {
	v, err := wire.Parse(data)
	if err != nil {
		return err
	}
	read, err := readHousehold(v, false)
	if err == nil {
		*h = read
	}
	return err
}

// DecodeHousehold reads a household that stands inside another document, at path, and adds its
// faults to f.
func DecodeHousehold(v wire.Value, path string, f *wire.Faults) Household {
	var h Household
	var own wire.Faults
	h.read(v, &own)
	h.checkBeside(&own)
	for _, fault := range own.All() {
		f.Add(within(path, fault.Path), fault.Code, fault.Value)
	}
	return h
}

// readHousehold reads a household, with every fault of it.
func readHousehold(v wire.Value, needsID bool) (h Household, err error) {
	var f wire.Faults
	h.read(v, &f)
	if needsID && h.ID == "" && !hasFaultAt(&f, "id") && v.Kind() == wire.Object {
		f.Add("id", wire.CodeRequired, "")
	}
	h.checkBeside(&f)
	return h, f.Err()
}

// checkBeside adds the faults that check finds to those of reading, without naming a path twice:
// what could not be read is missing for that reason.
func (h *Household) checkBeside(f *wire.Faults) {
	if f.Empty() {
		h.check(f)
		return
	}
	var own wire.Faults
	h.check(&own)
	for _, fault := range own.All() {
		if !isCovered(f, fault.Path) {
			f.Add(fault.Path, fault.Code, fault.Value)
		}
	}
}

func hasFaultAt(f *wire.Faults, path string) bool {
	for _, fault := range f.All() {
		if fault.Path == path {
			return true
		}
	}
	return false
}

// isCovered reports whether a fault is already listed at path, at something that it lies in, or in
// the same income: an income of which one field could not be read is not checked as a whole.
func isCovered(f *wire.Faults, path string) bool {
	for _, fault := range f.All() {
		p := fault.Path
		if i := strings.LastIndex(p, "income["); i >= 0 {
			if end := strings.IndexByte(p[i:], ']'); end >= 0 {
				p = p[:i+end+1]
			}
		}
		if p == path || p == "" || len(path) > len(p) && path[:len(p)] == p && (path[len(p)] == '.' || path[len(p)] == '[') {
			return true
		}
	}
	return false
}

// read reads what v states of h, which is zero.
func (h *Household) read(v wire.Value, f *wire.Faults) {
	o := f.Object(v, "", append(namesOf(householdFields[:]), "members")...)
	readFields(o, f, householdFields[:], h)
	requireFields(o, f, householdFields[:])
	list, ok := f.Required(o, "members")
	if !ok {
		return
	}
	elems, _ := f.Array(list, o.Path("members"))
	if len(elems) == 0 {
		return
	}
	h.Members = make([]Member, len(elems))
	if len(elems) > MaxMembers {
		return // refused by their number; nothing more is read
	}
	for i, elem := range elems {
		o := f.Object(elem, wire.Index(o.Path("members"), i), namesOf(memberFields[:])...)
		readFields(o, f, memberFields[:], &h.Members[i])
		requireFields(o, f, memberFields[:])
	}
}

// within is the path of a field of what stands at path.
func within(path, field string) string {
	if path == "" {
		return field
	}
	return path + "." + field
}
