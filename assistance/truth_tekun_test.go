package assistance_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/internal/finding"
)

// Every combination of the conditions of tekun, each met, not met and unknown. What is wanted is their conjunction: one condition not met
// refuses, whatever else is unknown; otherwise one unknown leaves it undetermined.
func TestTruthTekunConjunction(t *testing.T) {
	type condition struct{ clause, met, notMet, unknown string }
	const never = "never" // unstated support gives no verdict
	conditions := []condition{
		{"2016 text: no ability to work", "physical-1", "physical-2", "multiple-1"}, // whose components are not stated
		{"649号 14: no supporters who are able", "support=none", "support=capable", never},
		{"649号 14: no source of income, income", "rural transfer=359.99", "urban transfer=500", "rural transfer=360"}, // at a floor, which may be higher
		{"649号 14: no source of income, property", "own=within", "own=over", ""},
		{"2016 text: no scheme that excludes", "unattended-full", "orphan", never}, // not stated is taken as none
	}
	type combination struct {
		facts string
		truth finding.Truth
	}
	all := []combination{{"", finding.Met}}
	for _, c := range conditions {
		var grown []combination
		for _, so := range all {
			grown = append(grown, combination{so.facts + " " + c.met, so.truth}, combination{so.facts + " " + c.notMet, finding.NotMet})
			if c.unknown != never {
				joined := finding.Unknown
				if so.truth == finding.NotMet {
					joined = finding.NotMet
				}
				grown = append(grown, combination{so.facts + " " + c.unknown, joined})
			}
		}
		all = grown
	}
	assert.Len(t, all, 3*2*3*3*2)
	for _, on := range []string{"2020-01-01 +town", "2020-06-03 +town", "2020-10-01 +town"} {
		for _, so := range all {
			d := decided(t, on, "Youxian; a "+so.facts+"; b rural")
			assert.Equal(t, so.truth.Verdict(), d.Members[0].Tekun.Verdict, "on %s:%s\n%s", on, so.facts, everything(d))
		}
	}
}

