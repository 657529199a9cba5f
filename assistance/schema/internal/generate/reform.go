package main

import (
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// reform is the schema of what the program reform prints as JSON: the report of a first draft with
// those of others, a sweep, or both.
func (b builder) reform() object {
	report := b.reformReport()
	reported := namesOf(report)
	all := slices.Concat(report, []field{
		named("others", "其他方案", "the other variants",
			list(b.def("reform-report", func() object { return b.record(reported, b.reformReport()...) }))),
		named("against", "方案之间", "each variant against the other", list(b.against())),
		named("sweep", "逐个数值测算", "what each amount of a figure would cost", b.sweep()),
	})
	return append(b.record(nil, all...),
		field{"anyOf", []object{{{"required", reported}}, {{"required", []string{"sweep"}}}}})
}

// named is a field with its title in Chinese and English, which describes it too.
func named(name, zh, en string, s object) field {
	return field{name, titled([4]string{zh, en, zh, en}, s)}
}

// namesOf lists the names of fields.
func namesOf(fields []field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	return names
}

// The schemas of counts.
var (
	counted = object{{"type", "integer"}, {"minimum", 0}}
	sides   = func(of object) object {
		return object{{"type", "array"}, {"items", of}, {"minItems", 2}, {"maxItems", 2}}
	}
)

// money is a sum in yuan, as a number with its bound apart.
func (b builder) money() object {
	return b.def("sum", func() object {
		return b.record([]string{"yuan", "bound"}, named("yuan", "金额（元）", "yuan", object{{"type", "number"}}),
			field{"bound", b.bound()})
	})
}

// bothTexts is a text in Chinese and in English.
func (b builder) bothTexts() object { return b.is("both-texts", sides(text)) }

// reformReport lists the fields of the report of one variant.
func (b builder) reformReport() []field {
	return slices.Concat(b.reformHead(), b.reformCosts(), b.reformChanges(), b.reformMore())
}

// reformHead lists the fields that say what was compared and how the register was read.
func (b builder) reformHead() []field {
	return slices.Concat([]field{
		named("variant", "方案", "the variant: the id of its draft", text),
		named("before", "之前的日期", "the day before", b.date()),
		named("on", "草案的日期", "the day of the drafts", b.date()),
		named("households", "户数，以及其中之前不符合低保条件的", "households decided, and of these ineligible for dibao before",
			sides(counted)),
		named("people", "人数", "people", counted),
		named("covered", "应享受待遇的户数，之前和之后", "households to which something is due, before and after", sides(counted)),
		named("dibaoPeople", "低保（含单人户）人数，之前和之后", "people on dibao, single-person cover included, before and after",
			sides(counted)),
		named("singlePersonPeople", "其中单人户", "of these single-person cover", sides(counted)),
	}, b.registerRead(), b.filledFacts(), b.warned(), []field{
		named("recipientsOnly", "之前没有不符合低保条件的家庭", "no household was ineligible for dibao before",
			object{{"type", "boolean"}}),
	})
}

// registerRead lists the fields that say how a register was read.
func (b builder) registerRead() []field {
	return []field{
		named("refused", "退回的户数", "households refused", counted),
		named("complete", "登记表已读完", "the register was read to its end", object{{"type", "boolean"}}),
		named("assumed", "未载明而作了认定的户数，按事项", "households of which a fact that is not stated was taken for something, by fact",
			b.def("assumed", func() object { return b.record(nil, factCounts()...) })),
	}
}

// factCounts lists a count for each fact.
func factCounts() []field {
	var facts []field
	for f := benefit.Fact(1); f < benefit.FactCount; f++ {
		facts = append(facts, named(f.String(), f.Text(standards.Chinese), f.Text(standards.English), counted))
	}
	return facts
}

// filledFacts lists the field that says what -assume filled.
func (b builder) filledFacts() []field {
	filled := object{{"type", "object"}, {"additionalProperties", false}, {"properties", object{}},
		{"patternProperties", object{{"^[A-Za-z]+=.+$", counted}}}}
	return []field{named("filled", "-assume 填补的项数，按“事项=内容”", "facts that -assume filled, by fact=value", filled)}
}

// warned lists the fields that count what was warned of in a register.
func (b builder) warned() []field {
	return []field{
		named("personTwice", "在前面另一户已出现的人数", "people who stand in an earlier household too", counted),
		named("unidentified", "没有可用身份证号的人数", "people without a usable identity number", counted),
		named("twoApplicants", "同一户中第一名以外的户主", "applicants beside another of their household", counted),
		named("unifiedHukou", "户口不分城乡的户数", "households with a hukou that is neither urban nor rural", counted),
		named("incomePerHead", "收入按人均收入计算的户数", "households whose income follows from that per head", counted),
		named("healthNotExamined", "写有残疾或患病而没有认定的人数",
			"people of whom a disability or illness is named without a certificate or finding", counted),
		named("unremembered", "从何处起不再记住", "from where on not all are remembered", list(b.record([]string{"line", "column"},
			named("line", "行", "line", counted), named("column", "列", "column", text)))),
	}
}

// reformCosts lists the fields that say what is spent.
func (b builder) reformCosts() []field {
	cost := b.def("reform-cost", func() object {
		return b.record([]string{"before", "after", "beforeYear", "afterYear"},
			named("place", "地方；不写为合计", "place; without it all", b.place()),
			named("residence", "户籍类别；不写为两种或未载明", "kind of hukou; without it both or not stated", b.residence()),
			named("benefit", "待遇项目；不写为合计", "benefit; without it all", b.benefit()),
			named("before", "之前每月", "a month before", b.money()), named("after", "之后每月", "a month after", b.money()),
			named("beforeYear", "之前每年，按十二个月计", "twelve months before", b.money()),
			named("afterYear", "之后每年，按十二个月计", "twelve months after", b.money()),
			named("recipients", "人数，之前和之后", "people, before and after", sides(counted)),
			named("undetermined", "待定人数，之前和之后", "people for whom it is undetermined, before and after", sides(counted)))
	})
	group := b.def("first-households", func() object {
		return b.record([]string{"households", "first"}, named("households", "户数", "households", counted),
			named("first", "前几户的编号", "the ids of the first", list(text)))
	})
	bounds := b.def("register-bounds", func() object {
		return b.record([]string{"least", "most", "noUpperEnd", "notTried"},
			named("least", "最少，每月", "the least a month", b.money()),
			named("most", "最多，每月；有的家庭没有上限时为下限", "the most a month; a lower limit where a household has no upper end", b.money()),
			named("noUpperEnd", "没有在案上限的家庭", "households of which no upper end is on record", group),
			named("notTried", "事项组合过多、未逐一测算的家庭", "households whose facts could be completed in too many ways", group))
	})
	tekun := b.def("tekun-known", func() object {
		return b.record([]string{"atLeast", "amountMissing"},
			named("atLeast", "只知下限的人数", "people of whom a lower limit is known", counted),
			named("amountMissing", "金额无据可查的人数", "people of whom no amount is on record", counted))
	})
	return []field{
		named("costs", "按地方、户籍类别和项目的费用", "costs by place, kind of hukou and benefit", list(cost)),
		named("costsByBenefit", "按项目合计", "costs by benefit", list(cost)),
		named("costsByPlace", "按地方和户籍类别合计", "costs by place and kind of hukou", list(cost)),
		named("costsInAll", "总计", "costs in all", cost),
		named("totals", "合计每月，之前和之后", "totals a month, before and after", sides(b.money())),
		named("bounds", "最少和最多，之前和之后", "least and most, before and after", sides(bounds)),
		named("tekun", "特困人员的金额，之前和之后", "what is known of tekun, before and after", sides(tekun)),
	}
}

// outcomes lists the counts of households by what becomes of an amount.
func outcomes() []field {
	return []field{
		named("gainers", "增加的户数", "households that gain", counted), named("losers", "减少的户数", "households that lose", counted),
		named("unchanged", "不变的户数", "households that stay", counted),
		named("unclear", "增减不明的户数", "households of which it is not known whether they gain or lose", counted),
		named("undetermined", "待定的户数", "households that wait for something", counted),
	}
}

// gainAndLoss lists what is gained and lost.
func (b builder) gainAndLoss() []field {
	return []field{named("gain", "增加合计，每月，不与减少相抵", "gains in all a month, never netted", b.money()),
		named("loss", "减少合计，每月", "losses in all a month", b.money())}
}

// outcomeNames are the fields of outcomes and gainAndLoss.
var outcomeNames = []string{"gainers", "losers", "unchanged", "unclear", "undetermined", "gain", "loss"}

// reformChanges lists the fields that say who gains and who loses.
func (b builder) reformChanges() []field {
	group := b.def("group-changes", func() object {
		return b.record(outcomeNames, slices.Concat([]field{
			named("size", "家庭人数；6 为六人及以上", "people; 6 is six or more", counted), named("place", "地方", "place", b.place()),
			named("residence", "户籍类别", "kind of hukou", b.residence()),
			named("grade", "家庭成员中最重的残疾等级；0 为没有残疾人证", "the most severe grade of a member; 0: nobody has a certificate", counted),
			named("benefit", "待遇项目", "benefit", b.benefit()),
		}, outcomes(), b.gainAndLoss())...)
	})
	groups := b.record([]string{"size", "place", "disability", "benefit"}, named("size", "按家庭人数", "by size of household",
		list(group)),
		named("place", "按地方和户籍", "by place and kind of hukou", list(group)), named("disability", "按残疾等级", "by disability",
			list(group)),
		named("benefit", "按待遇项目", "by benefit", list(group)))
	changes := b.def("changes", func() object {
		return b.record([]string{"gainers", "losers", "unchanged", "gain", "loss"},
			slices.Concat(outcomes()[:3], b.gainAndLoss())...)
	})
	band := b.record([]string{"exact", "atLeast"}, named("from", "增减从", "changes from", b.money()),
		named("to", "增减至", "changes to", b.money()),
		named("exact", "金额确定的户数", "households whose totals are exact", counted),
		named("atLeast", "只知下限的户数", "households whose totals are lower limits", counted))
	distribution := b.record([]string{"exact", "atLeast", "unclear", "bands"},
		named("exact", "金额确定的", "of exact totals", changes), named("atLeast", "只知下限的", "of lower limits", changes),
		named("unclear", "增减不明的，不在各档内", "not clear, and in no band", changes), named("bands", "各档", "bands", list(band)))
	return append(slices.Concat(outcomes()[:4], b.turnsAndReasons()),
		named("groups", "谁增谁减", "who gains and who loses", groups),
		named("distribution", "增减的分布", "the distribution of changes", distribution),
		outcomes()[4])
}

// turnsAndReasons lists the households that change most and those whose verdict turns, with
// reasons.
func (b builder) turnsAndReasons() []field {
	changed := b.def("changed-household", func() object {
		return b.record([]string{"id", "by", "before", "after", "why"}, named("id", "编号", "id", text),
			named("by", "增减，每月", "the change a month", b.money()),
			named("before", "之前", "before", b.payment()), named("after", "之后", "after", b.payment()),
			named("why", "各项待遇的增减和理由，中文和英文", "what becomes of each benefit and why, in Chinese and English", sides(list(text))))
	})
	turn := b.def("turn", func() object {
		return b.record([]string{"households", "people", "first"}, named("households", "户数", "households", counted),
			named("people", "人数", "people", counted),
			named("first", "前几户的编号", "the ids of the first", list(text)))
	})
	turns := b.record([]string{"begun", "ended", "reopened", "resolved"}, named("begun", "新符合低保", "newly eligible", turn),
		named("ended", "不再符合低保", "no longer eligible", turn),
		named("reopened", "原符合、现待定", "eligible before, undetermined after", turn),
		named("resolved", "原待定、现符合", "undetermined before, eligible after", turn))
	return []field{
		named("largestGains", "增加最多的家庭", "the largest gains", list(changed)),
		named("largestLosses", "减少最多的家庭", "the largest losses", list(changed)),
		named("newlyEligible", "新符合低保的前几户", "the first newly eligible for dibao", list(text)),
		named("noLongerEligible", "不再符合低保的前几户", "the first no longer eligible for dibao", list(text)),
		named("noLongerEligibleWhy", "不再符合低保的家庭及理由", "those no longer eligible, with the reasons", list(changed)),
		named("turns", "低保结论的变化", "how verdicts on dibao turn", turns),
	}
}

// reformMore lists what is needed, the averages and the cliffs.
func (b builder) reformMore() []field {
	need := b.record([]string{"need", "text", "households"}, named("need", "所缺事项或数据", "the fact or figure needed", text),
		named("text", "名称", "its name", b.bothTexts()),
		named("households", "户数", "households", counted))
	average := b.record([]string{"place", "residence", "when", "text"}, named("place", "地方", "place", b.place()),
		named("residence", "户籍类别", "kind of hukou", b.residence()),
		named("when", "之前或之后", "before or after", word([]string{"before", "after"})),
		named("text", "说明", "how it stands", b.bothTexts()))
	cliff := b.record([]string{"household", "member", "at", "added", "text"}, named("household", "家庭", "household", text),
		named("member", "成员", "member", text),
		named("at", "月收入（元）", "the income a month in yuan", object{{"type", "number"}}),
		named("added", "草案新增；否则为消除", "added by the draft; else removed", object{{"type", "boolean"}}),
		named("text", "说明", "what it is", b.bothTexts()))
	return []field{
		named("undeterminedWhy", "待定的原因", "what households wait for", list(need)),
		named("averages", "第9项的月人均救助水平", "the averages of item 9", list(average)),
		named("notInAverages", "不计入平均的人数，之前和之后", "people in no average, before and after", sides(counted)),
		named("cliffs", "所查家庭的断崖", "cliffs of the households looked at", list(cliff)),
		named("cliffsNear", "站在断崖附近的家庭", "who stands near a cliff", b.nearCliffs()),
	}
}

func (b builder) nearCliffs() object {
	extent := b.record([]string{"from", "to"}, named("from", "最低", "the lowest", b.money()),
		named("to", "最高", "the highest", b.money()))
	kind := b.record([]string{"text", "households", "people", "jump"},
		named("text", "收入越过时各项待遇的变化", "what becomes of the benefits as income passes it", b.bothTexts()),
		named("households", "月收入相差一百元以内的户数，之前和之后", "households within 100 yuan a month, before and after", sides(counted)),
		named("people", "这些家庭的人数", "people in them", sides(counted)),
		named("jump", "合计的变动，每月；没有人在附近的为 null", "what the total changes by a month; null where nobody stands near",
			sides(object{{"anyOf", []object{extent, {{"type", "null"}}}}})))
	return b.record([]string{"screened", "undetermined", "near", "looked", "cliffs"},
		named("screened", "逐户查看的户数", "households screened", sides(counted)),
		named("undetermined", "待定而未查的户数", "undetermined households, not screened", sides(counted)),
		named("near", "其中合计在附近有转折的", "of these, with a bend or a cliff near", sides(counted)),
		named("looked", "其中细查的", "of these, looked into", sides(counted)),
		named("cliffs", "断崖的种类", "kinds of cliffs", list(kind)))
}

// against is the schema of one variant against another.
func (b builder) against() object {
	return b.record(append([]string{"from", "to", "totals"}, outcomeNames...), slices.Concat([]field{
		named("from", "方案", "the variant", text), named("to", "与之比较的方案", "the one it is compared with", text),
		named("totals", "合计每月", "totals a month", sides(b.money())),
	}, outcomes(), b.gainAndLoss())...)
}

// sweep is the schema of what each amount of a figure would cost.
func (b builder) sweep() object {
	average := b.record([]string{"residence", "average", "floor"},
		named("residence", "户籍类别", "kind of hukou", b.residence()),
		named("average", "月人均救助水平", "the average a month", b.payment()), named("floor", "下限", "the floor", b.amount()),
		named("met", "是否达到；不能确定的不写", "whether it is met; not there where it cannot be said",
			b.is("answer", words[standards.Answer]())))
	point := b.record([]string{"yuan", "cost", "costYear", "covered", "dibaoPeople", "singlePersonPeople", "gainers",
		"losers", "unclear", "undetermined", "averages"}, slices.Concat([]field{
		named("yuan", "数值（元）", "the amount in yuan", object{{"type", "number"}}),
		named("cost", "费用，每月", "the cost a month", b.money()),
		named("costYear", "费用，每年", "the cost of twelve months", b.money()),
		named("covered", "应享受待遇的户数", "households to which something is due", counted),
		named("dibaoPeople", "低保（含单人户）人数", "people on dibao, single-person cover included", counted),
		named("singlePersonPeople", "其中单人户", "of these single-person cover", counted),
		named("averages", "月人均救助水平", "the average assistance levels", list(average)),
	}, outcomes()[:2], outcomes()[3:])...)
	return b.record([]string{"before", "on", "figure", "per", "households", "people", "refused", "complete", "assumed",
		"filled", "costBefore", "points"}, slices.Concat([]field{
		named("before", "之前的日期", "the day before", b.date()), named("on", "测算的日期", "the day that is swept", b.date()),
		named("figure", "项目@地方/户籍", "key@place/kind", text), named("per", "期间", "the period", b.period()),
		named("was", "之前的数值", "what is in force before", b.amount()), named("drafted", "草案的数值", "what the draft states",
			b.amount()),
		named("variant", "其余所依据的草案", "the draft that holds for the rest", text),
		named("households", "户数", "households", counted), named("people", "人数", "people", counted),
		named("costBefore", "之前的费用，每月", "the cost before, a month", b.money()),
		named("points", "各数值", "the amounts", list(point)),
	}, b.registerRead(), b.filledFacts())...)
}
