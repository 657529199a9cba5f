package assistance_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// This is the baseline that Assess is measured by: dibao and the two subsidies alone, written with decimal.Decimal in the straightforward way.
// It makes no checks, gives no reasons and no citations, and knows only the city's five districts, one kind of hukou in a household,
// members who all count, and facts that are all stated.

// plainHousehold holds every sum as a decimal in yuan, converted before anything is measured.
type plainHousehold struct {
	rural   bool
	income  []plainIncome // of the household as such
	members []plainMember
}

type plainMember struct {
	id     string
	income []plainIncome
	grade  int // of the disability certificate; 0: none
}

type plainIncome struct {
	kind    standards.IncomeKind
	yuan    decimal.Decimal
	perYear bool
	months  int // of a monthly sum: in how many months of the year it is had; 0: in all
}

// plainDecision is what is due, a month.
type plainDecision struct {
	dibao, total decimal.Decimal
	members      []plainPayments
}

type plainPayments struct {
	id              string
	living, nursing decimal.Decimal
}

var (
	plainLine   = decimal.NewFromInt(600) // 月人均
	plainRate   = decimal.NewFromInt(100) // of each of the two subsidies
	plainTwelve = decimal.NewFromInt(12)
)

// decide takes income a month and a head and compares it with the line; it pays the difference to each, and the subsidies beside it.
func (h *plainHousehold) decide() plainDecision {
	income := h.monthly(h.income)
	for _, m := range h.members {
		income = income.Add(h.monthly(m.income))
	}
	people := decimal.NewFromInt(int64(len(h.members)))
	perHead := income.Div(people)
	onDibao := perHead.LessThan(plainLine)

	d := plainDecision{members: make([]plainPayments, len(h.members))}
	if onDibao {
		d.dibao = plainLine.Sub(perHead).Mul(people).Round(8).RoundCeil(2) // the quotients are not exact
	}
	d.total = d.dibao
	for i, m := range h.members {
		due := &d.members[i]
		due.id = m.id
		if m.grade != 0 && onDibao {
			due.living = plainRate
			d.total = d.total.Add(due.living)
		}
		if m.grade == 1 || m.grade == 2 {
			due.nursing = plainRate
			d.total = d.total.Add(due.nursing)
		}
	}
	return d
}

// monthly sums what counts of incomes, a month.
func (h *plainHousehold) monthly(incomes []plainIncome) decimal.Decimal {
	sum := decimal.Zero
	for _, in := range incomes {
		if !h.counts(in.kind) {
			continue
		}
		yuan := in.yuan
		switch {
		case in.perYear:
			yuan = yuan.Div(plainTwelve)
		case in.months != 0:
			yuan = yuan.Mul(decimal.NewFromInt(int64(in.months))).Div(plainTwelve)
		}
		sum = sum.Add(yuan)
	}
	return sum
}

// counts reports whether a kind of income counts for dibao in 2020.
func (h *plainHousehold) counts(kind standards.IncomeKind) bool {
	switch kind {
	case standards.VeteransPension, standards.DisabilitySubsidy, standards.ChildSubsidy:
		return false
	case standards.Reward:
		return !h.rural
	}
	return true
}

func plainOf(h assistance.Household) *plainHousehold {
	plain := &plainHousehold{rural: h.Residence == standards.Rural, income: plainIncomes(h.Income)}
	for _, m := range h.Members {
		plain.members = append(plain.members, plainMember{m.ID, plainIncomes(m.Income), m.Disability.Grade})
	}
	return plain
}

func plainIncomes(incomes []assistance.Income) []plainIncome {
	var plain []plainIncome
	for _, in := range incomes {
		plain = append(plain, plainIncome{in.Kind, in.Amount.Yuan(), in.Amount.Per() == standards.PerYear, in.Months})
	}
	return plain
}

// requireSame checks every payment of the baseline against the decision of Assess.
func requireSame(t testing.TB, set *standards.Set, h assistance.Household, plain plainDecision) {
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	same := func(what string, got standards.Amount, want decimal.Decimal) {
		require.True(t, got.Yuan().Equal(want), "%s: %s against %s", what, got, want)
	}
	same("dibao", d.Dibao.Payment.Amount, plain.dibao)
	same("total", d.Total.Amount, plain.total)
	require.Len(t, plain.members, len(d.Members))
	for i, m := range d.Members {
		require.Equal(t, m.ID, plain.members[i].id)
		same(m.ID+": living", m.Living.Payment.Amount, plain.members[i].living)
		same(m.ID+": nursing", m.Nursing.Payment.Amount, plain.members[i].nursing)
	}
}
