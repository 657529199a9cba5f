package draft

import (
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
)

// KeyTable returns a Markdown table (项目表) in language l of every key that a row can be about: how
// its value is written, for which period, whether it goes by kind of hukou, the words that it is
// of, who may state it, and what it means.
func KeyTable(l standards.Lang) string {
	var b strings.Builder
	line := func(cells ...string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	if l == standards.English {
		line("key", "value", "per", "residence", "of", "stated by", "meaning")
	} else {
		line("key", "数值", "per", "residence", "of", "可由何种文件规定", "含义")
	}
	line("---", "---", "---", "---", "---", "---", "---")
	for _, k := range standards.Keys() {
		line(code(k.Name), valueCell(k, l), perCell(k, l), residenceCell(k, l), ofCell(k, l), statedBy(k, l), k.Key.Text(l))
	}
	return b.String()
}

func code(s string) string { return "`" + s + "`" }

func valueCell(k standards.KeyInfo, l standards.Lang) string {
	var names []string
	for _, field := range valueFields {
		if k.Form&field.form != 0 {
			names = append(names, code(field.name))
		}
	}
	if len(names) == 0 {
		return l.In("无（列表项）", "none (list entry)")
	}
	return strings.Join(names, l.In("或", " or "))
}

func perCell(k standards.KeyInfo, l standards.Lang) string {
	switch {
	case k.Form&standards.Money == 0:
		return ""
	case k.Per != 0:
		return code(k.Per.String())
	}
	return code(standards.PerMonth.String()) + l.In("或", " or ") + code(standards.PerYear.String())
}

func residenceCell(k standards.KeyInfo, l standards.Lang) string {
	if k.Residence {
		return l.In("可选", "optional")
	}
	return ""
}

func ofCell(k standards.KeyInfo, l standards.Lang) string {
	words := code(strings.Join(k.Of, "` `"))
	switch {
	case k.Key == standards.Key(standards.EldercareSubsidy): // an age, a self-care grade, or both
		return l.In("可选，如 ", "optional, such as ") + "`80` `none` `80/none`"
	case k.Key == standards.Key(standards.DibaoTopUp): // and several ages or grades of one class
		return l.In("必填：", "required: ") + words + l.In("，也可带年龄或等级，如 ", ", also with an age or a grade, such as ") + "`elderly/80` `severe-disability/1`"
	case k.Key == standards.Key(standards.DibaoBand): // the income from which it is paid
		return l.In("必填：人均年收入起点（元），如 ", "required: the least per-capita income in yuan a year, such as ") + "`0` `1200.00`"
	case len(k.Of) == 0:
		return ""
	case k.OfNeeded:
		return l.In("必填：", "required: ") + words
	}
	return l.In("可选：", "optional: ") + words
}

func statedBy(k standards.KeyInfo, l standards.Lang) string {
	if k.Local {
		return l.In("草案、补充", "draft, supplement")
	}
	return l.In("草案", "draft")
}
