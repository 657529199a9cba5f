package months_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
	"github.com/openminzheng/zhuzhou/standards/source"
)

func date(s string) standards.Date {
	d, err := standards.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func month(s string) months.Month {
	m, err := months.ParseMonth(s)
	if err != nil {
		panic(err)
	}
	return m
}

// family is an urban household of two in Hetang, the applicant with monthly wages in fen; 0 are none.
func family(wages int64) assistance.Household {
	h := assistance.Household{Division: standards.Hetang, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "mother", Born: date("1982-03-14"), Relation: benefit.Applicant, Income: []assistance.Income{}},
		{ID: "child", Born: date("2010-02-28"), Relation: benefit.MinorChild, Income: []assistance.Income{}},
	}}
	if wages > 0 {
		h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(wages, standards.PerMonth)}}
	}
	return h
}

func version(from, recorded string, h assistance.Household) months.Version {
	return months.Version{From: date(from), Recorded: date(recorded), Household: h}
}

// onDibao is a history with dibao from January 2020 and these versions.
func onDibao(versions ...months.Version) months.History {
	return months.History{ID: "h-1", Versions: versions, Grants: []months.Grant{{Part: benefit.Dibao, Applied: date("2019-12-02"), Approved: date("2019-12-20")}}}
}

func paidFor(m, yuan, on string) months.Payment {
	p := months.Payment{Month: month(m), Part: benefit.Dibao, Paid: date(on)}
	if err := p.Sum.UnmarshalText([]byte(yuan)); err != nil {
		panic(err)
	}
	return p
}

// regular are payments on the 8th of each month from one to another.
func regular(from, to, yuan string) []months.Payment {
	var all []months.Payment
	for m := month(from); !month(to).Before(m); m = m.Next() {
		all = append(all, paidFor(m.String(), yuan, m.String()+"-08"))
	}
	return all
}

// published is the calendar of the published tables.
var published months.Calendar

func arrears(t testing.TB, h months.History, paid []months.Payment, known string) months.Ledger {
	t.Helper()
	l, err := published.Arrears(h, paid, months.Month{}, months.Month{}, date(known))
	require.NoError(t, err)
	checkLedger(t, l)
	return l
}

// row describes the account of a month shortly: due paid difference [cause=sum ...].
func row(l months.Ledger, m string) string {
	for _, r := range l.Rows {
		if r.Month == month(m) && r.Part == benefit.Dibao {
			return describe(r)
		}
	}
	return "nothing"
}

func describe(r months.Row) string {
	s := fmt.Sprintf("%s%s %s %s", map[standards.Bound]string{standards.AtLeast: ">="}[r.Due.Bound], r.Due.Amount.YuanText(), r.Paid, r.Difference)
	for _, c := range r.Causes {
		s += fmt.Sprintf(" %s=%s", c.Cause, c.Sum)
	}
	return s
}

// checkLedger checks that the causes of every row add up, that all are of one sign, and that the totals are those of the rows.
func checkLedger(t testing.TB, l months.Ledger) {
	t.Helper()
	var want months.Totals
	want.Bound = standards.Exactly
	byCause := map[string]months.Sum{}
	for _, r := range l.Rows {
		causes, due, paid := months.Sum(0), months.Sum(0), months.Sum(0)
		for _, c := range r.Causes {
			causes += c.Sum
			assert.NotZero(t, c.Sum)
			assert.Equal(t, r.Difference > 0, c.Sum > 0, "%v", r)
			if r.Due.Bound == standards.AtLeast && c.Sum < 0 {
				assert.Equal(t, months.NotDetermined, c.Cause)
			}
			if r.Due.Bound == standards.Exactly {
				assert.NotEqual(t, months.NotDetermined, c.Cause)
			}
			byCause[fmt.Sprint(c.Cause, c.Sum > 0)] += c.Sum
			switch {
			case c.Cause == months.NotDetermined:
				want.Open -= c.Sum
			case c.Sum > 0:
				want.Underpaid += c.Sum
			default:
				want.Overpaid -= c.Sum
			}
		}
		for i, e := range r.Events {
			if e.Paid {
				paid -= e.Sum
			} else {
				due += e.Sum
			}
			if i > 0 {
				assert.False(t, e.On.Before(r.Events[i-1].On), "%v", r.Events)
			}
			assert.False(t, l.Known.Before(e.On))
		}
		assert.Equal(t, r.Difference, causes, "%v", r)
		assert.Equal(t, months.Sum(r.Due.Amount.Fen()), due, "%v", r)
		assert.Equal(t, r.Paid, paid)
		assert.Equal(t, r.Difference, due-paid)
		want.Due += due
		want.Paid += paid
		want.Bound = max(want.Bound, r.Due.Bound)
	}
	assert.Equal(t, want, l.Totals)
	assert.Equal(t, want.Due-want.Paid, want.Underpaid-want.Overpaid-want.Open)
	for _, c := range l.Causes {
		assert.Equal(t, byCause[fmt.Sprint(c.Cause, c.Sum > 0)], c.Sum)
		delete(byCause, fmt.Sprint(c.Cause, c.Sum > 0))
	}
	assert.Empty(t, byCause)
}

// rural is h with a rural hukou. Before the city's figures were published the province's floor of 4000 yuan a year was on
// record of its kind: for two people 666.67 a month.
func rural(h assistance.Household) assistance.Household {
	h.Residence = standards.Rural
	return h
}

