package assistance_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Properties that hold by the law whatever the household, checked on random ones.

// eachHousehold calls check with random households, and shrinks one that check finds something wrong with.
func eachHousehold(t *testing.T, seed uint64, tables func(*assistancetest.Generator) *standards.Tables, check func(*assistancetest.Generator, *standards.Set, *assistance.Household) string) {
	t.Helper()
	g := assistancetest.NewGenerator(seed)
	for range referenceCount() / referencePerSet / 5 {
		set, err := tables(g).At(g.Day())
		require.NoError(t, err)
		for range referencePerSet {
			h := g.Household(set)
			state := *g
			again := func(h *assistance.Household) string { same := state; return check(&same, set, h) }
			if again(&h) == "" {
				continue
			}
			h = shrink(h, func(h *assistance.Household) bool { return again(h) != "" })
			t.Fatal(describe(set, &h) + again(&h))
		}
	}
}

func published(*assistancetest.Generator) *standards.Tables { return standards.Published() }

func assessed(set *standards.Set, h *assistance.Household) assistance.Decision {
	d, err := assistance.Assess(set, *h)
	if err != nil {
		panic(err)
	}
	return d
}

func shuffle[T any](g *assistancetest.Generator, list []T) []T {
	list = slices.Clone(list)
	for i := range list {
		j := i + g.Intn(len(list)-i)
		list[i], list[j] = list[j], list[i]
	}
	return list
}

func TestOrderDoesNotMatter(t *testing.T) {
	eachHousehold(t, 11, referenceTables, func(g *assistancetest.Generator, set *standards.Set, h *assistance.Household) string {
		other := *h
		other.Members, other.Income = shuffle(g, h.Members), shuffle(g, h.Income)
		for i := range other.Members {
			m := &other.Members[i]
			m.Income, m.Cannot, m.Disability.Components = shuffle(g, m.Income), shuffle(g, m.Cannot), shuffle(g, m.Disability.Components)
		}
		before, after := assessed(set, h), assessed(set, &other)
		if before.Readings != after.Readings || before.Dibao.Lines != after.Dibao.Lines {
			return "\n  the readings or the lines differ"
		}
		return differences(linesOf(h, &before), linesOf(&other, &after))
	})
}

// TestReadingsAreNamed checks that where another choice of a reading decides otherwise, both decisions name the reading.
func TestReadingsAreNamed(t *testing.T) {
	sets := map[*standards.Set][]*standards.Set{}
	eachHousehold(t, 12, referenceTables, func(_ *assistancetest.Generator, set *standards.Set, h *assistance.Household) string {
		if sets[set] == nil {
			clear(sets)
			for _, r := range standards.AllReadings() {
				for _, c := range r.Choices {
					if c != set.Choice(r.Reading) {
						other, err := set.Tables().Choose(c).At(set.Day())
						if err != nil {
							return err.Error()
						}
						sets[set] = append(sets[set], other)
					}
				}
			}
		}
		before := assessed(set, h)
		before.Dibao.Lines = assistance.Lines{} // how a line is known may differ where nothing turns on it
		for _, other := range sets[set] {
			after := assessed(other, h)
			after.Dibao.Lines = assistance.Lines{}
			changed := differences(linesOf(h, &before), linesOf(h, &after))
			if changed == "" {
				continue
			}
			for _, r := range standards.AllReadings() {
				if set.Choice(r.Reading) != other.Choice(r.Reading) && (before.Readings.Of(r.Reading) == 0 || after.Readings.Of(r.Reading) == 0) {
					return "\n  not named by both: " + other.Choice(r.Reading).String() + changed
				}
			}
		}
		return ""
	})
}

