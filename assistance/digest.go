package assistance

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
)

// canonical appends h, which was checked, in a form in which different households differ.
// [Decision.Input] is the SHA-256 of it; it changes with [Format] alone.
//
// A household, and each member after it, is its id, then eight bytes, the lowest first, in which
// each short field has bits of its own and each other field a bit that says whether it is stated,
// then the other fields that are stated, in order. Numbers are unsigned varints; a text is its
// length in bytes and the bytes; an amount is twice its fen, and one more if it is for a year.
// testdata/recompute.py says the same in another language.
func (h *Household) canonical(b []byte) []byte {
	b = binary.LittleEndian.AppendUint64(appendText(b, h.ID), h.short())
	if h.Income != nil {
		b = appendIncomes(b, h.Income)
	}
	if h.JobCosts.Stated() {
		b = appendAmount(b, h.JobCosts)
	}
	if h.RigidCosts.Stated() {
		b = appendAmount(b, h.RigidCosts)
	}
	if d := h.OverLineSince; !d.IsZero() {
		b = binary.AppendUvarint(b, packed{}.with(uint64(d.Day), 5).with(uint64(d.Month), 4).with(uint64(d.Year), 14).number)
	}
	for i := range h.Members {
		b = h.Members[i].canonical(b)
	}
	return b
}

// short are the short fields of h, and whether each of the others is stated.
func (h *Household) short() uint64 {
	return packed{}.with(uint64(h.Residence), 2).with(uint64(h.Property), 2).with(uint64(h.OnDibao), 2).
		with(uint64(h.LowIncomeProperty), 2).
		stated(h.Income != nil).stated(h.JobCosts.Stated()).stated(h.RigidCosts.Stated()).stated(!h.OverLineSince.IsZero()).
		with(uint64(len(h.Members)), 8).with(uint64(h.Weight), 20).with(uint64(h.Division), 24).number
}

func (m *Member) canonical(b []byte) []byte {
	b = binary.LittleEndian.AppendUint64(appendText(b, m.ID), m.short())
	if m.Income != nil {
		b = appendIncomes(b, m.Income)
	}
	if m.Division != 0 {
		b = binary.AppendUvarint(b, uint64(m.Division))
	}
	if m.LivingAllowance.Stated() {
		b = appendAmount(b, m.LivingAllowance)
	}
	if m.NursingAllowance.Stated() {
		b = appendAmount(b, m.NursingAllowance)
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

// short are the short fields of m, the day of birth among them, and whether each of the others is
// stated.
func (m *Member) short() uint64 {
	c := &m.Disability
	return packed{}.with(uint64(m.Born.Day), 5).with(uint64(m.Born.Month), 4).with(uint64(m.Born.Year), 14).
		with(uint64(m.Residence), 2).with(uint64(m.Counted), 2).with(uint64(m.Relation), 4).
		with(uint64(m.Absence), 3).with(uint64(m.Property), 2).
		with(uint64(c.Category), 3).with(uint64(c.Grade), 3).with(uint64(c.LongTermCare), 2).
		with(uint64(m.SeriousIllness), 2).with(uint64(m.Support), 2).
		with(uint64(m.SelfCare), 2).with(uint64(m.Placement), 2).
		with(uint64(m.WorkInjuryNursing), 2).with(uint64(m.ChildScheme), 2).
		stated(m.Income != nil).stated(m.Division != 0).stated(m.LivingAllowance.Stated()).
		stated(m.NursingAllowance.Stated()).
		stated(m.Cannot != nil).stated(c.Components != nil).number
}

// packed is a number in which fields stand beside each other, each with so many bits of its own.
type packed struct {
	number uint64
	used   uint
}

func (p packed) with(field uint64, bits uint) packed {
	return packed{p.number | field<<p.used, p.used + bits}
}

func (p packed) stated(is bool) packed { return p.with(bit(is), 1) }

// bit is 1 where something is stated.
func bit(stated bool) uint64 {
	if stated {
		return 1
	}
	return 0
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendAmount appends an amount that is stated: twice its fen, and one more if it is for a year.
func appendAmount(b []byte, a standards.Amount) []byte {
	return binary.AppendUvarint(b, uint64(a.Fen())<<1|bit(a.Per() == standards.PerYear))
}

func appendIncomes(b []byte, list []Income) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for i := range list {
		in := &list[i]
		b = appendAmount(append(b, byte(in.Kind)<<4|byte(in.Months)), in.Amount)
	}
	return b
}

// NameStandards dates d for the day of set, whose standards decide h as those d was made under: it
// names that day, the digest of the standards that govern h, and the tables files among them.
//
// The digest is that of the household's place ([standards.Set.Governing]). Where members have
// divisions of their own, it is the SHA-256 of the digests of the household's place and of theirs,
// one after another in the order of [standards.Divisions].
func (d *Decision) NameStandards(set *standards.Set, h *Household) {
	if d == nil || h == nil {
		return
	}
	d.On = set.Day()
	d.Digest, d.Tables = set.Governing(h.Division)
	var others []standards.Place
	for i := range h.Members {
		if p := h.Members[i].Division; p.IsDivision() && p != h.Division && !slices.Contains(others, p) {
			others = append(others, p)
		}
	}
	if len(others) > 0 {
		d.Digest, d.Tables = governingAll(set, append(others, h.Division))
	}
}

// governingAll identifies the standards that govern several places.
func governingAll(set *standards.Set, places []standards.Place) (standards.Digest, []standards.TableRef) {
	slices.SortFunc(places, func(a, b standards.Place) int { return a.DivisionIndex() - b.DivisionIndex() })
	var digests []byte
	var refs []standards.TableRef
	for _, p := range places {
		digest, more := set.Governing(p)
		digests = append(digests, digest[:]...)
		for _, ref := range more {
			if !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
		}
	}
	return sha256.Sum256(digests), refs
}
