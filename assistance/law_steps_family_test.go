package assistance_test

import "testing"

// Above the line and below 1.5 times it (69号), from 2021-07-01 below it alone (57号 art. 8),
// property within; at the line by R4.
func TestStepsOfTheLowIncomeFamily(t *testing.T) {
	recount(t, []account{
		{"between", "2020-10-01",
			"Tianyuan urban within; a wages=700", "low-income", `
			low-income-above-line/urban: 8400.00/year >= 7200.00/year met; line 600.00/month x 1
			; zhuzhou-2020 9
			low-income-below-multiple/urban: 8400.00/year < 3/2 met; line 600.00/month x 3/2; minfa-2020-69
			low-income-property: within met; minfa-2020-69
		`},
		{"at the line", "2020-10-01",
			"Tianyuan urban within; a wages=600", "low-income", `
			low-income-above-line/urban: 7200.00/year >= 7200.00/year met; line 600.00/month x 1
			; zhuzhou-2020 9; at-the-line=low-income
			low-income-below-multiple/urban: 7200.00/year < 3/2 met; line 600.00/month x 3/2; minfa-2020-69
			low-income-property: within met; minfa-2020-69
		`},
		{"at the line, by the other choice", "2020-10-01 at-the-line=neither",
			"Tianyuan urban within; a wages=600", "low-income", `
			low-income-above-line/urban: 7200.00/year > 7200.00/year not-met; line 600.00/month x 1
			; zhuzhou-2020 9; at-the-line=neither
			low-income-below-multiple/urban: 7200.00/year < 3/2 met; line 600.00/month x 3/2; minfa-2020-69
			low-income-property: within met; minfa-2020-69
		`},
		{"past the line, by the other choice", "2020-10-01 at-the-line=neither",
			"Tianyuan urban within; a wages=600.01", "low-income-above", `
			low-income-above-line/urban: 7200.12/year > 7200.00/year met; line 600.00/month x 1
			; zhuzhou-2020 9
		`},
		{"at the multiple", "2020-10-01",
			"Tianyuan urban within; a wages=900", "low-income-b", `
			low-income-below-multiple/urban: 10800.00/year < 3/2 not-met; line 600.00/month x 3/2
			; minfa-2020-69
		`},
		{"an income not stated", "2020-10-01",
			"Tianyuan urban within; a wages=1300; b income=?", "low-income", `
			low-income-above-line/urban: 15600.00/year+ >= 14400.00/year met; line 600.00/month x 2
			; zhuzhou-2020 9
			low-income-below-multiple/urban: 15600.00/year+ < 3/2 unknown; line 600.00/month x 6/2
			; minfa-2020-69
			low-income-property: within met; minfa-2020-69
		`},
		{"below the line, property over", "2020-10-01",
			"Tianyuan urban over low-income=within; a wages=500", "low-income", `
			low-income-above-line/urban: 6000.00/year >= 7200.00/year not-met; line 600.00/month x 1
			; zhuzhou-2020 9
			low-income-below-multiple/urban: 6000.00/year < 3/2 met; line 600.00/month x 3/2; minfa-2020-69
			low-income-property: within met; minfa-2020-69
		`},
		{"below the line, property over, an income not stated", "2020-10-01",
			"Tianyuan urban over low-income=within; a wages=500; b income=?", "low-income-a", `
			low-income-above-line/urban: 6000.00/year+ >= 14400.00/year unknown; line 600.00/month x 2
			; zhuzhou-2020 9
		`},
		{"a floor is no known line", "2020-10-01",
			"Youxian rural over low-income=within; a wages=400", "low-income", `
			low-income-above-line/rural: 4800.00/year >= 4320.00/year+ not-met; line 4320.00/year+ x 1
			; zhuzhou-2020 9
			low-income-below-multiple/rural: 4800.00/year < 3/2 met; line 4320.00/year+ x 3/2; minfa-2020-69
			low-income-property: within met; minfa-2020-69
		`},
		{"from 2021-07-01", "2021-07-01 +carry",
			"Tianyuan urban within; a wages=700", "low-income", `
			low-income-below-multiple/urban: 8400.00/year < 3/2 met; line 600.00/month x 3/2
			; minfa-2021-57 8
			low-income-property: within met; minfa-2021-57 8
		`},
		{"from 2021-07-01, at a floor", "2021-07-01 +carry",
			"Youxian rural over low-income=within; a wages=540", "low-income", `
			low-income-below-multiple/rural: 6480.00/year < 3/2 unknown; line 4320.00/year+ x 3/2
			; minfa-2021-57 8
			low-income-property: within met; minfa-2021-57 8
		`},
		{"from 2021-07-01, an income not stated", "2021-07-01 +carry",
			"Tianyuan urban within; a wages=1300; b income=?", "low-income-b", `
			low-income-below-multiple/urban: 15600.00/year+ < 3/2 unknown; line 600.00/month x 6/2
			; minfa-2021-57 8
		`},
		{"both kinds", "2020-10-01 +county",
			"Youxian rural within; a urban wages=1000; b", "low-income", `
			low-income-above-line/urban: 12000.00/year >= 12000.00/year met; line 500.00/month x 2; county
			; at-the-line=low-income
			low-income-below-multiple/urban: 12000.00/year < 3/2 met; line 500.00/month x 6/2; minfa-2020-69
			low-income-above-line/rural: 12000.00/year >= 9600.00/year met; line 4800.00/year x 2; county
			low-income-below-multiple/rural: 12000.00/year < 3/2 met; line 4800.00/year x 6/2; minfa-2020-69
			low-income-property: within met; minfa-2020-69
		`},
		{"both kinds, each alone", "2020-10-01 +county mixed-hukou=each-group",
			"Youxian rural within; a urban wages=600; b wages=500", "low-income", `
			low-income-above-line/urban: 7200.00/year >= 6000.00/year met; line 500.00/month x 1; county
			low-income-below-multiple/urban: 7200.00/year < 3/2 met; line 500.00/month x 3/2; minfa-2020-69
			low-income-above-line/rural: 6000.00/year >= 4800.00/year met; line 4800.00/year x 1; county
			low-income-below-multiple/rural: 6000.00/year < 3/2 met; line 4800.00/year x 3/2; minfa-2020-69
			low-income-property: within met; minfa-2020-69
		`},
		{"a base line of its own", "2020-10-01 +base",
			"Tianyuan urban within; a wages=700", "low-income", `
			low-income-above-line/urban: 8400.00/year >= 7200.00/year met; line 600.00/month x 1
			; zhuzhou-2020 9
			low-income-below-multiple/urban: 8400.00/year < 1 met; line 1000.00/month x 1; base
			low-income-property: within met; minfa-2020-69
		`},
		{"a base line of its own, at it", "2020-10-01 +base",
			"Tianyuan urban within; a wages=1000", "low-income-b", `
			low-income-below-multiple/urban: 12000.00/year < 1 not-met; line 1000.00/month x 1; base
		`},
		{"one kind on dibao, and someone of the other could be covered alone", "2020-10-01 +county",
			"Youxian rural within; a urban wages=1800; b physical-1; c ill=yes; d", "low-income", `
			low-income-one-kind-on-dibao@b: computed dibao; minfa-2020-69
			low-income-one-kind-on-dibao@c: computed dibao; minfa-2020-69
		`},
		{"one kind on dibao, and nobody could", "2020-10-01 +county",
			"Youxian urban within; a wages=900 physical-1; b rural", "low-income", ``},
	})
}

