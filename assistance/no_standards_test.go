package assistance_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// "Check refuses unusable input" (design, section 3): without standards nothing is decided, and it is the standards that are missing, not
// anything of the household.
func TestNoStandards(t *testing.T) {
	h := families.Youxian(t)
	for _, set := range []*standards.Set{nil, {}} {
		for name, ask := range map[string]func() error{
			"Assess":  func() error { _, err := assistance.Assess(set, h); return err },
			"Explain": func() error { _, err := assistance.Explain(set, h); return err },
			"Check":   func() error { _, err := assistance.Check(set, h); return err },
			"Between": func() error { _, err := whatif.Between(set, h); return err },
			"Nearest": func() error { _, err := whatif.Nearest(set, h); return err },
		} {
			var faults assistance.Errors
			require.ErrorAs(t, ask(), &faults, name)
			assert.Equal(t, assistance.Errors{{Path: "standards", Code: wire.CodeRequired}}, faults, name)
			assert.Equal(t, "required field is missing at standards", faults.Error())
			faults[0].Path = "changed" // by this caller, for no other
		}
	}
}

// "No panic on any input" (design, section 1.6): without standards nothing is on record, and nothing stumbles.
func TestNoSetNoPanic(t *testing.T) {
	var none *standards.Set
	assert.NotPanics(t, func() {
		row := standards.Standard{Key: standards.Key(standards.DibaoLine), Bound: standards.AtLeast, Basis: standards.Basis{Document: standards.WorkPoints2020}}
		step := finding.Using(finding.On(benefit.Step{Code: "total"}, none, standards.FloorAsLineReading), none, &row)
		assert.Equal(t, standards.FloorAsLineReading, step.Reading)
		var f finding.Findings
		f.Turn(none, standards.RoundingReading)
		f.Use(none, &row, standards.Yunlong)
		f.Lack(none, benefit.Figure{Key: row.Key, Place: standards.Youxian})
		finding.BoundOf(none, &row)
		p := disability.Person{Place: standards.Youxian}
		disability.Living(none, p)
		disability.Nursing(none, p)
		disability.RatesOf(none, standards.Youxian)
		disability.LimitsOf(none, standards.Youxian, standards.LivingGrade)
		eldercare.Assess(none, eldercare.ActivitiesOf(eldercare.Eating))
		eldercare.Subsidy(none, eldercare.Person{Place: standards.Youxian})
		eldercare.City{}.Check(none)
		draft.Template(nil, standards.Youxian, standards.Day(2020, 10, 1))
	})
}
