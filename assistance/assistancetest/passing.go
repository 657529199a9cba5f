package assistancetest

import (
	"slices"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// appendPassing appends the part of a decision that an expectation states, as it came out: pasted
// in its place, the case passes.
func appendPassing(dst []byte, got wire.Value, there bool, want wire.Value, s *shape) []byte {
	switch {
	case s.optional && want.Kind() == wire.Array && len(want.Elems()) == 0:
		return want.Append(dst)
	case !there && s.contains:
		return append(dst, "[]"...)
	case !there:
		return append(dst, "null"...)
	case s.fields != nil && want.Kind() == wire.Object:
		dst = append(dst, '{')
		for i, f := range want.Fields() {
			if i > 0 {
				dst = append(dst, ',')
			}
			sub := s.fields[f.Name]
			if sub == nil {
				sub = plainShape
			}
			value, there := field(got, f.Name)
			dst = append(wire.AppendString(dst, f.Name), ':')
			dst = appendPassing(dst, value, there, f.Value, sub)
		}
		return append(dst, '}')
	case s.byID && want.Kind() == wire.Array:
		return appendPassingByID(dst, got, want, s)
	case s.contains:
		var m matcher
		if m.match("", got, there, want, s); len(m.found) == 0 {
			return want.Append(dst)
		}
	}
	return got.Append(dst)
}

// appendPassingByID appends the elements that are stated and there.
func appendPassingByID(dst []byte, got, want wire.Value, s *shape) []byte {
	dst = append(dst, '[')
	some := false
	for _, elem := range want.Elems() {
		i := slices.IndexFunc(got.Elems(), func(v wire.Value) bool { return id(v) == id(elem) })
		if i < 0 {
			continue
		}
		if some {
			dst = append(dst, ',')
		}
		some = true
		dst = appendPassing(dst, got.Elems()[i], true, elem, s.elem)
	}
	return append(dst, ']')
}
