package disability

import (
	"strconv"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Person is what the two subsidies ask of a person.
type Person struct {
	Place             standards.Place // whose rates apply; Elsewhere: nothing is examined
	Grades            Grades
	LongTermCare      standards.Answer
	Tekun             benefit.Verdict // Eligible excludes both subsidies
	Dibao             benefit.Verdict // of the person's own kind of hukou, or by single-person cover; for the living subsidy only
	WorkInjuryNursing standards.Answer
	ChildScheme       benefit.ChildScheme
	LivingAllowance   standards.Amount // another welfare living allowance; zero: not stated
	NursingAllowance  standards.Amount // another welfare nursing allowance; zero: not stated
}

// The codes of the steps.
const (
	StepLivingTekun         benefit.Code = "living-tekun"
	StepLivingWorkInjury    benefit.Code = "living-work-injury"
	StepLivingChildScheme   benefit.Code = "living-child-scheme"
	StepLivingGrade         benefit.Code = "living-grade"
	StepLivingAllowance     benefit.Code = "living-allowance"
	StepLivingDibao         benefit.Code = "living-dibao"
	StepLivingPayment       benefit.Code = "living-payment"
	StepNursingTekun        benefit.Code = "nursing-tekun"
	StepNursingWorkInjury   benefit.Code = "nursing-work-injury"
	StepNursingChildScheme  benefit.Code = "nursing-child-scheme"
	StepNursingGrade        benefit.Code = "nursing-grade"
	StepNursingLongTermCare benefit.Code = "nursing-long-term-care"
	StepNursingAllowance    benefit.Code = "nursing-allowance"
	StepNursingPayment      benefit.Code = "nursing-payment"
)

// subsidy is what the two differ in.
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
	living = subsidy{benefit.Living, standards.DisabilityLiving, standards.LivingGrade, standards.LivingNotWith, benefit.LivingAllowanceFact,
		subsidySteps{StepLivingTekun, StepLivingWorkInjury, StepLivingChildScheme, StepLivingGrade, StepLivingAllowance, StepLivingPayment}}
	nursing = subsidy{benefit.Nursing, standards.DisabilityNursing, standards.NursingGrade, standards.NursingNotWith, benefit.NursingAllowanceFact,
		subsidySteps{StepNursingTekun, StepNursingWorkInjury, StepNursingChildScheme, StepNursingGrade, StepNursingAllowance, StepNursingPayment}}
)

// Living decides the living subsidy (困难残疾人生活补贴): a certified disabled person of any grade whose household, or who himself, is on
// dibao (国发〔2015〕52号). What it needs, assumes and turns on is added to f.
func Living(set *standards.Set, p *Person, f *benefit.Findings) benefit.Part {
	if !p.examined() {
		return benefit.Part{}
	}
	return living.decide(set, p, p.LivingAllowance, f)
}

// Nursing decides the nursing subsidy (重度残疾人护理补贴): grade 1 or 2, whatever the income. Whether the need for long-term care is tested
// is a reading. What it needs, assumes and turns on is added to f.
func Nursing(set *standards.Set, p *Person, f *benefit.Findings) benefit.Part {
	if !p.examined() {
		return benefit.Part{}
	}
	return nursing.decide(set, p, p.NursingAllowance, f)
}

func (p *Person) examined() bool { return p.Grades.Worst != 0 && p.Place.IsDivision() }

// own is the condition that only the one subsidy has.
func (s *subsidy) own(set *standards.Set, p *Person, f *benefit.Findings) benefit.Truth {
	if s.name == benefit.Nursing {
		return p.needsCare(set, f)
	}
	return p.onDibao(f)
}

// onDibao is the condition that the person is on dibao. An unexamined verdict refuses nothing.
func (p *Person) onDibao(f *benefit.Findings) benefit.Truth {
	t := p.Dibao.Truth()
	if p.Dibao == benefit.NotExamined {
		t = benefit.Unknown
	}
	if f.Explain {
		f.Step(benefit.Step{Code: StepLivingDibao, Part: benefit.Living, Result: t.Result(), Left: benefit.Quantity{Word: p.Dibao.String()},
			Document: standards.TwoSubsidies2015})
	}
	return t
}