// The city's figures for the whole year were published in September: eight months of back pay to a family whose
// income was above the province's floor and is below the city's line.
func TestFigurePublishedLate(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", rural(family(700_00))))
	l := arrears(t, h, regular("2020-09", "2020-09", "500.00"), "2020-09-30")
	for m := month("2020-01"); m.Before(month("2020-09")); m = m.Next() {
		assert.Equal(t, "500.00 0.00 500.00 published-late=500.00", row(l, m.String()))
	}
	assert.Equal(t, "500.00 500.00 0.00", row(l, "2020-09"))
	assert.Equal(t, months.Totals{Due: 4500_00, Bound: standards.Exactly, Paid: 500_00, Underpaid: 4000_00}, l.Totals)
	assert.Equal(t, []months.Share{{Cause: months.PublishedLate, Sum: 4000_00}}, l.Causes)
	// Before the publication nothing can be said.
	before := arrears(t, h, nil, "2020-08-31")
	assert.Equal(t, ">=0.00 0.00 0.00", row(before, "2020-03"))
	assert.Equal(t, standards.AtLeast, before.Totals.Bound)
	// The back pay settles it.
	paid := regular("2020-09", "2020-09", "500.00")
	for m := month("2020-01"); m.Before(month("2020-09")); m = m.Next() {
		paid = append(paid, paidFor(m.String(), "500.00", "2020-09-20"))
	}
	l = arrears(t, h, paid, "2020-09-30")
	assert.Equal(t, "500.00 500.00 0.00", row(l, "2020-05"))
	assert.Empty(t, l.Causes)
	assert.Zero(t, l.Totals.Underpaid)
}

// The province's urban floor of 500 yuan was on record from 2019-07 on: (500 - 250) x 2 was known to be due at least, and
// was missed; what the city's 600 adds was published late.
func TestFigureAboveAKnownFloorPublishedLate(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)))
	l := arrears(t, h, regular("2020-09", "2020-09", "700.00"), "2020-09-30")
	for m := month("2020-01"); m.Before(month("2020-09")); m = m.Next() {
		assert.Equal(t, "700.00 0.00 700.00 published-late=200.00 payment-missed=500.00", row(l, m.String()))
	}
	assert.Equal(t, "700.00 700.00 0.00", row(l, "2020-09"))
	assert.Equal(t, months.Totals{Due: 6300_00, Bound: standards.Exactly, Paid: 700_00, Underpaid: 5600_00}, l.Totals)
	assert.Equal(t, []months.Share{{Cause: months.PublishedLate, Sum: 1600_00}, {Cause: months.PaymentMissed, Sum: 4000_00}}, l.Causes)
	before := arrears(t, h, nil, "2020-08-31")
	assert.Equal(t, ">=500.00 0.00 500.00 payment-missed=500.00", row(before, "2020-03"))
	assert.Equal(t, standards.AtLeast, before.Totals.Bound)
}

// What was paid before the figure was known is on account, and no overpayment before it is known to be one.
func TestPaidBeforeTheFigureWasKnown(t *testing.T) {
	urban, aboveTheFloor := family(500_00), rural(family(700_00))
	for _, tt := range []struct {
		household         assistance.Household
		yuan, known, want string
	}{
		{aboveTheFloor, "320.00", "2020-08-31", ">=0.00 320.00 -320.00 not-determined=-320.00"},
		{aboveTheFloor, "320.00", "2020-09-01", "500.00 320.00 180.00 published-late=180.00"},
		{aboveTheFloor, "500.00", "2020-09-01", "500.00 500.00 0.00"},
		{aboveTheFloor, "700.00", "2020-09-01", "500.00 700.00 -200.00 payment-doubled=-200.00"},
		// At least 500 was known to be due; what was paid beyond it is on account.
		{urban, "480.00", "2020-08-31", ">=500.00 480.00 20.00 payment-missed=20.00"},
		{urban, "520.00", "2020-08-31", ">=500.00 520.00 -20.00 not-determined=-20.00"},
		// A payment settles first what was known to be due: of what 480 leaves, 20 was missed, of what 520 leaves, nothing.
		{urban, "480.00", "2020-09-01", "700.00 480.00 220.00 published-late=200.00 payment-missed=20.00"},
		{urban, "520.00", "2020-09-01", "700.00 520.00 180.00 published-late=180.00"},
		{urban, "700.00", "2020-09-01", "700.00 700.00 0.00"},
		{urban, "900.00", "2020-09-01", "700.00 900.00 -200.00 payment-doubled=-200.00"},
	} {
		h := onDibao(version("2020-01-01", "2019-12-20", tt.household))
		l := arrears(t, h, []months.Payment{paidFor("2020-02", tt.yuan, "2020-02-08")}, tt.known)
		assert.Equal(t, tt.want, row(l, "2020-02"), "%s %s", tt.yuan, tt.known)
	}
}

