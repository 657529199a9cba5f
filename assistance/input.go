package assistance

import (
	"encoding/binary"

	"github.com/openminzheng/zhuzhou/standards"
)

// canonical appends every field of h in a form in which different households differ. It is what [Decision.Input] is the digest of; a
// change of it makes decisions made before it look like those of other households.
func (h *Household) canonical(b []byte) []byte {
	b = text(b, h.ID)
	b = binary.AppendUvarint(b, uint64(h.Division))
	b = append(b, byte(h.Residence), byte(h.Property), byte(h.OnDibao))
	b = incomes(b, h.Income)
	b = amount(b, h.JobCosts)
	b = binary.AppendUvarint(b, uint64(h.Weight))
	b = binary.AppendUvarint(b, uint64(len(h.Members)))
	for i := range h.Members {
		b = h.Members[i].canonical(b)
	}
	return b
}

func (m *Member) canonical(b []byte) []byte {
	b = text(b, m.ID)
	b = binary.AppendUvarint(b, uint64(m.Born.Year))
	b = append(b, byte(m.Born.Month), byte(m.Born.Day))
	b = binary.AppendUvarint(b, uint64(m.Division))
	b = append(b, byte(m.Residence), byte(m.Counted), byte(m.Relation), byte(m.Absence), byte(m.Property), byte(m.SeriousIllness), byte(m.Support),
		byte(m.SelfCare), byte(m.Placement), byte(m.WorkInjuryNursing), byte(m.ChildScheme))
	b = incomes(b, m.Income)
	b = amount(b, m.LivingAllowance)
	b = amount(b, m.NursingAllowance)
	b = count(b, len(m.Cannot), m.Cannot != nil)
	for _, a := range m.Cannot {
		b = append(b, byte(a))
	}
	c := &m.Disability
	b = append(b, byte(c.Category), byte(c.Grade), byte(c.LongTermCare))
	b = count(b, len(c.Components), c.Components != nil)
	for _, one := range c.Components {
		b = append(b, byte(one.Category), byte(one.Grade))
	}
	return b
}

func text(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// count tells a list that is not stated from an empty one.
func count(b []byte, n int, stated bool) []byte {
	if !stated {
		return append(b, 0)
	}
	return binary.AppendUvarint(b, uint64(n)+1)
}

func amount(b []byte, a standards.Amount) []byte {
	return binary.AppendUvarint(append(b, byte(a.Per())), uint64(a.Fen()))
}

func incomes(b []byte, list []Income) []byte {
	b = count(b, len(list), list != nil)
	for _, in := range list {
		b = amount(append(b, byte(in.Kind), byte(in.Months)), in.Amount)
	}
	return b
}
