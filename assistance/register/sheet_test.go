package register_test

import (
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// sheetOf cuts a text into the rows of a sheet, blank ones too.
func sheetOf(text string) iter.Seq2[register.Row, error] {
	return func(yield func(register.Row, error) bool) {
		for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
			if !yield(register.Row{Number: i + 1, Cells: strings.Split(line, ",")}, nil) {
				return
			}
		}
	}
}

// Rows of a sheet are read as the same rows of text are, and faults name the cell.
func TestRowsOfASheet(t *testing.T) {
	const text = "2020年花名册,,,,,\n户主姓名,县市区,姓名,身份证号,与户主关系,月收入（元）\n张三,攸县,张三,11010519491231002X,户主,300\n,,,,,\n李四,攸县,李四,110105194912310021,户主,约300\n合计,,,,,300\n"
	file := register.OpenRows(sheetOf(text), register.Options{})
	require.NoError(t, file.Err())
	assert.Equal(t, register.LevelMembers, file.Level)
	assert.Equal(t, 2, file.HeaderLine)
	want := readAll(t, text)
	n := 0
	var cells []string
	for record, err := range file.Records() {
		var faults register.Errors
		if errors.As(err, &faults) {
			for _, e := range faults {
				cells = append(cells, e.Cell)
				assert.Contains(t, e.Text(standards.Chinese), "第 5 行（"+e.Cell+"）")
			}
			continue
		}
		assert.Equal(t, want.records[n].Household, record.Household)
		n++
	}
	assert.Equal(t, 1, n)
	assert.Equal(t, []string{"D5", "F5"}, cells)
	assert.Equal(t, register.Skipped{Blank: 1, Titles: 1, Totals: 1}, file.Skipped())
}

// An error of the rows ends the reading, and the household that it cuts off is refused.
func TestAnErrorOfRows(t *testing.T) {
	broken := errors.New("broken")
	rows := func(yield func(register.Row, error) bool) {
		_ = yield(register.Row{Number: 1, Cells: []string{"户号", "县市区", "姓名", "出生日期"}}, nil) &&
			yield(register.Row{Number: 2, Cells: []string{"甲", "攸县", "张三", "1990-01-01"}}, nil) &&
			yield(register.Row{}, broken)
	}
	var last error
	for _, err := range register.OpenRows(rows, register.Options{}).Records() {
		require.Error(t, err)
		last = err
	}
	assert.ErrorIs(t, last, broken)
}

// A header of two rows is joined where the second stands under the groups of the first alone.
func TestTwoRowsOfHeader(t *testing.T) {
	const group = "序号,户主姓名,县市区,姓名,身份证号,与户主关系,收入（元/月）,,残疾情况,\n"
	const rest = ",,,,,,工资性收入,转移性收入,残疾类别,残疾等级\n1,张三,攸县,张三,11010519491231002X,户主,100,20,肢体,二级\n"
	all := readAll(t, group+rest)
	require.Empty(t, all.faults)
	member := all.records[0].Household.Members[0]
	assert.Len(t, member.Income, 2)
	assert.Equal(t, standards.PerMonth, member.Income[0].Amount.Per())
	assert.Equal(t, 2, member.Disability.Grade)
	all = readAll(t, strings.Replace(group, "收入（", "家庭收入（", 1)+rest)
	require.NotEmpty(t, all.faults)
	assert.Equal(t, "carries", all.faults[0].Code, "income of the family is not taken for that of a member")
	assert.Equal(t, 3, readAll(t, "户号,县市区,姓名,出生日期,\n甲,攸县,张三,1990-01-01,\n乙,攸县,李四,1990-01-01,\n丙,攸县,王五,1990-01-01,\n").rows, "a row of data is none of the header")
}
