package standards

// zhuzhou2022 holds the city's figures from 2022-01-01 on, as they are restated: the lines of the
// notice of 2022-04-28, and the rates of the two subsidies in the guide of that year.
func zhuzhou2022() []Standard {
	line := func(p Place, r Residence, a Amount, bound Bound, printed string) Standard {
		return Standard{Key: Key(DibaoLine), Place: p, Residence: r, Amount: a, Bound: bound, From: begin2022,
			Basis: passage(ZhuzhouLines2022, "[B]", printed)}
	}
	rate := func(k RateKey, p Place, fen int64, printed string) Standard {
		return Standard{Key: Key(k), Place: p, Amount: Fen(fen, PerMonth), Bound: Exactly, From: begin2022, Until: begin2023,
			Basis: passage(ZhuzhouSubsidies2022, "[C1]", printed)}
	}
	const (
		city     = "株洲城区困难残疾人生活补贴标准和重度残疾人护理补贴标准分别为100元/月"
		counties = "困难残疾人生活补贴标准和重度残疾人护理补贴标准分别为80元/月"
	)

	return []Standard{
		line(CityFive, 0, Fen(650_00, PerMonth), Exactly, "城乡最低生活保障标准提高到650元/月"),
		line(CountyFive, Urban, Fen(600_00, PerMonth), Exactly, "城市最低生活保障标准提高到600元/月"),
		line(CountyFive, Rural, Fen(4600_00, PerYear), AtLeast, "农村最低生活保障标准提高到不低于4600元/年"),

		rate(DisabilityLiving, CityFive, 100_00, city),
		rate(DisabilityLiving, CountyFive, 80_00, counties),
		rate(DisabilityNursing, CityFive, 100_00, city),
		rate(DisabilityNursing, CountyFive, 80_00, counties),
	}
}