func TestEachCauseAlone(t *testing.T) {
	family500, family900 := version("2020-01-01", "2019-12-20", family(500_00)), version("2020-10-01", "2020-10-01", family(900_00))
	late := family900
	late.Recorded = date("2020-12-05")
	corrected := version("2020-10-01", "2020-12-07", family(800_00))
	corrected2 := version("2020-10-01", "2020-12-05", family(1000_00))
	returned := paidFor("2020-10", "700.00", "2020-12-20")
	returned.Returned = true
	for _, tt := range []struct {
		name string
		h    months.History
		paid []months.Payment
		want string // October
	}{
		{"nothing", onDibao(family500), regular("2020-10", "2020-10", "700.00"), "700.00 700.00 0.00"},
		{"a change in time", onDibao(family500, family900), regular("2020-10", "2020-10", "300.00"), "300.00 300.00 0.00"},
		{"recorded late", onDibao(family500, late), regular("2020-10", "2020-10", "700.00"), "300.00 700.00 -400.00 recorded-late=-400.00"},
		{"corrected", onDibao(family500, family900, corrected), regular("2020-10", "2020-10", "300.00"), "400.00 300.00 100.00 corrected=100.00"},
		{"recorded late and carried on", onDibao(family500, version("2020-09-10", "2020-12-05", family(600_00)), family900, corrected2),
			regular("2020-10", "2020-10", "300.00"), "200.00 300.00 -100.00 recorded-late=-100.00"},
		{"missed", onDibao(family500), nil, "700.00 0.00 700.00 payment-missed=700.00"},
		{"short", onDibao(family500), regular("2020-10", "2020-10", "699.99"), "700.00 699.99 0.01 payment-missed=0.01"},
		{"paid what was known, after the record", onDibao(family500, version("2020-10-01", "2020-12-05", family(400_00))), []months.Payment{paidFor("2020-10", "700.00", "2020-12-20")},
			"800.00 700.00 100.00 recorded-late=100.00"},
		{"doubled", onDibao(family500), append(regular("2020-10", "2020-10", "700.00"), paidFor("2020-10", "700.00", "2020-10-20")),
			"700.00 1400.00 -700.00 payment-doubled=-700.00"},
		{"doubled and returned", onDibao(family500), append(regular("2020-10", "2020-10", "700.00"), paidFor("2020-10", "700.00", "2020-10-20"), returned),
			"700.00 700.00 0.00"},
		{"late and returned", onDibao(family500, late), append(regular("2020-10", "2020-10", "700.00"), returned), "300.00 0.00 300.00 payment-missed=300.00"},
		{"missed, and less was due", onDibao(family500, late), nil, "300.00 0.00 300.00 payment-missed=300.00"},
		{"paid before, and recorded late", onDibao(family500, late), regular("2020-10", "2020-10", "300.00"), "300.00 300.00 0.00"},
		{"all of them", onDibao(family500, late, corrected), append(regular("2020-10", "2020-10", "700.00"), paidFor("2020-10", "50.00", "2020-11-01")),
			"400.00 750.00 -350.00 recorded-late=-300.00 payment-doubled=-50.00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, row(arrears(t, tt.h, tt.paid, "2020-12-31"), "2020-10"))
		})
	}
}

// All causes in one account, underpaid and overpaid apart.
func TestAllCausesTogether(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", rural(family(700_00))), version("2020-05-01", "2020-10-12", rural(family(900_00))),
		version("2020-11-01", "2020-11-03", rural(family(900_00))), version("2020-11-01", "2020-12-10", rural(family(800_00))))
	paid := slices.Concat(regular("2020-09", "2020-09", "500.00"), regular("2020-11", "2020-11", "300.00"), regular("2020-12", "2020-12", "300.00"),
		[]months.Payment{paidFor("2020-12", "300.00", "2020-12-09"), paidFor("2020-06", "500.00", "2020-09-20")})
	l := arrears(t, h, paid, "2020-12-31")
	for m, want := range map[string]string{
		"2020-04": "500.00 0.00 500.00 published-late=500.00",
		"2020-05": "300.00 0.00 300.00 published-late=300.00",      // what the publication brought, less what the record took back
		"2020-06": "300.00 500.00 -200.00 recorded-late=-200.00",   // paid in full in September, the job recorded in October
		"2020-09": "300.00 500.00 -200.00 recorded-late=-200.00",   //
		"2020-10": "300.00 0.00 300.00 payment-missed=300.00",      //
		"2020-11": "400.00 300.00 100.00 corrected=100.00",         //
		"2020-12": "400.00 600.00 -200.00 payment-doubled=-200.00", // what was doubled, less what the correction brought
	} {
		assert.Equal(t, want, row(l, m), m)
	}
	causes := map[months.Cause]bool{}
	for _, c := range l.Causes {
		causes[c.Cause] = true
	}
	assert.Len(t, causes, 5)
	assert.Positive(t, l.Totals.Underpaid)
	assert.Positive(t, l.Totals.Overpaid)
}

// A record that takes back from a month that was missed takes first what the publication brought, then what was known to be
// due: by the province's floor, 500 of the 700 of the city's line.
func TestARecordTakesBackWhatWasPublishedFirst(t *testing.T) {
	for wages, want := range map[int64]string{
		600_00: "600.00 0.00 600.00 published-late=100.00 payment-missed=500.00",
		700_00: "500.00 0.00 500.00 payment-missed=500.00",
		800_00: "400.00 0.00 400.00 payment-missed=400.00",
	} {
		h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)), version("2020-05-01", "2020-10-12", family(wages)))
		l := arrears(t, h, nil, "2020-12-31")
		assert.Equal(t, "700.00 0.00 700.00 published-late=200.00 payment-missed=500.00", row(l, "2020-04"))
		assert.Equal(t, want, row(l, "2020-05"))
	}
}

