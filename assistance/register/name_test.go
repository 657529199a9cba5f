package register

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/standards"
)

// A header states its column, its unit and its period in every place where forms write them.
func TestColumnAndPeriodOfAHeader(t *testing.T) {
	const month, year = standards.PerMonth, standards.PerYear
	d := newDirectory()
	for _, c := range []struct {
		header string
		column column
		per    standards.Period
	}{
		{"工资性收入", colWages, 0}, {"工资性收入:", colWages, 0}, {"工资性收入：：", colWages, 0}, {":工资性收入", noColumn, 0},
		{"工资性收入（元）", colWages, 0}, {"工资性收入（元/月）", colWages, month}, {"工资性收入【元/年】", colWages, year},
		{"工资性收入[每月]", colWages, month}, {"工资性收入〔按年〕", colWages, year}, {"工资性收入〈元〉", colWages, 0}, {"工资性收入<月>", colWages, month},
		{"（元/月）工资性收入", colWages, month}, {"工资（元/年）性收入", colWages, year}, {"工资性收入（单位：元/月）", colWages, month},
		{"工资性收入（元）（每年）", colWages, year}, {"工资性收入（每年）（元）", colWages, year}, {"工资性收入（每年）（元/年）", colWages, year},
		{"工资性收入（元/月）（元/年）", noColumn, 0}, {"工资性收入（万元）", noColumn, 0}, {"工资性收入（万元）（元）", noColumn, 0},
		{"工资性收入（元", noColumn, 0}, {"工资性收入元）", noColumn, 0}, {"工资性收入（税前）", noColumn, 0}, {"工资性收入（税前）（元）", noColumn, 0},
		{"县（市、区）", colDivision, 0}, {"县（市、区）（必填）", colDivision, 0}, {"（必填）县（市、区）", colDivision, 0},
		{"月工资性收入", colWages, month}, {"每月工资性收入", colWages, month}, {"年工资性收入", colWages, year}, {"每年工资性收入", colWages, year},
		{"工资性收入/月", colWages, month}, {"工资性收入/每月", colWages, month}, {"工资性收入/年", colWages, year}, {"工资性收入/每年", colWages, year},
		{"月工资性收入（元）", colWages, month}, {"月工资性收入（元/月）", colWages, month}, {"月工资性收入（元/年）", noColumn, 0},
		{"月工资性收入（万元）", noColumn, 0}, {"工资性收入月", noColumn, 0}, {"月姓名", noColumn, 0}, {"月", noColumn, 0},
		{"经营净收入（元/年）", colBusiness, year}, {"财产净收入（元/年）", colPropertyIncome, year}, {"转移净收入（元/年）", colTransfer, year},
		{"其他收入（元/年）", colOther, year}, {"收入合计（元/年）", colOwnTotal, year}, {"收入（元/年）", colIncomeYuan, year},
		{"家庭收入", colFamilyIncome, 0}, {"家庭收入（元/月）", colFamilyMonth, month}, {"家庭收入（元/年）", colFamilyYear, year},
		{"月家庭收入总额", colFamilyMonth, month}, {"每年家庭收入总额", colFamilyYear, year},
		{"人均收入", colPerHead, 0}, {"人均收入（元/月）", colHeadMonth, month}, {"人均收入（元/年）", colHeadYear, year}, {"每年户人均收入", colHeadYear, year},
		{"月收入", colOwnMonth, 0}, {"月收入（元/月）", colOwnMonth, 0}, {"月收入（元/年）", noColumn, 0},
		{"年收入", colOwnYear, 0}, {"年收入（元/年）", colOwnYear, 0}, {"年收入（元/月）", noColumn, 0},
		{"家庭年收入（元/年）", colFamilyYear, 0}, {"家庭年收入（元/月）", noColumn, 0}, {"年人均收入（元/月）", noColumn, 0},
		{"就业成本（元/月）", colJobCosts, 0}, {"就业成本（元/年）", noColumn, 0},
		{"姓名（元/年）", colMember, 0}, {"备注（万元）", colPlain, 0}, {"备注（元/年）", colPlain, 0},
		{"ＷＡＧＥＳ＿ＹＵＡＮ", colWages, 0}, {"！", noColumn, 0}, {"Wages_Yuan\u200b", colWages, 0}, {"“工资”※", colWages, 0}, {"工\u3000资\t", colWages, 0},
	} {
		got, per := d.find(c.header)
		assert.Equal(t, c.column, got, c.header)
		assert.Equal(t, c.per, per, c.header)
	}
	assert.Equal(t, "县(市、区)", headingOf("县（市、区）（必填）").name, "a bracket that is no unit and no note is part of the name")
	assert.Equal(t, "!~", headingOf("！～").name, "the first and the last of the full-width marks")
}

// The group before a header says whose it is, or what part of a payment or of a number of people.
func TestColumnOfAHeaderInAGroup(t *testing.T) {
	d := newDirectory()
	for header, want := range map[string]column{
		"家庭成员.姓名": colMember, "成员信息.月收入": colOwnMonth, "收入.工资性收入": colWages, "收入情况（元/月）.工资性收入": colWages,
		"成员收入.姓名":    noColumn, // what carries income holds no name
		"家庭收入.工资性收入": noColumn, "全户收入.工资性收入": noColumn, "人均收入.工资性收入": noColumn, "残疾情况.残疾等级": colGrade, "残疾情况.工资": noColumn,
		"救助金额.低保金": colPaidDibao, "救助金额.姓名": colPaidOther, "救助金额.临时救助": colPaidOther, "救助金额.现发放金额": colPaid, "救助金额.价格补贴": colPaidOther,
		"保障人数.老年人": colPlain, "家庭人口.残疾人数": colPlain, "保障人数.姓名": colPlain, "工资性收入.": noColumn, "姓名.": noColumn, ".姓名": colMember,
		"外号.外名": noColumn, "救助金额.": noColumn, "保障人数.": noColumn, "救助金额（元/月）.临时救助": colPaidOther, "救助金额（元/年）.临时救助": noColumn,
	} {
		got, _ := d.find(header)
		assert.Equal(t, want, got, header)
	}
	_, per := d.find("收入情况（元/月）.工资性收入")
	assert.Equal(t, standards.PerMonth, per, "the unit of a group is that of its columns")
}

// A header is known that is a column, or that carries nothing by which is decided.
func TestWhichHeadersAreKnown(t *testing.T) {
	for header, want := range map[string]bool{
		"姓名": true, "备注": true, "民族": true, "户主民族": true, "文化程度": true, "联系电话": true, "联系 电话（必填）": true, "家庭住址": true, "工资卡开户银行": true,
		"收入备注": true, "就业状况": true, "就业收入": false, "脱贫人口": false, "养老金": false, "外号": false, "电话号": false, "": false,
	} {
		assert.Equal(t, want, Knows(header), header)
	}
}
