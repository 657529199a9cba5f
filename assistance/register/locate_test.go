package register_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// refusals decides a register and returns its refusals, each as a Error.
func refusals(t *testing.T, text string) register.Errors {
	t.Helper()
	var all register.Errors
	for _, err := range caseload.Decide(context.Background(), october(t), register.Read(strings.NewReader(text)), caseload.DecideOptions{}) {
		if err == nil {
			continue
		}
		var one *register.Error
		require.ErrorAs(t, err, &one)
		var faults register.Errors
		require.ErrorAs(t, err, &faults)
		all = append(all, faults...)
	}
	return all
}

// What only the household as a whole shows, or the day, is named by the row and the header that
// state it.
func TestRefusalsNameTheCell(t *testing.T) {
	const header = "户号,县市区,姓名,出生日期,身份证号,自理能力,不能自理项目\n"
	const good = "甲,攸县,张三,1960-01-01,,,\n"
	long := strings.Repeat("长", 65)
	for _, c := range []struct {
		name, rows string
		want       register.Error
	}{
		{"born after the day", good + "乙,攸县,张三,1960-01-01,,,\n,,李四,2020-10-02,,,\n", register.Error{Line: 4, Column: "出生日期", Value: "2020-10-02", Code: "date-range"}},
		{"stated on a later row", "甲,攸县,张三,1960-01-01,,,\n,,李四,1990-01-01,,,\n,,李四,,,,-\n,,张三,,,,\n,,李四,,,不能自理,\n",
			register.Error{Line: 6, Column: "自理能力", Value: "none", Code: "conflict"}},
		{"born before 1900", "甲,攸县,张三,1899-12-31,,,\n", register.Error{Line: 2, Column: "出生日期", Value: "1899-12-31", Code: "date-range"}},
		{"born by the identity number", "甲,攸县,张三,1960-01-01,,,\n甲,,李四,,43022320310101001X,,\n",
			register.Error{Line: 3, Column: "身份证号", Value: "2031-01-01", Code: "date-range"}},
		{"a household without a division", good + "乙,,张三,1960-01-01,,,\n乙,,李四,1960-01-01,,,\n", register.Error{Line: 3, Column: "县市区", Code: "required"}},
		{"the id of a household", good + "乙 丙,攸县,张三,1960-01-01,,,\n", register.Error{Line: 3, Column: "户号", Value: "乙 丙", Code: "id-format"}},
		{"the id of a member", good + "甲,,张三,,,,\n,," + long + ",1960-01-01,,,\n", register.Error{Line: 4, Column: "姓名", Value: long, Code: "id-format"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, register.Errors{&c.want}, refusals(t, header+c.rows))
		})
	}
}

