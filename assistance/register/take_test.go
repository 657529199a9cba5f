package register_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Every column states its fact, and no other.
func TestEveryColumnIsTaken(t *testing.T) {
	cells := [][2]string{
		{"household", "甲"}, {"division", "攸县"}, {"residence", "urban"}, {"property", "within"}, {"low_income_property", "over"}, {"on_dibao", "yes"},
		{"over_line_since", "2020-05-01"}, {"weight", "3"}, {"job_costs_yuan", "1"}, {"rigid_costs_yuan", "2"}, {"paid_yuan", "2000"},
		{"paid_dibao_yuan", "3"}, {"paid_living_yuan", "4"}, {"paid_nursing_yuan", "5"}, {"paid_tekun_yuan", "6"}, {"paid_other_yuan", "7"},
		{"people", "1"}, {"covered", "1"}, {"family_income_month_yuan", "100"}, {"family_income_year_yuan", "1200"}, {"income_per_head_month_yuan", "100"},
		{"income_per_head_year_yuan", "1200"}, {"benefit", "低保"}, {"member", "张三"}, {"born", "1949-12-31"}, {"id_number", "11010519491231002x"},
		{"disability_category", "physical"}, {"disability_grade", "2"}, {"long_term_care", "yes"}, {"member_residence", "rural"}, {"member_division", "天元区"},
		{"own_property", "over"}, {"counted", "yes"}, {"relation", "applicant"}, {"absence", "prison"}, {"serious_illness", "yes"}, {"support", "none"},
		{"self_care", "partial"}, {"placement", "home"}, {"work_injury_nursing", "no"}, {"child_scheme", "orphan"}, {"living_allowance_yuan", "8"},
		{"nursing_allowance_yuan", "9"}, {"cannot", "eating"}, {"is_covered", "yes"}, {"own_income_month_yuan", "100"}, {"own_income_year_yuan", "1200"},
		{"income_total_yuan", "100"}, {"wages_yuan", "100"}, {"income_per", "month"},
	}
	var header, row []string
	for _, cell := range cells {
		header, row = append(header, cell[0]), append(row, cell[1])
	}
	records, faults := openAll(t, strings.Join(header, ",")+"\n"+strings.Join(row, ",")+"\n", register.Options{})
	require.Empty(t, faults)
	require.Len(t, records, 1)
	want := assistance.Household{
		ID: "甲", Division: standards.Youxian, Residence: standards.Urban, Property: benefit.Within, LowIncomeProperty: benefit.Over,
		OnDibao: standards.Yes, OverLineSince: standards.Day(2020, time.May, 1), Weight: 3, JobCosts: yuan(1), RigidCosts: yuan(2),
		Members: []assistance.Member{{
			ID: "张三", Born: standards.Day(1949, time.December, 31), Residence: standards.Rural, Division: standards.Tianyuan, Property: benefit.Over,
			Counted: standards.Yes, Relation: benefit.Applicant, Absence: benefit.Prison, SeriousIllness: standards.Yes, Support: benefit.NoSupporters,
			SelfCare: eldercare.Partial, Placement: benefit.AtHome, WorkInjuryNursing: standards.No, ChildScheme: benefit.Orphan,
			LivingAllowance: yuan(8), NursingAllowance: yuan(9), Cannot: []eldercare.Activity{eldercare.Eating},
			Disability: disability.Certificate{Category: disability.Physical, Grade: 2, LongTermCare: standards.Yes},
			Income:     []assistance.Income{{Kind: standards.Wages, Amount: yuan(100)}},
		}},
	}
	assert.Equal(t, want, records[0].Household)
	assert.Equal(t, yuan(2000), records[0].Paid)
	assert.Equal(t, register.PaidOf{Dibao: yuan(3), Living: yuan(4), Nursing: yuan(5), Tekun: yuan(6), Other: yuan(7)}, records[0].PaidOf)
	assert.Equal(t, register.Claims{People: 1, Covered: 1, FamilyMonth: yuan(100), FamilyYear: standards.Fen(1200_00, perYear), HeadMonth: yuan(100),
		HeadYear: standards.Fen(1200_00, perYear)}, records[0].Claims)
	assert.Empty(t, records[0].Benefit, "the support is named for a row that is a household")
	assert.Empty(t, records[0].Warnings)
}

