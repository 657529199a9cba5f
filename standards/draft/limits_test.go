package draft_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// codes lists the faults of a file by path and code.
func codes(t *testing.T, text string) (all []string) {
	t.Helper()
	_, err := draft.Parse([]byte(text))
	if err == nil {
		return nil
	}
	var faults wire.Errors
	require.ErrorAs(t, err, &faults, text)
	for _, f := range faults {
		all = append(all, f.Path+" "+f.Code)
	}
	return all
}

// A file of the largest size and of the most rows is read.
func TestLargestFile(t *testing.T) {
	largest := []byte(designExample + strings.Repeat(" ", draft.MaxSize-len(designExample)))
	_, err := draft.Parse(largest)
	assert.NoError(t, err)
	_, err = draft.Parse(append(largest, ' '))
	var fault *wire.SyntaxError
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, wire.SyntaxError{Line: 1, Column: 1, Code: wire.CodeTooLong}, *fault)

	one := row(`"key":"rigid-costs"`)
	o := parsed(t, file(strings.Repeat(one+",", draft.MaxRows-1)+one))
	assert.Len(t, o.Rows, draft.MaxRows)
	assert.Equal(t, []string{"rows too-many"}, codes(t, file(strings.Repeat(one+",", draft.MaxRows)+one)))
}

func TestReadOfNothing(t *testing.T) {
	_, err := draft.Read(nil)
	assert.Equal(t, wire.Missing("reader"), err)
}

// Each fault is told once, and nothing follows from a key, a reading or a text that is not known.
func TestEachFaultOnce(t *testing.T) {
	const amount = `"yuan":"500","per":"month"`
	for text, want := range map[string][]string{
		file(row(`"key":"no-such-key","residence":"urban","bound":"exactly","strike":true,` + amount)):             {"rows[0].key not-a-value"},
		file(row(`"key":"dibao-line","residence":"urban","strike":true,` + amount)):                                {"rows[0].strike not-allowed-here"},
		file(row(`"key":"dibao-not-income","of":"relief","strike":"yes"`)):                                         {"rows[0].strike wrong-type"},
		`{"id":"d","kind":"draft","readings":{"rounding":"x","rounding":"y"}}`:                                     {"readings.rounding repeated-field", "readings.rounding not-a-value"},
		`{"id":[],"kind":{},"title":[],"number":true}`:                                                             {"id wrong-type", "kind wrong-type", "title wrong-type", "number wrong-type"},
		file(`{"key":[],"place":"","from":"` + draft.Blank + `"}`):                                                 {"rows[0].key wrong-type", "rows[0].place required", "rows[0].from required"},
		file(row(`"key":"low-income-multiple","ratio":"999999999/1"`)):                                             nil,
		file(row(`"key":"low-income-multiple","ratio":"1/999999999"`)):                                             nil,
		file(row(`"key":"low-income-multiple","ratio":"1000000000/1"`)):                                            {"rows[0].ratio not-a-value"},
		file(row(`"key":"low-income-multiple","ratio":"1/1000000000"`)):                                            {"rows[0].ratio not-a-value"},
		file(row(`"key":"low-income-multiple","ratio":"0/1"`)):                                                     nil,
		file(row(`"key":"low-income-multiple","ratio":"+1/1"`)):                                                    {"rows[0].ratio not-a-value"},
		file(row(`"key":"nursing-bed-share","percent":{}`)):                                                        {"rows[0].percent wrong-type"},
		file(`{"key":"dibao-line","place":"430223101001","from":"2020-01-01","residence":"urban",` + amount + `}`): {"rows[0].place unknown-place"},
	} {
		assert.Equal(t, want, codes(t, text), text)
	}
}

// A draft strikes an entry out of a list.
func TestParseStrike(t *testing.T) {
	o := parsed(t, file(row(`"key":"dibao-not-income","of":"relief","strike":true,"clause":"3"`)+","+row(`"key":"dibao-not-income","of":"reward","strike":false`)))
	assert.Equal(t, []bool{true, false}, []bool{o.Rows[0].Struck, o.Rows[1].Struck})
}

