package eldercare_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// paid is a row of the subsidy: so many fen a month, for people of a class such as 80, none or 80/none.
func paid(p standards.Place, of string, fen int64) standards.Standard {
	return standards.Standard{Key: standards.Key(standards.EldercareSubsidy), Place: p, Of: of, Amount: standards.Fen(fen, standards.PerMonth),
		From: standards.Day(2020, 7, 1), Until: standards.Day(2021, 1, 1)}
}

func floor(s standards.Standard) standards.Standard { s.Bound = standards.AtLeast; return s }

// bornToBe returns the birthday of someone who completes the years on 2020-10-01.
func bornToBe(years int) standards.Date { return standards.Day(2020-years, 10, 1) }

func show(p benefit.Part) string {
	if p.Verdict == benefit.NotExamined {
		return "-"
	}
	s := p.Verdict.String()
	for _, sum := range []struct {
		before string
		benefit.Payment
	}{{" ", p.Payment}, {", if met ", p.IfMet}} {
		switch {
		case sum.Stated() && sum.Bound == standards.AtLeast:
			s += sum.before + ">=" + sum.Amount.YuanText()
		case sum.Stated():
			s += sum.before + sum.Amount.YuanText()
		}
	}
	return s
}

func needs(f *finding.Findings) []string {
	var all []string
	for _, n := range f.Needs {
		if len(n.For.List()) > 0 {
			all = append(all, "for a part") // the subsidy is none of those of a household
		}
		if n.Fact != 0 {
			all = append(all, n.Fact.String())
		} else {
			all = append(all, n.Figure.String())
		}
	}
	return all
}

