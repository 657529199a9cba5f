package register

import (
	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/lang"
)

// column is a column of the register format.
type column uint8

const (
	noColumn column = iota

	// Facts of the household, by the table of assistance.Fields.
	colHousehold
	colDivision
	colResidence
	colProperty
	colOnDibao
	colJobCosts
	colRigidCosts
	colLowIncomeProperty
	colOverLineSince
	colWeight

	// Facts of a member, by the same table.
	colMember
	colBorn
	colMemberResidence
	colMemberDivision
	colCounted
	colRelation
	colAbsence
	colIncomeYuan
	colOwnProperty
	colCategory
	colGrade
	colLongTermCare
	colSeriousIllness
	colSupport
	colCannot
	colSelfCare
	colPlacement
	colWorkInjury
	colChildScheme
	colLivingAllowance
	colNursingAllowance

	// Other ways of registers to state the same facts.
	colHead
	colHeadNumber
	colDibaoNumber
	colRegion
	colIDNumber
	colCertificate
	colDisability
	colHealth

	// Incomes.
	colIncomeKind
	colIncomePer
	colIncomeMonths
	colWages
	colBusiness
	colPropertyIncome
	colTransfer
	colOther
	colOwnMonth
	colOwnYear
	colOwnTotal
	colFamilyMonth
	colFamilyYear
	colFamilyIncome
	colHeadMonth
	colHeadYear
	colPerHead
	colSource

	// What is checked against the rows or against what is due, and decides nothing.
	colPeople
	colCovered
	colIsCovered
	colPaid
	colPaidDibao
	colPaidLiving
	colPaidNursing
	colPaidTekun
	colPaidOther
	colBenefit

	// What states nothing.
	colSerial
	colPlain

	columnCount
)

// fieldOf names the field of [assistance.Fields] that each of these columns states.
var fieldOf = [...]struct {
	column   column
	field    string
	ofMember bool
}{
	{colHousehold, "id", false},
	{colDivision, "division", false},
	{colResidence, "residence", false},
	{colProperty, "property", false},
	{colOnDibao, "onDibao", false},
	{colJobCosts, "jobCosts", false},
	{colRigidCosts, "rigidCosts", false},
	{colLowIncomeProperty, "lowIncomeProperty", false},
	{colOverLineSince, "overLineSince", false},
	{colWeight, "weight", false},
	{colMember, "id", true},
	{colBorn, "born", true},
	{colMemberResidence, "residence", true},
	{colMemberDivision, "division", true},
	{colCounted, "counted", true},
	{colRelation, "relation", true},
	{colAbsence, "absence", true},
	{colIncomeYuan, "income", true},
	{colOwnProperty, "property", true},
	{colCategory, "disability.category", true},
	{colGrade, "disability.grade", true},
	{colLongTermCare, "disability.longTermCare", true},
	{colSeriousIllness, "seriousIllness", true},
	{colSupport, "support", true},
	{colCannot, "cannot", true},
	{colSelfCare, "selfCare", true},
	{colPlacement, "placement", true},
	{colWorkInjury, "workInjuryNursing", true},
	{colChildScheme, "childScheme", true},
	{colLivingAllowance, "livingAllowance", true},
	{colNursingAllowance, "nursingAllowance", true},
}

// ownColumn is a column that states no field by itself.
type ownColumn struct {
	column column
	names  []string // that of the format first
	says   lang.Text
}

