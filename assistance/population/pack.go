package population

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"iter"
	"slices"
	"sort"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Population holds many households, checked and packed for the standards of one day. It is safe for
// concurrent use.
//
// A steady household, see [law.Steady], takes 12 bytes, and 8 more for each member to whom
// something may be due besides dibao. Those of one family and with the same such members lie
// together, by income. Any other household is kept in compact facts: 16 bytes, 4 for each member
// and 40 for each who has income.
type Population struct {
	set      *standards.Set // that it was packed with
	families []family
	members  []member // of steady households, those to whom something may be due besides dibao
	sets     []uint32 // the members of one household after those of another, as positions in members
	shapes   []shape
	income   []int64 // of each steady household, in fen a year
	weight   []int32 // the number of households that each stands for
	own      []int64 // the own incomes of its members in sets, household by household
	compact  compact
	count    int // of compact households
}

// family holds what decides the dibao of steady households, and the cell that they are counted in.
type family struct {
	law.Family
	cell standards.Residence // the kind of hukou of the household, as caseload.Totals takes it
	all  uint8               // members, also those who are not counted
}

// member is someone to whom something may be due, in a household of a place and a cell.
type member struct {
	law.Member
	place standards.Place
	cell  standards.Residence
}

// shape is households of one family whose members in sets are the same.
type shape struct {
	family  uint32
	members uint32 // where they begin in sets, behind their number
	end     uint32 // where the households end; they begin where those of the shape before end
	own     uint32 // where the own incomes of their members begin
}

// compact holds households in the facts that the law asks for.
type compact struct {
	houses  []house
	persons []person
	entries []entry
	// positions in persons, household by household; the lowest bit tells that sums has those of the
	// person
	who  []uint32
	sums []law.Sums // in that order
}

type house struct {
	law.Household
	cell standards.Residence
}

type person struct {
	law.Member
	placement benefit.Placement
}

// entry is one household, or several that are the same in all facts and have no income.
type entry struct {
	house     uint32
	who, sums uint32 // where they begin
	members   uint8
	weight    int64
}

// Pack checks and packs households for the day of set. It stops at the first error of the sequence
// and at the first household that cannot be used, and returns that error and what was packed
// before.
func Pack(set *standards.Set, households iter.Seq2[assistance.Household, error]) (*Population, error) {
	if err := (&Population{set: set}).fits(set); err != nil {
		return &Population{}, err
	}
	if households == nil {
		return &Population{}, wire.Missing("households")
	}
	pack := newPacker(set)
	defer pack.rules.Close(pack.desk)
	defer pack.asked.Close()
	for h, err := range households {
		if err == nil {
			err = h.Reduce(set, pack.desk)
		}
		if err != nil {
			return pack.packed(), err
		}
		pack.add(&h)
	}
	return pack.packed(), nil
}

// Len returns the number of households, each counted once whatever its weight.
func (p *Population) Len() int {
	if p == nil {
		return 0
	}
	return len(p.income) + p.count
}

// packer packs households, one after the other on its desk.
type packer struct {
	*Population
	rules    *law.Rules
	asked    law.Asked
	desk     *law.Desk
	steady   law.Steady
	unpacked []unpacked
	own      []int64
	families index[family]
	members  index[member]
	due      []bool // for each of members, whether something may be due
	bundles  map[string]uint32
	houses   index[house]
	persons  index[person]
	alike    map[string]uint32 // entries without income
	key      []byte
}

// unpacked is a steady household on its way into a Population.
type unpacked struct {
	income          int64
	weight          int32
	family, members uint32
	own             int // where its own incomes begin
}

// index numbers values in the order in which they come.
type index[T comparable] struct {
	at   map[T]uint32
	list []T
}

func (x *index[T]) of(v *T) uint32 {
	i, known := x.at[*v]
	if !known {
		if x.at == nil {
			x.at = map[T]uint32{}
		}
		i = uint32(len(x.list))
		x.at[*v], x.list = i, append(x.list, *v)
	}
	return i
}

func newPacker(set *standards.Set) *packer {
	rules := law.Of(set)
	return &packer{
		Population: &Population{set: set, sets: []uint32{0}}, rules: rules, asked: rules.Asked(), desk: rules.Open(1),
		bundles: map[string]uint32{"": 0}, alike: map[string]uint32{},
	}
}

