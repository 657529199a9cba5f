package eldercare_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
)

// Words are stored as themselves, and NULL where none is stated.
func TestWordsAsColumns(t *testing.T) {
	for _, tt := range []struct {
		value driver.Valuer
		into  sql.Scanner
		want  driver.Value
	}{
		{eldercare.Partial, new(eldercare.SelfCare), "partial"},
		{eldercare.SelfCare(0), new(eldercare.SelfCare), nil},
		{eldercare.Walking, new(eldercare.Activity), "walking"},
		{eldercare.Activity(0), new(eldercare.Activity), nil},
		{eldercare.NotApplicable, new(eldercare.Verdict), "not-applicable"},
		{eldercare.Verdict(0), new(eldercare.Verdict), nil},
	} {
		stored, err := tt.value.Value()
		require.NoError(t, err)
		assert.Equal(t, tt.want, stored)
		require.NoError(t, tt.into.Scan(stored))
		again, err := tt.into.(driver.Valuer).Value()
		require.NoError(t, err)
		assert.Equal(t, tt.want, again)
		assert.Error(t, tt.into.Scan("nothing known"))
	}
	for _, unknown := range []driver.Valuer{eldercare.SelfCare(4), eldercare.Activity(7), eldercare.Verdict(6)} {
		_, err := unknown.Value()
		assert.ErrorContains(t, err, "it is not a known value, and is not stored")
	}
	const why = "eldercare.Fault: it has no one form as a column; store the text of the error"
	_, err := eldercare.Negative.Value()
	assert.EqualError(t, err, why)
	assert.EqualError(t, new(eldercare.Fault).Scan("negative"), why)
}

// A count that is not stated is no count of nothing.
func TestCounts(t *testing.T) {
	for _, tt := range []struct {
		count  eldercare.Count
		stated bool
		n      int64
		text   string
		json   string
	}{
		{eldercare.Count{}, false, 0, "", "null"},
		{eldercare.CountOf(0), true, 0, "0", "0"},
		{eldercare.CountOf(-7), true, -7, "-7", "-7"},
		{eldercare.CountOf(1 << 62), true, 1 << 62, "4611686018427387904", "4611686018427387904"},
	} {
		assert.Equal(t, []any{tt.stated, !tt.stated, tt.n, tt.text},
			[]any{tt.count.Stated(), tt.count.IsZero(), tt.count.Int64(), tt.count.String()})
		data, err := json.Marshal(tt.count)
		require.NoError(t, err)
		assert.Equal(t, tt.json, string(data))
		back := eldercare.CountOf(9)
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, tt.count, back)
	}
	for _, text := range []string{"1.5", "1e3", `"1"`, "9223372036854775808", "{}"} {
		c := eldercare.CountOf(9)
		var fault *standards.WordError
		require.True(t, errors.As(json.Unmarshal([]byte(text), &c), &fault), text)
		assert.Equal(t, text, fault.Value)
		assert.Equal(t, eldercare.CountOf(9), c, "what cannot be read leaves it as it was")
	}
	var fault *standards.WordError
	require.True(t, errors.As((*eldercare.Count)(nil).UnmarshalJSON([]byte("1")), &fault))
	assert.Equal(t, "1", fault.Value)
	assert.Empty(t, (*eldercare.InputError)(nil).Text(standards.Chinese))
}
