package desk

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// outColumn is a column of the decisions, by its name in the format and in Chinese.
type outColumn struct{ name, chinese string }

// The columns of the decisions, before those that are kept.
var (
	householdColumns = []outColumn{{"household", "户编号"}, {"division", "县市区"}, {"residence", "户籍类别"}, {"weight", "权重"},
		{"category", "类别"}, {"people", "人数"},
		{"dibao_verdict", "低保结论"}, {"dibao_yuan", "低保金（元/月）"}, {"dibao_bound", "低保金是否确定"}, {"tekun", "特困人数"},
		{"single_person_yuan", "单人户低保金（元/月）"},
		{"living_yuan", "困难残疾人生活补贴（元/月）"}, {"nursing_yuan", "重度残疾人护理补贴（元/月）"}, {"total_yuan", "合计（元/月）"},
		{"total_bound", "合计是否确定"},
		{"reason", "理由代码"}, {"reason_text", "理由"}, {"assumed", "未载明而认定"}, {"needs", "尚需"}}
	memberColumns = []outColumn{{"household", "户编号"}, {"division", "县市区"}, {"residence", "户籍类别"}, {"weight", "权重"},
		{"category", "家庭类别"}, {"member", "姓名"},
		{"dibao_verdict", "家庭低保结论"}, {"household_dibao_yuan", "家庭低保金（元/月，只列在第一人）"}, {"tekun_verdict", "特困结论"},
		{"tekun_yuan", "特困供养金（元/月）"}, {"self_care", "生活自理能力"},
		{"single_person_verdict", "单人户结论"}, {"single_person_yuan", "单人户低保金（元/月）"}, {"living_verdict", "生活补贴结论"},
		{"living_yuan", "困难残疾人生活补贴（元/月）"},
		{"nursing_verdict", "护理补贴结论"}, {"nursing_yuan", "重度残疾人护理补贴（元/月）"}, {"assumed", "未载明而认定"}, {"needs", "尚需"}}
	certificateColumns = []outColumn{{"member", "姓名"}, {"division", "县市区"}, {"living_verdict", "生活补贴结论"},
		{"living_yuan", "困难残疾人生活补贴（元/月）"},
		{"nursing_verdict", "护理补贴结论"}, {"nursing_yuan", "重度残疾人护理补贴（元/月）"}, {"assumed", "未载明而认定"}, {"needs", "尚需"}}
)

// columnsOf are the columns of what is written for a register of this level.
func (p *program) columnsOf(level register.Level) []outColumn {
	switch {
	case level == register.LevelHouseholds:
		return checkColumns
	case level == register.LevelCertificates:
		return certificateColumns
	case p.members:
		return memberColumns
	}
	return householdColumns
}

// header returns the columns of what is written, those that are passed through included.
func (p *program) header(f *register.File) []Column {
	var columns []Column
	for _, c := range p.columnsOf(f.Level) {
		columns = append(columns, Column{p.Lang.In(c.chinese, c.name), c.kind()})
	}
	for _, name := range f.Kept {
		columns = append(columns, Column{Header: p.safe(name)})
	}
	if f.Level == register.LevelMembers && !p.members {
		columns = append(columns, Column{p.Lang.In("现发放减应发放（元/月）", "difference_yuan"), Yuan})
	}
	return columns
}

// kind says what stands in the column.
func (c outColumn) kind() Kind {
	switch c.name {
	case "line", "weight", "people", "tekun":
		return Count
	}
	if strings.HasSuffix(c.name, "_yuan") {
		return Yuan
	}
	return Text
}

// render appends the rows of a household that was decided. Its steps are not needed after that.
func (p *program) render(text []byte, r *caseload.Result) []byte {
	switch {
	case p.level == register.LevelCertificates:
		return p.certificateRow(text, r)
	case !p.members:
		text = p.householdRow(text, r)
		r.Decision.Steps = nil
		return text
	}
	for i := range r.Decision.Members {
		text = p.memberRow(text, r, i)
	}
	return text
}

// cell appends a cell and the comma behind it, in quotation marks if it needs them.
func cell(row []byte, s string) []byte {
	if !needsQuotes(s) {
		return append(append(row, s...), ',')
	}
	row = append(row, '"')
	for i := range len(s) {
		if s[i] == '"' {
			row = append(row, '"')
		}
		row = append(row, s[i])
	}
	return append(row, '"', ',')
}

