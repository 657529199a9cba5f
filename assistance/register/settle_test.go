package register_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// openAll reads a register with options: every record, those that are refused too, and every fault.
func openAll(t testing.TB, text string, options register.Options) (records []register.Record, faults register.Errors) {
	t.Helper()
	return all(t, register.Open(strings.NewReader(text), options))
}

// sheetAll is openAll for the rows of a sheet.
func sheetAll(t testing.TB, text string, options register.Options) (records []register.Record, faults register.Errors) {
	t.Helper()
	return all(t, register.OpenRows(sheetOf(text), options))
}

func all(t testing.TB, file *register.File) (records []register.Record, faults register.Errors) {
	t.Helper()
	require.NoError(t, file.Err())
	for record, err := range file.Records() {
		var list register.Errors
		if err != nil {
			require.True(t, errors.As(err, &list), "%v", err)
		}
		faults = append(faults, list...)
		records = append(records, record)
	}
	return records, faults
}

// none is an income that is stated to be none; nil is one that is not stated.
var none = []assistance.Income{}

// other is an income of no stated kind.
func other(fen int64, per standards.Period) []assistance.Income {
	return []assistance.Income{{Kind: standards.OtherIncome, Amount: standards.Fen(fen, per)}}
}

const perMonth, perYear = standards.PerMonth, standards.PerYear

// A child whose kind the word does not tell is minor until the eighteenth birthday, on the day for
// which households are decided or, where that is not known, on the first day of the standards.
func TestAChildIsMinorUntilEighteen(t *testing.T) {
	for _, c := range []struct {
		on   standards.Date
		born string
		want benefit.Relation
	}{
		{standards.Date{}, "2002-01-01", benefit.AdultChild},
		{standards.Date{}, "2002-01-02", benefit.MinorChild},
		{standards.Date{}, "2003-01-01", benefit.MinorChild},
		{standards.Date{}, "2001-12-31", benefit.AdultChild},
		{standards.Day(2020, time.October, 1), "2002-10-01", benefit.AdultChild},
		{standards.Day(2020, time.October, 1), "2002-10-02", benefit.MinorChild},
		{standards.Day(2020, time.October, 1), "1950-10-02", benefit.AdultChild},
	} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,与户主关系\n甲,攸县,张三,1945-01-01,户主\n甲,,张四,"+c.born+",长女\n甲,,张五,1990-01-01,配偶\n",
			register.Options{On: c.on})
		require.Empty(t, faults)
		members := records[0].Household.Members
		assert.Equal(t, c.want, members[1].Relation, c)
		assert.Equal(t, benefit.Applicant, members[0].Relation)
		assert.Equal(t, benefit.Spouse, members[2].Relation)
	}
}

// A household of which everyone stands in a relation to a head who is not there may lack others.
func TestAHouseholdWithoutItsHead(t *testing.T) {
	const header = "与户主关系,户号,县市区,姓名,出生日期,家庭人口数\n"
	noHead := register.Errors{{Line: 2, Column: "与户主关系", Code: "no-head"}}
	for _, c := range []struct {
		name, rows string
		want       register.Errors
	}{
		{"two, and no head", "配偶,甲,攸县,张三,1990-01-01,\n父亲,甲,,李四,1960-01-01,\n", noHead},
		{"one alone", "配偶,甲,攸县,张三,1990-01-01,\n", noHead},
		{"the head is the second", "配偶,甲,攸县,张三,1990-01-01,\n户主,甲,,李四,1960-01-01,\n", nil},
		{"one of no stated relation", "配偶,甲,攸县,张三,1990-01-01,\n,甲,,李四,1960-01-01,\n", nil},
		{"the number of people says that all are listed", "配偶,甲,攸县,张三,1990-01-01,1\n", nil},
		{"no member", ",甲,攸县,,,\n", register.Errors{{Line: 2, Column: "姓名", Code: "required"}}},
		{"the head of the household before", "户主,甲,攸县,张三,1990-01-01,\n配偶,乙,攸县,李四,1960-01-01,\n",
			register.Errors{{Line: 3, Column: "与户主关系", Code: "no-head"}}},
	} {
		_, faults := openAll(t, header+c.rows, register.Options{})
		assert.Equal(t, c.want, faults, c.name)
	}
	_, faults := sheetAll(t, header+"配偶,甲,攸县,张三,1990-01-01,\n", register.Options{})
	assert.Equal(t, register.Errors{{Line: 2, Cell: "A2", Column: "与户主关系", Code: "no-head"}}, faults)
}

