package register_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// opened is the file of a text, of which nothing was read but the header.
func opened(text string) *register.File {
	return register.Open(strings.NewReader(text), register.Options{})
}

const people = "户号,县市区,姓名,出生日期"

// Rows above the header are few cells that name no column. They are counted, and the header says on
// which line it stands.
func TestTitlesAboveTheHeader(t *testing.T) {
	const row = "甲,攸县,张三,1990-01-01,\n"
	for _, c := range []struct {
		titles string
		ok     bool
	}{
		{"", true}, {"2020年低保花名册\n", true}, {"2020年低保花名册,,,,\n", true}, {"单位：某镇,,,2020年10月,\n", true},
		{"a,b,c,d,\n", true}, // four cells, and one that is blank
		{"a,b,c,d\n", false}, // four that are a row of their own
		{"a,b,c,d,e,\n", false}, {"某镇，某村\n", false}, {"某镇；某村\n", false}, {"某镇;某村,\n", false}, {"某镇\t某村,\n", false},
		{"花名册,姓名,\n", false}, // a header, and not all of it
		{strings.Repeat("标题\n", 20), true},
		{strings.Repeat("标题\n", 21), false},
	} {
		file := opened(c.titles + people + "\n" + row)
		titles := strings.Count(c.titles, "\n")
		if !c.ok {
			require.Error(t, file.Err(), c.titles)
			assert.Equal(t, min(titles, 21), file.HeaderLine, c.titles)
			continue
		}
		require.NoError(t, file.Err(), c.titles)
		assert.Equal(t, titles+1, file.HeaderLine, c.titles)
		assert.Equal(t, register.Skipped{Titles: titles}, file.Skipped(), c.titles)
	}
}

// A file without a header says why it has none.
func TestNoHeader(t *testing.T) {
	for text, want := range map[string]register.Errors{
		"":                             {{Line: 1, Code: "empty-input"}},
		"\n\n":                         {{Line: 1, Code: "empty-input"}},
		"花名册\n":                        {{Line: 1, Code: "no-header"}},
		"花名册\n某村\n":                    {{Line: 1, Code: "no-header"}},
		"花名册\n\n户号,\xd0\xd5\xc3\xfb\n": {{Line: 3, Code: "encoding", Detail: "GB18030"}},
		"花名册\n户号,\"姓名\n":               {{Line: 2, Code: "quote"}},
		"花名册\n\n户号,姓名\r甲,张三\r":       {{Line: 3, Code: "line-break"}},
		"户号,\"姓名\r\n（全\r名）\",出生日期\n": {{Line: 1, Code: "line-break"}},
	} {
		assert.Equal(t, want, opened(text).Err(), "%q", text)
	}
	require.NoError(t, opened("户号,县市区,\"姓\r\n名\",\"出生\r\n日期\"\n").Err(), "a cell of two lines")
	for _, before := range []string{"", "花名册\n"} {
		broken := register.Open(iotest.DataErrReader(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(before+"x")))), register.Options{})
		require.ErrorIs(t, broken.Err(), iotest.ErrTimeout)
	}
}

