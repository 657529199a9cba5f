package desk

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/standards"
)

// checkColumns are the columns of what is written of a register of which a row is a household.
var checkColumns = []outColumn{{"household", "户编号"}, {"line", "行"}, {"division", "县市区"}, {"residence", "户籍类别"},
	{"people", "人数"}, {"paid_dibao_yuan", "现发低保金（元/月）"},
	{"most_yuan", "标准乘以人数（元/月）"}, {"due_yuan", "标准乘以人数减收入（元/月）"}, {"findings", "核对结果"}}

// checks is what the check of a register came to.
type checks struct {
	rows, wrong int64
	counts      [register.FindingCount]int64
	fen         [register.FindingCount]int64 // dibao paid where this was found
	paid        [3]caseload.Payments         // dibao by kind of hukou; 0: not stated
}

// checked yields the rows of the register with what the check found, as results without a decision.
func (p *program) checked(ctx context.Context) iter.Seq2[caseload.Result, error] {
	return func(yield func(caseload.Result, error) bool) {
		for record, err := range p.file.Records() {
			if ctx.Err() != nil {
				yield(caseload.Result{}, ctx.Err())
				return
			}
			result := caseload.Result{Record: record}
			if err == nil {
				c := record.Check(p.Set)
				p.checks.add(&record, c)
				result.Text = p.checkRow(nil, &record, c)
			}
			if !yield(result, err) {
				return
			}
		}
	}
}

// add counts what was found in a row.
func (c *checks) add(r *register.Record, checked register.Checked) {
	c.rows++
	wrong := false
	for _, f := range checked.Findings {
		c.counts[f]++
		c.fen[f] = saturating.Add(c.fen[f], checked.Dibao.Fen(), 1)
		wrong = wrong || f.IsWrong()
	}
	if wrong {
		c.wrong++
	}
	if checked.Dibao.Stated() && checked.People > 0 {
		kind := &c.paid[r.Household.Residence]
		kind.Fen = saturating.Add(kind.Fen, checked.Dibao.Fen(), 1)
		kind.RecipientMonths += int64(checked.People)
	}
}

// checkRow appends a row of the register with what was found.
func (p *program) checkRow(row []byte, r *register.Record, c register.Checked) []byte {
	row = p.id(row, r.Household.ID)
	row = number(row, r.Line)
	row = p.say(p.place(row, r.Household.Division), r.Household.Residence)
	if c.People > 0 {
		row = number(row, c.People)
	} else {
		row = append(row, ',')
	}
	row = amount(amount(amount(row, c.Dibao), c.Most), c.Due)
	var list []string
	for _, f := range c.Findings {
		list = append(list, p.Lang.In(f.Text(standards.Chinese), f.String()))
	}
	return end(p.kept(p.listed(row, list), r.Kept))
}

// checkText is the summary of a check for people.
func (p *program) checkText() string {
	l, c := p.Lang, &p.checks
	var b strings.Builder
	fmt.Fprintf(&b, l.In("%s：核对 %d 户，未能核对 %d 户；其中 %d 户有不可能正确之处\n",
		"%s: %d households checked, %d refused; in %d something cannot be right\n"), p.Set.Day(), c.rows, p.Refused, c.wrong)
	for f := range register.Finding(register.FindingCount) {
		if c.counts[f] > 0 {
			fmt.Fprintf(&b, l.In("  %s：%d 户，低保金合计 %s 元/月\n", "  %s: %d households, paid %s yuan a month\n"), f.Text(l),
				c.counts[f], fen(c.fen[f]))
		}
	}
	for kind, paid := range c.paid {
		if paid.RecipientMonths == 0 {
			continue
		}
		r := standards.Residence(kind)
		name := l.In("未载明户籍类别", "kind of hukou not stated")
		if r != 0 {
			name = r.Text(l)
		}
		fmt.Fprintf(&b, l.In("%s：低保金 %s 元/月，%d 人", "%s: dibao of %s yuan a month for %d people"), name, fen(paid.Fen),
			paid.RecipientMonths)
		if check, err := caseload.CheckAverage(p.Set, standards.Zhuzhou, r, paid); r != 0 && err == nil {
			b.WriteString(l.In("；", "; ") + check.Text(l))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// wireChecks is what the check came to as reports have it.
type wireChecks struct {
	Rows     int64                `json:"rows"`
	Wrong    int64                `json:"wrong"` // households of which something cannot be right
	Findings map[string]wireCheck `json:"findings"`
}

type wireCheck struct {
	Households    int64  `json:"households"`
	PaidDibaoYuan string `json:"paidDibaoYuan"`
}

func (c *checks) wire() *wireChecks {
	w := &wireChecks{Rows: c.rows, Wrong: c.wrong, Findings: map[string]wireCheck{}}
	for f := range register.Finding(register.FindingCount) {
		if c.counts[f] > 0 {
			w.Findings[f.String()] = wireCheck{c.counts[f], fen(c.fen[f])}
		}
	}
	return w
}
