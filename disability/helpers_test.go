package disability_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func setOf(t testing.TB, tables *standards.Tables, day string) *standards.Set {
	t.Helper()
	d, err := standards.ParseDate(day)
	require.NoError(t, err)
	set, err := tables.At(d)
	require.NoError(t, err)
	return set
}

func onDay(t testing.TB, day string) *standards.Set {
	t.Helper()
	return setOf(t, standards.Published(), day)
}

// under returns the published standards of a day under other choices.
func under(t testing.TB, day string, choices ...standards.Choice) *standards.Set {
	t.Helper()
	return setOf(t, standards.Published().Choose(choices...), day)
}

// with returns the standards of a day with rows of a tables file laid over them.
func with(t testing.TB, day string, kind standards.OverlayKind, rows ...standards.Standard) *standards.Set {
	t.Helper()
	tables, err := standards.Published().With(standards.Overlay{ID: "laid-over", Kind: kind, Rows: rows})
	require.NoError(t, err)
	return setOf(t, tables, day)
}

// month is an allowance of so many fen a month, year one of so many a year.
func month(fen int64) standards.Amount { return standards.Fen(fen, standards.PerMonth) }
func year(fen int64) standards.Amount  { return standards.Fen(fen, standards.PerYear) }

// show prints a part: "eligible 100.00", "eligible >=80.00", "undetermined, if met 100.00", "ineligible", or "-" where it was not
// examined.
func show(p benefit.Part) string {
	if p.Verdict == benefit.NotExamined {
		return "-"
	}
	s := p.Verdict.String()
	if p.Payment.Stated() {
		s += " " + payment(p.Payment)
	}
	if p.IfMet.Stated() {
		s += ", if met " + payment(p.IfMet)
	}
	return s
}

func payment(p benefit.Payment) string {
	s := p.Amount.YuanText()
	if p.Amount.Per() != standards.PerMonth {
		s += " a " + p.Amount.Per().String()
	}
	switch p.Bound {
	case standards.Exactly:
		return s
	case standards.AtLeast:
		return ">=" + s
	}
	return s + " without bound"
}

// found is what was found on the way, as text.
type found struct{ needs, assumed, readings []string }

func foundIn(f *finding.Findings) found {
	var all found
	for _, n := range f.Needs {
		s := n.Fact.String()
		if n.Fact == 0 {
			s = n.Figure.String()
		}
		if n.Above.Stated() {
			s += " above " + n.Above.String()
		}
		for _, name := range n.For.List() {
			s += " for " + name.String()
		}
		if n.Member != "" {
			s = n.Member + ": " + s
		}
		all.needs = append(all.needs, s)
	}
	for _, a := range f.Assumed(func(int) string { return "him" }) {
		all.assumed = append(all.assumed, a.Fact.String()+"="+a.As)
	}
	for r, c := range f.Readings {
		if c != 0 {
			all.readings = append(all.readings, standards.Reading(r).String()+"="+c.String())
		}
	}
	slices.Sort(all.readings)
	return all
}

// decide decides both subsidies, each with findings of its own.
func decide(set *standards.Set, p disability.Person) (living, nursing benefit.Part, ofLiving, ofNursing found) {
	var f, g finding.Findings
	living = disability.FindLiving(set, &p, &f)
	nursing = disability.FindNursing(set, &p, &g)
	return living, nursing, foundIn(&f), foundIn(&g)
}

// someone is a person of whom everything is stated, and to whom both subsidies are due in full.
func someone() disability.Person {
	return disability.Person{
		Place: standards.Tianyuan, Grades: disability.Certificate{Category: disability.Physical, Grade: 1}.Grades(), LongTermCare: standards.Yes,
		Tekun: benefit.Ineligible, Dibao: benefit.Eligible, WorkInjuryNursing: standards.No, ChildScheme: benefit.UnattendedToppedUp,
		LivingAllowance: month(0), NursingAllowance: month(0),
	}
}
