package register_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

type read struct {
	records []register.Record
	faults  register.Errors
	rows    int
}

func readAll(t testing.TB, text string, keep ...string) read {
	t.Helper()
	var all read
	for record, err := range register.Read(strings.NewReader(text), keep...) {
		all.rows += record.Rows
		var faults register.Errors
		switch {
		case errors.As(err, &faults):
			all.faults = append(all.faults, faults...)
		default:
			require.NoError(t, err)
			all.records = append(all.records, record)
		}
	}
	return all
}

func TestReadCSV(t *testing.T) {
	all := readAll(t, "\ufeffhousehold,division,residence,property,weight,paid_yuan,member,born,income_kind,income_yuan,income_per,note\r\n"+
		"h1,430223,rural,within,3,120.5,father,1968-03-02,wages,500,month,\"a, b\"\r\n"+
		",,,,,,father,,transfer,100.00,year,\r\n"+
		",,,,,,,,business,900,year,\r\n"+
		"h2,天元区,urban,,,,m,1990-01-01,,,,\r\n", "note")
	require.Empty(t, all.faults)
	require.Len(t, all.records, 2)
	h := all.records[0].Household
	assert.Equal(t, standards.Youxian, h.Division)
	assert.Equal(t, 3, h.Weight)
	assert.Equal(t, "120.50", all.records[0].Paid.YuanText())
	assert.Equal(t, []string{"a, b"}, all.records[0].Kept)
	require.Len(t, h.Members, 1)
	assert.Len(t, h.Members[0].Income, 2)
	assert.Len(t, h.Income, 1)
	assert.Nil(t, all.records[1].Household.Members[0].Income, "not stated is not none")
	assert.Equal(t, 4, all.rows)
}

func TestReadCSVInChinese(t *testing.T) {
	all := readAll(t, "户主姓名,县市区,户口性质,姓名,身份证号,与户主关系,残疾证号,工资性收入,收入周期\n"+
		"张三,攸县,农业,张三,11010519491231002X,户主,11010519491231002X42,300,每月\n")
	require.Empty(t, all.faults)
	require.Len(t, all.records, 1)
	m := all.records[0].Household.Members[0]
	assert.Equal(t, standards.Day(1949, time.December, 31), m.Born)
	assert.Equal(t, benefit.Applicant, m.Relation)
	assert.Equal(t, disability.Physical, m.Disability.Category)
	assert.Equal(t, 2, m.Disability.Grade)
	assert.Equal(t, "300.00 a month", m.Income[0].Amount.String())
}

func TestReadCSVFaults(t *testing.T) {
	const header = "household,division,member,born,id_number,income_kind,income_yuan,income_per\n"
	for _, c := range []struct{ name, text, code string }{
		{"unknown column of income", "household,division,member,born,养老金\n", "carries"},
		{"unknown column of property", "household,division,member,born,房产\n", "carries"},
		{"unknown column of disability", "household,division,member,born,伤残等次\n", "carries"},
		{"unknown column of people", "household,division,member,born,外出人数\n", "carries"},
		{"two of a column", "household,户号,division,member\n", "column-twice"},
		{"check character", header + "h,430223,m,,110105194912310021,,,\n", "identity"},
		{"money", header + "h,430223,m,1990-01-01,,wages,\"1,00\",month\n", "money-format"},
		{"unknown place", header + "h,长沙,m,1990-01-01,,,,\n", "unknown-place"},
		{"comes back", header + "h,430223,m,1990-01-01,,,,\ng,430223,m,1990-01-01,,,,\nh,430223,n,1990-01-01,,,,\n", "comes-back"},
		{"said otherwise", header + "h,430223,m,1990-01-01,,,,\n,,m,1991-01-01,,,,\n", "disagrees"},
		{"GBK", "\xbb\xa7\xd6\xf7,division,member\n", "encoding"},
		{"quotation mark", header + "h,430223,\"m,1990-01-01,,,,\ng,430223,m,1990-01-01,,,,\n", "quote"},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := readAll(t, c.text)
			require.NotEmpty(t, all.faults)
			assert.Equal(t, c.code, all.faults[0].Code)
			assert.NotZero(t, all.faults[0].Line)
			assert.NotEmpty(t, all.faults[0].Text(standards.Chinese))
		})
	}
}

