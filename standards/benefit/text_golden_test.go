package benefit_test

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

func monthly(fen int64, bound standards.Bound) benefit.Quantity {
	return benefit.Quantity{Amount: standards.Fen(fen, standards.PerMonth), Bound: bound}
}

func annual(fen int64, bound standards.Bound) benefit.Quantity {
	return benefit.Quantity{Amount: standards.Fen(fen, standards.PerYear), Bound: bound}
}

func numbered(n int64) benefit.Quantity { return benefit.Quantity{Number: standards.Whole(n)} }

func worded(word string) benefit.Quantity { return benefit.Quantity{Word: word} }

// term is a term of so many fen, taken num/den times.
func term(what string, fen int64, per standards.Period, bound standards.Bound, num, den int64) benefit.Term {
	return benefit.Term{What: what, Amount: standards.Fen(fen, per), Bound: bound, Times: standards.Fraction{Num: num, Den: den}}
}

// named is a step and why its text is as it is.
type named struct {
	why  string
	step benefit.Step
}

const (
	met, notMet, unknown, computed = benefit.ResultMet, benefit.ResultNotMet, benefit.ResultUnknown, benefit.ResultComputed
	exactly, atLeast               = standards.Exactly, standards.AtLeast
	perMonth, perYear              = standards.PerMonth, standards.PerYear
)