// needsCare is the condition of long-term care, where it is tested. The reading is named unless another condition refuses: see
// decide.
func (p *Person) needsCare(set *standards.Set, f *benefit.Findings) benefit.Truth {
	if set.Choice(standards.LongTermCareReading) != standards.LongTermCareTested {
		return benefit.Met
	}
	care := benefit.Unknown
	if p.LongTermCare != 0 {
		care = benefit.If(p.LongTermCare == standards.Yes)
	}
	if !f.Explain {
		return care
	}
	f.Step(benefit.Step{Code: StepNursingLongTermCare, Part: benefit.Nursing, Result: care.Result(), Left: benefit.Quantity{Word: p.LongTermCare.String()},
		Document: standards.TwoSubsidies2015, Reading: standards.LongTermCareReading})
	return care
}

// decide takes the conditions in the law's order: exclusions, grade, another allowance, and last what the one subsidy asks for
// by itself.
func (s *subsidy) decide(set *standards.Set, p *Person, allowance standards.Amount, f *benefit.Findings) benefit.Part {
	excluded := s.free(set, p, f)
	grade := s.gradeFits(set, p, f)
	rate, rateErr := set.Rate(s.rate, p.Place, 0, strconv.Itoa(int(p.Grades.Worst)))
	figure := benefit.Figure{Key: standards.Key(s.rate), Place: p.Place}
	bound := standards.Exactly
	if rateErr == nil {
		bound = benefit.BoundOf(set, &rate.Standard)
	}
	other := s.notHigher(allowance, rate, rateErr, bound, f)

	own := s.own(set, p, f)

	others := excluded.And(grade).And(other)
	if s.name == benefit.Nursing && others != benefit.NotMet {
		f.Turn(set, standards.LongTermCareReading)
	}
	verdict := others.And(own).Verdict()
	if verdict == benefit.Ineligible {
		if excluded.And(grade) != benefit.NotMet && other == benefit.NotMet && own != benefit.NotMet {
			f.Use(set, &rate.Standard, p.Place) // the rate refused
		}
		return benefit.Part{Verdict: verdict}
	}
	s.assume(p, allowance, f)
	if rateErr != nil {
		f.Lack(set, figure)
		f.NeedFigure(figure, standards.Amount{}, s.name)
	} else {
		f.Use(set, &rate.Standard, p.Place)
	}
	if other == benefit.Unknown && rateErr == nil {
		f.NeedFigure(figure, justBelow(allowance), s.name)
	}
	if own == benefit.Unknown && s.name == benefit.Nursing {
		f.NeedFact(benefit.LongTermCareFact, benefit.Nursing)
	}
	payment := benefit.Payment{}
	if rateErr == nil {
		payment = benefit.Payment{Amount: rate.Amount, Bound: bound}
		s.explainPayment(&rate, bound, f)
	}
	if verdict == benefit.Eligible {
		return benefit.Part{Verdict: verdict, Payment: payment}
	}
	if other == benefit.Unknown {
		payment = benefit.Payment{} // what is due depends on the very figure that is missing
	}
	return benefit.Part{Verdict: verdict, IfMet: payment}
}

// free is the condition that nothing excludes the person: tekun support, the work-injury nursing benefit, a children's scheme.
func (s *subsidy) free(set *standards.Set, p *Person, f *benefit.Findings) benefit.Truth {
	free := benefit.Met
	if row, ok := set.Listed(s.notWith, p.Place, 0, "tekun"); ok {
		tekun := benefit.Met
		switch p.Tekun {
		case benefit.Eligible:
			tekun = benefit.NotMet
		case benefit.Undetermined:
			tekun = benefit.Unknown
		}
		s.step(s.steps.tekun, tekun, p.Tekun.String(), &row, f)
		free = free.And(tekun)
	}
	if row, ok := set.Listed(s.notWith, p.Place, 0, "work-injury-nursing"); ok {
		without := benefit.If(p.WorkInjuryNursing != standards.Yes)
		s.step(s.steps.workInjury, without, p.WorkInjuryNursing.String(), &row, f)
		free = free.And(without)
	}
	if p.ChildScheme != 0 {
		row, listed := set.Listed(s.notWith, p.Place, 0, p.ChildScheme.String())
		s.step(s.steps.childScheme, benefit.If(!listed), p.ChildScheme.String(), &row, f)
		free = free.And(benefit.If(!listed))
	}
	return free
}