// What is kept is that of the first row, of the household and of each member. What states something
// else is counted.
func TestKeptOfEachMember(t *testing.T) {
	const header = "household,division,member,born,income_kind,income_yuan,income_per,account,note\n"
	for _, c := range []struct {
		name, rows string
		kept       []string
		keptOf     [][]string
		lost, of   int
	}{
		{"each his own", "a,430223,m,1990-01-01,,,,1,x\n,,n,1991-01-01,,,,2,\n", []string{"1", "x"}, [][]string{{"1", "x"}, {"2", ""}}, 1, 0},
		{"blank on later rows", "a,430223,m,1990-01-01,,,,1,x\n,,n,1991-01-01,,,,,\n", []string{"1", "x"}, [][]string{{"1", "x"}, {"", ""}}, 0, 0},
		{"blank on the first", "a,430223,m,1990-01-01,,,,,\n,,n,1991-01-01,,,,2,y\n", []string{"", ""}, [][]string{{"", ""}, {"2", "y"}}, 2, 0},
		{"the same on all", "a,430223,m,1990-01-01,,,,1,x\n,,n,1991-01-01,,,,1,x\n,,m,,wages,1,year,1,x\n", []string{"1", "x"}, [][]string{{"1", "x"}, {"1", "x"}}, 0, 0},
		{"another on his later row", "a,430223,m,1990-01-01,,,,1,\n,,n,1991-01-01,,,,1,\n,,m,,wages,1,year,3,\n", []string{"1", ""}, [][]string{{"1", ""}, {"1", ""}}, 1, 1},
		{"on the household's own row", "a,430223,,,business,1,year,9,y\n,,m,1990-01-01,,,,1,y\n", []string{"9", "y"}, [][]string{{"1", "y"}}, 1, 1},
		{"a short row", "a,430223,m,1990-01-01,,,,1,x\n,,n,1991-01-01\n", []string{"1", "x"}, [][]string{{"1", "x"}, {"", ""}}, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := readAll(t, header+"z,430223,m,1990-01-01,,,,7,z\n"+c.rows, "account", "note")
			require.Empty(t, all.faults)
			require.Len(t, all.records, 2)
			r := all.records[1]
			assert.Equal(t, c.kept, r.Kept)
			for i, want := range c.keptOf {
				assert.Equal(t, want, r.KeptOf(i))
			}
			assert.Nil(t, r.KeptOf(len(c.keptOf)))
			assert.Equal(t, c.lost, r.KeptElse)
			assert.Equal(t, c.of, r.KeptElseOf)
		})
	}
}

// A household without members is named by its own line, not by the row that follows it.
func TestAHouseholdWithoutMembers(t *testing.T) {
	const header, own = "户号,县市区,姓名,出生日期,收入类别,收入,收入周期\n", "甲,攸县,,,经营,900,年\n"
	for name, rows := range map[string]string{
		"others follow": own + ",,,,转移,5,年\n乙,攸县,张三,1990-01-01,,,\n",
		"it is last":    own,
	} {
		all := readAll(t, header+rows)
		require.Len(t, all.faults, 1, name)
		assert.Equal(t, &register.Error{Line: 2, Column: "姓名", Code: "required"}, all.faults[0], name)
	}
}

