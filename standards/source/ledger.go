package source

import "github.com/openminzheng/zhuzhou/standards"

// Gap is something that no document on record supplies.
type Gap struct {
	What      standards.Text      // what is not on record
	Place     standards.Place     // where: a group, or the city
	Residence standards.Residence // for which kind of hukou; zero: both
	Key       standards.Key       // whose rows in a tables file would supply it, for every word Of that it needs; zero: none would
	Reading   standards.Reading   // what is done in the meantime where something must be; zero: what needs it is undetermined
	Document  standards.Document  // the text that leaves it open
	Clause    string
	Why       standards.Text
}

// NotOnRecord lists what the documents for 2020 do not contain and this library does not invent, in
// the order of the keys that would supply it; then what no key supplies. Asking a [standards.Set]
// of any day of 2020 for a figure with a key here reports a [*standards.NotOnRecordError], or has a
// floor of the province (湖南省) alone, unless a tables file states it. In 2021 the lines and the two
// subsidies of every place are on record as floors of the province alone, as
// [standards.Effective2020Reading] has it by default; the averages and the targets are of 2020.
func NotOnRecord() []Gap {
	return []Gap{
		{What: standards.Text{Zh: "五县市区城市低保标准", En: "urban dibao line of the five counties"}, Place: standards.CountyFive, Residence: standards.Urban, Key: standards.Key(standards.DibaoLine),
			Document: standards.WorkPoints2020, Clause: "9", Why: standards.Text{Zh: "第9项对五县市区只列农村标准；只有省定下限", En: "item 9 gives the five counties a rural line only; what is on record is the province's floor"}},
		{What: standards.Text{Zh: "低保边缘家庭人均收入基准线", En: "income line for low-income families, as a sum"}, Place: standards.Zhuzhou, Key: standards.Key(standards.LowIncomeLine),
			Document: standards.ZhuzhouLines2022, Why: standards.Text{Zh: "2022年的通知提高了基准线，转述未列数额；按低保标准的倍数计算", En: "the notice of 2022 raises it, and its restatement gives no sum; the multiple of the dibao line is used"}},
		{What: standards.Text{Zh: "特困人员基本生活标准", En: "basic living standard of tekun support"}, Place: standards.Zhuzhou, Key: standards.Key(standards.TekunBasic),
			Document: standards.Order649, Clause: "15", Why: standards.Text{Zh: "由省或者设区的市确定、公布，未见公布文本；只知不低于低保标准的1.3倍", En: "set and published by the province or the city; no such text is on record, only that it is at least 1.3 times the dibao line"}},
		{What: standards.Text{Zh: "特困人员照料护理标准（按生活自理能力分三档）", En: "care standard of tekun support, for each of the three self-care grades"}, Place: standards.Zhuzhou, Key: standards.Key(standards.TekunCare),
			Document: standards.Order649, Clause: "15", Why: standards.Text{Zh: "由省或者设区的市确定、公布，未见公布文本", En: "set and published by the province or the city; no such text is on record"}},
		{What: standards.Text{Zh: "低保家庭老年人、未成年人、重度残疾人、重病患者增发标准", En: "dibao top-ups for the old, minors, the severely disabled and the seriously ill"}, Place: standards.Zhuzhou, Key: standards.Key(standards.DibaoTopUp),
			Document: standards.DibaoReview2012, Clause: "28", Why: standards.Text{Zh: "只规定可以提高救助水平，未定标准", En: "the text allows more and sets no rate"}},
		{What: standards.Text{Zh: "养老服务补贴标准", En: "eldercare service subsidy"}, Place: standards.Zhuzhou, Key: standards.Key(standards.EldercareSubsidy),
			Document: standards.WorkPoints2020, Clause: "12", Why: standards.Text{Zh: "第12项只提到补贴政策，未列金额和条件", En: "item 12 names the subsidy and gives neither amount nor conditions"}},
		{What: standards.Text{Zh: "渐退期月数", En: "length of the grace period"}, Place: standards.Zhuzhou, Key: standards.Key(standards.GraceMonths),
			Document: standards.WorkPoints2020, Clause: "6", Why: standards.Text{Zh: "第6项和2020年8月意见第11项都未定期限", En: "neither item 6 nor item 11 of the 2020-08 text says how long"}},

		{What: standards.Text{Zh: "低保家庭财产限额", En: "property limit for dibao"}, Place: standards.Zhuzhou, Document: standards.Order649, Clause: "9",
			Why: standards.Text{Zh: "由当地规定，未见规定文本", En: "set by the place; no such text is on record"}},
		{What: standards.Text{Zh: "特困人员财产限额", En: "property limit for tekun support"}, Place: standards.Zhuzhou, Document: standards.Tekun2016, Clause: "6",
			Why: standards.Text{Zh: "由当地规定，未见规定文本", En: "set by the place; no such text is on record"}},
		{What: standards.Text{Zh: "申请城市低保须在城镇居住的期限", En: "how long one must have lived in a town to count as urban"}, Place: standards.Zhuzhou, Document: standards.DibaoReview2012, Clause: "6",
			Why: standards.Text{Zh: "由当地规定，未见规定文本", En: "set by the place; no such text is on record"}},
		{What: standards.Text{Zh: "临时救助标准", En: "temporary assistance"}, Place: standards.Zhuzhou, Document: standards.Order649, Clause: "49",
			Why: standards.Text{Zh: "由县级以上地方人民政府确定、公布，未见公布文本", En: "set and published by the places; no such text is on record"}},
		{What: standards.Text{Zh: "孤儿和事实无人抚养儿童基本生活费标准", En: "allowances for orphans and unattended children"}, Place: standards.Zhuzhou, Document: standards.WorkPoints2020, Clause: "15",
			Why: standards.Text{Zh: "第15项未列金额", En: "item 15 gives no amount"}},
		{What: standards.Text{Zh: "困难残疾人生活补贴延伸至低收入家庭", En: "extension of the living subsidy to low-income families"}, Place: standards.Zhuzhou, Document: standards.Reform2020, Clause: "13",
			Why: standards.Text{Zh: "鼓励有条件的地方延伸，未见当地规定", En: "places are encouraged to; whether Zhuzhou does is not on record"}},
		{What: standards.Text{Zh: "低保金的取整规则", En: "rounding of payments"}, Place: standards.Zhuzhou, Reading: standards.RoundingReading, Document: standards.DibaoReview2012, Clause: "27",
			Why: standards.Text{Zh: "只规定按差额计算", En: "the text says only that the difference is paid"}},
		{What: standards.Text{Zh: "低保金的分档", En: "bands of dibao payments"}, Place: standards.Zhuzhou, Reading: standards.BandsReading, Document: standards.Reform2020, Clause: "5",
			Why: standards.Text{Zh: "可以分档或按实际差额发放，未见分档标准", En: "a place may pay by bands or by the difference; no bands are on record"}},
		{What: standards.Text{Zh: "参照单人户的发放金额", En: "amount of single-person cover"}, Place: standards.Zhuzhou, Reading: standards.SinglePersonReading, Document: standards.Relief2020,
			Why: standards.Text{Zh: "国家未定金额", En: "fixed nowhere nationally"}},
	}
}
