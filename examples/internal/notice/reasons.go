package notice

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// steps numbers every step of the decision.
func (w *writer) steps() {
	for i, s := range w.Decision.Steps {
		w.item(fmt.Sprintf("%2d. ", i+1), w.step(s, s.Under))
	}
}

// reasons gives the steps that decided: of what is refused the conditions not met, of what is undetermined those unknown, of what is
// granted all. Steps that are the same under both kinds of hukou stand once.
func (w *writer) reasons() {
	part := benefit.Name(0)
	for i, s := range w.Decision.Steps {
		if !w.decides(s) {
			continue
		}
		under := s.Under
		switch j := w.twin(s); {
		case j >= 0 && j < i:
			continue
		case j >= 0:
			under = 0
		}
		if s.Part != part {
			part = s.Part
			w.say("%s：", "%s:", part.Text(w.lang))
		}
		w.item("- ", w.step(s, under))
	}
}

// twin finds the step that is the same as s but for the kind of hukou tried, -1 if there is none.
func (w *writer) twin(s benefit.Step) int {
	if s.Under == 0 {
		return -1
	}
	own := w.text(s)
	return slices.IndexFunc(w.Decision.Steps, func(t benefit.Step) bool {
		return t.Under != 0 && t.Under != s.Under && t.Code == s.Code && t.Member == s.Member && t.Result == s.Result && w.text(t) == own
	})
}

// decides reports whether s is among the reasons.
func (w *writer) decides(s benefit.Step) bool {
	if s.Part == 0 {
		return s.Code != "total"
	}
	switch w.verdict(s.Part, s.Member) {
	case benefit.Ineligible:
		return s.Result == benefit.ResultNotMet
	case benefit.Undetermined:
		return s.Result != benefit.ResultMet
	}
	return true
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

// step is the text of s with the kind of hukou that it was tried under, its clause and the reading that it rests on.
func (w *writer) step(s benefit.Step, under standards.Residence) string {
	text := w.text(s)
	if s.Member != "" && !strings.Contains(text, s.Member) {
		text = s.Member + w.in("：", ": ") + text
	}
	if under != 0 && !strings.Contains(text, under.Text(w.lang)) {
		text = w.in("按"+under.Text(w.lang)+"户籍：", "if "+under.Text(w.lang)+": ") + text
	}
	if info, ok := w.Set.Tables().Document(s.Document); ok {
		if !slices.Contains(w.cited, s.Document) {
			w.cited = append(w.cited, s.Document)
		}
		if cite := info.Cite(s.Clause, w.lang); !strings.Contains(text, cite) {
			text += w.in("（", " (") + cite + w.in("）", ")")
		}
	}
	if id := s.Reading.Info().ID; id != "" && !strings.Contains(text, id) {
		text += " [" + id + "]"
	}
	return text
}

func (w *writer) text(s benefit.Step) string { return s.Text(w.lang) }
