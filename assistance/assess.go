package assistance

import (
	"crypto/sha256"

	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/wire"
)

// usual is the number of members up to which a household is decided without a further allocation.
const usual = 8

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
	return Facts{h.facts(set, nil), h.ID, h.digest(), set.Day()}, nil
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
	var members [usual]law.Member
	var outcomes [usual]law.MemberOutcome
	facts := h.facts(set, members[:0])
	out := law.Outcome{Members: outcomes[:0]}
	if n := len(h.Members); n <= usual {
		out.Members = outcomes[:n]
	} else {
		out.Members = make([]law.MemberOutcome, n)
	}
	f := benefit.Findings{Explain: explain}
	law.Decide(set, &facts, &f, &out)
	return h.decision(set, &facts, &f, &out), nil
}

// facts reduces h, which was checked, to what the law asks.
func (h *Household) facts(set *standards.Set, members []law.Member) law.Facts {
	facts := law.Facts{Division: h.Division, Residence: h.Residence, Property: h.Property, OnDibao: h.OnDibao, JobCosts: h.JobCosts.Annual(),
		Income: reduce(set, h.Income), Members: members}
	if cap(members) < len(h.Members) {
		facts.Members = make([]law.Member, 0, len(h.Members))
	}
	for i := range h.Members {
		m := &h.Members[i]
		facts.Members = append(facts.Members, law.Member{ID: m.ID, Born: m.Born, Residence: m.Residence, Division: m.Division, Counted: m.Counted,
			Relation: m.Relation, Absence: m.Absence, Income: reduce(set, m.Income), Property: m.Property, Grades: m.Disability.Grades(),
			LongTermCare: m.Disability.LongTermCare, SeriousIllness: m.SeriousIllness, Support: m.Support, SelfCare: m.selfCare(set),
			WorkInjuryNursing: m.WorkInjuryNursing, ChildScheme: m.ChildScheme, LivingAllowance: m.LivingAllowance, NursingAllowance: m.NursingAllowance})
	}
	return facts
}

// reduce sums incomes, in fen a year, by what counts for which benefit.
func reduce(set *standards.Set, incomes []Income) law.Income {
	sum := law.Income{Stated: incomes != nil}
	if len(incomes) == 0 {
		return sum
	}
	var notDibao [2]standards.IncomeKinds
	for k, r := range standards.Residences() {
		notDibao[k] = set.NotIncome(standards.DibaoNotIncome, r)
	}
	notTekun := set.NotIncome(standards.TekunNotIncome, standards.Urban)
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
func (h *Household) decision(set *standards.Set, facts *law.Facts, f *benefit.Findings, out *law.Outcome) Decision {
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