// FuzzReadCSV never panics, and every row is that of one household or left out.
func FuzzReadCSV(f *testing.F) {
	f.Add("h,430223,m,1990-01-01,wages,5,month\n", false)
	f.Add("h,430223,\"m\n,1990-01-01,,,\nx,,,,,,\n", false)
	f.Add("\x000\xa1", true)
	f.Add("甲,攸县,张三,1990-01-01,户主,5,2,600\n合计,,,,,5,2,600\n,,,,,5,2,600\n制表人：某\n", true)
	f.Fuzz(func(t *testing.T, text string, chinese bool) {
		if strings.ContainsAny(text, "\"") {
			return // a cell may run over lines then
		}
		want := 0
		for line := range strings.Lines(text) {
			if strings.ContainsFunc(line, func(r rune) bool { return r != ',' && !unicode.IsSpace(r) }) {
				want++
			}
		}
		header := "household,division,member,born,income_kind,income_yuan,income_per\n"
		if chinese {
			header = "户主姓名,县市区,姓名,出生日期,与户主关系,月收入,家庭人口数,月保障金额\n"
		}
		file := register.Open(strings.NewReader(header+text), register.Options{})
		rows := 0
		for record, err := range file.Records() {
			rows += record.Rows
			var faults register.Errors
			if err != nil {
				require.ErrorAs(t, err, &faults)
				require.NotEmpty(t, faults.Text(standards.Chinese))
				if faults[0].Line == 1 {
					return // refused as a whole: not a table in text
				}
			}
		}
		assert.Equal(t, want, rows+file.Skipped().Rows())
	})
}

// FuzzOpen never panics, whatever the file is.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("户主姓名\t姓名\t与户主关系\n"))
	f.Add([]byte("\xff\xfe7b"))
	f.Add([]byte("标题\n序号,姓名,收入,,\n,,工资性收入,其他收入,合计\n1,张三,5,6,11\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		file := register.Open(bytes.NewReader(text), register.Options{Division: standards.Tianyuan})
		for record, err := range file.Records() {
			if err == nil && file.Level == register.LevelMembers {
				require.NotEmpty(t, record.Household.Members)
			}
			if file.Level == register.LevelHouseholds {
				record.Check(october(t))
			}
		}
	})
}

// What was not given is missing, by name, and nothing panics.
func TestWhatWasNotGiven(t *testing.T) {
	missing := func(what string) string {
		return assistance.Errors{{Path: what, Code: "required"}}.Error()
	}
	for _, c := range []struct {
		file *register.File
		what string
	}{
		{nil, "register"}, {new(register.File), "register"}, {register.Open(nil, register.Options{}), "reader"},
		{register.OpenRows(nil, register.Options{}), "rows"},
	} {
		require.EqualError(t, c.file.Err(), missing(c.what))
		assert.Zero(t, c.file.Skipped())
		assert.Empty(t, c.file.HeaderOf("division"))
		n := 0
		for record, err := range register.OfPeople(c.file) {
			assert.Equal(t, 1, record.Line)
			require.EqualError(t, err, missing(c.what))
			n++
		}
		assert.Equal(t, 1, n)
	}
	n := 0
	for h, err := range register.Households(nil) {
		assert.Zero(t, h)
		require.EqualError(t, err, missing("records"))
		n++
	}
	assert.Equal(t, 1, n)
}

// The households of records are theirs in their order, with their errors, until the caller stops.
func TestHouseholdsOfRecords(t *testing.T) {
	const text = "户号,县市区,姓名,出生日期\n甲,攸县,张三,1990-01-01\n乙,攸县,李四,1990-13-01\n丙,攸县,王五,1990-01-01\n"
	for stop, want := range map[int]string{9: "甲- 乙! 丙- ", 2: "甲- 乙! ", 1: "甲- "} {
		said, n := "", 0
		for h, err := range register.Households(register.Read(strings.NewReader(text))) {
			mark := "- "
			if err != nil {
				mark = "! "
			}
			said += h.ID + mark
			if n++; n == stop {
				break
			}
		}
		assert.Equal(t, want, said)
	}
}