// A cell that cannot be read is refused with its column, and so is one that says otherwise than an
// earlier row; wherever the column stands, and blank cells say nothing.
func TestEachColumnRefuses(t *testing.T) {
	const words, money, number, date, place = "not-a-value", "money-format", "number-range", "date-format", "unknown-place"
	for _, c := range []struct {
		column, good, other, bad, code string
		ofMember                       bool
	}{
		{"division", "攸县", "天元区", "长沙", place, false},
		{"residence", "urban", "rural", "x", words, false},
		{"property", "within", "over", "x", words, false},
		{"low_income_property", "within", "over", "x", words, false},
		{"on_dibao", "yes", "no", "x", words, false},
		{"over_line_since", "2020-05-01", "2020-05-02", "2020", date, false},
		{"weight", "3", "4", "0", number, false},
		{"weight", "1000000", "1", "1000001", number, false},
		{"weight", "1", "2", "01", number, false},
		{"weight", "1", "2", "-1", number, false},
		{"job_costs_yuan", "1", "2", "x", money, false},
		{"rigid_costs_yuan", "1", "2", "x", money, false},
		{"paid_yuan", "1", "2", "x", money, false},
		{"paid_dibao_yuan", "1", "2", "x", money, false},
		{"paid_living_yuan", "1", "2", "x", money, false},
		{"paid_nursing_yuan", "1", "2", "x", money, false},
		{"paid_tekun_yuan", "1", "2", "x", money, false},
		{"people", "1", "2", "x", number, false},
		{"covered", "1", "2", "1.0", number, false},
		{"family_income_month_yuan", "1", "2", "x", money, false},
		{"family_income_year_yuan", "1", "2", "x", money, false},
		{"income_per_head_month_yuan", "1", "2", "x", money, false},
		{"income_per_head_year_yuan", "1", "2", "x", money, false},
		{"long_term_care", "yes", "no", "x", words, true},
		{"member_residence", "urban", "rural", "x", words, true},
		{"member_division", "elsewhere", "天元区", "长沙", place, true},
		{"own_property", "within", "over", "x", words, true},
		{"counted", "yes", "no", "x", words, true},
		{"relation", "applicant", "spouse", "x", words, true},
		{"absence", "prison", "clergy", "x", words, true},
		{"serious_illness", "yes", "no", "x", words, true},
		{"support", "none", "capable", "x", words, true},
		{"self_care", "full", "none", "x", words, true},
		{"placement", "home", "institution", "x", words, true},
		{"work_injury_nursing", "yes", "no", "x", words, true},
		{"child_scheme", "orphan", "unattended-full", "x", words, true},
		{"living_allowance_yuan", "1", "2", "x", money, true},
		{"nursing_allowance_yuan", "1", "2", "x", money, true},
		{"cannot", "eating", "-", "x", words, true},
		{"is_covered", "yes", "no", "x", words, true},
		{"own_income_month_yuan", "1", "2", "x", money, true},
		{"own_income_year_yuan", "1", "2", "x", money, true},
	} {
		header := c.column + ",household,member,born,serial\n"
		rest := ",甲,张三,1990-01-01,\n"
		options := register.Options{Division: standards.Youxian}
		_, faults := openAll(t, header+rest+c.good+rest+rest, options)
		assert.Empty(t, faults, c)
		_, faults = openAll(t, header+c.good+rest+c.good+rest, options)
		assert.Empty(t, faults, c)
		if c.column != "division" { // what the caller says of all is a statement already
			_, faults = openAll(t, header+c.good+rest+c.other+rest, options)
			require.NotEmpty(t, faults, c)
			assert.Equal(t, &register.Error{Line: 3, Column: c.column, Value: c.other, Code: "disagrees"}, faults[0], c)
		}
		_, faults = openAll(t, header+rest+c.bad+rest, options)
		assert.Equal(t, register.Errors{{Line: 3, Column: c.column, Value: c.bad, Code: c.code}}, faults, c)
		_, faults = openAll(t, header+rest+c.good+",甲,,,\n", options)
		var want register.Errors
		if c.ofMember {
			want = register.Errors{{Line: 3, Column: "member", Code: "required"}}
		}
		assert.Equal(t, want, faults, c)
	}
}

