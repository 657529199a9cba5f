package main

import (
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// library are the ways of this library.
var library = []contender{
	{name: ours, how: "Decision.Assess, memory used again", sums: wholeFen, prepare: prepareAssess(assessAgain())},
	{name: ours, how: "Assess", sums: wholeFen, prepare: prepareAssess(assistance.Assess)},
	{name: ours, how: "Explain, with every step", sums: wholeFen, prepare: prepareAssess(assistance.Explain)},
	{name: ours, how: "packed, Simulate, totals alone", sums: wholeFen, prepare: prepareSimulate},
}

// day is the day that is decided for.
var day = standards.Day(2020, time.October, 1)

// set is the city's figures, with the made-up ones of the counties laid over them.
func set() (*standards.Set, error) {
	row := func(key standards.Key, kind standards.Residence, sum standards.Amount) standards.Standard {
		return standards.Standard{Key: key, Place: standards.CountyFive, Residence: kind, Amount: sum,
			Bound: standards.Exactly, From: standards.Day(2020, time.January, 1), Basis: standards.Basis{Clause: "1"}}
	}
	line := standards.Key(standards.DibaoLine)
	living, nursing := standards.Key(standards.DisabilityLiving), standards.Key(standards.DisabilityNursing)
	tables, err := standards.Published().With(standards.Overlay{
		ID: "counties", Kind: standards.Draft, Title: "SAMPLE: made-up figures of the counties",
		Rows: []standards.Standard{
			row(line, standards.Urban, standards.Fen(countyFive.urban, standards.PerYear)),
			row(line, standards.Rural, standards.Fen(countyFive.rural, standards.PerYear)),
			row(living, 0, standards.Fen(countyFive.living, standards.PerMonth)),
			row(nursing, 0, standards.Fen(countyFive.nursing, standards.PerMonth)),
		},
	})
	if err != nil {
		return nil, err
	}
	return tables.At(day)
}

var (
	relations = [...]benefit.Relation{applicant: benefit.Applicant, spouse: benefit.Spouse, parent: benefit.Parent,
		minorChild: benefit.MinorChild, student: benefit.Student, dependentChild: benefit.DependentAdultChild}
	kinds = [...]standards.IncomeKind{wages: standards.Wages, business: standards.Business,
		property: standards.Property, transfer: standards.Transfer, basicPension: standards.BasicPension,
		reward: standards.Reward, veteransPension: standards.VeteransPension,
		disabilitySubsidy: standards.DisabilitySubsidy}
)

// register is households as the library takes them.
func register(households []household) ([]assistance.Household, error) {
	list := make([]assistance.Household, len(households))
	for i := range households {
		h := &households[i]
		place, ok := standards.ParseDivision(places[h.place])
		if !ok {
			return nil, fmt.Errorf("no place %s", places[h.place])
		}
		list[i] = assistance.Household{ID: h.id, Division: place, Residence: standards.Rural, Property: benefit.Over}
		if h.urban {
			list[i].Residence = standards.Urban
		}
		if h.within {
			list[i].Property = benefit.Within
		}
		for j := range h.members {
			list[i].Members = append(list[i].Members, h.members[j].inRegister(fmt.Sprintf("%s-%d", h.id, j+1)))
		}
	}
	return list, nil
}

func (m *member) inRegister(id string) assistance.Member {
	to := assistance.Member{ID: id, Born: standards.Day(int(m.born), time.March, 1), Relation: relations[m.relation],
		Income: []assistance.Income{}}
	if !m.counted {
		to.Counted = standards.No
	}
	if m.grade > 0 {
		to.Disability = disability.Certificate{Category: disability.Category(m.category), Grade: int(m.grade)}
	}
	if m.workInjury {
		to.WorkInjuryNursing = standards.Yes
	}
	for _, in := range m.incomes {
		one := assistance.Income{Kind: kinds[in.kind], Amount: standards.Fen(in.fen, standards.PerYear)}
		if in.months > 0 {
			one.Amount, one.Months = standards.Fen(in.fen, standards.PerMonth), int(in.months)
		}
		to.Income = append(to.Income, one)
	}
	return to
}

// assess is Assess or Explain.
type assess func(*standards.Set, assistance.Household) (assistance.Decision, error)

// assessAgain decides into the memory of the decision before.
func assessAgain() assess {
	d := new(assistance.Decision)
	return func(set *standards.Set, h assistance.Household) (assistance.Decision, error) {
		err := d.Assess(set, &h)
		return *d, err
	}
}

// prepareAssess is one household after the other.
func prepareAssess(assess assess) func([]household) (engine, error) {
	return func(households []household) (engine, error) {
		set, err := set()
		if err != nil {
			return engine{}, err
		}
		list, err := register(households)
		if err != nil {
			return engine{}, err
		}
		return engine{decide: func(i int) (due, error) {
			d, err := assess(set, list[i])
			if err != nil {
				return due{}, err
			}
			return dueBy(&d)
		}}, nil
	}
}

// dueBy is what a decision finds due of the three benefits of the rule, all of it exactly known,
// and nothing beside it.
func dueBy(d *assistance.Decision) (due, error) {
	sums := due{dibao: d.Dibao.Payment.Amount.Fen()}
	for i := range d.Members {
		sums.living += d.Members[i].Living.Payment.Amount.Fen()
		sums.nursing += d.Members[i].Nursing.Payment.Amount.Fen()
	}
	total := d.Total.Amount.Fen()
	if d.Total.Bound != standards.Exactly || total != sums.dibao+sums.living+sums.nursing {
		return due{}, fmt.Errorf("%s is due in all, which the rule does not say", d.Total.Text(benefit.English))
	}
	return sums, nil
}

// prepareSimulate is Simulate of all households, packed, by one worker. One household is decided by
// packing it alone.
func prepareSimulate(households []household) (engine, error) {
	set, err := set()
	if err != nil {
		return engine{}, err
	}
	list, err := register(households)
	if err != nil {
		return engine{}, err
	}
	packed, err := population.Pack(set, each(list))
	if err != nil {
		return engine{}, err
	}
	return engine{
		all: func() (due, error) { return simulated(set, packed) },
		decide: func(i int) (due, error) {
			alone, err := population.Pack(set, each(list[i:i+1]))
			if err != nil {
				return due{}, err
			}
			return simulated(set, alone)
		},
	}, nil
}

func simulated(set *standards.Set, packed *population.Population) (due, error) {
	totals, err := packed.Simulate(set, 1)
	if err != nil {
		return due{}, err
	}
	var sum due
	for p := range totals.Cells {
		for k := range totals.Cells[p] {
			paid := &totals.Cells[p][k].Benefit
			sum.add(due{paid[benefit.Dibao].Fen, paid[benefit.Living].Fen, paid[benefit.Nursing].Fen})
		}
	}
	return sum, nil
}

func each(list []assistance.Household) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		for h := range slices.Values(list) {
			if !yield(h, nil) {
				return
			}
		}
	}
}
