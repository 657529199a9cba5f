package population

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Population holds many households, checked and packed for the standards of one day. It is safe for
// concurrent use.
//
// A usual household is of one kind of hukou, and its members are decided by their income and
// certificates alone. It takes 12 bytes, and 8 more for each of at most two members who could have
// single-person cover. Usual households of one shape differ only in income and weight: they lie
// together, by income. Tekun people who live alone without income are counted by what they have in
// common. Every other household is kept whole.
type Population struct {
	set    *standards.Set // that it was packed with
	shapes []shape        // those with two who could have single-person cover first, then those with one
	ends   []int          // for each shape, where its households end
	income []int64        // of each usual household, what counts for dibao, in fen a year
	weight []int32        // the number of households that each stands for
	own    []int64        // the own income of those who could have single-person cover, household by household
	pairs  int            // the number of households with two of them
	tekun  []alike
	others []assistance.Household // decided the long way
}

const gradeCount = disability.LeastSevere

// shape holds all that the law asks of a usual household besides its income.
type shape struct {
	family
	members  uint8             // all of them
	alone    [mostAlone]uint8  // who could have single-person cover: the grade of each certificate, or byIllness; 0: nobody
	counted  [gradeCount]uint8 // members with a certificate who are counted, by grade
	excluded [gradeCount]uint8 // and those who are not
}

// mostAlone is the most people of a usual household who could have single-person cover.
const mostAlone = 2

// byIllness stands in shape.alone for someone seriously ill without a certificate.
const byIllness = gradeCount + 1

// couldBeAlone returns the number of people of s who could have single-person cover.
func (s *shape) couldBeAlone() int {
	n := 0
	for _, a := range s.alone {
		n += int(min(a, 1))
	}
	return n
}

// family holds the facts of a shape by which its income is judged.
type family struct {
	place    uint8 // as standards.Place.DivisionIndex
	kind     standards.Residence
	people   uint8 // counted for dibao
	property benefit.Property
	works    bool // it is on dibao already, and someone counted has wages or business income
}

// division returns the place of the household.
func (f family) division() standards.Place { return standards.Divisions()[f.place] }

// alike holds tekun people without income who live alone and are the same in all that the law asks:
// one of them, and their number.
type alike struct {
	one    assistance.Household
	count  int
	weight int64
}