func TestSubsidy(t *testing.T) {
	full, partial, none := eldercare.Full, eldercare.Partial, eldercare.None
	youxian, counties, city := standards.Youxian, standards.CountyFive, standards.Zhuzhou
	selfCare := []string{"selfCare"}
	for _, tt := range []struct {
		why   string
		rows  []standards.Standard
		age   int
		care  eldercare.SelfCare
		want  string
		needs []string
	}{
		{"no row holds for the place", nil, 85, none, "undetermined", []string{"eldercare-subsidy@430223"}},
		{"nor for another county's people", []standards.Standard{paid(standards.Chaling, "", 50_00)}, 85, none, "undetermined", []string{"eldercare-subsidy@430223"}},
		{"nor for the city's five districts'", []standards.Standard{paid(standards.CityFive, "", 50_00)}, 85, 0, "undetermined", []string{"eldercare-subsidy@430223"}},

		{"for everyone", []standards.Standard{paid(youxian, "", 50_00)}, 0, 0, "eligible 50.00", nil},
		{"known as a floor", []standards.Standard{floor(paid(youxian, "", 50_00))}, 70, full, "eligible >=50.00", nil},
		{"by age: below", []standards.Standard{paid(youxian, "80", 50_00)}, 79, none, "ineligible", nil},
		{"by age: at", []standards.Standard{paid(youxian, "80", 50_00)}, 80, full, "eligible 50.00", nil},
		{"by age: self-care does not matter", []standards.Standard{paid(youxian, "80", 50_00)}, 80, 0, "eligible 50.00", nil},
		{"by age: below, self-care does not matter", []standards.Standard{paid(youxian, "80", 50_00)}, 79, 0, "ineligible", nil},
		{"by self-care", []standards.Standard{paid(youxian, "none", 90_00)}, 30, none, "eligible 90.00", nil},
		{"by self-care: another grade", []standards.Standard{paid(youxian, "none", 90_00)}, 30, partial, "ineligible", nil},
		{"by self-care: not stated", []standards.Standard{paid(youxian, "none", 90_00)}, 30, 0, "undetermined, if met 90.00", selfCare},
		{"by both", []standards.Standard{paid(youxian, "80/partial", 70_00)}, 80, partial, "eligible 70.00", nil},
		{"by both: too young", []standards.Standard{paid(youxian, "80/partial", 70_00)}, 79, partial, "ineligible", nil},
		{"by both: too young, whatever self-care is", []standards.Standard{paid(youxian, "80/partial", 70_00)}, 79, 0, "ineligible", nil},
		{"by both: another grade", []standards.Standard{paid(youxian, "80/partial", 70_00)}, 80, none, "ineligible", nil},

		{"the highest that fits", []standards.Standard{paid(youxian, "", 10_00), paid(youxian, "80", 50_00), paid(youxian, "80/none", 120_00), paid(youxian, "90", 100_00)}, 95, none,
			"eligible 120.00", nil},
		{"the highest, not the most specific", []standards.Standard{paid(youxian, "80", 50_00), paid(youxian, "80/none", 40_00)}, 80, none, "eligible 50.00", nil},
		{"the highest that fits: one does not", []standards.Standard{paid(youxian, "80", 50_00), paid(youxian, "80/none", 120_00)}, 80, full, "eligible 50.00", nil},
		{"a lower one that is a floor may be higher", []standards.Standard{floor(paid(youxian, "80", 50_00)), paid(youxian, "80/none", 120_00)}, 80, none, "eligible >=120.00", nil},

		{"not stated, due under each grade: the lowest, at least", []standards.Standard{paid(youxian, "80", 50_00), paid(youxian, "80/none", 120_00)}, 80, 0, "eligible >=50.00", selfCare},
		{"not stated, the same under each grade", []standards.Standard{paid(youxian, "80", 50_00), paid(youxian, "80/none", 50_00)}, 80, 0, "eligible 50.00", nil},
		{"not stated, each grade has its own", []standards.Standard{paid(youxian, "full", 10_00), paid(youxian, "partial", 9_00), paid(youxian, "none", 30_00)}, 80, 0,
			"eligible >=9.00", selfCare},
		{"not stated, due under two", []standards.Standard{paid(youxian, "partial", 60_00), paid(youxian, "none", 90_00)}, 80, 0, "undetermined, if met >=60.00", selfCare},
		{"not stated, the same under two", []standards.Standard{paid(youxian, "partial", 60_00), paid(youxian, "none", 60_00)}, 80, 0, "undetermined, if met 60.00", selfCare},
		{"not stated, one of them a floor", []standards.Standard{paid(youxian, "partial", 60_00), floor(paid(youxian, "none", 60_00))}, 80, 0, "undetermined, if met >=60.00", selfCare},
		{"a grade that there is not is not stated", []standards.Standard{paid(youxian, "none", 90_00)}, 30, 9, "undetermined, if met 90.00", selfCare},

		{"the nearest place: the unit", []standards.Standard{paid(city, "", 200_00), paid(counties, "", 100_00), paid(youxian, "", 50_00)}, 80, full, "eligible 50.00", nil},
		{"the nearest place: its group", []standards.Standard{paid(city, "", 200_00), paid(counties, "", 100_00)}, 80, full, "eligible 100.00", nil},
		{"the nearest place: the city", []standards.Standard{paid(city, "", 200_00)}, 80, full, "eligible 200.00", nil},
		{"the nearest place with a row that fits", []standards.Standard{paid(city, "", 200_00), paid(youxian, "80", 50_00)}, 79, full, "eligible 200.00", nil},
		{"the nearest place with a row that fits, by grade", []standards.Standard{paid(city, "", 200_00), paid(youxian, "none", 50_00)}, 79, 0, "eligible >=50.00", selfCare},
		{"a row of 0.00 is a sum", []standards.Standard{paid(youxian, "", 0)}, 80, full, "eligible 0.00", nil},
	} {
		set := with(t, "2020-10-01", standards.Draft, tt.rows...)
		for _, explain := range []bool{false, true} {
			f := finding.Findings{Explain: explain}
			got := eldercare.FindSubsidy(set, eldercare.Person{Place: standards.Youxian, Born: bornToBe(tt.age), SelfCare: tt.care}, &f)
			assert.Equal(t, tt.want, show(got), tt.why)
			assert.Equal(t, tt.needs, needs(&f), tt.why)
			assert.Equal(t, explain && len(tt.rows) > 0 && tt.want != "undetermined", len(f.Steps) > 0, tt.why)
			for _, step := range f.Steps {
				assert.Equal(t, standards.Document("laid-over"), step.Document, tt.why)
			}
		}
	}
}

