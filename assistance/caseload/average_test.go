package caseload_test

import (
	"math"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
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

// What an average comes to, as it is told.
func TestTheTextOfAnAverage(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	for _, row := range []struct {
		name   string
		paid   caseload.Payments
		zh, en string
	}{
		{"nobody was paid", caseload.Payments{}, "没有发放记录，无法计算平均数", "nobody was paid: there is no average"},
		{"at the floor, item 9", caseload.Payments{Fen: 400_00 * 7, RecipientMonths: 7},
			"月人均救助水平约每月400.00元，达到下限每月400.00元", "average about 400.00 yuan a month, meets the floor of 400.00 yuan a month"},
		{"a fen above", caseload.Payments{Fen: 400_00*7 + 1, RecipientMonths: 7},
			"月人均救助水平约每月400.00元，达到下限每月400.00元，总额超出0.01元", "average about 400.00 yuan a month, meets the floor of 400.00 yuan a month, over by 0.01 yuan in all"},
		{"a fen below", caseload.Payments{Fen: 400_00*7 - 1, RecipientMonths: 7},
			"月人均救助水平约每月400.00元，未达到下限每月400.00元，总额尚差0.01元", "average about 400.00 yuan a month, does not meet the floor of 400.00 yuan a month, short by 0.01 yuan in all"},
		{"half a fen rounds up", caseload.Payments{Fen: 399_00*2 + 1, RecipientMonths: 2},
			"月人均救助水平约每月399.01元，未达到下限每月400.00元，总额尚差1.99元", "average about 399.01 yuan a month, does not meet the floor of 400.00 yuan a month, short by 1.99 yuan in all"},
		{"a third of a fen rounds down", caseload.Payments{Fen: 399_00*3 + 1, RecipientMonths: 3},
			"月人均救助水平约每月399.00元，未达到下限每月400.00元，总额尚差2.99元", "average about 399.00 yuan a month, does not meet the floor of 400.00 yuan a month, short by 2.99 yuan in all"},
		{"below, at least", caseload.Payments{Fen: 300_00, RecipientMonths: 1, Bound: standards.AtLeast},
			"月人均救助水平约每月不低于300.00元，尚不能确定是否达到下限每月400.00元，总额至多尚差100.00元",
			"average about at least 300.00 yuan a month, may or may not meet the floor of 400.00 yuan a month, short by at most 100.00 yuan in all"},
		{"above, at least", caseload.Payments{Fen: 500_00, RecipientMonths: 1, Bound: standards.AtLeast},
			"月人均救助水平约每月不低于500.00元，达到下限每月400.00元，总额至少超出100.00元",
			"average about at least 500.00 yuan a month, meets the floor of 400.00 yuan a month, over by at least 100.00 yuan in all"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, err := caseload.CheckAverage(set, standards.Youxian, standards.Urban, row.paid)
			require.NoError(t, err)
			assert.Equal(t, row.zh, got.Text(standards.Chinese))
			assert.Equal(t, row.en, got.Text(standards.English))
			assert.Equal(t, families.Monthly(400), got.Floor.Amount)
		})
	}
}

