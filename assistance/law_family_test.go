package assistance_test

import "testing"

// The low-income family and single-person cover: at floors, by a base line that a place publishes,
// and what they wait for and turn on (law 4.4, 4.5, 4.9).
func TestTruthFamilyAtTheEdge(t *testing.T) {
	const october, july = "2020-10-01", "2021-07-01 +carry"
	rule(t, []ruling{
		// A floor is no known line (law 4.4).
		{"law 4.4", "below a floor, an income not stated: no known line is passed", october, "Youxian rural over low-income=within; a wages=100; b income=?",
			"dibao ineligible; lowIncome ineligible; needs nothing"},
		{"law 4.4", "at a floor", october, "Youxian rural over low-income=within; a wages=360", "lowIncome ineligible; reads-not at-the-line"},
		{"R4", "at the line, an income not stated: it may be above", "2020-10-01 at-the-line=neither", "Tianyuan urban within; a wages=1200; b income=?",
			"dibao ineligible; lowIncome undetermined; needs b.income; reads at-the-line=neither"},
		{"R4", "at the line, all stated", "2020-10-01 at-the-line=neither", "Tianyuan urban within; a wages=1200; b", "dibao ineligible; lowIncome ineligible; category none"},
		{"57号 8", "at the multiple of a floor: that kind's alone is needed", july, "Youxian rural over low-income=within; a wages=1000",
			"lowIncome undetermined; waits dibao-line@430223/rural>8000.00/year:lowIncome"},
		{"57号 8", "each group alone: of those counted", "2021-07-01 +carry mixed-hukou=each-group", "Youxian rural over low-income=within; a wages=1000",
			"lowIncome undetermined; waits dibao-line@430223/rural>8000.00/year:lowIncome"},
		{"law 4.4", "tekun first, property over for dibao alone", october, "Tianyuan urban over low-income=within; a wages=700; b support=none multiple-1",
			"dibao ineligible; lowIncome undetermined; waits b.components:tekun,lowIncome,singlePerson,living,nursing b.property:tekun,lowIncome,singlePerson,living,nursing"},

		// What it turns on where property over refuses dibao: R7, R11 and R5 by the lines.
		{"R7", "both kinds", october, "Tianyuan urban over low-income=within; a wages=700; b rural wages=700", "lowIncome eligible missing; reads mixed-hukou=whole-household"},
		{"R7", "one kind", october, "Tianyuan urban over low-income=within; a wages=700", "lowIncome eligible missing; reads-not mixed-hukou"},
		{"R11", "below the multiple of a floor", july, "Youxian rural over low-income=within; a wages=400", "lowIncome eligible missing; reads floor-as-line=may-be-higher"},
		{"R5", "above the line", october, "Tianyuan urban over low-income=within; a wages=700", "reads effective-2020=calendar-year"},

		// A base line of 1000 that the place publishes, for the multiple of the line.
		{"law 4.4", "a fen a month below the base line", "2020-10-01 +base", "Tianyuan urban within; a wages=999.99", "lowIncome eligible missing"},
		{"law 4.4", "at the base line", "2020-10-01 +base", "Tianyuan urban within; a wages=1000", "lowIncome ineligible"},
		{"law 4.4", "the line below it is still passed", "2020-10-01 +base", "Tianyuan urban over low-income=within; a wages=700", "lowIncome eligible missing; reads effective-2020=calendar-year"},
		{"law 4.4", "not above the line", "2020-10-01 +base", "Tianyuan urban over low-income=within; a wages=599.99", "lowIncome ineligible"},
		{"57号 8", "at a base line that is a floor", "2021-07-01 +carry +base-floor", "Tianyuan urban within; a wages=2000; b",
			"lowIncome undetermined; waits low-income-line@430211/urban>12000.00/year:lowIncome"},
		{"57号 8", "cover by the line, where the family goes by its own", "2021-07-01 +carry +base", "Tianyuan urban over low-income=within; a wages=700; b physical-1",
			"b singlePerson eligible 600.00; reads effective-2020=calendar-year; carried dibao-line@city-five disability-living@city-five disability-nursing@city-five"},

		// What single-person cover waits for.
		{"law 4.9", "own income at a floor", july, "Youxian rural over low-income=within; a wages=200; b mental-1 wages=360",
			"b singlePerson undetermined; b living undetermined if 80.00+; waits dibao-line@430223/rural>4320.00/year:singlePerson,living"},
		{"law 4.9", "own income at the floor of the urban kind", "2021-07-01", "Youxian urban over low-income=within; a wages=300; b mental-1 wages=550",
			"b singlePerson undetermined; waits dibao-line@430223/urban>6600.00/year:singlePerson,living"},
		{"law 4.9", "own income a fen below it", july, "Youxian rural over low-income=within; a wages=200; b mental-1 wages=359.99", "b singlePerson eligible 0.01+"},
		{"law 4.5", "own income not stated, while tekun is open", october, "Tianyuan urban over low-income=within; e support=none own=within multiple-1; b mental-1 income=?",
			"b singlePerson undetermined if 600.00; waits b.income:singlePerson,living e.components:tekun,lowIncome,singlePerson,living,nursing"},
		{"R8", "the full line: own income not stated is no bar", "2020-10-01 single-person-amount=full-line",
			"Tianyuan urban over low-income=within; e support=none own=within multiple-1; b mental-1 income=?",
			"b singlePerson undetermined if 600.00; waits e.components:tekun,lowIncome,singlePerson,living,nursing"},
		{"R8", "the full line, own income above it", "2020-10-01 single-person-amount=full-line", "Tianyuan urban within; a wages=200; b mental-1 wages=1300", "b singlePerson eligible 600.00"},
		{"R17", "cover goes by own income, which a reading counts otherwise", october, "Tianyuan rural within; a wages=1300; b mental-1 reward=10",
			"b singlePerson eligible 600.00; reads rural-exemptions=not-income"},

		// One kind of hukou refused, the other undetermined: cover may come with that (law 4.6).
		{"law 4.6", "cover waits for the other kind's dibao", "2020-10-01 +town", "Youxian urban within; u wages=1500 physical-1; r rural",
			"dibao undetermined; u singlePerson unexamined; u living undetermined if 80.00+; waits dibao-line@430223/rural>9000.00/year:dibao,living"},
		{"law 4.6", "of the rural kind, for the urban one", "2020-10-01 +county +grace", "Youxian rural within on-dibao=yes; u urban wages=1500; r physical-1",
			"dibao undetermined; r living undetermined if 80.00+; needs overLineSince"},
		{"law 4.6", "not of the class", "2020-10-01 +town", "Youxian urban within; u wages=1500 physical-3; r rural", "u living ineligible; waits dibao-line@430223/rural>9000.00/year:dibao"},
		{"law 4.6", "of the class by illness alone", "2020-10-01 +town", "Youxian urban within; u wages=1500 physical-3 ill=yes; r rural", "u living undetermined if 80.00+"},
		{"69号", "the day before there is cover", "2020-06-02 +town", "Youxian urban within; u wages=1500 physical-1; r rural", "u living ineligible"},
		{"law 4.6", "the member of the undetermined kind", "2020-10-01 +town", "Youxian urban within; u wages=1500; r rural physical-1",
			"r living undetermined if 80.00+; waits dibao-line@430223/rural>9000.00/year:dibao,living"},
		{"law 4.10", "the other kind on dibao: no cover to wait for", "2020-10-01 +county", "Youxian rural within; u urban wages=900; r physical-1", "r living ineligible; r singlePerson unexamined"},

		// R16: by grade alone the living subsidy waits for no dibao.
		{"R16", "by grade alone, an allowance above a floor", "2020-10-01 living-grade-one-two=grades-one-two", "Youxian rural; a physical-1 living=90",
			"a living undetermined; waits disability-living@430223>89.99/month:living property:dibao"},
		{"R16", "by grade alone, no wages", "2020-10-01 living-grade-one-two=grades-one-two", "Youxian rural over low-income=over; a physical-1 transfer=900", "a living eligible 80.00+"},
		{"R16", "not with wages", "2020-10-01 living-grade-one-two=grades-one-two", "Youxian rural over low-income=over; a physical-1 wages=0.01/year", "a living ineligible"},
		{"law 4.1", "elsewhere nothing is examined", october, "Tianyuan urban within; a physical-1 elsewhere", "a living unexamined; a nursing unexamined; dibao eligible 600.00"},
	})
}

