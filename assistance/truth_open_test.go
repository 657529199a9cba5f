package assistance_test

import (
	"strings"
	"testing"
)

// Whose counting is open (law 4.1): each is taken as counted and as not, and parts that agree stand.
func TestTruthOpenCounting(t *testing.T) {
	many := func(n int, facts string) string { // a and n brothers
		var b strings.Builder
		b.WriteString("Tianyuan urban " + facts)
		for _, id := range strings.Split("b c d e f g", " ")[:n] {
			b.WriteString("; " + id + " sibling")
		}
		return b.String()
	}
	rule(t, []ruling{
		{"law 4.1", "payments differ: the lower at least, of the most that any way counts", "2020-10-01", "Tianyuan urban within; a; b sibling",
			"dibao eligible 600.00+; people 2; not-covered 1; needs nothing; total 600.00+; category dibao"},
		{"law 4.1", "payments agree", "2020-10-01", "Tianyuan urban within; a; b sibling wages=600", "dibao eligible 600.00; people 2; total 600.00"},
		{"law 4.1", "counted: the finding decides", "2020-10-01", "Tianyuan urban within; a; b sibling counted=yes", "dibao eligible 1200.00; people 2"},
		{"law 4.1", "not counted: the finding decides", "2020-10-01", "Tianyuan urban within; a; b sibling counted=no", "dibao eligible 600.00; people 1"},
		{"law 4.1", "verdicts differ", "2020-10-01", "Tianyuan urban within; a wages=700; b sibling",
			"dibao undetermined; lowIncome undetermined; waits b.counted:dibao,lowIncome; category undetermined; total 0.00+"},
		{"law 4.1", "every way refuses", "2020-10-01", "Tianyuan urban within; a wages=2000; b sibling", "dibao ineligible; lowIncome ineligible; needs nothing; category none"},
		{"law 4.1", "the income of the ways differs", "2020-10-01", "Tianyuan urban within; a wages=100; b sibling wages=100", "dibao eligible 500.00+; income 0.00"},
		{"law 4.1", "a subsidy is open with its rate", "2020-10-01", "Tianyuan urban within; a; b sibling physical-3",
			"b living undetermined if 100.00; waits b.counted:living; b nursing ineligible; total 600.00+"},
		{"law 4.1", "nobody else: the only member is counted whatever the relation", "2020-10-01", "Tianyuan urban within; b sibling", "dibao eligible 600.00; needs nothing"},
		{"law 4.1", "the only member, by a finding not counted", "2020-10-01", "Tianyuan urban within; b sibling counted=no", "dibao unexamined; category none; total 0.00"},
		{"law 4.1", "only and sole are of the file: a prisoner beside", "2020-10-01", "Tianyuan urban within; a clergy; b prison", "dibao unexamined; people 0"},
		{"law 4.1", "open, and eligible for tekun: not open", "2020-10-01", "Tianyuan urban within; a; b 1950-01-01 sibling support=none", "dibao eligible 600.00; people 1; b tekun eligible 780.00+"},
		{"law 4.1", "one way is not examined, the other refuses: they agree", "2020-10-01", "Tianyuan urban over; a counted=no; b sibling",
			"dibao ineligible; lowIncome ineligible; needs nothing"},
		{"law 4.1", "four open are tried", "2020-10-01", many(4, "within; a"), "dibao eligible 600.00+; people 5; not-covered 4; needs nothing"},
		{"law 4.1", "five open are not", "2020-10-01", many(5, "within; a"),
			"dibao undetermined; lowIncome undetermined; people 6; category undetermined; total 0.00+; needs b.counted c.counted d.counted e.counted f.counted"},
		{"law 4.1", "five open, before 2020-06-03", "2020-06-02", many(5, "within; a"), "dibao undetermined; lowIncome unexamined"},
		{"law 4.1", "five open, property over refuses", "2020-10-01", many(5, "over; a"), "dibao ineligible; lowIncome undetermined; category undetermined"},
		{"law 4.1", "five open, both limits exceeded", "2020-10-01", many(5, "over low-income=over; a"), "dibao ineligible; lowIncome ineligible; category none; needs nothing"},
		{"law 4.1", "five open: cover and subsidies of each who may be counted", "2020-10-01", many(5, "within; a physical-1"),
			"a singlePerson undetermined; a living undetermined if 100.00; a nursing eligible 100.00"},
		{"law 4.1", "five open: own income at a known line refuses cover", "2020-10-01", many(5, "within; a physical-1 transfer=600"), "a singlePerson ineligible; a living undetermined if 100.00"},
		{"law 4.1", "five open: an exclusion refuses a subsidy", "2020-10-01", many(5, "within; a physical-1 injury=yes"), "a living ineligible; a nursing ineligible"},
		{"law 4.1", "five open: a higher allowance refuses a subsidy", "2020-10-01", many(5, "within; a physical-1 living=100.01"), "a living ineligible"},
		{"law 4.1", "hukou open and counting open: both are needed", "2020-10-01 +county", "Youxian within; a wages=450; b sibling wages=450", "dibao undetermined; needs b.counted residence"},
	})
}