// conditions are steps that compare, with each case that their texts tell apart.
func conditions() []named {
	line := monthly(600_00, exactly)
	floor := annual(4320_00, atLeast)
	age := benefit.Quantity{Number: standards.Whole(70)}
	disability := benefit.Quantity{Word: "mental", Number: standards.Whole(2)}
	type s = benefit.Step
	return []named{
		{"a finding of the caseworker", s{Code: benefit.StepNotCounted, Result: computed, Value: worded("counted")}},
		{"clergy may apply alone by article 10", s{Code: benefit.StepNotCounted, Result: computed, Value: worded("clergy"), Document: standards.DibaoReview2012}},
		{"and by article 8", s{Code: benefit.StepNotCounted, Result: computed, Value: worded("clergy"), Document: standards.DibaoReview2021}},
		{"an absence", s{Code: benefit.StepNotCounted, Result: computed, Value: worded("prison")}},
		{"old enough", s{Code: benefit.StepTekunAbility, Result: met, Left: age, Op: ">=", Right: numbered(60)}},
		{"young enough", s{Code: benefit.StepTekunAbility, Result: met, Left: numbered(15), Op: "<", Right: numbered(18)}},
		{"disabled enough", s{Code: benefit.StepTekunAbility, Result: met, Left: disability, Op: "<=", Right: numbered(3)}},
		{"able to work", s{Code: benefit.StepTekunAbility, Result: notMet, Left: numbered(40), Op: ">=", Right: numbered(60)}},
		{"own property, where the household's is over", s{Code: benefit.StepTekunProperty, Result: unknown, Left: worded("over")}},
		{"own property, where nothing is stated", s{Code: benefit.StepTekunProperty, Result: unknown}},
		{"own income below the line", s{Code: benefit.StepTekunIncome, Result: met, Left: monthly(100_00, exactly), Right: line}},
		{"no own income, no line", s{Code: benefit.StepTekunIncome, Result: met, Left: monthly(0, exactly)}},
		{"own income at the line", s{Code: benefit.StepTekunIncome, Result: notMet, Left: monthly(600_00, exactly), Right: line}},
		{"own income above the line", s{Code: benefit.StepTekunIncome, Result: notMet, Left: monthly(600_01, exactly), Right: line}},
		{"own income above a floor", s{Code: benefit.StepTekunIncome, Result: unknown, Left: monthly(400_00, exactly), Right: floor}},
		{"own income, no line", s{Code: benefit.StepTekunIncome, Result: unknown, Left: monthly(400_00, exactly)}},
		{"own income not stated", s{Code: benefit.StepTekunIncome, Result: unknown, Right: line}},
		{"income below the line", s{Code: benefit.StepDibaoIncome, Residence: standards.Urban, Result: met, Left: annual(7000_00, exactly), Right: annual(7200_00, exactly),
			Terms: []benefit.Term{term("line", 600_00, perMonth, exactly, 1, 1)}}},
		{"no income, no line", s{Code: benefit.StepDibaoIncome, Residence: standards.Rural, Result: met, Left: annual(0, exactly)}},
		{"income of some not stated", s{Code: benefit.StepDibaoIncome, Residence: standards.Urban, Result: unknown, Left: annual(100_00, atLeast), Right: annual(7200_00, exactly),
			Terms: []benefit.Term{term("line", 600_00, perMonth, exactly, 1, 1)}}},
		{"income as far as stated is above the line", s{Code: benefit.StepDibaoIncome, Residence: standards.Urban, Result: notMet, Left: annual(7200_01, atLeast),
			Right: annual(7200_00, exactly), Terms: []benefit.Term{term("line", 600_00, perMonth, exactly, 1, 1)}}},
		{"grace of no known length", s{Code: benefit.StepDibaoGrace, Residence: standards.Rural, Result: unknown, Left: worded("2020-03-01")}},
		{"grace from no known day", s{Code: benefit.StepDibaoGrace, Residence: standards.Rural, Result: unknown, Right: numbered(6)}},
		{"grace for those who may work", s{Code: benefit.StepDibaoGrace, Residence: standards.Rural, Result: unknown, Left: worded("2020-03-01"), Right: numbered(6)}},
		{"within the grace", s{Code: benefit.StepDibaoGrace, Residence: standards.Rural, Result: met, Left: worded("2020-03-01"), Right: numbered(6)}},
		{"after the grace", s{Code: benefit.StepDibaoGrace, Residence: standards.Rural, Result: notMet, Left: worded("2020-03-01"), Right: numbered(6)}},
		{"a low-income family's income", s{Code: benefit.StepLowIncomeAbove, Residence: standards.Urban, Result: met, Left: annual(7200_00, exactly), Right: annual(7200_00, exactly),
			Terms: []benefit.Term{term("line", 600_00, perMonth, exactly, 1, 1)}}},
		{"below the line, no low-income family", s{Code: benefit.StepLowIncomeAbove, Residence: standards.Urban, Result: notMet, Left: annual(7199_99, exactly),
			Right: annual(7200_00, exactly), Terms: []benefit.Term{term("line", 600_00, perMonth, exactly, 1, 1)}}},
		{"a floor that may be higher", s{Code: benefit.StepLowIncomeAbove, Residence: standards.Rural, Result: notMet, Left: annual(5000_00, exactly), Right: floor}},
		{"no line to reach", s{Code: benefit.StepLowIncomeAbove, Residence: standards.Urban, Result: notMet, Left: annual(5000_00, exactly)}},
		{"income of some not stated, against the line", s{Code: benefit.StepLowIncomeAbove, Residence: standards.Rural, Result: unknown, Left: annual(100_00, atLeast), Right: floor,
			Terms: []benefit.Term{term("line", 4320_00, perYear, atLeast, 1, 1)}}},
		{"below the multiple", s{Code: benefit.StepLowIncomeBelow, Residence: standards.Urban, Result: met, Left: annual(10000_00, exactly), Right: benefit.Quantity{Number: standards.Fraction{Num: 3, Den: 2}},
			Terms: []benefit.Term{term("line", 600_00, perMonth, exactly, 3, 2)}}},
		{"above the multiple of a floor", s{Code: benefit.StepLowIncomeBelow, Residence: standards.Rural, Result: unknown, Left: annual(6480_01, exactly), Right: benefit.Quantity{Number: standards.Fraction{Num: 3, Den: 2}},
			Terms: []benefit.Term{term("line", 4320_00, perYear, atLeast, 3, 2)}}},
		{"income of some not stated, against the multiple", s{Code: benefit.StepLowIncomeBelow, Residence: standards.Rural, Result: unknown, Left: annual(100_00, atLeast),
			Right: benefit.Quantity{Number: standards.Fraction{Num: 3, Den: 2}}, Terms: []benefit.Term{term("line", 4320_00, perYear, atLeast, 3, 2)}}},
		{"no line for the multiple", s{Code: benefit.StepLowIncomeBelow, Residence: standards.Rural, Result: unknown, Left: annual(100_00, exactly)}},
		{"no line for the multiple, refused", s{Code: benefit.StepLowIncomeBelow, Residence: standards.Rural, Result: notMet, Left: annual(100_00, exactly)}},
		{"disabled, and covered alone", s{Code: benefit.StepSinglePersonClass, Result: met, Left: disability}},
		{"ill, and covered alone", s{Code: benefit.StepSinglePersonClass, Result: met}},
		{"own income above a floor, covered alone", s{Code: benefit.StepSinglePersonIncome, Result: unknown, Left: annual(4320_01, exactly), Right: floor}},
		{"own income not stated, covered alone", s{Code: benefit.StepSinglePersonIncome, Result: unknown, Right: floor}},
		{"own income, no line, covered alone", s{Code: benefit.StepSinglePersonIncome, Result: unknown, Left: annual(4320_00, exactly)}},
		{"work injury not stated", s{Code: benefit.StepLivingWorkInjury, Part: benefit.Living, Result: met}},
		{"no work injury", s{Code: benefit.StepLivingWorkInjury, Part: benefit.Living, Result: met, Left: worded("no")}},
		{"work injury not stated, nursing", s{Code: benefit.StepNursingWorkInjury, Part: benefit.Nursing, Result: met}},
		{"a work injury, nursing", s{Code: benefit.StepNursingWorkInjury, Part: benefit.Nursing, Result: notMet, Left: worded("yes")}},
		{"an allowance no higher", s{Code: benefit.StepLivingAllowance, Part: benefit.Living, Result: met, Left: monthly(100_00, exactly), Right: monthly(100_00, exactly)}},
		{"an allowance no higher than any", s{Code: benefit.StepLivingAllowance, Part: benefit.Living, Result: met, Left: monthly(0, exactly)}},
		{"an allowance above a floor, nursing", s{Code: benefit.StepNursingAllowance, Part: benefit.Nursing, Result: unknown, Left: monthly(90_00, exactly), Right: monthly(80_00, atLeast)}},
		{"an allowance, no rate, nursing", s{Code: benefit.StepNursingAllowance, Part: benefit.Nursing, Result: unknown, Left: monthly(90_00, exactly)}},
		{"long-term care", s{Code: benefit.StepNursingLongTermCare, Part: benefit.Nursing, Result: unknown}},
		{"the most severe grade alone", s{Code: benefit.StepLivingGrade, Part: benefit.Living, Result: notMet, Left: numbered(4), Right: numbered(1)}},
		{"two grades", s{Code: benefit.StepNursingGrade, Part: benefit.Nursing, Result: met, Left: numbered(1), Right: numbered(2)}},
		{"a grade that there is not", s{Code: benefit.StepLivingGrade, Part: benefit.Living, Result: met, Left: numbered(5), Right: numbered(4)}},
		{"no grade", s{Code: benefit.StepLivingGrade, Part: benefit.Living, Result: met, Left: numbered(0), Right: numbered(4)}},
		{"old, and not able", s{Code: benefit.StepEldercareClass, Result: met, Left: benefit.Quantity{Number: standards.Whole(80), Word: "none"}}},
		{"old, and self-care not stated", s{Code: benefit.StepEldercareClass, Result: unknown, Left: age}},
		{"nobody to support", s{Code: benefit.StepTekunSupport, Result: met, Left: worded("none")}},
		{"a word that is none", s{Code: benefit.StepTekunSupport, Result: met, Left: worded("x")}},
		{"a number where a word is wanted", s{Code: benefit.StepTekunSupport, Result: met, Left: numbered(7)}},
		{"tekun, nursing", s{Code: benefit.StepNursingTekun, Part: benefit.Nursing, Result: met}},
		{"a children's scheme, nursing", s{Code: benefit.StepNursingChildScheme, Part: benefit.Nursing, Result: met, Left: worded("orphan")}},
		{"a result without a text of its own", s{Code: benefit.StepTekunProperty, Result: computed}},
		{"a result that there is not", s{Code: benefit.StepTekunProperty, Result: 9}},
	}
}

