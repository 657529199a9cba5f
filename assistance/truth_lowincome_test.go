package assistance_test

import "testing"

// Low-income families (69号; 57号 art. 8) and single-person cover.
func TestTruthLowIncome(t *testing.T) {
	rule(t, []ruling{
		{"69号", "the day before", "2020-06-02", "Tianyuan urban within; a wages=700", "dibao ineligible; lowIncome unexamined; category none"},
		{"69号", "the day", "2020-06-03", "Tianyuan urban within; a wages=700", "lowIncome eligible missing; category low-income; total 0.00"},
		{"69号", "the day after", "2020-06-04", "Tianyuan urban within; a wages=700", "lowIncome eligible missing"},
		{"57号 8", "2021-06-30", "2021-06-30 +carry", "Tianyuan urban within; a wages=700", "lowIncome eligible missing"},
		{"57号 8", "2021-07-01", "2021-07-01 +carry", "Tianyuan urban within; a wages=700", "lowIncome eligible missing"},
		{"69号", "a fen a year below 1.5 times", "2020-10-01", "Tianyuan urban within; a wages=10799.99/year", "lowIncome eligible missing"},
		{"69号", "a fen a month below 1.5 times", "2020-10-01", "Tianyuan urban within; a wages=899.99", "lowIncome eligible missing"},
		{"69号", "at 1.5 times", "2020-10-01", "Tianyuan urban within; a wages=900", "lowIncome ineligible; category none"},
		{"69号", "above 1.5 times", "2020-10-01", "Tianyuan urban within; a wages=900.01", "lowIncome ineligible"},
		{"69号", "three people a fen a year below 1.5 times", "2020-10-01", "Tianyuan urban within; a wages=32399.99/year; b; c", "lowIncome eligible missing"},
		{"69号", "three people at 1.5 times", "2020-10-01", "Tianyuan urban within; a wages=32400/year; b; c", "lowIncome ineligible"},
		{"law 4.4", "dibao eligible", "2020-10-01", "Tianyuan urban within; a wages=599.99", "lowIncome unexamined"},
		{"law 4.4", "dibao undetermined", "2020-10-01", "Youxian rural within; a wages=400", "dibao undetermined; lowIncome unexamined"},
		{"law 4.4", "property over", "2020-10-01", "Tianyuan urban over; a wages=700", "lowIncome undetermined; category undetermined"},
		{"law 4.4", "property over, poor", "2020-10-01", "Tianyuan urban over; a", "dibao ineligible; lowIncome ineligible; category none"},
		{"law 4.4", "property not stated", "2020-10-01", "Tianyuan urban; a wages=700", "dibao ineligible; lowIncome undetermined; needs property; category undetermined; total 0.00+"},
		{"law 4.4", "property not stated, too much income", "2020-10-01", "Tianyuan urban; a wages=900", "lowIncome ineligible; needs nothing; total 0.00"},
		{"law 4.4", "both kinds, below 1.5 times of each", "2020-10-01 +county", "Youxian rural within; a urban wages=1198; b", "dibao ineligible; lowIncome eligible missing"},
		{"law 4.4", "both kinds, at 1.5 times of one", "2020-10-01 +county", "Youxian rural within; a urban wages=1200; b", "lowIncome ineligible"},
		{"R7", "each group: one kind has no income", "2020-10-01 +county mixed-hukou=each-group", "Youxian rural within; a urban wages=600; b", "dibao eligible 400.00; lowIncome unexamined"},
		{"R7", "each group: both between", "2020-10-01 +county mixed-hukou=each-group", "Youxian rural within; a urban wages=600; b wages=500", "lowIncome eligible missing"},
		{"R7", "each group: one too rich", "2020-10-01 +county mixed-hukou=each-group", "Youxian rural within; a urban wages=750; b wages=500", "lowIncome ineligible"},
		{"R4", "three people at the line", "2020-10-01", "Tianyuan urban within; a wages=1800; b; c", "lowIncome eligible missing; reads at-the-line=low-income"},
		{"R4", "three people at the line, neither", "2020-10-01 at-the-line=neither", "Tianyuan urban within; a wages=1800; b; c", "lowIncome ineligible; category none; reads at-the-line=neither"},
		{"R4", "no single-person cover for neither", "2020-10-01 at-the-line=neither", "Tianyuan urban within; a wages=1800; b visual-1; c", "b singlePerson unexamined; b living ineligible; b nursing eligible 100.00"},
		{"law 4.1", "kind of hukou not stated, verdicts differ", "2020-10-01 +county", "Youxian within; a wages=650", "dibao ineligible; lowIncome undetermined; needs residence; category undetermined"},
	})
}

