package assistance_test

import "testing"

// Whose income counts, what comes off it, and the line that it is compared with (220号 arts. 11,
// 16; 57号 art. 13; 649号 art. 9).
func TestStepsOfIncome(t *testing.T) {
	recount(t, []account{
		{"two members and the household's own", "2020-10-01",
			"Tianyuan urban within transfer=50; a wages=100; b wages=200", "dibao-income", `
			dibao-income-counted/urban: computed 4200.00/year; own-income@a 1200.00/year x 1
			; own-income@b 2400.00/year x 1; household-income 600.00/year x 1; minfa-2012-220 16
			dibao-income-below-line/urban: 4200.00/year < 14400.00/year met; line 600.00/month x 2
			; zhuzhou-2020 9
		`},
		{"an income not stated", "2020-10-01",
			"Tianyuan urban within; a wages=100; b income=?", "dibao-income", `
			dibao-income-counted/urban: computed 1200.00/year+; own-income@a 1200.00/year x 1
			; own-income@b 0.00/year+ x 1; minfa-2012-220 16
			dibao-income-below-line/urban: 1200.00/year+ < 14400.00/year unknown; line 600.00/month x 2
			; zhuzhou-2020 9
		`},
		{"from 2021-07-01", "2021-07-01 +carry",
			"Tianyuan urban within; a wages=100", "dibao-income", `
			dibao-income-counted/urban: computed 1200.00/year; own-income@a 1200.00/year x 1
			; minfa-2021-57 13
			dibao-income-below-line/urban: 1200.00/year < 7200.00/year met; line 600.00/month x 1
			; zhuzhou-2020 9
		`},
		{"both kinds, the whole household", "2020-10-01 +county",
			"Youxian rural within business=10; a urban wages=600; b wages=50", "dibao-income", `
			dibao-income-counted/urban: computed 7920.00/year; own-income@a 7200.00/year x 1
			; own-income@b 600.00/year x 1; household-income 120.00/year x 1; minfa-2012-220 16
			; mixed-hukou=whole-household
			dibao-income-below-line/urban: 7920.00/year < 12000.00/year met; line 500.00/month x 2; county
			dibao-income-counted/rural: computed 7920.00/year; own-income@a 7200.00/year x 1
			; own-income@b 600.00/year x 1; household-income 120.00/year x 1; minfa-2012-220 16
			; mixed-hukou=whole-household
			dibao-income-below-line/rural: 7920.00/year < 9600.00/year met; line 4800.00/year x 2; county
		`},
		{"both kinds, each alone", "2020-10-01 +county mixed-hukou=each-group",
			"Youxian rural within business=10; a urban wages=600; b wages=50", "dibao-income", `
			dibao-income-counted/urban: computed 7200.00/year; own-income@a 7200.00/year x 1
			; minfa-2012-220 16; mixed-hukou=each-group
			dibao-income-below-line/urban: 7200.00/year < 6000.00/year not-met; line 500.00/month x 1
			; county
			dibao-income-counted/rural: computed 720.00/year; own-income@b 600.00/year x 1
			; household-income 120.00/year x 1; minfa-2012-220 16; mixed-hukou=each-group
			dibao-income-below-line/rural: 720.00/year < 4800.00/year met; line 4800.00/year x 1; county
		`},
		{"both kinds, each alone, one income not stated", "2020-10-01 +county mixed-hukou=each-group",
			"Youxian rural within; a urban wages=100; b income=?", "dibao-income", `
			dibao-income-counted/urban: computed 1200.00/year; own-income@a 1200.00/year x 1
			; minfa-2012-220 16; mixed-hukou=each-group
			dibao-income-below-line/urban: 1200.00/year < 6000.00/year met; line 500.00/month x 1; county
			dibao-income-counted/rural: computed 0.00/year+; own-income@b 0.00/year+ x 1
			; minfa-2012-220 16; mixed-hukou=each-group
			dibao-income-below-line/rural: 0.00/year+ < 4800.00/year unknown; line 4800.00/year x 1; county
		`},
		{"both kinds, each alone, costs", "2021-07-01 +carry mixed-hukou=each-group",
			"Tianyuan urban within job-costs=50 rigid-costs=20; a wages=100; b rural wages=200", "dibao-income dibao-job dibao-rigid", `
			dibao-job-costs/urban: computed 600.00/year; minfa-2021-57 13
			dibao-rigid-costs/urban: computed 240.00/year; minfa-2021-57 13
			dibao-income-counted/urban: computed 360.00/year; own-income@a 1200.00/year x 1
			; job-costs 600.00/year x -1; rigid-costs 240.00/year x -1; minfa-2021-57 13
			; mixed-hukou=each-group
			dibao-income-below-line/urban: 360.00/year < 7200.00/year met; line 600.00/month x 1
			; zhuzhou-2020 9
			dibao-income-counted/rural: computed 2400.00/year; own-income@b 2400.00/year x 1
			; minfa-2021-57 13; mixed-hukou=each-group
			dibao-income-below-line/rural: 2400.00/year < 7200.00/year met; line 600.00/month x 1
			; zhuzhou-2020 9
		`},
		{"both kinds, the whole household, costs past the first", "2021-07-01 +carry",
			"Tianyuan urban within job-costs=150 rigid-costs=20; a wages=100; b rural wages=200", "dibao-income dibao-job dibao-rigid", `
			dibao-job-costs/urban: computed 1800.00/year; minfa-2021-57 13
			dibao-rigid-costs/urban: computed 240.00/year; minfa-2021-57 13
			dibao-income-counted/urban: computed 1560.00/year; own-income@a 1200.00/year x 1
			; own-income@b 2400.00/year x 1; job-costs 1800.00/year x -1; rigid-costs 240.00/year x -1
			; minfa-2021-57 13; mixed-hukou=whole-household
			dibao-income-below-line/urban: 1560.00/year < 14400.00/year met; line 600.00/month x 2
			; zhuzhou-2020 9
			dibao-income-counted/rural: computed 1560.00/year; own-income@a 1200.00/year x 1
			; own-income@b 2400.00/year x 1; job-costs 1800.00/year x -1; rigid-costs 240.00/year x -1
			; minfa-2021-57 13; mixed-hukou=whole-household
			dibao-income-below-line/rural: 1560.00/year < 14400.00/year met; line 600.00/month x 2
			; zhuzhou-2020 9
		`},
		{"the line a floor", "2020-10-01",
			"Youxian rural within; a wages=360", "dibao-income", `
			dibao-income-counted/rural: computed 4320.00/year; own-income@a 4320.00/year x 1
			; minfa-2012-220 16
			dibao-income-below-line/rural: 4320.00/year < 4320.00/year+ unknown; line 4320.00/year+ x 1
			; zhuzhou-2020 9
		`},
		{"a floor taken as exact", "2020-10-01 floor-as-line=exact",
			"Youxian rural within; a wages=360", "dibao-income", `
			dibao-income-counted/rural: computed 4320.00/year; own-income@a 4320.00/year x 1
			; minfa-2012-220 16
			dibao-income-below-line/rural: 4320.00/year < 4320.00/year not-met; line 4320.00/year x 1
			; zhuzhou-2020 9; floor-as-line=exact
		`},
		{"before the plan was published", "2020-08-31",
			"Tianyuan urban within; a wages=100; b", "dibao-income", `
			dibao-income-counted/urban: computed 1200.00/year; own-income@a 1200.00/year x 1
			; own-income@b 0.00/year x 1; minfa-2012-220 16
			dibao-income-below-line/urban: 1200.00/year < 14400.00/year met; line 600.00/month x 2
			; zhuzhou-2020 9; planned
		`},
		{"costs of a fen a year", "2021-07-01 +carry",
			"Tianyuan urban within job-costs=0.01/year rigid-costs=0.01/year; a wages=100", "dibao-income-c", `
			dibao-income-counted/urban: computed 1199.98/year; own-income@a 1200.00/year x 1; job-costs 0.01/year x -1
			; rigid-costs 0.01/year x -1; minfa-2021-57 13
		`},
	})
}

