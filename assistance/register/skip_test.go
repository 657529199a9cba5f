package register

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rowsOf reads a text, and returns how many rows its households have and which were left out.
func rowsOf(t *testing.T, text string) (rows int, skipped Skipped) {
	t.Helper()
	file := Open(strings.NewReader(text), Options{})
	require.NoError(t, file.Err(), text)
	for record := range file.Records() {
		rows += record.Rows
	}
	return rows, file.Skipped()
}

// Rows that say who made the register, or that are sums by their label, are no household. A row
// that names somebody is one, whatever it begins with.
func TestRowsThatAreNoHousehold(t *testing.T) {
	const header = "户号,县市区,姓名,身份证号,出生日期,电话,地址,账号,附注,备注\n"
	const number = "11010519491231002X"
	total, signed, read := Skipped{Totals: 1}, Skipped{Signed: 1}, Skipped{}
	for _, c := range []struct {
		header, row string
		want        Skipped
	}{
		{header, "合计", total}, {header, "合 计", total}, {header, "合计：", total}, {header, "合计:3户", total}, {header, "合计（元）,,,,,9", total},
		{header, "总计3户", total}, {header, "小计０户", total}, {header, "共计9人", total}, {header, "累计数", total}, {header, "本页合计,,,,,,,,5", total},
		{header, ",,合计", total}, {header, ",,,,,,合计", total}, {header, "1,,合计", total}, // in the place of the name
		{header, "合计/", read}, {header, "合计户", read}, {header, "共计;", read}, {header, "总户数", read}, {header, "x合计", read},
		{header, "合计,,,11010519491231002x", read}, {header, number + ",,合计", read}, {header, ",,合计," + number, read},
		{header, "合计,,," + number[:17], total}, {header, "合计,,,110105194912310021", total},
		{"户号,县市区,姓名,残疾证号,出生日期\n", "合计,,," + number + "42", read},
		{"户号,户主身份证号,县市区,姓名,出生日期\n", "合计," + number, read},
		{header, "制表人：王五,,,,,审核：赵六", signed}, {header, "制表人,王五", signed}, {header, "制表,王五", signed}, {header, "制表单位,某局", signed},
		{header, "制表单位某局", signed}, {header, "制表单位某局,x", read}, {header, "制表员,x", read}, {header, "制表员", signed},
		{header, "注：本表一式两份,x", signed}, {header, "备注：无", signed}, {header, "日期:2020年", signed},
		{header, "单位（盖章）,,某局", signed}, {header, ",制表人：王五", signed}, {header, "制表人：,a,b,c,,d,e,f,g", signed},
		{header, "制表人：,a,b,c,,d,e,f,g,h", read}, {header, "制表人：王五,,,,1990-01-01", read}, {header, "张三：制表", read},
		{header, "1,,审核", read}, {header, ",,审核", read}, {header, ",,审核：赵六", read}, // a name as good as any
		{"姓名,户号,县市区,出生日期\n", "审核：赵六", signed}, {"姓名,户号,县市区,出生日期\n", "审核：赵六,,x", signed}, {"户号,姓名,县市区,出生日期\n", ",审核：赵六", read},
		{"户号,身份证号,县市区\n", "审核：赵六", signed},
	} {
		rows, skipped := rowsOf(t, c.header+c.row+"\n")
		assert.Equal(t, c.want, skipped, c.row)
		want := 0
		if c.want == read {
			want = 1
		}
		assert.Equal(t, want, rows, c.row)
	}
}

// The header once more is no household, with cells that are blank in both; a row that only begins
// so is one.
func TestTheHeaderOnceMore(t *testing.T) {
	const header = "户号,县市区,姓名,出生日期,\n"
	for row, want := range map[string]int{
		"户号,县市区,姓名,出生日期,": 1, "户号,县市区,姓名,出生日期": 1, "户号,县市区": 1, "户号,县市区,姓名,出生日期,,x": 1, "户号": 0, "户号,": 0,
		"户号,县市区,姓名,1990-01-01": 0, "户号,,姓名,出生日期": 0, ",县市区,姓名,出生日期": 0, ",,,,,x": 0, "甲,县市区,姓名,出生日期": 0, "户号,县市区,姓名,出生日期,x": 0,
	} {
		rows, skipped := rowsOf(t, header+row+"\n")
		assert.Equal(t, Skipped{Headers: want}, skipped, row)
		assert.Equal(t, 1-want, rows, row)
	}
}