// What else is paid may stand in several columns, and is their sum.
func TestWhatElseIsPaid(t *testing.T) {
	const header = "户号,姓名,出生日期,价格补贴,节日补贴,分类施保金\n"
	for _, c := range []struct {
		rows   string
		want   standards.Amount
		faults register.Errors
	}{
		{"甲,张三,1990-01-01,1,2,3\n", yuan(6), nil},
		{"甲,张三,1990-01-01,,,3\n", yuan(3), nil},
		{"甲,张三,1990-01-01,0,,\n", yuan(0), nil},
		{"甲,张三,1990-01-01\n", standards.Amount{}, nil},
		{"甲,张三,1990-01-01,,,\n甲,李四,1990-01-01,,2,\n", yuan(2), nil},
		{"甲,张三,1990-01-01,1,2,\n甲,李四,1990-01-01,2,1,\n甲,王五,1990-01-01,,,\n", yuan(3), nil},
		{"甲,张三,1990-01-01,1,2,\n甲,李四,1990-01-01,2,2,\n", standards.Amount{}, nil},
		{"甲,张三,1990-01-01,1,2,\n甲,李四,1990-01-01,2,2,\n甲,王五,1990-01-01,3,,\n", standards.Amount{}, nil},
		{"甲,张三,1990-01-01,1,x,y\n", standards.Amount{}, register.Errors{{Line: 2, Column: "节日补贴", Value: "x", Code: "money-format"}}},
	} {
		records, faults := openAll(t, header+c.rows, register.Options{Division: standards.Youxian})
		assert.Equal(t, c.faults, faults, c.rows)
		assert.Equal(t, c.want, records[0].PaidOf.Other, c.rows)
	}
	_, faults := sheetAll(t, header+"甲,张三,1990-01-01,1,2,x\n", register.Options{Division: standards.Youxian})
	assert.Equal(t, register.Errors{{Line: 2, Cell: "F2", Column: "分类施保金", Value: "x", Code: "money-format"}}, faults)
}

// A disability or an illness that is named without a certificate or finding is a warning, once.
func TestHealthIsAWarning(t *testing.T) {
	for _, c := range []struct {
		category, grade, ill, first, second string
		want                                string // the column that is warned of
	}{
		{"", "", "", "肢体残疾", "", "健康状况"}, {"", "", "", "", "肺癌", "病种"}, {"", "", "", "尿毒症", "白血病", "健康状况"}, {"", "", "", "慢性病", "", "健康状况"},
		{"", "", "", "良好", "高血压病", "病种"}, {"", "", "", "健康", "", ""}, {"", "", "", "无残疾", "未患病", ""}, {"", "", "", "非残疾", "", ""}, {"", "", "", "", "", ""},
		{"肢体", "二级", "", "残疾", "", ""}, {"无", "无", "", "残疾", "", "健康状况"}, {"", "", "是", "肺癌", "", ""}, {"", "", "否", "肺癌", "", ""},
	} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,残疾类别,残疾等级,是否重病,健康状况,病种\n甲,攸县,张三,1990-01-01,"+
			strings.Join([]string{c.category, c.grade, c.ill, c.first, c.second}, ",")+"\n", register.Options{})
		require.Empty(t, faults)
		if c.want == "" {
			assert.Empty(t, records[0].Warnings, c)
			continue
		}
		require.Len(t, records[0].Warnings, 1, c)
		value := c.first
		if c.want == "病种" {
			value = c.second
		}
		assert.Equal(t, &register.Error{Line: 2, Column: c.want, Value: value, Code: register.CodeHealth}, records[0].Warnings[0])
	}
}

// An amount in the column of words that says where income comes from is refused: nothing reads it.
func TestAnAmountAmongTheSourcesOfIncome(t *testing.T) {
	for cell, refused := range map[string]bool{"务农": false, "": false, "退休金200元": true, "9": true, "种田0": true} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,收入来源\n甲,攸县,张三,1990-01-01,"+cell+"\n", register.Options{})
		var want register.Errors
		if refused {
			want = register.Errors{{Line: 2, Column: "收入来源", Value: cell, Code: "carries"}}
		}
		assert.Equal(t, want, faults, cell)
		assert.Equal(t, []string{cell}, records[0].Kept)
	}
}

