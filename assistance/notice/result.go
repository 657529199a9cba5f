package notice

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// result says in words what the household is, who is covered and who is not, and what it comes to.
func (w *writer) result() {
	d := &w.Decision
	switch d.Dibao.Verdict {
	case benefit.Eligible:
		w.granted()
	case benefit.Undetermined:
		w.say("最低生活保障待定：尚缺所需的事实或标准，不是不予批准。", "Dibao is undetermined: a fact or a figure is missing. This is no refusal.")
	case benefit.Ineligible:
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
	w.leftOut()
	w.undecided()
	w.sum()
	w.plan()
}

func (w *writer) resultOf(m *assistance.MemberDecision) {
	switch m.Tekun.Verdict {
	case benefit.Eligible:
		w.say(w.granting()+"特困人员救助供养：%s。", "Tekun support "+w.granting()+"%s.", m.ID)
	case benefit.Ineligible:
		w.say("%s不符合特困人员救助供养条件。", "Not eligible for tekun support: %s.", m.ID)
	case benefit.Undetermined:
		w.say("%s的特困人员救助供养待定。", "Tekun support of %s is undetermined.", m.ID)
	}
	if m.SinglePerson.Verdict == benefit.Eligible {
		w.say(w.granting()+"最低生活保障（参照单人户）：%s。", "Dibao "+w.granting()+"%s alone, as a household of one.", m.ID)
	}
}

// granting begins to say what is granted: an office grants it, and a calculation finds that it is
// due.
func (w *writer) granting() string {
	if w.signed() {
		return w.in("符合条件，给予", "is granted to ")
	}
	return w.in("经测算，符合条件，可享受", "is due, by calculation, to ")
}

// sum says what all payments come to, in Chinese in capital numerals too.
func (w *writer) sum() {
	switch total := w.Decision.Total; {
	case total.Amount.Fen() > 0:
		capitals := w.atLeast(total.Bound) + Capitals(total.Amount)
		w.say("各项待遇合计：%s（大写：%s）。", "All payments together: %[1]s.", total.Text(w.lang), capitals)
	case total.Bound == standards.AtLeast:
		w.say("目前没有可以确定的金额。", "No amount can be told yet.")
	default:
		w.say("没有应发放的待遇。", "Nothing is due.")
	}
	w.between()
}

// plan says that a figure is the one planned for the year, and when the plan was published.
func (w *writer) plan() {
	rests := func(s benefit.Step) bool { return s.Planned || s.Document == standards.WorkPoints2020 }
	if !slices.ContainsFunc(w.Decision.Steps, rests) {
		return
	}
	info := standards.WorkPoints2020.Info()
	w.say("所用标准载于%s（%s%s公布），系年度计划标准，该文件未载明施行日期。",
		"Figures of the %[1]s (published on %[3]s) are those planned for the year; the document states no day from which they are in force.",
		info.Name(w.lang), info.Issuer, w.date(info.Issued))
	if w.Decision.On.Before(info.Issued) {
		w.say("适用日期在公布之前，按计划标准计算。", "The day decided for is before the publication; the planned figures are applied.")
	}
}

// undecided says in the notice of an office that it has not decided what is undetermined.
func (w *writer) undecided() {
	for _, p := range w.Decision.Parts() {
		if w.signed() && p.Verdict == benefit.Undetermined {
			w.say("待定的事项尚未作出决定，待查明后另行决定。", "What is undetermined is not decided yet; it will be once it is known.")
			return
		}
	}
}

// leftOut names those who are not counted for dibao, whichever way what is open comes out.
func (w *writer) leftOut() {
	if w.Decision.Dibao.Verdict == benefit.NotExamined {
		return
	}
	var ids []string
	for _, id := range w.everybody() {
		if _, counts := w.standing(id); !counts {
			ids = append(ids, id)
		}
	}
	if len(ids) > 0 {
		w.say("不计入本户低保人口、不享受本户低保：%s，原因见理由和依据。",
			"Not counted, and not covered by the household's dibao: %s, for the reasons below.", w.names(ids))
	}
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

// granted says whom dibao covers, and of those who are counted whom it does not, by kind of hukou:
// people of a kind that is not eligible are paid nothing.
func (w *writer) granted() {
	var covered []string
	left := map[standards.Residence][]string{}
	for _, id := range w.counted() {
		if w.eligibleKind(id) {
			covered = append(covered, id)
			continue
		}
		if m := w.Household.Member(id); m != nil {
			kind := w.Household.ResidenceOf(m)
			left[kind] = append(left[kind], id)
		}
	}
	dibao := &w.Decision.Dibao
	w.say(w.granting()+"最低生活保障：%s。", "Dibao "+w.granting()+"%s.", w.peopleNamed(dibao.Covered(), covered))
	if dibao.NotCovered == 0 {
		return
	}
	if w.wayCount() > 1 && len(covered) == dibao.Members {
		w.say("另有%s是否享受最低生活保障，因未载明的事项而异，见各种情形。", "Whether more are covered (%s) differs by what is not stated; see the ways.",
			w.peopleNamed(dibao.NotCovered, nil))
		return
	}
	var kinds []string
	named := 0
	for _, r := range [...]standards.Residence{standards.Urban, standards.Rural, 0} {
		if len(left[r]) == 0 {
			continue
		}
		named += len(left[r])
		kind := w.in("户籍类别未载明", "kind of hukou not stated")
		if r != 0 {
			kind = r.Text(w.lang) + w.in("户籍", " hukou")
		}
		kinds = append(kinds, w.peopleNamed(len(left[r]), left[r])+w.in("，", ", ")+kind)
	}
	if named != dibao.NotCovered {
		kinds = []string{w.peopleNamed(dibao.NotCovered, nil)}
	}
	w.say("未予给付：%s，该户籍类别成员的最低生活保障不符合条件或者待定。",
		"Not covered: %s, as dibao for that kind of hukou is refused or undetermined.",
		strings.Join(kinds, w.in("；", "; ")))
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
