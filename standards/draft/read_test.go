package draft_test

import (
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// file wraps rows, without their brackets, in a draft.
func file(rows string) string {
	return `{"id":"d-1","kind":"draft","rows":[` + rows + `]}`
}

// row is a row in force all 2020 whose other fields are given.
func row(fields string) string {
	return `{"place":"430223","from":"2020-01-01",` + fields + `}`
}

func parsed(t *testing.T, text string) standards.Overlay {
	t.Helper()
	o, err := draft.Parse([]byte(text))
	require.NoError(t, err)
	return o
}

// sample reads a file of examples/testdata.
func sample(t *testing.T, name string) standards.Overlay {
	t.Helper()
	f, err := os.Open("../../examples/testdata/" + name)
	require.NoError(t, err)
	defer f.Close()
	o, err := draft.Read(f)
	require.NoError(t, err)
	return o
}

const designExample = `{"id":"youxian-2020","kind":"supplement","title":"...","number":"...","issuer":"...","issued":"2020-07-01","approvedBy":"...",
 "rows":[{"key":"dibao-line","place":"430223","residence":"urban","yuan":"560","per":"month","bound":"exactly","from":"2020-07-01","until":"2021-01-01","clause":"2"}],
 "readings":{"average-assistance":"each-person"},"carry":"2020-12-31"}`

func TestParse(t *testing.T) {
	want := standards.Overlay{
		ID: "youxian-2020", Kind: standards.Supplement, Title: "...", Number: "...", Issuer: "...", Issued: standards.Day(2020, time.July, 1), ApprovedBy: "...",
		Rows: []standards.Standard{{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban,
			Amount: standards.Fen(560_00, standards.PerMonth), Bound: standards.Exactly, From: standards.Day(2020, time.July, 1),
			Until: standards.Day(2021, time.January, 1), Basis: standards.Basis{Clause: "2"}}},
		Choices: []standards.Choice{standards.EachPerson},
		Carry:   standards.Day(2020, time.December, 31),
		SHA256:  sha256.Sum256([]byte(designExample)),
	}
	assert.Equal(t, want, parsed(t, designExample))

	marked := "\uFEFF" + designExample
	want.SHA256 = sha256.Sum256([]byte(marked))
	assert.Equal(t, want, parsed(t, marked))

	tables, err := standards.Published().With(want)
	require.NoError(t, err)
	assert.Equal(t, standards.EachPerson, tables.Choices().Of(standards.AverageReading))
}

func TestParseLeastFile(t *testing.T) {
	least := `{"kind":"draft","id":"d-1"}`
	assert.Equal(t, standards.Overlay{ID: "d-1", Kind: standards.Draft, SHA256: sha256.Sum256([]byte(least))}, parsed(t, least))
	assert.Nil(t, parsed(t, file("")).Rows)
}

func TestParseRows(t *testing.T) {
	for _, c := range []struct {
		name, fields string
		want         standards.Standard
	}{
		{"bound not stated", `"key":"dibao-line","yuan":"500","per":"month"`,
			standards.Standard{Key: standards.Key(standards.DibaoLine), Amount: standards.Fen(500_00, standards.PerMonth), Bound: standards.Exactly}},
		{"floor, a year, a number", `"key":"dibao-line","yuan":4600.5,"per":"year","bound":"at-least"`,
			standards.Standard{Key: standards.Key(standards.DibaoLine), Amount: standards.Fen(4600_50, standards.PerYear), Bound: standards.AtLeast}},
		{"nothing a month", `"key":"tekun-care","of":"full","yuan":0,"per":"month"`,
			standards.Standard{Key: standards.Key(standards.TekunCare), Of: "full", Amount: standards.Fen(0, standards.PerMonth), Bound: standards.Exactly}},
		{"ratio", `"key":"low-income-multiple","ratio":"6/4"`,
			standards.Standard{Key: standards.Key(standards.LowIncomeMultiple), Number: standards.Fraction{Num: 6, Den: 4}, Bound: standards.Exactly}},
		{"percent", `"key":"nursing-bed-share","percent":"55"`,
			standards.Standard{Key: standards.Key(standards.NursingBedShare), Number: standards.Percent(55), Bound: standards.Exactly}},
		{"percent with a decimal", `"key":"dibao-topup","of":"minor","percent":"12.5"`,
			standards.Standard{Key: standards.Key(standards.DibaoTopUp), Of: "minor", Number: standards.Fraction{Num: 125, Den: 1000}, Bound: standards.Exactly}},
		{"percent with four", `"key":"dibao-topup","of":"minor","percent":0.0001`,
			standards.Standard{Key: standards.Key(standards.DibaoTopUp), Of: "minor", Number: standards.Fraction{Num: 1, Den: 1_000_000}, Bound: standards.Exactly}},
		{"all of it", `"key":"worker-training","percent":100.00`,
			standards.Standard{Key: standards.Key(standards.WorkerTraining), Number: standards.Fraction{Num: 10000, Den: 10000}, Bound: standards.Exactly}},
		{"count", `"key":"grace-months","residence":"rural","count":12`,
			standards.Standard{Key: standards.Key(standards.GraceMonths), Residence: standards.Rural, Number: standards.Whole(12), Bound: standards.Exactly}},
		{"age", `"key":"tekun-elder-age","age":65`,
			standards.Standard{Key: standards.Key(standards.TekunElderAge), Number: standards.Whole(65), Bound: standards.Exactly}},
		{"entry of a list", `"key":"dibao-not-income","of":"relief"`,
			standards.Standard{Key: standards.Key(standards.DibaoNotIncome), Of: "relief"}},
		{"words", `"key":"tekun-elder-age","age":65,"clause":"5(3)","printed":"65周岁"`,
			standards.Standard{Key: standards.Key(standards.TekunElderAge), Number: standards.Whole(65), Bound: standards.Exactly,
				Basis: standards.Basis{Clause: "5(3)", Printed: "65周岁"}}},
		{"left aside", `"key":"tekun-elder-age","age":65,"document":"zhuzhou-2020","standing":"","note":"` + draft.Blank + `"`,
			standards.Standard{Key: standards.Key(standards.TekunElderAge), Number: standards.Whole(65), Bound: standards.Exactly}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.want.Place, c.want.From = standards.Youxian, standards.Day(2020, time.January, 1)
			o := parsed(t, file(row(c.fields)))
			assert.Equal(t, []standards.Standard{c.want}, o.Rows)
			_, err := standards.Published().With(o)
			assert.NoError(t, err)
		})
	}
}