// The total of a member's incomes is for the period that its header states, or that of the incomes
// beside it, or that of the row.
func TestThePeriodOfATotal(t *testing.T) {
	for _, c := range []struct {
		header, cells string
		want          []assistance.Income
		code          string
	}{
		{"收入合计（元/月）", "5", other(5_00, perMonth), ""}, {"收入合计（元/年）", "5", other(5_00, perYear), ""}, {"收入合计", "5", nil, "period"}, {"收入合计", "", nil, ""},
		{"收入合计,收入周期", "5,月", other(5_00, perMonth), ""}, {"收入合计,收入周期", "5,年", other(5_00, perYear), ""}, {"收入合计,收入周期", "5,", nil, "period"},
		{"收入合计,工资性收入（元/年）", "5,", other(5_00, perYear), ""}, {"收入合计,其他收入（元/月）", "5,", other(5_00, perMonth), ""},
		{"收入合计（元/年）,其他收入（元/月）", "5,", other(5_00, perYear), ""}, {"收入合计,工资性收入（元/年）,其他收入（元/月）", "5,,", other(5_00, perYear), ""},
		{"收入合计,工资性收入（元/年）,收入周期", "5,,年", other(5_00, perYear), ""}, {"收入合计,工资性收入（元/年）,收入周期", "5,,月", other(5_00, perYear), ""},
	} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,"+c.header+"\n甲,攸县,张三,1990-01-01,"+c.cells+"\n", register.Options{})
		var want register.Errors
		if c.code != "" {
			want = register.Errors{{Line: 2, Column: "收入合计", Value: "5", Code: c.code}}
		}
		assert.Equal(t, want, faults, c)
		assert.Equal(t, c.want, records[0].Household.Members[0].Income, c)
	}
}

// A place that may name more or less states the division where it names one; where it names none,
// it says nothing beside what states the division.
func TestTheDivisionOfARegion(t *testing.T) {
	unknown := register.Errors{{Line: 2, Column: "地区", Value: "长沙市", Code: "unknown-place"}}
	for _, c := range []struct {
		name, header, cells string
		option, want        standards.Place
		faults              register.Errors
	}{
		{"a street", "地区", "湖南省株洲市天元区嵩山路街道", 0, standards.Tianyuan, nil},
		{"blank", "地区", "", 0, 0, nil},
		{"no division", "地区", "长沙市", 0, 0, unknown},
		{"no division, but the caller says which", "地区", "长沙市", standards.Youxian, standards.Youxian, nil},
		{"another than the caller says", "地区", "天元区", standards.Youxian, standards.Youxian,
			register.Errors{{Line: 2, Column: "地区", Value: "天元区", Code: "disagrees"}}},
		{"no division beside one", "地区,县市区", "长沙市,攸县", 0, standards.Youxian, nil},
		{"no division beside a column of them", "县市区,地区", ",长沙市", 0, 0, nil},
		{"another than the division", "地区,县市区", "天元区,攸县", 0, standards.Youxian,
			register.Errors{{Line: 2, Column: "地区", Value: "天元区", Code: "disagrees"}}},
		{"a division beside a blank one", "地区,县市区", "天元区,", 0, standards.Tianyuan, nil},
	} {
		records, faults := openAll(t, c.header+",户号,姓名,出生日期\n"+c.cells+",甲,张三,1990-01-01\n", register.Options{Division: c.option})
		assert.Equal(t, c.faults, faults, c.name)
		assert.Equal(t, c.want, records[0].Household.Division, c.name)
	}
}

// A household has at most a hundred members; the rows of the next are refused, and no other.
func TestTooManyMembers(t *testing.T) {
	for count, want := range map[int]register.Errors{100: nil, 101: {{Line: 102, Column: "姓名", Value: "人100", Code: "too-many"}}} {
		var text strings.Builder
		text.WriteString("户号,县市区,姓名,出生日期\n")
		for i := range count {
			fmt.Fprintf(&text, "甲,攸县,人%d,1990-01-01\n", i)
		}
		records, faults := openAll(t, text.String()+"甲,,人0,\n", register.Options{})
		assert.Equal(t, want, faults)
		assert.Len(t, records[0].Household.Members, 100)
	}
}

// A member is known by the name or, where there is none, by the identity number, of which the check
// character may be small.
func TestWhatAMemberIsCalled(t *testing.T) {
	for _, c := range []struct {
		rows   string
		ids    []string
		faults register.Errors
	}{
		{"张三,1990-01-01,\n", []string{"张三"}, nil},
		{",,11010519491231002x\n", []string{"11010519491231002X"}, nil},
		{",,11010519491231002x\n,,11010519491231002X\n", []string{"11010519491231002X"}, nil},
		{"张三,,11010519491231002x\n", []string{"张三"}, nil},
		{"11010519491231002x,,\n", []string{"11010519491231002x"}, nil},
		{"张三,,\n", []string{"张三"}, register.Errors{{Line: 2, Column: "出生日期", Code: "required"}}},
		{"张三,x,\n", []string{"张三"}, register.Errors{{Line: 2, Column: "出生日期", Value: "x", Code: "date-format"}}},
		{"张三,,5\n", []string{"张三"}, register.Errors{{Line: 2, Column: "身份证号", Value: "5", Code: "identity"}}},
		{"张三,1990-01-01,\n张三,,\n李四,,\n", []string{"张三", "李四"}, register.Errors{{Line: 4, Column: "出生日期", Code: "required"}}},
		{"张三,1990-01-01,\n,1990-01-01,\n", []string{"张三"}, register.Errors{{Line: 3, Column: "姓名", Code: "required"}}},
		{"张三,1990-01-01,\n,,\n", []string{"张三"}, nil},
	} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,身份证号\n甲,攸县,"+strings.ReplaceAll(strings.TrimSuffix(c.rows, "\n"), "\n", "\n甲,,")+"\n", register.Options{})
		assert.Equal(t, c.faults, faults, c)
		var ids []string
		for _, m := range records[0].Household.Members {
			ids = append(ids, m.ID)
		}
		assert.Equal(t, c.ids, ids, c)
	}
}

