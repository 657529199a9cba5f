package desk

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// clerkRegister is a register as a county clerk keeps it: a title, a row number, the day and the
// unit above the header, and a sum and the signatures below. It has 30 households, of whom every
// third has two people.
func clerkRegister() string {
	var b strings.Builder
	b.WriteString("天元区2020年10月城市低保花名册,,,,,,,,,,,\n")
	b.WriteString("填报单位：天元区民政局,,,,,,,,填报日期：2020年10月1日,,,\n")
	b.WriteString("序号,户主姓名,户口性质,家庭财产,保障人口,月保障金额（元）,姓名,身份证号,与户主关系,月收入（元）,开户银行,备注\n")
	row, paid, people := 0, 0, 0
	for i := range 30 {
		size, income := 1, 100+10*i
		if i%3 == 0 {
			size = 2
		}
		due := 600*size - income
		paid, people = paid+due, people+size
		for j := range size {
			row++
			number := numberOf(fmt.Sprintf("430211%d0302%03d", 1950+i, row))
			if j == 0 {
				fmt.Fprintf(&b, "%d,户主%d,城镇,符合规定,%d,%d,户主%d,%s,户主,%d,某银行,\n", row, i, size, due, i, number, income)
			} else {
				fmt.Fprintf(&b, "%d,,,,,,配偶%d,%s,配偶,0,,\n", row, i, number)
			}
		}
	}
	fmt.Fprintf(&b, "合计,,,,%d,%d,,,,,,\n,,,,,,,,,,,\n制表人：某,,,审核人：某,,,,,,,,\n", people, paid)
	return b.String()
}

// numberOf completes the first 17 digits of an identity number.
func numberOf(digits string) string { return digits + string(checkCharacter([]byte(digits))) }

// The register of a clerk is decided in one command, whatever it is saved as, and the sums tie.
func TestTheRegisterOfAClerk(t *testing.T) {
	text := clerkRegister()
	s, out, messages := summarised(t, text, "-division", "天元区")
	rows := table(t, out)
	require.Len(t, rows, 30, messages)
	for _, row := range rows {
		assert.Equal(t, "dibao", row["category"])
		assert.Equal(t, "0.00", row["difference_yuan"])
		assert.Equal(t, "某银行", row["开户银行"])
	}
	assert.Equal(t, int64(30), s.Paid.Same)
	assert.Equal(t, s.Benefit["dibao"].Yuan, s.Paid.PaidYuan)
	assert.Equal(t, 2, s.Skipped.Titles)
	assert.Equal(t, 1, s.Skipped.Totals)
	assert.Equal(t, 1, s.Skipped.Signed)
	assert.Equal(t, 1, s.Skipped.Blank)
	for name, other := range map[string]string{
		"tabs":                         strings.ReplaceAll(text, ",", "\t"),
		"semicolons":                   strings.ReplaceAll(text, ",", ";"),
		"with a mark":                  "\ufeff" + text,
		"UTF-16, tabs":                 "\xff\xfe" + utf16Text(strings.ReplaceAll(text, ",", "\t")),
		"CRLF":                         strings.ReplaceAll(text, "\n", "\r\n"),
		"without the label of the sum": strings.Replace(text, "合计,", ",", 1),
	} {
		code, same, messages := ran(t, other, "-division", "天元区")
		assert.Equal(t, 0, code, "%s: %s", name, messages)
		assert.Equal(t, out, same, name)
	}
}

// utf16Text is text in UTF-16, the low byte first.
func utf16Text(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		b.Write([]byte{byte(unit), byte(unit >> 8)})
	}
	return b.String()
}

// The decisions in Chinese have Chinese headers and values, and with -mask no number that says who
// somebody is.
func TestDecisionsInChinese(t *testing.T) {
	_, out, messages := ran(t, clerkRegister(), "-division", "天元区", "-lang", "zh")
	rows := table(t, out)
	assert.Equal(t, "最低生活保障家庭", rows[0]["类别"])
	assert.Equal(t, "城市", rows[0]["户籍类别"])
	assert.Equal(t, "天元区", rows[0]["县市区"])
	assert.Contains(t, messages, "略过：标题 2 行，合计 1 行，制表、审核、备注 1 行，空行 1 行")
	assert.Contains(t, messages, "表头在第 3 行")
	text := strings.ReplaceAll(clerkRegister(), "户主姓名", "户主身份证号")
	for i := range 30 {
		text = strings.Replace(text, fmt.Sprintf(",户主%d,城镇", i), ","+numberOf(fmt.Sprintf("4302111950%02d%02d001", 1+i%12, 1+i/12))+",城镇", 1)
	}
	text = strings.ReplaceAll(text, "某银行", "6217000010001234567")
	for _, args := range [][]string{nil, {"-members"}} {
		args = append(args, "-division", "天元区", "-mask")
		code, out, messages := ran(t, text, args...)
		require.Equal(t, 0, code, messages)
		assert.NotRegexp(t, `\d{11}`, out)
		assert.Contains(t, out, "**********")
	}
}

