package whatif

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Text returns r in language l, such as "每月0.00元至380.00元之间" or "between 0.00 and 380.00 yuan a
// month".
func (r Range) Text(l standards.Lang) string {
	switch {
	case !r.Least.Stated():
		return r.Least.Text(l)
	case !r.Most.Stated():
		return benefit.Payment{Amount: r.Least, Bound: standards.AtLeast}.Text(l)
	case r.Least == r.Most:
		return r.Least.Text(l)
	}
	least, most := r.Least.YuanText(), r.Most.YuanText()
	return l.In("每月"+least+"元至"+most+"元之间", "between "+least+" and "+most+" yuan a month")
}

// Text says w in language l, such as "家庭收入低于每年8640.00元（每月720.00元）的，可享受最低生活保障", or that
// the part can be decided once what is missing is stated.
func (w Way) Text(l standards.Lang) string {
	var changes []string
	isOpen, isChanged := false, false
	for _, r := range w.Changes {
		changes = append(changes, r.Text(l))
		isOpen, isChanged = isOpen || isStated(r), isChanged || !isStated(r)
	}
	who := ""
	if w.Member != "" {
		who = w.Member + l.In("：", ": ")
	}
	if l == standards.English {
		return who + w.Part.Text(l) + w.outcome(isOpen, isChanged) + strings.Join(changes, " and ")
	}
	return who + strings.Join(changes, "，并且") + "的，" + w.chineseOutcome(isOpen, isChanged)
}

// outcome says what becomes of the part under its changes, before they are listed. What is refused
// now is decided anew if facts are to be stated and something is to change as well.
func (w Way) outcome(isOpen, isChanged bool) string {
	switch {
	case isOpen && isChanged:
		return " could be decided anew if "
	case isOpen:
		return " can be decided once "
	case w.Part == benefit.LowIncome:
		return " if "
	}
	return " would be due if "
}

func (w Way) chineseOutcome(isOpen, isChanged bool) string {
	name := w.Part.Text(standards.Chinese)
	switch {
	case isOpen && isChanged:
		return "可以重新作出" + name + "的决定"
	case isOpen:
		return "可以作出" + name + "的决定"
	case w.Part == benefit.LowIncome:
		return "可认定为" + name
	}
	return "可享受" + name
}

// Text says r in language l.
func (r Remedy) Text(l standards.Lang) string {
	switch r.Kind {
	case IncomeBelow:
		return r.incomeText(l)
	case FromDate:
		return r.dateText(l)
	case FactOtherwise:
		return r.factText(l)
	case FactStated:
		text, stated := r.Fact.Text(l), "it is stated "
		if r.Member != "" {
			text, stated = r.Member+l.In("：", ": ")+text, "it is stated for "
		}
		return l.In("补充说明“"+text+"”", stated+text)
	case FigureStated:
		return r.figureText(l)
	}
	return ""
}

// dateText says from which day on and until when, and of what age a member is then.
func (r Remedy) dateText(l standards.Lang) string {
	day := r.Date.Text(l)
	switch {
	case r.Age != 0:
		age := strconv.Itoa(r.Age)
		return l.In("自"+day+"起，即"+r.Member+"年满"+age+"周岁，规定届时不变",
			"the day is "+day+" or later, when "+r.Member+" is "+age+", if the rules stay as they are")
	case r.Until.IsZero():
		return l.In("自"+day+"起，其他情况不变", "the day is "+day+" or later, with nothing else changed")
	case r.Until == r.Date.Next():
		return l.In(day+"当日，其他情况不变", "the day is "+day+", with nothing else changed")
	}
	last := r.Until.Previous().Text(l)
	return l.In(day+"至"+last+"期间，其他情况不变", "the day is from "+day+" to "+last+", with nothing else changed")
}

// figureText says which figure a document would have to state.
func (r Remedy) figureText(l standards.Lang) string {
	f := r.Figure
	name := f.Place.Text(l) + l.In("", ", ") + f.Key.Text(l)
	if f.Residence != 0 {
		name = l.In(f.Place.Text(l)+f.Residence.Text(l)+f.Key.Text(l),
			f.Place.Text(l)+", "+f.Residence.Text(l)+" "+f.Key.Text(l))
	}
	if f.Of != "" {
		name += " " + f.Of
	}
	return l.In("提供当地公布的“"+name+"”及其文件", "the place's own figure is supplied with its document: "+name)
}