// A county figure is a floor: what is paid beyond it is no overpayment.
func TestPaidBeyondAFloor(t *testing.T) {
	h := family(0)
	h.Division, h.Residence = standards.Youxian, standards.Rural
	l := arrears(t, onDibao(version("2020-01-01", "2019-12-20", h)), regular("2020-10", "2020-11", "800.00"), "2020-11-30")
	assert.Equal(t, ">=720.00 800.00 -80.00 not-determined=-80.00", row(l, "2020-10"))
	assert.Equal(t, months.Sum(160_00), l.Totals.Open)
	assert.Zero(t, l.Totals.Overpaid)
}

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

func tables(t testing.TB, rows string) *standards.Tables {
	t.Helper()
	o, err := draft.Read(strings.NewReader(`{"id":"local","kind":"supplement","title":"made up","issued":"2020-01-02","rows":[` + rows + `]}`))
	require.NoError(t, err)
	all, err := standards.Published().With(o)
	require.NoError(t, err)
	return all
}

// Where dibao ends because income passed the line, the grace period runs as long as a tables file says.
func TestGracePeriod(t *testing.T) {
	const threeMonths = `{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}`
	over := family(2000_00)
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)), version("2020-09-10", "2020-09-12", over))
	decided, err := months.NewCalendar(tables(t, threeMonths)).Decide(h, month("2020-09"), month("2021-01"), date("2020-12-31"))
	require.NoError(t, err)
	var got []string
	for _, d := range decided[:4] {
		got = append(got, d.Due[0].Text(standards.English))
	}
	assert.Equal(t, []string{"dibao: due, 700.00 yuan a month",
		"dibao: due in the grace period, 700.00 yuan a month; the last month of the grace period is 2020-12",
		"dibao: due in the grace period, 700.00 yuan a month; the last month of the grace period is 2020-12",
		"dibao: due in the grace period, 700.00 yuan a month; the last month of the grace period is 2020-12"}, got)
	assert.Equal(t, "最低生活保障：渐退期内照发，每月700.00元，渐退期最后一个月为2020-12", decided[1].Due[0].Text(standards.Chinese))
	assert.NotEqual(t, months.Grace, decided[4].Due[0].Status)

	status := func(tables *standards.Tables, h months.History) months.Status {
		decided, err := months.NewCalendar(tables).Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
		require.NoError(t, err)
		return decided[0].Due[0].Status
	}
	assert.Equal(t, months.Undetermined, status(nil, h), "its length is not on record")
	unearned := over
	unearned.Members = slices.Clone(over.Members)
	unearned.Members[0].Income = []assistance.Income{{Kind: standards.Transfer, Amount: standards.Fen(2000_00, standards.PerMonth)}}
	assert.Equal(t, months.Refused, status(tables(t, threeMonths), onDibao(h.Versions[0], version("2020-09-10", "2020-09-12", unearned))), "nobody works")
	rich := over
	rich.Property = benefit.Over
	assert.Equal(t, months.Refused, status(tables(t, threeMonths), onDibao(h.Versions[0], version("2020-09-10", "2020-09-12", rich))), "property is over")
	assert.Equal(t, months.Refused, status(tables(t, `{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}`),
		onDibao(version("2020-06-01", "2020-06-01", over))), "never below the line in what is decided, and too long ago")
	ended := onDibao(h.Versions...)
	ended.Grants[0].Ended = date("2020-09-20")
	decided, err = months.NewCalendar(tables(t, threeMonths)).Decide(ended, month("2020-09"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "700.00 yuan a month", decided[0].Total.Text(standards.English))
	assert.Empty(t, decided[1].Due, "it was ended")
}

