package assistance_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Assess and Explain agree in everything but the steps, and every step recorded has a code that is listed, texts in both languages,
// and a JSON form that is read back as it was.
func TestExplainIsAssessWithSteps(t *testing.T) {
	seen := map[benefit.Code]bool{}
	check := func(set *standards.Set, h assistance.Household) {
		plain, err := assistance.Assess(set, h)
		require.NoError(t, err)
		explained, err := assistance.Explain(set, h)
		require.NoError(t, err)
		assert.Empty(t, plain.Steps)
		steps := explained.Steps
		explained.Steps = nil
		assert.True(t, assert.ObjectsAreEqual(plain, explained), "%+v\n%+v", plain, explained)
		for _, s := range steps {
			seen[s.Code] = true
			for _, l := range []benefit.Lang{benefit.Chinese, benefit.English} {
				bare := s
				bare.Member, bare.Under, bare.Document, bare.Planned, bare.Reading = "", 0, "", false, 0
				bare.In, bare.Out = nil, nil
				assert.NotContains(t, s.Text(l), "{")
				assert.NotEqual(t, s.Code.Text(l), bare.Text(l), "%s %s has no text", s.Code, s.Result)
			}
			assert.Equal(t, set.Day().Before(standards.Day(2020, time.September, 1)) && usesCityFigure(set, s), s.Planned, s.Text(benefit.English))
			assert.True(t, s.Code == benefit.StepTotal || cited(s), "%s cites nothing: %s", s.Code, s.Text(benefit.English))
		}
		explained.Steps = steps
		data, err := json.Marshal(explained)
		require.NoError(t, err)
		var read assistance.Decision
		require.NoError(t, json.Unmarshal(data, &read))
		if !assert.True(t, assert.ObjectsAreEqual(explained, read), "not read back as it was") {
			t.Logf("%s", data)
		}
	}
	families.Each(t, check)
	oneKind := families.Stated(t, "Youxian urban within; a wages=900; b rural physical-1")
	check(families.Standards(t, "2020-10-01 +county"), oneKind)
	tried := families.Stated(t, "Tianyuan urban within; a wages=599")
	check(families.Standards(t, "2020-10-01 +least"), tried)
	check(families.Standards(t, "2020-10-01 +bands"), tried)
	require.False(t, t.Failed())
	for _, info := range benefit.Codes() {
		if !strings.HasPrefix(string(info.Code), "eldercare-") { // which no household's decision has
			assert.True(t, seen[info.Code], "no household generated has step %s", info.Code)
		}
		delete(seen, info.Code)
	}
	assert.Empty(t, seen, "codes that are not listed")
}

// cited reports whether a step names its document, and the clause where the whole text is at hand.
func cited(s benefit.Step) bool {
	info := s.Document.Info()
	return s.Document != "" && (s.Clause != "" || info.Standing != standards.Archived)
}

// usesCityFigure reports whether a step rests on a line, a rate or an average of the city's document, by what it shows.
func usesCityFigure(set *standards.Set, s benefit.Step) bool {
	amounts := []standards.Amount{}
	for _, t := range s.Terms {
		if t.What == "line" || t.What == "tekun-basic-line" || t.What == "rate" || t.What == "minimum" || t.What == "topup" {
			amounts = append(amounts, t.Amount)
		}
	}
	if s.Code == "living-allowance" || s.Code == "nursing-allowance" || s.Code == "tekun-income-below-line" || s.Code == "single-person-income" {
		amounts = append(amounts, s.Right.Amount)
	}
	for _, a := range amounts {
		for _, row := range set.Rows() {
			if row.Basis.Document == standards.WorkPoints2020 && row.Amount.Stated() && a.Stated() && row.Amount.Compare(a) == 0 {
				return true
			}
		}
	}
	return false
}

// part is what the steps of one part and member come to.
type part struct {
	bands   int64 // fen a month
	verdict benefit.Verdict
	payment benefit.Payment // computed, whatever the verdict
	other   bool            // another allowance is unknown, on which the payment depends
}

// way is one way of what is open: the kind of hukou taken, and who was taken as counted and not.
type way struct {
	under   standards.Residence
	in, out []string
}

// waysOf are the ways that the steps go through; one where nothing is open.
func waysOf(d *assistance.Decision) []way {
	var ways []way
	for _, s := range d.Steps {
		if s.Code == benefit.StepWay {
			ways = append(ways, way{s.Under, s.In, s.Out})
		}
	}
	if ways == nil {
		return []way{{}}
	}
	return ways
}