// What is wrong for one cause is said three times and counted, and is whole in the file of -rejects.
func TestOneMessageACause(t *testing.T) {
	text := strings.ReplaceAll(clerkRegister(), "户主,1", "户主,约1")
	code, _, messages := ran(t, text, "-division", "天元区")
	assert.Equal(t, 1, code)
	assert.Equal(t, 3, strings.Count(messages, "household 户主"))
	assert.Contains(t, messages, `column "月收入（元）": not an amount in yuan with at most two decimals: 7 more, 10 in all`)
}

// A register that says less than is needed, or says it twice or in a way that could mean another
// thing, is never granted on what it says less of.
func TestNoWrongGrants(t *testing.T) {
	const one = "43021119650302001"
	number := numberOf(one)
	wife, son, girl := numberOf("43021119681211002"), numberOf("43021119950506003"), numberOf("43021120150506003")
	for _, c := range []struct{ name, text, code string }{
		{"a row a household, with a count", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,家庭人口数,月收入\nA,张一," + number + ",天元区,城镇,符合,4,900\n", "the number of people is not that of the rows"},
		{"its count is not that of its rows", "户编号,姓名,身份证号,与户主关系,县市区,户口性质,家庭财产,家庭人口数,月收入\nA,张一," + number + ",户主,天元区,城镇,符合,3,0\nA,李二," + wife + ",配偶,,,,,0\n", "the household has 2 rows (people)"},
		{"more covered than rows", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,保障人数,月收入\nA,张一," + number + ",天元区,城镇,符合,2,0\n", "the household has 1 rows (people)"},
		{"the same row twice", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,收入类别,收入,收入周期\nA,张一," + number + ",天元区,城镇,符合,工资,200,月\nA,张一," + number + ",天元区,城镇,符合,工资,200,月\n", "the same income stands twice"},
		{"narrow and wide", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,收入类别,收入,收入周期,工资性收入\nA,张一," + number + ",天元区,城镇,符合,工资,200,月,200\n", "the same income stands twice"},
		{"kinds and another sum", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,工资性收入（元/月）,转移性收入（元/月）,月收入\nA,张一," + number + ",天元区,城镇,符合,100,100,300\n", "their sum is 2400.00元/年"},
		{"a month and a year", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,月收入,年收入\nA,张一," + number + ",天元区,城镇,符合,300,300\n", "the income is not the sum"},
		{"the family and its members", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,月收入,家庭月收入\nA,张一," + number + ",天元区,城镇,符合,300,500\n", "their sum is 300.00元/月"},
		{"the family, and a grown child", "户编号,姓名,身份证号,与户主关系,县市区,户口性质,家庭财产,家庭月收入\nA,张一," + number + ",户主,天元区,城镇,符合,500\nA,张三," + son + ",子,,,,\n", "whose income it is cannot be told"},
		{"some are not covered", "户编号,姓名,身份证号,与户主关系,县市区,户口性质,家庭财产,月收入,是否享受\nA,张一," + number + ",户主,天元区,城镇,符合,0,是\nA,李二," + wife + ",配偶,,,,0,否\n", "whether the member counts cannot be told"},
		{"income of no period", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,人均收入\nA,张一," + number + ",天元区,城镇,符合,100\n", "whether it is a month or a year"},
		{"income of the family of no period", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,家庭总收入\nA,张一," + number + ",天元区,城镇,符合,100\n", "whether it is a month or a year"},
		{"in ten thousands", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,年收入（万元）\nA,张一," + number + ",天元区,城镇,符合,3\n", "are not read as yuan"},
		{"other income in ten thousands", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,工资性收入（元/月）,其他（万元）\nA,张一," + number + ",天元区,城镇,符合,100,1.2\n", "are not read as yuan"},
		{"an unknown income", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,月收入,养老金\nA,张一," + number + ",天元区,城镇,符合,0,900\n", "carries what decides"},
		{"another income beside kinds", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,工资性收入（元/月）,其他,其他收入\nA,张一," + number + ",天元区,城镇,符合,0,900,0\n", "carries what decides"},
		{"a dash for an amount", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,月收入\nA,张一," + number + ",天元区,城镇,符合,-\n", "not an amount"},
		{"an amount in ten thousands", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,月收入\nA,张一," + number + ",天元区,城镇,符合,1.2万\n", "not an amount"},
		{"a masked number", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,月收入\nA,张一,430211********0012,天元区,城镇,符合,0\n", "not an identity number"},
		{"another place than the file's", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,月收入\nA,张一," + number + ",攸县,城镇,符合,0\n", "does not agree"},
		{"the head is not listed", "户编号,姓名,身份证号,与户主关系,县市区,户口性质,家庭财产,月收入\nA,张三," + girl + ",女,天元区,城镇,符合,\n", "others may be missing too"},
		{"a sum that is none", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,月收入\nA,张一," + number + ",天元区,城镇,符合,100\n,,,,,,700\n", "required"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, messages := ran(t, c.text, "-division", "天元区")
			assert.Equal(t, 1, code)
			assert.Empty(t, table(t, out))
			assert.Contains(t, messages, c.code)
		})
	}
	for _, c := range []struct{ name, text, needs string }{
		{"income is not stated", "户编号,姓名,身份证号,县市区,户口性质,家庭财产,月收入\nA,张一," + number + ",天元区,城镇,符合,\n", "张一.income"},
		{"there is no column of income", "户编号,姓名,身份证号,县市区,户口性质,家庭财产\nA,张一," + number + ",天元区,城镇,符合\n", "张一.income"},
		{"the family's, and own income would decide", "户编号,姓名,身份证号,与户主关系,县市区,户口性质,家庭财产,家庭月收入,残疾类别,残疾等级\nA,张一," + number + ",户主,天元区,城镇,符合,500,,\nA,李二," + wife + ",配偶,,,,,肢体,一级\n", "李二.income"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, messages := ran(t, c.text, "-division", "天元区")
			require.Equal(t, 0, code, messages)
			rows := table(t, out)
			require.Len(t, rows, 1)
			assert.Equal(t, "undetermined", rows[0]["category"])
			assert.Contains(t, rows[0]["needs"], c.needs)
		})
	}
	code, out, messages := ran(t, "户主姓名,身份证号,县市区,户口性质,家庭财产,家庭人口数,月收入\n张一,"+number+",天元区,城镇,符合,4,900\n")
	assert.Equal(t, 0, code, messages)
	assert.NotContains(t, out, "eligible", "a row a household is checked, whatever it has")
	code, out, messages = ran(t, "姓名,身份证号,残疾类别,残疾等级\n张三,"+girl+",肢体,一级\n", "-division", "天元区", "-property", "符合规定", "-residence", "城市")
	assert.Equal(t, 0, code, messages)
	assert.NotContains(t, out, "600.00", "one person is no household")
	code, _, _ = ran(t, "姓名,身份证号,残疾类别,残疾等级\n张三,"+girl+",肢体,一级\n", "-division", "天元区", "-assume", "property=within")
	assert.Equal(t, 2, code)
}

// What cannot be right in a register of households is found, with counts and sums.
func TestChecksOfHouseholds(t *testing.T) {
	const header = "户主姓名,低保证号,县市区,户口性质,家庭人口数,保障人数,月保障金额,家庭月收入,分类施保金,发放合计\n"
	s, out, messages := summarised(t, header+
		"甲,1,天元区,城镇,3,3,900,900,60,960\n"+
		"乙,2,天元区,城镇,2,2,1300,,,1300\n"+
		"丙,3,天元区,城镇,2,2,1000,500,,1000\n"+
		"丁,4,天元区,城镇,1,1,100,700,,100\n"+
		"戊,5,天元区,城镇,1,2,1200,,,1200\n"+
		"己,5,天元区,城镇,1,1,600,,,600\n"+
		"庚,7,天元区,城镇,1,1,500,,90,600\n"+
		"辛,8,攸县,农村,1,1,300,,,300\n"+
		"壬,9,天元区,城镇,,,300,,,300\n"+
		"合计,,,,12,13,6200,,,6360\n")
	want := []string{"", "over-line", "not-difference", "at-line", "more-covered", "head-twice", "parts-not-sum", "line-not-known", "no-count"}
	rows := table(t, out)
	require.Len(t, rows, len(want), messages)
	for i, row := range rows {
		assert.Equal(t, want[i], row["findings"], row["household"])
	}
	assert.Equal(t, int64(9), s.Checks.Rows)
	assert.Equal(t, int64(6), s.Checks.Wrong)
	assert.Equal(t, wireCheck{1, "1300.00"}, s.Checks.Findings["over-line"])
	assert.Contains(t, messages, "urban: dibao of 5600.00 yuan a month for 12 people; ")
	assert.Equal(t, 1, s.Skipped.Totals)
}
