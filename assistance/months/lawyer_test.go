package months_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Histories of a lawyer's reading. Each says what the text asks for, with its clause.

// alone is a person of Hetang who lives alone, with wages a month.
func alone(wages int64) assistance.Household {
	h := assistance.Household{Division: standards.Hetang, Residence: standards.Urban, Property: benefit.Within,
		Members: []assistance.Member{{ID: "a", Born: date("1980-05-05"), Relation: benefit.Applicant, Income: []assistance.Income{}}}}
	if wages > 0 {
		h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(wages, standards.PerMonth)}}
	}
	return h
}

// with adds members to a household.
func with(h assistance.Household, members ...assistance.Member) assistance.Household {
	h.Members = append(h.Members[:len(h.Members):len(h.Members)], members...)
	return h
}

// A wife's death in July ends her share with the month (649号 art. 13; R18). What is paid on from August is paid in spite
// of what is on record, whatever was published in September.
func TestADeath(t *testing.T) {
	couple := with(alone(0), assistance.Member{ID: "b", Born: date("1982-05-05"), Relation: benefit.Spouse, Income: []assistance.Income{}})
	h := onDibao(version("2020-01-01", "2019-12-01", couple), version("2020-07-15", "2020-07-20", alone(0)))
	l := arrears(t, h, regular("2020-01", "2020-12", "1200.00"), "2020-12-31")
	assert.Equal(t, "1200.00 1200.00 0.00", row(l, "2020-07"))
	for _, m := range []string{"2020-08", "2020-09", "2020-12"} {
		assert.Equal(t, "600.00 1200.00 -600.00 payment-doubled=-600.00", row(l, m), m)
	}
	assert.Equal(t, months.Sum(3000_00), l.Totals.Overpaid)
	assert.Equal(t, standards.FromNextMonth, l.Readings.Of(standards.ChangesFromReading))
}

// A household that moves to Youxian has nothing due there before an approval there: one applies where the hukou is (649号 art. 11(1)).
func TestAMoveEndsTheGrant(t *testing.T) {
	moved := alone(0)
	moved.Division, moved.Residence = standards.Youxian, standards.Rural
	first := alone(0)
	first.Residence = standards.Rural
	h := onDibao(version("2020-01-01", "2019-12-01", first), version("2020-06-20", "2020-06-22", moved))
	decided, err := months.NewCalendar(nil).Decide(h, month("2020-06"), month("2020-07"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "600.00 yuan a month", decided[0].Total.Text(standards.English))
	assert.Equal(t, months.Moved, decided[1].Due[0].Status)
	assert.Equal(t, "0.00 yuan a month", decided[1].Total.Text(standards.English))
	_, err = months.NewCalendar(nil).NextReview(h, date("2020-12-31"))
	assert.ErrorContains(t, err, "there is no review", "the grant of Hetang is no longer reviewed")

	h.Grants[0].Ended = date("2020-06-30")
	h.Grants = append(h.Grants, months.Grant{Part: benefit.Dibao, Approved: date("2020-08-10")})
	decided, err = months.NewCalendar(nil).Decide(h, month("2020-08"), month("2020-09"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, months.NotGranted, decided[0].Due[0].Status)
	assert.Equal(t, "at least 360.00 yuan a month", decided[1].Total.Text(standards.English), "approved in Youxian in August")
}

// A wage corrected in June is a correction for every month before, whatever was published in September; what is paid on
// after it is paid wrongly.
func TestACorrection(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-01", alone(100_00)), version("2020-01-01", "2020-06-10", alone(500_00)))
	l := arrears(t, h, regular("2020-01", "2020-12", "500.00"), "2020-12-31")
	for _, m := range []string{"2020-01", "2020-05", "2020-06"} { // June was paid on the 9th
		assert.Equal(t, "100.00 500.00 -400.00 corrected=-400.00", row(l, m), m)
	}
	for _, m := range []string{"2020-07", "2020-08", "2020-09", "2020-12"} {
		assert.Equal(t, "100.00 500.00 -400.00 payment-doubled=-400.00", row(l, m), m)
	}
}

// Ten yuan more within the review period: what is no marked change adjusts nothing (2020-08 text, item 7). It is named, and
// is no overpayment; whether it is marked is a finding.
func TestASmallChangeWithinTheReviewPeriod(t *testing.T) {
	for _, tt := range []struct {
		marked standards.Answer
		want   string
	}{
		{0, ">=190.00 200.00 -10.00 not-determined=-10.00"},
		{standards.No, "200.00 200.00 0.00"},
		{standards.Yes, "190.00 200.00 -10.00 payment-doubled=-10.00"},
	} {
		h := onDibao(version("2020-01-01", "2019-12-01", alone(400_00)), version("2020-09-10", "2020-09-12", alone(410_00)))
		h.Versions[1].Marked = tt.marked
		h.Reviews = []standards.Date{date("2020-08-28")}
		l := arrears(t, h, regular("2020-01", "2020-12", "200.00"), "2020-12-31")
		assert.Equal(t, "200.00 200.00 0.00", row(l, "2020-09"))
		assert.Equal(t, tt.want, row(l, "2020-10"), tt.marked)
		if tt.marked != standards.Yes {
			assert.Zero(t, l.Totals.Overpaid)
			decided, err := months.NewCalendar(nil).Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
			require.NoError(t, err)
			assert.Equal(t, months.WithinReview, decided[0].Due[0].Status)
		}
	}
	// Once the review is due again, and before any text said so, the change counts.
	h := onDibao(version("2020-01-01", "2019-12-01", alone(400_00)), version("2020-04-10", "2020-04-12", alone(410_00)))
	h.Reviews = []standards.Date{date("2020-03-01")}
	l := arrears(t, h, nil, "2020-12-31")
	assert.Equal(t, "190.00 0.00 190.00 payment-missed=190.00", row(l, "2020-10"))
}

// A son who is 18 on 15 September and of whom nobody says what he does since leaves it open who counts (220号 art. 5(3)).
func TestARelationEndsWithABirthday(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-01", with(alone(700_00),
		assistance.Member{ID: "c", Born: date("2002-09-15"), Relation: benefit.MinorChild, Income: []assistance.Income{}})))
	l := arrears(t, h, regular("2020-09", "2020-12", "500.00"), "2020-12-31")
	assert.Equal(t, "500.00 500.00 0.00", row(l, "2020-09"))
	assert.Equal(t, ">=0.00 500.00 -500.00 not-determined=-500.00", row(l, "2020-10"))
}

