package standards_test

import (
	"encoding"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// Every word of the wire formats is read back as what it was written for, and nothing else is read.
func TestWords(t *testing.T) {
	words(t, standards.Parse[standards.Residence], "urban", "rural")
	words(t, standards.Parse[standards.Bound], "exactly", "at-least")
	words(t, standards.Parse[standards.Answer], "yes", "no")
	words(t, standards.Parse[standards.Period], "month", "year")
	words(t, standards.Parse[standards.OverlayKind], "supplement", "draft")
	words(t, standards.Parse[standards.IncomeKind], "wages", "business", "property", "transfer", "other", "veterans-pension", "reward", "basic-pension", "old-age-allowance",
		"disability-subsidy", "child-subsidy", "relief")
	var keys []string
	for _, k := range standards.Keys() {
		keys = append(keys, k.Name)
	}
	words(t, standards.Parse[standards.Key], keys...)
	var readings []string
	for _, r := range standards.AllReadings() {
		readings = append(readings, r.Name)
	}
	words(t, standards.Parse[standards.Reading], readings...)
}

func words[T interface {
	~uint8
	String() string
}](t *testing.T, parse func(string) (T, bool), all ...string) {
	t.Helper()
	for i, word := range all {
		got, ok := parse(word)
		assert.True(t, ok, word)
		assert.Equal(t, T(i+1), got, word)
		assert.Equal(t, word, got.String())
	}
	for _, s := range []string{"", " ", strings.ToUpper(all[0]), all[0] + " ", "x"} {
		_, ok := parse(s)
		assert.False(t, ok, "%q", s)
	}
	assert.Equal(t, "", T(0).String(), "the zero value is not stated")
	assert.Equal(t, "", T(len(all)+1).String())
	assert.Equal(t, "", T(255).String())

	if text, ok := any(T(1)).(encoding.TextMarshaler); ok {
		data, err := json.Marshal(text)
		require.NoError(t, err)
		assert.Equal(t, `"`+all[0]+`"`, string(data))
		if into, ok := any(new(T)).(encoding.TextUnmarshaler); ok {
			require.NoError(t, into.UnmarshalText([]byte(all[0])))
			assert.Equal(t, T(1), *any(into).(*T))
			var fault *standards.WordError
			assert.ErrorAs(t, into.UnmarshalText([]byte(strings.Repeat("no such word", 1000))), &fault)
			assert.Less(t, len(fault.Error()), 300)
		}
	}
}

func TestLang(t *testing.T) {
	assert.Equal(t, standards.Chinese, *new(standards.Lang), "the language of the law")
	assert.Equal(t, "城市 urban 农村 rural 城乡 urban and rural", strings.Join([]string{standards.Urban.Text(standards.Chinese), standards.Urban.Text(standards.English),
		standards.Rural.Text(standards.Chinese), standards.Rural.Text(standards.English),
		standards.Residence(0).Text(standards.Chinese), standards.Residence(0).Text(standards.English)}, " "))
}

// Each key is described in both languages, and is of the kind that its place in the tables says.
func TestKeys(t *testing.T) {
	names := map[string]bool{}
	kinds := map[[4]bool]int{}
	for i, k := range standards.Keys() {
		assert.Equal(t, standards.Key(i+1), k.Key)
		assert.False(t, names[k.Name], "%s twice", k.Name)
		names[k.Name] = true
		assert.NotEmpty(t, k.Text.Zh, k.Name)
		assert.NotEmpty(t, k.Text.En, k.Name)
		assert.Equal(t, k.Text.Zh, k.Key.Text(standards.Chinese))
		assert.Equal(t, k.Text.En, k.Key.Text(standards.English))
		assert.Equal(t, k.Form == standards.Listing, k.Key.IsList(), k.Name)
		assert.Equal(t, k.Form&standards.Money != 0, k.Key.IsLine() || k.Key.IsRate() || k.Key.IsAverage(), k.Name)
		assert.False(t, k.OfNeeded && len(k.Of) == 0, k.Name)
		kinds[[4]bool{k.Key.IsLine(), k.Key.IsRate(), k.Key.IsAverage(), k.Key.IsList()}]++
	}
	assert.Equal(t, map[[4]bool]int{{0: true}: 2, {1: true}: 8, {2: true}: 1, {3: true}: 12, {}: 23}, kinds, "of one kind each; numbers are of none of these")
	for _, k := range []standards.Key{0, standards.Key(len(standards.Keys()) + 1), 255} {
		assert.False(t, k.IsLine() || k.IsRate() || k.IsAverage() || k.IsList())
		assert.Equal(t, "", k.Info().Name+k.Text(standards.English))
	}
	info := standards.Key(standards.TekunGrade).Info()
	info.Of[0] = "changed"
	assert.NotEqual(t, "changed", standards.Key(standards.TekunGrade).Info().Of[0], "what is returned is the caller's own")
}

func TestStandings(t *testing.T) {
	for s, want := range map[standards.Standing]string{
		standards.Archived: "archived 全文存档", standards.Excerpt: "excerpt 摘录", standards.SecondHand: "second-hand 转引", standards.Unverified: "unverified 未核实", standards.Supplied: "supplied 自行提供", 0: " ", 255: " ",
	} {
		assert.Equal(t, want, s.String()+" "+s.Text(standards.Chinese))
		assert.Equal(t, s.String(), s.Text(standards.English))
		text, err := s.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, s.String(), string(text))
	}
}

func TestCompleteness(t *testing.T) {
	for c, want := range map[standards.Completeness]string{
		standards.WholeText: "whole 全文", standards.PartOfText: "partial 部分", standards.QuotesOfText: "quotes 摘录", 0: " ", 255: " ",
	} {
		assert.Equal(t, want, c.String()+" "+c.Text(standards.Chinese))
		text, err := c.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, c.Text(standards.English), string(text))
	}
}

func TestIncomeKinds(t *testing.T) {
	var some standards.IncomeKinds
	for k := range standards.IncomeKind(255) {
		assert.False(t, some.Has(k), k)
	}
	some = some.With(standards.Reward).With(standards.Relief).With(standards.Reward)
	for k := range standards.IncomeKind(255) {
		assert.Equal(t, k == standards.Reward || k == standards.Relief, some.Has(k), k)
	}
}