func TestParsePlaces(t *testing.T) {
	for text, want := range map[string]standards.Place{
		"430223": standards.Youxian, "攸县": standards.Youxian, "Youxian": standards.Youxian, "株洲市攸县": standards.Youxian, "430221": standards.Lukou,
		"city-five": standards.CityFive, "county-five": standards.CountyFive, "五县市区": standards.CountyFive, "430200": standards.Zhuzhou, "china": standards.China,
	} {
		o := parsed(t, file(`{"key":"dibao-line","place":"`+text+`","yuan":"700","per":"month","from":"2020-01-01"}`))
		assert.Equal(t, want, o.Rows[0].Place, text)
	}
}

// Every fault of one file, with its path, its code and both texts.
func TestParseFaults(t *testing.T) {
	line := func(fields string) string { return file(row(`"key":"dibao-line",` + fields)) }
	const amount = `"yuan":"500","per":"month"`
	for _, c := range []struct{ name, text, path, code, chinese, english string }{
		{"no object", `[]`, "", wire.CodeWrongType, "值的类型不对：“[...]”，位于：整个值", `wrong type of value: "[...]" at the whole value`},
		{"unknown field", `{"id":"d","kind":"draft","row":[]}`, "row", wire.CodeUnknownField, "未知字段：“[...]”，位于：row", `unknown field: "[...]" at row`},
		{"repeated field", `{"id":"d","id":"e","kind":"draft"}`, "id", wire.CodeRepeatedField, "字段重复：“e”，位于：id", `field stands more than once: "e" at id`},
		{"field in other case", `{"ID":"d","kind":"draft"}`, "ID", wire.CodeFieldCase, "字段名大小写不符：“d”，位于：ID", `field name differs from a known one in upper and lower case: "d" at ID`},
		{"no id", `{"kind":"draft"}`, "id", wire.CodeRequired, "缺少必填字段，位于：id", "required field is missing at id"},
		{"empty id", `{"id":"","kind":"draft"}`, "id", wire.CodeRequired, "缺少必填字段，位于：id", "required field is missing at id"},
		{"id is no text", `{"id":7,"kind":"draft"}`, "id", wire.CodeWrongType, "值的类型不对：“7”，位于：id", `wrong type of value: "7" at id`},
		{"no kind", `{"id":"d"}`, "kind", wire.CodeRequired, "缺少必填字段，位于：kind", "required field is missing at kind"},
		{"other kind", `{"id":"d","kind":"Draft"}`, "kind", wire.CodeNotAValue, "不是可接受的取值：“Draft”，位于：kind（可用：supplement、draft）", `not one of the values accepted here: "Draft" at kind (accepted: supplement, draft)`},
		{"title to be filled in", `{"id":"d","kind":"draft","title":"` + draft.Blank + `"}`, "title", wire.CodeRequired,
			"缺少必填字段：“待填 / to be filled in”，位于：title", `required field is missing: "待填 / to be filled in" at title`},
		{"white title", `{"id":"d","kind":"draft","title":" "}`, "title", wire.CodeRequired, "缺少必填字段：“ ”，位于：title", `required field is missing: " " at title`},
		{"null", `{"id":"d","kind":"draft","number":null}`, "number", wire.CodeWrongType, "值的类型不对：“null”，位于：number", `wrong type of value: "null" at number`},
		{"line break", `{"id":"d","kind":"draft","issuer":"a\nb"}`, "issuer", wire.CodeNotAValue, `不是可接受的取值：“a\nb”，位于：issuer`, `not one of the values accepted here: "a\nb" at issuer`},
		{"day of issue", `{"id":"d","kind":"draft","issued":"2020-02-30"}`, "issued", wire.CodeDateFormat,
			"不是日期（格式如 2020-10-01）：“2020-02-30”，位于：issued", `not a date such as 2020-10-01: "2020-02-30" at issued`},
		{"carry", `{"id":"d","kind":"draft","carry":20201231}`, "carry", wire.CodeWrongType, "值的类型不对：“20201231”，位于：carry", `wrong type of value: "20201231" at carry`},
		{"note", `{"id":"d","kind":"draft","note":1}`, "note", wire.CodeWrongType, "值的类型不对：“1”，位于：note", `wrong type of value: "1" at note`},
		{"rows are none", `{"id":"d","kind":"draft","rows":{}}`, "rows", wire.CodeWrongType, "值的类型不对：“{...}”，位于：rows", `wrong type of value: "{...}" at rows`},
		{"too many rows", file(strings.Repeat("0,", draft.MaxRows) + "0"), "rows", wire.CodeTooMany, "数量过多：“1001”，位于：rows", `too many: "1001" at rows`},
		{"readings are none", `{"id":"d","kind":"draft","readings":[]}`, "readings", wire.CodeWrongType, "值的类型不对：“[...]”，位于：readings", `wrong type of value: "[...]" at readings`},
		{"unknown reading", `{"id":"d","kind":"draft","readings":{"R2":"each-person"}}`, "readings.R2", wire.CodeUnknownField,
			"未知字段：“each-person”，位于：readings.R2", `unknown field: "each-person" at readings.R2`},
		{"repeated reading", `{"id":"d","kind":"draft","readings":{"rounding":"up-to-yuan","rounding":"up-to-fen"}}`, "readings.rounding", wire.CodeRepeatedField,
			"字段重复：“up-to-fen”，位于：readings.rounding", `field stands more than once: "up-to-fen" at readings.rounding`},
		{"a choice to be filled in", `{"id":"d","kind":"draft","readings":{"rounding":""}}`, "readings.rounding", wire.CodeRequired,
			"缺少必填字段，位于：readings.rounding", `required field is missing at readings.rounding`},
		{"a choice that is a number", `{"id":"d","kind":"draft","readings":{"rounding":1}}`, "readings.rounding", wire.CodeWrongType,
			"值的类型不对：“1”，位于：readings.rounding", `wrong type of value: "1" at readings.rounding`},
		{"choice of another reading", `{"id":"d","kind":"draft","readings":{"rounding":"each-person"}}`, "readings.rounding", wire.CodeNotAValue,
			"不是可接受的取值：“each-person”，位于：readings.rounding（可用：up-to-fen、half-up-to-fen、up-to-yuan）", `not one of the values accepted here: "each-person" at readings.rounding (accepted: up-to-fen, half-up-to-fen, up-to-yuan)`},

		{"no row", file("7"), "rows[0]", wire.CodeWrongType, "值的类型不对：“7”，位于：rows[0]", `wrong type of value: "7" at rows[0]`},
		{"unknown field of a row", line(amount + `,"sum":5`), "rows[0].sum", wire.CodeUnknownField, "未知字段：“5”，位于：rows[0].sum", `unknown field: "5" at rows[0].sum`},
		{"repeated field of a row", line(amount + `,"per":"year"`), "rows[0].per", wire.CodeRepeatedField, "字段重复：“year”，位于：rows[0].per", `field stands more than once: "year" at rows[0].per`},
		{"field of a row in other case", line(`"Yuan":"500","per":"month"`), "rows[0].Yuan", wire.CodeFieldCase,
			"字段名大小写不符：“500”，位于：rows[0].Yuan", `field name differs from a known one in upper and lower case: "500" at rows[0].Yuan`},
		{"no key", file(row(amount)), "rows[0].key", wire.CodeRequired, "缺少必填字段，位于：rows[0].key", "required field is missing at rows[0].key"},
		{"unknown key", file(row(`"key":"dibao-lines",` + amount)), "rows[0].key", wire.CodeNotAValue,
			"不是可接受的取值：“dibao-lines”，位于：rows[0].key", `not one of the values accepted here: "dibao-lines" at rows[0].key`},
		{"no place", file(`{"key":"dibao-line",` + amount + `,"from":"2020-01-01"}`), "rows[0].place", wire.CodeRequired, "缺少必填字段，位于：rows[0].place", "required field is missing at rows[0].place"},
		{"unknown place", file(`{"key":"dibao-line","place":"430100",` + amount + `,"from":"2020-01-01"}`), "rows[0].place", wire.CodeUnknownPlace,
			"未知地区：“430100”，位于：rows[0].place", `unknown place: "430100" at rows[0].place`},
		{"a town's code", file(`{"key":"dibao-line","place":"430223101",` + amount + `,"from":"2020-01-01"}`), "rows[0].place", wire.CodeUnknownPlace,
			"未知地区：“430223101”，位于：rows[0].place", `unknown place: "430223101" at rows[0].place`},
		{"elsewhere", file(`{"key":"dibao-line","place":"elsewhere",` + amount + `,"from":"2020-01-01"}`), "rows[0].place", wire.CodeUnknownPlace,
			"未知地区：“elsewhere”，位于：rows[0].place", `unknown place: "elsewhere" at rows[0].place`},
		{"unknown residence", line(amount + `,"residence":"both"`), "rows[0].residence", wire.CodeNotAValue,
			"不是可接受的取值：“both”，位于：rows[0].residence（可用：urban、rural）", `not one of the values accepted here: "both" at rows[0].residence (accepted: urban, rural)`},
		{"residence out of place", file(row(`"key":"disability-living","residence":"rural",` + amount)), "rows[0].residence", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“rural”，位于：rows[0].residence", `not allowed here, goes only with another field: "rural" at rows[0].residence`},
		{"of is no text", file(row(`"key":"eldercare-subsidy","of":80,` + amount)), "rows[0].of", wire.CodeWrongType, "值的类型不对：“80”，位于：rows[0].of", `wrong type of value: "80" at rows[0].of`},

		{"no amount", line(`"bound":"exactly"`), "rows[0].yuan", wire.CodeRequired, "缺少必填字段，位于：rows[0].yuan", "required field is missing at rows[0].yuan"},
		{"no amount for a month", line(`"per":"month"`), "rows[0].yuan", wire.CodeRequired, "缺少必填字段，位于：rows[0].yuan", "required field is missing at rows[0].yuan"},
		{"empty amount", line(`"yuan":"","per":"month"`), "rows[0].yuan", wire.CodeRequired, "缺少必填字段，位于：rows[0].yuan", "required field is missing at rows[0].yuan"},
		{"amount to be filled in", line(`"yuan":"` + draft.Blank + `","per":"month"`), "rows[0].yuan", wire.CodeRequired,
			"缺少必填字段：“待填 / to be filled in”，位于：rows[0].yuan", `required field is missing: "待填 / to be filled in" at rows[0].yuan`},
		{"part of a fen", line(`"yuan":"500.005","per":"month"`), "rows[0].yuan", wire.CodeMoneyFormat,
			"不是金额（元，至多两位小数）：“500.005”，位于：rows[0].yuan", `not an amount in yuan with at most two decimals: "500.005" at rows[0].yuan`},
		{"below zero", line(`"yuan":-500,"per":"month"`), "rows[0].yuan", wire.CodeMoneyFormat,
			"不是金额（元，至多两位小数）：“-500”，位于：rows[0].yuan", `not an amount in yuan with at most two decimals: "-500" at rows[0].yuan`},
		{"too much", line(`"yuan":"100000000000.01","per":"month"`), "rows[0].yuan", wire.CodeMoneyRange,
			"金额超出范围：“100000000000.01”，位于：rows[0].yuan", `amount out of range: "100000000000.01" at rows[0].yuan`},
		{"no period", line(`"yuan":"500"`), "rows[0].per", wire.CodeRequired, "缺少必填字段，位于：rows[0].per", "required field is missing at rows[0].per"},
		{"other period", line(`"yuan":"500","per":"week"`), "rows[0].per", wire.CodeNotAValue, "不是可接受的取值：“week”，位于：rows[0].per（可用：month、year）", `not one of the values accepted here: "week" at rows[0].per (accepted: month, year)`},
		{"amount of a list", file(row(`"key":"grace",` + amount)), "rows[0].yuan", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“500”，位于：rows[0].yuan", `not allowed here, goes only with another field: "500" at rows[0].yuan`},
		{"ratio of a line", line(`"ratio":"3/2"`), "rows[0].ratio", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“3/2”，位于：rows[0].ratio", `not allowed here, goes only with another field: "3/2" at rows[0].ratio`},
		{"ratio beside the amount", line(amount + `,"ratio":"3/2"`), "rows[0].ratio", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“3/2”，位于：rows[0].ratio", `not allowed here, goes only with another field: "3/2" at rows[0].ratio`},
		{"amount before the ratio", file(row(`"key":"low-income-multiple",` + amount + `,"ratio":"3/2"`)), "rows[0].yuan", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“500”，位于：rows[0].yuan", `not allowed here, goes only with another field: "500" at rows[0].yuan`},
		{"percent for a ratio", file(row(`"key":"low-income-multiple","percent":"150"`)), "rows[0].percent", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“150”，位于：rows[0].percent", `not allowed here, goes only with another field: "150" at rows[0].percent`},
		{"count for an age", file(row(`"key":"tekun-elder-age","count":65`)), "rows[0].count", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“65”，位于：rows[0].count", `not allowed here, goes only with another field: "65" at rows[0].count`},
		{"both amount and percent", file(row(`"key":"dibao-topup","of":"minor",` + amount + `,"percent":"10"`)), "rows[0].percent", wire.CodeConflict,
			"与另一字段不一致：“10”，位于：rows[0].percent", `does not agree with another field: "10" at rows[0].percent`},
		{"period of a percent", file(row(`"key":"dibao-topup","of":"minor","percent":"10","per":"month"`)), "rows[0].per", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“month”，位于：rows[0].per", `not allowed here, goes only with another field: "month" at rows[0].per`},
		{"period of an age", file(row(`"key":"tekun-elder-age","age":65,"per":"year"`)), "rows[0].per", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“year”，位于：rows[0].per", `not allowed here, goes only with another field: "year" at rows[0].per`},
		{"no ratio", file(row(`"key":"low-income-multiple"`)), "rows[0].ratio", wire.CodeRequired, "缺少必填字段，位于：rows[0].ratio", "required field is missing at rows[0].ratio"},
		{"decimal ratio", file(row(`"key":"low-income-multiple","ratio":"1.5"`)), "rows[0].ratio", wire.CodeNotAValue,
			"不是可接受的取值：“1.5”，位于：rows[0].ratio", `not one of the values accepted here: "1.5" at rows[0].ratio`},
		{"ratio as a number", file(row(`"key":"low-income-multiple","ratio":1.5`)), "rows[0].ratio", wire.CodeWrongType,
			"值的类型不对：“1.5”，位于：rows[0].ratio", `wrong type of value: "1.5" at rows[0].ratio`},
		{"ratio over 0", file(row(`"key":"low-income-multiple","ratio":"3/0"`)), "rows[0].ratio", wire.CodeNotAValue,
			"不是可接受的取值：“3/0”，位于：rows[0].ratio", `not one of the values accepted here: "3/0" at rows[0].ratio`},
		{"ratio with a leading zero", file(row(`"key":"low-income-multiple","ratio":"03/2"`)), "rows[0].ratio", wire.CodeNotAValue,
			"不是可接受的取值：“03/2”，位于：rows[0].ratio", `not one of the values accepted here: "03/2" at rows[0].ratio`},
		{"long ratio", file(row(`"key":"low-income-multiple","ratio":"3000000000/2"`)), "rows[0].ratio", wire.CodeNotAValue,
			"不是可接受的取值：“3000000000/2”，位于：rows[0].ratio", `not one of the values accepted here: "3000000000/2" at rows[0].ratio`},
		{"no percent", file(row(`"key":"nursing-bed-share"`)), "rows[0].percent", wire.CodeRequired, "缺少必填字段，位于：rows[0].percent", "required field is missing at rows[0].percent"},
		{"five decimals", file(row(`"key":"nursing-bed-share","percent":"0.00001"`)), "rows[0].percent", wire.CodeNotAValue,
			"不是可接受的取值：“0.00001”，位于：rows[0].percent", `not one of the values accepted here: "0.00001" at rows[0].percent`},
		{"sign of a percent", file(row(`"key":"nursing-bed-share","percent":"50%"`)), "rows[0].percent", wire.CodeNotAValue,
			"不是可接受的取值：“50%”，位于：rows[0].percent", `not one of the values accepted here: "50%" at rows[0].percent`},
		{"exponent", file(row(`"key":"nursing-bed-share","percent":5e1`)), "rows[0].percent", wire.CodeNotAValue,
			"不是可接受的取值：“5e1”，位于：rows[0].percent", `not one of the values accepted here: "5e1" at rows[0].percent`},
		{"no decimals", file(row(`"key":"nursing-bed-share","percent":"50."`)), "rows[0].percent", wire.CodeNotAValue,
			"不是可接受的取值：“50.”，位于：rows[0].percent", `not one of the values accepted here: "50." at rows[0].percent`},
		{"more than all", file(row(`"key":"nursing-bed-share","percent":"100.01"`)), "rows[0].percent", wire.CodeNumberRange,
			"数字超出范围：“100.01”，位于：rows[0].percent", `number out of range: "100.01" at rows[0].percent`},
		{"percent is no number", file(row(`"key":"nursing-bed-share","percent":true`)), "rows[0].percent", wire.CodeWrongType,
			"值的类型不对：“true”，位于：rows[0].percent", `wrong type of value: "true" at rows[0].percent`},
		{"empty percent", file(row(`"key":"nursing-bed-share","percent":""`)), "rows[0].percent", wire.CodeRequired, "缺少必填字段，位于：rows[0].percent", "required field is missing at rows[0].percent"},
		{"no count", file(row(`"key":"grace-months"`)), "rows[0].count", wire.CodeRequired, "缺少必填字段，位于：rows[0].count", "required field is missing at rows[0].count"},
		{"count as a text", file(row(`"key":"grace-months","count":"12"`)), "rows[0].count", wire.CodeWrongType, "值的类型不对：“12”，位于：rows[0].count", `wrong type of value: "12" at rows[0].count`},
		{"empty count", file(row(`"key":"grace-months","count":""`)), "rows[0].count", wire.CodeRequired, "缺少必填字段，位于：rows[0].count", "required field is missing at rows[0].count"},
		{"part of a count", file(row(`"key":"grace-months","count":12.0`)), "rows[0].count", wire.CodeWrongType, "值的类型不对：“12.0”，位于：rows[0].count", `wrong type of value: "12.0" at rows[0].count`},
		{"count below zero", file(row(`"key":"grace-months","count":-1`)), "rows[0].count", wire.CodeNumberRange, "数字超出范围：“-1”，位于：rows[0].count", `number out of range: "-1" at rows[0].count`},
		{"no age", file(row(`"key":"tekun-elder-age"`)), "rows[0].age", wire.CodeRequired, "缺少必填字段，位于：rows[0].age", "required field is missing at rows[0].age"},

		{"other bound", line(amount + `,"bound":"at most"`), "rows[0].bound", wire.CodeNotAValue, "不是可接受的取值：“at most”，位于：rows[0].bound（可用：exactly、at-least）", `not one of the values accepted here: "at most" at rows[0].bound (accepted: exactly, at-least)`},
		{"bound of an entry", file(row(`"key":"grace","bound":"exactly"`)), "rows[0].bound", wire.CodeNotAllowed,
			"此处不得填写，须与另一字段配合使用：“exactly”，位于：rows[0].bound", `not allowed here, goes only with another field: "exactly" at rows[0].bound`},
		{"no first day", file(`{"key":"dibao-line","place":"430223",` + amount + `}`), "rows[0].from", wire.CodeRequired, "缺少必填字段，位于：rows[0].from", "required field is missing at rows[0].from"},
		{"no day of the calendar", file(`{"key":"dibao-line","place":"430223",` + amount + `,"from":"2021-02-29"}`), "rows[0].from", wire.CodeDateFormat,
			"不是日期（格式如 2020-10-01）：“2021-02-29”，位于：rows[0].from", `not a date such as 2020-10-01: "2021-02-29" at rows[0].from`},
		{"no date", line(amount + `,"until":"2021"`), "rows[0].until", wire.CodeDateFormat, "不是日期（格式如 2020-10-01）：“2021”，位于：rows[0].until", `not a date such as 2020-10-01: "2021" at rows[0].until`},
		{"empty clause", line(amount + `,"clause":""`), "rows[0].clause", wire.CodeRequired, "缺少必填字段，位于：rows[0].clause", "required field is missing at rows[0].clause"},
		{"printed as a number", line(amount + `,"printed":500`), "rows[0].printed", wire.CodeWrongType, "值的类型不对：“500”，位于：rows[0].printed", `wrong type of value: "500" at rows[0].printed`},
		{"document is no text", line(amount + `,"document":{}`), "rows[0].document", wire.CodeWrongType, "值的类型不对：“{...}”，位于：rows[0].document", `wrong type of value: "{...}" at rows[0].document`},
		{"standing is no text", line(amount + `,"standing":4`), "rows[0].standing", wire.CodeWrongType, "值的类型不对：“4”，位于：rows[0].standing", `wrong type of value: "4" at rows[0].standing`},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, err := draft.Parse([]byte(c.text))
			assert.Equal(t, standards.Overlay{}, o)
			var faults wire.Errors
			require.ErrorAs(t, err, &faults)
			require.Len(t, faults, 1, faults.Error())
			assert.Equal(t, c.path, faults[0].Path)
			assert.Equal(t, c.code, faults[0].Code)
			assert.Equal(t, c.chinese, faults.Text(standards.Chinese))
			assert.Equal(t, c.english, faults.Text(standards.English))
		})
	}
}

func TestParseAllFaultsTogether(t *testing.T) {
	_, err := draft.Parse([]byte(`{"kind":"bill","Title":"x","carry":"soon",
		"rows":[
			{"key":"dibao-line","place":"430223","yuan":"500","per":"month","from":"2020-01-01"},
			{"key":"dibao","place":"Mars","yuan":"5.005","per":"day","age":1.5,"from":"2020-13-01"},
			"none",
			{"key":"tekun-care","residence":"rural","yuan":"","count":3}],
		"readings":{"rounding":"down"}}`))
	var faults wire.Errors
	require.ErrorAs(t, err, &faults)
	var got []string
	for _, f := range faults {
		got = append(got, f.Path+" "+f.Code)
	}
	assert.Equal(t, []string{
		"Title field-case", "id required", "kind not-a-value",
		"rows[1].key not-a-value", "rows[1].place unknown-place", "rows[1].yuan money-format", "rows[1].per not-a-value", "rows[1].age conflict", "rows[1].from date-format",
		"rows[2] wrong-type",
		"rows[3].place required", "rows[3].from required", "rows[3].residence not-allowed-here", "rows[3].yuan required", "rows[3].per required", "rows[3].count not-allowed-here",
		"readings.rounding not-a-value", "carry date-format",
	}, got)
	for _, one := range faults.Unwrap() {
		var fault *wire.FieldError
		assert.ErrorAs(t, one, &fault)
	}
}

func TestParseSyntax(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "line 1, column 1: nothing to read"},
		{"comment", "{\"id\":\"d\" // the id\n}", "line 1, column 11: not valid JSON: a comma or } is wanted here"},
		{"cut short", "{\"id\":\"d\",\n \"rows\":[", "line 2, column 10: the input ends too early: a value is wanted here"},
		{"two values", `{"id":"d","kind":"draft"} {}`, "line 1, column 27: something stands after the value"},
		{"two byte order marks", "\uFEFF\uFEFF{}", "line 1, column 1: not valid JSON: a byte order mark stands before the value"},
		{"another encoding", "{\"title\":\"\xd6\xea\xd6\xde\"}", "line 1, column 11: not UTF-8 text"},
		{"too long", strings.Repeat(" ", draft.MaxSize) + "{", "line 1, column 1: too long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := draft.Parse([]byte(c.text))
			var fault *wire.SyntaxError
			require.ErrorAs(t, err, &fault)
			assert.EqualError(t, err, c.want)
			_, err = draft.Read(strings.NewReader(c.text))
			assert.EqualError(t, err, c.want)
		})
	}
}

func TestRead(t *testing.T) {
	o, err := draft.Read(iotest.OneByteReader(strings.NewReader(designExample)))
	require.NoError(t, err)
	assert.Equal(t, parsed(t, designExample), o)

	broken := errors.New("broken")
	_, err = draft.Read(io.MultiReader(strings.NewReader(designExample), iotest.ErrReader(broken)))
	assert.ErrorIs(t, err, broken)
	assert.EqualError(t, err, "draft: broken")

	endless := &counter{}
	_, err = draft.Read(endless)
	assert.EqualError(t, err, "line 1, column 1: too long")
	assert.LessOrEqual(t, endless.read, 2*draft.MaxSize)
}

// A counter is an endless run of spaces.
type counter struct{ read int }

func (c *counter) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	c.read += len(p)
	return len(p), nil
}

// What a file says is judged where it is laid, row and field named.
func TestWith(t *testing.T) {
	supplement := func(id, fields string) string {
		return `{"id":"` + id + `","kind":"supplement","rows":[` + row(fields) + `]}`
	}
	one := func(text string) []string { return []string{text} }
	const rural = `"key":"dibao-line","residence":"rural",`
	for _, c := range []struct {
		name             string
		files            []string
		chinese, english string
	}{
		{"supplement below a floor", one(supplement("c-1", rural+`"yuan":"4319.99","per":"year"`)),
			`c-1: rows[0].yuan "4319.99 a year"：低于当地适用的下限（dibao-line@county-five rural 4320.00 a year at-least 2020-01-01..2020-12-31）`,
			`c-1: rows[0].yuan "4319.99 a year": is below the floor that holds there (dibao-line@county-five rural 4320.00 a year at-least 2020-01-01..2020-12-31)`},
		{"supplement over an exact figure", one(`{"id":"c-1","kind":"supplement","rows":[{"key":"dibao-line","place":"天元区","yuan":"700","per":"month","from":"2020-07-01"}]}`),
			`c-1: rows[0] "dibao-line@430211 700.00 a month"：已有确定的标准，补充文件不得另定（dibao-line@city-five 600.00 a month 2020-01-01..2020-12-31）`,
			`c-1: rows[0] "dibao-line@430211 700.00 a month": an exact figure is on record; a supplement cannot restate it (dibao-line@city-five 600.00 a month 2020-01-01..2020-12-31)`},
		{"supplement and a national rule", one(supplement("c-1", `"key":"tekun-elder-age","age":65`)),
			`c-1: rows[0].key "tekun-elder-age"：补充文件不得改动国家和省的规定`,
			`c-1: rows[0].key "tekun-elder-age": a supplement never touches a national rule, nor one of the province`},
		{"overlap", one(file(row(rural+`"yuan":"4800","per":"year"`) + "," + row(`"key":"dibao-line","yuan":"450","per":"month"`))),
			`d-1: rows[1] "dibao-line@430223 450.00 a month"：同一文件对同一地方、同一时期规定了两次（rows[0]）`,
			`d-1: rows[1] "dibao-line@430223 450.00 a month": states one figure twice for one place and time (rows[0])`},
		{"conflict", []string{supplement("c-1", rural+`"yuan":"4800","per":"year"`), supplement("c-2", rural+`"yuan":"4900","per":"year"`)},
			`c-2: rows[0] "dibao-line@430223 rural 4900.00 a year"：与另一文件对同一地方、同一时期的规定冲突（c-1: rows[0] dibao-line@430223 rural 4800.00 a year）`,
			`c-2: rows[0] "dibao-line@430223 rural 4900.00 a year": conflicts with what another file states for the same place and time (c-1: rows[0] dibao-line@430223 rural 4800.00 a year)`},
		{"choices in conflict", []string{`{"id":"d-1","kind":"draft","readings":{"rounding":"up-to-yuan"}}`, `{"id":"d-2","kind":"draft","readings":{"rounding":"half-up-to-fen"}}`},
			`d-2: readings "half-up-to-fen"：与另一文件对同一地方、同一时期的规定冲突（d-1: up-to-yuan）`,
			`d-2: readings "half-up-to-fen": conflicts with what another file states for the same place and time (d-1: up-to-yuan)`},
		{"a year where it is a month", one(file(row(`"key":"disability-living","yuan":"1200","per":"year"`))),
			`d-1: rows[0].per "year"：该项目的金额按月计`,
			`d-1: rows[0].per "year": the key's amounts are for a month`},
		{"ratio of 0", one(file(row(`"key":"low-income-multiple","ratio":"0/1"`))),
			`d-1: rows[0].ratio "0"：超出该项目的范围`,
			`d-1: rows[0].ratio "0": is out of range for this key`},
		{"line of nil", one(file(row(rural + `"yuan":"0","per":"year"`))),
			`d-1: rows[0].yuan "0.00 a year"：不是可用的金额`,
			`d-1: rows[0].yuan "0.00 a year": is not a usable amount`},
		{"age out of range", one(file(row(`"key":"tekun-elder-age","age":151`))),
			`d-1: rows[0].age "151"：超出该项目的范围`,
			`d-1: rows[0].age "151": is out of range for this key`},
		{"empty span", one(file(row(rural + `"yuan":"4800","per":"year","until":"2020-01-01"`))),
			`d-1: rows[0].until "2020-01-01"：截止日期不在起始日期之后`,
			`d-1: rows[0].until "2020-01-01": the span is empty: until is not after from`},
		{"other of", one(file(row(`"key":"tekun-care","of":"half","yuan":"100","per":"month"`))),
			`d-1: rows[0].of "half"：该项目不分此类，或缺少必要的类别`,
			`d-1: rows[0].of "half": is not a class of this key, or the class it needs is missing`},
		{"no of", one(file(row(`"key":"tekun-care","yuan":"100","per":"month"`))),
			`d-1: rows[0].of：该项目不分此类，或缺少必要的类别`,
			`d-1: rows[0].of: is not a class of this key, or the class it needs is missing`},
		{"id of another form", one(`{"id":"县-1","kind":"draft"}`),
			`县-1: id "县-1"：编号为空、重复或形式不符（1至64个字母、数字或 - . _）`,
			`县-1: id "县-1": the id is empty, taken, or not 1 to 64 letters, digits, - . _`},
		{"carry outside", one(`{"id":"d-1","kind":"draft","carry":"2019-12-31"}`),
			`d-1: carry "2019-12-31"：沿用日期不在数据表的期间内`,
			`d-1: carry "2019-12-31": is outside the days of the tables`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var overlays []standards.Overlay
			for _, text := range c.files {
				overlays = append(overlays, parsed(t, text))
			}
			_, err := standards.Published().With(overlays...)
			var faults standards.RowErrors
			require.ErrorAs(t, err, &faults)
			assert.Equal(t, c.chinese, faults.Text(standards.Chinese))
			assert.Equal(t, c.english, faults.Text(standards.English))
		})
	}
}

func TestUntilOnTheLastDayOfAMonth(t *testing.T) {
	o := parsed(t, file(row(`"key":"dibao-line","yuan":"500","per":"month","until":"2020-12-31","clause":"1"`)))
	o.Title = "x"
	_, err := standards.Published().With(o)
	require.NoError(t, err)
	assert.Equal(t, `d-1: rows[0].until "2020-12-31"：提示：until 是期满后的第一天，这里写的是某月最后一天`, o.Warnings().Text(standards.Chinese))
	assert.Equal(t, `d-1: rows[0].until "2020-12-31": note: until is the first day after the span, and this is the last day of a month`, o.Warnings().Text(standards.English))
}

func TestSamples(t *testing.T) {
	supplement, reform := sample(t, "youxian-2020.json"), sample(t, "draft-2021.json")
	for _, o := range []standards.Overlay{supplement, reform} {
		assert.Contains(t, o.Title, "示例 / SAMPLE: made-up figures")
		assert.Contains(t, o.Number, "SAMPLE")
		assert.Contains(t, o.Issuer, "SAMPLE")
		assert.Empty(t, o.Warnings())
	}
	assert.Equal(t, "youxian-2020", supplement.ID)
	assert.Equal(t, "draft-2021", reform.ID)

	laid := func(on standards.Date, overlays ...standards.Overlay) *standards.Set {
		tables, err := standards.Published().With(overlays...)
		require.NoError(t, err)
		set, err := tables.At(on)
		require.NoError(t, err)
		return set
	}
	in2020, in2021 := standards.Day(2020, time.December, 31), standards.Day(2021, time.January, 1)
	for _, c := range []struct {
		name      string
		set       *standards.Set
		place     standards.Place
		residence standards.Residence
		want      string // the line and its bound, and whether it is carried
	}{
		{"supplement, urban", laid(in2020, supplement), standards.Youxian, standards.Urban, "560.00 a month exactly"},
		{"supplement, rural", laid(in2020, supplement), standards.Youxian, standards.Rural, "4800.00 a year exactly"},
		{"supplement, another county", laid(in2020, supplement), standards.Chaling, standards.Rural, "4320.00 a year at-least"},
		{"supplement in 2021: the province's floor", laid(in2021, supplement), standards.Youxian, standards.Urban, "550.00 a month at-least"},
		{"draft in 2020", laid(in2020, reform), standards.Tianyuan, standards.Urban, "600.00 a month exactly"},
		{"draft, city", laid(in2021, reform), standards.Tianyuan, standards.Urban, "650.00 a month exactly"},
		{"draft, county", laid(in2021, reform), standards.Youxian, standards.Rural, "4600.00 a year at-least"},
		{"both in 2020, city", laid(in2020, supplement, reform), standards.Tianyuan, standards.Rural, "600.00 a month exactly"},
		{"both in 2020, county", laid(in2020, supplement, reform), standards.Youxian, standards.Rural, "4800.00 a year exactly"},
		{"both in 2021", laid(in2021, reform, supplement), standards.Youxian, standards.Rural, "4600.00 a year at-least"},
		{"both in 2021, urban", laid(in2021, reform, supplement), standards.Youxian, standards.Urban, "550.00 a month at-least"},
	} {
		line, err := c.set.Line(standards.DibaoLine, c.place, c.residence)
		require.NoError(t, err, c.name)
		assert.Equal(t, c.want, line.Amount.String()+" "+line.Bound.String(), c.name)
	}

	set := laid(in2020, supplement)
	for _, r := range standards.Residences() {
		_, err := set.Rate(standards.TekunBasic, standards.Youxian, r, "")
		assert.NoError(t, err)
		_, err = set.Number(standards.GraceMonths, standards.Youxian, r, "")
		assert.NoError(t, err)
	}
	for _, grade := range standards.Key(standards.TekunCare).Info().Of {
		_, err := set.Rate(standards.TekunCare, standards.Youxian, 0, grade)
		assert.NoError(t, err)
	}

	// The draft raises one thing and loses nothing else.
	rate, err := laid(in2021, reform).Rate(standards.DisabilityNursing, standards.Lukou, 0, "")
	require.NoError(t, err)
	assert.Equal(t, "80.00 a month", rate.Amount.String())
	assert.Equal(t, in2020, rate.Carried)
}
