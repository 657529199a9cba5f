package disability_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// world is one state of the rules, and what the plain implementation is told of it.
type world struct {
	name     string
	set      *standards.Set
	onRecord bool // a rate is on record: item 31's, the province's floor, or that of 2022
	year     int
	tested   bool // R9
	exact    bool // R11
	rates    map[standards.Place]*disability.Rates
}

// decide decides both subsidies by the rates of the place, which are looked up once.
func (w *world) decide(p *disability.Person) (living, nursing benefit.Part) {
	rates := w.rates[p.Place]
	if rates == nil {
		of := disability.RatesOf(w.set, p.Place)
		rates, w.rates[p.Place] = &of, &of
	}
	var f finding.Findings
	rates.DecideLiving(&living, p, &f)
	rates.DecideNursing(&nursing, p, &f)
	return living, nursing
}

func worlds(t testing.TB) []world {
	var all []world
	for _, day := range []string{"2020-10-01", "2021-07-01", "2022-01-01"} {
		for _, care := range []standards.Choice{standards.GradeAlone, standards.LongTermCareTested} {
			for _, floor := range []standards.Choice{standards.FloorMayBeHigher, standards.FloorExact} {
				set := under(t, day, care, floor)
				all = append(all, world{fmt.Sprintf("%s %s %s", day, care, floor), set, true, set.Day().Year, care == standards.LongTermCareTested,
					floor == standards.FloorExact, map[standards.Place]*disability.Rates{}})
			}
		}
	}
	for _, care := range []standards.Choice{standards.GradeAlone, standards.LongTermCareTested} { // before publication nothing is on record under that choice
		all = append(all, world{fmt.Sprintf("from publication %s", care), under(t, "2020-01-01", care, standards.FromPublication), false, 2020,
			care == standards.LongTermCareTested, false, map[standards.Place]*disability.Rates{}})
	}
	return all
}

// plainly decides one subsidy by the letter of 2.3, item 31 and section 4 step 6, without anything of the package: a list of
// conditions, each "yes", "no" or "?", and a rate.
func plainly(w world, p disability.Person, nursing bool) string {
	inCity := p.Place == 430202 || p.Place == 430203 || p.Place == 430204 || p.Place == 430211 || p.Place == 430271
	inCounty := p.Place == 430212 || p.Place == 430281 || p.Place == 430223 || p.Place == 430224 || p.Place == 430225
	grade := int(p.Grades.Worst)
	if grade < 1 || grade > 4 || !inCity && !inCounty {
		return "-" // no certificate, or elsewhere
	}
	rate, rateIsExact := int64(8000), w.exact || w.year == 2022
	if inCity {
		rate, rateIsExact = 10000, true
	}
	if w.year == 2021 {
		rate, rateIsExact = 7000, w.exact
	}

	conditions := []string{}
	is := func(b bool) string {
		if b {
			return "yes"
		}
		return "no"
	}
	// Neither for tekun people, nor for those who get the work-injury nursing benefit.
	switch p.Tekun {
	case benefit.Eligible:
		conditions = append(conditions, "no")
	case benefit.Undetermined:
		conditions = append(conditions, "?")
	}
	conditions = append(conditions, is(p.WorkInjuryNursing != standards.Yes))
	// Orphan scheme: nursing only. Unattended children on the full rate: nursing only.
	if !nursing {
		conditions = append(conditions, is(p.ChildScheme != benefit.Orphan && p.ChildScheme != benefit.UnattendedFull))
	}
	// Any grade 1 to 4; grade 1 or 2.
	if nursing {
		conditions = append(conditions, is(grade <= 2))
	}
	// Another allowance that is higher: ineligible where the rate is known, undetermined where it is a floor or not on record.
	other := p.LivingAllowance
	if nursing {
		other = p.NursingAllowance
	}
	allowance := "yes"
	if per := other.Per(); per != 0 {
		const hundredBillion = 100_000_000_000 * 100
		switch {
		case per != standards.PerMonth && per != standards.PerYear || other.Fen() < 0 || other.Fen() > hundredBillion:
			allowance = "?"
		case other.Fen() == 0:
		case !w.onRecord:
			allowance = "?"
		case per == standards.PerMonth && other.Fen() <= rate, per == standards.PerYear && other.Fen() <= 12*rate:
		case rateIsExact:
			allowance = "no"
		default:
			allowance = "?"
		}
	}
	conditions = append(conditions, allowance)
	switch {
	case !nursing && p.Dibao == benefit.Eligible: // whose household, or who himself, is on dibao
	case !nursing && p.Dibao == benefit.Ineligible:
		conditions = append(conditions, "no")
	case !nursing:
		conditions = append(conditions, "?")
	case w.tested && p.LongTermCare == standards.No: // R9
		conditions = append(conditions, "no")
	case w.tested && p.LongTermCare != standards.Yes:
		conditions = append(conditions, "?")
	}

	sum := ""
	if w.onRecord {
		sum = fmt.Sprintf("%d.%02d", rate/100, rate%100)
		if !rateIsExact {
			sum = ">=" + sum
		}
	}
	unknown := false
	for _, c := range conditions {
		if c == "no" {
			return "ineligible"
		}
		unknown = unknown || c == "?"
	}
	switch {
	case !unknown && sum == "":
		return "eligible"
	case !unknown:
		return "eligible " + sum
	case allowance == "?" || sum == "":
		return "undetermined"
	}
	return "undetermined, if met " + sum
}

