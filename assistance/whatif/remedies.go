package whatif

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/assistance/internal/vary"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// correction is a fact that is stated and refuses: the steps that say so, and how it would have to
// be.
type correction struct {
	steps   []benefit.Code
	fact    benefit.Fact
	word    fmt.Stringer // to be stated instead; nil: the fact is taken back
	toLimit bool         // the fact is an amount, which must not be above what the step compares it with
	zh, en  string       // with {who} and {amount}
}

var corrections = [...]correction{
	{steps: []benefit.Code{benefit.StepDibaoProperty, benefit.StepTekunProperty},
		fact: benefit.PropertyFact, word: benefit.Within,
		zh: "{who}财产符合当地规定", en: "{who}'s property is within the local limit"},
	{steps: []benefit.Code{benefit.StepLowIncomeProperty},
		fact: benefit.LowIncomePropertyFact, word: benefit.Within,
		zh: "{who}财产符合低保边缘家庭的规定", en: "{who}'s property is within the limit for low-income families"},
	{steps: []benefit.Code{benefit.StepTekunSupport},
		fact: benefit.SupportFact, word: benefit.NoSupporters,
		zh: "{who}没有法定赡养、抚养、扶养义务人，或者义务人没有履行义务能力",
		en: "nobody is legally bound and able to support {who}"},
	{steps: []benefit.Code{benefit.StepTekunScheme, benefit.StepLivingChildScheme, benefit.StepNursingChildScheme},
		fact: benefit.ChildSchemeFact,
		zh:   "{who}不在该项儿童保障范围内", en: "{who} is not in that children's scheme"},
	{steps: []benefit.Code{benefit.StepLivingWorkInjury, benefit.StepNursingWorkInjury},
		fact: benefit.WorkInjuryNursingFact, word: standards.No,
		zh: "{who}不领取工伤保险生活护理费", en: "{who} does not get the work-injury nursing benefit"},
	{steps: []benefit.Code{benefit.StepNursingLongTermCare},
		fact: benefit.LongTermCareFact, word: standards.Yes,
		zh: "{who}需要长期照护", en: "{who} needs long-term care"},
	{steps: []benefit.Code{benefit.StepLivingAllowance}, fact: benefit.LivingAllowanceFact, toLimit: true,
		zh: allowanceZh, en: allowanceEn},
	{steps: []benefit.Code{benefit.StepNursingAllowance}, fact: benefit.NursingAllowanceFact, toLimit: true,
		zh: allowanceZh, en: allowanceEn},
}

const (
	allowanceZh = "{who}另享受的同类补贴不高于{amount}"
	allowanceEn = "{who}'s other allowance is not above {amount}"
)

// correctionOf returns the correction of a fact, nil if there is none.
func correctionOf(f benefit.Fact) *correction {
	if i := slices.IndexFunc(corrections[:], func(c correction) bool { return c.fact == f }); i >= 0 {
		return &corrections[i]
	}
	return nil
}

// correct returns h with the fact of r stated as it would have to be.
func correct(h *assistance.Household, r Remedy, known []fields.Field) assistance.Household {
	c := correctionOf(r.Fact)
	field, ok := vary.FieldOf(known, r.Fact, r.Member != "")
	if c == nil || !ok {
		return *h
	}
	text := ""
	switch {
	case c.toLimit:
		amount, _ := json.Marshal(r.Amount)
		text = string(amount)
	case c.word != nil:
		text = c.word.String()
	}
	i := slices.IndexFunc(h.Members, func(m assistance.Member) bool { return m.ID == r.Member })
	corrected, ok := vary.Field(h, field, i, text)
	if !ok {
		return *h
	}
	return corrected
}

// remedy returns what would have to be otherwise for one condition, and false if that is nothing
// near.
func (n *nearest) remedy(s *benefit.Step) (list []Remedy, possible bool) {
	for _, c := range corrections {
		if slices.Contains(c.steps, s.Code) {
			r := Remedy{Kind: FactOtherwise, Fact: c.fact, Member: s.Member}
			if c.toLimit {
				r.Amount = s.Right.Amount
			}
			return []Remedy{r}, true
		}
	}
	switch s.Code {
	case benefit.StepSinglePersonIncome:
		if !n.staysAbove(s) {
			return nil, false
		}
		return []Remedy{{Kind: IncomeBelow, Member: s.Member, Amount: s.Right.Amount}}, true
	case benefit.StepTekunIncome:
		return []Remedy{{Kind: IncomeBelow, Member: s.Member, Amount: s.Right.Amount}}, true
	case benefit.StepTekunAbility:
		return n.birthday(s)
	case benefit.StepLowIncomeBelow:
		return n.belowMultiple(s)
	}
	return nil, false
}

// staysAbove reports whether the family would still be above the lines if one member earned just
// below the member's own line.
func (n *nearest) staysAbove(s *benefit.Step) bool {
	less := excess(s) + 1
	return !slices.ContainsFunc(n.aboveLines(s), func(above benefit.Step) bool { return excess(&above) <= less })
}

// aboveLines returns the steps, in the way of s, by which the household's income must not be below
// a line for it to be a low-income family: those of that condition, and unless property refuses
// dibao already, those that refuse dibao.
func (n *nearest) aboveLines(s *benefit.Step) []benefit.Step {
	byProperty := slices.ContainsFunc(n.d.Steps, func(o benefit.Step) bool {
		return o.Code == benefit.StepDibaoProperty && o.Result == benefit.ResultNotMet
	})
	var list []benefit.Step
	for _, o := range n.d.Steps {
		refusesDibao := o.Code == benefit.StepDibaoIncome && o.Result == benefit.ResultNotMet && !byProperty
		if isSameWay(&o, s) && (refusesDibao || o.Code == benefit.StepLowIncomeAbove) {
			list = append(list, o)
		}
	}
	return list
}

