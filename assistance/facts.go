package assistance

import (
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// field is a line of the tables of facts: what is said of a field, and where it stands in a T.
type field[T any] struct {
	Field
	at func(*T) value
}

// householdFields are the facts of a household, in the order of the wire format, where the members
// follow.
var householdFields = [...]field[Household]{
	{Field{Name: "id", Columns: []string{"household", "家庭编号", "户编号", "户号", "家庭编码"}, label: words{"编号", "id"},
		hint: words{"1至64个字符，不含空格；多户时必填，成员不得重复", "1 to 64 characters without spaces; needed where there are several households, unique among members"}},
		func(h *Household) value { return idValue{&h.ID} }},
	{Field{Name: "division", Required: true, label: words{"县市区", "division"},
		Columns: []string{"division", "行政区划", "行政区划代码", "区划代码", "县市区", "所属区县"},
		hint: words{"6、9或12位代码，或中英文名称；成员的只影响残疾人补贴，可为 elsewhere",
			"a code of 6, 9 or 12 digits, or a Chinese or English name; a member's own governs the subsidies only, and may be elsewhere"}},
		func(h *Household) value { return placeValue{&h.Division, false} }},
	{Field{Name: "residence", Fact: benefit.ResidenceFact, Class: Condition, Words: residenceWords[:], label: words{"户籍类别", "kind of hukou"},
		Columns: []string{"residence", "户口性质", "户籍类别", "户籍性质", "户口类别"},
		hint:    words{"urban 城市，rural 农村", "urban or rural: which of the two dibao lines"}},
		func(h *Household) value { return word(&h.Residence) }},
	{Field{Name: "property", Fact: benefit.PropertyFact, Class: Condition, Words: propertyWords[:], label: words{"财产状况", "property"},
		Columns: []string{"property", "家庭财产", "财产状况", "财产是否符合规定", "家庭财产是否符合规定"},
		hint:    words{"是否符合当地财产规定，由经办人员认定", "within or over the local limit, as the caseworker finds"}},
		func(h *Household) value { return word(&h.Property) }},
	{Field{Name: "onDibao", Fact: benefit.OnDibaoFact, Class: Exclusion, Words: answerWords[:], label: words{"是否已享受低保", "on dibao already"},
		Columns: []string{"on_dibao", "是否低保", "是否在享低保", "已享受低保"},
		hint:    words{"已在享受低保的家庭", "whether the household is already on dibao"}},
		func(h *Household) value { return word(&h.OnDibao) }},
	{Field{Name: "income", Words: incomeWords[:], Columns: []string{"income_yuan", "收入", "收入金额"}, label: words{"收入", "income"},
		hint: words{"列为空表示没有收入，不列表示未载明", "an empty list states none; left out, it is not stated"}},
		func(h *Household) value { return incomesValue{&h.Income} }},
	{Field{Name: "jobCosts", Class: Claim, Columns: []string{"job_costs_yuan", "就业成本", "必要就业成本"}, label: words{"必要的就业成本", "costs of working"},
		hint: words{"可从工资性、经营性收入中扣减", "taken off wages and business income where the law allows"}, since: standards.Key(standards.JobCosts)},
		func(h *Household) value { return amountValue{&h.JobCosts} }},
	{Field{Name: "weight", Columns: []string{"weight", "权重"}, label: words{"代表户数", "weight"},
		hint: words{"一行代表多少户", "how many households this one stands for"}},
		func(h *Household) value { return numberValue{&h.Weight, 1, MaxWeight} }},
}

// memberFields are the facts of a member, in the order of the wire format.
var memberFields = [...]field[Member]{
	{Field{Name: "id", Required: true, Columns: []string{"member", "成员姓名", "姓名", "成员编号"}, label: words{"成员编号", "id"},
		hint: words{"1至64个字符，不含空格，户内不得重复", "1 to 64 characters without spaces, unique in the household"}},
		func(m *Member) value { return idValue{&m.ID} }},
	{Field{Name: "born", Required: true, Columns: []string{"born", "出生日期", "出生年月日"}, label: words{"出生日期", "day of birth"},
		hint: words{"形如 1968-03-02", "such as 1968-03-02"}},
		func(m *Member) value { return bornValue{&m.Born} }},
	{Field{Name: "residence", Fact: benefit.ResidenceFact, Class: Condition, Words: residenceWords[:], label: words{"本人户籍类别", "own kind of hukou"},
		Columns: []string{"member_residence", "成员户口性质", "成员户籍类别"},
		hint:    words{"与家庭不同的才需载明", "where it differs from the household's"}},
		func(m *Member) value { return word(&m.Residence) }},
	{Field{Name: "division", Columns: []string{"member_division", "成员行政区划", "户籍所在地"},
		label: words{"本人户籍所在县市区", "own division"},
		hint:  words{"与家庭不同的才需载明；只影响残疾人补贴", "where it differs from the household's; it governs the subsidies only"}},
		func(m *Member) value { return placeValue{&m.Division, true} }},
	{Field{Name: "counted", Words: answerWords[:], Columns: []string{"counted", "是否计入", "是否共同生活", "是否计入家庭成员"},
		label: words{"是否计入", "counted"},
		hint:  words{"经办人员认定是否计入共同生活的家庭成员", "the caseworker's finding whether the member counts"}},
		func(m *Member) value { return word(&m.Counted) }},
	{Field{Name: "relation", Words: relationWords[:], Columns: []string{"relation", "与户主关系", "与申请人关系", "家庭关系"},
		label: words{"与申请人关系", "relation"}, hint: words{"与申请人的关系", "to the applicant"}},
		func(m *Member) value { return word(&m.Relation) }},
	{Field{Name: "absence", Words: absenceWords[:], Columns: []string{"absence", "离家原因", "不在家原因"}, label: words{"不在家的原因", "absence"},
		hint: words{"宗教教职、服刑、强制隔离戒毒、宣告失踪", "clergy, prison, compulsory rehabilitation or declared missing"}},
		func(m *Member) value { return word(&m.Absence) }},
	{Field{Name: "income", Fact: benefit.IncomeFact, Class: Exclusion, Words: incomeWords[:],
		Columns: []string{"income_yuan", "收入", "收入金额"}, label: words{"收入", "income"},
		hint: words{"列为空表示没有收入，不列表示未载明", "an empty list states none; left out, it is not stated"}},
		func(m *Member) value { return incomesValue{&m.Income} }},
	{Field{Name: "property", Fact: benefit.PropertyFact, Class: Condition, Words: propertyWords[:], label: words{"本人财产状况", "own property"},
		Columns: []string{"own_property", "本人财产", "本人财产状况", "本人财产是否符合规定"},
		hint:    words{"本人财产是否符合当地特困规定，由经办人员认定", "within or over the limit for tekun support, as the caseworker finds"}},
		func(m *Member) value { return word(&m.Property) }},
	{Field{Name: "disability"}, // listed by its parts: certificateFields
		func(m *Member) value { return certificateValue{&m.Disability} }},
	{Field{Name: "seriousIllness", Fact: benefit.SeriousIllnessFact, Class: Claim, Words: answerWords[:], label: words{"重病", "serious illness"},
		Columns: []string{"serious_illness", "是否重病", "重病患者", "重病"},
		hint:    words{"是否重病患者", "whether the member is seriously ill"}},
		func(m *Member) value { return word(&m.SeriousIllness) }},
	{Field{Name: "support", Fact: benefit.SupportFact, Class: Claim, Words: supportWords[:], label: words{"法定义务人", "support"},
		Columns: []string{"support", "法定义务人", "赡养抚养扶养情况"},
		hint:    words{"无、无能力、有能力", "by those legally bound: none, incapable or capable"}},
		func(m *Member) value { return word(&m.Support) }},
	{Field{Name: "cannot", Fact: benefit.SelfCareFact, Class: Claim, Words: activityWords[:], label: words{"不能自理的项目", "activities not managed"},
		Columns: []string{"cannot", "不能自理项目", "不能达到的指标"},
		hint:    words{"六项中不能自理的；空列表表示全部能自理", "of the six; an empty list states that all are managed"}},
		func(m *Member) value { return activitiesValue{&m.Cannot} }},
	{Field{Name: "selfCare", Fact: benefit.SelfCareFact, Class: Claim, Words: selfCareWords[:], label: words{"生活自理能力", "self-care"},
		Columns: []string{"self_care", "生活自理能力", "自理能力"},
		hint:    words{"full 全，partial 部分，none 无", "full, partial or none"}},
		func(m *Member) value { return word(&m.SelfCare) }},
	{Field{Name: "placement", Words: placementWords[:], Columns: []string{"placement", "供养方式"}, label: words{"供养方式", "placement"},
		hint: words{"分散或集中供养", "at home or in an institution"}},
		func(m *Member) value { return word(&m.Placement) }},
	{Field{Name: "workInjuryNursing", Fact: benefit.WorkInjuryNursingFact, Class: Exclusion, Words: answerWords[:],
		Columns: []string{"work_injury_nursing", "工伤护理费", "工伤保险生活护理费"},
		label:   words{"工伤保险生活护理费", "work-injury nursing benefit"}, hint: words{"是否领取", "whether it is received"}},
		func(m *Member) value { return word(&m.WorkInjuryNursing) }},
	{Field{Name: "childScheme", Fact: benefit.ChildSchemeFact, Class: Exclusion, Words: schemeWords[:], label: words{"儿童保障", "children's scheme"},
		Columns: []string{"child_scheme", "儿童保障", "儿童保障类别"},
		hint:    words{"孤儿或事实无人抚养儿童保障", "for orphans or unattended children"}},
		func(m *Member) value { return word(&m.ChildScheme) }},
	{Field{Name: "livingAllowance", Fact: benefit.LivingAllowanceFact, Class: Exclusion, label: words{"其他生活类补贴", "another living allowance"},
		Columns: []string{"living_allowance_yuan", "其他生活补贴", "其他生活类补贴"},
		hint:    words{"与生活补贴比较，不是收入", "compared with the living subsidy; no income"}},
		func(m *Member) value { return amountValue{&m.LivingAllowance} }},
	{Field{Name: "nursingAllowance", Fact: benefit.NursingAllowanceFact, Class: Exclusion, label: words{"其他护理类补贴", "another nursing allowance"},
		Columns: []string{"nursing_allowance_yuan", "其他护理补贴", "其他护理类补贴"},
		hint:    words{"与护理补贴比较，不是收入", "compared with the nursing subsidy; no income"}},
		func(m *Member) value { return amountValue{&m.NursingAllowance} }},
}

// certificateFields are the facts of a disability certificate, in the order of the wire format.
var certificateFields = [...]field[disability.Certificate]{
	{Field{Name: "category", Required: true, Class: Claim, Words: categoryWords[:], Columns: []string{"disability_category", "残疾类别", "残疾类型"},
		label: words{"残疾类别", "category of disability"}, hint: words{"残疾人证上的类别", "as on the certificate"}},
		func(c *disability.Certificate) value { return word(&c.Category) }},
	{Field{Name: "grade", Required: true, Class: Claim, Columns: []string{"disability_grade", "残疾等级", "残疾级别"}, label: words{"等级", "grade"},
		hint: words{"1（最重）至4", "1, the most severe, to 4"}},
		func(c *disability.Certificate) value {
			return numberValue{&c.Grade, disability.MostSevere, disability.LeastSevere}
		}},
	{Field{Name: "components", Fact: benefit.ComponentsFact, Class: Condition, label: words{"多重残疾的各类等级", "components"},
		hint: words{"只用于多重残疾", "of a multiple disability only"}},
		func(c *disability.Certificate) value { return componentsValue{&c.Components} }},
	{Field{Name: "longTermCare", Fact: benefit.LongTermCareFact, Class: Condition, Words: answerWords[:], label: words{"需要长期照护", "long-term care"},
		Columns: []string{"long_term_care", "是否需要长期照护", "长期照护"},
		hint:    words{"是否需要长期照护六个月以上", "whether care is needed for six months or more"}},
		func(c *disability.Certificate) value { return word(&c.LongTermCare) }},
}