// The income of a member as a whole is taken where nothing else is stated, and checked against the
// kinds of income and against another such sum.
func TestTheIncomeOfAMemberAsAWhole(t *testing.T) {
	const header = "户号,县市区,姓名,出生日期,月收入,年收入,收入合计(元/年),工资性收入(元/年),转移性收入(元/年)\n"
	fault := func(column, value, detail string) register.Errors {
		return register.Errors{{Line: 3, Column: column, Value: value, Code: "income-sum", Detail: detail}}
	}
	wages := func(fen int64) []assistance.Income {
		return []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(fen, perYear)}}
	}
	for _, c := range []struct {
		name, cells string
		want        []assistance.Income
		faults      register.Errors
	}{
		{"nothing", ",,,,", nil, nil},
		{"a month", "300,,,,", other(300_00, perMonth), nil},
		{"a fen", "0.01,,,,", other(1, perMonth), nil},
		{"none", "0,,,,", none, nil},
		{"a year", ",3600,,,", other(3600_00, perYear), nil},
		{"a total", ",,3600,,", other(3600_00, perYear), nil},
		{"a month before a year", "300,3600,3600,,", other(300_00, perMonth), nil},
		{"a year that is no whole fen a month", "300,3600.06,,,", other(300_00, perMonth), nil},
		{"a year that is more", "300,3600.07,,,", other(300_00, perMonth), fault("年收入", "3600.07", "300.00元/月")},
		{"a year that is less", "300,3599.94,,,", other(300_00, perMonth), nil},
		{"a year that is less by more", "300,3599.93,,,", other(300_00, perMonth), fault("年收入", "3599.93", "300.00元/月")},
		{"a total that is not the year", ",3600,3600.01,,", other(3600_00, perYear), fault("收入合计(元/年)", "3600.01", "3600.00元/年")},
		{"none and some", "0,5,,,", none, fault("年收入", "5", "0.00元/月")},

		{"kinds alone", ",,,100,", wages(100_00), nil},
		{"kinds and their sum", ",,100,100,", wages(100_00), nil},
		{"kinds that are none", ",,0,0,0", none, nil},
		{"a sum of none", ",,1,0,0", none, fault("收入合计(元/年)", "1", "0.00元/年")},
		{"a sum that is more", ",,100.01,100,", wages(100_00), fault("收入合计(元/年)", "100.01", "100.00元/年")},
		{"a sum that is less", ",,99.99,100,", wages(100_00), fault("收入合计(元/年)", "99.99", "100.00元/年")},
		{"a month of the sum, to the fen", "8.33,,,100,", wages(100_00), nil},
		{"a month, a fen more", "8.34,,,100,", wages(100_00), fault("月收入", "8.34", "100.00元/年")},
		{"the year of the sum", ",100,,100,", wages(100_00), nil},
		{"not the year of the sum", ",101,,100,", wages(100_00), fault("年收入", "101", "100.00元/年")},
		{"neither the month nor the year", "9,101,,100,", wages(100_00),
			append(fault("月收入", "9", "100.00元/年"), fault("年收入", "101", "100.00元/年")...)},
	} {
		records, faults := openAll(t, header+"甲,攸县,李四,1980-01-01,7,,,,\n甲,,张三,1990-01-01,"+c.cells+"\n", register.Options{})
		assert.Equal(t, c.faults, faults, c.name)
		assert.Equal(t, c.want, records[0].Household.Members[1].Income, c.name)
		assert.Equal(t, other(7_00, perMonth), records[0].Household.Members[0].Income)
	}
	_, faults := sheetAll(t, header+"甲,攸县,李四,1980-01-01,,,,,\n甲,,张三,1990-01-01,,,,,\n甲,,张三,,,5,6,,\n", register.Options{})
	assert.Equal(t, register.Errors{{Line: 4, Cell: "G4", Column: "收入合计(元/年)", Value: "6", Code: "income-sum", Detail: "5.00元/年"}}, faults,
		"the figure stands on a later row of the member")
}

// An income that is taken as a whole stands where it was stated.
func TestWhereAnIncomeAsAWholeStands(t *testing.T) {
	records, faults := openAll(t, "户号,县市区,姓名,出生日期,工资性收入(元/年),月收入,家庭月收入\n"+
		"甲,攸县,张三,1990-01-01,5,,\n甲,,李四,1980-01-01,,,\n甲,,李四,,,300,\n"+
		"乙,攸县,王五,1990-01-01,,,\n乙,,王五,,,,200\n"+
		"丙,攸县,王六,1990-01-01,,,\n丙,,王七,1990-01-01,,,200\n", register.Options{})
	require.Empty(t, faults)
	line := func(r *register.Record, path string) int {
		var list register.Errors
		require.True(t, errors.As(r.Locate(assistance.Errors{{Path: path, Code: "money-range"}}), &list))
		return list[0].Line
	}
	assert.Equal(t, 2, line(&records[0], "members[0].income[0].yuan"))
	assert.Equal(t, 4, line(&records[0], "members[1].income[0].yuan"))
	assert.Equal(t, 6, line(&records[1], "members[0].income[0].yuan"))
	assert.Equal(t, 8, line(&records[2], "income[0].yuan"))
}

