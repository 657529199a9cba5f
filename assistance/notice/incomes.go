package notice

import (
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// incomes shows whose income of which kind is counted and what is left out, and under which clause:
// for dibao, and for the tekun support of each member examined for it.
func (w *writer) incomes() {
	if w.Decision.Dibao.Verdict != benefit.NotExamined {
		w.incomesOf(benefit.Dibao, standards.DibaoNotIncome, w.everybody())
	}
	for i := range w.Decision.Members {
		if m := &w.Decision.Members[i]; m.Tekun.Verdict != benefit.NotExamined {
			w.incomesOf(benefit.Tekun, standards.TekunNotIncome, []string{m.ID})
		}
	}
}

func (w *writer) everybody() []string {
	ids := make([]string, len(w.Household.Members))
	for i := range w.Household.Members {
		ids[i] = w.Household.Members[i].ID
	}
	return ids
}

// incomesOf tables the incomes of members for one benefit.
func (w *writer) incomesOf(n benefit.Name, list standards.ListKey, ids []string) {
	title := w.in("家庭收入（"+n.Text(w.lang)+"）：", "Incomes for "+n.Text(w.lang)+":")
	if n == benefit.Tekun {
		title = w.in(w.names(ids)+"的本人收入（"+n.Text(w.lang)+"）：", "Own income of "+w.names(ids)+" for "+n.Text(w.lang)+":")
	}
	t := Table{Head: []string{w.in("成员", "member"), w.in("收入种类", "kind"), w.in("每年（元）", "yuan a year"), w.in("核算", "")},
		Right: []bool{false, false, true, false}}
	var leftOut []string
	for _, id := range ids {
		m := w.Household.Member(id)
		if m == nil {
			continue // a decision of another household
		}
		why, counts := "", true
		if n == benefit.Dibao {
			why, counts = w.standing(id)
		}
		switch {
		case m.Income == nil:
			if counts {
				why = w.unstated(id)
			}
			t.add(id, w.in("未载明", "not stated"), "", why)
		case len(m.Income) == 0:
			t.add(id, w.in("无收入", "none"), "0.00", why)
		}
		for _, in := range m.Income {
			how := why
			if counts {
				var cited string
				how, cited = w.counting(list, w.Household.ResidenceOf(m), in.Kind)
				if cited != "" {
					leftOut = append(leftOut, id+w.in("的", "'s ")+w.kindOfIncome(in.Kind)+cited)
				}
				if why != "" {
					how += w.in("（", " (") + why + w.in("）", ")")
				}
			}
			t.add(id, w.kindOfIncome(in.Kind), w.over(in.Annual(), 1), how)
		}
	}
	if n == benefit.Dibao {
		for _, in := range w.Household.Income {
			how, cited := w.counting(list, w.Household.Residence, in.Kind)
			if cited != "" {
				leftOut = append(leftOut, w.in("家庭的", "the household's ")+w.kindOfIncome(in.Kind)+cited)
			}
			t.add(w.in("家庭", "household"), w.kindOfIncome(in.Kind), w.over(in.Annual(), 1), how)
		}
	}
	w.say("%s", "%s", title)
	w.table(t)
	for _, text := range leftOut {
		w.item(bullet, w.in("不计入：", "Left out: ")+text)
	}
	w.costs(n)
}

// costs lists the costs that were taken off the income.
func (w *writer) costs(n benefit.Name) {
	var said []string
	for _, s := range w.Decision.Steps {
		if s.Part != n || s.Code != benefit.StepJobCosts && s.Code != benefit.StepRigidCosts {
			continue
		}
		if text := w.plain(s); !slices.Contains(said, text) {
			said = append(said, text)
			w.item(bullet, w.capital(text))
		}
	}
}

// standing says of a member who is not counted for dibao, or of whom it is open, why. counts is
// false where nothing of the member's income is.
func (w *writer) standing(id string) (why string, counts bool) {
	in, out := false, false
	for _, s := range w.Decision.Steps {
		switch {
		case s.Member == id && (s.Code == benefit.StepNotCounted || s.Code == benefit.StepNotExamined ||
			s.Code == benefit.StepTekunNotCounted):
			out = true
		case s.Code == benefit.StepIncomeOf:
			in = in || slices.ContainsFunc(s.Terms, func(t benefit.Term) bool { return t.Member == id })
		}
		in = in || slices.Contains(s.In, id)
		out = out || slices.Contains(s.Out, id)
	}
	switch {
	case in && out:
		return w.in("成员计入与否待定", "whether the member counts is open"), true
	case out:
		return w.in("成员不计入", "the member is not counted"), false
	}
	return "", true
}

// unstated says what an income that is not stated is taken for.
func (w *writer) unstated(id string) string {
	for _, a := range w.Decision.Assumed {
		if a.Fact == benefit.IncomeFact && slices.Contains(a.Members, id) {
			return w.in("按无收入处理", "taken as none")
		}
	}
	return w.in("待查明", "to be found out")
}

// counting says whether a kind of income counts for someone of kind of hukou r, and if it does not
// under which clauses. Where the kind of hukou is not stated and matters, it is said for both.
func (w *writer) counting(list standards.ListKey, r standards.Residence, k standards.IncomeKind) (how, cited string) {
	both := standards.Residences()
	kinds := both[:]
	if r != 0 {
		kinds = []standards.Residence{r}
	}
	var left []standards.Residence
	var clauses []string
	for _, kind := range kinds {
		if row, ok := w.Set.Listed(list, w.Household.Division, kind, k.String()); ok {
			left = append(left, kind)
			clause := row.Basis.Document.Info().Citation(row.Basis.Clause, w.lang)
			if !slices.Contains(clauses, clause) {
				clauses = append(clauses, clause)
			}
		}
	}
	cited = w.resting(strings.Join(clauses, w.in("；", "; ")))
	switch {
	case len(left) == 0:
		return w.in("计入", "counted"), ""
	case len(left) == len(kinds):
		return w.in("不计入", "left out"), cited
	}
	kind := left[0].Text(w.lang)
	return w.in("按"+kind+"户籍不计入", "left out if "+kind), cited
}

// kindOfIncome names a kind of income as the fields of a household do.
func (w *writer) kindOfIncome(k standards.IncomeKind) string {
	for _, f := range assistance.Fields() {
		if f.Fact != benefit.IncomeFact {
			continue
		}
		for _, word := range f.Words {
			if word.Word == k.String() {
				return word.Label.In(w.lang)
			}
		}
	}
	return k.String()
}
