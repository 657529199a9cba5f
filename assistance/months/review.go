package months

import (
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// ReviewClass says how the law sorts households for review (分类复核).
type ReviewClass uint8

const (
	// 收入基本无变化: someone is severely disabled or seriously ill, or (in the texts from 2020-08-25 on)
	// nobody can work
	LittleChange ReviewClass = iota + 1
	Stable                   // 相对稳定: the others in whom nobody can work
	AbleToWork               // 收入来源不固定、有劳动能力
	TekunReview              // 特困人员
)

var classTexts = [...][2]string{
	LittleChange: {"收入基本无变化", "little change in income"},
	Stable:       {"家庭情况相对稳定", "circumstances relatively stable"},
	AbleToWork:   {"收入来源不固定、有劳动能力", "income not fixed, able to work"},
	TekunReview:  {"特困人员", "tekun"},
}

var classWords = [...]string{"", "little-change", "stable", "able-to-work", "tekun"}

// String returns the word of the wire formats.
func (c ReviewClass) String() string { return lang.Word(classWords[:], int(c)) }

// MarshalText implements encoding.TextMarshaler.
func (c ReviewClass) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Text returns the class in language l.
func (c ReviewClass) Text(l standards.Lang) string {
	if int(c) >= len(classTexts) {
		return ""
	}
	return l.In(classTexts[c][0], classTexts[c][1])
}

// reviewRule is one rule on when a household is reviewed: every so many months.
type reviewRule struct {
	document  standards.Document
	clause    string
	class     ReviewClass
	residence standards.Residence // zero: both
	months    int
	printed   string
}

// reviewRules are the rules of each text. The texts follow one another: a text's rules hold until
// the next one's first day in force.
var reviewRules = []reviewRule{
	{standards.DibaoReview2012, "33", LittleChange, 0, 12, "家庭成员中有重病、重残人员且收入基本无变化的低保家庭，可每年复核一次"},
	{standards.DibaoReview2012, "33", Stable, 0, 6, "家庭成员基本情况相对稳定的低保家庭，可每半年复核一次"},
	{standards.DibaoReview2012, "33", AbleToWork, standards.Urban, 1, "原则上城市按月、农村按季复核"},
	{standards.DibaoReview2012, "33", AbleToWork, standards.Rural, 3, "原则上城市按月、农村按季复核"},
	{standards.Reform2020, "7", TekunReview, 0, 12, "对特困人员、短期内经济状况变化不大的低保家庭，每年核查一次"},
	{standards.Reform2020, "7", LittleChange, 0, 12, "对特困人员、短期内经济状况变化不大的低保家庭，每年核查一次"},
	{standards.Reform2020, "7", Stable, 0, 12, "对特困人员、短期内经济状况变化不大的低保家庭，每年核查一次"},
	{standards.Reform2020, "7", AbleToWork, 0, 6, "对收入来源不固定、家庭成员有劳动能力的低保家庭，每半年核查一次"},
	{standards.DibaoReview2021, "31", LittleChange, 0, 12, "对短期内经济状况变化不大的最低生活保障家庭，乡镇人民政府（街道办事处）每年核查一次"},
	{standards.DibaoReview2021, "31", Stable, 0, 12, "对短期内经济状况变化不大的最低生活保障家庭，乡镇人民政府（街道办事处）每年核查一次"},
	{standards.DibaoReview2021, "31", AbleToWork, 0, 6, "对收入来源不固定、家庭成员有劳动能力的最低生活保障家庭，每半年核查一次"},
}

// Review says when the law asks for the next review (复核、核查) of a household, and where it says so.
type Review struct {
	Due      standards.Date     `json:"due"`    // the day by which it is due
	Last     standards.Date     `json:"last"`   // the last review, or the approval, from which it is counted
	Months   int                `json:"months"` // how many months after Last it is due
	Class    ReviewClass        `json:"class"`
	Document standards.Document `json:"document"`
	Clause   string             `json:"clause"`
	Printed  string             `json:"printed"` // the words of the clause
	Overdue  bool               `json:"overdue"` // Due is past on the day that was asked about
}

// Text says in language l when the review is due, and where the law says so.
func (r Review) Text(l standards.Lang) string {
	info, _ := standards.Published().Document(r.Document)
	text := fmt.Sprintf(l.In("下次复核不迟于%s（%s，上次%s；%s）", "next review by %s (%s; the last was on %s; %s)"), r.Due,
		r.Class.Text(l), r.Last, info.Cite(r.Clause, l))
	if r.Overdue {
		text += l.In("，已逾期", ", overdue")
	}
	return text
}

// ReviewError says that no clause asks for a review of a household: it has neither dibao nor tekun
// support on that day, or no text on record then said when those on tekun support are reviewed.
type ReviewError struct {
	ID    string
	Known standards.Date
	Tekun bool
}

func (e *ReviewError) Error() string { return "months: " + e.Text(standards.English) }

// Text says it in language l.
func (e *ReviewError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	if e.Tekun {
		return fmt.Sprintf(l.In("%s：%s时特困人员何时复核无据可查",
			"%s: on %s no text on record said when people on tekun support are reviewed"), wire.Shown(e.ID), e.Known)
	}
	return fmt.Sprintf(l.In("%s：%s时没有已批准的低保或特困供养，无须复核",
		"%s: on %s neither dibao nor tekun support was granted, so there is no review"), wire.Shown(e.ID), e.Known)
}

// NextReview is NextReview under the calendar's tables.
//
// The classes are read from the facts on record: someone can work who counts, is not without
// ability to work as tekun support has it (by age or disability), and is neither a minor child, a
// student nor seriously ill. Such a household is AbleToWork, unless someone in it is seriously ill
// or severely disabled and no income has changed since the last review. Whether income is fixed is
// not among the facts, so the shorter interval goes. Of both kinds of hukou in one household, or
// where none is stated, the shorter interval goes too. The 2021 text allows a longer one in a major
// emergency; that is not computed.
//
// It reports wire.Errors for a history that cannot be used, a *ReviewError where there is nothing
// to review, and the errors of [Calendar.At].
func (c *Calendar) NextReview(h History, known standards.Date) (Review, error) {
	r, err := c.run(&h)
	if err != nil {
		return Review{}, err
	}
	set, err := c.At(MonthOf(known), known)
	if err != nil {
		return Review{}, err
	}
	last, tekun := r.lastReviewed(known)
	version := r.versionOn(known, known)
	if last.IsZero() || version < 0 {
		return Review{}, &ReviewError{ID: h.ID, Known: known}
	}
	household := r.household(version)
	class := TekunReview
	if !tekun {
		class = r.reviewClass(set, &household, last, known)
	}
	rule, ok := reviewRuleOn(known, class, &household)
	if !ok {
		return Review{}, &ReviewError{ID: h.ID, Known: known, Tekun: true}
	}
	due := last.AddMonths(rule.months)
	return Review{Due: due, Last: last, Months: rule.months, Class: class, Document: rule.document, Clause: rule.clause,
		Printed: rule.printed,
		Overdue: due.Before(known)}, nil
}

// lastReviewed is the last review up to known, or the first approval of what is granted then; zero
// where nothing is, or what is was approved in a place that the household has left. tekun says that
// there is tekun support and no dibao.
func (r *run) lastReviewed(known standards.Date) (last standards.Date, tekun bool) {
	dibao, h, version := false, r.h, r.versionOn(known, known)
	for i := range h.Grants {
		g := &h.Grants[i]
		granted := !known.Before(g.recorded()) && (g.Ended.IsZero() || known.Before(g.Ended))
		granted = granted && (version < 0 || !r.movedSince(g, version, known))
		if !granted || g.Part != benefit.Dibao && g.Part != benefit.Tekun {
			continue
		}
		switch {
		case g.Part == benefit.Dibao:
			last, dibao = g.Approved, true
		case !dibao && (last.IsZero() || g.Approved.Before(last)):
			last = g.Approved
		}
	}
	if last.IsZero() {
		return
	}
	for _, d := range h.Reviews {
		if !known.Before(d) && last.Before(d) {
			last = d
		}
	}
	return last, !dibao
}

// versionOn is the position of the version true on day on as known on day known, -1 if there was
// none.
func (r *run) versionOn(on, known standards.Date) int {
	for i := len(r.h.Versions) - 1; i >= 0; i-- {
		if v := &r.h.Versions[i]; !on.Before(v.From) && !known.Before(v.Recorded) {
			return i
		}
	}
	return -1
}

func (r *run) reviewClass(set *standards.Set, h *assistance.Household, last, known standards.Date) ReviewClass {
	able, hardship := false, false
	for i := range h.Members {
		m := &h.Members[i]
		if !counts(set, h, i, &assistance.MemberDecision{}) {
			continue
		}
		ill := m.SeriousIllness == standards.Yes
		able = able || !ill && canWork(set, h, m, known)
		hardship = hardship || ill || severe(set, h, m)
	}
	switch {
	case hardship && r.unchanged(h, last, known):
		return LittleChange
	case able:
		return AbleToWork
	}
	return Stable
}

// canWork reports whether m can work: not those without ability to work as tekun support has it,
// minor children and students.
func canWork(set *standards.Set, h *assistance.Household, m *assistance.Member, on standards.Date) bool {
	if m.Relation == benefit.MinorChild || m.Relation == benefit.Student {
		return false
	}
	grades := m.Disability.Grades()
	return law.Of(set).UnableToWork(h.Division, m.Born.AgeOn(on), &grades) != finding.Met
}

// severe reports whether m is severely disabled.
func severe(set *standards.Set, h *assistance.Household, m *assistance.Member) bool {
	grade, err := set.Number(standards.TopUpGrade, h.Division, 0, "")
	return err == nil && m.Disability.Stated() && m.Disability.Grade <= grade.Number.Int()
}

// unchanged reports whether incomes are basically unchanged (基本无变化) since the last review, or where
// the history begins later, since then: every version recorded up to known and true since has the
// same incomes, or is found to be no marked change.
func (r *run) unchanged(h *assistance.Household, last, known standards.Date) bool {
	if begins := r.h.Versions[0].From; last.Before(begins) {
		last = begins
	}
	i := r.versionOn(last, known)
	if i < 0 {
		return false
	}
	if sameIncomes(&r.h.Versions[i].Household, h) {
		return true
	}
	for j := range r.h.Versions {
		v := &r.h.Versions[j]
		if last.Before(v.From) && !known.Before(v.From) && !known.Before(v.Recorded) && v.Marked != standards.No {
			return false
		}
	}
	return true
}

// sameIncomes reports whether two households have the same members with the same incomes.
func sameIncomes(a, b *assistance.Household) bool {
	return slices.Equal(a.Income, b.Income) && slices.EqualFunc(a.Members, b.Members, func(a, b assistance.Member) bool {
		return a.ID == b.ID && slices.Equal(a.Income, b.Income)
	})
}

// unadjusted returns what dibao is in d's month where nothing but incomes changed within the review
// period, and review or approval is on record: from the 2020-08 text on what is no marked change
// adjusts nothing (item 7; 57号 art. 31). Whether a change is marked is a finding: while it is not
// stated, at least the lower of the two amounts is due.
func (r *run) unadjusted(d *Decided, v view, law *known, onDibao bool) (*benefit.Payment, error) {
	if !law.keeps || !onDibao || !d.Decision.Dibao.Payment.Stated() {
		return nil, nil
	}
	day := d.Month.First()
	last, tekun := r.lastReviewed(earlier(day, v.records))
	i := r.versionOn(last, v.records)
	if tekun || i < 0 || i == d.Version || r.h.marked(i, d.Version) == standards.Yes {
		return nil, nil
	}
	if !r.h.onlyIncomesDiffer(law.set, i, d.Version) {
		return nil, nil
	}
	household := r.household(d.Version)
	rule, ok := reviewRuleOn(day, r.reviewClass(law.set, &household, last, v.records), &household)
	if !ok || !day.Before(last.AddMonths(rule.months)) {
		return nil, nil
	}
	before := r.household(i)
	before.OnDibao = standards.Yes
	then := &r.scratch
	if err := then.Assess(law.set, &before); err != nil {
		return nil, named(err, i)
	}
	if !then.Dibao.Payment.Stated() {
		return nil, nil
	}
	kept := then.Dibao.Payment
	if r.h.marked(i, d.Version) != standards.No {
		if kept.Amount.Compare(d.Decision.Dibao.Payment.Amount) > 0 {
			kept = d.Decision.Dibao.Payment
		}
		kept.Bound = standards.AtLeast
	}
	return &kept, nil
}

// reviewKeepsFrom is the day from which a review period adjusts nothing for what is no marked
// change.
func reviewKeepsFrom() standards.Date {
	info, _ := standards.Published().Document(standards.Reform2020)
	return info.From
}

func earlier(a, b standards.Date) standards.Date {
	if a.Before(b) {
		return a
	}
	return b
}

// onlyIncomesDiffer reports whether two versions differ in incomes and in nothing else.
func (h *History) onlyIncomesDiffer(set *standards.Set, i, j int) bool {
	a, b := h.Versions[i].Household, h.Versions[j].Household
	if sameIncomes(&a, &b) || len(a.Members) != len(b.Members) {
		return false
	}
	a.ID, a.Income, a.Members = b.ID, b.Income, slices.Clone(a.Members)
	for k := range a.Members {
		a.Members[k].Income = b.Members[k].Income
	}
	then, err := assistance.Check(set, a)
	now, _ := assistance.Check(set, b) // the digest is zero if b cannot be used
	return err == nil && then == now
}

// marked is the finding on the versions after i up to j: yes if one is a marked change, no if each
// is none.
func (h *History) marked(i, j int) standards.Answer {
	found := standards.No
	for k := i + 1; k <= j; k++ {
		switch h.Versions[k].Marked {
		case standards.Yes:
			return standards.Yes
		case 0:
			found = 0
		}
	}
	return found
}

// ReviewRule is one rule on when households are reviewed (复核、核查): those of a class every so many
// months.
type ReviewRule struct {
	Class     ReviewClass
	Residence standards.Residence // the kind of hukou that it is for; zero: both
	Months    int
	Document  standards.Document
	Clause    string
}

// ReviewRulesOn lists the rules of the text in force on day on, as far as they are for h. Of a
// class there may be two, for the two kinds of hukou.
func ReviewRulesOn(on standards.Date, h *assistance.Household) []ReviewRule {
	var list []ReviewRule
	if h == nil {
		return nil
	}
	for class := LittleChange; class <= TekunReview; class++ {
		last, _ := reviewRuleOn(on, class, h) // where there is none, no rule is of its document
		for _, rule := range reviewRules {
			if rule.document == last.document && rule.class == class && (rule.residence == 0 || hasKind(h, rule.residence)) {
				list = append(list, ReviewRule{class, rule.residence, rule.months, rule.document, rule.clause})
			}
		}
	}
	return list
}

// reviewRuleOn is the rule for a class in the text in force on a day; where several hold, the one
// with the shortest interval. Where the text has none, that of the one before it goes on.
func reviewRuleOn(on standards.Date, class ReviewClass, h *assistance.Household) (reviewRule, bool) {
	var best reviewRule
	for _, rule := range reviewRules {
		info, _ := standards.Published().Document(rule.document)
		if on.Before(info.From) || rule.class != class || rule.residence != 0 && !hasKind(h, rule.residence) {
			continue
		}
		if rule.document != best.document || rule.months < best.months {
			best = rule
		}
	}
	return best, best.months != 0
}

// hasKind reports whether someone in h is of kind of hukou r, or states none.
func hasKind(h *assistance.Household, r standards.Residence) bool {
	return slices.ContainsFunc(h.Members, func(m assistance.Member) bool {
		kind := h.ResidenceOf(&m)
		return kind == 0 || kind == r
	})
}
