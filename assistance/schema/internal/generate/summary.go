package main

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// summary is the schema of what the program caseload writes as its summary.
func (b builder) summary() object {
	fields := slices.Concat(b.summaryHead(), b.registerRead(), b.summaryDue(), b.warned(), []field{
		named("keptNotWritten", "原样写出的列中与所写内容不同的格数",
			"cells of kept columns that state something else than what is written", counted),
	})
	return b.record(namesOf(fields), append(fields,
		named("tekunPlacement", "第10项的集中供养情况；没有特困人员的不写",
			"how the placement of tekun people stands, item 10; not there without any", text),
		named("paid", "与现发放金额比较；未载明现发放金额的不写", "what is paid beside what is due; not there where nothing is stated",
			b.paidBeside()),
		named("checks", "对一行一户的登记表的核对", "the check of a register of which a row is a household", b.checks()))...)
}

// summaryHead lists the fields that say what was decided.
func (b builder) summaryHead() []field {
	tally := b.def("tally", func() object {
		return b.record([]string{"households", "people"}, named("households", "户数", "households", counted),
			named("people", "人数", "people", counted))
	})
	var categories []field
	for c := benefit.CategoryTekun; c <= benefit.CategoryUndetermined; c++ {
		categories = append(categories, named(c.String(), c.Text(standards.Chinese), c.Text(standards.English), tally))
	}
	needs := factCounts()
	for _, k := range standards.Keys() {
		needs = append(needs, named(k.Name, k.Key.Text(standards.Chinese), k.Key.Text(standards.English), counted))
	}
	skipped := b.record([]string{"blank", "titles", "headers", "totals", "signed"},
		named("blank", "空行", "blank rows", counted),
		named("titles", "表头以上的行和表头的第二行", "rows above the header, and a second row of it", counted),
		named("headers", "重复的表头", "the header once more", counted),
		named("totals", "合计行", "sums of the rows above", counted),
		named("signed", "制表人、备注等行", "by whom the register was made, and notes", counted))
	return []field{
		named("on", "日期", "the day that is decided for", b.date()),
		named("digest", "标准摘要", "digest of the standards", b.hash()),
		named("rows", "已审核的户数，不计权数", "households decided, not times their weight", counted),
		named("households", "户数，按权数", "households, by weight", counted),
		named("people", "人数，按权数", "people, by weight", counted),
		named("category", "家庭类别", "households and people by category", b.record(namesOf(categories), categories...)),
		named("needs", "待定家庭尚需的事项和标准，按户数", "facts and figures that undetermined households need, by households",
			b.record(nil, needs...)),
		named("skipped", "登记表中不是家庭的行数", "rows of the register that are no household", skipped),
	}
}

// summaryDue lists the fields that say what is due.
func (b builder) summaryDue() []field {
	paid := b.def("benefit-due", func() object {
		return b.record([]string{"recipients", "yuan", "atLeast", "amountMissing", "undetermined"},
			named("recipients", "享受人数", "people to whom it is due", counted),
			named("yuan", "金额合计（元/月）", "the sum in yuan a month", b.markedYuan()),
			named("atLeast", "只知下限的人数", "people of whom a lower limit is known", counted),
			named("amountMissing", "金额无据可查的人数", "people of whom no amount is on record", counted),
			named("undetermined", "待定人数", "people for whom it is undetermined", counted))
	})
	var benefits, averages []field
	for _, n := range benefit.Paying.List() {
		benefits = append(benefits, named(n.String(), n.Text(standards.Chinese), n.Text(standards.English), paid))
	}
	for _, r := range standards.Residences() {
		averages = append(averages, named(r.String(), r.Text(standards.Chinese), r.Text(standards.English), text))
	}
	cost := b.cost()
	return []field{
		named("benefit", "各项待遇", "what is due by benefit", b.record(namesOf(benefits), benefits...)),
		named("totalYuan", "合计（元/月）", "the total in yuan a month", b.markedYuan()),
		named("totalBound", "合计的确定程度；有只知下限、无据可查或待定的，为 at-least",
			"the bound of the total; at-least where a payment is, an amount is missing or a part is undetermined",
			b.bound()),
		named("costs", "按地方、户籍类别和项目的应发金额", "what is due by place, kind of hukou and benefit", list(cost)),
		named("costsByBenefit", "按项目合计", "what is due by benefit", list(cost)),
		named("costsByPlace", "按地方和户籍类别合计", "what is due by place and kind of hukou", list(cost)),
		named("costsInAll", "总计", "what is due in all", cost),
		named("dibaoPeople", "低保（含单人户）人数", "people on dibao, single-person cover included", counted),
		named("singlePersonPeople", "其中单人户", "of these single-person cover", counted),
		named("average", "第9项的月人均救助水平，按户籍类别", "how the averages of item 9 stand, by kind of hukou",
			b.record(nil, averages...)),
	}
}

