package assistance_test

import "testing"

// Costs come off to the fen, at most what their group has, and R7 is named where they would go on to
// the other kind of hukou.
func TestTruthCostsAtTheEdge(t *testing.T) {
	const day, each = "2021-07-01 +carry", "2021-07-01 +carry mixed-hukou=each-group"
	rule(t, []ruling{
		{"57号 13", "job costs of a fen a year", day, "Tianyuan urban within job-costs=0.01/year; a wages=7200/year",
			"income 7199.99; dibao eligible 0.01"},
		{"57号 13", "rigid costs of a fen a year", day, "Tianyuan urban within rigid-costs=0.01/year; a transfer=7200/year",
			"income 7199.99; dibao eligible 0.01"},
		// Where property refuses, the income that is shown still goes by R7.
		{"R7", "costs that are more than the first kind has", day,
			"Tianyuan urban over low-income=over job-costs=100.01; a wages=100; b rural wages=100",
			"income 1199.88; dibao ineligible; reads mixed-hukou=whole-household"},
		{"R7", "costs of a fen a year more", day,
			"Tianyuan urban over low-income=over job-costs=1200.01/year; a wages=100; b rural wages=100",
			"income 1199.99; reads mixed-hukou=whole-household"},
		{"R7", "costs that are just what the first kind has", day,
			"Tianyuan urban over low-income=over job-costs=100; a wages=100; b rural wages=100",
			"income 1200.00; reads-not mixed-hukou"},
		{"R7", "costs that are more than one kind has, and there is no other", day,
			"Tianyuan urban over low-income=over job-costs=200; a wages=100", "income 0.00; reads-not mixed-hukou"},
		{"R7", "each group alone: the other keeps what it has", each,
			"Tianyuan urban over low-income=over job-costs=150; a wages=100; b rural wages=100",
			"income 1200.00; reads mixed-hukou=each-group"},
		{"R7", "each group alone: household income goes to its own kind", "2020-10-01 +county mixed-hukou=each-group",
			"Youxian rural within business=450; a urban; b", "dibao eligible 500.00; not-covered 1"},
	})
}

// On dibao or not is asked where costs of working or the grace period would turn on it (law 4:
// exclusions are listed where they would).
func TestTruthOnDibaoAssumed(t *testing.T) {
	rule(t, []ruling{
		{"2020-08 item 11", "job costs, and someone works", "2020-10-01", "Tianyuan urban within job-costs=50; a wages=100", "assumes onDibao"},
		{"2020-08 item 11", "a fen of costs, a fen of wages", "2020-10-01", "Tianyuan urban within job-costs=0.01/year; a wages=0.01/year", "assumes onDibao"},
		{"2020-08 item 11", "nobody works", "2020-10-01", "Tianyuan urban within job-costs=50; a transfer=100", "assumes nothing"},
		{"2020-08 item 11", "the rural member alone works", "2020-10-01", "Tianyuan urban within job-costs=50; a; b rural wages=100", "assumes onDibao"},
		{"2020-08 item 11", "both work", "2020-10-01", "Tianyuan urban within job-costs=50; a wages=100; b rural wages=100", "assumes onDibao"},
		{"2020-08 item 11", "of a low-income family", "2020-10-01", "Tianyuan urban over low-income=within job-costs=50; a wages=700", "lowIncome eligible missing; assumes onDibao"},
		{"law 4", "property over both limits", "2020-10-01", "Tianyuan urban over low-income=over job-costs=50; a wages=700", "dibao ineligible; lowIncome ineligible; assumes nothing"},
		{"law 4", "on dibao: nothing to ask", "2020-10-01", "Tianyuan urban within on-dibao=yes job-costs=50; a wages=100", "assumes nothing"},
		{"57号 13", "costs of anyone", "2021-07-01 +carry", "Tianyuan urban within job-costs=50; a wages=100", "assumes nothing"},
		{"law 4.3", "grace of a kind that is refused", "2020-10-01", "Tianyuan urban within; a wages=700", "dibao ineligible; assumes onDibao"},
		{"law 4.3", "no grace for an income that is not from work", "2020-10-01", "Tianyuan urban within; a transfer=700", "dibao ineligible; assumes lowIncomeProperty"},
	})
}