// sums are steps that compute, with each form that a sum has.
func sums() []named {
	line := func(num int64) benefit.Term { return term("line", 600_00, perMonth, exactly, num, 1) }
	rural := func(num int64) benefit.Term { return term("line", 4320_00, perYear, atLeast, num, 1) }
	of := func(t benefit.Term, member string) benefit.Term { t.Member = member; return t }
	pay := func(value benefit.Quantity, terms ...benefit.Term) benefit.Step {
		return benefit.Step{Code: benefit.StepDibaoPayment, Result: computed, Terms: terms, Value: value}
	}
	counted := func(value benefit.Quantity, terms ...benefit.Term) benefit.Step {
		return benefit.Step{Code: benefit.StepIncomeOf, Result: computed, Terms: terms, Value: value}
	}
	below := func(left benefit.Quantity, multiple standards.Fraction, terms ...benefit.Term) benefit.Step {
		return benefit.Step{Code: benefit.StepLowIncomeBelow, Residence: standards.Urban, Result: notMet, Left: left,
			Right: benefit.Quantity{Number: multiple}, Terms: terms}
	}
	half := standards.Fraction{Num: 3, Den: 2}
	topUp := term("topup", 600_00, perMonth, exactly, 20, 100)
	return []named{
		{"one person, no income", pay(monthly(600_00, exactly), line(1))},
		{"two people", pay(monthly(1200_00, exactly), line(2))},
		{"less income", pay(monthly(1100_00, exactly), line(2), of(term("income", 100_00, perMonth, exactly, -1, 1), "son"))},
		{"no income is no term", pay(monthly(1200_00, exactly), line(2), term("income", 0, perYear, exactly, -1, 1))},
		{"a year in months", pay(monthly(220_00, atLeast), rural(2), term("income", 6000_00, perYear, exactly, -1, 1))},
		{"months in a year", pay(monthly(1150_00, exactly), line(2), term("income", 600_00, perYear, exactly, -1, 1))},
		{"rounded, of whole fen a year", pay(monthly(1191_67, exactly), line(2), term("income", 100_00, perYear, exactly, -1, 1))},
		{"rounded, of a part of a fen a year", pay(monthly(1194_45, exactly), line(2), term("income", 100_00, perYear, exactly, -2, 3))},
		{"a top-up of a member, and of the step's own", benefit.Step{Code: benefit.StepDibaoPayment, Result: computed, Member: "a", Value: monthly(840_00, exactly),
			Terms: []benefit.Term{line(1), of(topUp, "a"), of(topUp, "b")}}},
		{"a percent alone", pay(monthly(120_00, exactly), topUp)},
		{"a share in decimals", pay(monthly(750_00, exactly), term("topup", 600_00, perMonth, exactly, 5, 4))},
		{"a share of four places", pay(monthly(37_50, exactly), term("topup", 600_00, perMonth, exactly, 1, 16))},
		{"a share of five places", pay(monthly(18_75, exactly), term("topup", 600_00, perMonth, exactly, 1, 32))},
		{"a share without end", pay(monthly(200_00, exactly), term("topup", 600_00, perMonth, exactly, 1, 3))},
		{"a share that is one", pay(monthly(600_00, exactly), term("topup", 600_00, perMonth, exactly, 2, 2))},
		{"a lower limit for another reason", pay(monthly(600_00, atLeast), line(1))},
		{"a rate", benefit.Step{Code: benefit.StepLivingPayment, Part: benefit.Living, Result: computed, Terms: []benefit.Term{term("rate", 100_00, perMonth, exactly, 1, 1)}, Value: monthly(100_00, exactly)}},
		{"a rate that is a floor", benefit.Step{Code: benefit.StepLivingPayment, Part: benefit.Living, Result: computed, Terms: []benefit.Term{term("rate", 80_00, perMonth, atLeast, 1, 1)}, Value: monthly(80_00, atLeast)}},
		{"tekun, two terms of which one is not on record", benefit.Step{Code: benefit.StepTekunPayment, Result: computed, Value: monthly(780_00, atLeast),
			Terms: []benefit.Term{term("tekun-basic-line", 600_00, perMonth, exactly, 13, 10), term("tekun-care", 0, perMonth, 0, 1, 1)}}},
		{"a minimum for two", benefit.Step{Code: benefit.StepDibaoMinimum, Result: computed, Terms: []benefit.Term{term("minimum", 400_00, perMonth, atLeast, 4, 2)}, Value: monthly(800_00, atLeast)}},
		{"incomes of members", counted(annual(2200_00, exactly), of(term("own-income", 100_00, perMonth, exactly, 10, 1), "a"), of(term("own-income", 1200_00, perYear, exactly, 1, 1), "b"))},
		{"one income, a year", counted(annual(1200_00, exactly), of(term("own-income", 1200_00, perYear, exactly, 1, 1), "a"))},
		{"one income, a month, for a year", counted(annual(1200_00, exactly), of(term("own-income", 100_00, perMonth, exactly, 1, 1), "a"))},
		{"one income that comes to something else", counted(annual(600_00, exactly), of(term("own-income", 1200_00, perYear, exactly, 1, 1), "a"))},
		{"costs taken off", counted(annual(1000_00, exactly), term("household-income", 1200_00, perYear, exactly, 1, 1), term("job-costs", 200_00, perYear, exactly, -1, 1))},
		{"the multiple for three", below(annual(32400_00, exactly), half, term("line", 600_00, perMonth, exactly, 9, 2))},
		{"the multiple for one", below(annual(10800_01, exactly), half, term("line", 600_00, perMonth, exactly, 3, 2))},
		{"a multiple of one", below(annual(7200_00, exactly), standards.Whole(1), line(1))},
		{"a multiple that leaves parts of a fen", below(annual(43_34, exactly), standards.Fraction{Num: 13, Den: 10}, term("line", 33_33, perYear, exactly, 13, 10))},
		{"and is just above the income", below(annual(43_32, exactly), standards.Fraction{Num: 13, Den: 10}, term("line", 33_33, perYear, exactly, 13, 10))},
		{"a multiple of a third", below(annual(1, exactly), standards.Fraction{Num: 1, Den: 3}, term("line", 1_00, perYear, exactly, 1, 3))},
		{"the half for two", below(annual(7200_00, exactly), standards.Fraction{Num: 1, Den: 2}, line(1))},
		{"twice for three", below(annual(43200_00, exactly), standards.Whole(2), line(6))},
		{"a multiple of nothing", below(annual(1, exactly), standards.Whole(0), line(2))},
		{"a line for nobody", pay(monthly(0, exactly), line(0))},
		{"twice, written as four halves", pay(monthly(1200_00, exactly), term("topup", 600_00, perMonth, exactly, 4, 2))},
		{"no stated number of times", pay(monthly(600_00, exactly), line(1), benefit.Term{What: "income", Amount: standards.Fen(5_00, perMonth)})},
		{"as often as no number is negative", pay(annual(-1, exactly), term("income", 1, perYear, exactly, math.MinInt64, 1))},
		{"a rate of the nursing subsidy", benefit.Step{Code: benefit.StepNursingPayment, Part: benefit.Nursing, Result: computed, Terms: []benefit.Term{term("rate", 100_00, perMonth, exactly, 1, 1)}, Value: monthly(100_00, exactly)}},
		{"no result, a month", pay(benefit.Quantity{}, line(2), topUp)},
		{"no result, a month of a year", pay(benefit.Quantity{}, rural(1))},
		{"no result, and parts of a fen a month", pay(benefit.Quantity{}, term("line", 4300_00, perYear, exactly, 1, 1), term("topup", 1, perMonth, exactly, 1, 1))},
		{"no result, and a lower limit", pay(benefit.Quantity{Bound: atLeast}, line(1), term("tekun-care", 50_00, perMonth, exactly, 1, 1))},
		{"a total", benefit.Step{Code: benefit.StepTotal, Result: computed, Terms: []benefit.Term{term("dibao", 380_00, perMonth, atLeast, 1, 1), of(term("living", 80_00, perMonth, atLeast, 1, 1), "son")}, Value: monthly(460_00, atLeast)}},
		{"one benefit in all", benefit.Step{Code: benefit.StepTotal, Result: computed, Terms: []benefit.Term{term("dibao", 380_00, perMonth, exactly, 1, 1)}, Value: monthly(380_00, exactly)}},
		{"terms that pass the largest number and come back", pay(annual(1, exactly), term("line", math.MaxInt64, perYear, exactly, 1, 1), term("line", math.MaxInt64, perYear, exactly, 1, 1),
			term("income", math.MaxInt64, perYear, exactly, -2, 1), term("topup", 1, perYear, exactly, 1, 1))},
	}
}

