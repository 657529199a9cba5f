package eldercare

import (
	"strconv"

	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Verdict says whether a target is reached. The zero Verdict means that it was not checked.
type Verdict uint8

const (
	Met           Verdict = iota + 1 // 达到
	Missed                           // 未达到
	NotStated                        // 未载明: a fact that it needs is not stated
	NotApplicable                    // 不适用: a share of nothing
	NotOnRecord                      // 无据可查: no figure is on record for the day
)

var verdictWords = [...]string{"", "met", "missed", "not-stated", "not-applicable", "not-on-record"}

// String returns met, missed, not-stated, not-applicable or not-on-record.
func (v Verdict) String() string {
	if int(v) < len(verdictWords) {
		return verdictWords[v]
	}
	return ""
}

// Text returns the verdict in language l.
func (v Verdict) Text(l standards.Lang) string {
	switch v {
	case Met:
		return l.In("达到", "met")
	case Missed:
		return l.In("未达到", "missed")
	case NotStated:
		return l.In("事实未载明", "not stated")
	case NotApplicable:
		return l.In("不适用（没有对象）", "not applicable, there are none")
	case NotOnRecord:
		return l.In("目标无据可查", "no target on record")
	}
	return l.In("未核对", "not checked")
}

// MarshalText implements encoding.TextMarshaler.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *Verdict) UnmarshalText(text []byte) error {
	return wire.ReadWord(v, text, verdictWords[:])
}

// Target is one target, and how it stands. Targets are comparable with ==.
type Target struct {
	Key     standards.NumberKey
	Of      string             // of coverage: city or county
	Place   standards.Place    // of whom it is asked: a unit, or the city
	Row     standards.Standard // the figure and where it is printed; the zero Standard where none is on record
	Actual  Share              // of a plain count only the Part
	Verdict Verdict
	Wanting int64            // where missed: how many more make it met, the whole being the same
	Under   standards.Choice // the choice of standards.Effective2020Reading that it turns on; zero: it does not
	Planned bool             // the day is before the figure was published: it is applied as planned for the year
}

// City holds the numbers of the city as a whole. What is not stated stays zero.
type City struct {
	TekunInInstitutions Share        `json:"tekunInInstitutions,omitzero"` // 集中供养, of 失能半失能特困人员: item 10
	TekunInstitutions   Count        `json:"tekunInstitutions,omitzero"`   // 新改扩建特困人员集中供养机构, in the year: item 12
	TekunBeds           Count        `json:"tekunBeds,omitzero"`           // 新增床位, in the year: item 12
	TekunNursingBeds    Count        `json:"tekunNursingBeds,omitzero"`    // 护理床位 among TekunBeds: item 12
	Coverage            Share        `json:"coverage,omitzero"`            // communities with eldercare facilities, of all: item 12
	Institutions        Institutions `json:"institutions,omitzero"`        // item 13
}

// District holds the numbers of a county-level unit (县市区). What is not stated stays zero, but its
// Place must be stated.
type District struct {
	Place               standards.Place `json:"place"`
	TekunInInstitutions Share           `json:"tekunInInstitutions,omitzero"` // 集中供养, of 失能半失能特困人员: item 10
	Coverage            Share           `json:"coverage,omitzero"`            // communities with eldercare facilities, of all: item 12
	Institutions        Institutions    `json:"institutions,omitzero"`        // item 13
	Canteens            Count           `json:"canteens,omitzero"`            // 长者餐厅: item 14
}

// Institutions holds the numbers that item 13 asks of eldercare institutions (养老机构) together.
type Institutions struct {
	MeetingStandard Share `json:"meetingStandard,omitzero"` // institutions that meet 《养老机构服务质量基本规范》, of all
	NursingBeds     Share `json:"nursingBeds,omitzero"`     // 护理型床位, of all beds
	TrainedWorkers  Share `json:"trainedWorkers,omitzero"`  // 养老护理员 trained before taking up their post, of all
}

