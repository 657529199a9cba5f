package main

import (
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
)

// labelOf is the title of a field in Chinese and English, and its description in both: that of the
// facts of a household, or of labels.
func labelOf(name string) (text [4]string, ok bool) {
	if text, ok = labels[name]; ok {
		return text, true
	}
	for _, f := range assistance.Fields() {
		if f.Name == name || strings.HasSuffix(f.Name, "."+name) {
			return textOf(f), true
		}
	}
	return text, false
}

// labels are, by field that is no fact of a household or means something else besides: the title in
// Chinese and English, and the description in both.
var labels = map[string][4]string{
	"cases":     {"用例", "cases", "逐个运行", "each is run by itself"},
	"name":      {"名称", "name", "同一文件内不重复", "unique in the file"},
	"why":       {"理由", "why", "条款，或用例要说明的问题", "the clause, or what the case shows"},
	"on":        {"日期", "day", "按哪一天的标准审核", "the day that is decided for"},
	"household": {"家庭", "household", "须审核的家庭", "the household to decide"},
	"expect": {"应有结果", "expectation", "载明的字段必须相符；null 表示该字段不得出现；空列表表示没有",
		"fields that are stated must match; null states that a field is not there, an empty list that there is none"},

	"disability": {"残疾人证", "disability certificate", "类别和等级", "category and grade"},
	"members":    {"成员", "members", "家庭成员；在决定中低保部分为计入人数", "of the household; in the dibao of a decision, how many count"},
	"notCovered": {"未给付人数", "not covered", "计入人数中按其户籍类别不符合条件或者待定、未予给付的人数",
		"of those who count, how many are of a kind of hukou that is refused or undetermined, and paid nothing"},
	"category": {"类别", "category", "残疾类别；在决定中为家庭类别",
		"of the disability; in a decision, what the household is taken as a whole"},
	"months": {"月数", "months", "一年中有几个月有此收入，只用于按月的收入",
		"in how many months of the year it is had; of monthly income only"},

	"yuan":  {"金额（元）", "yuan", "至多两位小数", "at most two decimals"},
	"per":   {"期间", "period", "month 每月，year 每年", "month or year"},
	"bound": {"确定程度", "bound", "exactly 确数，at-least 不低于", "exactly or at-least"},

	"format":      {"格式版本", "format", "格式和摘要定义的版本", "version of the format and of the digests"},
	"dataVersion": {"数据版本", "data version", "已公布标准的版本", "of the published rows"},
	"tables":      {"叠加的数据表文件", "tables files", "决定所依据的草案和补充", "the drafts and supplements that the decision rests on"},
	"caseTables":  {"数据表文件", "tables files", "路径以本文件所在目录为准", "by their paths beside this file"},
	"digest":      {"标准摘要", "digest of the standards", "SHA-256", "SHA-256"},
	"input":       {"家庭摘要", "digest of the household", "SHA-256", "SHA-256"},
	"sha256":      {"文件摘要", "digest of the file", "SHA-256", "SHA-256"},
	"kind": {"种类", "kind", "收入种类；数据表文件为 draft 草案或 supplement 补充",
		"of income; of a tables file draft or supplement"},
	"dibao":     {"最低生活保障", "dibao", "未审核的不出现", "left out where not examined"},
	"lowIncome": {"低保边缘家庭", "low-income family", "只有结论", "a verdict only"},
	"lines":     {"低保标准", "dibao lines", "按户籍类别", "by kind of hukou"},
	"urban":     {"城市", "urban", "城市低保标准", "the urban line"},
	"rural":     {"农村", "rural", "农村低保标准", "the rural line"},
	"verdict": {"结论", "verdict", "eligible 符合，ineligible 不符合，undetermined 待定",
		"eligible, ineligible or undetermined"},
	"payment":      {"发放金额", "payment", "每月", "a month"},
	"ifMet":        {"如符合则发放", "payment if met", "所缺事项均符合时的金额", "if every unknown were met"},
	"tekun":        {"特困人员救助供养", "tekun support", "成员的特困认定", "of the member"},
	"singlePerson": {"参照单人户", "single-person cover", "低保边缘家庭中的重残、重病人员", "in a low-income family"},
	"living":       {"困难残疾人生活补贴", "living subsidy", "残疾人两项补贴之一", "one of the two disability subsidies"},
	"nursing":      {"重度残疾人护理补贴", "nursing subsidy", "残疾人两项补贴之一", "one of the two disability subsidies"},
	"total":        {"合计", "total", "各项之和，每月", "the sum of the payments, a month"},
	"needs": {"所需事项", "needs", "待定的结论和未知的金额所等待的事实或标准",
		"facts and figures that undetermined verdicts and missing amounts wait for"},
	"assumed": {"推定事项", "assumed", "未载明而按“无”处理的事项", "facts that were not stated and taken as absent"},
	"carried": {"沿用的标准", "figures carried on", "草案载明沿用、并已用到的标准",
		"that a draft's carry lets go on, and that were used"},
	"readings": {"读法", "readings", "文本留有余地之处所作的选择", "choices where the texts leave one"},
	"steps":    {"审核步骤", "steps", "依次说明比较了什么、依据什么", "what was compared with what, under which clause"},
	"member":   {"成员", "member", "成员编号", "the member's id"},
	"fact":     {"事实", "fact", "家庭或成员的事实", "of the household or of a member"},
	"as":       {"推定为", "taken as", "按什么处理", "what the fact was taken for"},
	"for":      {"关系到", "for", "等待它的各项", "the parts that wait for it"},
	"figure":   {"标准", "figure", "项目名称", "a key of the tables"},
	"place": {"地方", "place", "县市区代码或名称，或 city-five、county-five、430200、430000、china",
		"a unit's code or name, or city-five, county-five, 430200, 430000, china"},
	"of":     {"类别", "class", "项目下的类别", "where the key has several"},
	"above":  {"须高于", "above", "高于此数才有影响", "it would have to be higher to change anything"},
	"code":   {"步骤代码", "step code", "不会更改", "stable"},
	"part":   {"部分", "part", "所属的救助项目", "of the decision"},
	"under":  {"按何种户籍", "kind of hukou tried", "户籍类别未载明时两种都审核", "both are tried where it is not stated"},
	"in":     {"计入", "counted", "该步骤所属情形中计入的成员", "who counts in the way that the step is of"},
	"out":    {"不计入", "not counted", "该步骤所属情形中不计入的成员", "who does not count in the way that the step is of"},
	"result": {"结果", "result", "met 符合，not-met 不符合，unknown 不清楚，computed 计算", "met, not-met, unknown or computed"},
	"left":   {"左边", "left side", "被比较的", "what is compared"},
	"op":     {"比较", "comparison", "< <= >= =", "< <= >= ="},
	"right":  {"右边", "right side", "比较的对象", "what it is compared with"},
	"terms":  {"计算各项", "terms", "相加的各项", "the summands of a computation"},
	"value":  {"得数", "value", "计算结果", "what a computation comes to"},
	"number": {"数字", "number", "年龄、等级、倍数；在数据表文件中为文号",
		"an age, a grade, a multiple; of a tables file, the document's number"},
	"word":     {"词", "word", "不是数字的内容", "what is no number"},
	"what":     {"内容", "what", "该项是什么", "what the term is"},
	"times":    {"次数", "times", "乘以几，负数为扣减", "how many times it is taken; negative where taken off"},
	"document": {"文件", "document", "所依据的文件", "that it rests on"},
	"clause":   {"条款", "clause", "第几项或第几条", "the item or article"},
	"reading":  {"读法", "reading", "所依据的读法", "the reading that it rests on"},
	"choice":   {"选择", "choice", "该读法下所作的选择", "the choice made"},
	"planned":  {"年度计划标准", "planned figure", "公布之前按年度计划标准", "used on a day before the plan was published"},
	"zh":       {"中文说明", "Chinese text", "由其他字段生成", "made from the other fields"},
	"en":       {"英文说明", "English text", "由其他字段生成", "made from the other fields"},

	"history":  {"历史", "history", "家庭情况的各个版本、批准和复核", "versions of the household, grants and reviews"},
	"payments": {"已发放款项", "payments", "逐笔", "one by one"},
	"versions": {"版本", "versions", "家庭情况自何日起如何", "what the household was from which day on"},
	"grants":   {"批准", "grants", "何时批准哪项救助", "which benefit was granted when"},
	"reviews":  {"复核", "reviews", "复核日期", "days of review"},
	"recorded": {"登记日期", "recorded", "何日知悉", "the day on which it became known"},
	"marked": {"明显变化", "marked change", "经办人员认定家庭情况是否明显变化",
		"whether the circumstances changed markedly, as the caseworker finds"},
	"applied":      {"申请日期", "applied", "生活补贴和护理补贴必填", "needed for the living and the nursing subsidy"},
	"approved":     {"批准日期", "approved", "批准日期", "the day of approval"},
	"ended":        {"终止日期", "ended", "终止日期", "the day on which it ended"},
	"month":        {"月份", "month", "形如 2020-09", "such as 2020-09"},
	"paid":         {"发放日期", "paid", "发放日期", "the day of payment"},
	"returned":     {"已退回", "returned", "是否已退回", "whether it came back"},
	"title":        {"标题", "title", "文件标题", "of the document"},
	"issuer":       {"发文机关", "issuer", "发文机关", "of the document"},
	"issued":       {"发文日期", "issued", "发文日期", "the day of the document"},
	"approvedBy":   {"批准机关", "approved by", "补充文件的标准由谁批准", "who approved the figures of a supplement"},
	"strike":       {"删去", "strike", "草案删去该列表项，须写明条款", "a draft takes the entry out of the list, with its clause"},
	"at":           {"存本位置", "at", "原文在摘录或转述存本中的位置，如 [B]", "where the words stand in a file of excerpts, such as [B]"},
	"file":         {"存本", "file", "程序不理会", "left aside"},
	"completeness": {"完整性", "completeness", "程序不理会", "left aside"},
	"address":      {"网址", "address", "程序不理会", "left aside"},
	"rows":         {"各行", "rows", "每行一个标准", "one figure each"},
	"carry": {"沿用", "carry", "该日的全市标准此后继续适用，另有规定的除外",
		"the city's figures of this day go on unless a row restates them"},
	"note":     {"备注", "note", "供人阅读，程序不理会", "for people; left aside"},
	"key":      {"项目", "key", "这一行规定什么", "what the row is about"},
	"ratio":    {"倍数", "ratio", "如 3/2", "such as 3/2"},
	"percent":  {"百分比", "percent", "0至100", "0 to 100"},
	"count":    {"数量", "count", "整数", "a whole number"},
	"age":      {"周岁", "age", "整数", "a whole number of years"},
	"from":     {"起", "from", "第一天", "the first day"},
	"until":    {"止", "until", "期满后的第一天；不写则没有截止", "the first day after; left out: no end"},
	"printed":  {"原文", "printed", "文件中的原文", "the words as printed"},
	"standing": {"文本状况", "standing", "程序不理会", "left aside"},
}