// ways are steps in which something is open, or which rest on a reading or on a plan.
func ways() []named {
	total := func(change func(*benefit.Step)) benefit.Step {
		s := benefit.Step{Code: benefit.StepDibaoProperty, Result: met}
		change(&s)
		return s
	}
	return []named{
		{"nothing open", total(func(*benefit.Step) {})},
		{"of a member", total(func(s *benefit.Step) { s.Member = "son" })},
		{"a kind of hukou tried", total(func(s *benefit.Step) { s.Under = standards.Rural; s.Member = "son" })},
		{"some counted", total(func(s *benefit.Step) { s.In = []string{"a", "b"} })},
		{"some not counted", total(func(s *benefit.Step) { s.Out = []string{"c"} })},
		{"all of these", total(func(s *benefit.Step) { s.Under, s.In, s.Out = standards.Urban, []string{"a"}, []string{"b", "c"} })},
		{"a document", total(func(s *benefit.Step) { s.Document, s.Clause = standards.Order649, "9" })},
		{"a plan", total(func(s *benefit.Step) { s.Planned = true })},
		{"a reading", total(func(s *benefit.Step) { s.Reading = standards.RoundingReading })},
		{"a reading and a choice", total(func(s *benefit.Step) { s.Reading, s.Choice = standards.RoundingReading, standards.UpToYuan })},
		{"a document, a plan and a reading", total(func(s *benefit.Step) {
			s.Document, s.Clause, s.Planned, s.Reading = standards.WorkPoints2020, "9", true, standards.AverageReading
		})},
	}
}