// Parts of what is paid may come to less than all of it, as other support has no column, and never
// to more.
func TestPartsOfWhatIsPaidToAHousehold(t *testing.T) {
	const header = "户号,县市区,姓名,出生日期,低保金,生活补贴,护理补贴,供养金,价格补贴,节日补贴,合计金额\n"
	for _, c := range []struct {
		cells string
		want  string // the sum that is more; "": nothing is wrong
	}{
		{"100,20,3,,1,2,126", ""}, {"100,20,3,,1,2,125.99", "126.00"}, {"100,20,3,,1,2,127", ""}, {"100,20,3,,1,2,", ""},
		{",,,700,,,699", "700.00"}, {",,,,,9,5", "9.00"}, {",,,,,,5", ""}, {"0,0,0,0,0,0,0", ""},
	} {
		records, faults := openAll(t, header+"甲,攸县,张三,1990-01-01,"+c.cells+"\n", register.Options{})
		var want register.Errors
		if c.want != "" {
			want = register.Errors{{Line: 2, Column: "合计金额", Value: c.cells[strings.LastIndexByte(c.cells, ',')+1:], Code: "paid-sum", Detail: c.want}}
		}
		assert.Equal(t, want, faults, c)
		require.Len(t, records, 1)
		if c.cells == "100,20,3,,1,2,126" {
			assert.Equal(t, register.PaidOf{Dibao: yuan(100), Living: yuan(20), Nursing: yuan(3), Other: yuan(3)}, records[0].PaidOf)
			assert.Equal(t, yuan(126), records[0].Paid)
		}
	}
	_, faults := sheetAll(t, "户号,县市区,姓名,出生日期,合计金额,低保金\n甲,攸县,张三,1990-01-01,,5\n甲,,张三,,4,5\n甲,,张三,,4.00,5\n", register.Options{})
	assert.Equal(t, register.Errors{{Line: 3, Cell: "E3", Column: "合计金额", Value: "4", Code: "paid-sum", Detail: "5.00"}}, faults,
		"the figure is named where it stands first")
}

