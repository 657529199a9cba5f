package notice

import (
	"math/big"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// ends says of what is granted at which income it would end: where the income that was compared
// would no longer be below what it was compared with, everything else as it is.
func (w *writer) ends() {
	var said []string
	for _, s := range w.Decision.Steps {
		if s.Result != benefit.ResultMet || w.verdict(s.Part, s.Member) != benefit.Eligible {
			continue
		}
		if s.Code == benefit.StepLowIncomeBelow && w.coveredAlone() {
			s.Right = multipleOf(s)
		}
		if text := w.endOf(s); text != "" && !slices.Contains(said, text) {
			said = append(said, text)
			w.item(bullet, w.capital(text))
		}
	}
}

// coveredAlone reports whether someone has single-person cover.
func (w *writer) coveredAlone() bool {
	return slices.ContainsFunc(w.Decision.Members,
		func(m assistance.MemberDecision) bool { return m.SinglePerson.Verdict == benefit.Eligible })
}

// multipleOf is the multiple of the line that the income of a low-income family is below, in whole
// fen a year: the least that it is not below.
func multipleOf(s benefit.Step) benefit.Quantity {
	if len(s.Terms) != 1 || !s.Terms[0].Times.Stated() {
		return benefit.Quantity{}
	}
	t := s.Terms[0]
	n := new(big.Int).Mul(big.NewInt(t.Amount.Annual()), big.NewInt(t.Times.Num))
	n.Add(n, big.NewInt(t.Times.Den-1)).Quo(n, big.NewInt(t.Times.Den))
	if !n.IsInt64() {
		return benefit.Quantity{}
	}
	return benefit.Quantity{Amount: standards.Fen(n.Int64(), standards.PerYear), Bound: t.Bound}
}

// endOf says at which income a condition would no longer be met, empty for any other step.
func (w *writer) endOf(s benefit.Step) string {
	if !s.Right.Amount.Stated() {
		return ""
	}
	limit := w.both(s.Right.Amount)
	if s.Right.Bound == standards.AtLeast {
		limit = w.in("当地标准对应的数额（不低于"+limit+"）", "what the county's own line comes to, which is at least "+limit)
	}
	way := ""
	if text := s.WayText(w.lang); text != "" {
		way = w.in("（"+text+"）", "("+text+") ")
	}
	switch s.Code {
	case benefit.StepDibaoIncome:
		kind := ""
		if len(w.kindsNamed()) > 1 {
			kind = w.in(s.Residence.Text(w.lang)+"户籍成员的", " of the members of "+s.Residence.Text(w.lang)+" hukou")
		}
		return way + w.in("计入的家庭收入达到"+limit+"时，不再低于低保标准，"+kind+"最低生活保障终止",
			"dibao"+kind+" would end once the income that counts reaches "+limit+", as it is no longer below the line")
	case benefit.StepLowIncomeBelow:
		return way + w.in("计入的家庭收入达到"+limit+"时，不再属于低保边缘家庭，参照单人户的低保终止",
			"single-person cover would end once the income that counts reaches "+limit+", as the family is no longer a low-income family")
	case benefit.StepTekunIncome:
		return way + w.in(s.Member+"的本人收入达到"+limit+"时，不再低于低保标准，特困人员救助供养终止",
			"tekun support of "+s.Member+" would end once own income reaches "+limit+", as it is no longer below the line")
	case benefit.StepSinglePersonIncome:
		return way + w.in(s.Member+"的本人收入达到"+limit+"时，参照单人户的低保终止",
			"single-person cover of "+s.Member+" would end once own income reaches "+limit)
	}
	return ""
}
