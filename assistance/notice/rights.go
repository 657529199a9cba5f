package notice

import (
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// rule is a rule of procedure that a notice states: whom it is for, on which days, and the words it
// rests on.
type rule struct {
	document    standards.Document
	clause      string
	printed     string
	parts       benefit.Names       // the benefits that it is about
	residence   standards.Residence // the kind of hukou that it is for; zero: both
	from, until standards.Date      // until: the first day after; zero: no end on record
	number      int                 // the figure of the clause, where it has one: months, or a day of the month
	text        standards.Text
}

// The days between which the rules of a text are in force.
var (
	opened     = standards.Date{Year: 2020, Month: 1, Day: 1} // the first day that is decided; the texts are older
	measures21 = standards.Date{Year: 2021, Month: 7, Day: 1} // 57号 and 43号 come into force, and 220号 and 178号 end
	forever    = standards.Date{}

	ofDibao  = benefit.Of(benefit.Dibao, benefit.LowIncome, benefit.SinglePerson)
	ofTekun  = benefit.Of(benefit.Tekun)
	ofRelief = ofDibao | ofTekun
)

// firstPayments say from which month on what is granted is paid.
var firstPayments = [...]rule{
	{standards.DibaoReview2012, "29", "从批准之日下月起发放低保金", ofDibao, 0, opened, measures21, 1,
		standards.Text{Zh: "低保金自批准之日的下月起发放", En: "dibao is paid from the month after approval on"}},
	{standards.DibaoReview2021, "21", "从作出确认同意决定之日下月起发放最低生活保障金", ofDibao, 0, measures21, forever, 1,
		standards.Text{Zh: "低保金自作出确认同意决定之日的下月起发放", En: "dibao is paid from the month after confirmation on"}},
	{standards.Tekun2021, "17", "从确认之日下月起给予救助供养待遇", ofTekun, 0, measures21, forever, 1,
		standards.Text{Zh: "特困人员救助供养待遇自确认之日的下月起给予", En: "tekun support is given from the month after confirmation on"}},
}

// subsidyStarts say from which month on the two disability subsidies are paid.
var subsidyStarts = [...]rule{
	{standards.SubsidiesRestated, "", "自递交申请当月计发", benefit.Of(benefit.Living, benefit.Nursing), 0, opened, forever, 0,
		standards.Text{Zh: "残疾人两项补贴自递交申请的当月计发",
			En: "the two disability subsidies are paid from the month of application on"}},
}

// payDays say by which day of the month it is paid.
var payDays = [...]rule{
	{standards.DibaoReview2012, "31", "每月10日前发放到户", ofDibao, 0, opened, measures21, 10,
		standards.Text{Zh: "低保金按月发放，每月%d日前发放到户", En: "dibao is paid each month, by day %d of it"}},
}

// objections say how the applicant objects to the check of incomes and property.
var objections = [...]rule{
	{standards.DibaoReview2012, "20", "申请人对家庭经济状况信息核对结果有异议的，应当提供相关证明材料；乡镇人民政府（街道办事处）应当对申请人提供的家庭经济状况证明材料进行审核，并组织开展复查",
		ofDibao, 0, opened, measures21, 0,
		standards.Text{Zh: "申请人对家庭经济状况信息核对结果有异议的，可以向乡镇人民政府（街道办事处）提供相关证明材料，由其审核并组织复查",
			En: "who objects to the check of the household's means hands the evidence to the township government (subdistrict office), which examines it and checks again"}},
	{standards.DibaoReview2021, "18", "申请人有异议的，应当提供相关佐证材料；乡镇人民政府（街道办事处）应当组织开展复查", ofDibao, 0, measures21, forever, 0,
		standards.Text{Zh: "申请人对家庭经济状况信息核对结果有异议的，可以向乡镇人民政府（街道办事处）提供相关佐证材料，由其组织复查",
			En: "who objects to the check of the household's means hands the evidence to the township government (subdistrict office), which checks again"}},
}

// appeals say where the decision can be appealed against.
var appeals = [...]rule{
	{standards.Order649, "65", "对社会救助管理部门作出的具体行政行为不服的，可以依法申请行政复议或者提起行政诉讼", ofRelief, 0, opened, forever, 0,
		standards.Text{Zh: "申请或者已获得社会救助的家庭或者人员对决定不服的，可以依法申请行政复议或者提起行政诉讼",
			En: "a household or person who applied for or has social assistance may, by law, ask for administrative reconsideration of the decision or bring an administrative suit"}},
	{standards.Order271, "15", "可以依法申请行政复议；对复议决定仍不服的，可以依法提起行政诉讼", ofDibao, standards.Urban, opened, forever, 0,
		standards.Text{Zh: "城市居民对不批准或者减发、停发低保待遇的决定不服的，可以依法申请行政复议；对复议决定仍不服的，可以依法提起行政诉讼",
			En: "urban residents refused dibao, or whose dibao is cut or stopped, may ask for reconsideration, and then bring a suit against what comes of it"}},
	{standards.DibaoReview2021, "38", "对于民政部门作出的具体行政行为不服的，可以依法申请行政复议或者提起行政诉讼", ofDibao, 0, measures21, forever, 0,
		standards.Text{Zh: "申请或者已经获得最低生活保障的家庭成员对民政部门的决定不服的，可以依法申请行政复议或者提起行政诉讼",
			En: "members of a household that applied for or has dibao may ask for reconsideration of the civil affairs department's decision or bring a suit"}},
}

// duties say which changes are reported, and to whom.
var duties = [...]rule{
	{standards.Order649, "13", "人口状况、收入状况、财产状况发生变化的，应当及时告知乡镇人民政府、街道办事处", ofDibao, 0, opened, forever, 0,
		standards.Text{Zh: "低保家庭的人口、收入、财产状况发生变化的，应当及时告知乡镇人民政府、街道办事处",
			En: "a household on dibao tells the township government or subdistrict office promptly when its people, income or property change"}},
	{standards.DibaoReview2012, "32", "低保家庭应当向乡镇人民政府（街道办事处）定期报告家庭人口、收入和财产状况的变化情况", ofDibao, 0, opened, measures21, 0,
		standards.Text{Zh: "低保家庭应当向乡镇人民政府（街道办事处）定期报告家庭人口、收入和财产状况的变化情况",
			En: "it reports changes of its people, income and property to the township government (subdistrict office) regularly"}},
	{standards.DibaoReview2021, "30", "最低生活保障家庭的人口状况、收入状况和财产状况发生变化的，应当及时告知乡镇人民政府（街道办事处）", ofDibao, 0, measures21,
		forever, 0,
		standards.Text{Zh: "最低生活保障家庭的人口、收入和财产状况发生变化的，应当及时告知乡镇人民政府（街道办事处）",
			En: "it tells the township government (subdistrict office) promptly when its people, income or property change"}},
}

// on reports whether r is in force on a day, for one of these benefits and kinds of hukou.
func (r *rule) on(day standards.Date, parts benefit.Names, kinds [2]bool) bool {
	return !day.Before(r.from) && (r.until.IsZero() || day.Before(r.until)) && r.parts&parts != 0 &&
		(r.residence == 0 || kinds[r.residence-1])
}

// rights says what follows from the decision: from when it is paid, what is to be reported, when it
// is reviewed, and how to object.
func (w *writer) rights() {
	due, examined := w.parts()
	for _, r := range w.rulesFor(firstPayments[:], due) {
		w.cited(r.text.In(w.lang)+w.firstMonth(r), r)
	}
	for _, r := range w.rulesFor(subsidyStarts[:], due) {
		w.cited(r.text.In(w.lang), r)
	}
	for _, r := range w.rulesFor(payDays[:], due) {
		w.cited(fmt.Sprintf(r.text.In(w.lang), r.number), r)
	}
	for _, list := range [...][]*rule{w.rulesFor(duties[:], due), w.rulesFor(objections[:], examined),
		w.rulesFor(appeals[:], examined)} {
		for _, r := range list {
			w.cited(r.text.In(w.lang), r)
		}
	}
	w.reviews(due)
}

// parts are the benefits that are due, and those that were examined.
func (w *writer) parts() (due, examined benefit.Names) {
	for of, p := range w.Decision.Parts() {
		examined |= benefit.Of(of.Part)
		if p.Verdict == benefit.Eligible && of.Part != benefit.LowIncome {
			due |= benefit.Of(of.Part)
		}
	}
	return due, examined
}

// rulesFor returns the rules in force on the day of the decision that are about these benefits.
func (w *writer) rulesFor(list []rule, parts benefit.Names) []*rule {
	kinds, open := w.kinds()
	if open {
		kinds = [2]bool{true, true}
	}
	var all []*rule
	for i := range list {
		if list[i].on(w.Decision.On, parts, kinds) {
			all = append(all, &list[i])
		}
	}
	return all
}

// cited adds an item with the clause that it rests on.
func (w *writer) cited(text string, r *rule) {
	w.item(bullet, w.capital(text)+w.citation(r.document, r.clause))
}

// firstMonth names the month of the first payment, where the day of the decision is stated.
func (w *writer) firstMonth(r *rule) string {
	if !w.Decided.Valid() {
		return ""
	}
	first := standards.Date{Year: w.Decided.Year, Month: w.Decided.Month, Day: 1}.AddMonths(r.number)
	return fmt.Sprintf(w.in("，即自%d年%d月起", ": from %04d-%02d"), first.Year, int(first.Month))
}

// reviews says how often the household is reviewed, by each class there is.
func (w *writer) reviews(due benefit.Names) {
	classes := []months.ReviewClass{}
	if due&ofDibao != 0 {
		classes = append(classes, months.LittleChange, months.Stable, months.AbleToWork)
	}
	if due&ofTekun != 0 {
		classes = append(classes, months.TekunReview)
	}
	rules := months.ReviewRulesOn(w.Decision.On, &w.Household)
	for _, r := range rules {
		if !slices.Contains(classes, r.Class) {
			continue
		}
		kind := ""
		if r.Residence != 0 && len(w.kindsNamed()) > 1 {
			kind = w.in("（"+r.Residence.Text(w.lang)+"）", " ("+r.Residence.Text(w.lang)+")")
		}
		text := fmt.Sprintf(w.in("下次复核：%s%s的，%s复核一次", "next review: %s%s, %s"), r.Class.Text(w.lang), kind, w.every(r.Months))
		if w.Decided.Valid() {
			text += w.in("，即不迟于", ", so by ") + w.date(w.Decided.AddMonths(r.Months))
		}
		w.item(bullet, w.capital(text)+w.citation(r.Document, r.Clause))
	}
}

// every says how often something is that comes again after so many months.
func (w *writer) every(n int) string {
	switch n {
	case 1:
		return w.in("每月", "every month")
	case 3:
		return w.in("每季度", "every quarter")
	case 6:
		return w.in("每半年", "every half year")
	case standards.MonthsPerYear:
		return w.in("每年", "every year")
	}
	return fmt.Sprintf(w.in("每%d个月", "every %d months"), n)
}

// citation is a clause in brackets.
func (w *writer) citation(d standards.Document, clause string) string {
	return w.resting(d.Info().Citation(clause, w.lang))
}

// resting puts what something rests on in brackets.
func (w *writer) resting(cited string) string { return w.in("（依据"+cited+"）", " ("+cited+")") }
