package assistance_test

import "testing"

// Rigid costs, from 2021-07-01 (57号 art. 13): at most what is left of the income after job costs.
func TestTruthRigidCosts(t *testing.T) {
	rule(t, []ruling{
		{"57号 13", "the day before", "2021-06-30 +carry", "Tianyuan urban within rigid-costs=100; a wages=650; b", "income 7800.00; dibao eligible 550.00"},
		{"57号 13", "the day", "2021-07-01 +carry", "Tianyuan urban within rigid-costs=100; a wages=650; b", "income 6600.00; dibao eligible 650.00; assumes nothing"},
		{"law 4.3", "at most the income, of any kind", "2021-07-01 +carry", "Tianyuan urban within rigid-costs=900; a transfer=650; b", "income 0.00; dibao eligible 1200.00"},
		{"law 4.3", "after job costs", "2021-07-01 +carry", "Tianyuan urban within job-costs=500 rigid-costs=500; a wages=400 transfer=300; b", "income 0.00; dibao eligible 1200.00"},
		{"law 4.3", "together less than the income", "2021-07-01 +carry", "Tianyuan urban within job-costs=100 rigid-costs=100; a wages=400 transfer=300; b", "income 6000.00; dibao eligible 700.00"},
		{"law 4.3", "they keep a household below the line", "2021-07-01 +carry", "Tianyuan urban within rigid-costs=100; a transfer=650", "dibao eligible 50.00"},
		{"law 4.5", "they are not taken off single-person cover", "2021-07-01 +carry", "Tianyuan urban within rigid-costs=100; a transfer=1500; b visual-1 transfer=200",
			"dibao ineligible; lowIncome eligible missing; b singlePerson eligible 400.00"},
		{"R7", "each group alone: costs go to the group of the household's kind", "2021-07-01 +carry mixed-hukou=each-group",
			"Tianyuan urban within rigid-costs=100; a transfer=300; b rural transfer=300", "income 6000.00; dibao eligible 700.00"},
		{"R7", "each group alone: nobody of that kind", "2021-07-01 +carry mixed-hukou=each-group",
			"Tianyuan rural within rigid-costs=100; a urban transfer=300", "income 2400.00; dibao eligible 400.00"},
	})
}

