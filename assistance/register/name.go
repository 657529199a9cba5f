package register

import (
	"slices"
	"strings"
	"unicode"

	"github.com/openminzheng/zhuzhou/standards"
)

// heading is a header in its normal form, and what its brackets say.
type heading struct {
	name string           // without spaces, marks and brackets of units or notes
	per  standards.Period // that a unit states; zero: none
	odd  bool             // whether a unit is not yuan, such as 万元
}

// headingOf returns the normal form of a header: half-width, in small letters, without white space
// and the marks of forms. Brackets that hold a unit or a note are left out.
func headingOf(header string) heading {
	var h heading
	text := strings.Map(normalRune, header)
	text = strings.TrimRight(text, ":")
	for {
		before, rest, opened := strings.Cut(text, "(")
		inside, after, closed := strings.Cut(rest, ")")
		if !opened || !closed {
			break
		}
		per, known, odd := unitOf(inside)
		if !known {
			h.name += before + "(" + inside + ")"
			text = after
			continue
		}
		h.name += before
		h.odd = h.odd || odd || per != 0 && h.per != 0 && per != h.per
		if per != 0 {
			h.per = per
		}
		text = after
	}
	h.name += text
	return h
}

// normalRune returns the half-width, small form of r, and -1 where it is white space or a mark.
func normalRune(r rune) rune {
	switch {
	case r == '\u3000', unicode.IsSpace(r), !unicode.IsPrint(r):
		return -1
	case '！' <= r && r <= '～':
		r -= '！' - '!'
	}
	switch r {
	case '*', '★', '※', '#', '"', '\'', '“', '”', '‘', '’', '。':
		return -1
	case '【', '〔', '[', '〈', '<':
		return '('
	case '】', '〕', ']', '〉', '>':
		return ')'
	}
	return unicode.ToLower(r)
}

// unitOf reads what stands in the brackets of a header: whether it is a unit or a note, the period
// that it states, and whether it is a unit other than yuan.
func unitOf(text string) (per standards.Period, known, odd bool) {
	text = strings.TrimPrefix(text, "单位:")
	switch text {
	case "", "元", "人", "岁", "必填", "选填", "可选", "必填项", "下拉选择", "下拉", "脱敏", "已脱敏", "章", "盖章", "人民币", "yuan", "人民币元":
		known = true
	case "元/月", "月", "/月", "元每月", "每月", "按月", "元/每月", "元、月", "yuan/month", "month":
		per, known = standards.PerMonth, true
	case "元/年", "年", "/年", "元每年", "每年", "按年", "元/每年", "元、年", "yuan/year", "year":
		per, known = standards.PerYear, true
	case "万元", "千元", "百元", "角", "分", "万元/年", "万元/月":
		known, odd = true, true
	}
	return per, known, odd
}

// directory finds the column that a header names.
type directory map[string]column

// newDirectory returns the directory of all names of columns.
func newDirectory() directory {
	d := directory{}
	for c, names := range columnNames() {
		for _, name := range names {
			d[headingOf(name).name] = column(c)
		}
	}
	for _, name := range plainHeaders {
		d[name] = colPlain
	}
	return d
}

// find returns the column that a header names and the period that the header states of it. It is
// noColumn where there is none, or where its unit or its period does not fit.
func (d directory) find(header string) (column, standards.Period) {
	c, h := d.named(header)
	return c.with(h)
}

// named returns the column that a header names, whatever its unit and its period.
func (d directory) named(header string) (column, heading) {
	h := headingOf(header)
	if c, ok := d[h.name]; ok {
		return c, h
	}
	for _, rest := range h.withoutPeriod() {
		if c, ok := d[rest.name]; ok && c.takesPeriod() {
			return c, rest
		}
	}
	return d.inGroup(h.name), h
}

// knows reports whether a header names a column that is read.
func (d directory) knows(header string) bool {
	c, _ := d.find(header)
	return c != noColumn && c != colPlain
}

