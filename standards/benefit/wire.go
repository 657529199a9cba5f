package benefit

import (
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// The methods Fields of this package name the fields of the wire formats, once for reading and
// writing. They are for package wire; importers read and write JSON with encoding/json. What is
// read is read strictly: every fault is reported at once, with the path of the field, and text that
// is no JSON with its line and column.

// sumFields are the fields of an amount and its bound, where they stand in an object of their own
// or among others.
var sumFields = []string{"yuan", "per", "bound"}

// walkSum goes through an amount and the bound beside it: all of them or none. The amount may be a
// sum above [standards.MaxYuan].
func walkSum(f *wire.Fields, a *standards.Amount, bound *standards.Bound) {
	f.Group(sumFields, func() {
		if a.Stated() {
			per := a.Per().String()
			f.Fen("yuan", a.Fen())
			f.Text("per", &per)
			f.Word("bound", bound)
		}
	}, func(o wire.Obj, _ *wire.Faults) {
		if o.HasAny(sumFields...) {
			f.Word("bound", bound)
			a.Fields(f)
		}
	})
}

// walkNumber goes through a field that holds a number in the form in which it is written.
func walkNumber(f *wire.Fields, name string, n *standards.Fraction) {
	f.Special(name, n.Stated(), func(dst []byte) []byte {
		return wire.AppendString(dst, n.String())
	}, func(v wire.Value, path string, faults *wire.Faults) {
		text, _ := faults.String(v, path)
		var read standards.Fraction
		if err := read.UnmarshalText([]byte(text)); err != nil || read.String() != text {
			faults.Add(path, wire.CodeNotAValue, text)
		}
		*n = read
	})
}

// Fields names the fields of the wire format.
func (p *Payment) Fields(f *wire.Fields) { walkSum(f, &p.Amount, &p.Bound) }

// MarshalJSON writes {"yuan":"220.00","per":"month","bound":"at-least"}.
func (p Payment) MarshalJSON() ([]byte, error) { return wire.Marshal(&p) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (p *Payment) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, p) }

// Fields names the fields of the wire format.
func (p *Part) Fields(f *wire.Fields) {
	f.Word("verdict", &p.Verdict)
	wire.Nested(f, "payment", &p.Payment)
	wire.Nested(f, "ifMet", &p.IfMet)
}

// MarshalJSON writes {"verdict":"eligible","payment":{…}}.
func (p Part) MarshalJSON() ([]byte, error) { return wire.Marshal(&p) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (p *Part) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, p) }

// Fields names the fields of the wire format: those of the part, and of a decision.
func (d *Decided) Fields(f *wire.Fields) {
	d.Part.Fields(f)
	wire.Each(f.Required(), "needs", &d.Needs)
	wire.Each(f.Required(), "assumed", &d.Assumed)
	wire.Each(f, "carried", &d.Carried)
	wire.Nested(f.Required(), "readings", &d.Readings)
	wire.Each(f.Required(), "steps", &d.Steps)
}

// MarshalJSON writes the part with the fields of a decision beside it: needs, assumed, carried,
// readings and steps.
func (d Decided) MarshalJSON() ([]byte, error) { return wire.Marshal(&d) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (d *Decided) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, d) }

// MarshalJSON writes the parts as a list, in the order of the law.
func (s Names) MarshalJSON() ([]byte, error) { return s.appendJSON(nil), nil }

// UnmarshalJSON reads the form that MarshalJSON writes: each part once, in the order of the law.
func (s *Names) UnmarshalJSON(data []byte) error {
	v, err := wire.Parse(data)
	if err != nil {
		return err
	}
	var (
		read   Names
		faults wire.Faults
	)
	read.readJSON(v, "", &faults)
	if err := faults.Err(); err != nil {
		return err
	}
	*s = read
	return nil
}

func (s Names) appendJSON(dst []byte) []byte {
	dst = append(dst, '[')
	first := true
	for n := Tekun; n <= Nursing; n++ {
		if !s.Has(n) {
			continue
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = wire.AppendString(dst, n.String())
	}
	return append(dst, ']')
}

func (s *Names) readJSON(v wire.Value, path string, faults *wire.Faults) {
	elems, _ := faults.Array(v, path)
	for i, elem := range elems {
		var n Name
		faults.WordAt(elem, wire.Index(path, i), &n)
		if n == 0 {
			continue // its fault is noted
		}
		if *s>>n != 0 {
			faults.Add(wire.Index(path, i), wire.CodeConflict, n.String())
		}
		*s |= Of(n)
	}
}

// Fields names the fields of the wire format.
func (f *Figure) Fields(fields *wire.Fields) {
	fields.Word("figure", &f.Key)
	fields.Place("place", &f.Place)
	fields.Word("residence", &f.Residence)
	fields.Text("of", &f.Of)
}

// MarshalJSON writes {"figure":"dibao-line","place":"430223","residence":"urban"}.
func (f Figure) MarshalJSON() ([]byte, error) { return wire.Marshal(&f) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (f *Figure) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, f) }

