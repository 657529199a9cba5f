package main

// household is what the rule asks of a household.
type household struct {
	id      string
	members []member
	place   uint8 // in places
	urban   bool  // the kind of hukou; else rural
	within  bool  // property is within the local limit
}

// member is what the rule asks of a member. Year of birth, relation and category of disability are
// there for the library, which asks for them.
type member struct {
	incomes    []income
	counted    bool  // for dibao
	grade      uint8 // of the disability certificate, 1 the most severe, to 4; 0: none
	workInjury bool  // gets the nursing benefit of work-injury insurance

	category uint8 // of the disability, from 1
	relation relation
	born     int16 // the year
}

// income is an income of one kind: fen a month in so many months of the year, or fen a year.
type income struct {
	fen    int64
	kind   kind
	months uint8 // 0: the sum is one a year
}

// times is how often the sum is had in a year.
func (in income) times() int64 { return int64(max(in.months, 1)) }

// kind is a kind of income.
type kind uint8

const (
	wages kind = iota
	business
	property
	transfer
	basicPension
	reward
	veteransPension
	disabilitySubsidy
)

// kindWords are the words of the kinds, for the engines that compare words.
var kindWords = [...]string{"wages", "business", "property", "transfer", "basic-pension", "reward",
	"veterans-pension", "disability-subsidy"}

// counts reports whether a kind of income counts for dibao in 2020.
func (h *household) counts(k kind) bool {
	switch k {
	case veteransPension, disabilitySubsidy:
		return false
	case reward:
		return h.urban
	}
	return true
}

// figures are the standards of a place: the dibao lines in fen a year, the rates of the two
// subsidies in fen a month.
type figures struct {
	urban, rural    int64
	living, nursing int64
}

// line is the line for a kind of hukou.
func (f *figures) line(urban bool) int64 {
	if urban {
		return f.urban
	}
	return f.rural
}

var (
	// cityFive are the figures of the city's document (items 9 and 31).
	cityFive = figures{urban: 600_00 * 12, rural: 600_00 * 12, living: 100_00, nursing: 100_00}
	// countyFive are made up: the document gives floors, and no urban line. A twelfth of the rural
	// line is no whole number of fen.
	countyFive = figures{urban: 500_00 * 12, rural: 4_330_00, living: 85_00, nursing: 80_00}
)

// places are the ten county-level units, the city's five districts first.
var places = [...]string{"430202", "430203", "430204", "430211", "430271",
	"430212", "430281", "430223", "430224", "430225"}

const districts = 5

// figuresOf are the figures of a place.
func figuresOf(place uint8) *figures {
	if place < districts {
		return &cityFive
	}
	return &countyFive
}

// due is what a household is due, in fen a month.
type due struct{ dibao, living, nursing int64 }

func (d *due) add(other due) {
	d.dibao += other.dibao
	d.living += other.living
	d.nursing += other.nursing
}

// count counts who is counted for dibao, those of them with a certificate that gives the living
// subsidy, and whoever has one that gives the nursing subsidy.
func (h *household) count() (people, certified, severe int64) {
	for i := range h.members {
		m := &h.members[i]
		if m.counted {
			people++
		}
		if m.grade == 0 || m.workInjury {
			continue
		}
		if m.counted {
			certified++
		}
		if m.grade <= severeGrade {
			severe++
		}
	}
	return people, certified, severe
}

// severeGrade is the least severe grade that gives the nursing subsidy.
const severeGrade = 2

// decide is the rule, in whole fen. It is what every other way is held against.
func (h *household) decide() due {
	f := figuresOf(h.place)
	people, certified, severe := h.count()
	income := int64(0)
	for i := range h.members {
		if m := &h.members[i]; m.counted {
			for _, in := range m.incomes {
				if h.counts(in.kind) {
					income += in.fen * in.times()
				}
			}
		}
	}
	d := due{nursing: severe * f.nursing}
	if lack := f.line(h.urban)*people - income; h.within && lack > 0 {
		d.dibao = (lack + 11) / 12 // up to the fen (reading R6)
		d.living = certified * f.living
	}
	return d
}

// loop is the rule in a loop over the households as they are.
func loop(households []household) (engine, error) {
	return engine{
		decide: func(i int) (due, error) { return households[i].decide(), nil },
		all: func() (sum due, err error) {
			for i := range households {
				sum.add(households[i].decide())
			}
			return sum, nil
		},
	}, nil
}