// everyCircumstance yields every combination of what is asked of a person, with allowances around the rates; every 17th in a
// short run, which is a prime that divides no number of what each is combined of.
func everyCircumstance(yield func(disability.Person)) {
	n, stride := 0, 1
	if testing.Short() {
		stride = 17
	}
	verdicts := []benefit.Verdict{benefit.NotExamined, benefit.Eligible, benefit.Ineligible, benefit.Undetermined}
	answers := []standards.Answer{0, standards.Yes, standards.No}
	schemes := []benefit.ChildScheme{0, benefit.Orphan, benefit.UnattendedFull, benefit.UnattendedToppedUp}
	allowances := []standards.Amount{{}, month(0), month(80_00), month(80_01), year(1200_00), year(1200_01)}
	for _, place := range []standards.Place{standards.Yunlong, standards.Lukou} {
		for grade := disability.MostSevere; grade <= disability.LeastSevere; grade++ {
			for _, tekun := range verdicts {
				for _, dibao := range verdicts {
					for _, care := range answers {
						for _, injury := range answers {
							for _, scheme := range schemes {
								for _, allowance := range allowances {
									if n++; n%stride != 0 {
										continue
									}
									yield(disability.Person{Place: place, Grades: disability.Certificate{Category: disability.Speech, Grade: grade}.Grades(), LongTermCare: care,
										Tekun: tekun, Dibao: dibao, WorkInjuryNursing: injury, ChildScheme: scheme, LivingAllowance: allowance, NursingAllowance: allowance})
								}
							}
						}
					}
				}
			}
		}
	}
}

func TestAgreesWithThePlainImplementation(t *testing.T) {
	t.Parallel()
	cases := 0
	for _, w := range worlds(t) {
		everyCircumstance(func(p disability.Person) {
			living, nursing := w.decide(&p)
			for _, one := range []struct {
				got  benefit.Part
				want string
			}{{living, plainly(w, p, false)}, {nursing, plainly(w, p, true)}} {
				cases++
				if got := show(one.got); got != one.want {
					t.Fatalf("%s: %+v is %s, plainly %s", w.name, p, got, one.want)
				}
			}
		})
	}
	if testing.Short() {
		cases *= 17
	}
	assert.Greater(t, cases, 400_000)
}

// What is not stated never refuses: taking a fact away from anyone to whom a subsidy is due, or may be, leaves it so.
func TestUnknownNeverRefuses(t *testing.T) {
	t.Parallel()
	takeAway := []func(p *disability.Person){
		func(p *disability.Person) { p.LongTermCare = 0 },
		func(p *disability.Person) { p.Tekun = benefit.Undetermined },
		func(p *disability.Person) { p.Dibao = benefit.Undetermined },
		func(p *disability.Person) { p.Dibao = benefit.NotExamined },
		func(p *disability.Person) { p.WorkInjuryNursing = 0 },
		func(p *disability.Person) { p.ChildScheme = 0 },
		func(p *disability.Person) {
			p.LivingAllowance, p.NursingAllowance = standards.Amount{}, standards.Amount{}
		},
	}
	for _, w := range worlds(t) {
		if w.set.Day() != standards.Day(2020, 10, 1) && w.set.Day() != standards.Day(2021, 1, 1) {
			continue // with rates and without
		}
		everyCircumstance(func(p disability.Person) {
			living, nursing := w.decide(&p)
			for i, take := range takeAway {
				q := p
				if take(&q); q == p {
					continue
				}
				lessLiving, lessNursing := w.decide(&q)
				if living.Verdict != benefit.Ineligible && lessLiving.Verdict == benefit.Ineligible ||
					nursing.Verdict != benefit.Ineligible && lessNursing.Verdict == benefit.Ineligible {
					t.Fatalf("%s: %+v is refused once fact %d is not stated", w.name, p, i)
				}
			}
		})
	}
}

