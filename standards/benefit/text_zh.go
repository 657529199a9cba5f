package benefit

// chinese holds the texts of steps as a notice (决定书) words them. A text is found by code, result and variant; what stands in
// braces is filled in.
var chinese = [...]wording{
	{StepNotExamined, "computed", "{value}，不予审核"},
	{StepNotCounted, "computed", "系{value}，不计入共同生活的家庭成员"},
	{StepNotCounted, "computed/finding", "经办人员核定，不计入共同生活的家庭成员"},
	{StepTekunNotCounted, "computed", "已认定为特困人员，不计入低保家庭的人口和收入"},

	{StepTekunAbility, "met", "现年{number}周岁，已满{limit}周岁，属于无劳动能力的老年人"},
	{StepTekunAbility, "met/minor", "现年{number}周岁，未满{limit}周岁，属于无劳动能力的未成年人"},
	{StepTekunAbility, "met/grade", "{left}残疾{grade}，属于无劳动能力的残疾人"},
	{StepTekunAbility, "not-met", "现年{number}周岁，不属于{limit}周岁以上的老年人、未成年人或者规定等级的残疾人，不认定为无劳动能力"},
	{StepTekunAbility, "unknown", "{left}残疾{grade}，各类残疾的等级未载明，是否无劳动能力待定"},
	{StepTekunScheme, "met", "享受{left}，不影响认定为特困人员"},
	{StepTekunScheme, "not-met", "已纳入{left}，不再认定为特困人员"},
	{StepTekunIncome, "met", "本人收入{left}，低于低保标准{right}，符合收入条件"},
	{StepTekunIncome, "met/no-figure", "本人没有收入，低于任何低保标准，符合收入条件"},
	{StepTekunIncome, "not-met", "本人收入{left}，{compared}低保标准{right}，不符合收入条件"},
	{StepTekunIncome, "unknown", "本人收入{left}，{compared}已知的低保标准{right}，当地标准可能更高，待定"},
	{StepTekunIncome, "unknown/no-figure", "本人收入{left}，当地低保标准无据可查，待定"},
	{StepTekunProperty, "met", "本人财产符合当地规定，符合财产条件"},
	{StepTekunProperty, "not-met", "本人财产超出当地规定，不符合财产条件"},
	{StepTekunProperty, "unknown", "财产是否符合当地规定未载明，待定"},
	{StepTekunProperty, "unknown/household", "家庭财产超出当地规定，其中本人财产的状况未载明，待定"},
	{StepTekunSupport, "met", "{left}，符合条件"},
	{StepTekunSupport, "not-met", "{left}，不符合条件"},
	{StepTekunPayment, "computed", "救助供养金：{sum}"},

	{StepJobCosts, "computed", "扣减必要的就业成本{value}，以工资性收入和经营净收入为限"},
	{StepDibaoTekunFirst, "unknown", "有成员的特困人员认定待定，须先作出认定，低保随之待定"},
	{StepIncomeOf, "computed", "计入的家庭收入：{sum}"},
	{StepDibaoIncome, "met", "家庭收入{left}，低于{kind}{sum}，符合收入条件"},
	{StepDibaoIncome, "met/no-figure", "家庭没有收入，低于任何低保标准，符合收入条件；当地{kind}低保标准无据可查"},
	{StepDibaoIncome, "not-met", "家庭收入{left}，{compared}{kind}{sum}，不符合收入条件"},
	{StepDibaoIncome, "unknown", "家庭收入{left}，{compared}已知的{kind}{sum}，当地标准可能更高，待定"},
	{StepDibaoIncome, "unknown/no-figure", "家庭收入{left}，当地{kind}低保标准无据可查，待定"},
	{StepDibaoGrace, "unknown", "家庭已享受低保，有成员就业，收入超过{kind}低保标准后可以给予渐退期；渐退期月数无据可查，待定"},
	{StepDibaoProperty, "met", "家庭财产符合当地规定，符合财产条件"},
	{StepDibaoProperty, "not-met", "家庭财产超出当地规定，不符合财产条件"},
	{StepDibaoProperty, "unknown", "家庭财产是否符合当地规定未载明，待定"},
	{StepDibaoTopUp, "computed", "属于{value}，增发低保金：{sum}"},
	{StepDibaoMinimum, "computed", "每人按不低于月人均救助水平发放：{sum}"},
	{StepDibaoPayment, "computed", "低保金计算：{sum}"},

	{StepLowIncomeAbove, "met", "家庭收入{left}，{compared}{kind}{sum}，符合低保边缘家庭的收入下限"},
	{StepLowIncomeAbove, "not-met", "家庭收入{left}，{compared}{kind}{sum}，不符合低保边缘家庭的收入下限"},
	{StepLowIncomeAbove, "not-met/floor", "家庭收入{left}，当地{kind}低保标准只知下限，不能认定收入已达到标准，不符合低保边缘家庭的收入下限"},
	{StepLowIncomeAbove, "not-met/no-figure", "家庭收入{left}，当地{kind}低保标准无据可查，不能认定收入已达到标准，不符合低保边缘家庭的收入下限"},
	{StepLowIncomeBelow, "met", "家庭收入{left}，低于{kind}{sum}，符合低保边缘家庭的收入上限"},
	{StepLowIncomeBelow, "not-met", "家庭收入{left}，{compared}{kind}{sum}，不符合低保边缘家庭的收入上限"},
	{StepLowIncomeProperty, "met", "家庭财产符合当地规定，符合财产条件"},
	{StepLowIncomeProperty, "not-met", "家庭财产超出当地规定，不符合财产条件"},
	{StepLowIncomeProperty, "unknown", "家庭财产是否符合当地规定未载明，待定"},

	{StepSinglePersonFamily, "met", "家庭属于低保边缘家庭"},
	{StepSinglePersonFamily, "not-met", "家庭不属于低保边缘家庭，不能参照单人户纳入低保"},
	{StepSinglePersonFamily, "unknown", "家庭是否属于低保边缘家庭待定"},
	{StepSinglePersonClass, "met", "{left}残疾{grade}，属于可以参照单人户纳入低保的重度残疾人"},
	{StepSinglePersonClass, "met/illness", "系重病患者，可以参照单人户纳入低保"},
	{StepSinglePersonClass, "unknown", "{left}残疾{grade}，各类残疾的等级未载明，是否属于可以参照单人户纳入低保的重度残疾人待定"},
	{StepSinglePersonIncome, "met", "本人收入{left}，低于低保标准{right}，符合收入条件"},
	{StepSinglePersonIncome, "not-met", "本人收入{left}，{compared}低保标准{right}，按差额计算无应发金额，不符合收入条件"},
	{StepSinglePersonPayment, "computed", "参照单人户低保金：{sum}"},

	{StepLivingTekun, "met", "未享受特困人员救助供养，不影响享受{part}"},
	{StepLivingTekun, "not-met", "已享受特困人员救助供养，不享受{part}"},
	{StepLivingTekun, "unknown", "特困人员认定待定，{part}随之待定"},
	{StepLivingWorkInjury, "met", "未领取工伤保险生活护理费，不影响享受{part}"},
	{StepLivingWorkInjury, "met/not-stated", "是否领取工伤保险生活护理费未载明，按未领取办理"},
	{StepLivingWorkInjury, "not-met", "已领取工伤保险生活护理费，不享受{part}"},
	{StepLivingChildScheme, "met", "享受{left}，可以同时享受{part}"},
	{StepLivingChildScheme, "not-met", "享受{left}，不享受{part}"},
	{StepLivingGrade, "met", "残疾等级为{grade}，规定为{least}，符合{part}的等级条件"},
	{StepLivingGrade, "not-met", "残疾等级为{grade}，规定为{least}，不符合{part}的等级条件"},
	{StepLivingAllowance, "met", "另享受的同类补贴{left}，不高于{part}标准{right}，择高发放{part}，不重复享受"},
	{StepLivingAllowance, "met/no-figure", "另享受的同类补贴{left}，不高于任何{part}标准"},
	{StepLivingAllowance, "not-met", "另享受的同类补贴{left}，高于{part}标准{right}，择高享受原有补贴，不发{part}"},
	{StepLivingAllowance, "unknown", "另享受的同类补贴{left}，高于已知的{part}标准{right}，当地标准可能更高，待定"},
	{StepLivingAllowance, "unknown/no-figure", "另享受的同类补贴{left}，当地{part}标准无据可查，待定"},
	{StepLivingDibao, "met", "系低保对象，符合{part}条件"},
	{StepLivingDibao, "not-met", "不是低保对象，不符合{part}条件；当地是否将范围延伸至低收入家庭，未见规定文本"},
	{StepLivingDibao, "unknown", "低保待定，{part}随之待定"},
	{StepLivingPayment, "computed", "{part}标准：{sum}"},

	{StepNursingLongTermCare, "met", "需要长期照护，符合{part}条件"},
	{StepNursingLongTermCare, "not-met", "不需要长期照护，不符合{part}条件"},
	{StepNursingLongTermCare, "unknown", "是否需要长期照护未载明，{part}待定"},

	{StepEldercareClass, "met", "现年{number}周岁，{self-care}，属于当地养老服务补贴的对象"},
	{StepEldercareClass, "not-met", "现年{number}周岁，{self-care}，不属于当地养老服务补贴的对象"},
	{StepEldercareClass, "unknown", "现年{number}周岁，{self-care}，是否属于当地养老服务补贴的对象待定"},
	{StepEldercarePayment, "computed", "养老服务补贴标准：{sum}"},

	{StepResidence, "unknown", "{part}：户籍类别未载明，按城市户籍{left}，按农村户籍{right}，结论不同，待定"},
	{StepTotal, "computed", "合计：{sum}"},
}

