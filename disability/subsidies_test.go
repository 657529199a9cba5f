package disability_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Item 31 for each place, whatever the category: the living subsidy for grades 1 to 4, then the nursing subsidy for them.
const rateTable = `
	hetang    100.00 100.00 100.00 100.00   100.00 100.00 - -       # item 31: 市区每人每月提高至100元
	lusong    100.00 100.00 100.00 100.00   100.00 100.00 - -       # item 31
	shifeng   100.00 100.00 100.00 100.00   100.00 100.00 - -       # item 31
	tianyuan  100.00 100.00 100.00 100.00   100.00 100.00 - -       # item 31
	yunlong   100.00 100.00 100.00 100.00   100.00 100.00 - -       # item 31, R1: Yunlong is one of 市区
	lukou     >=80.00 >=80.00 >=80.00 >=80.00   >=80.00 >=80.00 - - # item 31: 渌口区及各县市不低于每人每月80
	youxian   >=80.00 >=80.00 >=80.00 >=80.00   >=80.00 >=80.00 - - # item 31
	chaling   >=80.00 >=80.00 >=80.00 >=80.00   >=80.00 >=80.00 - - # item 31
	yanling   >=80.00 >=80.00 >=80.00 >=80.00   >=80.00 >=80.00 - - # item 31
	liling    >=80.00 >=80.00 >=80.00 >=80.00   >=80.00 >=80.00 - - # item 31
`

func TestEveryPlaceGradeAndCategory(t *testing.T) {
	set := onDay(t, "2020-10-01")
	places := 0
	for line := range strings.Lines(strings.TrimSpace(rateTable)) {
		cells := strings.Fields(line)
		place, ok := standards.ParseDivision(cells[0])
		assert.True(t, ok, cells[0])
		places++
		for grade := disability.MostSevere; grade <= disability.LeastSevere; grade++ {
			for _, category := range categories {
				p := someone()
				p.Place, p.Grades = place, disability.Certificate{Category: category, Grade: grade}.Grades()
				living, nursing, ofLiving, ofNursing := decide(set, p)
				for _, tt := range []struct{ want, got string }{{cells[grade], show(living)}, {cells[4+grade], show(nursing)}} {
					want := "ineligible"
					if tt.want != "-" {
						want = "eligible " + tt.want
					}
					assert.Equal(t, want, tt.got, "%s, %s %d", place.Text(standards.English), category, grade)
				}
				assert.Empty(t, append(ofLiving.needs, ofLiving.assumed...), "everything is stated")
				assert.Empty(t, append(ofNursing.needs, ofNursing.assumed...), "everything is stated")
			}
		}
	}
	assert.Equal(t, len(standards.Divisions()), places)
	for _, place := range []standards.Place{0, standards.Elsewhere, standards.Zhuzhou, standards.CityFive, standards.CountyFive, standards.China, 430221, 1 << 31} {
		p := someone()
		p.Place = place
		living, nursing, ofLiving, ofNursing := decide(set, p)
		assert.Equal(t, []any{"-", "-", found{}, found{}}, []any{show(living), show(nursing), ofLiving, ofNursing}, "section 4 step 6: not examined in %v", place)
	}
}

