package months_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// A move from the city to a county in the middle of a month counts from the next.
func TestMoveInTheMiddleOfAMonth(t *testing.T) {
	moved := family(0)
	moved.Division, moved.Residence = standards.Youxian, standards.Rural
	h := onDibao(version("2020-01-01", "2019-12-20", family(0)), version("2020-10-15", "2020-10-15", moved))
	decided, err := months.NewCalendar(nil).Decide(h, month("2020-10"), month("2020-11"), date("2020-12-01"))
	require.NoError(t, err)
	assert.Equal(t, "1200.00 yuan a month", decided[0].Total.Text(standards.English))
	assert.Equal(t, "0.00 yuan a month", decided[1].Total.Text(standards.English), "nothing is approved in Youxian (649号 art. 11)")
	assert.Equal(t, months.Moved, decided[1].Due[0].Status)
	assert.Equal(t, []int{0, 1}, []int{decided[0].Version, decided[1].Version})
	// On the first of a month it counts from that month; on the last day of one, from the next.
	for from, want := range map[string]int{"2020-11-01": 1, "2020-10-31": 1, "2020-11-02": 0} {
		h.Versions[1].From = date(from)
		decided, err := months.NewCalendar(nil).Decide(h, month("2020-11"), month("2020-11"), date("2020-12-01"))
		require.NoError(t, err)
		assert.Equal(t, want, decided[0].Version, from)
	}
}

// Leap days and month ends.
func TestLeapDaysAndMonthEnds(t *testing.T) {
	h := family(0)
	h.Members[1].Born = date("2004-02-29") // 16 on 2020-02-29
	history := onDibao(version("2020-01-01", "2019-12-20", h), version("2020-02-29", "2020-02-29", family(300_00)))
	decided, err := months.NewCalendar(nil).Decide(history, month("2020-02"), month("2020-03"), date("2020-12-01"))
	require.NoError(t, err)
	assert.Equal(t, []int{0, 1}, []int{decided[0].Version, decided[1].Version})
	assert.Equal(t, "2020-02-29", month("2020-02").Last().String())
	assert.Equal(t, "2021-02-28", month("2021-02").Last().String())
	assert.Equal(t, month("2021-01"), month("2020-12").Next())
	assert.Equal(t, month("2019-12"), month("2020-01").Previous())
	assert.Equal(t, month("2019-11"), month("2020-12").Add(-13))
	assert.Equal(t, 13, month("2021-01").Since(month("2019-12")))
	// An approval on the last day of a month counts from the next day on.
	for approved, first := range map[string]string{"2020-01-31": "2020-02", "2020-02-01": "2020-03", "2020-02-29": "2020-03", "2020-12-31": "2021-01"} {
		assert.Equal(t, month(first), months.Grant{Part: benefit.Dibao, Approved: date(approved)}.First(), approved)
		assert.Equal(t, month(first), months.Grant{Part: benefit.Tekun, Member: "x", Approved: date(approved)}.First(), approved)
	}
	assert.Equal(t, month("2020-02"), months.Grant{Part: benefit.Nursing, Member: "x", Applied: date("2020-02-29"), Approved: date("2020-04-01")}.First())
}

