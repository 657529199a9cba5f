package standards

import "time"

// hunan holds what the province (湖南省) sets for all its places: floors (指导标准) on the lines and the
// two subsidies, and the multiple of the line that basic tekun support is at least. A place's own
// figure decides where it is higher. What was in force on the first day of the tables is dated from
// it.
func hunan() []Standard {
	floor := func(k Key, r Residence, a Amount, from, until Date, b Basis) Standard {
		return Standard{Key: k, Place: Hunan, Residence: r, Amount: a, Bound: AtLeast, From: from, Until: until, Basis: b}
	}
	raised := Date{2020, time.November, 1}

	return []Standard{
		floor(Key(DibaoLine), Urban, Fen(500_00, PerMonth), firstDay, raised,
			passage(HunanUrban2019, "[2019-07]", "全省城市低保指导标准由不低于470元/月提高到不低于500元/月")),
		floor(Key(DibaoLine), Urban, Fen(550_00, PerMonth), raised, begin2022,
			passage(HunanUrban2020, "[2020-11]", "省级城市低保最低指导标准由500元/月提高到550元/月")),
		floor(Key(DibaoLine), Rural, Fen(4000_00, PerYear), firstDay, begin2021,
			passage(HunanRural2020, "line 8", "农村最低生活保障指导标准由4000元/年")),
		floor(Key(DibaoLine), Rural, Fen(4300_00, PerYear), begin2021, begin2022,
			cite(HunanRural2021, "1(1)", "农村最低生活保障指导标准由4000元/年提高到4300元/年")),

		floor(Key(DisabilityLiving), 0, Fen(70_00, PerMonth), begin2021, begin2022,
			passage(HunanSubsidies2021, "[2021]", "困难残疾人生活补贴和重度残疾人护理补贴发放标准从2021年1月1日起每人每月提高到70元")),
		floor(Key(DisabilityNursing), 0, Fen(70_00, PerMonth), begin2021, begin2022,
			passage(HunanSubsidies2021, "[2021]", "困难残疾人生活补贴和重度残疾人护理补贴发放标准从2021年1月1日起每人每月提高到70元")),

		{Key: Key(TekunBasicMultiple), Place: Hunan, Number: Fraction{13, 10}, Bound: AtLeast, From: firstDay,
			Basis: passage(TekunMultiple, "[2020-11]", "特困人员基本生活费按不低于低保标准的1.3倍发放")},
	}
}
