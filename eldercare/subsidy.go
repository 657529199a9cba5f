package eldercare

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Person holds the facts that the eldercare service subsidy asks of a person.
type Person struct {
	Place    standards.Place // one of the ten units: whose rows apply
	Born     standards.Date
	SelfCare SelfCare // zero: not stated
}

// Subsidy decides the eldercare service subsidy (养老服务补贴) of a person by the rows of
// standards.EldercareSubsidy, each for people of an age or more, of a grade of self-care, of both,
// or for everyone. No such row is published: a tables file states them.
//
//   - The nearest place with a row that fits decides: the unit, its group, the city. Of its rows
//     that fit, the highest is paid, at least where one of them is known as a floor only.
//   - Rows hold for the place, but none fits: ineligible.
//   - No row holds for the place: undetermined, and the figure is needed.
//   - Self-care is not stated and a row goes by it: what is due is worked out for each grade. Due
//     under none: ineligible. Due under some: undetermined, with IfMet the lowest of them. Due
//     under all: eligible, with the lowest. Where the sums differ the lowest is known as at least.
//     Where anything differs, the fact is needed.
//
// A person whose Place is none of the ten units, or who states no day of birth on or before the day
// of set, is not examined. Needs are for the zero benefit.Name. Each call goes through all the rows
// of set, which costs about ten microseconds.
func Subsidy(set *standards.Set, p Person) benefit.Decided {
	f := finding.Findings{Explain: true}
	return f.Decided(subsidy(set, p, &f))
}

// subsidy is Subsidy, with what it needs and turns on added to f.
func subsidy(set *standards.Set, p Person, f *finding.Findings) benefit.Part {
	if !p.Place.IsDivision() || !p.Born.Valid() || set.Day().Before(p.Born) {
		return benefit.Part{}
	}
	s := scaleOf(set, &p)
	if len(s.rows) == 0 {
		f.NeedFigure(benefit.Figure{Key: standards.Key(standards.EldercareSubsidy), Place: p.Place}, standards.Amount{}, 0)
		return benefit.Part{Verdict: benefit.Undetermined}
	}
	if Full <= p.SelfCare && p.SelfCare <= None {
		due := s.due(set, p.SelfCare)
		s.explain(set, p.SelfCare, finding.If(due.Stated()), due, f)
		if !due.Stated() {
			return benefit.Part{Verdict: benefit.Ineligible}
		}
		s.use(set, p.SelfCare, f)
		return benefit.Part{Verdict: benefit.Eligible, Payment: due.Payment}
	}
	return s.underEachGrade(set, f)
}

// scale is the rows of the subsidy that hold for a person's place, nearest place first, and the
// age.
type scale struct {
	place standards.Place
	age   int
	rows  []standards.Standard
}

func scaleOf(set *standards.Set, p *Person) *scale {
	s := &scale{place: p.Place, age: p.Born.AgeOn(set.Day())}
	all := set.Rows()
	for place := p.Place; place != 0; place = place.Within() {
		for _, row := range all {
			if row.Key == standards.Key(standards.EldercareSubsidy) && row.Place == place {
				s.rows = append(s.rows, row)
			}
		}
	}
	return s
}

// fitting returns the rows of the nearest place that has any for the person with self-care c.
func (s *scale) fitting(c SelfCare) []standards.Standard {
	var fit []standards.Standard
	for _, row := range s.rows {
		if len(fit) > 0 && row.Place != fit[0].Place {
			break
		}
		if age, grade, ok := row.EldercareClass(); ok && s.age >= age && (grade == "" || grade == c.String()) {
			fit = append(fit, row)
		}
	}
	return fit
}

// due is a payment and the row that states it.
type due struct {
	benefit.Payment
	row standards.Standard
}

// due returns what is due to the person with self-care c: the highest of what fits. The zero
// Payment means nothing.
func (s *scale) due(set *standards.Set, c SelfCare) due {
	var d due
	for _, row := range s.fitting(c) {
		if !d.Stated() || row.Amount.Compare(d.Amount) > 0 {
			d.Amount, d.row = row.Amount, row
		}
		d.Bound = max(d.Bound, finding.BoundOf(set, &row))
	}
	return d
}

// use names what the rows that fit turn on.
func (s *scale) use(set *standards.Set, c SelfCare, f *finding.Findings) {
	for _, row := range s.fitting(c) {
		f.Use(set, &row, s.place)
	}
}

// underEachGrade decides where self-care is not stated.
func (s *scale) underEachGrade(set *standards.Set, f *finding.Findings) benefit.Part {
	var lowest due
	grades, differ := 0, false
	for c := Full; c <= None; c++ {
		d := s.due(set, c)
		if !d.Stated() {
			continue
		}
		s.use(set, c, f)
		if grades++; grades == 1 {
			lowest = d
		}
		differ = differ || d.Payment != lowest.Payment
		if d.Amount.Compare(lowest.Amount) < 0 {
			lowest = d
		}
	}
	if differ {
		lowest.Bound = standards.AtLeast
	}
	verdict := benefit.Undetermined
	switch grades {
	case 0:
		verdict = benefit.Ineligible
	case int(None):
		verdict = benefit.Eligible
	}
	if differ || verdict == benefit.Undetermined {
		f.NeedFact(benefit.SelfCareFact, 0)
	}
	s.explain(set, 0, finding.Of(verdict), lowest, f)
	if verdict == benefit.Eligible {
		return benefit.Part{Verdict: verdict, Payment: lowest.Payment}
	}
	return benefit.Part{Verdict: verdict, IfMet: lowest.Payment}
}

// explain records whether a row fits the person, and what is due. Where none fits it cites the
// nearest rows' document.
func (s *scale) explain(set *standards.Set, c SelfCare, fits finding.Truth, d due, f *finding.Findings) {
	document := d.row.Basis.Document
	if !d.Stated() {
		document = s.rows[0].Basis.Document
	}
	f.Step(benefit.Step{Code: benefit.StepEldercareClass, Result: fits.Result(),
		Left:     benefit.Quantity{Number: standards.Whole(int64(s.age)), Word: c.String()},
		Document: document, Clause: d.row.Basis.Clause})
	if d.Stated() {
		step := benefit.Step{Code: benefit.StepEldercarePayment, Result: benefit.ResultComputed,
			Terms: []benefit.Term{{What: "rate", Amount: d.Amount, Bound: d.Bound, Times: standards.Whole(1)}},
			Value: benefit.Quantity{Amount: d.Amount, Bound: d.Bound}, Document: document, Clause: d.row.Basis.Clause}
		f.Step(finding.Using(step, set, &d.row))
	}
}
