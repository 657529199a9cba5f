package register

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance"
)

// The columns of a fact are those that its table names, and every fact that has columns is read.
func TestColumnsAreThoseOfTheFields(t *testing.T) {
	names := columnNames()
	for _, f := range assistance.Fields() {
		if len(f.Columns) == 0 {
			continue
		}
		c, ok := columnOfField(f.Name, f.OfMember)
		assert.True(t, ok, f.Name)
		assert.Equal(t, f.Columns, names[c], f.Name)
	}
}

// Every column that a fault can name has a header in Chinese behind the format's word.
func TestEveryColumnHasAHeaderInChinese(t *testing.T) {
	for c, names := range columnNames() {
		switch column(c) {
		case noColumn, colPlain:
			assert.Empty(t, names, "%d", c)
		case colFamilyIncome, colPerHead: // the format has no word without a period
			assert.False(t, isVisible(names[0][0]), names)
		default:
			assert.True(t, isVisible(names[0][0]) && !isVisible(names[1][0]), names)
		}
	}
	for _, of := range carrying {
		for _, c := range of.columns {
			assert.Greater(t, len(columnNames()[c]), 1, of.what.Zh)
		}
	}
}

// No header names two columns, in its normal form.
func TestNoHeaderNamesTwoColumns(t *testing.T) {
	seen, d := map[string]column{}, newDirectory()
	for c, names := range columnNames() {
		for _, name := range names {
			form := headingOf(name).name
			if other, ok := seen[form]; ok && other != column(c) {
				assert.Fail(t, "two columns", "%s: %d and %d", name, other, c)
			}
			seen[form] = column(c)
			got, _ := d.find(name)
			assert.Equal(t, column(c), got, name)
		}
	}
	for _, name := range plainHeaders {
		assert.Nil(t, carries(name), name)
		assert.NotContains(t, seen, name)
	}
}

// Headers are read in every shape that forms give them.
func TestHeadersInANormalForm(t *testing.T) {
	d := newDirectory()
	for header, want := range map[string]column{
		"与户主关系*": colRelation, "身份证号*": colIDNumber, "月收入（元）": colOwnMonth, "月收入\n(元)": colOwnMonth, " 姓 名 ": colMember, "姓　名": colMember,
		"户主\r\n姓名": colHead, "家庭人口总收入/月": colFamilyMonth, "家庭总收入（元/月）": colFamilyMonth, "家庭总收入(元/年)": colFamilyYear,
		"人均收入（元/月）": colHeadMonth, "【必填】残疾证号": colCertificate, "身份证号（脱敏）": colIDNumber, "年工资性收入": colWages, "工资性收入(元/月)": colWages, "保障人数.残疾人数": colPlain,
		"领取金额.重点救助60元": colPaidOther, "领取金额.家庭补差": colPaidDibao, "家庭成员.姓名": colMember, "ID_NUMBER": colIDNumber, "ｍｅｍｂｅｒ": colMember,
		"月收入（元/年）": noColumn, "年收入（万元）": noColumn, "家庭收入.其他": noColumn, "月收入（元/人）": noColumn, "财产收入明细": noColumn, "低保金（元/年）": noColumn,
	} {
		got, _ := d.find(header)
		assert.Equal(t, want, got, header)
	}
	for header, plain := range map[string]bool{"残疾证发放时间": true, "工资银行卡号": true, "就业收入": false, "家庭住址": true, "房产面积": false, "外出务工人数": false, "退休金": false} {
		assert.Equal(t, plain, isPlain(header) || carries(header) == nil, header)
	}
}