// ownColumns are the columns that registers have besides those of the fields.
//
// The name of the head (户主姓名) is checked where another column tells households apart: a row with
// another name than its household is refused with it, since an id may have been left out. Where no
// other column does, the name is the id. Two families whose heads have one name are then one
// household if their rows stand together, and the second is refused as coming back if they do not;
// so a household with two applicants (户主, 本人, 申请人) is refused then. In a register with ids it gets
// a warning.
var ownColumns = [...]ownColumn{
	{colHead, []string{"head", "户主姓名", "户主", "户主名称", "户主名字", "救助姓名", "申请人姓名", "救助对象姓名", "保障对象姓名", "特困人员姓名", "供养人员姓名"},
		lang.Text{Zh: "户主姓名；没有户编号时用来区分家庭", En: "the name of the head; without an id it tells households apart"}},
	{colHeadNumber, []string{"head_id_number", "户主身份证", "户主身份证号", "户主身份证号码", "户主证件号码", "户主公民身份号码", "申请人身份证号", "申请人身份证号码"},
		lang.Text{Zh: "户主的身份证号；没有户编号时用来区分家庭",
			En: "the identity number of the head; without an id it tells households apart"}},
	{colDibaoNumber, []string{"dibao_number", "低保证号", "低保证编号", "低保证号码", "救助证编号", "救助证号", "低保编号", "低保号"},
		lang.Text{Zh: "低保证号；没有户编号时用来区分家庭", En: "the number of the dibao certificate; without an id it tells households apart"}},
	{colRegion, []string{"region", "地区", "区域", "区县", "区/县", "县/区", "县区", "所属地区", "所在地区", "所属区域", "行政区"},
		lang.Text{Zh: "地区，从县市区名称认定", En: "a place, of which the division is read"}},
	{colIDNumber, []string{"id_number", "身份证号", "身份证号码", "公民身份号码", "证件号码", "身份证", "身份证件号码", "身份号码", "居民身份证号码",
		"成员身份证号", "成员身份证号码", "公民身份证号码"},
		lang.Text{Zh: "身份证号，代替出生日期", En: "the identity number, in place of the day of birth"}},
	{colCertificate, []string{"disability_certificate", "残疾证号", "残疾人证号", "残疾证号码", "残疾人证号码", "残疾证编号", "残疾证"},
		lang.Text{Zh: "残疾人证号，载明类别和等级", En: "the number of the certificate, which states category and grade"}},
	{colDisability, []string{"disability", "残疾", "残疾情况", "残疾类别等级", "残疾类别及等级", "残疾类别和等级", "残疾状况"},
		lang.Text{Zh: "残疾类别和等级写在一格，如肢体二级", En: "category and grade in one cell, such as 肢体二级"}},
	{colHealth, []string{"health", "健康状况", "健康状况代码", "身体状况", "重病病种", "患病情况", "病种"},
		lang.Text{Zh: "健康状况；不据以认定，写明残疾或患病而没有认定的提醒",
			En: "health; it decides nothing, and what it says of disability or illness is a warning"}},
	{colIncomeKind, []string{"income_kind", "收入类别", "收入类型"},
		lang.Text{Zh: "收入的类别", En: "the kind of an income"}},
	{colIncomePer, []string{"income_per", "收入周期", "收入期间"},
		lang.Text{Zh: "收入按月还是按年", En: "whether incomes are a month or a year"}},
	{colIncomeMonths, []string{"income_months", "收入月数"},
		lang.Text{Zh: "按月的收入一年有几个月", En: "in how many months of the year a monthly income is had"}},
	{colWages, []string{"wages_yuan", "工资性收入", "工资收入", "工资"},
		lang.Text{Zh: "工资性收入", En: "wages"}},
	{colBusiness, []string{"business_yuan", "经营净收入", "经营性收入", "经营收入", "经营性净收入"},
		lang.Text{Zh: "经营净收入", En: "net business income"}},
	{colPropertyIncome, []string{"property_yuan", "财产净收入", "财产性收入", "财产收入", "财产性净收入"},
		lang.Text{Zh: "财产净收入", En: "net property income"}},
	{colTransfer, []string{"transfer_yuan", "转移净收入", "转移性收入", "转移收入", "转移性净收入"},
		lang.Text{Zh: "转移净收入", En: "net transfers"}},
	{colOther, []string{"other_yuan", "其他收入", "其它收入"},
		lang.Text{Zh: "其他收入", En: "other income"}},
	{colOwnMonth, []string{"own_income_month_yuan", "月收入", "本人月收入", "个人月收入", "成员月收入", "月收入金额", "本人收入/月"},
		lang.Text{Zh: "本人每月收入，全额计入；有分项时与分项合计核对",
			En: "own income a month, counted in full; beside kinds of income it is checked against their sum"}},
	{colOwnYear, []string{"own_income_year_yuan", "年收入", "本人年收入", "个人年收入", "成员年收入", "年收入金额", "本人收入/年"},
		lang.Text{Zh: "本人每年收入，全额计入；有分项时与分项合计核对",
			En: "own income a year, counted in full; beside kinds of income it is checked against their sum"}},
	{colOwnTotal, []string{"income_total_yuan", "收入合计", "合计收入", "收入总计", "收入小计", "总收入", "个人收入合计"},
		lang.Text{Zh: "各类收入的合计，与分项核对", En: "the sum of the kinds of income, which is checked"}},
	{colFamilyMonth, []string{"family_income_month_yuan", "家庭月收入", "家庭月总收入", "家庭总收入/月", "家庭人口总收入/月", "家庭收入/月", "全家月收入",
		"全家月总收入",
		"户月收入", "家庭月收入合计", "家庭成员月收入合计", "家庭每月总收入", "月家庭收入", "月家庭总收入", "家庭月收入总额", "家庭成员月总收入"},
		lang.Text{Zh: "全家每月收入；各成员收入都载明的，核对合计",
			En: "income of the whole family a month; where all members state theirs, it is checked against the sum"}},
	{colFamilyYear, []string{"family_income_year_yuan", "家庭年收入", "家庭年总收入", "家庭总收入/年", "家庭人口总收入/年", "家庭收入/年", "全家年收入",
		"全家年总收入",
		"户年收入", "家庭年收入合计", "家庭成员年收入合计", "家庭每年总收入", "年家庭收入", "年家庭总收入", "家庭年收入总额", "家庭成员年总收入"},
		lang.Text{Zh: "全家每年收入；各成员收入都载明的，核对合计",
			En: "income of the whole family a year; where all members state theirs, it is checked against the sum"}},
	{colHeadMonth, []string{"income_per_head_month_yuan", "月人均收入", "人均月收入", "家庭月人均收入", "家庭人均月收入", "人均收入/月", "家庭人均收入/月",
		"户月人均收入"},
		lang.Text{Zh: "家庭月人均收入", En: "income of the family per head a month"}},
	{colHeadYear, []string{"income_per_head_year_yuan", "年人均收入", "人均年收入", "家庭年人均收入", "家庭人均年收入", "人均收入/年", "家庭人均收入/年",
		"户年人均收入"},
		lang.Text{Zh: "家庭年人均收入", En: "income of the family per head a year"}},
	{colPeople, []string{"people", "家庭人口数", "家庭人口", "家庭人数", "家庭总人口", "家庭总人数", "人口数", "家庭成员数", "家庭成员人数", "户人口", "户人口数",
		"户人数",
		"共同生活人数", "共同生活成员人数", "家庭成员数量"},
		lang.Text{Zh: "家庭人数，与行数核对", En: "how many people the family has, checked against the rows"}},
	{colCovered, []string{"covered", "保障人数", "保障人口数", "保障人口", "享受人数", "救助人数", "享受人口", "享受人口数", "低保人数", "低保人口", "低保人口数",
		"纳入人数",
		"救助人口", "救助人口数", "享受低保人数", "享受保障人数"},
		lang.Text{Zh: "保障人数，与行数核对", En: "how many people are covered, checked against the rows"}},
	{colIsCovered, []string{"is_covered", "是否保障对象", "是否享受", "是否享受低保", "是否保障人口", "是否享受待遇", "是否保障", "是否救助对象", "是否低保对象",
		"是否低保人员", "是否纳入保障", "是否享受救助"},
		lang.Text{Zh: "该成员现在是否享受；家庭中有人不享受的，须载明是否计入",
			En: "whether the member is covered now; where some of a family are not, it has to be stated who counts"}},
	{colPaid, []string{"paid_yuan", "现发放金额", "发放金额", "月发放金额", "实发金额", "发放合计", "合计金额", "救助金额", "月救助金额", "补贴金额", "补助金额",
		"发放总额",
		"领取金额", "实发合计", "合计发放金额", "月发放合计", "享受金额"},
		lang.Text{Zh: "现在每月发放的合计", En: "what is paid now a month, in all"}},
	{colPaidDibao, []string{"paid_dibao_yuan", "月保障金额", "保障金额", "保障金", "户月保障金", "月保障金", "低保金额", "低保金", "月低保金", "月低保金额",
		"家庭补差", "补差金额",
		"月补差金额", "月补差", "补差", "本月保障金额", "户月保障金额", "基础保障金额", "基本保障金额", "家庭月保障金", "家庭月补差", "户补差", "户月补差", "低保金/月", "低保补差",
		"低保补差金额", "基本生活保障金", "月享受低保金额", "保障金额合计", "保障金合计", "低保金合计"},
		lang.Text{Zh: "现在每月发放的低保金", En: "dibao paid now a month"}},
	{colPaidLiving, []string{"paid_living_yuan", "生活补贴金额", "残疾人生活补贴", "困难残疾人生活补贴", "困难残疾人生活补贴金额", "困难生活补贴", "生活补贴"},
		lang.Text{Zh: "现在每月发放的困难残疾人生活补贴", En: "the living subsidy paid now a month"}},
	{colPaidNursing, []string{"paid_nursing_yuan", "护理补贴金额", "残疾人护理补贴", "重度残疾人护理补贴", "重度残疾人护理补贴金额", "重度护理补贴", "护理补贴"},
		lang.Text{Zh: "现在每月发放的重度残疾人护理补贴", En: "the nursing subsidy paid now a month"}},
	{colPaidTekun, []string{"paid_tekun_yuan", "月供养金", "供养金", "供养金额", "月供养金额", "特困供养金", "特困供养金额", "基本生活费", "五保供养金"},
		lang.Text{Zh: "现在每月发放的特困供养金", En: "tekun support paid now a month"}},
	{colPaidOther, []string{"paid_other_yuan", "分类施保金", "分类施保金额", "照料护理费", "护理费", "照料护理金额", "重点救助", "残疾人救助", "增发金额",
		"分类施保增发", "价格补贴",
		"物价补贴", "节日补贴"},
		lang.Text{Zh: "现在每月发放的其他款项（分类施保等），只与合计核对",
			En: "what else is paid now a month, such as top-ups; it is checked against the total alone"}},
	{colBenefit, []string{"benefit", "业务类型", "社会救助类别", "救助类型", "救助类别", "低保类型", "低保类别", "家庭类别", "申请类别", "人员类别", "人员类型",
		"属别", "类型",
		"补贴类型", "分类施保", "分类施保类别", "特定救助对象", "保障类别", "保障类型", "类别", "城乡类别", "城乡类型", "城乡属性"},
		lang.Text{Zh: "救助的种类", En: "the kind of support"}},
	{colSource, []string{"income_source", "收入来源", "主要收入来源", "主要生活来源", "经济来源"},
		lang.Text{Zh: "收入来源的文字说明；写有金额的拒绝", En: "where income comes from, in words; an amount is refused"}},
	{colSerial, []string{"serial", "序号", "no", "no.", "行号", "顺序号"},
		lang.Text{Zh: "序号，不读也不保留", En: "a number of the row, which is neither read nor passed through"}},
}