// needsQuotes reports whether s cannot stand in a row as it is, or would be read without the space
// that it begins with.
func needsQuotes(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case ',', '"', '\r', '\n':
			return true
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(first) || s == `\.`
}

// word appends a word of the wire formats, which needs no quotation marks.
func word(row []byte, s string) []byte { return append(append(row, s...), ',') }

// end ends a row: with a line break where the last comma is.
func end(row []byte) []byte {
	row[len(row)-1] = '\n'
	return row
}

func number(row []byte, n int) []byte { return append(strconv.AppendInt(row, int64(n), 10), ',') }

// yuan appends an amount of fen in yuan.
func yuan(row []byte, fen int64) []byte {
	size := uint64(fen)
	if fen < 0 {
		row, size = append(row, '-'), -size
	}
	row = strconv.AppendUint(row, size/100, 10)
	return append(row, '.', byte('0'+size%100/10), byte('0'+size%10), ',')
}

// amount appends an amount that may not be stated.
func amount(row []byte, a standards.Amount) []byte {
	if !a.Stated() {
		return append(row, ',')
	}
	return yuan(row, a.Fen())
}

// texter is a word that has a name in both languages.
type texter interface {
	String() string
	Text(standards.Lang) string
}

// say appends a word: its name in Chinese, the word of the wire formats in English.
func (p *program) say(row []byte, w texter) []byte {
	if p.Lang == standards.Chinese {
		if w.String() == "" {
			return append(row, ',')
		}
		return cell(row, w.Text(p.Lang))
	}
	return word(row, w.String())
}

// bound appends how an amount is known.
func (p *program) bound(row []byte, b standards.Bound) []byte {
	if p.Lang != standards.Chinese {
		return word(row, b.String())
	}
	return word(row, [...]string{"", "确定", "不低于"}[min(int(b), 2)])
}

// id appends the id of a household or a member, masked where that was asked for.
func (p *program) id(row []byte, id string) []byte {
	if p.mask {
		id = register.Masked(id)
	}
	return cell(row, p.safe(id))
}

// lead appends the cells with which every row begins.
func (p *program) lead(row []byte, r *caseload.Result) []byte {
	row = p.id(row, r.Household.ID)
	row = p.place(row, r.Household.Division)
	row = p.say(row, r.Household.Residence)
	row = number(row, max(1, r.Household.Weight))
	return p.say(row, r.Decision.Category)
}

// place appends a division: its name in Chinese, its code in English.
func (p *program) place(row []byte, at standards.Place) []byte { return p.say(row, at) }

// householdRow appends the decision of one household.
func (p *program) householdRow(row []byte, r *caseload.Result) []byte {
	d := &r.Decision
	tekun := 0
	var alone, living, nursing int64
	for i := range d.Members {
		m := &d.Members[i]
		if m.Tekun.Verdict == benefit.Eligible {
			tekun++
		}
		alone += m.SinglePerson.Payment.Amount.Fen()
		living += m.Living.Payment.Amount.Fen()
		nursing += m.Nursing.Payment.Amount.Fen()
	}
	row = number(p.lead(row, r), len(r.Household.Members))
	row = amount(p.say(row, d.Dibao.Verdict), d.Dibao.Payment.Amount)
	row = number(p.bound(row, d.Dibao.Payment.Bound), tekun)
	row = yuan(yuan(yuan(row, alone), living), nursing)
	row = p.bound(amount(row, d.Total.Amount), d.Total.Bound)
	why := reason(d)
	row = cell(word(row, string(why)), why.Text(p.Lang))
	row = p.needs(p.assumed(row, d, ""), d, "")
	return end(difference(p.kept(row, r.Kept), r))
}

