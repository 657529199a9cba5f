package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// ResidenceOpen reports whether a kind of hukou is not stated that something could turn on: of a member, or of the household where it
// has income of its own, or job costs, which are taken off those of its kind first.
func (f *Facts) ResidenceOpen() bool {
	if f.Residence != 0 {
		return false
	}
	for i := range f.Members {
		if f.Members[i].Residence == 0 {
			return true
		}
	}
	return f.Income.Kinds != 0 || f.JobCosts != 0
}

// decideBoth decides a household under each kind of hukou. Verdicts that agree stand, with the lower payment at least where the
// payments differ; verdicts that differ are undetermined and need the kind of hukou.
func decideBoth(rules *Rules, d *Desk) {
	facts, f, out := &d.Facts, &d.Findings, &d.Outcome
	asUrban := finding.Findings{Explain: f.Explain, Only: f.Only, Under: standards.Urban}
	asRural := finding.Findings{Explain: f.Explain, Only: f.Only, Under: standards.Rural}
	other := Outcome{Members: make([]MemberOutcome, len(facts.Members))}
	first := deciding{set: rules.set, rules: rules, r: rules.of(facts.Division), facts: facts, f: &asUrban, out: out, assumed: standards.Urban}
	first.decide()
	second := deciding{set: rules.set, rules: rules, r: rules.of(facts.Division), facts: facts, f: &asRural, out: &other, assumed: standards.Rural}
	second.decide()
	f.Merge(&asUrban)
	f.Merge(&asRural)
	out.compare(&other, facts, f)
}

// compare makes o what stands whichever of o and other is right.
func (o *Outcome) compare(other *Outcome, facts *Facts, f *finding.Findings) {
	o.Dibao.Part = either(o.Dibao.Part, other.Dibao.Part, benefit.Dibao, f)
	for k := range o.Dibao.Lines {
		if o.Dibao.Lines[k] == (Line{}) {
			o.Dibao.Lines[k] = other.Dibao.Lines[k]
		}
	}
	if o.Dibao.Income != other.Dibao.Income || o.Dibao.People != other.Dibao.People {
		o.Dibao.Income = -1
	}
	covered := min(o.Dibao.covered(), other.Dibao.covered())
	o.Dibao.People, o.Dibao.NotCovered = max(o.Dibao.People, other.Dibao.People), 0
	if o.Dibao.Verdict == benefit.Eligible {
		o.Dibao.NotCovered = o.Dibao.People - covered // no more are sure to be covered
	}
	o.LowIncome = either(benefit.Part{Verdict: o.LowIncome}, benefit.Part{Verdict: other.LowIncome}, benefit.LowIncome, f).Verdict
	for i := range o.Members {
		a, b := &o.Members[i], &other.Members[i]
		f.Examine(i, facts.Members[i].ID)
		a.Tekun = either(a.Tekun, b.Tekun, benefit.Tekun, f)
		a.SinglePerson = either(a.SinglePerson, b.SinglePerson, benefit.SinglePerson, f)
		a.Living = either(a.Living, b.Living, benefit.Living, f)
		a.Nursing = either(a.Nursing, b.Nursing, benefit.Nursing, f)
		a.Counted = a.Counted || b.Counted
	}
	f.ExamineHousehold()
	if o.Category != other.Category {
		o.Category = benefit.CategoryUndetermined
	}
	o.Total = o.sum()
	o.stepTotal(facts, f)
}

func (d *Dibao) covered() int { return d.People - d.NotCovered }

// either is what stands of a part whichever of a and b is right.
func either(a, b benefit.Part, n benefit.Name, f *finding.Findings) benefit.Part {
	if a.Verdict == b.Verdict {
		return benefit.Part{Verdict: a.Verdict, Payment: lower(a.Payment, b.Payment), IfMet: lower(a.IfMet, b.IfMet)}
	}
	f.NeedHouseholdFact(benefit.ResidenceFact, n)
	part := benefit.Part{Verdict: benefit.Undetermined}
	if n == benefit.Living || n == benefit.Nursing {
		part.IfMet = rateOf(a, b) // the rate does not go by kind of hukou
	}
	f.Step(benefit.Step{Code: benefit.StepResidence, Part: n, Result: benefit.ResultUnknown, Left: benefit.Quantity{Word: a.Verdict.String()}, Op: "=",
		Right: benefit.Quantity{Word: b.Verdict.String()}})
	return part
}

// lower is the lower of two payments, at least where they differ; none where one of them is missing.
func lower(a, b benefit.Payment) benefit.Payment {
	switch {
	case a == b:
		return a
	case !a.Stated() || !b.Stated():
		return benefit.Payment{}
	}
	return benefit.Monthly(min(a.Amount.Fen(), b.Amount.Fen()), standards.AtLeast)
}

func rateOf(a, b benefit.Part) benefit.Payment {
	for _, p := range [...]benefit.Payment{a.Payment, a.IfMet, b.Payment, b.IfMet} {
		if p.Stated() {
			return p
		}
	}
	return benefit.Payment{}
}
