package register_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// A day of birth that contradicts a relation is a warning with its line, and refuses nobody.
func TestABirthThatContradictsARelationIsAWarning(t *testing.T) {
	const header = "household,division,residence,property,member,born,relation,wages_yuan\n"
	for _, c := range []struct {
		rows string
		want []int // the lines that are warned of
	}{
		{"h,430211,urban,within,a,1990-01-01,applicant,0\nh,430211,urban,within,b,1991-01-01,parent,0\n", []int{3}},
		{"h,430211,urban,within,c,1980-01-01,minor-child,0\nh,430211,urban,within,a,1990-01-01,applicant,0\n", []int{2}},
		{"h,430211,urban,within,a,1990-01-01,applicant,0\nh,430211,urban,within,b,1990-01-01,grandchild,0\n", []int{3}},
		{"h,430211,urban,within,a,1990-01-01,applicant,0\nh,430211,urban,within,b,1960-01-01,parent,0\nh,430211,urban,within,c,2010-01-01,minor-child,0\n", nil},
		{"h,430211,urban,within,a,1990-01-01,applicant,0\nh,430211,urban,within,b,1991-01-01,sibling,0\nh,430211,urban,within,c,1991-01-01,spouse,0\n", nil},
		{"h,430211,urban,within,a,1990-01-01,,0\nh,430211,urban,within,b,1991-01-01,parent,0\n", nil}, // of whom is not stated
	} {
		var lines []int
		for r, err := range register.Read(strings.NewReader(header + c.rows)) {
			require.NoError(t, err)
			for _, w := range r.Warnings {
				assert.Equal(t, register.CodeBirth, w.Code)
				assert.Equal(t, "relation", w.Column)
				assert.Contains(t, []string{"parent", "minor-child", "grandchild"}, w.Value)
				assert.NotEmpty(t, w.Text(standards.Chinese))
				lines = append(lines, w.Line)
			}
		}
		assert.Equal(t, c.want, lines, c.rows)
	}
}