// A month before the tables or the history begin, or after the tables end, is refused, not skipped.
func TestMonthsOutsideAreRefused(t *testing.T) {
	h := onDibao(version("2019-06-01", "2019-05-01", family(0)))
	for _, span := range [][2]string{{"2019-12", "2020-02"}, {"2020-01", "2022-11"}, {"2022-11", "2022-11"}, {"2019-06", "2019-07"}} {
		for _, known := range []string{"2021-12-31", "2022-12-31"} {
			_, err := months.NewCalendar(nil).Decide(h, month(span[0]), month(span[1]), date(known))
			var outside *standards.DayError
			assert.True(t, errors.As(err, &outside), "%v: %v", span, err)
		}
	}
	decided, err := months.NewCalendar(nil).Decide(h, month("2022-01"), month("2022-10"), date("2022-12-31"))
	require.NoError(t, err, "the tables end on 2022-10-19")
	assert.Len(t, decided, 10)
	// Whether the guide of 2022 was known at the end of 2021 cannot be told: refused, not taken as known or unknown.
	for _, from := range []string{"2020-01", "2022-01"} {
		_, err = months.NewCalendar(nil).Decide(h, month(from), month("2022-01"), date("2021-12-31"))
		var untold *standards.PublicationError
		assert.True(t, errors.As(err, &untold), "%s: %v", from, err)
	}
	_, err = months.NewCalendar(nil).Arrears(h, nil, months.Month{}, months.Month{}, date("2020-12-31"))
	var outside *standards.DayError
	require.True(t, errors.As(err, &outside), "a history that begins before the tables")
	_, err = months.NewCalendar(nil).Arrears(h.Since(date("2020-01-01")), nil, months.Month{}, months.Month{}, date("2020-12-31"))
	assert.NoError(t, err)
	h = onDibao(version("2020-03-02", "2020-03-02", family(0)))
	for _, m := range []string{"2020-02", "2020-03"} {
		_, err = months.NewCalendar(nil).Decide(h, month(m), month("2020-06"), date("2021-12-31"))
		var early *months.MonthError
		require.True(t, errors.As(err, &early), m)
		assert.Equal(t, month("2020-04"), early.Begins)
	}
	_, err = months.NewCalendar(nil).Decide(h, month("2020-06"), month("2020-05"), date("2021-12-31"))
	var order *months.MonthError
	require.True(t, errors.As(err, &order))
	assert.Equal(t, "months: the first month, 2020-06, is after the last, 2020-05", err.Error())
	_, err = months.NewCalendar(nil).Decide(h, months.Month{}, months.Month{}, date("2021-12-31"))
	assert.True(t, errors.As(err, &outside))
	_, err = months.NewCalendar(nil).Arrears(h, []months.Payment{paidFor("2020-03", "1.00", "2020-04-01")}, months.Month{}, months.Month{}, date("2020-12-31"))
	assert.EqualError(t, err, `date out of range: "2020-03" at payments[0].month`)
	_, err = months.NewCalendar(nil).Arrears(h, nil, months.Month{}, months.Month{}, standards.Date{})
	var bad *standards.DateError
	assert.True(t, errors.As(err, &bad))
}

// A month whose rules may or may not have been known is refused with the document's name.
func TestUntoldMonthIsRefused(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(0)))
	_, err := months.NewCalendar(nil).Decide(h, month("2020-05"), month("2020-07"), date("2020-05-15"))
	var untold *standards.PublicationError
	require.True(t, errors.As(err, &untold))
	assert.Equal(t, standards.Relief2020, untold.Document)
	c := months.NewCalendar(nil)
	for _, known := range []string{"2020-05-15", "2020-05-16"} {
		_, err := c.Decide(h, month("2020-07"), month("2020-07"), date(known))
		require.True(t, errors.As(err, &untold))
		assert.Equal(t, date(known), untold.Known)
	}
}

// Dibao runs from the month after approval, the subsidies from the month of application, and nothing without a grant.
func TestWhenBenefitsBegin(t *testing.T) {
	h := months.History{ID: "h-1", Versions: []months.Version{version("2020-01-01", "2020-01-01", disabledFamily(500_00))}, Grants: []months.Grant{
		{Part: benefit.Living, Member: "child", Applied: date("2020-02-20"), Approved: date("2020-03-25")},
		{Part: benefit.Nursing, Member: "child", Applied: date("2020-02-20"), Approved: date("2020-03-25")},
		{Part: benefit.Dibao, Applied: date("2020-02-10"), Approved: date("2020-03-31")},
	}}
	decided, err := months.NewCalendar(nil).Decide(h, month("2020-01"), month("2020-04"), date("2020-12-31"))
	require.NoError(t, err)
	status := func(i int) map[benefit.Name]months.Status {
		all := map[benefit.Name]months.Status{}
		for _, due := range decided[i].Due {
			all[due.Part] = due.Status
		}
		return all
	}
	none, running := months.NotGranted, months.Running
	assert.Equal(t, map[benefit.Name]months.Status{benefit.Dibao: none, benefit.Living: none, benefit.Nursing: none}, status(0))
	assert.Equal(t, map[benefit.Name]months.Status{benefit.Dibao: none, benefit.Living: months.NotOnDibao, benefit.Nursing: running}, status(1))
	assert.Equal(t, map[benefit.Name]months.Status{benefit.Dibao: running, benefit.Living: running, benefit.Nursing: running}, status(3))
	assert.Equal(t, "900.00 yuan a month", decided[3].Total.Text(standards.English))
	assert.Equal(t, "100.00 yuan a month", decided[2].Total.Text(standards.English))
	// A benefit that is granted is not due before it is on record.
	decided, err = months.NewCalendar(nil).Decide(h, month("2020-02"), month("2020-02"), date("2020-03-24"))
	require.NoError(t, err)
	for _, due := range decided[0].Due {
		assert.Equal(t, months.NotGranted, due.Status)
	}
	for _, due := range decided[0].Due {
		for _, l := range []standards.Lang{standards.Chinese, standards.English} {
			assert.NotEmpty(t, due.Text(l))
		}
	}
}

