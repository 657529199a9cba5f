package assistance_test

import (
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
)

// How many households TestReference compares, and how many of them under one Set. REFERENCE_HOUSEHOLDS in the environment asks for
// another number, such as 800000.
const (
	referenceHouseholds      = 100_000
	referenceHouseholdsShort = 5_000
	referencePerSet          = 40
)

func referenceCount() int {
	if n, err := strconv.Atoi(os.Getenv("REFERENCE_HOUSEHOLDS")); err == nil {
		return n
	}
	if testing.Short() || raceEnabled {
		return referenceHouseholdsShort
	}
	return referenceHouseholds
}

// TestReference compares the library with the reference.
func TestReference(t *testing.T) {
	const workers, reports = 2, 5
	batches := uint64(referenceCount() / referencePerSet)
	var next, found atomic.Uint64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for found.Load() < reports {
				seed := next.Add(1)
				if seed > batches {
					return
				}
				if report := compareBatch(seed, referencePerSet); report != "" {
					found.Add(1)
					t.Errorf("seed %d\n%s", seed, report)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzReference(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		if report := compareBatch(seed, 4); report != "" {
			t.Error(report)
		}
	})
}

// compareBatch compares n households of one set of standards and reports the first mismatch, shrunk.
func compareBatch(seed uint64, n int) string {
	g := assistancetest.NewGenerator(seed)
	tables, day := referenceTables(g), g.Day()
	set, err := tables.At(day)
	if err != nil {
		return err.Error()
	}
	for range n {
		h := g.Household(set)
		if mismatch(set, &h) != "" {
			h = shrink(h, func(h *assistance.Household) bool { return mismatch(set, h) != "" })
			return describe(set, &h) + mismatch(set, &h)
		}
	}
	return ""
}

// mismatch tells where the library and the reference differ, "" if nowhere.
func mismatch(set *standards.Set, h *assistance.Household) string {
	d, err := assistance.Assess(set, *h)
	if err != nil {
		return "\n  library:   " + err.Error()
	}
	want := refDecide(set, h)
	return differences(want.lines(idsOf(h)), linesOf(h, &d))
}

// describe prints a household and the standards it is decided under.
func describe(set *standards.Set, h *assistance.Household) string {
	var b strings.Builder
	data, err := json.MarshalIndent(h, "", " ")
	if err != nil {
		data = []byte(err.Error())
	}
	fmt.Fprintf(&b, "on %s %s\n", set.Day(), data)
	for _, r := range standards.AllReadings() {
		if set.Choice(r.Reading) != r.Reading.Default() {
			fmt.Fprintf(&b, "reading %s: %s\n", r.Name, set.Choice(r.Reading))
		}
	}
	for _, o := range set.Tables().Overlays() {
		fmt.Fprintf(&b, "%s %s carry %s\n", o.Kind, o.ID, o.Carry)
		for _, row := range o.Rows {
			if row.InForce(set.Day()) && h.Division.In(row.Place) {
				fmt.Fprintf(&b, "  %s %s %s %s %s %s %s\n", row.Key, row.Place, row.Residence, row.Of, row.Amount, row.Number, row.Bound)
			}
		}
	}
	return b.String()
}

// shrink makes a household as small as it gets while it fails.
func shrink(h assistance.Household, fails func(*assistance.Household) bool) assistance.Household {
	for again := true; again; {
		again = false
		for smaller := range smallerThan(h) {
			if fails(&smaller) {
				h, again = smaller, true
				break
			}
		}
	}
	return h
}

// smallerThan yields the households that have one thing less than h, or one that is simpler.
func smallerThan(h assistance.Household) iter.Seq[assistance.Household] {
	return func(yield func(assistance.Household) bool) {
		for _, change := range simplifications(&h) {
			other := h
			other.Income = slices.Clone(h.Income)
			other.Members = slices.Clone(h.Members)
			change(&other)
			if !reflect.DeepEqual(other, h) && !yield(other) {
				return
			}
		}
	}
}

func simplifications(h *assistance.Household) []func(*assistance.Household) {
	var list []func(*assistance.Household)
	add := func(change func(*assistance.Household)) { list = append(list, change) }
	for i := range h.Members {
		if len(h.Members) > 1 {
			add(func(o *assistance.Household) { o.Members = slices.Delete(o.Members, i, i+1) })
		}
	}
	for i := range h.Income {
		add(func(o *assistance.Household) { o.Income = slices.Delete(o.Income, i, i+1) })
	}
	add(func(o *assistance.Household) { o.Income = nil })
	add(func(o *assistance.Household) { o.ID = "" })
	add(func(o *assistance.Household) { o.Weight = 0 })
	add(func(o *assistance.Household) { o.JobCosts = standards.Amount{} })
	add(func(o *assistance.Household) { o.RigidCosts = standards.Amount{} })
	add(func(o *assistance.Household) { o.LowIncomeProperty = 0 })
	add(func(o *assistance.Household) { o.OverLineSince = standards.Date{} })
	add(func(o *assistance.Household) { o.OnDibao = standards.No })
	add(func(o *assistance.Household) { o.Property = 1 })
	add(func(o *assistance.Household) { o.Residence = standards.Urban })
	for i := range h.Members {
		member := func(change func(*assistance.Member)) {
			add(func(o *assistance.Household) { change(&o.Members[i]) })
		}
		for j := range h.Members[i].Income {
			member(func(m *assistance.Member) { m.Income = slices.Delete(slices.Clone(m.Income), j, j+1) })
			member(func(m *assistance.Member) {
				m.Income = slices.Clone(m.Income)
				m.Income[j].Amount = standards.Fen(m.Income[j].Amount.Annual(), standards.PerYear)
				m.Income[j].Months = 0
			})
		}
		member(func(m *assistance.Member) { m.Income = []assistance.Income{} })
		member(func(m *assistance.Member) { m.Born = standards.Day(1990, 1, 1) })
		member(func(m *assistance.Member) { m.Residence = 0 })
		member(func(m *assistance.Member) { m.Division = 0 })
		member(func(m *assistance.Member) { m.Counted = 0 })
		member(func(m *assistance.Member) { m.Relation = 0 })
		member(func(m *assistance.Member) { m.Absence = 0 })
		member(func(m *assistance.Member) { m.Property = 0 })
		member(func(m *assistance.Member) { m.Disability = disability.Certificate{} })
		member(func(m *assistance.Member) { m.Disability.Components = nil })
		member(func(m *assistance.Member) { m.Disability.LongTermCare = 0 })
		member(func(m *assistance.Member) { m.SeriousIllness = 0 })
		member(func(m *assistance.Member) { m.Support = 0 })
		member(func(m *assistance.Member) { m.Cannot = nil })
		member(func(m *assistance.Member) { m.SelfCare = 0 })
		member(func(m *assistance.Member) { m.Placement = 0 })
		member(func(m *assistance.Member) { m.WorkInjuryNursing = standards.No })
		member(func(m *assistance.Member) { m.ChildScheme = 0 })
		member(func(m *assistance.Member) { m.LivingAllowance = standards.Fen(0, standards.PerMonth) })
		member(func(m *assistance.Member) { m.NursingAllowance = standards.Fen(0, standards.PerMonth) })
	}
	return list
}

// TestReferenceShrinks checks that a household gets smaller, and stops.
func TestReferenceShrinks(t *testing.T) {
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	g := assistancetest.NewGenerator(1)
	h := g.Household(set)
	h.Members = append(h.Members, assistance.Member{ID: "kept", Born: standards.Day(1970, 1, 1)})
	small := shrink(h, func(h *assistance.Household) bool { return h.Members[len(h.Members)-1].ID == "kept" })
	require.Len(t, small.Members, 1)
	require.Empty(t, small.Income)
}