// excess returns by how much an income is above what it must be below, in fen a year.
func excess(s *benefit.Step) int64 { return s.Left.Amount.Annual() - s.Right.Amount.Annual() }

// birthday returns the day on which a member reaches the age of those unable to work.
func (n *nearest) birthday(s *benefit.Step) ([]Remedy, bool) {
	m := n.h.Member(s.Member)
	if m == nil || s.Op != ">=" {
		return nil, false
	}
	age := s.Right.Number.Int()
	return []Remedy{{Kind: FromDate, Member: s.Member, Date: m.Born.Birthday(age), Age: age}}, true
}

// belowMultiple returns the income below the multiple of the line, and false if no income lies
// between that and the lines.
func (n *nearest) belowMultiple(s *benefit.Step) ([]Remedy, bool) {
	fen := roundUp(s.ExactSum())
	for _, above := range n.aboveLines(s) {
		sameGroup := above.Residence == s.Residence || above.Left == s.Left
		if sameGroup && above.Right.Amount.Annual() >= fen {
			return nil, false
		}
	}
	return []Remedy{{Kind: IncomeBelow, Residence: n.group(s), Amount: standards.Fen(fen, standards.PerYear)}}, true
}

// roundUp returns the least whole number that is not below r.
func roundUp(r *big.Rat) int64 {
	above := new(big.Int).Sub(r.Denom(), big.NewInt(1))
	return new(big.Int).Quo(above.Add(r.Num(), above), r.Denom()).Int64()
}

// group returns the kind of hukou whose members alone have the income of a step, zero if all have.
func (n *nearest) group(s *benefit.Step) standards.Residence {
	if n.set.Choice(standards.MixedHukouReading) != standards.EachGroup {
		return 0
	}
	for _, other := range n.d.Steps {
		if other.Code == s.Code && isSameWay(&other, s) && other.Residence != s.Residence {
			return s.Residence
		}
	}
	return 0
}

// ofDibao returns what would have to be otherwise for the dibao of a member's own kind of hukou,
// nil if it is not examined.
func (n *nearest) ofDibao(m *assistance.Member) []Remedy {
	if n.d.Dibao.Verdict == benefit.NotExamined {
		return nil
	}
	list := n.dibaoIncome(m.ID, func(under standards.Residence) standards.Residence {
		return cmp.Or(n.h.ResidenceOf(m), under)
	})
	for _, s := range n.d.Steps {
		if s.Code == benefit.StepDibaoProperty && s.Result == benefit.ResultNotMet {
			more, _ := n.remedy(&s)
			list = merge(list, more)
		}
	}
	return list
}

// ofLowIncome returns what would have to be otherwise for the family of m to be a low-income
// family, nil if m would not be covered alone then.
func (n *nearest) ofLowIncome(m *assistance.Member) []Remedy {
	grades := m.Disability.Grades()
	class := law.Of(n.set).SinglePersonClass(n.h.Division, &grades, m.SeriousIllness)
	if n.d.LowIncome.Verdict != benefit.Ineligible || class != finding.Met {
		return nil
	}
	if n.set.Choice(standards.SinglePersonReading) == standards.LineLessOwnIncome && !n.isBelowOwnLine(m) {
		return nil
	}
	list, _ := n.conditions(benefit.LowIncome, "")
	return list
}

// isBelowOwnLine reports whether m's own income that counts is below the line of m's kind of hukou,
// whichever it is.
func (n *nearest) isBelowOwnLine(m *assistance.Member) bool {
	for _, s := range n.d.Steps {
		if s.Code != benefit.StepIncomeOf {
			continue
		}
		line := n.d.Dibao.Lines.Of(cmp.Or(n.h.ResidenceOf(m), s.Under))
		for _, t := range s.Terms {
			if t.Member == m.ID && (!line.Amount.Stated() || t.Amount.Annual() >= line.Amount.Annual()) {
				return false
			}
		}
	}
	return true
}

// dibaoIncome returns the income below which dibao is due in every way of what is open: in each
// below the line of the kind of hukou that kindOf names, or if it names none, below the nearest
// line. It returns nothing if income does not refuse. Where a kind of hukou is assumed, kindOf is
// told which. Ways in which the member is not counted are left out.
func (n *nearest) dibaoIncome(member string, kindOf func(under standards.Residence) standards.Residence) []Remedy {
	var ways []openWay
	lines := map[openWay]*benefit.Step{} // the nearest that refuses, nil where one does not
	for i := range n.d.Steps {
		s := &n.d.Steps[i]
		ofKind := kindOf(s.Under) == 0 || kindOf(s.Under) == s.Residence
		if s.Code != benefit.StepDibaoIncome || !ofKind || slices.Contains(s.Out, member) {
			continue
		}
		way := wayOf(s)
		best, seen := lines[way]
		if !seen {
			ways = append(ways, way)
		}
		switch {
		case s.Result != benefit.ResultNotMet:
			lines[way] = nil
		case !seen || best != nil && excess(s) < excess(best):
			lines[way] = s
		}
	}
	var list []Remedy
	for _, way := range ways {
		if best := lines[way]; best != nil {
			list = merge(list, []Remedy{{Kind: IncomeBelow, Residence: n.group(best), Amount: best.Right.Amount}})
		}
	}
	return list
}
