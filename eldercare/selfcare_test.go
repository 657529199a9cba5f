package eldercare_test

import (
	"encoding/json"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
)

var activities = []eldercare.Activity{eldercare.Eating, eldercare.Dressing, eldercare.Bed, eldercare.Toilet, eldercare.Walking, eldercare.Bathing}

// combination n of the 64: the activities of its bits.
func combination(n int) eldercare.Activities {
	var lost []eldercare.Activity
	for i, a := range activities {
		if n>>i&1 == 1 {
			lost = append(lost, a)
		}
	}
	return eldercare.ActivitiesOf(lost...)
}

// By how many of the six are not managed.
var byLost = []struct {
	clause string
	want   eldercare.SelfCare
}{
	{"all six: full", eldercare.Full},
	{"one to three not managed: partly lost", eldercare.Partial},
	{"one to three not managed: partly lost", eldercare.Partial},
	{"one to three not managed: partly lost", eldercare.Partial},
	{"four or more: wholly lost", eldercare.None},
	{"four or more: wholly lost", eldercare.None},
	{"four or more: wholly lost", eldercare.None},
}

func TestAssessEveryCombination(t *testing.T) {
	for _, text := range []struct {
		clause, day string
		document    standards.Document
	}{
		{"the 2016 text, the same", "2020-01-01", standards.SelfCare2016}, {"the 2016 text, the same", "2020-10-01", standards.SelfCare2016},
		{"the 2016 text, its last day", "2021-06-30", standards.SelfCare2016},
		{"43号 arts. 21, 22, the first day", "2021-07-01", standards.Tekun2021}, {"43号 arts. 21, 22", "2021-12-31", standards.Tekun2021},
	} {
		set := onDay(t, text.day)
		most, err := set.Number(standards.SelfCarePartly, standards.China, 0, "")
		require.NoError(t, err)
		assert.Equal(t, text.document, most.Basis.Document, text.day)
		for n := range 64 {
			row := byLost[bits.OnesCount(uint(n))]
			assert.Equal(t, row.want, eldercare.Assess(set, combination(n)), "%s, %s: %06b", text.clause, row.clause, n)
		}
	}
}

// Every self-care row matters: an activity by itself, the limit by one up and one down.
func TestEverySelfCareRowMatters(t *testing.T) {
	for _, day := range []string{"2020-10-01", "2021-07-01"} {
		set := onDay(t, day)
		seen := 0
		for _, row := range set.Rows() {
			switch row.Key {
			case standards.Key(standards.SelfCareActivity):
				seen++
				var a eldercare.Activity
				require.NoError(t, a.UnmarshalText([]byte(row.Of)))
				assert.Equal(t, eldercare.Partial, eldercare.Assess(set, eldercare.ActivitiesOf(a)), row.Of)
				assert.Equal(t, eldercare.Full, eldercare.Assess(new(standards.Set), eldercare.ActivitiesOf(a)), "%s is on no list", row.Of)
			case standards.Key(standards.SelfCarePartly):
				seen++
				row.Number.Num++
				assert.Equal(t, eldercare.Partial, eldercare.Assess(with(t, day, standards.Draft, row), combination(0b1111)))
				row.Number.Num -= 2
				assert.Equal(t, eldercare.None, eldercare.Assess(with(t, day, standards.Draft, row), combination(0b111)))
			}
		}
		assert.Equal(t, 7, seen, day)
	}
}

func TestSelfCareWords(t *testing.T) {
	for i, word := range []string{"full", "partial", "none"} {
		s := eldercare.SelfCare(i + 1)
		assert.Equal(t, word, s.String())
		read, ok := standards.Parse[eldercare.SelfCare](word)
		assert.True(t, ok)
		assert.Equal(t, s, read)
		data, err := json.Marshal(s)
		require.NoError(t, err)
		var back eldercare.SelfCare
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, s, back)
	}
	for i, word := range []string{"eating", "dressing", "bed", "toilet", "walking", "bathing"} {
		a := activities[i]
		assert.Equal(t, word, a.String())
		read, ok := standards.Parse[eldercare.Activity](word)
		assert.True(t, ok)
		assert.Equal(t, a, read)
		data, err := json.Marshal(a)
		require.NoError(t, err)
		var back eldercare.Activity
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, a, back)
		assert.True(t, eldercare.ActivitiesOf(a).Has(a))
		assert.False(t, eldercare.ActivitiesOf().Has(a))
	}
	for _, word := range []string{"", "Full", "eating "} {
		_, ok := standards.Parse[eldercare.SelfCare](word)
		assert.False(t, ok, word)
		_, ok = standards.Parse[eldercare.Activity](word)
		assert.False(t, ok, word)
		var s eldercare.SelfCare
		var a eldercare.Activity
		var fault *standards.WordError
		assert.ErrorAs(t, s.UnmarshalText([]byte(word)), &fault)
		assert.ErrorAs(t, a.UnmarshalText([]byte(word)), &fault)
	}
	assert.Empty(t, eldercare.SelfCare(4).String()+eldercare.SelfCare(255).String()+eldercare.Activity(7).String()+eldercare.Activity(255).String())
	var texts []string
	for s := range eldercare.None + 1 {
		texts = append(texts, s.Text(standards.Chinese)+"/"+s.Text(standards.English))
	}
	assert.Equal(t, []string{"生活自理能力未载明/self-care not stated", "具备生活自理能力/full self-care", "部分丧失生活自理能力/self-care partly lost",
		"完全丧失生活自理能力/self-care wholly lost"}, texts)
}

// Any byte is a set of activities, and any set has a grade.
func TestAssessAnySet(t *testing.T) {
	for _, set := range []*standards.Set{onDay(t, "2020-10-01"), new(standards.Set)} {
		for n := range 256 {
			got := eldercare.Assess(set, eldercare.Activities(n))
			assert.True(t, eldercare.Full <= got && got <= eldercare.None)
		}
	}
	assert.False(t, eldercare.ActivitiesOf(200).Has(200), "no such activity")
}

// A set of activities has no one form as a column, in neither direction.
func TestActivitiesAreNoColumn(t *testing.T) {
	_, err := eldercare.ActivitiesOf(eldercare.Eating).Value()
	assert.ErrorContains(t, err, "no one form as a column")
	assert.ErrorContains(t, new(eldercare.Activities).Scan("eating"), "no one form as a column")
}