// TestMoreIncome checks that more income never raises dibao, unless it ends or begins somebody's tekun. Under [standards.UpToYuan] a
// payment of whole fen is not rounded, and a fen less due may be paid as the next yuan: there whole yuan are compared.
func TestMoreIncome(t *testing.T) {
	eachHousehold(t, 13, referenceTables, func(g *assistancetest.Generator, set *standards.Set, h *assistance.Household) string {
		more := *h
		more.Members = slices.Clone(h.Members)
		m := &more.Members[g.Intn(len(more.Members))]
		if m.Income == nil {
			return "" // stating one is no more income
		}
		m.Income = append(slices.Clone(m.Income), assistance.Income{Kind: standards.IncomeKind(1 + g.Intn(int(standards.Relief))),
			Amount: standards.Fen([]int64{1, 12, int64(g.Intn(1_000_000))}[g.Intn(3)], standards.PerYear)})
		before, after := assessed(set, h), assessed(set, &more)
		for i := range before.Members {
			if before.Members[i].Tekun.Verdict != after.Members[i].Tekun.Verdict {
				return ""
			}
		}
		if before.Dibao.Verdict == benefit.Eligible && !before.Dibao.Payment.Stated() {
			return ""
		}
		paid := func(d *assistance.Decision) int64 {
			fen := d.Dibao.Payment.Amount.Fen()
			if set.Choice(standards.RoundingReading) == standards.UpToYuan {
				return (fen + 99) / 100
			}
			return fen
		}
		if paid(&after) > paid(&before) {
			return "\n  with " + m.ID + " having more: " + differences(linesOf(h, &before), linesOf(&more, &after))
		}
		return ""
	})
}

// TestPaymentReachesTheLine checks that dibao leaves nobody below the line, and that no household gets a fen too much.
func TestPaymentReachesTheLine(t *testing.T) {
	paid := 0
	eachHousehold(t, 14, published, func(_ *assistancetest.Generator, set *standards.Set, h *assistance.Household) string {
		if h.Residence == 0 || slices.ContainsFunc(h.Members, func(m assistance.Member) bool { return m.Residence != 0 }) {
			return ""
		}
		d := assessed(set, h)
		if d.Dibao.Verdict != benefit.Eligible || !d.Dibao.Payment.Stated() || d.Dibao.NotCovered > 0 || !d.Dibao.Income.Stated() {
			return "" // of whom it is open who is paid
		}
		paid++
		year := d.Dibao.Lines.Of(h.Residence).Amount.Annual() * int64(d.Dibao.Members)
		has := d.Dibao.Income.Annual() + d.Dibao.Payment.Amount.Annual()
		switch {
		case has < year:
			return "\n  still below the line"
		case has-year >= standards.MonthsPerYear:
			return "\n  a fen a month too much"
		}
		return ""
	})
	require.Positive(t, paid)
}

// TestStatingWhatIsOpen checks that stating what is open, a kind of hukou or who counts, never turns a part that stood eligible into
// ineligible, nor back.
func TestStatingWhatIsOpen(t *testing.T) {
	stated := 0
	eachHousehold(t, 16, referenceTables, func(_ *assistancetest.Generator, set *standards.Set, h *assistance.Household) string {
		d := assessed(set, h)
		for _, one := range waysToState(set, h) {
			stated++
			after := assessed(set, &one)
			if name := reversed(&d, &after); name != "" {
				return "\n  " + name + " is reversed" + differences(linesOf(h, &d), linesOf(&one, &after))
			}
		}
		return ""
	})
	require.Positive(t, stated)
}

// waysToState are the households that state one thing of what is open in h.
func waysToState(set *standards.Set, h *assistance.Household) []assistance.Household {
	var list []assistance.Household
	for _, kind := range standards.Residences() {
		if h.Residence == 0 {
			one := *h
			one.Residence = kind
			list = append(list, one)
		}
		if h.Residence != 0 && h.Residence != kind {
			continue
		}
		for _, i := range newCase(set, h, kind).openMembers() {
			for _, counted := range []standards.Answer{standards.Yes, standards.No} {
				one := *h
				one.Members = slices.Clone(h.Members)
				one.Members[i].Counted = counted
				list = append(list, one)
			}
		}
	}
	return list
}

// reversed names a part that is eligible in one decision and refused in the other.
func reversed(before, after *assistance.Decision) string {
	against := func(b, a benefit.Part) bool {
		return b.Verdict == benefit.Eligible && a.Verdict == benefit.Ineligible || b.Verdict == benefit.Ineligible && a.Verdict == benefit.Eligible
	}
	switch {
	case against(before.Dibao.Part, after.Dibao.Part):
		return "dibao"
	case against(before.LowIncome, after.LowIncome):
		return "lowIncome"
	}
	for i := range before.Members {
		b, a := &before.Members[i], &after.Members[i]
		switch {
		case against(b.Tekun.Part, a.Tekun.Part):
			return b.ID + " tekun"
		case against(b.SinglePerson, a.SinglePerson):
			return b.ID + " singlePerson"
		case against(b.Living, a.Living):
			return b.ID + " living"
		case against(b.Nursing, a.Nursing):
			return b.ID + " nursing"
		}
	}
	return ""
}
