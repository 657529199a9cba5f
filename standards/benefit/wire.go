package benefit

import (
	"encoding/json"
	"errors"
	"slices"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// wirePayment is the JSON form of a Payment, and of the amounts of a step.
type wirePayment struct {
	Yuan  string           `json:"yuan,omitempty"`
	Per   standards.Period `json:"per,omitzero"`
	Bound standards.Bound  `json:"bound,omitzero"`
}

func wireOf(a standards.Amount, b standards.Bound) wirePayment {
	if !a.Stated() {
		return wirePayment{}
	}
	return wirePayment{a.YuanText(), a.Per(), b}
}

// sumFields are the fields of wirePayment, where they stand in an object of their own or among others.
var sumFields = []string{"yuan", "per", "bound"}

// sumOf reads the amount among the fields of o: yuan and per, both or neither, and the bound beside them. It may be a sum above
// [standards.MaxYuan].
func sumOf(o wire.Obj, f *wire.Faults) (a standards.Amount, bound standards.Bound) {
	if !slices.ContainsFunc(sumFields, func(name string) bool { _, there := o.Get(name); return there }) {
		return a, bound
	}
	f.Word(o, "bound", &bound)
	return amountOf(o, f), bound
}

// amountOf reads the fields yuan and per, both required.
func amountOf(o wire.Obj, f *wire.Faults) standards.Amount {
	var per standards.Period
	f.Required(o, "per")
	f.Word(o, "per", &per)
	yuan, ok := f.Required(o, "yuan")
	if !ok || per == 0 {
		return standards.Amount{}
	}
	if yuan.Kind() != wire.String && yuan.Kind() != wire.Number {
		f.String(yuan, o.Path("yuan")) // notes the fault
		return standards.Amount{}
	}
	a, err := standards.ParseSum(yuan.Text(), per.String())
	if err != nil {
		f.Add(o.Path("yuan"), moneyCode(err), yuan.Text())
	}
	return a
}

// moneyCode returns the code of what [standards.ParseSum] reports of yuan.
func moneyCode(err error) string {
	var fault *standards.AmountError
	if errors.As(err, &fault) && fault.Fault == standards.TooLarge {
		return wire.CodeMoneyRange
	}
	return wire.CodeMoneyFormat
}

// DecodeAmount reads an amount without a bound, such as {"yuan":"6000.00","per":"year"}.
func DecodeAmount(v wire.Value, path string, f *wire.Faults) standards.Amount {
	o := f.Object(v, path, "yuan", "per")
	if !o.Valid() {
		return standards.Amount{}
	}
	return amountOf(o, f)
}

// MarshalJSON writes {"yuan":"220.00","per":"month","bound":"at-least"}.
func (p Payment) MarshalJSON() ([]byte, error) { return json.Marshal(wireOf(p.Amount, p.Bound)) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (p *Payment) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, p, DecodePayment)
}

// DecodePayment reads a payment that stands at path, and adds every fault to f.
func DecodePayment(v wire.Value, path string, f *wire.Faults) Payment {
	a, bound := sumOf(f.Object(v, path, sumFields...), f)
	return Payment{a, bound}
}

// partFields are the fields of a Part.
var partFields = []string{"verdict", "payment", "ifMet"}

// UnmarshalJSON reads the wire format, strictly, as every type here does: it reports wire.Errors, every fault at once, and a
// *wire.SyntaxError for text that is no JSON.
func (p *Part) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, p, DecodePart)
}

// DecodePart reads a part that stands at path, and adds every fault to f.
func DecodePart(v wire.Value, path string, f *wire.Faults) Part {
	part, _ := DecodePartWith(v, path, f)
	return part
}

// DecodePartWith reads a part beside the fields of which others stand, which are for the caller to read.
func DecodePartWith(v wire.Value, path string, f *wire.Faults, others ...string) (Part, wire.Obj) {
	o := f.Object(v, path, slices.Concat(partFields, others)...)
	var p Part
	f.Word(o, "verdict", &p.Verdict)
	wire.DecodeField(f, o, "payment", &p.Payment, DecodePayment)
	wire.DecodeField(f, o, "ifMet", &p.IfMet, DecodePayment)
	return p, o
}

// UnmarshalJSON reads the form that MarshalJSON writes: each part once, in the order of the law.
func (s *Names) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, s, decodeNames)
}

func decodeNames(v wire.Value, path string, f *wire.Faults) Names {
	elems, _ := f.Array(v, path)
	var all Names
	for i, elem := range elems {
		var n Name
		f.WordAt(elem, wire.Index(path, i), &n)
		if n != 0 && all>>n != 0 {
			f.Add(wire.Index(path, i), wire.CodeConflict, n.String())
		}
		all |= Of(n)
	}
	return all &^ Of(0)
}

