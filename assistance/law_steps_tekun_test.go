package assistance_test

import "testing"

// Each condition of tekun and what it compares: no ability to work (2016 text art. 5; 43号 art. 5),
// supporters (arts. 4, 8), schemes (art. 9), own income and property (art. 6).
func TestStepsOfTekun(t *testing.T) {
	recount(t, []account{
		{"sixty today", "2020-10-01",
			"Tianyuan urban within; a 1960-10-01 support=none", "tekun-", `
			tekun-no-ability-to-work@a: 60 >= 60 met; minfa-2016-178 5
			tekun-income-below-line@a: 0.00/year < 7200.00/year met; zhuzhou-2020 9
			tekun-property@a: within met; minfa-2016-178 6
			tekun-no-support@a: none met; minfa-2016-178 4(3)
			tekun-payment@a: computed 780.00/month+; tekun-basic-line 600.00/month+ x 13/10; tekun-multiple
		`},
		{"sixty tomorrow", "2020-10-01",
			"Tianyuan urban within; a 1960-10-02 support=none", "tekun-no-ab", `
			tekun-no-ability-to-work@a: 59 >= 60 not-met; minfa-2016-178 5
		`},
		{"seventeen", "2020-10-01",
			"Tianyuan urban within; a 2002-10-02 support=incapable", "tekun-", `
			tekun-no-ability-to-work@a: 17 < 18 met; reform-2020-08 5
			tekun-income-below-line@a: 0.00/year < 7200.00/year met; zhuzhou-2020 9
			tekun-property@a: within met; minfa-2016-178 6
			tekun-no-support@a: incapable met; minfa-2016-178 8
			tekun-payment@a: computed 780.00/month+; tekun-basic-line 600.00/month+ x 13/10; tekun-multiple
		`},
		{"eighteen today", "2020-10-01",
			"Tianyuan urban within; a 2002-10-01 support=none", "tekun-no-ab", `
			tekun-no-ability-to-work@a: 18 >= 60 not-met; minfa-2016-178 5
		`},
		{"mental, grade 2", "2020-10-01",
			"Tianyuan urban within; a mental-2 support=none", "tekun-no-ab", `
			tekun-no-ability-to-work@a: 2 mental <= 2 met; minfa-2016-178 5
		`},
		{"mental, grade 3", "2020-10-01",
			"Tianyuan urban within; a mental-3 support=none", "tekun-no-ab", `
			tekun-no-ability-to-work@a: 40 >= 60 not-met; minfa-2016-178 5
		`},
		{"mental, grade 3, from 2021-07-01", "2021-07-01 +carry",
			"Tianyuan urban within; a mental-3 support=none", "tekun-no-ab tekun-no-su tekun-income tekun-prop", `
			tekun-no-ability-to-work@a: 3 mental <= 3 met; minfa-2021-43 5
			tekun-income-below-line@a: 0.00/year < 7200.00/year met; zhuzhou-2020 9
			tekun-property@a: within met; minfa-2021-43 6
			tekun-no-support@a: none met; minfa-2021-43 4(3)
		`},
		{"multiple, components not stated", "2020-10-01",
			"Tianyuan urban within; a multiple-1 support=none", "tekun-no-ab", `
			tekun-no-ability-to-work@a: 1 multiple <= unknown; minfa-2016-178 5
		`},
		{"multiple, by its components", "2020-10-01",
			"Tianyuan urban within; a multiple-1:mental-1,visual-2 support=none", "tekun-no-ab", `
			tekun-no-ability-to-work@a: 1 multiple <= met; minfa-2016-178 5
		`},
		{"sixteen in 2021 by the other choice of R14", "2021-07-01 +carry tekun-minor-2021=under-16",
			"Tianyuan urban within; a 2005-07-01 support=none", "tekun-no-ab", `
			tekun-no-ability-to-work@a: 16 >= 60 not-met; minfa-2021-43 5
		`},
		{"supporters able", "2020-10-01",
			"Tianyuan urban within; a 1950-01-01 support=capable", "tekun-no-su", `
			tekun-no-support@a: capable not-met; minfa-2016-178 8
		`},
		{"supporters unable", "2021-07-01 +carry",
			"Tianyuan urban within; a 1950-01-01 support=incapable", "tekun-no-su", `
			tekun-no-support@a: incapable met; minfa-2021-43 8
		`},
		{"in the orphan scheme", "2020-10-01",
			"Tianyuan urban within; a 2010-01-01 support=none orphan", "tekun-child", `
			tekun-child-scheme@a: orphan not-met; minfa-2016-178 9
		`},
		{"topped up, which excludes nobody", "2020-10-01",
			"Tianyuan urban within; a 2010-01-01 support=none unattended-topped-up", "tekun-child", `
			tekun-child-scheme@a: unattended-topped-up met; minfa-2016-178 9
		`},
		{"unattended, from 2021-07-01", "2021-07-01 +carry",
			"Tianyuan urban within; a 2010-01-01 support=none unattended-full", "tekun-child", `
			tekun-child-scheme@a: unattended-full not-met; minfa-2021-43 9
		`},
		{"own income at the line", "2020-10-01",
			"Tianyuan urban within; a 1950-01-01 support=none wages=600", "tekun-income", `
			tekun-income-below-line@a: 7200.00/year < 7200.00/year not-met; zhuzhou-2020 9
		`},
		{"own income just below", "2020-10-01",
			"Tianyuan urban within; a 1950-01-01 support=none wages=599.99", "tekun-income", `
			tekun-income-below-line@a: 7199.88/year < 7200.00/year met; zhuzhou-2020 9
		`},
		{"own income not stated", "2020-10-01",
			"Tianyuan urban within; a 1950-01-01 support=none income=?", "tekun-income", `
			tekun-income-below-line@a: < 7200.00/year unknown; zhuzhou-2020 9
		`},
		{"own income at a floor", "2020-10-01",
			"Youxian rural within; a 1950-01-01 support=none wages=360", "tekun-income", `
			tekun-income-below-line@a: 4320.00/year < 4320.00/year+ unknown; zhuzhou-2020 9
		`},
		{"own property over", "2020-10-01",
			"Tianyuan urban within; a 1950-01-01 support=none own=over", "tekun-property", `
			tekun-property@a: over not-met; minfa-2016-178 6
		`},
		{"the household's property, over, of others too", "2020-10-01",
			"Tianyuan urban over; a 1950-01-01 support=none; b", "tekun-property", `
			tekun-property@a: over unknown; minfa-2016-178 6
		`},
		{"the household's property, over, of one alone", "2020-10-01",
			"Tianyuan urban over; a 1950-01-01 support=none", "tekun-property", `
			tekun-property@a: over not-met; minfa-2016-178 6
		`},
		{"property not stated", "2020-10-01",
			"Tianyuan urban; a 1950-01-01 support=none", "tekun-property", `
			tekun-property@a: unknown; minfa-2016-178 6
		`},
	})
}

