package standards_test

import (
	"database/sql"
	"database/sql/driver"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// columns hold what a database stores of a value, and read it back.
type columns interface {
	driver.Valuer
	sql.Scanner
}

func TestColumns(t *testing.T) {
	day := standards.Day(2020, time.October, 1)
	place, answer, key, digest := standards.Youxian, standards.No, standards.Key(standards.DibaoLine), standards.Digest{1, 2}
	for _, c := range []struct {
		value  columns
		stored string
	}{
		{&day, "2020-10-01"},
		{&place, "430223"},
		{&answer, "no"},
		{&key, "dibao-line"},
		{&digest, digest.String()},
	} {
		stored, err := c.value.Value()
		require.NoError(t, err)
		assert.Equal(t, c.stored, stored)
		require.NoError(t, c.value.Scan(nil))
		stored, err = c.value.Value()
		require.NoError(t, err)
		assert.Nil(t, stored, "NULL is what is not stated")
		require.NoError(t, c.value.Scan(c.stored))
		stored, err = c.value.Value()
		require.NoError(t, err)
		assert.Equal(t, c.stored, stored)
		assert.Error(t, c.value.Scan("nothing known"))
		assert.Error(t, c.value.Scan(int64(1)), "no number is taken for a word")
	}
}

// A column of dates comes back as a time, whose own day counts.
func TestDateFromAColumnOfDates(t *testing.T) {
	var d standards.Date
	east := time.FixedZone("", 8*60*60)
	require.NoError(t, d.Scan(time.Date(2020, time.October, 1, 0, 30, 0, 0, east)))
	assert.Equal(t, standards.Day(2020, time.October, 1), d)
}

// What has no one form says what to store instead.
func TestNoColumn(t *testing.T) {
	amount := standards.Fen(500_00, standards.PerMonth)
	_, err := amount.Value()
	assert.EqualError(t, err, "standards.Amount: it has no one form as a column; store its yuan and its period in two columns (YuanText, Per)")
	assert.Error(t, amount.Scan("500.00"))
	_, err = new(standards.IncomeKinds).Value()
	assert.EqualError(t, err, "standards.IncomeKinds: it has no one form as a column; store its words, one a row")
	_, err = standards.Bound(7).Value()
	assert.EqualError(t, err, "standards.Bound: it is not a known value, and is not stored")
}
