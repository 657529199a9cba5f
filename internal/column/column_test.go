package column_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/column"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/standards"
)

func TestTextAndNull(t *testing.T) {
	stored, err := column.Value(standards.Rural, "rural")
	require.NoError(t, err)
	assert.Equal(t, "rural", stored)
	stored, err = column.Value(standards.Residence(0), "")
	require.NoError(t, err)
	assert.Nil(t, stored)
}

func TestScan(t *testing.T) {
	for _, src := range []any{"rural", []byte("rural")} {
		r := standards.Urban
		require.NoError(t, column.Scan(&r, src))
		assert.Equal(t, standards.Rural, r)
	}
	for _, src := range []any{nil, "", []byte{}} {
		r := standards.Urban
		require.NoError(t, column.Scan(&r, src))
		assert.Zero(t, r, "what is not stated takes the place of what stood there")
	}
	r := standards.Urban
	require.Error(t, column.Scan(&r, "Rural"))
	assert.EqualError(t, column.Scan(&r, int64(2)), "standards.Residence: it is read from a column of text, not from int64")
	assert.Equal(t, standards.Urban, r, "what cannot be read leaves it as it was")
}

func TestNotNull(t *testing.T) {
	for _, src := range []any{nil, "", []byte{}} {
		assert.EqualError(t, column.NotNull[standards.Residence](src),
			"standards.Residence: NULL is no value of it; a column that may be NULL is read into a sql.Null")
	}
	for _, src := range []any{"rural", []byte("rural"), int64(0)} {
		assert.NoError(t, column.NotNull[standards.Residence](src), "whether it can be read is for Scan to say")
	}
}

func TestWhatIsNotKnownIsNotStored(t *testing.T) {
	stored, err := column.Value(standards.Residence(9), standards.Residence(9).String())
	assert.Nil(t, stored)
	require.EqualError(t, err, "standards.Residence: it is not a known value, and is not stored")
	var fault *column.Error
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "standards.Residence：不是已知的取值，不予存储", fault.Text(lang.Chinese))
}

func TestNone(t *testing.T) {
	assert.EqualError(t, column.None[standards.IncomeKinds](lang.Text{Zh: "逐项存储", En: "store its words, one a row"}),
		"standards.IncomeKinds: it has no one form as a column; store its words, one a row")
}
