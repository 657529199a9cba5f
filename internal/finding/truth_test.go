package finding_test

import (
	"testing"

	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/assert"
)

// Every two conditions joined: one not met refuses a conjunction, one met suffices for an
// alternative, and what was not examined says nothing beside what was.
func TestTruthsJoined(t *testing.T) {
	const none, met, not, unknown = finding.Truth(0), finding.Met, finding.NotMet, finding.Unknown
	for _, tt := range []struct{ a, b, both, either finding.Truth }{
		{none, none, none, none}, {none, met, met, met}, {none, not, not, not}, {none, unknown, unknown, unknown},
		{met, met, met, met}, {met, not, not, met}, {met, unknown, unknown, met},
		{not, not, not, not}, {not, unknown, not, unknown}, {unknown, unknown, unknown, unknown},
	} {
		assert.Equal(t, tt.both, tt.a.And(tt.b), "%d and %d", tt.a, tt.b)
		assert.Equal(t, tt.both, tt.b.And(tt.a), "%d and %d", tt.b, tt.a)
		assert.Equal(t, tt.either, tt.a.Or(tt.b), "%d or %d", tt.a, tt.b)
		assert.Equal(t, tt.either, tt.b.Or(tt.a), "%d or %d", tt.b, tt.a)
	}
	assert.Equal(t, met, finding.If(true))
	assert.Equal(t, not, finding.If(false))
}

// A condition, a verdict and the result of a step say one thing in three words.
func TestTruthIsVerdictAndResult(t *testing.T) {
	for _, tt := range []struct {
		truth   finding.Truth
		verdict benefit.Verdict
		result  benefit.Result
	}{
		{0, benefit.NotExamined, 0},
		{finding.Met, benefit.Eligible, benefit.ResultMet},
		{finding.NotMet, benefit.Ineligible, benefit.ResultNotMet},
		{finding.Unknown, benefit.Undetermined, benefit.ResultUnknown},
	} {
		assert.Equal(t, tt.verdict, tt.truth.Verdict())
		assert.Equal(t, tt.truth, finding.Of(tt.verdict))
		assert.Equal(t, tt.result, tt.truth.Result())
	}
}
