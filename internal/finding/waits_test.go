package finding_test

import (
	"testing"

	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/assert"
)

func lineOf(r standards.Residence) benefit.Figure {
	return benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: r}
}

func yearly(yuan int64) standards.Amount { return standards.Fen(yuan*100, standards.PerYear) }

// waiting are findings that list nothing and count what is needed.
func waiting(need func(f *finding.Findings)) finding.Waits {
	f := finding.Findings{Quiet: true}
	need(&f)
	return f.Waits
}

// What a household waits for is a set of facts and one of figures, whoever is asked, and for each
// kind of hukou the lowest amount that dibao needs the line to be above.
func TestWaits(t *testing.T) {
	line, basic := uint64(1)<<standards.DibaoLine, uint64(1)<<standards.TekunBasic
	for _, tt := range []struct {
		why  string
		need func(f *finding.Findings)
		want finding.Waits
	}{
		{"nothing", func(*finding.Findings) {}, finding.Waits{}},
		{"a fact of the household, and of two members", func(f *finding.Findings) {
			f.NeedHouseholdFact(benefit.PropertyFact, benefit.Dibao)
			f.NeedFactOf("a", benefit.IncomeFact, benefit.Dibao)
			f.NeedFactOf("b", benefit.IncomeFact, benefit.Living)
		}, finding.Waits{Facts: 1<<benefit.PropertyFact | 1<<benefit.IncomeFact}},
		{"a figure without an amount", func(f *finding.Findings) {
			f.NeedFigure(benefit.Figure{Key: standards.Key(standards.TekunBasic)}, standards.Amount{}, benefit.Tekun)
		}, finding.Waits{Figures: basic}},
		{"the rural line for dibao, the lower of two", func(f *finding.Findings) {
			f.NeedFigure(lineOf(standards.Rural), yearly(6000), benefit.Dibao)
			f.NeedFigure(lineOf(standards.Rural), yearly(4320), benefit.Dibao)
			f.NeedFigure(lineOf(standards.Rural), yearly(5000), benefit.Dibao)
		}, finding.Waits{Figures: line, Lines: [2]standards.Amount{1: yearly(4320)}}},
		{"the line of each kind", func(f *finding.Findings) {
			f.NeedFigure(lineOf(standards.Rural), yearly(6000), benefit.Dibao)
			f.NeedFigure(lineOf(standards.Urban), yearly(7000), benefit.Dibao)
		}, finding.Waits{Figures: line, Lines: [2]standards.Amount{yearly(7000), yearly(6000)}}},
		{"the line for another part than dibao", func(f *finding.Findings) {
			f.NeedFigure(lineOf(standards.Urban), yearly(7000), benefit.Tekun)
		}, finding.Waits{Figures: line}},
		{"above an amount, but no line", func(f *finding.Findings) {
			f.NeedFigure(benefit.Figure{Key: standards.Key(standards.TekunBasic), Residence: standards.Urban}, yearly(1),
				benefit.Dibao)
		}, finding.Waits{Figures: basic}},
	} {
		assert.Equal(t, tt.want, waiting(tt.need), tt.why)
	}
}

func TestWaitsMerged(t *testing.T) {
	of := func(fact benefit.Fact, r standards.Residence, yuan int64) finding.Waits {
		return waiting(func(f *finding.Findings) {
			f.NeedFact(fact, benefit.Dibao)
			f.NeedFigure(lineOf(r), yearly(yuan), benefit.Dibao)
		})
	}
	w := finding.Findings{Quiet: true}
	for _, other := range []finding.Waits{
		of(benefit.PropertyFact, standards.Urban, 7000), of(benefit.IncomeFact, standards.Urban, 6000),
		of(benefit.IncomeFact, standards.Urban, 6500), {}, of(benefit.IncomeFact, standards.Rural, 4320),
	} {
		w.Merge(&finding.Findings{Waits: other})
	}
	assert.Equal(t, finding.Waits{Facts: 1<<benefit.PropertyFact | 1<<benefit.IncomeFact,
		Figures: 1 << standards.DibaoLine, Lines: [2]standards.Amount{yearly(6000), yearly(4320)}}, w.Waits)
	assert.Empty(t, w.Needs)
}