// The steps say who gets what, in both languages, under whichever grade of self-care.
func TestSubsidyStepsAreSaid(t *testing.T) {
	rows := []standards.Standard{paid(standards.Youxian, "80", 50_00), paid(standards.Youxian, "80/none", 120_00)}
	for _, tt := range []struct {
		age     int
		care    eldercare.SelfCare
		chinese []string
		english []string
	}{
		{82, eldercare.None,
			[]string{"现年82周岁，完全丧失生活自理能力，属于当地养老服务补贴的对象（依据数据表laid-over）", "养老服务补贴标准：每月120.00元（依据数据表laid-over）"},
			[]string{"82 years old, self-care wholly lost: of those whom the eldercare service subsidy there is for (tables file laid-over)",
				"rate of the eldercare service subsidy: 120.00 a month (tables file laid-over)"}},
		{79, eldercare.Full,
			[]string{"现年79周岁，具备生活自理能力，不属于当地养老服务补贴的对象（依据数据表laid-over）"},
			[]string{"79 years old, full self-care: not of those whom the eldercare service subsidy there is for (tables file laid-over)"}},
		{82, 0,
			[]string{"现年82周岁，生活自理能力未载明，属于当地养老服务补贴的对象（依据数据表laid-over）", "养老服务补贴标准：每月不低于50.00元（依据数据表laid-over）"},
			[]string{"82 years old, self-care not stated: of those whom the eldercare service subsidy there is for (tables file laid-over)",
				"rate of the eldercare service subsidy: at least 50.00 a month (tables file laid-over)"}},
	} {
		f := finding.Findings{Explain: true}
		eldercare.FindSubsidy(with(t, "2020-10-01", standards.Draft, rows...), eldercare.Person{Place: standards.Youxian, Born: bornToBe(tt.age), SelfCare: tt.care}, &f)
		var chinese, english []string
		for _, step := range f.Steps {
			chinese, english = append(chinese, step.Text(benefit.Chinese)), append(english, step.Text(benefit.English))
			if step.Code == benefit.StepEldercareClass {
				assert.Contains(t, chinese[0], tt.care.Text(standards.Chinese))
				assert.Contains(t, english[0], tt.care.Text(standards.English))
			}
		}
		assert.Equal(t, tt.chinese, chinese)
		assert.Equal(t, tt.english, english)
	}

	f := finding.Findings{Explain: true}
	eldercare.FindSubsidy(with(t, "2020-10-01", standards.Draft, rows[1]), eldercare.Person{Place: standards.Youxian, Born: bornToBe(82)}, &f)
	assert.Equal(t, "现年82周岁，生活自理能力未载明，是否属于当地养老服务补贴的对象待定（依据数据表laid-over）", f.Steps[0].Text(benefit.Chinese))
}

// The decision is explained, and cites the clause of what is paid: of equal sums that of the first.
func TestSubsidyCitesItsClause(t *testing.T) {
	clause := func(s standards.Standard, clause string) standards.Standard { s.Basis.Clause = clause; return s }
	for _, tt := range []struct {
		why  string
		rows []standards.Standard
		care eldercare.SelfCare
		want string
	}{
		{"the highest", []standards.Standard{clause(paid(standards.Youxian, "80", 50_00), "1"), clause(paid(standards.Youxian, "none", 60_00), "2")}, eldercare.None, "60.00, 2"},
		{"of equal sums", []standards.Standard{clause(paid(standards.Youxian, "80", 50_00), "1"), clause(paid(standards.Youxian, "none", 50_00), "2")}, eldercare.None, "50.00, 1"},
		{"not stated, the lowest", []standards.Standard{clause(paid(standards.Youxian, "full", 70_00), "1"), clause(paid(standards.Youxian, "partial", 60_00), "2"),
			clause(paid(standards.Youxian, "none", 80_00), "3")}, 0, "60.00, 2"},
		{"not stated, of equal sums", []standards.Standard{clause(paid(standards.Youxian, "partial", 60_00), "1"), clause(paid(standards.Youxian, "none", 60_00), "2")}, 0,
			"60.00, 1"},
		{"not stated, the first is equal to a later one", []standards.Standard{clause(paid(standards.Youxian, "full", 60_00), "1"), clause(paid(standards.Youxian, "partial", 70_00), "2"),
			clause(paid(standards.Youxian, "none", 60_00), "3")}, 0, "60.00, 1"},
	} {
		got := eldercare.Subsidy(with(t, "2020-10-01", standards.Draft, tt.rows...), eldercare.Person{Place: standards.Youxian, Born: bornToBe(80), SelfCare: tt.care})
		require.Len(t, got.Steps, 2, tt.why)
		assert.Equal(t, []benefit.Code{benefit.StepEldercareClass, benefit.StepEldercarePayment}, []benefit.Code{got.Steps[0].Code, got.Steps[1].Code}, tt.why)
		for _, s := range got.Steps {
			assert.Equal(t, tt.want, got.Steps[1].Value.Amount.YuanText()+", "+s.Clause, tt.why)
		}
	}
}