// decides reports whether a header names a column by which is decided, whatever its unit and its
// period.
func (d directory) decides(header string) bool {
	c, _ := d.named(header)
	return c != noColumn && c != colPlain && !c.isPaid()
}

// with returns the column that c is under a header with the unit and the period of h, and the
// period as far as the column takes any. It is noColumn where they do not fit.
func (c column) with(h heading) (column, standards.Period) {
	switch {
	case h.odd && c != colPlain:
		return noColumn, 0
	case h.per == 0:
		return c, 0
	}
	return c.withPeriod(h.per)
}

// withoutPeriod returns the heading without the period before or behind its name, in each way in
// which one can be cut off.
func (h heading) withoutPeriod() (list []heading) {
	for _, cut := range [...]struct {
		text string
		per  standards.Period
	}{{"每月", standards.PerMonth}, {"月", standards.PerMonth}, {"每年", standards.PerYear}, {"年", standards.PerYear}} {
		for _, rest := range [...]string{strings.TrimPrefix(h.name, cut.text), strings.TrimSuffix(h.name, "/"+cut.text)} {
			if rest != h.name {
				list = append(list, heading{rest, cut.per, h.odd || h.per != 0 && h.per != cut.per})
			}
		}
	}
	return list
}

// inGroup returns the column whose group stands before its name: 家庭成员.姓名.
func (d directory) inGroup(name string) column {
	group, part, _ := strings.Cut(name, ".")
	if part == "" {
		return noColumn
	}
	c, ok := d[part]
	switch of := d[group]; {
	case of == colPaid && !c.isPaid():
		return colPaidOther
	case of == colCovered || of == colPeople:
		return colPlain // a part of a number of people
	case ok && (carries(group) == nil || carries(group) == carries(part) && !strings.ContainsAny(group, "家户均")):
		return c // what the group carries is not that of the whole family
	}
	return noColumn
}

// isPaid reports whether the column says what is paid.
func (c column) isPaid() bool { return c >= colPaid && c <= colPaidOther }

// takesPeriod reports whether a header may say for which period the amounts of c are.
func (c column) takesPeriod() bool {
	_, p := c.withPeriod(standards.PerMonth)
	return p != 0
}

// withPeriod returns the column that c is when its header states the period per, and the period as
// far as the column takes any.
func (c column) withPeriod(per standards.Period) (column, standards.Period) {
	month := per == standards.PerMonth
	either := func(m, y column) (column, standards.Period) {
		if month {
			return m, per
		}
		return y, per
	}
	switch c {
	case colFamilyIncome:
		return either(colFamilyMonth, colFamilyYear)
	case colPerHead:
		return either(colHeadMonth, colHeadYear)
	case colIncomeYuan, colWages, colBusiness, colPropertyIncome, colTransfer, colOther, colOwnTotal:
		return c, per
	case colOwnMonth, colFamilyMonth, colHeadMonth, colPaid, colPaidDibao, colPaidLiving, colPaidNursing, colPaidTekun,
		colPaidOther,
		colJobCosts, colRigidCosts, colLivingAllowance, colNursingAllowance:
		if !month {
			return noColumn, 0
		}
	case colOwnYear, colFamilyYear, colHeadYear:
		if month {
			return noColumn, 0
		}
	}
	return c, 0
}

// isPlain reports whether a header that names no column carries nothing that decides.
func isPlain(header string) bool {
	name := headingOf(header).name
	ends := func(end string) bool { return strings.HasSuffix(name, end) }
	holds := func(part string) bool { return strings.Contains(name, part) }
	return slices.ContainsFunc(plainEnds, ends) || carries(header) == nil && slices.ContainsFunc(plainParts, holds)
}

// carries returns what a header carries that decides, nil where it carries nothing.
func carries(header string) *carried {
	name := headingOf(header).name
	for i := range carrying {
		if slices.ContainsFunc(carrying[i].parts, func(part string) bool { return strings.Contains(name, part) }) {
			return &carrying[i]
		}
	}
	return nil
}
