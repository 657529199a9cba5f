package disability_test

import (
	"database/sql"
	"database/sql/driver"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// R16: whether grade 1 or 2 alone gives the living subsidy, to those without wages. A refusal for want of dibao names it, and
// what the guides exclude besides is listed.
func TestLivingByGradeAlone(t *testing.T) {
	const alone, onDibao = standards.LivingGradesOneOrTwo, standards.LivingOnDibao
	const met, open, no = "eligible 100.00", "undetermined, if met 100.00", "ineligible"
	guides := []string{"guideExclusions=none"}
	income, dibao := []string{"income for living"}, []string{"onDibao for living"}
	for _, tt := range []struct {
		choice  standards.Choice
		grade   int
		dibao   benefit.Verdict
		wages   standards.Answer
		want    string
		needs   []string
		assumed []string
		named   bool // the reading is
	}{
		{onDibao, 1, benefit.Eligible, standards.No, met, nil, nil, false},
		{onDibao, 1, benefit.Ineligible, standards.No, no, nil, nil, true},
		{onDibao, 2, benefit.Ineligible, standards.No, no, nil, nil, true},
		{onDibao, 3, benefit.Ineligible, standards.No, no, nil, nil, false},
		{onDibao, 2, benefit.Undetermined, standards.No, open, nil, nil, true},
		{onDibao, 2, benefit.NotExamined, 0, open, dibao, nil, true},
		{onDibao, 3, benefit.NotExamined, 0, open, dibao, nil, false},

		{alone, 1, benefit.Eligible, standards.Yes, met, nil, nil, false},
		{alone, 1, benefit.Eligible, 0, met, nil, nil, false},
		{alone, 1, benefit.Ineligible, standards.No, met, nil, guides, true},
		{alone, 2, benefit.Ineligible, standards.No, met, nil, guides, true},
		{alone, 2, benefit.Undetermined, standards.No, met, nil, guides, true},
		{alone, 2, benefit.NotExamined, standards.No, met, dibao, guides, true},
		{alone, 3, benefit.Ineligible, standards.No, no, nil, nil, false},
		{alone, 4, benefit.Ineligible, standards.No, no, nil, nil, false},
		{alone, 1, benefit.Ineligible, standards.Yes, no, nil, nil, true},
		{alone, 2, benefit.Undetermined, standards.Yes, open, nil, nil, true},
		{alone, 2, benefit.NotExamined, standards.Yes, open, dibao, nil, true},
		{alone, 1, benefit.Ineligible, 0, open, income, guides, true},
		{alone, 2, benefit.Undetermined, 0, open, income, guides, true},
		{alone, 2, benefit.NotExamined, 0, open, income, guides, true},
		{alone, 2, benefit.Ineligible, 9, open, income, guides, true}, // an answer that is none is not stated
		{alone, 3, benefit.Undetermined, 0, open, nil, nil, false},
	} {
		p := someone()
		p.Grades = disability.Certificate{Category: disability.Hearing, Grade: tt.grade}.Grades()
		p.Dibao, p.Wages = tt.dibao, tt.wages
		living, nursing, f, g := decide(under(t, "2020-10-01", tt.choice), p)
		name := []any{"%s, grade %d, dibao %s, wages %s", tt.choice, tt.grade, tt.dibao, tt.wages}
		assert.Equal(t, tt.want, show(living), name...)
		assert.Equal(t, tt.needs, f.needs, name...)
		assert.Equal(t, tt.assumed, f.assumed, name...)
		named := "living-grade-one-two=" + tt.choice.String()
		if tt.named {
			assert.Contains(t, f.readings, named, name...)
		} else {
			assert.NotContains(t, f.readings, named, name...)
		}
		// The nursing subsidy has nothing to do with it.
		assert.NotContains(t, g.readings, named, name...)
		assert.Empty(t, append(g.needs, g.assumed...), name...)
		assert.Equal(t, tt.grade <= 2, nursing.Verdict == benefit.Eligible, name...)

		// Who is excluded is so whatever the reading.
		p.Tekun = benefit.Eligible
		living, _, f, _ = decide(under(t, "2020-10-01", tt.choice), p)
		assert.Equal(t, no, show(living), name...)
		assert.Equal(t, found{}, f, name...)
	}
}

// A rate is named where it refuses by itself, by another allowance that is higher, and not beside another refusal.
func TestRateThatRefuses(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(p *disability.Person)
		named  bool
	}{
		{"the allowance alone", func(*disability.Person) {}, true},
		{"a scheme as well", func(p *disability.Person) { p.ChildScheme = benefit.Orphan }, false},
		{"no dibao either", func(p *disability.Person) { p.Dibao = benefit.Ineligible }, false},
		{"dibao undetermined", func(p *disability.Person) { p.Dibao = benefit.Undetermined }, true},
		{"tekun undetermined", func(p *disability.Person) { p.Tekun = benefit.Undetermined }, true},
	} {
		p := someone()
		p.Grades = disability.Certificate{Category: disability.Hearing, Grade: 3}.Grades()
		p.LivingAllowance = month(100_01)
		tt.change(&p)
		living, _, f, _ := decide(onDay(t, "2020-10-01"), p)
		assert.Equal(t, "ineligible", show(living), tt.name)
		var want []string
		if tt.named {
			want = []string{"each-subsidy=each", "effective-2020=calendar-year"}
		}
		assert.Equal(t, want, f.readings, tt.name)
	}
}