// The interplay of law.md 2.3 and section 4 step 6, clause by clause. Someone is the person of grade 1 in Tianyuan to whom both are
// due; county moves him to Youxian, where only the floor of 80 is on record.
func TestInterplay(t *testing.T) {
	county := func(p *disability.Person) { p.Place = standards.Youxian }
	grade := func(g int) func(p *disability.Person) {
		return func(p *disability.Person) {
			p.Grades = disability.Certificate{Category: disability.Visual, Grade: g}.Grades()
		}
	}
	type change = func(p *disability.Person)
	for _, tt := range []struct {
		clause          string
		change          []change
		living, nursing string
	}{
		{"both together are allowed", nil, "eligible 100.00", "eligible 100.00"},
		{"no certificate: a claim, not examined", []change{func(p *disability.Person) { p.Grades = disability.Grades{} }}, "-", "-"},
		{"elsewhere: not examined", []change{func(p *disability.Person) { p.Place = standards.Elsewhere }}, "-", "-"},

		{"living: on dibao", []change{func(p *disability.Person) { p.Dibao = benefit.Ineligible }}, "ineligible", "eligible 100.00"},
		{"living follows dibao", []change{func(p *disability.Person) { p.Dibao = benefit.Undetermined }}, "undetermined, if met 100.00", "eligible 100.00"},
		{"an unexamined verdict refuses nothing", []change{func(p *disability.Person) { p.Dibao = benefit.NotExamined }}, "undetermined, if met 100.00", "eligible 100.00"},
		{"living: any grade 1 to 4; nursing: 1 or 2", []change{grade(2)}, "eligible 100.00", "eligible 100.00"},
		{"living: any grade 1 to 4; nursing: 1 or 2", []change{grade(3)}, "eligible 100.00", "ineligible"},
		{"living: any grade 1 to 4; nursing: 1 or 2", []change{grade(4)}, "eligible 100.00", "ineligible"},

		{"neither for tekun people", []change{func(p *disability.Person) { p.Tekun = benefit.Eligible }}, "ineligible", "ineligible"},
		{"step 6: tekun undetermined leaves both undetermined", []change{func(p *disability.Person) { p.Tekun = benefit.Undetermined }}, "undetermined, if met 100.00",
			"undetermined, if met 100.00"},
		{"step 6: the same in a county", []change{county, func(p *disability.Person) { p.Tekun = benefit.Undetermined }}, "undetermined, if met >=80.00",
			"undetermined, if met >=80.00"},
		{"tekun not examined: he is none", []change{func(p *disability.Person) { p.Tekun = benefit.NotExamined }}, "eligible 100.00", "eligible 100.00"},
		{"nor for those who get the work-injury nursing benefit", []change{func(p *disability.Person) { p.WorkInjuryNursing = standards.Yes }}, "ineligible", "ineligible"},
		{"not stated: taken as absent", []change{func(p *disability.Person) { p.WorkInjuryNursing = 0 }}, "eligible 100.00", "eligible 100.00"},
		{"orphan scheme: nursing only", []change{func(p *disability.Person) { p.ChildScheme = benefit.Orphan }}, "ineligible", "eligible 100.00"},
		{"unattended children on the full rate: nursing only (62号)", []change{func(p *disability.Person) { p.ChildScheme = benefit.UnattendedFull }}, "ineligible", "eligible 100.00"},
		{"topped up beside dibao: both (62号)", []change{func(p *disability.Person) { p.ChildScheme = benefit.UnattendedToppedUp }}, "eligible 100.00", "eligible 100.00"},
		{"not stated: taken as absent", []change{func(p *disability.Person) { p.ChildScheme = 0 }}, "eligible 100.00", "eligible 100.00"},

		{"the higher of the two: another living allowance is lower", []change{func(p *disability.Person) { p.LivingAllowance = month(99_99) }}, "eligible 100.00", "eligible 100.00"},
		{"equal: the subsidy is in its place", []change{func(p *disability.Person) { p.LivingAllowance = month(100_00) }}, "eligible 100.00", "eligible 100.00"},
		{"higher: ineligible where the rate is known", []change{func(p *disability.Person) { p.LivingAllowance = month(100_01) }}, "ineligible", "eligible 100.00"},
		{"equal, by the year", []change{func(p *disability.Person) { p.LivingAllowance = year(1200_00) }}, "eligible 100.00", "eligible 100.00"},
		{"higher by a fen a year", []change{func(p *disability.Person) { p.LivingAllowance = year(1200_01) }}, "ineligible", "eligible 100.00"},
		{"within each kind: a nursing allowance concerns nursing alone", []change{func(p *disability.Person) { p.NursingAllowance = month(100_01) }}, "eligible 100.00", "ineligible"},
		{"lower", []change{func(p *disability.Person) { p.NursingAllowance = month(99_99) }}, "eligible 100.00", "eligible 100.00"},
		{"equal to the floor", []change{county, func(p *disability.Person) { p.LivingAllowance = month(80_00) }}, "eligible >=80.00", "eligible >=80.00"},
		{"above a floor: undetermined", []change{county, func(p *disability.Person) { p.LivingAllowance = month(80_01) }}, "undetermined", "eligible >=80.00"},
		{"above a floor: undetermined", []change{county, func(p *disability.Person) { p.NursingAllowance = year(960_01) }}, "eligible >=80.00", "undetermined"},
		{"nil is no allowance", []change{county, func(p *disability.Person) { p.LivingAllowance, p.NursingAllowance = year(0), month(0) }}, "eligible >=80.00", "eligible >=80.00"},
		{"not stated: taken as absent", []change{func(p *disability.Person) {
			p.LivingAllowance, p.NursingAllowance = standards.Amount{}, standards.Amount{}
		}},
			"eligible 100.00", "eligible 100.00"},
		{"an amount that is none is not known", []change{func(p *disability.Person) { p.LivingAllowance, p.NursingAllowance = month(-1), month(1<<62) }}, "undetermined", "undetermined"},

		{"one condition not met refuses, whatever else is unknown", []change{county, grade(3), func(p *disability.Person) {
			p.Tekun, p.Dibao, p.LivingAllowance, p.NursingAllowance = benefit.Undetermined, benefit.Ineligible, month(80_01), month(80_01)
		}}, "ineligible", "ineligible"},
		{"one condition not met refuses, whatever else is unknown", []change{func(p *disability.Person) {
			p.Tekun, p.Dibao, p.WorkInjuryNursing = benefit.Undetermined, benefit.Undetermined, standards.Yes
		}}, "ineligible", "ineligible"},
		{"one condition not met refuses, whatever else is unknown", []change{func(p *disability.Person) {
			p.Tekun, p.Dibao, p.LivingAllowance, p.NursingAllowance = benefit.Undetermined, benefit.Undetermined, month(100_01), month(100_01)
		}}, "ineligible", "ineligible"},
		{"another allowance is the unknown: no ifMet", []change{county, func(p *disability.Person) {
			p.Tekun, p.Dibao, p.LivingAllowance, p.NursingAllowance = benefit.Undetermined, benefit.Undetermined, month(80_01), month(80_01)
		}}, "undetermined", "undetermined"},
	} {
		p := someone()
		for _, apply := range tt.change {
			apply(&p)
		}
		living, nursing, _, _ := decide(onDay(t, "2020-10-01"), p)
		assert.Equal(t, []string{tt.living, tt.nursing}, []string{show(living), show(nursing)}, "%s: %+v", tt.clause, p)
	}
}