// No ability to work: ages and disabilities, by date. The rest of the conditions is met.
func TestTruthTekunClasses(t *testing.T) {
	who := func(facts string) string {
		return "Tianyuan urban within; a support=none " + facts
	}
	const yes, no, open = "a tekun eligible 780.00+", "a tekun ineligible", "a tekun undetermined"
	rows := []ruling{
		{"2016 text", "60 tomorrow", "2020-10-01", who("1960-10-02"), no},
		{"2016 text", "60 today", "2020-10-01", who("1960-10-01"), yes},
		{"43号 5", "60 tomorrow, 2021", "2021-10-01 +carry", who("1961-10-02"), no},
		{"43号 5", "60 today, 2021", "2021-10-01 +carry", who("1961-10-01"), yes},
		{"law 4.1", "born on 29 February, 60 on the day of a leap year", "2020-02-29", who("1960-02-29"), yes},
		{"law 4.1", "born on 29 February, the day before in a leap year", "2020-02-28", who("1960-02-29"), no},
		{"law 4.1", "born on 29 February, not yet 16 on 28 February of a leap year", "2020-02-28", who("2004-02-29"), yes},
		{"law 4.1", "born on 29 February, 16 on the day of a leap year", "2020-02-29", who("2004-02-29"), no},
		{"law 4.1", "born on 29 February, 17 on 28 February of a common year", "2021-02-28 +carry", who("2004-02-29"), yes},

		{"2016 text", "15 on 2020-06-02", "2020-06-02", who("2004-06-03"), yes},
		{"2016 text", "16 on 2020-06-02", "2020-06-02", who("2004-06-02"), no},
		{"2016 text", "17 on 2020-06-02", "2020-06-02", who("2002-06-03"), no},
		{"69号", "16 on 2020-06-03", "2020-06-03", who("2004-06-03"), yes},
		{"69号", "17 on 2020-06-03", "2020-06-03", who("2002-06-04"), yes},
		{"69号", "18 on 2020-06-03", "2020-06-03", who("2002-06-03"), no},
		{"69号", "17 on 2020-08-24", "2020-08-24", who("2002-08-25"), yes},
		{"69号", "18 on 2020-08-24", "2020-08-24", who("2002-08-24"), no},
		{"2020-08 item 5", "17 on 2020-08-25", "2020-08-25", who("2002-08-26"), yes},
		{"2020-08 item 5", "18 on 2020-08-25", "2020-08-25", who("2002-08-25"), no},
		{"2020-08 item 5", "17 on 2021-06-30", "2021-06-30 +carry", who("2003-07-01"), yes + "; reads-not tekun-minor-2021"},
		{"2020-08 item 5", "18 on 2021-06-30", "2021-06-30 +carry", who("2003-06-30"), no},
		{"R14", "17 on 2021-07-01", "2021-07-01 +carry", who("2003-07-02"), yes + "; reads tekun-minor-2021=under-18"},
		{"R14", "18 on 2021-07-01", "2021-07-01 +carry", who("2003-07-01"), no + "; reads-not tekun-minor-2021"},
		{"R14", "under 16: 15 on 2021-07-01", "2021-07-01 +carry tekun-minor-2021=under-16", who("2005-07-02"), yes + "; reads-not tekun-minor-2021"},
		{"R14", "under 16: 16 on 2021-07-01", "2021-07-01 +carry tekun-minor-2021=under-16", who("2005-07-01"), no + "; reads tekun-minor-2021=under-16"},
		{"R14", "under 16: 17 on 2021-06-30, before it is a question", "2021-06-30 +carry tekun-minor-2021=under-16", who("2003-07-01"), yes + "; reads-not tekun-minor-2021"},

		{"law 2.2", "components: none of a class", "2020-10-01", who("multiple-1:visual-1,mental-3"), no},
		{"law 2.2", "components: one of a class", "2020-10-01", who("multiple-1:visual-1,mental-2"), yes},
		{"law 2.2", "components: one of a class from 2021-07-01", "2021-07-01 +carry", who("multiple-2:hearing-2,mental-3"), yes},
		{"law 2.2", "components: not of a class on 2021-06-30", "2021-06-30 +carry", who("multiple-2:hearing-2,mental-3"), no},
		{"law 4.2", "components not stated, which decide", "2020-10-01", who("multiple-2"), open + "; needs a.components"},
		{"law 4.2", "components not stated, of no class", "2020-10-01", who("multiple-3"), no + "; needs nothing"},
		{"law 4.2", "components not stated, grade 3 from 2021-07-01", "2021-07-01 +carry", who("multiple-3"), open + "; needs a.components"},
		{"law 4.2", "components not stated, grade 4 from 2021-07-01", "2021-07-01 +carry", who("multiple-4"), no},
		{"law 4.2", "components not stated, old anyway", "2020-10-01", who("1950-01-01 multiple-2"), yes},
	}
	// The least severe grade of each category, to 2021-06-30 and from 2021-07-01; 0: none.
	classes := []struct {
		category   string
		then, from int
	}{{"visual", 0, 1}, {"hearing", 0, 0}, {"speech", 0, 0}, {"physical", 1, 2}, {"intellectual", 2, 3}, {"mental", 2, 3}}
	for _, c := range classes {
		for grade, digit := range []string{"", "1", "2", "3", "4"} {
			for on, least := range map[string]int{"2020-01-01": c.then, "2020-10-01": c.then, "2021-06-30 +carry": c.then, "2021-07-01 +carry": c.from, "2021-07-02 +carry": c.from} {
				if grade == 0 {
					continue
				}
				want := no
				if grade <= least {
					want = yes
				}
				rows = append(rows, ruling{"2016 text; 43号 5", c.category + " " + digit + " on " + on, on, who(c.category + "-" + digit), want})
			}
		}
	}
	rule(t, rows)
}