// A header of two rows is one where the second has a name under every group and every blank cell,
// and nothing else. Any other row is a household.
func TestASecondRowOfTheHeader(t *testing.T) {
	const first = people + ",备注,收入（元/月）,,,附注\n"
	for _, c := range []struct {
		name, first, second string
		joined              bool
	}{
		{"names under the group", first, ",,,,,工资性收入,转移性收入,经营性收入,\n", true},
		{"a short row", first, ",,,,,工资性收入,转移性收入,经营性收入\n", true},
		{"a blank under the group's first", first, ",,,,,,转移性收入,经营性收入,\n", false},
		{"a blank under the group's last", first, ",,,,,工资性收入,转移性收入,,\n", false},
		{"something under another name", first, "乙,,,,,工资性收入,转移性收入,经营性收入,\n", false},
		{"something under the last name", first, ",,,,,工资性收入,转移性收入,经营性收入,附\n", false},
		{"an amount", first, ",,,,,工资性收入,1,经营性收入,\n", false},
		{"an amount with marks", first, ",,,,,工资性收入,\"1,000.50\",经营性收入,\n", false},
		{"a dash", first, ",,,,,工资性收入,-,经营性收入,\n", false},
		{"too many cells", first, ",,,,,工资性收入,转移性收入,经营性收入,,\n", false},
		{"a row that cannot be read", first, ",,,,,工资性收入,转移性收入,\"经营性收入,\n", false},
		{"a row that is no text", first, ",,,,,工资性收入,转移性收入,\xb9\xa4,\n", false},
		{"no name is missing", people + ",备注\n", "残疾,,,,\n", false},
		{"only the first name is missing", "," + people + "\n", "备,,,,\n", false},
	} {
		file := opened(c.first + c.second)
		rows := 0
		for record := range file.Records() {
			rows += record.Rows
		}
		if c.joined {
			require.NoError(t, file.Err(), c.name)
			assert.Equal(t, register.Skipped{Titles: 1}, file.Skipped(), c.name)
			assert.Equal(t, "收入（元/月）.工资性收入", file.HeaderOf("wages_yuan"), c.name)
			assert.Equal(t, "收入（元/月）.转移性收入", file.HeaderOf("transfer_yuan"), c.name)
			assert.Equal(t, "收入（元/月）.经营性收入", file.HeaderOf("business_yuan"), c.name)
			assert.Equal(t, []string{"备注", "附注"}, file.Kept, c.name)
			assert.Zero(t, rows, c.name)
			continue
		}
		assert.Zero(t, file.Skipped().Titles, c.name)
		if file.Err() == nil {
			assert.Equal(t, 1, rows, c.name)
		}
	}
	file := opened("收入（元/月）,," + people + "\n工资性收入,转移性收入,,,,\n")
	require.NoError(t, file.Err(), "the group is the first column")
	assert.Equal(t, "收入（元/月）.转移性收入", file.HeaderOf("transfer_yuan"))
	file = opened(people + ",\n")
	require.NoError(t, file.Err())
	for record, err := range file.Records() {
		assert.Fail(t, "nothing follows the header", "%v %v", record, err)
	}
}

// What the rows are, which columns are passed through, and what is missing follow from the headers.
func TestLevelsAndKeptColumns(t *testing.T) {
	for _, c := range []struct {
		header string
		level  register.Level
		kept   []string
		faults register.Errors
	}{
		{people, register.LevelMembers, nil, nil},
		{"序号," + people + ",性别,备注", register.LevelMembers, []string{"性别", "备注"}, nil},
		{people + ",外号,,救助类别,收入来源,健康状况,物价补贴", register.LevelMembers, []string{"外号", "救助类别", "收入来源"}, nil},
		{"户号,户主姓名,低保证号,县市区,姓名,出生日期", register.LevelMembers, []string{"户主姓名", "低保证号"}, nil},
		{"户主姓名,低保证号,县市区,姓名,出生日期", register.LevelMembers, []string{"户主姓名"}, nil},
		{"户主姓名,户主身份证号,县市区,姓名,出生日期", register.LevelMembers, []string{"户主姓名"}, nil},
		{"户主姓名,县市区,姓名,出生日期", register.LevelMembers, nil, nil},
		{"户主姓名,申请人姓名,县市区,姓名,出生日期", register.LevelMembers, []string{"申请人姓名"}, nil},
		{"户号,户主身份证号,申请人身份证号,县市区,姓名,出生日期", register.LevelMembers, []string{"申请人身份证号"}, nil},
		{"县市区,姓名,与户主关系,出生日期", register.LevelUnkeyed, nil, register.Errors{{Line: 1, Code: "no-household"}}},
		{"姓名,与户主关系,出生日期", register.LevelUnkeyed, nil, register.Errors{{Line: 1, Code: "no-household"}, {Line: 1, Code: "no-division"}}},
		{"县市区,户号", register.LevelMembers, nil, register.Errors{{Line: 1, Column: "member", Code: "no-column"}}},
		{"县市区,户号,身份证号", register.LevelMembers, nil, nil},
		{"户号,姓名,出生日期", register.LevelMembers, nil, register.Errors{{Line: 1, Code: "no-division"}}},
		{"户号,地区,姓名,出生日期", register.LevelMembers, nil, nil},
		{people + ",家庭收入", register.LevelMembers, nil,
			register.Errors{{Line: 1, Column: "家庭收入", Code: "period", Detail: "家庭月收入、家庭年收入"}}},
		{people + ",人均收入", register.LevelMembers, nil,
			register.Errors{{Line: 1, Column: "人均收入", Code: "period", Detail: "月人均收入、年人均收入"}}},
		{people + ",户编号", register.LevelMembers, nil, register.Errors{{Line: 1, Column: "户编号", Code: "column-twice", Detail: "户号"}}},
		{people + ",生日", register.LevelMembers, nil, register.Errors{{Line: 1, Column: "生日", Code: "column-twice", Detail: "出生日期"}}},
		{people + ",养老金,房产", register.LevelMembers, nil,
			register.Errors{{Line: 1, Column: "养老金", Code: "carries"}, {Line: 1, Column: "房产", Code: "carries"}}},
		{"户主姓名,县市区,家庭人口数,家庭收入,低保金额,养老金", register.LevelHouseholds, nil, nil},
		{"户主姓名,低保证号,县市区,家庭人口数,低保金额", register.LevelHouseholds, []string{"户主姓名"}, nil},
		{"户主姓名,家庭人口数,低保金额", register.LevelHouseholds, nil, register.Errors{{Line: 1, Code: "no-division"}}},
		{"姓名,县市区,残疾证号,养老金", register.LevelCertificates, nil, nil},
		{"姓名,县市区,残疾证号,伤残等次,养老金", register.LevelCertificates, nil,
			register.Errors{{Line: 1, Column: "伤残等次", Code: "carries"}, {Line: 1, Column: "养老金", Code: "carries"}}},
		{"姓名,性别", register.LevelUnusable, []string{"性别"}, register.Errors{{Line: 1, Code: "extract"}}},
		{"姓名,性别,县市区,电话,地址", register.LevelUnusable, []string{"性别", "电话", "地址"}, register.Errors{{Line: 1, Code: "extract"}}},
	} {
		file := opened(c.header + "\n")
		assert.Equal(t, c.level, file.Level, c.header)
		assert.Equal(t, c.kept, file.Kept, c.header)
		if c.faults == nil {
			require.NoError(t, file.Err(), c.header)
			continue
		}
		assert.Equal(t, c.faults, file.Err(), c.header)
	}
	file := register.Open(strings.NewReader("户号,姓名,出生日期\n"), register.Options{Division: standards.Youxian})
	require.NoError(t, file.Err(), "the caller says the division")
}