// chineseWords are the words of the wire formats that texts fill in.
var chineseWords = [...]plainWord{
	{"eligible", "符合条件"}, {"ineligible", "不符合条件"}, {"undetermined", "待定"}, {"", "不审核"},
	{"clergy", "连续三年以上脱离家庭独立生活的宗教教职人员"}, {"prison", "在监狱内服刑"}, {"compulsory-rehabilitation", "在戒毒所强制隔离戒毒"}, {"missing", "已宣告失踪"},
	{"applicant", "申请人"}, {"spouse", "配偶"}, {"parent", "父母"}, {"minor-child", "未成年子女"}, {"student", "在校接受本科及以下学历教育的成年子女"},
	{"dependent-adult-child", "已成年但不能独立生活的子女"}, {"independent-adult-child", "能够独立生活的成年子女"}, {"child-spouse", "儿媳、女婿"},
	{"grandchild", "孙子女、外孙子女"}, {"grandparent", "祖父母、外祖父母"}, {"sibling", "兄弟姐妹"}, {"supported-relative", "其他长期共同居住的被赡养、扶养、抚养人"},
	{"none", "没有法定赡养、抚养、扶养义务人"}, {"incapable", "法定赡养、抚养、扶养义务人没有履行义务能力"}, {"capable", "法定赡养、抚养、扶养义务人有履行义务能力"},
	{"orphan", "孤儿基本生活保障"}, {"unattended-full", "事实无人抚养儿童基本生活补贴（全额）"}, {"unattended-topped-up", "事实无人抚养儿童基本生活补贴（补差）"},
	{"visual", "视力"}, {"hearing", "听力"}, {"speech", "言语"}, {"physical", "肢体"}, {"intellectual", "智力"}, {"mental", "精神"}, {"multiple", "多重"},
	{"elderly", "老年人"}, {"minor", "未成年人"}, {"severe-disability", "重度残疾人"}, {"serious-illness", "重病患者"},
}

// chineseSelfCare are the words of self-care, as package eldercare says them; "none" and the empty one mean something else above.
var chineseSelfCare = [...]plainWord{
	{"full", "具备生活自理能力"}, {"partial", "部分丧失生活自理能力"}, {"none", "完全丧失生活自理能力"}, {"", "生活自理能力未载明"},
}

// chineseTerms say what a term of a sum is.
var chineseTerms = [...]plainWord{
	{"line", "低保标准"}, {"income", "收入"}, {"own-income", "收入"}, {"household-income", "家庭经营等共同收入"}, {"job-costs", "必要的就业成本"}, {"topup", "增发"},
	{"tekun-basic", "基本生活标准"}, {"tekun-care", "照料护理标准"}, {"minimum", "月人均救助水平"}, {"rate", ""},
	{"dibao", "低保金"}, {"tekun", "救助供养金"}, {"singlePerson", "参照单人户低保金"}, {"living", "困难残疾人生活补贴"}, {"nursing", "重度残疾人护理补贴"},
}
