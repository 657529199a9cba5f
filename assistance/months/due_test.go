package months_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// dues describes what is due in a month: part, member, status and payment of each benefit, and the total.
func dues(d months.Decided) string {
	text := ""
	for _, due := range d.Due {
		text += due.Part.String() + " " + due.Member + " " + due.Status.String() + " " + due.Payment.Text(standards.English) + "; "
	}
	return text + "total " + d.Total.Text(standards.English)
}

// What is due in October 2020 of each benefit that is granted, or could be.
func TestWhatIsDue(t *testing.T) {
	grant := func(n benefit.Name, member string) months.Grant {
		return months.Grant{Part: n, Member: member, Applied: date("2019-12-02"), Approved: date("2019-12-20")}
	}
	dibao, living, nursing, alone := grant(benefit.Dibao, ""), grant(benefit.Living, "child"), grant(benefit.Nursing, "child"),
		grant(benefit.SinglePerson, "child")
	unstated, nobody := disabledFamily(500_00), family(0)
	unstated.Property = 0
	nobody.Property = benefit.Over
	// Per head 600 a month and more, and less than 900: a low-income family, whose disabled child is covered alone.
	lowIncome := disabledFamily(1500_00)
	lowIncome.Residence = standards.Urban
	for _, tt := range []struct {
		name   string
		h      assistance.Household
		grants []months.Grant
		want   string
	}{
		{"nothing granted", disabledFamily(500_00), nil, "dibao  not-granted 0.00 yuan a month; living child not-granted 0.00 yuan a month; " +
			"nursing child not-granted 0.00 yuan a month; total 0.00 yuan a month"},
		{"all granted", disabledFamily(500_00), []months.Grant{dibao, living, nursing}, "dibao  running 700.00 yuan a month; " +
			"living child running 100.00 yuan a month; nursing child running 100.00 yuan a month; total 900.00 yuan a month"},
		{"dibao is open, and not granted", unstated, nil, "dibao  not-granted 0.00 yuan a month; living child not-granted 0.00 yuan a month; " +
			"nursing child not-granted 0.00 yuan a month; total 0.00 yuan a month"},
		{"dibao is open, and granted", unstated, []months.Grant{dibao, living}, "dibao  undetermined at least 0.00 yuan a month; " +
			"living child undetermined at least 0.00 yuan a month; nursing child not-granted 0.00 yuan a month; total at least 0.00 yuan a month"},
		{"dibao is refused, and not granted", nobody, nil, "total 0.00 yuan a month"},
		{"dibao is refused, though granted", nobody, []months.Grant{dibao}, "dibao  refused 0.00 yuan a month; total 0.00 yuan a month"},
		{"single-person cover, with the living subsidy that goes with it", lowIncome, []months.Grant{alone, living, nursing},
			"singlePerson child running 600.00 yuan a month; living child running 100.00 yuan a month; " +
				"nursing child running 100.00 yuan a month; total 800.00 yuan a month"},
		{"single-person cover that is not granted", lowIncome, []months.Grant{living}, "singlePerson child not-granted 0.00 yuan a month; " +
			"living child not-on-dibao 0.00 yuan a month; nursing child not-granted 0.00 yuan a month; total 0.00 yuan a month"},
	} {
		h := onDibao(version("2020-10-01", "2020-10-01", tt.h))
		h.Grants = tt.grants
		decided, err := published.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
		require.NoError(t, err, tt.name)
		assert.Equal(t, tt.want, dues(decided[0]), tt.name)
	}
	// A month with nothing due and nothing granted has no list.
	decided, err := published.Decide(months.History{ID: "h-1", Versions: []months.Version{version("2020-10-01", "2020-10-01", nobody)}},
		month("2020-10"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Nil(t, decided[0].Due)
}

// The review period keeps dibao as it was; what is due beside it is what the month's facts say.
func TestReviewPeriodIsOfDibaoAlone(t *testing.T) {
	now := version("2020-09-10", "2020-09-10", disabledFamily(550_00))
	now.Marked = standards.No
	h := onDibao(version("2020-01-01", "2019-12-20", disabledFamily(500_00)), now)
	h.Reviews = []standards.Date{date("2020-08-28")}
	h.Grants = append(h.Grants, months.Grant{Part: benefit.Nursing, Member: "child", Applied: date("2019-12-02"), Approved: date("2019-12-20")})
	decided, err := published.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "dibao  within-review 700.00 yuan a month; living child not-granted 0.00 yuan a month; "+
		"nursing child running 100.00 yuan a month; total 800.00 yuan a month", dues(decided[0]))
}

// Dibao whose amount no text gives, as in a grace period that the facts state, is due, at least nothing.
func TestEligibleWithoutAnAmount(t *testing.T) {
	over := family(2000_00)
	over.OverLineSince = date("2020-09-01")
	local := tables(t, `{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}`)
	decided, err := months.NewCalendar(local).Decide(onDibao(version("2020-01-01", "2019-12-20", over)), month("2020-10"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "dibao  running at least 0.00 yuan a month; total at least 0.00 yuan a month", dues(decided[0]))
	assert.Equal(t, benefit.Monthly(0, standards.AtLeast), decided[0].Due[0].Payment)
}

// Nothing is known to be due where no version was on record, and nothing is due once the household has ended.
func TestTotalsWithoutADecision(t *testing.T) {
	gone := family(0)
	gone.Members = nil
	h := onDibao(version("2020-02-01", "2020-06-01", family(0)), version("2020-09-15", "2020-09-15", gone))
	decided, err := published.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "dibao  ended 0.00 yuan a month; total 0.00 yuan a month", dues(decided[0]))
	assert.Equal(t, benefit.Monthly(0, standards.Exactly), decided[0].Total)
	decided, err = published.Decide(h, month("2020-03"), month("2020-03"), date("2020-05-01"))
	require.NoError(t, err)
	assert.Equal(t, months.Decided{Month: month("2020-03"), Version: -1, Total: benefit.Monthly(0, standards.AtLeast)}, decided[0])
	// A grant that ended before is not listed.
	h.Grants[0].Ended = date("2020-09-20")
	decided, err = published.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "total 0.00 yuan a month", dues(decided[0]))
	assert.Nil(t, decided[0].Due)
}