// Every field that the checks name is one of a column.
func TestEveryFieldIsLocated(t *testing.T) {
	text := "household,division,member,born,income_kind,income_yuan,income_per\n\n" +
		"h,430223,,,business,900,year\n,,m,1960-01-01,wages,1,month\n,,n,1960-01-01,,,\n,,,,transfer,5,year\n,,n,,wages,2,month\n,,m,,other,3,month\n"
	var record register.Record
	for r, err := range register.Read(strings.NewReader(text)) {
		require.NoError(t, err)
		record = r
	}
	for path, want := range map[string]struct {
		line   int
		column string
	}{
		"id": {3, "household"}, "division": {3, "division"}, "residence": {3, "residence"}, "property": {3, "property"}, "onDibao": {3, "on_dibao"}, "weight": {3, "weight"},
		"jobCosts": {3, "job_costs_yuan"}, "members": {3, "member"}, "income": {3, "income_yuan"}, "income[0].kind": {3, "income_kind"}, "income[1].yuan": {6, "income_yuan"},
		"members[0].id": {4, "member"}, "members[1].born": {5, "born"}, "members[0].residence": {4, "member_residence"}, "members[0].division": {4, "member_division"},
		"members[0].counted": {4, "counted"}, "members[0].relation": {4, "relation"}, "members[0].absence": {4, "absence"}, "members[0].property": {4, "own_property"},
		"members[0].seriousIllness": {4, "serious_illness"}, "members[0].support": {4, "support"}, "members[0].selfCare": {4, "self_care"}, "members[0].placement": {4, "placement"},
		"members[0].workInjuryNursing": {4, "work_injury_nursing"}, "members[0].childScheme": {4, "child_scheme"}, "members[0].cannot[2]": {4, "cannot"},
		"members[0].livingAllowance": {4, "living_allowance_yuan"}, "members[0].nursingAllowance": {4, "nursing_allowance_yuan"}, "members[0].income": {4, "income_yuan"},
		"members[0].disability.category": {4, "disability_category"}, "members[1].disability.grade": {5, "disability_grade"}, "members[0].disability.longTermCare": {4, "long_term_care"},
		"members[0].income[0].yuan": {4, "income_yuan"}, "members[0].income[1].months": {8, "income_months"}, "members[1].income[0].per": {7, "income_per"},
	} {
		err := record.Locate(assistance.Errors{{Path: path, Value: "v", Code: wire.CodeNotAValue}})
		assert.Equal(t, register.Errors{{Line: want.line, Column: want.column, Value: "v", Code: wire.CodeNotAValue}}, err, path)
	}
	for _, path := range []string{"standards", "members[2].born", "members[0].colour", "members[0].income[2].yuan", "income[2].yuan", "income[-1].yuan", "members[", "members[x].id", "members[0].cannot[2",
		"members[0].income[0", "members[-1].id", "x.members[0].id", "members[0].income[-1].yuan", "members[0].income[0].colour", "income[0].colour", "colour", ""} {
		err := assistance.Errors{{Path: path, Code: wire.CodeRequired}}
		assert.Equal(t, err, record.Locate(err), path)
	}
	other := errors.New("other")
	assert.Equal(t, other, record.Locate(other))
	assert.NoError(t, record.Locate(nil))
	assert.Equal(t, other, (*register.Record)(nil).Locate(other))
	assert.Equal(t, other, new(register.Record).Locate(other))
	assert.Equal(t, assistance.Errors{{Path: "id"}}, new(register.Record).Locate(assistance.Errors{{Path: "id"}}), "of a record that was not read")
	byHand := register.Record{Household: record.Household}
	assert.Equal(t, assistance.Errors{{Path: "id"}}, byHand.Locate(assistance.Errors{{Path: "id"}}))
}

// A column that states several fields is named for each of them, and a kind of income with a column
// of its own by that column.
func TestHeadersOfOtherColumns(t *testing.T) {
	all := readAll(t, "户号,县市区,身份证号,残疾证号,工资收入,其他收入,收入周期\n甲,攸县,11010519491231002X,11010519491231002X42,5,7,月\n")
	require.Empty(t, all.faults)
	for path, column := range map[string]string{"members[0].id": "身份证号", "members[0].born": "身份证号", "members[0].disability.grade": "残疾证号",
		"members[0].income[0].yuan": "工资收入", "members[0].income[1].kind": "其他收入", "members[0].income[1].per": "收入周期"} {
		err := all.records[0].Locate(assistance.Errors{{Path: path}})
		assert.Equal(t, register.Errors{{Line: 2, Column: column}}, err, path)
	}
	faults := readAll(t, "户号,县市区,身份证号,残疾类别\n甲,攸县,,肢体\n").faults
	require.NotEmpty(t, faults)
	assert.Equal(t, "身份证号", faults[0].Column)
	assert.Contains(t, faults[0].Text(standards.Chinese), "缺少必填字段")
}

