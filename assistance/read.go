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
// each needs an id of its own: Read remembers every id.
func Read(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		var held *wire.Item // the household last read: whether it needs an id shows when another follows
		several := false
		seen := map[string]struct{}{}
		flush := func() bool {
			if held == nil {
				return true
			}
			h, err := readHousehold(held.Value, several, seen)
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
	return wire.Unmarshal(data, h)
}

// readHousehold reads a household, with every fault of it, and adds its id to those seen before.
func readHousehold(v wire.Value, needsID bool, seen map[string]struct{}) (h Household, err error) {
	var f wire.Faults
	h = wire.Read[Household](v, "", &f)
	_, again := seen[h.ID]
	switch {
	case h.ID == "":
		if needsID && !hasFaultAt(&f, "id") && v.Kind() == wire.Object {
			f.Add("id", wire.CodeRequired, "")
		}
	case again:
		f.Add("id", wire.CodeDuplicateID, h.ID)
	default:
		seen[strings.Clone(h.ID)] = struct{}{} // not the text that it was read from
	}
	return h, f.Err()
}

// CheckFields adds the faults that Check finds to those of reading, without naming a path
// twice: what could not be read is missing for that reason. It is for package wire, as Fields is.
func (h *Household) CheckFields(f *wire.Faults) {
	if f.Empty() {
		h.check(f)
		return
	}
	var own wire.Faults
	h.check(&own)
	named := namedPlaces{}
	for _, fault := range f.All() {
		named.add(fault.Path)
	}
	for _, fault := range own.All() {
		if !named.cover(fault.Path) {
			f.Add(fault.Path, fault.Code, fault.Value)
			named.add(fault.Path)
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

// namedPlaces are the paths of which a fault is listed. An income of which one field could not be
// read is there as a whole, since it is not checked any more.
type namedPlaces map[string]struct{}

func (n namedPlaces) add(path string) {
	if i := strings.LastIndex(path, "income["); i >= 0 {
		if end := strings.IndexByte(path[i:], ']'); end >= 0 {
			path = path[:i+end+1]
		}
	}
	n[path] = struct{}{}
}

// cover reports whether a fault is listed at path, or at something that it lies in.
func (n namedPlaces) cover(path string) bool {
	for i := range len(path) {
		if i > 0 && path[i] != '.' && path[i] != '[' {
			continue
		}
		if _, named := n[path[:i]]; named {
			return true
		}
	}
	_, named := n[path]
	return named
}

// Fields names the fields of the wire format, once for reading and writing; see [Decision.Fields].
func (h *Household) Fields(f *wire.Fields) {
	walkFields(f, householdFields[:], h)
	wire.List(f.Required().Most(MaxMembers), "members", &h.Members)
}

// Fields names the fields of the wire format.
func (m *Member) Fields(f *wire.Fields) { walkFields(f, memberFields[:], m) }

// MarshalJSON writes h in the wire format, with the fields that are stated, in the order of the
// format. It reports a *standards.AmountError for an amount that is negative.
func (h Household) MarshalJSON() ([]byte, error) { return wire.Marshal(&h) }