func (s *subsidy) step(code benefit.Code, t benefit.Truth, word string, row *standards.Standard, f *benefit.Findings) {
	if f.Explain {
		f.Step(benefit.Step{Code: code, Part: s.name, Result: t.Result(), Left: benefit.Quantity{Word: word},
			Document: row.Basis.Document, Clause: row.Basis.Clause})
	}
}

// gradeFits is the condition that the certificate's grade is severe enough.
func (s *subsidy) gradeFits(set *standards.Set, p *Person, f *benefit.Findings) benefit.Truth {
	least, ok := set.Find(standards.Key(s.grade), p.Place, 0, "")
	fits := benefit.If(ok && int(p.Grades.Worst) <= least.Number.Int())
	if f.Explain {
		f.Step(benefit.Step{Code: s.steps.grade, Part: s.name, Result: fits.Result(), Left: benefit.Quantity{Number: standards.Whole(int64(p.Grades.Worst))}, Op: "<=",
			Right: benefit.Quantity{Number: least.Number}, Document: least.Basis.Document, Clause: least.Basis.Clause})
	}
	return fits
}

// notHigher is the condition that no other allowance of the same kind is higher than the rate. The higher of the two is paid: an
// equal or a lower one gives way to the subsidy.
func (s *subsidy) notHigher(allowance standards.Amount, rate standards.Rate, rateErr error, bound standards.Bound, f *benefit.Findings) benefit.Truth {
	if !allowance.Stated() {
		return benefit.Met
	}
	t := benefit.Met
	switch {
	case allowance.Fen() == 0:
	case rateErr != nil:
		t = benefit.Unknown
	case allowance.Compare(rate.Amount) <= 0:
	case bound == standards.AtLeast:
		t = benefit.Unknown
	default:
		t = benefit.NotMet
	}
	if f.Explain {
		f.Step(benefit.Step{Code: s.steps.allowance, Part: s.name, Result: t.Result(), Left: benefit.Quantity{Amount: allowance, Bound: standards.Exactly}, Op: "<=",
			Right: benefit.Quantity{Amount: rate.Amount, Bound: bound}, Document: standards.TwoSubsidies2015})
	}
	return t
}

// assume lists the exclusions that are not stated and were taken as absent.
func (s *subsidy) assume(p *Person, allowance standards.Amount, f *benefit.Findings) {
	if p.WorkInjuryNursing == 0 {
		f.Assume(benefit.WorkInjuryNursingFact)
	}
	if p.ChildScheme == 0 && s.name == benefit.Living {
		f.Assume(benefit.ChildSchemeFact)
	}
	if !allowance.Stated() {
		f.Assume(s.allowance)
	}
}

func (s *subsidy) explainPayment(rate *standards.Rate, bound standards.Bound, f *benefit.Findings) {
	if f.Explain {
		f.Step(benefit.Step{Code: s.steps.payment, Part: s.name, Result: benefit.ResultComputed,
			Terms: []benefit.Term{{What: "rate", Amount: rate.Amount, Bound: bound, Times: standards.Whole(1)}},
			Value: benefit.Quantity{Amount: rate.Amount, Bound: bound}, Document: rate.Basis.Document, Clause: rate.Basis.Clause})
	}
}

// justBelow returns the highest amount a month that a rate must exceed to be no lower than a.
func justBelow(a standards.Amount) standards.Amount {
	return standards.Fen((a.Annual()+standards.MonthsPerYear-1)/standards.MonthsPerYear-1, standards.PerMonth)
}