// The day of birth: the day before the birthday and the birthday, and 29 February.
func TestSubsidyOnTheBirthday(t *testing.T) {
	row := paid(standards.Youxian, "80", 50_00)
	row.From, row.Until = standards.Day(2020, 1, 1), standards.Date{}
	for _, tt := range []struct {
		born standards.Date
		day  string
		want string
	}{
		{standards.Day(1940, 10, 2), "2020-10-01", "ineligible"},
		{standards.Day(1940, 10, 2), "2020-10-02", "eligible 50.00"},
		{standards.Day(1940, 2, 29), "2020-02-28", "ineligible"},
		{standards.Day(1940, 2, 29), "2020-02-29", "eligible 50.00"},
		{standards.Day(2020, 10, 1), "2020-10-01", "ineligible"},
		{standards.Day(2020, 10, 2), "2020-10-01", "-"},
		{standards.Date{}, "2020-10-01", "-"},
		{standards.Day(1940, 2, 30), "2020-10-01", "-"},
	} {
		var f finding.Findings
		got := eldercare.FindSubsidy(with(t, tt.day, standards.Draft, row), eldercare.Person{Place: standards.Youxian, Born: tt.born}, &f)
		assert.Equal(t, tt.want, show(got), "%s on %s", tt.born, tt.day)
		assert.Empty(t, f.Needs)
	}
	for _, p := range []standards.Place{0, standards.Zhuzhou, standards.CountyFive, standards.Elsewhere, 1} {
		var f finding.Findings
		got := eldercare.FindSubsidy(onDay(t, "2020-10-01"), eldercare.Person{Place: p, Born: bornToBe(80)}, &f)
		assert.Equal(t, "-", show(got), p)
		assert.Empty(t, f.Needs)
	}
}

// The days of a row: the day before its first, its first, its last, the day after.
func TestSubsidyOnTheDaysOfARow(t *testing.T) {
	tables := laid(t, standards.Overlay{ID: "youxian-2020", Kind: standards.Supplement, Rows: []standards.Standard{paid(standards.Youxian, "", 50_00)}})
	for day, want := range map[string]string{"2020-06-30": "undetermined", "2020-07-01": "eligible 50.00", "2020-12-31": "eligible 50.00", "2021-01-01": "undetermined"} {
		var f finding.Findings
		got := eldercare.FindSubsidy(setOf(t, tables, day), eldercare.Person{Place: standards.Youxian, Born: bornToBe(80)}, &f)
		assert.Equal(t, want, show(got), day)
		assert.Equal(t, want == "undetermined", len(f.Needs) == 1, day)
	}
}

// Without a tables file nothing is on record, in any place, on any day; the zero Set is no different.
func TestSubsidyNotOnRecord(t *testing.T) {
	for _, p := range standards.Divisions() {
		for _, day := range []string{"2020-01-01", "2020-10-01", "2021-12-31"} {
			for care := range eldercare.None + 1 {
				var f finding.Findings
				got := eldercare.FindSubsidy(onDay(t, day), eldercare.Person{Place: p, Born: standards.Day(1930, 1, 1), SelfCare: care}, &f)
				assert.Equal(t, "undetermined", show(got))
				assert.Equal(t, []string{"eldercare-subsidy@" + p.String()}, needs(&f))
				assert.Equal(t, standards.Choices{}, f.Readings)
			}
		}
	}
	var f finding.Findings
	assert.Equal(t, "-", show(eldercare.FindSubsidy(new(standards.Set), eldercare.Person{Place: standards.Hetang, Born: bornToBe(80)}, &f)), "the zero Set is of no day")
}

