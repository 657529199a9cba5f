package standards

import (
	"slices"
	"sort"
)

// Open reports whether r is an open question on the day of s.
func (s *Set) Open(r Reading) bool { return s != nil && r < readingCount && s.isOpen[r] }

// StatedFor2020 reports whether the city's document of 2020 states a figure of k for place p, kind
// of hukou r and Of. The choice of [Effective2020Reading] says on which days that figure is on
// record.
func (k Key) StatedFor2020(p Place, r Residence, of string) bool {
	rows := published()
	first := sort.Search(len(rows), func(i int) bool { return rows[i].Key >= k }) // they are sorted by key
	for i := first; i < len(rows) && rows[i].Key == k; i++ {
		row := &rows[i]
		if row.ofYear2020() && p.In(row.Place) && row.isFor(r) && (row.Of == "" || row.Of == of) {
			return true
		}
	}
	return false
}

// incomeReadings are the readings by whose choice a kind of income counts or not.
var incomeReadings = [...]Reading{IncomeListReading, RuralExemptionsReading}

// OpenIncome returns the kinds of income that another choice of the reading q would count where s
// does not, or the other way round: q is [IncomeListReading] or [RuralExemptionsReading]. The list
// k is [DibaoNotIncome] or [TekunNotIncome]. On a day on which the question is not open there are
// none.
func (s *Set) OpenIncome(q Reading, k ListKey, r Residence) IncomeKinds {
	reading, list, kind := slices.Index(incomeReadings[:], q), 0, 0
	if reading < 0 {
		return 0
	}
	if k == TekunNotIncome {
		list = 1
	}
	if r == Rural {
		kind = 1
	}
	return s.orZero().open[reading][list][kind]
}

// OpenAges returns the lowest and the highest age limit of a tekun minor among the choices of
// [TekunMinor2021Reading], whatever the day of s.
func (s *Set) OpenAges() [2]int {
	lowest, highest := maxAge, 0
	for _, row := range published() {
		if row.Key == Key(TekunMinorAge) && row.Under != 0 {
			lowest, highest = min(lowest, row.Number.Int()), max(highest, row.Number.Int())
		}
	}
	return [2]int{lowest, highest}
}

// compareLists finds the kinds of income that the choices of one of incomeReadings treat otherwise
// on s's day: by the published rows, since a tables file says the same under each.
func (s *Set) compareLists(reading int) {
	choices := readingTable[incomeReadings[reading]].Choices
	for i, k := range [...]ListKey{DibaoNotIncome, TekunNotIncome} {
		for j, r := range Residences() {
			var some IncomeKinds
			every := ^some
			for _, c := range choices {
				kinds := s.tables.Choose(c).publishedKinds(k, r, s.day)
				some, every = some|kinds, every&kinds
			}
			s.open[reading][i][j] = some &^ every
		}
	}
}

// publishedKinds are the kinds of income that the published list k has for kind of hukou r on day
// d.
func (t *Tables) publishedKinds(k ListKey, r Residence, d Date) IncomeKinds {
	var kinds IncomeKinds
	for _, row := range published() {
		if row.Key != Key(k) || !row.isFor(r) || !t.stands(row) || !t.applies(row, d) {
			continue
		}
		if kind, ok := Parse[IncomeKind](row.Of); ok {
			kinds |= 1 << kind
		}
	}
	return kinds
}
