package law

import (
	"slices"
	"sync"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Rules are the standards of one day as the law is applied with them: every figure and list looked
// up once for each place.
type Rules struct {
	set       *standards.Set
	dibao2021 bool // the measures on dibao of 2021 are in force (57号)
	tekun2021 bool // the measures on tekun of 2021 are (43号)
	places    [standards.DivisionCount]placeRules
	desks     sync.Pool // of *Desk
}

// Of returns the rules of set, made once for a Set.
func Of(set *standards.Set) *Rules { return set.Derived("assistance/internal/law", newRules).(*Rules) }

func newRules(set *standards.Set) any {
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

// placeRules holds the rules of one place. A nil figure is one that is not on record.
type placeRules struct {
	lines          [kinds]*figure
	lowIncomeLines [kinds]*figure // where the place publishes one
	averages       [kinds]*figure
	bands          []band  // by a draft
	minimumPayment *figure // by a draft
	topUps         []topUp
	tekunBasic     [kinds]*figure
	tekunMultiple  *figure                     // of the line, that the basic standard is at least
	tekunCare      [eldercare.None + 1]*figure // by self-care
	rates          disability.Rates

	elder, minor       *figure // ages from and below which someone is unable to work
	minorOpen          [2]int  // the ages between which the choices of TekunMinor2021Reading differ
	minorAge           *figure // from which a child is no minor
	tekunGrades        disability.Limits
	multiple           *figure
	singlePersonGrades disability.Limits
	topUpElder         *figure
	topUpMinor         *figure
	topUpGrade         *figure
	notIncome          NotIncome
	absentOpen         bool  // the caseworker's finding goes before the rule on absence (R15)
	notExamined        words // by absence
	absentNotCounted   words // by absence
	notCounted         words // by relation
	openRelations      words // those that count by having long lived together
	tekunNotWith       words // by children's scheme

	jobCostsOfAnyone     bool
	jobCostsOfRecipients bool
	rigidCosts           bool
	graceOfAny           [kinds]bool // there is a grace period whatever raised the income
	graceOfWork          [kinds]bool // there is one for those who work
	graceMonths          [kinds]*figure
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

// lookup finds the rows of one place.
type lookup struct {
	set *standards.Set
	p   standards.Place
}

func (l lookup) figure(k standards.Key, r standards.Residence, of string) *figure {
	row, ok := l.set.Find(k, l.p, r, of)
	if !ok {
		return nil
	}
	f := figureOf(l.set, row, l.p)
	return &f
}

func figureOf(set *standards.Set, row standards.Standard, p standards.Place) figure {
	return figure{row, row.Amount.Annual(), row.Number.Int(), finding.BoundOf(set, &row), finding.UsesOf(set, &row, p)}
}

func (l lookup) number(k standards.NumberKey) *figure { return l.figure(standards.Key(k), 0, "") }

func (l lookup) listed(k standards.ListKey, r standards.Residence, of string) bool {
	_, ok := l.set.Listed(k, l.p, r, of)
	return ok
}

func newPlaceRules(set *standards.Set, p standards.Place) placeRules {
	l := lookup{set, p}
	rules := placeRules{
		rates: disability.RatesOf(set, p), elder: l.number(standards.TekunElderAge), minor: l.number(standards.TekunMinorAge),
		minorAge: l.number(standards.MinorAge), tekunMultiple: l.number(standards.TekunBasicMultiple),
		tekunGrades: disability.LimitsOf(set, p, standards.TekunGrade), multiple: l.number(standards.LowIncomeMultiple),
		singlePersonGrades: disability.LimitsOf(set, p, standards.SinglePersonGrade),
		topUpElder:         l.number(standards.TopUpElderAge), topUpMinor: l.number(standards.TopUpMinorAge),
		topUpGrade:           l.number(standards.TopUpGrade),
		jobCostsOfAnyone:     l.listed(standards.JobCosts, 0, "anyone"),
		jobCostsOfRecipients: l.listed(standards.JobCosts, 0, "on-dibao"),
		rigidCosts:           l.listed(standards.RigidCosts, 0, ""),
		absentOpen:           set.Open(standards.AbsentOthersReading),
		minimumPayment:       l.figure(standards.Key(standards.DibaoMinimum), 0, ""),
	}
	for k, r := range standards.Residences() {
		rules.byKind(l, k, r)
	}
	rules.byWord(l)
	rules.byClass(l)
	for s := eldercare.Full; s <= eldercare.None; s++ {
		rules.tekunCare[s] = l.figure(standards.Key(standards.TekunCare), 0, s.String())
	}
	if set.Open(standards.TekunMinor2021Reading) {
		rules.minorOpen = set.OpenAges()
	}
	return rules
}

// byKind looks up what goes by kind of hukou.
func (rules *placeRules) byKind(l lookup, k int, r standards.Residence) {
	rules.lines[k] = l.figure(standards.Key(standards.DibaoLine), r, "")
	rules.lowIncomeLines[k] = l.figure(standards.Key(standards.LowIncomeLine), r, "")
	rules.averages[k] = l.figure(standards.Key(standards.AverageAssistance), r, "")
	rules.tekunBasic[k] = l.figure(standards.Key(standards.TekunBasic), r, "")
	rules.graceMonths[k] = l.figure(standards.Key(standards.GraceMonths), r, "")
	rules.graceOfAny[k] = l.listed(standards.Grace, r, "")
	rules.graceOfWork[k] = l.listed(standards.Grace, r, "work")
	for kind := standards.Wages; kind <= standards.Relief; kind++ {
		if l.listed(standards.DibaoNotIncome, r, kind.String()) {
			rules.notIncome.Dibao[k] = rules.notIncome.Dibao[k].With(kind)
		}
	}
}

// byWord looks up the lists of relations, absences, schemes and incomes.
func (rules *placeRules) byWord(l lookup) {
	for kind := standards.Wages; kind <= standards.Relief; kind++ {
		if l.listed(standards.TekunNotIncome, 0, kind.String()) {
			rules.notIncome.Tekun = rules.notIncome.Tekun.With(kind)
		}
	}
	for a := benefit.Clergy; a <= benefit.Missing; a++ {
		rules.notExamined.put(uint8(a), l.listed(standards.NotExamined, 0, a.String()))
		rules.absentNotCounted.put(uint8(a), l.listed(standards.DibaoNotCounted, 0, a.String()))
	}
	for r := benefit.Applicant; r <= benefit.SupportedRelative; r++ {
		rules.notCounted.put(uint8(r), l.listed(standards.DibaoNotCounted, 0, r.String()))
		rules.openRelations.put(uint8(r), l.listed(standards.CountingOpen, 0, r.String()))
	}
	for s := benefit.Orphan; s <= benefit.UnattendedToppedUp; s++ {
		rules.tekunNotWith.put(uint8(s), l.listed(standards.TekunNotWith, 0, s.String()))
	}
}

// byClass looks up the top-ups and the bands, of which the rows name classes of their own.
func (rules *placeRules) byClass(l lookup) {
	for _, row := range l.set.Classes(standards.DibaoTopUp, l.p) {
		word, own := row.TopUpClass()
		rules.topUps = append(rules.topUps, topUp{figureOf(l.set, row, l.p), hardship(slices.Index(hardshipWords[:], word)),
			own})
	}
	for _, row := range l.set.Classes(standards.DibaoBand, l.p) {
		rules.bands = append(rules.bands, band{figureOf(l.set, row, l.p), row.BandFrom()})
	}
}

func (w *words) put(i uint8, in bool) {
	if in {
		*w |= 1 << i
	}
}

// NotIncome returns what does not count in place p.
func (r *Rules) NotIncome(p standards.Place) *NotIncome { return &r.of(p).notIncome }
