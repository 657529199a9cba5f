package register_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

const plainHeader = "household,division,member,born,relation\n"

// usable reads a register, and says which households can be used and how each fault reads.
func usable(t *testing.T, text string) (ids []string, codes map[string][]string, rows int) {
	t.Helper()
	codes = map[string][]string{}
	for record, err := range register.Read(strings.NewReader(text)) {
		rows += record.Rows
		var faults register.Errors
		if errors.As(err, &faults) {
			for _, f := range faults {
				codes[record.Household.ID] = append(codes[record.Household.ID], f.Code)
			}
			continue
		}
		require.NoError(t, err)
		ids = append(ids, record.Household.ID)
	}
	return ids, codes, rows
}

// A row that cannot be read may hold somebody: the households that it may belong to are not decided
// without him.
func TestAHouseholdIsNotReadWithoutARow(t *testing.T) {
	const a, b, c = "a,430223,m,1990-01-01,\n", "b,430223,m,1990-01-01,\n", "c,430223,m,1990-01-01,\n"
	for _, test := range []struct {
		name, text string
		ids        []string
		refused    []string
		rows       int
	}{
		{"in the middle of one", a + ",,\"x,1990-01-01,\n,,n,1990-01-01,\n" + b, []string{}, []string{"a", "b"}, 4},
		{"its own id can be read", a + "a,,n\"x,1990-01-01,\n" + b, []string{"b"}, []string{"a"}, 3},
		{"it begins the next", a + "b,430223,n\"x,1990-01-01,\nb,,m,1990-01-01,\n" + c, []string{"a", "c"}, []string{"b"}, 4},
		{"it could be of either", a + "\"b,430223,n,1990-01-01,\nb,430223,m,1990-01-01,\n" + c, []string{"c"}, []string{"a", "b"}, 4},
		{"not UTF-8", a + "a,,n,1990-01-01,\xc5\xe4\xc5\xbc\n" + b, []string{"b"}, []string{"a"}, 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			ids, codes, rows := usable(t, plainHeader+test.text)
			assert.Equal(t, test.ids, append([]string{}, ids...))
			for _, id := range test.refused {
				assert.NotEmpty(t, codes[id], id)
			}
			assert.Len(t, codes, len(test.refused))
			assert.Equal(t, test.rows, rows)
		})
	}
}

// A stray quotation mark costs its own row, not those up to the next mark.
func TestAStrayMarkCostsItsOwnRow(t *testing.T) {
	text := plainHeader + "a,430223,5\" m,1990-01-01,\n"
	for _, id := range []string{"b", "c", "d"} {
		text += id + ",430223,m,1990-01-01,\n"
	}
	text += "e,430223,\"m\",1990-01-01,\n"
	ids, _, rows := usable(t, text)
	assert.Equal(t, []string{"b", "c", "d", "e"}, ids)
	assert.Equal(t, 5, rows)
}

func TestByteOrderMarkBeforeAQuotedHeader(t *testing.T) {
	ids, codes, _ := usable(t, "\ufeff\"household\",\"division\",\"member\",\"born\"\r\n\"a\",\"430223\",\"m\",\"1990-01-01\"\r\n")
	assert.Equal(t, []string{"a"}, ids)
	assert.Empty(t, codes)
}

// What could mean two things is refused, not guessed.
func TestNoWordIsGuessed(t *testing.T) {
	for _, text := range []string{"household,division,member,born,relation\na,430223,m,1990-01-01,其他\n",
		"household,division,member,born,relation\na,430223,m,1990-01-01,侄子\n", "household,division,member,born,child_scheme\na,430223,m,2010-01-01,事实无人抚养儿童\n"} {
		ids, codes, _ := usable(t, text)
		assert.Empty(t, ids, text)
		assert.Equal(t, []string{"not-a-value"}, codes["a"], text)
	}
}

func TestFaultsInBothLanguages(t *testing.T) {
	for _, test := range []struct{ text, zh, en string }{
		{"户主姓名,县市区,姓名,身份证号\n张三,攸县,张三,110105194912310021\n", "身份证号", "line 2"},
		{plainHeader + "a,430223,m,1990-13-01,\n", "1990-13-01", "1990-13-01"},
		{"\xbb\xa7\xd6\xf7,division,member\n", "UTF-8", "UTF-8"},
		{plainHeader + "a,长沙,m,1990-01-01,\n", "长沙", "unknown place"},
	} {
		for _, err := range register.Read(strings.NewReader(test.text)) {
			var faults register.Errors
			require.True(t, errors.As(err, &faults), test.text)
			assert.Contains(t, faults.Text(standards.Chinese), test.zh)
			assert.Contains(t, faults.Text(standards.English), test.en)
			assert.NotEqual(t, faults.Text(standards.Chinese), faults.Text(standards.English))
			assert.Equal(t, faults.Error(), strings.ReplaceAll(faults.Text(standards.English), "\n", "; "))
		}
	}
}