// memberRow appends the decision of one person. What the household is paid as dibao stands on its
// first row.
func (p *program) memberRow(row []byte, r *caseload.Result, i int) []byte {
	d := &r.Decision
	m := &d.Members[i]
	row = p.id(p.lead(row, r), m.ID)
	row = p.say(row, d.Dibao.Verdict)
	if i == 0 {
		row = amount(row, d.Dibao.Payment.Amount)
	} else {
		row = append(row, ',')
	}
	row = amount(p.say(row, m.Tekun.Verdict), m.Tekun.Payment.Amount)
	row = p.say(row, m.Tekun.SelfCare)
	for _, part := range [...]benefit.Part{m.SinglePerson, m.Living, m.Nursing} {
		row = amount(p.say(row, part.Verdict), part.Payment.Amount)
	}
	return end(p.kept(p.needs(p.assumed(row, d, m.ID), d, m.ID), r.KeptOf(i)))
}

// certificateRow appends the two subsidies of a person of whom nothing but the certificate is
// known.
func (p *program) certificateRow(row []byte, r *caseload.Result) []byte {
	d := &r.Decision
	if len(d.Members) == 0 {
		return row
	}
	m := &d.Members[0]
	row = p.place(p.id(row, m.ID), r.Household.Division)
	for _, part := range [...]benefit.Part{m.Living, m.Nursing} {
		row = amount(p.say(row, part.Verdict), part.Payment.Amount)
	}
	row = p.assumedOf(row, d, m.ID, benefit.WorkInjuryNursingFact, benefit.ChildSchemeFact, benefit.LivingAllowanceFact,
		benefit.NursingAllowanceFact)
	if m.Living.Verdict == benefit.Undetermined {
		row = cell(row, p.Lang.In("家庭是否享受低保（须按家庭登记表审核）", "the household's dibao, by a register of households"))
	} else {
		row = append(row, ',')
	}
	return end(p.kept(row, r.KeptOf(0)))
}

// assumed appends what was taken for something without being stated: of the household and everyone,
// or what concerns one member.
func (p *program) assumed(row []byte, d *assistance.Decision, member string) []byte {
	return p.assumedOf(row, d, member)
}

// assumedOf is assumed for some facts alone, for all where none is named.
func (p *program) assumedOf(row []byte, d *assistance.Decision, member string, facts ...benefit.Fact) []byte {
	var room [256]byte
	text := room[:0]
	for i := range d.Assumed {
		a := &d.Assumed[i]
		switch {
		case len(facts) > 0 && !slices.Contains(facts, a.Fact):
		case len(a.Members) == 0, member != "" && slices.Contains(a.Members, member):
			text = p.appendAssumed(text, "", a)
		case member == "":
			for _, id := range a.Members {
				text = p.appendAssumed(text, id, a)
			}
		}
	}
	return cell(row, p.safe(string(text)))
}

// appendAssumed appends what was assumed of a member, or of the household where id is empty.
func (p *program) appendAssumed(text []byte, id string, a *benefit.Assumption) []byte {
	chinese := p.Lang == standards.Chinese
	if len(text) > 0 {
		text = append(text, p.Lang.In("；", " ")...)
	}
	if id != "" {
		text = append(append(text, p.shown(id)...), p.Lang.In("：", ".")...)
	}
	if chinese {
		return append(append(append(text, a.Fact.Text(p.Lang)...), "＝"...), cli.AssumedWord(a.As, p.Lang)...)
	}
	return append(append(append(text, a.Fact.String()...), '='), a.As...)
}

// shown is an id as it is shown, masked where that was asked for.
func (p *program) shown(id string) string {
	if p.mask {
		return register.Masked(id)
	}
	return id
}

// listed appends a list in one cell.
func (p *program) listed(row []byte, list []string) []byte {
	if len(list) == 0 {
		return append(row, ',')
	}
	return cell(row, p.safe(strings.Join(list, p.Lang.In("；", " "))))
}

// kept appends kept columns as they were read.
func (p *program) kept(row []byte, cells []string) []byte {
	for _, s := range cells {
		if p.mask {
			s = hidden(s)
		}
		row = cell(row, p.safe(s))
	}
	return row
}

// difference appends what is paid less what is due of the same benefits, where both are exact.
func difference(row []byte, r *caseload.Result) []byte {
	paid, due, ok := paidAndDue(r)
	if !ok || due.Bound != standards.Exactly {
		return append(row, ',')
	}
	return yuan(row, paid-due.Amount.Fen())
}

