package months_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func TestHistoryFaults(t *testing.T) {
	base := func() months.History {
		h := onDibao(version("2020-01-01", "2019-12-20", family(0)), version("2020-03-10", "2020-03-12", family(500_00)),
			version("2020-03-10", "2020-05-12", family(600_00)))
		h.Reviews = []standards.Date{date("2020-06-01"), date("2020-07-01")}
		return h
	}
	h := base()
	require.NoError(t, h.Check())
	for _, tt := range []struct {
		path, code string
		change     func(h *months.History)
	}{
		{"id", wire.CodeRequired, func(h *months.History) { h.ID = "" }},
		{"id", wire.CodeIDFormat, func(h *months.History) { h.ID = "a b" }},
		{"versions", wire.CodeRequired, func(h *months.History) { h.Versions = nil }},
		{"versions[1].from", wire.CodeConflict, func(h *months.History) { h.Versions[1].From = date("2019-12-31") }},
		{"versions[2].recorded", wire.CodeConflict, func(h *months.History) { h.Versions[2].Recorded = h.Versions[1].Recorded }},
		{"versions[2].recorded", wire.CodeConflict, func(h *months.History) { h.Versions[2].Recorded = date("2020-03-11") }},
		{"versions[0].from", wire.CodeRequired, func(h *months.History) { h.Versions[0].From = standards.Date{} }},
		{"versions[0].from", wire.CodeDateFormat, func(h *months.History) { h.Versions[0].From = standards.Day(2019, 2, 29) }},
		{"versions[1].from", wire.CodeDateFormat, func(h *months.History) { h.Versions[1].From = standards.Day(2019, 2, 29) }},
		{"versions[2].recorded", wire.CodeDateFormat, func(h *months.History) { h.Versions[2].Recorded = standards.Day(2020, 2, 30) }},
		{"versions[2].recorded", wire.CodeRequired, func(h *months.History) { h.Versions[2].Recorded = standards.Date{} }},
		{"versions[1].note", wire.CodeTooLong, func(h *months.History) { h.Versions[1].Note = strings.Repeat("字", 201) }},
		{"versions[1].note", wire.CodeTooLong, func(h *months.History) { h.Versions[1].Note = "a\nb" }},
		{"versions[1].note", wire.CodeTooLong, func(h *months.History) { h.Versions[1].Note = "a\xff" }},
		{"versions[1].household.id", wire.CodeConflict, func(h *months.History) { h.Versions[1].Household.ID = "h-2" }},
		{"versions[0].household.members", wire.CodeRequired, func(h *months.History) { h.Versions[0].Household.Members = nil }},
		{"versions[1].marked", wire.CodeNotAValue, func(h *months.History) { h.Versions[1].Marked = 3 }},
		{"versions[1].household.members[1].born", wire.CodeDateRange, func(h *months.History) { h.Versions[1].Household.Members[1].Born = date("2020-03-11") }},
		{"grants[0].part", wire.CodeRequired, func(h *months.History) { h.Grants[0].Part = 0 }},
		{"grants[0].part", wire.CodeNotAValue, func(h *months.History) { h.Grants[0].Part = benefit.LowIncome }},
		{"grants[0].member", wire.CodeNotAllowed, func(h *months.History) { h.Grants[0].Member = "child" }},
		{"grants[0].member", wire.CodeRequired, func(h *months.History) { h.Grants[0].Part = benefit.Tekun }},
		{"grants[0].member", wire.CodeConflict, func(h *months.History) { h.Grants[0].Part, h.Grants[0].Member = benefit.Tekun, "nobody" }},
		{"grants[0].applied", wire.CodeRequired, func(h *months.History) {
			h.Grants[0] = months.Grant{Part: benefit.Nursing, Member: "child", Approved: date("2020-01-01")}
		}},
		{"grants[0].approved", wire.CodeRequired, func(h *months.History) { h.Grants[0].Approved = standards.Date{} }},
		{"grants[0].approved", wire.CodeDateFormat, func(h *months.History) { h.Grants[0].Approved = standards.Day(2019, 12, 32) }},
		{"grants[0].applied", wire.CodeDateFormat, func(h *months.History) { h.Grants[0].Applied = standards.Day(2019, 13, 1) }},
		{"grants[0].recorded", wire.CodeDateFormat, func(h *months.History) { h.Grants[0].Recorded = standards.Day(2019, 2, 29) }},
		{"grants[0].ended", wire.CodeDateFormat, func(h *months.History) { h.Grants[0].Ended = standards.Day(2019, 2, 29) }},
		{"grants[0].approved", wire.CodeConflict, func(h *months.History) { h.Grants[0].Approved = date("2019-12-01") }},
		{"grants[0].recorded", wire.CodeConflict, func(h *months.History) { h.Grants[0].Recorded = date("2019-12-19") }},
		{"grants[0].ended", wire.CodeConflict, func(h *months.History) { h.Grants[0].Ended = date("2019-12-19") }},
		{"grants[1].approved", wire.CodeConflict, func(h *months.History) { h.Grants = append(h.Grants, h.Grants[0]) }},
		{"grants[1].approved", wire.CodeConflict, func(h *months.History) { // the third is compared with the second alone
			h.Grants = append(h.Grants, months.Grant{Part: benefit.Dibao, Approved: date("2020-02-20"), Ended: date("2020-03-05")},
				months.Grant{Part: benefit.Dibao, Approved: date("2020-03-20")})
		}},
		{"grants[1].approved", wire.CodeConflict, func(h *months.History) { // it would run from February, and the first to the end of it
			h.Grants[0].Ended = date("2020-02-03")
			h.Grants = append(h.Grants, months.Grant{Part: benefit.Dibao, Approved: date("2020-01-20"), Recorded: date("2020-02-20")})
		}},
		{"grants[1].approved", wire.CodeConflict, func(h *months.History) { // it was on record before the first was ended
			h.Grants[0].Ended = date("2020-02-21")
			h.Grants = append(h.Grants, months.Grant{Part: benefit.Dibao, Approved: date("2020-02-20")})
		}},
		{"reviews[1]", wire.CodeConflict, func(h *months.History) { h.Reviews[1] = h.Reviews[0] }},
		{"reviews[1]", wire.CodeDateFormat, func(h *months.History) { h.Reviews[1] = standards.Day(2020, 6, 31) }},
		{"reviews[0]", wire.CodeRequired, func(h *months.History) { h.Reviews[0] = standards.Date{} }},
	} {
		h := base()
		tt.change(&h)
		err := h.Check()
		var faults wire.Errors
		if !assert.True(t, errors.As(err, &faults), "%s %s", tt.path, tt.code) {
			continue
		}
		require.Len(t, faults, 1, "%v", faults)
		assert.Equal(t, []string{tt.path, tt.code}, []string{faults[0].Path, faults[0].Code}, "%v", faults)
		_, err = published.Decide(h, month("2020-04"), month("2020-04"), date("2020-12-31"))
		assert.Equal(t, faults, err)
		_, err = published.NextReview(h, date("2020-12-31"))
		assert.Equal(t, faults, err)
		_, err = published.Arrears(h, nil, month("2020-04"), month("2020-04"), date("2020-12-31"))
		assert.Equal(t, faults, err)
	}
	// A note may have 200 characters.
	h = base()
	h.Versions[1].Note = strings.Repeat("字", 200)
	assert.NoError(t, h.Check())
	// A household that cannot be decided is named with its version.
	h = base()
	h.Versions[2].Household.Members[0].Income = []assistance.Income{{Kind: 99, Amount: standards.Fen(1, standards.PerMonth)}}
	_, err := months.NewCalendar(nil).Decide(h, month("2020-06"), month("2020-06"), date("2020-12-31"))
	assert.EqualError(t, err, `not one of the values accepted here: "99" at versions[2].household.members[0].income[0].kind`)
	// A grant that begins after the earlier one ended is none too many.
	h = base()
	h.Grants[0].Ended = date("2020-02-03")
	h.Grants = append(h.Grants, months.Grant{Part: benefit.Dibao, Approved: date("2020-02-20")})
	assert.NoError(t, h.Check())
}

