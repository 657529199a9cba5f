package assistance_test

import (
	"strconv"
	"testing"
)

// The two disability subsidies inside a household (law 2.3; section 4, step 6).
func TestTruthSubsidies(t *testing.T) {
	poor := func(facts string) string { return "Tianyuan urban within; a; b " + facts }
	rich := func(facts string) string { return "Tianyuan urban within; a wages=9000; b " + facts }
	rows := []ruling{
		// Rates by place.
		{"item 31", "city", "2020-10-01", poor("physical-1"), "b living eligible 100.00; b nursing eligible 100.00; reads each-subsidy=each"},
		{"item 31", "county: at least", "2020-10-01", "Youxian rural within; a; b physical-1", "b living eligible 80.00+; b nursing eligible 80.00+; reads floor-as-line=may-be-higher"},
		{"item 31", "Yunlong is a district", "2020-10-01", "Yunlong urban within; a; b physical-1", "b living eligible 100.00; b nursing eligible 100.00; reads city-five=with-yunlong"},
		{"item 31", "Lukou is none", "2020-10-01", "Lukou rural within; a; b physical-1", "b living eligible 80.00+; b nursing eligible 80.00+; reads city-five=with-yunlong"},
		{"R11", "a county's floor as exact", "2020-10-01 floor-as-line=exact", "Youxian rural within; a; b physical-1", "b living eligible 80.00; b nursing eligible 80.00"},
		{"R5", "rates of 2021 are the province's floors", "2021-01-01", "Tianyuan urban within; a; b physical-1", "b living eligible 70.00+; b nursing eligible 70.00+; needs nothing; total 1240.00+"},
		{"R5", "the day before publication", "2020-08-31 effective-2020=from-publication", poor("physical-1"), "b nursing eligible missing"},
		{"R5", "the day of publication", "2020-09-01 effective-2020=from-publication", poor("physical-1"), "b nursing eligible 100.00"},

		// His own division governs the subsidies only.
		{"law 4.1", "own division in a county", "2020-10-01", poor("physical-1 Youxian"), "dibao eligible 1200.00; b living eligible 80.00+; b nursing eligible 80.00+"},
		{"law 4.1", "own division in the city", "2020-10-01", "Youxian rural within; a; b physical-1 Tianyuan", "dibao eligible 720.00+; b living eligible 100.00; b nursing eligible 100.00"},
		{"law 4.6", "own division elsewhere", "2020-10-01", poor("physical-1 elsewhere"), "dibao eligible 1200.00; people 2; b living unexamined; b nursing unexamined; total 1200.00"},

		// Living follows the dibao verdict of his own kind of hukou.
		{"law 4.6", "no dibao, no living", "2020-10-01", rich("physical-1"), "b living ineligible; b nursing eligible 100.00; total 100.00"},
		{"law 4.6", "property over", "2020-10-01", "Tianyuan urban over; a physical-1", "a living ineligible; a nursing eligible 100.00"},
		{"law 4.6", "dibao undetermined for property", "2020-10-01", "Tianyuan urban; a physical-1", "dibao undetermined if 600.00; a living undetermined if 100.00; a nursing eligible 100.00; needs property; total 100.00+"},
		{"law 4.6", "dibao undetermined at a floor", "2020-10-01", "Youxian rural within; a physical-1 wages=360", "dibao undetermined; a living undetermined if 80.00+; needs dibao-line@430223/rural>4320.00/year"},
		{"law 4.6", "dibao undetermined for the grace period", "2020-10-01", "Tianyuan urban within on-dibao=yes; a physical-1 wages=900", "a living undetermined if 100.00; needs grace-months@430211/urban"},
		{"law 4.6", "dibao eligible, at least", "2020-10-01", "Youxian urban within; a physical-1", "dibao eligible 500.00+; a living eligible 80.00+"},
		{"law 4.6", "both kinds: his is refused", "2020-10-01 +county", "Youxian urban within; a wages=900; b rural physical-1", "dibao eligible 50.00; b living ineligible; b nursing eligible 80.00+"},
		{"law 4.6", "both kinds: his is eligible", "2020-10-01 +county", "Youxian rural within; a wages=900; b urban physical-1", "dibao eligible 50.00; b living eligible 80.00+"},
		{"law 4.6", "both kinds: the urban one has the province's floor", "2020-10-01", "Youxian rural within; a wages=100; b urban physical-1", "dibao eligible 760.00+; b living eligible 80.00+; needs nothing"},
		{"law 4.1", "kind of hukou not stated, verdicts differ", "2020-10-01 +county", "Youxian within; a wages=450 physical-1", "a living undetermined if 80.00+; a nursing eligible 80.00+; needs residence"},
		{"law 4.1", "kind of hukou not stated, verdicts agree", "2020-10-01 +county", "Youxian within; a physical-1", "a living eligible 80.00+; needs nothing"},

		// Tekun excludes both.
		{"law 2.3", "a tekun member", "2020-10-01", "Tianyuan urban within; a; b 1950-01-01 support=none physical-1", "b tekun eligible 780.00+; b living ineligible; b nursing ineligible"},
		{"law 2.3", "a tekun member, long-term care not stated", "2020-10-01 long-term-care=tested", "Tianyuan urban within; a; b 1950-01-01 support=none physical-1 self-care=none", "b living ineligible; b nursing ineligible; needs tekun-basic@430211/urban tekun-care@430211/none"},
		{"law 2.3", "refused tekun", "2020-10-01", "Tianyuan urban within; a; b 1950-01-01 support=capable physical-1", "b living eligible 100.00; b nursing eligible 100.00"},
		{"law 4.6", "undetermined tekun", "2020-10-01", "Tianyuan urban within; a; b support=none multiple-1", "b living undetermined if 100.00; b nursing undetermined if 100.00; needs b.components; total 0.00+"},
		{"law 4.6", "another member's undetermined tekun: living waits with dibao", "2020-10-01", "Tianyuan urban within; a physical-1; b support=none multiple-1", "dibao undetermined; a living undetermined if 100.00; a nursing eligible 100.00; needs b.components"},
		{"law 4.6", "undetermined tekun, another reason refuses", "2020-10-01", "Tianyuan urban within; a; b support=none multiple-1 injury=yes", "b living ineligible; b nursing ineligible"},

		// Who is examined.
		{"law 4.1", "clergy: nursing only", "2020-10-01", "Tianyuan urban within; a; b clergy physical-1", "b living unexamined; b nursing eligible 100.00; total 700.00"},
		{"law 4.1", "prison: nothing", "2020-10-01", "Tianyuan urban within; a; b prison physical-1", "b living unexamined; b nursing unexamined"},
		{"law 4.1", "compulsory rehabilitation: nothing", "2020-10-01", "Tianyuan urban within; a; b compulsory-rehabilitation physical-1", "b nursing unexamined"},
		{"law 4.1", "missing: nothing", "2020-10-01", "Tianyuan urban within; a; b missing physical-1", "b nursing unexamined"},
		{"law 4.6", "counting open: the living subsidy is", "2020-10-01", "Tianyuan urban within; a; b independent-adult-child physical-1", "b living undetermined if 100.00; b nursing eligible 100.00"},
		{"57号 7", "a parent from 2021-07-01: counting open", "2021-07-01 +carry", "Tianyuan urban within; a; b parent physical-1", "b living undetermined if 100.00; b nursing eligible 100.00"},
		{"law 4", "no certificate", "2020-10-01", poor(""), "b living unexamined; b nursing unexamined; assumes nothing"},

		// What excludes.
		{"law 2.3", "work-injury nursing benefit", "2020-10-01", poor("physical-1 injury=yes"), "b living ineligible; b nursing ineligible"},
		{"law 2.3", "none stated", "2020-10-01", poor("physical-1 injury=no"), "b living eligible 100.00; b nursing eligible 100.00; assumes b.childScheme b.livingAllowance b.nursingAllowance"},
		{"law 4", "all assumed absent", "2020-10-01", poor("physical-1"), "assumes b.workInjuryNursing b.childScheme b.livingAllowance b.nursingAllowance"},
		{"law 4", "nothing assumed of what is refused", "2020-10-01", rich("physical-3 income=?"), "b living ineligible; b nursing ineligible; assumes onDibao"},
		{"law 2.3", "orphan: nursing only", "2020-10-01", poor("2015-01-01 physical-1 orphan"), "b living ineligible; b nursing eligible 100.00"},
		{"62号 3(1)", "unattended, full: nursing only", "2020-10-01", poor("2015-01-01 physical-1 unattended-full"), "b living ineligible; b nursing eligible 100.00"},
		{"62号 3(1)", "unattended, topped up: both", "2020-10-01", poor("2015-01-01 physical-1 unattended-topped-up"), "b living eligible 100.00; b nursing eligible 100.00"},

		// Another allowance of the same kind: the higher of the two.
		{"law 2.3", "a living allowance a fen lower", "2020-10-01", poor("physical-1 living=99.99"), "b living eligible 100.00"},
		{"law 2.3", "an equal living allowance", "2020-10-01", poor("physical-1 living=100"), "b living eligible 100.00; b nursing eligible 100.00"},
		{"law 2.3", "a living allowance a fen higher", "2020-10-01", poor("physical-1 living=100.01"), "b living ineligible; b nursing eligible 100.00"},
		{"law 2.3", "a living allowance, yearly, a fen higher", "2020-10-01", poor("physical-1 living=1200.01/year"), "b living ineligible"},
		{"law 2.3", "a living allowance, yearly, equal", "2020-10-01", poor("physical-1 living=1200/year"), "b living eligible 100.00"},
		{"law 2.3", "a nursing allowance a fen higher", "2020-10-01", poor("physical-1 nursing=100.01"), "b living eligible 100.00; b nursing ineligible"},
		{"law 2.3", "an equal nursing allowance", "2020-10-01", poor("physical-1 nursing=100"), "b nursing eligible 100.00"},
		{"law 4.6", "an allowance higher than a floor", "2020-10-01", "Youxian rural within; a physical-1 living=80.01 nursing=90", "a living undetermined; a nursing undetermined; needs disability-living@430223>80.00/month disability-nursing@430223>89.99/month; total 360.00+"},
		{"law 4.6", "an allowance equal to a floor", "2020-10-01", "Youxian rural within; a physical-1 living=80 nursing=80", "a living eligible 80.00+; a nursing eligible 80.00+"},
		{"law 4.6", "an allowance and no dibao", "2020-10-01", rich("physical-1 living=50"), "b living ineligible"},
		{"law 4", "an allowance of nothing is stated", "2020-10-01", poor("physical-1 living=0 nursing=0"), "b living eligible 100.00; b nursing eligible 100.00; assumes b.childScheme b.workInjuryNursing"},

		// R9.
		{"R9", "the grade alone", "2020-10-01", poor("physical-1 long-term-care=no"), "b nursing eligible 100.00; reads long-term-care=grade-alone"},
		{"R9", "tested: needed", "2020-10-01 long-term-care=tested", poor("physical-1 long-term-care=yes"), "b nursing eligible 100.00; reads long-term-care=tested"},
		{"R9", "tested: not needed", "2020-10-01 long-term-care=tested", poor("physical-1 long-term-care=no"), "b nursing ineligible; b living eligible 100.00; reads long-term-care=tested"},
		{"R9", "tested: not stated", "2020-10-01 long-term-care=tested", poor("physical-1"), "b nursing undetermined if 100.00; needs b.longTermCare; total 1300.00+"},
		{"R9", "tested: not stated, grade 3", "2020-10-01 long-term-care=tested", poor("physical-3"), "b nursing ineligible; needs nothing; reads-not long-term-care"},
	}
	for _, category := range []string{"visual", "hearing", "speech", "physical", "intellectual", "mental", "multiple"} {
		for grade, nursing := range map[int]string{1: "eligible 100.00", 2: "eligible 100.00", 3: "ineligible", 4: "ineligible"} {
			certificate := category + "-" + strconv.Itoa(grade)
			rows = append(rows, ruling{"2015 no. 52", certificate, "2020-10-01", poor(certificate), "b living eligible 100.00; b nursing " + nursing})
		}
	}
	rule(t, rows)
}