// disabledFamily is family with a disabled child.
func disabledFamily(wages int64) assistance.Household {
	h := family(wages)
	h.Members[1].Disability = disability.Certificate{Category: disability.Intellectual, Grade: 1}
	return h
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

// In the grace period the living subsidy that went with dibao goes on; nothing else does.
func TestLivingSubsidyInTheGracePeriod(t *testing.T) {
	local := tables(t, `{"key":"grace-months","place":"430202","count":1,"from":"2020-01-01"}`)
	h := onDibao(version("2020-01-01", "2019-12-20", disabledFamily(500_00)), version("2020-09-10", "2020-09-12", disabledFamily(2000_00)))
	for _, n := range []benefit.Name{benefit.Living, benefit.Nursing} {
		h.Grants = append(h.Grants, months.Grant{Part: n, Member: "child", Applied: date("2019-12-20"), Approved: date("2019-12-20")})
	}
	decided, err := months.NewCalendar(local).Decide(h, month("2020-09"), month("2020-11"), date("2020-12-31"))
	require.NoError(t, err)
	var got []string
	for _, d := range decided {
		s := d.Total.Amount.YuanText()
		for _, due := range d.Due {
			s += " " + due.Status.String()
		}
		got = append(got, s)
	}
	assert.Equal(t, []string{"900.00 running running running", "900.00 grace grace running", "100.00 refused not-on-dibao running"}, got)
}

// Where the history does not reach back to a month below the line, the grace period cannot be told.
func TestGracePeriodBeforeTheHistory(t *testing.T) {
	local := tables(t, `{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}`)
	h := onDibao(version("2020-09-01", "2020-09-01", family(2000_00)))
	decided, err := months.NewCalendar(local).Decide(h, month("2020-09"), month("2020-12"), date("2020-12-31"))
	require.NoError(t, err)
	var got []months.Status
	for _, d := range decided {
		got = append(got, d.Due[0].Status)
	}
	assert.Equal(t, []months.Status{months.Undetermined, months.Undetermined, months.Undetermined, months.Refused}, got)
}

// An account at the limits of its input takes neither time nor memory without end.
func TestAccountAtTheLimits(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	large := family(0)
	for i := range 30 {
		m := large.Members[1]
		m.ID = fmt.Sprint("child-", i)
		m.Disability = disability.Certificate{Category: disability.Mental, Grade: 1}
		large.Members = append(large.Members, m)
	}
	h := onDibao()
	d := date("2020-01-01")
	for range months.MaxVersions {
		h.Versions = append(h.Versions, months.Version{From: d, Recorded: date("2020-12-31"), Household: large})
		d = d.Next()
	}
	for i := range h.Versions {
		for range i {
			h.Versions[i].Recorded = h.Versions[i].Recorded.Next()
		}
	}
	for i := range 30 {
		for _, n := range []benefit.Name{benefit.Living, benefit.Nursing} {
			h.Grants = append(h.Grants, months.Grant{Part: n, Member: fmt.Sprint("child-", i), Applied: date("2020-01-01"), Approved: date("2020-01-01")})
		}
	}
	arrears(t, h, slices.Repeat(regular("2020-01", "2020-01", "1.00"), months.MaxPayments), "2021-12-31")
}

func TestTooMany(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(0)))
	h.Versions = slices.Repeat(h.Versions, months.MaxVersions+1)
	h.Grants = slices.Repeat(h.Grants, months.MaxVersions+1)
	h.Reviews = make([]standards.Date, months.MaxVersions+1)
	var faults wire.Errors
	require.True(t, errors.As(h.Check(), &faults))
	assert.Len(t, faults, 3)
	h = onDibao(version("2020-01-01", "2019-12-20", family(0)))
	_, err := published.Arrears(h, make([]months.Payment, months.MaxPayments+1), months.Month{}, months.Month{}, date("2020-12-31"))
	assert.EqualError(t, err, `too many: "5001" at payments`)
	var a months.Account
	err = json.Unmarshal([]byte(`{"history":{"id":"x","versions":[`+strings.Repeat("0,", 200)+`0]},"payments":[`+strings.Repeat("0,", 5000)+`0]}`), &a)
	assert.EqualError(t, err, `too many: "201" at history.versions; too many: "5001" at payments`)
}