// A hukou that is neither urban nor rural is settled for a household by what the caller says of the
// file, and never for a member.
func TestAUnifiedHukouOfAFileOfOneKind(t *testing.T) {
	const header = "户号,县市区,户口性质,成员户口性质,姓名,出生日期\n"
	for _, c := range []struct {
		name, rows string
		option     standards.Residence
		want       standards.Residence
		faults     register.Errors
		warnings   []int // lines
	}{
		{"the caller says urban", "甲,攸县,居民户口,,张三,1990-01-01\n", standards.Urban, standards.Urban, nil, nil},
		{"the caller says rural, a row urban", "甲,攸县,城镇,,张三,1990-01-01\n", standards.Rural, standards.Rural,
			register.Errors{{Line: 2, Column: "户口性质", Value: "城镇", Code: "disagrees"}}, nil},
		{"the caller says nothing", "甲,攸县,居民户口,,张三,1990-01-01\n甲,,居民户口,,李四,1990-01-01\n", 0, 0, nil, []int{2}},
		{"two members", "甲,攸县,,居民户口,张三,1990-01-01\n甲,,,居民户口,李四,1990-01-01\n", 0, 0, nil, []int{2}},
		{"of a member, and the caller says urban", "甲,攸县,,,张三,1990-01-01\n甲,,,居民户口,李四,1990-01-01\n", standards.Urban, standards.Urban,
			register.Errors{{Line: 3, Column: "成员户口性质", Value: "居民户口", Code: register.CodeUnifiedHukou}}, []int{3}},
		{"no kind after it", "甲,攸县,居民户口,,张三,1990-01-01\n甲,,x,,李四,1990-01-01\n", 0, 0,
			register.Errors{{Line: 3, Column: "户口性质", Value: "x", Code: "not-a-value"}}, []int{2}},
		{"blank after it", "甲,攸县,居民户口,,张三,1990-01-01\n甲,,,,李四,1990-01-01\n", 0, 0, nil, []int{2}},
		{"a member's kind, then none", "甲,攸县,,农业,张三,1990-01-01\n甲,,,居民户口,张三,\n", 0, 0,
			register.Errors{{Line: 3, Column: "成员户口性质", Value: "居民户口", Code: "disagrees"}}, nil},
		{"of another household", "甲,攸县,居民户口,,张三,1990-01-01\n乙,攸县,居民户口,,张三,1990-01-01\n", 0, 0, nil, []int{2, 3}},
	} {
		records, faults := openAll(t, header+c.rows, register.Options{Residence: c.option})
		assert.Equal(t, c.faults, faults, c.name)
		assert.Equal(t, c.want, records[0].Household.Residence, c.name)
		var lines []int
		for _, r := range records {
			for _, w := range r.Warnings {
				assert.Equal(t, register.CodeUnifiedHukou, w.Code)
				lines = append(lines, w.Line)
			}
		}
		assert.Equal(t, c.warnings, lines, c.name)
	}
}

// A second applicant is the one whom another row names; of a third the first is told too.
func TestThreeApplicants(t *testing.T) {
	records, faults := openAll(t, "户号,县市区,姓名,出生日期,与户主关系\n甲,攸县,张三,1990-01-01,\n甲,,李四,1990-01-01,户主\n甲,,张三,,户主\n甲,,李四,,户主\n甲,,王五,1990-01-01,本人\n"+
		"乙,攸县,张四,1990-01-01,户主\n", register.Options{})
	require.Empty(t, faults)
	assert.Equal(t, register.Errors{
		{Line: 4, Column: "与户主关系", Value: "户主", Code: register.CodeApplicants, Detail: "3"},
		{Line: 6, Column: "与户主关系", Value: "本人", Code: register.CodeApplicants, Detail: "3"},
	}, records[0].Warnings)
	assert.Empty(t, records[1].Warnings)
}