func TestPaymentFaults(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(0)))
	for _, tt := range []struct {
		path, code, value string
		change            func(p *months.Payment)
	}{
		{"payments[0].month", wire.CodeRequired, "", func(p *months.Payment) { p.Month = months.Month{} }},
		{"payments[0].month", wire.CodeDateFormat, "2020-13", func(p *months.Payment) { p.Month = months.Month{Year: 2020, Month: 13} }},
		{"payments[0].part", wire.CodeNotAValue, "", func(p *months.Payment) { p.Part = 99 }},
		{"payments[0].part", wire.CodeNotAValue, "lowIncome", func(p *months.Payment) { p.Part = benefit.LowIncome }},
		{"payments[0].part", wire.CodeRequired, "", func(p *months.Payment) { p.Part = 0 }},
		{"payments[0].member", wire.CodeConflict, "x", func(p *months.Payment) { p.Part, p.Member = benefit.Living, "x" }},
		{"payments[0].member", wire.CodeRequired, "", func(p *months.Payment) { p.Part = benefit.Living }},
		{"payments[0].member", wire.CodeNotAllowed, "child", func(p *months.Payment) { p.Member = "child" }},
		{"payments[0].yuan", wire.CodeMoneyRange, "-0.01", func(p *months.Payment) { p.Sum = -1 }},
		{"payments[0].yuan", wire.CodeMoneyRange, "100000000000.01", func(p *months.Payment) { p.Sum = wire.MaxFen + 1 }},
		{"payments[0].paid", wire.CodeRequired, "", func(p *months.Payment) { p.Paid = standards.Date{} }},
		{"payments[0].paid", wire.CodeDateFormat, "2020-02-30", func(p *months.Payment) { p.Paid = standards.Day(2020, 2, 30) }},
		{"payments[0].month", wire.CodeDateRange, "2019-12", func(p *months.Payment) { p.Month = month("2019-12") }},
	} {
		p := paidFor("2020-02", "1.00", "2020-02-08")
		tt.change(&p)
		_, err := months.NewCalendar(nil).Arrears(h, []months.Payment{p}, months.Month{}, months.Month{}, date("2020-12-31"))
		var faults wire.Errors
		if assert.True(t, errors.As(err, &faults), "%s: %v", tt.path, err) {
			want := wire.FieldError{Path: tt.path, Code: tt.code, Value: tt.value}
			if tt.code == wire.CodeNotAValue {
				want.Accepted = "dibao, tekun, singlePerson, living, nursing"
			}
			assert.Equal(t, wire.Errors{&want}, faults)
		}
	}
	// The largest sum, and as many payments as there may be, are taken.
	largest := paidFor("2020-10", "100000000000.00", "2020-10-08")
	_, err := published.Arrears(h, slices.Repeat([]months.Payment{largest}, months.MaxPayments), month("2020-10"), month("2020-10"), date("2020-12-31"))
	assert.NoError(t, err)
}

func TestSince(t *testing.T) {
	h := onDibao(version("2018-01-01", "2018-01-01", family(0)), version("2019-05-10", "2019-05-10", family(100_00)), version("2019-05-10", "2020-03-01", family(200_00)),
		version("2020-06-01", "2020-06-01", family(300_00)))
	cut := h.Since(date("2020-01-01"))
	require.Len(t, cut.Versions, 3)
	require.NoError(t, cut.Check())
	for i, from := range []string{"2020-01-01", "2020-01-01", "2020-06-01"} {
		assert.Equal(t, date(from), cut.Versions[i].From)
	}
	assert.Equal(t, date("2019-05-10"), h.Versions[1].From, "h stays as it is")
	assert.Len(t, h.Since(date("2017-01-01")).Versions, 4)
	assert.Equal(t, months.History{}, months.History{}.Since(date("2020-01-01")))
}