// Rows stand in the order of the law, then in that of the members.
func TestOrderOfRows(t *testing.T) {
	h := disabledFamily(0)
	h.Members[0].Disability = h.Members[1].Disability
	history := onDibao(version("2020-10-01", "2020-10-01", h))
	for _, member := range []string{"child", "mother"} {
		for _, n := range []benefit.Name{benefit.Nursing, benefit.Living} {
			history.Grants = append(history.Grants, months.Grant{Part: n, Member: member, Applied: date("2020-10-01"), Approved: date("2020-10-01")})
		}
	}
	l := arrears(t, history, nil, "2020-10-31")
	var got []string
	for _, r := range l.Rows {
		got = append(got, r.Part.String()+" "+r.Member)
	}
	assert.Equal(t, []string{"dibao ", "living mother", "living child", "nursing mother", "nursing child"}, got)
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

var someHouseholds = []func() assistance.Household{
	func() assistance.Household { return family(0) }, func() assistance.Household { return family(333_33) }, func() assistance.Household { return family(900_01) },
	func() assistance.Household { return family(5000_00) }, func() assistance.Household { return disabledFamily(1199_99) },
	func() assistance.Household { h := family(0); h.Property = 0; return h },
	func() assistance.Household { h := disabledFamily(100_00); h.Division = standards.Chaling; return h },
	func() assistance.Household {
		h := disabledFamily(0)
		h.Division, h.Residence = standards.Liling, standards.Rural
		return h
	},
}

func dayIn(r *rand.Rand, first, last string) standards.Date {
	d, n := date(first), 0
	for e := d; e.Before(date(last)); e = e.Next() {
		n++
	}
	for range r.IntN(n + 1) {
		d = d.Next()
	}
	return d
}

// random is a random history and payments.
func random(r *rand.Rand) (months.History, []months.Payment) {
	h := months.History{ID: "h-1"}
	for range 1 + r.IntN(6) {
		from := dayIn(r, "2020-01-02", "2021-06-30")
		if len(h.Versions) == 0 {
			from = date("2020-01-01")
		} else if r.IntN(3) == 0 {
			from = h.Versions[r.IntN(len(h.Versions))].From
		}
		recorded := from
		if r.IntN(2) == 0 {
			recorded = dayIn(r, "2020-01-01", "2021-12-31")
		}
		h.Versions = append(h.Versions, months.Version{From: from, Recorded: recorded, Household: someHouseholds[r.IntN(len(someHouseholds))]()})
	}
	slices.SortStableFunc(h.Versions, func(a, b months.Version) int {
		if c := a.From.Compare(b.From); c != 0 {
			return c
		}
		return a.Recorded.Compare(b.Recorded)
	})
	h.Versions = slices.CompactFunc(h.Versions, func(a, b months.Version) bool { return a.From == b.From && a.Recorded == b.Recorded })
	for _, k := range []months.Key{{Part: benefit.Dibao}, {Part: benefit.Living, Member: "child"}, {Part: benefit.Nursing, Member: "child"}} {
		if r.IntN(5) == 0 {
			continue
		}
		approved := dayIn(r, "2019-12-01", "2020-06-30")
		g := months.Grant{Part: k.Part, Member: k.Member, Applied: approved, Approved: approved}
		if r.IntN(3) == 0 {
			g.Recorded = dayIn(r, approved.String(), "2021-03-01")
		}
		if r.IntN(4) == 0 {
			g.Ended = dayIn(r, "2021-03-01", "2021-09-30")
		}
		h.Grants = append(h.Grants, g)
	}
	var paid []months.Payment
	for range r.IntN(40) {
		m := month("2020-01").Add(r.IntN(20))
		p := months.Payment{Month: m, Part: benefit.Dibao, Sum: months.Sum(r.IntN(130_000)), Paid: dayIn(r, m.First().String(), "2021-12-31"), Returned: r.IntN(6) == 0}
		if r.IntN(2) == 0 {
			p.Paid = m.First().Next()
		}
		if r.IntN(3) == 0 {
			p.Part, p.Member = benefit.Nursing, "child"
		}
		paid = append(paid, p)
	}
	return h, paid
}

// past are the rows of months that are over.
func past(l months.Ledger, known standards.Date) []months.Row {
	return slices.DeleteFunc(slices.Clone(l.Rows), func(r months.Row) bool { return known.Before(r.Month.Last()) })
}

// Over random histories: the causes add up to the difference; what is due is what a decision of that day says; and asked about on a later
// day, a month is due the same unless something became known in between.
func TestRandomHistories(t *testing.T) {
	c := months.NewCalendar(tables(t, `{"key":"grace-months","place":"430202","count":2,"from":"2020-01-01"}`))
	n := 300
	if testing.Short() {
		n = 50
	}
	for seed := range n {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		h, paid := random(r)
		require.NoError(t, h.Check())
		known := dayIn(r, "2020-09-01", "2021-12-31")
		l, err := c.Arrears(h, paid, months.Month{}, month("2021-08"), known)
		var untold *standards.PublicationError
		if errors.As(err, &untold) {
			known = date("2021-12-31")
			l, err = c.Arrears(h, paid, months.Month{}, month("2021-08"), known)
		}
		require.NoError(t, err, seed)
		checkLedger(t, l)
		decided, err := c.Decide(h, l.From, l.To, known)
		require.NoError(t, err)
		due := map[months.Month]map[months.Key]benefit.Payment{}
		for _, d := range decided {
			due[d.Month] = map[months.Key]benefit.Payment{}
			for _, one := range d.Due {
				due[d.Month][one.Key] = one.Payment
			}
		}
		for _, row := range l.Rows {
			want, ok := due[row.Month][row.Key]
			if !ok {
				want = benefit.Monthly(0, row.Due.Bound)
			}
			assert.Equal(t, want, row.Due, "seed %d, %s %v", seed, row.Month, row.Key)
		}
		// Nothing becomes known between two days: nothing changes.
		next := known.Next()
		quiet := next.Day != 1 && next != date("2020-09-01") && next != date("2021-07-01") && next != date("2020-12-31") && next != date("2020-08-25")
		for _, v := range h.Versions {
			quiet = quiet && v.Recorded != next
		}
		for _, g := range h.Grants {
			quiet = quiet && g.Recorded != next && g.Approved != next && g.Ended != next
		}
		for _, p := range paid {
			quiet = quiet && p.Paid != next
		}
		if _, last := standards.Span(); quiet && !last.Before(next) {
			later, err := c.Arrears(h, paid, months.Month{}, month("2021-08"), next)
			require.NoError(t, err)
			assert.Equal(t, past(l, known), past(later, known))
		}
		if t.Failed() {
			data, _ := json.Marshal(months.Account{History: h, Payments: paid})
			t.Fatalf("seed %d, known %s: %s", seed, known, data)
		}
	}
}

// Facts recorded in any order come to the same once all are on record.
func TestOrderOfRecordingDoesNotMatter(t *testing.T) {
	for seed := range 100 {
		r := rand.New(rand.NewPCG(uint64(seed), 9))
		h := onDibao(version("2020-01-01", "2020-01-01", family(0)), version("2020-03-10", "2020-03-10", family(500_00)),
			version("2020-06-30", "2020-06-30", disabledFamily(900_00)), version("2020-10-01", "2020-10-01", family(100_00)))
		var want []months.Decided
		for try := range 5 {
			if try > 0 {
				for i := range h.Versions {
					h.Versions[i].Recorded = dayIn(r, "2019-12-01", "2020-12-31")
				}
			}
			got, err := published.Decide(h, month("2020-01"), month("2020-12"), date("2020-12-31"))
			require.NoError(t, err)
			if try == 0 {
				want = got
			}
			require.Equal(t, want, got)
			l := arrears(t, h, regular("2020-02", "2020-11", "612.34"), "2020-12-31")
			require.Equal(t, months.Sum(612_34*10), l.Totals.Paid)
		}
	}
}

// Decisions that are made once for several months are what each month's own would be.
func TestSharedDecisionsAreThoseOfEachMonth(t *testing.T) {
	for seed := range 100 {
		r := rand.New(rand.NewPCG(uint64(seed), 11))
		h, _ := random(r)
		for i := range h.Versions {
			for j := range h.Versions[i].Household.Members { // around the ages that the law names
				m := &h.Versions[i].Household.Members[j]
				m.Born = standards.Day(2020-[]int{5, 15, 16, 17, 18, 59, 60}[r.IntN(7)], 1+time.Month(r.IntN(12)), 1+r.IntN(28))
				if r.IntN(2) == 0 {
					m.Support, m.Property = benefit.NoSupporters, benefit.Within
				}
			}
		}
		choice := []standards.Choice{standards.CalendarYear, standards.UntilReplaced, standards.FromPublication, standards.MinorUnder16, standards.ListAs2021}[r.IntN(5)]
		tables := tables(t, `{"key":"grace-months","place":"430202","count":2,"from":"2020-01-01"},{"key":"dibao-topup","place":"430200","of":"minor","percent":"20","from":"2020-03-01"},
			{"key":"dibao-topup","place":"430200","of":"elderly","percent":"10","from":"2020-03-01"}`).Choose(choice)
		known := date("2021-12-31")
		decided, err := months.NewCalendar(tables).Decide(h, month("2020-01"), month("2021-12"), known)
		require.NoError(t, err)
		for _, d := range decided {
			if d.Version < 0 {
				continue
			}
			set, err := tables.At(d.Month.First())
			require.NoError(t, err)
			household := h.Versions[d.Version].Household
			household.ID = h.ID
			for _, g := range h.Grants {
				recorded := g.Recorded
				if recorded.IsZero() {
					recorded = g.Approved
				}
				approvedIn := 0
				for i, v := range h.Versions {
					if !g.Approved.Before(v.From) && !known.Before(v.Recorded) {
						approvedIn = i
					}
				}
				if h.Versions[approvedIn].Household.Division != household.Division {
					continue // approved in another place
				}
				if g.Part == benefit.Dibao && !known.Before(recorded) && g.First().Before(d.Month) && (g.Ended.IsZero() || !months.MonthOf(g.Ended).Before(d.Month.Previous())) {
					household.OnDibao = standards.Yes
				}
			}
			want, err := assistance.Assess(set, household)
			require.NoError(t, err)
			require.Equal(t, want, d.Decision, "seed %d, %s", seed, d.Month)
		}
	}
}

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
		{"versions[2].recorded", wire.CodeRequired, func(h *months.History) { h.Versions[2].Recorded = standards.Date{} }},
		{"versions[1].note", wire.CodeTooLong, func(h *months.History) { h.Versions[1].Note = strings.Repeat("字", 201) }},
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
		{"grants[0].approved", wire.CodeConflict, func(h *months.History) { h.Grants[0].Approved = date("2019-12-01") }},
		{"grants[0].recorded", wire.CodeConflict, func(h *months.History) { h.Grants[0].Recorded = date("2019-12-19") }},
		{"grants[0].ended", wire.CodeConflict, func(h *months.History) { h.Grants[0].Ended = date("2019-12-19") }},
		{"grants[1].approved", wire.CodeConflict, func(h *months.History) { h.Grants = append(h.Grants, h.Grants[0]) }},
		{"reviews[1]", wire.CodeConflict, func(h *months.History) { h.Reviews[1] = h.Reviews[0] }},
		{"reviews[0]", wire.CodeRequired, func(h *months.History) { h.Reviews[0] = standards.Date{} }},
	} {
		h := base()
		tt.change(&h)
		err := h.Check()
		var faults wire.Errors
		if !assert.True(t, errors.As(err, &faults), "%s %s", tt.path, tt.code) {
			continue
		}
		assert.Equal(t, []string{tt.path, tt.code}, []string{faults[0].Path, faults[0].Code}, "%v", faults)
		_, err = months.NewCalendar(nil).Decide(h, month("2020-04"), month("2020-04"), date("2020-12-31"))
		assert.Error(t, err)
		_, err = months.NewCalendar(nil).NextReview(h, date("2020-12-31"))
		assert.Error(t, err)
	}
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
		path   string
		change func(p *months.Payment)
	}{
		{"payments[0].month", func(p *months.Payment) { p.Month = months.Month{} }},
		{"payments[0].month", func(p *months.Payment) { p.Month = months.Month{Year: 2020, Month: 13} }},
		{"payments[0].part", func(p *months.Payment) { p.Part = 99 }},
		{"payments[0].member", func(p *months.Payment) { p.Part, p.Member = benefit.Living, "x" }},
		{"payments[0].yuan", func(p *months.Payment) { p.Sum = -1 }},
		{"payments[0].paid", func(p *months.Payment) { p.Paid = standards.Date{} }},
		{"payments[0].month", func(p *months.Payment) { p.Month = month("2019-12") }},
	} {
		p := paidFor("2020-02", "1.00", "2020-02-08")
		tt.change(&p)
		_, err := months.NewCalendar(nil).Arrears(h, []months.Payment{p}, months.Month{}, months.Month{}, date("2020-12-31"))
		var faults wire.Errors
		if assert.True(t, errors.As(err, &faults), "%s: %v", tt.path, err) {
			assert.Equal(t, tt.path, faults[0].Path)
		}
	}
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

