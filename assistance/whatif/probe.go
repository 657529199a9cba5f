package whatif

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// probe is a decision at one value of a quantity.
type probe struct {
	side    Side
	key     string   // everything that it turned on, without the sums
	public  string   // the verdicts and bounds
	sums    []int64  // the yearly amounts of the steps in fen, in order
	exact   *big.Rat // the total before rounding, in fen a month
	settled bool     // nothing of the total is open
	total   int64    // fen a month
}

// at decides at x.
func (w *walker) at(x int64) (*probe, error) {
	if p := w.seen[x]; p != nil {
		return p, nil
	}
	h, day := w.household(x)
	set, err := w.set(day)
	if err != nil {
		return nil, err
	}
	d, err := assistance.Explain(set, h)
	if err != nil {
		return nil, err
	}
	p := newProbe(x, h, d)
	w.seen[x] = p
	return p, nil
}

// must is at for a walk that goes on after an error, which it keeps.
func (w *walker) must(x int64) *probe {
	p, err := w.at(x)
	if err != nil {
		w.err = err
		return &probe{side: Side{At: x}, exact: new(big.Rat)}
	}
	return p
}

func (w *walker) set(d standards.Date) (*standards.Set, error) {
	if s := w.sets[d]; s != nil {
		return s, nil
	}
	s, err := w.tables.At(d)
	if err == nil {
		w.sets[d] = s
	}
	return s, err
}

func newProbe(x int64, h assistance.Household, d assistance.Decision) *probe {
	p := &probe{side: Side{x, h, d}, settled: isSettled(&d), total: d.Total.Amount.Fen()}
	var key strings.Builder
	for _, s := range d.Steps {
		fmt.Fprint(&key, s.Code, s.Part, s.Member, s.Residence, wayOf(&s), s.Result, s.Op, s.Left.Word, s.Right.Word,
			s.Choice, "(")
		for _, q := range [...]benefit.Quantity{s.Left, s.Right, s.Value} {
			p.addSum(&key, q.Amount)
		}
		for _, t := range s.Terms {
			fmt.Fprint(&key, t.What, t.Member, t.Times)
			p.addSum(&key, t.Amount)
		}
		key.WriteByte('\n')
	}
	p.public = publicOf(&d)
	exact, lowest := exactTotal(&d)
	p.exact = exact
	fmt.Fprint(&key, lowest, p.public)
	p.key = key.String()
	return p
}

// addSum adds a yearly amount to the sums. An amount a month is rounded, so it does not change in
// step with the income.
func (p *probe) addSum(key *strings.Builder, a standards.Amount) {
	if !a.Stated() {
		return
	}
	fmt.Fprint(key, "#")
	if a.Per() == standards.PerYear {
		p.sums = append(p.sums, a.Fen())
	}
}

// publicOf spells what of a decision is no sum: the category, the verdicts, and the bounds.
func publicOf(d *assistance.Decision) string {
	var b strings.Builder
	fmt.Fprint(&b, d.Category, d.Total.Bound)
	for of, p := range d.Parts() {
		fmt.Fprint(&b, ";", of.Part, of.Member, p.Verdict, p.Payment.Bound, p.IfMet.Bound)
	}
	return b.String()
}

// exactTotal returns the sum of the payments of d before rounding, in fen a month, and spells in
// which way of what is open each of them is the lowest.
func exactTotal(d *assistance.Decision) (total *big.Rat, lowest string) {
	total = new(big.Rat)
	var ways strings.Builder
	for of, p := range d.Parts() {
		if p.Verdict != benefit.Eligible || !p.Payment.Stated() {
			continue
		}
		exact, way := exactPayment(d, of)
		if exact == nil {
			exact = new(big.Rat).SetInt64(p.Payment.Amount.Fen())
		}
		total.Add(total, exact)
		fmt.Fprint(&ways, of, way)
	}
	return total, ways.String()
}

// exactPayment returns the payment of a part before rounding, in fen a month, from the steps that
// compute it: the lowest of those in the ways of what is open, the first of these where several
// are. It returns nil if no step computes it.
func exactPayment(d *assistance.Decision, of benefit.PartOf) (lowest *big.Rat, at openWay) {
	var ways []openWay
	sums := map[openWay]*big.Rat{}
	for i := range d.Steps {
		s := &d.Steps[i]
		isOf := s.Part == of.Part && (s.Member == of.Member || s.Part == benefit.Dibao)
		if !isOf || s.Result != benefit.ResultComputed || !strings.HasSuffix(string(s.Code), "-payment") {
			continue
		}
		way := wayOf(s)
		if sums[way] == nil {
			ways, sums[way] = append(ways, way), new(big.Rat)
		}
		if s.Code == benefit.StepDibaoLeast {
			sums[way].SetInt64(0) // it is paid in place of what was computed
		}
		sums[way].Add(sums[way], monthlySum(s))
	}
	for _, way := range ways {
		if lowest == nil || sums[way].Cmp(lowest) < 0 {
			lowest, at = sums[way], way
		}
	}
	return lowest, at
}

// monthlySum returns what a step computes before rounding, in fen a month.
func monthlySum(s *benefit.Step) *big.Rat {
	annual := s.ExactSum()
	if len(s.Terms) == 0 {
		annual.SetInt64(s.Value.Amount.Annual())
	}
	return annual.Quo(annual, big.NewRat(standards.MonthsPerYear, 1))
}