// has reports whether a step is of the way, or of all ways of its kind of hukou.
func (w way) has(s benefit.Step) bool {
	everyone := len(s.In) == 0 && len(s.Out) == 0
	return s.Under == w.under && (everyone || slices.Equal(s.In, w.in) && slices.Equal(s.Out, w.out))
}

// replay recomputes from steps alone what is decided of part n and member id in one way.
func replay(t *testing.T, steps []benefit.Step, readings standards.Choices, n benefit.Name, id string, w way) part {
	var p part
	truth := finding.Truth(0)
	kinds := map[standards.Residence]finding.Truth{}
	for _, s := range steps {
		if s.Part != n || !w.has(s) || s.Member != id && s.Code != benefit.StepDibaoTopUp {
			continue
		}
		if s.Op != "" {
			assert.Equal(t, s.Result, comparison(s), "%s", s.Text(benefit.English))
		}
		switch {
		case s.Code == benefit.StepResidence || s.Code == benefit.StepCountingOpen:
		case s.Code == benefit.StepDibaoIncome || s.Code == benefit.StepDibaoGrace:
			kinds[s.Residence] = finding.Truth(s.Result)
		case s.Result != benefit.ResultComputed:
			truth = truth.And(finding.Truth(s.Result))
			p.other = p.other || s.Result == benefit.ResultUnknown && strings.HasSuffix(string(s.Code), "-allowance")
		case s.Value.Amount.Stated() && s.Value.Amount.Per() == standards.PerMonth:
			p.pay(t, s, readings)
		case s.Value.Amount.Stated() && len(s.Terms) > 0:
			assert.Zero(t, new(big.Rat).SetInt64(s.Value.Amount.Annual()).Cmp(sum(s.Terms)), s.Text(benefit.English))
		}
	}
	either := finding.Truth(0)
	for _, k := range kinds {
		either = either.Or(k)
	}
	p.verdict = truth.And(either).Verdict()
	return p
}

// pay takes the payment that a step computes. The least payment of a draft is in place of one, and bands are added.
func (p *part) pay(t *testing.T, s benefit.Step, readings standards.Choices) {
	value := benefit.Payment{Amount: s.Value.Amount, Bound: s.Value.Bound}
	switch {
	case s.Code == benefit.StepDibaoBand: // those of both kinds are added up before they are rounded
		p.bands += value.Amount.Fen()
		fen := rounded(new(big.Rat).SetInt64(p.bands*standards.MonthsPerYear), readings.Of(standards.RoundingReading))
		value = benefit.Monthly(fen, max(p.payment.Bound, value.Bound))
	case s.Code == benefit.StepDibaoLeast:
	default:
		require.False(t, p.payment.Stated(), "two payments: %s", s.Text(benefit.English))
	}
	p.payment = value
	if s.Code != benefit.StepDibaoBand && s.Code != benefit.StepDibaoLeast && s.Part < benefit.Living {
		assert.Equal(t, s.Value.Amount.Fen(), rounded(sum(s.Terms), readings.Of(standards.RoundingReading)), s.Text(benefit.English))
	}
	for _, term := range s.Terms {
		assert.LessOrEqual(t, term.Bound, s.Value.Bound, s.Text(benefit.English))
	}
}

// sum is the exact sum of terms in fen a year.
func sum(terms []benefit.Term) *big.Rat {
	total := new(big.Rat)
	for _, term := range terms {
		total.Add(total, new(big.Rat).Mul(new(big.Rat).SetInt64(term.Amount.Annual()), big.NewRat(term.Times.Num, term.Times.Den)))
	}
	return total
}

// rounded is a twelfth of annual in whole fen.
func rounded(annual *big.Rat, choice standards.Choice) int64 {
	month := new(big.Rat).Quo(annual, big.NewRat(12, 1))
	fen, rest := new(big.Int).QuoRem(month.Num(), month.Denom(), new(big.Int))
	switch {
	case choice == standards.UpToYuan: // every payment
		whole, cents := fen.Int64()/100, fen.Int64()%100
		if cents != 0 || rest.Sign() != 0 {
			whole++
		}
		return whole * 100
	case rest.Sign() == 0, choice == standards.HalfUpToFen && rest.Lsh(rest, 1).Cmp(month.Denom()) < 0:
		return fen.Int64()
	}
	return fen.Int64() + 1
}

