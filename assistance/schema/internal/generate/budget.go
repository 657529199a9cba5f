package main

import (
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
)

// budget is the schema of what the program budget prints as JSON.
func (b builder) budget() object {
	per := word([]string{standards.PerMonth.String(), standards.PerYear.String(), "percent"})
	fields := slices.Concat([]field{
		named("on", "日期", "the day that is decided for", b.date()),
		named("tables", "叠加的数据表文件", "tables files that are laid over the published figures", list(b.tablesFile())),
		named("figure", "所求项目：项目@地方/户籍", "the figure sought: key@place/kind", text),
		named("per", "数值的期间或单位", "the period or unit of the amounts", per),
		named("households", "户数", "households decided", counted),
		named("budgetYuan", "每月资金（元）", "yuan a month to spend", b.sums()),
		named("of", "所用于的待遇项目", "the benefits that it is spent on", list(b.benefit())),
		named("exact", "恰好用完的各段数值", "the amounts that spend it to the fen, in ranges", list(b.spentExactly())),
		named("falls", "比前一个数值用得少的个数", "amounts that spend less than the one before", counted),
	}, b.registerRead(), b.warned())
	return b.record(namesOf(fields), append(fields,
		named("under", "不超过资金的最接近者", "the nearest that spends less", b.spent()),
		named("over", "超过资金的最接近者", "the nearest that spends more", b.spent()))...)
}

// spentExactly is a range of amounts, or of percentages, that spend the budget. Pairs are of its two
// ends.
func (b builder) spentExactly() object {
	return append(b.record([]string{"spentYuan", "spent", "open"},
		named("fromYuan", "数值从（元）", "from, in yuan", b.sums()), named("toYuan", "数值至（元）", "to, in yuan", b.sums()),
		named("fromPercent", "百分比从", "from, in percent", b.sums()), named("toPercent", "百分比至", "to, in percent",
			b.sums()),
		named("spentYuan", "应发金额（元/月）", "what is due in yuan a month", sides(b.markedYuan())),
		named("spent", "应发金额，每月", "what is due a month", sides(b.money())),
		named("open", "待定或缺金额的户数", "households undetermined or without an amount", sides(counted))),
		eitherOf([]string{"fromYuan", "toYuan"}, []string{"fromPercent", "toPercent"}))
}

// spent is an amount, or a percentage, and what is due under it.
func (b builder) spent() object {
	return b.def("spent", func() object {
		return append(b.record([]string{"spentYuan", "spent", "open"},
			named("yuan", "数值（元）", "the amount in yuan", b.sums()), named("percent", "百分比", "the percentage", b.sums()),
			named("spentYuan", "应发金额（元/月）", "what is due in yuan a month", b.markedYuan()),
			named("spent", "应发金额，每月", "what is due a month", b.money()),
			named("open", "待定或缺金额的户数", "households undetermined or without an amount", counted)),
			eitherOf([]string{"yuan"}, []string{"percent"}))
	})
}

// eitherOf requires the fields of one list or those of the other, never both.
func eitherOf(one, other []string) field {
	return field{"oneOf", []object{{{"required", one}}, {{"required", other}}}}
}