// A row of nothing but the sums of the rows above is no household. One that says another figure, or
// anything else, is.
func TestRowsOfSumsWithoutALabel(t *testing.T) {
	const header = "现发放金额,户号,姓名,出生日期,县市区,家庭人口数,月保障金额,备注,其他补助\n"
	const rows = "3,甲,张三,1990-01-01,攸县,1,2,,\n4.5,乙,李四,1990-01-01,攸县,1,,b,\n约5,丙,王五,1990-01-01,攸县,1,0,,\n"
	for row, sum := range map[string]bool{
		"7.50,,,,,3,2,,": true, "7.5,,,,,,,,": true, ",,,,,3,,,": true, ",,,,,,2,,": true, ",,,,,3": true, "7.5元,,,,,3,￥2.00": true,
		"7.51,,,,,3,2,,": false, "7.50,,,,,2,2,,": false, "7.50,,,,,3,x,,": false, "7.50,,,,,3,2,b,": false, "7.50,,,,,3,2,,5": false,
		"7.50,丁,,,,3,2,,": false, "7.50,,丁,,,3,2,,": false, "b,,,,,,,,": false, ",,,,,,,,0": false,
	} {
		got, skipped := rowsOf(t, header+rows+row+"\n")
		want, left := 3, Skipped{Totals: 1}
		if !sum {
			want, left = 4, Skipped{}
		}
		assert.Equal(t, want, got, row)
		assert.Equal(t, left, skipped, row)
	}
	got, skipped := rowsOf(t, header+"0,甲,张三,1990-01-01,攸县,,,,\n0,,,,,,,,\n")
	assert.Equal(t, 2, got, "a sum of nothing could as well be a household's")
	assert.Equal(t, Skipped{}, skipped)
	got, skipped = rowsOf(t, header+"0,甲,张三,1990-01-01,攸县,2,,,\n0,,,,,2,0,,\n")
	assert.Equal(t, 1, got)
	assert.Equal(t, Skipped{Totals: 1}, skipped)
	got, skipped = rowsOf(t, header+"0.01,甲,张三,1990-01-01,攸县,,,,\n0.01,,,,,,,,\n")
	assert.Equal(t, 1, got, "one fen")
	assert.Equal(t, Skipped{Totals: 1}, skipped)
	got, skipped = rowsOf(t, header+"3,甲,张三,1990-01-01,攸县,0,,,\n3,,,,,x,,,\n")
	assert.Equal(t, 2, got)
	assert.Equal(t, Skipped{}, skipped)
	assert.Equal(t, 15, Skipped{Blank: 16, Titles: 1, Headers: 2, Totals: 4, Signed: 8}.Rows())
}

// Every column of amounts and counts has a sum.
func TestColumnsThatHaveASum(t *testing.T) {
	for _, header := range []string{"现发放金额", "月保障金额", "生活补贴金额", "护理补贴金额", "月供养金", "家庭人口数", "保障人数", "月收入", "年收入", "收入合计（元/月）",
		"家庭月收入", "家庭年收入"} {
		rows, skipped := rowsOf(t, "户号,县市区,姓名,出生日期,"+header+"\n甲,攸县,张三,1990-01-01,5\n,,,,5\n")
		assert.Equal(t, 1, rows, header)
		assert.Equal(t, Skipped{Totals: 1}, skipped, header)
	}
}

// An amount may have the unit of a month or of none behind it, the sign of yuan before it, and marks
// between thousands; where a mark could be that of a decimal it is refused.
func TestAmountsAsRegistersWriteThem(t *testing.T) {
	for text, want := range map[string]int64{
		"0": 0, "5": 5_00, "5.5": 5_50, "12345": 12345_00, "5元": 5_00, "5 元": 5_00, "5圆": 5_00, "5元/月": 5_00, "￥5": 5_00, "¥5.50元": 5_50, "12345元": 12345_00,
		"1,234": 1234_00, "1，234.5": 1234_50, "12,345,678": 12345678_00, "123,456元": 123456_00, "￥1,234.50元/月": 1234_50, "0,500": -1,
		"12,34": -1, "1,2345": -1, "1234,567": -1, ",123": -1, "1,,234": -1, "1,23": -1, "1,234,5": -1, "1.2,3": -1, "1,234.": -1, "1.234,567": -1, "5元元": -1,
		"5元元/月": -1, "5圆元": -1, "5元/年": -1, "5万元": -1, "元": -1, "": -1, "-5": -1, "-5元": -1, "五": -1, "5 5元": -1, "约5": -1,
	} {
		fen, code := parseMoney([]byte(text))
		if want < 0 {
			assert.Equal(t, "money-format", code, text)
			assert.Zero(t, fen, text)
			continue
		}
		assert.Empty(t, code, text)
		assert.Equal(t, want, fen, text)
	}
	for _, text := range []string{"100000000001", "100,000,000,001", "100000000001元"} {
		_, code := parseMoney([]byte(text))
		assert.Equal(t, "money-range", code, text)
	}
}
