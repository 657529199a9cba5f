package register_test

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
)

// A certificate is stated by its number, by category and grade, or by both in one cell; what states
// one of the two is refused, and so is what states two of them.
func TestACertificateInOneCellAndInSeveral(t *testing.T) {
	const number = "11010519491231002X42"
	physical := disability.Certificate{Category: disability.Physical, Grade: 2}
	for _, c := range []struct {
		cells               string // number, category, grade, both
		want                disability.Certificate
		column, value, code string
	}{
		{",,,", disability.Certificate{}, "", "", ""},
		{",,,肢体二级", physical, "", "", ""}, {",肢体,二级,肢体二级", physical, "", "", ""}, {",肢体,,二级", physical, "", "", ""}, {",,二级,肢体", physical, "", "", ""},
		{number + ",肢体,二级,肢体二级", physical, "", "", ""}, {number + ",,,", physical, "", "", ""}, {number + ",,,二级", physical, "", "", ""},
		{",,,无", disability.Certificate{}, "", "", ""},
		{",,,x", disability.Certificate{}, "残疾情况", "x", "not-a-value"},
		{",,,肢体", disability.Certificate{Category: disability.Physical}, "残疾等级", "", "required"},
		{",,,二级", disability.Certificate{Grade: 2}, "残疾类别", "", "required"},
		{",肢体,,", disability.Certificate{Category: disability.Physical}, "残疾等级", "", "required"},
		{",视力,,", disability.Certificate{Category: disability.Visual}, "残疾等级", "", "required"},
		{",,一级,", disability.Certificate{Grade: 1}, "残疾类别", "", "required"},
		{",视力,,肢体二级", disability.Certificate{Category: disability.Visual}, "残疾情况", "肢体二级", "disagrees"},
		{",肢体,,视力一级", disability.Certificate{Category: disability.Physical}, "残疾情况", "视力一级", "disagrees"},
		{",,一级,肢体二级", disability.Certificate{Grade: 1}, "残疾情况", "肢体二级", "disagrees"},
		{",,二级,肢体一级", disability.Certificate{Grade: 2}, "残疾情况", "肢体一级", "disagrees"},
		{",肢体,二级,无", physical, "残疾类别", "肢体", "disagrees"},
		{number + ",听力,二级,", physical, "残疾类别", "听力", "disagrees"},
		{number + ",肢体,三级,", physical, "残疾等级", "三级", "disagrees"},
	} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,残疾证号,残疾类别,残疾等级,残疾情况\n甲,攸县,张三,1949-12-31,"+c.cells+"\n", register.Options{})
		if c.code == "" {
			assert.Empty(t, faults, c)
		} else {
			require.NotEmpty(t, faults, c)
			assert.Equal(t, &register.Error{Line: 2, Column: c.column, Value: c.value, Code: c.code}, faults[0], c)
		}
		assert.Equal(t, c.want, records[0].Household.Members[0].Disability, c)
	}
}

// What a later row says of a certificate is compared with what an earlier one said.
func TestACertificateOnALaterRow(t *testing.T) {
	const number = "11010519491231002X"
	for _, c := range []struct{ first, later, column, code string }{
		{",肢体,二级,", number + "42,,,", "", ""}, {",肢体,二级,", number + "43,,,", "残疾证号", "disagrees"}, {",肢体,二级,", number + "52,,,", "残疾证号", "disagrees"},
		{number + "42,,,", ",,,肢体二级", "", ""}, {number + "42,,,", ",,,肢体一级", "残疾情况", "disagrees"}, {number + "42,,,", ",,,听力二级", "残疾情况", "disagrees"},
		{number + "42,,,", ",,,听力", "残疾情况", "disagrees"}, {number + "42,,,", ",,,肢体", "", ""}, {number + "42,,,", ",,,二级", "", ""}, {number + "42,,,", ",,,三级", "残疾情况", "disagrees"},
		{",,,肢体二级", number + "42,,,", "", ""}, {",,,视力一级", ",,,视力一级", "", ""}, {",,,视力一级", ",,,听力一级", "残疾情况", "disagrees"},
		{",,,视力一级", ",,,视力二级", "残疾情况", "disagrees"},
	} {
		_, faults := openAll(t, "户号,县市区,姓名,出生日期,残疾证号,残疾类别,残疾等级,残疾情况\n甲,攸县,张三,1949-12-31,"+c.first+"\n甲,,张三,,"+c.later+"\n", register.Options{})
		if c.code == "" {
			assert.Empty(t, faults, c)
			continue
		}
		require.Len(t, faults, 1, c)
		assert.Equal(t, []any{3, c.column, c.code}, []any{faults[0].Line, faults[0].Column, faults[0].Code}, c)
	}
}