// Where a file states a field by another column, that column is named; where it has both, the one
// that the field has of its own.
func TestTheColumnThatStatesAField(t *testing.T) {
	const id = "11010519491231002X"
	for _, c := range []struct{ header, row, path, want string }{
		{"户号,地区,姓名,出生日期", "甲,攸县,张三,1990-01-01", "division", "地区"},
		{"户号,地区,县市区,姓名,出生日期", "甲,攸县,攸县,张三,1990-01-01", "division", "县市区"},
		{"户号,县市区,姓名", "甲,攸县," + id, "members[0].born", "姓名"}, // the number stands in place of the name
		{"户号,县市区,姓名,出生日期", "甲,攸县,张三,1990-01-01", "members[0].born", "出生日期"},
		{"户号,县市区,姓名,出生日期,身份证号", "甲,攸县,张三,1990-01-01,", "members[0].born", "出生日期"},
		{"户号,县市区,姓名,身份证号", "甲,攸县,张三," + id, "members[0].born", "身份证号"},
		{"户号,县市区,姓名,出生日期,月收入", "甲,攸县,张三,1990-01-01,5", "members[0].income[0].yuan", "月收入"},
		{"户号,县市区,姓名,出生日期,家庭月收入,年收入", "甲,攸县,张三,1990-01-01,5,60", "members[0].income[0].yuan", "年收入"},
		{"户号,县市区,姓名,出生日期,家庭月收入", "甲,攸县,张三,1990-01-01,5", "members[0].income[0].yuan", "家庭月收入"},
		{"户号,县市区,姓名,出生日期,年人均收入", "甲,攸县,张三,1990-01-01,5", "members[0].income", "年人均收入"},
		{"户号,县市区,姓名,出生日期", "甲,攸县,张三,1990-01-01", "members[0].income", "income_yuan"},
		{"户号,县市区,姓名,出生日期,收入类别,收入,收入周期,工资性收入,转移性收入", "甲,攸县,张三,1990-01-01,工资,5,月,,", "members[0].income[0].yuan", "收入"},
		{"户号,县市区,姓名,出生日期,收入周期,工资性收入,转移性收入", "甲,攸县,张三,1990-01-01,月,5,", "members[0].income[0].kind", "工资性收入"},
		{"户号,县市区,姓名,出生日期,工资性收入,转移性收入,月收入", "甲,攸县,张三,1990-01-01,,,5", "members[0].income[0].yuan", "月收入"},
		{"户号,县市区,姓名,出生日期,工资性收入（元/月）", "甲,攸县,张三,1990-01-01,5", "members[0].income[0].per", "income_per"},
	} {
		all := readAll(t, c.header+"\n"+c.row+"\n")
		require.Empty(t, all.faults, c.header)
		err := all.records[0].Locate(assistance.Errors{{Path: c.path}})
		assert.Equal(t, register.Errors{{Line: 2, Column: c.want}}, err, "%s: %s", c.header, c.path)
	}
}

// Each income is on the line of its own row, however many members there are.
func TestTheLineOfEachIncome(t *testing.T) {
	all := readAll(t, "户号,县市区,姓名,出生日期,收入类别,收入,收入周期\n甲,攸县,张三,1990-01-01,,,\n,,李四,1990-01-01,工资,1,月\n,,王五,1990-01-01,,,\n"+
		",,,,经营,2,月\n,,王五,,工资,3,月\n,,李四,,转移,4,月\n,,,,转移,5,月\n")
	require.Empty(t, all.faults)
	for path, line := range map[string]int{"members[0].born": 2, "members[1].born": 3, "members[2].id": 4, "members[1].income[0].yuan": 3, "members[1].income[1].yuan": 7,
		"members[2].income[0].yuan": 6, "income[0].yuan": 5, "income[1].kind": 8} {
		err := all.records[0].Locate(assistance.Errors{{Path: path}})
		var faults register.Errors
		require.ErrorAs(t, err, &faults, path)
		assert.Equal(t, line, faults[0].Line, path)
	}
}

// Lines are those of the members that were read: of a household that has more or fewer by now the
// fault keeps its path.
func TestAHouseholdThatWasChangedIsNotLocated(t *testing.T) {
	const text = "户号,县市区,姓名,出生日期\n甲,天元区,a,1990-01-01\n甲,,b,1990-01-01\n甲,,c,2030-01-01\n"
	for _, row := range []struct {
		name   string
		before func(*assistance.Household)
		want   string
	}{
		{"as it was read", nil, `line 4, column "出生日期": date out of range: "2030-01-01"`},
		{"the first member dropped", func(h *assistance.Household) { h.Members = h.Members[1:] }, `date out of range: "2030-01-01" at members[1].born`},
		{"one more", func(h *assistance.Household) { h.Members = append(h.Members, h.Members[0]); h.Members[3].ID = "d" }, `date out of range: "2030-01-01" at members[2].born`},
	} {
		for _, err := range caseload.Decide(context.Background(), october(t), register.Read(strings.NewReader(text)), caseload.DecideOptions{Before: row.before}) {
			assert.EqualError(t, err, row.want, row.name)
		}
	}
}
