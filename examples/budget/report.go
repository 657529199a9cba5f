package main

import (
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/wire"
)

// report is what is printed.
type report struct {
	On         standards.Date       `json:"on"`
	Tables     []standards.TableRef `json:"tables"`
	Figure     string               `json:"figure"`
	Per        standards.Period     `json:"per"`
	Households int                  `json:"households"`
	Refused    int64                `json:"refused"`
	BudgetYuan string               `json:"budgetYuan"`
	Of         benefit.Names        `json:"of"`
	Exact      []amounts            `json:"exact"`
	Under      *spent               `json:"under,omitempty"`
	Over       *spent               `json:"over,omitempty"`
	Falls      int                  `json:"falls"`
}

type amounts struct {
	From string `json:"fromYuan"`
	To   string `json:"toYuan"`
}

type spent struct {
	Yuan  string `json:"yuan"`
	Spent string `json:"spentYuan"`
}

func newReport(p *program, q *caseload.Search, households int, s *caseload.Solution) *report {
	figure := benefit.Figure{Key: q.Figure.Key, Place: q.Figure.Place, Residence: q.Figure.Residence, Of: q.Figure.Of}
	r := &report{On: p.set.Day(), Tables: p.set.Refs(), Figure: figure.String(), Per: q.From.Per(), Households: households, Refused: p.refused,
		BudgetYuan: wire.FormatFen(q.Budget), Of: q.Of, Exact: []amounts{}, Falls: s.Falls}
	if r.Tables == nil {
		r.Tables = []standards.TableRef{}
	}
	if r.Of == 0 {
		r.Of = benefit.Of(benefit.Tekun, benefit.Dibao, benefit.SinglePerson, benefit.Living, benefit.Nursing)
	}
	for _, e := range s.Exact {
		r.Exact = append(r.Exact, amounts{e.From.YuanText(), e.To.YuanText()})
	}
	r.Under, r.Over = spentBy(s.Under), spentBy(s.Over)
	return r
}

func spentBy(s caseload.Spent) *spent {
	if !s.Amount.Stated() {
		return nil
	}
	return &spent{s.Amount.YuanText(), wire.FormatFen(s.Fen)}
}

func (r *report) text(l standards.Lang) string {
	var b strings.Builder
	say := func(zh, en string, args ...any) { fmt.Fprintf(&b, l.In(zh, en)+"\n", args...) }
	per := l.In("每月", "a month")
	if r.Per == standards.PerYear {
		per = l.In("每年", "a year")
	}
	var of []string
	for _, n := range r.Of.List() {
		of = append(of, n.Text(l))
	}
	say("%s：%d 户，退回 %d 户；每月资金 %s 元，用于%s", "%s: %d households, %d refused; %s yuan a month to spend, on %s", r.On, r.Households, r.Refused, r.BudgetYuan,
		strings.Join(of, l.In("、", ", ")))
	if len(r.Exact) == 0 {
		say("没有一个金额恰好用完：", "no amount spends it to the fen:")
	}
	for _, e := range r.Exact {
		if e.From == e.To {
			say("%s 为%s %s 元时恰好用完", "%s at %[3]s yuan %[2]s spends it to the fen", r.Figure, per, e.From)
		} else {
			say("%s 为%s %s 元至 %s 元时都恰好用完", "%s at %[3]s to %[4]s yuan %[2]s spends it to the fen", r.Figure, per, e.From, e.To)
		}
	}
	if r.Under != nil {
		say("  不超过的最接近者：%s %s 元，用去 %s 元", "  the nearest that spends less: %[2]s yuan %[1]s, which spends %[3]s", per, r.Under.Yuan, r.Under.Spent)
	}
	if r.Over != nil {
		say("  超过的最接近者：%s %s 元，用去 %s 元", "  the nearest that spends more: %[2]s yuan %[1]s, which spends %[3]s", per, r.Over.Yuan, r.Over.Spent)
	}
	if r.Falls > 0 {
		say("注意：有 %d 个金额比前一个用得少——家庭由参照单人户转为低保的，支出可能下降", "note: %d of the amounts spend less than the one before: where a family passes from single-person cover to dibao, what it is paid may fall", r.Falls)
	}
	return b.String()
}
