package months_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

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

// seeds is n, and a sixth of it in a short run.
func seeds(n int) int {
	if testing.Short() {
		return n / 6
	}
	return n
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
	for seed := range seeds(300) {
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
	for seed := range seeds(100) {
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
	choices := []standards.Choice{standards.CalendarYear, standards.UntilReplaced, standards.FromPublication, standards.MinorUnder16, standards.ListAs2021}
	local := tables(t, `{"key":"grace-months","place":"430202","count":2,"from":"2020-01-01"},{"key":"dibao-topup","place":"430200","of":"minor","percent":"20","from":"2020-03-01"},
		{"key":"dibao-topup","place":"430200","of":"elderly","percent":"10","from":"2020-03-01"},
		{"key":"disability-living","place":"430224","yuan":"90","per":"month","from":"2020-04-01","until":"2020-08-01"}`)
	var calendars []*months.Calendar
	for _, choice := range choices {
		calendars = append(calendars, months.NewCalendar(local.Choose(choice)))
	}
	for seed := range seeds(100) {
		r := rand.New(rand.NewPCG(uint64(seed), 11))
		h, _ := random(r)
		for i := range h.Versions {
			for j := range h.Versions[i].Household.Members { // around the ages that the law names
				m := &h.Versions[i].Household.Members[j]
				m.Born = standards.Day(2020-[]int{5, 15, 16, 17, 18, 59, 60}[r.IntN(7)], 1+time.Month(r.IntN(12)), 1+r.IntN(28))
				if r.IntN(2) == 0 {
					m.Support, m.Property = benefit.NoSupporters, benefit.Within
				}
				if r.IntN(4) == 0 { // of a place in which the standards change on other days
					m.Division = []standards.Place{standards.Chaling, standards.Hetang, standards.Elsewhere}[r.IntN(3)]
				}
			}
		}
		calendar := calendars[r.IntN(len(calendars))]
		known := date("2021-12-31")
		decided, err := calendar.Decide(h, month("2020-01"), month("2021-12"), known)
		require.NoError(t, err)
		for _, d := range decided {
			if d.Version < 0 {
				continue
			}
			set, err := calendar.At(d.Month, known)
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
