package caseload_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
)

func TestDecideKeepsTheOrder(t *testing.T) {
	var text strings.Builder
	text.WriteString("household,division,residence,property,member,born,wages_yuan,income_per\n")
	for i := range 2000 {
		fmt.Fprintf(&text, "h%d,430211,urban,within,m,1990-01-01,0,month\n", i)
	}
	next := 0
	for r, err := range caseload.Decide(context.Background(), october(t), register.Read(strings.NewReader(text.String())), caseload.DecideOptions{Workers: 5}) {
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
	for _, err := range caseload.Decide(ctx, october(t), endless, caseload.DecideOptions{}) {
		if n++; n == 300 {
			cancel()
		}
		last = err
	}
	cancel()
	assert.ErrorIs(t, last, context.Canceled)
}
