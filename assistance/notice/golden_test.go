package notice_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// shown are the households of the golden notices: what each is there for, the day, and who signs.
var shown = []struct {
	what, on, office, number, decided, household string
}{
	{"a grant, signed by an office", "2020-10-01", "天元区民政局", "株天民低〔2020〕8号", "2020-10-12", `{"id":"grant","division":"天元区","residence":"urban","property":"within",
		"members":[{"id":"mother","born":"1982-03-14","relation":"applicant","income":[{"kind":"wages","yuan":"1100","per":"month"},{"kind":"veterans-pension","yuan":"300","per":"month"}]},
		{"id":"daughter","born":"2008-09-01","relation":"minor-child"}]}`},
	{"a refusal with an income left out", "2020-10-01", "", "", "", `{"id":"refusal","division":"攸县","residence":"rural","property":"over","lowIncomeProperty":"over",
		"members":[{"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"800","per":"month"},{"kind":"reward","yuan":"600","per":"year"}]},
		{"id":"wife","born":"1970-03-02","relation":"spouse","income":[{"kind":"disability-subsidy","yuan":"80","per":"month"}],"disability":{"category":"physical","grade":2}}]}`},
	{"who counts is open", "2020-10-01", "", "", "", `{"id":"open","division":"天元区","residence":"urban","property":"within",
		"members":[{"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"500","per":"month"}]},
		{"id":"son","born":"1995-07-15","relation":"adult-child","income":[{"kind":"wages","yuan":"900","per":"month"}]},
		{"id":"brother","born":"1966-07-15","relation":"sibling","absence":"clergy"}]}`},
	{"the kind of hukou is open, on a day before the plan was published", "2020-03-01", "", "", "", `{"id":"hukou","division":"醴陵市","property":"within",
		"members":[{"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"veterans-pension","yuan":"450","per":"month"}]}]}`},
	{"an income is not stated", "2020-10-01", "天元区民政局", "", "", `{"id":"unknown","division":"天元区","residence":"urban","property":"within",
		"members":[{"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"500","per":"month"}]},{"id":"wife","born":"1970-03-02","relation":"spouse"}]}`},
	{"both kinds of hukou, one of them not covered", "2020-10-01", "", "", "", `{"id":"mixed","division":"渌口区","property":"within",
		"members":[{"id":"grandfather","born":"1952-06-18","residence":"rural","relation":"parent","income":[{"kind":"transfer","yuan":"1200","per":"year"}]},
		{"id":"mother","born":"1980-12-01","residence":"urban","relation":"applicant","income":[{"kind":"wages","yuan":"1725","per":"month","months":8}]},
		{"id":"son","born":"2009-04-04","residence":"rural","relation":"minor-child","income":[]}]}`},
	{"tekun support, at least 1.3 times the line", "2020-10-01", "", "", "", `{"id":"tekun","division":"茶陵县","residence":"rural","property":"within",
		"members":[{"id":"elder","born":"1947-02-09","relation":"applicant","support":"none","property":"within","income":[{"kind":"basic-pension","yuan":"103","per":"month"}],"cannot":["bathing","walking"]}]}`},
	{"a low-income family with single-person cover", "2020-10-01", "", "", "", `{"id":"alone","division":"天元区","residence":"urban","property":"within",
		"members":[{"id":"father","born":"1975-01-12","relation":"applicant","income":[{"kind":"wages","yuan":"1800","per":"month"}]},{"id":"mother","born":"1977-10-03","relation":"spouse","income":[]},
		{"id":"daughter","born":"2000-03-30","relation":"dependent-adult-child","income":[],"disability":{"category":"mental","grade":1}}]}`},
	{"under the measures of 2021, with costs taken off", "2021-08-01", "石峰区民政局", "", "2021-08-09", `{"id":"costs","division":"石峰区","residence":"urban","property":"within","jobCosts":{"yuan":"200","per":"month"},"rigidCosts":{"yuan":"300","per":"month"},
		"members":[{"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"1500","per":"month"},{"kind":"relief","yuan":"500","per":"year"}]},
		{"id":"wife","born":"1970-03-02","relation":"spouse","income":[],"seriousIllness":"yes"}]}`},
	{"under the figures of 2022", "2022-05-10", "", "", "", `{"id":"2022","division":"炎陵县","residence":"urban","property":"within",
		"members":[{"id":"widow","born":"1950-03-02","relation":"applicant","income":[{"kind":"old-age-allowance","yuan":"100","per":"month"}]}]}`},
}

func notices(t *testing.T) []notice.Notice {
	t.Helper()
	var all []notice.Notice
	for _, one := range shown {
		set := families.Standards(t, one.on)
		var h assistance.Household
		require.NoError(t, json.Unmarshal([]byte(one.household), &h), one.what)
		d, err := assistance.Explain(set, h)
		require.NoError(t, err, one.what)
		n := notice.Notice{Decision: d, Household: h, Set: set, Office: one.office, Number: one.number}
		if one.decided != "" {
			n.Decided, err = standards.ParseDate(one.decided)
			require.NoError(t, err)
		}
		all = append(all, n)
	}
	return all
}

var shortDigests = regexp.MustCompile(`(标准摘要|家庭摘要|standards|household) [0-9a-f]{12}\b`)

