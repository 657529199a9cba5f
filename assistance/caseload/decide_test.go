package caseload_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
)

func october(t testing.TB) *standards.Set {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	return set
}

func TestDecideKeepsTheOrder(t *testing.T) {
	var text strings.Builder
	text.WriteString("household,division,residence,property,member,born\n")
	for i := range 2000 {
		fmt.Fprintf(&text, "h%d,430211,urban,within,m,1990-01-01\n", i)
	}
	next := 0
	for r, err := range caseload.Decide(context.Background(), october(t), caseload.ReadCSV(strings.NewReader(text.String())), caseload.DecideOptions{Workers: 5}) {
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf("h%d", next), r.Decision.ID)
		require.Equal(t, "600.00 a month", r.Decision.Total.Amount.String())
		next++
	}
	assert.Equal(t, 2000, next)
}

func TestDecideStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	endless := func(yield func(caseload.Record, error) bool) {
		for yield(caseload.Record{}, nil) {
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

func ExampleReadCSV() {
	register := "户号,县市区,户口性质,财产状况,姓名,出生日期,收入类别,收入,收入周期\nh1,天元区,城镇,符合,张三,1968-03-02,工资,500,月\n"
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		return
	}
	for r, err := range caseload.Decide(context.Background(), set, caseload.ReadCSV(strings.NewReader(register)), caseload.DecideOptions{}) {
		fmt.Println(r.Decision.ID, r.Decision.Category, r.Decision.Total.Text(standards.English), err)
	}
	// Output: h1 dibao 100.00 yuan a month <nil>
}