// comparison is the result that the two sides of a step, and the terms, come to by themselves.
func comparison(s benefit.Step) benefit.Result {
	switch s.Code {
	case "tekun-no-ability-to-work":
		met := map[string]bool{"<": s.Left.Number.Compare(s.Right.Number) < 0, ">=": s.Left.Number.Compare(s.Right.Number) >= 0}[s.Op]
		if s.Op == "<=" || !met {
			return s.Result // the disability may decide
		}
		return benefit.ResultMet
	case "living-grade", "nursing-grade":
		return finding.If(s.Left.Number.Compare(s.Right.Number) <= 0).Result()
	}
	left := new(big.Rat).SetInt64(s.Left.Amount.Annual())
	right := new(big.Rat).SetInt64(s.Right.Amount.Annual())
	bound, more := s.Right.Bound, s.Left.Bound == standards.AtLeast || !s.Left.Amount.Stated() // some income is not stated
	switch {
	case s.Right.Number.Stated():
		right, bound = sum(s.Terms), standards.Exactly
		if len(s.Terms) > 0 {
			bound = s.Terms[0].Bound
		}
		if !s.Right.Amount.Stated() && (len(s.Terms) == 0 || bound == standards.AtLeast && left.Cmp(right) >= 0) {
			return s.Result // not met to 2021-06-30, unknown after
		}
	case !s.Right.Amount.Stated():
		switch {
		case s.Code == benefit.StepLowIncomeAbove:
			return benefit.ResultNotMet
		case left.Sign() == 0 && !more:
			return benefit.ResultMet
		}
		return benefit.ResultUnknown
	case len(s.Terms) > 0 && right.Cmp(sum(s.Terms)) != 0:
		return 0
	}
	c := left.Cmp(right)
	met := map[string]bool{"<": c < 0, "<=": c <= 0, ">": c > 0, ">=": c >= 0}[s.Op]
	switch {
	case s.Op[0] == '>' && (bound == standards.AtLeast || met || !more):
		return finding.If(met && bound == standards.Exactly).Result()
	case s.Op[0] == '>':
		return benefit.ResultUnknown
	case met && more, !met && bound == standards.AtLeast:
		return benefit.ResultUnknown
	}
	return finding.If(met).Result()
}

// replayed is what the steps say of a part, in every way of what is open.
func replayed(t *testing.T, d assistance.Decision, n benefit.Name, id string) benefit.Part {
	var joined benefit.Part
	var rate benefit.Payment
	differ, later := false, false
	for i, w := range waysOf(&d) {
		p := replay(t, d.Steps, d.Readings, n, id, w).part()
		later = later || examinedLater(d.Steps, n, id, w, p.Verdict)
		for _, known := range []benefit.Payment{p.Payment, p.IfMet} {
			if known.Stated() && !rate.Stated() {
				rate = known
			}
		}
		if i == 0 {
			joined = p
			continue
		}
		a, b := refusedBeside(joined.Verdict, p.Verdict), refusedBeside(p.Verdict, joined.Verdict)
		differ = differ || a != b
		joined = benefit.Part{Verdict: a, Payment: lowerOf(joined.Payment, p.Payment), IfMet: lowerOf(joined.IfMet, p.IfMet)}
	}
	said := slices.ContainsFunc(d.Steps, func(s benefit.Step) bool {
		return (s.Code == benefit.StepResidence || s.Code == benefit.StepCountingOpen) && s.Part == n && s.Member == id
	})
	assert.Equal(t, differ, said, "%s of %s", n, id)
	switch {
	case !differ && later && joined.Verdict == benefit.Ineligible:
		return benefit.Part{}
	case !differ:
		return joined
	case n == benefit.Living || n == benefit.Nursing:
		return benefit.Part{Verdict: benefit.Undetermined, IfMet: rate}
	}
	return benefit.Part{Verdict: benefit.Undetermined}
}

// examinedLater reports whether the low-income family, or the single-person cover of a member counted, waits in a way until its dibao
// is settled.
func examinedLater(steps []benefit.Step, n benefit.Name, id string, w way, v benefit.Verdict) bool {
	if v != benefit.NotExamined || n != benefit.LowIncome && n != benefit.SinglePerson {
		return false
	}
	open, counted := false, !slices.Contains(w.out, id)
	for _, s := range steps {
		switch {
		case s.Member == id && (s.Code == benefit.StepNotExamined || s.Code == benefit.StepNotCounted || s.Code == benefit.StepTekunNotCounted):
			counted = counted && s.Under != 0 && !w.has(s)
		case w.has(s):
			open = open || s.Code == benefit.StepWay && s.Left.Word == benefit.Undetermined.String()
		}
	}
	return open && counted
}

// refusedBeside takes a part that is not examined as refused beside one that is.
func refusedBeside(v, other benefit.Verdict) benefit.Verdict {
	if v == benefit.NotExamined && other != benefit.NotExamined {
		return benefit.Ineligible
	}
	return v
}