// add packs the household whose facts are on the desk.
func (p *packer) add(h *assistance.Household) {
	if !p.rules.Steady(p.desk, &p.steady) {
		p.addCompact(h)
		return
	}
	f := family{p.steady.Family, caseload.KindOf(h), uint8(len(h.Members))}
	u := unpacked{income: p.steady.Income, weight: int32(caseload.Weight(h)), family: p.families.of(&f), own: len(p.own)}
	p.key = p.key[:0]
	for i := range p.steady.Members {
		m := &p.steady.Members[i]
		n := p.member(&member{m.Member, h.Division, f.cell})
		if p.due[n] {
			p.key, p.own = binary.LittleEndian.AppendUint32(p.key, n), append(p.own, m.Own)
		}
	}
	u.members = p.bundle()
	p.unpacked = append(p.unpacked, u)
}

// member numbers m, and finds out whether something may be due.
func (p *packer) member(m *member) uint32 {
	n := p.members.of(m)
	if int(n) == len(p.due) {
		t := termsOf(p.asked, m)
		due := &t.due[benefit.Eligible]
		p.due = append(p.due, t.may || due.Living.Verdict != 0 || due.Nursing.Verdict != 0)
	}
	return n
}

// numberSize is the number of bytes that a number takes in a key.
const numberSize = 4

// bundle returns the position in sets of the members whose numbers are in key.
func (p *packer) bundle() uint32 {
	at, known := p.bundles[string(p.key)]
	if known {
		return at
	}
	at = uint32(len(p.sets))
	p.bundles[string(p.key)] = at
	p.sets = append(p.sets, uint32(len(p.key)/numberSize))
	for number := range slices.Chunk(p.key, numberSize) {
		p.sets = append(p.sets, binary.LittleEndian.Uint32(number))
	}
	return at
}

// addCompact packs a household that is not steady.
func (p *packer) addCompact(h *assistance.Household) {
	to, facts := &p.compact, &p.desk.Facts
	one := house{facts.Household, caseload.KindOf(h)}
	e := entry{who: uint32(len(to.who)), sums: uint32(len(to.sums)), members: uint8(len(h.Members)),
		weight: caseload.Weight(h), house: p.houses.of(&one)}
	p.key = binary.LittleEndian.AppendUint32(p.key[:0], e.house)
	for i := range facts.Members {
		m := person{facts.Members[i], h.Members[i].Placement}
		sums := m.Income.Sums
		m.ID, m.Income = "", law.Income{Stated: m.Income.Stated, Kinds: m.Income.Kinds & law.Work}
		who := p.persons.of(&m) << 1
		if sums != (law.Sums{}) {
			who |= 1
			to.sums = append(to.sums, sums)
		}
		to.who = append(to.who, who)
		p.key = binary.LittleEndian.AppendUint32(p.key, who)
	}
	p.count++
	if int(e.sums) == len(to.sums) { // without income: there may be more of them
		if same, known := p.alike[string(p.key)]; known {
			to.entries[same].weight += e.weight
			to.who = to.who[:e.who]
			return
		}
		p.alike[string(p.key)] = uint32(len(to.entries))
	}
	to.entries = append(to.entries, e)
}

// packed sorts what was packed.
func (p *packer) packed() *Population {
	to := p.Population
	to.families, to.members = p.families.list, p.members.list
	to.compact.houses, to.compact.persons = p.houses.list, p.persons.list
	slices.SortFunc(p.unpacked, func(a, b unpacked) int {
		return cmp.Or(cmp.Compare(to.families[a.family].Division, to.families[b.family].Division),
			cmp.Compare(a.family, b.family),
			cmp.Compare(a.members, b.members), cmp.Compare(a.income, b.income))
	})
	to.income, to.weight, to.own = make([]int64, len(p.unpacked)), make([]int32, len(p.unpacked)),
		make([]int64, 0, len(p.own))
	for i := range p.unpacked {
		u := &p.unpacked[i]
		if i == 0 || u.family != p.unpacked[i-1].family || u.members != p.unpacked[i-1].members {
			to.shapes = append(to.shapes, shape{family: u.family, members: u.members, own: uint32(len(to.own))})
		}
		to.shapes[len(to.shapes)-1].end = uint32(i + 1)
		to.income[i], to.weight[i] = u.income, u.weight
		to.own = append(to.own, p.own[u.own:u.own+int(to.sets[u.members])]...)
	}
	to.shapes = slices.Clip(to.shapes)
	return to
}