// wireFigure is the JSON form of a Figure.
type wireFigure struct {
	Figure    standards.Key       `json:"figure,omitzero"`
	Place     standards.Place     `json:"place,omitzero"`
	Residence standards.Residence `json:"residence,omitzero"`
	Of        string              `json:"of,omitempty"`
}

// MarshalJSON writes {"figure":"dibao-line","place":"430223","residence":"urban"}.
func (f Figure) MarshalJSON() ([]byte, error) {
	return json.Marshal(wireFigure{f.Key, f.Place, f.Residence, f.Of})
}

// UnmarshalJSON reads the form that MarshalJSON writes.
func (f *Figure) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, f, DecodeFigure)
}

var figureFields = []string{"figure", "place", "residence", "of"}

// DecodeFigure reads a figure's name that stands at path, and adds every fault to f.
func DecodeFigure(v wire.Value, path string, f *wire.Faults) Figure {
	return figureOf(f.Object(v, path, figureFields...), f)
}

// figureOf reads the figure among the fields of o.
func figureOf(o wire.Obj, f *wire.Faults) (figure Figure) {
	f.Word(o, "figure", &figure.Key)
	f.Place(o, "place", &figure.Place)
	f.Word(o, "residence", &figure.Residence)
	f.Text(o, "of", &figure.Of)
	return figure
}

// wireNeed is the JSON form of a Need.
type wireNeed struct {
	Member string `json:"member,omitempty"`
	Fact   Fact   `json:"fact,omitzero"`
	wireFigure
	Above standards.Amount `json:"above,omitzero"`
	For   Names            `json:"for"`
}

// MarshalJSON writes {"member":"son","fact":"property","for":["tekun"]}, or for a figure
// {"figure":"dibao-line","place":"430223","residence":"urban","above":{…},"for":["dibao"]}.
func (n Need) MarshalJSON() ([]byte, error) {
	f := n.Figure
	return json.Marshal(wireNeed{n.Member, n.Fact, wireFigure{f.Key, f.Place, f.Residence, f.Of}, n.Above, n.For})
}

// UnmarshalJSON reads the form that MarshalJSON writes.
func (n *Need) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, n, DecodeNeed)
}

// DecodeNeed reads a need that stands at path, and adds every fault to f.
func DecodeNeed(v wire.Value, path string, f *wire.Faults) Need {
	o := f.Object(v, path, slices.Concat([]string{"member", "fact"}, figureFields, []string{"above", "for"})...)
	f.RequireAll(o, "for")
	n := Need{Figure: figureOf(o, f)}
	f.Text(o, "member", &n.Member)
	f.Word(o, "fact", &n.Fact)
	wire.DecodeField(f, o, "above", &n.Above, DecodeAmount)
	wire.DecodeField(f, o, "for", &n.For, decodeNames)
	return n
}

// UnmarshalJSON reads {"fact":"childScheme","as":"none","members":["son"]}.
func (a *Assumption) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, a, DecodeAssumption)
}

// DecodeAssumption reads an assumption that stands at path, and adds every fault to f.
func DecodeAssumption(v wire.Value, path string, f *wire.Faults) Assumption {
	o := f.Object(v, path, "fact", "as", "members")
	f.RequireAll(o, "fact", "as")
	var a Assumption
	f.Word(o, "fact", &a.Fact)
	f.Text(o, "as", &a.As)
	wire.DecodeList(f, o, "members", &a.Members, wire.DecodeText)
	return a
}

// wireQuantity is the JSON form of a Quantity.
type wireQuantity struct {
	wirePayment
	Number string `json:"number,omitempty"`
	Word   string `json:"word,omitempty"`
}

// MarshalJSON writes what q holds of yuan, per, bound, number and word.
func (q Quantity) MarshalJSON() ([]byte, error) {
	return json.Marshal(wireQuantity{wireOf(q.Amount, q.Bound), q.Number.String(), q.Word})
}

// UnmarshalJSON reads the form that MarshalJSON writes.
func (q *Quantity) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, q, decodeQuantity)
}

func decodeQuantity(v wire.Value, path string, f *wire.Faults) (q Quantity) {
	o := f.Object(v, path, slices.Concat(sumFields, []string{"number", "word"})...)
	q.Amount, q.Bound = sumOf(o, f)
	q.Number = fractionOf(o, "number", f)
	f.Text(o, "word", &q.Word)
	return q
}

// fractionOf reads a number in the form in which it is written.
func fractionOf(o wire.Obj, name string, f *wire.Faults) standards.Fraction {
	var text string
	f.Text(o, name, &text)
	n, err := standards.ParseFraction(text)
	if err != nil || n.String() != text {
		f.Add(o.Path(name), wire.CodeNotAValue, text)
	}
	return n
}

// wireTerm is the JSON form of a Term.
type wireTerm struct {
	What   string `json:"what"`
	Member string `json:"member,omitempty"`
	wirePayment
	Times string `json:"times"`
}