// paidAndDue returns what a household is paid and what it is due of the same benefits, and whether
// the register states what is paid. Single-person cover is dibao.
func paidAndDue(r *caseload.Result) (paid int64, due benefit.Payment, stated bool) {
	if r.Paid.Stated() {
		return r.Paid.Fen(), r.Decision.Total, true
	}
	d := &r.Decision
	due = benefit.Monthly(0, standards.Exactly)
	for _, one := range [...]struct {
		paid standards.Amount
		of   benefit.Names
	}{
		{r.PaidOf.Dibao, benefit.Of(benefit.Dibao) | benefit.Of(benefit.SinglePerson)},
		{r.PaidOf.Living, benefit.Of(benefit.Living)},
		{r.PaidOf.Nursing, benefit.Of(benefit.Nursing)},
		{r.PaidOf.Tekun, benefit.Of(benefit.Tekun)},
	} {
		if !one.paid.Stated() {
			continue
		}
		stated = true
		paid = saturating.Add(paid, one.paid.Fen(), 1)
		add := func(n benefit.Name, part benefit.Part) {
			if !one.of.Has(n) {
				return
			}
			due = sum(due, part)
		}
		add(benefit.Dibao, d.Dibao.Part)
		if d.LowIncome.Verdict == benefit.Undetermined {
			add(benefit.SinglePerson, d.LowIncome)
		}
		for i := range d.Members {
			m := &d.Members[i]
			add(benefit.SinglePerson, m.SinglePerson)
			add(benefit.Living, m.Living)
			add(benefit.Nursing, m.Nursing)
			add(benefit.Tekun, m.Tekun.Part)
		}
	}
	return paid, due, stated
}

// sum adds a part to what is due. It is at least that where the part is, or is undetermined, or its
// amount is missing.
func sum(due benefit.Payment, part benefit.Part) benefit.Payment {
	bound := due.Bound
	if part.Verdict == benefit.Undetermined || part.Verdict == benefit.Eligible &&
		(!part.Payment.Amount.Stated() || part.Payment.Bound == standards.AtLeast) {
		bound = standards.AtLeast
	}
	return benefit.Monthly(saturating.Add(due.Amount.Fen(), part.Payment.Amount.Fen(), 1), bound)
}

// reason is the code of the step that decided: what refused, what is unknown, or how the payment is
// made up.
func reason(d *assistance.Decision) benefit.Code {
	part, want := benefit.Dibao, benefit.ResultNotMet
	switch d.Category {
	case benefit.CategoryTekun:
		part, want = benefit.Tekun, benefit.ResultMet
	case benefit.CategoryDibao:
		want = benefit.ResultMet
	case benefit.CategoryLowIncome:
		part, want = benefit.LowIncome, benefit.ResultMet
	case benefit.CategoryUndetermined:
		want = benefit.ResultUnknown
	}
	var code benefit.Code
	for i := range d.Steps {
		s := &d.Steps[i]
		switch {
		case s.Result == want && s.Part == part && (code == "" || want == benefit.ResultMet):
			code = s.Code
		case s.Result == benefit.ResultComputed && s.Part == part && want == benefit.ResultMet:
			code = s.Code
		}
	}
	for i := range d.Steps {
		if s := &d.Steps[i]; code == "" && s.Result == want {
			code = s.Code
		}
	}
	return code
}

// needs appends what is needed: of the household and everyone, or what concerns one member.
func (p *program) needs(row []byte, d *assistance.Decision, member string) []byte {
	var list []string
	for _, n := range d.Needs {
		if member != "" && n.Member != member {
			continue
		}
		text := p.needed(n)
		if n.Member != "" {
			text = p.shown(n.Member) + p.Lang.In("：", ".") + text
		}
		if !slices.Contains(list, text) { // a line may be needed above more than one amount
			list = append(list, text)
		}
	}
	return p.listed(row, list)
}

// needed names the fact or the figure that is needed.
func (p *program) needed(n benefit.Need) string {
	f := n.Figure
	switch {
	case p.Lang != standards.Chinese && n.Fact != 0:
		return n.Fact.String()
	case p.Lang != standards.Chinese:
		return f.String()
	case n.Fact != 0:
		return n.Fact.Text(p.Lang)
	}
	text := f.Place.Text(p.Lang) + f.Key.Text(p.Lang)
	if f.Residence != 0 {
		text += "（" + f.Residence.Text(p.Lang) + "）"
	}
	return text
}
