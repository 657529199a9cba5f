package standards

import "time"

// The first days of the years for which the city and the province state figures, and the first day
// after the 14th five-year plan (“十四五”期间).
var (
	begin2020     = Date{2020, time.January, 1}
	begin2021     = Date{2021, time.January, 1}
	begin2022     = Date{2022, time.January, 1}
	begin2023     = Date{2023, time.January, 1}
	after14thPlan = Date{2026, time.January, 1}
)

// zhuzhou2020 holds the figures of 《2020年株洲民政工作要点》, item by item. The document states no
// effective dates: [Effective2020Reading] says on which days they apply, and the dates here are its
// default.
func zhuzhou2020() []Standard {
	from, until := begin2020, begin2021
	return []Standard{
		// Item 9: the dibao lines, and the floors on the average payment.
		{Key: Key(DibaoLine), Place: CityFive, Amount: Fen(600_00, PerMonth), Bound: Exactly, From: from, Until: until,
			Basis: cite(WorkPoints2020, "9", "600/月")},
		{Key: Key(DibaoLine), Place: CountyFive, Residence: Rural, Amount: Fen(4320_00, PerYear), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "9", "每人每年不低于4320元")},
		{Key: Key(AverageAssistance), Place: Zhuzhou, Residence: Urban, Amount: Fen(400_00, PerMonth), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "9", "城市低保月人均救助水平不低于400元")},
		{Key: Key(AverageAssistance), Place: Zhuzhou, Residence: Rural, Amount: Fen(223_00, PerMonth), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "9", "农村低保月人均救助水平不低于223元")},

		// Item 31: the two disability subsidies.
		{Key: Key(DisabilityLiving), Place: CityFive, Amount: Fen(100_00, PerMonth), Bound: Exactly, From: from, Until: until,
			Basis: cite(WorkPoints2020, "31", "每人每月提高至100元")},
		{Key: Key(DisabilityLiving), Place: CountyFive, Amount: Fen(80_00, PerMonth), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "31", "不低于每人每月80")},
		{Key: Key(DisabilityNursing), Place: CityFive, Amount: Fen(100_00, PerMonth), Bound: Exactly, From: from, Until: until,
			Basis: cite(WorkPoints2020, "31", "每人每月提高至100元")},
		{Key: Key(DisabilityNursing), Place: CountyFive, Amount: Fen(80_00, PerMonth), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "31", "不低于每人每月80")},

		// Items 10, 12, 13 and 14: targets for tekun institutions and eldercare.
		{Key: Key(TekunInstitutionShare), Place: Zhuzhou, Number: Percent(50), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "10", "不低于50%")},
		{Key: Key(TekunInstitutions), Place: Zhuzhou, Number: Whole(2), Bound: Exactly, From: from, Until: until,
			Basis: cite(WorkPoints2020, "12", "2所")},
		{Key: Key(TekunBeds), Place: Zhuzhou, Number: Whole(200), Bound: Exactly, From: from, Until: until,
			Basis: cite(WorkPoints2020, "12", "200张")},
		{Key: Key(TekunNursingBeds), Place: Zhuzhou, Number: Whole(160), Bound: Exactly, From: from, Until: until,
			Basis: cite(WorkPoints2020, "12", "160张")},
		{Key: Key(CommunityCoverage), Place: Zhuzhou, Of: "city", Number: Percent(90), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "12", "不低于90%70%")},
		{Key: Key(CommunityCoverage), Place: Zhuzhou, Of: "county", Number: Percent(70), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "12", "不低于90%70%")},
		{Key: Key(ServiceQuality), Place: Zhuzhou, Number: Percent(100), Bound: Exactly, From: from, Until: until,
			Basis: cite(WorkPoints2020, "13", "100%")},
		{Key: Key(NursingBedShare), Place: Zhuzhou, Number: Percent(50), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "13", "不低于50%")},
		{Key: Key(WorkerTraining), Place: Zhuzhou, Number: Percent(100), Bound: Exactly, From: from, Until: until,
			Basis: cite(WorkPoints2020, "13", "100")},
		{Key: Key(ElderCanteens), Place: Zhuzhou, Number: Whole(1), Bound: AtLeast, From: from, Until: until,
			Basis: cite(WorkPoints2020, "14", "不少于1家")},

		// Item 6: the gradual exit from rural dibao. It is no figure of the year and goes on until
		// the national text.
		{Key: Key(Grace), Place: Zhuzhou, Residence: Rural, From: from, Until: until,
			Basis: cite(WorkPoints2020, "6", "农村低保渐退")},
	}
}
