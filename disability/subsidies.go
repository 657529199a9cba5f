package disability

import (
	"strconv"

	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Person holds the facts that the two subsidies ask of a person. Nothing is examined without a
// certificate, or with a Place that is none of the ten units.
type Person struct {
	Place             standards.Place // whose rates apply; Rates at hand are those of their own place
	Grades            Grades          // of the certificate
	LongTermCare      standards.Answer
	Tekun             benefit.Verdict // Eligible excludes both subsidies; NotExamined: no tekun person
	Dibao             benefit.Verdict // of the own kind of hukou, or by single-person cover; for the living subsidy
	WorkInjuryNursing standards.Answer
	ChildScheme       benefit.ChildScheme
	LivingAllowance   standards.Amount // another welfare living allowance; zero: not stated
	NursingAllowance  standards.Amount // another welfare nursing allowance; zero: not stated
	Wages             standards.Answer // above nil; asked where grade 1 or 2 alone gives the living subsidy (R16)
}

// subsidy holds what the two differ in.
type subsidy struct {
	name      benefit.Name
	rate      standards.RateKey
	grade     standards.NumberKey
	notWith   standards.ListKey
	allowance benefit.Fact
	steps     subsidySteps
}

type subsidySteps struct{ tekun, workInjury, childScheme, grade, allowance, payment benefit.Code }

var (
	living = subsidy{benefit.Living, standards.DisabilityLiving, standards.LivingGrade, standards.LivingNotWith,
		benefit.LivingAllowanceFact,
		subsidySteps{benefit.StepLivingTekun, benefit.StepLivingWorkInjury, benefit.StepLivingChildScheme,
			benefit.StepLivingGrade, benefit.StepLivingAllowance, benefit.StepLivingPayment}}
	nursing = subsidy{benefit.Nursing, standards.DisabilityNursing, standards.NursingGrade, standards.NursingNotWith,
		benefit.NursingAllowanceFact,
		subsidySteps{benefit.StepNursingTekun, benefit.StepNursingWorkInjury, benefit.StepNursingChildScheme,
			benefit.StepNursingGrade, benefit.StepNursingAllowance, benefit.StepNursingPayment}}
)

// Rates holds the rules of the two subsidies in one place on one day: the rates by grade, the
// grades, and what excludes.
type Rates struct {
	set     *standards.Set
	place   standards.Place
	tested  bool // the need for long-term care is (R9)
	living  terms
	nursing terms
}

// terms holds the rules of one subsidy.
type terms struct {
	rates   [LeastSevere + 1]rate // by grade
	least   standards.Standard    // the least severe grade
	grade   int                   // the same as a number
	scheme  bool                  // some children's scheme excludes
	notWith [statusCount]standards.Standard
}

// rate is a sum that is paid and how it is known; a zero Key is one that is not on record.
type rate struct {
	standards.Standard
	bound standards.Bound
	uses  finding.Uses
}

func (r *rate) onRecord() bool { return r.Key != 0 }

// The statuses that may exclude: tekun support, the work-injury nursing benefit, and the children's
// schemes.
const (
	tekunStatus = iota
	workInjuryStatus
	firstScheme
	statusCount = firstScheme + int(benefit.UnattendedToppedUp)
)

func statusWord(i int) string {
	switch i {
	case tekunStatus:
		return "tekun"
	case workInjuryStatus:
		return "work-injury-nursing"
	}
	return benefit.ChildScheme(i - firstScheme + int(benefit.Orphan)).String()
}

func schemeStatus(c benefit.ChildScheme) int { return firstScheme + int(c-benefit.Orphan) }

// RatesOf looks up what the two subsidies go by in place p.
func RatesOf(set *standards.Set, p standards.Place) Rates {
	return Rates{set: set, place: p, tested: set.Choice(standards.LongTermCareReading) == standards.LongTermCareTested,
		living: living.termsOf(set, p), nursing: nursing.termsOf(set, p)}
}

func (s *subsidy) termsOf(set *standards.Set, p standards.Place) terms {
	var t terms
	for grade := MostSevere; grade <= LeastSevere; grade++ {
		if row, ok := set.Find(standards.Key(s.rate), p, 0, strconv.Itoa(grade)); ok {
			t.rates[grade] = rate{row, finding.BoundOf(set, &row), finding.UsesOf(set, &row, p)}
		}
	}
	t.least, _ = set.Find(standards.Key(s.grade), p, 0, "")
	t.grade = t.least.Number.Int()
	for i := range t.notWith {
		row, listed := set.Listed(s.notWith, p, 0, statusWord(i))
		t.notWith[i], t.scheme = row, t.scheme || listed && i >= firstScheme
	}
	return t
}

// Living decides the living subsidy (困难残疾人生活补贴): a certified disabled person of any grade who
// is on dibao, with the household or by single-person cover (国发〔2015〕52号).
func Living(set *standards.Set, p Person) benefit.Decided {
	rates, f := RatesOf(set, p.Place), finding.Findings{Explain: true}
	var part benefit.Part
	rates.DecideLiving(&part, &p, &f)
	return f.Decided(part)
}

// Nursing decides the nursing subsidy (重度残疾人护理补贴): grade 1 or 2, whatever the income. Whether the
// need for long-term care is tested is a reading.
func Nursing(set *standards.Set, p Person) benefit.Decided {
	rates, f := RatesOf(set, p.Place), finding.Findings{Explain: true}
	var part benefit.Part
	rates.DecideNursing(&part, &p, &f)
	return f.Decided(part)
}

// DecideLiving is the function [Living] with rates at hand, into part, which is zero: for many
// people of one place.
func (r *Rates) DecideLiving(part *benefit.Part, p *Person, f *finding.Findings) {
	if r == nil || part == nil || p == nil || f == nil {
		return
	}
	if r.examine(p) {
		c := deciding{&living, r, &r.living, p, p.LivingAllowance, f}
		c.decide(part)
	}
}

// DecideNursing is the function [Nursing] with rates at hand, into part, which is zero: for many
// people of one place.
func (r *Rates) DecideNursing(part *benefit.Part, p *Person, f *finding.Findings) {
	if r == nil || part == nil || p == nil || f == nil {
		return
	}
	if r.examine(p) {
		c := deciding{&nursing, r, &r.nursing, p, p.NursingAllowance, f}
		c.decide(part)
	}
}

// examine reports whether p is examined: there is a certificate, and the rates are those of one of
// the ten units.
func (r *Rates) examine(p *Person) bool {
	return p.Grades.Worst >= MostSevere && p.Grades.Worst <= LeastSevere && r.place.IsDivision()
}

// deciding is one subsidy of one person while it is decided.
type deciding struct {
	*subsidy
	in        *Rates
	terms     *terms
	p         *Person
	allowance standards.Amount
	f         *finding.Findings
}

// decide takes the conditions in the law's order: exclusions, grade, another allowance, and last
// what the one subsidy asks for by itself.
func (c *deciding) decide(part *benefit.Part) {
	excluded := c.free()
	grade := c.gradeFits()
	paid := &c.terms.rates[c.p.Grades.Worst]
	other := c.notHigher(paid)
	own := c.own()

	others := excluded.And(grade).And(other)
	if c.name == benefit.Nursing && others != finding.NotMet {
		c.f.Turn(c.in.set, standards.LongTermCareReading)
	}
	if c.name == benefit.Living && others != finding.NotMet && c.p.Grades.severe() && c.p.Dibao != benefit.Eligible {
		c.f.Turn(c.in.set, standards.LivingGradeReading)
	}
	part.Verdict = others.And(own).Verdict()
	if part.Verdict == benefit.Ineligible {
		if excluded.And(grade) != finding.NotMet && other == finding.NotMet && own != finding.NotMet {
			c.f.AddUses(&paid.uses) // the rate refused
		}
		return
	}
	c.assume()
	c.need(paid, other, own)
	var payment benefit.Payment
	if paid.onRecord() {
		c.f.AddUses(&paid.uses)
		payment = benefit.Payment{Amount: paid.Amount, Bound: paid.bound}
		if c.f.Explain {
			c.explainPayment(paid)
		}
	}
	switch {
	case part.Verdict == benefit.Eligible:
		part.Payment = payment
	case other != finding.Unknown: // else what is due depends on the very figure that is missing
		part.IfMet = payment
	}
}

// need lists what the verdict, or a missing rate, waits for.
func (c *deciding) need(paid *rate, other, own finding.Truth) {
	if !paid.onRecord() {
		c.f.Lack(c.in.set, c.figure())
		c.f.NeedFigure(c.figure(), standards.Amount{}, c.name)
	}
	switch {
	case other == finding.Unknown && c.allowance.Check() != nil:
		c.f.NeedFact(c.subsidy.allowance, c.name)
	case other == finding.Unknown && paid.onRecord():
		c.f.NeedFigure(c.figure(), justBelow(c.allowance), c.name)
	}
	switch {
	case own == finding.Unknown && c.name == benefit.Nursing:
		c.f.NeedFact(benefit.LongTermCareFact, benefit.Nursing)
	case c.name == benefit.Living && own == finding.Unknown && c.byGradeAlone() == finding.Unknown:
		c.f.NeedFact(benefit.IncomeFact, benefit.Living)
	case c.name == benefit.Living && c.p.Dibao == benefit.NotExamined:
		c.f.NeedHouseholdFact(benefit.OnDibaoFact, benefit.Living)
	}
}

// figure names the rate of the place.
func (c *deciding) figure() benefit.Figure {
	return benefit.Figure{Key: standards.Key(c.rate), Place: c.in.place}
}

// free is the condition that nothing excludes the person: tekun support, the work-injury nursing
// benefit, a children's scheme.
func (c *deciding) free() finding.Truth {
	free := finding.Met
	if row := &c.terms.notWith[tekunStatus]; row.Key != 0 {
		tekun := finding.Met
		switch c.p.Tekun {
		case benefit.Eligible:
			tekun = finding.NotMet
		case benefit.Undetermined:
			tekun = finding.Unknown
		}
		if c.f.Explain {
			c.step(c.steps.tekun, tekun, c.p.Tekun.String(), row)
		}
		free = free.And(tekun)
	}
	if row := &c.terms.notWith[workInjuryStatus]; row.Key != 0 {
		without := finding.If(c.p.WorkInjuryNursing != standards.Yes)
		if c.f.Explain {
			c.step(c.steps.workInjury, without, c.p.WorkInjuryNursing.String(), row)
		}
		free = free.And(without)
	}
	if scheme := c.p.ChildScheme; scheme >= benefit.Orphan && scheme <= benefit.UnattendedToppedUp {
		row := &c.terms.notWith[schemeStatus(scheme)]
		without := finding.If(row.Key == 0)
		if c.f.Explain {
			c.step(c.steps.childScheme, without, scheme.String(), goingTogether(row, scheme))
		}
		free = free.And(without)
	}
	return free
}

// goingTogether is the row that lists a children's scheme as excluding a subsidy, or where none
// does a basis for the two going together.
func goingTogether(row *standards.Standard, scheme benefit.ChildScheme) *standards.Standard {
	switch {
	case row.Key != 0:
		return row
	case scheme == benefit.Orphan:
		return &standards.Standard{Basis: standards.Basis{Document: standards.TwoSubsidies2015}}
	}
	return &standards.Standard{Basis: standards.Basis{Document: standards.Children2019, Clause: "3(1)"}}
}

func (c *deciding) step(code benefit.Code, t finding.Truth, word string, row *standards.Standard) {
	c.f.Step(benefit.Step{Code: code, Part: c.name, Result: t.Result(), Left: benefit.Quantity{Word: word},
		Document: row.Basis.Document, Clause: row.Basis.Clause})
}

// gradeFits is the condition that the certificate's grade is severe enough.
func (c *deciding) gradeFits() finding.Truth {
	least := &c.terms.least
	fits := finding.If(int(c.p.Grades.Worst) <= c.terms.grade)
	if c.f.Explain {
		c.f.Step(benefit.Step{Code: c.steps.grade, Part: c.name, Result: fits.Result(),
			Left: benefit.Quantity{Number: standards.Whole(int64(c.p.Grades.Worst))}, Op: "<=",
			Right: benefit.Quantity{Number: least.Number}, Document: least.Basis.Document, Clause: least.Basis.Clause})
	}
	return fits
}

// notHigher is the condition that no other allowance of the same kind is higher than the rate. The
// higher of the two is paid: an equal or a lower one gives way to the subsidy. Of one that is no
// usable amount nothing is known.
func (c *deciding) notHigher(paid *rate) finding.Truth {
	if !c.allowance.Stated() || c.allowance.Fen() == 0 && c.allowance.Check() == nil {
		return finding.Met
	}
	t := finding.Met
	switch {
	case c.allowance.Check() != nil:
		t = finding.Unknown
	case !paid.onRecord():
		t = finding.Unknown
	case c.allowance.Compare(paid.Amount) <= 0:
	case paid.bound == standards.AtLeast:
		t = finding.Unknown
	default:
		t = finding.NotMet
	}
	if c.f.Explain {
		s := benefit.Step{Code: c.steps.allowance, Part: c.name, Result: t.Result(),
			Left: benefit.Quantity{Amount: c.allowance, Bound: standards.Exactly}, Op: "<=",
			Right: benefit.Quantity{Amount: paid.Amount, Bound: paid.bound}, Document: standards.SubsidiesRestated}
		c.f.Step(finding.Using(s, c.in.set, &paid.Standard))
	}
	return t
}

// own is the condition that only the one subsidy has.
func (c *deciding) own() finding.Truth {
	if c.name == benefit.Nursing {
		return c.needsCare()
	}
	return c.onDibao()
}

// onDibao is the condition that the person is on dibao. An unexamined verdict refuses nothing.
func (c *deciding) onDibao() finding.Truth {
	t := finding.Unknown
	if c.p.Dibao == benefit.Eligible || c.p.Dibao == benefit.Ineligible {
		t = finding.Of(c.p.Dibao)
	}
	t = t.Or(c.byGradeAlone())
	if c.f.Explain && c.p.Tekun != benefit.Eligible { // excluded by it whatever the verdict on dibao
		c.f.Step(benefit.Step{Code: benefit.StepLivingDibao, Part: benefit.Living, Result: t.Result(),
			Left:     benefit.Quantity{Word: c.p.Dibao.String()},
			Document: standards.TwoSubsidies2015})
	}
	return t
}

// byGradeAlone is [Person.ByGradeAlone].
func (c *deciding) byGradeAlone() finding.Truth { return c.p.ByGradeAlone(c.in.set) }

// severe reports whether the grade is 1 or 2, to which the guides give the living subsidy without
// dibao (R16).
func (g *Grades) severe() bool { return g.Worst >= MostSevere && g.Worst <= MostSevere+1 }

// ByGradeAlone tells whether grade 1 or 2 alone gives p the living subsidy, as one choice of R16
// has it for those without wages.
func (p *Person) ByGradeAlone(set *standards.Set) finding.Truth {
	if p == nil {
		return finding.NotMet
	}
	if !p.Grades.severe() || set.Choice(standards.LivingGradeReading) != standards.LivingGradesOneOrTwo {
		return finding.NotMet
	}
	switch p.Wages {
	case standards.Yes:
		return finding.NotMet
	case standards.No:
		return finding.Met
	}
	return finding.Unknown
}

// needsCare is the condition of long-term care, where it is tested. The reading is named unless
// another condition refuses: see decide.
func (c *deciding) needsCare() finding.Truth {
	if !c.in.tested {
		return finding.Met
	}
	care := finding.Unknown
	if c.p.LongTermCare == standards.Yes || c.p.LongTermCare == standards.No {
		care = finding.If(c.p.LongTermCare == standards.Yes)
	}
	if c.f.Explain {
		s := benefit.Step{Code: benefit.StepNursingLongTermCare, Part: benefit.Nursing, Result: care.Result(),
			Left:     benefit.Quantity{Word: c.p.LongTermCare.String()},
			Document: standards.TwoSubsidies2015}
		c.f.Step(finding.On(s, c.in.set, standards.LongTermCareReading))
	}
	return care
}

// assume lists the exclusions that are not stated and were taken as absent: those that the day's
// list has.
func (c *deciding) assume() {
	if c.terms.notWith[workInjuryStatus].Key != 0 && c.p.WorkInjuryNursing == 0 {
		c.f.Assume(benefit.WorkInjuryNursingFact)
	}
	if c.p.ChildScheme == 0 && c.terms.scheme {
		c.f.Assume(benefit.ChildSchemeFact)
	}
	if !c.allowance.Stated() {
		c.f.Assume(c.subsidy.allowance)
	}
	if c.name == benefit.Living && c.p.Dibao != benefit.Eligible && c.byGradeAlone() != finding.NotMet {
		c.f.Assume(benefit.GuideExclusionsFact)
	}
}

func (c *deciding) explainPayment(paid *rate) {
	s := benefit.Step{Code: c.steps.payment, Part: c.name, Result: benefit.ResultComputed,
		Terms: []benefit.Term{{What: "rate", Amount: paid.Amount, Bound: paid.bound, Times: standards.Whole(1)}},
		Value: benefit.Quantity{Amount: paid.Amount, Bound: paid.bound}, Document: paid.Basis.Document,
		Clause: paid.Basis.Clause}
	c.f.Step(finding.Using(s, c.in.set, &paid.Standard))
}

// justBelow returns the highest amount a month that a rate must exceed to be no lower than a.
func justBelow(a standards.Amount) standards.Amount {
	return standards.Fen((a.Annual()+standards.MonthsPerYear-1)/standards.MonthsPerYear-1, standards.PerMonth)
}
