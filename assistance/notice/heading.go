package notice

import (
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// heading says what this is, about whom and for which day. Until an office signs it, it is a
// calculation.
func (w *writer) heading() {
	w.content.Title = w.in("社会救助测算结果", "CALCULATION OF SOCIAL ASSISTANCE")
	if w.signed() {
		w.content.Title = w.in("社会救助"+w.act()+"结果通知", "NOTICE OF DECISION ON SOCIAL ASSISTANCE")
		w.content.Number = layout.Passage(w.Number)
	}
	h := &w.Household
	about := []string{h.Division.Text(w.lang), w.hukou(), fmt.Sprintf(w.in("成员%d人", "%d %s"), w.people(len(h.Members))...)}
	if h.ID != "" {
		about = append([]string{w.in("家庭 ", "household ") + h.ID}, about...)
	}
	w.content.About = []string{strings.Join(about, w.in("，", ", ")), w.in("适用日期：", "decided for ") + w.date(w.Decision.On)}
}

// closing says who signs, and when, or that this is no decision.
func (w *writer) closing() {
	if !w.signed() {
		w.content.Closing = []string{w.in("本件是测算结果，未经民政部门"+w.act()+"，不是决定，不得据以发放。",
			"This is a calculation. No office has decided, and nothing may be paid by it.")}
		return
	}
	w.content.Closing = []string{layout.Passage(w.Office)}
	if w.Decided.Valid() {
		w.content.Closing = append(w.content.Closing, w.date(w.Decided))
	}
}

// signed reports whether an office signs. None signs what rests on proposed law or on facts that
// were filled in for an estimate: that stays a calculation.
func (w *writer) signed() bool {
	return w.Office != "" && len(w.Filled) == 0 && len(w.drafts()) == 0
}

// act names the office's decision as it is called on the day: 审批 to 2021-06-30, and 审核确认 after.
func (w *writer) act() string {
	if w.Decision.On.Before(measures21) {
		return "审批"
	}
	return "审核确认"
}

// hukou names the kinds of hukou of the members, and of both kinds who has which.
func (w *writer) hukou() string {
	switch kinds := w.kindsNamed(); {
	case len(kinds) == 0 && len(w.Household.Members) > 0:
		return w.in("户籍类别未载明", "kind of hukou not stated")
	case len(kinds) == 0:
		return w.in("没有成员", "no members")
	}
	if _, open := w.kinds(); !open && len(w.kindsNamed()) == 1 {
		return w.kindsNamed()[0].Text(w.lang) + w.in("户籍", " hukou")
	}
	var parts []string
	for _, r := range append(w.kindsNamed(), 0) {
		ids := w.ofKind(r)
		if len(ids) == 0 {
			continue
		}
		kind := w.in("未载明户籍类别", "kind of hukou not stated")
		if r != 0 {
			kind = r.Text(w.lang) + w.in("户籍", " hukou")
		}
		parts = append(parts, kind+w.in("：", ": ")+w.names(ids))
	}
	return strings.Join(parts, w.in("；", "; "))
}

// ofKind lists the members of kind of hukou r; zero: of whom it is not stated.
func (w *writer) ofKind(r standards.Residence) []string {
	var ids []string
	for i := range w.Household.Members {
		if m := &w.Household.Members[i]; w.Household.ResidenceOf(m) == r {
			ids = append(ids, m.ID)
		}
	}
	return ids
}
