package main

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The columns of the decisions, before those that are kept.
var (
	householdColumns = []string{"household", "division", "residence", "weight", "category", "people", "dibao_verdict", "dibao_yuan", "dibao_bound", "tekun",
		"single_person_yuan", "living_yuan", "nursing_yuan", "total_yuan", "total_bound", "reason", "needs"}
	memberColumns = []string{"household", "division", "residence", "weight", "category", "member", "tekun_verdict", "tekun_yuan", "self_care", "single_person_verdict",
		"single_person_yuan", "living_verdict", "living_yuan", "nursing_verdict", "nursing_yuan", "needs"}
)

func (p *program) header() []byte {
	names := householdColumns
	if p.members {
		names = memberColumns
	}
	var row []byte
	for _, name := range names {
		row = cell(row, name)
	}
	for _, name := range p.keep {
		row = cell(row, name)
	}
	if !p.members {
		row = cell(row, "difference_yuan")
	}
	return end(row)
}

// render appends the rows of a household that was decided. Its steps are not needed after that.
func (p *program) render(text []byte, r *caseload.Result) []byte {
	if !p.members {
		text = householdRow(text, r)
		r.Decision.Steps = nil
		return text
	}
	for i := range r.Decision.Members {
		text = memberRow(text, r, i)
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

// needsQuotes reports whether s cannot stand in a row as it is, or would be read without the space that it begins with.
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

// lead appends the cells with which every row begins.
func lead(row []byte, r *caseload.Result) []byte {
	row = cell(row, safe(r.Household.ID))
	row = word(row, r.Household.Division.String())
	row = word(row, r.Household.Residence.String())
	row = number(row, max(1, r.Household.Weight))
	return word(row, r.Decision.Category.String())
}

// householdRow appends the decision of one household.
func householdRow(row []byte, r *caseload.Result) []byte {
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
	row = number(lead(row, r), len(r.Household.Members))
	row = amount(word(row, d.Dibao.Verdict.String()), d.Dibao.Payment.Amount)
	row = number(word(row, d.Dibao.Payment.Bound.String()), tekun)
	row = yuan(yuan(yuan(row, alone), living), nursing)
	row = word(amount(row, d.Total.Amount), d.Total.Bound.String())
	row = needs(word(row, string(reason(d))), d, "")
	return end(difference(kept(row, r.Kept), r))
}

// memberRow appends the decision of one person.
func memberRow(row []byte, r *caseload.Result, i int) []byte {
	m := &r.Decision.Members[i]
	row = cell(lead(row, r), safe(m.ID))
	row = amount(word(row, m.Tekun.Verdict.String()), m.Tekun.Payment.Amount)
	row = word(row, m.Tekun.SelfCare.String())
	for _, part := range [...]benefit.Part{m.SinglePerson, m.Living, m.Nursing} {
		row = amount(word(row, part.Verdict.String()), part.Payment.Amount)
	}
	return end(kept(needs(row, &r.Decision, m.ID), r.KeptOf(i)))
}

// kept appends kept columns as they were read.
func kept(row []byte, cells []string) []byte {
	for _, s := range cells {
		row = cell(row, safe(s))
	}
	return row
}

// safe keeps a spreadsheet from taking a text for a formula. A number is none.
func safe(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 && !isNumber(s) {
		return "'" + s
	}
	return s
}

// isNumber reports whether s is digits with at most one point, behind a sign or none.
func isNumber(s string) bool {
	digits, points := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits++
		case c == '.':
			points++
		case i > 0 || c != '-' && c != '+':
			return false
		}
	}
	return digits > 0 && points <= 1
}

// difference appends what is paid less what is due, where both are exact.
func difference(row []byte, r *caseload.Result) []byte {
	if !r.Paid.Stated() || r.Decision.Total.Bound != standards.Exactly {
		return append(row, ',')
	}
	return yuan(row, r.Paid.Fen()-r.Decision.Total.Amount.Fen())
}

// reason is the code of the step that decided: what refused, what is unknown, or how the payment is made up.
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
func needs(row []byte, d *assistance.Decision, member string) []byte {
	if len(d.Needs) == 0 {
		return append(row, ',')
	}
	var list []string
	for _, n := range d.Needs {
		if member != "" && n.Member != member {
			continue
		}
		text := n.Figure.String()
		if n.Fact != 0 {
			text = n.Fact.String()
		}
		if n.Member != "" {
			text = n.Member + "." + text
		}
		if !slices.Contains(list, text) { // a line may be needed above more than one amount
			list = append(list, text)
		}
	}
	return cell(row, safe(strings.Join(list, " ")))
}
