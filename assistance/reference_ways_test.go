package assistance_test

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// What is open is decided every way, and step 7: the category and the total.

// mostOpen is how many open members are tried.
const mostOpen = 4

// refDecide decides h.
func refDecide(set *standards.Set, h *assistance.Household) refResult {
	kinds := []standards.Residence{h.Residence}
	if residenceOpen(h) {
		kinds = []standards.Residence{standards.Urban, standards.Rural}
	}
	var ways []refResult
	var undecided []string // what is open
	if len(kinds) > 1 {
		undecided = append(undecided, factNeed("", benefit.ResidenceFact))
	}
	for _, kind := range kinds {
		members := newCase(set, h, kind).openMembers()
		for _, i := range members {
			if need := factNeed(h.Members[i].ID, benefit.CountedFact); !slices.Contains(undecided, need) {
				undecided = append(undecided, need)
			}
		}
		if len(members) > mostOpen {
			ways = append(ways, refUntried(newCase(set, h, kind), members))
			continue
		}
		for subset := range 1 << len(members) {
			c := newCase(set, h, kind)
			for j, i := range members {
				c.in[i] = subset>>j&1 == 1
			}
			ways = append(ways, c.decide())
		}
	}
	return refJoin(ways, undecided)
}

// residenceOpen reports whether the kind of hukou is not stated of the household and of something that goes by it.
func residenceOpen(h *assistance.Household) bool {
	if h.Residence != 0 {
		return false
	}
	member := func(m assistance.Member) bool { return m.Residence == 0 }
	income := func(in assistance.Income) bool { return incomeOf(in).Sign() > 0 }
	return slices.ContainsFunc(h.Members, member) || slices.ContainsFunc(h.Income, income) || h.JobCosts.Fen() > 0 || h.RigidCosts.Fen() > 0
}

// newCase decides what does not depend on who is counted.
func newCase(set *standards.Set, h *assistance.Household, kind standards.Residence) *refCase {
	c := &refCase{set: set, h: h, kind: kind, place: h.Division, in: map[int]bool{}}
	c.out.needs, c.out.assumed = refNeeds{}, map[string]bool{}
	c.out.people = make([]refPerson, len(h.Members))
	for i := range h.Members {
		c.tekun(i)
	}
	return c
}

// decide decides one way.
func (c *refCase) decide() refResult {
	d := c.dibao()
	for _, i := range d.counted {
		c.out.people[i].counted = true
	}
	c.lowIncome(d)
	for i := range c.h.Members {
		c.singlePerson(i, d)
	}
	for i := range c.h.Members {
		c.subsidies(i, d)
	}
	c.out.category = c.category(len(d.counted) > 0)
	return c.out
}

// refUntried is what is known of a household with more open members than are tried.
func refUntried(c *refCase, members []int) refResult {
	var needs []string
	var counted []int
	for _, i := range members {
		c.in[i] = true
		needs = append(needs, factNeed(c.h.Members[i].ID, benefit.CountedFact))
	}
	for i := range c.h.Members {
		if c.counted(i) {
			counted = append(counted, i)
		}
	}
	d := c.gather(counted)
	c.describe(d)
	known := all(open, limit(c.h.Property))
	c.out.dibao.verdict = known.verdict()
	d.untried = needs
	for _, k := range d.kinds {
		k.member = known
	}
	if known == open {
		c.out.needs.add(benefit.Dibao, needs...)
	}
	if _, ok := c.ratio(standards.LowIncomeMultiple, 0, ""); ok {
		c.out.low.verdict = all(open, limit(c.h.LowIncomeProperty)).verdict()
		c.out.lowNeeds = needs
		c.lowIncomeNeeds()
	}
	for _, i := range counted {
		c.untriedSingle(i, needs)
	}
	for i := range c.h.Members {
		c.subsidies(i, d)
	}
	c.out.category = c.category(true)
	if len(counted) == len(members) && c.category(false) != c.out.category {
		c.out.category = benefit.CategoryUndetermined // perhaps nobody is counted
	}
	return c.out
}

// untriedSingle is single-person cover of a counted or open member where nothing is tried.
func (c *refCase) untriedSingle(i int, needs []string) {
	m, p := &c.h.Members[i], &c.out.people[i]
	class := either(c.within(m.Disability, standards.SinglePersonGrade), truthOf(m.SeriousIllness == standards.Yes))
	if class == no || c.out.low.verdict == benefit.NotExamined {
		return
	}
	poor := truthOf(c.h.LowIncomeProperty != benefit.Over)
	if c.set.Choice(standards.SinglePersonReading) == standards.LineLessOwnIncome {
		below, _ := c.belowLine(m, c.ownIncome(m, standards.DibaoNotIncome))
		poor = all(poor, below)
	}
	p.single.verdict = all(open, poor).verdict()
	if poor != no {
		c.out.needs.add(benefit.SinglePerson, needs...)
	}
}