// openColumns are columns whose period or level the header does not say.
var openColumns = [...]ownColumn{
	{colFamilyIncome, []string{"家庭收入", "家庭总收入", "家庭人口总收入", "家庭收入合计", "全家收入", "全家总收入", "家庭收入总额", "户收入", "家庭成员收入合计"},
		lang.Text{Zh: "家庭月收入、家庭年收入", En: "家庭月收入 (a month) or 家庭年收入 (a year)"}},
	{colPerHead, []string{"人均收入", "家庭人均收入", "户人均收入"},
		lang.Text{Zh: "月人均收入、年人均收入", En: "月人均收入 (a month) or 年人均收入 (a year)"}},
}

// plainHeaders are headers, and plainParts parts of headers, of columns that carry none of the
// facts that decide.
var (
	plainHeaders = []string{"性别", "民族", "年龄", "备注", "状态", "名称", "id", "人员id", "市", "省", "村", "组", "乡/镇", "村/社区", "乡镇",
		"街道", "社区", "年份", "是否重复", "性质",
		"成员类型", "享受人", "养老保险", "医疗保险", "失业保险", "医疗类型", "证件类型", "填报日期", "说明", "编号", "劳动能力", "城乡", "居住地", "现居住地", "专业", "职务",
		"单位",
		"是否三无", "护理等级", "账户名称"}
	plainParts = []string{"民族", "文化", "学历", "教育", "学业", "就学", "学校", "婚姻", "政治面貌", "就业", "职业", "工作单位", "收款人", "支付状态", "村屯",
		"小组", "居委会",
		"村委会", "近亲属", "系统编号", "失业证", "医保", "社保卡", "申请人", "联系人", "照片", "附件", "脱贫", "邮编", "编码", "享受人身份证", "银行", "开户", "经办",
		"审核", "审批", "制表"}

	// plainEnds end headers that carry nothing, whatever stands before them.
	plainEnds = []string{"电话", "手机", "手机号", "手机号码", "联系方式", "银行", "账号", "帐号", "账户", "帐户", "账户名称", "开户人", "卡号", "住址", "地址",
		"备注", "日期", "时间", "年月", "月份",
		"签字", "签名", "签章", "盖章", "签字(章)", "原因", "致贫原因", "申请人", "经办人", "审批人"}
)

