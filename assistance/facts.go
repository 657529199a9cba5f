package assistance

import (
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// field is a line of the tables of facts: what is said of a field, and where it stands in a T.
type field[T any] struct {
	fields.Field
	at    func(*T) value
	since standards.Key // the key from whose first row on it decides anything; zero: from the first day of the library
}

// householdFields are the facts of a household, in the order of the wire format, where the members
// follow.
var householdFields = [...]field[Household]{
	{Field: fields.Field{Name: "id", Columns: []string{"household", "家庭编号", "户编号", "户号", "家庭编码", "家庭id", "户id", "家庭号"}, Label: lang.Text{Zh: "编号", En: "id"},
		Hint: lang.Text{Zh: "1至64个字符，不含空格；多户时必填，成员不得重复", En: "1 to 64 characters without spaces; needed where there are several households, unique among members"}},
		at: func(h *Household) value { return idValue{&h.ID} }},
	{Field: fields.Field{Name: "division", Required: true, Label: lang.Text{Zh: "县市区", En: "division"},
		Columns: []string{"division", "行政区划", "行政区划代码", "区划代码", "县市区", "所属区县", "行政区划名称", "县(市、区)", "县市区名称", "所属县市区"},
		Hint:    lang.Text{Zh: "6、9或12位代码，或中英文名称；成员的只影响残疾人补贴，可为 elsewhere", En: "a code of 6, 9 or 12 digits, or a Chinese or English name; a member's own governs the subsidies only, and may be elsewhere"}},
		at: func(h *Household) value { return placeValue{&h.Division, false} }},
	{Field: fields.Field{Name: "residence", Fact: benefit.ResidenceFact, Class: fields.Condition, Words: residenceWords[:], Label: lang.Text{Zh: "户籍类别", En: "kind of hukou"},
		Columns: []string{"residence", "户口性质", "户籍类别", "户籍性质", "户口类别", "家庭户口性质", "户口类型", "户籍类型", "家庭户籍类别"},
		Hint:    lang.Text{Zh: "urban 城市，rural 农村", En: "urban or rural: which of the two dibao lines"}},
		at: func(h *Household) value { return word(&h.Residence) }},
	{Field: fields.Field{Name: "property", Fact: benefit.PropertyFact, Class: fields.Condition, Words: propertyWords[:], Label: lang.Text{Zh: "财产状况", En: "property"},
		Columns: []string{"property", "家庭财产", "财产状况", "财产是否符合规定", "家庭财产是否符合规定", "家庭财产状况", "家庭财产情况", "财产情况"},
		Hint:    lang.Text{Zh: "是否符合当地财产规定，由经办人员认定", En: "within or over the local limit, as the caseworker finds"}},
		at: func(h *Household) value { return word(&h.Property) }},
	{Field: fields.Field{Name: "onDibao", Fact: benefit.OnDibaoFact, Class: fields.Exclusion, Words: answerWords[:], Label: lang.Text{Zh: "是否已享受低保", En: "on dibao already"},
		Columns: []string{"on_dibao", "是否低保", "是否在享低保", "已享受低保", "是否低保户", "是否低保家庭"},
		Hint:    lang.Text{Zh: "已在享受低保的家庭", En: "whether the household is already on dibao"}},
		at: func(h *Household) value { return word(&h.OnDibao) }},
	{Field: fields.Field{Name: "income", Words: incomeWords[:], Columns: []string{"income_yuan", "收入", "收入金额"}, Label: lang.Text{Zh: "收入", En: "income"},
		Hint: lang.Text{Zh: "列为空表示没有收入，不列表示未载明", En: "an empty list states none; left out, it is not stated"}},
		at: func(h *Household) value { return incomesValue{&h.Income} }},
	{Field: fields.Field{Name: "jobCosts", Class: fields.Claim, Columns: []string{"job_costs_yuan", "就业成本", "必要就业成本"}, Label: lang.Text{Zh: "必要的就业成本", En: "costs of working"},
		Hint: lang.Text{Zh: "可从工资性、经营性收入中扣减", En: "taken off wages and business income where the law allows"}},
		since: standards.Key(standards.JobCosts),
		at:    func(h *Household) value { return amountValue{&h.JobCosts} }},
	{Field: fields.Field{Name: "rigidCosts", Class: fields.Claim, Columns: []string{"rigid_costs_yuan", "刚性支出", "家庭刚性支出"}, Label: lang.Text{Zh: "刚性支出", En: "rigid costs"},
		Hint: lang.Text{Zh: "因残疾、患重病增加的刚性支出，经办人员认定可扣减的部分", En: "of disability or serious illness, as far as the caseworker found them deductible"}},
		since: standards.Key(standards.RigidCosts),
		at:    func(h *Household) value { return amountValue{&h.RigidCosts} }},
	{Field: fields.Field{Name: "lowIncomeProperty", Fact: benefit.LowIncomePropertyFact, Class: fields.Condition, Words: propertyWords[:],
		Columns: []string{"low_income_property", "低保边缘财产状况", "低保边缘财产是否符合规定"}, Label: lang.Text{Zh: "低保边缘家庭财产状况", En: "property for low-income families"},
		Hint: lang.Text{Zh: "是否符合当地低保边缘家庭的财产规定，由经办人员认定", En: "within or over the local limit for low-income families, as the caseworker finds"}},
		at: func(h *Household) value { return word(&h.LowIncomeProperty) }},
	{Field: fields.Field{Name: "overLineSince", Fact: benefit.OverLineSinceFact, Class: fields.Condition, Columns: []string{"over_line_since", "超标起始日", "收入超标起始日期"},
		Label: lang.Text{Zh: "收入超过低保标准的起始日", En: "over the line since"},
		Hint:  lang.Text{Zh: "用于渐退期", En: "the day from which income is over the line, for the grace period"}},
		at: func(h *Household) value { return dayValue{&h.OverLineSince} }},
	{Field: fields.Field{Name: "weight", Columns: []string{"weight", "权重"}, Label: lang.Text{Zh: "代表户数", En: "weight"},
		Hint: lang.Text{Zh: "一行代表多少户", En: "how many households this one stands for"}},
		at: func(h *Household) value { return numberValue{&h.Weight, 1, MaxWeight} }},
}

// memberFields are the facts of a member, in the order of the wire format.
var memberFields = [...]field[Member]{
	{Field: fields.Field{Name: "id", Required: true, Columns: []string{"member", "成员姓名", "姓名", "成员编号", "家庭成员姓名", "人员姓名"}, Label: lang.Text{Zh: "成员编号", En: "id"},
		Hint: lang.Text{Zh: "1至64个字符，不含空格，户内不得重复", En: "1 to 64 characters without spaces, unique in the household"}},
		at: func(m *Member) value { return idValue{&m.ID} }},
	{Field: fields.Field{Name: "born", Required: true, Columns: []string{"born", "出生日期", "出生年月日", "生日"}, Label: lang.Text{Zh: "出生日期", En: "day of birth"},
		Hint: lang.Text{Zh: "形如 1968-03-02", En: "such as 1968-03-02"}},
		at: func(m *Member) value { return dayValue{&m.Born} }},
	{Field: fields.Field{Name: "residence", Fact: benefit.ResidenceFact, Class: fields.Condition, Words: residenceWords[:], Label: lang.Text{Zh: "本人户籍类别", En: "own kind of hukou"},
		Columns: []string{"member_residence", "成员户口性质", "成员户籍类别"},
		Hint:    lang.Text{Zh: "与家庭不同的才需载明", En: "where it differs from the household's"}},
		at: func(m *Member) value { return word(&m.Residence) }},
	{Field: fields.Field{Name: "division", Columns: []string{"member_division", "成员行政区划", "户籍所在地", "户籍行政区划代码", "户籍行政区划"},
		Label: lang.Text{Zh: "本人户籍所在县市区", En: "own division"},
		Hint:  lang.Text{Zh: "与家庭不同的才需载明；只影响残疾人补贴", En: "where it differs from the household's; it governs the subsidies only"}},
		at: func(m *Member) value { return placeValue{&m.Division, true} }},
	{Field: fields.Field{Name: "counted", Fact: benefit.CountedFact, Class: fields.Condition, Words: answerWords[:], Columns: []string{"counted", "是否计入", "是否共同生活", "是否计入家庭成员", "是否共同生活家庭成员"},
		Label: lang.Text{Zh: "是否计入", En: "counted"},
		Hint:  lang.Text{Zh: "经办人员认定是否计入共同生活的家庭成员", En: "the caseworker's finding whether the member counts"}},
		at: func(m *Member) value { return word(&m.Counted) }},
	{Field: fields.Field{Name: "relation", Words: relationWords[:], Columns: []string{"relation", "与户主关系", "与申请人关系", "家庭关系", "与低保户主关系", "与户主的关系", "与申请人的关系", "关系"},
		Label: lang.Text{Zh: "与申请人关系", En: "relation"}, Hint: lang.Text{Zh: "与申请人的关系", En: "to the applicant"}},
		at: func(m *Member) value { return word(&m.Relation) }},
	{Field: fields.Field{Name: "absence", Words: absenceWords[:], Columns: []string{"absence", "离家原因", "不在家原因"}, Label: lang.Text{Zh: "不在家的原因", En: "absence"},
		Hint: lang.Text{Zh: "宗教教职、服刑、强制隔离戒毒、宣告失踪", En: "clergy, prison, compulsory rehabilitation or declared missing"}},
		at: func(m *Member) value { return word(&m.Absence) }},
	{Field: fields.Field{Name: "income", Fact: benefit.IncomeFact, Class: fields.Exclusion, Words: incomeWords[:],
		Columns: []string{"income_yuan", "收入", "收入金额"}, Label: lang.Text{Zh: "收入", En: "income"},
		Hint: lang.Text{Zh: "列为空表示没有收入，不列表示未载明", En: "an empty list states none; left out, it is not stated"}},
		at: func(m *Member) value { return incomesValue{&m.Income} }},
	{Field: fields.Field{Name: "property", Fact: benefit.PropertyFact, Class: fields.Condition, Words: propertyWords[:], Label: lang.Text{Zh: "本人财产状况", En: "own property"},
		Columns: []string{"own_property", "本人财产", "本人财产状况", "本人财产是否符合规定"},
		Hint:    lang.Text{Zh: "本人财产是否符合当地特困规定，由经办人员认定", En: "within or over the limit for tekun support, as the caseworker finds"}},
		at: func(m *Member) value { return word(&m.Property) }},
	{Field: fields.Field{Name: "disability"}, // listed by its parts: certificateFields
		at: func(m *Member) value { return certificateValue{&m.Disability} }},
	{Field: fields.Field{Name: "seriousIllness", Fact: benefit.SeriousIllnessFact, Class: fields.Claim, Words: answerWords[:], Label: lang.Text{Zh: "重病", En: "serious illness"},
		Columns: []string{"serious_illness", "是否重病", "重病患者", "重病"},
		Hint:    lang.Text{Zh: "是否重病患者", En: "whether the member is seriously ill"}},
		at: func(m *Member) value { return word(&m.SeriousIllness) }},
	{Field: fields.Field{Name: "support", Fact: benefit.SupportFact, Class: fields.Claim, Words: supportWords[:], Label: lang.Text{Zh: "法定义务人", En: "support"},
		Columns: []string{"support", "法定义务人", "赡养抚养扶养情况"},
		Hint:    lang.Text{Zh: "无、无能力、有能力", En: "by those legally bound: none, incapable or capable"}},
		at: func(m *Member) value { return word(&m.Support) }},
	{Field: fields.Field{Name: "cannot", Fact: benefit.SelfCareFact, Class: fields.Claim, Words: activityWords[:], Label: lang.Text{Zh: "不能自理的项目", En: "activities not managed"},
		Columns: []string{"cannot", "不能自理项目", "不能达到的指标"},
		Hint:    lang.Text{Zh: "六项中不能自理的；空列表表示全部能自理", En: "of the six; an empty list states that all are managed"}},
		at: func(m *Member) value { return activitiesValue{&m.Cannot} }},
	{Field: fields.Field{Name: "selfCare", Fact: benefit.SelfCareFact, Class: fields.Claim, Words: selfCareWords[:], Label: lang.Text{Zh: "生活自理能力", En: "self-care"},
		Columns: []string{"self_care", "生活自理能力", "自理能力", "自理情况", "自理状况"},
		Hint:    lang.Text{Zh: "full 全，partial 部分，none 无", En: "full, partial or none"}},
		at: func(m *Member) value { return word(&m.SelfCare) }},
	{Field: fields.Field{Name: "placement", Words: placementWords[:], Columns: []string{"placement", "供养方式"}, Label: lang.Text{Zh: "供养方式", En: "placement"},
		Hint: lang.Text{Zh: "分散或集中供养", En: "at home or in an institution"}},
		at: func(m *Member) value { return word(&m.Placement) }},
	{Field: fields.Field{Name: "workInjuryNursing", Fact: benefit.WorkInjuryNursingFact, Class: fields.Exclusion, Words: answerWords[:],
		Columns: []string{"work_injury_nursing", "工伤护理费", "工伤保险生活护理费"},
		Label:   lang.Text{Zh: "工伤保险生活护理费", En: "work-injury nursing benefit"}, Hint: lang.Text{Zh: "是否领取", En: "whether it is received"}},
		at: func(m *Member) value { return word(&m.WorkInjuryNursing) }},
	{Field: fields.Field{Name: "childScheme", Fact: benefit.ChildSchemeFact, Class: fields.Exclusion, Words: schemeWords[:], Label: lang.Text{Zh: "儿童保障", En: "children's scheme"},
		Columns: []string{"child_scheme", "儿童保障", "儿童保障类别"},
		Hint:    lang.Text{Zh: "孤儿或事实无人抚养儿童保障", En: "for orphans or unattended children"}},
		at: func(m *Member) value { return word(&m.ChildScheme) }},
	{Field: fields.Field{Name: "livingAllowance", Fact: benefit.LivingAllowanceFact, Class: fields.Exclusion, Label: lang.Text{Zh: "其他生活类补贴", En: "another living allowance"},
		Columns: []string{"living_allowance_yuan", "其他生活补贴", "其他生活类补贴"},
		Hint:    lang.Text{Zh: "与生活补贴比较，不是收入", En: "compared with the living subsidy; no income"}},
		at: func(m *Member) value { return amountValue{&m.LivingAllowance} }},
	{Field: fields.Field{Name: "nursingAllowance", Fact: benefit.NursingAllowanceFact, Class: fields.Exclusion, Label: lang.Text{Zh: "其他护理类补贴", En: "another nursing allowance"},
		Columns: []string{"nursing_allowance_yuan", "其他护理补贴", "其他护理类补贴"},
		Hint:    lang.Text{Zh: "与护理补贴比较，不是收入", En: "compared with the nursing subsidy; no income"}},
		at: func(m *Member) value { return amountValue{&m.NursingAllowance} }},
}

// certificateFields are the facts of a disability certificate, in the order of the wire format.
var certificateFields = [...]field[disability.Certificate]{
	{Field: fields.Field{Name: "category", Required: true, Class: fields.Claim, Words: categoryWords[:], Columns: []string{"disability_category", "残疾类别", "残疾类型", "残疾种类"},
		Label: lang.Text{Zh: "残疾类别", En: "category of disability"}, Hint: lang.Text{Zh: "残疾人证上的类别", En: "as on the certificate"}},
		at: func(c *disability.Certificate) value { return word(&c.Category) }},
	{Field: fields.Field{Name: "grade", Required: true, Class: fields.Claim, Columns: []string{"disability_grade", "残疾等级", "残疾级别", "残疾程度等级"}, Label: lang.Text{Zh: "等级", En: "grade"},
		Hint: lang.Text{Zh: "1（最重）至4", En: "1, the most severe, to 4"}},
		at: func(c *disability.Certificate) value {
			return numberValue{&c.Grade, disability.MostSevere, disability.LeastSevere}
		}},
	{Field: fields.Field{Name: "components", Fact: benefit.ComponentsFact, Class: fields.Condition, Label: lang.Text{Zh: "多重残疾的各类等级", En: "components"},
		Hint: lang.Text{Zh: "只用于多重残疾", En: "of a multiple disability only"}},
		at: func(c *disability.Certificate) value { return componentsValue{&c.Components} }},
	{Field: fields.Field{Name: "longTermCare", Fact: benefit.LongTermCareFact, Class: fields.Condition, Words: answerWords[:], Label: lang.Text{Zh: "需要长期照护", En: "long-term care"},
		Columns: []string{"long_term_care", "是否需要长期照护", "长期照护"},
		Hint:    lang.Text{Zh: "是否需要长期照护六个月以上", En: "whether care is needed for six months or more"}},
		at: func(c *disability.Certificate) value { return word(&c.LongTermCare) }},
}