// R11: a floor may be taken as exact, and what rests on one says so.
func TestSubsidyFloor(t *testing.T) {
	overlay := standards.Overlay{ID: "floors", Kind: standards.Draft, Rows: []standards.Standard{floor(paid(standards.Zhuzhou, "", 50_00)), paid(standards.Zhuzhou, "80", 60_00)}}
	for _, tt := range []struct {
		choice standards.Choice
		age    int
		want   string
	}{
		{standards.FloorMayBeHigher, 70, "eligible >=50.00"}, {standards.FloorExact, 70, "eligible 50.00"},
		{standards.FloorMayBeHigher, 80, "eligible >=60.00"}, {standards.FloorExact, 80, "eligible 60.00"},
	} {
		var f finding.Findings
		got := eldercare.FindSubsidy(setOf(t, laid(t, overlay).Choose(tt.choice), "2020-10-01"), eldercare.Person{Place: standards.Lukou, Born: bornToBe(tt.age), SelfCare: eldercare.Full}, &f)
		assert.Equal(t, tt.want, show(got))
		assert.Equal(t, tt.choice, f.Readings.Of(standards.FloorAsLineReading))
		var notStated finding.Findings
		got = eldercare.FindSubsidy(setOf(t, laid(t, overlay).Choose(tt.choice), "2020-10-01"), eldercare.Person{Place: standards.Lukou, Born: bornToBe(tt.age)}, &notStated)
		assert.Equal(t, tt.want, show(got))
		assert.Equal(t, tt.choice, notStated.Readings.Of(standards.FloorAsLineReading), "self-care is not stated")
		var g finding.Findings
		eldercare.FindSubsidy(with(t, "2020-10-01", standards.Draft, paid(standards.Zhuzhou, "", 1)), eldercare.Person{Place: standards.Lukou, Born: bornToBe(tt.age)}, &g)
		assert.Equal(t, standards.Choices{}, g.Readings)
	}
}

// Every subsidy row matters: by a fen, by a year of age, struck out.
func TestEverySubsidyRowMatters(t *testing.T) {
	rows := []standards.Standard{paid(standards.Youxian, "70", 30_00), paid(standards.Youxian, "partial", 40_00), paid(standards.Youxian, "80/none", 90_00)}
	results := func(rows []standards.Standard) []string {
		var all []string
		set := with(t, "2020-10-01", standards.Supplement, rows...)
		for _, age := range []int{30, 69, 70, 71, 79, 80, 81} {
			for care := range eldercare.None + 1 {
				var f finding.Findings
				all = append(all, show(eldercare.FindSubsidy(set, eldercare.Person{Place: standards.Youxian, Born: bornToBe(age), SelfCare: care}, &f)))
			}
		}
		return all
	}
	was := results(rows)
	for i := range rows {
		for _, fen := range []int64{-1, +1} {
			moved := slices.Clone(rows)
			moved[i].Amount = standards.Fen(moved[i].Amount.Fen()+fen, standards.PerMonth)
			assert.NotEqual(t, was, results(moved), "%s by a fen", rows[i].Of)
		}
		assert.NotEqual(t, was, results(slices.Delete(slices.Clone(rows), i, i+1)), "%s struck out", rows[i].Of)
	}
	for i, of := range map[int][]string{0: {"69", "71"}, 2: {"79/none", "81/none"}} {
		for _, of := range of {
			moved := slices.Clone(rows)
			moved[i].Of = of
			assert.NotEqual(t, was, results(moved), "%s instead of %s", of, rows[i].Of)
		}
	}
}

