package months_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// An account without a last month ends with the last one that is over, or with a later one that was paid for already.
func TestLastMonthOfAnAccount(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)))
	for _, tt := range []struct {
		known string
		paid  []months.Payment
		want  string
	}{
		{"2020-10-30", nil, "2020-09"},
		{"2020-10-31", nil, "2020-10"},
		{"2020-11-01", nil, "2020-10"},
		{"2020-10-30", []months.Payment{paidFor("2020-09", "1.00", "2020-10-30")}, "2020-09"},
		{"2020-10-30", []months.Payment{paidFor("2020-10", "1.00", "2020-10-30")}, "2020-10"},
		{"2020-10-30", []months.Payment{paidFor("2020-12", "1.00", "2020-10-30"), paidFor("2020-11", "1.00", "2020-10-30")}, "2020-12"},
		{"2020-10-30", []months.Payment{paidFor("2020-10", "1.00", "2020-10-31")}, "2020-09"}, // nobody knows of it yet
	} {
		l := arrears(t, h, tt.paid, tt.known)
		assert.Equal(t, month(tt.want), l.To, "%v", tt)
		assert.Equal(t, month("2020-01"), l.From)
		assert.Equal(t, month(tt.want), l.Rows[len(l.Rows)-1].Month, "%v", tt)
	}
	// The first month is the first that the history covers from its first day.
	for from, want := range map[string]string{"2020-03-01": "2020-03", "2020-03-02": "2020-04", "2020-03-31": "2020-04"} {
		l := arrears(t, onDibao(version(from, "2019-12-20", family(500_00))), nil, "2020-10-31")
		assert.Equal(t, month(want), l.From, from)
	}
}

// Payments for months outside of those asked about are refused; one that nobody knows of yet is not.
func TestPaymentsOutsideOfAnAccount(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)))
	for _, tt := range []struct {
		paid months.Payment
		want string
	}{
		{paidFor("2020-02", "1.00", "2020-10-01"), `date out of range: "2020-02" at payments[0].month`},
		{paidFor("2020-03", "1.00", "2020-10-01"), ""},
		{paidFor("2020-05", "1.00", "2020-10-01"), ""},
		{paidFor("2020-06", "1.00", "2020-10-31"), `date out of range: "2020-06" at payments[0].month`},
		{paidFor("2020-06", "1.00", "2020-11-01"), ""},
	} {
		_, err := published.Arrears(h, []months.Payment{tt.paid}, month("2020-03"), month("2020-05"), date("2020-10-31"))
		if tt.want == "" {
			assert.NoError(t, err, "%v", tt.paid)
		} else {
			assert.EqualError(t, err, tt.want)
		}
	}
	_, err := published.Arrears(h, []months.Payment{paidFor("2020-05", "1.00", "2020-10-01")}, month("2020-06"), month("2020-05"), date("2020-10-31"))
	var order *months.MonthError
	require.True(t, errors.As(err, &order))
	assert.Equal(t, months.MonthError{Month: month("2020-06"), Before: month("2020-05")}, *order)
}

// Only what was paid for the month, the benefit and the person counts, and only what is known.
func TestWhatWasPaidForAMonth(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", disabledFamily(500_00)))
	h.Versions[0].Household.Members[0].Disability = h.Versions[0].Household.Members[1].Disability
	for _, member := range []string{"mother", "child"} {
		h.Grants = append(h.Grants, months.Grant{Part: benefit.Nursing, Member: member, Applied: date("2019-12-02"), Approved: date("2019-12-20")})
	}
	nursing := func(member, m, on string) months.Payment {
		return months.Payment{Month: month(m), Part: benefit.Nursing, Member: member, Sum: 100_00, Paid: date(on)}
	}
	paid := []months.Payment{nursing("mother", "2020-10", "2020-10-08"), nursing("child", "2020-11", "2020-10-09"),
		paidFor("2020-10", "700.00", "2020-10-10"), nursing("child", "2020-10", "2020-12-02")}
	l, err := published.Arrears(h, paid, month("2020-10"), month("2020-10"), date("2020-12-01"))
	require.Error(t, err, "one is for November")
	assert.Empty(t, l)
	l, err = published.Arrears(h, paid, month("2020-10"), month("2020-11"), date("2020-12-01"))
	require.NoError(t, err)
	checkLedger(t, l)
	var got []string
	for _, r := range l.Rows {
		got = append(got, r.Month.String()+" "+r.Part.String()+" "+r.Member+" "+describe(r))
	}
	assert.Equal(t, []string{
		"2020-10 dibao  700.00 700.00 0.00",
		"2020-10 nursing mother 100.00 100.00 0.00",
		"2020-10 nursing child 100.00 0.00 100.00 payment-missed=100.00",
		"2020-11 dibao  700.00 0.00 700.00 payment-missed=700.00",
		"2020-11 nursing mother 100.00 0.00 100.00 payment-missed=100.00",
		"2020-11 nursing child 100.00 100.00 0.00",
	}, got)
}