// The self-care of a member is refused where it was stated, which may be a later row.
func TestWhereSelfCareStands(t *testing.T) {
	records, faults := openAll(t, "户号,县市区,姓名,出生日期,self_care\n甲,攸县,张三,1940-01-01,\n甲,,张三,,全自理\n甲,,张三,,全自理\n甲,,张三,,\n", register.Options{})
	require.Empty(t, faults)
	assert.Equal(t, eldercare.Full, records[0].Household.Members[0].SelfCare)
	var located register.Errors
	require.True(t, errors.As(records[0].Locate(assistance.Errors{{Path: "members[0].selfCare", Value: "full", Code: "x"}, {Path: "members[0].born", Code: "x"}}), &located))
	assert.Equal(t, register.Errors{{Line: 3, Column: "self_care", Value: "full", Code: "x"}, {Line: 2, Column: "出生日期", Code: "x"}}, located)
}

// Activities stand in one cell, with any of the marks that lists have; a dash says that there are
// none.
func TestActivitiesInOneCell(t *testing.T) {
	both := []eldercare.Activity{eldercare.Eating, eldercare.Bathing}
	for cell, want := range map[string][]eldercare.Activity{
		"eating": {eldercare.Eating}, "吃饭": {eldercare.Eating}, "eating bathing": both, "吃饭、洗澡": both, "吃饭，洗澡": both, "吃饭;洗澡": both, "吃饭；洗澡": both,
		"\"吃饭,洗澡\"": both, "、吃饭、、洗澡 ": both, "-": {}, "": nil,
	} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,cannot\n甲,攸县,张三,1940-01-01,"+cell+"\n甲,,张三,,\n甲,,张三,,"+cell+"\n", register.Options{})
		require.Empty(t, faults, cell)
		assert.Equal(t, want, records[0].Household.Members[0].Cannot, cell)
	}
	for _, cell := range []string{"--", "吃饭 x", "x 吃饭", "- 吃饭", "、"} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,cannot\n甲,攸县,张三,1940-01-01,"+cell+"\n", register.Options{})
		assert.Equal(t, register.Errors{{Line: 2, Column: "cannot", Value: cell, Code: "not-a-value"}}, faults)
		assert.Nil(t, records[0].Household.Members[0].Cannot)
	}
}

// A day has four digits of the year, one or two of the month and of the day, and one mark between;
// or eight digits alone. Midnight behind it is none.
func TestTheFormOfADay(t *testing.T) {
	for text, want := range map[string]standards.Date{
		"1968-3-2": standards.Day(1968, 3, 2), "1968.12.31": standards.Day(1968, 12, 31), "1968年3月2": standards.Day(1968, 3, 2), "2020-02-29": standards.Day(2020, 2, 29),
		"19681231": standards.Day(1968, 12, 31), "1968-03-02 0:00:00.000": standards.Day(1968, 3, 2), "19680302 00:00": standards.Day(1968, 3, 2),
		"2021-02-29": {}, "1968-13-01": {}, "1968-00-01": {}, "1968-01-00": {}, "1968-01-32": {}, "968-3-2": {}, "01968-3-2": {}, "1968-003-2": {}, "1968-3-002": {},
		"1968-3": {}, "1968": {}, "1968-3-": {}, "1968--2": {}, "-3-2": {}, "1968-3-2-1": {}, "19680302-": {}, "19680302-5-6": {}, "196803021": {}, "1968年3月": {}, "日": {},
		"1968-03-02T00:00": {}, "1968-0a-02": {}, "1968-03-0a": {}, "196a-03-02": {}, "1968030b": {}, "1968-03-02 0:01": {}, "1968-03-02 9": {}, "1968 03 02": {},
		"19680230": {}, "19680000": {}, "+968-03-02": {}, "1968-+3-02": {}, "1968:03:02": {}, "1968/03/0/": {}, "1968-0:-02": {},
	} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期\n甲,攸县,张三,"+text+"\n", register.Options{})
		assert.Equal(t, want, records[0].Household.Members[0].Born, text)
		if want.IsZero() {
			assert.Equal(t, register.Errors{{Line: 2, Column: "出生日期", Value: text, Code: "date-format"}}, faults, text)
			continue
		}
		assert.Empty(t, faults, text)
	}
}
