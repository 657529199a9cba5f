// Package notice writes a decision as a notice (审批结果通知) that a caseworker can hand over: the result first, then what is paid a
// month, the income it rests on, the reasons with their clauses, and what is needed, assumed and read into the texts.
package notice

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Case is a decision and what it was made of.
type Case struct {
	Decision  assistance.Decision // with its steps
	Household assistance.Household
	Set       *standards.Set       // that it was decided under
	Filled    []benefit.Assumption // facts that were assumed for it
	AllSteps  bool                 // number every step instead of giving the short reasons
}

// Notice returns the notice of c in language l.
func Notice(c Case, l standards.Lang) string {
	w := &writer{Case: c, lang: l}
	w.draftBanner()
	w.heading()
	w.section("审批结果", "Result", w.result)
	w.section("每月待遇", "Payments a month", w.payments)
	w.section("收入与低保标准", "Income and lines", w.income)
	if c.AllSteps {
		w.section("审核步骤", "Steps", w.steps)
	} else {
		w.section("理由和依据", "Reasons", w.reasons)
	}
	w.section("可以改变结果的情形", "What would change a refusal", w.ways)
	w.section("尚需查明的事项", "What is still needed", w.needs)
	w.section("未载明、按下列情形处理的事项", "Not stated, and taken as follows", w.assumptions)
	w.section("对文件的理解", "How the texts are read", w.readings)
	w.section("所依据的数据", "Data", w.data)
	return w.b.String()
}

// width is how many columns a notice takes.
const width = 88

const indent = "    "

type writer struct {
	Case
	lang     standards.Lang
	b        bytes.Buffer
	sections int
}

func (w *writer) in(zh, en string) string { return w.lang.In(zh, en) }

// say writes a paragraph of a section.
func (w *writer) say(zh, en string, args ...any) {
	w.b.WriteString(layout.Wrap(fmt.Sprintf(w.in(zh, en), args...), indent, indent, width))
}

// item writes a paragraph that begins with a mark.
func (w *writer) item(mark, text string) {
	w.b.WriteString(layout.Wrap(text, indent+mark, indent+strings.Repeat(" ", layout.Width(mark)), width))
}

// section writes a numbered section unless write writes nothing.
func (w *writer) section(zh, en string, write func()) {
	before := w.b.Len()
	w.sections++
	fmt.Fprintf(&w.b, "\n%s\n", w.in(chineseNumbers[w.sections]+"、"+zh, strconv.Itoa(w.sections)+". "+en))
	start := w.b.Len()
	write()
	if w.b.Len() == start {
		w.b.Truncate(before)
		w.sections--
	}
}