func TestTruthSinglePerson(t *testing.T) {
	family := func(facts string) string { return "Tianyuan urban within; a wages=1500; b " + facts }
	rows := []ruling{
		{"69号", "the day before", "2020-06-02", family("visual-1"), "b singlePerson unexamined; b living ineligible"},
		{"69号", "the day", "2020-06-03", family("visual-1"), "b singlePerson eligible 600.00; b living eligible 100.00; b nursing eligible 100.00; total 800.00; category low-income"},
		{"69号", "serious illness", "2020-10-01", family("ill=yes"), "b singlePerson eligible 600.00; b living unexamined; total 600.00"},
		{"law 4", "a claim not stated is not examined", "2020-10-01", family(""), "b singlePerson unexamined; needs nothing; total 0.00"},
		{"69号", "not seriously ill", "2020-10-01", family("ill=no"), "b singlePerson unexamined"},
		{"law 4.5", "components not stated, grade 3", "2020-10-01", family("multiple-3"), "b singlePerson undetermined; needs b.components; b living undetermined if 100.00; total 0.00+; category low-income"},
		{"law 4.5", "components not stated, grade 3, seriously ill", "2020-10-01", family("multiple-3 ill=yes"), "b singlePerson eligible 600.00; needs nothing"},
		{"law 4.5", "components not stated, grade 2", "2020-10-01", family("multiple-2"), "b singlePerson eligible 600.00"},
		{"law 4.5", "components not stated, grade 4", "2020-10-01", family("multiple-4"), "b singlePerson unexamined"},
		{"law 4.5", "components: mental 3", "2020-10-01", family("multiple-3:visual-4,mental-3"), "b singlePerson eligible 600.00"},
		{"law 4.5", "components: visual 3", "2020-10-01", family("multiple-3:visual-3,mental-4"), "b singlePerson unexamined"},
		{"R8", "line less own income", "2020-10-01", family("visual-1 transfer=100"), "b singlePerson eligible 500.00; reads single-person-amount=line-less-own-income"},
		{"R8", "full line", "2020-10-01 single-person-amount=full-line", family("visual-1 transfer=100"), "b singlePerson eligible 600.00; reads single-person-amount=full-line"},
		{"R8", "half line", "2020-10-01 single-person-amount=half-line", family("visual-1 transfer=100"), "b singlePerson eligible 300.00; reads single-person-amount=half-line"},
		{"R8", "own income a fen below the line", "2020-10-01", "Tianyuan urban within; a wages=800; b visual-1 transfer=599.99", "b singlePerson eligible 0.01; b living eligible 100.00"},
		{"R8", "own income at the line", "2020-10-01", "Tianyuan urban within; a wages=800; b visual-1 transfer=600", "b singlePerson ineligible; b living ineligible; total 100.00"},
		{"R8", "own income at the line, the full line", "2020-10-01 single-person-amount=full-line", "Tianyuan urban within; a wages=800; b visual-1 transfer=600", "b singlePerson eligible 600.00"},
		{"R8", "own income that does not count", "2020-10-01", family("visual-1 disability-subsidy=200"), "b singlePerson eligible 600.00"},
	}
	rows = append(rows,
		ruling{"law 4.5", "job costs are not taken off here", "2021-07-01 +carry +grace", "Tianyuan urban within on-dibao=no job-costs=100; a transfer=1300; b visual-1 wages=300", "dibao ineligible; lowIncome eligible missing; b singlePerson eligible 300.00"},
		ruling{"law 4.5", "not counted, not covered", "2020-10-01", "Tianyuan urban within; a wages=700; b visual-1 counted=no", "b singlePerson unexamined; b living unexamined; b nursing eligible 100.00"},
		ruling{"law 4.5", "each of two", "2020-10-01", "Tianyuan urban within; a wages=2000; b visual-1; c ill=yes", "b singlePerson eligible 600.00; c singlePerson eligible 600.00; total 1400.00"},
		ruling{"law 4.4", "property not stated: so are the cover and the living subsidy", "2020-10-01", "Tianyuan urban; a wages=1500; b visual-1", "lowIncome undetermined; b singlePerson undetermined if 600.00; b living undetermined if 100.00; b nursing eligible 100.00; needs property; total 100.00+"},
		ruling{"law 4.4", "property not stated, own income at the line refuses", "2020-10-01", "Tianyuan urban; a wages=800; b visual-1 transfer=600", "b singlePerson ineligible; b living ineligible; total 100.00+"},
		ruling{"law 4.5", "no cover in a dibao household", "2020-10-01", "Tianyuan urban within; a wages=1000; b visual-1", "dibao eligible 200.00; b singlePerson unexamined; b living eligible 100.00"},
		ruling{"law 4.5", "no cover above 1.5 times", "2020-10-01", "Tianyuan urban within; a wages=1800; b visual-1", "lowIncome ineligible; b singlePerson unexamined; b living ineligible"},
		ruling{"R11", "a floor taken as exact", "2020-10-01 floor-as-line=exact", "Youxian rural within; a wages=800; b visual-1", "b singlePerson eligible 360.00; b living eligible 80.00"},
		ruling{"R6", "half a line that is not whole fen", "2020-10-01 single-person-amount=line-less-own-income", "Tianyuan urban within; a wages=1500; b visual-1 transfer=0.01/year", "b singlePerson eligible 600.00; reads rounding=up-to-fen"},
		ruling{"R6", "rounded up to the yuan", "2020-10-01 rounding=up-to-yuan", "Tianyuan urban within; a wages=1500; b visual-1 transfer=20/year", "b singlePerson eligible 599.00"},
	)
	for _, class := range []struct {
		category string
		least    int
	}{{"visual", 2}, {"hearing", 2}, {"speech", 2}, {"physical", 2}, {"intellectual", 3}, {"mental", 3}} {
		for grade := 1; grade <= 4; grade++ {
			for _, on := range []string{"2020-06-03", "2020-12-31", "2021-06-30 +carry", "2021-07-01 +carry"} {
				want := "b singlePerson unexamined; b living ineligible"
				if grade <= class.least {
					want = "b singlePerson eligible 600.00; b living eligible 100.00"
				}
				certificate := class.category + "-" + string(rune('0'+grade))
				rows = append(rows, ruling{"69号; 57号 8", certificate + " on " + on, on, family(certificate), want})
			}
		}
	}
	rule(t, rows)
}