// Pack checks and packs households for the day of set. It stops at the first error of the sequence
// and at the first household that cannot be used, and returns that error and what was packed
// before.
func Pack(set *standards.Set, households iter.Seq2[assistance.Household, error]) (*Population, error) {
	if err := (&Population{set: set}).fits(set); err != nil {
		return &Population{}, err
	}
	pack := packer{set: set, shapes: map[shape]uint32{}, tekun: map[tekunClass]int{}, population: &Population{set: set}}
	for h, err := range households {
		if err == nil {
			_, err = assistance.Check(set, h)
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
	n := len(p.income) + len(p.others)
	for i := range p.tekun {
		n += p.tekun[i].count
	}
	return n
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

// packedBy are the keys of the rows by which households are packed.
var packedBy = []standards.Key{
	standards.Key(standards.DibaoNotIncome), standards.Key(standards.DibaoNotCounted),
	standards.Key(standards.NotExamined), standards.Key(standards.SinglePersonGrade),
	standards.Key(standards.LivingNotWith), standards.Key(standards.NursingNotWith),
	standards.Key(standards.DibaoTopUp), standards.Key(standards.JobCosts), standards.Key(standards.TekunNotIncome),
	standards.Key(standards.TekunElderAge), standards.Key(standards.TekunMinorAge),
	standards.Key(standards.TekunGrade), standards.Key(standards.TekunNotWith),
	standards.Key(standards.SelfCarePartly), standards.Key(standards.SelfCareActivity),
}

// noSet is the error of package assistance where there are no standards.
func noSet() error { return assistance.Errors{{Path: "standards", Code: wire.CodeRequired}} }

// fits reports a *RepackError unless set can decide what was packed, and the error of package
// assistance where there are no standards.
func (p *Population) fits(set *standards.Set) error {
	for _, s := range [...]*standards.Set{p.set, set} {
		if s == nil || s.Tables() == nil || s.Day().IsZero() {
			return noSet()
		}
	}
	if p.set.Digest() == set.Digest() {
		return nil
	}
	if p.set.Day() != set.Day() {
		return &RepackError{Packed: p.set.Day(), Asked: set.Day()}
	}
	if p.set.Choice(standards.LongTermCareReading) != set.Choice(standards.LongTermCareReading) {
		return &RepackError{Packed: p.set.Day(), Asked: set.Day(), Reading: standards.LongTermCareReading}
	}
	for _, c := range standards.Diff(p.set, set) {
		key := max(c.Before.Key, c.After.Key)
		if key == standards.Key(standards.DibaoTopUp) && c.Before.Key != 0 {
			continue // where there are top-ups every household is decided the long way
		}
		if slices.Contains(packedBy, key) {
			return &RepackError{Packed: p.set.Day(), Asked: set.Day(), Key: key}
		}
	}
	return nil
}

// packer packs households, which were checked.
type packer struct {
	set        *standards.Set
	shapes     map[shape]uint32
	usual      []usual
	tekun      map[tekunClass]int // positions in the population's
	population *Population
}

// usual is a usual household on its way into a Population.
type usual struct {
	income int64
	own    [mostAlone]int64
	weight int32
	shape  uint32 // in the order in which shapes came
}

// tekunClass holds all that the law asks of tekun people without income who live alone.
type tekunClass struct {
	division       standards.Place
	residence, own standards.Residence // of the household and of the person
	selfCare       eldercare.SelfCare
	placement      benefit.Placement
}

// add packs a household in the smallest way that holds it.
func (p *packer) add(h *assistance.Household) {
	if class, ok := p.tekunAlone(h); ok {
		p.addTekun(class, h)
		return
	}
	s, u, ok := p.usualOf(h)
	if !ok {
		p.population.others = append(p.population.others, *h)
		return
	}
	n, known := p.shapes[s]
	if !known {
		n = uint32(len(p.shapes))
		p.shapes[s] = n
	}
	u.shape = n
	p.usual = append(p.usual, u)
}

// packed sorts what was packed.
func (p *packer) packed() *Population {
	to := p.population
	to.shapes = make([]shape, 0, len(p.shapes))
	for s := range p.shapes {
		to.shapes = append(to.shapes, s)
	}
	slices.SortFunc(to.shapes, shape.compare)
	rank := make([]uint32, len(to.shapes))
	for i, s := range to.shapes {
		rank[p.shapes[s]] = uint32(i)
	}
	for i := range p.usual {
		p.usual[i].shape = rank[p.usual[i].shape]
	}
	slices.SortFunc(p.usual, func(a, b usual) int {
		return cmp.Or(cmp.Compare(a.shape, b.shape), cmp.Compare(a.income, b.income))
	})
	to.ends = make([]int, len(to.shapes))
	to.income, to.weight = make([]int64, len(p.usual)), make([]int32, len(p.usual))
	own := 0
	for _, u := range p.usual {
		own += to.shapes[u.shape].couldBeAlone()
	}
	to.own = make([]int64, 0, own)
	for i, u := range p.usual {
		to.ends[u.shape] = i + 1
		to.income[i], to.weight[i] = u.income, u.weight
		alone := to.shapes[u.shape].couldBeAlone()
		to.own = append(to.own, u.own[:alone]...)
		if alone == mostAlone {
			to.pairs++
		}
	}
	return to
}

// ownOf returns the own incomes of those who could have single-person cover in the households of
// [from, end), as many of each household.
func (p *Population) ownOf(from, end, alone int) []int64 {
	if alone == mostAlone {
		return p.own[mostAlone*from : mostAlone*end]
	}
	return p.own[p.pairs+from : p.pairs+end]
}

// compare puts shapes in the order of Population.shapes, and those of one family together.
func (s shape) compare(t shape) int {
	return cmp.Or(cmp.Compare(t.couldBeAlone(), s.couldBeAlone()), s.family.compare(t.family),
		cmp.Compare(s.members, t.members), slices.Compare(s.alone[:], t.alone[:]),
		slices.Compare(s.counted[:], t.counted[:]), slices.Compare(s.excluded[:], t.excluded[:]))
}

// compare puts families in an order.
func (f family) compare(g family) int {
	return cmp.Or(cmp.Compare(f.place, g.place), cmp.Compare(f.kind, g.kind), cmp.Compare(f.people, g.people),
		cmp.Compare(f.property, g.property), compareBool(f.works, g.works))
}

// compareBool puts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// tekunAlone returns the class of a tekun person without income who lives alone, and whether the
// household is such a person.
func (p *packer) tekunAlone(h *assistance.Household) (tekunClass, bool) {
	if len(h.Members) != 1 || h.Residence == 0 {
		return tekunClass{}, false
	}
	m := &h.Members[0]
	if m.Support == 0 || m.Support == benefit.Capable || someIncome(m.Income) ||
		m.Disability.Stated() && !p.tekunOnly() {
		return tekunClass{}, false
	}
	d, err := assistance.Assess(p.set, *h)
	if err != nil || d.Members[0].Tekun.Verdict != benefit.Eligible {
		return tekunClass{}, false
	}
	return tekunClass{h.Division, h.Residence, m.Residence, d.Members[0].Tekun.SelfCare, m.Placement}, true
}

// tekunOnly reports whether tekun support excludes both disability subsidies everywhere.
func (p *packer) tekunOnly() bool {
	_, living := p.set.Listed(standards.LivingNotWith, standards.China, 0, "tekun")
	_, nursing := p.set.Listed(standards.NursingNotWith, standards.China, 0, "tekun")
	return living && nursing
}

// addTekun adds a tekun person to those of a class.
func (p *packer) addTekun(class tekunClass, h *assistance.Household) {
	to := p.population
	i, known := p.tekun[class]
	if !known {
		i = len(to.tekun)
		p.tekun[class] = i
		to.tekun = append(to.tekun, alike{one: *h})
	}
	to.tekun[i].count++
	to.tekun[i].weight += caseload.Weight(h)
}

// certifiedOnly reports whether, besides dibao, a disability subsidy of m turns on the certificate
// alone. Without a certificate it does not turn on anything.
func certifiedOnly(m *assistance.Member, h *assistance.Household) bool {
	return !m.Disability.Stated() || (m.Division == 0 || m.Division == h.Division) &&
		m.WorkInjuryNursing != standards.Yes && m.ChildScheme == 0 &&
		m.LivingAllowance.Fen() == 0 && m.NursingAllowance.Fen() == 0
}

// usualOf returns the shape of h, in what it differs from others of that shape, and whether it is a
// usual household.
func (p *packer) usualOf(h *assistance.Household) (shape, usual, bool) {
	rules := law.Of(p.set)
	r := h.Residence
	if r == 0 || rules.TopsUp(h.Division) || len(h.Members) == 1 && h.Members[0].Absence != 0 || h.OnDibao == standards.Yes ||
		h.LowIncomeProperty != 0 || h.RigidCosts.Stated() || !h.OverLineSince.IsZero() ||
		p.set.Choice(standards.LivingGradeReading) != standards.LivingOnDibao {
		return shape{}, usual{}, false
	}
	not := rules.NotIncome(h.Division)

	s := shape{members: uint8(len(h.Members))}
	s.family = family{place: uint8(h.Division.DivisionIndex()), kind: r, property: h.Property}
	u := usual{weight: int32(caseload.Weight(h))}
	earned := int64(0)
	for i := range h.Members {
		m := &h.Members[i]
		if !rules.Examined(h.Division, m.Absence, m.Counted) {
			continue
		}
		if m.Income == nil || m.Counted == 0 && len(h.Members) > 1 &&
			rules.CountingOpen(h.Division, m.Relation, m.Born.AgeOn(p.set.Day())) {
			return s, u, false
		}
		g := m.Disability.Grades()
		if m.Residence != 0 && m.Residence != r || !certifiedOnly(m, h) ||
			g.Worst != 0 && p.careTested() || !p.surelyNotTekun(h, m) {
			return s, u, false
		}
		if !rules.Counts(h.Division, m.Absence, m.Counted, m.Relation) {
			if g.Worst != 0 {
				s.excluded[g.Worst-1]++
			}
			continue
		}
		sum := sumOf(m.Income, not)
		own := sum.Dibao[r-1]
		s.people++
		s.works = s.works || sum.Kinds&law.Work != 0 && h.OnDibao == standards.Yes
		u.income += own
		earned += sum.Earned[r-1]
		if g.Worst != 0 {
			s.counted[g.Worst-1]++
		}
		switch rules.SinglePersonClass(h.Division, &g, m.SeriousIllness) {
		case finding.Unknown:
			return s, u, false
		case finding.Met:
			if !s.addAlone(&u, &g, own) {
				return s, u, false
			}
		}
	}
	house := sumOf(h.Income, not)
	u.income += house.Dibao[r-1]
	if rules.DeductsJobCosts(h.Division, h.OnDibao) {
		u.income -= min(h.JobCosts.Annual(), earned+house.Earned[r-1])
	}
	return s, u, s.people > 0
}

// careTested reports whether the need for long-term care is tested, which no shape holds (R9).
func (p *packer) careTested() bool {
	return p.set.Choice(standards.LongTermCareReading) == standards.LongTermCareTested
}

// addAlone adds someone who could have single-person cover, the more severe first, and reports
// whether there is room.
func (s *shape) addAlone(u *usual, g *disability.Grades, own int64) bool {
	class := g.Worst
	if class == 0 {
		class = byIllness
	}
	switch {
	case s.alone[0] == 0:
		s.alone[0], u.own[0] = class, own
	case s.alone[1] != 0:
		return false
	case class < s.alone[0]:
		s.alone, u.own = [mostAlone]uint8{class, s.alone[0]}, [mostAlone]int64{own, u.own[0]}
	default:
		s.alone[1], u.own[1] = class, own
	}
	return true
}

// surelyNotTekun reports whether m is refused tekun support whatever the lines are.
func (p *packer) surelyNotTekun(h *assistance.Household, m *assistance.Member) bool {
	if m.Support == 0 || m.Support == benefit.Capable {
		return true
	}
	if len(h.Members) > 1 || someIncome(m.Income) {
		return false
	}
	d, err := assistance.Assess(p.set, *h)
	// Without income it is not the line that refuses.
	return err == nil && d.Members[0].Tekun.Verdict == benefit.Ineligible
}

// sumOf sums incomes, in fen a year, by what counts.
func sumOf(incomes []assistance.Income, not *law.NotIncome) law.Income {
	var sum law.Income
	for i := range incomes {
		sum.Add(incomes[i].Kind, incomes[i].Annual(), not)
	}
	return sum
}

// someIncome reports whether any of incomes is above nil.
func someIncome(incomes []assistance.Income) bool {
	return slices.ContainsFunc(incomes, func(in assistance.Income) bool { return in.Amount.Fen() > 0 })
}
