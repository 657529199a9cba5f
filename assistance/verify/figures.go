package verify

import (
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// figureUse is a figure that a decision rests on, and its value there.
type figureUse struct {
	figure benefit.Figure
	value  benefit.Quantity
}

// compareFigures compares the figures that two decisions of h rest on, and finds the row of set for
// each that differs.
func compareFigures(then, now *assistance.Decision, h *assistance.Household,
	set *standards.Set) []FigureDifference {
	a, b := figuresOf(then, h), figuresOf(now, h)
	var differ []FigureDifference
	find := func(list []figureUse, f benefit.Figure) benefit.Quantity {
		for _, u := range list {
			if u.figure == f {
				return u.value
			}
		}
		return benefit.Quantity{}
	}
	add := func(f benefit.Figure, was, is benefit.Quantity) {
		row, _ := set.Find(f.Key, f.Place, f.Residence, f.Of)
		differ = append(differ, FigureDifference{f, was, is, row})
	}
	for _, u := range a {
		is := find(b, u.figure)
		if is != u.value && (is != benefit.Quantity{} || !isOnRecord(set, u.figure, u.value)) {
			add(u.figure, u.value, is)
		}
	}
	for _, u := range b {
		was := find(a, u.figure)
		isNew := was == (benefit.Quantity{}) && len(a) > 0
		if isNew && u.figure.Key == standards.Key(standards.DibaoLine) {
			add(u.figure, was, u.value)
		}
	}
	return differ
}

// isOnRecord reports whether the row of f in set states value.
func isOnRecord(set *standards.Set, f benefit.Figure, value benefit.Quantity) bool {
	row, ok := set.Find(f.Key, f.Place, f.Residence, f.Of)
	return ok && row.Amount == value.Amount && (!value.Number.Stated() || row.Number == value.Number)
}

// figuresOf lists the figures that a decision of h rests on, as far as it shows them, each once.
func figuresOf(d *assistance.Decision, h *assistance.Household) []figureUse {
	f := figures{d: d, h: h}
	f.addLines()
	f.addRates()
	for i := range d.Steps {
		f.addStep(&d.Steps[i])
	}
	return f.list
}

// figures collects the figures of one decision.
type figures struct {
	d    *assistance.Decision
	h    *assistance.Household
	list []figureUse
}

// add adds a figure that has a value and is not listed yet.
func (f *figures) add(k standards.Key, p standards.Place, r standards.Residence, of string,
	value benefit.Quantity) {
	figure := benefit.Figure{Key: k, Place: p, Residence: r, Of: of}
	listed := func(u figureUse) bool { return u.figure == figure }
	if value != (benefit.Quantity{}) && !slices.ContainsFunc(f.list, listed) {
		f.list = append(f.list, figureUse{figure, value})
	}
}

// addNumber adds a number that holds for the household, whatever its kind of hukou.
func (f *figures) addNumber(k standards.NumberKey, value benefit.Quantity) {
	f.add(standards.Key(k), f.h.Division, 0, "", value)
}

// addLines adds the dibao lines.
func (f *figures) addLines() {
	for _, r := range standards.Residences() {
		if line := f.d.Dibao.Lines.Of(r); line.Amount.Stated() {
			value := benefit.Quantity{Amount: line.Amount, Bound: line.Bound}
			f.add(standards.Key(standards.DibaoLine), f.h.Division, r, "", value)
		}
	}
}

// addRates adds the rates of the disability subsidies that are paid: those of the member's own
// division, by the grade of the certificate.
func (f *figures) addRates() {
	for i := range f.d.Members {
		m := &f.d.Members[i]
		stated := f.h.Member(m.ID)
		if stated == nil {
			continue
		}
		place := f.h.Division
		if stated.Division.IsDivision() {
			place = stated.Division
		}
		add := func(k standards.RateKey, paid benefit.Payment) {
			if paid.Stated() {
				value := benefit.Quantity{Amount: paid.Amount, Bound: paid.Bound}
				f.add(standards.Key(k), place, 0, strconv.Itoa(stated.Disability.Grade), value)
			}
		}
		add(standards.DisabilityLiving, m.Living.Payment)
		add(standards.DisabilityNursing, m.Nursing.Payment)
	}
}

// addStep adds the figures that a step shows.
func (f *figures) addStep(s *benefit.Step) {
	switch s.Code {
	case benefit.StepLowIncomeBelow:
		f.addNumber(standards.LowIncomeMultiple, s.Right)
	case benefit.StepDibaoGrace:
		f.add(standards.Key(standards.GraceMonths), f.h.Division, s.Residence, "", s.Right)
	case benefit.StepTekunAbility:
		switch s.Op {
		case "<":
			f.addNumber(standards.TekunMinorAge, s.Right)
		case ">=":
			f.addNumber(standards.TekunElderAge, s.Right)
		}
	case benefit.StepLivingGrade:
		f.addNumber(standards.LivingGrade, s.Right)
	case benefit.StepNursingGrade:
		f.addNumber(standards.NursingGrade, s.Right)
	case benefit.StepDibaoTopUp:
		f.addTopUp(s)
	case benefit.StepTekunPayment:
		f.addTekun(s)
	}
}

// addTopUp adds the rates of a top-up, each a sum or a percentage of the line.
func (f *figures) addTopUp(s *benefit.Step) {
	for _, t := range s.Terms {
		value := benefit.Quantity{Amount: t.Amount, Bound: t.Bound}
		if t.Times != standards.Whole(1) {
			value = benefit.Quantity{Number: t.Times}
		}
		f.add(standards.Key(standards.DibaoTopUp), f.h.Division, 0, s.Value.Word, value)
	}
}

// addTekun adds the two standards of tekun support: the basic one by the member's kind of hukou,
// the care standard by self-care.
func (f *figures) addTekun(s *benefit.Step) {
	i := slices.IndexFunc(f.h.Members, func(m assistance.Member) bool { return m.ID == s.Member })
	for _, t := range s.Terms {
		value := benefit.Quantity{Amount: t.Amount, Bound: t.Bound}
		switch {
		case t.What == "tekun-basic":
			r := f.h.Residence
			if i >= 0 {
				r = f.h.ResidenceOf(&f.h.Members[i])
			}
			f.add(standards.Key(standards.TekunBasic), f.h.Division, max(r, s.Under), "", value)
		case t.What == "tekun-care" && i >= 0 && i < len(f.d.Members):
			selfCare := f.d.Members[i].Tekun.SelfCare.String()
			f.add(standards.Key(standards.TekunCare), f.h.Division, 0, selfCare, value)
		}
	}
}
