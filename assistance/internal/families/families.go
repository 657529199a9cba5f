// Package families makes households for the tests of the packages above assistance.
package families

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Families makes households of every sort, more often near the edges of the law than not.
type Families struct{ *rand.Rand }

// New returns families from a seed.
func New(seed uint64) Families { return Families{rand.New(rand.NewPCG(seed, 17))} }

// Pick returns one of list.
func Pick[T any](f Families, list ...T) T { return list[f.IntN(len(list))] }

// Household returns a household with this id.
func (f Families) Household(id string) assistance.Household {
	divisions := standards.Divisions()
	h := assistance.Household{ID: id, Division: divisions[f.IntN(len(divisions))],
		Residence: standards.Residence(Pick(f, 0, 1, 1, 2, 2, 2)),
		Property:  benefit.Property(Pick(f, 0, 1, 1, 1, 2)), OnDibao: standards.Answer(Pick(f, 0, 1, 1, 2))}
	if f.IntN(4) == 0 {
		h.Income = f.Incomes()
	}
	if f.IntN(4) == 0 {
		h.JobCosts = f.amount()
	}
	for i := range 1 + f.IntN(4) {
		h.Members = append(h.Members, f.member(i))
	}
	return h
}

func (f Families) member(i int) assistance.Member {
	m := assistance.Member{ID: fmt.Sprintf("m%d", i), Born: standards.Date{Year: 1930 + f.IntN(90),
		Month: time.Month(1 + f.IntN(12)), Day: 1 + f.IntN(28)},
		Income: f.Incomes(), Property: benefit.Property(Pick(f, 0, 0, 1, 2)),
		SeriousIllness: standards.Answer(Pick(f, 0, 0, 0, 1, 2))}
	if f.IntN(8) == 0 {
		m.Residence = standards.Residence(f.IntN(3))
	}
	if f.IntN(10) == 0 {
		m.Division = Pick(f, standards.Elsewhere, standards.Hetang, standards.Youxian)
	}
	if f.IntN(10) == 0 {
		m.Counted = standards.Answer(f.IntN(3))
	}
	if f.IntN(2) == 0 {
		m.Relation = benefit.Relation(f.IntN(int(benefit.SupportedRelative) + 1))
	}
	if f.IntN(10) == 0 {
		m.Absence = benefit.Absence(f.IntN(int(benefit.Missing) + 1))
	}
	if f.IntN(2) == 0 {
		m.Disability = disability.Certificate{Category: disability.Category(1 + f.IntN(7)), Grade: 1 + f.IntN(4),
			LongTermCare: standards.Answer(f.IntN(3))}
		if m.Disability.Category == disability.Multiple && f.IntN(2) == 0 {
			m.Disability.Components = []disability.Component{{Category: disability.Category(1 + f.IntN(3)),
				Grade: m.Disability.Grade}, {Category: disability.Category(4 + f.IntN(3)), Grade: 4}}
		}
	}
	if f.IntN(3) == 0 {
		m.Support = benefit.Support(f.IntN(4))
		m.SelfCare = eldercare.SelfCare(f.IntN(4))
	}
	if f.IntN(6) == 0 {
		m.WorkInjuryNursing = standards.Answer(f.IntN(3))
	}
	if f.IntN(8) == 0 {
		m.ChildScheme = benefit.ChildScheme(f.IntN(4))
	}
	if f.IntN(6) == 0 {
		m.LivingAllowance = Pick(f, standards.Fen(0, standards.PerMonth), standards.Fen(80_00, standards.PerMonth),
			standards.Fen(1200_01, standards.PerYear), standards.Fen(150_00, standards.PerMonth))
	}
	if f.IntN(6) == 0 {
		m.NursingAllowance = Pick(f, standards.Fen(100_00, standards.PerMonth), standards.Fen(960_00, standards.PerYear),
			standards.Fen(80_01, standards.PerMonth))
	}
	return m
}

// Incomes returns the incomes of someone; nil where none is stated.
func (f Families) Incomes() []assistance.Income {
	switch f.IntN(6) {
	case 0:
		return nil
	case 1, 2:
		return []assistance.Income{}
	}
	var list []assistance.Income
	for range 1 + f.IntN(2) {
		in := assistance.Income{Kind: standards.IncomeKind(1 + f.IntN(int(standards.Relief))), Amount: f.amount()}
		if in.Amount.Per() == standards.PerMonth && f.IntN(4) == 0 {
			in.Months = 1 + f.IntN(12)
		}
		list = append(list, in)
	}
	return list
}

func (f Families) amount() standards.Amount {
	per := standards.Period(1 + f.IntN(2))
	switch f.IntN(4) {
	case 0: // about the lines
		base := Pick(f, int64(7200_00), 4320_00, 10800_00, 6480_00) * int64(1+f.IntN(4))
		return standards.Fen(max(0, base+int64(f.IntN(3))-1), standards.PerYear)
	case 1:
		return standards.Fen(f.Int64N(100), per)
	}
	return standards.Fen(f.Int64N(30000_00), standards.PerYear)
}

