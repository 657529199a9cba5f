package assistance

import (
	"crypto/sha256"

	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/wire"
)

// Assess decides what h is due under the standards of set. It reports Errors, every fault at once, if h cannot be used.
func Assess(set *standards.Set, h Household) (Decision, error) {
	return decide(set, &h, false)
}

// Explain is Assess with the steps of the decision, in the order of the law. Everything else is the same.
func Explain(set *standards.Set, h Household) (Decision, error) {
	return decide(set, &h, true)
}

// Facts are a household that was checked, ready to be decided.
type Facts struct {
	facts law.Facts
	id    string
	input standards.Digest
	day   standards.Date
}

// Check checks h for the day of set without deciding it. It reports Errors, every fault at once, if h cannot be used.
func Check(set *standards.Set, h Household) (Facts, error) {
	var f wire.Faults
	if set == nil {
		return Facts{}, errNoSet
	}
	h.check(&f)
	h.checkOn(set, &f)
	if err := f.Err(); err != nil {
		return Facts{}, err
	}
	return Facts{h.facts(law.Of(set), set, nil), h.ID, h.digest(), set.Day()}, nil
}

// Input identifies the household as checked: the same for the same household, whatever the standards.
func (f Facts) Input() standards.Digest { return f.input }

// errNoSet says that Assess was called without standards.
var errNoSet = Errors{{Path: "", Code: wire.CodeRequired, Value: "standards"}}

func decide(set *standards.Set, h *Household, explain bool) (Decision, error) {
	if set == nil {
		return Decision{}, errNoSet
	}
	var faults wire.Faults
	h.check(&faults)
	h.checkOn(set, &faults)
	if err := faults.Err(); err != nil {
		return Decision{}, err
	}
	rules := law.Of(set)
	desk := rules.Desk(len(h.Members))
	defer rules.Clear(desk)
	desk.Facts = h.facts(rules, set, desk.Facts.Members)
	desk.Findings.Explain = explain
	law.Decide(rules, desk)
	return h.decision(set, desk), nil
}

// facts reduces h, which was checked, to what the law asks.
func (h *Household) facts(rules *law.Rules, set *standards.Set, members []law.Member) law.Facts {
	notDibao, notTekun := rules.NotIncome(h.Division)
	facts := law.Facts{Division: h.Division, Residence: h.Residence, Property: h.Property, OnDibao: h.OnDibao, JobCosts: h.JobCosts.Annual(),
		Income: reduce(h.Income, notDibao, notTekun), Members: members}
	if cap(members) < len(h.Members) {
		facts.Members = make([]law.Member, 0, len(h.Members))
	}
	for i := range h.Members {
		m := &h.Members[i]
		facts.Members = append(facts.Members, law.Member{ID: m.ID, Born: m.Born, Residence: m.Residence, Division: m.Division, Counted: m.Counted,
			Relation: m.Relation, Absence: m.Absence, Income: reduce(m.Income, notDibao, notTekun), Property: m.Property, Grades: m.Disability.Grades(),
			LongTermCare: m.Disability.LongTermCare, SeriousIllness: m.SeriousIllness, Support: m.Support, SelfCare: m.selfCare(set),
			WorkInjuryNursing: m.WorkInjuryNursing, ChildScheme: m.ChildScheme, LivingAllowance: m.LivingAllowance, NursingAllowance: m.NursingAllowance})
	}
	return facts
}

// reduce sums incomes, in fen a year, by what counts for which benefit.
func reduce(incomes []Income, notDibao [2]standards.IncomeKinds, notTekun standards.IncomeKinds) law.Income {
	sum := law.Income{Stated: incomes != nil}
	for _, in := range incomes {
		fen := in.annual()
		if fen == 0 {
			continue
		}
		sum.Kinds = sum.Kinds.With(in.Kind)
		for k := range sum.Dibao {
			if !notDibao[k].Has(in.Kind) {
				sum.Dibao[k] += fen
			}
		}
		if !notTekun.Has(in.Kind) {
			sum.Tekun += fen
		}
		if in.Kind == standards.Wages || in.Kind == standards.Business {
			sum.Work += fen
		}
	}
	return sum
}

// decision puts together what is said of h.
func (h *Household) decision(set *standards.Set, desk *law.Desk) Decision {
	f, out := &desk.Findings, &desk.Outcome
	d := Decision{ID: h.ID, On: set.Day(), DataVersion: standards.DataVersion, Tables: set.Refs(), Digest: set.Digest(), Input: h.digest(),
		Category: out.Category, Total: out.Total, LowIncome: benefit.Part{Verdict: out.LowIncome},
		Needs: f.Needs, Assumed: f.Assumed(func(i int) string { return h.Members[i].ID }), Carried: f.Carried, Readings: f.Readings, Steps: f.Steps,
		Members: make([]MemberDecision, len(h.Members))}
	if out.Dibao.Verdict != benefit.NotExamined {
		d.Dibao = Dibao{Part: out.Dibao.Part, Members: out.Dibao.People}
		for k, line := range out.Dibao.Lines {
			d.Dibao.Lines[k] = Line(line)
		}
		if out.Dibao.Income >= 0 {
			d.Dibao.Income = standards.Fen(out.Dibao.Income, standards.PerYear)
		}
	}
	for i := range out.Members {
		o := &out.Members[i]
		d.Members[i] = MemberDecision{ID: h.Members[i].ID, Tekun: Tekun{o.Tekun, o.SelfCare}, SinglePerson: o.SinglePerson, Living: o.Living, Nursing: o.Nursing}
	}
	return d
}

// digest identifies the household: every field that is stated, in order.
func (h *Household) digest() standards.Digest {
	var room [512]byte
	return sha256.Sum256(h.canonical(room[:0]))
}