// plainSubsidy decides by the list in the doc comment alone, for rows of one place.
func plainSubsidy(rows []standards.Standard, ages []int, grades []string, age int, care string) (string, int64) {
	if len(rows) == 0 {
		return "undetermined", 0
	}
	if care != "" {
		best := int64(-1)
		for i, row := range rows {
			if age >= ages[i] && (grades[i] == "" || grades[i] == care) {
				best = max(best, row.Amount.Fen())
			}
		}
		if best < 0 {
			return "ineligible", 0
		}
		return "eligible", best
	}
	eligible, lowest := 0, int64(-1)
	for _, care := range []string{"full", "partial", "none"} {
		if verdict, fen := plainSubsidy(rows, ages, grades, age, care); verdict == "eligible" {
			if eligible++; lowest < 0 || fen < lowest {
				lowest = fen
			}
		}
	}
	switch eligible {
	case 0:
		return "ineligible", 0
	case 3:
		return "eligible", lowest
	}
	return "undetermined", lowest
}

func FuzzSubsidy(f *testing.F) {
	f.Add(uint8(80), uint8(3), int64(50_00), uint8(70), uint8(0), int64(90_00), uint8(0), uint8(3), uint32(430223))
	f.Add(uint8(79), uint8(0), int64(50_00), uint8(80), uint8(1), int64(0), uint8(80), uint8(2), uint32(430223))
	f.Add(uint8(0), uint8(9), int64(-1), uint8(0), uint8(0), int64(1)<<60, uint8(200), uint8(9), uint32(1))
	f.Fuzz(func(t *testing.T, age, care uint8, fen1 int64, age1, grade1 uint8, fen2 int64, age2, grade2 uint8, place uint32) {
		var rows []standards.Standard
		var ages []int
		var grades []string
		for _, r := range []struct {
			fen   int64
			age   uint8
			grade eldercare.SelfCare
		}{{fen1, age1, eldercare.SelfCare(grade1)}, {fen2, age2, eldercare.SelfCare(grade2)}} {
			of := r.grade.String()
			switch {
			case r.age > 0 && of == "":
				of = fmt.Sprint(r.age)
			case r.age > 0:
				of = fmt.Sprint(r.age) + "/" + of
			}
			rows, ages, grades = append(rows, paid(standards.Youxian, of, r.fen)), append(ages, int(r.age)), append(grades, r.grade.String())
		}
		tables, err := standards.Published().With(standards.Overlay{ID: "fuzz", Kind: standards.Supplement, Rows: rows})
		if err != nil {
			tables, rows = standards.Published(), nil
		}
		set := setOf(t, tables, "2020-10-01")
		p := eldercare.Person{Place: standards.Place(place), Born: bornToBe(int(age)), SelfCare: eldercare.SelfCare(care)}
		var found finding.Findings
		got := eldercare.FindSubsidy(set, p, &found)
		if got.Payment.Amount.Fen() < 0 || got.IfMet.Amount.Fen() < 0 {
			t.Errorf("%+v is paid %s", p, show(got))
		}
		if p.Place != standards.Youxian {
			return
		}
		verdict, fen := plainSubsidy(rows, ages, grades, int(age), p.SelfCare.String())
		if got.Verdict.String() != verdict || max(got.Payment.Amount.Fen(), got.IfMet.Amount.Fen()) != fen {
			t.Errorf("%+v by %v is %s, plainly %s %d", p, rows, show(got), verdict, fen)
		}
		if (got.Verdict == benefit.Undetermined) && len(found.Needs) == 0 {
			t.Errorf("%+v: undetermined, and nothing is needed", p)
		}
	})
}

func BenchmarkSubsidy(b *testing.B) {
	set := with(b, "2020-10-01", standards.Supplement, paid(standards.Youxian, "80", 50_00), paid(standards.Youxian, "80/none", 120_00))
	p := eldercare.Person{Place: standards.Youxian, Born: bornToBe(85), SelfCare: eldercare.None}
	b.ReportAllocs()
	for b.Loop() {
		var f finding.Findings
		if eldercare.FindSubsidy(set, p, &f).Verdict != benefit.Eligible {
			b.Fatal("not eligible")
		}
	}
}

func BenchmarkDistrict(b *testing.B) {
	set := onDay(b, "2020-10-01")
	d := eldercare.District{Place: standards.Youxian, Coverage: eldercare.ShareOf(7, 10), Canteens: eldercare.CountOf(1)}
	b.ReportAllocs()
	for b.Loop() {
		_, err := d.Check(set)
		require.NoError(b, err)
	}
}