// CountyTables lays an urban line, tekun amounts, top-ups and a grace period over the published
// figures.
func CountyTables(t testing.TB) *standards.Tables {
	from := standards.Date{Year: 2020, Month: time.January, Day: 1}
	// the province's floor; the city's lines
	raised, until := standards.Day(2020, time.November, 1), standards.Day(2022, time.January, 1)
	tables, err := standards.Published().With(standards.Overlay{ID: "county-2020", Kind: standards.Supplement,
		Title: "县级标准", Rows: []standards.Standard{
			{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban,
				Amount: standards.Fen(510_00, standards.PerMonth), From: from, Until: raised, Basis: standards.Basis{Clause: "1"}},
			{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban,
				Amount: standards.Fen(560_00, standards.PerMonth), From: raised, Until: until, Basis: standards.Basis{Clause: "1"}},
			{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Rural,
				Amount: standards.Fen(4500_00, standards.PerYear), From: from, Until: until, Basis: standards.Basis{Clause: "2"}},
			{Key: standards.Key(standards.TekunBasic), Place: standards.Zhuzhou,
				Amount: standards.Fen(9361_00, standards.PerYear), From: from},
			{Key: standards.Key(standards.TekunCare), Place: standards.Zhuzhou, Of: "partial",
				Amount: standards.Fen(300_00, standards.PerMonth), From: from, Bound: standards.AtLeast},
			{Key: standards.Key(standards.TekunCare), Place: standards.Zhuzhou, Of: "full",
				Amount: standards.Fen(50_00, standards.PerMonth), From: from},
			{Key: standards.Key(standards.DibaoTopUp), Place: standards.Zhuzhou, Of: "elderly",
				Amount: standards.Fen(50_01, standards.PerMonth), From: from},
			{Key: standards.Key(standards.DibaoTopUp), Place: standards.Zhuzhou, Of: "serious-illness",
				Number: standards.Percent(17), From: from},
			{Key: standards.Key(standards.GraceMonths), Place: standards.Hetang, Number: standards.Whole(6), From: from},
		}})
	require.NoError(t, err)
	return tables
}

// Sets returns standards of days on which the rules differ, under several tables and choices.
func Sets(t testing.TB) []*standards.Set {
	county := CountyTables(t)
	var sets []*standards.Set
	for _, tables := range []*standards.Tables{standards.Published(), county,
		standards.Published().Choose(standards.EachPerson, standards.NeitherAtTheLine, standards.HalfUpToFen,
			standards.EachGroup, standards.LongTermCareTested, standards.HalfLine),
		county.Choose(standards.UpToYuan, standards.FloorExact, standards.FullLine, standards.ListAs2021,
			standards.EachPerson, standards.MinorUnder16),
		county.Choose(standards.EachGroup, standards.UntilReplaced)} {
		for _, day := range []standards.Date{standards.Day(2020, time.February, 29), standards.Day(2020, time.July, 1),
			standards.Day(2020, time.October, 1), standards.Day(2021, time.March, 1), standards.Day(2021, time.August, 1)} {
			set, err := tables.At(day)
			require.NoError(t, err)
			sets = append(sets, set)
		}
	}
	return sets
}

const generated = 40 // households for each set

const generatedSets = 100 // tables and days by the general generator

// Each calls test with generated households under every set: with a fourth of them where tests are
// to be short.
func Each(t *testing.T, test func(set *standards.Set, h assistance.Household)) {
	part := 1
	if testing.Short() {
		part = 4
	}
	each(t, part, test)
}

// All is Each with all of them, for tests that collect what comes up.
func All(t *testing.T, test func(set *standards.Set, h assistance.Household)) { each(t, 1, test) }

func each(t *testing.T, part int, test func(set *standards.Set, h assistance.Household)) {
	for i, set := range Sets(t) {
		f := New(uint64(i))
		for n := range generated / part {
			test(set, f.Household(fmt.Sprintf("h%d", n)))
			if t.Failed() {
				return
			}
		}
	}
	g := assistancetest.NewGenerator(2020)
	for range generatedSets / part {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		for range 12 {
			test(set, g.Household(set))
			if t.Failed() {
				return
			}
		}
	}
}

// Youxian returns the household of the wire formats: a father and his disabled son in You County.
func Youxian(t testing.TB) (h assistance.Household) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(`{"id":"h-17","division":"430223","residence":"rural","property":"within","members":[
		{"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"500.00","per":"month"}]},
		{"id":"son","born":"1995-07-15","relation":"dependent-adult-child","income":[],
		 "disability":{"category":"intellectual","grade":1,"longTermCare":"yes"}}]}`), &h))
	return h
}

var update = flag.Bool("update-texts", false, "rewrite the golden files of texts in testdata")

// Golden compares text with a golden file.
func Golden(t *testing.T, file, text string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "run go test with -update-texts")
	assert.Equal(t, strings.ReplaceAll(string(want), "\r\n", "\n"), text)
}