// A birth and a death count from the month after.
func TestBirthsAndDeaths(t *testing.T) {
	three := family(500_00)
	three.Members = append(three.Members, assistance.Member{ID: "baby", Born: date("2020-10-20"), Relation: benefit.MinorChild, Income: []assistance.Income{}})
	one := family(500_00)
	one.Members = one.Members[:1]
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)), version("2020-10-20", "2020-10-25", three), version("2020-11-30", "2020-12-01", one))
	decided, err := published.Decide(h, month("2020-10"), month("2020-12"), date("2020-12-31"))
	require.NoError(t, err)
	var got []string
	for _, d := range decided {
		got = append(got, d.Total.Amount.YuanText())
	}
	assert.Equal(t, []string{"700.00", "1300.00", "100.00"}, got)
	for _, known := range []standards.Date{{}, standards.Day(2020, 2, 30)} {
		_, err := published.Decide(h, month("2020-10"), month("2020-12"), known)
		var bad *standards.DateError
		assert.True(t, errors.As(err, &bad))
		_, err = published.NextReview(h, known)
		assert.Error(t, err)
	}
}

// Tekun support runs from the month after it was confirmed; its amounts are those of a tables file.
func TestTekun(t *testing.T) {
	data, err := os.ReadFile("../../examples/testdata/youxian-2020.json")
	require.NoError(t, err)
	o, err := draft.Read(strings.NewReader(string(data)))
	require.NoError(t, err)
	tables, err := standards.Published().With(o)
	require.NoError(t, err)
	elder := assistance.Household{Division: standards.Youxian, Residence: standards.Rural, Property: benefit.Within, Members: []assistance.Member{
		{ID: "elder", Born: date("1947-02-09"), Relation: benefit.Applicant, Income: []assistance.Income{}, Support: benefit.NoSupporters, Property: benefit.Within,
			Cannot: []eldercare.Activity{eldercare.Bathing}}}}
	h := months.History{ID: "h-9", Versions: []months.Version{version("2020-01-01", "2020-01-01", elder)},
		Grants: []months.Grant{{Part: benefit.Tekun, Member: "elder", Approved: date("2020-02-29"), Ended: date("2020-05-04")}}}
	paid := []months.Payment{{Month: month("2020-03"), Part: benefit.Tekun, Member: "elder", Sum: 760_00, Paid: date("2020-03-10")}}
	l, err := months.NewCalendar(tables).Arrears(h, paid, months.Month{}, months.Month{}, date("2020-06-30"))
	require.NoError(t, err)
	checkLedger(t, l)
	require.Len(t, l.Rows, 3)
	assert.Equal(t, []string{"760.00 760.00 0.00", "760.00 0.00 760.00 payment-missed=760.00", "760.00 0.00 760.00 payment-missed=760.00"},
		[]string{describe(l.Rows[0]), describe(l.Rows[1]), describe(l.Rows[2])})
	assert.Equal(t, month("2020-05"), l.Rows[2].Month, "to the end of the month in which it was ended")
}