// A month is due on the day of its first payment, in whatever order payments are listed, if that lies in it; else on its
// last day, or for one paid before it began on its first. What is recorded after that day is recorded late.
func TestTheDayOnWhichAMonthIsDue(t *testing.T) {
	for _, tt := range []struct {
		name     string
		recorded string
		paid     []months.Payment
		want     string
	}{
		{"recorded on the day of the payment", "2020-10-08", regular("2020-10", "2020-10", "700.00"), "2020-10-08 due 600.00, 2020-10-08 paid 700.00"},
		{"recorded on the day after", "2020-10-09", regular("2020-10", "2020-10", "700.00"),
			"2020-10-08 due 700.00, 2020-10-08 paid 700.00, 2020-10-09 recorded-late -100.00"},
		{"paid twice, the later one listed first", "2020-10-09",
			[]months.Payment{paidFor("2020-10", "350.00", "2020-10-20"), paidFor("2020-10", "350.00", "2020-10-08")},
			"2020-10-08 due 700.00, 2020-10-08 paid 350.00, 2020-10-09 recorded-late -100.00, 2020-10-20 paid 350.00"},
		{"not paid, recorded on the last day", "2020-10-31", nil, "2020-10-31 due 600.00"},
		{"not paid, recorded after it", "2020-11-01", nil, "2020-10-31 due 700.00, 2020-11-01 recorded-late -100.00"},
		{"paid after it, recorded before that", "2020-11-01", []months.Payment{paidFor("2020-10", "700.00", "2020-11-02")},
			"2020-10-31 due 700.00, 2020-11-01 recorded-late -100.00, 2020-11-02 paid 700.00"},
		{"paid before it began, recorded on its first day", "2020-10-01", []months.Payment{paidFor("2020-10", "700.00", "2020-09-28")},
			"2020-09-28 paid 700.00, 2020-10-01 due 600.00"},
		{"paid before it began, recorded on its second", "2020-10-02", []months.Payment{paidFor("2020-10", "700.00", "2020-09-28")},
			"2020-09-28 paid 700.00, 2020-10-01 due 700.00, 2020-10-02 recorded-late -100.00"},
		{"paid on its last day, recorded on it", "2020-10-31", []months.Payment{paidFor("2020-10", "700.00", "2020-10-31")},
			"2020-10-31 due 600.00, 2020-10-31 paid 700.00"},
	} {
		h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)), version("2020-10-01", tt.recorded, family(600_00)))
		l := arrears(t, h, tt.paid, "2020-12-31")
		require.Equal(t, month("2020-10"), l.Rows[9].Month, tt.name)
		assert.Equal(t, tt.want, events(l.Rows[9]), tt.name)
	}
	// Asked before that day, the month is due on the day of the question.
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)))
	l, err := published.Arrears(h, nil, month("2020-10"), month("2020-10"), date("2020-10-05"))
	require.NoError(t, err)
	assert.Equal(t, "2020-10-05 due 700.00", events(l.Rows[0]))
}

// events are the entries of a row, in order.
func events(r months.Row) string {
	text := ""
	for _, e := range r.Events {
		what := " due "
		switch {
		case e.Paid:
			what, e.Sum = " paid ", -e.Sum
		case e.Cause != 0:
			what = " " + e.Cause.String() + " "
		}
		if text != "" {
			text += ", "
		}
		text += e.On.String() + what + e.Sum.String()
	}
	return text
}