// Fields names the fields of the wire format.
func (n *Need) Fields(f *wire.Fields) {
	f.Text("member", &n.Member)
	f.Word("fact", &n.Fact)
	n.Figure.Fields(f)
	wire.Nested(f, "above", &n.Above)
	f.Required().Special("for", true, n.For.appendJSON, n.For.readJSON)
}

// MarshalJSON writes {"member":"son","fact":"property","for":["tekun"]}, or for a figure
// {"figure":"dibao-line","place":"430223","residence":"urban","above":{…},"for":["dibao"]}.
func (n Need) MarshalJSON() ([]byte, error) { return wire.Marshal(&n) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (n *Need) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, n) }

// Fields names the fields of the wire format.
func (a *Assumption) Fields(f *wire.Fields) {
	f.Required().Word("fact", &a.Fact)
	f.Required().Text("as", &a.As)
	wire.Texts(f, "members", &a.Members)
}

// MarshalJSON writes {"fact":"childScheme","as":"none","members":["son"]}.
func (a Assumption) MarshalJSON() ([]byte, error) { return wire.Marshal(&a) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (a *Assumption) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, a) }

// Fields names the fields of the wire format.
func (q *Quantity) Fields(f *wire.Fields) {
	walkSum(f, &q.Amount, &q.Bound)
	walkNumber(f, "number", &q.Number)
	f.Text("word", &q.Word)
}

// MarshalJSON writes what q holds of yuan, per, bound, number and word.
func (q Quantity) MarshalJSON() ([]byte, error) { return wire.Marshal(&q) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (q *Quantity) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, q) }

// Fields names the fields of the wire format.
func (t *Term) Fields(f *wire.Fields) {
	f.Required().Text("what", &t.What)
	f.Text("member", &t.Member)
	walkSum(f, &t.Amount, &t.Bound)
	walkNumber(f.Required(), "times", &t.Times)
}

// MarshalJSON writes {"what":"line","yuan":"4320.00","per":"year","bound":"at-least","times":"2"}.
func (t Term) MarshalJSON() ([]byte, error) { return wire.Marshal(&t) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (t *Term) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, t) }

// Fields names the fields of the wire format. The texts come last: they follow from the other
// fields.
func (s *Step) Fields(f *wire.Fields) {
	f.Required().Text("code", (*string)(&s.Code))
	f.Word("part", &s.Part)
	f.Text("member", &s.Member)
	f.Word("residence", &s.Residence)
	f.Word("under", &s.Under)
	wire.Texts(f, "in", &s.In)
	wire.Texts(f, "out", &s.Out)
	f.Required().Word("result", &s.Result)
	wire.Nested(f, "left", &s.Left)
	f.Text("op", &s.Op)
	wire.Nested(f, "right", &s.Right)
	wire.Each(f, "terms", &s.Terms)
	wire.Nested(f, "value", &s.Value)
	f.Text("document", (*string)(&s.Document))
	f.Text("clause", &s.Clause)
	f.Word("reading", &s.Reading)
	s.walkChoice(f)
	f.Flag("planned", &s.Planned)
	s.walkText(f, "zh", Chinese)
	s.walkText(f, "en", English)
}

// walkChoice goes through the choice that was made for the step's reading, which was read before.
func (s *Step) walkChoice(f *wire.Fields) {
	f.Special("choice", s.Choice != 0, func(dst []byte) []byte {
		return wire.AppendString(dst, s.Choice.String())
	}, func(v wire.Value, path string, faults *wire.Faults) {
		code, _ := faults.String(v, path)
		choice, ok := s.Reading.Choose(code)
		if !ok && code != "" {
			wire.NotOneOf(faults, path, code, s.Reading.Info().Choices)
		}
		s.Choice = choice
	})
}

// walkText goes through the text in language l. It is kept where it is another than follows from
// the step.
func (s *Step) walkText(f *wire.Fields, name string, l Lang) {
	f.Required().Special(name, true, func(dst []byte) []byte {
		if s.Stored[l] != "" {
			return wire.AppendEscaped(dst, s.Stored[l])
		}
		return wire.AppendComposed(dst, func(dst []byte) []byte { return s.AppendText(dst, l) })
	}, func(v wire.Value, path string, faults *wire.Faults) {
		text, ok := faults.String(v, path)
		if ok && text == "" {
			faults.Add(path, wire.CodeRequired, "")
		}
		if text != s.Text(l) {
			s.Stored[l] = text
		}
	})
}

// MarshalJSON writes the step with its text in both languages.
func (s Step) MarshalJSON() ([]byte, error) { return wire.Marshal(&s) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (s *Step) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, s) }
