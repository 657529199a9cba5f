package standards_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// Every figure of 《2020年株洲民政工作要点》, as the law's notes list them, in the order of the items.
var workPoints = []struct {
	item, printed string
	key           standards.Key
	of            string
	place         standards.Place
	residences    []standards.Residence
	want          string
}{
	{"9", "600/月", standards.Key(standards.DibaoLine), "", standards.CityFive, []standards.Residence{standards.Urban, standards.Rural}, "600.00 a month exactly"},
	{"9", "每人每年不低于4320元", standards.Key(standards.DibaoLine), "", standards.CountyFive, []standards.Residence{standards.Rural}, "4320.00 a year at-least"},
	{"9", "不低于400元", standards.Key(standards.AverageAssistance), "", standards.Zhuzhou, []standards.Residence{standards.Urban}, "400.00 a month at-least"},
	{"9", "不低于223元", standards.Key(standards.AverageAssistance), "", standards.Zhuzhou, []standards.Residence{standards.Rural}, "223.00 a month at-least"},
	{"10", "不低于50%", standards.Key(standards.TekunInstitutionShare), "", standards.Zhuzhou, nil, "50% at-least"},
	{"12", "2所", standards.Key(standards.TekunInstitutions), "", standards.Zhuzhou, nil, "2 exactly"},
	{"12", "200张", standards.Key(standards.TekunBeds), "", standards.Zhuzhou, nil, "200 exactly"},
	{"12", "160张", standards.Key(standards.TekunNursingBeds), "", standards.Zhuzhou, nil, "160 exactly"},
	{"12", "90%70%", standards.Key(standards.CommunityCoverage), "city", standards.Zhuzhou, nil, "90% at-least"},
	{"12", "90%70%", standards.Key(standards.CommunityCoverage), "county", standards.Zhuzhou, nil, "70% at-least"},
	{"13", "100%", standards.Key(standards.ServiceQuality), "", standards.Zhuzhou, nil, "100% exactly"},
	{"13", "不低于50%", standards.Key(standards.NursingBedShare), "", standards.Zhuzhou, nil, "50% at-least"},
	{"13", "100", standards.Key(standards.WorkerTraining), "", standards.Zhuzhou, nil, "100% exactly"},
	{"14", "不少于1家", standards.Key(standards.ElderCanteens), "", standards.Zhuzhou, nil, "1 at-least"},
	{"31", "每人每月提高至100元", standards.Key(standards.DisabilityLiving), "", standards.CityFive, nil, "100.00 a month exactly"},
	{"31", "每人每月提高至100元", standards.Key(standards.DisabilityNursing), "", standards.CityFive, nil, "100.00 a month exactly"},
	{"31", "不低于每人每月80", standards.Key(standards.DisabilityLiving), "", standards.CountyFive, nil, "80.00 a month at-least"},
	{"31", "不低于每人每月80", standards.Key(standards.DisabilityNursing), "", standards.CountyFive, nil, "80.00 a month at-least"},
}

func TestEveryFigureOfTheWorkPoints(t *testing.T) {
	set := onDay(t, "2020-10-01")
	for _, tt := range workPoints {
		residences := tt.residences
		if residences == nil {
			residences = []standards.Residence{0, standards.Urban, standards.Rural}
		}
		for _, r := range residences {
			row, ok := set.Find(tt.key, tt.place, r, tt.of)
			require.True(t, ok, "item %s, %s", tt.item, tt.printed)
			assert.Equal(t, tt.want, value(row), "item %s", tt.item)
			assert.Equal(t, []any{tt.place, tt.item, standards.WorkPoints2020}, []any{row.Place, row.Basis.Clause, row.Basis.Document}, "item %s", tt.item)
			assert.Contains(t, row.Basis.Printed, tt.printed)
		}
	}
	rows := 0
	for _, row := range standards.Published().All() {
		if row.Basis.Document == standards.WorkPoints2020 && !row.Key.IsList() {
			rows++
		}
	}
	assert.Equal(t, len(workPoints), rows, "and no figure besides")
}

