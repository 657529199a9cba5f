package verify

import (
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Text says in language l whether the decision is verified, and otherwise what differs, one
// difference a line.
func (v *Verification) Text(l standards.Lang) string {
	if v == nil {
		return ""
	}
	var lines []string
	say := func(zh, en string, args ...any) { lines = append(lines, fmt.Sprintf(l.In(zh, en), args...)) }
	if v.AnotherHousehold {
		say("不是同一家庭：原决定的家庭为%s，提交复核的家庭为%s",
			"another household: the decision is of %s, the household handed in is %s", idText(v.ID, l), idText(v.OtherID, l))
		return strings.Join(lines, "\n")
	}
	if v.AnotherForm {
		say("原决定的摘要按另一版本格式计算，家庭情况和标准无法按摘要核对",
			"made with another form of the digests: neither the household nor the standards can be compared by them")
	}
	if v.FactsChanged {
		say("家庭情况与原决定不同（申报内容摘要原为%s，现为%s）",
			"the household is not stated as it was (digest %s then, %s now)", digestPrefix(v.Input[0]), digestPrefix(v.Input[1]))
	}
	for _, t := range v.Tables {
		switch {
		case t.Now.ID == "":
			say("缺少原决定所依据的数据表%s（%s）",
				"tables file %s (%s), which the decision rests on, is missing", t.Then.ID, digestPrefix(t.Then.SHA256))
		case t.Then.ID == "":
			say("多出原决定未依据的数据表%s（%s）",
				"tables file %s (%s) is not one that the decision rests on", t.Now.ID, digestPrefix(t.Now.SHA256))
		default:
			say("数据表%s的内容不同（摘要原为%s，现为%s）",
				"tables file %s has other content (digest %s then, %s now)", t.Then.ID, digestPrefix(t.Then.SHA256),
				digestPrefix(t.Now.SHA256))
		}
	}
	switch {
	case v.DataVersion[0] != v.DataVersion[1]:
		say("数据版本不同：原为%s，现为%s",
			"another data version: %s then, %s now", v.DataVersion[0], v.DataVersion[1])
	case v.Digest[0] != v.Digest[1] && len(v.Tables) == 0 && !v.AnotherForm:
		say("所依据的标准或者读法不同（摘要原为%s，现为%s）",
			"other standards or readings (digest %s then, %s now)", digestPrefix(v.Digest[0]), digestPrefix(v.Digest[1]))
	}
	for _, f := range v.Fields {
		say("不同：%s 原为%s，现为%s",
			"differs: %s was %s and is %s", f.Path, orAbsent(f.Then, l), orAbsent(f.Now, l))
	}
	for _, f := range v.Figures {
		say("标准不同：%s", "figure differs: %s", f.Text(l))
	}
	if len(v.Fields) == 0 {
		lines = append(lines, v.decidedAlike(l))
	}
	return strings.Join(lines, "\n")
}

// decidedAlike says how much is verified of a decision in which no field differs.
func (v *Verification) decidedAlike(l standards.Lang) string {
	text := l.In("结果相同：%s的家庭%s按现有标准审核，结果与原决定相同，"+
		"但现有标准不是原决定所载的标准，未能核实其所载的标准",
		"decided alike: on %s household %s comes to the same under the standards at hand; "+
			"they are not those that the decision names, which remain unchecked")
	switch {
	case v.FactsChanged, v.AnotherForm:
		text = l.In("结果相同：%s的家庭%s重新审核的结果仍与原决定相同",
			"decided alike: on %s household %s is decided as it was nevertheless")
	case v.SameStandards():
		text = l.In("复核一致：%s的家庭%s重新审核的结果与原决定相同",
			"verified: on %s household %s is decided as it was")
	}
	return fmt.Sprintf(text, v.On, idText(v.ID, l))
}

// idText returns the id of a household for a message.
func idText(id string, l standards.Lang) string {
	if id == "" {
		return l.In("（无编号）", "(no id)")
	}
	return id
}

// digestPrefix returns the first characters of a digest.
func digestPrefix(d standards.Digest) string {
	const characters = 12
	if text := d.String(); text != "" {
		return text[:characters]
	}
	return "-"
}

func orAbsent(s string, l standards.Lang) string {
	if s == "" {
		return l.In("无", "absent")
	}
	return s
}

// quantityText returns the value of a figure in language l.
func quantityText(q benefit.Quantity, l standards.Lang) string {
	switch {
	case q.Amount.Stated():
		return benefit.Payment{Amount: q.Amount, Bound: q.Bound}.Text(l)
	case q.Number.Stated():
		return q.Number.String()
	}
	return l.In("无据可查", "not on record")
}

// Text names the figure in language l, what it was and is, and the source of the row that states it
// now.
func (f FigureDifference) Text(l standards.Lang) string {
	return fmt.Sprintf(l.In("%s 原为%s，现为%s%s", "%s was %s and is %s%s"), f.Figure, quantityText(f.Then, l),
		quantityText(f.Now, l), f.sourceText(l))
}

// sourceText names the document of the row that states the figure now.
func (f FigureDifference) sourceText(l standards.Lang) string {
	if f.Row.Key == 0 {
		return ""
	}
	return l.In("（", " (") + f.Row.Basis.Document.Info().Cite(f.Row.Basis.Clause, l) + l.In("）", ")")
}

// Text tells the family in language l what changes, by how much, and why, one reason a line. It
// cites the article that asks for the reasons in writing if dibao stops (649号 art. 13).
func (c Change) Text(l standards.Lang) string {
	var b strings.Builder
	if c.Member != "" {
		b.WriteString(c.Member + l.In("：", ": "))
	}
	b.WriteString(c.changeText(l))
	why := c.Steps
	switch {
	case c.Absent:
		b.WriteString(l.In("。理由：本次决定的家庭成员中已无此人", ". Reason: no longer among the members of the household"))
	case c.Kind == Stopped && len(why) == 0:
		b.WriteString(l.In("。理由：所依据的前提已不存在，本次未予审核",
			". Reason: what it depends on no longer holds, so it was not examined"))
	case len(why) > 0:
		b.WriteString(l.In("。理由：", ". Reasons:"))
	}
	for _, s := range why {
		b.WriteString("\n" + l.In("· ", "- ") + s.Text(l))
	}
	return b.String()
}

// changeText says what becomes of the benefit, without the reasons.
func (c Change) changeText(l standards.Lang) string {
	if c.Part == benefit.LowIncome {
		return c.lowIncomeText(l)
	}
	name := c.Part.Text(l)
	from, to := amountOrMissing(c.Before, l), amountOrMissing(c.After, l)
	switch c.Kind {
	case Begun:
		return l.In("新增"+name+"，"+to, name+" begins: "+to)
	case Stopped:
		return l.In("停发"+name+"，原发"+from, name+" stops; it was "+from) + c.articleText(l)
	case Reopened:
		return l.In(name+"待定，原发"+from+"；此非停发决定",
			name+" is undetermined now; it was "+from+". This does not stop it")
	case Unclear:
		return l.In(name+"金额待核，原发"+from+"，现发"+to,
			name+" is still due; it was "+from+" and is "+to+", of which nobody can say which is higher")
	}
	by := amountOrMissing(c.By, l)
	floors := ""
	if c.Floors {
		floors = l.In("（按已知下限计算）", " (as the lower limits go)")
	}
	if c.Kind == Raised {
		return l.In("增发"+name+"，由"+from+"增至"+to+"，增加"+by,
			name+" is raised by "+by+", from "+from+" to "+to) + floors + c.articleText(l)
	}
	return l.In("减发"+name+"，由"+from+"减至"+to+"，减少"+by,
		name+" is lowered by "+by+", from "+from+" to "+to) + floors + c.articleText(l)
}

func (c Change) lowIncomeText(l standards.Lang) string {
	switch c.Kind {
	case Begun:
		return l.In("家庭认定为低保边缘家庭", "the household is a low-income family now")
	case Reopened:
		return l.In("家庭是否属于低保边缘家庭转为待定",
			"whether the household is a low-income family is undetermined now")
	}
	return l.In("家庭不再是低保边缘家庭", "the household is no low-income family any more")
}

// articleText cites the article under which dibao is changed.
func (c Change) articleText(l standards.Lang) string {
	if c.Part != benefit.Dibao {
		return ""
	}
	const clause = "13"
	info, _ := standards.Published().Document(standards.Order649)
	return l.In("（依据"+info.Cite(clause, l)+"）", " ("+info.Cite(clause, l)+")")
}

func amountOrMissing(p benefit.Payment, l standards.Lang) string {
	if !p.Stated() {
		return l.In("金额无据可查", "an amount that is not on record")
	}
	return p.Text(l)
}
