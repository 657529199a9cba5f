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
	place, residence, bound, answer := standards.Youxian, standards.Rural, standards.AtLeast, standards.No
	period, income, key := standards.PerYear, standards.Relief, standards.Key(standards.DibaoLine)
	kind, reading, digest := standards.Draft, standards.RoundingReading, standards.Digest{1, 2}
	for _, c := range []struct {
		value  columns
		stored string
	}{
		{&day, "2020-10-01"},
		{&place, "430223"},
		{&residence, "rural"},
		{&bound, "at-least"},
		{&answer, "no"},
		{&period, "year"},
		{&income, "relief"},
		{&key, "dibao-line"},
		{&kind, "draft"},
		{&reading, "rounding"},
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

// What has no one form says what to store instead, whether it is stored or read.
func TestNoColumn(t *testing.T) {
	for _, c := range []struct {
		value columns
		text  string
	}{
		{new(standards.Amount), "standards.Amount: it has no one form as a column; store its yuan and its period in two columns (YuanText, Per)"},
		{new(standards.Fraction), "standards.Fraction: it has no one form as a column; store the text of String"},
		{new(standards.IncomeKinds), "standards.IncomeKinds: it has no one form as a column; store its words, one a row"},
		{new(standards.Choice), "standards.Choice: it has no one form as a column; store its reading and its code"},
		{new(standards.Form), "standards.Form: it has no one form as a column; it follows from the key; store that"},
		{new(standards.Standing), "standards.Standing: it has no one form as a column; it follows from the document; store the document"},
		{new(standards.Completeness), "standards.Completeness: it has no one form as a column; it follows from the document; store the document"},
	} {
		stored, err := c.value.Value()
		assert.EqualError(t, err, c.text)
		assert.Nil(t, stored)
		assert.EqualError(t, c.value.Scan("1"), c.text)
	}
	_, err := standards.Bound(7).Value()
	assert.EqualError(t, err, "standards.Bound: it is not a known value, and is not stored")
}