// One condition that is not met refuses, whatever else is known.
func TestOneConditionNotMetRefuses(t *testing.T) {
	t.Parallel()
	for _, w := range worlds(t) {
		if w.set.Day() != standards.Day(2020, 10, 1) && w.set.Day() != standards.Day(2021, 1, 1) {
			continue // with rates and without
		}
		everyCircumstance(func(p disability.Person) {
			living, nursing := w.decide(&p)
			both := p.Tekun == benefit.Eligible || p.WorkInjuryNursing == standards.Yes
			if both || p.Dibao == benefit.Ineligible || p.ChildScheme == benefit.Orphan || p.ChildScheme == benefit.UnattendedFull {
				if living != (benefit.Part{Verdict: benefit.Ineligible}) {
					t.Fatalf("%s: living of %+v is %s", w.name, p, show(living))
				}
			}
			if both || p.Grades.Worst > 2 || w.tested && p.LongTermCare == standards.No {
				if nursing != (benefit.Part{Verdict: benefit.Ineligible}) {
					t.Fatalf("%s: nursing of %+v is %s", w.name, p, show(nursing))
				}
			}
		})
	}
}

func FuzzSubsidies(f *testing.F) {
	all := worlds(f)
	f.Add(uint8(4), uint32(430211), uint8(1), uint8(1), uint8(2), uint8(1), uint8(2), uint8(3), int64(0), uint8(1), int64(0), uint8(1))
	f.Add(uint8(5), uint32(430223), uint8(2), uint8(0), uint8(3), uint8(3), uint8(0), uint8(0), int64(96001), uint8(2), int64(8001), uint8(1))
	f.Add(uint8(9), uint32(430225), uint8(4), uint8(2), uint8(0), uint8(1), uint8(2), uint8(0), int64(-1), uint8(1), int64(1)<<62, uint8(2))
	f.Add(uint8(0), uint32(999999), uint8(255), uint8(9), uint8(9), uint8(9), uint8(9), uint8(9), int64(1), uint8(9), int64(-1)<<63, uint8(0))
	f.Fuzz(func(t *testing.T, which uint8, place uint32, worst, care, tekun, dibao, injury, scheme uint8, living int64, livingPer uint8, nursing int64, nursingPer uint8) {
		w := all[int(which)%len(all)]
		divisions := standards.Divisions()
		if place < 1000 { // most numbers are no place at all
			place = uint32(divisions[int(place)%len(divisions)])
		}
		p := disability.Person{Place: standards.Place(place), Grades: disability.Grades{Worst: worst}, LongTermCare: standards.Answer(care), Tekun: benefit.Verdict(tekun),
			Dibao: benefit.Verdict(dibao), WorkInjuryNursing: standards.Answer(injury), ChildScheme: benefit.ChildScheme(scheme),
			LivingAllowance: standards.Fen(living, standards.Period(livingPer)), NursingAllowance: standards.Fen(nursing, standards.Period(nursingPer))}
		for _, explain := range []bool{false, true} {
			found := finding.Findings{Explain: explain}
			for i, part := range []benefit.Part{disability.FindLiving(w.set, &p, &found), disability.FindNursing(w.set, &p, &found)} {
				if got, want := show(part), plainly(w, p, i == 1); got != want {
					t.Errorf("%s: %+v is %s, plainly %s", w.name, p, got, want)
				}
				if part.Payment.Amount.Fen() < 0 || part.IfMet.Amount.Fen() < 0 {
					t.Errorf("%+v is paid %s", p, show(part))
				}
			}
			for _, need := range found.Needs {
				if need.Above.Stated() && need.Above.Check() != nil {
					t.Errorf("%+v needs a figure above %s", p, need.Above)
				}
			}
		}
	})
}
