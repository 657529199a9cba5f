package register

import (
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// column is a column of the caseload format.
type column uint8

const (
	noColumn column = iota
	colHousehold
	colHead
	colDivision
	colResidence
	colProperty
	colOnDibao
	colWeight
	colJobCosts
	colPaid
	colMember
	colBorn
	colIDNumber
	colMemberResidence
	colMemberDivision
	colOwnProperty
	colCounted
	colRelation
	colAbsence
	colIncomeKind
	colIncomeYuan
	colIncomePer
	colIncomeMonths
	colWages
	colBusiness
	colPropertyIncome
	colTransfer
	colOther
	colCategory
	colGrade
	colCertificate
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
	columnCount
)

// columnNames are the names of the columns: that of the format first, then those by which registers call it.
//
// The name of the head (户主姓名), unless it is kept, is checked where another column tells households apart: a row that states another name
// than its household is refused with it, since an id may have been left out. Where nothing else does, it is the id. Two families whose heads
// have one name are then one household if their rows stand together, and the second is refused as coming back if they do not; so a household
// in which two members are the applicant (户主, 本人, 申请人) is refused then. In a register with ids it is warned of.
//
// A kind of hukou (户口性质) of the unified kind (居民户口), or of which no more is said than that the register is a family's (家庭户), is known
// and states neither urban nor rural: it counts as not stated, with a warning. Where the two kinds are abolished, the kind is a finding, by
// residence, land and a share of collective income (民发〔2012〕220号 art. 6), and whoever is entered so needs it stated.
//
// Property is answered with 是 or 否 only under a header that asks whether it is within the limit (是否符合规定): under another, 否 may as well
// mean that there is none.
var columnNames = [columnCount][]string{
	colHousehold:        {"household", "家庭编号", "户编号", "户号", "家庭编码"},
	colHead:             {"户主姓名"},
	colDivision:         {"division", "行政区划", "行政区划代码", "区划代码", "县市区", "所属区县"},
	colResidence:        {"residence", "户口性质", "户籍类别", "户籍性质", "户口类别"},
	colProperty:         {"property", "家庭财产", "财产状况", "财产是否符合规定", "家庭财产是否符合规定"},
	colOnDibao:          {"on_dibao", "是否低保", "是否在享低保", "已享受低保"},
	colWeight:           {"weight", "权重"},
	colJobCosts:         {"job_costs_yuan", "就业成本", "必要就业成本"},
	colPaid:             {"paid_yuan", "现发放金额", "发放金额", "月发放金额", "实发金额"},
	colMember:           {"member", "成员姓名", "姓名", "成员编号"},
	colBorn:             {"born", "出生日期", "出生年月日"},
	colIDNumber:         {"id_number", "身份证号", "身份证号码", "公民身份号码", "证件号码"},
	colMemberResidence:  {"member_residence", "成员户口性质", "成员户籍类别"},
	colMemberDivision:   {"member_division", "成员行政区划", "户籍所在地"},
	colOwnProperty:      {"own_property", "本人财产", "本人财产状况", "本人财产是否符合规定"},
	colCounted:          {"counted", "是否计入", "是否共同生活", "是否计入家庭成员"},
	colRelation:         {"relation", "与户主关系", "与申请人关系", "家庭关系"},
	colAbsence:          {"absence", "离家原因", "不在家原因"},
	colIncomeKind:       {"income_kind", "收入类别", "收入类型"},
	colIncomeYuan:       {"income_yuan", "收入", "收入金额"},
	colIncomePer:        {"income_per", "收入周期", "收入期间"},
	colIncomeMonths:     {"income_months", "收入月数"},
	colWages:            {"wages_yuan", "工资性收入", "工资收入"},
	colBusiness:         {"business_yuan", "经营净收入", "经营性收入"},
	colPropertyIncome:   {"property_yuan", "财产净收入", "财产性收入"},
	colTransfer:         {"transfer_yuan", "转移净收入", "转移性收入"},
	colOther:            {"other_yuan", "其他收入"},
	colCategory:         {"disability_category", "残疾类别", "残疾类型"},
	colGrade:            {"disability_grade", "残疾等级", "残疾级别"},
	colCertificate:      {"disability_certificate", "残疾证号", "残疾人证号"},
	colLongTermCare:     {"long_term_care", "是否需要长期照护", "长期照护"},
	colSeriousIllness:   {"serious_illness", "是否重病", "重病患者", "重病"},
	colSupport:          {"support", "法定义务人", "赡养抚养扶养情况"},
	colCannot:           {"cannot", "不能自理项目", "不能达到的指标"},
	colSelfCare:         {"self_care", "生活自理能力", "自理能力"},
	colPlacement:        {"placement", "供养方式"},
	colWorkInjury:       {"work_injury_nursing", "工伤护理费", "工伤保险生活护理费"},
	colChildScheme:      {"child_scheme", "儿童保障", "儿童保障类别"},
	colLivingAllowance:  {"living_allowance_yuan", "其他生活补贴", "其他生活类补贴"},
	colNursingAllowance: {"nursing_allowance_yuan", "其他护理补贴", "其他护理类补贴"},
}

// vocabulary is a set of words that a column takes.
type vocabulary uint8

const (
	residenceWords vocabulary = iota
	propertyWords
	answerWords
	relationWords
	absenceWords
	incomeWords
	perWords
	categoryWords
	gradeWords
	supportWords
	activityWords
	selfCareWords
	placementWords
	schemeWords
	placeWords // only those of the wire formats
	vocabularyCount
)

// aliases are what registers write, each followed by the word of the wire formats.
var aliases = [vocabularyCount]map[string]string{
	residenceWords: {"城市": "urban", "城镇": "urban", "非农业": "urban", "非农": "urban", "非农业户口": "urban", "城镇户口": "urban",
		"农村": "rural", "农业": "rural", "农业户口": "rural", "农村户口": "rural"},
	propertyWords: {"符合": "within", "符合规定": "within", "未超标": "within", "超标": "over", "超出": "over", "超出规定": "over", "不符合": "over", "不符合规定": "over"},
	answerWords:   {"是": "yes", "有": "yes", "否": "no", "无": "no", "Y": "yes", "N": "no", "1": "yes", "0": "no"},
	relationWords: {"户主": "applicant", "本人": "applicant", "申请人": "applicant", "配偶": "spouse", "夫": "spouse", "妻": "spouse", "丈夫": "spouse", "妻子": "spouse",
		"父母": "parent", "父亲": "parent", "母亲": "parent", "父": "parent", "母": "parent", "未成年子女": "minor-child", "在校生": "student", "在读子女": "student",
		"无独立生活能力成年子女": "dependent-adult-child", "不能独立生活的成年子女": "dependent-adult-child", "能独立生活的成年子女": "independent-adult-child", "独立生活成年子女": "independent-adult-child",
		"儿媳": "child-spouse", "女婿": "child-spouse", "孙子": "grandchild", "孙女": "grandchild", "孙子女": "grandchild", "外孙": "grandchild", "外孙女": "grandchild", "外孙子女": "grandchild",
		"祖父": "grandparent", "祖母": "grandparent", "祖父母": "grandparent", "外祖父": "grandparent", "外祖母": "grandparent", "外祖父母": "grandparent",
		"兄弟姐妹": "sibling", "兄": "sibling", "弟": "sibling", "姐": "sibling", "妹": "sibling", "其他法定赡养扶养抚养关系人": "supported-relative"},
	absenceWords: {"宗教教职人员": "clergy", "服刑": "prison", "在监狱服刑": "prison", "强制隔离戒毒": "compulsory-rehabilitation", "宣告失踪": "missing"},
	incomeWords: {"工资": "wages", "工资性收入": "wages", "经营": "business", "经营净收入": "business", "经营性收入": "business", "财产": "property", "财产净收入": "property", "财产性收入": "property",
		"转移": "transfer", "转移净收入": "transfer", "转移性收入": "transfer", "其他": "other", "其他收入": "other", "优待抚恤金": "veterans-pension",
		"奖励性补助": "reward", "基础养老金": "basic-pension", "高龄津贴": "old-age-allowance", "残疾人两项补贴": "disability-subsidy",
		"事实无人抚养儿童补贴": "child-subsidy", "其他社会救助": "relief", "救助款物": "relief"},
	perWords: {"月": "month", "每月": "month", "按月": "month", "年": "year", "每年": "year", "按年": "year"},
	categoryWords: {"视力": "visual", "视力残疾": "visual", "听力": "hearing", "听力残疾": "hearing", "言语": "speech", "言语残疾": "speech", "肢体": "physical", "肢体残疾": "physical",
		"智力": "intellectual", "智力残疾": "intellectual", "精神": "mental", "精神残疾": "mental", "多重": "multiple", "多重残疾": "multiple"},
	gradeWords: {"一级": "1", "二级": "2", "三级": "3", "四级": "4", "壹级": "1", "贰级": "2", "叁级": "3", "肆级": "4", "一": "1", "二": "2", "三": "3", "四": "4"},
	supportWords: {"无": "none", "无法定义务人": "none", "无能力": "incapable", "无履行义务能力": "incapable", "法定义务人无履行义务能力": "incapable",
		"有能力": "capable", "有履行义务能力": "capable", "法定义务人有履行义务能力": "capable"},
	activityWords: {"吃饭": "eating", "穿衣": "dressing", "上下床": "bed", "如厕": "toilet", "室内行走": "walking", "行走": "walking", "洗澡": "bathing"},
	selfCareWords: {"具备": "full", "能自理": "full", "全自理": "full", "具备生活自理能力": "full", "部分丧失": "partial", "半自理": "partial", "半失能": "partial", "部分丧失生活自理能力": "partial",
		"完全丧失": "none", "全护理": "none", "失能": "none", "不能自理": "none", "完全丧失生活自理能力": "none"},
	placementWords: {"分散": "home", "分散供养": "home", "集中": "institution", "集中供养": "institution"},
	schemeWords:    {"孤儿": "orphan", "事实无人抚养儿童全额": "unattended-full", "事实无人抚养儿童补差": "unattended-topped-up"},
}

// unifiedHukou are the words of a hukou that is neither urban nor rural.
var unifiedHukou = []string{"居民", "居民户", "居民户口", "统一居民户口", "城乡统一居民户口", "居民家庭户", "居民家庭户口", "居民集体户", "居民集体户口", "家庭户", "家庭户口",
	"集体户", "集体户口"}

// unclear are words that registers write and that could mean two things, which no alias guesses, and what to write instead.
var unclear = []struct {
	columns []column
	words   []string
	instead string
}{
	{[]column{colProperty, colOwnProperty}, []string{"是", "否", "有", "无"}, "符合规定 (within), 超出规定 (over)"},
	{[]column{colRelation}, []string{"子", "女", "子女", "儿子", "女儿", "独生子", "独生女", "长子", "长女", "次子", "次女"}, // whether a grown child counts turns on it
		"未成年子女 (minor-child), 在校生 (student), 不能独立生活的成年子女 (dependent-adult-child), 能独立生活的成年子女 (independent-adult-child)"},
	{[]column{colAbsence}, []string{"失踪"}, "宣告失踪 (missing)"},
	{[]column{colIncomeKind}, []string{"抚恤金"}, "优待抚恤金 (veterans-pension), 转移净收入 (transfer)"},
	{[]column{colIncomeKind}, []string{"奖励"}, "奖励性补助 (reward), 工资 (wages)"},
	{[]column{colIncomeKind}, []string{"残疾人补贴"}, "残疾人两项补贴 (disability-subsidy), 转移净收入 (transfer)"},
	{[]column{colIncomeKind}, []string{"儿童基本生活费"}, "事实无人抚养儿童补贴 (child-subsidy), 转移净收入 (transfer)"},
}

// insteadOf is what to write instead of a word of column c that could mean two things; empty where it is none.
func insteadOf(c column, word []byte) string {
	for _, u := range unclear {
		if slices.Contains(u.columns, c) && slices.Contains(u.words, string(word)) {
			return u.instead
		}
	}
	return ""
}

// words reads the words of a column, as the wire formats or as registers have them. What was read once is known from then on.
type words[T any] struct {
	vocabulary vocabulary
	parse      func(string) (T, bool)
	known      map[string]T
}

// maxKnown is how many words of a column are known at most.
const maxKnown = 1 << 12

func newWords[T any](v vocabulary, parse func(string) (T, bool)) *words[T] {
	return &words[T]{v, parse, map[string]T{}}
}

func (w *words[T]) read(cell []byte) (T, bool) {
	if v, ok := w.known[string(cell)]; ok {
		return v, true
	}
	word := string(cell)
	if alias, ok := aliases[w.vocabulary][word]; ok {
		word = alias
	}
	v, ok := w.parse(word)
	if ok && len(w.known) < maxKnown {
		w.known[string(cell)] = v
	}
	return v, ok
}

// dictionary is the words of every column that takes words.
type dictionary struct {
	answer      *words[standards.Answer]
	residence   *words[standards.Residence]
	division    *words[standards.Place]
	ownDivision *words[standards.Place]
	property    *words[benefit.Property]
	ownProperty *words[benefit.Property]
	relation    *words[benefit.Relation]
	absence     *words[benefit.Absence]
	kind        *words[standards.IncomeKind]
	per         *words[standards.Period]
	category    *words[disability.Category]
	grade       *words[int]
	support     *words[benefit.Support]
	activity    *words[eldercare.Activity]
	selfCare    *words[eldercare.SelfCare]
	placement   *words[benefit.Placement]
	scheme      *words[benefit.ChildScheme]
}

func newDictionary() dictionary {
	return dictionary{
		answer:      newWords(answerWords, standards.ParseAnswer),
		residence:   newWords(residenceWords, parseHukou),
		division:    newWords(placeWords, standards.ParseDivision),
		ownDivision: newWords(placeWords, parseOwnDivision),
		property:    newWords(propertyWords, benefit.ParseProperty),
		ownProperty: newWords(propertyWords, benefit.ParseProperty),
		relation:    newWords(relationWords, benefit.ParseRelation),
		absence:     newWords(absenceWords, benefit.ParseAbsence),
		kind:        newWords(incomeWords, standards.ParseIncomeKind),
		per:         newWords(perWords, standards.ParsePeriod),
		category:    newWords(categoryWords, disability.ParseCategory),
		grade:       newWords(gradeWords, parseGrade),
		support:     newWords(supportWords, benefit.ParseSupport),
		activity:    newWords(activityWords, eldercare.ParseActivity),
		selfCare:    newWords(selfCareWords, eldercare.ParseSelfCare),
		placement:   newWords(placementWords, benefit.ParsePlacement),
		scheme:      newWords(schemeWords, benefit.ParseChildScheme),
	}
}

// parseHukou reads a kind of hukou: 0 where it is neither urban nor rural.
func parseHukou(s string) (standards.Residence, bool) {
	if slices.Contains(unifiedHukou, s) {
		return 0, true
	}
	return standards.ParseResidence(s)
}

// asksWhetherWithin reports whether a header asks whether property is within the limit.
func asksWhetherWithin(header string) bool { return strings.Contains(header, "是否符合") }

// parseWithin reads the answer to whether property is within the limit, or the word of the wire formats.
func parseWithin(s string) (benefit.Property, bool) {
	switch s {
	case "是":
		return benefit.Within, true
	case "否":
		return benefit.Over, true
	}
	return benefit.ParseProperty(s)
}

func parseOwnDivision(s string) (standards.Place, bool) {
	if s == standards.Elsewhere.String() || s == standards.Elsewhere.Text(standards.Chinese) {
		return standards.Elsewhere, true
	}
	return standards.ParseDivision(s)
}

func parseGrade(s string) (int, bool) {
	n, ok := wholeNumber([]byte(s))
	return n, ok && n >= disability.MostSevere && n <= disability.LeastSevere
}

// columnOf finds the column that a header names.
func columnOf(header string) column {
	for c := range columnNames {
		for _, name := range columnNames[c] {
			if strings.EqualFold(name, header) {
				return column(c)
			}
		}
	}
	return noColumn
}

// String returns the name of the column in the format.
func (c column) String() string {
	if c == noColumn || c >= columnCount {
		return ""
	}
	return columnNames[c][0]
}