// A column that the caller asks for is passed through first, in the order asked for, whatever else
// it is, and not twice.
func TestColumnsThatAreAskedFor(t *testing.T) {
	const header = people + ",备注,低保证号,救助类别,收入来源,工资性收入（元/月）,合计,附注\n"
	const row = "甲,攸县,张三,1990-01-01,b,d,低保,务农,100,100,f\n"
	for _, c := range []struct{ keep, headers, cells []string }{
		{nil, []string{"备注", "救助类别", "收入来源", "附注", "低保证号"}, []string{"b", "低保", "务农", "f", "d"}},
		{[]string{"附注", "合计", "户号"}, []string{"附注", "合计", "户号", "备注", "救助类别", "收入来源", "低保证号"},
			[]string{"f", "100", "甲", "b", "低保", "务农", "d"}},
		{[]string{"收入来源", "低保证号", "救助类别"}, []string{"收入来源", "低保证号", "救助类别", "备注", "附注"},
			[]string{"务农", "d", "低保", "b", "f"}},
	} {
		file := register.Open(strings.NewReader(header+row), register.Options{Keep: c.keep})
		require.NoError(t, file.Err())
		assert.Equal(t, c.headers, file.Kept)
		for record, err := range file.Records() {
			require.NoError(t, err)
			assert.Equal(t, c.cells, record.Kept)
			assert.Equal(t, c.cells, record.KeptOf(0))
		}
	}
	file := register.Open(strings.NewReader("户主姓名,申请人姓名,县市区,姓名,出生日期\n"), register.Options{Keep: []string{"申请人姓名"}})
	require.NoError(t, file.Err())
	assert.Equal(t, []string{"申请人姓名"}, file.Kept)
	file = register.Open(strings.NewReader(people+",备注,附注,备注\n"), register.Options{Keep: []string{"户号", "没有", "备注", "附注"}})
	assert.Equal(t, register.Errors{{Line: 1, Column: "没有", Code: "no-column"}, {Line: 1, Column: "备注", Code: "column-twice"}}, file.Err())
}

