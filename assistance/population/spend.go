package population

import (
	"math"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Spend says what is due of some benefits under the standards of set, on so many workers; 0: as
// many as run at once. Where of is zero, it is of all that pay. The Amount of what it returns is
// not stated.
//
// Spend reports a *RepackError where the households were packed for another day, or with other
// lists or classes, and a *caseload.OverflowError where the sum is too large to be told.
func (p *Population) Spend(set *standards.Set, of benefit.Names, workers int) (Spent, error) {
	if err := p.fits(set); err != nil {
		return Spent{}, err
	}
	if of == 0 {
		of = benefit.Paying
	}
	totals, open := p.simulate(set, workers, of)
	spent, all := Spent{Bound: standards.Exactly, Open: open}, totals.All()
	for _, n := range of.List() {
		paid := &all.Benefit[n]
		spent.Fen = saturating.Add(spent.Fen, paid.Fen, 1)
		if paid.AtLeast+paid.Missing+paid.Undetermined > 0 {
			spent.Bound = standards.AtLeast
		}
	}
	if spent.Fen == math.MaxInt64 {
		return Spent{}, &caseload.OverflowError{}
	}
	return spent, nil
}