// incomeText says below what an income must be a year, and a month if that is whole fen.
func (r Remedy) incomeText(l standards.Lang) string {
	whose := l.In("家庭收入", "the household's income")
	switch {
	case r.Member != "":
		whose = l.In(r.Member+"的本人收入", r.Member+"'s own income")
	case r.Residence != 0:
		whose = l.In(r.Residence.Text(l)+"户籍成员的收入", "the income of the members of "+r.Residence.Text(l)+" hukou")
	}
	month := ""
	if year := r.Amount.Annual(); year%standards.MonthsPerYear == 0 {
		a := standards.Fen(year/standards.MonthsPerYear, standards.PerMonth)
		month = l.In("（"+a.Text(l)+"）", ", that is "+a.Text(l))
	}
	return l.In(whose+"低于"+r.Amount.Text(l)+month, whose+" is below "+r.Amount.Text(l)+month)
}

// factText says how a fact would have to be.
func (r Remedy) factText(l standards.Lang) string {
	c := correctionOf(r.Fact)
	if c == nil {
		return r.Fact.Text(l)
	}
	who := r.Member
	if who == "" {
		who = l.In("家庭", "the household")
	}
	return strings.NewReplacer("{who}", who, "{amount}", r.Amount.Text(l)).Replace(l.In(c.zh, c.en))
}

// Text says it in language l.
func (e *QuantityError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	return fmt.Sprintf(l.In("没有成员“%s”，或者变量的范围无效",
		`there is no member "%s", or the quantity has no values`), wire.Shown(e.Member))
}

// Text says in language l what the reversal is.
func (r Reversal) Text(l standards.Lang) string {
	switch r {
	case SinglePersonOpens:
		return l.In("收入越过低保标准后，可参照单人户纳入低保，并随之享受生活补贴",
			"passing the line opens single-person cover, and with it the living subsidy")
	case TekunEnds:
		return l.In("本人收入达到低保标准，不再认定为特困人员，改按低保家庭成员计算",
			"own income reaching the line ends tekun support, and the member counts for dibao again")
	case UnexplainedReversal:
		return l.In("收入增加而合计上升，原因不在已知之列", "the total rises with rising income for no known reason")
	}
	return ""
}

// Text says in language l where the boundary is, what is paid on both sides, and why.
func (b *Boundary) Text(l standards.Lang) string {
	if b == nil {
		return ""
	}
	var t strings.Builder
	fmt.Fprintf(&t, "%s → %s", b.Quantity.Value(&b.Before, l), b.Quantity.Value(&b.After, l))
	fmt.Fprintf(&t, l.In("：合计%s → %s", ": total %s → %s"), b.Before.Decision.Total.Text(l), b.After.Decision.Total.Text(l))
	if b.Cliff {
		t.WriteString(l.In("（断崖）", " (cliff)"))
	}
	if b.Reversal != NoReversal {
		t.WriteString(l.In("\n  原因：", "\n  because ") + b.Reversal.Text(l))
	}
	for _, c := range b.Changes {
		t.WriteString("\n  " + strings.ReplaceAll(strings.TrimSpace(c.Text(l)), "\n", "\n  "))
	}
	if len(b.Changes) > 0 {
		return t.String() // with the reasons
	}
	for _, s := range b.Causes {
		t.WriteString("\n  " + s.Text(l))
	}
	return t.String()
}

// Value says in language l what q is on one side of a boundary, such as "1799.99 yuan a month" or
// "2020-06-03".
func (q Quantity) Value(s *Side, l standards.Lang) string {
	if s == nil {
		return ""
	}
	switch q.Kind {
	case MemberIncome:
		return standards.Fen(s.At, q.Per).Text(l)
	case People:
		return fmt.Sprintf(l.In("%d人", "%d people"), s.At)
	case Age:
		for _, m := range s.Household.Members {
			if m.ID == q.Member {
				return fmt.Sprintf(l.In("%s出生（%d周岁）", "born %s (%d years old)"), m.Born, m.Born.AgeOn(s.Decision.On))
			}
		}
	case DayOf:
		return s.Decision.On.String()
	}
	return ""
}
