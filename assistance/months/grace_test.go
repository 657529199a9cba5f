package months_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

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

// A correction of the months below the line changes what stays due; recorded with a new fact, it is part of that.
func TestCorrectionBeforeTheGracePeriod(t *testing.T) {
	local := tables(t, `{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}`)
	below, over := version("2020-01-01", "2019-12-20", family(500_00)), version("2020-09-10", "2020-09-12", family(2000_00))
	corrected := version("2020-01-01", "2020-12-05", family(600_00))
	for want, h := range map[string]months.History{
		"600.00 700.00 -100.00 corrected=-100.00":     onDibao(below, corrected, over),
		"600.00 700.00 -100.00 recorded-late=-100.00": onDibao(below, corrected, over, version("2020-12-01", "2020-12-05", family(2100_00))),
	} {
		l, err := months.NewCalendar(local).Arrears(h, regular("2020-10", "2020-10", "700.00"), months.Month{}, months.Month{}, date("2020-12-31"))
		require.NoError(t, err)
		checkLedger(t, l)
		assert.Equal(t, want, row(l, "2020-10"))
	}
}

// The grace period is for income over the line alone: a living subsidy refused for something else is refused at once.
func TestNoGracePeriodBelowTheLine(t *testing.T) {
	local := tables(t, `{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}`)
	orphan := disabledFamily(500_00)
	orphan.Members[1].ChildScheme = benefit.Orphan
	h := onDibao(version("2020-01-01", "2019-12-20", disabledFamily(500_00)), version("2020-09-10", "2020-09-12", orphan))
	h.Grants = append(h.Grants, months.Grant{Part: benefit.Living, Member: "child", Applied: date("2019-12-20"), Approved: date("2019-12-20")})
	decided, err := months.NewCalendar(local).Decide(h, month("2020-09"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	var got []months.Status
	for _, d := range decided {
		for _, due := range d.Due {
			got = append(got, due.Status)
		}
	}
	assert.Equal(t, []months.Status{months.Running, months.Running, months.NotGranted, months.Running, months.Refused, months.NotGranted}, got)
}

// The months before October say whether the grace period runs in it (2020-08 text, item 11): it follows months below the line, with dibao.
func TestMonthsBeforeTheGracePeriod(t *testing.T) {
	below, over, rich, open := family(500_00), family(2000_00), family(2000_00), family(500_00)
	rich.Property, open.Property = benefit.Over, 0
	unearned := family(0)
	unearned.Members[0].Income = []assistance.Income{{Kind: standards.Transfer, Amount: standards.Fen(2000_00, standards.PerMonth)}}
	first := version("2020-01-01", "2019-12-20", below)
	grantedAgain := onDibao(first, version("2020-09-01", "2020-09-01", over))
	grantedAgain.Grants[0].Ended = date("2020-08-15")
	grantedAgain.Grants = append(grantedAgain.Grants, months.Grant{Part: benefit.Dibao, Approved: date("2020-09-20")})
	for _, tt := range []struct {
		name  string
		count string
		h     months.History
		want  months.Status
	}{
		{"below the line until September", "1", onDibao(first, version("2020-10-01", "2020-10-01", over)), months.Grace},
		{"below the line until August", "2", onDibao(first, version("2020-09-01", "2020-09-01", over)), months.Grace},
		{"dibao ended in August and was granted again", "3", grantedAgain, months.Refused},
		{"property was over in September", "3", onDibao(first, version("2020-09-01", "2020-09-01", rich), version("2020-10-01", "2020-10-01", over)), months.Refused},
		{"whether it was below the line is open", "1",
			onDibao(version("2020-01-01", "2019-12-20", open), version("2020-10-01", "2020-10-01", over)), months.Undetermined},
		{"the same, but nobody works", "1",
			onDibao(version("2020-01-01", "2019-12-20", open), version("2020-10-01", "2020-10-01", unearned)), months.Refused},
	} {
		local := tables(t, `{"key":"grace-months","place":"430202","count":`+tt.count+`,"from":"2020-01-01"}`)
		decided, err := months.NewCalendar(local).Decide(tt.h, month("2020-10"), month("2020-10"), date("2020-12-31"))
		require.NoError(t, err, tt.name)
		assert.Equal(t, tt.want, decided[0].Due[0].Status, tt.name)
	}
	twice := family(500_00)
	twice.Members[1].ID = "mother"
	h := onDibao(version("2020-01-01", "2019-12-20", twice), version("2020-10-01", "2020-10-01", over))
	local := tables(t, `{"key":"grace-months","place":"430202","count":3,"from":"2020-01-01"}`)
	_, err := months.NewCalendar(local).Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
	assert.ErrorContains(t, err, "versions[0].household.members[1].id", "the months before cannot be decided")
}

// The grace period is of the kinds of hukou of those who count: the rural one of item 6 of the city's document, and from the
// 2020-08 text on (item 11) that of whoever works.
func TestWhoseGracePeriod(t *testing.T) {
	member := func(id string, kind standards.Residence, wages int64) assistance.Member {
		m := assistance.Member{ID: id, Born: date("1980-05-05"), Residence: kind, Income: []assistance.Income{}}
		if wages > 0 {
			m.Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(wages, standards.PerMonth)}}
		}
		return m
	}
	household := func(members ...assistance.Member) assistance.Household {
		return assistance.Household{Division: standards.Hetang, Property: benefit.Within, Members: members}
	}
	notCounted, inPrison, clergy, idle, oneFen := member("x", standards.Urban, 0), member("x", standards.Urban, 0), member("a", standards.Urban, 2000_00),
		member("a", standards.Urban, 0), member("a", standards.Urban, 1)
	notCounted.Counted, inPrison.Absence, clergy.Absence = standards.No, benefit.Prison, benefit.Clergy
	transfer := assistance.Income{Kind: standards.Transfer, Amount: standards.Fen(2000_00, standards.PerMonth)}
	idle.Income = []assistance.Income{transfer, {Kind: standards.Wages, Amount: standards.Fen(0, standards.PerMonth)}}
	oneFen.Income = append(oneFen.Income, transfer)
	rural := func(id string, wages int64) assistance.Member { return member(id, standards.Rural, wages) }
	const ruralOnly = `{"key":"grace-months","place":"430202","residence":"rural","count":3,"from":"2020-01-01"}`
	const urbanToo = ruralOnly + `,{"key":"grace-months","place":"430202","residence":"urban","count":2,"from":"2020-01-01"}`
	for _, tt := range []struct {
		name    string
		tables  string
		over    assistance.Household
		decided string // the household is over the line from the month before
		want    string // the last month; "" where there is no grace period
	}{
		{"rural", ruralOnly, household(rural("a", 2000_00)), "2020-07", "2020-08"},
		{"rural, the last month", ruralOnly, household(rural("a", 2000_00)), "2020-08", "2020-09"},
		{"and an urban member, for whom there was none", ruralOnly, household(rural("a", 4000_00), member("b", standards.Urban, 0)), "2020-07", ""},
		{"in whatever order", ruralOnly, household(rural("a", 4000_00), member("b", standards.Urban, 0), rural("c", 0)), "2020-07", ""},
		{"an urban member who is not counted", ruralOnly, household(rural("a", 2000_00), notCounted), "2020-07", "2020-08"},
		{"an urban member who is in prison", ruralOnly, household(rural("a", 2000_00), inPrison), "2020-07", "2020-08"},
		{"of two kinds, the shorter", urbanToo, household(rural("a", 4000_00), member("b", standards.Urban, 0)), "2020-10", "2020-10"},
		{"of two kinds, in whatever order", urbanToo, household(member("b", standards.Urban, 0), rural("a", 4000_00)), "2020-10", "2020-10"},
		{"the only member, though one of the clergy (220号 art. 10)", urbanToo, household(clergy), "2020-10", "2020-10"},
		{"wages of nothing are no work", urbanToo, household(idle), "2020-10", ""},
		{"wages of one fen are", urbanToo, household(oneFen), "2020-10", "2020-10"},
	} {
		below := tt.over
		below.Members = slices.Clone(below.Members)
		for i := range below.Members {
			below.Members[i].Income = []assistance.Income{}
		}
		since := month(tt.decided).Previous()
		h := onDibao(version("2020-01-01", "2019-12-20", below), version(since.First().String(), since.First().String(), tt.over))
		decided, err := months.NewCalendar(tables(t, tt.tables)).Decide(h, month(tt.decided), month(tt.decided), date("2020-12-31"))
		require.NoError(t, err, tt.name)
		due := decided[0].Due[0]
		assert.Equal(t, tt.want, due.Last.String(), tt.name)
		want := months.Grace
		if tt.want == "" {
			want = months.Refused
		}
		assert.Equal(t, want.String(), due.Status.String(), tt.name)
	}
}