// Two figures that were published one after the other, a record in between, and a payment between them: each stands on its
// day, and the payment takes what was known then.
func TestAFigureReplacedByALaterOne(t *testing.T) {
	c := months.NewCalendar(raised(t))
	corrected := version("2020-01-01", "2020-10-01", family(600_00))
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)), corrected)
	paid := []months.Payment{paidFor("2020-09", "700.00", "2020-09-08"), paidFor("2020-09", "50.00", "2020-10-02")}
	l, err := c.Arrears(h, paid, month("2020-09"), month("2020-09"), date("2020-12-31"))
	require.NoError(t, err)
	checkLedger(t, l)
	assert.Equal(t, "2020-09-08 due 700.00, 2020-09-08 paid 700.00, 2020-10-01 corrected -100.00, 2020-10-02 paid 50.00, 2020-10-05 published-late 100.00",
		events(l.Rows[0]))
	assert.Equal(t, "700.00 750.00 -50.00 payment-doubled=-50.00", row(l, "2020-09"))
}

// Every benefit that was granted or paid has an account: one paid and never granted, and one of which the grant alone is
// recorded late.
func TestBenefitsOfAnAccount(t *testing.T) {
	h := onDibao(version("2020-10-01", "2019-12-20", disabledFamily(500_00)))
	h.Grants = append(h.Grants, months.Grant{Part: benefit.Nursing, Member: "child", Applied: date("2020-10-05"), Approved: date("2020-10-20"), Recorded: date("2020-11-03")})
	paid := []months.Payment{paidFor("2020-10", "700.00", "2020-10-08"),
		{Month: month("2020-10"), Part: benefit.Tekun, Member: "mother", Sum: 5_00, Paid: date("2020-10-09")}}
	l, err := published.Arrears(h, paid, month("2020-10"), month("2020-10"), date("2020-11-03"))
	require.NoError(t, err)
	checkLedger(t, l)
	var got []string
	for _, r := range l.Rows {
		got = append(got, r.Part.String()+" "+r.Member+" "+describe(r))
	}
	assert.Equal(t, []string{"tekun mother 0.00 5.00 -5.00 payment-doubled=-5.00", "dibao  700.00 700.00 0.00",
		"nursing child 100.00 0.00 100.00 recorded-late=100.00"}, got)
	assert.Equal(t, months.Totals{Due: 800_00, Bound: standards.Exactly, Paid: 705_00, Underpaid: 100_00, Overpaid: 5_00}, l.Totals)
	// On the day before, nobody knows of the grant.
	l, err = published.Arrears(h, paid, month("2020-10"), month("2020-10"), date("2020-11-02"))
	require.NoError(t, err)
	require.Len(t, l.Rows, 2)
}

// One cause may explain what is still to be paid in one month and what was paid too much in another: they stand apart.
func TestACauseOfBothSigns(t *testing.T) {
	h := onDibao(version("2020-09-01", "2019-12-20", family(500_00)), version("2020-09-01", "2020-12-05", family(400_00)),
		version("2020-10-01", "2020-10-01", family(500_00)), version("2020-10-01", "2020-12-06", family(630_00)))
	l := arrears(t, h, regular("2020-09", "2020-10", "700.00"), "2020-12-31")
	assert.Equal(t, "800.00 700.00 100.00 corrected=100.00", row(l, "2020-09"))
	assert.Equal(t, "570.00 700.00 -130.00 corrected=-130.00", row(l, "2020-10"))
	assert.Equal(t, []months.Share{{Cause: months.Corrected, Sum: 100_00}, {Cause: months.PaymentMissed, Sum: 1140_00},
		{Cause: months.Corrected, Sum: -130_00}}, l.Causes)
	assert.Equal(t, months.Totals{Due: 2510_00, Bound: standards.Exactly, Paid: 1400_00, Underpaid: 1240_00, Overpaid: 130_00}, l.Totals)
}

// A version that cannot be decided is named, be it the one known when the month was due or one recorded since and corrected.
func TestVersionsOfThePastThatCannotBeDecided(t *testing.T) {
	bad := family(0)
	bad.Members[0].Income = []assistance.Income{{Kind: 99, Amount: standards.Fen(1, standards.PerMonth)}}
	for name, versions := range map[string][]months.Version{
		"versions[0]": {version("2020-01-01", "2019-12-20", bad), version("2020-01-01", "2020-12-05", family(0))},
		"versions[1]": {version("2020-01-01", "2019-12-20", family(0)), version("2020-01-01", "2020-11-05", bad), version("2020-01-01", "2020-12-05", family(0))},
		"versions[2]": {version("2020-01-01", "2019-12-20", family(0)), version("2020-01-01", "2020-11-05", family(0)), version("2020-01-01", "2020-12-05", bad)},
	} {
		l, err := published.Arrears(onDibao(versions...), nil, month("2020-10"), month("2020-10"), date("2020-12-31"))
		assert.Equal(t, wire.Errors{{Path: name + ".household.members[0].income[0].kind", Code: wire.CodeNotAValue, Value: "99"}}, err)
		assert.Empty(t, l)
	}
}