// What does not fit its form is written as the fraction that it is, which is refused; a row is
// printed with the address at which its words were read.
func TestAppendRowOfNumbers(t *testing.T) {
	write := func(k standards.NumberKey, f standards.Fraction) string {
		row := standards.Standard{Key: standards.Key(k), Place: standards.Zhuzhou, Number: f, Bound: standards.AtLeast, From: standards.Day(2021, time.January, 1)}
		text := string(draft.AppendRow(nil, row, draft.Extra{}))
		text = strings.TrimPrefix(text, `{"key":"`+standards.Key(k).String()+`","place":"430200",`)
		return strings.TrimSuffix(text, `,"bound":"at-least","from":"2021-01-01"}`)
	}
	for _, tt := range []struct {
		key  standards.NumberKey
		f    standards.Fraction
		want string
	}{
		{standards.NursingBedShare, standards.Fraction{Num: 1, Den: 3}, `"percent":"1/3"`},
		{standards.NursingBedShare, standards.Fraction{Num: -1, Den: 2}, `"percent":"-1/2"`},
		{standards.NursingBedShare, standards.Fraction{Num: 3, Den: 2}, `"percent":"3/2"`},
		{standards.NursingBedShare, standards.Fraction{Num: 50, Den: -100}, `"percent":"50/-100"`},
		{standards.NursingBedShare, standards.Fraction{Num: 0, Den: 2}, `"percent":"0"`},
		{standards.NursingBedShare, standards.Fraction{Num: 1, Den: 1}, `"percent":"100"`},
		{standards.NursingBedShare, standards.Fraction{Num: 10, Den: 1000}, `"percent":"1.0"`},
		{standards.TekunElderAge, standards.Fraction{Num: 121, Den: 2}, `"age":"121/2"`},
		{standards.TekunBeds, standards.Fraction{Num: 1, Den: 2}, `"count":"1/2"`},
		{standards.TekunBeds, standards.Whole(0), `"count":0`},
	} {
		assert.Equal(t, tt.want, write(tt.key, tt.f))
	}
	info := standards.TwoSubsidies2015.Info()
	text := string(draft.AppendRow(nil, standards.Standard{Key: standards.Key(standards.LivingGrade)}, draft.Extra{Document: info}))
	assert.Contains(t, text, `"sha256":"`+info.SHA256+`","address":"`+info.Address+`"}`)
}

// A template says of the file how it is filled in, and of each row what it is about and how else it
// may be written.
func TestTemplateNotes(t *testing.T) {
	text := string(draft.Template(standards.Published(), standards.Youxian, october))
	for _, part := range []string{
		`  "note": "请将“` + draft.Blank + `”换成本地文件的内容；`, `; until is the first day after, left out where there is no end."`,
		`"of":"full","yuan":"` + draft.Blank + `","per":"month"`,
		`"note":"攸县特困人员照料护理标准（full）：无据可查 / Youxian, care standard of tekun support, by self-care (full): not on record"`,
		`（elderly）：无据可查；也可用 percent 代替 yuan 和 per；分年龄、等级的分行写，of 写作 elderly/80 / Youxian, dibao top-up for a member in special hardship, a sum or a percent of the line (elderly): ` +
			`not on record; percent may stand instead of yuan and per; several ages or grades are several rows, with of as elderly/80"`,
		`：无据可查；可按年龄、自理能力分行，of 写作 80、none 或 80/none / Youxian, eldercare service subsidy, by age and self-care (` + "`80`, `none`, `80/none`" + `): ` +
			`not on record; several rows may go by age and self-care, with of as 80, none or 80/none"`,
	} {
		assert.Contains(t, text, part)
	}
	outside := string(draft.Template(standards.Published(), standards.Hetang, standards.Day(2019, time.December, 31)))
	assert.Contains(t, outside, "荷塘区城市最低生活保障标准：无据可查", "outside the span nothing is on record")
}
