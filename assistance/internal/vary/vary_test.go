package vary_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/vary"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func family() assistance.Household {
	return assistance.Household{Division: standards.Tianyuan, Members: []assistance.Member{
		{ID: "father", Born: standards.Day(1970, time.January, 1)},
		{ID: "son", Born: standards.Day(1995, time.January, 1), SelfCare: eldercare.Partial},
	}}
}

func TestAHouseholdIsVariedInOneThing(t *testing.T) {
	h := family()
	varied := vary.Member(&h, 1, func(m *assistance.Member) { m.Property = benefit.Over })
	assert.Equal(t, benefit.Over, varied.Members[1].Property)

	property, ok := vary.FieldOf(assistance.Fields(), benefit.PropertyFact, false)
	require.True(t, ok)
	varied, ok = vary.Field(&h, property, 0, "within")
	require.True(t, ok)
	assert.Equal(t, benefit.Within, varied.Property)
	_, ok = vary.Field(&h, property, 0, "a castle")
	assert.False(t, ok)

	assert.Equal(t, family(), h, "the household that is varied stays as it is")
}

func TestAFactIsStatedInEveryWord(t *testing.T) {
	h := family()
	selfCare, ok := vary.FieldOf(assistance.Fields(), benefit.SelfCareFact, true)
	require.True(t, ok)
	var stated []eldercare.SelfCare
	for _, varied := range vary.Words(&h, selfCare, 0) {
		stated = append(stated, varied.Members[0].SelfCare)
	}
	assert.Equal(t, []eldercare.SelfCare{eldercare.Full, eldercare.Partial, eldercare.None}, stated)
	assert.Empty(t, vary.Words(&h, selfCare, 1), "it is stated already")
	assert.Empty(t, vary.Words(&h, selfCare, 2), "there is no such member")
	assert.Equal(t, family(), h)

	_, ok = vary.FieldOf(assistance.Fields(), benefit.ComponentsFact, true)
	assert.False(t, ok, "neither a word nor an amount")
	_, ok = vary.FieldOf(assistance.Fields(), 0, true)
	assert.False(t, ok)
}
