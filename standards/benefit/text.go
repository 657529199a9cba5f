package benefit

import (
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// wording is the text of steps of one code: by the result, and after a slash the variant of it.
type wording struct {
	code Code
	form string
	text string
}

// plainWord returns the everyday name of a word of the wire formats.
type plainWord struct{ word, text string }

// Text says the step in language l: what is compared with what, or what is summed, and what it
// comes to; then the document and clause and, where it rests on one, the reading. It follows from
// the step's own fields.
func (s Step) Text(l Lang) string { return string(s.AppendText(nil, l)) }

// AppendText appends the text of the step in language l to dst.
func (s *Step) AppendText(dst []byte, l Lang) []byte {
	if s == nil {
		return dst
	}
	dst = s.appendWay(dst, l)
	if s.Member != "" {
		dst = append(dst, s.Member...)
		dst = append(dst, l.In("：", ": ")...)
	}
	return s.appendBasis(s.fill(dst, s.template(l), l), l)
}

// appendWay appends in which way of what is open the step was decided: the kind of hukou that was
// taken, and who was taken as counted and as not counted.
func (s *Step) appendWay(dst []byte, l Lang) []byte {
	if s.Under == 0 && len(s.In) == 0 && len(s.Out) == 0 {
		return dst
	}
	return append(append(append(dst, l.In("（", "(")...), s.WayText(l)...), l.In("）", ") ")...)
}

// WayText says in language l in which way of what is open the step was decided, such as
// 按城市户籍，计入甲，不计入乙. It is empty for a step that stands in every way.
func (s *Step) WayText(l Lang) string {
	if s == nil {
		return ""
	}
	var parts []string
	if s.Under != 0 {
		parts = append(parts, l.In("按"+s.Under.Text(l)+"户籍", "if "+s.Under.Text(l)))
	}
	if len(s.In) > 0 {
		parts = append(parts, l.In("计入", "with ")+strings.Join(s.In, l.In("、", ", "))+l.In("", " counted"))
	}
	if len(s.Out) > 0 {
		parts = append(parts, l.In("不计入", "without ")+strings.Join(s.Out, l.In("、", ", ")))
	}
	return strings.Join(parts, l.In("，", ", "))
}

// template finds the text of the step's code, result and variant. Without one it is that of the
// result alone, and without that what the code is about. A code without texts has those of the code
// with which it shares them.
func (s *Step) template(l Lang) string {
	table := chinese[:]
	if l == English {
		table = english[:]
	}
	form, variant := s.Result.String(), s.variant()
	text, found := textOf(table, s.Code, form, variant)
	for i := range sharedTexts {
		if !found && sharedTexts[i].code == s.Code {
			text, found = textOf(table, sharedTexts[i].with, form, variant)
		}
	}
	if !found {
		return s.Code.Text(l)
	}
	return text
}

// textOf finds the text of a code, for the result with the variant, or else for the result alone.
func textOf(table []wording, code Code, form, variant string) (text string, found bool) {
	for i := range table {
		w := &table[i]
		if rest, ok := strings.CutPrefix(w.form, form); ok && w.code == code {
			if rest == variant {
				return w.text, true
			}
			if rest == "" {
				text, found = w.text, true
			}
		}
	}
	return text, found
}

// sharedTexts are the codes of the nursing subsidy that have the texts of the living subsidy.
var sharedTexts = [...]struct{ code, with Code }{
	{StepNursingTekun, StepLivingTekun},
	{StepNursingWorkInjury, StepLivingWorkInjury},
	{StepNursingChildScheme, StepLivingChildScheme},
	{StepNursingGrade, StepLivingGrade},
	{StepNursingAllowance, StepLivingAllowance},
	{StepNursingPayment, StepLivingPayment},
}

// variant tells apart what one code and result say in different cases.
func (s *Step) variant() string {
	switch s.Code {
	case StepNotCounted:
		switch s.Value.Word {
		case "counted":
			return "/finding"
		case "clergy":
			return "/alone"
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
	case StepTekunIncome, StepSinglePersonIncome, StepDibaoIncome, StepLowIncomeBelow, StepLowIncomeAbove:
		return s.incomeVariant()
	case StepLivingAllowance, StepNursingAllowance:
		return s.figureVariant()
	case StepDibaoGrace:
		switch {
		case s.Result != ResultUnknown || !s.Right.Number.Stated():
		case s.Left.Word == "":
			return "/undated"
		default:
			return "/work"
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

// incomeVariant tells apart incomes that are not stated, and what an income is compared with.
func (s *Step) incomeVariant() string {
	unknown := s.Result == ResultUnknown
	switch s.Code {
	case StepTekunIncome, StepSinglePersonIncome:
		if !s.Left.Amount.Stated() {
			return "/no-income"
		}
	case StepDibaoIncome:
		if unknown && s.Left.Bound == standards.AtLeast {
			return "/no-income"
		}
	case StepLowIncomeBelow:
		switch {
		case len(s.Terms) == 0:
			return "/no-figure"
		case unknown && s.Left.Bound == standards.AtLeast:
			return "/no-income"
		}
		return ""
	case StepLowIncomeAbove:
		if unknown {
			return "/no-income"
		}
	}
	return s.figureVariant()
}

// figureVariant tells apart what is compared with a figure, with a floor and with none on record.
func (s *Step) figureVariant() string {
	switch {
	case !s.Right.Amount.Stated():
		return "/no-figure"
	case s.Right.Bound == standards.AtLeast:
		return "/floor"
	}
	return ""
}

// fill appends a template with its blanks filled in.
func (s *Step) fill(dst []byte, template string, l Lang) []byte {
	for {
		before, rest, _ := strings.Cut(template, "{")
		dst = append(dst, before...)
		name, after, closed := strings.Cut(rest, "}")
		if !closed { // no blank is left
			return dst
		}
		dst = s.appendBlank(dst, name, l)
		template = after
	}
}

// appendBlank appends what stands in the blank of a name.
func (s *Step) appendBlank(dst []byte, name string, l Lang) []byte {
	switch name {
	case "left":
		return s.Left.appendText(dst, l)
	case "right":
		return s.Right.appendText(dst, l)
	case "value":
		return s.Value.appendText(dst, l)
	case "since":
		day, _ := standards.ParseDate(s.Left.Word)
		return append(dst, day.Text(l)...)
	case "alone":
		if s.Document == standards.DibaoReview2021 {
			return append(dst, l.In("第八条", "article 8")...)
		}
		return append(dst, l.In("第十条", "article 10")...)
	case "number":
		return append(dst, s.Left.Number.String()...)
	case "limit":
		return append(dst, s.Right.Number.String()...)
	case "grade":
		return appendGrade(dst, s.Left.Number, l)
	case "least":
		return appendGrades(dst, s.Right.Number, l)
	case "kind":
		return append(dst, s.Residence.Text(l)...)
	case "part":
		return append(dst, s.Part.Text(l)...)
	case "self-care":
		if l == English {
			return append(dst, lookUp(englishSelfCare[:], s.Left.Word)...)
		}
		return append(dst, lookUp(chineseSelfCare[:], s.Left.Word)...)
	case "compared":
		return append(dst, s.compared(l)...)
	}
	return s.appendSum(dst, l) // sum
}

// appendText appends an amount, or a word, or a number.
func (q *Quantity) appendText(dst []byte, l Lang) []byte {
	switch {
	case q.Amount.Stated():
		return appendAmount(dst, q.Amount, q.Bound, l)
	case q.Word == "" && q.Number.Stated():
		return append(dst, q.Number.String()...)
	}
	words := chineseWords[:]
	if l == English {
		words = englishWords[:]
	}
	return append(dst, lookUp(words, q.Word)...)
}

func lookUp(words []plainWord, word string) string {
	for _, w := range words {
		if w.word == word {
			return w.text
		}
	}
	return word
}

// appendAmount appends an amount and how it is known: 每月不低于80.00元, "at least 80.00 a month".
func appendAmount(dst []byte, a standards.Amount, bound standards.Bound, l Lang) []byte {
	if l == English {
		dst = wire.AppendFen(append(dst, atLeast(bound, "at least ")...), a.Fen())
		return append(append(dst, " a "...), a.Per().String()...)
	}
	dst = append(dst, chinesePer(a.Per())...)
	dst = wire.AppendFen(append(dst, atLeast(bound, "不低于")...), a.Fen())
	return append(dst, "元"...)
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

func appendGrade(dst []byte, n standards.Fraction, l Lang) []byte {
	switch g := n.Int(); {
	case l == English:
		return append(append(dst, "grade "...), n.String()...)
	case g > 0 && g < len(chineseGrades):
		return append(dst, chineseGrades[g]...)
	}
	return append(append(dst, n.String()...), "级"...)
}

// appendGrades appends which grades are severe enough where n is the least severe: 一级至二级, "grade 2
// or more severe".
func appendGrades(dst []byte, n standards.Fraction, l Lang) []byte {
	switch {
	case n.Int() == 1: // nothing is more severe
		return appendGrade(dst, n, l)
	case l == English:
		return append(appendGrade(dst, n, l), " or more severe"...)
	}
	return appendGrade(append(append(dst, chineseGrades[1]...), "至"...), n, l)
}

// appendBasis appends what the step rests on: the document and clause, how well the document is
// known, whether a figure is the one planned for the year, and the reading.
func (s *Step) appendBasis(dst []byte, l Lang) []byte {
	opening := l.In("（", " (")
	begin := func(dst []byte) []byte {
		dst = append(dst, opening...)
		opening = l.In("；", "; ")
		return dst
	}
	if s.Document != "" {
		dst = append(begin(dst), l.In("依据", "")...)
		info := s.Document.Info()
		dst = info.AppendCitation(dst, s.Clause, l)
	}
	if s.Planned {
		issued := standards.WorkPoints2020.Info().Issued.Text(l)
		dst = append(begin(dst), l.In("所用标准为年度计划标准，"+issued+"公布，此前按计划标准计算",
			"the figure is the one planned for the year, applied before its publication on "+issued)...)
	}
	if s.Reading != 0 {
		dst = append(begin(dst), l.In("读法：", "reading: ")...)
		dst = append(dst, s.Reading.Question().In(l)...)
		if s.Choice != 0 {
			dst = append(dst, l.In("本决定取“", " here: ")...)
			dst = append(dst, s.Choice.Text(l)...)
			dst = append(dst, l.In("”", "")...)
		}
	}
	if opening == l.In("（", " (") {
		return dst
	}
	return append(dst, l.In("）", ")")...)
}