// Institution is one eldercare institution (养老机构). What is not stated stays zero, but its Place
// must be stated.
type Institution struct {
	Place          standards.Place  `json:"place"`
	MeetsStandard  standards.Answer `json:"meetsStandard,omitzero"` // 《养老机构服务质量基本规范》 (GB/T 35796-2017)
	NursingBeds    Share            `json:"nursingBeds,omitzero"`   // 护理型床位, of all beds
	TrainedWorkers Share            `json:"trainedWorkers,omitzero"`
}

// together is i as the only institution of all.
func (i Institution) together() Institutions {
	meeting := Share{}
	if i.MeetsStandard != 0 {
		meeting = ShareOf(0, 1)
		if i.MeetsStandard == standards.Yes {
			meeting = ShareOf(1, 1)
		}
	}
	return Institutions{meeting, i.NursingBeds, i.TrainedWorkers}
}

// Together adds institutions up. What is not stated of one of them is not stated of all together;
// of no institutions at all every count is 0. It reports InputErrors if a fact of one cannot be,
// with the position in the field: [3].nursingBeds.part.
func Together(institutions ...Institution) (Institutions, error) {
	sum := Institutions{ShareOf(0, 0), ShareOf(0, 0), ShareOf(0, 0)}
	var faults inputFaults
	for i, one := range institutions {
		one.check("["+strconv.Itoa(i)+"].", &faults)
		add := one.together()
		sum.MeetingStandard = sum.MeetingStandard.plus(add.MeetingStandard)
		sum.NursingBeds = sum.NursingBeds.plus(add.NursingBeds)
		sum.TrainedWorkers = sum.TrainedWorkers.plus(add.TrainedWorkers)
	}
	if len(faults.InputErrors) == 0 {
		sum.check("", &faults)
	}
	if err := faults.Err(); err != nil {
		return Institutions{}, err
	}
	return sum, nil
}

func (s Share) plus(t Share) Share { return Share{s.Part.plus(t.Part), s.Whole.plus(t.Whole)} }

// plus adds usable counts; a sum above MaxCount stays above it.
func (c Count) plus(d Count) Count {
	if !c.stated || !d.stated {
		return Count{}
	}
	return CountOf(min(c.n+min(d.n, MaxCount), MaxCount+1))
}

// Check compares the city with its targets: items 10, 12 and 13, in this order. It reports
// InputErrors if a fact cannot be.
func (c City) Check(set *standards.Set) ([]Target, error) {
	var faults inputFaults
	faults.share("tekunInInstitutions", c.TekunInInstitutions)
	faults.count("tekunInstitutions", c.TekunInstitutions)
	faults.within("tekunNursingBeds", c.TekunNursingBeds, "tekunBeds", c.TekunBeds)
	faults.share("coverage", c.Coverage)
	c.Institutions.check("institutions.", &faults)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	at := asking{set, standards.Zhuzhou}
	return append([]Target{
		at.share(standards.TekunInstitutionShare, "", c.TekunInInstitutions),
		at.count(standards.TekunInstitutions, c.TekunInstitutions),
		at.count(standards.TekunBeds, c.TekunBeds),
		at.count(standards.TekunNursingBeds, c.TekunNursingBeds),
		at.share(standards.CommunityCoverage, "city", c.Coverage),
	}, at.institutions(c.Institutions)...), nil
}

// Check compares a county-level unit with its targets: items 10, 12, 13 and 14, in this order. It
// reports InputErrors if a fact cannot be.
func (d District) Check(set *standards.Set) ([]Target, error) {
	var faults inputFaults
	faults.place("place", d.Place)
	faults.share("tekunInInstitutions", d.TekunInInstitutions)
	faults.share("coverage", d.Coverage)
	d.Institutions.check("institutions.", &faults)
	faults.count("canteens", d.Canteens)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	at := asking{set, d.Place}
	targets := append([]Target{
		at.share(standards.TekunInstitutionShare, "", d.TekunInInstitutions),
		at.share(standards.CommunityCoverage, "county", d.Coverage),
	}, at.institutions(d.Institutions)...)
	return append(targets, at.count(standards.ElderCanteens, d.Canteens)), nil
}

