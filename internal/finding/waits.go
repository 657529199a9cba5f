package finding

import (
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Waits says what a household waits for, as caseloads count it: no more than [Findings.Needs] says,
// and nothing of who.
type Waits struct {
	Facts   uint64 // bits by benefit.Fact
	Figures uint64 // bits by standards.Key
	// by kind of hukou: the lowest amount that dibao needs the line to be above; not stated: it needs
	// none
	Lines [2]standards.Amount
}

// add adds a need.
func (w *Waits) add(n *benefit.Need) {
	if n.Fact != 0 {
		w.Facts |= 1 << n.Fact
		return
	}
	w.Figures |= 1 << n.Figure.Key
	if n.Figure.Key == standards.Key(standards.DibaoLine) && n.For.Has(benefit.Dibao) {
		w.above(int(n.Figure.Residence-1), n.Above)
	}
}

// above takes an amount that the line of kind k would have to be above.
func (w *Waits) above(k int, a standards.Amount) {
	if old := w.Lines[k]; !old.Stated() || a.Compare(old) < 0 {
		w.Lines[k] = a
	}
}

// Merge adds what v waits for.
func (w *Waits) Merge(v *Waits) {
	w.Facts |= v.Facts
	w.Figures |= v.Figures
	for k, a := range v.Lines {
		if a.Stated() {
			w.above(k, a)
		}
	}
}