// Beside kinds of income 合计 is their sum and 其他 another kind, each with the unit and the period
// that its header states.
func TestTheSumAndTheRestBesideKindsOfIncome(t *testing.T) {
	month, year := standards.PerMonth, standards.PerYear
	for _, c := range []struct {
		columns, cells string
		want           []standards.Amount // of the incomes
		fault          *register.Error
	}{
		{"工资性收入（元/月）,其他（元/月）,合计", "100,20,120", []standards.Amount{standards.Fen(100_00, month), standards.Fen(20_00, month)}, nil},
		{"合计,工资性收入（元/月）", "120,100", nil, &register.Error{Line: 2, Column: "合计", Value: "120", Code: "income-sum", Detail: "1200.00元/年"}},
		{"小计,工资性收入（元/月）", "120,100", nil, &register.Error{Line: 2, Column: "小计", Value: "120", Code: "income-sum", Detail: "1200.00元/年"}},
		{"工资性收入（元/月）,合计（元/年）", "100,1200", []standards.Amount{standards.Fen(100_00, month)}, nil},
		{"工资性收入（元/年）,合计（元/月）", ",1000", []standards.Amount{standards.Fen(1000_00, month)}, nil},
		{"工资性收入（元/年）,月合计", ",1000", []standards.Amount{standards.Fen(1000_00, month)}, nil},
		{"工资性收入（元/年）,合计", ",1000", []standards.Amount{standards.Fen(1000_00, year)}, nil},
		{"工资性收入（元/年）,其他（元/月）", "1000,20", []standards.Amount{standards.Fen(1000_00, year), standards.Fen(20_00, month)}, nil},
		{"工资性收入（元/年）,其他/月", "1000,20", []standards.Amount{standards.Fen(1000_00, year), standards.Fen(20_00, month)}, nil},
		{"经营净收入（元/年）,其它（元/年）", "1000,20", []standards.Amount{standards.Fen(1000_00, year), standards.Fen(20_00, year)}, nil},
		{"财产净收入（元/年）,年其它", "1000,20", []standards.Amount{standards.Fen(1000_00, year), standards.Fen(20_00, year)}, nil},
		{"转移净收入（元/年）,其他", "1000,20", nil, &register.Error{Line: 2, Column: "income_per", Code: "required"}},
		{"工资性收入（元/月）,其他（万元）", "100,1.2", nil, &register.Error{Line: 1, Column: "其他（万元）", Code: "unit"}},
		{"工资性收入（元/月）,其他/月（元/年）", "100,12", nil, &register.Error{Line: 1, Column: "其他/月（元/年）", Code: "unit"}},
		{"工资性收入（元/月）,合计（万元）", "100,1.2", nil, &register.Error{Line: 1, Column: "合计（万元）", Code: "unit"}},
		{"工资性收入（元/月）,其他（元/月）,其它", "100,1,2", nil, &register.Error{Line: 1, Column: "其它", Code: "carries"}},
		{"工资性收入（元/月）,其他收入（元/月）,其他", "100,1,2", nil, &register.Error{Line: 1, Column: "其他", Code: "carries"}},
		{"工资性收入（元/月）,收入合计,合计", "100,100,999", []standards.Amount{standards.Fen(100_00, month)}, nil}, // the sum of something else
		{"月收入,其他,合计", "100,x,999", []standards.Amount{standards.Fen(100_00, month)}, nil},            // no kinds
	} {
		all := readAll(t, people+","+c.columns+"\n甲,攸县,张三,1990-01-01,"+c.cells+"\n")
		if c.fault != nil {
			assert.Equal(t, register.Errors{c.fault}, all.faults, c.columns)
			continue
		}
		require.Empty(t, all.faults, c.columns)
		var amounts []standards.Amount
		for _, income := range all.records[0].Household.Members[0].Income {
			amounts = append(amounts, income.Amount)
		}
		assert.Equal(t, c.want, amounts, c.columns)
	}
	file := opened("合计,其他（元/月）,备注," + people + ",工资性收入（元/月）,附注,小计\n")
	require.NoError(t, file.Err())
	assert.Equal(t, []string{"备注", "附注", "小计"}, file.Kept, "what is read is not passed through")
	assert.Equal(t, "合计", file.HeaderOf("income_total_yuan"))
	assert.Equal(t, "其他（元/月）", file.HeaderOf("other_yuan"))
}