// Every verdict of tekun by every verdict of dibao: the living subsidy, then the nursing subsidy.
func TestTekunByDibao(t *testing.T) {
	met, open, no := "eligible 100.00", "undetermined, if met 100.00", "ineligible"
	for _, tt := range []struct {
		tekun, dibao    benefit.Verdict
		living, nursing string
	}{
		{benefit.NotExamined, benefit.NotExamined, open, met},
		{benefit.NotExamined, benefit.Eligible, met, met},
		{benefit.NotExamined, benefit.Ineligible, no, met},
		{benefit.NotExamined, benefit.Undetermined, open, met},
		{benefit.Ineligible, benefit.NotExamined, open, met},
		{benefit.Ineligible, benefit.Eligible, met, met},
		{benefit.Ineligible, benefit.Ineligible, no, met},
		{benefit.Ineligible, benefit.Undetermined, open, met},
		{benefit.Undetermined, benefit.NotExamined, open, open},
		{benefit.Undetermined, benefit.Eligible, open, open},
		{benefit.Undetermined, benefit.Ineligible, no, open},
		{benefit.Undetermined, benefit.Undetermined, open, open},
		{benefit.Eligible, benefit.NotExamined, no, no},
		{benefit.Eligible, benefit.Eligible, no, no},
		{benefit.Eligible, benefit.Ineligible, no, no},
		{benefit.Eligible, benefit.Undetermined, no, no},
	} {
		p := someone()
		p.Tekun, p.Dibao = tt.tekun, tt.dibao
		living, nursing, _, _ := decide(onDay(t, "2020-10-01"), p)
		assert.Equal(t, []string{tt.living, tt.nursing}, []string{show(living), show(nursing)}, "tekun %v, dibao %v", tt.tekun, tt.dibao)
	}
}