// Costs that come off (2020-08 item 11; 57号 art. 13), and the grace period (item 6; 2020-08 item
// 11; 57号 art. 33).
func TestStepsOfCosts(t *testing.T) {
	recount(t, []account{
		{"of a household on dibao", "2020-10-01",
			"Tianyuan urban within on-dibao=yes job-costs=50; a wages=100", "dibao-job dibao-rigid", `
			dibao-job-costs/urban: computed 600.00/year; reform-2020-08 11
		`},
		{"of one that is not", "2020-10-01",
			"Tianyuan urban within job-costs=50; a wages=100", "dibao-job dibao-rigid", ``},
		{"of nobody who works", "2021-07-01 +carry",
			"Tianyuan urban within job-costs=50 rigid-costs=0; a transfer=100", "dibao-job dibao-rigid", ``},
		{"of anyone, and rigid costs", "2021-07-01 +carry",
			"Tianyuan urban within job-costs=150 rigid-costs=5; a wages=100 transfer=20", "dibao-job dibao-rigid", `
			dibao-job-costs/urban: computed 1200.00/year; minfa-2021-57 13
			dibao-rigid-costs/urban: computed 60.00/year; minfa-2021-57 13
		`},
		{"hukou of the household not stated", "2021-07-01 +carry",
			"Tianyuan within job-costs=50; a urban wages=100", "dibao-job dibao-rigid", `
			dibao-job-costs/urban (urban): computed 600.00/year; minfa-2021-57 13
			dibao-job-costs/rural (rural): computed 600.00/year; minfa-2021-57 13
		`},
		{"grace of the rural kind", "2020-10-01",
			"Tianyuan rural within on-dibao=yes; a transfer=700", "dibao-grace", `
			dibao-grace/rural: unknown; zhuzhou-2020 6
		`},
		{"grace of those who work", "2020-10-01",
			"Tianyuan urban within on-dibao=yes; a wages=700", "dibao-grace", `
			dibao-grace/urban: unknown; reform-2020-08 11
		`},
		{"grace, since when stated", "2020-10-01 +grace",
			"Tianyuan urban within on-dibao=yes over-since=2020-09-01; a wages=700", "dibao-grace", `
			dibao-grace/urban: 2020-09-01 6 met; reform-2020-08 11
		`},
		{"grace ended", "2020-10-01 +grace",
			"Tianyuan urban within on-dibao=yes over-since=2020-04-01; a wages=700", "dibao-grace", `
			dibao-grace/urban: 2020-04-01 6 not-met; reform-2020-08 11
		`},
		{"grace, since when not stated", "2020-10-01 +grace",
			"Tianyuan rural within on-dibao=yes; a wages=700", "dibao-grace", `
			dibao-grace/rural: 6 unknown; zhuzhou-2020 6
		`},
		{"no grace below the line", "2020-10-01",
			"Tianyuan rural within on-dibao=yes; a", "dibao-grace", ``},
	})
}

