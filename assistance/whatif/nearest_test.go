package whatif_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func otherIncome(fen int64) []assistance.Income {
	return []assistance.Income{{Kind: standards.OtherIncome, Amount: standards.Fen(fen, standards.PerYear)}}
}

func memberOf(h *assistance.Household, id string) *assistance.Member {
	return &h.Members[slices.IndexFunc(h.Members, func(m assistance.Member) bool { return m.ID == id })]
}

// Each part is told what it waits for itself, and how high a figure would have to be for it, whatever others wait for.
func TestNearestOfEachMember(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	line := func(yuan int64) whatif.Remedy {
		return whatif.Remedy{Kind: whatif.FigureStated, Amount: standards.Fen(yuan*100, standards.PerYear),
			Figure: benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban}}
	}
	components := whatif.Remedy{Kind: whatif.FactStated, Member: "b", Fact: benefit.ComponentsFact}
	for household, want := range map[string][]whatif.Way{
		"Youxian urban within; e 1950-01-01 counted=no support=none wages=600; f 1950-01-01 counted=no support=none wages=900": {
			{Part: benefit.Tekun, Member: "e", Changes: []whatif.Remedy{line(7200)}},
			{Part: benefit.Tekun, Member: "f", Changes: []whatif.Remedy{line(10800)}}},
		"Youxian urban within; e 1950-01-01 support=none wages=600; f 1950-01-01 support=none wages=900": {
			{Part: benefit.Dibao, Changes: []whatif.Remedy{line(7200)}},
			{Part: benefit.Tekun, Member: "e", Changes: []whatif.Remedy{line(7200)}},
			{Part: benefit.Tekun, Member: "f", Changes: []whatif.Remedy{line(10800)}}},
		"Youxian urban within; b support=none multiple-1; f 1950-01-01 support=none wages=900": {
			{Part: benefit.Dibao, Changes: []whatif.Remedy{components, line(10800)}},
			{Part: benefit.Tekun, Member: "b", Changes: []whatif.Remedy{components}},
			{Part: benefit.Living, Member: "b", Changes: []whatif.Remedy{components, line(10800)}},
			{Part: benefit.Nursing, Member: "b", Changes: []whatif.Remedy{components}},
			{Part: benefit.Tekun, Member: "f", Changes: []whatif.Remedy{line(10800)}}},
	} {
		ways, err := whatif.Nearest(set, families.Stated(t, household))
		require.NoError(t, err)
		assert.Equal(t, want, ways, household)
	}
}