// What a draft takes off the list excludes nobody, is not assumed, and is no step.
func TestExclusionTakenOffTheList(t *testing.T) {
	off := func(of string) standards.Standard {
		return standards.Standard{Key: standards.Key(standards.LivingNotWith), Place: standards.China, Of: of, Struck: true, From: standards.Day(2020, 1, 1),
			Basis: standards.Basis{Clause: "1"}}
	}
	p := someone()
	p.Tekun, p.WorkInjuryNursing, p.ChildScheme = benefit.Undetermined, standards.Yes, benefit.Orphan
	codes := func(d benefit.Decided) (all []benefit.Code) {
		for _, s := range d.Steps {
			all = append(all, s.Code)
		}
		return all
	}
	set := with(t, "2020-10-01", standards.Draft, off("tekun"), off("work-injury-nursing"), off("orphan"))
	living := disability.Living(set, p)
	assert.Equal(t, "eligible 100.00", show(living.Part))
	assert.Equal(t, []benefit.Code{benefit.StepLivingChildScheme, benefit.StepLivingGrade, benefit.StepLivingDibao, benefit.StepLivingPayment}, codes(living))
	p.WorkInjuryNursing, p.ChildScheme = 0, 0
	_, _, f, g := decide(set, p)
	assert.Equal(t, []string{"childScheme=none"}, f.assumed, "another scheme excludes")
	assert.Equal(t, []string{"workInjuryNursing=no"}, g.assumed)
	living = disability.Living(onDay(t, "2020-10-01"), someone())
	assert.Equal(t, []benefit.Code{benefit.StepLivingTekun, benefit.StepLivingWorkInjury, benefit.StepLivingChildScheme, benefit.StepLivingGrade,
		benefit.StepLivingDibao, benefit.StepLivingPayment}, codes(living))
}

// Whether the grade alone gives it can be asked for by itself.
func TestByGradeAlone(t *testing.T) {
	set := under(t, "2020-10-01", standards.LivingGradesOneOrTwo)
	for _, tt := range []struct {
		grade int
		wages standards.Answer
		want  finding.Truth
	}{
		{0, standards.No, finding.NotMet},
		{1, standards.No, finding.Met},
		{2, standards.No, finding.Met},
		{3, standards.No, finding.NotMet},
		{1, standards.Yes, finding.NotMet},
		{2, 0, finding.Unknown},
	} {
		p := disability.Person{Place: standards.Hetang, Wages: tt.wages, Grades: disability.Certificate{Category: disability.Mental, Grade: tt.grade}.Grades()}
		assert.Equal(t, tt.want, p.ByGradeAlone(set), "grade %d, wages %s", tt.grade, tt.wages)
		assert.Equal(t, finding.NotMet, p.ByGradeAlone(onDay(t, "2020-10-01")), "dibao is asked for")
	}
	assert.Equal(t, finding.NotMet, (*disability.Person)(nil).ByGradeAlone(set))
}

