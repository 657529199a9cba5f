package assistancetest

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance/schema"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// shape says what an expectation may state: the fields of an object, or the elements of a list. A
// shape with neither is a plain value.
type shape struct {
	fields   map[string]*shape
	elem     *shape
	byID     bool // its elements are found by id
	contains bool // its elements are stated in any order, and there may be more
	optional bool // an empty list of them states nothing
	money    bool
	words    []string // of a plain value: the only ones that may stand there; nil: any
}

// plainShape is the shape of a value that may be any.
var plainShape = &shape{}

// decisionShape returns the shape of a decision, which its JSON Schema states.
var decisionShape = sync.OnceValue(func() *shape {
	root, _ := wire.Parse(schema.Decision()) // generated: it is JSON
	return shapeOf(root, root)
})

// shapeOf returns the shape that a schema describes. It refers to definitions of root.
func shapeOf(described, root wire.Value) *shape {
	if ref, ok := field(described, "$ref"); ok {
		definitions, _ := field(root, "$defs")
		named, _ := field(definitions, strings.TrimPrefix(ref.Text(), "#/$defs/"))
		return shapeOf(named, root)
	}
	s := &shape{}
	if properties, ok := field(described, "properties"); ok {
		s.fields = map[string]*shape{}
		for _, f := range properties.Fields() {
			s.fields[f.Name] = fieldShape(f.Name, shapeOf(f.Value, root))
		}
	}
	if items, ok := field(described, "items"); ok {
		s.elem = shapeOf(items, root)
	}
	enum, _ := field(described, "enum")
	for _, word := range enum.Elems() {
		s.words = append(s.words, word.Text())
	}
	if word, ok := field(described, "const"); ok {
		s.words = []string{word.Text()}
	}
	return s
}

// fieldShape adds to the shape of a field how what is expected of it is compared.
func fieldShape(name string, s *shape) *shape {
	ofObjects := s.elem != nil && s.elem.fields != nil
	s.money = name == "yuan"
	s.byID = ofObjects && name == "members"
	s.contains = ofObjects && !s.byID
	s.optional = name == "steps"
	return s
}

// names are the fields that s knows, sorted.
func (s *shape) names() []string { return slices.Sorted(maps.Keys(s.fields)) }

// checkExpect finds what a decision could never hold: fields that it does not have, and values of
// another type.
func checkExpect(v wire.Value, at string, s *shape, f *wire.Faults) {
	switch {
	case v.Kind() == wire.Null:
	case s.fields != nil:
		o := f.Object(v, at, s.names()...)
		for _, field := range v.Fields() {
			if sub := s.fields[field.Name]; sub != nil {
				checkExpect(field.Value, o.Path(field.Name), sub, f)
			}
		}
	case s.elem != nil:
		elems, _ := f.Array(v, at)
		seen := map[string]bool{}
		for i, elem := range elems {
			checkExpect(elem, wire.Index(at, i), s.elem, f)
			if !s.byID {
				continue
			}
			switch name := id(elem); {
			case name == "":
				f.Add(wire.Index(at, i)+".id", wire.CodeRequired, "")
			case seen[name]:
				f.Add(wire.Index(at, i)+".id", wire.CodeDuplicateID, name)
			default:
				seen[name] = true
			}
		}
	case s.money:
		f.Money(v, at)
	case v.Kind() == wire.Object, v.Kind() == wire.Array:
		f.Add(at, wire.CodeWrongType, "")
	case s.words != nil && !slices.Contains(s.words, v.Text()):
		f.NotAmong(at, v.Text(), s.words)
	}
}