// What is said to families, in both languages.
func TestNearestTexts(t *testing.T) {
	income := func(fen int64) []assistance.Income {
		return []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(fen, standards.PerMonth)}}
	}
	none := []assistance.Income{}
	for _, c := range []struct {
		name    string
		on      standards.Date
		h       assistance.Household
		chinese []string
		english []string
	}{
		{"over the line, in May", standards.Day(2020, time.May, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Over, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1970, time.January, 1), Income: income(700_00)}, {ID: "B", Born: standards.Day(1970, time.January, 1), Income: income(700_00)}}},
			[]string{"家庭收入低于每年14400.00元（每月1200.00元），并且家庭财产符合当地规定的，可享受最低生活保障"},
			[]string{"dibao would be due if the household's income is below 14400.00 yuan a year, that is 1200.00 yuan a month and the household's property is within the local limit"}},
		{"grade 1 above the line, before low-income families are known", standards.Day(2020, time.May, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1970, time.January, 1), Income: income(1300_00)},
			{ID: "B", Born: standards.Day(1970, time.January, 1), Income: none, Disability: disability.Certificate{Category: disability.Physical, Grade: 1}}}},
			[]string{"家庭收入低于每年14400.00元（每月1200.00元）的，可享受最低生活保障", "B：家庭收入低于每年14400.00元（每月1200.00元）的，可享受困难残疾人生活补贴", "B：2020年6月3日至2020年12月31日期间，其他情况不变的，可享受困难残疾人生活补贴"},
			[]string{"dibao would be due if the household's income is below 14400.00 yuan a year, that is 1200.00 yuan a month", "B: living subsidy would be due if the household's income is below 14400.00 yuan a year, that is 1200.00 yuan a month",
				"B: living subsidy would be due if the day is from 2020-06-03 to 2020-12-31, with nothing else changed"}},
		{"tekun at 60", standards.Day(2020, time.October, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1960, time.December, 31), Income: none, Support: benefit.NoSupporters}}},
			[]string{"A：自2020年12月31日起，即A年满60周岁，规定届时不变的，可享受特困人员救助供养"},
			[]string{"A: tekun support would be due if the day is 2020-12-31 or later, when A is 60, if the rules stay as they are"}},
		{"tekun by the grades of 2021", standards.Day(2020, time.October, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1990, time.February, 28), Income: none, Support: benefit.NoSupporters, Disability: disability.Certificate{Category: disability.Physical, Grade: 2}}}},
			[]string{"A：自2050年2月28日起，即A年满60周岁，规定届时不变的，可享受特困人员救助供养", "A：自2021年7月1日起，其他情况不变的，可享受特困人员救助供养"},
			[]string{"A: tekun support would be due if the day is 2050-02-28 or later, when A is 60, if the rules stay as they are", "A: tekun support would be due if the day is 2021-07-01 or later, with nothing else changed"}},
		{"a figure and a fact are missing", standards.Day(2020, time.October, 1), assistance.Household{Division: standards.Youxian, Residence: standards.Urban, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1970, time.January, 1), Income: income(500_00)}}},
			[]string{"提供当地公布的“攸县城市最低生活保障标准”及其文件，并且补充说明“财产是否符合规定”的，可以作出最低生活保障的决定"},
			[]string{"dibao can be decided once the place's own figure is supplied with its document: Youxian, urban dibao line and it is stated whether property is within the limit"}},
		{"an income is not stated", standards.Day(2020, time.October, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1970, time.January, 1)}}},
			[]string{"补充说明“A：收入”的，可以作出最低生活保障的决定"},
			[]string{"dibao can be decided once it is stated for A: income"}},
		{"own income above the line", standards.Day(2020, time.October, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1970, time.January, 1), Income: income(650_00), SeriousIllness: standards.Yes},
			{ID: "B", Born: standards.Day(1970, time.January, 1), Income: income(650_00)}}},
			[]string{"家庭收入低于每年14400.00元（每月1200.00元）的，可享受最低生活保障", "A：A的本人收入低于每年7200.00元（每月600.00元）的，可享受参照单人户低保"},
			[]string{"dibao would be due if the household's income is below 14400.00 yuan a year, that is 1200.00 yuan a month",
				"A: single-person cover would be due if A's own income is below 7200.00 yuan a year, that is 600.00 yuan a month"}},
		{"over the multiple", standards.Day(2020, time.October, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1970, time.January, 1), Income: income(2000_00)},
			{ID: "B", Born: standards.Day(1970, time.January, 1), Income: none, Disability: disability.Certificate{Category: disability.Mental, Grade: 3}}}},
			[]string{"家庭收入低于每年14400.00元（每月1200.00元）的，可享受最低生活保障", "家庭收入低于每年21600.00元（每月1800.00元）的，可认定为低保边缘家庭", "B：家庭收入低于每年21600.00元（每月1800.00元）的，可享受困难残疾人生活补贴"},
			[]string{"dibao would be due if the household's income is below 14400.00 yuan a year, that is 1200.00 yuan a month", "low-income family if the household's income is below 21600.00 yuan a year, that is 1800.00 yuan a month",
				"B: living subsidy would be due if the household's income is below 21600.00 yuan a year, that is 1800.00 yuan a month"}},
		{"exclusions", standards.Day(2020, time.October, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1970, time.January, 1), Income: none, WorkInjuryNursing: standards.Yes, LivingAllowance: standards.Fen(130_00, standards.PerMonth),
				Disability: disability.Certificate{Category: disability.Speech, Grade: 3}}}},
			[]string{"A：A不领取工伤保险生活护理费，并且A另享受的同类补贴不高于每月100.00元的，可享受困难残疾人生活补贴"},
			[]string{"A: living subsidy would be due if A does not get the work-injury nursing benefit and A's other allowance is not above 100.00 yuan a month"}},
		{"over the line, and property not stated: the limit alone does not do", standards.Day(2020, time.May, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Members: []assistance.Member{
			{ID: "A", Born: standards.Day(1970, time.January, 1), Income: income(700_00)}}},
			[]string{"家庭收入低于每年7200.00元（每月600.00元），并且补充说明“财产是否符合规定”的，可以重新作出最低生活保障的决定"},
			[]string{"dibao could be decided anew if the household's income is below 7200.00 yuan a year, that is 600.00 yuan a month and it is stated whether property is within the limit"}},
		{"costs, and it is open who counts: below the line of the fewest", standards.Day(2022, time.August, 1), assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within,
			LowIncomeProperty: benefit.Over, RigidCosts: standards.Fen(100_00, standards.PerMonth), Members: []assistance.Member{
				{ID: "A", Born: standards.Day(1970, time.January, 1), Income: income(800_00)},
				{ID: "B", Born: standards.Day(1995, time.January, 1), Relation: benefit.AdultChild, Income: income(900_00)}}},
			[]string{"家庭收入低于每年7800.00元（每月650.00元）的，可享受最低生活保障", "家庭财产符合低保边缘家庭的规定的，可认定为低保边缘家庭"},
			[]string{"dibao would be due if the household's income is below 7800.00 yuan a year, that is 650.00 yuan a month",
				"low-income family if the household's property is within the limit for low-income families"}},
	} {
		set, err := standards.At(c.on)
		require.NoError(t, err)
		ways, err := whatif.Nearest(set, c.h)
		require.NoError(t, err)
		var chinese, english []string
		for _, w := range ways {
			chinese, english = append(chinese, w.Text(benefit.Chinese)), append(english, w.Text(benefit.English))
		}
		assert.Equal(t, c.chinese, chinese, c.name)
		assert.Equal(t, c.english, english, c.name)
	}
	_, err := whatif.Nearest(nil, assistance.Household{})
	assert.Error(t, err)
	assert.Error(t, new(whatif.RemedyKind).UnmarshalText([]byte("x")))
}
