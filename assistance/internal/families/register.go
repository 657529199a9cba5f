package families

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/require"
)

// Register says what the households of an invented register are like, in percent. They are what
// speed is measured on: 1 to 8 members in all ten units, urban and rural, about 60 % of them
// eligible for dibao, with every relation that counts by itself and every kind of income.
type Register struct {
	Certificates int // of the members have a disability certificate
	WorkInjury   int // of the households have a member with the work-injury nursing benefit
	CareStated   int // of the certificates state whether long-term care is needed
	Allowances   int // of those with a certificate state other allowances, or are in a children's scheme
	Mixed        int // of the households have a member of the other kind of hukou
	Open         int // of the households have a member whose counting is open
	Unstated     int // of the households have a member whose income is not stated
}

// Usual is a register as it is kept with care.
var Usual = Register{Certificates: 15, WorkInjury: 4}

// sizes counts the households of a hundred that have one member, two, and so on.
var sizes = [...]int{22, 22, 18, 15, 10, 6, 4, 3}

// counties are the made-up figures of the counties: their lines and rates are exact.
const (
	countyUrban = 510_00 * 12 // fen a year
	countyRural = 4500_00
	cityLine    = 600_00 * 12
)

// RegisterTables are the published figures, with exact ones of the counties laid over them.
func RegisterTables(t testing.TB, choices ...standards.Choice) *standards.Tables {
	row := func(key standards.Key, kind standards.Residence, sum standards.Amount) standards.Standard {
		return standards.Standard{Key: key, Place: standards.CountyFive, Residence: kind, Amount: sum,
			Bound: standards.Exactly,
			From:  standards.Day(2020, time.January, 1)}
	}
	tables, err := standards.Published().Choose(choices...).With(standards.Overlay{ID: "counties", Kind: standards.Draft,
		Title: "made up", Rows: []standards.Standard{
			row(standards.Key(standards.DibaoLine), standards.Urban, standards.Fen(countyUrban, standards.PerYear)),
			row(standards.Key(standards.DibaoLine), standards.Rural, standards.Fen(countyRural, standards.PerYear)),
			row(standards.Key(standards.DisabilityLiving), 0, standards.Fen(80_00, standards.PerMonth)),
			row(standards.Key(standards.DisabilityNursing), 0, standards.Fen(80_00, standards.PerMonth)),
		}})
	require.NoError(t, err)
	return tables
}

// RegisterLine is the line of those tables, in fen a year.
func RegisterLine(p standards.Place, r standards.Residence) int64 {
	switch {
	case p.In(standards.CityFive):
		return cityLine
	case r == standards.Urban:
		return countyUrban
	}
	return countyRural
}

// Invent invents households. The same seed gives the same ones.
func (reg Register) Invent(count int, seed uint64) []assistance.Household {
	list := make([]assistance.Household, 0, count)
	reg.Each(count, seed, func(h assistance.Household) { list = append(list, h) })
	return list
}

// Each hands one invented household after another.
func (reg Register) Each(count int, seed uint64, hand func(assistance.Household)) {
	in := inventor{rand.New(rand.NewPCG(seed, 1)), reg}
	for i := range count {
		hand(in.household(i))
	}
}

type inventor struct {
	*rand.Rand
	Register
}

func (in inventor) percent(share int) bool { return in.IntN(100) < share }

func (in inventor) household(i int) assistance.Household {
	divisions := standards.Divisions()
	h := assistance.Household{ID: "h" + strconv.Itoa(i+1), Division: divisions[in.IntN(len(divisions))],
		Residence: standards.Residence(1 + in.IntN(2)), Property: benefit.Within,
		Members: make([]assistance.Member, in.size())}
	if in.percent(6) {
		h.Property = benefit.Over
	}
	for j := range h.Members {
		in.member(&h.Members[j], j)
	}
	if in.percent(in.WorkInjury) {
		h.Members[in.IntN(len(h.Members))].WorkInjuryNursing = standards.Yes
	}
	if in.percent(in.Mixed) {
		h.Members[len(h.Members)-1].Residence = standards.Urban + standards.Rural - h.Residence
	}
	if in.percent(in.Open) && len(h.Members) > 1 {
		m := &h.Members[len(h.Members)-1]
		m.Relation, m.Counted = Pick(Families{in.Rand}, benefit.Grandchild, benefit.Sibling, benefit.Grandparent), 0
	}
	in.earn(&h)
	if in.percent(in.Unstated) {
		h.Members[0].Income = nil
	}
	return h
}