// R9: whether the need for long-term care is tested.
func TestLongTermCare(t *testing.T) {
	for _, tt := range []struct {
		clause string
		choice standards.Choice
		care   standards.Answer
		want   string
		needs  []string
	}{
		{"R9 grade-alone (Hunan)", standards.GradeAlone, standards.Yes, "eligible 100.00", nil},
		{"R9 grade-alone (Hunan)", standards.GradeAlone, standards.No, "eligible 100.00", nil},
		{"R9 grade-alone (Hunan)", standards.GradeAlone, 0, "eligible 100.00", nil},
		{"R9 tested (national): six months or more", standards.LongTermCareTested, standards.Yes, "eligible 100.00", nil},
		{"R9 tested (national)", standards.LongTermCareTested, standards.No, "ineligible", nil},
		{"R9 tested: a condition, undetermined while not stated", standards.LongTermCareTested, 0, "undetermined, if met 100.00", []string{"longTermCare for nursing"}},
		{"an answer that is none is not stated", standards.LongTermCareTested, 9, "undetermined, if met 100.00", []string{"longTermCare for nursing"}},
	} {
		set := under(t, "2020-10-01", tt.choice)
		p := someone()
		p.LongTermCare = tt.care
		living, nursing, _, ofNursing := decide(set, p)
		assert.Equal(t, "eligible 100.00", show(living), "%s concerns nursing alone", tt.clause)
		assert.Equal(t, tt.want, show(nursing), "%s: %s", tt.clause, tt.care)
		assert.Equal(t, tt.needs, ofNursing.needs, tt.clause)
		assert.Contains(t, ofNursing.readings, "long-term-care="+tt.choice.String())

		p.Grades = disability.Certificate{Category: disability.Visual, Grade: 3}.Grades()
		_, nursing, _, ofNursing = decide(set, p)
		assert.Equal(t, "ineligible", show(nursing), "grade 3, %s", tt.clause)
		assert.Equal(t, found{}, ofNursing, "the grade refuses whatever the reading: %s", tt.clause)
	}
}

// R11: a county's floor may be higher, or is taken as exact for estimates.
func TestFloor(t *testing.T) {
	for _, tt := range []struct {
		clause    string
		choice    standards.Choice
		allowance standards.Amount
		want      string
		needs     []string
	}{
		{"R11 may-be-higher", standards.FloorMayBeHigher, month(0), "eligible >=80.00", nil},
		{"R11 may-be-higher", standards.FloorMayBeHigher, month(80_00), "eligible >=80.00", nil},
		{"R11 may-be-higher", standards.FloorMayBeHigher, month(80_01), "undetermined", []string{"disability-living@430223 above 80.00 a month for living"}},
		{"R11 may-be-higher, by the year: 960.01 is more than 80.00 a month and needs 80.01", standards.FloorMayBeHigher, year(960_01), "undetermined",
			[]string{"disability-living@430223 above 80.00 a month for living"}},
		{"R11 may-be-higher, by the year: 960.12 is 80.01 a month", standards.FloorMayBeHigher, year(960_12), "undetermined",
			[]string{"disability-living@430223 above 80.00 a month for living"}},
		{"R11 may-be-higher, by the year: 960.13 needs 80.02", standards.FloorMayBeHigher, year(960_13), "undetermined",
			[]string{"disability-living@430223 above 80.01 a month for living"}},
		{"R11 may-be-higher: a rate of 500.00 would do", standards.FloorMayBeHigher, month(500_00), "undetermined",
			[]string{"disability-living@430223 above 499.99 a month for living"}},
		{"R11 exact", standards.FloorExact, month(0), "eligible 80.00", nil},
		{"R11 exact", standards.FloorExact, month(80_00), "eligible 80.00", nil},
		{"R11 exact: the floor refuses", standards.FloorExact, month(80_01), "ineligible", nil},
	} {
		p := someone()
		p.Place, p.LivingAllowance = standards.Youxian, tt.allowance
		living, _, f, _ := decide(under(t, "2020-10-01", tt.choice), p)
		assert.Equal(t, tt.want, show(living), "%s: %s", tt.clause, tt.allowance)
		assert.Equal(t, tt.needs, f.needs, tt.clause)
		assert.Equal(t, []string{"each-subsidy=each", "effective-2020=calendar-year", "floor-as-line=" + tt.choice.String()}, f.readings, tt.clause)
	}
	p := someone()
	_, _, f, _ := decide(onDay(t, "2020-10-01"), p)
	assert.Equal(t, []string{"each-subsidy=each", "effective-2020=calendar-year"}, f.readings, "in the city nothing turns on R11")
	p.Place = standards.Yunlong
	_, _, f, _ = decide(onDay(t, "2020-10-01"), p)
	assert.Equal(t, []string{"city-five=with-yunlong", "each-subsidy=each", "effective-2020=calendar-year"}, f.readings, "in Yunlong it turns on R1")
	p.Dibao = benefit.Ineligible
	_, _, f, _ = decide(onDay(t, "2020-10-01"), p)
	assert.Equal(t, found{readings: []string{"living-grade-one-two=dibao-only"}}, f, "refused without a look at the rate, and by R16")
}