// How many people a household has is that of its rows, or of those who count; how many are covered
// is that of those who are said to be, or of those who count.
func TestNumbersOfPeople(t *testing.T) {
	const header = "户号,县市区,家庭人口数,保障人数,姓名,出生日期,是否计入,是否享受\n"
	people := func(value, found string) register.Errors {
		return register.Errors{{Line: 2, Column: "家庭人口数", Value: value, Code: "count", Detail: found}}
	}
	covered := func(value, found string) register.Errors {
		return register.Errors{{Line: 2, Column: "保障人数", Value: value, Code: "count", Detail: found}}
	}
	for _, c := range []struct {
		name, of   string    // how many people, and how many are covered
		first      [2]string // of the first member: counted, covered
		second     [2]string // and of the second
		rows       string    // what follows
		want       register.Errors
		wantClaims register.Claims
	}{
		{"neither", ",", [2]string{}, [2]string{}, "", nil, register.Claims{}},
		{"as many", "2,2", [2]string{}, [2]string{}, "", nil, register.Claims{People: 2, Covered: 2}},
		{"one more", "3,", [2]string{}, [2]string{}, "", people("3", "2"), register.Claims{People: 3}},
		{"one less", "1,", [2]string{}, [2]string{}, "", people("1", "2"), register.Claims{People: 1}},
		{"of whom one does not count", "1,", [2]string{}, [2]string{"否"}, "", nil, register.Claims{People: 1}},
		{"all, of whom one does not count", "2,", [2]string{}, [2]string{"否"}, "", nil, register.Claims{People: 2}},
		{"neither all nor those who count", "3,", [2]string{}, [2]string{"否"}, "", people("3", "2"), register.Claims{People: 3}},
		{"none is no number of people", "0,", [2]string{}, [2]string{}, "", nil, register.Claims{}},
		{"one covered too few", ",1", [2]string{}, [2]string{}, "", covered("1", "2"), register.Claims{Covered: 1}},
		{"one covered too many", ",3", [2]string{}, [2]string{}, "", covered("3", "2"), register.Claims{Covered: 3}},
		{"those who count are covered", ",1", [2]string{"是"}, [2]string{"否"}, "", nil, register.Claims{Covered: 1}},
		{"none is covered, and nothing is said of members", ",0", [2]string{}, [2]string{}, "", nil, register.Claims{}},
		{"one is covered", ",1", [2]string{"", "是"}, [2]string{"否", "否"}, "", nil, register.Claims{Covered: 1}},
		{"one is covered, not two", ",2", [2]string{"", "是"}, [2]string{"是", "否"}, "", covered("2", "1"), register.Claims{Covered: 2}},
		{"of one nothing is said", ",1", [2]string{"", "是"}, [2]string{}, "", nil, register.Claims{Covered: 1}},
		{"none is covered", ",0", [2]string{"", "否"}, [2]string{"", "否"}, "", nil, register.Claims{}},
		{"none is covered, and one is said to be", ",1", [2]string{"", "否"}, [2]string{"", "否"}, "", covered("1", "0"), register.Claims{Covered: 1}},
		{"one is covered, and none is said to be", ",0", [2]string{"", "是"}, [2]string{"", "是"}, "", covered("0", "2"), register.Claims{}},
		{"how many are covered is blank", ",", [2]string{"", "是"}, [2]string{"", "是"}, "", nil, register.Claims{}},
		{"on a later row", ",", [2]string{}, [2]string{}, "甲,,3,2,李四,,,\n",
			register.Errors{{Line: 4, Column: "家庭人口数", Value: "3", Code: "count", Detail: "2"}}, register.Claims{People: 3, Covered: 2}},
		{"on each row", "3,", [2]string{}, [2]string{}, "甲,,3人,,李四,,,\n", people("3", "2"), register.Claims{People: 3}},
		{"another on a later row", "2,", [2]string{}, [2]string{}, "甲,,4,,李四,,,\n",
			register.Errors{{Line: 4, Column: "家庭人口数", Value: "4", Code: "disagrees"}}, register.Claims{People: 2}},
		{"none, and another on a later row", ",0", [2]string{}, [2]string{}, "甲,,,2,李四,,,\n",
			register.Errors{{Line: 4, Column: "保障人数", Value: "2", Code: "disagrees"}}, register.Claims{}},
		{"none on each row", "0,0", [2]string{}, [2]string{}, "甲,,0,0,李四,,,\n", nil, register.Claims{}},
		{"one hundred", "100,", [2]string{}, [2]string{}, "", people("100", "2"), register.Claims{People: 100}},
		{"more than a household has", "101,", [2]string{}, [2]string{}, "",
			register.Errors{{Line: 2, Column: "家庭人口数", Value: "101", Code: "number-range"}}, register.Claims{}},
		{"no number", "人,", [2]string{}, [2]string{}, "",
			register.Errors{{Line: 2, Column: "家庭人口数", Value: "人", Code: "number-range"}}, register.Claims{}},
	} {
		records, faults := openAll(t, header+"甲,攸县,"+c.of+",张三,1990-01-01,"+c.first[0]+","+c.first[1]+"\n甲,,,,李四,1980-01-01,"+
			c.second[0]+","+c.second[1]+"\n"+c.rows, register.Options{})
		assert.Equal(t, c.want, faults, c.name)
		assert.Equal(t, c.wantClaims, records[0].Claims, c.name)
	}
	_, faults := openAll(t, header+"甲,攸县,3,,,,,\n", register.Options{})
	assert.Equal(t, register.Errors{{Line: 2, Column: "姓名", Code: "required"}}, faults, "without a member there is nothing to count")
	_, faults = openAll(t, header+"甲,攸县,1,,张三,1990-01-01,,\n乙,攸县,,,李四,1990-01-01,,\n乙,,,,王五,1990-01-01,,\n", register.Options{})
	assert.Empty(t, faults, "the number is that of one household")
}

// Where some of a household are covered now and some are not, it is to be stated who counts.
func TestSomeAreCovered(t *testing.T) {
	const header = "户号,县市区,姓名,出生日期,是否享受,是否计入,离家原因\n"
	for _, c := range []struct {
		name, first, second string
		refused             bool
	}{
		{"both", "是,,", "是,,", false}, {"neither", "否,,", "否,,", false}, {"of one nothing is said", "是,,", ",,", false},
		{"one is not", "是,,", "否,,", true}, {"one is not, who counts", "是,,", "否,是,", false}, {"one is not, who does not count", "是,,", "否,否,", false},
		{"one is not, who is away", "是,,", "否,,服刑", false},
	} {
		_, faults := openAll(t, header+"甲,攸县,张三,1990-01-01,"+c.first+"\n甲,,李四,1980-01-01,"+c.second+"\n", register.Options{})
		var want register.Errors
		if c.refused {
			want = register.Errors{{Line: 3, Column: "是否享受", Code: "not-covered"}}
		}
		assert.Equal(t, want, faults, c.name)
	}
	_, faults := sheetAll(t, header+"甲,攸县,张三,1990-01-01,否,,\n甲,,李四,1980-01-01,享受,,\n甲,,王五,1980-01-01,不享受,,\n", register.Options{})
	assert.Equal(t, register.Errors{{Line: 2, Cell: "E2", Column: "是否享受", Code: "not-covered"},
		{Line: 4, Cell: "E4", Column: "是否享受", Code: "not-covered"}}, faults)
}