// Tekun: what a verdict turns on and what it leaves open (law 4.2, 4.7).
func TestTruthTekunTurnsOn(t *testing.T) {
	const october, july = "2020-10-01", "2021-07-01 +carry"
	rule(t, []ruling{
		{"R5", "own income that is compared with a line of 2020", "2020-10-01 +basic", "Tianyuan urban within; a 1950-01-01 support=none wages=100", "a tekun eligible 780.00+; reads effective-2020=calendar-year"},
		{"R5", "own income that is compared with a county's own line", "2020-10-01 +county +basic", "Youxian rural within; a 1950-01-01 support=none wages=100", "a tekun eligible 780.00+; reads-not effective-2020"},
		{"R5", "a fen a year", "2020-10-01 +basic", "Tianyuan urban within; a 1950-01-01 support=none wages=0.01/year", "reads effective-2020=calendar-year"},
		{"R5", "no income is below any line", "2020-10-01 +basic", "Tianyuan urban within; a 1950-01-01 support=none", "a tekun eligible 780.00+; reads-not effective-2020"},
		{"R5", "what is known of the basic standard is by the line", october, "Tianyuan urban within; a 1950-01-01 support=none", "a tekun eligible 780.00+; reads effective-2020=calendar-year"},
		{"R5", "property over refuses whatever the line is", "2020-06-02", "Tianyuan urban over; a 1950-01-01 support=none wages=100", "a tekun ineligible; reads-not effective-2020"},
		{"R11", "care that is a floor", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none self-care=none", "a tekun eligible 1260.00+; reads floor-as-line=may-be-higher"},
		{"R11", "care that is none", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none self-care=full", "a tekun eligible 860.00; reads-not floor-as-line"},

		{"law 2.1", "income that a text lists as none for tekun", "2020-10-01 +lists", "Tianyuan urban within; a 1950-01-01 support=none relief=700", "a tekun eligible 780.00+"},
		{"law 2.1", "the same, listed nowhere", october, "Tianyuan urban within; a 1950-01-01 support=none relief=700", "a tekun ineligible"},

		// R14 is named where someone's ability to work goes by it.
		{"R14", "17, supporters not stated", july, "Tianyuan urban within; a 2003-07-02 wages=100", "reads tekun-minor-2021=under-18; assumes a.support"},
		{"R14", "17, by the other choice", "2021-07-01 +carry tekun-minor-2021=under-16", "Tianyuan urban within; a 2003-07-02 wages=100", "reads tekun-minor-2021=under-16"},
		{"R14", "17, own income at the line refuses either way", "2021-07-01 +carry tekun-minor-2021=under-16", "Tianyuan urban within; a 2003-07-02 wages=600", "reads-not tekun-minor-2021"},
		{"R14", "17, own income above it", july, "Tianyuan urban within; a 2003-07-02 wages=700", "reads-not tekun-minor-2021; assumes onDibao"},
		{"R14", "17, in the orphan scheme", july, "Tianyuan urban within; a 2003-07-02 support=none orphan", "a tekun ineligible; reads-not tekun-minor-2021"},
		{"R14", "17, unable by a disability", july, "Tianyuan urban within; a 2003-07-02 support=none mental-1", "reads-not tekun-minor-2021"},
		{"R14", "16 today", july, "Tianyuan urban within; a 2005-07-01 support=none", "reads tekun-minor-2021=under-18"},
		{"R14", "15", july, "Tianyuan urban within; a 2005-07-02 support=none", "reads-not tekun-minor-2021"},

		// The category while tekun is open (law 4.7).
		{"law 4.7", "open, and nobody is counted", october, "Tianyuan urban within; a support=none multiple-1 counted=no", "category undetermined; people 0"},
		{"law 4.7", "of the first of two", october, "Tianyuan urban within; a support=none multiple-1 counted=no; b counted=no", "category undetermined"},
		{"law 4.7", "of the last of two", october, "Tianyuan urban within; b counted=no; a support=none multiple-1 counted=no", "category undetermined"},
		{"law 4.7", "open, and someone is counted who is refused", october, "Tianyuan urban within; a support=none multiple-1 counted=no; b wages=2000", "category none; people 1"},
		{"law 4.7", "open, and someone is counted who is low-income", october, "Tianyuan urban within; a support=none multiple-1 counted=no; b wages=700", "category low-income"},
		{"law 4.7", "nobody counted, nothing open", october, "Tianyuan urban within; a counted=no; b counted=no", "category none"},
		{"law 4.7", "tekun, and nobody is counted", october, "Tianyuan urban within; a 1950-01-01 support=none; b counted=no", "category tekun"},
	})
}