// A grant is of the place that approved it: of dibao and tekun support the household's, of the two subsidies the member's
// own where one is stated (649号 art. 11).
func TestPlaceOfAGrant(t *testing.T) {
	at := func(household, child standards.Place) assistance.Household {
		h := disabledFamily(500_00)
		h.Division, h.Members[1].Division = household, child
		h.Members[1].Support, h.Members[1].Property = benefit.NoSupporters, benefit.Within
		return h
	}
	hetang, lusong := standards.Hetang, standards.Lusong
	for _, tt := range []struct {
		name     string
		from, to assistance.Household
		moved    []benefit.Name
	}{
		{"nobody moves", at(hetang, 0), at(hetang, 0), nil},
		{"the household moves, the child with it", at(hetang, 0), at(lusong, 0), []benefit.Name{benefit.Tekun, benefit.Dibao, benefit.Nursing}},
		{"the household moves, the child stays", at(hetang, hetang), at(lusong, hetang), []benefit.Name{benefit.Tekun, benefit.Dibao}},
		{"the child alone moves", at(hetang, 0), at(hetang, lusong), []benefit.Name{benefit.Nursing}},
		{"the child's place is stated, and is the household's", at(hetang, 0), at(hetang, hetang), nil},
	} {
		h := onDibao(version("2020-01-01", "2019-12-20", tt.from), version("2020-09-10", "2020-09-10", tt.to))
		for _, n := range []benefit.Name{benefit.Tekun, benefit.Nursing} {
			h.Grants = append(h.Grants, months.Grant{Part: n, Member: "child", Applied: date("2019-12-02"), Approved: date("2019-12-20")})
		}
		decided, err := published.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
		require.NoError(t, err, tt.name)
		moved := map[benefit.Name]bool{}
		for _, due := range decided[0].Due {
			if due.Status == months.Moved {
				moved[due.Part] = true
			}
		}
		want := map[benefit.Name]bool{}
		for _, n := range tt.moved {
			want[n] = true
		}
		assert.Equal(t, want, moved, tt.name)
	}
}

// A month that is none is refused, be it the first or the last.
func TestMonthsThatAreNone(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(0)))
	first, last := standards.Span()
	for _, tt := range [][2]months.Month{
		{month("2020-12"), {Year: 2020, Month: 13}}, {{Year: 2020, Month: 0}, month("2020-12")}, {{}, month("2020-12")}, {month("2019-12"), month("2020-12")},
	} {
		_, err := published.Decide(h, tt[0], tt[1], date("2022-12-31"))
		var outside *standards.DayError
		require.True(t, errors.As(err, &outside), "%v: %v", tt, err)
		assert.Equal(t, []standards.Date{first, last}, []standards.Date{outside.First, outside.Last})
	}
	for _, m := range []months.Month{month("2020-01"), month("2022-10")} {
		_, err := published.Decide(h, m, m, date("2022-12-31"))
		assert.NoError(t, err, "%s", m)
	}
}

// What a month assumes, needs and carries is its own, also where months share what is the same.
func TestListsOfMonths(t *testing.T) {
	h := alone(0)
	h.Members[0].Disability = disability.Certificate{Category: disability.Physical, Grade: 2}
	other := alone(0)
	other.Members[0].Disability = disability.Certificate{Category: disability.Visual, Grade: 1}
	other.Property = 0
	notCounted := alone(0)
	notCounted.Members[0].Disability, notCounted.Members[0].Counted = h.Members[0].Disability, standards.No
	history := onDibao(version("2020-01-01", "2019-12-20", h), version("2020-06-01", "2020-06-01", other), version("2020-11-01", "2020-11-01", h),
		version("2021-03-01", "2021-03-01", rural(h)), version("2021-06-01", "2021-06-01", alone(0)), version("2021-09-01", "2021-09-01", notCounted))
	carried := map[string]bool{}
	for _, all := range []*standards.Tables{standards.Published(), overlaid(t, `{"id":"draft","kind":"draft","title":"made up","issued":"2020-12-20",`+
		`"carry":"2020-12-31","rows":[{"key":"grace-months","place":"430202","count":3,"from":"2021-01-01"}]}`)} {
		calendar := months.NewCalendar(all)
		decided, err := calendar.Decide(history, month("2020-02"), month("2021-12"), date("2021-12-31"))
		require.NoError(t, err)
		for _, d := range decided {
			set, err := calendar.At(d.Month, date("2021-12-31"))
			require.NoError(t, err)
			household := history.Versions[d.Version].Household
			household.ID, household.OnDibao = history.ID, standards.Yes
			want, err := assistance.Assess(set, household)
			require.NoError(t, err)
			assert.Equal(t, want, d.Decision, d.Month)
			keys := ""
			for _, f := range d.Decision.Carried {
				keys += f.Key.String() + " "
			}
			carried[keys] = true
		}
	}
	assert.Equal(t, map[string]bool{"": true, "dibao-line disability-living disability-nursing ": true, "dibao-line ": true,
		"disability-nursing ": true}, carried)
}