// Check compares one institution with item 13: the service standard, the share of nursing beds, the
// training of its workers. Item 13 asks the share of nursing beds of all institutions together, so
// one that misses it is no breach by itself. It reports InputErrors if a fact cannot be.
func (i Institution) Check(set *standards.Set) ([]Target, error) {
	var faults inputFaults
	i.check("", &faults)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return asking{set, i.Place}.institutions(i.together()), nil
}

func (i Institution) check(path string, faults *inputFaults) {
	faults.place(path+"place", i.Place)
	faults.answer(path+"meetsStandard", i.MeetsStandard)
	faults.share(path+"nursingBeds", i.NursingBeds)
	faults.share(path+"trainedWorkers", i.TrainedWorkers)
}

func (i Institutions) check(path string, faults *inputFaults) {
	faults.share(path+"meetingStandard", i.MeetingStandard)
	faults.share(path+"nursingBeds", i.NursingBeds)
	faults.share(path+"trainedWorkers", i.TrainedWorkers)
}

// asking asks the targets of one place.
type asking struct {
	set   *standards.Set
	place standards.Place
}

func (a asking) institutions(i Institutions) []Target {
	return []Target{
		a.share(standards.ServiceQuality, "", i.MeetingStandard),
		a.share(standards.NursingBedShare, "", i.NursingBeds),
		a.share(standards.WorkerTraining, "", i.TrainedWorkers),
	}
}

// share compares a share of usable counts with its target.
func (a asking) share(key standards.NumberKey, of string, actual Share) Target {
	t := a.target(key, of, actual)
	switch {
	case t.Verdict != 0:
	case actual.Whole == CountOf(0):
		t.Verdict = NotApplicable
	case !actual.Part.stated || !actual.Whole.stated:
		t.Verdict = NotStated
	default:
		t.reach(upTo(t.Row.Number, actual.Whole.n))
	}
	return t
}

// count compares a usable count with its target.
func (a asking) count(key standards.NumberKey, actual Count) Target {
	t := a.target(key, "", Share{Part: actual})
	switch {
	case t.Verdict != 0:
	case !actual.stated:
		t.Verdict = NotStated
	default:
		t.reach(upTo(t.Row.Number, 1))
	}
	return t
}

// target finds the figure. Without one the verdict is NotOnRecord.
func (a asking) target(key standards.NumberKey, of string, actual Share) Target {
	t := Target{Key: key, Of: of, Place: a.place, Actual: actual}
	var turns bool
	if row, err := a.set.Number(key, a.place, 0, of); err == nil {
		t.Row = row.Standard
		t.Planned = finding.Planned(a.set, &t.Row)
		turns = row.Basis.Document == standards.WorkPoints2020
	} else {
		t.Verdict = NotOnRecord
		turns = standards.Key(key).StatedFor2020(a.place, 0, of)
	}
	if turns && a.set.Open(standards.Effective2020Reading) {
		t.Under = a.set.Choice(standards.Effective2020Reading)
	}
	return t
}

// reach compares the actual part with what is needed.
func (t *Target) reach(needed int64) {
	t.Verdict = Met
	if missing := needed - t.Actual.Part.n; missing > 0 {
		t.Verdict, t.Wanting = Missed, missing
	}
}

// upTo returns the least whole number that is f of n or more: the part from which part × Den >= Num
// × n. Both parts of a row's number are at most 10^6 and n at most MaxCount, so nothing overflows;
// a row's Den is never 0.
func upTo(f standards.Fraction, n int64) int64 { return (f.Num*n + f.Den - 1) / f.Den }
