package population

import (
	"context"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

var sink int64

// households is how many households the benchmarks have: a million, or as many as HOUSEHOLDS says.
func households() int {
	if n, err := strconv.Atoi(os.Getenv("HOUSEHOLDS")); err == nil {
		return n
	}
	return 1_000_000
}

// inventedOf packs an invented register, and lays its households out for the loop by hand.
func inventedOf(b testing.TB, count int, reg families.Register, on standards.Date, choices ...standards.Choice) (*standards.Set, *Population, []loopHousehold) {
	set, err := families.RegisterTables(b, choices...).At(on)
	require.NoError(b, err)
	var l looped
	p, err := Pack(set, func(yield func(assistance.Household, error) bool) {
		reg.Each(count, 15, func(h assistance.Household) {
			l.add(&h)
			yield(h, nil)
		})
	})
	require.NoError(b, err)
	return set, p, l.laid()
}

// BenchmarkRegisters simulates a million households of each kind of register on one core, in turn with a loop over
// the same households written by hand with int64, for a third of the law: dibao and the two subsidies, all facts
// known. What counts is the processor time of each, and the ratio.
func BenchmarkRegisters(b *testing.B) {
	for _, row := range Registers {
		b.Run(row.Name, func(b *testing.B) {
			set, p, list := inventedOf(b, households(), row.Register, row.On, row.Choices...)
			var simulate, loop time.Duration
			for b.Loop() {
				begun := families.CPU()
				t, err := p.Simulate(set, 1)
				simulated := families.CPU()
				require.NoError(b, err)
				sink += t.Cells[0][1].Households + loopAll(list)
				simulate, loop = simulate+simulated-begun, loop+families.CPU()-simulated
			}
			each := float64(b.N) * float64(p.Len())
			b.ReportMetric(float64(simulate)/each, "simulate-ns")
			b.ReportMetric(float64(loop)/each, "loop-ns")
			b.ReportMetric(float64(simulate)/float64(loop), "simulate/loop")
			b.ReportMetric(100*float64(Steady(p))/float64(p.Len()), "%steady")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// loopHousehold is a household as the loop by hand takes it.
type loopHousehold struct {
	members []loopMember
	line    int64 // fen a year
	rate    int64 // fen a month, of each of the two subsidies
	rural   bool
	within  bool
}

type loopMember struct {
	incomes []loopIncome
	counted bool
	injured bool
	grade   uint8
}

type loopIncome struct {
	fen    int64
	months int32 // 0: the sum is one a year
	kind   standards.IncomeKind
}

// looped lays households, members and incomes one after the other in memory, as whoever cares for speed does.
type looped struct {
	households []loopHousehold
	members    []loopMember
	incomes    []loopIncome
}

func (l *looped) add(h *assistance.Household) {
	rate := int64(80_00)
	if h.Division.In(standards.CityFive) {
		rate = 100_00
	}
	l.households = append(l.households, loopHousehold{line: families.RegisterLine(h.Division, h.Residence), rate: rate,
		rural: h.Residence == standards.Rural, within: h.Property == benefit.Within, members: make([]loopMember, len(h.Members))[:0:len(h.Members)]})
	for i := range h.Members {
		m := &h.Members[i]
		one := loopMember{counted: m.Counted != standards.No, injured: m.WorkInjuryNursing == standards.Yes, grade: uint8(m.Disability.Grade)}
		for _, in := range m.Income {
			months := int32(in.Months)
			if in.Amount.Per() == standards.PerMonth && months == 0 {
				months = 12
			}
			one.incomes = append(one.incomes, loopIncome{in.Amount.Fen(), months, in.Kind})
		}
		l.incomes = append(l.incomes, one.incomes...)
		l.members = append(l.members, one)
	}
}

func (l *looped) laid() []loopHousehold {
	for i := range l.members {
		n := len(l.members[i].incomes)
		l.members[i].incomes, l.incomes = l.incomes[:n:n], l.incomes[n:]
	}
	for i := range l.households {
		n := cap(l.households[i].members)
		l.households[i].members, l.members = l.members[:n:n], l.members[n:]
	}
	return l.households
}

// loopAll decides all households by hand and adds up what is due.
func loopAll(list []loopHousehold) int64 {
	dibao, living, nursing := int64(0), int64(0), int64(0)
	for i := range list {
		h := &list[i]
		income, people := int64(0), int64(0)
		for j := range h.members {
			m := &h.members[j]
			if !m.counted {
				continue
			}
			people++
			for k := range m.incomes {
				switch in := &m.incomes[k]; {
				case in.kind == standards.VeteransPension, in.kind == standards.DisabilitySubsidy, in.kind == standards.ChildSubsidy,
					in.kind == standards.Reward && h.rural:
				case in.months > 0:
					income += in.fen * int64(in.months)
				default:
					income += in.fen
				}
			}
		}
		due := h.line*people - income
		onDibao := h.within && due > 0
		if onDibao {
			dibao += (due + 11) / 12
		}
		for j := range h.members {
			m := &h.members[j]
			if m.grade == 0 || m.injured {
				continue
			}
			if onDibao && m.counted {
				living += h.rate
			}
			if m.grade <= 2 {
				nursing += h.rate
			}
		}
	}
	return dibao + living + nursing
}

// BenchmarkMemoryPass simulates a register in the best case, where nobody has a certificate, in turn with one plain
// pass over the memory that its households are packed in.
func BenchmarkMemoryPass(b *testing.B) {
	set, p, _ := inventedOf(b, households(), families.Register{}, october)
	var simulate, pass time.Duration
	for b.Loop() {
		begun := families.CPU()
		t, err := p.Simulate(set, 1)
		simulated := families.CPU()
		require.NoError(b, err)
		sink += t.Cells[0][1].Households
		for _, n := range p.income {
			sink += n
		}
		for _, n := range p.weight {
			sink += int64(n)
		}
		simulate, pass = simulate+simulated-begun, pass+families.CPU()-simulated
	}
	each := float64(b.N) * float64(p.Len())
	b.ReportMetric(float64(simulate)/each, "simulate-ns")
	b.ReportMetric(float64(pass)/each, "pass-ns")
	b.ReportMetric(float64(simulate)/float64(pass), "simulate/pass")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkSolve finds the city's line for a budget among 40,001 amounts, in turn with one Simulate.
func BenchmarkSolve(b *testing.B) {
	set, p, _ := inventedOf(b, households(), families.Usual, october)
	q := Search{Figure: standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Bound: standards.Exactly},
		From: standards.Fen(400_00, standards.PerMonth), To: standards.Fen(800_00, standards.PerMonth), Budget: int64(households()) * 300_00}
	var solve, simulate time.Duration
	for b.Loop() {
		begun := families.CPU()
		s, err := p.Solve(context.Background(), q, 1)
		solved := families.CPU()
		require.NoError(b, err)
		t, err := p.Simulate(set, 1)
		require.NoError(b, err)
		sink += s.Under.Fen + t.Cells[0][1].Households
		solve, simulate = solve+solved-begun, simulate+families.CPU()-solved
	}
	b.ReportMetric(solve.Seconds()/float64(b.N), "solve-s")
	b.ReportMetric(float64(solve)/float64(simulate), "solve/simulate")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkWorkers simulates a register on one core and on two.
func BenchmarkWorkers(b *testing.B) {
	set, p, _ := inventedOf(b, households(), families.Usual, october)
	for _, workers := range []int{1, 2} {
		b.Run(strconv.Itoa(workers), func(b *testing.B) {
			begun := families.CPU()
			for b.Loop() {
				t, err := p.Simulate(set, workers)
				require.NoError(b, err)
				sink += t.Cells[0][1].Households
			}
			b.ReportMetric(float64(families.CPU()-begun)/float64(b.N), "cpu-ns/op")
		})
	}
}

// BenchmarkMemory reports what a packed register takes.
func BenchmarkMemory(b *testing.B) {
	set, err := families.RegisterTables(b).At(october)
	require.NoError(b, err)
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		p, err := Pack(set, func(yield func(assistance.Household, error) bool) {
			families.Usual.Each(households(), 15, func(h assistance.Household) { yield(h, nil) })
		})
		require.NoError(b, err)
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(p.Len()), "bytes/household")
		b.ReportMetric(float64(len(p.shapes))/float64(p.Len()), "shapes/household")
		b.ReportMetric(float64(len(p.members)), "members")
		b.ReportMetric(float64(len(p.families)), "families")
	}
}
