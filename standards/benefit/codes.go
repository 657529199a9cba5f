package benefit

import "slices"

// CodeInfo says what a step of one code is about.
type CodeInfo struct {
	Code    Code
	Chinese string
	English string
}

// codeTable lists every code there is, in the order of the law. A code is added here when a step is; none is ever renamed.
var codeTable = [...]CodeInfo{
	{"member-not-examined", "不予审核的人员", "a member for whom nothing is examined"},

	{"tekun-no-ability-to-work", "特困：无劳动能力", "tekun: no ability to work"},
	{"tekun-child-scheme", "特困：未纳入儿童保障", "tekun: no children's scheme excludes it"},
	{"tekun-income-below-line", "特困：本人收入低于低保标准", "tekun: own income below the dibao line"},
	{"tekun-property", "特困：财产符合规定", "tekun: property within the limit"},
	{"tekun-no-support", "特困：无法定义务人或者义务人无履行义务能力", "tekun: nobody legally bound and able to support"},
	{"tekun-payment", "特困：救助供养金的计算", "tekun: how the payment is made up"},

	{"member-not-counted", "不计入共同生活的家庭成员", "a member who is not counted for dibao"},
	{"member-tekun", "特困人员不计入低保家庭", "a tekun member, left out for dibao"},

	{"dibao-job-costs", "低保：扣减必要的就业成本", "dibao: costs of working taken off"},
	{"dibao-tekun-first", "低保：须先认定特困", "dibao: waits for tekun"},
	{"dibao-income-counted", "低保：计入的家庭收入", "dibao: the income that counts"},
	{"dibao-income-below-line", "低保：收入低于低保标准", "dibao: income below the line"},
	{"dibao-grace", "低保：渐退期", "dibao: the grace period"},
	{"dibao-property", "低保：财产符合规定", "dibao: property within the limit"},
	{"dibao-topup", "低保：特殊困难成员增发", "dibao: top-up for a member in special hardship"},
	{"dibao-each-person-minimum", "低保：每人不低于月人均救助水平", "dibao: the average level as a minimum for each person"},
	{"dibao-payment", "低保：低保金的计算", "dibao: how the payment is made up"},

	{"low-income-above-line", "低保边缘：收入不低于低保标准", "low-income family: income not below the line"},
	{"low-income-below-multiple", "低保边缘：收入低于低保标准的规定倍数", "low-income family: income below the multiple of the line"},
	{"low-income-property", "低保边缘：财产符合规定", "low-income family: property within the limit"},

	{"single-person-family", "参照单人户：家庭属于低保边缘家庭", "single-person cover: in a low-income family"},
	{"single-person-class", "参照单人户：重度残疾人或者重病患者", "single-person cover: severely disabled or seriously ill"},
	{"single-person-income", "参照单人户：本人收入低于低保标准", "single-person cover: own income below the line"},
	{"single-person-payment", "参照单人户：低保金的计算", "single-person cover: how the payment is made up"},

	{"living-tekun", "生活补贴：未享受特困供养", "living subsidy: not tekun"},
	{"living-work-injury", "生活补贴：未领取工伤保险生活护理费", "living subsidy: no work-injury nursing benefit"},
	{"living-child-scheme", "生活补贴：儿童保障", "living subsidy: children's scheme"},
	{"living-grade", "生活补贴：残疾等级", "living subsidy: disability grade"},
	{"living-allowance", "生活补贴：另享受的生活类补贴", "living subsidy: another living allowance"},
	{"living-dibao", "生活补贴：低保对象", "living subsidy: on dibao"},
	{"living-payment", "生活补贴：标准", "living subsidy: the rate"},

	{"nursing-tekun", "护理补贴：未享受特困供养", "nursing subsidy: not tekun"},
	{"nursing-work-injury", "护理补贴：未领取工伤保险生活护理费", "nursing subsidy: no work-injury nursing benefit"},
	{"nursing-child-scheme", "护理补贴：儿童保障", "nursing subsidy: children's scheme"},
	{"nursing-grade", "护理补贴：残疾等级", "nursing subsidy: disability grade"},
	{"nursing-allowance", "护理补贴：另享受的护理类补贴", "nursing subsidy: another nursing allowance"},
	{"nursing-long-term-care", "护理补贴：需要长期照护", "nursing subsidy: need for long-term care"},
	{"nursing-payment", "护理补贴：标准", "nursing subsidy: the rate"},

	{"eldercare-subsidy-class", "养老服务补贴：年龄和自理能力", "eldercare subsidy: age and self-care"},
	{"eldercare-subsidy-payment", "养老服务补贴：标准", "eldercare subsidy: the rate"},

	{"residence-not-stated", "户籍类别未载明，两种情形结论不同", "kind of hukou not stated, and the verdicts differ"},
	{"total", "各项合计", "the sum of the payments"},
}

// Codes lists every code with what a step of that code is about, in the order of the law.
func Codes() []CodeInfo { return slices.Clone(codeTable[:]) }

// Text says in language l what a step of code c is about, and is c itself for a code that is not known.
func (c Code) Text(l Lang) string {
	for i := range codeTable {
		if codeTable[i].Code == c {
			return l.In(codeTable[i].Chinese, codeTable[i].English)
		}
	}
	return string(c)
}
