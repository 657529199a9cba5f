package register

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// column is a column of the register format.
type column uint8

const (
	noColumn column = iota
	colHousehold
	colHead
	colDivision
	colResidence
	colProperty
	colOnDibao
	colWeight
	colJobCosts
	colPaid
	colMember
	colBorn
	colIDNumber
	colMemberResidence
	colMemberDivision
	colOwnProperty
	colCounted
	colRelation
	colAbsence
	colIncomeKind
	colIncomeYuan
	colIncomePer
	colIncomeMonths
	colWages
	colBusiness
	colPropertyIncome
	colTransfer
	colOther
	colCategory
	colGrade
	colCertificate
	colLongTermCare
	colSeriousIllness
	colSupport
	colCannot
	colSelfCare
	colPlacement
	colWorkInjury
	colChildScheme
	colLivingAllowance
	colNursingAllowance
	columnCount
)

// columnNames are the names of the columns: that of the format first, then those that registers
// use.
//
// The name of the head (户主姓名), unless it is kept, is checked where another column tells households
// apart: a row with another name than its household is refused with it, since an id may have been
// left out. Where no other column does, the name is the id. Two families whose heads have one name
// are then one household if their rows stand together, and the second is refused as coming back if
// they do not; so a household with two applicants (户主, 本人, 申请人) is refused then. In a register with
// ids it gets a warning.
//
// A hukou of the unified kind (居民户口), or of which only is said that the register is a family's
// (家庭户), is known and is neither urban nor rural: it counts as not stated, with a warning. Where
// the two kinds are abolished, the kind is a finding, by residence, land and a share of collective
// income (民发〔2012〕220号 art. 6), and has to be stated.
//
// Property is answered with 是 or 否 only under a header that asks whether it is within the limit
// (是否符合规定): under another, 否 may as well mean that there is none.
var columnNames = [columnCount][]string{
	colHousehold:        {"household", "家庭编号", "户编号", "户号", "家庭编码"},
	colHead:             {"户主姓名"},
	colDivision:         {"division", "行政区划", "行政区划代码", "区划代码", "县市区", "所属区县"},
	colResidence:        {"residence", "户口性质", "户籍类别", "户籍性质", "户口类别"},
	colProperty:         {"property", "家庭财产", "财产状况", "财产是否符合规定", "家庭财产是否符合规定"},
	colOnDibao:          {"on_dibao", "是否低保", "是否在享低保", "已享受低保"},
	colWeight:           {"weight", "权重"},
	colJobCosts:         {"job_costs_yuan", "就业成本", "必要就业成本"},
	colPaid:             {"paid_yuan", "现发放金额", "发放金额", "月发放金额", "实发金额"},
	colMember:           {"member", "成员姓名", "姓名", "成员编号"},
	colBorn:             {"born", "出生日期", "出生年月日"},
	colIDNumber:         {"id_number", "身份证号", "身份证号码", "公民身份号码", "证件号码"},
	colMemberResidence:  {"member_residence", "成员户口性质", "成员户籍类别"},
	colMemberDivision:   {"member_division", "成员行政区划", "户籍所在地"},
	colOwnProperty:      {"own_property", "本人财产", "本人财产状况", "本人财产是否符合规定"},
	colCounted:          {"counted", "是否计入", "是否共同生活", "是否计入家庭成员"},
	colRelation:         {"relation", "与户主关系", "与申请人关系", "家庭关系"},
	colAbsence:          {"absence", "离家原因", "不在家原因"},
	colIncomeKind:       {"income_kind", "收入类别", "收入类型"},
	colIncomeYuan:       {"income_yuan", "收入", "收入金额"},
	colIncomePer:        {"income_per", "收入周期", "收入期间"},
	colIncomeMonths:     {"income_months", "收入月数"},
	colWages:            {"wages_yuan", "工资性收入", "工资收入"},
	colBusiness:         {"business_yuan", "经营净收入", "经营性收入"},
	colPropertyIncome:   {"property_yuan", "财产净收入", "财产性收入"},
	colTransfer:         {"transfer_yuan", "转移净收入", "转移性收入"},
	colOther:            {"other_yuan", "其他收入"},
	colCategory:         {"disability_category", "残疾类别", "残疾类型"},
	colGrade:            {"disability_grade", "残疾等级", "残疾级别"},
	colCertificate:      {"disability_certificate", "残疾证号", "残疾人证号"},
	colLongTermCare:     {"long_term_care", "是否需要长期照护", "长期照护"},
	colSeriousIllness:   {"serious_illness", "是否重病", "重病患者", "重病"},
	colSupport:          {"support", "法定义务人", "赡养抚养扶养情况"},
	colCannot:           {"cannot", "不能自理项目", "不能达到的指标"},
	colSelfCare:         {"self_care", "生活自理能力", "自理能力"},
	colPlacement:        {"placement", "供养方式"},
	colWorkInjury:       {"work_injury_nursing", "工伤护理费", "工伤保险生活护理费"},
	colChildScheme:      {"child_scheme", "儿童保障", "儿童保障类别"},
	colLivingAllowance:  {"living_allowance_yuan", "其他生活补贴", "其他生活类补贴"},
	colNursingAllowance: {"nursing_allowance_yuan", "其他护理补贴", "其他护理类补贴"},
}

