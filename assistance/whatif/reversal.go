package whatif

import (
	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Reversal is a known reason why a total rises with rising income. It is in the rules.
type Reversal uint8

const (
	NoReversal Reversal = iota // the total does not rise
	// 参照单人户: passing the line opens single-person cover, and with it the living subsidy
	SinglePersonOpens
	// 特困: own income reaching the line ends tekun support, and the member counts for dibao again
	TekunEnds
	UnexplainedReversal // none that is known: the tables are broken
)

// ReversalOf says why the total rises from the decision of a household to that of the same
// household with more income. It returns NoReversal if the total does not rise, or if something of
// one of the two totals is open.
func ReversalOf(before, after assistance.Decision) Reversal {
	if !isSettled(&before) || !isSettled(&after) || after.Total.Amount.Fen() <= before.Total.Amount.Fen() {
		return NoReversal
	}
	return reversal(&before, &after)
}

// reversal names the reason for a total that rises.
func reversal(before, after *assistance.Decision) Reversal {
	count := min(len(before.Members), len(after.Members))
	was, is := before.Members[:count], after.Members[:count]
	for i := range count {
		if was[i].Tekun.Verdict == benefit.Eligible && is[i].Tekun.Verdict != benefit.Eligible {
			return TekunEnds
		}
	}
	for i := range count {
		if was[i].SinglePerson.Verdict != benefit.Eligible && is[i].SinglePerson.Verdict == benefit.Eligible {
			return SinglePersonOpens
		}
	}
	return UnexplainedReversal
}

// isSettled reports whether nothing of d's total is open.
func isSettled(d *assistance.Decision) bool {
	for of, p := range d.Parts() {
		missing := p.Verdict == benefit.Eligible && !p.Payment.Stated() && of.Part != benefit.LowIncome
		if p.Verdict == benefit.Undetermined || missing {
			return false
		}
	}
	return true
}