// Each relation about 2021-07-01, and each birthday that opens or closes counting.
func TestTruthCountingByAge(t *testing.T) {
	rule(t, []ruling{
		{"57号 7(2)", "a parent, the applicant is 17", "2021-07-01 +carry", "Tianyuan urban within; a 2003-07-02 applicant; b parent", "dibao eligible 1200.00; people 2"},
		{"57号 7(4)", "a parent, the applicant is 18 today", "2021-07-01 +carry", "Tianyuan urban within; a 2003-07-01 applicant; b parent", "dibao eligible 600.00+; people 2"},
		{"220号 5(2)", "a parent, the day before", "2021-06-30 +carry", "Tianyuan urban within; a 2003-06-30 applicant; b parent", "dibao eligible 1200.00; people 2"},
		{"law 2.1", "a minor child of 17", "2020-10-01", "Tianyuan urban within; a; b 2002-10-02 minor-child", "dibao eligible 1200.00"},
		{"law 2.1", "a minor child who is 18 today", "2020-10-01", "Tianyuan urban within; a; b 2002-10-01 minor-child", "dibao eligible 600.00+"},
		{"law 2.1", "a minor child of 18, counted", "2020-10-01", "Tianyuan urban within; a; b 2002-10-01 minor-child counted=yes", "dibao eligible 1200.00"},
		{"law 2.1", "no relation stated: counted", "2020-10-01", "Tianyuan urban within; a; b", "dibao eligible 1200.00"},
		{"57号 7(3)", "a grown student, 2021", "2021-07-01 +carry", "Tianyuan urban within; a; b student", "dibao eligible 1200.00"},
	})
}

// R15: compulsory rehabilitation and declared missing, about 2021-07-01.
func TestTruthAbsentOthers(t *testing.T) {
	var rows []ruling
	for _, absence := range []string{"compulsory-rehabilitation", "missing"} {
		home := func(facts string) string { return "Tianyuan urban within; a; b " + absence + facts }
		rows = append(rows,
			ruling{"R15", absence + ", left out", "2021-06-30 +carry", home(""), "people 1; reads absent-others=left-out"},
			ruling{"R15", absence + ", counted by a finding", "2021-06-30 +carry", home(" counted=yes"), "people 2; dibao eligible 1200.00; reads-not absent-others"},
			ruling{"R15", absence + ", not counted by a finding", "2021-06-30 +carry absent-others=counted", home(" counted=no"), "people 1; reads-not absent-others"},
			ruling{"R15", absence + ", counted by the reading", "2021-06-30 +carry absent-others=counted", home(""), "people 2; reads absent-others=counted"},
			ruling{"57号 7", absence + " from 2021-07-01, whatever is found", "2021-07-01 +carry", home(" counted=yes"), "people 1; reads-not absent-others"},
			ruling{"57号 7", absence + " from 2021-07-01, whatever is read", "2021-07-01 +carry absent-others=counted", home(""), "people 1; reads-not absent-others"})
	}
	rows = append(rows,
		ruling{"law 4.1", "in prison, whatever is found", "2020-10-01", "Tianyuan urban within; a; b prison counted=yes", "people 1"},
		ruling{"law 4.1", "the only member is missing", "2020-10-01", "Tianyuan urban within; b missing", "dibao unexamined; total 0.00"},
		ruling{"law 4.1", "the only member is missing, counted by a finding", "2020-10-01", "Tianyuan urban within; b missing counted=yes", "dibao eligible 600.00"})
	rule(t, rows)
}

// An income that is not stated is unknown from 16 on, and only adds.
func TestTruthUnknownIncome(t *testing.T) {
	rule(t, []ruling{
		{"law 4", "16 tomorrow: none, and listed", "2020-10-01", "Tianyuan urban within; a; b 2004-10-02 minor-child income=?", "dibao eligible 1200.00; assumes b.income; needs nothing"},
		{"law 4", "16 today: unknown", "2020-10-01", "Tianyuan urban within; a; b 2004-10-01 minor-child income=?", "dibao undetermined if 1200.00; assumes b.support; needs b.income"},
		{"law 4", "what is stated refuses already", "2020-10-01", "Tianyuan urban within; a wages=1800; b income=?", "dibao ineligible; lowIncome ineligible; needs nothing; category none"},
		{"law 4.4", "refused for dibao, and open for the family", "2020-10-01", "Tianyuan urban within; a wages=1300; b income=?", "dibao ineligible; lowIncome undetermined; waits b.income:lowIncome"},
		{"law 4", "what is stated passes", "2020-10-01", "Tianyuan urban within; a wages=1199; b income=?", "dibao undetermined if 1.00; needs b.income; category undetermined"},
		{"law 4", "at a floor: the income and the line are needed", "2020-10-01", "Youxian rural within; a wages=720; b income=?",
			"dibao undetermined; needs b.income dibao-line@430223/rural>4320.00/year"},
		{"law 4", "property and income are all that is waited for", "2020-10-01", "Tianyuan urban; a income=?", "dibao undetermined if 600.00; needs a.income property"},
		{"law 4", "the household's own income not stated is none, unlisted", "2020-10-01", "Tianyuan urban within; a", "dibao eligible 600.00; assumes nothing"},
		{"law 4.2", "tekun with income not stated", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none income=?", "a tekun undetermined; needs a.income; dibao undetermined"},
		{"law 4.2", "tekun refused whatever the income", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=capable income=?", "a tekun ineligible"},
		{"law 4.5", "cover with own income not stated", "2020-10-01", "Tianyuan urban within; a wages=1300; b visual-1 income=?",
			"b singlePerson undetermined if 600.00; waits b.income:lowIncome,singlePerson,living"},
		{"R8", "cover by the full line asks for no own income", "2020-10-01 single-person-amount=full-line", "Tianyuan urban within; a wages=1300; b visual-1 income=?",
			"b singlePerson undetermined if 600.00; waits b.income:lowIncome,singlePerson,living"},
		{"R7", "each group: the other group does not wait", "2020-10-01 +county mixed-hukou=each-group", "Youxian rural within; a urban income=?; b",
			"dibao eligible 400.00+; not-covered 1; needs a.income"},
		{"R16", "grade 1 with wages not stated", "2020-10-01 living-grade-one-two=grades-one-two", "Tianyuan urban over low-income=over; a visual-1 income=?",
			"a living undetermined if 100.00; needs a.income; assumes a.guideExclusions"},
	})
}
