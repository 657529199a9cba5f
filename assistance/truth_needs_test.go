package assistance_test

import "testing"

// What is needed, how high a figure would have to be, and which parts wait for it.
func TestTruthNeeds(t *testing.T) {
	rule(t, []ruling{
		// Law 4.3: needs names the figure and how high it would have to be (above I / N a year); law 4.2: own income, of one.
		{"law 4.3", "one line, above another sum for tekun than for dibao", "2020-10-01",
			"Youxian urban within; e 1950-01-01 counted=no support=none self-care=full wages=600; a wages=800",
			"waits dibao-line@430223/urban>7200.00/year:tekun dibao-line@430223/urban>9600.00/year:dibao"},
		{"law 4.2", "one line, above the own income of each", "2020-10-01",
			"Youxian urban within; e 1950-01-01 counted=no support=none wages=600; f 1950-01-01 counted=no support=none wages=900",
			"waits dibao-line@430223/urban>10800.00/year:tekun dibao-line@430223/urban>7200.00/year:tekun"},
		{"law 4.2", "one line, above the same own income", "2020-10-01",
			"Youxian urban within; e 1950-01-01 counted=no support=none wages=600; f 1950-01-01 counted=no support=none wages=7200/year",
			"waits dibao-line@430223/urban>7200.00/year:tekun"},
		{"law 4.3", "dibao waits for the tekun of each who is counted", "2020-10-01",
			"Youxian urban within; e 1950-01-01 support=none wages=600; f 1950-01-01 support=none wages=900",
			"waits dibao-line@430223/urban>10800.00/year:tekun,dibao dibao-line@430223/urban>7200.00/year:tekun,dibao"},
		{"law 4.6", "a rate, above another allowance of each", "2020-10-01",
			"Youxian rural within; a visual-1 nursing=90; b visual-1 nursing=100",
			"waits disability-nursing@430223>89.99/month:nursing disability-nursing@430223>99.99/month:nursing"},

		// Law 4.3: while the tekun of a counted member is undetermined, dibao is too; law 4.6: while the member's tekun is, both subsidies are.
		// The amount of someone eligible keeps nobody waiting.
		{"law 4.2", "the amount of a tekun person is for tekun alone", "2020-10-01",
			"Tianyuan urban within; e 1950-01-01 support=none self-care=full; a support=none multiple-1",
			"waits a.components:tekun,dibao,living,nursing tekun-basic@430211/urban:tekun tekun-care@430211/full:tekun"},
		{"law 4.6", "the nursing subsidy waits for his own tekun, the living subsidy for dibao", "2020-10-01",
			"Youxian urban within; b support=none multiple-1; f 1950-01-01 support=none wages=900",
			"waits b.components:tekun,dibao,living,nursing dibao-line@430223/urban>10800.00/year:tekun,dibao,living"},
		{"law 4.6", "the living subsidy follows the dibao of the own kind", "2020-10-01",
			"Youxian within; u urban wages=1200 physical-3 counted=yes; r rural",
			"dibao undetermined; u living undetermined if 80.00+; needs dibao-line@430223/rural>7200.00/year dibao-line@430223/urban>7200.00/year; " +
				"waits dibao-line@430223/rural>7200.00/year:dibao dibao-line@430223/urban>7200.00/year:dibao,living"},
		{"law 4.6", "both kinds, property not stated", "2020-10-01", "Youxian urban; u wages=1200 physical-3; r rural",
			"waits dibao-line@430223/rural>7200.00/year:dibao dibao-line@430223/urban>7200.00/year:dibao,living property:dibao,living"},
		{"law 4.6", "the own kind is eligible: the subsidy waits for nothing", "2020-10-01 +town", "Youxian urban within; u wages=900 physical-3; r rural",
			"u living eligible 80.00+; waits dibao-line@430223/rural>5400.00/year:dibao"},
		{"law 4.3", "no income is below a floor: only property is waited for", "2020-10-01", "Youxian urban; a physical-3",
			"a living undetermined if 80.00+; waits property:dibao,living"},
		{"law 4.3", "grace of the own kind", "2020-10-01", "Tianyuan within on-dibao=yes; a urban wages=2000 physical-3; b rural physical-3",
			"waits grace-months@430211/rural:dibao,living grace-months@430211/urban:dibao,living"},

		// Law 4.5 and 4.6: single-person cover, and with it the living subsidy, while the family is undetermined.
		{"law 4.5", "single-person cover that own income refuses waits for nothing", "2020-10-01", "Tianyuan urban; a wages=800; b wages=600 mental-1",
			"waits property:lowIncome"},
		{"law 4.5", "single-person cover and the living subsidy wait for the family and the class", "2020-10-01", "Tianyuan urban; a wages=1300; b multiple-3",
			"waits b.components:singlePerson,living property:lowIncome,singlePerson,living"},
		{"law 4.5", "two in the class, the grade of one open", "2020-10-01", "Tianyuan urban within; a wages=1300 ill=yes; b multiple-3",
			"waits b.components:singlePerson,living"},
	})
}
