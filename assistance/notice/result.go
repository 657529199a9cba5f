package notice

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// result says in words what the household is, who is covered, and what it comes to.
func (w *writer) result() {
	d := &w.Decision
	switch {
	case d.Dibao.Verdict == benefit.Eligible:
		w.granted()
	case d.Dibao.Verdict == benefit.Undetermined:
		w.say("最低生活保障待定：尚缺所需的事实或标准，不是不予批准。", "Dibao is undetermined: a fact or a figure is missing. This is no refusal.")
	case d.Dibao.Verdict == benefit.Ineligible:
		w.say("不符合最低生活保障条件。", "The household is not eligible for dibao.")
	}
	switch d.LowIncome.Verdict {
	case benefit.Eligible:
		w.say("属于低保边缘家庭。", "It is a low-income family.")
	case benefit.Undetermined:
		w.say("是否属于低保边缘家庭待定。", "Whether it is a low-income family is undetermined.")
	case benefit.Ineligible:
		w.say("不属于低保边缘家庭。", "Nor is it a low-income family.")
	}
	for i := range d.Members {
		w.resultOf(&d.Members[i])
	}
	if d.Category == benefit.CategoryNone && d.Dibao.Verdict == benefit.NotExamined {
		w.say("没有计入最低生活保障的人员，未作审核。", "Nobody counts for dibao, so it was not examined.")
	}
	w.sum()
}

func (w *writer) resultOf(m *assistance.MemberDecision) {
	switch m.Tekun.Verdict {
	case benefit.Eligible:
		w.say("%s符合条件，给予特困人员救助供养。", "Tekun support is granted to %s.", m.ID)
	case benefit.Undetermined:
		w.say("%s的特困人员救助供养待定。", "Tekun support of %s is undetermined.", m.ID)
	}
	if m.SinglePerson.Verdict == benefit.Eligible {
		w.say("%s参照单人户纳入最低生活保障。", "Dibao covers %s alone, as a household of one.", m.ID)
	}
}

// sum says what all payments come to.
func (w *writer) sum() {
	switch total := w.Decision.Total; {
	case total.Amount.Fen() > 0:
		w.say("各项待遇合计：%s。", "All payments together: %s.", total.Text(w.lang))
	case total.Bound == standards.AtLeast:
		w.say("目前没有可以确定的金额。", "No amount can be told yet.")
	default:
		w.say("没有应发放的待遇。", "Nothing is due.")
	}
	w.between()
}

// between says between which sums the result lies, where what is needed leaves both ends known.
func (w *writer) between() {
	if len(w.Decision.Needs) == 0 {
		return
	}
	r, err := whatif.Between(w.Set, w.Household)
	if err == nil && !r.Exceeded && r.Most.Stated() && r.Most != r.Least {
		w.say("所缺事项查明后，金额在%s。", "Once what is needed is known, it is %s.", r.Text(w.lang))
	}
}

// granted says whom dibao covers, and of those who are counted whom it does not: people of a kind
// of hukou that is not eligible are paid nothing.
func (w *writer) granted() {
	var covered, left []string
	for _, id := range w.counted() {
		if w.eligibleKind(id) {
			covered = append(covered, id)
		} else {
			left = append(left, id)
		}
	}
	dibao := &w.Decision.Dibao
	w.say("符合条件，给予最低生活保障：%s。", "Dibao is granted to %s.", w.peopleNamed(dibao.Covered(), covered))
	if dibao.NotCovered > 0 {
		w.say("未予给付：%s，所属户籍类别不符合条件或者待定。", "Not covered: %s, as dibao for their kind of hukou is refused or undetermined.",
			w.peopleNamed(dibao.NotCovered, left))
	}
}

// counted lists those who are counted for dibao, as the steps tell.
func (w *writer) counted() []string {
	var ids []string
	for _, s := range w.Decision.Steps {
		for _, t := range s.Terms {
			if s.Code == benefit.StepIncomeOf && t.Member != "" && !slices.Contains(ids, t.Member) {
				ids = append(ids, t.Member)
			}
		}
	}
	return ids
}

// eligibleKind reports whether income is below the line of the kind of hukou of member id,
// whichever it is where that is not stated.
func (w *writer) eligibleKind(id string) bool {
	i := slices.IndexFunc(w.Household.Members, func(m assistance.Member) bool { return m.ID == id })
	return i >= 0 && !slices.ContainsFunc(w.Decision.Steps, func(s benefit.Step) bool {
		kind := cmp.Or(w.Household.ResidenceOf(&w.Household.Members[i]), s.Under)
		return s.Code == benefit.StepDibaoIncome && s.Residence == kind && s.Result != benefit.ResultMet
	})
}

// peopleNamed counts people and names them, if they are as many.
func (w *writer) peopleNamed(n int, ids []string) string {
	count := fmt.Sprintf(w.in("%d人", "%d %s"), w.people(n)...)
	if len(ids) != n {
		return count
	}
	return count + w.in("（", " (") + w.names(ids) + w.in("）", ")")
}