// category is step 7.
func (c *refCase) category(counted bool) benefit.Category {
	someone := func(v benefit.Verdict) bool {
		return slices.ContainsFunc(c.out.people, func(p refPerson) bool { return p.tekun.verdict == v })
	}
	switch {
	case someone(benefit.Eligible) && !counted:
		return benefit.CategoryTekun
	case c.out.dibao.verdict == benefit.Eligible:
		return benefit.CategoryDibao
	case c.out.dibao.verdict == benefit.Undetermined, c.out.low.verdict == benefit.Undetermined, someone(benefit.Undetermined) && !counted:
		return benefit.CategoryUndetermined
	case c.out.low.verdict == benefit.Eligible:
		return benefit.CategoryLowIncome
	}
	return benefit.CategoryNone
}

func refTotal(r *refResult) refSum {
	total := refSum{stated: true}
	add := func(p refPart, paid bool) {
		total.fen += p.pay.fen
		if p.verdict == benefit.Undetermined || p.pay.least || paid && p.verdict == benefit.Eligible && !p.pay.stated {
			total.least = true
		}
	}
	add(r.dibao, true)
	add(r.low, false)
	for _, p := range r.people {
		add(p.tekun, true)
		add(p.single, true)
		add(p.living, true)
		add(p.nursing, true)
	}
	return total
}

// refJoin joins what is decided in each way of what is open.
func refJoin(ways []refResult, undecided []string) refResult {
	r := ways[0]
	r.needs, r.assumed, r.figures = refNeeds{}, map[string]bool{}, [2]string{}
	paidFor := r.heads - r.unpaid
	for _, one := range ways {
		for need, parts := range one.needs {
			r.needs[need] |= parts
		}
		for fact := range one.assumed {
			r.assumed[fact] = true
		}
		for i := range r.figures {
			r.figures[i] = max(r.figures[i], one.figures[i])
		}
		if one.category != r.category {
			r.category = benefit.CategoryUndetermined
		}
		if one.income != r.income {
			r.income = ""
		}
		r.heads = max(r.heads, one.heads)
		paidFor = min(paidFor, one.heads-one.unpaid)
	}
	join := func(n benefit.Name, part func(*refResult) refPart, rate func(*refResult) refSum) refPart {
		return r.join(ways, n, undecided, part, rate)
	}
	none := func(*refResult) refSum { return refSum{} }
	r.dibao = join(benefit.Dibao, func(w *refResult) refPart { return w.dibao }, none)
	r.low = join(benefit.LowIncome, func(w *refResult) refPart { return w.low }, none)
	r.low = r.low.unlessLater(ways, func(w *refResult) bool { return w.low.verdict == benefit.NotExamined })
	r.unpaid = 0
	if r.dibao.verdict == benefit.Eligible {
		r.unpaid = r.heads - paidFor // more are not sure to be paid
	}
	r.people = slices.Clone(ways[0].people)
	for i := range r.people {
		p := &r.people[i]
		p.tekun = join(benefit.Tekun, func(w *refResult) refPart { return w.people[i].tekun }, none)
		p.single = join(benefit.SinglePerson, func(w *refResult) refPart { return w.people[i].single }, none)
		p.single = p.single.unlessLater(ways, func(w *refResult) bool {
			return w.people[i].counted && w.people[i].single.verdict == benefit.NotExamined
		})
		p.living = join(benefit.Living, func(w *refResult) refPart { return w.people[i].living }, func(w *refResult) refSum { return w.people[i].livingRate })
		p.nursing = join(benefit.Nursing, func(w *refResult) refPart { return w.people[i].nursing }, func(w *refResult) refSum { return w.people[i].nursingRate })
	}
	r.total = refTotal(&r)
	return r
}

// unlessLater leaves a refused part unexamined where some way leaves it so because its dibao is undetermined.
func (p refPart) unlessLater(ways []refResult, unexamined func(*refResult) bool) refPart {
	later := func(w refResult) bool { return w.dibao.verdict == benefit.Undetermined && unexamined(&w) }
	if p.verdict == benefit.Ineligible && slices.ContainsFunc(ways, later) {
		return refPart{}
	}
	return p
}

// join joins what the ways make of one part.
func (r *refResult) join(ways []refResult, n benefit.Name, undecided []string, part func(*refResult) refPart, rate func(*refResult) refSum) refPart {
	var verdicts []benefit.Verdict
	var pays, ifMets, rates []refSum
	for i := range ways {
		p := part(&ways[i])
		verdicts = append(verdicts, p.verdict)
		pays, ifMets, rates = append(pays, p.pay), append(ifMets, p.ifMet), append(rates, rate(&ways[i]))
	}
	first := slices.Max(verdicts)
	if slices.Min(verdicts) == first {
		return refPart{first, lowest(pays), lowest(ifMets)}
	}
	if !slices.ContainsFunc(verdicts, func(v benefit.Verdict) bool { return v != benefit.NotExamined && v != benefit.Ineligible }) {
		return refPart{verdict: benefit.Ineligible}
	}
	for _, need := range undecided {
		byCounting := n != benefit.Tekun && n != benefit.Nursing // these two do not go by who is counted
		if byCounting || need == factNeed("", benefit.ResidenceFact) {
			r.needs.add(n, need)
		}
	}
	return refPart{verdict: benefit.Undetermined, ifMet: lowest(rates)}
}