// MarshalJSON writes {"what":"line","yuan":"4320.00","per":"year","bound":"at-least","times":"2"}.
func (t Term) MarshalJSON() ([]byte, error) {
	return json.Marshal(wireTerm{t.What, t.Member, wireOf(t.Amount, t.Bound), t.Times.String()})
}

// UnmarshalJSON reads the form that MarshalJSON writes.
func (t *Term) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, t, decodeTerm)
}

func decodeTerm(v wire.Value, path string, f *wire.Faults) (t Term) {
	o := f.Object(v, path, slices.Concat([]string{"what", "member"}, sumFields, []string{"times"})...)
	f.RequireAll(o, "what", "times")
	f.Text(o, "what", &t.What)
	f.Text(o, "member", &t.Member)
	t.Amount, t.Bound = sumOf(o, f)
	t.Times = fractionOf(o, "times", f)
	return t
}

// wireStep is the JSON form of a Step.
type wireStep struct {
	Code      Code                `json:"code"`
	Part      Name                `json:"part,omitzero"`
	Member    string              `json:"member,omitempty"`
	Residence standards.Residence `json:"residence,omitzero"`
	Under     standards.Residence `json:"under,omitzero"`
	Result    Result              `json:"result"`
	Left      Quantity            `json:"left,omitzero"`
	Op        string              `json:"op,omitempty"`
	Right     Quantity            `json:"right,omitzero"`
	Terms     []Term              `json:"terms,omitempty"`
	Value     Quantity            `json:"value,omitzero"`
	Document  standards.Document  `json:"document,omitempty"`
	Clause    string              `json:"clause,omitempty"`
	Reading   standards.Reading   `json:"reading,omitzero"`
	Choice    string              `json:"choice,omitempty"`
	Planned   bool                `json:"planned,omitempty"`
	Zh        string              `json:"zh"`
	En        string              `json:"en"`
}

// MarshalJSON writes the step with its text in both languages.
func (s Step) MarshalJSON() ([]byte, error) {
	return json.Marshal(wireStep{s.Code, s.Part, s.Member, s.Residence, s.Under, s.Result, s.Left, s.Op, s.Right, s.Terms, s.Value, s.Document, s.Clause,
		s.Reading, s.Choice.String(), s.Planned, s.written(Chinese), s.written(English)})
}

// written is the text that stands on the wire.
func (s *Step) written(l Lang) string {
	if s.Stored[l] != "" {
		return s.Stored[l]
	}
	return s.Text(l)
}

// UnmarshalJSON reads the form that MarshalJSON writes.
func (s *Step) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, s, DecodeStep)
}

var stepFields = []string{"code", "part", "member", "residence", "under", "result", "left", "op", "right", "terms", "value", "document", "clause", "reading",
	"choice", "planned", "zh", "en"}

// DecodeStep reads a step that stands at path, and adds every fault to f.
func DecodeStep(v wire.Value, path string, f *wire.Faults) Step {
	o := f.Object(v, path, stepFields...)
	f.RequireAll(o, "code", "result", "zh", "en")
	var s Step
	f.Text(o, "code", (*string)(&s.Code))
	f.Word(o, "part", &s.Part)
	f.Text(o, "member", &s.Member)
	f.Word(o, "residence", &s.Residence)
	f.Word(o, "under", &s.Under)
	f.Word(o, "result", &s.Result)
	wire.DecodeField(f, o, "left", &s.Left, decodeQuantity)
	f.Text(o, "op", &s.Op)
	wire.DecodeField(f, o, "right", &s.Right, decodeQuantity)
	wire.DecodeList(f, o, "terms", &s.Terms, decodeTerm)
	wire.DecodeField(f, o, "value", &s.Value, decodeQuantity)
	f.Text(o, "document", (*string)(&s.Document))
	f.Text(o, "clause", &s.Clause)
	f.Word(o, "reading", &s.Reading)
	s.Choice = choiceOf(o, s.Reading, f)
	f.Flag(o, "planned", &s.Planned)
	s.keepText(o, "zh", Chinese, f)
	s.keepText(o, "en", English, f)
	return s
}

// choiceOf reads the choice that was made for a reading.
func choiceOf(o wire.Obj, r standards.Reading, f *wire.Faults) standards.Choice {
	var code string
	f.Text(o, "choice", &code)
	choice, ok := r.Choose(code)
	if !ok && code != "" {
		f.Add(o.Path("choice"), wire.CodeNotAValue, code)
	}
	return choice
}

// keepText reads the text in language l, and keeps it where it is another than follows from the step.
func (s *Step) keepText(o wire.Obj, name string, l Lang, f *wire.Faults) {
	var text string
	f.Text(o, name, &text)
	if v, ok := o.Get(name); ok && text == "" && v.Kind() == wire.String {
		f.Add(o.Path(name), wire.CodeRequired, "")
	}
	if text != s.Text(l) {
		s.Stored[l] = text
	}
}
