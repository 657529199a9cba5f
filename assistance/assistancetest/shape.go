package assistancetest

import (
	"slices"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// shape says what an expectation may state: the fields of an object, or the elements of a list. A shape
// with neither is a plain value.
type shape struct {
	fields   map[string]*shape
	free     bool // the object of readings
	elem     *shape
	byID     bool // its elements are found by id
	contains bool // its elements are stated in any order, and there may be more
	optional bool // an empty list of them states nothing
	money    bool
	word     func(string) bool // of a plain value: whether it is one of the words that may stand there
}

var (
	plainShape    = &shape{}
	verdictShape  = &shape{word: isWord[benefit.Verdict]}
	categoryShape = &shape{word: isWord[benefit.Category]}
	boundShape    = &shape{word: isWord[standards.Bound]}
	perShape      = &shape{word: isWord[standards.Period]}
	yuanShape     = &shape{money: true}

	amountShape  = &shape{fields: map[string]*shape{"yuan": yuanShape, "per": perShape}}
	paymentShape = &shape{fields: map[string]*shape{"yuan": yuanShape, "per": perShape, "bound": boundShape}}
	valueShape   = &shape{fields: map[string]*shape{"yuan": yuanShape, "per": perShape, "bound": boundShape, "number": plainShape, "word": plainShape}}
	wordsShape   = &shape{elem: plainShape}
	partFields   = map[string]*shape{"verdict": verdictShape, "payment": paymentShape, "ifMet": paymentShape}
	partShape    = &shape{fields: partFields}

	decisionShape = shape{fields: map[string]*shape{
		"id": plainShape, "on": plainShape, "format": plainShape, "dataVersion": plainShape, "digest": plainShape, "input": plainShape, "category": categoryShape,
		"tables": {contains: true, elem: &shape{fields: map[string]*shape{"id": plainShape, "kind": plainShape, "sha256": plainShape}}},
		"dibao": {fields: map[string]*shape{"verdict": verdictShape, "payment": paymentShape, "ifMet": paymentShape, "members": plainShape, "notCovered": plainShape, "income": amountShape,
			"lines": {fields: map[string]*shape{"urban": paymentShape, "rural": paymentShape}}}},
		"lowIncome": {fields: map[string]*shape{"verdict": verdictShape}},
		"members": {byID: true, elem: &shape{fields: map[string]*shape{"id": plainShape, "singlePerson": partShape, "living": partShape, "nursing": partShape,
			"tekun": {fields: map[string]*shape{"verdict": verdictShape, "payment": paymentShape, "selfCare": plainShape}}}}},
		"total": paymentShape,
		"needs": {contains: true, elem: &shape{fields: map[string]*shape{"member": plainShape, "fact": plainShape, "figure": plainShape, "place": plainShape,
			"residence": plainShape, "of": plainShape, "above": amountShape, "for": wordsShape}}},
		"assumed":  {contains: true, elem: &shape{fields: map[string]*shape{"fact": plainShape, "as": plainShape, "members": wordsShape}}},
		"carried":  {contains: true, elem: &shape{fields: map[string]*shape{"figure": plainShape, "place": plainShape, "residence": plainShape, "of": plainShape}}},
		"readings": {free: true},
		"steps": {contains: true, optional: true, elem: &shape{fields: map[string]*shape{"code": plainShape, "part": plainShape, "member": plainShape, "residence": plainShape,
			"under": plainShape, "in": wordsShape, "out": wordsShape, "result": plainShape, "left": valueShape, "op": plainShape, "right": valueShape, "value": valueShape, "document": plainShape,
			"clause": plainShape, "reading": plainShape, "choice": plainShape, "planned": plainShape, "zh": plainShape, "en": plainShape,
			"terms": {contains: true, elem: &shape{fields: map[string]*shape{"what": plainShape, "member": plainShape, "yuan": yuanShape, "per": perShape,
				"bound": boundShape, "times": plainShape}}}}}},
	}}
)

// isWord reports whether s is a word of the type T.
func isWord[T ~uint8, P interface {
	*T
	UnmarshalText([]byte) error
}](s string) bool {
	var v T
	return P(&v).UnmarshalText([]byte(s)) == nil && v != 0
}

// names are the fields that s knows, sorted.
func (s *shape) names() []string {
	var names []string
	for name := range s.fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// checkExpect finds what a decision could never hold: fields that it does not have, and values of another type.
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
	case s.free:
		readingsFit(v, at, f)
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
	case s.word != nil && !s.word(v.Text()):
		f.Add(at, wire.CodeNotAValue, v.Text())
	}
}

// readingsFit finds readings and choices that there are none of.
func readingsFit(v wire.Value, at string, f *wire.Faults) {
	for _, field := range v.Fields() {
		r, ok := standards.Parse[standards.Reading](field.Name)
		if !ok {
			f.Add(at+"."+field.Name, wire.CodeUnknownField, field.Name)
			continue
		}
		if _, ok := r.Choose(field.Value.Text()); !ok && field.Value.Kind() != wire.Null {
			f.Add(at+"."+field.Name, wire.CodeNotAValue, field.Value.Text())
		}
	}
	if v.Kind() != wire.Object {
		f.Add(at, wire.CodeWrongType, v.Text())
	}
}