// R5: the days on which the rates begin and end, the day before and the day itself, in the city and in a county.
func TestDaysOnWhichRatesChange(t *testing.T) {
	city, county, province, none := "eligible 100.00", "eligible >=80.00", "eligible >=70.00", "eligible"
	for _, tt := range []struct {
		choice                       standards.Choice
		day                          string
		city, county                 string
		changesLater, changesEarlier bool
	}{
		{standards.CalendarYear, "2020-01-01", city, county, false, false},
		{standards.CalendarYear, "2020-06-02", city, county, false, false},
		{standards.CalendarYear, "2020-06-03", city, county, false, false},
		{standards.CalendarYear, "2020-08-24", city, county, false, false},
		{standards.CalendarYear, "2020-08-25", city, county, false, false},
		{standards.CalendarYear, "2020-08-31", city, county, false, false},
		{standards.CalendarYear, "2020-12-31", city, county, true, false},
		{standards.CalendarYear, "2021-01-01", province, province, false, true},
		{standards.CalendarYear, "2021-06-30", province, province, false, false},
		{standards.CalendarYear, "2021-07-01", province, province, false, false},
		{standards.CalendarYear, "2021-12-31", province, province, true, false},
		{standards.CalendarYear, "2022-01-01", city, "eligible 80.00", false, true},
		{standards.CalendarYear, "2022-10-19", city, "eligible 80.00", false, false},
		{standards.FromPublication, "2020-01-01", none, none, false, false},
		{standards.FromPublication, "2020-08-31", none, none, true, false},
		{standards.FromPublication, "2020-09-01", city, county, false, true},
		{standards.FromPublication, "2020-12-31", city, county, true, false},
		{standards.FromPublication, "2021-01-01", province, province, false, true},
		{standards.UntilReplaced, "2020-12-31", city, county, false, false},
		{standards.UntilReplaced, "2021-01-01", city, county, false, false},
		{standards.UntilReplaced, "2021-12-31", city, county, false, false},
		{standards.UntilReplaced, "2022-01-01", city, "eligible 80.00", false, false},
	} {
		tables := standards.Published().Choose(tt.choice)
		set := setOf(t, tables, tt.day)
		p := someone()
		living, nursing, ofLiving, ofNursing := decide(set, p)
		assert.Equal(t, []string{tt.city, tt.city}, []string{show(living), show(nursing)}, "%s on %s", tt.choice, tt.day)
		if tt.city == none {
			assert.Equal(t, []string{"disability-living@430211 for living"}, ofLiving.needs, "%s on %s", tt.choice, tt.day)
			assert.Equal(t, []string{"disability-nursing@430211 for nursing"}, ofNursing.needs, "%s on %s", tt.choice, tt.day)
		}
		named := slices.Contains(ofLiving.readings, "effective-2020="+tt.choice.String())
		assert.Equal(t, tt.day < "2022", named, "%s on %s", tt.choice, tt.day)
		p.Place = standards.Liling
		other, _, _, _ := decide(set, p)
		assert.Equal(t, tt.county, show(other), "%s on %s", tt.choice, tt.day)

		day := set.Day()
		if tt.changesLater {
			next, _, _, _ := decide(setOf(t, tables, day.Next().String()), someone())
			assert.NotEqual(t, show(living), show(next), "%s, the day after %s", tt.choice, tt.day)
		}
		if tt.changesEarlier {
			before, _, _, _ := decide(setOf(t, tables, day.Previous().String()), someone())
			assert.NotEqual(t, show(living), show(before), "%s, the day before %s", tt.choice, tt.day)
		}
	}
}

