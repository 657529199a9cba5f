package caseload_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

func TestDecideKeepsTheOrder(t *testing.T) {
	var text strings.Builder
	text.WriteString("household,division,residence,property,member,born,wages_yuan,income_per\n")
	for i := range 2000 {
		fmt.Fprintf(&text, "h%d,430211,urban,within,m,1990-01-01,0,month\n", i)
	}
	next := 0
	for r, err := range caseload.Decide(context.Background(), families.Standards(t, "2020-10-01"), register.Read(strings.NewReader(text.String())), caseload.DecideOptions{Workers: 5}) {
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf("h%d", next), r.Decision.ID)
		require.Equal(t, "600.00 a month", r.Decision.Total.Amount.String())
		next++
	}
	assert.Equal(t, 2000, next)
}

func TestDecideStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	endless := func(yield func(register.Record, error) bool) {
		for yield(register.Record{}, nil) {
		}
	}
	var last error
	n := 0
	for _, err := range caseload.Decide(ctx, families.Standards(t, "2020-10-01"), endless, caseload.DecideOptions{}) {
		if n++; n == 300 {
			cancel()
		}
		last = err
	}
	cancel()
	assert.ErrorIs(t, last, context.Canceled)
}

// Any number of workers decides.
func TestAnyNumberOfWorkers(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	one := func(yield func(register.Record, error) bool) { yield(register.Record{}, nil) }
	for _, workers := range []int{math.MinInt, -1, 0, 1, math.MaxInt} {
		count := 0
		for range caseload.Decide(t.Context(), set, one, caseload.DecideOptions{Workers: workers}) {
			count++
		}
		assert.Equal(t, 1, count, workers)
	}
	count := 0
	for result, err := range caseload.Decide(t.Context(), set, nil, caseload.DecideOptions{}) {
		assert.EqualError(t, err, "required field is missing at households")
		assert.Empty(t, result)
		count++
	}
	assert.Equal(t, 1, count)
}

// A Render that takes text away is an error of that household, and those beside it keep theirs.
func TestRenderThatTakesTextAway(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	in := func(yield func(register.Record, error) bool) {
		for _, id := range []string{"a", "b", "c"} {
			h := assistance.Household{ID: id, Division: standards.Tianyuan, Members: []assistance.Member{{ID: "m", Born: standards.Day(1980, time.January, 1)}}}
			if !yield(register.Record{Household: h}, nil) {
				return
			}
		}
	}
	render := func(text []byte, r *caseload.Result) []byte {
		if r.Household.ID == "b" {
			return nil
		}
		return append(text, r.Household.ID...)
	}
	var texts []string
	for r, err := range caseload.Decide(t.Context(), set, in, caseload.DecideOptions{Workers: 1, Render: render}) {
		var short *caseload.RenderError
		assert.Equal(t, r.Household.ID == "b", errors.As(err, &short))
		if short != nil {
			assert.Equal(t, &caseload.RenderError{ID: "b", Before: 1}, short)
			assert.Equal(t, `caseload: household "b" was not rendered: Render returned 0 bytes of the 1 that it was to append to`, err.Error())
		} else {
			require.NoError(t, err)
		}
		texts = append(texts, string(r.Text))
	}
	assert.Equal(t, []string{"a", "", "c"}, texts)
}