// A header whose unit is not yuan, or whose period is not that of its column, is not read in yuan.
func TestAUnitThatDoesNotFit(t *testing.T) {
	for header, refused := range map[string]bool{
		"年收入（万元）": true, "月收入（元/年）": true, "工资性收入（千元）": true, "就业成本（元/年）": true, "刚性支出（万元）": true, "其他生活补贴（元/年）": true,
		"家庭收入（万元）": true, "年月收入": true, "就业成本（元/月）": false, "低保金（元/年）": false, "物价补贴（万元）": false, "备注（万元）": false, "外号（万元）": false,
	} {
		file := opened(people + "," + header + "\n")
		if refused && header != "年月收入" {
			assert.Equal(t, register.Errors{{Line: 1, Column: header, Code: "unit"}}, file.Err(), header)
			continue
		}
		assert.Equal(t, refused, file.Err() != nil, header)
	}
	require.NoError(t, opened("户主姓名,县市区,家庭人口数,低保金额,家庭年收入（万元）\n").Err(), "of a row a household nobody is decided")
}

// What the caller says of a header is read as that column is, in the unit and for the period that
// the header itself states.
func TestWhatTheCallerSaysOfAHeader(t *testing.T) {
	month, year := standards.PerMonth, standards.PerYear
	for _, c := range []struct {
		header, ours string
		want         standards.Amount
		fault        *register.Error
	}{
		{"退休金", "月收入", standards.Fen(100_00, month), nil},
		{"退休金", "own_income_year_yuan", standards.Fen(100_00, year), nil},
		{"退 休 金＊", "年收入", standards.Fen(100_00, year), nil}, // named without its spaces and marks
		{"退休金", "年转移净收入", standards.Fen(100_00, year), nil},
		{"退休金（元/年）", "转移净收入", standards.Fen(100_00, year), nil},
		{"退休金（元/年）", "转移净收入（元/年）", standards.Fen(100_00, year), nil},
		{"退休金（元/年）", "转移净收入（元/月）", standards.Amount{}, &register.Error{Line: 1, Column: "退休金（元/年）", Code: "unit"}},
		{"退休金（元/年）", "月收入", standards.Amount{}, &register.Error{Line: 1, Column: "退休金（元/年）", Code: "unit"}},
		{"退休金（万元）", "年收入", standards.Amount{}, &register.Error{Line: 1, Column: "退休金（万元）", Code: "unit"}},
		{"退休金", "没有的列", standards.Amount{}, &register.Error{Line: 1, Column: "退休金", Code: "unknown-column", Detail: "没有的列"}},
		{"退休金", "备注", standards.Amount{}, &register.Error{Line: 1, Column: "退休金", Code: "unknown-column", Detail: "备注"}},
	} {
		options := register.Options{Names: map[string]string{strings.NewReplacer(" ", "", "＊", "").Replace(c.header): c.ours}}
		file := register.Open(strings.NewReader(people+","+c.header+"\n甲,攸县,张三,1990-01-01,100\n"), options)
		if c.fault != nil {
			assert.Equal(t, register.Errors{c.fault}, file.Err(), c)
			continue
		}
		require.NoError(t, file.Err(), c)
		assert.Empty(t, file.Kept, c)
		for record, err := range file.Records() {
			require.NoError(t, err, c)
			assert.Equal(t, c.want, record.Household.Members[0].Income[0].Amount, c)
		}
	}
	options := register.Options{Names: map[string]string{"合计": "现发放金额", "补助（元/年）": "低保金"}}
	file := register.Open(strings.NewReader(people+",工资性收入（元/月）,合计\n甲,攸县,张三,1990-01-01,100,500\n"), options)
	require.NoError(t, file.Err())
	for record, err := range file.Records() {
		require.NoError(t, err, "what is paid is not the sum of the incomes")
		assert.Equal(t, standards.Fen(500_00, month), record.Paid)
	}
	file = register.Open(strings.NewReader("户主姓名,县市区,家庭人口数,补助（元/年）\n"), options)
	assert.Equal(t, register.Errors{{Line: 1, Column: "补助（元/年）", Code: "unit"}}, file.Err(), "nor read of a row a household")
}