// What counts as income, by kind and rule: the five columns of section 2.1, a dot for "counts".
const incomeTable = `
	wages                . . . . .
	business             . . . . .
	property             . . . . .
	transfer             . . . . .
	other                . . . . .
	veterans-pension     order-271/2 guofa-2007-19/ minfa-2021-57/13 . minfa-2021-43/6
	reward               . guofa-2007-19/ minfa-2021-57/13 . .
	basic-pension        . . minfa-2021-57/13 minfa-2016-178/6 minfa-2021-43/6
	old-age-allowance    . . . minfa-2016-178/6 minfa-2021-43/6
	disability-subsidy   guofa-2015-52-restated/ guofa-2015-52-restated/ guofa-2015-52-restated/ minfa-2016-178/6 .
	child-subsidy        minfa-2019-62/3(1) minfa-2019-62/3(1) minfa-2019-62/3(1) minfa-2019-62/3(1) minfa-2019-62/3(1)
	relief               . . minfa-2021-57/13 . .
`

func TestWhatCountsAsIncome(t *testing.T) {
	columns := []struct {
		day       string
		list      standards.ListKey
		residence standards.Residence
	}{
		{"2021-06-30", standards.DibaoNotIncome, standards.Urban}, {"2021-06-30", standards.DibaoNotIncome, standards.Rural},
		{"2021-07-01", standards.DibaoNotIncome, 0},
		{"2021-06-30", standards.TekunNotIncome, 0}, {"2021-07-01", standards.TekunNotIncome, 0},
	}
	kinds := 0
	for line := range strings.Lines(strings.TrimSpace(incomeTable)) {
		fields := strings.Fields(line)
		kind, ok := standards.Parse[standards.IncomeKind](fields[0])
		require.True(t, ok, fields[0])
		require.Len(t, fields, 1+len(columns))
		kinds++
		for i, column := range columns {
			residences := []standards.Residence{standards.Urban, standards.Rural}
			if column.residence != 0 {
				residences = []standards.Residence{column.residence}
			}
			for _, r := range residences {
				got := "."
				if row, ok := onDay(t, column.day).Listed(column.list, standards.Yanling, r, kind.String()); ok {
					got = string(row.Basis.Document) + "/" + row.Basis.Clause
				}
				assert.Equal(t, fields[1+i], got, "%s, %s, %s %s", kind, column.day, column.list, r)
				assert.Equal(t, got != ".", notIncome(onDay(t, column.day), column.list, r).Has(kind), "%s, %s", kind, column.day)
			}
		}
	}
	assert.Equal(t, int(standards.Relief), kinds)
}

