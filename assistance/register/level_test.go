package register_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// What the rows are follows from the columns: households are decided only where a row is a person
// and a column tells households apart.
func TestTheLevelOfAFile(t *testing.T) {
	for header, want := range map[string]register.Level{
		// a relation, or a header that only people have
		"户号,姓名,与户主关系": register.LevelMembers, "户主姓名,身份证号,与户主关系": register.LevelMembers, "低保证号,姓名,与户主关系": register.LevelMembers,
		"户主身份证号,姓名,与户主关系": register.LevelMembers, "姓名,与户主关系": register.LevelUnkeyed, "姓名,身份证号,与户主关系,家庭人口数": register.LevelUnkeyed,
		"姓名,成员类型": register.LevelUnkeyed, "姓名,成员类别": register.LevelUnkeyed, "户号,姓名,成员类型*": register.LevelMembers,
		"户主姓名,姓名,与户主关系,家庭人口数,低保金": register.LevelMembers,

		// an id of the household
		"户号,姓名": register.LevelMembers, "户号,身份证号": register.LevelMembers, "户号,姓名,家庭人口数,低保金": register.LevelMembers, "户号": register.LevelMembers,
		"户号,家庭人口数": register.LevelHouseholds, "户号,保障人数": register.LevelHouseholds, "户号,家庭人口数,低保金": register.LevelHouseholds, "户号,低保金": register.LevelUnusable,
		"户号,户主姓名,低保金": register.LevelHouseholds,

		// the head of the household
		"户主姓名,姓名": register.LevelMembers, "户主身份证号,姓名": register.LevelMembers, "户主姓名,姓名,家庭人口数": register.LevelMembers,
		"户主姓名,身份证号": register.LevelUnusable, "户主姓名": register.LevelUnusable, "姓名": register.LevelUnusable, "低保证号,姓名": register.LevelUnusable,

		// a certificate
		"姓名,残疾证号": register.LevelCertificates, "身份证号,残疾": register.LevelCertificates, "姓名,残疾类别,残疾等级": register.LevelCertificates,
		"姓名,残疾类别": register.LevelUnusable, "姓名,残疾等级": register.LevelUnusable, "残疾证号": register.LevelUnusable, "残疾类别,残疾等级": register.LevelUnusable,
		"姓名,残疾证号,家庭人口数": register.LevelHouseholds, "户主姓名,身份证号,残疾证号": register.LevelUnusable, "户主身份证号,身份证号,残疾证号": register.LevelUnusable,
		"户主姓名,姓名,残疾证号": register.LevelMembers, "户号,姓名,残疾证号": register.LevelMembers, "低保证号,姓名,残疾证号": register.LevelCertificates,

		// counts and amounts
		"户主姓名,保障人数": register.LevelHouseholds, "户主身份证号,家庭人口数": register.LevelHouseholds, "低保证号,保障人数": register.LevelHouseholds,
		"姓名,保障人数": register.LevelHouseholds, "身份证号,保障人数": register.LevelHouseholds, "保障人数": register.LevelUnusable, "保障人数,低保金": register.LevelUnusable,
		"户主姓名,发放金额": register.LevelHouseholds, "户主姓名,低保金": register.LevelHouseholds, "户主身份证号,供养金": register.LevelHouseholds,
		"低保证号,低保金": register.LevelHouseholds, "姓名,低保金": register.LevelUnusable, "户主姓名,生活补贴": register.LevelUnusable,
	} {
		file := register.Open(strings.NewReader(header+"\n"), register.Options{Division: standards.Youxian})
		assert.Equal(t, want, file.Level, header)
		var cause error
		if want == register.LevelUnkeyed {
			cause = register.Errors{{Line: 1, Code: "no-household"}}
		}
		if want == register.LevelUnusable {
			cause = register.Errors{{Line: 1, Code: "extract"}}
		}
		if header == "户号" {
			cause = register.Errors{{Line: 1, Column: "member", Code: "no-column"}}
		}
		assert.Equal(t, cause, file.Err(), header)
	}
}

// What the caller says that a header is holds before its own meaning, by its exact text or by its
// normal form.
func TestHeadersThatTheCallerNames(t *testing.T) {
	const rows = "\n甲,攸县,张三,1990-01-01,300\n"
	for _, c := range []struct {
		header string
		names  map[string]string
		month  bool // whether the last column is income a month
		code   string
	}{
		{"月收入", nil, true, ""},
		{"补助", map[string]string{"补助": "月收入"}, true, ""},
		{"补助（元）", map[string]string{"补助": "月收入"}, true, ""},
		{"补 助", map[string]string{"补助（元）": "own_income_month_yuan"}, true, ""},
		{"补助*", map[string]string{"补助": "年收入", "补助*": "月收入"}, true, ""},
		{"备注", map[string]string{"补助": "月收入"}, false, ""},
		{"月收入", map[string]string{"补助": "年收入"}, true, ""},
		{"月收入", map[string]string{"月收入": "备注"}, false, "unknown-column"},
		{"补助", map[string]string{"补助": "x"}, false, "unknown-column"},
	} {
		file := register.Open(strings.NewReader("户号,县市区,姓名,出生日期,"+c.header+rows), register.Options{Names: c.names})
		if c.code != "" {
			assert.Equal(t, register.Errors{{Line: 1, Column: c.header, Code: c.code, Detail: c.names[c.header]}}, file.Err(), c)
			continue
		}
		require.NoError(t, file.Err(), c)
		for record, err := range file.Records() {
			require.NoError(t, err)
			want := other(300_00, perMonth)
			if !c.month {
				want = nil
			}
			assert.Equal(t, want, record.Household.Members[0].Income, c)
		}
	}
}
