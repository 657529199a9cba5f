package assistance_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// ofIncomes is a household of members who each have incomes of no kind and below zero.
func ofIncomes(members, incomes int) []byte {
	income := strings.TrimSuffix(strings.Repeat(`{"kind":"x","yuan":"-1"},`, incomes), ",")
	all := make([]string, members)
	for i := range all {
		all[i] = fmt.Sprintf(`{"id":"m%d","born":"1980-01-01","income":[%s]}`, i, income)
	}
	return []byte(`{"division":"Tianyuan","members":[` + strings.Join(all, ",") + `]}`)
}

// A list of which each element stands once ends where its elements are used up: 32,000 bad words are one fault.
func TestListsOfSixEndAtSix(t *testing.T) {
	for _, one := range []struct{ field, elem, path string }{
		{`"cannot":[%s]`, `"x"`, "members[0].cannot"},
		{`"disability":{"category":"multiple","grade":1,"components":[%s]}`, `{"category":"x","grade":9}`, "members[0].disability.components"},
	} {
		text := fmt.Sprintf(one.field, one.elem+strings.Repeat(","+one.elem, 31_999))
		var h assistance.Household
		err := h.UnmarshalJSON([]byte(`{"division":"Tianyuan","members":[{"id":"a","born":"1980-01-01",` + text + `}]}`))
		var faults assistance.Errors
		require.ErrorAs(t, err, &faults)
		assert.Equal(t, assistance.Errors{{Path: one.path, Code: wire.CodeTooMany, Value: "32000"}}, faults)
	}
	many := assistance.Household{Division: standards.Tianyuan, Members: []assistance.Member{{ID: "a", Born: standards.Day(1980, 1, 1),
		Cannot:     make([]eldercare.Activity, 32_000),
		Disability: disability.Certificate{Category: disability.Multiple, Grade: 1, Components: make([]disability.Component, 32_000)}}}}
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	_, err = assistance.Check(set, many)
	var faults assistance.Errors
	require.ErrorAs(t, err, &faults)
	paths := map[string]int{}
	for _, f := range faults {
		if f.Code == wire.CodeTooMany {
			paths[f.Path]++
		}
	}
	assert.Equal(t, map[string]int{"members[0].cannot": 1, "members[0].disability.components": 1}, paths)
}

// Every bad income of a household is named, none of them twice.
func TestEveryBadIncomeIsNamedOnce(t *testing.T) {
	var h assistance.Household
	err := h.UnmarshalJSON(ofIncomes(assistance.MaxMembers, assistance.MaxIncomes))
	var faults assistance.Errors
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults, 3*assistance.MaxMembers*assistance.MaxIncomes, "kind, yuan and per")
	seen := map[string]bool{}
	for _, f := range faults {
		assert.False(t, seen[f.Path], f.Path)
		seen[f.Path] = true
	}
}

// The time for each fault does not grow with their number.
func BenchmarkRefuse(b *testing.B) {
	for _, members := range []int{10, 100} {
		text := ofIncomes(members, assistance.MaxIncomes)
		b.Run(fmt.Sprintf("%d", members), func(b *testing.B) {
			for b.Loop() {
				var h assistance.Household
				_ = h.UnmarshalJSON(text)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*3*members*assistance.MaxIncomes), "ns/fault")
		})
	}
}

// An id names one household of a stream: the second is refused, and a refused one has taken its id.
func TestOneIDNamesOneHousehold(t *testing.T) {
	const household = `{"id":"a","division":"Tianyuan","members":[{"id":"m","born":"1980-01-01"}]}`
	for _, text := range []string{household + "\n" + household, "[" + household + "," + household + "]", household + "\n" + strings.Replace(household, "Tianyuan", "nowhere", 1)} {
		var errs []error
		for _, err := range assistance.Read(strings.NewReader(text)) {
			errs = append(errs, err)
		}
		require.Len(t, errs, 2)
		require.NoError(t, errs[0])
		var faults assistance.Errors
		require.ErrorAs(t, errs[1], &faults)
		assert.Contains(t, faults, &assistance.FieldError{Path: "id", Code: wire.CodeDuplicateID, Value: "a"})
	}
}
