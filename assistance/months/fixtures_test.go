package months_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
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

func tables(t testing.TB, rows string) *standards.Tables {
	t.Helper()
	return overlaid(t, `{"id":"local","kind":"supplement","title":"made up","issued":"2020-01-02","rows":[`+rows+`]}`)
}

// overlaid is the published tables with tables files laid over them, one after the other.
func overlaid(t testing.TB, files ...string) *standards.Tables {
	t.Helper()
	all := standards.Published()
	for _, file := range files {
		o, err := draft.Read(strings.NewReader(file))
		require.NoError(t, err)
		all, err = all.With(o)
		require.NoError(t, err)
	}
	return all
}

// raised has the urban line of Hetang from September 2020 on, at 650 yuan, issued in October.
func raised(t testing.TB) *standards.Tables {
	t.Helper()
	return overlaid(t, `{"id":"raised","kind":"draft","title":"made up","issued":"2020-10-05","rows":[`+
		`{"key":"dibao-line","place":"430202","residence":"urban","yuan":"650","per":"month","from":"2020-09-01"}]}`)
}

// disabledFamily is family with a disabled child.
func disabledFamily(wages int64) assistance.Household {
	h := family(wages)
	h.Members[1].Disability = disability.Certificate{Category: disability.Intellectual, Grade: 1}
	return h
}