// The largest floor that a draft may set, over the most recipient-months: what is due does not fit,
// and no sum reaches it. Just below, every fen counts.
func TestCheckAverageOfTheLargestSums(t *testing.T) {
	floor := func(fen int64) *standards.Set {
		return laid(t, standards.Standard{Key: standards.Key(standards.AverageAssistance), Place: standards.Youxian, Residence: standards.Urban,
			Amount: standards.Fen(fen, standards.PerMonth), Bound: standards.AtLeast})
	}
	const most = math.MaxInt64 // 153092023 x 60247241209
	for _, row := range []struct {
		name        string
		floor       int64
		paid        caseload.Payments
		met         standards.Answer
		short, over int64
	}{
		{"far too large", standards.MaxYuan * 100, caseload.Payments{Fen: most, RecipientMonths: 100_000_000_000}, standards.No, 0, 0},
		{"far too large, of little", standards.MaxYuan * 100, caseload.Payments{Fen: 1, RecipientMonths: 100_000_000_000}, standards.No, most - 1, 0},
		{"just too large", standards.MaxYuan * 100, caseload.Payments{Fen: most, RecipientMonths: 922_338}, standards.No, 0, 0},
		{"the most of all", 153_092_023, caseload.Payments{Fen: most, RecipientMonths: 60_247_241_209}, standards.Yes, 0, 0},
		{"just not too large", standards.MaxYuan * 100, caseload.Payments{Fen: most, RecipientMonths: 922_337}, standards.Yes, 0, most - 922_337*standards.MaxYuan*100},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, err := caseload.CheckAverage(floor(row.floor), standards.Youxian, standards.Urban, row.paid)
			require.NoError(t, err)
			assert.Equal(t, row.met, got.Met)
			assert.Equal(t, [2]int64{row.short, row.over}, [2]int64{got.Short, got.Over})
		})
	}
}

func TestCheckAverageRefuses(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	fault := func(path, value string) *assistance.FieldError {
		return &assistance.FieldError{Path: path, Code: "number-range", Value: value}
	}
	for _, row := range []struct {
		name string
		paid caseload.Payments
		want assistance.Errors
	}{
		{"negative money", caseload.Payments{Fen: -1, RecipientMonths: 1}, assistance.Errors{fault("fen", "-1")}},
		{"negative months", caseload.Payments{RecipientMonths: -1}, assistance.Errors{fault("recipientMonths", "-1")}},
		{"one month too many", caseload.Payments{RecipientMonths: 100_000_000_001}, assistance.Errors{fault("recipientMonths", "100000000001")}},
		{"money paid to nobody", caseload.Payments{Fen: 1}, assistance.Errors{fault("recipientMonths", "0")}},
		{"a bound that is not one", caseload.Payments{Fen: 1, RecipientMonths: 1, Bound: 3}, assistance.Errors{fault("bound", "3")}},
		{"all of it", caseload.Payments{Fen: -2, RecipientMonths: -3, Bound: 9}, assistance.Errors{fault("fen", "-2"), fault("recipientMonths", "-3"), fault("bound", "9")}},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, err := caseload.CheckAverage(set, standards.Tianyuan, standards.Urban, row.paid)
			assert.Equal(t, row.want, err)
			assert.Zero(t, got)
		})
	}
	for _, paid := range []caseload.Payments{{}, {RecipientMonths: 1}, {RecipientMonths: 100_000_000_000}, {Fen: math.MaxInt64, RecipientMonths: 1, Bound: standards.AtLeast}} {
		_, err := caseload.CheckAverage(set, standards.Tianyuan, standards.Urban, paid)
		assert.NoError(t, err, paid)
	}
	next, err := standards.At(standards.Day(2021, time.January, 1))
	require.NoError(t, err)
	_, err = caseload.CheckAverage(next, standards.Tianyuan, standards.Urban, caseload.Payments{Fen: 1, RecipientMonths: 1})
	var missing *standards.NotOnRecordError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, standards.Key(standards.AverageAssistance), missing.Key)
}

// laid lays one row over the published ones, as a draft for 2020-10-01.
func laid(t testing.TB, row standards.Standard) *standards.Set {
	t.Helper()
	row.From = standards.Day(2020, 1, 1)
	tables, err := standards.Published().With(standards.Overlay{ID: "d", Kind: standards.Draft, Title: "d", Rows: []standards.Standard{row}})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	return set
}

func TestCheckAverageWithoutStandards(t *testing.T) {
	for _, set := range []*standards.Set{nil, {}} {
		_, err := caseload.CheckAverage(set, standards.Youxian, standards.Rural, caseload.Payments{})
		assert.EqualError(t, err, "required field is missing at standards")
	}
}