// The column that tells households apart is the first of those that the file has, by what its rows
// are.
func TestTheColumnThatTellsHouseholdsApart(t *testing.T) {
	const number, certificate = "11010519491231002X", "11010519491231002X42"
	for _, c := range []struct{ header, row, id string }{
		{"低保证号,户主身份证号,户主姓名,户号,县市区,姓名,出生日期", "d,n,张三,甲,攸县,张三,1990-01-01", "甲"},
		{"低保证号,户主姓名,户主身份证号,县市区,姓名,出生日期", "d,张三," + number + ",攸县,张三,1990-01-01", number},
		{"户主姓名,低保证号,县市区,姓名,与户主关系,出生日期", "张三,d,攸县,张三,户主,1990-01-01", "d"},
		{"县市区,姓名,户主姓名,出生日期", "攸县,张三,李四,1990-01-01", "李四"},
		{"户主姓名,户主身份证号,低保证号,户号,县市区,家庭人口数,低保金额", "张三," + number + ",d,甲,攸县,1,5", "甲"},
		{"户主姓名,户主身份证号,低保证号,县市区,家庭人口数,低保金额", "张三," + number + ",d,攸县,1,5", "d"},
		{"户主姓名,身份证号,户主身份证号,县市区,家庭人口数,低保金额", "张三,x," + number + ",攸县,1,5", number},
		{"户主姓名,身份证号,县市区,家庭人口数,低保金额", "张三," + number + ",攸县,1,5", number},
		{"姓名,户主姓名,县市区,家庭人口数,低保金额", "李四,张三,攸县,1,5", ""},
		{"姓名,县市区,家庭人口数,低保金额", "李四,攸县,1,5", "李四"},
		{"姓名,残疾证号,身份证号,县市区", "张三," + certificate + "," + number + ",攸县", number},
		{"姓名,残疾证号,县市区,出生日期", "张三," + certificate + ",攸县,1949-12-31", certificate},
		{"县市区,残疾类别,残疾等级,姓名,出生日期", "攸县,肢体,二级,张三,1990-01-01", "张三"},
	} {
		for record, err := range opened(c.header + "\n" + c.row + "\n").Records() {
			if c.id == "" { // of people with a head each it is the head
				assert.Equal(t, "张三", record.Household.ID, c.header)
				continue
			}
			require.NoError(t, err, c.header)
			assert.Equal(t, c.id, record.Household.ID, c.header)
		}
	}
}

// Kinds of support, health and other payments may each stand in several columns: all are read.
func TestColumnsThatStandMoreThanOnce(t *testing.T) {
	file := opened("救助类别,户主姓名,县市区,家庭人口数,低保金额,人员类别,分类施保金,物价补贴\n低保,张三,攸县,1,5,老年人,2,3\n,李四,攸县,1,5,,,4\n")
	assert.Equal(t, register.LevelHouseholds, file.Level)
	assert.Equal(t, []string{"救助类别", "人员类别"}, file.Kept)
	var benefits []string
	var other []int64
	for record, err := range file.Records() {
		require.NoError(t, err)
		benefits, other = append(benefits, record.Benefit), append(other, record.PaidOf.Other.Fen())
	}
	assert.Equal(t, []string{"低保 老年人", ""}, benefits)
	assert.Equal(t, []int64{5_00, 4_00}, other)
	for _, health := range []string{"健康状况", "病种"} {
		for _, header := range []string{health + ",户号,县市区,姓名,出生日期,备注\n", "户号," + health + ",县市区,姓名,出生日期,备注\n"} {
			row := "癌症,甲,攸县,张三,1990-01-01,\n癌症,甲,,,,\n"
			if strings.HasPrefix(header, "户号") {
				row = "甲,癌症,攸县,张三,1990-01-01,\n甲,癌症,,,,\n"
			}
			all := readAll(t, header+row)
			assert.Equal(t, register.Errors{{Line: 3, Column: "姓名", Code: "required"}}, all.faults, "health of nobody")
			all = readAll(t, header+strings.SplitAfter(row, "\n")[0])
			require.Len(t, all.records, 1)
			assert.Equal(t, register.Errors{{Line: 2, Column: health, Value: "癌症", Code: register.CodeHealth}}, all.records[0].Warnings)
		}
	}
}

// What is paid counts as not known where its rows differ: in every column of payments.
func TestWhatIsPaidAndDiffers(t *testing.T) {
	for _, header := range []string{"现发放金额", "月保障金额", "生活补贴金额", "护理补贴金额", "月供养金"} {
		text := header + "," + people + ",月收入\n5,甲,攸县,张三,1990-01-01,0\n6,甲,,李四,1990-01-01,0\n"
		for record, err := range opened(text).Records() {
			var faults register.Errors
			require.True(t, errors.As(err, &faults), header)
			assert.Equal(t, register.Errors{{Line: 3, Column: header, Value: "6", Code: "disagrees"}}, faults)
			assert.Zero(t, record.Paid, header)
			assert.Zero(t, record.PaidOf, header)
		}
	}
}