// cost is a row of the table of what is due.
func (b builder) cost() object {
	return b.def("cost", func() object {
		return b.record([]string{"households", "people", "undetermined", "month", "year"},
			named("place", "地方；不写为合计", "place; without it all", b.place()),
			named("residence", "户籍类别；不写为两种或未载明", "kind of hukou; without it both or not stated", b.residence()),
			named("benefit", "待遇项目；不写为合计", "benefit; without it all", b.benefit()),
			named("households", "应享受待遇的户数", "households to which it is due", counted),
			named("people", "应享受待遇的人数；合计为这些家庭的人数",
				"people to whom it is due; of all benefits, those of these households", counted),
			named("undetermined", "待定人数；合计为有待定事项的家庭的人数",
				"people for whom it is undetermined; of all benefits, those of households that wait", counted),
			named("waiting", "有待定事项的户数，只见于合计", "households that wait for something; of all benefits only", counted),
			named("month", "每月", "a month", b.money()), named("year", "每年，按十二个月计", "twelve months", b.money()))
	})
}

// paidBeside is what is paid beside what is due.
func (b builder) paidBeside() object {
	fields := []field{
		named("same", "相符的户数", "households that are paid what is due", counted),
		named("over", "多发的户数", "households that are paid more", counted),
		named("under", "少发的户数", "households that are paid less", counted),
		named("notCompared", "不能比较的户数", "households that cannot be compared", counted),
		named("refused", "退回的户数，按权数", "households refused, by weight", counted),
		named("refusedNotRead", "其中现发放金额未载明或不能确定的", "of these, what is paid is not stated or not known for sure", counted),
		named("notStated", "已审核而未载明现发放金额的户数", "households decided that do not state what is paid", counted),
		named("overYuan", "多发合计（元/月）", "paid beyond what is due, yuan a month", b.markedYuan()),
		named("underYuan", "少发合计（元/月）", "due beyond what is paid, yuan a month", b.markedYuan()),
		named("comparedPaidYuan", "相符、多发和少发的现发放合计（元/月）", "paid to the same, over and under, yuan a month",
			b.markedYuan()),
		named("notComparedPaidYuan", "不能比较的现发放合计（元/月）", "paid to those not compared, yuan a month", b.markedYuan()),
		named("refusedPaidYuan", "退回的现发放合计（元/月）", "paid to those refused, yuan a month", b.markedYuan()),
		named("paidYuan", "登记表的现发放合计，以能读出的为限（元/月）", "all that the register pays and that could be read, yuan a month",
			b.markedYuan()),
	}
	return b.record(namesOf(fields), fields...)
}

// checks is what the check of a register of households found.
func (b builder) checks() object {
	check := b.def("found", func() object {
		return b.record([]string{"households", "paidDibaoYuan"}, named("households", "户数", "households", counted),
			named("paidDibaoYuan", "这些家庭的现发低保金合计（元/月）", "dibao paid to them, yuan a month", b.markedYuan()))
	})
	var findings []field
	for f := range register.Finding(register.FindingCount) {
		findings = append(findings, named(f.String(), f.Text(standards.Chinese), f.Text(standards.English), check))
	}
	return b.record([]string{"rows", "wrong", "findings"}, named("rows", "核对的户数", "households checked", counted),
		named("wrong", "其中有不可能正确之处的", "households of which something cannot be right", counted),
		named("findings", "核对结果", "what was found", b.record(nil, findings...)))
}

// markedYuan is a sum in yuan as a text, with ≥ before a lower limit.
func (b builder) markedYuan() object {
	return b.is("marked-yuan", object{{"type", "string"}, {"pattern", `^≥?(0|[1-9][0-9]*)\.[0-9]{2}$`}})
}
