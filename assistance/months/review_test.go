package months_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/source"
)

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

// The rules of each text, on the last day before the next and on its first.
func TestReviewRulesOn(t *testing.T) {
	city, county, both, unstated := family(0), rural(family(0)), family(0), family(0)
	both.Members[1].Residence = standards.Rural
	unstated.Residence = 0
	rule := func(class months.ReviewClass, residence standards.Residence, every int, d standards.Document, clause string) months.ReviewRule {
		return months.ReviewRule{Class: class, Residence: residence, Months: every, Document: d, Clause: clause}
	}
	ill, stable := rule(months.LittleChange, 0, 12, standards.DibaoReview2012, "33"), rule(months.Stable, 0, 6, standards.DibaoReview2012, "33")
	monthly, quarterly := rule(months.AbleToWork, standards.Urban, 1, standards.DibaoReview2012, "33"),
		rule(months.AbleToWork, standards.Rural, 3, standards.DibaoReview2012, "33")
	tekun := rule(months.TekunReview, 0, 12, standards.Reform2020, "7")
	reform := []months.ReviewRule{rule(months.LittleChange, 0, 12, standards.Reform2020, "7"), rule(months.Stable, 0, 12, standards.Reform2020, "7"),
		rule(months.AbleToWork, 0, 6, standards.Reform2020, "7"), tekun}
	review2021 := []months.ReviewRule{rule(months.LittleChange, 0, 12, standards.DibaoReview2021, "31"),
		rule(months.Stable, 0, 12, standards.DibaoReview2021, "31"), rule(months.AbleToWork, 0, 6, standards.DibaoReview2021, "31"), tekun}
	for _, tt := range []struct {
		name string
		on   string
		h    *assistance.Household
		want []months.ReviewRule
	}{
		{"2012 text, art. 33: the city monthly", "2020-08-24", &city, []months.ReviewRule{ill, stable, monthly}},
		{"2012 text, art. 33: the country quarterly", "2020-08-24", &county, []months.ReviewRule{ill, stable, quarterly}},
		{"2012 text, art. 33: of both kinds of hukou", "2020-08-24", &both, []months.ReviewRule{ill, stable, monthly, quarterly}},
		{"2012 text, art. 33: hukou not stated", "2020-08-24", &unstated, []months.ReviewRule{ill, stable, monthly, quarterly}},
		{"2020-08 text, item 7", "2020-08-25", &city, reform},
		{"2020-08 text, item 7", "2021-06-30", &county, reform},
		{"57号 art. 31, and for tekun support still item 7", "2021-07-01", &both, review2021},
		{"no household", "2020-08-25", nil, nil},
	} {
		assert.Equal(t, tt.want, months.ReviewRulesOn(date(tt.on), tt.h), tt.name)
	}
}

// In the review period a change of incomes that is not marked adjusts nothing (2020-08 text, item 7); any other change does.
func TestWhatAReviewPeriodKeeps(t *testing.T) {
	more, fewer := family(550_00), family(550_00)
	more.Members = append(more.Members, assistance.Member{ID: "baby", Born: date("2020-09-20"), Relation: benefit.MinorChild, Income: []assistance.Income{}})
	fewer.Members = fewer.Members[:1]
	for _, tt := range []struct {
		name string
		now  assistance.Household
		want string
	}{
		{"incomes alone", family(550_00), "dibao: within the review period, which adjusts nothing but marked changes, 700.00 yuan a month"},
		{"nothing", family(500_00), "dibao: due, 700.00 yuan a month"},
		{"incomes and a birth", more, "dibao: due, 1250.00 yuan a month"},
		{"incomes and a member who left", fewer, "dibao: due, 50.00 yuan a month"},
		{"incomes and the kind of hukou", rural(family(550_00)), "dibao: due, 650.00 yuan a month"},
	} {
		v := version("2020-10-01", "2020-10-01", tt.now)
		v.Marked = standards.No
		h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)), v)
		h.Reviews = []standards.Date{date("2020-09-15")}
		decided, err := months.NewCalendar(nil).Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
		require.NoError(t, err, tt.name)
		assert.Equal(t, tt.want, decided[0].Due[0].Text(standards.English), tt.name)
	}
}