// Support that a grown child owes who is not counted (271号 art. 2): nothing is taken to be owed, and
// that is listed where no transfer is stated.
func TestTruthSupportOwed(t *testing.T) {
	const day = "2020-10-01"
	rule(t, []ruling{
		{"271号 2", "of the applicant's grown child", day, "Tianyuan urban within; a applicant; b adult-child counted=no", "assumes a.supportOwed"},
		{"271号 2", "of a grown student found not counted", day, "Tianyuan urban within; a applicant; b student counted=no", "assumes a.supportOwed"},
		{"271号 2", "a transfer is stated", day, "Tianyuan urban within; a applicant transfer=100; b adult-child counted=no", "assumes nothing"},
		{"271号 2", "a transfer of nil is stated", day, "Tianyuan urban within; a applicant transfer=0; b adult-child counted=no", "assumes nothing"},
		{"271号 2", "another income is no transfer", day, "Tianyuan urban within; a applicant wages=100 transfer=1; b adult-child counted=no", "assumes nothing"},
		{"271号 2", "wages are no transfer", day, "Tianyuan urban within; a applicant wages=100; b adult-child counted=no", "assumes a.supportOwed"},
		{"271号 2", "a child who is counted owes nothing", day, "Tianyuan urban within; a applicant; b adult-child counted=yes", "assumes nothing"},
		{"271号 2", "a child of 17 who is not counted", day, "Tianyuan urban within; a applicant; b 2002-10-02 minor-child counted=no support=capable", "assumes nothing"},
		{"271号 2", "a child of 18 who is not counted", day, "Tianyuan urban within; a applicant; b 2002-10-01 minor-child counted=no support=capable", "assumes a.supportOwed"},
		{"271号 2", "of the applicant, to a parent", day, "Tianyuan urban within; a applicant counted=no; b parent", "assumes b.supportOwed"},
		{"271号 2", "an applicant who is counted owes a parent nothing", day, "Tianyuan urban within; a applicant; b parent", "assumes nothing"},
		{"271号 2", "the applicant's brother owes the applicant nothing", day, "Tianyuan urban within; a applicant; b sibling counted=no", "assumes nothing"},
		{"271号 2", "to the applicant, not to the parents", day, "Tianyuan urban within; a applicant; b parent; c adult-child counted=no", "assumes a.supportOwed"},
		{"271号 2", "where dibao is refused all the same", day, "Tianyuan urban within on-dibao=no; a applicant wages=2000; b adult-child counted=no; c spouse", "dibao ineligible; assumes nothing"},
	})
}