// The grace period of a household that is on dibao (item 6; 2020-08 item 11; 57号 art. 33).
func TestTruthGrace(t *testing.T) {
	rule(t, []ruling{
		// Which kind, and what raised the income.
		{"item 6", "rural, a pension, the last day", "2020-12-31", "Tianyuan rural within on-dibao=yes; a transfer=700", "dibao undetermined; needs grace-months@430211/rural"},
		{"item 6", "rural, a pension, the day after", "2021-01-01 +carry", "Tianyuan rural within on-dibao=yes; a transfer=700", "dibao ineligible; needs nothing"},
		{"item 6", "urban, a pension", "2020-10-01", "Tianyuan urban within on-dibao=yes; a transfer=700", "dibao ineligible; needs nothing"},
		{"2020-08 item 11", "urban, wages, the day before", "2020-08-24", "Tianyuan urban within on-dibao=yes; a wages=700", "dibao ineligible"},
		{"2020-08 item 11", "urban, wages, the day", "2020-08-25", "Tianyuan urban within on-dibao=yes; a wages=700", "dibao undetermined; needs grace-months@430211/urban"},
		{"57号 33", "rural, wages, 2021", "2021-07-01 +carry", "Tianyuan rural within on-dibao=yes; a wages=700", "dibao undetermined; needs grace-months@430211/rural"},
		{"law 4.3", "wages before costs, which take them all off", "2020-10-01", "Tianyuan urban within on-dibao=yes job-costs=100; a wages=100 transfer=700", "dibao undetermined; needs grace-months@430211/urban"},
		{"law 4.3", "wages of nil are none", "2020-10-01", "Tianyuan urban within on-dibao=yes; a wages=0 transfer=700", "dibao ineligible"},
		{"law 4.3", "the household's own business is nobody's work", "2020-10-01", "Tianyuan urban within on-dibao=yes business=700; a", "dibao ineligible"},
		{"law 4.3", "wages of someone not counted", "2020-10-01", "Tianyuan urban within on-dibao=yes; a transfer=700; b counted=no wages=100", "dibao ineligible"},
		{"law 4", "whether someone works is unknown with the income", "2020-10-01", "Tianyuan urban within on-dibao=yes; a transfer=2000; b income=?", "dibao undetermined; needs b.income grace-months@430211/urban"},
		{"law 4.3", "below the line nothing is asked", "2020-10-01", "Tianyuan urban within on-dibao=yes; a wages=500", "dibao eligible 100.00; needs nothing"},
		{"law 4", "no ifMet by grace alone", "2020-10-01", "Tianyuan urban on-dibao=yes; a wages=700", "dibao undetermined; needs grace-months@430211/urban property"},

		// Six months on record.
		{"law 4.3", "since when is not stated", "2020-10-01 +grace", "Tianyuan urban within on-dibao=yes; a wages=700", "dibao undetermined; needs overLineSince"},
		{"law 4.3", "the last day", "2020-10-01 +grace", "Tianyuan urban within on-dibao=yes over-since=2020-04-02; a wages=700 visual-1",
			"dibao eligible missing; not-covered 0; lowIncome unexamined; a living eligible 100.00; needs nothing; category dibao; total 200.00+"},
		{"law 4.3", "that many months later", "2020-10-01 +grace", "Tianyuan urban within on-dibao=yes over-since=2020-04-01; a wages=700", "dibao ineligible; lowIncome eligible missing; needs nothing"},
		{"law 4.3", "over the line since today", "2020-10-01 +grace", "Tianyuan urban within on-dibao=yes over-since=2020-10-01; a wages=700", "dibao eligible missing"},
		{"law 4.3", "from the end of a long month", "2021-02-28 +grace +carry", "Tianyuan urban within on-dibao=yes over-since=2020-08-31; a wages=700", "dibao ineligible"},
		{"law 4.3", "the day before that", "2021-02-27 +grace +carry", "Tianyuan urban within on-dibao=yes over-since=2020-08-31; a wages=700", "dibao eligible missing"},
		{"law 4.3", "property over", "2020-10-01 +grace", "Tianyuan urban over on-dibao=yes over-since=2020-04-02; a wages=700", "dibao ineligible"},
		{"law 4.3", "not known whether on dibao: listed", "2020-10-01 +grace", "Tianyuan urban within over-since=2020-04-02; a wages=700", "dibao ineligible; assumes onDibao"},
		{"law 4.3", "ended, so it turns on nothing", "2020-10-01 +grace", "Tianyuan urban within over-since=2020-04-01; a wages=700", "dibao ineligible; assumes lowIncomeProperty"},
		{"law 4.3", "one kind in grace, the other paid: at least", "2020-10-01 +county +grace", "Youxian urban within on-dibao=yes over-since=2020-04-02; a wages=900; b rural",
			"dibao eligible 50.00+; not-covered 0"},
	})
}

// Low-income families by 57号 art. 8, and their own limit on property.
func TestTruthLowIncome2021(t *testing.T) {
	rule(t, []ruling{
		{"57号 8", "property over, income below the line: no lower bound", "2021-07-01 +carry", "Tianyuan urban over low-income=within; a wages=100", "dibao ineligible; lowIncome eligible missing; category low-income"},
		{"69号", "property over, income below the line, the day before", "2021-06-30 +carry", "Tianyuan urban over low-income=within; a wages=100", "lowIncome ineligible; category none"},
		{"law 4.4", "a floor: below 1.5 times of it", "2021-07-01", "Youxian rural over low-income=within; a wages=500", "lowIncome eligible missing"},
		{"law 4.4", "a floor: at 1.5 times of it", "2021-07-01", "Youxian rural over low-income=within; a wages=6450/year", "lowIncome undetermined; needs dibao-line@430223/rural>4300.00/year"},
		{"law 4.4", "a floor, before: not met", "2020-10-01", "Youxian rural over low-income=within; a wages=400", "lowIncome ineligible"},
		{"law 4.4", "its property over", "2020-10-01", "Tianyuan urban within low-income=over; a wages=700", "lowIncome ineligible; category none"},
		{"law 4.4", "its property within, the other over", "2020-10-01", "Tianyuan urban over low-income=within; a wages=700", "lowIncome eligible missing; assumes nothing"},
		{"law 4.4", "within for dibao is taken as within, and listed", "2020-10-01", "Tianyuan urban within; a wages=700", "lowIncome eligible missing; assumes lowIncomeProperty"},
		{"law 4.4", "property not stated: that is needed", "2020-10-01", "Tianyuan urban; a wages=700", "lowIncome undetermined; needs property"},
		{"law 4.4", "property over, its own not stated: that is needed", "2020-10-01", "Tianyuan urban over; a wages=700", "lowIncome undetermined; needs lowIncomeProperty"},
		{"law 4.4", "both not stated, its own within", "2020-10-01", "Tianyuan urban low-income=within; a wages=700", "lowIncome eligible missing; needs nothing"},
		{"law 4.3", "tekun first, property over: only tekun's needs", "2020-10-01", "Tianyuan urban over; a multiple-1 support=none own=within; b wages=700 visual-1",
			"dibao ineligible; lowIncome undetermined; b singlePerson ineligible; waits a.components:tekun,lowIncome,singlePerson,living,nursing"},
		{"law 4.10", "one kind on dibao: not examined, nobody covered alone", "2020-10-01 +county", "Youxian urban within; a wages=900; b rural physical-1",
			"dibao eligible 50.00; lowIncome unexamined; b singlePerson unexamined; b living ineligible"},
	})
}

