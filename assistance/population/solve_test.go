package population_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// spent is what the households come to under the standards of set, decided one by one.
func spent(t testing.TB, set *standards.Set, households []assistance.Household, of benefit.Names) int64 {
	sum := int64(0)
	for i := range households {
		d := families.Decided(t, set, households[i])
		var totals caseload.Totals
		totals.Add(&households[i], &d)
		all := totals.All()
		for n := benefit.Tekun; n <= benefit.Nursing; n++ {
			if of == 0 || of.Has(n) {
				sum += all.Benefit[n].Fen
			}
		}
	}
	return sum
}

// known is how what the households come to under the standards of set is known: by their totals,
// and decided one by one how many are open.
func known(t testing.TB, set *standards.Set, p *population.Population, households []assistance.Household, of benefit.Names) (standards.Bound, int64) {
	totals, err := p.Simulate(set, 1)
	require.NoError(t, err)
	if of == 0 {
		of = benefit.Paying
	}
	all, bound := totals.All(), standards.Exactly
	for n, paid := range all.Benefit {
		if of.Has(benefit.Name(n)) && paid.AtLeast+paid.Missing+paid.Undetermined > 0 {
			bound = standards.AtLeast
		}
	}
	open := int64(0)
	for i := range households {
		if d := families.Decided(t, set, households[i]); isOpen(&d, of) {
			open += int64(max(households[i].Weight, 1))
		}
	}
	return bound, open
}

// isOpen reports whether a part that counts is undetermined or its amount is missing.
func isOpen(d *assistance.Decision, of benefit.Names) bool {
	open := func(n benefit.Name, p benefit.Part) bool {
		return of.Has(n) && (p.Verdict == benefit.Undetermined || p.Verdict == benefit.Eligible && n != benefit.LowIncome && !p.Payment.Stated())
	}
	found := open(benefit.Dibao, d.Dibao.Part) || open(benefit.LowIncome, benefit.Part{Verdict: d.LowIncome.Verdict})
	for _, m := range d.Members {
		found = found || open(benefit.Tekun, m.Tekun.Part) || open(benefit.SinglePerson, m.SinglePerson) || open(benefit.Living, m.Living) || open(benefit.Nursing, m.Nursing)
	}
	return found
}

// figures are those that searches are for.
func figures(g *assistancetest.Generator) (standards.Standard, standards.Period) {
	places := []standards.Place{standards.CityFive, standards.CountyFive, standards.Zhuzhou, standards.Hetang, standards.Youxian}
	row := standards.Standard{Place: places[g.Intn(len(places))], Bound: standards.Exactly}
	if g.Intn(6) == 0 {
		row.Bound = standards.AtLeast
	}
	switch g.Intn(8) {
	case 0:
		row.Key = standards.Key(standards.DisabilityLiving)
	case 1:
		row.Key = standards.Key(standards.DisabilityNursing)
	case 2:
		row.Key, row.Residence = standards.Key(standards.TekunBasic), standards.Residence(g.Intn(3))
	default:
		row.Key, row.Residence = standards.Key(standards.DibaoLine), standards.Residence(g.Intn(3))
		return row, []standards.Period{standards.PerMonth, standards.PerMonth, standards.PerYear}[g.Intn(3)]
	}
	return row, standards.PerMonth
}

// searchAmong invents standards, so many households and a search among them.
func searchAmong(t testing.TB, g *assistancetest.Generator, count int) (*standards.Set, []assistance.Household, population.Search) {
	set, err := g.Tables().At(g.Day())
	require.NoError(t, err)
	var list []assistance.Household
	for range count {
		h := g.Household(set)
		if g.Intn(4) > 0 {
			h = plain(g, h)
		}
		list = append(list, h)
	}
	row, per := figures(g)
	from, step := int64(g.Intn(70_000)), int64(1+g.Intn(3)*g.Intn(400))
	if per == standards.PerYear {
		from *= standards.MonthsPerYear
	}
	q := population.Search{Figure: row, From: standards.Fen(from, per), To: standards.Fen(from+step*int64(g.Intn(60)), per), Step: standards.Fen(step, per)}
	if g.Intn(4) == 0 {
		q.Of = benefit.Of(benefit.Dibao, benefit.SinglePerson)
	}
	return set, list, q
}

