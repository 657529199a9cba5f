package register_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// listed returns the column that the vocabulary lists by this name.
func listed(t *testing.T, name string) register.Column {
	t.Helper()
	list := register.Vocabulary()
	i := slices.IndexFunc(list, func(c register.Column) bool { return c.Name == name })
	require.GreaterOrEqual(t, i, 0, name)
	return list[i]
}

// Every column is listed once, by the name of the format, with the headers that are read and what
// it states in both languages.
func TestTheVocabulary(t *testing.T) {
	byName := map[string]register.Column{}
	for _, c := range register.Vocabulary() {
		assert.NotContains(t, byName, c.Name)
		assert.Equal(t, c.Name, c.Headers[0])
		assert.NotEmpty(t, c.Text(standards.Chinese))
		assert.NotEmpty(t, c.Text(standards.English))
		assert.NotEqual(t, c.Text(standards.Chinese), c.Text(standards.English), c.Name)
		assert.True(t, register.Knows(c.Headers[len(c.Headers)-1]), c.Name)
		byName[c.Name] = c
	}
	for _, f := range assistance.Fields() {
		if len(f.Columns) > 0 {
			c := byName[f.Columns[0]]
			assert.Equal(t, f.Columns, c.Headers)
			assert.Equal(t, f.Label.In(standards.Chinese), c.Text(standards.Chinese))
			assert.Equal(t, f.Label.In(standards.English), c.Text(standards.English))
		}
	}
	for _, name := range []string{"head", "income_total_yuan", "people", "paid_yuan", "id_number", "serial"} {
		assert.Contains(t, byName, name)
	}
}

// The words of a column are those of the format, each with how registers write it: first as the
// table of facts calls it, then the shorter before the longer.
func TestTheWordsOfAColumn(t *testing.T) {
	for name, want := range map[string][]register.Value{
		"placement":   {{Word: "home", Written: []string{"分散供养", "分散"}}, {Word: "institution", Written: []string{"集中供养", "集中"}}},
		"income_per":  {{Word: "month", Written: []string{"月", "按月", "每月"}}, {Word: "year", Written: []string{"年", "按年", "每年"}}},
		"is_covered":  {{Word: "no", Written: []string{"0", "N", "否", "不享受", "未享受", "非保障对象"}}, {Word: "yes", Written: []string{"1", "Y", "是", "享受", "保障对象"}}},
		"household":   nil,
		"income_yuan": nil,
		"head":        nil,
		"wages_yuan":  nil,
	} {
		assert.Equal(t, want, listed(t, name).Values, name)
	}
	relations := listed(t, "relation").Values
	last := relations[len(relations)-1]
	assert.Equal(t, "minor-child | adult-child", last.Word)
	assert.Contains(t, last.Written, "长女")
	for _, name := range []string{"residence", "property", "on_dibao", "counted", "absence", "disability_category", "disability_grade", "support", "cannot", "self_care",
		"income_kind", "child_scheme", "long_term_care", "member_residence", "own_property", "low_income_property", "serious_illness", "work_injury_nursing"} {
		for _, v := range listed(t, name).Values {
			assert.NotEmpty(t, v.Written, "%s %s", name, v.Word)
			assert.NotContains(t, v.Word, "|")
		}
		assert.NotEmpty(t, listed(t, name).Values, name)
	}
}

// What is listed is read: each way of writing a word is taken for the word.
func TestTheWordsThatAreListedAreRead(t *testing.T) {
	for _, c := range register.Vocabulary() {
		if c.Name == "income_kind" || c.Name == "income_per" {
			continue // read beside an amount
		}
		for _, v := range c.Values {
			if strings.Contains(v.Word, "|") {
				continue
			}
			row := func(word string) string {
				rest := ""
				switch c.Name {
				case "disability_category":
					rest = ",1"
				case "disability_grade":
					rest = ",physical"
				}
				return "household,division,member,born,people," + c.Name +
					map[string]string{"disability_category": ",disability_grade", "disability_grade": ",disability_category"}[c.Name] + "\nh,430223,m,1990-01-01,1," + word + rest + "\n"
			}
			want, faults := openAll(t, row(v.Word), register.Options{})
			require.Empty(t, faults, "%s %s", c.Name, v.Word)
			for _, word := range v.Written {
				got, faults := openAll(t, row(word), register.Options{})
				require.Empty(t, faults, "%s %s", c.Name, word)
				assert.Equal(t, want[0].Household, got[0].Household, "%s %s", c.Name, word)
			}
		}
	}
}

// A header is known as a column or as one that carries nothing that decides.
func TestHeadersThatAreKnown(t *testing.T) {
	for header, want := range map[string]bool{"户号": true, "household": true, "月收入（元）": true, "性别": true, "联系电话": true, "家庭住址": true, "序号": true, "x": false,
		"养老金": false, "房产": false, "月收入（万元）": false, "收入周期": true} {
		assert.Equal(t, want, register.Knows(header), header)
	}
}
