package benefit

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
)

// wording is the text of steps of one code: by the result, and after a slash the variant of it.
type wording struct {
	code Code
	form string
	text string
}

// plainWord is what a word of the wire formats is called.
type plainWord struct{ word, text string }

// Text says the step in language l: what is compared with what, or what is summed, and what it comes to; then the document and clause
// and, where it rests on one, the reading. It follows from the step's own fields.
func (s Step) Text(l Lang) string {
	var b strings.Builder
	if s.Under != 0 {
		b.WriteString(l.In("（按"+s.Under.Text(l)+"户籍）", "(if "+s.Under.Text(l)+") "))
	}
	if s.Member != "" {
		b.WriteString(s.Member + l.In("：", ": "))
	}
	b.WriteString(s.fill(s.template(l), l))
	b.WriteString(s.basis(l))
	return b.String()
}

// AppendText appends what [Step.Text] returns to dst.
func (s *Step) AppendText(dst []byte, l Lang) []byte { return append(dst, s.Text(l)...) }

// template finds the text of the step's code, result and variant; without one it is what the code is about.
func (s *Step) template(l Lang) string {
	table := chinese[:]
	if l == English {
		table = english[:]
	}
	form := s.Result.String()
	for _, wanted := range [...]string{form + s.variant(), form} {
		for _, code := range [...]Code{s.Code, sharedCode(s.Code)} {
			if i := slices.IndexFunc(table, func(w wording) bool { return w.code == code && w.form == wanted }); i >= 0 {
				return table[i].text
			}
		}
	}
	return s.Code.Text(l)
}

// sharedCode is the code whose texts a code of the nursing subsidy shares.
func sharedCode(c Code) Code {
	if rest, ok := strings.CutPrefix(string(c), "nursing-"); ok {
		return Code("living-" + rest)
	}
	return c
}

// variant tells apart what one code and result say in different cases.
func (s *Step) variant() string {
	switch s.Code {
	case StepNotCounted:
		if s.Value.Word == "counted" {
			return "/finding"
		}
	case StepTekunAbility:
		switch s.Op {
		case "<":
			return "/minor"
		case "<=":
			return "/grade"
		}
	case StepTekunProperty:
		if s.Left.Word == "over" {
			return "/household"
		}
	case StepTekunIncome, StepDibaoIncome, StepLowIncomeAbove, StepLivingAllowance, StepNursingAllowance:
		if !s.Right.Amount.Stated() {
			return "/no-figure"
		}
		if s.Right.Bound == standards.AtLeast {
			return "/floor"
		}
	case StepSinglePersonClass:
		if !s.Left.Number.Stated() {
			return "/illness"
		}
	case StepLivingWorkInjury, StepNursingWorkInjury:
		if s.Left.Word == "" {
			return "/not-stated"
		}
	}
	return ""
}

// fill fills in the blanks of a template.
func (s *Step) fill(template string, l Lang) string {
	var b strings.Builder
	for {
		before, rest, open := strings.Cut(template, "{")
		b.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			return b.String()
		}
		b.WriteString(s.blank(name, l))
		template = after
	}
}

// blank is what stands in the blank of a name.
func (s *Step) blank(name string, l Lang) string {
	switch name {
	case "left":
		return s.Left.text(l)
	case "right":
		return s.Right.text(l)
	case "value":
		return s.Value.text(l)
	case "number":
		return s.Left.Number.String()
	case "limit":
		return s.Right.Number.String()
	case "grade":
		return gradeText(s.Left.Number, l)
	case "least":
		return gradesText(s.Right.Number, l)
	case "kind":
		return s.Residence.Text(l)
	case "part":
		return s.Part.Text(l)
	case "self-care":
		if l == English {
			return lookUp(englishSelfCare[:], s.Left.Word)
		}
		return lookUp(chineseSelfCare[:], s.Left.Word)
	case "compared":
		return s.compared(l)
	case "sum":
		return s.sum(l)
	}
	return ""
}

// text says an amount, or a word, or a number.
func (q Quantity) text(l Lang) string {
	switch {
	case q.Amount.Stated():
		return amountText(q.Amount, q.Bound, l)
	case q.Word == "" && q.Number.Stated():
		return q.Number.String()
	}
	words := chineseWords[:]
	if l == English {
		words = englishWords[:]
	}
	return lookUp(words, q.Word)
}

func lookUp(words []plainWord, word string) string {
	for _, w := range words {
		if w.word == word {
			return w.text
		}
	}
	return word
}

// amountText says an amount and how it is known: 每月不低于80.00元, "at least 80.00 a month".
func amountText(a standards.Amount, bound standards.Bound, l Lang) string {
	if l == English {
		return atLeast(bound, "at least ") + a.String()
	}
	return chinesePer(a.Per()) + atLeast(bound, "不低于") + a.YuanText() + "元"
}

func atLeast(bound standards.Bound, text string) string {
	if bound == standards.AtLeast {
		return text
	}
	return ""
}