// Under every amount of a search as much is spent as by deciding household by household.
func TestSolveAgreesWithAssess(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	g := assistancetest.NewGenerator(11)
	searched, refused := 0, 0
	for round := range rounds {
		set, list, q := searchAmong(t, g, 25)
		p := packed(t, set, list...)
		totals, at, err := population.SearchTotals(p, q, 1+g.Intn(3))
		if err != nil {
			refused++ // the figure conflicts with a random file
			continue
		}
		searched++
		for i, total := range totals {
			on, err := at(i)
			require.NoError(t, err)
			if want := spent(t, on, list, q.Of); want != total {
				for _, h := range list {
					one, err := population.Pack(set, families.Several(h))
					require.NoError(t, err)
					alone, _, err := population.SearchTotals(one, q, 1)
					require.NoError(t, err)
					if want := spent(t, on, []assistance.Household{h}, q.Of); want != alone[i] {
						t.Fatalf("round %d, %s at %d: %d instead of %d for\n%+v", round, fmt.Sprintf("%+v", q), i, alone[i], want, h)
					}
				}
				t.Fatalf("round %d: %+v at %d: %d instead of %d", round, q, i, total, want)
			}
		}
	}
	assert.Greater(t, searched, rounds/2)
	t.Log(searched, "searched,", refused, "refused")
}

// How what is spent under an amount is known, and how many households are open, agrees with
// Simulate and with Assess.
func TestSpentAgreesWithSimulateAndAssess(t *testing.T) {
	rounds := 120
	if testing.Short() {
		rounds = 30
	}
	g := assistancetest.NewGenerator(12)
	bounds, open := map[standards.Bound]int{}, 0
	for round := range rounds {
		set, list, q := searchAmong(t, g, 1+round%3)
		p := packed(t, set, list...)
		totals, at, err := population.SearchTotals(p, q, 1)
		if err != nil {
			continue // the figure conflicts with a random file
		}
		under, err := population.SpentUnder(p, q)
		require.NoError(t, err)
		for _, i := range []int{0, len(totals) - 1} {
			on, err := at(i)
			require.NoError(t, err)
			want := population.Spent{Amount: standards.Fen(q.From.Fen()+int64(i)*q.Step.Fen(), q.From.Per()), Fen: totals[i]}
			want.Bound, want.Open = known(t, on, p, list, q.Of)
			got, err := under(i)
			require.NoError(t, err)
			require.Equal(t, want, got, "round %d: %+v at %d, among %+v", round, q, i, list)
			bounds[got.Bound]++
			open += int(min(got.Open, 1))
		}
	}
	assert.Greater(t, bounds[standards.Exactly], rounds/30)
	assert.Greater(t, bounds[standards.AtLeast]-open, rounds/20, "lower limits with nothing open")
	assert.Greater(t, open, rounds/4)
	t.Log(bounds, open, "open")
}

func line(place standards.Place) standards.Standard {
	return standards.Standard{Key: standards.Key(standards.DibaoLine), Place: place, Bound: standards.Exactly}
}

func searchOf(row standards.Standard, from, to, budget int64) population.Search {
	return population.Search{Figure: row, From: families.Monthly(from), To: families.Monthly(to), Budget: budget}
}

func solved(t testing.TB, set *standards.Set, q population.Search, list ...assistance.Household) population.Solution {
	t.Helper()
	p, err := population.Pack(set, families.Several(list...))
	require.NoError(t, err)
	s, err := p.Solve(context.Background(), q, 2)
	require.NoError(t, err)
	return s
}

// family is three people in Tianyuan, one of whom is of grade 1 and without income: law.md has it
// as the known reversal.
func family(income int64) assistance.Household {
	h := families.Single("family", income)
	h.Division = standards.Tianyuan
	for _, id := range []string{"b", "c"} {
		h.Members = append(h.Members, assistance.Member{ID: id, Born: standards.Day(1980, 1, 1), Income: []assistance.Income{}})
	}
	h.Members[2].Disability = disability.Certificate{Category: disability.Physical, Grade: 1}
	return h
}

