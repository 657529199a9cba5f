package law

import (
	"sync"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Rules are the standards of one day as the law is applied with them: every figure and list looked up once for each place.
type Rules struct {
	set       *standards.Set
	dibao2021 bool // the measures on dibao of 2021 are in force (57号)
	tekun2021 bool // the measures on tekun of 2021 are (43号)
	places    [standards.DivisionCount]placeRules
	rooms     sync.Pool // of *room
}

// Of returns the rules of set, made once for a Set.
func Of(set *standards.Set) *Rules { return standards.Derived(set, newRules) }

func newRules(set *standards.Set) *Rules {
	r := &Rules{set: set, dibao2021: inForce(set, standards.DibaoReview2021), tekun2021: inForce(set, standards.Tekun2021)}
	for i, p := range standards.Divisions() {
		r.places[i] = newPlaceRules(set, p)
	}
	return r
}

// inForce reports whether a document is in force on the day of set.
func inForce(set *standards.Set, d standards.Document) bool {
	info, ok := set.Tables().Document(d)
	return ok && !set.Day().Before(info.From)
}

// of returns the rules of place p, nil if it is none of the ten units.
func (r *Rules) of(p standards.Place) *placeRules {
	if i := p.DivisionIndex(); i >= 0 {
		return &r.places[i]
	}
	return nil
}

// placeRules are the rules of one place. A nil figure is one that is not on record.
type placeRules struct {
	lines      [kinds]*figure
	grace      [kinds]bool // there is a grace period whose length is not on record
	averages   [kinds]*figure
	topUps     [hardshipClasses]*figure
	anyTopUp   bool
	tekunBasic [kinds]*figure
	tekunCare  [eldercare.None + 1]*figure // by self-care
	rates      disability.Rates

	elder, minor         *figure // ages from and below which someone is unable to work
	minorOpen            [2]int  // the ages between which the choices of TekunMinor2021Reading differ
	tekunGrades          disability.Limits
	multiple             *figure
	singlePersonGrades   disability.Limits
	topUpElder           *figure
	topUpMinor           *figure
	topUpGrade           *figure
	notIncome            NotIncome
	notExamined          words // by absence
	absentNotCounted     words // by absence
	notCounted           words // by relation
	tekunNotWith         words // by children's scheme
	jobCostsOfAnyone     bool
	jobCostsOfRecipients bool
}

// figure is a row that gives a figure, and how it is known.
type figure struct {
	standards.Standard
	annual int64 // fen a year
	whole  int   // Number, rounded down
	bound  standards.Bound
	uses   finding.Uses
}

// fen is the figure a year, 0 where it is not on record.
func (f *figure) fen() int64 {
	if f == nil {
		return 0
	}
	return f.annual
}

// reached reports whether an age is at or above f, which no age is where it is not on record.
func (f *figure) reached(age int) bool { return f != nil && age >= f.whole }

// below reports whether an age is below f, which no age is where it is not on record.
func (f *figure) below(age int) bool { return f != nil && age < f.whole }

// minorAgeOpen reports whether the choices of TekunMinor2021Reading differ on the day.
func (r *placeRules) minorAgeOpen() bool { return r.minorOpen[0] < r.minorOpen[1] }

// words is a set of words of one vocabulary, such as relations.
type words uint16

func (w words) has(i uint8) bool { return w>>i&1 == 1 }

func newPlaceRules(set *standards.Set, p standards.Place) placeRules {
	find := func(k standards.Key, r standards.Residence, of string) *figure {
		row, ok := set.Find(k, p, r, of)
		if !ok {
			return nil
		}
		return &figure{row, row.Amount.Annual(), row.Number.Int(), finding.BoundOf(set, &row), finding.UsesOf(set, &row, p)}
	}
	number := func(k standards.NumberKey) *figure { return find(standards.Key(k), 0, "") }
	listed := func(k standards.ListKey, r standards.Residence, of string) bool {
		_, ok := set.Listed(k, p, r, of)
		return ok
	}
	rules := placeRules{
		rates: disability.RatesOf(set, p), elder: number(standards.TekunElderAge), minor: number(standards.TekunMinorAge),
		tekunGrades: disability.LimitsOf(set, p, standards.TekunGrade), multiple: number(standards.LowIncomeMultiple),
		singlePersonGrades: disability.LimitsOf(set, p, standards.SinglePersonGrade),
		topUpElder:         number(standards.TopUpElderAge), topUpMinor: number(standards.TopUpMinorAge), topUpGrade: number(standards.TopUpGrade),
		jobCostsOfAnyone:     listed(standards.JobCosts, 0, "anyone"),
		jobCostsOfRecipients: listed(standards.JobCosts, 0, "on-dibao"),
	}
	for k, r := range standards.Residences() {
		rules.lines[k] = find(standards.Key(standards.DibaoLine), r, "")
		rules.averages[k] = find(standards.Key(standards.AverageAssistance), r, "")
		rules.tekunBasic[k] = find(standards.Key(standards.TekunBasic), r, "")
		months := find(standards.Key(standards.GraceMonths), r, "")
		rules.grace[k] = listed(standards.Grace, r, "") && months == nil
		for kind := standards.Wages; kind <= standards.Relief; kind++ {
			if listed(standards.DibaoNotIncome, r, kind.String()) {
				rules.notIncome.Dibao[k] = rules.notIncome.Dibao[k].With(kind)
			}
		}
	}
	for kind := standards.Wages; kind <= standards.Relief; kind++ {
		if listed(standards.TekunNotIncome, 0, kind.String()) {
			rules.notIncome.Tekun = rules.notIncome.Tekun.With(kind)
		}
	}
	for i, of := range hardshipWords {
		rules.topUps[i] = find(standards.Key(standards.DibaoTopUp), 0, of)
		rules.anyTopUp = rules.anyTopUp || rules.topUps[i] != nil
	}
	for s := eldercare.Full; s <= eldercare.None; s++ {
		rules.tekunCare[s] = find(standards.Key(standards.TekunCare), 0, s.String())
	}
	for a := benefit.Clergy; a <= benefit.Missing; a++ {
		rules.notExamined.put(uint8(a), listed(standards.NotExamined, 0, a.String()))
		rules.absentNotCounted.put(uint8(a), listed(standards.DibaoNotCounted, 0, a.String()))
	}
	for r := benefit.Applicant; r <= benefit.SupportedRelative; r++ {
		rules.notCounted.put(uint8(r), listed(standards.DibaoNotCounted, 0, r.String()))
	}
	for s := benefit.Orphan; s <= benefit.UnattendedToppedUp; s++ {
		rules.tekunNotWith.put(uint8(s), listed(standards.TekunNotWith, 0, s.String()))
	}
	if set.Open(standards.TekunMinor2021Reading) && rules.minor != nil {
		rules.minorOpen = standards.MinorAges()
	}
	return rules
}

func (w *words) put(i uint8, in bool) {
	if in {
		*w |= 1 << i
	}
}

// NotIncome returns what does not count in place p.
func (r *Rules) NotIncome(p standards.Place) *NotIncome { return &r.of(p).notIncome }