// Where the rate is not on record the verdict stands and the payment is missing; another allowance leaves it undetermined.
func TestRateNotOnRecord(t *testing.T) {
	set := under(t, "2020-03-01", standards.FromPublication)
	for _, tt := range []struct {
		clause    string
		allowance standards.Amount
		dibao     benefit.Verdict
		want      string
		needs     []string
	}{
		{"on dibao", standards.Amount{}, benefit.Eligible, "eligible", []string{"disability-living@430211 for living"}},
		{"another allowance of nil", month(0), benefit.Eligible, "eligible", []string{"disability-living@430211 for living"}},
		{"another allowance: which is higher is not known", month(1), benefit.Eligible, "undetermined", []string{"disability-living@430211 for living"}},
		{"dibao undetermined", month(0), benefit.Undetermined, "undetermined", []string{"disability-living@430211 for living"}},
		{"not on dibao refuses all the same", month(1), benefit.Ineligible, "ineligible", nil},
	} {
		p := someone()
		p.LivingAllowance, p.Dibao = tt.allowance, tt.dibao
		living, _, f, _ := decide(set, p)
		assert.Equal(t, tt.want, show(living), tt.clause)
		assert.Equal(t, tt.needs, f.needs, tt.clause)
	}
	rate := standards.Standard{Key: standards.Key(standards.DisabilityLiving), Place: standards.Tianyuan, Amount: month(110_00), From: standards.Day(2021, 1, 1), Until: standards.Day(2022, 1, 1)}
	living, nursing, f, g := decide(with(t, "2021-01-01", standards.Supplement, rate), someone())
	assert.Equal(t, []string{"eligible 110.00", "eligible >=70.00"}, []string{show(living), show(nursing)}, "once a supplement gives it")
	assert.Empty(t, f.needs)
	assert.Empty(t, f.readings, "nothing turns on when the 2020 figures apply")
	assert.Empty(t, g.needs, "the province's floor is on record")
}

// A county's own figures: exact over the floor, and by grade.
func TestOwnFigures(t *testing.T) {
	from, until := standards.Day(2020, 1, 1), standards.Day(2021, 1, 1)
	living, nursing := standards.Key(standards.DisabilityLiving), standards.Key(standards.DisabilityNursing)
	set := with(t, "2020-10-01", standards.Supplement,
		standards.Standard{Key: living, Place: standards.Youxian, Amount: month(95_00), From: from, Until: until},
		standards.Standard{Key: nursing, Place: standards.Youxian, Of: "1", Amount: month(120_00), From: from, Until: until},
		standards.Standard{Key: nursing, Place: standards.Chaling, Amount: month(90_00), Bound: standards.AtLeast, From: from, Until: until},
	)
	for _, tt := range []struct {
		why             string
		place           standards.Place
		grade           int
		allowance       standards.Amount
		living, nursing string
	}{
		{"exact over the floor; by grade", standards.Youxian, 1, month(0), "eligible 95.00", "eligible 120.00"},
		{"a grade without a figure of its own keeps the floor", standards.Youxian, 2, month(0), "eligible 95.00", "eligible >=80.00"},
		{"an exact figure refuses", standards.Youxian, 1, month(95_01), "ineligible", "eligible 120.00"},
		{"an exact figure refuses, a floor does not", standards.Youxian, 2, month(120_01), "ineligible", "undetermined"},
		{"a higher floor", standards.Chaling, 2, month(90_00), "undetermined", "eligible >=90.00"},
		{"the next county", standards.Yanling, 1, month(0), "eligible >=80.00", "eligible >=80.00"},
	} {
		p := someone()
		p.Place, p.Grades, p.LivingAllowance, p.NursingAllowance = tt.place, disability.Certificate{Category: disability.Mental, Grade: tt.grade}.Grades(), tt.allowance, tt.allowance
		l, n, _, _ := decide(set, p)
		assert.Equal(t, []string{tt.living, tt.nursing}, []string{show(l), show(n)}, tt.why)
	}
}