// An explained decision says what a children's scheme comes to and where: the list that excludes, or what lets the two go
// together.
func TestChildrensSchemesExplained(t *testing.T) {
	for _, tt := range []struct {
		scheme          benefit.ChildScheme
		living, nursing string
	}{
		{0, "", ""},
		{benefit.Orphan, "not-met guofa-2015-52-restated ", "met guofa-2015-52 "},
		{benefit.UnattendedFull, "not-met minfa-2019-62 3(1)", "met minfa-2019-62 3(1)"},
		{benefit.UnattendedToppedUp, "met minfa-2019-62 3(1)", "met minfa-2019-62 3(1)"},
		{benefit.UnattendedToppedUp + 1, "", ""}, // there is no such scheme
	} {
		p := someone()
		p.ChildScheme = tt.scheme
		set := onDay(t, "2020-10-01")
		step := func(of benefit.Decided, code benefit.Code) string {
			for _, s := range of.Steps {
				if s.Code == code {
					assert.Equal(t, tt.scheme.String(), s.Left.Word)
					return s.Result.String() + " " + string(s.Document) + " " + s.Clause
				}
			}
			return ""
		}
		assert.Equal(t, tt.living, step(disability.Living(set, p), benefit.StepLivingChildScheme), tt.scheme)
		assert.Equal(t, tt.nursing, step(disability.Nursing(set, p), benefit.StepNursingChildScheme), tt.scheme)
	}
}

// The steps of an explained decision hold what was compared, on both sides, and under which text.
func TestStepsHoldWhatWasCompared(t *testing.T) {
	set := under(t, "2020-10-01", standards.LongTermCareTested)
	p := someone()
	p.Place, p.LivingAllowance, p.Dibao, p.Tekun, p.WorkInjuryNursing, p.LongTermCare = standards.Youxian, month(81_00), benefit.Undetermined,
		benefit.Undetermined, standards.Yes, standards.No
	type row struct {
		code        benefit.Code
		result      benefit.Result
		left, right benefit.Quantity
		op          string
		document    standards.Document
		reading     standards.Reading
	}
	word := func(w string) benefit.Quantity { return benefit.Quantity{Word: w} }
	grade := func(n int64) benefit.Quantity { return benefit.Quantity{Number: standards.Whole(n)} }
	rows := func(of benefit.Decided) (all []row) {
		for _, s := range of.Steps {
			all = append(all, row{s.Code, s.Result, s.Left, s.Right, s.Op, s.Document, s.Reading})
		}
		return all
	}
	living := rows(disability.Living(set, p))
	require.Len(t, living, 6)
	assert.Equal(t, []row{
		{benefit.StepLivingTekun, benefit.ResultUnknown, word("undetermined"), benefit.Quantity{}, "", living[0].document, 0},
		{benefit.StepLivingWorkInjury, benefit.ResultNotMet, word("yes"), benefit.Quantity{}, "", living[1].document, 0},
		{benefit.StepLivingChildScheme, benefit.ResultMet, word("unattended-topped-up"), benefit.Quantity{}, "", standards.Children2019, 0},
		{benefit.StepLivingGrade, benefit.ResultMet, grade(1), grade(4), "<=", standards.TwoSubsidies2015, 0},
		{benefit.StepLivingAllowance, benefit.ResultUnknown, benefit.Quantity{Amount: month(81_00), Bound: standards.Exactly},
			benefit.Quantity{Amount: month(80_00), Bound: standards.AtLeast}, "<=", standards.SubsidiesRestated, 0},
		{benefit.StepLivingDibao, benefit.ResultUnknown, word("undetermined"), benefit.Quantity{}, "", standards.TwoSubsidies2015, 0},
	}, living)
	p.Tekun, p.WorkInjuryNursing = benefit.NotExamined, standards.No
	nursing := rows(disability.Nursing(set, p))
	assert.Equal(t, row{benefit.StepNursingTekun, benefit.ResultMet, word(""), benefit.Quantity{}, "", nursing[0].document, 0}, nursing[0])
	assert.Equal(t, row{benefit.StepNursingWorkInjury, benefit.ResultMet, word("no"), benefit.Quantity{}, "", nursing[1].document, 0}, nursing[1])
	assert.Equal(t, row{benefit.StepNursingGrade, benefit.ResultMet, grade(1), grade(2), "<=", nursing[3].document, 0}, nursing[3])
	assert.Equal(t, row{benefit.StepNursingLongTermCare, benefit.ResultNotMet, word("no"), benefit.Quantity{}, "", standards.TwoSubsidies2015,
		standards.LongTermCareReading}, nursing[4])
	p.LongTermCare = standards.Yes
	paid := disability.Nursing(set, p).Steps
	last := paid[len(paid)-1]
	sum := benefit.Quantity{Amount: month(80_00), Bound: standards.AtLeast}
	assert.Equal(t, []any{benefit.StepNursingPayment, benefit.ResultComputed, sum, standards.WorkPoints2020, "31"},
		[]any{last.Code, last.Result, last.Value, last.Document, last.Clause})
	assert.Equal(t, []benefit.Term{{What: "rate", Amount: month(80_00), Bound: standards.AtLeast, Times: standards.Whole(1)}}, last.Terms)
	// A figure that is planned for the year, and a floor that is taken as exact, are said to be so.
	p.LivingAllowance, p.NursingAllowance = month(80_00), month(80_00)
	for _, tt := range []struct {
		day     string
		choice  standards.Choice
		planned bool
		reading standards.Reading
	}{
		{"2020-08-31", standards.FloorMayBeHigher, true, 0},
		{"2020-09-01", standards.FloorMayBeHigher, false, 0},
		{"2020-09-01", standards.FloorExact, false, standards.FloorAsLineReading},
	} {
		p.Dibao = benefit.Eligible
		set := under(t, tt.day, tt.choice)
		seen := 0
		for _, s := range append(disability.Living(set, p).Steps, disability.Nursing(set, p).Steps...) {
			switch s.Code {
			case benefit.StepLivingAllowance, benefit.StepLivingPayment, benefit.StepNursingAllowance, benefit.StepNursingPayment:
				assert.Equal(t, []any{tt.planned, tt.reading}, []any{s.Planned, s.Reading}, "%s on %s", s.Code, tt.day)
				seen++
			}
		}
		assert.Equal(t, 4, seen)
	}
	// Who is on tekun support is not asked about dibao.
	p.Tekun = benefit.Eligible
	for _, s := range disability.Living(set, p).Steps {
		assert.NotEqual(t, benefit.StepLivingDibao, s.Code)
	}
}

