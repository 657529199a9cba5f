package assistance_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
)

// BenchmarkRegister decides the households of an invented register one after another, in turn with its baseline,
// the same with decimals by hand. The processor time of each goes into the ratios, so that other work on the
// machine does not.
func BenchmarkRegister(b *testing.B) {
	const households = 20_000
	set, err := families.RegisterTables(b).At(standards.Day(2020, time.October, 1))
	require.NoError(b, err)
	list := families.Usual.Invent(households, 15)
	plain := make([]*plainHousehold, len(list))
	for i := range list {
		plain[i] = plainOf(list[i])
	}
	var d assistance.Decision
	ways := []struct {
		name   string
		decide func(i int) error
		took   time.Duration
	}{
		{name: "plain", decide: func(i int) error { plain[i].decide(); return nil }},
		{name: "reused", decide: func(i int) error { return d.Assess(set, &list[i]) }},
		{name: "explained-again", decide: func(i int) error { return d.Explain(set, &list[i]) }},
		{name: "Assess", decide: func(i int) error { _, err := assistance.Assess(set, list[i]); return err }},
		{name: "Explain", decide: func(i int) error { _, err := assistance.Explain(set, list[i]); return err }},
	}
	for b.Loop() {
		for w := range ways {
			begun := families.CPU()
			for i := range list {
				if err := ways[w].decide(i); err != nil {
					b.Fatal(err)
				}
			}
			ways[w].took += families.CPU() - begun
		}
	}
	for _, way := range ways {
		b.ReportMetric(float64(way.took.Nanoseconds())/float64(b.N)/households, way.name+"-ns")
		b.ReportMetric(float64(way.took)/float64(ways[0].took), way.name+"/plain")
	}
	b.ReportMetric(float64(ways[4].took)/float64(ways[3].took), "Explain/Assess")
}

// A decision in memory that is used again is the one that Assess and Explain make in memory of its own, whatever
// stood there before, and takes no allocation once the memory has grown.
func TestDecisionsInMemoryUsedAgain(t *testing.T) {
	var d assistance.Decision
	families.Each(t, func(set *standards.Set, h assistance.Household) {
		for explain, decide := range map[bool]func(*standards.Set, assistance.Household) (assistance.Decision, error){false: assistance.Assess, true: assistance.Explain} {
			again := d.Assess
			if explain {
				again = d.Explain
			}
			want, err := decide(set, h)
			require.NoError(t, err)
			require.NoError(t, again(set, &h))
			text, err := want.MarshalJSON()
			require.NoError(t, err)
			got, err := d.MarshalJSON()
			require.NoError(t, err)
			require.Equal(t, string(text), string(got))
		}
	})
	set, err := families.RegisterTables(t).At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	require.Error(t, d.Assess(set, &assistance.Household{}))
	text, err := d.MarshalJSON()
	require.NoError(t, err)
	none, err := (&assistance.Decision{}).MarshalJSON()
	require.NoError(t, err)
	require.Equal(t, string(none), string(text), "of a household that is refused nothing is left")
}

func TestDecisionsInMemoryUsedAgainAllocateNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the detector allocates too")
	}
	reg := families.Usual
	reg.Allowances, reg.Mixed, reg.Open, reg.Unstated = 50, 10, 10, 10
	list := reg.Invent(500, 7)
	for _, day := range []standards.Date{standards.Day(2020, time.March, 1), standards.Day(2020, time.October, 1), standards.Day(2021, time.August, 1)} {
		set, err := families.RegisterTables(t, standards.LongTermCareTested).At(day)
		require.NoError(t, err)
		var d assistance.Decision
		all := func() {
			for i := range list {
				if err := d.Assess(set, &list[i]); err != nil {
					t.Fatal(err)
				}
			}
		}
		require.LessOrEqual(t, testing.AllocsPerRun(5, all), 2.0, "%s, among %d households", day, len(list))
	}
}