// The rules change inside 2020 and again in 2021: the day before and the day itself.
func TestDaysOnWhichRulesChange(t *testing.T) {
	listed := func(k standards.ListKey, r standards.Residence, of string) func(*standards.Set) string {
		return func(s *standards.Set) string {
			if row, ok := s.Listed(k, standards.Liling, r, of); ok {
				return string(row.Basis.Document)
			}
			return "no"
		}
	}
	number := func(k standards.NumberKey, of string) func(*standards.Set) string {
		return func(s *standards.Set) string {
			if n, err := s.Number(k, standards.Liling, 0, of); err == nil {
				return n.Number.String() + " " + string(n.Basis.Document)
			}
			return "no"
		}
	}
	figure := func(row standards.Standard, err error) string {
		if err != nil {
			return "no"
		}
		return value(row) + " " + string(row.Basis.Document)
	}
	line := func(r standards.Residence) func(*standards.Set) string {
		return func(s *standards.Set) string {
			l, err := s.Line(standards.DibaoLine, standards.Liling, r)
			return figure(l.Standard, err)
		}
	}
	rate := func(k standards.RateKey) func(*standards.Set) string {
		return func(s *standards.Set) string {
			r, err := s.Rate(k, standards.Liling, 0, "1")
			return figure(r.Standard, err)
		}
	}
	for _, tt := range []struct {
		clause  string
		ask     func(*standards.Set) string
		before  string // the last day of the old rule
		was, is string
	}{
		{"69号", number(standards.LowIncomeMultiple, ""), "2020-06-02", "no", "3/2 minfa-2020-69"},
		{"69号, 57 art. 8", number(standards.LowIncomeMultiple, ""), "2021-06-30", "3/2 minfa-2020-69", "3/2 minfa-2021-57"},
		{"69号", number(standards.SinglePersonGrade, "visual"), "2020-06-02", "no", "2 hunan-2018-10"},
		{"69号", number(standards.SinglePersonGrade, "mental"), "2020-06-02", "no", "3 hunan-2018-10"},
		{"57 art. 8", number(standards.SinglePersonGrade, "intellectual"), "2021-06-30", "3 hunan-2018-10", "3 minfa-2021-57"},
		{"69号", number(standards.TekunMinorAge, ""), "2020-06-02", "16 order-649", "18 minfa-2020-69"},
		{"2020-08 text, item 5", number(standards.TekunMinorAge, ""), "2020-08-24", "18 minfa-2020-69", "18 reform-2020-08"},
		{"R14", number(standards.TekunMinorAge, ""), "2021-06-30", "18 reform-2020-08", "18 reform-2020-08"},
		{"43号 art. 5", number(standards.TekunElderAge, ""), "2021-06-30", "60 minfa-2016-178", "60 minfa-2021-43"},
		{"43号 art. 5", number(standards.TekunGrade, "intellectual"), "2021-06-30", "2 minfa-2016-178", "3 minfa-2021-43"},
		{"43号 art. 5", number(standards.TekunGrade, "mental"), "2021-06-30", "2 minfa-2016-178", "3 minfa-2021-43"},
		{"43号 art. 5", number(standards.TekunGrade, "physical"), "2021-06-30", "1 minfa-2016-178", "2 minfa-2021-43"},
		{"43号 art. 5", number(standards.TekunGrade, "visual"), "2021-06-30", "no", "1 minfa-2021-43"},
		{"43号 art. 5", number(standards.TekunGrade, "hearing"), "2021-06-30", "no", "no"},
		{"43号 art. 22", number(standards.SelfCarePartly, ""), "2021-06-30", "3 self-care-2016", "3 minfa-2021-43"},
		{"the two subsidies", number(standards.LivingGrade, ""), "2021-06-30", "4 guofa-2015-52", "4 guofa-2015-52"},
		{"the two subsidies", number(standards.NursingGrade, ""), "2021-06-30", "2 guofa-2015-52", "2 guofa-2015-52"},
		{"2020-08 text, item 11", listed(standards.JobCosts, 0, "on-dibao"), "2020-08-24", "no", "reform-2020-08"},
		{"57 art. 13", listed(standards.JobCosts, 0, "on-dibao"), "2021-06-30", "reform-2020-08", "no"},
		{"57 art. 13", listed(standards.JobCosts, 0, "anyone"), "2021-06-30", "no", "minfa-2021-57"},
		{"item 6: rural, in 2020", listed(standards.Grace, standards.Rural, ""), "2020-12-31", "zhuzhou-2020", "no"},
		{"2020-08 text, item 11", listed(standards.Grace, standards.Rural, "work"), "2020-12-31", "zhuzhou-2020", "reform-2020-08"}, // item 6 is nearer
		{"2020-08 text, item 11: urban", listed(standards.Grace, standards.Urban, "work"), "2020-08-24", "no", "reform-2020-08"},
		{"57 art. 33", listed(standards.Grace, standards.Urban, "work"), "2021-06-30", "reform-2020-08", "minfa-2021-57"},
		{"57 art. 7: no parents as such", listed(standards.CountingOpen, 0, "parent"), "2021-06-30", "no", "minfa-2021-57"},
		{"43号 art. 6 lists it not", listed(standards.TekunNotIncome, 0, "disability-subsidy"), "2021-06-30", "minfa-2016-178", "no"},
		{"two laws", number(standards.TopUpElderAge, ""), "2021-06-30", "60 elderly-rights-law", "60 elderly-rights-law"},
		{"two laws", number(standards.MinorAge, ""), "2021-06-30", "18 minors-protection-law", "18 minors-protection-law"},
		{"1.1", line(standards.Urban), "2020-10-31", "500.00 a month at-least hunan-2019-07", "550.00 a month at-least xiangminfa-2020-34"},
		{"1.1", line(standards.Urban), "2021-12-31", "550.00 a month at-least xiangminfa-2020-34", "600.00 a month exactly zhuzhou-2022-04"},
		{"1.1", line(standards.Rural), "2020-12-31", "4320.00 a year at-least zhuzhou-2020", "4300.00 a year at-least xiangminfa-2021-4"},
		{"1.1", line(standards.Rural), "2021-12-31", "4300.00 a year at-least xiangminfa-2021-4", "4600.00 a year at-least zhuzhou-2022-04"},
		{"1.1", rate(standards.DisabilityNursing), "2020-12-31", "80.00 a month at-least zhuzhou-2020", "70.00 a month at-least hunan-subsidies-2021"},
		{"1.1", rate(standards.DisabilityLiving), "2021-12-31", "70.00 a month at-least hunan-subsidies-2021", "80.00 a month exactly zhuzhou-subsidies-2022"},
		{"220 art. 5, 57 art. 7", listed(standards.DibaoNotCounted, 0, "clergy"), "2021-06-30", "minfa-2012-220", "minfa-2021-57"},
		{"220 art. 5, 57 art. 7", listed(standards.CountingOpen, 0, "independent-adult-child"), "2021-06-30", "minfa-2012-220", "minfa-2021-57"},
		{"220 art. 5, 57 art. 7", listed(standards.NotExamined, 0, "prison"), "2021-06-30", "minfa-2012-220", "minfa-2021-57"},
		{"R15", listed(standards.NotExamined, 0, "compulsory-rehabilitation"), "2021-06-30", "minfa-2012-220", "minfa-2021-57"},
		{"R15", listed(standards.NotExamined, 0, "missing"), "2021-06-30", "minfa-2012-220", "minfa-2021-57"},
		{"43号 art. 9", listed(standards.TekunNotWith, 0, "orphan"), "2021-06-30", "minfa-2016-178", "minfa-2021-43"},
		{"43号 art. 9", listed(standards.TekunNotWith, 0, "unattended-full"), "2021-06-30", "no", "minfa-2021-43"},
		{"43号 art. 9", listed(standards.TekunNotWith, 0, "unattended-topped-up"), "2021-06-30", "no", "minfa-2021-43"},
		{"62号", listed(standards.LivingNotWith, 0, "unattended-full"), "2021-06-30", "minfa-2019-62", "minfa-2019-62"},
		{"62号: topped up beside dibao, both", listed(standards.LivingNotWith, 0, "unattended-topped-up"), "2021-06-30", "no", "no"},
		{"orphan scheme: nursing only", listed(standards.LivingNotWith, 0, "orphan"), "2021-06-30", "guofa-2015-52-restated", "guofa-2015-52-restated"},
		{"orphan scheme: nursing only", listed(standards.NursingNotWith, 0, "orphan"), "2021-06-30", "no", "no"},
		{"62号: nursing only", listed(standards.NursingNotWith, 0, "unattended-full"), "2021-06-30", "no", "no"},
		{"neither for tekun", listed(standards.LivingNotWith, 0, "tekun"), "2021-06-30", "guofa-2015-52-restated", "guofa-2015-52-restated"},
		{"neither for tekun", listed(standards.NursingNotWith, 0, "tekun"), "2021-06-30", "guofa-2015-52-restated", "guofa-2015-52-restated"},
		{"nor with work-injury nursing", listed(standards.LivingNotWith, 0, "work-injury-nursing"), "2021-06-30", "guofa-2015-52-restated", "guofa-2015-52-restated"},
		{"nor with work-injury nursing", listed(standards.NursingNotWith, 0, "work-injury-nursing"), "2021-06-30", "guofa-2015-52-restated", "guofa-2015-52-restated"},
		{"43号 art. 21", listed(standards.SelfCareActivity, 0, "bed"), "2021-06-30", "self-care-2016", "minfa-2021-43"},
	} {
		day := date(t, tt.before)
		assert.Equal(t, tt.was, tt.ask(onDay(t, day.String())), "%s, on %s", tt.clause, day)
		assert.Equal(t, tt.is, tt.ask(onDay(t, day.Next().String())), "%s, on %s", tt.clause, day.Next())
	}
}