// What dibao waits for, and what it turns on (law 4.3 and 4.9).
func TestTruthDibaoNeeds(t *testing.T) {
	rule(t, []ruling{
		{"law 4.3", "grace, and someone whose income is not stated", "2020-10-01", "Tianyuan urban within on-dibao=yes; a wages=2000; b income=?",
			"dibao undetermined; needs grace-months@430211/urban"},
		{"law 4", "grace, and only an income not stated could be from work, of a rural member", "2021-07-01 +carry",
			"Tianyuan rural within on-dibao=yes; a transfer=2000; b income=?", "dibao undetermined; needs b.income grace-months@430211/rural"},
		{"R7", "each group alone waits for its own incomes", "2020-10-01 mixed-hukou=each-group", "Youxian urban within; a wages=600 physical-3; b rural income=?",
			"a living undetermined if 80.00+; waits b.income:dibao dibao-line@430223/urban>7200.00/year:dibao,living"},
		{"R7", "the whole household waits for all incomes", "2020-10-01", "Youxian urban within; a physical-3; b rural income=?",
			"a living undetermined if 80.00+; waits b.income:dibao,living"},
		{"law 4.3", "dibao waits for the tekun of those counted alone", "2020-10-01",
			"Tianyuan urban within; e support=none multiple-1 counted=no; f support=none multiple-1",
			"waits e.components:tekun,nursing f.components:tekun,dibao,living,nursing"},
		{"law 4.3", "a cover that waits for an income keeps the subsidy waiting for that alone", "2020-10-01",
			"Tianyuan urban low-income=within; a wages=2000; b physical-1; c income=?",
			"dibao ineligible; b living undetermined if 100.00; waits c.income:lowIncome,singlePerson,living"},
		{"law 4.3", "property over, and no income: nothing is waited for", "2020-10-01", "Youxian urban over low-income=over; a", "dibao ineligible; needs nothing"},

		// R13 from the text on, where something is taken off.
		{"R13", "no income: nothing to take off", "2020-10-01", "Tianyuan urban within; a", "reads-not bands"},
		{"R13", "a fen a year", "2020-10-01", "Tianyuan urban within; a wages=0.01/year", "reads bands=exact-difference"},
		{"R13", "grace keeps it, and nothing is computed", "2020-10-01 +grace", "Tianyuan urban within on-dibao=yes over-since=2020-09-01; a wages=700",
			"dibao eligible missing; reads-not bands average-assistance"},
		{"R2", "nor is it raised to the average", "2020-10-01 +grace average-assistance=each-person", "Tianyuan urban within on-dibao=yes over-since=2020-09-01; a wages=700",
			"dibao eligible missing; total 0.00+; reads-not average-assistance"},

		// The income lists (R12, R17), of a household's own income too.
		{"R17", "the household's own income", "2020-10-01", "Tianyuan rural within reward=10; a", "income 0.00; reads rural-exemptions=not-income"},
		{"R17", "the household's own, of which it is no question", "2020-10-01", "Tianyuan rural within transfer=10; a", "reads-not rural-exemptions"},
		{"R17", "a member's", "2020-10-01", "Tianyuan rural within; a; b reward=10", "reads rural-exemptions=not-income"},
		{"R17", "of nobody who is counted", "2020-10-01", "Tianyuan rural within; a; b reward=10 counted=no", "reads-not rural-exemptions"},

		// Who is not examined.
		{"law 4", "a child in prison: no income is assumed", "2020-10-01", "Tianyuan urban within; a; b 2010-01-01 prison income=?", "assumes nothing"},
		{"law 4", "a child: none", "2020-10-01", "Tianyuan urban within; a; b 2010-01-01 minor-child income=?", "assumes b.income"},
		{"220号 5", "a relation that a text lists as not counted", "2020-10-01 +lists", "Tianyuan urban within; a; b child-spouse", "dibao eligible 600.00; people 1; needs nothing"},
	})
	recount(t, []account{{"entries under clauses of their own", "2020-10-01 +lists",
		"Tianyuan urban within; a; b child-spouse; p prison; o 2010-01-01 support=none unattended-topped-up", "member- tekun-child", `
			member-not-examined@p: computed prison; lists 2
			tekun-child-scheme@o: unattended-topped-up not-met; lists 3
			member-not-counted@b: computed child-spouse; lists 1`}})
}