// piece is the households in [from, end), all of one shape.
type piece struct{ shape, from, end int }

// pieces returns the steady households in [from, to) shape by shape.
func (p *Population) pieces(from, to int) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		first := sort.Search(len(p.shapes), func(i int) bool { return int(p.shapes[i].end) > from })
		for i := first; from < to; i++ {
			end := min(int(p.shapes[i].end), to)
			if !yield(piece{i, from, end}) {
				return
			}
			from = end
		}
	}
}

// membersOf returns the members in sets of a shape.
func (p *Population) membersOf(s *shape) []uint32 {
	return p.sets[s.members+1:][:p.sets[s.members]]
}

// ownOf returns the own incomes of the members in sets of household j, of shape i.
func (p *Population) ownOf(i, j int) []int64 {
	first, size := 0, int(p.sets[p.shapes[i].members])
	if i > 0 {
		first = int(p.shapes[i-1].end)
	}
	return p.own[int(p.shapes[i].own)+(j-first)*size:][:size]
}

// RepackError says that a set has another day, or other lists, ages or classes, than the households
// were packed with. Where Key and Reading are zero the day differs.
type RepackError struct {
	Packed, Asked standards.Date
	Key           standards.Key     // of a row that differs; zero: none does
	Reading       standards.Reading // that is chosen otherwise; zero: none is
}

// Error returns the English text.
func (e *RepackError) Error() string { return "population: " + e.Text(standards.English) }

// Text says in language l what differs.
func (e *RepackError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	if e.Reading != 0 {
		return fmt.Sprintf(l.In("家庭打包后读法“%s”有变化，须重新打包",
			"the households were packed under another choice of %q: pack them again"), e.Reading.Info().Name)
	}
	if e.Key == 0 {
		return fmt.Sprintf(l.In("家庭按%s打包，不能按%s测算，须重新打包",
			"the households were packed for %s and not for %s: pack them again"), e.Packed, e.Asked)
	}
	return fmt.Sprintf(l.In("家庭打包后“%s”有变化，须重新打包",
		"the households were packed with another %q: pack them again"), e.Key.Text(l))
}

// packedBy are the readings that choose by what households are packed.
var packedBy = []standards.Reading{standards.LivingGradeReading, standards.AbsentOthersReading}

// askedAnew reports whether what the rows of a key say is asked whenever households are decided. By
// the rows of all others they were packed.
func askedAnew(k standards.Key) bool {
	if k.IsLine() || k.IsRate() || k.IsAverage() {
		return true
	}
	switch k {
	case standards.Key(standards.LowIncomeMultiple), standards.Key(standards.TekunBasicMultiple),
		standards.Key(standards.GraceMonths),
		standards.Key(standards.Grace), standards.Key(standards.LivingGrade), standards.Key(standards.NursingGrade),
		standards.Key(standards.LivingNotWith), standards.Key(standards.NursingNotWith):
		return true
	}
	return k >= standards.Key(standards.TekunInstitutionShare) && k <= standards.Key(standards.ElderCanteens) // targets
}

// fits reports a *RepackError unless set can decide what was packed, and the error of package
// assistance where there are no standards.
func (p *Population) fits(set *standards.Set) error {
	if p == nil {
		return wire.Missing("population")
	}
	for _, s := range [...]*standards.Set{p.set, set} {
		if s.Day().IsZero() {
			return wire.Missing("standards")
		}
	}
	if p.set.Digest() == set.Digest() {
		return nil
	}
	differs := RepackError{Packed: p.set.Day(), Asked: set.Day()}
	if differs.Packed != differs.Asked {
		return &differs
	}
	for _, r := range packedBy {
		if p.set.Choice(r) != set.Choice(r) {
			differs.Reading = r
			return &differs
		}
	}
	for _, c := range standards.Diff(p.set, set) {
		differs.Key = max(c.Before.Key, c.After.Key)
		if !askedAnew(differs.Key) || c.Before.Key == 0 && slices.Contains(law.PaysByMember, differs.Key) {
			return &differs
		}
	}
	return nil
}
