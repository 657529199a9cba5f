package desk

import (
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
)

// systemSets are the headers of registers and lists as systems and villages write them, and what
// becomes of them: households are decided, rows are checked, the two subsidies alone are decided, or
// the file is refused for one reason.
var systemSets = []struct{ name, outcome, code, headers string }{
	{"01-inspur-release", "checked", "",
		"地区|名称|身份证号码|保障人数|保障金(元)|分类施保金(元)|发放合计(元)|账户名称|开户银行|账号"},
	{"02-inspur-family", "checked", "",
		"序号|地区|户主姓名|身份证号|低保证号|主要致贫原因|家庭人口数|保障人口数|保障金额（元）|起始保障年月|截止保障年月"},
	{"03-inspur-public", "checked", "",
		"地区|户主姓名|身份证号|保障人口数|人均收入|户月保障金|分类施保类别|分类施保金"},
	{"04-inspur-people-urban", "decided", "",
		"地区|姓名|身份证号|性别|户主姓名|是否保障对象|与户主关系|月收入（元）|健康状况|婚姻状况|教育状况"},
	{"06-inspur-people-wubao", "decided", "",
		"地区|姓名|身份证号|性别|户主姓名|与户主关系|健康状况|婚姻状况|教育状况"},
	{"07-inspur-xml", "refused", "no-household",
		"与户主关系|户籍行政区划代码|姓名|身份证件号码|性别|民族|文化程度代码|健康状况代码|婚姻状况代码|出生日期|就业状况|劳动能力|重病病种|残疾类别|残疾等级|是否保障对象|户籍类别|学业状况|是否“三无”|月收入（元）|年收入（元）|属别|备注|人员类型|生活自理能力"},
	{"08-zsmzj-family", "checked", "",
		"户主姓名|行政区划|户主身份证|申请类别|业务类型|家庭类别|救助金额|救助开始日期|救助结束日期|家庭人数|家庭户口性质|享受人数|开户人|银行帐号|救助证编号"},
	{"09-zsmzj-members", "refused", "no-household",
		"与户主关系*|姓名*|身份证号*|性别*|出生日期|年龄|是否享受*|不享受原因*|人员类别*|职业状况*|健康状况*|特定救助对象|工作单位|月收入|户口性质|婚姻状况|文化程度|政治面貌|残疾类别|残疾等级|就学阶段|残疾证号|劳动能力|养老保险|医疗保险|医疗类型|医保卡号|失业保险|失业证号|备注"},
	{"10-zsmzj-people", "decided", "",
		"户主姓名|行政区划|市|区/县|乡/镇|村/社区|户主身份证|与户主关系|姓名|业务类型|身份证|性别|年龄|户口性质|文化程度|政治面貌|健康状况|婚姻状况|月人均收入|人员类别|是否享受|人员id"},
	{"12-ykt-roster", "checked", "",
		"序号|支付状态|户主姓名|户主身份证号|收款人姓名|收款人身份证号|银行账号|开户银行|村(居)委会|村(居)民小组|享受人|享受人身份证号|联系电话|现居住地|年龄|补贴金额|填报日期"},
	{"14-qitian-village", "checked", "",
		"序号|户主姓名|身份证号码|低保证号|保障人数.重点保障人数|保障人数.残疾人数|领取金额.家庭补差|领取金额.重点救助60元|领取金额.重点救助100元|领取金额.残疾人救助|领款人签字(章)|领款时间"},
	{"15-pop-low-info", "decided", "",
		"姓名|身份证号|原系统编号|低保证号|家庭月收入|申报日期|分类施保|家庭人口|银行账号|与低保户主关系|备注|更新时间"},
	{"18-village-tekun", "checked", "",
		"户主姓名|身份证号|供养方式|月供养金|护理等级"},
	{"19-village-disabled", "certificates", "",
		"姓名|身份证号|残疾证号|残疾类别|残疾等级|发证日期"},
	{"20-bit-dibao", "checked", "",
		"序号|申请人|低保证号|手机号码|申请时间|户主姓名|户主身份证号|经办人|救助人数|低保证签发日期|银行卡号|低保金额|致贫原因|家庭电话|家庭住址|状态"},
	{"21-bit-disabled", "certificates", "",
		"序号|申请人|证件类型|证件号码|手机号|申请时间|经办人|状态|是否低保|残疾类别|残疾等级|残疾证号|残疾证发放时间|家属联系方式|家庭住址"},
	{"23-qfy-combined", "refused", "carries",
		"户编号|姓名|身份证|低保|特困供养|养老金|临时救助|残疾人补贴|其他|年份"},
	{"25-newcosmos-public", "checked", "",
		"户主姓名|社会救助类别|家庭住址|村/社区|保障人数|基础保障金额|分类施保金额|照料护理费|合计金额|联系电话|备注|是否近亲属备案"},
	{"26-newcosmos-list", "checked", "",
		"救助姓名|救助人所在村屯|救助类型|救助人数|是否近亲属备案"},
	{"27-catalog-dibao", "refused", "extract",
		"姓名|身份证号（脱敏）|本月保障金额|数据产生时间"},
	{"28-catalog-disab", "refused", "extract",
		"姓名|补贴类型|发放金额|发放月份"},
	{"30-canlian-person", "certificates", "",
		"姓名|性别|身份证号|残疾证号|银行卡号|地址|手机号|类型|残疾|性质|状态|备注|区域|是否重复"},
	{"32-dibao-2018", "refused", "extract",
		"序号|姓名|身份证|低保类型|低保类别|备注"},
	{"34-frontflag", "refused", "no-household",
		"ID|姓名|性别|身份证号码|家庭人数|保障人数|家庭月收入|成员类型"},
}

