package months_test

import (
	"errors"
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

// Who can work, and who is severely disabled or seriously ill, says how a household is sorted for review (220号 art. 33).
func TestClassesForReview(t *testing.T) {
	elder := assistance.Member{ID: "elder", Born: date("1950-01-01"), Income: []assistance.Income{}}
	adult := func(relation benefit.Relation, born string) assistance.Member {
		return assistance.Member{ID: "b", Born: date(born), Relation: relation, Income: []assistance.Income{}}
	}
	disabled := func(c disability.Category, grade int) assistance.Member {
		m := adult(benefit.Spouse, "1980-01-01")
		m.Disability = disability.Certificate{Category: c, Grade: grade}
		return m
	}
	child := adult(benefit.AdultChild, "1990-01-01")
	counted, notCounted := child, child
	counted.Counted, notCounted.Counted = standards.Yes, standards.No
	inPrison := adult(benefit.Spouse, "1980-01-01")
	inPrison.Absence = benefit.Prison
	ill := adult(benefit.Spouse, "1980-01-01")
	ill.SeriousIllness = standards.Yes
	for _, tt := range []struct {
		name string
		with assistance.Member
		want months.ReviewClass
	}{
		{"nobody else", assistance.Member{}, months.Stable},
		{"a spouse who can work", adult(benefit.Spouse, "1980-01-01"), months.AbleToWork},
		{"one who is 60 on the day", adult(benefit.Spouse, "1960-02-20"), months.Stable},
		{"one who is 59 on the day", adult(benefit.Spouse, "1960-02-21"), months.AbleToWork},
		{"a minor child of 17", adult(benefit.MinorChild, "2003-01-01"), months.Stable},
		{"a student of 20", adult(benefit.Student, "2000-01-01"), months.Stable},
		{"a grown child who is counted", counted, months.AbleToWork},
		{"a grown child of whom that is open", child, months.AbleToWork},
		{"a grown child who is not counted", notCounted, months.Stable},
		{"a spouse in prison", inPrison, months.Stable},
		{"a spouse who is seriously ill", ill, months.LittleChange},
		{"hearing, grade 1: severely disabled", disabled(disability.Hearing, 1), months.LittleChange},
		{"hearing, grade 2: severely disabled", disabled(disability.Hearing, 2), months.LittleChange},
		{"hearing, grade 3: able to work", disabled(disability.Hearing, 3), months.AbleToWork},
		{"mental, grade 2: without ability to work and severely disabled", disabled(disability.Mental, 2), months.LittleChange},
	} {
		h := assistance.Household{Division: standards.Hetang, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{elder}}
		if tt.with.ID != "" {
			h.Members = append(h.Members, tt.with)
		}
		r, err := published.NextReview(onDibao(version("2020-01-01", "2019-12-20", h)), date("2020-02-20"))
		require.NoError(t, err, tt.name)
		assert.Equal(t, tt.want, r.Class, tt.name)
	}
}

// The long interval is for those whose incomes are basically unchanged since the last review, as far as the record tells.
func TestWhatIsBasicallyUnchanged(t *testing.T) {
	ill := func(wages int64) assistance.Household {
		h := family(wages)
		h.Members[1].SeriousIllness = standards.Yes
		return h
	}
	sold := ill(500_00)
	sold.Property = 0
	first := version("2020-01-01", "2019-12-20", ill(500_00))
	for _, tt := range []struct {
		name     string
		versions []months.Version
		want     months.ReviewClass
	}{
		{"nothing since", []months.Version{first}, months.LittleChange},
		{"another fact, the same incomes", []months.Version{first, version("2020-03-01", "2020-03-01", sold)}, months.LittleChange},
		{"another income", []months.Version{first, version("2020-03-01", "2020-03-01", ill(501_00))}, months.AbleToWork},
		{"another income, before the last review", []months.Version{first, version("2020-02-01", "2020-02-01", ill(501_00))}, months.LittleChange},
		{"another income, true from later on", []months.Version{first, version("2020-06-02", "2020-05-01", ill(501_00))}, months.LittleChange},
		{"another income, recorded later", []months.Version{first, version("2020-03-01", "2020-06-02", ill(501_00))}, months.LittleChange},
		{"what it was at the last review is not on record",
			[]months.Version{version("2020-01-01", "2020-12-01", ill(500_00)), version("2020-03-01", "2020-03-01", ill(500_00))}, months.AbleToWork},
	} {
		h := onDibao(tt.versions...)
		h.Reviews = []standards.Date{date("2020-02-10")}
		r, err := published.NextReview(h, date("2020-06-01"))
		require.NoError(t, err, tt.name)
		assert.Equal(t, date("2020-02-10"), r.Last, tt.name)
		assert.Equal(t, tt.want, r.Class, tt.name)
	}
}

// Reviews count from the last one after the approval of what runs; dibao goes before tekun support, and of two members on
// tekun support the one approved first.
func TestFromWhenReviewsCount(t *testing.T) {
	h := family(0)
	h.Members[0].Support, h.Members[1].Support = benefit.NoSupporters, benefit.NoSupporters
	grant := func(n benefit.Name, member, approved string) months.Grant {
		return months.Grant{Part: n, Member: member, Applied: date(approved), Approved: date(approved)}
	}
	late := grant(benefit.Dibao, "", "2020-03-05")
	late.Recorded = date("2021-01-02")
	ended := func(g months.Grant, on string) months.Grant {
		g.Ended = date(on)
		return g
	}
	dibao, tekun := months.AbleToWork, months.TekunReview
	for _, tt := range []struct {
		name    string
		grants  []months.Grant
		reviews []standards.Date
		last    string // "" where there is no review
		class   months.ReviewClass
	}{
		{"dibao", []months.Grant{grant(benefit.Dibao, "", "2020-03-05")}, nil, "2020-03-05", dibao},
		{"a review before the approval", []months.Grant{grant(benefit.Dibao, "", "2020-03-05")}, []standards.Date{date("2020-03-04")}, "2020-03-05", dibao},
		{"a review after it", []months.Grant{grant(benefit.Dibao, "", "2020-03-05")}, []standards.Date{date("2020-03-06")}, "2020-03-06", dibao},
		{"the last of two", []months.Grant{grant(benefit.Dibao, "", "2020-03-05")}, []standards.Date{date("2020-06-01"), date("2020-12-31")}, "2020-12-31", dibao},
		{"one that lies ahead", []months.Grant{grant(benefit.Dibao, "", "2020-03-05")}, []standards.Date{date("2020-06-01"), date("2021-01-01")}, "2020-06-01", dibao},
		{"a subsidy alone", []months.Grant{grant(benefit.Nursing, "child", "2020-03-05")}, []standards.Date{date("2020-06-01")}, "", 0},
		{"nothing but reviews", nil, []standards.Date{date("2020-06-01")}, "", 0},
		{"not yet on record", []months.Grant{late}, nil, "", 0},
		{"ended on the day", []months.Grant{ended(grant(benefit.Dibao, "", "2020-03-05"), "2020-12-31")}, nil, "", 0},
		{"ended on the next day", []months.Grant{ended(grant(benefit.Dibao, "", "2020-03-05"), "2021-01-01")}, nil, "2020-03-05", dibao},
		{"tekun support", []months.Grant{grant(benefit.Tekun, "child", "2020-09-05")}, nil, "2020-09-05", tekun},
		{"tekun support of two", []months.Grant{grant(benefit.Tekun, "child", "2020-09-05"), grant(benefit.Tekun, "mother", "2020-10-05")}, nil, "2020-09-05", tekun},
		{"the later first", []months.Grant{grant(benefit.Tekun, "mother", "2020-10-05"), grant(benefit.Tekun, "child", "2020-09-05")}, nil, "2020-09-05", tekun},
		{"dibao, then tekun support", []months.Grant{grant(benefit.Dibao, "", "2020-03-05"), grant(benefit.Tekun, "child", "2020-02-05")}, nil, "2020-03-05", dibao},
		{"tekun support, then dibao", []months.Grant{grant(benefit.Tekun, "child", "2020-02-05"), grant(benefit.Dibao, "", "2020-03-05")}, nil, "2020-03-05", dibao},
	} {
		h := onDibao(version("2020-01-01", "2019-12-20", h))
		h.Grants, h.Reviews = tt.grants, tt.reviews
		r, err := published.NextReview(h, date("2020-12-31"))
		if tt.last == "" {
			var none *months.ReviewError
			require.True(t, errors.As(err, &none), tt.name)
			assert.Equal(t, months.ReviewError{ID: "h-1", Known: date("2020-12-31")}, *none, tt.name)
			continue
		}
		require.NoError(t, err, tt.name)
		assert.Equal(t, []any{date(tt.last), tt.class}, []any{r.Last, r.Class}, tt.name)
	}
}

// A household without a review is told why in both languages.
func TestTextOfNoReview(t *testing.T) {
	none := months.ReviewError{ID: "h-1", Known: date("2020-03-01")}
	assert.Equal(t, "h-1: on 2020-03-01 neither dibao nor tekun support was granted, so there is no review", none.Text(standards.English))
	assert.Equal(t, "months: "+none.Text(standards.English), none.Error())
	assert.Equal(t, "h-1：2020-03-01时没有已批准的低保或特困供养，无须复核", none.Text(standards.Chinese))
	none.Tekun = true
	assert.Equal(t, "h-1: on 2020-03-01 no text on record said when people on tekun support are reviewed", none.Text(standards.English))
	assert.Equal(t, "h-1：2020-03-01时特困人员何时复核无据可查", none.Text(standards.Chinese))
}

// A change of incomes that is not marked waits for the review from the 2020-08 text on (item 7): in which months, and by what
// amount.
func TestWhenAReviewPeriodKeeps(t *testing.T) {
	earns := func(wages int64, change func(*assistance.Household)) assistance.Household {
		h := family(wages)
		if change != nil {
			change(&h)
		}
		return h
	}
	unmarked := func(from string, h assistance.Household) months.Version {
		v := version(from, from, h)
		v.Marked = standards.No
		return v
	}
	costs := func(h *assistance.Household) { h.JobCosts = standards.Fen(50_00, standards.PerMonth) }
	inGrace := func(h *assistance.Household) { h.OverLineSince = date("2020-09-01") }
	first := version("2020-01-01", "2019-12-20", family(500_00))
	const kept = "dibao: within the review period, which adjusts nothing but marked changes, "
	for _, tt := range []struct {
		name           string
		versions       []months.Version
		approved       string
		reviews        []standards.Date
		decided, known string
		want           string
	}{
		{"the month after the change", []months.Version{first, unmarked("2020-09-10", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2020-10", "2020-12-31", kept + "700.00 yuan a month"},
		{"as it will be, asked before the month", []months.Version{first, unmarked("2020-09-10", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2020-10", "2020-09-20", kept + "700.00 yuan a month"},
		{"the last month before the next review", []months.Version{first, unmarked("2020-09-10", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2021-02", "2021-12-31", kept + "at least 600.00 yuan a month"},
		{"the review is due", []months.Version{first, unmarked("2020-09-10", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2021-03", "2021-12-31", "dibao: due, at least 550.00 yuan a month"},
		{"the review is due on the first of the month", []months.Version{first, unmarked("2020-09-10", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-09-01")}, "2021-03", "2021-12-31", "dibao: due, at least 550.00 yuan a month"},
		{"a review within the month, of which nobody knows on its first day", []months.Version{first, unmarked("2020-09-10", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-08-28"), date("2020-10-20")}, "2020-10", "2020-12-31", kept + "700.00 yuan a month"},
		{"a review after the change", []months.Version{first, unmarked("2020-09-10", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-08-28"), date("2020-10-20")}, "2020-11", "2020-12-31", "dibao: due, 650.00 yuan a month"},
		{"before the 2020-08 text, within the month of 220号 art. 33", []months.Version{first, unmarked("2020-07-20", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-07-15")}, "2020-08", "2020-12-31", "dibao: due, 650.00 yuan a month"},
		{"the first month of dibao, in which nothing is adjusted", []months.Version{first, unmarked("2020-09-20", family(550_00))}, "2020-09-10",
			nil, "2020-10", "2020-12-31", "dibao: due, 650.00 yuan a month"},
		{"the second month, by the facts of the approval", []months.Version{first, unmarked("2020-09-20", family(550_00))}, "2020-09-10",
			nil, "2020-11", "2020-12-31", kept + "700.00 yuan a month"},
		{"less is earned, and at least what was due", []months.Version{first, version("2020-09-10", "2020-09-10", family(450_00))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2020-10", "2020-12-31", kept + "at least 700.00 yuan a month"},
		{"more is earned, and at least what would be due", []months.Version{first, version("2020-09-10", "2020-09-10", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2020-10", "2020-12-31", kept + "at least 650.00 yuan a month"},
		{"job costs were taken off, as the household was on dibao", []months.Version{version("2020-01-01", "2019-12-20", earns(500_00, costs)),
			unmarked("2020-09-10", earns(550_00, costs))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2020-10", "2020-12-31", kept + "750.00 yuan a month"},
		{"it was over the line at the last review", []months.Version{version("2020-01-01", "2019-12-20", family(1300_00)),
			unmarked("2020-09-10", family(550_00))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2020-10", "2020-12-31", "dibao: due, 650.00 yuan a month"},
		{"it was in the grace period then, whose amount no text gives", []months.Version{version("2020-01-01", "2019-12-20", earns(1300_00, inGrace)),
			unmarked("2020-09-10", earns(550_00, inGrace))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2020-10", "2020-12-31", "dibao: due, 650.00 yuan a month"},
		{"it is in the grace period now", []months.Version{version("2020-01-01", "2019-12-20", earns(500_00, inGrace)),
			unmarked("2020-09-10", earns(1300_00, inGrace))}, "2019-12-20",
			[]standards.Date{date("2020-08-28")}, "2020-10", "2020-12-31", "dibao: due"},
	} {
		h := onDibao(tt.versions...)
		h.Grants[0].Applied, h.Grants[0].Approved, h.Reviews = standards.Date{}, date(tt.approved), tt.reviews
		local := tables(t, `{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}`)
		decided, err := months.NewCalendar(local).Decide(h, month(tt.decided), month(tt.decided), date(tt.known))
		require.NoError(t, err, tt.name)
		assert.Equal(t, tt.want, decided[0].Due[0].Text(standards.English), tt.name)
	}
}

// While dibao is not yet on record, what was reviewed in a month is the tekun support, which says nothing of incomes.
func TestAReviewPeriodOfTekunSupportKeepsNothing(t *testing.T) {
	now := version("2020-09-20", "2020-09-20", family(550_00))
	now.Marked = standards.No
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)), now)
	h.Grants[0].Recorded = date("2020-11-05")
	h.Grants = append(h.Grants, months.Grant{Part: benefit.Tekun, Member: "child", Approved: date("2020-09-10")})
	decided, err := published.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "dibao: due, 650.00 yuan a month", decided[0].Due[0].Text(standards.English))
}

// What was due at the last review is decided on the facts of then; where those cannot be decided, their version is named.
func TestFactsOfTheLastReviewThatCannotBeDecided(t *testing.T) {
	bad := family(0)
	bad.Members[0].Income = []assistance.Income{{Kind: 99, Amount: standards.Fen(1, standards.PerMonth)}}
	now := version("2020-09-10", "2020-09-10", family(550_00))
	now.Marked = standards.No
	h := onDibao(version("2020-01-01", "2019-12-20", bad), now)
	h.Reviews = []standards.Date{date("2020-08-28")}
	_, err := published.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
	assert.Equal(t, wire.Errors{{Path: "versions[0].household.members[0].income[0].kind", Code: wire.CodeNotAValue, Value: "99"}}, err)
}
