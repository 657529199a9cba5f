package benefit

import (
	"encoding/json"

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

func (w wirePayment) amount() (standards.Amount, error) {
	if w == (wirePayment{}) {
		return standards.Amount{}, nil
	}
	return standards.ParseSum(w.Yuan, w.Per.String())
}

// MarshalJSON writes {"yuan":"220.00","per":"month","bound":"at-least"}.
func (p Payment) MarshalJSON() ([]byte, error) { return json.Marshal(wireOf(p.Amount, p.Bound)) }

// UnmarshalJSON reads the form that MarshalJSON writes.
func (p *Payment) UnmarshalJSON(data []byte) error {
	var w wirePayment
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	a, err := w.amount()
	if err == nil {
		*p = Payment{a, w.Bound}
	}
	return err
}

// UnmarshalJSON implements json.Unmarshaler.
func (s *Names) UnmarshalJSON(data []byte) error {
	var list []Name
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	*s = Of(list...)
	return nil
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
	var w wireFigure
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	*f = Figure{w.Figure, w.Place, w.Residence, w.Of}
	return nil
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
	var w wireNeed
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	*n = Need{w.Member, w.Fact, Figure{w.Figure, w.Place, w.Residence, w.Of}, w.Above, w.For}
	return nil
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
	var w wireQuantity
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	a, err := w.amount()
	if err != nil {
		return err
	}
	n, err := standards.ParseFraction(w.Number)
	if err != nil {
		return err
	}
	*q = Quantity{a, w.Bound, n, w.Word}
	return nil
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
	var w wireTerm
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	a, err := w.amount()
	if err != nil {
		return err
	}
	n, err := standards.ParseFraction(w.Times)
	if err != nil {
		return err
	}
	*t = Term{w.What, w.Member, a, w.Bound, n}
	return nil
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
		s.Reading, s.Choice.String(), s.Planned, s.Text(Chinese), s.Text(English)})
}

// UnmarshalJSON reads the form that MarshalJSON writes; the texts follow from the rest.
func (s *Step) UnmarshalJSON(data []byte) error {
	var w wireStep
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	choice, ok := w.Reading.Choose(w.Choice)
	if !ok && w.Choice != "" {
		return &standards.WordError{Text: w.Choice}
	}
	*s = Step{w.Code, w.Part, w.Member, w.Residence, w.Under, w.Result, w.Left, w.Op, w.Right, w.Terms, w.Value, w.Document, w.Clause, w.Reading, choice, w.Planned}
	return nil
}
