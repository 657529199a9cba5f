package assistance

import (
	"crypto/sha256"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Assess decides what h is due under the standards of set, into d. What stood in d is gone, and its
// memory is used again: whoever decides many households one after another keeps one Decision for
// all of them, and allocates nothing once it has grown. Whatever is to be kept of d beyond the next
// call is copied. It reports Errors, every fault at once, if h cannot be used; d is then empty.
func (d *Decision) Assess(set *standards.Set, h *Household) error { return d.decide(set, h, false) }

// Explain is Assess with the steps of the decision, in the order of the law. Everything else is the
// same.
func (d *Decision) Explain(set *standards.Set, h *Household) error { return d.decide(set, h, true) }

// Assess decides what h is due under the standards of set, in a Decision of its own. It reports
// Errors, every fault at once, if h cannot be used. Of many households, [Decision.Assess] is
// faster.
func Assess(set *standards.Set, h Household) (d Decision, err error) {
	err = d.decide(set, &h, false)
	return d, err
}

// Explain is Assess with the steps of the decision, in the order of the law. Everything else is the
// same.
func Explain(set *standards.Set, h Household) (d Decision, err error) {
	err = d.decide(set, &h, true)
	return d, err
}

// Needs returns what one part of the decision of h waits for: those of a decision are for the parts
// of all members. It reports Errors if h cannot be used.
func Needs(set *standards.Set, h Household, of benefit.PartOf) ([]benefit.Need, error) {
	if err := h.checkFor(set); err != nil {
		return nil, err
	}
	rules := law.Of(set)
	desk := rules.Open(len(h.Members))
	defer rules.Close(desk)
	h.reduce(rules, set, &desk.Facts)
	desk.Findings.Only = of
	law.Decide(rules, desk)
	return slices.Clone(desk.Findings.Needs), nil
}

// Check checks h for the day of set without deciding it. It returns the digest of the household,
// which its decisions state as their Input: the same for the same household, whatever the
// standards. It reports Errors, every fault at once, if h cannot be used.
func Check(set *standards.Set, h Household) (standards.Digest, error) {
	if err := h.checkFor(set); err != nil {
		return standards.Digest{}, err
	}
	return h.digest(), nil
}

// checkFor finds every fault of h on the day of set.
func (h *Household) checkFor(set *standards.Set) error {
	if set.Day().IsZero() {
		return wire.Missing("standards")
	}
	if h == nil {
		return wire.Missing("household")
	}
	var ofDay wire.Faults
	h.checkOn(set, &ofDay)
	if ofDay.Empty() && h.usable() {
		return nil
	}
	return faultsOf(*h, set) // a copy: the household of a caller stays where it is
}

// faultsOf lists the faults of h on the day of set.
func faultsOf(h Household, set *standards.Set) error {
	var f wire.Faults
	h.check(&f)
	h.checkOn(set, &f)
	return f.Err()
}

// empty takes everything out of d but its memory.
func (d *Decision) empty() {
	*d = Decision{Members: d.Members[:0], Needs: d.Needs[:0], Assumed: d.Assumed[:0],
		Carried: d.Carried[:0], Steps: d.Steps[:0]}
}

// decide decides h into d.
func (d *Decision) decide(set *standards.Set, h *Household, explain bool) error {
	if d == nil {
		d = new(Decision) // h is checked all the same
	}
	d.empty()
	if err := h.checkFor(set); err != nil {
		return err
	}
	rules := law.Of(set)
	desk := rules.Open(len(h.Members))
	h.reduce(rules, set, &desk.Facts)
	desk.Findings.Explain = explain
	law.Decide(rules, desk)
	d.fill(set, h, desk)
	rules.Close(desk)
	return nil
}

// Reduce checks h for the day of set and reduces it to the facts that the law asks of it. It is for
// packages of this module that decide households without a Decision. It reports Errors, every fault
// at once, if h cannot be used.
func (h *Household) Reduce(set *standards.Set, desk *law.Desk) error {
	if err := h.checkFor(set); err != nil {
		return err
	}
	if desk == nil {
		return wire.Missing("desk")
	}
	desk.Room(len(h.Members))
	h.reduce(law.Of(set), set, &desk.Facts)
	return nil
}

// reduce reduces h, which was checked, to what the law asks, in facts with room for as many
// members.
func (h *Household) reduce(rules *law.Rules, set *standards.Set, facts *law.Facts) {
	not := rules.NotIncome(h.Division)
	facts.Division, facts.Residence, facts.Property, facts.OnDibao = h.Division, h.Residence, h.Property, h.OnDibao
	facts.LowIncomeProperty, facts.OverLineSince = h.LowIncomeProperty, h.OverLineSince
	facts.JobCosts, facts.RigidCosts = h.JobCosts.Annual(), h.RigidCosts.Annual()
	sum(&facts.Income, h.Income, not)
	day := set.Day()
	for i := range h.Members {
		m, to := &h.Members[i], &facts.Members[i]
		to.ID, to.Age, to.Residence, to.Division = m.ID, m.Born.AgeOn(day), m.Residence, m.Division
		to.Counted, to.Relation, to.Absence, to.Property = m.Counted, m.Relation, m.Absence, m.Property
		sum(&to.Income, m.Income, not)
		if m.Disability.Stated() {
			to.Grades, to.LongTermCare = m.Disability.Grades(), m.Disability.LongTermCare
		}
		to.SeriousIllness, to.Support, to.SelfCare = m.SeriousIllness, m.Support, m.selfCare(set)
		to.WorkInjuryNursing, to.ChildScheme = m.WorkInjuryNursing, m.ChildScheme
		to.LivingAllowance, to.NursingAllowance = m.LivingAllowance, m.NursingAllowance
	}
}

// sum sums incomes, in fen a year, into a zero Income.
func sum(to *law.Income, incomes []Income, not *law.NotIncome) {
	to.Stated = incomes != nil
	for i := range incomes {
		to.Add(incomes[i].Kind, incomes[i].Annual(), not)
	}
}

// fill puts together what is said of h.
func (d *Decision) fill(set *standards.Set, h *Household, desk *law.Desk) {
	f, out := &desk.Findings, &desk.Outcome
	d.ID, d.Format, d.DataVersion = h.ID, Format, standards.DataVersion
	d.NameStandards(set, h)
	d.Input = h.digest()
	d.Category, d.Total, d.LowIncome.Verdict = out.Category, out.Total, out.LowIncome
	d.Needs, d.Steps = append(d.Needs, f.Needs...), append(d.Steps, f.Steps...)
	d.Carried, d.Readings = append(d.Carried, f.Carried...), f.Readings
	d.Assumed = f.AppendAssumed(d.Assumed, func(i int) string { return h.Members[i].ID })
	if out.Dibao.Verdict != benefit.NotExamined {
		d.Dibao.Part, d.Dibao.Members, d.Dibao.NotCovered = out.Dibao.Part, out.Dibao.People, out.Dibao.NotCovered
		for k := range out.Dibao.Lines {
			if line := &out.Dibao.Lines[k]; line.Amount.Stated() {
				d.Dibao.Lines[k] = benefit.Payment(*line)
			}
		}
		if out.Dibao.Income >= 0 {
			d.Dibao.Income = standards.Fen(out.Dibao.Income, standards.PerYear)
		}
	}
	d.Members = slices.Grow(d.Members, len(h.Members))[:len(h.Members)]
	clear(d.Members)
	for i := range out.Members {
		o, to := &out.Members[i], &d.Members[i]
		to.ID, to.Tekun.SelfCare = h.Members[i].ID, o.SelfCare
		copyExamined(&to.Tekun.Part, &o.Tekun)
		copyExamined(&to.SinglePerson, &o.SinglePerson)
		copyExamined(&to.Living, &o.Living)
		copyExamined(&to.Nursing, &o.Nursing)
	}
}

// copyExamined copies a part that was examined; any other is zero, and most are.
func copyExamined(to, part *benefit.Part) {
	if part.Verdict != benefit.NotExamined {
		*to = *part
	}
}

// digest identifies the household: every field that is stated, in order.
func (h *Household) digest() standards.Digest {
	var room [512]byte
	return sha256.Sum256(h.canonical(room[:0]))
}