// The people of the invented rows, who are no one.
const (
	headNumber  = "43021119650302001X"
	wifeNumber  = "430211196812110027"
	childNumber = "430211201505060035"
	otherNumber = "430211198001010072"
)

// invented is what the head and the other rows state under a header; "" states nothing. Rows are the
// head, the wife, the child, and the head of another household alone.
func invented(header string) [4]string {
	same := func(s string) [4]string { return [4]string{s, s, s, s} }
	family := func(first, other string) [4]string { return [4]string{first, first, first, other} }
	switch strings.TrimSuffix(header, "*") {
	case "身份证号", "身份证号码", "身份证件号码", "身份证", "证件号码", "身份证号（脱敏）", "享受人身份证号", "收款人身份证号":
		return [4]string{headNumber, wifeNumber, childNumber, otherNumber}
	case "户主身份证", "户主身份证号":
		return family(headNumber, otherNumber)
	case "姓名", "享受人", "收款人姓名":
		return [4]string{"张一", "李二", "张三", "孙七"}
	case "户主姓名", "名称", "救助姓名", "申请人":
		return family("张一", "孙七")
	case "低保证号", "救助证编号", "户编号":
		return family("D001", "D002")
	case "与户主关系", "与低保户主关系", "成员类型":
		return [4]string{"户主", "配偶", "女", "户主"}
	case "地区", "行政区划", "区域":
		return same("湖南省株洲市天元区嵩山路街道")
	case "区/县":
		return same("天元区")
	case "户籍行政区划代码":
		return same("430211")
	case "户口性质", "家庭户口性质", "户籍类别":
		return same("城镇")
	case "家庭人口数", "保障人口数", "保障人数", "家庭人数", "享受人数", "救助人数", "家庭人口":
		return family("3", "1")
	case "是否保障对象", "是否享受", "是否低保":
		return same("是")
	case "月收入", "月收入（元）":
		return [4]string{"900", "0", "0", "100"}
	case "年收入（元）":
		return [4]string{"10800", "0", "0", "1200"}
	case "家庭月收入":
		return family("900", "100")
	case "人均收入", "月人均收入":
		return family("300", "100")
	case "保障金(元)", "保障金额（元）", "户月保障金", "低保金额", "领取金额.家庭补差", "基础保障金额", "本月保障金额", "救助金额":
		return family("900", "1500")
	case "发放合计(元)", "合计金额":
		return family("900", "1500")
	case "月供养金":
		return same("780")
	case "业务类型", "社会救助类别", "救助类型":
		return same("城市低保")
	case "残疾类别":
		return [4]string{"肢体", "肢体残疾", "智力", "精神"}
	case "残疾等级":
		return [4]string{"一级", "2级", "三级残疾", "Ⅱ级"}
	case "残疾":
		return [4]string{"肢体一级", "肢体二级", "智力三级", "精神2级"}
	case "残疾证号":
		return [4]string{headNumber + "41", wifeNumber + "42", childNumber + "53", otherNumber + "62"}
	case "健康状况", "婚姻状况", "性别", "民族":
		return same("良好")
	}
	return [4]string{}
}

