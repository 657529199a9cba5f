package standards

import (
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// RowError is one fault of a tables file: the file, the row (counted from 0; -1 is the file
// itself), the field as in the file, the value found there, what it stands against, and a code that
// says what is wrong, such as below-floor.
type RowError struct {
	Table   string
	Row     int
	Field   string
	Value   string
	Against string
	Code    string
}

// The codes of faults. Those whose text begins with a note are warnings.
const (
	faultID          = "id"
	faultKind        = "kind"
	faultChoice      = "choice"
	faultCarry       = "carry"
	faultKey         = "key"
	faultPlace       = "place"
	faultResidence   = "residence"
	faultOf          = "of"
	faultForm        = "form"
	faultAmount      = "amount"
	faultPeriod      = "period"
	faultNumber      = "number"
	faultBound       = "bound"
	faultFrom        = "from"
	faultUntil       = "until"
	faultNational    = "national"
	faultStrike      = "strike"
	faultOnRecord    = "on-record"
	faultBelowFloor  = "below-floor"
	faultOverlap     = "overlap"
	faultConflict    = "conflict"
	faultMonthEnd    = "month-end"
	faultShadowed    = "shadowed"
	faultNoClause    = "no-clause"
	faultNoTitle     = "no-title"
	faultNotApproved = "not-approved"
)

var faultTexts = [...]struct {
	code string
	text Text
}{
	{faultID, Text{Zh: "编号为空、重复或形式不符（1至64个字母、数字或 - . _）",
		En: "the id is empty, taken, or not 1 to 64 letters, digits, - . _"}},
	{faultKind, Text{Zh: "既不是草案（draft）也不是补充（supplement）", En: "is neither a draft nor a supplement"}},
	{faultChoice, Text{Zh: "不是可选的读法，或同一读法选了两次", En: "is no choice of a reading, or a second one of the same"}},
	{faultCarry, Text{Zh: "沿用日期不在数据表的期间内", En: "is outside the days of the tables"}},
	{faultKey, Text{Zh: "没有这一项目", En: "is no key"}},
	{faultPlace, Text{Zh: "不是可适用的地方", En: "is no place that a row can hold for"}},
	{faultResidence, Text{Zh: "该项目不分城乡", En: "the key does not go by kind of hukou"}},
	{faultOf, Text{Zh: "该项目不分此类，或缺少必要的类别", En: "is not a class of this key, or the class it needs is missing"}},
	{faultForm, Text{Zh: "数值的写法与该项目不符", En: "the value is not written as this key's is"}},
	{faultAmount, Text{Zh: "不是可用的金额", En: "is not a usable amount"}},
	{faultPeriod, Text{Zh: "该项目的金额按月计", En: "the key's amounts are for a month"}},
	{faultNumber, Text{Zh: "超出该项目的范围", En: "is out of range for this key"}},
	{faultBound, Text{Zh: "未载明是确数还是下限", En: "states no bound"}},
	{faultFrom, Text{Zh: "未载明起始日期", En: "states no first day"}},
	{faultUntil, Text{Zh: "截止日期不在起始日期之后", En: "the span is empty: until is not after from"}},
	{faultNational, Text{Zh: "补充文件不得改动国家和省的规定",
		En: "a supplement never touches a national rule, nor one of the province"}},
	{faultStrike, Text{Zh: "只有草案可以删去列表项，并须写明依据的条款",
		En: "only a draft strikes an entry out of a list, and with the clause that does so"}},
	{faultOnRecord, Text{Zh: "已有确定的标准，补充文件不得另定", En: "an exact figure is on record; a supplement cannot restate it"}},
	{faultBelowFloor, Text{Zh: "低于当地适用的下限", En: "is below the floor that holds there"}},
	{faultOverlap, Text{Zh: "同一文件对同一地方、同一时期规定了两次", En: "states one figure twice for one place and time"}},
	{faultConflict, Text{Zh: "与另一文件对同一地方、同一时期的规定冲突",
		En: "conflicts with what another file states for the same place and time"}},
	{faultMonthEnd, Text{Zh: "提示：until 是期满后的第一天，这里写的是某月最后一天",
		En: "note: until is the first day after the span, and this is the last day of a month"}},
	{faultShadowed, Text{Zh: "提示：更近的规定处处优先，本行不起作用",
		En: "note: a nearer row goes before it everywhere, so it has no effect"}},
	{faultNoClause, Text{Zh: "提示：未写明依据文件的哪一条款", En: "note: it does not say on which item of the document it rests"}},
	{faultNotApproved, Text{Zh: "提示：未写明批准机关（低保标准由省或者设区的市级人民政府确定、公布：《社会救助暂行办法》第十条）",
		En: "note: it does not say who approved the figures (dibao lines are set by the province or the city: order 649, art. 10)"}},
	{faultNoTitle, Text{Zh: "提示：未写明数据出自哪个文件", En: "note: the document that the figures come from is not named"}},
}

// shownRow limits the characters that are shown of a row.
const shownRow = 200

func (e *RowError) Error() string { return "standards: " + e.Text(English) }

// Text says it in language l: the file, the row and field, the value, what is wrong, and what it
// stands against.
func (e *RowError) Text(l Lang) string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(wire.Shown(e.Table))
	if e.Row >= 0 {
		b.WriteString(": rows[" + strconv.Itoa(e.Row) + "]")
		if e.Field != "" {
			b.WriteString("." + wire.Shown(e.Field))
		}
	} else if e.Field != "" {
		b.WriteString(": " + wire.Shown(e.Field))
	}
	if e.Value != "" {
		b.WriteString(" " + quoted(e.Value))
	}
	text := "?"
	for _, fault := range faultTexts {
		if fault.code == e.Code {
			text = fault.text.In(l)
		}
	}
	b.WriteString(l.In("：", ": ") + text)
	if e.Against != "" {
		b.WriteString(l.In("（", " (") + wire.Printable(e.Against, shownRow) + l.In("）", ")"))
	}
	return b.String()
}

// RowErrors are all the faults found in tables files, in order.
type RowErrors = lang.List[*RowError]

// label names a row in a message: its key, place, kind of hukou, Of and value.
func (s Standard) label() string {
	parts := []string{s.Key.String() + "@" + s.Place.String()}
	for _, part := range []string{s.Residence.String(), s.Of, s.Number.String()} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if s.Amount.Stated() {
		parts = append(parts, s.Amount.String())
	}
	if s.Bound == AtLeast {
		parts = append(parts, s.Bound.String())
	}
	return strings.Join(parts, " ")
}

// days names the days of a row in a message: 2022-01-01.. or 2020-01-01..2020-12-31.
func (s Standard) days() string {
	if s.Until.IsZero() {
		return s.From.String() + ".."
	}
	return s.From.String() + ".." + s.Until.Previous().String()
}