// A caller may stop at any record: none follows it.
func TestACallerStopsAtAnyRecord(t *testing.T) {
	const header, one = "户号,县市区,姓名,出生日期\n", "甲,攸县,张三,1990-01-01\n"
	for _, text := range []string{
		"\"x\n" + header, header + one, header + one + "乙,攸县,李四,1990-01-01\n丙,攸县,王五,1990-01-01\n",
		header + "\"x\n" + one, header + one + "乙,\"x\n丙,攸县,王五,1990-01-01\n",
	} {
		all := 0
		for range register.Read(strings.NewReader(text)) {
			all++
		}
		for stop := 1; stop <= all; stop++ {
			n := 0
			for range register.Read(strings.NewReader(text)) {
				if n++; n == stop {
					break
				}
			}
			assert.Equal(t, stop, n, text)
		}
		assert.Positive(t, all, text)
	}
	for range register.Read(io.MultiReader(strings.NewReader(header+one), iotest.ErrReader(iotest.ErrTimeout))) {
		break // nor the error that ends the reading
	}
}

// A register whose rows are no people of households is refused where people are asked for.
func TestOfPeople(t *testing.T) {
	for text, line := range map[string]int{"姓名,县市区,残疾证号\n": 1, "花名册\n户主姓名,县市区,家庭人口数,低保金额\n张三,攸县,1,5\n": 2} {
		n := 0
		for record, err := range register.Read(strings.NewReader(text)) {
			assert.Equal(t, register.Record{Line: 1}, record)
			assert.Equal(t, register.Errors{{Line: line, Code: "level"}}, err)
			n++
		}
		assert.Equal(t, 1, n)
	}
	n := 0
	for record, err := range register.Read(strings.NewReader("%PDF")) {
		assert.Equal(t, 1, record.Line)
		assert.Equal(t, register.Errors{{Line: 1, Code: "no-text", Detail: "PDF"}}, err)
		n++
	}
	assert.Equal(t, 1, n)
}

// A file of many parts of 64 KiB is read to its end, in either encoding.
func TestAFileLongerThanItsBeginning(t *testing.T) {
	var b strings.Builder
	b.WriteString("户号,县市区,姓名,出生日期\n")
	const count = 4000
	for i := range count {
		fmt.Fprintf(&b, "户%d,攸县,张三,1990-01-01\n", i)
	}
	for _, text := range []string{b.String(), inUTF16(b.String(), true), "\xfe\xff" + inUTF16(b.String(), false)} {
		n := 0
		for record, err := range register.Read(strings.NewReader(text)) {
			require.NoError(t, err)
			require.Equal(t, fmt.Sprint("户", n), record.Household.ID)
			require.Equal(t, n+2, record.Line)
			n++
		}
		assert.Equal(t, count, n)
	}
}

// Cells behind the header or under a blank name are refused with the line, be they few or many; a
// row that ends before them has none.
func TestCellsWithoutAHeader(t *testing.T) {
	const header = "户号,县市区,姓名,出生日期,,\n"
	for row, want := range map[string]register.Errors{
		"甲,攸县,张三,1990-01-01":       nil,
		"甲,攸县,张三,1990-01-01,":      nil,
		"甲,攸县,张三,1990-01-01,,":     nil,
		"甲,攸县,张三,1990-01-01,x,y":   {{Line: 2, Code: "cells", Value: "x"}, {Line: 2, Code: "cells", Value: "y"}},
		"甲,攸县,张三,1990-01-01,,,":    {{Line: 2, Code: "cells", Value: "7"}},
		"甲,攸县,张三,1990-01-01,,y,,z": {{Line: 2, Code: "cells", Value: "8"}, {Line: 2, Code: "cells", Value: "y"}},
	} {
		all := readAll(t, header+row+"\n")
		assert.Equal(t, want, all.faults, row)
	}
	short := readAll(t, "户号,县市区,姓名,出生日期,备注\n甲,攸县,张三,1990-01-01\n")
	assert.Equal(t, []string{""}, short.records[0].Kept)
}