// The texts of steps, each in both languages: what is compared with what, or summed, and what it
// comes to.
func TestTextsGolden(t *testing.T) {
	var b strings.Builder
	for _, list := range [][]named{conditions(), sums(), ways()} {
		for _, n := range list {
			b.WriteString(n.why + "\n\t" + n.step.Text(benefit.Chinese) + "\n\t" + n.step.Text(benefit.English) + "\n")
		}
	}
	path := filepath.Join("testdata", "steps.golden")
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String(), "if this is meant, run go test ./standards/benefit -update")
}

// A step says by itself in which way of what is open it stands.
func TestWayText(t *testing.T) {
	way := benefit.Step{Under: standards.Urban, In: []string{"a", "b"}, Out: []string{"c"}}
	assert.Equal(t, "按城市户籍，计入a、b，不计入c", way.WayText(benefit.Chinese))
	assert.Equal(t, "if urban, with a, b counted, without c", way.WayText(benefit.English))
	var none *benefit.Step
	assert.Empty(t, none.WayText(benefit.Chinese)+(&benefit.Step{}).WayText(benefit.English))
	assert.Equal(t, "see ", string(none.AppendText([]byte("see "), benefit.English)), "a nil step says nothing")
	assert.Zero(t, none.ExactSum().Sign())
}
