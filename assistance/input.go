package assistance

import (
	"encoding/binary"

	"github.com/openminzheng/zhuzhou/standards"
)

// canonical appends h, which was checked, in a form in which different households differ. It is what [Decision.Input] is the digest of; a
// change of it makes decisions made before it look like those of other households.
//
// A household, and each member, is the text of its id, then one number in which every field of few values has bits of its own, then the
// other fields in order. Those that are seldom stated have a bit that says so, and are left out where they are not.
func (h *Household) canonical(b []byte) []byte {
	b = text(b, h.ID)
	b = binary.AppendUvarint(b, uint64(h.Division))
	b = binary.AppendUvarint(b, h.words())
	if h.Income != nil {
		b = incomes(b, h.Income)
	}
	if h.JobCosts.Stated() {
		b = amount(b, h.JobCosts)
	}
	b = binary.AppendUvarint(b, uint64(h.Weight))
	b = binary.AppendUvarint(b, uint64(len(h.Members)))
	for i := range h.Members {
		b = h.Members[i].canonical(b)
	}
	return b
}

// words are the fields of h of few values, and whether the others are stated.
func (h *Household) words() uint64 {
	return uint64(h.Residence) | uint64(h.Property)<<2 | uint64(h.OnDibao)<<4 |
		bit(h.Income != nil)<<6 | bit(h.JobCosts.Stated())<<7
}

func (m *Member) canonical(b []byte) []byte {
	b = text(b, m.ID)
	b = binary.AppendUvarint(b, uint64(m.Born.Year)<<9|uint64(m.Born.Month)<<5|uint64(m.Born.Day))
	b = binary.AppendUvarint(b, m.words())
	if m.Income != nil {
		b = incomes(b, m.Income)
	}
	if m.Division != 0 {
		b = binary.AppendUvarint(b, uint64(m.Division))
	}
	if m.LivingAllowance.Stated() {
		b = amount(b, m.LivingAllowance)
	}
	if m.NursingAllowance.Stated() {
		b = amount(b, m.NursingAllowance)
	}
	if m.Cannot != nil {
		b = binary.AppendUvarint(b, uint64(len(m.Cannot)))
		for _, a := range m.Cannot {
			b = append(b, byte(a))
		}
	}
	if c := m.Disability.Components; c != nil {
		b = binary.AppendUvarint(b, uint64(len(c)))
		for _, one := range c {
			b = append(b, byte(one.Category)<<4|byte(one.Grade))
		}
	}
	return b
}

// words are the fields of m of few values, and whether the others are stated. Those that are stated most often have the lowest bits: the
// number is written in as many bytes as it takes.
func (m *Member) words() uint64 {
	c := &m.Disability
	return bit(m.Income != nil) | uint64(m.Relation)<<1 | uint64(m.Support)<<5 |
		uint64(c.Category)<<7 | uint64(c.Grade)<<10 | uint64(c.LongTermCare)<<13 | uint64(m.WorkInjuryNursing)<<15 | uint64(m.ChildScheme)<<17 |
		bit(m.LivingAllowance.Stated())<<19 | bit(m.NursingAllowance.Stated())<<20 |
		uint64(m.SelfCare)<<21 | uint64(m.SeriousIllness)<<23 | uint64(m.Property)<<25 | uint64(m.Residence)<<27 | uint64(m.Counted)<<29 |
		uint64(m.Placement)<<31 | uint64(m.Absence)<<33 | bit(m.Division != 0)<<36 | bit(m.Cannot != nil)<<37 | bit(c.Components != nil)<<38
}

// bit is 1 where something is stated.
func bit(stated bool) uint64 {
	if stated {
		return 1
	}
	return 0
}

func text(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// amount appends an amount that is stated: twice its fen, and one more if it is for a year.
func amount(b []byte, a standards.Amount) []byte {
	return binary.AppendUvarint(b, uint64(a.Fen())<<1|bit(a.Per() == standards.PerYear))
}

func incomes(b []byte, list []Income) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for i := range list {
		in := &list[i]
		b = amount(append(b, byte(in.Kind)<<4|byte(in.Months)), in.Amount)
	}
	return b
}