// A tables file of which nobody knows when it was issued is of no use to a calendar.
func TestTablesFileWithoutADayOfIssue(t *testing.T) {
	undated := months.NewCalendar(overlaid(t, `{"id":"undated","kind":"supplement","title":"made up","rows":[`+
		`{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}]}`))
	h := onDibao(version("2020-01-01", "2019-12-20", family(0)))
	for range 2 {
		set, err := undated.At(month("2020-10"), date("2020-12-31"))
		var untold *standards.PublicationError
		require.True(t, errors.As(err, &untold))
		assert.Equal(t, date("2020-12-31"), untold.Known)
		assert.Nil(t, set)
	}
	_, err := undated.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
	assert.Error(t, err)
	_, err = undated.NextReview(h, date("2020-12-31"))
	assert.Error(t, err)
}

// A fault that shows under the figures of one time alone is named, too: of a household over the line whose grace period is on
// record, the months before are looked at as they were known.
func TestFaultUnderTheFiguresOfATime(t *testing.T) {
	bad := family(0)
	bad.Members[0].Income = []assistance.Income{{Kind: 99, Amount: standards.Fen(1, standards.PerMonth)}}
	h := onDibao(version("2020-01-01", "2019-12-20", bad), version("2020-01-01", "2020-12-05", family(0)), version("2020-10-01", "2020-10-01", family(1250_00)))
	grace := func(issued string) string {
		return `{"id":"grace","kind":"supplement","title":"made up","issued":"` + issued + `","rows":[` +
			`{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}]}`
	}
	raised := func(issued string) string {
		return `{"id":"raised","kind":"draft","title":"made up","issued":"` + issued + `","rows":[` +
			`{"key":"dibao-line","place":"430202","residence":"urban","yuan":"650","per":"month","from":"2020-09-01"}]}`
	}
	for _, tt := range []struct {
		name  string
		files []string
	}{
		{"the length of the grace period, published late", []string{grace("2020-11-10")}},
		{"the line as it was, raised late", []string{grace("2020-01-02"), raised("2020-11-10")}},
		{"the one, then the other", []string{grace("2020-11-10"), raised("2020-11-20")}},
	} {
		c := months.NewCalendar(overlaid(t, tt.files...))
		_, err := c.Arrears(h, nil, month("2020-10"), month("2020-10"), date("2020-12-31"))
		assert.Equal(t, wire.Errors{{Path: "versions[0].household.members[0].income[0].kind", Code: wire.CodeNotAValue, Value: "99"}}, err, tt.name)
	}
}

// What a record is to a month: a correction of the facts that hold in it, or a fact recorded late.
func TestCauseOfARecord(t *testing.T) {
	for _, tt := range []struct {
		name     string
		versions []months.Version
		want     string // October, paid in full by what was known in it
	}{
		{"the facts that hold are corrected", []months.Version{version("2020-09-01", "2020-09-01", family(500_00)),
			version("2020-09-01", "2020-11-05", family(600_00))}, "corrected=-100.00"},
		{"and the first version of all is recorded on that day", []months.Version{version("2020-01-01", "2020-11-05", family(500_00)),
			version("2020-09-01", "2020-09-01", family(500_00)), version("2020-09-01", "2020-11-05", family(600_00))}, "recorded-late=-100.00"},
		{"other facts hold instead", []months.Version{version("2020-09-01", "2020-09-01", family(500_00)),
			version("2020-09-02", "2020-11-05", family(600_00))}, "recorded-late=-100.00"},
		{"facts that hold from the first of the month", []months.Version{version("2020-09-01", "2020-09-01", family(500_00)),
			version("2020-10-01", "2020-11-05", family(600_00))}, "recorded-late=-100.00"},
	} {
		l, err := published.Arrears(onDibao(tt.versions...), regular("2020-10", "2020-10", "700.00"), month("2020-10"), month("2020-10"), date("2020-12-31"))
		require.NoError(t, err, tt.name)
		assert.Equal(t, "600.00 700.00 -100.00 "+tt.want, row(l, "2020-10"), tt.name)
	}
}