// A household whose dibao was granted in the month before is already on dibao; the others are what their version says.
func TestOnDibaoFollowsTheGrant(t *testing.T) {
	h := family(2000_00)
	h.OnDibao = standards.No
	history := onDibao(version("2020-09-01", "2020-09-01", h))
	history.Grants[0].Approved = date("2020-09-20")
	decided, err := months.NewCalendar(nil).Decide(history, month("2020-10"), month("2020-11"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, benefit.Ineligible, decided[0].Decision.Dibao.Verdict)
	assert.Equal(t, benefit.Undetermined, decided[1].Decision.Dibao.Verdict, "on dibao, working, over the line: the grace period is not on record")
}

// Nobody knew of the household: nothing is decided, and what was paid is not called an overpayment.
func TestBeforeTheRecord(t *testing.T) {
	h := onDibao(version("2020-09-01", "2020-11-05", family(0)))
	decided, err := months.NewCalendar(nil).Decide(h, month("2020-10"), month("2020-10"), date("2020-11-04"))
	require.NoError(t, err)
	assert.Equal(t, -1, decided[0].Version)
	assert.Zero(t, decided[0].Decision.Category)
	l := arrears(t, h, regular("2020-10", "2020-10", "900.00"), "2020-11-04")
	assert.Equal(t, ">=0.00 900.00 -900.00 not-determined=-900.00", row(l, "2020-10"))
	l = arrears(t, h, regular("2020-10", "2020-10", "900.00"), "2020-11-05")
	assert.Equal(t, "1200.00 900.00 300.00 recorded-late=300.00", row(l, "2020-10"))
}

func TestTexts(t *testing.T) {
	for c := months.Cause(1); c.String() != ""; c++ {
		assert.NotEqual(t, c.Text(standards.Chinese), c.Text(standards.English))
	}
	for s := months.Status(1); s.String() != ""; s++ {
		assert.NotEqual(t, s.Text(standards.Chinese), s.Text(standards.English))
	}
	assert.Empty(t, months.Cause(99).Text(standards.Chinese)+months.Status(99).Text(standards.English)+months.ReviewClass(99).Text(standards.Chinese))
	for _, e := range []*months.MonthError{{Month: month("2020-02"), Begins: month("2020-03")}, {Month: month("2020-02"), Before: month("2020-01")}} {
		assert.NotEqual(t, e.Text(standards.Chinese), e.Text(standards.English))
	}
}

func TestSumsAndMonthsAsText(t *testing.T) {
	for _, s := range []string{"0.00", "-0.01", "1234.50", "-99.99"} {
		var sum months.Sum
		require.NoError(t, sum.UnmarshalText([]byte(s)))
		assert.Equal(t, s, sum.String())
	}
	for _, s := range []string{"", "-", "--1", "1.234", "x", "1e3"} {
		var sum months.Sum
		assert.Error(t, sum.UnmarshalText([]byte(s)), s)
	}
	for _, s := range []string{"", "2020", "2020-13", "2020-1", "2020-00", "0000-01", "2020-01-01", "x"} {
		_, err := months.ParseMonth(s)
		assert.Error(t, err, s)
	}
	var m months.Month
	require.NoError(t, m.UnmarshalText([]byte("2020-09")))
	assert.Equal(t, "2020-09", m.String())
	require.NoError(t, m.UnmarshalText(nil))
	assert.True(t, m.IsZero())
	assert.False(t, months.Month{Year: 2020, Month: 13}.Valid())
}

// A calendar can be shared.
func TestCalendarIsSafeForConcurrentUse(t *testing.T) {
	var c months.Calendar
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)))
	want, err := months.NewCalendar(nil).Arrears(h, nil, months.Month{}, months.Month{}, date("2020-12-31"))
	require.NoError(t, err)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			got, err := c.Arrears(h, nil, months.Month{}, months.Month{}, date("2020-12-31"))
			assert.NoError(t, err)
			assert.Equal(t, want, got)
		})
	}
	wait.Wait()
}

// A calendar gives the standards of a month, or says why there are none.
func TestStandardsOfAMonth(t *testing.T) {
	for _, c := range []*months.Calendar{nil, {}, months.NewCalendar(nil)} {
		set, err := c.At(month("2020-10"), date("2020-12-31"))
		require.NoError(t, err)
		assert.Equal(t, date("2020-10-01"), set.Day())
		var outside *standards.DayError
		_, err = c.At(month("2019-12"), date("2020-12-31"))
		assert.True(t, errors.As(err, &outside), "%v", err)
		var untold *standards.PublicationError
		_, err = c.At(month("2020-07"), date("2020-05-15"))
		assert.True(t, errors.As(err, &untold), "%v", err)
		var bad *standards.DateError
		for _, noDay := range []standards.Date{{}, standards.Day(2020, 12, 32)} { // the second after a day already asked about
			_, err = c.At(month("2020-10"), noDay)
			assert.True(t, errors.As(err, &bad), "%v", err)
		}
	}
}

// The sum is printed down to one fen, and nothing where nothing is due.
func TestTextOfWhatIsDue(t *testing.T) {
	for _, tt := range []struct {
		due  months.Due
		want string
	}{
		{months.Due{Key: months.Key{Part: benefit.Dibao}, Status: months.Running, Payment: benefit.Monthly(1, standards.Exactly)}, "dibao: due, 0.01 yuan a month"},
		{months.Due{Key: months.Key{Part: benefit.Dibao}, Status: months.Refused, Payment: benefit.Monthly(0, standards.Exactly)},
			"dibao: the conditions are not met, so not due"},
		{months.Due{Key: months.Key{Part: benefit.Nursing, Member: "child"}, Status: months.Running, Payment: benefit.Monthly(100_00, standards.Exactly)},
			"nursing subsidy (child): due, 100.00 yuan a month"},
	} {
		assert.Equal(t, tt.want, tt.due.Text(standards.English))
	}
}