// A sole member's death ends what is due with the month.
func TestASoleMemberDies(t *testing.T) {
	gone := alone(0)
	gone.Members = nil
	h := onDibao(version("2020-01-01", "2019-12-01", alone(0)), version("2020-07-15", "2020-09-20", gone))
	h.Grants[0].Ended = date("2020-09-25")
	l := arrears(t, h, regular("2020-05", "2020-11", "600.00"), "2020-12-31")
	assert.Equal(t, "600.00 600.00 0.00", row(l, "2020-07"))
	assert.Equal(t, "0.00 600.00 -600.00 recorded-late=-600.00", row(l, "2020-08"))
	assert.Equal(t, "0.00 600.00 -600.00 recorded-late=-600.00", row(l, "2020-09"))
	assert.Equal(t, "0.00 600.00 -600.00 payment-doubled=-600.00", row(l, "2020-10"))
	decided, err := months.NewCalendar(nil).Decide(h, month("2020-08"), month("2020-08"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, months.Ended, decided[0].Due[0].Status)
}

// Income that falls on 2 September and is told on 20 November counts from October by R18: no text fixes the month, and the
// ledger says that it was recorded late.
func TestIncomeFallsAndIsToldLate(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-01", alone(500_00)), version("2020-09-02", "2020-11-20", alone(0)))
	h.Versions[1].Household.Members[0].Income = []assistance.Income{}
	l := arrears(t, h, regular("2020-09", "2020-12", "100.00"), "2020-12-31")
	assert.Equal(t, "100.00 100.00 0.00", row(l, "2020-09"))
	assert.Equal(t, "600.00 100.00 500.00 recorded-late=500.00", row(l, "2020-10"))
	assert.Equal(t, "600.00 100.00 500.00 payment-missed=500.00", row(l, "2020-12"))
	assert.Equal(t, standards.FromNextMonth, l.Readings.Of(standards.ChangesFromReading))
}

// Income basically unchanged is a finding (220号 art. 33): a yuan more is none only where the caseworker says so; else the
// review is at the shorter interval.
func TestIncomeBasicallyUnchanged(t *testing.T) {
	ill := func(wages int64) assistance.Household {
		h := alone(wages)
		h.Members[0].Disability = disability.Certificate{Category: disability.Physical, Grade: 1}
		h.Members[0].Support = benefit.Capable
		return h
	}
	for _, tt := range []struct {
		marked standards.Answer
		due    string
	}{{0, "2020-06-15"}, {standards.No, "2020-12-15"}} {
		h := months.History{ID: "h17", Versions: []months.Version{version("2020-01-01", "2019-12-01", ill(100_00)), version("2020-05-01", "2020-05-02", ill(101_00))},
			Grants: []months.Grant{{Part: benefit.Dibao, Approved: date("2019-12-15")}}}
		h.Versions[1].Marked = tt.marked
		r, err := months.NewCalendar(nil).NextReview(h, date("2020-07-31"))
		require.NoError(t, err)
		assert.Equal(t, tt.due, r.Due.String())
	}
}
