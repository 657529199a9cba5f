package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The columns of the decisions, before those that are kept.
var (
	householdColumns = []string{"household", "division", "residence", "weight", "category", "people", "dibao_verdict", "dibao_yuan", "dibao_bound", "tekun",
		"single_person_yuan", "living_yuan", "nursing_yuan", "total_yuan", "total_bound", "reason", "needs"}
	memberColumns = []string{"household", "division", "residence", "weight", "category", "member", "tekun_verdict", "tekun_yuan", "self_care", "single_person_verdict",
		"single_person_yuan", "living_verdict", "living_yuan", "nursing_verdict", "nursing_yuan", "needs"}
)

func (p *program) header() []string {
	if p.members {
		return append(append([]string(nil), memberColumns...), p.keep...)
	}
	return append(append(append([]string(nil), householdColumns...), p.keep...), "difference_yuan")
}

func (p *program) lead(row []string, r *caseload.Result) []string {
	return append(row, safe(r.Household.ID), r.Household.Division.String(), r.Household.Residence.String(), strconv.Itoa(max(1, r.Household.Weight)), r.Decision.Category.String())
}

// row is the decision of one household.
func (p *program) row(row []string, r *caseload.Result) []string {
	d := &r.Decision
	tekun := 0
	var alone, living, nursing int64
	for i := range d.Members {
		m := &d.Members[i]
		if m.Tekun.Verdict == benefit.Eligible {
			tekun++
		}
		alone += m.SinglePerson.Payment.Amount.Fen()
		living += m.Living.Payment.Amount.Fen()
		nursing += m.Nursing.Payment.Amount.Fen()
	}
	row = append(p.lead(row, r), strconv.Itoa(len(r.Household.Members)), d.Dibao.Verdict.String(), yuan(d.Dibao.Payment.Amount), d.Dibao.Payment.Bound.String(),
		strconv.Itoa(tekun), fen(alone), fen(living), fen(nursing), yuan(d.Total.Amount), d.Total.Bound.String(), string(reason(d)), needs(d, ""))
	return append(append(row, kept(r)...), difference(r))
}

// memberRow is the decision of one person.
func (p *program) memberRow(row []string, r *caseload.Result, i int) []string {
	m := &r.Decision.Members[i]
	row = append(p.lead(row, r), safe(m.ID), m.Tekun.Verdict.String(), yuan(m.Tekun.Payment.Amount), m.Tekun.SelfCare.String(), m.SinglePerson.Verdict.String(),
		yuan(m.SinglePerson.Payment.Amount), m.Living.Verdict.String(), yuan(m.Living.Payment.Amount), m.Nursing.Verdict.String(), yuan(m.Nursing.Payment.Amount),
		needs(&r.Decision, m.ID))
	return append(row, kept(r)...)
}

func kept(r *caseload.Result) []string {
	cells := make([]string, len(r.Kept))
	for i, s := range r.Kept {
		cells[i] = safe(s)
	}
	return cells
}

// safe keeps a spreadsheet from taking a text for a formula.
func safe(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func yuan(a standards.Amount) string {
	if !a.Stated() {
		return ""
	}
	return a.YuanText()
}

func fen(n int64) string { return standards.Fen(n, standards.PerMonth).YuanText() }

// difference is what is paid less what is due, where both are exact.
func difference(r *caseload.Result) string {
	if !r.Paid.Stated() || r.Decision.Total.Bound != standards.Exactly {
		return ""
	}
	return fen(r.Paid.Fen() - r.Decision.Total.Amount.Fen())
}

// reason is the code of the step that decided: what refused, what is unknown, or how the payment is made up.
func reason(d *assistance.Decision) benefit.Code {
	part, want := benefit.Dibao, benefit.ResultNotMet
	switch d.Category {
	case benefit.CategoryTekun:
		part, want = benefit.Tekun, benefit.ResultMet
	case benefit.CategoryDibao:
		want = benefit.ResultMet
	case benefit.CategoryLowIncome:
		part, want = benefit.LowIncome, benefit.ResultMet
	case benefit.CategoryUndetermined:
		want = benefit.ResultUnknown
	}
	var code benefit.Code
	for i := range d.Steps {
		s := &d.Steps[i]
		switch {
		case s.Result == want && s.Part == part && (code == "" || want == benefit.ResultMet):
			code = s.Code
		case s.Result == benefit.ResultComputed && s.Part == part && want == benefit.ResultMet:
			code = s.Code
		}
	}
	for i := range d.Steps {
		if s := &d.Steps[i]; code == "" && s.Result == want {
			code = s.Code
		}
	}
	return code
}

// needs lists what is needed: of the household and everyone, or what concerns one member.
func needs(d *assistance.Decision, member string) string {
	var list []string
	for _, n := range d.Needs {
		if member != "" && n.Member != member {
			continue
		}
		text := n.Figure.String()
		if n.Fact != 0 {
			text = n.Fact.String()
		}
		if n.Member != "" {
			text = n.Member + "." + text
		}
		if !slices.Contains(list, text) { // a line may be needed above more than one amount
			list = append(list, text)
		}
	}
	return strings.Join(list, " ")
}