// columnOf returns the column that a header names, noColumn if there is none.
func columnOf(header string) column {
	for c := range columnNames {
		for _, name := range columnNames[c] {
			if strings.EqualFold(name, header) {
				return column(c)
			}
		}
	}
	return noColumn
}

// String returns the name of the column in the format.
func (c column) String() string {
	if c == noColumn || c >= columnCount {
		return ""
	}
	return columnNames[c][0]
}

// header is the header of a register: which column stands where.
type header struct {
	keep     []string         // the names of the columns to pass through
	names    []string         // as they stand in the file
	byColumn *headers         // the same by column
	kept     []int            // the position of each of keep
	unnamed  []int            // the positions of blank names
	cellAt   [columnCount]int // 1 + the position of a column; 0: the file has none
	headIsID bool             // whether the name of the head tells households apart
}

// readHeader reads the header.
func (r *reading) readHeader() error {
	row, ok := r.next()
	raw := bytes.TrimPrefix(row.raw, []byte(byteOrderMark))
	switch {
	case !ok && r.err != nil && r.err != io.EOF:
		return r.err
	case !ok:
		return Errors{{Line: 1, Code: wire.CodeEmptyInput}}
	case !isText(raw):
		return Errors{{Line: row.line, Code: codeEncoding, Detail: encodingOf(row.raw)}}
	case row.fault != "":
		return Errors{{Line: row.line, Code: row.fault}}
	case !r.split(raw):
		return Errors{{Line: row.line, Code: codeQuote}}
	case slices.ContainsFunc(r.room, hasReturn):
		return Errors{{Line: row.line, Code: codeLineBreak}}
	case len(r.room) == 1 && bytes.ContainsAny(raw, ";\t|，；"):
		return Errors{{Line: row.line, Code: codeSeparator, Value: string(raw)}}
	}
	for _, cell := range r.room {
		r.names = append(r.names, string(cell))
	}
	if faults := r.findColumns(row.line); faults != nil {
		return faults
	}
	if asksWhetherWithin(r.byColumn.of(colProperty)) {
		r.property = newWords(propertyWords, parseWithin)
	}
	if asksWhetherWithin(r.byColumn.of(colOwnProperty)) {
		r.ownProperty = newWords(propertyWords, parseWithin)
	}
	r.ofHousehold, r.ofMember = r.inHeader(householdTakers[:]), r.inHeader(memberTakers[:])
	return nil
}

// hasReturn reports whether a cell has a carriage return in it that is no part of a line break.
func hasReturn(cell []byte) bool {
	return bytes.Count(cell, []byte("\r")) > bytes.Count(cell, []byte("\r\n"))
}

// findColumns finds the position of each column. It returns the faults of the header on this line.
func (h *header) findColumns(line int) Errors {
	var faults Errors
	fault := func(name, code, value string) {
		faults = append(faults, &Error{Line: line, Column: name, Code: code, Value: value})
	}
	for i, name := range h.names {
		if !slices.Contains(h.keep, name) {
			h.findColumn(i, name, fault)
		} else if slices.Index(h.names, name) < i {
			fault(name, codeColumnTwice, name)
		}
	}
	for _, name := range h.keep {
		i := slices.Index(h.names, name)
		if i < 0 {
			fault(name, codeNoColumn, "")
		}
		h.kept = append(h.kept, i)
	}
	for _, c := range [...]column{colHousehold, colDivision} {
		if h.cellAt[c] == 0 {
			fault(c.String(), codeNoColumn, "")
		}
	}
	if h.cellAt[colMember] == 0 && h.cellAt[colIDNumber] == 0 {
		fault(colMember.String(), codeNoColumn, "")
	}
	return faults
}

// findColumn finds which column the name at position i is.
func (h *header) findColumn(i int, name string, fault func(name, code, value string)) {
	c := columnOf(name)
	if c == colHead && !h.hasIDs() {
		c, h.headIsID = colHousehold, true
	}
	switch {
	case c == noColumn && name == "":
		h.unnamed = append(h.unnamed, i)
	case c == noColumn:
		fault(name, codeUnknownColumn, "")
	case h.cellAt[c] != 0:
		fault(name, codeColumnTwice, h.names[h.cellAt[c]-1])
	default:
		h.cellAt[c], h.byColumn[c] = i+1, name
	}
}

// hasIDs reports whether a column other than the name of the head tells households apart. A column
// that is kept does not, as it is not read.
func (h *header) hasIDs() bool {
	return slices.ContainsFunc(h.names, func(name string) bool {
		return columnOf(name) == colHousehold && !slices.Contains(h.keep, name)
	})
}

// encodingOf names the encoding that text seems to have.
func encodingOf(text []byte) string {
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")):
		return "UTF-16LE"
	case bytes.HasPrefix(text, []byte("\xfe\xff")):
		return "UTF-16BE"
	case bytes.IndexByte(text, 0) >= 0:
		return "UTF-16"
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < utf8.RuneSelf:
		case c == 0x80 || c == 0xff || i+1 == len(text),
			text[i+1] < 0x30 || text[i+1] == 0x7f || text[i+1] == 0xff:
			return ""
		default:
			i++
		}
	}
	return "GBK"
}