// The average of item 9 (R2), the least payment and the bands of a draft, and top-ups of classes with
// an age or a grade of their own (220号 art. 28).
func TestTruthWhatRaisesDibao(t *testing.T) {
	const october, own = "2020-10-01", "2020-10-01 +topup-own"
	rule(t, []ruling{
		{"R2", "a county's own line: the average alone is of 2020", october, "Youxian urban within; a wages=200",
			"dibao eligible 300.00+; reads average-assistance=caseload-average effective-2020=calendar-year"},
		{"R2", "enough already", october, "Youxian urban within; a", "dibao eligible 500.00+; reads-not average-assistance effective-2020"},
		{"R2", "the average is of the kinds counted", "2021-03-01 +carry", "Tianyuan urban within; a wages=300",
			"reads average-assistance=caseload-average; carried average-assistance@430200/urban dibao-line@city-five"},
		{"R2", "an average that is not on record", "2021-03-01 average-assistance=each-person", "Youxian urban within; a", "dibao eligible 550.00+; reads effective-2020=calendar-year"},
		{"R2", "an average that is not on record, and that nobody is raised to", "2021-03-01", "Youxian urban within; a", "dibao eligible 550.00+; reads-not effective-2020"},
		{"R2", "an average of a fen, and less than that is due", "2020-10-01 +average-of-a-fen", "Tianyuan urban within; a wages=7199.99/year",
			"dibao eligible 0.01; reads average-assistance=caseload-average"},
		{"R2", "an average of a fen, and that is due", "2020-10-01 +average-of-a-fen", "Tianyuan urban within; a wages=599.99", "dibao eligible 0.01; reads-not average-assistance"},

		{"draft", "a least payment that is a floor", "2020-10-01 +least-floor", "Tianyuan urban within; a wages=599", "dibao eligible 50.00+; reads floor-as-line=may-be-higher"},
		{"draft", "just the least", "2020-10-01 +least-floor", "Tianyuan urban within; a wages=550", "dibao eligible 50.00; reads-not floor-as-line"},
		{"draft", "the least beside a line that is a floor", "2020-10-01 +least", "Youxian rural within; a wages=359", "dibao eligible 50.00+"},

		{"draft", "the first band", "2020-10-01 +bands-by-kind", "Tianyuan urban within; a wages=99.99", "dibao eligible 500.00; reads-not floor-as-line"},
		{"draft", "a band of the urban kind, which is a floor", "2020-10-01 +bands-by-kind", "Tianyuan urban within; a wages=100", "dibao eligible 400.00+; reads floor-as-line=may-be-higher"},
		{"draft", "the rural kind is not in it", "2020-10-01 +bands-by-kind", "Tianyuan rural within; a wages=199.99", "dibao eligible 500.00"},
		{"draft", "a band for both, and one of the rural kind: its own", "2020-10-01 +bands-by-kind", "Tianyuan rural within; a wages=200", "dibao eligible 200.00"},
		{"draft", "and of the urban kind the one for both", "2020-10-01 +bands-by-kind", "Tianyuan urban within; a wages=200", "dibao eligible 300.00; reads-not floor-as-line"},
		{"draft", "both kinds", "2020-10-01 +bands-by-kind", "Tianyuan rural within; a urban wages=200; b", "dibao eligible 900.00+"},
		{"draft", "one kind undetermined: at least the other", "2020-10-01 +town +bands", "Youxian urban within; u wages=900; r rural", "dibao eligible 400.00+; not-covered 1"},

		{"220号 28", "79", own, "Tianyuan urban within; a 1940-10-02", "dibao eligible 600.00"},
		{"220号 28", "80", own, "Tianyuan urban within; a 1940-10-01", "dibao eligible 680.00"},
		{"220号 28", "5", own, "Tianyuan urban within; a; b 2014-10-02 minor-child", "dibao eligible 1260.00"},
		{"220号 28", "6", own, "Tianyuan urban within; a; b 2014-10-01 minor-child", "dibao eligible 1200.00"},
		{"220号 28", "grade 1", own, "Tianyuan urban within; a visual-1", "dibao eligible 700.00"},
		{"220号 28", "grade 2", own, "Tianyuan urban within; a visual-2", "dibao eligible 600.00"},
		{"220号 28", "no grade", own, "Tianyuan urban within; a", "dibao eligible 600.00"},
		{"R11", "a top-up that is a floor", "2020-10-01 +topup", "Tianyuan urban within; a ill=yes", "dibao eligible 670.00+; reads floor-as-line=may-be-higher"},
		{"R11", "a top-up that is none", "2020-10-01 +topup", "Tianyuan urban within; a 1950-01-01", "dibao eligible 650.00; reads-not floor-as-line"},
	})
}
