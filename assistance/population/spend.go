package population

import (
	"github.com/openminzheng/zhuzhou/assistance/caseload"
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
	all := totals.All()
	for n := range all.Benefit {
		if !of.Has(benefit.Name(n)) {
			all.Benefit[n] = caseload.Paid{}
		}
	}
	fen, bound, err := all.Due()
	if err != nil {
		return Spent{}, err
	}
	return Spent{Fen: fen, Bound: bound, Open: open}, nil
}
