package assistancetest

import (
	"slices"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// matcher collects what differs.
type matcher struct{ found []Mismatch }

func (m *matcher) match(at string, got wire.Value, there bool, want wire.Value, s *shape) {
	switch {
	case s.optional && want.Kind() == wire.Array && len(want.Elems()) == 0:
	case want.Kind() == wire.Null:
		if there {
			m.differ(at, got, there, want)
		}
	case !there:
		if s.contains && len(want.Elems()) == 0 {
			return // an empty list that is left out
		}
		m.differ(at, got, there, want)
	case s.fields != nil:
		for _, f := range want.Fields() {
			sub := s.fields[f.Name]
			if sub == nil {
				sub = plainShape
			}
			value, there := field(got, f.Name)
			m.match(join(at, f.Name), value, there, f.Value, sub)
		}
	case s.contains:
		m.contain(at, got, want, s)
	case s.byID:
		for _, elem := range want.Elems() {
			i := slices.IndexFunc(got.Elems(), func(v wire.Value) bool { return id(v) == id(elem) })
			path := at + "[" + id(elem) + "]"
			if i < 0 {
				m.differ(path, wire.Value{}, false, elem)
				continue
			}
			m.match(path, got.Elems()[i], true, elem, s.elem)
		}
	case s.money:
		have, bad := wire.ParseFen(got.Text())
		if fen, code := wire.ParseFen(want.Text()); bad != "" || code != "" || fen != have {
			m.differ(at, got, there, want)
		}
	case compact(got) != compact(want) && (got.Text() != want.Text() || got.Kind() == wire.Array):
		m.differ(at, got, there, want)
	}
}

// contain finds the elements stated that nothing there matches. Each element there matches one at
// most.
func (m *matcher) contain(at string, got, want wire.Value, s *shape) {
	if len(want.Elems()) == 0 {
		if len(got.Elems()) > 0 {
			m.differ(at, got, true, want)
		}
		return
	}
	used := make([]bool, len(got.Elems()))
	for i, elem := range want.Elems() {
		matched := -1
		for j, have := range got.Elems() {
			var one matcher
			if !used[j] {
				one.match("", have, true, elem, s.elem)
			}
			if !used[j] && len(one.found) == 0 {
				matched = j
				break
			}
		}
		if matched < 0 {
			m.differ(wire.Index(at, i), got, true, elem)
			continue
		}
		used[matched] = true
	}
}

func (m *matcher) differ(at string, got wire.Value, there bool, want wire.Value) {
	one := Mismatch{Path: at, Want: compact(want)}
	if there {
		one.Got = compact(got)
	}
	if want.Kind() == wire.Null {
		one.Want = ""
	}
	m.found = append(m.found, one)
}

func field(v wire.Value, name string) (wire.Value, bool) {
	for _, f := range v.Fields() {
		if f.Name == name {
			return f.Value, true
		}
	}
	return wire.Value{}, false
}

func id(v wire.Value) string {
	if got, ok := field(v, "id"); ok {
		return got.Text()
	}
	return ""
}

func join(at, name string) string {
	if at == "" {
		return name
	}
	return at + "." + name
}

// compact writes v as JSON on one line.
func compact(v wire.Value) string { return string(v.Append(nil)) }
