package caseload_test

import (
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The average of item 9: just below, at and just above its floors, exact and at least.
func TestCheckAverage(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	for _, row := range []struct {
		name      string
		residence standards.Residence
		paid      caseload.Payments
		met       standards.Answer
		average   int64
		short     int64
		over      int64
	}{
		{"urban at the floor, item 9", standards.Urban, caseload.Payments{Fen: 400_00 * 7, RecipientMonths: 7}, standards.Yes, 400_00, 0, 0},
		{"urban a fen below in all", standards.Urban, caseload.Payments{Fen: 400_00*7 - 1, RecipientMonths: 7}, standards.No, 400_00, 1, 0},
		{"urban a fen above in all", standards.Urban, caseload.Payments{Fen: 400_00*7 + 1, RecipientMonths: 7}, standards.Yes, 400_00, 0, 1},
		{"rural at the floor", standards.Rural, caseload.Payments{Fen: 223_00 * 3, RecipientMonths: 3}, standards.Yes, 223_00, 0, 0},
		{"rural below, but payments are at least", standards.Rural, caseload.Payments{Fen: 222_00 * 3, Bound: standards.AtLeast, RecipientMonths: 3}, standards.Answer(0), 222_00, 300, 0},
		{"rural above, at least", standards.Rural, caseload.Payments{Fen: 224_00 * 3, Bound: standards.AtLeast, RecipientMonths: 3}, standards.Yes, 224_00, 0, 300},
		{"a neighbouring city's 2020 notice: 260, exactly 260.37", standards.Rural, caseload.Payments{Fen: 418_136_200_00, RecipientMonths: 1_605_942}, standards.Yes, 260_37, 0, 6_001_113_400},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, err := caseload.CheckAverage(set, standards.Youxian, row.residence, row.paid)
			require.NoError(t, err)
			assert.Equal(t, row.met, got.Met)
			assert.Equal(t, row.average, got.Average.Amount.Fen())
			assert.Equal(t, row.short, got.Short)
			assert.Equal(t, row.over, got.Over)
		})
	}
}

func TestCheckAverageOfNobody(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	got, err := caseload.CheckAverage(set, standards.Tianyuan, standards.Urban, caseload.Payments{})
	require.NoError(t, err)
	assert.Equal(t, standards.Answer(0), got.Met)
	assert.False(t, got.Average.Stated())
	assert.Equal(t, "nobody was paid: there is no average", got.Text(benefit.English))
}

func TestCheckAverageRefuses(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	for name, paid := range map[string]caseload.Payments{
		"negative money":          {Fen: -1, RecipientMonths: 1},
		"negative months":         {RecipientMonths: -1},
		"too many months":         {RecipientMonths: 100_000_000_001},
		"money paid to nobody":    {Fen: 1},
		"a bound that is not one": {Fen: 1, RecipientMonths: 1, Bound: 9},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := caseload.CheckAverage(set, standards.Tianyuan, standards.Urban, paid)
			var faults assistance.Errors
			require.ErrorAs(t, err, &faults)
		})
	}
	next, err := standards.At(standards.Day(2021, time.January, 1))
	require.NoError(t, err)
	_, err = caseload.CheckAverage(next, standards.Tianyuan, standards.Urban, caseload.Payments{Fen: 1, RecipientMonths: 1})
	var missing *standards.NotOnRecordError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, standards.Key(standards.AverageAssistance), missing.Key)
}

func TestCheckAverageWithoutStandards(t *testing.T) {
	for _, set := range []*standards.Set{nil, {}} {
		_, err := caseload.CheckAverage(set, standards.Youxian, standards.Rural, caseload.Payments{})
		assert.EqualError(t, err, "required field is missing at standards")
	}
}