// The family, the class (57号 art. 8; 69号) and own income, and what is paid by R8.
func TestStepsOfSinglePersonCover(t *testing.T) {
	recount(t, []account{
		{"grade 1", "2020-10-01",
			"Tianyuan urban within; a wages=1300; b physical-1 wages=100", "single-", `
			single-person-family@b: eligible met; minfa-2020-69
			single-person-class@b: 1 physical met; hunan-2018-10
			single-person-income@b: 1200.00/year < 7200.00/year met; zhuzhou-2020 9
			single-person-payment@b: computed 500.00/month; line 600.00/month x 1
			; own-income@b 1200.00/year x -1; zhuzhou-2020 9; single-person-amount=line-less-own-income
		`},
		{"grade 3, mental", "2020-10-01",
			"Tianyuan urban within; a wages=1300; b mental-3", "single-", `
			single-person-family@b: eligible met; minfa-2020-69
			single-person-class@b: 3 mental met; hunan-2018-10
			single-person-income@b: 0.00/year < 7200.00/year met; zhuzhou-2020 9
			single-person-payment@b: computed 600.00/month; line 600.00/month x 1; zhuzhou-2020 9
			; single-person-amount=line-less-own-income
		`},
		{"multiple, components not stated", "2020-10-01",
			"Tianyuan urban within; a wages=1300; b multiple-3", "single-", `
			single-person-family@b: eligible met; minfa-2020-69
			single-person-class@b: 3 multiple unknown; minfa-2020-69
			single-person-income@b: 0.00/year < 7200.00/year met; zhuzhou-2020 9
		`},
		{"serious illness", "2020-10-01",
			"Tianyuan urban within; a wages=1300; b ill=yes", "single-", `
			single-person-family@b: eligible met; minfa-2020-69
			single-person-class@b: serious-illness met; minfa-2020-69
			single-person-income@b: 0.00/year < 7200.00/year met; zhuzhou-2020 9
			single-person-payment@b: computed 600.00/month; line 600.00/month x 1; zhuzhou-2020 9
			; single-person-amount=line-less-own-income
		`},
		{"serious illness and a grade", "2020-10-01",
			"Tianyuan urban within; a wages=1300; b ill=yes physical-1", "single-person-class", `
			single-person-class@b: serious-illness met; minfa-2020-69
		`},
		{"own income at the line", "2020-10-01",
			"Tianyuan urban within; a wages=800; b wages=600 mental-1", "single-", `
			single-person-family@b: eligible met; minfa-2020-69
			single-person-class@b: 1 mental met; hunan-2018-10
			single-person-income@b: 7200.00/year < 7200.00/year not-met; zhuzhou-2020 9
		`},
		{"own income not stated", "2020-10-01",
			"Tianyuan urban within; a wages=1300; b income=? mental-1", "single-", `
			single-person-family@b: undetermined unknown; minfa-2020-69
			single-person-class@b: 1 mental met; hunan-2018-10
			single-person-income@b: < 7200.00/year unknown; zhuzhou-2020 9
			single-person-payment@b: computed 600.00/month; line 600.00/month x 1; zhuzhou-2020 9
			; single-person-amount=line-less-own-income
		`},
		{"the family undetermined", "2020-10-01",
			"Tianyuan urban; a wages=1300; b mental-1", "single-", `
			single-person-family@b: undetermined unknown; minfa-2020-69
			single-person-class@b: 1 mental met; hunan-2018-10
			single-person-income@b: 0.00/year < 7200.00/year met; zhuzhou-2020 9
			single-person-payment@b: computed 600.00/month; line 600.00/month x 1; zhuzhou-2020 9
			; single-person-amount=line-less-own-income
		`},
		{"the full line", "2020-10-01 single-person-amount=full-line",
			"Tianyuan urban within; a wages=1300; b mental-1 wages=100", "single-", `
			single-person-family@b: eligible met; minfa-2020-69
			single-person-class@b: 1 mental met; hunan-2018-10
			single-person-payment@b: computed 600.00/month; line 600.00/month x 1; zhuzhou-2020 9
			; single-person-amount=full-line
		`},
		{"half the line", "2020-10-01 single-person-amount=half-line",
			"Tianyuan urban within; a wages=1300; b mental-1 wages=100", "single-", `
			single-person-family@b: eligible met; minfa-2020-69
			single-person-class@b: 1 mental met; hunan-2018-10
			single-person-payment@b: computed 300.00/month; line 600.00/month x 1/2; zhuzhou-2020 9
			; single-person-amount=half-line
		`},
		{"the line a floor", "2021-07-01 +carry",
			"Youxian rural over low-income=within; a wages=600; b mental-1 wages=100", "single-", `
			single-person-family@b: eligible met; minfa-2021-57 8
			single-person-class@b: 1 mental met; minfa-2021-57 8
			single-person-income@b: 1200.00/year < 4320.00/year+ met; zhuzhou-2020 9
			single-person-payment@b: computed 260.00/month+; line 4320.00/year+ x 1
			; own-income@b 1200.00/year x -1; zhuzhou-2020 9; single-person-amount=line-less-own-income
		`},
		{"own income of a fen a year", "2020-10-01",
			"Tianyuan urban within; a wages=1300; b mental-1 wages=0.01/year", "single-person-payment", `
			single-person-payment@b: computed 600.00/month; line 600.00/month x 1; own-income@b 0.01/year x -1; zhuzhou-2020 9
			; single-person-amount=line-less-own-income
		`},
	})
}
