package caseload

import (
	"fmt"
	"iter"
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

const gradeCount = disability.LeastSevere

// usual is a usual household in 32 bytes: of one kind of hukou, property stated, nobody absent or with a tekun claim, no other allowance or
// exclusion, no costs of working, and at most one person who could have single-person cover. These are facts, not verdicts.
type usual struct {
	income  int64             // that counts for dibao, in fen a year
	own     int64             // of the one who could have single-person cover
	weight  int32             // how many households it stands for
	members uint8             // all of them
	counted uint8             // for dibao
	where   uint8             // place and kind of hukou
	flags   uint8             // of property, and whether there is someone who could have single-person cover, and the grade of his certificate
	grades  [gradeCount]uint8 // counted members with a certificate, by grade
	others  [gradeCount]uint8 // those not counted
}

const (
	flagOver   = 1 << 0
	flagAlone  = 1 << 1 // someone could have single-person cover
	gradeShift = 2      // the grade of his certificate, 0: none
)

// Population is many households, checked and packed for the standards of one day. It is safe for concurrent use.
type Population struct {
	set    *standards.Set // that it was packed with
	usual  []usual
	others []assistance.Household // decided the long way
}

// Pack checks and packs households for the day of set. It reports the first error of the sequence, and the first household that cannot be
// used, as it is; what was packed before is returned beside it.
func Pack(set *standards.Set, households iter.Seq2[assistance.Household, error]) (*Population, error) {
	p := &Population{set: set}
	pack := packer{set: set, rules: law.Of(set)}
	for h, err := range households {
		if err == nil {
			_, err = assistance.Check(set, h)
		}
		if err != nil {
			return p, err
		}
		if u, ok := pack.pack(&h); ok {
			p.usual = append(p.usual, u)
		} else {
			p.others = append(p.others, h)
		}
	}
	return p, nil
}

// Len returns how many households there are, each once whatever its weight.
func (p *Population) Len() int { return len(p.usual) + len(p.others) }

// Usual returns how many of them are packed in 32 bytes.
func (p *Population) Usual() int { return len(p.usual) }

// RepackError says that a set decides by a day, or by lists, ages or classes, other than those that the households were packed with.
type RepackError struct {
	Packed, Asked standards.Date
	Key           standards.Key // of a row that differs; zero: the day does
}

func (e *RepackError) Error() string { return "caseload: " + e.Text(standards.English) }

// Text says in language l what differs.
func (e *RepackError) Text(l standards.Lang) string {
	if e.Key == 0 {
		return fmt.Sprintf(l.In("家庭按%s打包，不能按%s测算，须重新打包", "the households were packed for %s and not for %s: pack them again"), e.Packed, e.Asked)
	}
	return fmt.Sprintf(l.In("家庭打包后“%s”有变化，须重新打包", "the households were packed with another %q: pack them again"), e.Key.Text(l))
}

// packedBy are the keys of the rows that packing goes by.
var packedBy = []standards.Key{standards.Key(standards.DibaoNotIncome), standards.Key(standards.DibaoNotCounted), standards.Key(standards.NotExamined),
	standards.Key(standards.SinglePersonGrade), standards.Key(standards.LivingNotWith), standards.Key(standards.NursingNotWith), standards.Key(standards.DibaoTopUp)}

// fits reports a *RepackError unless set can decide what was packed.
func (p *Population) fits(set *standards.Set) error {
	if p.set.Digest() == set.Digest() {
		return nil
	}
	if p.set.Day() != set.Day() {
		return &RepackError{p.set.Day(), set.Day(), 0}
	}
	if p.set.Choice(standards.LongTermCareReading) != set.Choice(standards.LongTermCareReading) {
		return &RepackError{p.set.Day(), set.Day(), standards.Key(standards.NursingGrade)}
	}
	for _, c := range standards.Diff(p.set, set) {
		if key := max(c.Before.Key, c.After.Key); slices.Contains(packedBy, key) {
			return &RepackError{p.set.Day(), set.Day(), key}
		}
	}
	return nil
}

type packer struct {
	set   *standards.Set
	rules *law.Rules
}

// pack packs h, which was checked, if it is a usual household.
func (p *packer) pack(h *assistance.Household) (usual, bool) {
	u := usual{weight: int32(weight(h)), members: uint8(len(h.Members))}
	r := h.Residence
	if r == 0 || h.Property == 0 || h.JobCosts.Fen() != 0 || p.topUps(h.Division) {
		return u, false
	}
	notDibao, _ := p.rules.NotIncome(h.Division)
	exempt := notDibao[r-1]
	if h.Property == benefit.Over {
		u.flags = flagOver
	}
	u.where = uint8(h.Division.DivisionIndex()*kinds + int(r))
	class := disability.LimitsOf(p.set, h.Division, standards.SinglePersonGrade)
	alone := 0
	for i := range h.Members {
		m := &h.Members[i]
		if m.Residence != 0 && m.Residence != r || m.Division != 0 && m.Division != h.Division || m.Absence != 0 || m.Support != 0 ||
			m.WorkInjuryNursing == standards.Yes || m.ChildScheme != 0 || m.LivingAllowance.Fen() != 0 || m.NursingAllowance.Fen() != 0 {
			return u, false
		}
		g := m.Disability.Grades()
		if g.Worst != 0 && p.set.Choice(standards.LongTermCareReading) == standards.LongTermCareTested {
			return u, false
		}
		_, not := p.set.Listed(standards.DibaoNotCounted, h.Division, 0, m.Relation.String())
		if m.Counted == standards.No || m.Counted == 0 && m.Relation != 0 && not {
			if g.Worst != 0 {
				u.others[g.Worst-1]++
			}
			continue
		}
		own, work := income(m.Income, exempt)
		if work && h.OnDibao == standards.Yes {
			return u, false
		}
		u.counted++
		u.income += own
		if g.Worst != 0 {
			u.grades[g.Worst-1]++
		}
		fits := g.Within(&class)
		if m.SeriousIllness == standards.Yes {
			fits = benefit.Met
		}
		switch fits {
		case benefit.Unknown:
			return u, false
		case benefit.Met:
			alone++
			u.own = own
			u.flags |= flagAlone | g.Worst<<gradeShift
		}
	}
	house, work := income(h.Income, exempt)
	u.income += house
	return u, alone <= 1 && u.counted > 0 && !(work && h.OnDibao == standards.Yes) && u.income < math.MaxInt32*fenPerYuan
}

const fenPerYuan = 100

func (p *packer) topUps(place standards.Place) bool {
	for _, of := range standards.Key(standards.DibaoTopUp).Info().Of {
		if _, ok := p.set.Find(standards.Key(standards.DibaoTopUp), place, 0, of); ok {
			return true
		}
	}
	return false
}

// income is what of incomes counts, in fen a year, and whether any of it is for work.
func income(incomes []assistance.Income, exempt standards.IncomeKinds) (fen int64, work bool) {
	for _, in := range incomes {
		a := in.Amount.Annual()
		if in.Months != 0 {
			a = in.Amount.Fen() * int64(in.Months)
		}
		work = work || a > 0 && (in.Kind == standards.Wages || in.Kind == standards.Business)
		if !exempt.Has(in.Kind) {
			fen += a
		}
	}
	return fen, work
}

// Simulate decides every household under the standards of set. It reports a *RepackError where they were packed for another day, or with
// other lists or classes. Totals are the same for any number of workers; 0: as many as run at once.
func (p *Population) Simulate(set *standards.Set, workers int) (Totals, error) {
	if err := p.fits(set); err != nil {
		return Totals{}, err
	}
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	scheme := schemeOf(set)
	parts := make([]Totals, workers)
	errs := make([]error, workers)
	var wait sync.WaitGroup
	for w := range parts {
		wait.Go(func() {
			t := &parts[w]
			scheme.sum(p.usual[len(p.usual)*w/workers:len(p.usual)*(w+1)/workers], t)
			others := p.others[len(p.others)*w/workers : len(p.others)*(w+1)/workers]
			for i := range others {
				d, err := assistance.Assess(set, others[i])
				if err != nil {
					errs[w] = err
					return
				}
				t.Add(&others[i], &d)
			}
		})
	}
	wait.Wait()
	for w := range parts {
		if errs[w] != nil {
			return Totals{}, errs[w]
		}
		if w > 0 {
			parts[0].Merge(&parts[w])
		}
	}
	return parts[0], nil
}