func TestTruthTekun(t *testing.T) {
	rule(t, []ruling{
		// Support, and the schemes.
		{"law 2.2", "supporters without capacity", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=incapable", "a tekun eligible 780.00+; category tekun; dibao unexamined; total 780.00+"},
		{"law 2.2", "supporters who are able", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=capable", "a tekun ineligible; dibao eligible 600.00; category dibao"},
		{"law 4.2", "support not stated, fits by class and income", "2020-10-01", "Tianyuan urban within; a 1950-01-01", "a tekun unexamined; assumes a.support; dibao eligible 600.00"},
		{"law 4.2", "support not stated, of no class", "2020-10-01", "Tianyuan urban within; a", "a tekun unexamined; assumes nothing"},
		{"law 4.2", "support not stated, income at the line", "2020-10-01", "Tianyuan urban within; a 1950-01-01 transfer=600", "a tekun unexamined; assumes lowIncomeProperty"},
		{"law 2.2", "an orphan", "2020-10-01", "Tianyuan urban within; a 2015-01-01 support=none orphan", "a tekun ineligible"},
		{"43号 9", "an orphan, 2021-07-01", "2021-07-01 +carry", "Tianyuan urban within; a 2015-01-01 support=none orphan", "a tekun ineligible"},
		{"43号 9", "an unattended child, 2021-06-30", "2021-06-30 +carry", "Tianyuan urban within; a 2015-01-01 support=none unattended-full", "a tekun eligible 780.00+"},
		{"43号 9", "an unattended child, 2021-07-01", "2021-07-01 +carry", "Tianyuan urban within; a 2015-01-01 support=none unattended-full", "a tekun ineligible"},
		{"43号 9", "an unattended child topped up, 2021-06-30", "2021-06-30 +carry", "Tianyuan urban within; a 2015-01-01 support=none unattended-topped-up", "a tekun eligible 780.00+"},
		{"43号 9", "an unattended child topped up, 2021-07-01", "2021-07-01 +carry", "Tianyuan urban within; a 2015-01-01 support=none unattended-topped-up", "a tekun ineligible"},
		{"law 4", "no scheme stated is assumed none", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none", "assumes a.childScheme"},

		// Own property.
		{"law 4.2", "own property over", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none own=over", "a tekun ineligible"},
		{"law 4.2", "own property within, the household's over", "2020-10-01", "Tianyuan urban over; a 1950-01-01 support=none own=within", "a tekun eligible 780.00+"},
		{"law 4.2", "the household's within", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none; b", "a tekun eligible 780.00+"},
		{"law 4.2", "the household's over, a sole member", "2020-10-01", "Tianyuan urban over; a 1950-01-01 support=none", "a tekun ineligible"},
		{"law 4.2", "the household's over, one of two", "2020-10-01", "Tianyuan urban over; a 1950-01-01 support=none; b", "a tekun undetermined; needs a.property; dibao ineligible"},
		{"law 4.2", "nothing stated", "2020-10-01", "Tianyuan urban; a 1950-01-01 support=none", "a tekun undetermined; needs a.property property; category undetermined"},

		// Own income against the dibao line.
		{"law 2.2", "own income a fen below the line", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none transfer=599.99", "a tekun eligible 780.00+"},
		{"law 2.2", "own income a fen a year below the line", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none transfer=7199.99/year", "a tekun eligible 780.00+"},
		{"law 2.2", "own income at the line", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none transfer=600", "a tekun ineligible"},
		{"law 2.2", "the income of others is not his", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none; b wages=9000", "a tekun eligible 780.00+"},
		{"law 4.2", "own income at a floor", "2020-10-01", "Youxian rural within; a 1950-01-01 support=none transfer=360", "a tekun undetermined; needs dibao-line@430223/rural>4320.00/year; dibao undetermined"},
		{"law 4.2", "own income below a floor", "2020-10-01", "Youxian rural within; a 1950-01-01 support=none transfer=359.99", "a tekun eligible 468.00+"},
		{"R11", "own income at a floor taken as exact", "2020-10-01 floor-as-line=exact", "Youxian rural within; a 1950-01-01 support=none transfer=360", "a tekun ineligible"},
		{"law 4.2", "own income below the province's floor", "2020-10-01", "Youxian urban within; a 1950-01-01 support=none transfer=1", "a tekun eligible 650.00+; needs a.selfCare tekun-basic@430223/urban tekun-care@430223"},
		{"law 4.2", "no own income, the line a floor", "2020-10-01", "Youxian urban within; a 1950-01-01 support=none", "a tekun eligible 650.00+"},
		{"supplement", "own income, the county's own line", "2020-10-01 +county", "Youxian urban within; a 1950-01-01 support=none transfer=499.99", "a tekun eligible 650.00+"},

		// The amount.
		{"law 4.2", "1.3 times the line, self-care not stated", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none", "a tekun eligible 780.00+; needs a.selfCare tekun-basic@430211/urban tekun-care@430211; total 780.00+"},
		{"law 4.2", "1.3 times the line, self-care stated", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none self-care=full", "a tekun eligible 780.00+; needs tekun-basic@430211/urban tekun-care@430211/full"},
		{"law 4.2", "the basic standard alone, self-care not stated", "2020-10-01 +basic", "Tianyuan urban within; a 1950-01-01 support=none", "a tekun eligible 780.00+; needs a.selfCare tekun-care@430211; total 780.00+"},
		{"law 4.2", "the basic standard alone, self-care stated: at least", "2020-10-01 +basic", "Tianyuan urban within; a 1950-01-01 support=none self-care=full", "a tekun eligible 780.00+; needs tekun-care@430211/full"},
		{"law 4.2", "the care standards alone: on top of 1.3 times the line", "2020-10-01 +care", "Tianyuan urban within; a 1950-01-01 support=none self-care=full", "a tekun eligible 860.00+; needs tekun-basic@430211/urban"},
		{"law 4.2", "both, self-care not stated", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none", "a tekun eligible 780.00+; needs a.selfCare"},
		{"law 4.2", "both, full self-care", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none cannot=", "a tekun eligible 860.00; a self-care full; needs nothing; total 860.00"},
		{"43号 22", "both, one activity lost", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none cannot=bathing", "a tekun eligible 1020.00; a self-care partial"},
		{"43号 22", "both, three activities lost", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none cannot=bathing,walking,bed", "a tekun eligible 1020.00; a self-care partial"},
		{"43号 22", "both, four activities lost: a care standard at least", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none cannot=bathing,walking,bed,toilet", "a tekun eligible 1260.00+; a self-care none"},
		{"law 4.2", "self-care is reported without a verdict", "2020-10-01", "Tianyuan urban within; a cannot=bathing", "a tekun unexamined; a self-care partial"},
		{"law 4.2", "self-care is reported of the refused", "2020-10-01", "Tianyuan urban within; a support=capable self-care=none", "a tekun ineligible; a self-care none"},

		// Tekun and dibao.
		{"R10", "left out of members and income", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none transfer=500; b wages=100", "people 1; income 1200.00; dibao eligible 500.00; a tekun eligible 780.00+; category dibao; reads tekun-member=left-out"},
		{"R10", "alone in his household", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none", "reads-not tekun-member; category tekun"},
		{"law 4.7", "two of them", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none cannot=; b 1951-01-01 support=none cannot=", "category tekun; dibao unexamined; total 1720.00"},
		{"law 4.3", "dibao waits while tekun is undetermined", "2020-10-01", "Tianyuan urban within; a multiple-1 support=none; b wages=100", "a tekun undetermined; dibao undetermined; needs a.components; category undetermined; total 0.00+; a nursing undetermined if 100.00; a living undetermined if 100.00"},
		{"law 4.3", "dibao waits, property over refuses all the same", "2020-10-01", "Tianyuan urban over; a multiple-1 support=none own=within; b wages=100", "a tekun undetermined; dibao ineligible; category undetermined"},
		{"law 4.3", "dibao does not wait for someone not counted", "2020-10-01", "Tianyuan urban within; a multiple-1 support=none counted=no; b wages=100", "a tekun undetermined; dibao eligible 500.00; category dibao; total 500.00+"},
		{"law 4.3", "dibao waits for the line that tekun waits for", "2020-10-01", "Youxian rural within; a 1950-01-01 support=none transfer=400; b", "a tekun undetermined; dibao undetermined; needs dibao-line@430223/rural>4800.00/year"},
		{"law 4.7", "clergy alone whose tekun is undetermined", "2020-10-01", "Tianyuan urban within; a clergy multiple-1 support=none", "dibao undetermined; category undetermined; total 0.00+"},
		{"law 4.1", "clergy are examined for tekun", "2020-10-01", "Tianyuan urban within; a clergy 1950-01-01 support=none", "a tekun eligible 780.00+; category tekun"},
		{"law 4.1", "prisoners are not", "2020-10-01", "Tianyuan urban within; a prison 1950-01-01 support=none", "a tekun unexamined; category none; total 0.00"},
		{"law 4.1", "a member's own division does not govern tekun", "2020-10-01 +county", "Tianyuan urban within; a Youxian 1950-01-01 support=none transfer=550 self-care=full", "a tekun eligible 780.00+; needs tekun-basic@430211/urban tekun-care@430211/full"},
		{"law 4.1", "his own kind of hukou does", "2020-10-01 +county", "Youxian urban within; a rural 1950-01-01 support=none transfer=400", "a tekun ineligible"},
	})
}