// A category is stored as its word, and NULL where none is stated.
func TestCategoryAsAColumn(t *testing.T) {
	var c disability.Category
	for _, tt := range []struct {
		category disability.Category
		want     driver.Value
	}{{disability.Speech, "speech"}, {0, nil}} {
		stored, err := tt.category.Value()
		require.NoError(t, err)
		assert.Equal(t, tt.want, stored)
		require.NoError(t, sql.Scanner(&c).Scan(stored))
		assert.Equal(t, tt.category, c)
	}
	_, err := disability.Category(8).Value()
	assert.EqualError(t, err, "disability.Category: it is not a known value, and is not stored")
	assert.Error(t, c.Scan("deaf"))
}

// What stands for nothing decides nothing.
func TestNilOfDisability(t *testing.T) {
	rates := disability.RatesOf(onDay(t, "2020-10-01"), standards.Tianyuan)
	p, f, part := someone(), finding.Findings{}, benefit.Part{}
	for _, decide := range []func(r *disability.Rates, part *benefit.Part, p *disability.Person, f *finding.Findings){
		(*disability.Rates).DecideLiving, (*disability.Rates).DecideNursing,
	} {
		decide(nil, &part, &p, &f)
		decide(&rates, nil, &p, &f)
		decide(&rates, &part, nil, &f)
		decide(&rates, &part, &p, nil)
		assert.Equal(t, benefit.Part{}, part)
		assert.Equal(t, found{}, foundIn(&f))
	}
	g, limits := p.Grades, disability.LimitsOf(onDay(t, "2020-10-01"), standards.China, standards.TekunGrade)
	assert.Equal(t, finding.Met, g.Within(&limits))
	assert.Equal(t, finding.NotMet, g.Within(nil))
	assert.Equal(t, finding.NotMet, (*disability.Grades)(nil).Within(&limits))
}