func chinesePer(p standards.Period) string {
	if p == standards.PerYear {
		return "每年"
	}
	return "每月"
}

var chineseGrades = [...]string{"", "一级", "二级", "三级", "四级"}

func gradeText(n standards.Fraction, l Lang) string {
	if g := n.Int(); l == Chinese && g > 0 && g < len(chineseGrades) {
		return chineseGrades[g]
	}
	return l.In(n.String()+"级", "grade "+n.String())
}

// gradesText says which grades are severe enough where n is the least severe: 一级至二级, "grade 2 or more severe".
func gradesText(n standards.Fraction, l Lang) string {
	if l == English {
		return gradeText(n, l) + " or more severe"
	}
	if n.Int() == 1 {
		return gradeText(n, l)
	}
	return chineseGrades[1] + "至" + gradeText(n, l)
}

// compared says how the left side stands to what it is compared with: the right side, or the sum.
func (s *Step) compared(l Lang) string {
	left := new(big.Rat).SetInt64(s.Left.Amount.Annual())
	right := new(big.Rat).SetInt64(s.Right.Amount.Annual())
	if !s.Right.Amount.Stated() {
		right = s.annual()
	}
	switch left.Cmp(right) {
	case -1:
		return l.In("低于", "below")
	case 0:
		return l.In("等于", "exactly at")
	}
	return l.In("高于", "above")
}

// annual is the exact sum of the terms, in fen a year.
func (s *Step) annual() *big.Rat {
	total := new(big.Rat)
	for _, t := range s.Terms {
		if t.Times.Stated() {
			total.Add(total, new(big.Rat).Mul(new(big.Rat).SetInt64(t.Amount.Annual()), big.NewRat(t.Times.Num, t.Times.Den)))
		}
	}
	return total
}

// sum spells out the terms and what they come to: 低保标准每年4320.00元 × 2人 − 收入每年6000.00元 = 每年2640.00元，折合每月220.00元.
func (s *Step) sum(l Lang) string {
	result := s.Value
	if s.Right.Amount.Stated() {
		result = s.Right
	}
	perYear := result.Amount.Per() == standards.PerYear || s.Left.Amount.Per() == standards.PerYear
	for _, t := range s.Terms {
		perYear = perYear || t.Amount.Per() == standards.PerYear
	}
	var b strings.Builder
	shown := 0
	for _, t := range s.Terms {
		if t.Amount.Fen() == 0 && t.What != "line" && t.What != "rate" {
			continue // no income is no term
		}
		switch sign := t.Times.Num < 0; {
		case sign && l == English:
			b.WriteString(" - ")
		case sign:
			b.WriteString(" − ")
		case shown > 0:
			b.WriteString(" + ")
		}
		b.WriteString(s.term(t, perYear, l))
		shown++
	}
	if shown == 1 && !s.several(perYear) {
		return b.String() + s.alone(l)
	}
	if shown > 0 {
		b.WriteString(" = ")
	}
	b.WriteString(s.result(result, perYear, l))
	return b.String() + s.open(l)
}

// several reports whether the one term that is shown does not already say what it comes to.
func (s *Step) several(perYear bool) bool {
	for _, t := range s.Terms {
		if t.Amount.Fen() != 0 || t.What == "line" || t.What == "rate" {
			return t.Times.Num != t.Times.Den || perYear && t.Amount.Per() == standards.PerMonth || s.Value.Amount.Stated() && s.Value.Amount != t.Amount
		}
	}
	return true
}

// alone is the period of an English sum of one term, which ends without a result to state it.
func (s *Step) alone(l Lang) string {
	if l == English {
		for _, t := range s.Terms {
			if t.Amount.Fen() != 0 || t.What == "line" || t.What == "rate" {
				return " a " + t.Amount.Per().String()
			}
		}
	}
	return ""
}

// open says why a sum of exact terms is only known as a lower limit: something else is not settled.
func (s *Step) open(l Lang) string {
	if s.Value.Bound != standards.AtLeast || slices.ContainsFunc(s.Terms, func(t Term) bool { return t.Bound == standards.AtLeast }) {
		return ""
	}
	return l.In("，尚有未定的部分，故为下限", ", a lower limit because something else is not settled")
}

// term says one term, without its sign.
func (s *Step) term(t Term, perYear bool, l Lang) string {
	terms := chineseTerms[:]
	if l == English {
		terms = englishTerms[:]
	}
	what := lookUp(terms, t.What)
	months := ""
	if perYear && t.Amount.Per() == standards.PerMonth {
		months = l.In(" × 12个月", " x 12 months")
	}
	if l == English {
		if t.Member != "" && t.Member != s.Member {
			what = t.Member + "'s " + what
		}
		if t.Bound == standards.AtLeast && what != "" {
			what += " of"
		}
		return strings.TrimSpace(what+" "+atLeast(t.Bound, "at least ")+t.Amount.YuanText()) + months + s.times(t, l)
	}
	if t.Member != "" && t.Member != s.Member {
		what = t.Member + "的" + what
	}
	return what + amountText(t.Amount, t.Bound, l) + months + s.times(t, l)
}

