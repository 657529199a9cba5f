package assistance_test

import "testing"

// Who is examined and who counts: each step cites the list or the article that says so (220号 art.
// 5; 57号 art. 7), and the readings on the absent (R15) and on tekun members (R10).
func TestStepsOfWhoCounts(t *testing.T) {
	recount(t, []account{
		{"in prison", "2020-10-01",
			"Tianyuan urban within; a; b prison", "member-", `
			member-not-examined@b: computed prison; minfa-2012-220 5
		`},
		{"missing, before the measures of 2021", "2020-10-01",
			"Tianyuan urban within; a; b missing", "member-", `
			member-not-examined@b: computed missing; minfa-2012-220 5; absent-others=left-out
		`},
		{"missing, by the caseworker not of the household", "2020-10-01",
			"Tianyuan urban within; a; b missing counted=no", "member-", `
			member-not-examined@b: computed missing; minfa-2012-220 5
		`},
		{"missing, by the caseworker counted", "2020-10-01",
			"Tianyuan urban within; a; b missing counted=yes", "member-", ``},
		{"missing, from the measures of 2021 on", "2021-07-01 +carry",
			"Tianyuan urban within; a; b missing", "member-", `
			member-not-examined@b: computed missing; minfa-2021-57 7
		`},
		{"in compulsory rehabilitation", "2020-10-01",
			"Tianyuan urban within; a; b compulsory-rehabilitation", "member-", `
			member-not-examined@b: computed compulsory-rehabilitation; minfa-2012-220 5
			; absent-others=left-out
		`},
		{"missing people counted by R15, and this one is not", "2020-10-01 absent-others=counted",
			"Tianyuan urban within; a; b missing counted=no", "member-", `
			member-not-examined@b: computed missing; minfa-2012-220 5
		`},
		{"in prison, and found counted", "2020-10-01",
			"Tianyuan urban within; a; b prison counted=yes", "member-", `
			member-not-examined@b: computed prison; minfa-2012-220 5
		`},
		{"clergy with others", "2020-10-01",
			"Tianyuan urban within; a; b clergy", "member-", `
			member-not-counted@b: computed clergy; minfa-2012-220 5
		`},
		{"clergy with others, from 2021-07-01", "2021-07-01 +carry",
			"Tianyuan urban within; a; b clergy", "member-", `
			member-not-counted@b: computed clergy; minfa-2021-57 7
		`},
		{"a spouse found not counted", "2020-10-01",
			"Tianyuan urban within; a; b spouse counted=no", "member-", `
			member-not-counted@b: computed counted; minfa-2012-220 5
		`},
		{"a spouse found not counted, from 2021-07-01", "2021-07-01 +carry",
			"Tianyuan urban within; a; b spouse counted=no", "member-", `
			member-not-counted@b: computed counted; minfa-2021-57 7
		`},
		{"the only member found not counted", "2020-10-01",
			"Tianyuan urban within; a counted=no", "member-", `
			member-not-counted@a: computed counted; minfa-2012-220 5
		`},
		{"a tekun member", "2020-10-01",
			"Tianyuan urban within; a; b 1950-01-01 support=none", "member-", `
			member-tekun@b: computed tekun; order-649 15; tekun-member=left-out
		`},
		{"nothing to say of those who count", "2020-10-01",
			"Tianyuan urban within; a; b spouse", "member-", ``},
	})
}