// The three classes of facts: conditions are needed, exclusions are assumed absent and listed unless the part is refused, claims are
// not examined.
func TestNeededAndAssumed(t *testing.T) {
	nothing := disability.Person{Place: standards.Tianyuan, Grades: disability.Certificate{Category: disability.Speech, Grade: 2}.Grades()}
	exclusionsOfLiving := []string{"childScheme=none", "livingAllowance=none", "workInjuryNursing=no"}
	exclusionsOfNursing := []string{"nursingAllowance=none", "workInjuryNursing=no"}
	for _, tt := range []struct {
		clause          string
		choice          standards.Choice
		change          func(p *disability.Person)
		living, nursing string
		livingNeeds     []string
		nursingNeeds    []string
		livingTaken     []string
		nursingTaken    []string
	}{
		{"nothing stated but the certificate", standards.GradeAlone, func(*disability.Person) {}, "undetermined, if met 100.00", "eligible 100.00",
			[]string{"onDibao for living"}, nil, exclusionsOfLiving, exclusionsOfNursing},
		{"listed beside an undetermined part too", standards.LongTermCareTested, func(p *disability.Person) { p.Dibao = benefit.Undetermined },
			"undetermined, if met 100.00", "undetermined, if met 100.00", nil, []string{"longTermCare for nursing"}, exclusionsOfLiving, exclusionsOfNursing},
		{"not listed where the part is ineligible", standards.LongTermCareTested,
			func(p *disability.Person) { p.Dibao, p.LongTermCare = benefit.Ineligible, standards.No }, "ineligible", "ineligible", nil, nil, nil, nil},
		{"refused by the grade", standards.LongTermCareTested, func(p *disability.Person) {
			p.Dibao, p.Grades = benefit.Eligible, disability.Certificate{Category: disability.Speech, Grade: 3}.Grades()
		}, "eligible 100.00", "ineligible", nil, nil, exclusionsOfLiving, nil},
		{"what is stated is not assumed", standards.GradeAlone, func(p *disability.Person) {
			p.Dibao, p.WorkInjuryNursing, p.NursingAllowance = benefit.Eligible, standards.No, month(0)
		}, "eligible 100.00", "eligible 100.00", nil, nil, []string{"childScheme=none", "livingAllowance=none"}, nil},
		{"a scheme does not bear on nursing", standards.GradeAlone, func(p *disability.Person) { p.Dibao, p.ChildScheme = benefit.Eligible, benefit.UnattendedToppedUp },
			"eligible 100.00", "eligible 100.00", nil, nil, []string{"livingAllowance=none", "workInjuryNursing=no"}, exclusionsOfNursing},
		{"tekun undetermined: what it waits for is the caller's to list", standards.GradeAlone,
			func(p *disability.Person) { p.Dibao, p.Tekun = benefit.Eligible, benefit.Undetermined },
			"undetermined, if met 100.00", "undetermined, if met 100.00", nil, nil, exclusionsOfLiving, exclusionsOfNursing},
		{"an allowance that is no amount is needed", standards.GradeAlone, func(p *disability.Person) {
			p.Dibao, p.LivingAllowance, p.NursingAllowance = benefit.Eligible, standards.Fen(-1, standards.PerMonth), standards.Fen(1, 9)
		}, "undetermined", "undetermined", []string{"livingAllowance for living"}, []string{"nursingAllowance for nursing"}, []string{"childScheme=none", "workInjuryNursing=no"},
			[]string{"workInjuryNursing=no"}},
	} {
		p := nothing
		tt.change(&p)
		living, nursing, f, g := decide(under(t, "2020-10-01", tt.choice), p)
		assert.Equal(t, []string{tt.living, tt.nursing}, []string{show(living), show(nursing)}, tt.clause)
		assert.Equal(t, [][]string{tt.livingNeeds, tt.nursingNeeds}, [][]string{f.needs, g.needs}, tt.clause)
		assert.Equal(t, [][]string{tt.livingTaken, tt.nursingTaken}, [][]string{f.assumed, g.assumed}, tt.clause)
	}

	var f finding.Findings
	f.Examine(0, "son")
	p := nothing
	p.Place, p.NursingAllowance = standards.Youxian, month(81_00)
	disability.FindNursing(onDay(t, "2020-10-01"), &p, &f)
	assert.Equal(t, []string{"disability-nursing@430223 above 80.99 a month for nursing"}, foundIn(&f).needs, "a figure is nobody's own")
	set := under(t, "2020-10-01", standards.LongTermCareTested)
	disability.FindNursing(set, &p, &f)
	assert.Equal(t, "son: longTermCare for nursing", foundIn(&f).needs[1], "a fact is that of whom is examined")
}

// Rates at hand are those of their own place, in what is paid as in what is needed, whatever place the person states.
func TestRatesGoByTheirOwnPlace(t *testing.T) {
	set := onDay(t, "2020-10-01")
	youxian := disability.RatesOf(set, standards.Youxian)
	for _, place := range []standards.Place{standards.Youxian, standards.Hetang, standards.Elsewhere, 0} {
		p := someone()
		p.Place, p.NursingAllowance = place, month(81_00)
		var f finding.Findings
		var living, nursing benefit.Part
		youxian.DecideLiving(&living, &p, &f)
		youxian.DecideNursing(&nursing, &p, &f)
		assert.Equal(t, []string{"eligible >=80.00", "undetermined"}, []string{show(living), show(nursing)})
		assert.Equal(t, []string{"disability-nursing@430223 above 80.99 a month for nursing"}, foundIn(&f).needs)
	}
	nowhere := disability.RatesOf(set, standards.Elsewhere)
	p, f := someone(), finding.Findings{}
	var part benefit.Part
	nowhere.DecideLiving(&part, &p, &f)
	nowhere.DecideNursing(&part, &p, &f)
	assert.Equal(t, benefit.Part{}, part)
}