// The basic standard, or at least 1.3 times the line, and the care standard on top (649号 art. 15).
func TestStepsOfTekunPayment(t *testing.T) {
	recount(t, []account{
		{"nothing on record but the line", "2020-10-01",
			"Tianyuan urban within; a 1950-01-01 support=none self-care=full", "tekun-payment", `
			tekun-payment@a: computed 780.00/month+; tekun-basic-line 600.00/month+ x 13/10; tekun-multiple
		`},
		{"the line a floor", "2020-10-01",
			"Youxian rural within; a 1950-01-01 support=none self-care=full", "tekun-payment", `
			tekun-payment@a: computed 468.00/month+; tekun-basic-line 4320.00/year+ x 13/10; tekun-multiple
		`},
		{"the basic standard alone", "2020-10-01 +basic",
			"Tianyuan urban within; a 1950-01-01 support=none", "tekun-payment", `
			tekun-payment@a: computed 780.00/month+; tekun-basic 780.00/month x 1; basic
		`},
		{"care standards", "2020-10-01 +basic +care",
			"Tianyuan urban within; a 1950-01-01 support=none self-care=partial", "tekun-payment", `
			tekun-payment@a: computed 1020.00/month; tekun-basic 780.00/month x 1
			; tekun-care 240.00/month x 1; basic
		`},
		{"a care standard that is a floor", "2020-10-01 +basic +care",
			"Tianyuan urban within; a 1950-01-01 support=none self-care=none", "tekun-payment", `
			tekun-payment@a: computed 1260.00/month+; tekun-basic 780.00/month x 1
			; tekun-care 480.00/month+ x 1; basic
		`},
		{"care on top of the multiple of the line", "2020-10-01 +care",
			"Tianyuan urban within; a 1950-01-01 support=none self-care=full", "tekun-payment", `
			tekun-payment@a: computed 860.00/month+; tekun-basic-line 600.00/month+ x 13/10
			; tekun-care 80.00/month x 1; tekun-multiple
		`},
		{"rounded up to the yuan", "2020-10-01 +632 rounding=up-to-yuan",
			"Tianyuan urban within; a 1950-01-01 support=none self-care=full", "tekun-payment", `
			tekun-payment@a: computed 822.00/month+; tekun-basic-line 632.00/month+ x 13/10
			; tekun-multiple; rounding=up-to-yuan
		`},
	})
}