func (in inventor) size() int {
	n := in.IntN(100)
	for i, share := range sizes {
		if n -= share; n < 0 {
			return i + 1
		}
	}
	return len(sizes)
}

// member fills in member j.
func (in inventor) member(m *assistance.Member, j int) {
	year := func(first, years int) {
		m.Born = standards.Day(first+in.IntN(years), time.Month(1+in.IntN(12)), 1+in.IntN(28))
	}
	m.ID, m.Income = strconv.Itoa(j+1), []assistance.Income{}
	switch r := in.IntN(4); {
	case j == 0:
		m.Relation = benefit.Applicant
		year(1940, 55)
	case j == 1 && in.percent(60):
		m.Relation = benefit.Spouse
		year(1940, 55)
	case r == 0:
		m.Relation = benefit.Parent
		year(1930, 15)
	case r == 1:
		m.Relation = benefit.Student
		year(1998, 4)
	case r == 2:
		m.Relation = benefit.DependentAdultChild
		year(1980, 12)
	default:
		m.Relation = benefit.MinorChild
		year(2006, 12)
	}
	if j > 0 && in.percent(4) {
		m.Counted = standards.No
	}
	if in.percent(in.Certificates) {
		in.certify(m)
	}
}

// certify gives m a certificate.
func (in inventor) certify(m *assistance.Member) {
	m.Disability = disability.Certificate{Category: disability.Category(1 + in.IntN(6)), Grade: 1 + in.IntN(4)}
	if in.percent(in.CareStated) {
		m.Disability.LongTermCare = standards.Answer(1 + in.IntN(2))
	}
	if !in.percent(in.Allowances) {
		return
	}
	m.LivingAllowance = standards.Fen(Pick(Families{in.Rand}, int64(0), 60_00, 80_00, 150_00), standards.PerMonth)
	m.NursingAllowance = standards.Fen(Pick(Families{in.Rand}, int64(0), 80_00, 120_00), standards.PerMonth)
	if m.Relation == benefit.MinorChild {
		m.ChildScheme = benefit.ChildScheme(in.IntN(4))
	}
}

// earn spreads an income about the line over the members who are no minors.
func (in inventor) earn(h *assistance.Household) {
	line := RegisterLine(h.Division, h.Residence) * int64(len(h.Members))
	year := int64(0)
	switch n := in.IntN(100); {
	case n < 6:
	case n < 68:
		year = in.Int64N(line)
	case n < 70:
		year = line
	default:
		year = line + in.Int64N(2*line)
	}
	for parts := 1 + in.IntN(2*len(h.Members)); parts > 0; parts-- {
		m := &h.Members[in.IntN(len(h.Members))]
		if m.Relation == benefit.MinorChild {
			m = &h.Members[0]
		}
		one := assistance.Income{Kind: standards.IncomeKind(1 + in.IntN(4)), Amount: standards.Fen(year, standards.PerYear)}
		if parts > 1 {
			one.Months = 1 + in.IntN(12)
			one.Amount = standards.Fen(in.Int64N(year+1)/int64(2*one.Months), standards.PerMonth)
		}
		year -= one.Annual()
		m.Income = append(m.Income, one)
	}
	if m := &h.Members[0]; in.percent(30) {
		kind := standards.VeteransPension + standards.IncomeKind(in.IntN(int(standards.Relief-standards.VeteransPension)+1))
		m.Income = append(m.Income, assistance.Income{Kind: kind, Amount: standards.Fen(20_00+in.Int64N(200_00),
			standards.PerMonth)})
	}
}