func TestSolve(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	poor, couple := families.Single("poor", 200), families.Single("couple", 0)
	couple.Members = append(couple.Members, assistance.Member{ID: "b", Born: standards.Day(1980, 1, 1), Income: []assistance.Income{}})
	certified := families.Single("certified", 0)
	certified.Members[0].Disability = disability.Certificate{Category: disability.Visual, Grade: 4}
	at := func(fen int64) standards.Amount { return standards.Fen(fen, standards.PerMonth) }
	exact := func(amount, fen int64) population.Spent {
		return population.Spent{Amount: at(amount), Fen: fen, Bound: standards.Exactly}
	}
	atLeast := func(amount, fen, open int64) population.Spent {
		return population.Spent{Amount: at(amount), Fen: fen, Bound: standards.AtLeast, Open: open}
	}
	only := func(s population.Spent) []population.AmountRange { return []population.AmountRange{{From: s, To: s}} }
	poorAlone, richAlone := family(1900), family(1000)
	poorAlone.Property, richAlone.Property, poorAlone.Weight = 0, 0, 3
	richAlone.Members[2].Income = []assistance.Income{{Kind: standards.Wages, Amount: families.Monthly(900)}}
	floor := line(standards.CityFive)
	floor.Bound = standards.AtLeast
	unstated := families.Single("unstated", 200)
	unstated.Property, unstated.Weight = 0, 7
	perhapsLow := families.Single("perhaps-low", 700)
	perhapsLow.Property = 0
	for _, row := range []struct {
		name string
		q    population.Search
		list []assistance.Household
		want population.Solution
	}{
		{"line x members - income: 500 - 200 = 300 (220号 art. 27)", searchOf(line(standards.CityFive), 400, 600, 300_00), []assistance.Household{poor},
			population.Solution{Exact: only(exact(500_00, 300_00)), Under: exact(499_99, 299_99), Over: exact(500_01, 300_01)}},
		{"two people are paid two fen more for each fen of the line: an odd sum is never spent", searchOf(line(standards.CityFive), 400, 600, 1000_01),
			[]assistance.Household{couple}, population.Solution{Under: exact(500_00, 1000_00), Over: exact(500_01, 1000_02)}},
		{"income not below any line that is tried: nothing is due, whatever the line", searchOf(line(standards.CityFive), 100, 200, 0), []assistance.Household{poor},
			population.Solution{Exact: []population.AmountRange{{From: exact(100_00, 0), To: exact(200_00, 0)}}}},
		{"another place's line", searchOf(line(standards.Hetang), 500, 600, 1200_00), []assistance.Household{poor, family(0)},
			population.Solution{Over: exact(500_00, 300_00+3*600_00+200_00)}},
		{"a rate: one certificate of grade 4 on dibao", population.Search{Figure: standards.Standard{Key: standards.Key(standards.DisabilityLiving), Place: standards.CityFive},
			From: at(90_00), To: at(200_00), Step: at(1_00), Budget: 723_00}, []assistance.Household{certified},
			population.Solution{Exact: only(exact(123_00, 723_00)), Under: exact(122_00, 722_00), Over: exact(124_00, 724_00)}},
		{"dibao alone is budgeted", population.Search{Figure: line(standards.CityFive), From: at(500_00), To: at(700_00), Step: at(100_00), Budget: 600_00, Of: benefit.Of(benefit.Dibao)},
			[]assistance.Household{certified}, population.Solution{Exact: only(exact(600_00, 600_00)), Under: exact(500_00, 500_00), Over: exact(700_00, 700_00)}},
		{"property not stated: undetermined, so what is spent is a lower limit", searchOf(line(standards.CityFive), 100, 500, 300_00), []assistance.Household{poor, unstated},
			population.Solution{Exact: only(atLeast(500_00, 300_00, 7)), Under: atLeast(499_99, 299_99, 7)}},
		{"a low-income family that waits for property is paid nothing: it leaves nothing open", searchOf(line(standards.CityFive), 400, 600, 300_00), []assistance.Household{poor, perhapsLow},
			population.Solution{Exact: only(exact(500_00, 300_00)), Under: exact(499_99, 299_99), Over: exact(500_01, 300_01)}},
		{"a line that is a floor: payments are lower limits, and who is past it is undetermined (law.md, section 4.3)", searchOf(floor, 100, 300, 0), []assistance.Household{poor},
			population.Solution{Exact: []population.AmountRange{{From: atLeast(100_00, 0, 1), To: atLeast(200_00, 0, 1)}}, Over: atLeast(200_01, 1, 0)}},
		{"of two families alike, property not stated, one has someone poor enough for single-person cover (law.md, section 4.5)",
			population.Search{Figure: line(standards.CityFive), From: at(600_00), To: at(600_00), Of: benefit.Of(benefit.SinglePerson)}, []assistance.Household{poorAlone, richAlone},
			population.Solution{Exact: only(atLeast(600_00, 0, 3))}},
		{"of amounts that spend as much, more than the budget, the lowest", population.Search{Figure: line(standards.CityFive), From: at(500_00), To: at(600_00), Step: at(50_00), Budget: 99_99, Of: benefit.Of(benefit.Nursing)},
			[]assistance.Household{family(0)}, population.Solution{Over: exact(500_00, 100_00)}},
		{"of amounts that spend as much, less than the budget, the lowest", population.Search{Figure: line(standards.CityFive), From: at(500_00), To: at(600_00), Step: at(50_00), Budget: 100_01, Of: benefit.Of(benefit.Nursing)},
			[]assistance.Household{family(0)}, population.Solution{Under: exact(500_00, 100_00)}},
		{"of the benefits that are not budgeted nothing counts", population.Search{Figure: line(standards.CityFive), From: at(100_00), To: at(500_00), Budget: 0, Of: benefit.Of(benefit.Nursing)},
			[]assistance.Household{unstated}, population.Solution{Exact: []population.AmountRange{{From: exact(100_00, 0), To: exact(500_00, 0)}}}},
	} {
		t.Run(row.name, func(t *testing.T) { assert.Equal(t, row.want, solved(t, set, row.q, row.list...)) })
	}
}

