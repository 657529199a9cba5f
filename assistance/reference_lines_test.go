package assistance_test

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// What the reference and the library decide, line by line, for comparison.

type refPart struct {
	verdict    benefit.Verdict
	pay, ifMet refSum
}

func (p refPart) String() string {
	return fmt.Sprintf("%q pays %v ifMet %v", p.verdict.String(), p.pay, p.ifMet)
}

type refPerson struct {
	tekun, single, living, nursing refPart
	selfCare                       eldercare.SelfCare
	tekunNeeds, singleNeeds        []string // what tekun and single-person cover, where undetermined, wait for
	livingRate, nursingRate        refSum   // what would be paid, where ways differ
	counted                        bool     // in this way
}

type refResult struct {
	category   benefit.Category
	dibao, low refPart
	lowNeeds   []string // what low-income, where undetermined, waits for
	heads      int
	unpaid     int    // of those counted, the ones of kinds that are not eligible in an eligible household
	income     string // of those counted, a year; empty where it is not one
	people     []refPerson
	total      refSum
	assumed    map[string]bool
	needs      refNeeds
	figures    [2]string // the lines of the kinds of hukou present
}

// lines renders r for comparison.
func (r *refResult) lines(ids []string) []string {
	l := []string{
		"category " + r.category.String(),
		"dibao " + r.dibao.String(),
		"lowIncome " + r.low.String(),
		"total " + r.total.String(),
	}
	if r.dibao.verdict != 0 {
		l = append(l, fmt.Sprintf("members %d income %s lines%s", r.heads, r.income, strings.Join(r.figures[:], "")))
	}
	if r.unpaid > 0 {
		l = append(l, fmt.Sprintf("not covered %d", r.unpaid))
	}
	for i, p := range r.people {
		for _, part := range []struct {
			name string
			refPart
		}{{"tekun", p.tekun}, {"singlePerson", p.single}, {"living", p.living}, {"nursing", p.nursing}} {
			if part.refPart != (refPart{}) {
				l = append(l, ids[i]+" "+part.name+" "+part.String())
			}
		}
		if p.selfCare != 0 {
			l = append(l, ids[i]+" selfCare "+p.selfCare.String())
		}
	}
	for need, parts := range r.needs {
		l = append(l, fmt.Sprint("need ", need, " for ", parts.List()))
	}
	for a := range r.assumed {
		l = append(l, "assumed "+a)
	}
	sort.Strings(l)
	return l
}

// linesOf renders what the library decided, as lines does the reference.
func linesOf(h *assistance.Household, d *assistance.Decision) []string {
	sum := func(p benefit.Payment) refSum {
		if !p.Stated() {
			return refSum{}
		}
		return refSum{true, p.Bound == standards.AtLeast, p.Amount.Fen()}
	}
	part := func(p benefit.Part) refPart { return refPart{p.Verdict, sum(p.Payment), sum(p.IfMet)} }
	r := refResult{category: d.Category, dibao: part(d.Dibao.Part), low: part(d.LowIncome), heads: d.Dibao.Members, unpaid: d.Dibao.NotCovered, total: sum(d.Total),
		needs: refNeeds{}, assumed: map[string]bool{}}
	for _, k := range standards.Residences() {
		line := d.Dibao.Lines.Of(k)
		r.figures[k-1] = refLine(k, refFigure{line.Amount.Stated(), yearly(line.Amount), line.Bound == standards.AtLeast})
	}
	if d.Dibao.Income.Stated() {
		r.income = strconv.FormatInt(d.Dibao.Income.Annual(), 10)
	}
	for _, m := range d.Members {
		r.people = append(r.people, refPerson{tekun: part(m.Tekun.Part), single: part(m.SinglePerson), living: part(m.Living), nursing: part(m.Nursing),
			selfCare: m.Tekun.SelfCare})
	}
	for _, n := range d.Needs {
		need := n.Figure.String()
		switch {
		case n.Fact != 0:
			need = factNeed(n.Member, n.Fact)
		case n.Above.Stated():
			need += " above " + strconv.FormatInt(n.Above.Annual(), 10)
		}
		r.needs[need] |= n.For
	}
	for _, a := range d.Assumed {
		for _, id := range a.Members {
			r.assumed[id+"."+a.Fact.String()] = true
		}
		if len(a.Members) == 0 {
			r.assumed["."+a.Fact.String()] = true
		}
	}
	return r.lines(idsOf(h))
}

func idsOf(h *assistance.Household) []string {
	ids := make([]string, len(h.Members))
	for i := range h.Members {
		ids[i] = h.Members[i].ID
	}
	return ids
}

// differences lists the lines that only one of two has.
func differences(want, got []string) string {
	var b strings.Builder
	for _, line := range want {
		if !slices.Contains(got, line) {
			b.WriteString("\n  reference: " + line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			b.WriteString("\n  library:   " + line)
		}
	}
	return b.String()
}