var chineseNumbers = [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// draftBanner says in both languages that the decision was made under proposed law, where it was.
func (w *writer) draftBanner() {
	var drafts []string
	for _, ref := range w.Decision.Tables {
		if ref.Kind == standards.Draft {
			drafts = append(drafts, ref.ID)
		}
	}
	if len(drafts) == 0 {
		return
	}
	rule := strings.Repeat("!", width) + "\n"
	ids := strings.Join(drafts, ", ")
	w.b.WriteString(rule)
	w.b.WriteString(layout.Wrap("草案测算：本结果按草案 "+ids+" 作出，不是按现行规定作出的决定，不得据以发放。", "!! ", "!! ", width))
	w.b.WriteString(layout.Wrap("DRAFT: decided under proposed law, "+ids+", not under the rules in force. No payment may rest on it.", "!! ", "!! ", width))
	w.b.WriteString(rule + "\n")
}

// heading says what this is, about whom and for which day.
func (w *writer) heading() {
	h := &w.Household
	w.b.WriteString(w.in("社会救助审批结果通知", "NOTICE OF DECISION ON SOCIAL ASSISTANCE") + "\n")
	about := []string{h.Division.Text(w.lang), w.hukou(), fmt.Sprintf(w.in("成员%d人", "%d %s"), w.people(len(h.Members))...)}
	if h.ID != "" {
		about = append([]string{w.in("家庭 ", "household ") + h.ID}, about...)
	}
	w.b.WriteString(strings.Join(about, w.in("，", ", ")) + "\n")
	w.b.WriteString(w.in("适用日期：", "decided for ") + w.date(w.Decision.On) + "\n")
}

// people are the arguments of a format that counts people: in English the word is one of them.
func (w *writer) people(n int) []any {
	if w.lang != standards.English {
		return []any{n}
	}
	if n == 1 {
		return []any{n, "person"}
	}
	return []any{n, "people"}
}

func (w *writer) date(d standards.Date) string {
	if w.lang == standards.English {
		return d.String()
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

// kinds tells which kinds of hukou the household has, and whether one of them is not stated.
func (w *writer) kinds() (has [2]bool, open bool) {
	for i := range w.Household.Members {
		r := w.Household.Members[i].Residence
		if r == 0 {
			r = w.Household.Residence
		}
		if r == 0 {
			open = true
			continue
		}
		has[r-1] = true
	}
	return has, open
}

func (w *writer) hukou() string {
	switch has, open := w.kinds(); {
	case open:
		return w.in("户籍类别未载明", "kind of hukou not stated")
	case has[0] && has[1]:
		return w.in("成员分属城市、农村户籍", "urban and rural hukou")
	case has[0]:
		return w.in("城市户籍", "urban hukou")
	}
	return w.in("农村户籍", "rural hukou")
}

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

// granted says whom dibao covers, and of those who are counted whom it does not: people of a kind of hukou that is not eligible are paid
// nothing.
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

// eligibleKind reports whether income is below the line of the kind of hukou of member id, whichever it is where that is not stated.
func (w *writer) eligibleKind(id string) bool {
	i := slices.IndexFunc(w.Household.Members, func(m assistance.Member) bool { return m.ID == id })
	return i >= 0 && !slices.ContainsFunc(w.Decision.Steps, func(s benefit.Step) bool {
		kind := cmp.Or(w.Household.Members[i].Residence, w.Household.Residence, s.Under)
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

func (w *writer) names(ids []string) string { return strings.Join(ids, w.in("、", ", ")) }

// payments lists every part that was examined: whose it is, the verdict, and the sum.
func (w *writer) payments() {
	t := layout.Table{Right: []bool{false, false, false, true}}
	t.Add(w.in("待遇", "benefit"), w.in("对象", "for"), w.in("结果", "verdict"), w.in("每月金额", "a month"))
	d := &w.Decision
	if d.Dibao.Verdict != benefit.NotExamined {
		w.part(&t, benefit.Dibao, fmt.Sprintf(w.in("家庭（%d人）", "household (%d %s)"), w.people(d.Dibao.Covered())...), d.Dibao.Part)
	}
	for i := range d.Members {
		m := &d.Members[i]
		w.part(&t, benefit.Tekun, m.ID, m.Tekun.Part)
		w.part(&t, benefit.SinglePerson, m.ID, m.SinglePerson)
		w.part(&t, benefit.Living, m.ID, m.Living)
		w.part(&t, benefit.Nursing, m.ID, m.Nursing)
	}
	total := w.money(d.Total)
	if d.Total.Amount.Fen() == 0 && d.Total.Bound == standards.AtLeast {
		total = w.in("待定", "undetermined")
	}
	t.Add(w.in("合计", "total"), "", "", total)
	w.b.WriteString(t.Render(indent))
}

func (w *writer) part(t *layout.Table, n benefit.Name, who string, p benefit.Part) {
	if p.Verdict == benefit.NotExamined {
		return
	}
	sum := ""
	switch {
	case p.Verdict == benefit.Eligible:
		sum = w.money(p.Payment)
	case p.IfMet.Stated():
		sum = w.in("如符合：", "if met: ") + w.money(p.IfMet)
	}
	t.Add(n.Text(w.lang), who, p.Verdict.Text(w.lang), sum)
}

// money is a payment without "a month", for a column that says so.
func (w *writer) money(p benefit.Payment) string {
	if !p.Stated() {
		return w.in("金额无据可查", "amount not on record")
	}
	sum := p.Amount.YuanText() + w.in("元", " yuan")
	if p.Bound == standards.AtLeast {
		return w.in("不低于", "at least ") + sum
	}
	return sum
}