// Property (649号 art. 9), tekun first (649号 art. 15), and the payment: the difference (220号 art.
// 27; 57号 art. 23), top-ups (220号 art. 28), the average as a minimum (R2), and what a draft pays.
func TestStepsOfDibaoPayment(t *testing.T) {
	recount(t, []account{
		{"property within", "2020-10-01",
			"Tianyuan urban within; a wages=500", "dibao-property dibao-payment dibao-top", `
			dibao-property: within met; order-649 9
			dibao-payment: computed 100.00/month; line 600.00/month x 1; income 6000.00/year x -1
			; minfa-2012-220 27
		`},
		{"property over", "2020-10-01",
			"Tianyuan urban over; a wages=500", "dibao-property dibao-payment", `
			dibao-property: over not-met; order-649 9
		`},
		{"property not stated, from 2021-07-01", "2021-07-01 +carry",
			"Tianyuan urban; a wages=500", "dibao-property dibao-payment", `
			dibao-property: unknown; order-649 9
			dibao-payment: computed 100.00/month; line 600.00/month x 1; income 6000.00/year x -1
			; minfa-2021-57 23
		`},
		{"rounded", "2020-10-01",
			"Tianyuan urban within; a wages=1000/year; b; c", "dibao-payment", `
			dibao-payment: computed 1716.67/month; line 600.00/month x 3; income 1000.00/year x -3/3
			; minfa-2012-220 27; rounding=up-to-fen
		`},
		{"both kinds, the whole household", "2020-10-01 +county",
			"Youxian rural within; a urban wages=600; b; c", "dibao-payment", `
			dibao-payment: computed 700.00/month; line 500.00/month x 1; income 7200.00/year x -1/3
			; line 4800.00/year x 2; income 7200.00/year x -2/3; minfa-2012-220 27
		`},
		{"both kinds, one of them refused", "2020-10-01 +county",
			"Youxian rural within; a urban wages=900; b", "dibao-payment", `
			dibao-payment: computed 50.00/month; line 500.00/month x 1; income 10800.00/year x -1/2
			; minfa-2012-220 27
		`},
		{"both kinds, each alone", "2020-10-01 +county mixed-hukou=each-group",
			"Youxian rural within; a urban wages=400; b; c wages=30", "dibao-payment", `
			dibao-payment: computed 870.00/month; line 500.00/month x 1; income 4800.00/year x -1
			; line 4800.00/year x 2; income 360.00/year x -2/2; minfa-2012-220 27
		`},
		{"top-ups, a sum and a share of the line", "2020-10-01 +topup",
			"Tianyuan urban within; a 1950-01-01; b visual-1", "dibao-top dibao-payment", `
			dibao-topup@a: computed elderly; topup@a 50.00/month x 1; topup
			dibao-topup@b: computed severe-disability; topup@b 600.00/month x 10%; topup
			dibao-payment: computed 1310.00/month; line 600.00/month x 2; topup@a 50.00/month x 1
			; topup@b 600.00/month x 10%; minfa-2012-220 27
		`},
		{"a top-up that is a floor", "2020-10-01 +topup",
			"Tianyuan urban within; a ill=yes", "dibao-top dibao-payment", `
			dibao-topup@a: computed serious-illness; topup@a 70.00/month+ x 1; topup
			dibao-payment: computed 670.00/month+; line 600.00/month x 1; topup@a 70.00/month+ x 1
			; minfa-2012-220 27
		`},
		{"a share of a line that is a floor", "2020-10-01 +topup",
			"Youxian rural within; a visual-1", "dibao-top dibao-payment", `
			dibao-topup@a: computed severe-disability; topup@a 4320.00/year+ x 10%; topup
			dibao-payment: computed 396.00/month+; line 4320.00/year+ x 1; topup@a 4320.00/year+ x 10%
			; minfa-2012-220 27
		`},
		{"the minimum of each person, one kind", "2020-10-01 average-assistance=each-person",
			"Tianyuan urban within; a wages=1000; b", "dibao-each dibao-payment", `
			dibao-each-person-minimum: computed 800.00/month+; minimum 400.00/month+ x 2; zhuzhou-2020 9
			; average-assistance=each-person
		`},
		{"the minimum of each person, both kinds", "2020-10-01 average-assistance=each-person",
			"Tianyuan urban within; a wages=1000; b rural", "dibao-each dibao-payment", `
			dibao-each-person-minimum: computed 623.00/month+; minimum 400.00/month+ x 1
			; minimum 223.00/month+ x 1; zhuzhou-2020 9; average-assistance=each-person
		`},
		{"the minimum of each person, one kind refused", "2020-10-01 average-assistance=each-person +county",
			"Youxian rural within; a urban wages=900; b", "dibao-each dibao-payment", `
			dibao-each-person-minimum: computed 400.00/month+; minimum 400.00/month+ x 1; zhuzhou-2020 9
			; average-assistance=each-person
		`},
		{"the least that a draft pays", "2020-10-01 +least",
			"Tianyuan urban within; a wages=599", "dibao-least dibao-payment", `
			dibao-payment: computed 1.00/month; line 600.00/month x 1; income 7188.00/year x -1
			; minfa-2012-220 27
			dibao-least-payment: computed 50.00/month; minimum 50.00/month x 1; least
		`},
		{"just the least", "2020-10-01 +least",
			"Tianyuan urban within; a wages=550", "dibao-least dibao-payment", `
			dibao-payment: computed 50.00/month; line 600.00/month x 1; income 6600.00/year x -1
			; minfa-2012-220 27
		`},
		{"a draft's bands", "2020-10-01 +bands",
			"Tianyuan urban within; a wages=250; b", "dibao-band dibao-payment", `
			dibao-band-payment/urban: computed 800.00/month; band 400.00/month x 2; bands
		`},
		{"a draft's bands, the first", "2020-10-01 +bands",
			"Tianyuan urban within; a wages=199.99; b", "dibao-band", `
			dibao-band-payment/urban: computed 1100.00/month; band 550.00/month x 2; bands
		`},
		{"tekun first", "2020-10-01",
			"Tianyuan urban within; a 1950-01-01 support=none income=?; b", "dibao- low-income", `
			dibao-tekun-first: unknown; order-649 15; tekun-member=left-out
			dibao-property: within met; order-649 9
		`},
		{"tekun first, property over", "2020-10-01",
			"Tianyuan urban over low-income=within; a 1950-01-01 support=none income=?; b", "dibao- low-income", `
			dibao-tekun-first: unknown; order-649 15; tekun-member=left-out
			dibao-property: over not-met; order-649 9
			dibao-tekun-first: unknown; order-649 15; tekun-member=left-out
			low-income-property: within met; minfa-2020-69
		`},
		{"a share of a line that is planned", "2020-08-31 +topup",
			"Tianyuan urban within; a 1950-01-01; b visual-1", "dibao-top", `
			dibao-topup@a: computed elderly; topup@a 50.00/month x 1; topup
			dibao-topup@b: computed severe-disability; topup@b 600.00/month x 10%; topup; planned
		`},
		{"the minimum of each person is at least that, floors taken as exact too", "2020-10-01 average-assistance=each-person floor-as-line=exact",
			"Tianyuan urban within; a wages=500", "dibao-each", `
			dibao-each-person-minimum: computed 400.00/month+; minimum 400.00/month+ x 1; zhuzhou-2020 9
			; average-assistance=each-person
		`},
		{"an income of a fen a year", "2020-10-01",
			"Tianyuan urban within; a wages=0.01/year", "dibao-payment", `
			dibao-payment: computed 600.00/month; line 600.00/month x 1; income 0.01/year x -1
			; minfa-2012-220 27; rounding=up-to-fen
		`},
	})
}