// carried is something that decides, and the parts of headers that carry it.
type carried struct {
	parts   []string
	what    lang.Text
	columns []column // one of which such a header may be
}

// carrying are the parts of headers that carry what decides. A header with one of them that is no
// column is refused, since its column could change a decision.
var carrying = [...]carried{
	{[]string{"残疾", "伤残", "残障"}, lang.Text{Zh: "残疾", En: "disability"},
		[]column{colCertificate, colCategory, colGrade, colPaidLiving, colPaidNursing}},
	{[]string{"收入", "工资", "薪", "养老金", "退休金", "赡养费", "抚养费", "抚恤", "租金", "income", "wage", "pension", "earning"},
		lang.Text{Zh: "收入", En: "income"},
		[]column{colOwnMonth, colOwnYear, colFamilyMonth, colFamilyYear, colWages, colTransfer}},
	{[]string{"财产", "存款", "房产", "房屋", "住房", "车辆", "汽车", "不动产", "资产", "property", "asset"},
		lang.Text{Zh: "财产", En: "property"},
		[]column{colProperty, colOwnProperty}},
	{[]string{"人数", "人口", "口数", "成员数", "people", "persons"}, lang.Text{Zh: "人数", En: "a number of people"},
		[]column{colPeople, colCovered}},
}

// columnNames lists the names of every column: that of the format first, then those of registers.
func columnNames() [columnCount][]string {
	var names [columnCount][]string
	type key struct {
		field    string
		ofMember bool
	}
	byField := map[key][]string{}
	for _, f := range assistance.Fields() {
		byField[key{f.Name, f.OfMember}] = f.Columns
	}
	for _, f := range fieldOf {
		names[f.column] = byField[key{f.field, f.ofMember}]
	}
	for _, own := range ownColumns {
		names[own.column] = own.names
	}
	for _, open := range openColumns {
		names[open.column] = open.names
	}
	return names
}