func TestNextReview(t *testing.T) {
	ill := family(500_00)
	ill.Members[1].SeriousIllness = standards.Yes
	rural := family(500_00)
	rural.Residence = standards.Rural
	old := family(0)
	old.Members = []assistance.Member{{ID: "grandmother", Born: date("1950-01-01"), Income: []assistance.Income{}}, old.Members[1]}
	for _, tt := range []struct {
		name       string
		h          assistance.Household
		known, due string
		document   standards.Document
		clause     string
		overdue    bool
		class      months.ReviewClass
	}{
		{"city, able", family(500_00), "2020-02-20", "2020-02-29", standards.DibaoReview2012, "33", false, months.AbleToWork},
		{"county, able", rural, "2020-02-20", "2020-04-30", standards.DibaoReview2012, "33", false, months.AbleToWork},
		{"ill", ill, "2020-02-20", "2021-01-31", standards.DibaoReview2012, "33", false, months.LittleChange},
		{"old and young", old, "2020-02-20", "2020-07-31", standards.DibaoReview2012, "33", false, months.Stable},
		{"the day before", family(500_00), "2020-08-24", "2020-02-29", standards.DibaoReview2012, "33", true, months.AbleToWork},
		{"reform, able", family(500_00), "2020-08-25", "2020-07-31", standards.Reform2020, "7", true, months.AbleToWork},
		{"reform, old", old, "2020-08-25", "2021-01-31", standards.Reform2020, "7", false, months.Stable},
		{"2021, able", family(500_00), "2021-07-01", "2020-07-31", standards.DibaoReview2021, "31", true, months.AbleToWork},
		{"2021, ill", ill, "2021-07-01", "2021-01-31", standards.DibaoReview2021, "31", true, months.LittleChange},
	} {
		h := onDibao(version("2020-01-01", "2019-12-20", tt.h))
		h.Grants[0].Approved = date("2020-01-31")
		r, err := published.NextReview(h, date(tt.known))
		require.NoError(t, err, tt.name)
		assert.Equal(t, []any{date(tt.due), tt.document, tt.clause, tt.overdue, tt.class}, []any{r.Due, r.Document, r.Clause, r.Overdue, r.Class}, tt.name)
		assert.Equal(t, date("2020-01-31"), r.Last)
		assert.NotEqual(t, r.Text(standards.Chinese), r.Text(standards.English))
		// A review begins the count anew.
		h.Reviews = []standards.Date{date("2020-02-10")}
		again, err := published.NextReview(h, date(tt.known))
		require.NoError(t, err)
		assert.Equal(t, date("2020-02-10"), again.Last)
		assert.True(t, r.Due.Before(again.Due))
	}
	// An income that changed since ends the long interval.
	h := onDibao(version("2020-01-01", "2019-12-20", ill), version("2020-02-01", "2020-02-01", func() assistance.Household {
		h := family(600_00)
		h.Members[1].SeriousIllness = standards.Yes
		return h
	}()))
	r, err := published.NextReview(h, date("2020-03-01"))
	require.NoError(t, err)
	assert.Equal(t, months.AbleToWork, r.Class)
	var none *months.ReviewError
	h.Grants[0].Ended = date("2020-02-10")
	_, err = months.NewCalendar(nil).NextReview(h, date("2020-03-01"))
	require.True(t, errors.As(err, &none))
	assert.NotEqual(t, none.Text(standards.Chinese), none.Text(standards.English))
	h.Grants = []months.Grant{{Part: benefit.Tekun, Member: "child", Approved: date("2020-01-05")}}
	_, err = months.NewCalendar(nil).NextReview(h, date("2020-03-01"))
	require.True(t, errors.As(err, &none))
	assert.True(t, none.Tekun)
	assert.NotEqual(t, none.Error(), none.Text(standards.Chinese))
	r, err = months.NewCalendar(nil).NextReview(h, date("2021-08-01"))
	require.NoError(t, err)
	assert.Equal(t, []any{date("2021-01-05"), standards.Reform2020, months.TekunReview}, []any{r.Due, r.Document, r.Class})
}

