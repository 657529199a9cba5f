package notice

import (
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// steps numbers every step of the decision.
func (w *writer) steps() {
	for i, s := range w.Decision.Steps {
		w.item(fmt.Sprintf("%2d. ", i+1), s.Text(w.lang))
	}
}

// reasons gives the steps that decided, part by part: of what is refused the incomes that were
// counted and the conditions not met, of what is undetermined those unknown, of what is granted
// all. What is the same in every way of what is open stands once.
func (w *writer) reasons() {
	var done []benefit.Name
	for _, s := range w.Decision.Steps {
		if !slices.Contains(done, s.Part) {
			done = append(done, s.Part)
			w.reasonsOf(s.Part)
		}
	}
}

func (w *writer) reasonsOf(n benefit.Name) {
	ways := w.wayCount()
	titled := false
	var said []string
	for _, s := range w.Decision.Steps {
		if s.Part != n || !w.decides(s) {
			continue
		}
		s.Reading, s.Choice, s.Planned = 0, 0, false // the annex and the result have them
		text := s.Text(w.lang)
		switch plain := w.plain(s); {
		case w.countAlike(s, plain) == ways:
			text = plain
		case ways > fewWays:
			continue // the table of the ways tells
		}
		if slices.Contains(said, text) {
			continue
		}
		said = append(said, text)
		if !titled {
			w.say("%s：", "%s:", w.capital(w.partTitle(n)))
			titled = true
		}
		w.item(bullet, w.capital(text))
	}
}

// plain is the text of a step without the way of what is open in which it was decided, and without
// the reading.
func (w *writer) plain(s benefit.Step) string {
	s.Under, s.In, s.Out = 0, nil, nil
	s.Reading, s.Choice, s.Planned = 0, 0, false
	return s.Text(w.lang)
}

// countAlike counts the steps that say the same as s, in whichever way.
func (w *writer) countAlike(s benefit.Step, plain string) int {
	n := 0
	for _, t := range w.Decision.Steps {
		if t.Code == s.Code && t.Member == s.Member && t.Part == s.Part && w.plain(t) == plain {
			n++
		}
	}
	return n
}

func (w *writer) partTitle(n benefit.Name) string {
	if n == 0 {
		return w.in("共同生活的家庭成员", "who counts")
	}
	return n.Text(w.lang)
}

// exclusions are the conditions that nothing stands against a subsidy. Where they are met they are
// no reason, and where they are only taken to be met the assumptions say so.
var exclusions = []benefit.Code{
	benefit.StepLivingTekun, benefit.StepLivingWorkInjury, benefit.StepLivingChildScheme,
	benefit.StepNursingTekun, benefit.StepNursingWorkInjury, benefit.StepNursingChildScheme,
}

// decides reports whether s is among the reasons.
func (w *writer) decides(s benefit.Step) bool {
	switch {
	case s.Code == benefit.StepJobCosts || s.Code == benefit.StepRigidCosts:
		return false // they stand with the incomes
	case s.Part == 0:
		return s.Code != benefit.StepTotal && s.Code != benefit.StepWay
	case s.Result == benefit.ResultMet && (slices.Contains(exclusions, s.Code) || noAllowance(s)):
		return false
	}
	switch w.verdict(s.Part, s.Member) {
	case benefit.Ineligible:
		return s.Result == benefit.ResultNotMet || s.Result == benefit.ResultComputed
	case benefit.Undetermined:
		return s.Result != benefit.ResultMet
	}
	return true
}

// noAllowance reports whether s says that another allowance of nothing is no higher than the rate.
func noAllowance(s benefit.Step) bool {
	return (s.Code == benefit.StepLivingAllowance || s.Code == benefit.StepNursingAllowance) && s.Left.Amount.Fen() == 0
}

func (w *writer) verdict(n benefit.Name, member string) benefit.Verdict {
	switch n {
	case benefit.Dibao:
		return w.Decision.Dibao.Verdict
	case benefit.LowIncome:
		return w.Decision.LowIncome.Verdict
	}
	for i := range w.Decision.Members {
		m := &w.Decision.Members[i]
		if m.ID != member {
			continue
		}
		switch n {
		case benefit.Tekun:
			return m.Tekun.Verdict
		case benefit.SinglePerson:
			return m.SinglePerson.Verdict
		case benefit.Living:
			return m.Living.Verdict
		case benefit.Nursing:
			return m.Nursing.Verdict
		}
	}
	return benefit.NotExamined
}