// A number that is none, or that disagrees, is one fault, and changes nothing of what was stated
// before.
func TestANumberThatIsRefused(t *testing.T) {
	const header = "户号,县市区,姓名,出生日期,身份证号\n"
	for _, c := range []struct {
		number, code string
	}{{"5", "identity"}, {"110105194912310021", "identity"}, {"11010519491231002X", "disagrees"}} {
		records, faults := openAll(t, header+"甲,攸县,张三,1968-03-02,"+c.number+"\n乙,攸县,李四,,11010519491231002X\n", register.Options{})
		assert.Equal(t, register.Errors{{Line: 2, Column: "身份证号", Value: c.number, Code: c.code}}, faults)
		assert.Equal(t, standards.Day(1968, time.March, 2), records[0].Household.Members[0].Born)
		assert.Equal(t, 1, records[0].Unidentified)
		assert.Empty(t, records[1].Warnings, "the number that disagrees is not that of the first")
		assert.Zero(t, records[1].Unidentified)
	}
}

// A day of birth is refused where it stands: in its column, or in the number that states it.
func TestWhereADayOfBirthStands(t *testing.T) {
	const one = "11010519491231002X"
	for _, c := range []struct {
		rows, column string
		line         int
	}{
		{"甲,攸县,张三,1949-12-31,\n", "出生日期", 2}, {"甲,攸县,张三,," + one + "\n", "身份证号", 2}, {"甲,攸县,张三,1949-12-31," + one + "\n", "出生日期", 2},
		{"甲,攸县,张三,," + one + "\n甲,,张三,," + one + "\n", "身份证号", 2}, {"甲,攸县,张三,," + one + "\n甲,,张三,," + one + "\n甲,,张三,," + one + "\n", "身份证号", 2},
		{"甲,攸县,张三,1949-12-31,\n甲,,张三,," + one + "\n", "出生日期", 2}, {"甲,攸县,,,\n甲,,张三,," + one + "\n", "身份证号", 3}, {"甲,攸县," + one + ",,\n", "身份证号", 2},
	} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,身份证号\n"+c.rows, register.Options{})
		require.Empty(t, faults, c.rows)
		var located register.Errors
		require.True(t, errors.As(records[0].Locate(assistance.Errors{{Path: "members[0].born", Code: "x"}}), &located))
		assert.Equal(t, register.Errors{{Line: c.line, Column: c.column, Code: "x"}}, located, c.rows)
	}
}

// In a register of certificates a person stands once, of any hukou and property: what holds for the
// households of the file is not said of persons.
func TestARegisterOfCertificates(t *testing.T) {
	records, faults := openAll(t, "姓名,身份证号,残疾类别,残疾等级\n张三,11010519491231002X,肢体,二级\n李四,430223196803020017,无,无\n张三,11010519491231002X,肢体,二级\n王五,,肢体,二级\n赵六,,肢体,二级\n",
		register.Options{Division: standards.Youxian, Residence: standards.Urban, Property: 1})
	assert.Equal(t, register.Errors{
		{Line: 4, Column: "身份证号", Value: "11010519491231002X", Code: register.CodeTwice},
		{Line: 5, Column: "身份证号", Code: "required"}, {Line: 6, Column: "身份证号", Code: "required"},
	}, faults)
	require.Len(t, records, 5)
	assert.Equal(t, "11010519491231002X", records[0].Household.ID)
	assert.Equal(t, "张三", records[0].Household.Members[0].ID)
	assert.Equal(t, standards.Youxian, records[0].Household.Division)
	assert.Zero(t, records[0].Household.Residence)
	assert.Zero(t, records[0].Household.Property)
	records, _ = openAll(t, "户号,姓名,身份证号\n甲,张三,11010519491231002X\n", register.Options{Division: standards.Youxian, Residence: standards.Urban, Property: 1})
	assert.Equal(t, standards.Urban, records[0].Household.Residence)
	assert.EqualValues(t, 1, records[0].Household.Property)
}