// A row that cannot be read is refused with its fault, and with it the household whose id it has, or
// those on both sides.
func TestRowsThatCannotBeRead(t *testing.T) {
	const header, a, b = "户号,县市区,姓名,出生日期\n", "甲,攸县,张三,1990-01-01\n", "乙,攸县,李四,1990-01-01\n"
	quote := func(line int) *register.Error { return &register.Error{Line: line, Code: "quote"} }
	after := func(line int) *register.Error { return &register.Error{Line: line, Code: "after-unread"} }
	type record struct {
		id         string
		line, rows int
		faults     register.Errors
	}
	for text, want := range map[string][]record{
		"\"x\n" + a:                {{"", 2, 1, register.Errors{quote(2)}}, {"甲", 3, 1, register.Errors{after(3)}}},
		"甲,\"x\n" + a + b:          {{"甲", 2, 2, register.Errors{quote(2)}}, {"乙", 4, 1, nil}},
		a + "甲,\"x\n" + b:          {{"甲", 2, 2, register.Errors{quote(3)}}, {"乙", 4, 1, nil}},
		a + "乙,\"x\n" + b:          {{"甲", 2, 1, nil}, {"乙", 3, 2, register.Errors{quote(3)}}},
		a + "\"x\n\"y\n" + b:       {{"甲", 2, 3, register.Errors{quote(3), quote(4)}}, {"乙", 5, 1, register.Errors{after(5)}}},
		a + ",\"x\n" + a + b:       {{"甲", 2, 3, register.Errors{quote(3)}}, {"乙", 5, 1, register.Errors{after(5)}}},
		a + "\x00乙,攸县\n" + b:       {{"甲", 2, 2, register.Errors{{Line: 3, Code: "encoding", Detail: "UTF-16"}}}, {"乙", 4, 1, register.Errors{after(4)}}},
		a + "乙\xd0,攸县\n" + b:       {{"甲", 2, 2, register.Errors{{Line: 3, Code: "encoding", Detail: "GB18030"}}}, {"乙", 4, 1, register.Errors{after(4)}}},
		a + "甲,\"\xd0\xd5\"\n" + b: {{"甲", 2, 2, register.Errors{{Line: 3, Code: "encoding"}}}, {"乙", 4, 1, nil}},
		a + "乙,\xd0\xd5\n" + b:     {{"甲", 2, 1, nil}, {"乙", 3, 2, register.Errors{{Line: 3, Code: "encoding"}}}},
	} {
		var got []record
		for r, err := range register.Read(strings.NewReader(header + text)) {
			var faults register.Errors
			if err != nil {
				require.True(t, errors.As(err, &faults), "%q", text)
			}
			got = append(got, record{r.Household.ID, r.Line, r.Rows, faults})
		}
		assert.Equal(t, want, got, "%q", text)
	}
}

// The header under which a file states what the format names is found by the format's word.
func TestHeaderOf(t *testing.T) {
	file := register.Open(strings.NewReader("户号,区县,姓名,出生日期,工资（元/月）,健康状况\n"), register.Options{})
	for name, want := range map[string]string{"household": "户号", "region": "区县", "born": "出生日期", "wages_yuan": "工资（元/月）", "health": "健康状况",
		"division": "", "no": "", "": ""} {
		assert.Equal(t, want, file.HeaderOf(name), name)
	}
	keyed := register.Open(strings.NewReader("户主姓名,区县,姓名,出生日期\n"), register.Options{})
	assert.Equal(t, "户主姓名", keyed.HeaderOf("household"), "the name of the head is the id")
}

// Each warning of a code is said once for a household, on its first line.
func TestAWarningIsSaidOnceForAHousehold(t *testing.T) {
	all := readAll(t, "户号,县市区,成员户口性质,姓名,出生日期\n甲,攸县,居民,张三,1990-01-01\n甲,,家庭户,李四,1990-01-01\n乙,攸县,居民,王五,1990-01-01\n")
	require.Len(t, all.records, 2)
	for i, want := range []register.Error{{Line: 2, Column: "成员户口性质", Value: "居民", Code: register.CodeUnifiedHukou},
		{Line: 4, Column: "成员户口性质", Value: "居民", Code: register.CodeUnifiedHukou}} {
		assert.Equal(t, register.Errors{&want}, all.records[i].Warnings)
		assert.Equal(t, standards.Residence(0), all.records[i].Household.Residence)
	}
}