// times says how often a term is taken: for so many people, and by which multiple.
func (s *Step) times(t Term, l Lang) string {
	if t.Times.Den == 0 {
		return ""
	}
	n := new(big.Rat).Abs(big.NewRat(t.Times.Num, t.Times.Den))
	text := ""
	if multiple := s.Right.Number; multiple.Stated() && multiple.Num > 0 && t.What == "line" {
		people := new(big.Rat).Quo(n, big.NewRat(multiple.Num, multiple.Den))
		text, n = peopleText(people, l), big.NewRat(multiple.Num, multiple.Den)
	} else if t.What == "line" || t.What == "minimum" {
		if n.IsInt() {
			return peopleText(n, l)
		}
	}
	if n.IsInt() && n.Num().IsInt64() && n.Num().Int64() == 1 {
		return text
	}
	return text + l.In(" × ", " x ") + factorText(n, t.Times)
}

func peopleText(n *big.Rat, l Lang) string {
	if n.Cmp(big.NewRat(1, 1)) == 0 {
		return ""
	}
	return l.In(" × "+n.RatString()+"人", " x "+n.RatString()+" people")
}

// factorText writes a factor as a percentage where it is stated as one, as a decimal number where it has few places, and else as a
// fraction.
func factorText(n *big.Rat, stated standards.Fraction) string {
	if stated.Den == 100 {
		return strconv.FormatInt(stated.Num, 10) + "%"
	}
	if places, exact := n.FloatPrec(); exact && places <= 4 {
		return n.FloatString(places)
	}
	return n.RatString()
}

// result says what the terms come to: in a year where that is whole fen, and in a month where the step computes a payment.
func (s *Step) result(q Quantity, perYear bool, l Lang) string {
	total := s.annual()
	if !q.Amount.Stated() { // nothing is stated: what the terms come to, a month
		month := new(big.Rat).Quo(total, big.NewRat(standards.MonthsPerYear, 1))
		if s.Left.Amount.Per() == standards.PerYear {
			month = total
		}
		if !month.IsInt() {
			return l.In("每月", "") + month.RatString() + l.In("分", " fen")
		}
		q.Amount = standards.Fen(month.Num().Int64(), standards.PerMonth)
		if s.Left.Amount.Per() == standards.PerYear {
			q.Amount = standards.Fen(month.Num().Int64(), standards.PerYear)
		}
		for _, t := range s.Terms {
			q.Bound = max(q.Bound, t.Bound)
		}
		return amountText(q.Amount, q.Bound, l)
	}
	text := amountText(q.Amount, q.Bound, l)
	if q.Amount.Per() == standards.PerYear {
		return text
	}
	rounded := new(big.Rat).SetInt64(q.Amount.Annual()).Cmp(total) != 0
	switch {
	case rounded && total.IsInt():
		return amountText(standards.Fen(total.Num().Int64(), standards.PerYear), q.Bound, l) + l.In("，除以12个月，取整为", ", over 12 months and rounded: ") + text
	case rounded:
		return l.In("每年合计数，除以12个月，取整为", "so much a year, over 12 months and rounded: ") + text
	case perYear:
		return amountText(standards.Fen(total.Num().Int64(), standards.PerYear), q.Bound, l) + l.In("，折合", " = ") + text
	}
	return text
}

// basis says what the step rests on: the document and clause, how well the document is known, whether a figure is the one planned
// for the year, and the reading.
func (s *Step) basis(l Lang) string {
	var parts []string
	if s.Document != "" {
		parts = append(parts, l.In("依据", "")+citation(s.Document, s.Clause, l))
	}
	if s.Planned {
		plan := standards.WorkPoints2020.Info()
		parts = append(parts, l.In("所用标准为年度计划标准，"+plan.Issued.String()+"公布，此前按计划标准计算",
			"the figure is the one planned for the year, applied before its publication on "+plan.Issued.String()))
	}
	if s.Reading != 0 {
		info := s.Reading.Info()
		text := l.In("读法："+info.Question.Zh, "reading: "+info.Question.En)
		if s.Choice != 0 {
			text += l.In("本决定取“"+s.Choice.Info().Text.Zh+"”", " here: "+s.Choice.Info().Text.En)
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	return l.In("（"+strings.Join(parts, "；")+"）", " ("+strings.Join(parts, "; ")+")")
}

// citation names a clause of a document, and says so where its text was not at hand or its date is not verified.
func citation(d standards.Document, clause string, l Lang) string {
	info := d.Info()
	text := info.Cite(clause, l)
	switch {
	case info.Standing == standards.SecondHand || info.Standing == standards.Unverified:
		text += l.In("，", ", ") + info.Standing.Text(l)
	case info.DateUnverified:
		text += l.In("，施行日期未核实", ", its date not verified")
	}
	return text
}
