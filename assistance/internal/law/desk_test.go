package law_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A Desk that was lent before has room for any household, and nothing of another lies on it.
func TestDeskLentAgain(t *testing.T) {
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	rules := law.Of(set)
	room := 0
	for n := range 120 {
		desk := rules.Open(room)
		assert.Len(t, desk.Facts.Members, room)
		desk.Room(n)
		assert.Len(t, desk.Facts.Members, n)
		assert.Len(t, desk.Outcome.Members, n)
		for i := range desk.Facts.Members {
			require.Equal(t, law.Member{}, desk.Facts.Members[i])
			require.Equal(t, law.MemberOutcome{}, desk.Outcome.Members[i])
			desk.Facts.Members[i].ID, desk.Outcome.Members[i].Counted = "m", true
		}
		room = cap(desk.Facts.Members) // of which the outcomes may have less
		desk.Facts.JobCosts, desk.Outcome.LowIncome, desk.Findings.Explain = 1, benefit.Eligible, true
		desk.Room(min(n, 1))
		require.Equal(t, law.Household{}, desk.Facts.Household)
		require.False(t, desk.Findings.Explain)
		require.Zero(t, desk.Outcome.LowIncome)
		for i := range desk.Facts.Members {
			require.Equal(t, law.Member{}, desk.Facts.Members[i])
			require.Equal(t, law.MemberOutcome{}, desk.Outcome.Members[i])
		}
		rules.Close(desk)
	}
}
