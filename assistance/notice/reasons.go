package notice

import (
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// steps numbers every step of the decision.
func (w *writer) steps() {
	for i, s := range w.Decision.Steps {
		w.item(fmt.Sprintf("%2d. ", i+1), s.Text(w.lang))
	}
}

// reasons gives the steps that decided, part by part: of what is refused the conditions not met, of
// what is undetermined those unknown, of what is granted all. Steps that are the same under both
// kinds of hukou stand once.
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
	titled := false
	for i, s := range w.Decision.Steps {
		if s.Part != n || !w.decides(s) {
			continue
		}
		if j := w.twin(s); j >= 0 && j < i {
			continue
		} else if j >= 0 {
			s.Under = 0
		}
		if !titled {
			w.say("%s：", "%s:", w.partTitle(n))
			titled = true
		}
		w.item("- ", s.Text(w.lang))
	}
}

// twin finds the step that is the same as s but for the kind of hukou tried, -1 if there is none.
func (w *writer) twin(s benefit.Step) int {
	if s.Under == 0 {
		return -1
	}
	under := s.Under
	s.Under = 0
	own := s.Text(w.lang)
	return slices.IndexFunc(w.Decision.Steps, func(t benefit.Step) bool {
		if t.Under == 0 || t.Under == under || t.Code != s.Code || t.Member != s.Member || t.Part != s.Part {
			return false
		}
		t.Under = 0
		return t.Text(w.lang) == own
	})
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
	case s.Part == 0:
		return s.Code != benefit.StepTotal
	case s.Result == benefit.ResultMet && (slices.Contains(exclusions, s.Code) || noAllowance(s)):
		return false
	}
	switch w.verdict(s.Part, s.Member) {
	case benefit.Ineligible:
		return s.Result == benefit.ResultNotMet
	case benefit.Undetermined:
		return s.Result != benefit.ResultMet
	}
	return true
}

// noAllowance reports whether s says that another allowance of nothing is no higher than the rate.
func noAllowance(s benefit.Step) bool {
	return (s.Code == benefit.StepLivingAllowance || s.Code == benefit.StepNursingAllowance) && s.Left.Amount.Fen() == 0
}

// ways says of what is refused what is nearest to change it. What is undetermined has its needs.
func (w *writer) ways() {
	ways, err := whatif.Nearest(w.Set, w.Household)
	if err != nil {
		return // it was decided, so it can be used
	}
	for _, way := range ways {
		if w.verdict(way.Part, way.Member) == benefit.Ineligible {
			w.item("- ", way.Text(w.lang))
		}
	}
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
