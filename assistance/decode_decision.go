package assistance

import (
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// UnmarshalJSON reads the wire format, strictly: it reports Errors, every fault at once, and a *wire.SyntaxError for text that is no
// JSON. Lists that are empty are read as none.
func (d *Decision) UnmarshalJSON(data []byte) error { return wire.Decode(data, d, DecodeDecision) }

// decisionFields are the fields of a decision. The first ones always stand there.
var decisionFields = []string{"on", "dataVersion", "tables", "digest", "input", "category", "members", "total", "needs", "assumed", "readings", "steps",
	"id", "dibao", "lowIncome", "carried"}

const decisionRequired = 12 // of decisionFields

// DecodeDecision reads a decision that stands at path, and adds every fault to f.
func DecodeDecision(v wire.Value, path string, f *wire.Faults) Decision {
	o := f.Object(v, path, decisionFields...)
	f.RequireAll(o, decisionFields[:decisionRequired]...)
	var d Decision
	f.Text(o, "id", &d.ID)
	f.Date(o, "on", &d.On)
	f.Text(o, "dataVersion", &d.DataVersion)
	wire.DecodeList(f, o, "tables", &d.Tables, decodeTableRef)
	f.Word(o, "digest", &d.Digest)
	f.Word(o, "input", &d.Input)
	f.Word(o, "category", &d.Category)
	wire.DecodeField(f, o, "dibao", &d.Dibao, decodeDibao)
	wire.DecodeField(f, o, "lowIncome", &d.LowIncome, benefit.DecodePart)
	wire.DecodeList(f, o, "members", &d.Members, decodeMemberDecision)
	wire.DecodeField(f, o, "total", &d.Total, benefit.DecodePayment)
	wire.DecodeList(f, o, "needs", &d.Needs, benefit.DecodeNeed)
	wire.DecodeList(f, o, "assumed", &d.Assumed, benefit.DecodeAssumption)
	wire.DecodeList(f, o, "carried", &d.Carried, benefit.DecodeFigure)
	wire.DecodeField(f, o, "readings", &d.Readings, decodeReadings)
	wire.DecodeList(f, o, "steps", &d.Steps, benefit.DecodeStep)
	return d
}

func decodeTableRef(v wire.Value, path string, f *wire.Faults) standards.TableRef {
	o := f.Object(v, path, "id", "kind", "sha256")
	f.RequireAll(o, "id", "kind", "sha256")
	var r standards.TableRef
	f.Text(o, "id", &r.ID)
	f.Word(o, "kind", &r.Kind)
	f.Word(o, "sha256", &r.SHA256)
	return r
}

// UnmarshalJSON reads the wire format, as [Decision.UnmarshalJSON] does.
func (d *Dibao) UnmarshalJSON(data []byte) error { return wire.Decode(data, d, decodeDibao) }

func decodeDibao(v wire.Value, path string, f *wire.Faults) Dibao {
	part, o := benefit.DecodePartWith(v, path, f, "lines", "members", "notCovered", "income")
	f.RequireAll(o, "members")
	d := Dibao{Part: part}
	wire.DecodeField(f, o, "lines", &d.Lines, decodeLines)
	f.Number(o, "members", &d.Members, 0, MaxMembers)
	f.Number(o, "notCovered", &d.NotCovered, 0, MaxMembers)
	wire.DecodeField(f, o, "income", &d.Income, benefit.DecodeAmount)
	return d
}

// UnmarshalJSON reads the wire format, as [Decision.UnmarshalJSON] does.
func (l *Lines) UnmarshalJSON(data []byte) error { return wire.Decode(data, l, decodeLines) }

func decodeLines(v wire.Value, path string, f *wire.Faults) Lines {
	o := f.Object(v, path, standards.Urban.String(), standards.Rural.String())
	var l Lines
	for i, r := range standards.Residences() {
		wire.DecodeField(f, o, r.String(), &l[i], decodeLine)
	}
	return l
}

// decodeLine reads a line, which has the form of a payment.
func decodeLine(v wire.Value, path string, f *wire.Faults) Line {
	return Line(benefit.DecodePayment(v, path, f))
}

// UnmarshalJSON reads the wire format, as [Decision.UnmarshalJSON] does.
func (t *Tekun) UnmarshalJSON(data []byte) error { return wire.Decode(data, t, decodeTekun) }

func decodeTekun(v wire.Value, path string, f *wire.Faults) Tekun {
	part, o := benefit.DecodePartWith(v, path, f, "selfCare")
	t := Tekun{Part: part}
	f.Word(o, "selfCare", &t.SelfCare)
	return t
}

// UnmarshalJSON reads the wire format, as [Decision.UnmarshalJSON] does.
func (m *MemberDecision) UnmarshalJSON(data []byte) error {
	return wire.Decode(data, m, decodeMemberDecision)
}

func decodeMemberDecision(v wire.Value, path string, f *wire.Faults) MemberDecision {
	o := f.Object(v, path, "id", "tekun", "singlePerson", "living", "nursing")
	f.RequireAll(o, "id")
	var m MemberDecision
	f.Text(o, "id", &m.ID)
	wire.DecodeField(f, o, "tekun", &m.Tekun, decodeTekun)
	wire.DecodeField(f, o, "singlePerson", &m.SinglePerson, benefit.DecodePart)
	wire.DecodeField(f, o, "living", &m.Living, benefit.DecodePart)
	wire.DecodeField(f, o, "nursing", &m.Nursing, benefit.DecodePart)
	return m
}

func decodeReadings(v wire.Value, path string, f *wire.Faults) standards.Choices {
	all := standards.AllReadings()
	names := make([]string, len(all))
	for i, r := range all {
		names[i] = r.Name
	}
	o := f.Object(v, path, names...)
	var choices standards.Choices
	for _, r := range all {
		code, ok := o.Get(r.Name)
		if !ok {
			continue
		}
		if choices[r.Reading], ok = r.Reading.Choose(code.Text()); !ok || code.Kind() != wire.String {
			f.Add(o.Path(r.Name), wire.CodeNotAValue, code.Text())
		}
	}
	return choices
}