// Where everyone is of another place than the household, the standards of that place decide, month by month.
func TestStandardsOfThePlaceOfMembers(t *testing.T) {
	local := tables(t, `{"key":"disability-living","place":"430224","yuan":"90","per":"month","from":"2020-04-01","until":"2020-08-01"}`)
	family := disabledFamily(500_00)
	for i := range family.Members {
		family.Members[i].Division = standards.Chaling
	}
	h := onDibao(version("2020-01-01", "2019-12-20", family))
	h.Grants = append(h.Grants, months.Grant{Part: benefit.Living, Member: "child", Applied: date("2019-12-20"), Approved: date("2019-12-20")})
	decided, err := months.NewCalendar(local).Decide(h, month("2020-03"), month("2020-08"), date("2020-12-31"))
	require.NoError(t, err)
	var got []string
	for _, d := range decided {
		for _, due := range d.Due {
			if due.Part == benefit.Living {
				got = append(got, due.Payment.Amount.YuanText())
			}
		}
	}
	assert.Equal(t, []string{"80.00", "90.00", "90.00", "90.00", "90.00", "80.00"}, got)
}

// Months share a decision only where the same is decided in each: not across a birthday that the law names, nor a change of
// the standards where the household or one of its members is.
func TestMonthsThatShareADecision(t *testing.T) {
	turns := func(born string, change func(*assistance.Member)) assistance.Household {
		m := assistance.Member{ID: "b", Born: date(born), Income: []assistance.Income{}}
		if change != nil {
			change(&m)
		}
		return with(alone(0), m)
	}
	chaling := disabledFamily(500_00)
	chaling.Division = standards.Chaling
	const local = `{"key":"disability-nursing","place":"430224","yuan":"90","per":"month","from":"2020-04-01","until":"2020-08-01"},` +
		`{"key":"dibao-topup","place":"430202","of":"minor","percent":"20","from":"2020-01-01"},` +
		`{"key":"dibao-topup","place":"430202","of":"elderly","percent":"10","from":"2020-01-01"}`
	for _, tt := range []struct {
		name    string
		h       assistance.Household
		changes []string // the months that are decided otherwise than the one before
	}{
		{"a sister turns 16, and is asked for her income", turns("2004-10-15", func(m *assistance.Member) { m.Income, m.Counted = nil, standards.Yes }), []string{"2020-11"}},
		{"a child turns 18", turns("2002-05-01", func(m *assistance.Member) { m.Relation = benefit.MinorChild }), []string{"2020-05"}},
		{"a spouse turns 60, and is owed a top-up", turns("1960-06-30", func(m *assistance.Member) { m.Relation = benefit.Spouse }), []string{"2020-07"}},
		{"a spouse turns 60, and no longer can work", turns("1960-11-02", func(m *assistance.Member) {
			m.Relation, m.Support, m.Property = benefit.Spouse, benefit.NoSupporters, benefit.Within
		}), []string{"2020-12"}},
		{"a figure of the place", chaling, []string{"2020-04", "2020-08"}},
	} {
		calendar := months.NewCalendar(tables(t, local))
		decided, err := calendar.Decide(onDibao(version("2020-01-01", "2019-12-20", tt.h)), month("2020-02"), month("2020-12"), date("2020-12-31"))
		require.NoError(t, err, tt.name)
		h := tt.h
		h.ID, h.OnDibao = "h-1", standards.Yes
		var changes []string
		for i, d := range decided {
			set, err := calendar.At(d.Month, date("2020-12-31"))
			require.NoError(t, err)
			want, err := assistance.Assess(set, h)
			require.NoError(t, err)
			assert.Equal(t, want, d.Decision, "%s, %s", tt.name, d.Month)
			if i > 0 && !sameAnswers(d.Decision, decided[i-1].Decision) {
				changes = append(changes, d.Month.String())
			}
		}
		assert.Subset(t, changes, tt.changes, tt.name)
	}
}

// sameAnswers reports whether two decisions come to the same.
func sameAnswers(a, b assistance.Decision) bool {
	return a.Dibao.Verdict == b.Dibao.Verdict && a.Total == b.Total && slices.Equal(a.Members, b.Members)
}

// A household of no place is refused with the name of the field.
func TestHouseholdOfNoPlace(t *testing.T) {
	nowhere := family(0)
	nowhere.Division = 0
	_, err := months.NewCalendar(nil).Decide(onDibao(version("2020-01-01", "2019-12-20", nowhere)), month("2020-10"), month("2020-10"), date("2020-12-31"))
	assert.ErrorContains(t, err, "versions[0].household.division")
}