// lowerOf is the lower of two payments, at least where they differ, and none where one is missing.
func lowerOf(x, y benefit.Payment) benefit.Payment {
	switch {
	case x == y:
		return x
	case !x.Stated() || !y.Stated():
		return benefit.Payment{}
	}
	return benefit.Monthly(min(x.Amount.Fen(), y.Amount.Fen()), standards.AtLeast)
}

func (p part) part() benefit.Part {
	switch {
	case p.verdict == benefit.Eligible:
		return benefit.Part{Verdict: p.verdict, Payment: p.payment}
	case p.verdict == benefit.Undetermined && !p.other:
		return benefit.Part{Verdict: p.verdict, IfMet: p.payment}
	}
	return benefit.Part{Verdict: p.verdict}
}

// The steps alone, as read from JSON, give every verdict, every payment and the total.
func TestStepsReplayTheDecision(t *testing.T) {
	families.Each(t, func(set *standards.Set, h assistance.Household) {
		explained, err := assistance.Explain(set, h)
		require.NoError(t, err)
		data, err := json.Marshal(explained)
		require.NoError(t, err)
		var d assistance.Decision
		require.NoError(t, json.Unmarshal(data, &d))
		if untried(&d) {
			return // nothing is gone through that could be replayed
		}

		ok := assert.Equal(t, d.Dibao.Part, replayed(t, d, benefit.Dibao, "")) &&
			assert.Equal(t, d.LowIncome, replayed(t, d, benefit.LowIncome, ""))
		for _, m := range d.Members {
			ok = ok && assert.Equal(t, m.Tekun.Part, replayed(t, d, benefit.Tekun, m.ID)) &&
				assert.Equal(t, m.SinglePerson, replayed(t, d, benefit.SinglePerson, m.ID)) &&
				assert.Equal(t, m.Living, replayed(t, d, benefit.Living, m.ID)) &&
				assert.Equal(t, m.Nursing, replayed(t, d, benefit.Nursing, m.ID))
		}
		last := d.Steps[len(d.Steps)-1]
		ok = ok && assert.Equal(t, benefit.Code("total"), last.Code) && assert.Zero(t, last.Under) &&
			assert.Equal(t, benefit.Payment{Amount: last.Value.Amount, Bound: last.Value.Bound}, d.Total) &&
			assert.Equal(t, d.Total.Amount.Fen()*12, new(big.Int).Quo(sum(last.Terms).Num(), sum(last.Terms).Denom()).Int64())
		if !ok || t.Failed() {
			in, _ := json.Marshal(h)
			t.Logf("%s\non %s, choices %v\n%s", in, set.Day(), set.Tables().Choices(), data)
		}
	})
}

// untried reports whether more members were open than are tried, in the ways of some kind of hukou.
func untried(d *assistance.Decision) bool {
	const most = 4
	open := 0
	for _, n := range d.Needs {
		if n.Fact == benefit.CountedFact {
			open++
		}
	}
	return open > most || open > 0 && len(waysOf(d)) == 1
}

// The families whose texts stand in testdata.
func textFamilies(t *testing.T) map[string]struct {
	set *standards.Set
	h   assistance.Household
} {
	all := map[string]struct {
		set *standards.Set
		h   assistance.Household
	}{}
	files, err := filepath.Glob("testdata/explain/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	county := families.CountyTables(t)
	for _, file := range files {
		var c struct {
			On        standards.Date
			County    bool
			Household assistance.Household
		}
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(data, &c), file)
		tables := standards.Published()
		if c.County {
			tables = county
		}
		set, err := tables.At(c.On)
		require.NoError(t, err)
		all[strings.TrimSuffix(file, ".json")] = struct {
			set *standards.Set
			h   assistance.Household
		}{set, c.Household}
	}
	return all
}

// golden compares text with a file, and writes it under -update-texts.
func TestTextsOfFamilies(t *testing.T) {
	for name, c := range textFamilies(t) {
		for _, l := range []benefit.Lang{benefit.Chinese, benefit.English} {
			d, err := assistance.Explain(c.set, c.h)
			require.NoError(t, err)
			var b strings.Builder
			fmt.Fprintln(&b, d.Category.Text(l)+l.In("，合计", ", total ")+d.Total.Text(l))
			for _, s := range d.Steps {
				fmt.Fprintln(&b, s.Text(l))
			}
			families.Golden(t, name+l.In(".zh.golden", ".en.golden"), b.String())
		}
	}
}