// systemRegister is a register with these headers and invented rows: a row a person, or a row a
// household where that is what it has.
func systemRegister(headers []string, households bool) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write(headers)
	for row := range 4 {
		if households && (row == 1 || row == 2) {
			continue
		}
		cells := make([]string, len(headers))
		for i, header := range headers {
			cells[i] = invented(header)[row]
		}
		w.Write(cells)
	}
	w.Flush()
	return b.String()
}

// Every set of headers ends in decisions, in a check, or in one refusal that is right; what is known
// of a row is decided on, and nothing less.
func TestRegistersOfManySystems(t *testing.T) {
	known, all := 0, 0
	for _, set := range systemSets {
		t.Run(set.name, func(t *testing.T) {
			headers := strings.Split(set.headers, "|")
			for _, header := range headers {
				all++
				if register.Knows(header) {
					known++
				}
			}
			text := systemRegister(headers, set.outcome == "checked")
			args := []string{"-division", "天元区"}
			if set.outcome == "decided" {
				args = append(args, "-property", "符合规定")
			}
			file := register.Open(strings.NewReader(text), register.Options{Division: 1})
			code, out, messages := ran(t, text, args...)
			rows := table(t, out)
			switch set.outcome {
			case "refused":
				var faults register.Errors
				require.True(t, errors.As(file.Err(), &faults))
				assert.Equal(t, set.code, faults[0].Code)
				assert.Equal(t, 1, code)
				assert.Empty(t, rows)
			case "checked":
				require.NoError(t, file.Err())
				assert.Equal(t, register.LevelHouseholds, file.Level)
				assert.Equal(t, 0, code, messages)
				assert.Len(t, rows, 2)
				assert.NotContains(t, out, "eligible")
			case "certificates":
				assert.Equal(t, register.LevelCertificates, file.Level)
				assert.Equal(t, 0, code, messages)
				require.Len(t, rows, 4)
				for i, want := range []string{"100.00", "100.00", "", "100.00"} {
					assert.Equal(t, want, rows[i]["nursing_yuan"])
					assert.Equal(t, "undetermined", rows[i]["living_verdict"], "it follows dibao, of which nothing is known")
				}
			case "decided":
				assert.Equal(t, 0, code, messages)
				require.Len(t, rows, 2)
				assert.Equal(t, "3", rows[0]["people"])
				want := "900.00 500.00" // line x people - income
				if !strings.Contains(set.headers, "收入") {
					want = " "
					assert.Equal(t, "undetermined", rows[0]["dibao_verdict"], "incomes are not stated")
				}
				assert.Equal(t, want, rows[0]["dibao_yuan"]+" "+rows[1]["dibao_yuan"])
			}
		})
	}
	t.Logf("%d of %d columns known", known, all)
	assert.GreaterOrEqual(t, known*100, all*90)
}

// What a refusal says to do leads to the right decision.
func TestAdviceOfRefusals(t *testing.T) {
	for _, set := range systemSets {
		if set.code != "no-household" {
			continue
		}
		headers := append([]string{"户编号"}, strings.Split(set.headers, "|")...)
		code, out, messages := ran(t, systemRegister(headers, false), "-division", "天元区", "-property", "符合规定")
		assert.Equal(t, 0, code, messages)
		rows := table(t, out)
		require.Len(t, rows, 2, set.name)
		assert.Equal(t, "900.00 500.00", rows[0]["dibao_yuan"]+" "+rows[1]["dibao_yuan"], set.name)
	}
}
