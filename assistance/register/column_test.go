package register_test

import (
	"database/sql"
	"database/sql/driver"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// A level and a finding have no one form in a database: whoever stores or reads one is told what to
// store instead.
func TestWhatHasNoFormAsAColumn(t *testing.T) {
	level, finding := register.LevelMembers, register.OverLine
	for _, c := range []struct {
		value  driver.Valuer
		into   sql.Scanner
		zh, en string
	}{
		{level, &level, "可由登记表的表头得出", "it follows from the header of the register"},
		{finding, &finding, "存储其代码（String）", "store its word (String)"},
	} {
		value, err := c.value.Value()
		assert.Nil(t, value)
		for _, err := range []error{err, c.into.Scan("x")} {
			assert.ErrorContains(t, err, c.en)
			said, ok := err.(interface{ Text(standards.Lang) string })
			assert.True(t, ok)
			assert.Contains(t, said.Text(standards.Chinese), c.zh)
		}
	}
	assert.Equal(t, register.LevelMembers, level)
	assert.Equal(t, register.OverLine, finding)
}
