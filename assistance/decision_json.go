package assistance

import (
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Fields names the fields of the wire format, once for reading and writing. It is for package wire,
// as every method Fields here; importers read and write JSON with encoding/json. Lists that are
// empty are read as none.
func (d *Decision) Fields(f *wire.Fields) {
	f.Text("id", &d.ID)
	f.Required().Date("on", &d.On)
	f.Format("format", &d.Format, Format)
	f.Required().Text("dataVersion", &d.DataVersion)
	wire.Each(f.Required(), "tables", &d.Tables)
	f.Required().Word("digest", &d.Digest)
	f.Required().Word("input", &d.Input)
	f.Required().Word("category", &d.Category)
	wire.Nested(f, "dibao", &d.Dibao)
	wire.Nested(f, "lowIncome", &d.LowIncome)
	wire.Each(f.Required(), "members", &d.Members)
	wire.Nested(f.Required(), "total", &d.Total)
	wire.Each(f.Required(), "needs", &d.Needs)
	wire.Each(f.Required(), "assumed", &d.Assumed)
	wire.Each(f, "carried", &d.Carried)
	wire.Nested(f.Required(), "readings", &d.Readings)
	wire.Each(f.Required(), "steps", &d.Steps)
}

// AppendJSON appends the decision in the wire format to dst. It is what MarshalJSON returns,
// without a buffer of its own.
func (d *Decision) AppendJSON(dst []byte) ([]byte, error) {
	if d == nil {
		return dst, wire.Missing("decision")
	}
	return wire.Append(dst, d)
}

// MarshalJSON writes the decision in the wire format.
func (d Decision) MarshalJSON() ([]byte, error) {
	const withoutSteps, step = 2048, 640 // bytes, of most decisions
	return d.AppendJSON(make([]byte, 0, withoutSteps+step*len(d.Steps)))
}

// UnmarshalJSON reads the wire format, strictly: it reports Errors, every fault at once, and a
// *SyntaxError for text that is no JSON.
func (d *Decision) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, d) }

// Fields names the fields of the wire format: those of the part, and its own.
func (d *Dibao) Fields(f *wire.Fields) {
	d.Part.Fields(f)
	wire.Nested(f, "lines", &d.Lines)
	f.Required().Number("members", &d.Members, 0, MaxMembers)
	f.Number("notCovered", &d.NotCovered, 0, MaxMembers)
	wire.Nested(f, "income", &d.Income)
}

// MarshalJSON writes the wire format.
func (d Dibao) MarshalJSON() ([]byte, error) { return wire.Marshal(&d) }

// UnmarshalJSON reads the wire format, as [Decision.UnmarshalJSON] does.
func (d *Dibao) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, d) }

// Fields names the kinds of hukou that have a line.
func (l *Lines) Fields(f *wire.Fields) {
	for i, r := range standards.Residences() {
		wire.Nested(f, r.String(), &l[i])
	}
}

// MarshalJSON writes an object with the kinds of hukou that have a line.
func (l Lines) MarshalJSON() ([]byte, error) { return wire.Marshal(&l) }

// UnmarshalJSON reads the wire format, as [Decision.UnmarshalJSON] does.
func (l *Lines) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, l) }

// Fields names the fields of the wire format: those of the part, and its own.
func (t *Tekun) Fields(f *wire.Fields) {
	t.Part.Fields(f)
	f.Word("selfCare", &t.SelfCare)
}

// MarshalJSON writes the wire format.
func (t Tekun) MarshalJSON() ([]byte, error) { return wire.Marshal(&t) }

// UnmarshalJSON reads the wire format, as [Decision.UnmarshalJSON] does.
func (t *Tekun) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, t) }

// Fields names the fields of the wire format.
func (m *MemberDecision) Fields(f *wire.Fields) {
	f.Required().Text("id", &m.ID)
	wire.Nested(f, "tekun", &m.Tekun)
	wire.Nested(f, "singlePerson", &m.SinglePerson)
	wire.Nested(f, "living", &m.Living)
	wire.Nested(f, "nursing", &m.Nursing)
}

// MarshalJSON writes the wire format.
func (m MemberDecision) MarshalJSON() ([]byte, error) { return wire.Marshal(&m) }

// UnmarshalJSON reads the wire format, as [Decision.UnmarshalJSON] does.
func (m *MemberDecision) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, m) }