// The known reversals of section 4, step 8: they are in the rules, and named as cliffs.
func TestTruthCliffs(t *testing.T) {
	rule(t, []ruling{
		{"law 4.8", "three in Tianyuan, one of grade 1, a fen below the line", "2020-10-01", "Tianyuan urban within; a wages=1799.99; b; c visual-1", "dibao eligible 0.01; c singlePerson unexamined; c living eligible 100.00; c nursing eligible 100.00; total 200.01; category dibao"},
		{"law 4.8", "three in Tianyuan, one of grade 1, at the line", "2020-10-01", "Tianyuan urban within; a wages=1800.00; b; c visual-1", "dibao ineligible; c singlePerson eligible 600.00; c living eligible 100.00; c nursing eligible 100.00; total 800.00; category low-income"},
		{"law 4.8", "an elder's income a fen below the line", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none self-care=full transfer=599.99", "a tekun eligible 860.00; dibao unexamined; total 860.00; category tekun"},
		{"law 4.8", "an elder's income at the line", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none self-care=full transfer=600.00", "a tekun ineligible; dibao ineligible; lowIncome eligible missing; total 0.00; category low-income"},
		{"law 4.8", "an elder's income at the line raises his family's dibao", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none transfer=600.00; b", "a tekun ineligible; people 2; dibao eligible 600.00"},
		{"law 4.8", "an elder's income below the line: he is left out", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none transfer=599.99; b", "a tekun eligible 780.00+; people 1; dibao eligible 600.00"},
	})
}

// The category and the total (section 4, step 7).
func TestTruthCategoryAndTotal(t *testing.T) {
	rule(t, []ruling{
		{"law 4.7", "tekun and nobody counted", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none self-care=full; b clergy", "category tekun; total 860.00"},
		{"law 4.7", "tekun, others on dibao", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none self-care=full; b", "category dibao; total 1460.00"},
		{"law 4.7", "tekun, others low-income", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none self-care=full; b wages=700", "category low-income; total 860.00"},
		{"law 4.7", "tekun, others none", "2020-10-01 +basic +care", "Tianyuan urban within; a 1950-01-01 support=none self-care=full; b wages=900", "category none; total 860.00"},
		{"law 4.7", "tekun, others undetermined", "2020-10-01 +basic +care", "Tianyuan urban; a 1950-01-01 support=none self-care=full own=within; b", "category undetermined; total 860.00+"},
		{"law 4.7", "low-income undetermined: the total is at least", "2020-10-01", "Tianyuan urban; a wages=700", "category undetermined; total 0.00+"},
		{"law 4.7", "none does not mean that no one is paid", "2020-10-01", "Tianyuan urban within; a wages=9000 visual-1", "category none; a nursing eligible 100.00; total 100.00"},
		{"law 4.7", "a part at least", "2020-10-01", "Youxian rural within; a wages=9000 visual-1 Tianyuan", "dibao undetermined; a nursing eligible 100.00; total 100.00+"},
		{"law 4.7", "an amount at least", "2020-10-01", "Tianyuan urban within; a 1950-01-01 support=none; b", "total 1380.00+"},
		{"law 4.7", "all exact", "2020-10-01", "Tianyuan urban within; a visual-1; b mental-3", "dibao eligible 1200.00; total 1500.00"},
		{"law 4.7", "nothing examined", "2020-10-01", "Tianyuan urban; a prison", "category none; total 0.00"},
		{"law 4.7", "nursing undetermined", "2020-10-01 long-term-care=tested", "Tianyuan urban within; a wages=9000 visual-1", "a nursing undetermined if 100.00; category none; total 0.00+; needs a.longTermCare"},
	})
}