// What a draft may try: a least payment to an eligible household, and bands by income a head.
func TestTruthDrafts(t *testing.T) {
	rule(t, []ruling{
		{"draft", "less than the least is raised to it", "2020-10-01 +least", "Tianyuan urban within; a wages=599", "dibao eligible 50.00"},
		{"draft", "more than the least stays", "2020-10-01 +least", "Tianyuan urban within; a wages=500", "dibao eligible 100.00"},
		{"draft", "the refused get none", "2020-10-01 +least", "Tianyuan urban within; a wages=600", "dibao ineligible"},
		{"draft", "the lower band, for two", "2020-10-01 +bands", "Tianyuan urban within; a wages=199; b", "dibao eligible 1100.00"},
		{"draft", "at the upper band", "2020-10-01 +bands", "Tianyuan urban within; a wages=200; b", "dibao eligible 800.00"},
		{"draft", "property not stated", "2020-10-01 +bands", "Tianyuan urban; a", "dibao undetermined if 550.00"},
	})
}

// R16: grade 1 or 2 alone, and R17: rural exemptions.
func TestTruthReadings16And17(t *testing.T) {
	const alone = "2020-10-01 living-grade-one-two=grades-one-two"
	rule(t, []ruling{
		{"R16", "dibao only: a refusal of grade 2 names it", "2020-10-01", "Tianyuan urban within; a transfer=9000 visual-2", "a living ineligible; reads living-grade-one-two=dibao-only"},
		{"R16", "a refusal of grade 3 does not", "2020-10-01", "Tianyuan urban within; a transfer=9000 visual-3", "a living ineligible; reads-not living-grade-one-two"},
		{"R16", "grade 2 alone", alone, "Tianyuan urban within; a transfer=9000 visual-2", "a living eligible 100.00; assumes a.guideExclusions; reads living-grade-one-two=grades-one-two"},
		{"R16", "grade 3 alone", alone, "Tianyuan urban within; a transfer=9000 visual-3", "a living ineligible"},
		{"R16", "not with wages", alone, "Tianyuan urban within; a wages=9000 visual-2", "a living ineligible"},
		{"R16", "wages of nil are none", alone, "Tianyuan urban within; a wages=0 transfer=9000 visual-2", "a living eligible 100.00"},
		{"R16", "on dibao the guides' exclusions do not bear", alone, "Tianyuan urban within; a visual-2", "a living eligible 100.00; assumes a.livingAllowance"},
		{"R16", "only of those counted", alone, "Tianyuan urban within; a; b counted=no visual-1", "b living unexamined"},
		{"R17", "veterans' pensions of rural members, not income", "2021-06-30 +carry", "Tianyuan rural within; a veterans-pension=100", "dibao eligible 600.00; reads rural-exemptions=not-income"},
		{"R17", "income", "2021-06-30 +carry rural-exemptions=income", "Tianyuan rural within; a veterans-pension=100", "dibao eligible 500.00; reads rural-exemptions=income"},
		{"R17", "rewards of rural members, income", "2020-10-01 rural-exemptions=income", "Tianyuan rural within; a reward=100", "dibao eligible 500.00"},
		{"R17", "urban members are no question", "2020-10-01 rural-exemptions=income", "Tianyuan urban within; a veterans-pension=100", "dibao eligible 600.00; reads-not rural-exemptions"},
		{"57号 13", "from 2021-07-01 it is no question", "2021-07-01 +carry rural-exemptions=income", "Tianyuan rural within; a veterans-pension=100", "dibao eligible 600.00; reads-not rural-exemptions"},
	})
}
