package assistance

import (
	"strconv"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// MarshalJSON writes h in the wire format, with the fields that are stated, in the order of the format.
func (h Household) MarshalJSON() ([]byte, error) {
	var o object
	o.text("id", h.ID)
	o.text("division", h.Division.String())
	o.text("residence", h.Residence.String())
	o.text("property", h.Property.String())
	o.text("onDibao", h.OnDibao.String())
	o.incomes("income", h.Income)
	o.amount("jobCosts", h.JobCosts)
	if h.Weight != 0 {
		o.raw("weight", strconv.Itoa(h.Weight))
	}
	o.begin("members")
	o.b = append(o.b, '[')
	for i := range h.Members {
		if i > 0 {
			o.b = append(o.b, ',')
		}
		o.b = append(o.b, h.Members[i].json()...)
	}
	o.b = append(o.b, ']')
	return o.end(), nil
}

func (m *Member) json() []byte {
	var o object
	o.text("id", m.ID)
	o.text("born", m.Born.String())
	o.text("residence", m.Residence.String())
	o.text("division", m.Division.String())
	o.text("counted", m.Counted.String())
	o.text("relation", m.Relation.String())
	o.text("absence", m.Absence.String())
	o.incomes("income", m.Income)
	o.text("property", m.Property.String())
	if m.Disability.Stated() {
		o.begin("disability")
		o.b = append(o.b, certificateJSON(&m.Disability)...)
	}
	o.text("seriousIllness", m.SeriousIllness.String())
	o.text("support", m.Support.String())
	if m.Cannot != nil {
		o.begin("cannot")
		o.b = append(o.b, '[')
		for i, a := range m.Cannot {
			if i > 0 {
				o.b = append(o.b, ',')
			}
			o.b = wire.AppendString(o.b, a.String())
		}
		o.b = append(o.b, ']')
	}
	o.text("selfCare", m.SelfCare.String())
	o.text("placement", m.Placement.String())
	o.text("workInjuryNursing", m.WorkInjuryNursing.String())
	o.text("childScheme", m.ChildScheme.String())
	o.amount("livingAllowance", m.LivingAllowance)
	o.amount("nursingAllowance", m.NursingAllowance)
	return o.end()
}

func certificateJSON(c *disability.Certificate) []byte {
	var o object
	o.text("category", c.Category.String())
	o.raw("grade", strconv.Itoa(c.Grade))
	if c.Components != nil {
		o.begin("components")
		o.b = append(o.b, '[')
		for i, one := range c.Components {
			if i > 0 {
				o.b = append(o.b, ',')
			}
			var part object
			part.text("category", one.Category.String())
			part.raw("grade", strconv.Itoa(one.Grade))
			o.b = append(o.b, part.end()...)
		}
		o.b = append(o.b, ']')
	}
	o.text("longTermCare", c.LongTermCare.String())
	return o.end()
}

// object writes one JSON object, field by field.
type object struct{ b []byte }

func (o *object) begin(name string) {
	if o.b == nil {
		o.b = append(o.b, '{')
	} else {
		o.b = append(o.b, ',')
	}
	o.b = append(wire.AppendString(o.b, name), ':')
}

// text writes a field, and nothing for an empty text.
func (o *object) text(name, value string) {
	if value != "" {
		o.begin(name)
		o.b = wire.AppendString(o.b, value)
	}
}

func (o *object) raw(name, value string) {
	o.begin(name)
	o.b = append(o.b, value...)
}

func (o *object) amount(name string, a standards.Amount) {
	if a.Stated() {
		var part object
		part.text("yuan", a.YuanText())
		part.text("per", a.Per().String())
		o.begin(name)
		o.b = append(o.b, part.end()...)
	}
}

func (o *object) incomes(name string, list []Income) {
	if list == nil {
		return
	}
	o.begin(name)
	o.b = append(o.b, '[')
	for i, in := range list {
		if i > 0 {
			o.b = append(o.b, ',')
		}
		var part object
		part.text("kind", in.Kind.String())
		part.text("yuan", in.Amount.YuanText())
		part.text("per", in.Amount.Per().String())
		if in.Months != 0 {
			part.raw("months", strconv.Itoa(in.Months))
		}
		o.b = append(o.b, part.end()...)
	}
	o.b = append(o.b, ']')
}

func (o *object) end() []byte {
	if o.b == nil {
		return []byte("{}")
	}
	return append(o.b, '}')
}