// The golden notices, as text and as one page of HTML, in both languages.
func TestNoticesGolden(t *testing.T) {
	for _, l := range []standards.Lang{standards.Chinese, standards.English} {
		var text strings.Builder
		var contents []notice.Content
		for i, n := range notices(t) {
			fmt.Fprintf(&text, "==== %s, %s ====\n\n%s\n", shown[i].what, shown[i].on, shortDigests.ReplaceAllString(n.Text(l), "$1 …"))
			contents = append(contents, n.Content(l))
		}
		page := notice.Page(contents...)
		tag := l.In("zh", "en")
		families.Golden(t, "testdata/notices."+tag+".golden", text.String())
		families.Golden(t, "testdata/notices."+tag+".html", shortDigests.ReplaceAllString(page, "$1 …"))
	}
}

// What a page may not have: scripts, and anything from outside.
var outside = regexp.MustCompile(`(?i)<script|<link|<img|<iframe|src=|href=|url\(|@import|\son[a-z]+=`)

// A page stands alone, whatever ids and offices say, and shows them as they are written.
func TestPageStandsAlone(t *testing.T) {
	n := explained(t, family)
	n.Office, n.Number = `<script src="http://x/">`, `"><img onerror="x">`
	page := n.HTML(standards.English)
	assert.NotRegexp(t, outside, strings.NewReplacer("&lt;script src=&#34;http://x/&#34;&gt;", "", "&#34;&gt;&lt;img onerror=&#34;x&#34;&gt;", "").Replace(page))
	assert.Contains(t, page, "&lt;script src=")
	assert.Contains(t, page, `<html lang="en">`)
	assert.Contains(t, page, "@page { size: A4;")
	for _, n := range notices(t) {
		page := n.HTML(standards.Chinese)
		assert.NotRegexp(t, outside, page)
		assert.Equal(t, 1, strings.Count(page, "<article"))
		assert.Equal(t, 1, strings.Count(page, `class="annex"`))
	}
	assert.NotContains(t, notice.Page(), "<article")
}

// Every reason ends with the clause that it rests on, and every step but the total has one. A notice varies its household, so that
// not every household has one here.
func TestReasonsCiteTheirClauses(t *testing.T) {
	const oneOf = 25
	count := 0
	families.Each(t, func(set *standards.Set, h assistance.Household) {
		d, err := assistance.Explain(set, h)
		require.NoError(t, err)
		for _, s := range d.Steps {
			assert.True(t, s.Document != "" || s.Code == benefit.StepTotal, "%s: %s", h.ID, s.Text(standards.English))
		}
		if count++; count%oneOf != 0 {
			return
		}
		n := notice.Notice{Decision: d, Household: h, Set: set}
		for _, l := range []standards.Lang{standards.Chinese, standards.English} {
			content := n.Content(l)
			for _, section := range content.Sections {
				for _, b := range section.Blocks {
					assert.NotContains(t, b.Text, "%!")
					assert.NotContains(t, b.Text, "{")
					if section.Title == l.In("理由和依据", "Reasons") && b.Mark != "" {
						assert.Regexp(t, l.In(`（依据.+）$`, `\(.+\)$`), b.Text)
					}
				}
			}
		}
	})
}

// Without an office it is a calculation; with one it is the notice, by the name that the texts of the day give the decision.
func TestTitleOfANotice(t *testing.T) {
	for _, tt := range []struct{ on, office, title, closing string }{
		{"2020-10-01", "", "社会救助测算结果", "未经民政部门审批，不是决定"},
		{"2021-06-30", "攸县民政局", "社会救助审批结果通知", "攸县民政局"},
		{"2021-07-01", "攸县民政局", "社会救助审核确认结果通知", "攸县民政局"},
		{"2021-07-01", "", "社会救助测算结果", "未经民政部门审核确认，不是决定"},
	} {
		set := families.Standards(t, tt.on)
		h := families.Youxian(t)
		d, err := assistance.Explain(set, h)
		require.NoError(t, err)
		content := notice.Notice{Decision: d, Household: h, Set: set, Office: tt.office}.Content(standards.Chinese)
		assert.Equal(t, tt.title, content.Title)
		assert.Contains(t, strings.Join(content.Closing, "\n"), tt.closing)
	}
}

// The income at which dibao would end is where the decision turns: a fen less is granted still.
func TestWhereItWouldEnd(t *testing.T) {
	for _, tt := range []struct {
		division, line string
		members        int
		limit          int64 // fen a year
	}{{"天元区", "每年14400.00元（每月1200.00元）", 2, 14400_00}, {"荷塘区", "每年21600.00元（每月1800.00元）", 3, 21600_00}} {
		h := assistance.Household{ID: "x", Residence: standards.Urban, Property: benefit.Within}
		require.NoError(t, json.Unmarshal([]byte(`"`+tt.division+`"`), &h.Division))
		for i := range tt.members {
			h.Members = append(h.Members, assistance.Member{ID: fmt.Sprint("m", i), Born: standards.Day(1980, 1, 1), Income: []assistance.Income{}})
		}
		set := families.Standards(t, "2020-10-01")
		d, err := assistance.Explain(set, h)
		require.NoError(t, err)
		assert.Contains(t, notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.Chinese), "计入的家庭收入达到"+tt.line)
		turns, err := whatif.Boundaries(standards.Published(), standards.Day(2020, 10, 1), h, whatif.Quantity{Kind: whatif.MemberIncome, Member: "m0", Per: standards.PerYear})
		require.NoError(t, err)
		var ends []int64
		for _, b := range turns {
			if b.Before.Decision.Dibao.Verdict == benefit.Eligible && b.After.Decision.Dibao.Verdict != benefit.Eligible {
				ends = append(ends, b.After.At)
			}
		}
		assert.Equal(t, []int64{tt.limit}, ends)
	}
}
