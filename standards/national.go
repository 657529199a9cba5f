package standards

import "slices"

// national returns the figures, classes and lists of the national and provincial rules. What was in
// force long before the first day for which they were checked is dated from it.
func national() []Standard {
	return slices.Concat(nationalDibao(), nationalLowIncome(), nationalTekun(), nationalSelfCare(), nationalSubsidies())
}

// entry is an entry of a list.
func entry(k ListKey, r Residence, of string, from, until Date, b Basis) Standard {
	return Standard{Key: Key(k), Place: China, Residence: r, Of: of, From: from, Until: until, Basis: b}
}

// number is a ratio, an age, a grade or a count.
func number(k NumberKey, of string, n Fraction, from, until Date, b Basis) Standard {
	return Standard{Key: Key(k), Place: China, Of: of, Number: n, Bound: Exactly, From: from, Until: until, Basis: b}
}

// under is a row that stands under one choice of a reading alone.
func under(c Choice, s Standard) Standard {
	s.Under = c
	return s
}

// nationalDibao has who counts for dibao, what counts as income, and who may have a top-up.
func nationalDibao() []Standard {
	checked, none := firstDay, Date{}
	return []Standard{
		// Who counts for dibao.
		entry(CountingOpen, 0, "adult-child", checked, measures2021, cite(DibaoReview2012, "5(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "adult-child", measures2021, none, cite(DibaoReview2021, "7(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "independent-adult-child", checked, measures2021, cite(DibaoReview2012, "5(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "independent-adult-child", measures2021, none, cite(DibaoReview2021, "7(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "child-spouse", checked, measures2021, cite(DibaoReview2012, "5(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "child-spouse", measures2021, none, cite(DibaoReview2021, "7(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "grandchild", checked, measures2021, cite(DibaoReview2012, "5(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "grandchild", measures2021, none, cite(DibaoReview2021, "7(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "grandparent", checked, measures2021, cite(DibaoReview2012, "5(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "grandparent", measures2021, none, cite(DibaoReview2021, "7(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "sibling", checked, measures2021, cite(DibaoReview2012, "5(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "sibling", measures2021, none, cite(DibaoReview2021, "7(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "supported-relative", checked, measures2021, cite(DibaoReview2012, "5(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "supported-relative", measures2021, none, cite(DibaoReview2021, "7(4)", "并长期共同居住的人员")),
		entry(CountingOpen, 0, "parent", measures2021, none, cite(DibaoReview2021, "7(4)", "并长期共同居住的人员")),
		number(MinorAge, "", Whole(18), checked, none, cite(MinorsProtection, "2", "未满十八周岁的公民")),
		entry(DibaoNotCounted, 0, "clergy", checked, measures2021, cite(DibaoReview2012, "5", "连续三年以上（含三年）脱离家庭独立生活的宗教教职人员")),
		entry(DibaoNotCounted, 0, "clergy", measures2021, none, cite(DibaoReview2021, "7", "连续三年以上（含三年）脱离家庭独立生活的宗教教职人员")),
		entry(NotExamined, 0, "prison", checked, measures2021, cite(DibaoReview2012, "5", "在监狱、劳动教养场所内服刑、劳动教养的人员")),
		entry(NotExamined, 0, "prison", measures2021, none, cite(DibaoReview2021, "7", "在监狱内服刑")),
		under(AbsentLeftOut, entry(NotExamined, 0, "compulsory-rehabilitation", checked, measures2021, cite(DibaoReview2012, "5", "省级人民政府民政部门根据本条原则和有关程序认定的其他人员"))),
		entry(NotExamined, 0, "compulsory-rehabilitation", measures2021, none, cite(DibaoReview2021, "7", "在戒毒所强制隔离戒毒")),
		under(AbsentLeftOut, entry(NotExamined, 0, "missing", checked, measures2021, cite(DibaoReview2012, "5", "省级人民政府民政部门根据本条原则和有关程序认定的其他人员"))),
		entry(NotExamined, 0, "missing", measures2021, none, cite(DibaoReview2021, "7", "宣告失踪人员")),

		// What does not count as income for dibao.
		entry(DibaoNotIncome, Urban, "veterans-pension", checked, measures2021, cite(Order271, "2", "不包括优抚对象按照国家规定享受的抚恤金、补助金")),
		under(RuralNotIncome, entry(DibaoNotIncome, Rural, "veterans-pension", checked, measures2021, passage(RuralDibao2007, "line 5", "《国务院关于在全国建立农村最低生活保障制度的通知》（国发〔2007〕19号）"))),
		entry(DibaoNotIncome, 0, "veterans-pension", measures2021, none, cite(DibaoReview2021, "13", "国家规定的优待抚恤金")),
		under(RuralNotIncome, entry(DibaoNotIncome, Rural, "reward", checked, measures2021, passage(RuralDibao2007, "line 5", "《国务院关于在全国建立农村最低生活保障制度的通知》（国发〔2007〕19号）"))),
		entry(DibaoNotIncome, 0, "reward", measures2021, none, cite(DibaoReview2021, "13", "计划生育奖励与扶助金、奖学金、见义勇为等奖励性补助")),
		entry(DibaoNotIncome, 0, "basic-pension", measures2021, after14thPlan, cite(DibaoReview2021, "13", "“十四五”期间，中央确定的城乡居民基本养老保险基础养老金")),
		entry(DibaoNotIncome, 0, "disability-subsidy", checked, none, passage(SubsidiesRestated, "[G]", "残疾人“两项补贴”不计入城乡最低生活保障家庭的收入")),
		entry(DibaoNotIncome, 0, "child-subsidy", checked, none, cite(Children2019, "3(1)", "事实无人抚养儿童基本生活补贴不计入家庭收入")),
		entry(DibaoNotIncome, 0, "relief", measures2021, none, cite(DibaoReview2021, "13", "政府发放的各类社会救助款物")),

		// Job costs and the grace period.
		entry(JobCosts, 0, "on-dibao", reform2020, measures2021, cite(Reform2020, "11", "对已就业的低保对象，在核算其家庭收入时扣减必要的就业成本")),
		entry(JobCosts, 0, "anyone", measures2021, none, cite(DibaoReview2021, "13", "必要的就业成本等，在核算家庭收入时可按规定适当扣减")),
		entry(RigidCosts, 0, "", measures2021, none, cite(DibaoReview2021, "13", "刚性支出")),
		entry(Grace, 0, "work", reform2020, measures2021, cite(Reform2020, "11", "给予一定时间的渐退期")),
		entry(Grace, 0, "work", measures2021, none, cite(DibaoReview2021, "33", "可以给予一定时间的渐退期")),

		// Who may have a top-up, where a place gives rates.
		number(TopUpElderAge, "", Whole(60), checked, none, cite(ElderlyRights, "2", "六十周岁以上的公民")),
		number(TopUpMinorAge, "", Whole(18), checked, none, cite(MinorsProtection, "2", "未满十八周岁的公民")),
		number(TopUpGrade, "", Whole(2), checked, none, passage(TwoSubsidies2015, "[C]", "残疾等级被评定为一级、二级且需要长期照护的重度残疾人")),
	}
}

// nationalLowIncome has the rules of low-income families and of single-person cover.
func nationalLowIncome() []Standard {
	none := Date{}
	return []Standard{
		// Low-income families and single-person cover.
		number(LowIncomeMultiple, "", Fraction{3, 2}, relief2020, measures2021, passage(Relief2020, "[A]", "低于低保标准1.5倍")),
		number(LowIncomeMultiple, "", Fraction{3, 2}, measures2021, none, cite(DibaoReview2021, "8", "家庭人均收入低于当地最低生活保障标准1.5倍")),
		number(SinglePersonGrade, "visual", Whole(2), relief2020, measures2021, passage(HunanPlan2018, "line 7", "一级、二级重度残疾人")),
		number(SinglePersonGrade, "visual", Whole(2), measures2021, none, cite(DibaoReview2021, "8", "一级、二级重度残疾人")),
		number(SinglePersonGrade, "hearing", Whole(2), relief2020, measures2021, passage(HunanPlan2018, "line 7", "一级、二级重度残疾人")),
		number(SinglePersonGrade, "hearing", Whole(2), measures2021, none, cite(DibaoReview2021, "8", "一级、二级重度残疾人")),
		number(SinglePersonGrade, "speech", Whole(2), relief2020, measures2021, passage(HunanPlan2018, "line 7", "一级、二级重度残疾人")),
		number(SinglePersonGrade, "speech", Whole(2), measures2021, none, cite(DibaoReview2021, "8", "一级、二级重度残疾人")),
		number(SinglePersonGrade, "physical", Whole(2), relief2020, measures2021, passage(HunanPlan2018, "line 7", "一级、二级重度残疾人")),
		number(SinglePersonGrade, "physical", Whole(2), measures2021, none, cite(DibaoReview2021, "8", "一级、二级重度残疾人")),
		number(SinglePersonGrade, "intellectual", Whole(3), relief2020, measures2021, passage(HunanPlan2018, "line 7", "三级智力残疾人")),
		number(SinglePersonGrade, "intellectual", Whole(3), measures2021, none, cite(DibaoReview2021, "8", "三级智力残疾人")),
		number(SinglePersonGrade, "mental", Whole(3), relief2020, measures2021, passage(HunanPlan2018, "line 7", "三级精神残疾人")),
		number(SinglePersonGrade, "mental", Whole(3), measures2021, none, cite(DibaoReview2021, "8", "三级精神残疾人")),
	}
}

// nationalTekun has what does not count as income for tekun, and who is one.
func nationalTekun() []Standard {
	checked, none := firstDay, Date{}
	return []Standard{
		// What does not count as income for tekun.
		entry(TekunNotIncome, 0, "veterans-pension", measures2021, none, cite(Tekun2021, "6", "优待抚恤金")),
		entry(TekunNotIncome, 0, "basic-pension", checked, measures2021, excerpt(Tekun2016, "6", "[A]", "不包括城乡居民基本养老保险中的基础养老金")),
		entry(TekunNotIncome, 0, "basic-pension", measures2021, none, cite(Tekun2021, "6", "中央确定的城乡居民基本养老保险基础养老金")),
		entry(TekunNotIncome, 0, "old-age-allowance", checked, measures2021, excerpt(Tekun2016, "6", "[A]", "高龄津贴等社会福利补贴")),
		entry(TekunNotIncome, 0, "old-age-allowance", measures2021, none, cite(Tekun2021, "6", "高龄津贴")),
		entry(TekunNotIncome, 0, "disability-subsidy", checked, measures2021, excerpt(Tekun2016, "6", "[A]", "等社会福利补贴")),
		entry(TekunNotIncome, 0, "child-subsidy", checked, none, cite(Children2019, "3(1)", "事实无人抚养儿童基本生活补贴不计入家庭收入")),

		// Tekun: no ability to work, and the schemes that exclude it.
		number(TekunElderAge, "", Whole(60), checked, measures2021, excerpt(Tekun2016, "5", "[C]", "60周岁以上的老年人")),
		number(TekunElderAge, "", Whole(60), measures2021, none, cite(Tekun2021, "5", "60周岁以上的老年人")),
		number(TekunMinorAge, "", Whole(16), checked, relief2020, cite(Order649, "14", "未满16周岁的未成年人")),
		number(TekunMinorAge, "", Whole(18), relief2020, reform2020, passage(Relief2020, "[A]", "明确将特困人员救助供养覆盖的未成年人年龄从16周岁放宽至18周岁")),
		number(TekunMinorAge, "", Whole(18), reform2020, measures2021, cite(Reform2020, "5", "从16周岁延长至18周岁")),
		under(MinorUnder18, number(TekunMinorAge, "", Whole(18), measures2021, none, cite(Reform2020, "5", "从16周岁延长至18周岁"))),
		under(MinorUnder16, number(TekunMinorAge, "", Whole(16), measures2021, none, cite(Tekun2021, "5", "未满16周岁的未成年人"))),
		number(TekunGrade, "visual", Whole(1), measures2021, none, cite(Tekun2021, "5", "残疾等级为一级的视力残疾人")),
		number(TekunGrade, "physical", Whole(1), checked, measures2021, excerpt(Tekun2016, "5", "[C]", "残疾等级为一级的肢体残疾人")),
		number(TekunGrade, "physical", Whole(2), measures2021, none, cite(Tekun2021, "5", "残疾等级为一、二级的肢体残疾人")),
		number(TekunGrade, "intellectual", Whole(2), checked, measures2021, excerpt(Tekun2016, "5", "[C]", "残疾等级为一、二级的智力、精神残疾人")),
		number(TekunGrade, "intellectual", Whole(3), measures2021, none, cite(Tekun2021, "5", "残疾等级为一、二、三级的智力、精神残疾人")),
		number(TekunGrade, "mental", Whole(2), checked, measures2021, excerpt(Tekun2016, "5", "[C]", "残疾等级为一、二级的智力、精神残疾人")),
		number(TekunGrade, "mental", Whole(3), measures2021, none, cite(Tekun2021, "5", "残疾等级为一、二、三级的智力、精神残疾人")),
		entry(TekunNotWith, 0, "orphan", checked, measures2021, excerpt(Tekun2016, "9", "[A]", "应当纳入孤儿基本生活保障范围,不再认定为特困人员")),
		entry(TekunNotWith, 0, "orphan", measures2021, none, cite(Tekun2021, "9", "选择申请纳入孤儿、事实无人抚养儿童基本生活保障范围的，不再认定为特困人员")),
		entry(TekunNotWith, 0, "unattended-full", measures2021, none, cite(Tekun2021, "9", "选择申请纳入孤儿、事实无人抚养儿童基本生活保障范围的，不再认定为特困人员")),
		entry(TekunNotWith, 0, "unattended-topped-up", measures2021, none, cite(Tekun2021, "9", "选择申请纳入孤儿、事实无人抚养儿童基本生活保障范围的，不再认定为特困人员")),
	}
}

// nationalSelfCare has the activities by which self-care is assessed, and what is partly lost.
func nationalSelfCare() []Standard {
	checked, none := firstDay, Date{}
	return []Standard{
		// Self-care.
		entry(SelfCareActivity, 0, "eating", checked, measures2021, passage(SelfCare2016, "[G]", "自主吃饭")),
		entry(SelfCareActivity, 0, "eating", measures2021, none, cite(Tekun2021, "21", "自主吃饭")),
		entry(SelfCareActivity, 0, "dressing", checked, measures2021, passage(SelfCare2016, "[G]", "自主穿衣")),
		entry(SelfCareActivity, 0, "dressing", measures2021, none, cite(Tekun2021, "21", "自主穿衣")),
		entry(SelfCareActivity, 0, "bed", checked, measures2021, passage(SelfCare2016, "[G]", "自主上下床")),
		entry(SelfCareActivity, 0, "bed", measures2021, none, cite(Tekun2021, "21", "自主上下床")),
		entry(SelfCareActivity, 0, "toilet", checked, measures2021, passage(SelfCare2016, "[G]", "自主如厕")),
		entry(SelfCareActivity, 0, "toilet", measures2021, none, cite(Tekun2021, "21", "自主如厕")),
		entry(SelfCareActivity, 0, "walking", checked, measures2021, passage(SelfCare2016, "[G]", "室内自主行走")),
		entry(SelfCareActivity, 0, "walking", measures2021, none, cite(Tekun2021, "21", "室内自主行走")),
		entry(SelfCareActivity, 0, "bathing", checked, measures2021, passage(SelfCare2016, "[G]", "自主洗澡")),
		entry(SelfCareActivity, 0, "bathing", measures2021, none, cite(Tekun2021, "21", "自主洗澡")),
		number(SelfCarePartly, "", Whole(3), checked, measures2021, passage(SelfCare2016, "[H]", "有3项以下(含3项)指标不能自主完成的")),
		number(SelfCarePartly, "", Whole(3), measures2021, none, cite(Tekun2021, "22", "有3项以下（含3项）指标不能达到的")),
	}
}

// nationalSubsidies has whom the two disability subsidies are for.
func nationalSubsidies() []Standard {
	checked, none := firstDay, Date{}
	return []Standard{
		// The two disability subsidies.
		number(LivingGrade, "", Whole(4), checked, none, passage(TwoSubsidies2015, "[C]", "对象为低保家庭中的残疾人")),
		number(NursingGrade, "", Whole(2), checked, none, passage(TwoSubsidies2015, "[C]", "对象为残疾等级被评定为一级、二级且需要长期照护的重度残疾人")),
		entry(LivingNotWith, 0, "tekun", checked, none, passage(SubsidiesRestated, "[G]", "纳入特困人员供养保障的残疾人不享受残疾人“两项补贴”")),
		entry(LivingNotWith, 0, "work-injury-nursing", checked, none, passage(SubsidiesRestated, "[G]", "领取工伤保险生活护理费、纳入特困人员供养保障的残疾人不享受残疾人“两项补贴”")),
		entry(LivingNotWith, 0, "orphan", checked, none, passage(SubsidiesRestated, "[G]", "享受孤儿基本生活保障政策的残疾儿童不享受困难残疾人生活补贴")),
		entry(LivingNotWith, 0, "unattended-full", checked, none, cite(Children2019, "3(1)", "已全额领取事实无人抚养儿童补贴的残疾儿童不享受困难残疾人生活补贴")),
		entry(NursingNotWith, 0, "tekun", checked, none, passage(SubsidiesRestated, "[G]", "纳入特困人员供养保障的残疾人不享受残疾人“两项补贴”")),
		entry(NursingNotWith, 0, "work-injury-nursing", checked, none, passage(SubsidiesRestated, "[G]", "领取工伤保险生活护理费、纳入特困人员供养保障的残疾人不享受残疾人“两项补贴”")),
	}
}