// A total may fall as the line rises, so that two lines spend one budget: at 600 the family has
// single-person cover of 600 and both subsidies, at 600.01 dibao of 0.03 and both subsidies
// (law.md, section 4.8).
func TestSolveWhereTheTotalFalls(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	s := solved(t, set, searchOf(line(standards.CityFive), 590, 900, 800_00), family(1800))
	at := func(amount, fen int64) population.Spent {
		return population.Spent{Amount: standards.Fen(amount, standards.PerMonth), Fen: fen, Bound: standards.Exactly}
	}
	assert.Equal(t, []population.AmountRange{{From: at(600_00, 800_00), To: at(600_00, 800_00)}, {From: at(800_00, 800_00), To: at(800_00, 800_00)}}, s.Exact)
	assert.Equal(t, 1, s.Falls)
	s = solved(t, set, population.Search{Figure: line(standards.CityFive), From: families.Monthly(600), To: standards.Fen(600_01, standards.PerMonth), Budget: 500_00}, family(1800))
	assert.Equal(t, population.Solution{Under: at(600_01, 200_03), Over: at(600_00, 800_00), Falls: 1}, s)
	assert.Equal(t, at(799_99, 799_97), solved(t, set, searchOf(line(standards.CityFive), 601, 900, 799_99), family(1800)).Under)
}

// A figure that a draft states already is replaced there.
func TestSolveInADraft(t *testing.T) {
	set := families.Raised(t, 650)
	row := line(standards.CityFive)
	row.Residence = standards.Urban
	s := solved(t, set, searchOf(row, 600, 700, 300_00), families.Single("poor", 360))
	at := population.Spent{Amount: families.Monthly(660), Fen: 300_00, Bound: standards.Exactly}
	assert.Equal(t, []population.AmountRange{{From: at, To: at}}, s.Exact)
}

// Where payments are rounded to whole yuan, a share of a line is even only between amounts that
// make it whole yuan.
func TestSolveWithSharesInWholeYuan(t *testing.T) {
	for _, row := range []struct {
		choice standards.Choice
		per    standards.Period
		step   int64
	}{{standards.UpToYuan, standards.PerMonth, 100}, {standards.UpToYuan, standards.PerYear, 700}, {standards.UpToFen, standards.PerYear, 1}, {standards.HalfUpToFen, standards.PerMonth, 3}} {
		tables, err := standards.Published().Choose(row.choice, standards.HalfLine).With(standards.Overlay{ID: "shares", Kind: standards.Draft, Title: "shares",
			Rows: []standards.Standard{{Key: standards.Key(standards.DibaoTopUp), Place: standards.Zhuzhou, Of: "serious-illness", Number: standards.Percent(15),
				Bound: standards.Exactly, From: standards.Day(2020, 1, 1)}}})
		require.NoError(t, err)
		set, err := tables.At(standards.Day(2020, 10, 1))
		require.NoError(t, err)
		ill := families.Single("ill", 0)
		ill.Members[0].SeriousIllness = standards.Yes
		ill.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(1, standards.PerYear)}}
		list := []assistance.Household{ill, family(700)}
		from := int64(400_00)
		if row.per == standards.PerYear {
			from *= standards.MonthsPerYear
		}
		q := population.Search{Figure: line(standards.CityFive), From: standards.Fen(from, row.per), To: standards.Fen(from+40*row.step, row.per), Step: standards.Fen(row.step, row.per)}
		totals, at, err := population.SearchTotals(packed(t, set, list...), q, 1)
		require.NoError(t, err)
		require.Len(t, totals, 41)
		for i, got := range totals {
			on, err := at(i)
			require.NoError(t, err)
			assert.Equal(t, spent(t, on, list, 0), got, "%s, amount %d", row.choice, i)
		}
	}
}

// A search does what the day's standards do: what a file states for later days is no matter, and
// one with the id of the search stands.
func TestSolveBesideOtherFiles(t *testing.T) {
	later := line(standards.CityFive)
	later.Amount, later.From = families.Monthly(700), standards.Day(2021, 1, 1)
	tables, err := standards.Published().With(standards.Overlay{ID: "sought-figure", Kind: standards.Draft, Title: "later", Rows: []standards.Standard{later}})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	s := solved(t, set, searchOf(line(standards.CityFive), 400, 600, 300_00), families.Single("poor", 200))
	at := population.Spent{Amount: families.Monthly(500), Fen: 300_00, Bound: standards.Exactly}
	assert.Equal(t, []population.AmountRange{{From: at, To: at}}, s.Exact)
}