// The words of the rules on review stand in the archived texts.
func TestReviewRulesAreQuoted(t *testing.T) {
	const sources = "../../../shared/sources"
	if _, err := os.Stat(sources); err != nil {
		t.Skip("the archived texts are not beside the repository")
	}
	old := family(0)
	old.Members = []assistance.Member{{ID: "grandmother", Born: date("1950-01-01"), Income: []assistance.Income{}}}
	ill := family(0)
	ill.Members[1].SeriousIllness = standards.Yes
	rural := family(0)
	rural.Residence = standards.Rural
	seen := map[string]bool{}
	for _, household := range []assistance.Household{family(0), old, ill, rural} {
		for _, known := range []string{"2020-02-01", "2020-09-01", "2021-08-01"} {
			r, err := published.NextReview(onDibao(version("2020-01-01", "2019-12-20", household)), date(known))
			require.NoError(t, err)
			info, _ := standards.Published().Document(r.Document)
			text, err := os.ReadFile(filepath.Join(sources, info.File))
			require.NoError(t, err)
			clause, ok := source.ClauseText(info, text, r.Clause)
			require.True(t, ok, "%s %s", r.Document, r.Clause)
			assert.Contains(t, clause, r.Printed)
			seen[r.Printed] = true
		}
	}
	assert.Len(t, seen, 7)
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
