package notice

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// notExamined lists what was not examined, because what it would go by is not stated or not on
// record, or because it is none of the benefits decided here.
func (w *writer) notExamined() {
	w.unexamined("特困人员救助供养：未载明法定义务人情况，未审核",
		"tekun support: not examined, as those legally bound to support are not stated",
		func(m *assistance.Member, d *assistance.MemberDecision) bool {
			return m.Support == 0 && d.Tekun.Verdict == benefit.NotExamined && !w.assumed(benefit.SupportFact, m.ID)
		})
	w.unexamined("残疾人两项补贴：未载明残疾人证，未审核", "the two disability subsidies: not examined, as no certificate is stated",
		func(m *assistance.Member, d *assistance.MemberDecision) bool { return !m.Disability.Stated() })
	if v := w.Decision.LowIncome.Verdict; v == benefit.Eligible || v == benefit.Undetermined {
		w.unexamined("参照单人户低保：未载明是否为重病患者，未按重病患者审核",
			"single-person cover: not examined for serious illness, which is not stated",
			func(m *assistance.Member, d *assistance.MemberDecision) bool {
				return m.SeriousIllness == 0 && d.SinglePerson.Verdict == benefit.NotExamined
			})
	}
	w.unexaminedDibao()
	w.item(bullet, w.in("医疗救助、教育救助、住房救助、就业救助、临时救助、受灾人员救助等其他社会救助和养老服务补贴不在本件范围内，可另行申请",
		"Medical, education, housing, employment, temporary and disaster relief and the eldercare service subsidy are not decided here; they are applied for apart"))
}

// unexamined names the members of whom something was not examined.
func (w *writer) unexamined(zh, en string, not func(*assistance.Member, *assistance.MemberDecision) bool) {
	var ids []string
	for i := range w.Decision.Members {
		d := &w.Decision.Members[i]
		if m := w.Household.Member(d.ID); m != nil && not(m, d) {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) > 0 {
		w.item(bullet, w.capital(w.in(zh, en))+w.in("（", " (")+w.names(ids)+w.in("）", ")"))
	}
}

func (w *writer) assumed(f benefit.Fact, id string) bool {
	return slices.ContainsFunc(w.Decision.Assumed, func(a benefit.Assumption) bool {
		return a.Fact == f && slices.Contains(a.Members, id)
	})
}

// topUpOf is a class for which a place may state a top-up.
const topUpOf = "elderly"

// jobCostsOf says whose costs of working are taken off: anyone's, or those of people on dibao.
var jobCostsOf = [...]string{"anyone", "on-dibao"}

// unexaminedDibao lists what of dibao and of the low-income family was not examined.
func (w *writer) unexaminedDibao() {
	d, h := &w.Decision, &w.Household
	dibao := d.Dibao.Verdict
	if dibao == benefit.NotExamined {
		return
	}
	deductible := func(k standards.ListKey, of string) bool {
		_, ok := w.Set.Listed(k, h.Division, 0, of)
		return ok
	}
	if !h.JobCosts.Stated() && (deductible(standards.JobCosts, jobCostsOf[0]) || h.OnDibao == standards.Yes &&
		deductible(standards.JobCosts, jobCostsOf[1])) {
		w.item(bullet, w.in("必要的就业成本：未载明，未扣减", "Necessary costs of working: not stated, and none taken off"))
	}
	if !h.RigidCosts.Stated() && deductible(standards.RigidCosts, "") {
		w.item(bullet, w.in("因残疾、患重病等增加的刚性支出：未载明，未扣减",
			"Rigid costs of disability or illness: not stated, and none taken off"))
	}
	if dibao == benefit.Ineligible && d.LowIncome.Verdict == benefit.NotExamined {
		w.item(bullet, w.in("低保边缘家庭：当日尚无规定，未审核", "Low-income family: not examined, as no rule on it was in force that day"))
	}
	if _, ok := w.Set.Find(standards.Key(standards.DibaoTopUp), h.Division, 0, topUpOf); !ok && dibao == benefit.Eligible {
		w.item(bullet, w.in("对老年人、未成年人、重度残疾人、重病患者提高救助水平的当地标准无据可查，未计算",
			"What the place adds for the old, minors, the severely disabled and the seriously ill is not on record, and was not computed")+
			w.citation(standards.Order649, "12"))
	}
}