// What is open is decided every way, each way's steps under its name (220号 arts. 5, 6; 57号 art. 7;
// 649号 art. 9 from 2021-07-01).
func TestStepsOfWhatIsOpen(t *testing.T) {
	recount(t, []account{
		{"a brother", "2020-10-01",
			"Tianyuan urban within; a wages=700; b sibling", "way counting residence total", `
			way (-b): ineligible computed 0.00/month; minfa-2012-220 5
			way (+b): eligible computed 500.00/month; minfa-2012-220 5
			counting-not-stated of dibao: unknown; minfa-2012-220 5
			counting-not-stated of lowIncome: unknown; minfa-2012-220 5
			total: computed 0.00/month+
		`},
		{"a parent of 2021", "2021-07-01 +carry",
			"Tianyuan urban within; a wages=700; b parent", "way counting residence total", `
			way (-b): ineligible computed 0.00/month; minfa-2021-57 7
			way (+b): eligible computed 500.00/month; minfa-2021-57 7
			counting-not-stated of dibao: unknown; minfa-2021-57 7
			counting-not-stated of lowIncome: unknown; minfa-2021-57 7
			total: computed 0.00/month+
		`},
		{"hukou not stated", "2020-10-01 +county",
			"Youxian within; a wages=450", "way counting residence total", `
			way (urban): eligible computed 50.00/month; minfa-2012-220 5
			way (rural): ineligible computed 0.00/month; minfa-2012-220 5
			residence-not-stated of dibao: unknown; minfa-2012-220 6
			residence-not-stated of lowIncome: unknown; minfa-2012-220 6
			total: computed 0.00/month+
		`},
		{"hukou not stated, from 2021-07-01", "2021-07-01 +carry",
			"Youxian within; a wages=450", "way counting residence total", `
			way (urban): eligible computed 100.00/month+; minfa-2021-57 7
			way (rural): undetermined computed 0.00/month+; minfa-2021-57 7
			residence-not-stated of dibao: unknown; order-649 9
			total: computed 0.00/month+
		`},
		{"hukou and a brother", "2020-10-01 +county",
			"Youxian within; a wages=450; b sibling wages=450", "way counting residence total", `
			way (urban -b): eligible computed 50.00/month; minfa-2012-220 5
			way (urban +b): eligible computed 100.00/month; minfa-2012-220 5
			way (rural -b): ineligible computed 0.00/month; minfa-2012-220 5
			way (rural +b): ineligible computed 0.00/month; minfa-2012-220 5
			counting-not-stated of dibao: unknown; minfa-2012-220 5
			counting-not-stated of lowIncome: unknown; minfa-2012-220 5
			total: computed 0.00/month+
		`},
		{"hukou not stated, and the verdict on tekun differs", "2020-10-01 +county",
			"Youxian within; a 1950-01-01 support=none wages=450 visual-1; b sibling", "counting residence total", `
			counting-not-stated of dibao: unknown; minfa-2012-220 5
			counting-not-stated of lowIncome: unknown; minfa-2012-220 5
			residence-not-stated@a of tekun: unknown; minfa-2012-220 6
			counting-not-stated@a of living: unknown; minfa-2012-220 5
			residence-not-stated@a of nursing: unknown; minfa-2012-220 6
			total: computed 0.00/month+
		`},
		{"two brothers, and all agrees", "2020-10-01",
			"Tianyuan urban within; a; b sibling; c sibling", "way counting residence total", `
			way (-b -c): eligible computed 600.00/month; minfa-2012-220 5
			way (+b -c): eligible computed 1200.00/month; minfa-2012-220 5
			way (+c -b): eligible computed 1200.00/month; minfa-2012-220 5
			way (+b +c): eligible computed 1800.00/month; minfa-2012-220 5
			total: computed 600.00/month+; dibao 600.00/month+ x 1
		`},
		{"five brothers are not tried", "2020-10-01",
			"Tianyuan urban within; a physical-1; b sibling; c sibling; d sibling; e sibling; f sibling", "way counting residence total dibao-income dibao-property low-income", `
			dibao-property: within met; order-649 9
			total: computed 100.00/month+; nursing@a 100.00/month x 1
		`},
		{"five of prison beside", "2020-10-01",
			"Tianyuan urban over; a prison; b sibling; c sibling; d sibling; e sibling; f sibling", "member- way counting residence total dibao-property", `
			member-not-examined@a: computed prison; minfa-2012-220 5
			dibao-property: over not-met; order-649 9
			total: computed 0.00/month+
		`},
	})
}

// The total adds what each part pays, once.
func TestStepsOfTotals(t *testing.T) {
	recount(t, []account{
		{"of all parts", "2020-10-01 +basic +care",
			"Tianyuan urban within; a; b 1950-01-01 support=none self-care=none; c physical-1", "total", `
			total: computed 2660.00/month+; dibao 1200.00/month x 1; tekun@b 1260.00/month+ x 1
			; living@c 100.00/month x 1; nursing@c 100.00/month x 1
		`},
		{"with single-person cover", "2020-10-01",
			"Tianyuan urban within; a wages=1300; b mental-1", "total", `
			total: computed 800.00/month; singlePerson@b 600.00/month x 1; living@b 100.00/month x 1
			; nursing@b 100.00/month x 1
		`},
		{"of nothing", "2020-10-01",
			"Tianyuan urban within; a wages=5000", "total", `
			total: computed 0.00/month
		`},
		{"before the plan was published", "2020-08-31",
			"Tianyuan urban within; a", "total dibao-income dibao-payment", `
			dibao-income-counted/urban: computed 0.00/year; own-income@a 0.00/year x 1; minfa-2012-220 16
			dibao-income-below-line/urban: 0.00/year < 7200.00/year met; line 600.00/month x 1
			; zhuzhou-2020 9; planned
			dibao-payment: computed 600.00/month; line 600.00/month x 1; minfa-2012-220 27; planned
			total: computed 600.00/month; dibao 600.00/month x 1
		`},
	})
}