// A draft may let a children's scheme exclude from nursing as well. Then it bears on nursing, and is assumed absent there too.
func TestDraftedExclusion(t *testing.T) {
	set := with(t, "2020-10-01", standards.Draft, standards.Standard{Key: standards.Key(standards.NursingNotWith), Place: standards.CountyFive, Of: "orphan",
		From: standards.Day(2020, 1, 1)})
	p := someone()
	p.ChildScheme = benefit.Orphan
	_, nursing, _, _ := decide(set, p)
	assert.Equal(t, "eligible 100.00", show(nursing), "elsewhere in the city")
	p.Place = standards.Chaling
	_, nursing, _, _ = decide(set, p)
	assert.Equal(t, "ineligible", show(nursing))
	p.ChildScheme = 0
	_, nursing, _, f := decide(set, p)
	assert.Equal(t, "eligible >=80.00", show(nursing))
	assert.Equal(t, []string{"childScheme=none"}, f.assumed)
}

// Every published row that the two subsidies go by changes a result when it moves by its smallest unit.
func TestEveryRowMatters(t *testing.T) {
	for _, row := range onDay(t, "2020-10-01").Rows() {
		switch row.Key {
		case standards.Key(standards.DisabilityLiving), standards.Key(standards.DisabilityNursing):
			row.Amount = month(row.Amount.Fen() + 1)
		case standards.Key(standards.LivingGrade), standards.Key(standards.NursingGrade):
			row.Number.Num--
		default:
			continue
		}
		changed := 0
		moved := with(t, "2020-10-01", standards.Draft, row)
		for _, place := range standards.Divisions() {
			for grade := disability.MostSevere; grade <= disability.LeastSevere; grade++ {
				p := someone()
				p.Place, p.Grades = place, disability.Certificate{Category: disability.Hearing, Grade: grade}.Grades()
				l1, n1, _, _ := decide(onDay(t, "2020-10-01"), p)
				l2, n2, _, _ := decide(moved, p)
				if l1 != l2 || n1 != n2 {
					changed++
					assert.True(t, place.In(row.Place), "%s changes nothing outside its place", row.Key)
				}
			}
		}
		assert.Positive(t, changed, "%s of %s", row.Key, row.Place)
	}
}

// Each step of an explained decision says what it came to and under which text; a decision that is not explained has none, and is
// the same.
func TestExplained(t *testing.T) {
	p := someone()
	p.Place, p.NursingAllowance = standards.Youxian, month(81_00)
	set := under(t, "2020-10-01", standards.LongTermCareTested)
	f := finding.Findings{Explain: true}
	living, nursing := disability.FindLiving(set, &p, &f), disability.FindNursing(set, &p, &f)
	plainLiving, plainNursing, _, _ := decide(set, p)
	assert.Equal(t, []benefit.Part{plainLiving, plainNursing}, []benefit.Part{living, nursing})
	var steps []string
	for _, s := range f.Steps {
		steps = append(steps, string(s.Code)+" "+s.Result.String())
		if !strings.HasSuffix(string(s.Code), "child-scheme") { // what is not listed has no row to cite
			assert.NotEmpty(t, s.Document, s.Code)
		}
		assert.Equal(t, strings.HasPrefix(string(s.Code), "nursing"), s.Part == benefit.Nursing)
	}
	assert.Equal(t, []string{"living-tekun met", "living-work-injury met", "living-child-scheme met", "living-grade met", "living-dibao met",
		"living-payment computed", "nursing-tekun met", "nursing-work-injury met", "nursing-child-scheme met", "nursing-grade met", "nursing-allowance unknown",
		"nursing-long-term-care met", "nursing-payment computed"}, steps)
}

func TestZeroValues(t *testing.T) {
	living, nursing, f, g := decide(new(standards.Set), someone())
	assert.Equal(t, "ineligible", show(nursing), "nothing is on record, not even who is severely disabled")
	assert.Equal(t, "ineligible", show(living))
	assert.Equal(t, []found{{}, {}}, []found{f, g})
	living, nursing, _, _ = decide(onDay(t, "2020-10-01"), disability.Person{})
	assert.Equal(t, []string{"-", "-"}, []string{show(living), show(nursing)})
}
