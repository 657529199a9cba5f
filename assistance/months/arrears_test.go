package months_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

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
	carriedOn := version("2020-12-01", "2020-12-07", family(700_00))
	granted := onDibao(family500, family900, corrected)
	granted.Grants = append(granted.Grants, months.Grant{Part: benefit.SinglePerson, Member: "mother", Approved: date("2020-12-07")})
	grantLate := onDibao(family500, version("2020-01-01", "2020-12-05", family(600_00)), family900)
	grantLate.Grants[0].Recorded = date("2020-12-05")
	returned := paidFor("2020-10", "700.00", "2020-12-20")
	returned.Returned = true
	oneFen := paidFor("2020-10", "0.01", "2020-12-20")
	oneFen.Returned = true
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
		{"corrected, with what is true later", onDibao(family500, family900, corrected, carriedOn), regular("2020-10", "2020-10", "300.00"),
			"400.00 300.00 100.00 corrected=100.00"},
		{"corrected on the day of a grant", granted, regular("2020-10", "2020-10", "300.00"), "400.00 300.00 100.00 corrected=100.00"},
		{"recorded late on the day of a correction of another month", onDibao(family500, version("2020-01-01", "2020-12-05", family(600_00)), late),
			regular("2020-10", "2020-10", "700.00"), "300.00 700.00 -400.00 recorded-late=-400.00"},
		{"granted on the day of a correction of another month", grantLate, nil, "300.00 0.00 300.00 recorded-late=300.00"},
		{"recorded late and carried on", onDibao(family500, version("2020-09-10", "2020-12-05", family(600_00)), family900, corrected2),
			regular("2020-10", "2020-10", "300.00"), "200.00 300.00 -100.00 recorded-late=-100.00"},
		{"missed", onDibao(family500), nil, "700.00 0.00 700.00 payment-missed=700.00"},
		{"short", onDibao(family500), regular("2020-10", "2020-10", "699.99"), "700.00 699.99 0.01 payment-missed=0.01"},
		{"paid what was known, after the record", onDibao(family500, version("2020-10-01", "2020-12-05", family(400_00))), []months.Payment{paidFor("2020-10", "700.00", "2020-12-20")},
			"800.00 700.00 100.00 recorded-late=100.00"},
		{"one fen", onDibao(family500), regular("2020-10", "2020-10", "0.01"), "700.00 0.01 699.99 payment-missed=699.99"},
		{"one fen too much, and returned", onDibao(family500), append(regular("2020-10", "2020-10", "700.01"), oneFen),
			"700.00 700.00 0.00"},
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

// A payment of nothing is no event, and makes no row of a benefit that is not due.
func TestPaymentOfNothing(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)))
	nothing := paidFor("2020-10", "0.00", "2020-10-20")
	tekun := months.Payment{Month: month("2020-10"), Part: benefit.Tekun, Member: "child", Paid: date("2020-10-20")}
	want := arrears(t, h, regular("2020-09", "2020-10", "700.00"), "2020-10-31")
	assert.Equal(t, want, arrears(t, h, append(regular("2020-09", "2020-10", "700.00"), nothing, tekun), "2020-10-31"))
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

// asManyAsMayBe is a history with as many versions, grants and reviews as there may be.
func asManyAsMayBe() months.History {
	h := months.History{ID: "h-1"}
	d, m := date("2020-01-01"), month("2020-01")
	for range months.MaxVersions {
		h.Versions = append(h.Versions, months.Version{From: d, Recorded: d, Household: family(0)})
		h.Grants = append(h.Grants, months.Grant{Part: benefit.Dibao, Approved: m.First(), Ended: m.Next().First()})
		h.Reviews = append(h.Reviews, d)
		d, m = d.Next(), m.Add(2)
	}
	return h
}

func TestTooMany(t *testing.T) {
	most := asManyAsMayBe()
	require.NoError(t, most.Check())
	last := months.MaxVersions - 1
	for path, add := range map[string]func(h *months.History){
		"versions": func(h *months.History) { h.Versions = append(h.Versions, h.Versions[last]) },
		"grants":   func(h *months.History) { h.Grants = append(h.Grants, h.Grants[last]) },
		"reviews":  func(h *months.History) { h.Reviews = append(h.Reviews, h.Reviews[last]) },
	} {
		h := asManyAsMayBe()
		add(&h)
		assert.Equal(t, wire.Errors{{Path: path, Code: wire.CodeTooMany, Value: "201"}}, h.Check())
	}
	h := onDibao(version("2020-01-01", "2019-12-20", family(0)))
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
