package register_test

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
)

// codes are those of the faults, in order.
func codes(all read) []string {
	list := []string{}
	for _, f := range all.faults {
		list = append(list, f.Code)
	}
	return list
}

func TestDaysAsRegistersWriteThem(t *testing.T) {
	want := standards.Day(1968, time.March, 2)
	for _, text := range []string{"1968-03-02", "1968/3/2", "1968/03/02", "1968.3.2", "19680302", "1968年3月2日", "1968年03月02日", " 1968-03-02\u3000", "1968-03-02 00:00", "1968/3/2 0:00:00"} {
		all := readAll(t, "household,division,member,born\na,430223,m,"+text+"\n")
		require.Empty(t, all.faults, text)
		assert.Equal(t, want, all.records[0].Household.Members[0].Born, text)
	}
	for _, text := range []string{"1968-02-30", "02/03/1968", "68-3-2", "1968-03", "24899", "1968-03-02 08:00", "196832", "1968--3-2x"} {
		assert.Equal(t, []string{"date-format"}, codes(readAll(t, "household,division,member,born\na,430223,m,"+text+"\n")), text)
	}
}

// Full-width characters are not guessed at: the fault says that they are there.
func TestFullWidthCharacters(t *testing.T) {
	for _, row := range []string{"a,430223,m,１９６８-03-02,,,", "a,430223,m,1968－03－02,,,", "a,430223,m,1968-03-02,工资,５００,年"} {
		all := readAll(t, "household,division,member,born,income_kind,income_yuan,income_per\n"+row+"\n")
		require.Len(t, all.faults, 1, row)
		assert.Contains(t, all.faults[0].Text(standards.Chinese), "请改为半角", row)
		assert.Contains(t, all.faults[0].Text(standards.English), "full-width", row)
	}
	all := readAll(t, "household,division,member,born,relation\na,430223,m,1968-03-02,其他（说明）\n")
	assert.NotContains(t, all.faults[0].Text(standards.Chinese), "半角")
}

// inUTF16 is text in UTF-16, the low byte first if low.
func inUTF16(text string, low bool) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		pair := [2]byte{byte(unit >> 8), byte(unit)}
		if low {
			pair[0], pair[1] = pair[1], pair[0]
		}
		b.Write(pair[:])
	}
	return b.String()
}

// UTF-16 is read; any other encoding is named, in the header and in later rows.
func TestOtherEncodings(t *testing.T) {
	const plain, chinese = "household,division,member,born\na,430223,m,1968-03-02\n", "户号,县市区,姓名,出生日期\n甲,攸县,张三,1968-03-02\n"
	for _, c := range []struct{ text, kind string }{
		{"\xff\xfe" + inUTF16(chinese, true), "UTF-16LE"},
		{"\xfe\xff" + inUTF16(chinese, false), "UTF-16BE"},
		{inUTF16(plain, true), "UTF-16LE"},
		{inUTF16(plain, false), "UTF-16BE"},
		{inUTF16(chinese, true), "UTF-16LE"},
		{chinese, "UTF-8"},
	} {
		file := register.Open(strings.NewReader(c.text), register.Options{})
		require.NoError(t, file.Err())
		assert.Equal(t, c.kind, file.Kind)
		for record, err := range file.Records() {
			require.NoError(t, err)
			assert.Equal(t, standards.Day(1968, time.March, 2), record.Household.Members[0].Born)
		}
	}
	for _, c := range []struct{ name, text, encoding string }{
		{"GBK", "\xbb\xa7\xba\xc5,\xcf\xd8\xca\xd0\xc7\xf8,\xd0\xd5\xc3\xfb\n\xbc\xd7,\xd8\xfc\xcf\xd8,m\n", "GB18030"},
		{"GBK in a row", plain + "b,\xd8\xfc\xcf\xd8,m,1968-03-02\n", "GB18030"},
		{"UTF-16 in a row", plain + inUTF16("b,430223,m,1968-03-02\n", true), "UTF-16"},
		{"half a pair", "\xff\xfe" + inUTF16(chinese, true) + "\x00\xd8", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := readAll(t, c.text)
			require.NotEmpty(t, all.faults)
			assert.Equal(t, "encoding", all.faults[0].Code)
			assert.Equal(t, c.encoding, all.faults[0].Detail)
			assert.Contains(t, all.faults[0].Text(standards.Chinese), "CSV UTF-8")
		})
	}
}

// What is no text is named, with what to do.
func TestFilesThatAreNoText(t *testing.T) {
	for begins, want := range map[string]string{
		"PK\x03\x04\x14\x00": "examples/office", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ".xls）", "<html><table>": "HTML", "<?xml version": "XML", "%PDF-1.4": "PDF",
	} {
		all := readAll(t, begins+"rest of it\n")
		require.Len(t, all.faults, 1)
		assert.Equal(t, "no-text", all.faults[0].Code)
		assert.Contains(t, all.faults[0].Text(standards.Chinese), want)
		assert.NotEqual(t, all.faults[0].Text(standards.Chinese), all.faults[0].Text(standards.English))
	}
}

// Household cells that are blank on later rows inherit, and those that say something else are
// faults.
func TestBlankHouseholdCellsInherit(t *testing.T) {
	all := readAll(t, "household,division,residence,property,member,born\r\na,430223,rural,within,m,1968-03-02\r\n,,,,n,1970-01-01\r\na,,,,o,1971-01-01\r\n"+
		"a,攸县,农村,,p,1972-01-01\r\n,,urban,,q,1973-01-01\r\n\r\n,,,\r\n\r\n")
	assert.Equal(t, []string{"disagrees"}, codes(all))
	assert.Equal(t, 6, all.faults[0].Line)
	assert.Equal(t, "urban", all.faults[0].Value)
	assert.Equal(t, 5, all.rows)
}

func TestWideIncome(t *testing.T) {
	all := readAll(t, "household,division,member,born,工资性收入,经营净收入,转移净收入,收入周期\na,430223,m,1968-03-02,500,0,20.50,月\na,,n,1970-01-01,,,,\na,,o,1970-01-01,0,,,\n")
	require.Empty(t, all.faults)
	members := all.records[0].Household.Members
	assert.Equal(t, []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(500_00, standards.PerMonth)}, {Kind: standards.Transfer, Amount: standards.Fen(20_50, standards.PerMonth)}},
		members[0].Income)
	assert.Nil(t, members[1].Income, "not stated")
	assert.Equal(t, []assistance.Income{}, members[2].Income, "none")
}

// What is given away does not share memory that another household, or another member, would write
// to.
func TestHouseholdsAreTheirOwn(t *testing.T) {
	all := readAll(t, "household,division,member,born,income_kind,income_yuan,income_per\na,430223,m,1968-03-02,wages,1,year\n,,n,1970-01-01,transfer,2,year\n,,m,,other,3,year\n"+
		",,,,business,4,year\nb,430223,mm,1968-03-02,wages,5,year\n")
	require.Empty(t, all.faults)
	a := all.records[0].Household
	assert.Equal(t, "m", a.Members[0].ID)
	assert.Equal(t, int64(3_00), a.Members[0].Income[1].Amount.Fen())
	assert.Equal(t, int64(4_00), a.Income[0].Amount.Fen())
	_ = append(a.Members[0].Income, assistance.Income{})
	_ = append(a.Income, assistance.Income{})
	assert.Equal(t, int64(2_00), a.Members[1].Income[0].Amount.Fen())
	assert.Equal(t, int64(1_00), a.Members[0].Income[0].Amount.Fen())
}

const identityHeader = "household,division,member,born,id_number,disability_certificate\n"

// A person is one: in his household, in his certificate, and in the register.
func TestWhoIsWho(t *testing.T) {
	const one, other = "11010519491231002X", "430223196803020017"
	for _, c := range []struct {
		name, text string
		codes      []string
		warnings   int
	}{
		{"an x", "a,430223,m,,11010519491231002x,\n", []string{}, 0},
		{"with a certificate", "a,430223,m,,11010519491231002x," + one + "42\n", []string{}, 0},
		{"a replaced certificate", "a,430223,m,," + one + "," + one + "42B1\n", []string{}, 0},
		{"his certificate on a later row", "a,430223,m,," + one + ",\n,,m,,," + one + "42\n", []string{}, 0},
		{"another's certificate", "a,430223,m,," + one + "," + other + "42\n", []string{"disagrees"}, 0},
		{"another's certificate on a later row", "a,430223,m,," + one + ",\n,,m,,," + other + "42\n", []string{"disagrees"}, 0},
		{"a certificate of another day of birth", "a,430223,m,1968-03-02,," + one + "42\n", []string{"disagrees"}, 0},
		{"another number of the same day", "a,430223,m,," + other + ",\n,,m,,43022319680302005X,\n", []string{"disagrees"}, 0},
		{"another day", "a,430223,m,1968-03-02," + one + ",\n", []string{"disagrees"}, 0},
		{"two members", "a,430223,m,," + one + ",\n,,n,," + one + ",\n", []string{"same-person"}, 0},
		{"two households", "a,430223,m,," + one + ",\nb,430223,n,," + one + ",\n", []string{}, 1},
		{"two households, on a later row", "a,430223,m,," + one + ",\nb,430223,n,1949-12-31,,\n,,n,," + one + ",\n", []string{}, 1},
		{"two households, by certificate", "a,430223,m,1949-12-31,," + one + "42\nb,430223,n,," + one + ",\n", []string{}, 1},
		{"three households", "a,430223,m,," + one + ",\nb,430223,n,," + one + ",\nc,430223,n,," + one + ",\n", []string{}, 2},
		{"a household that comes back", "a,430223,m,," + one + ",\nb,430223,n,," + other + ",\na,430223,m,," + one + ",\n", []string{"comes-back"}, 0},
		{"a grade that is none", "a,430223,m,,," + one + "45\n", []string{"certificate", "required"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := readAll(t, identityHeader+c.text)
			assert.Equal(t, c.codes, codes(all))
			warnings := 0
			for _, record := range all.records {
				for _, w := range record.Warnings {
					assert.Equal(t, register.CodeTwice, w.Code)
					assert.NotEmpty(t, w.Value)
					warnings++
				}
			}
			assert.Equal(t, c.warnings, warnings)
		})
	}
	all := readAll(t, identityHeader+"a,430223,m,1949-12-31,,"+one+"42\n")
	assert.Equal(t, disability.Certificate{Category: disability.Physical, Grade: 2}, all.records[0].Household.Members[0].Disability)
}

// An identity number in place of a name tells who somebody is, and of whom none is stated is
// counted.
func TestNumbersInPlaceOfNames(t *testing.T) {
	const one, other = "11010519491231002X", "430223196803020017"
	for _, c := range []struct {
		name, text        string
		codes             []string
		warnings, unknown int
	}{
		{"two households", "a,430223," + one + ",1949-12-31,,\nb,430223," + one + ",1949-12-31,,\n", []string{}, 1, 0},
		{"a small x", "a,430223," + one + ",1949-12-31,,\nb,430223,11010519491231002x,1949-12-31,,\n", []string{}, 1, 0},
		{"a small x in one household", "a,430223," + one + ",1949-12-31,,\na,,11010519491231002x,1949-12-31,,\n", []string{"same-person"}, 0, 1},
		{"a number of its own in another", "a,430223," + one + ",1949-12-31,,\nb,430223,m,," + one + ",\n", []string{}, 1, 0},
		{"on two rows", "a,430223," + one + ",1949-12-31,,\na,," + one + ",,,\n", []string{}, 0, 0},
		{"another check character", "a,430223,110105194912310021,1949-12-31,,\nb,430223,110105194912310021,1949-12-31,,\n", []string{}, 0, 2},
		{"two people", "a,430223," + one + ",1949-12-31,,\nb,430223," + other + ",1968-03-02,,\n", []string{}, 0, 0},
		{"names", "a,430223,m,1949-12-31,,\nb,430223,m,1949-12-31,,\nb,,n,," + other + ",\n", []string{}, 0, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			var codes []string
			warnings, unknown := 0, 0
			for record, err := range register.Read(strings.NewReader(identityHeader + c.text)) {
				var faults register.Errors
				if errors.As(err, &faults) {
					codes = append(codes, faults[0].Code)
				}
				for _, w := range record.Warnings {
					assert.Equal(t, register.CodeTwice, w.Code)
					warnings++
				}
				unknown += record.Unidentified
			}
			assert.Equal(t, c.codes, append([]string{}, codes...))
			assert.Equal(t, c.warnings, warnings)
			assert.Equal(t, c.unknown, unknown)
		})
	}
}

// Nothing is dropped: what stands under no header, and what is kept twice, is said.
func TestNothingIsDropped(t *testing.T) {
	all := readAll(t, "household,division,member,born,\na,430223,m,1968-03-02,\nb,430223,m,1968-03-02,x\nc,430223,m,1968-03-02,,\nd,430223\n")
	assert.Equal(t, []string{"cells", "cells", "required"}, codes(all))
	assert.Equal(t, "x", all.faults[0].Value)
	assert.Equal(t, 4, all.rows)
	all = readAll(t, "household,division,member,born,note,note\na,430223,m,1968-03-02,1,2\n", "note")
	assert.Equal(t, []string{"column-twice"}, codes(all))
	all = readAll(t, "household,division,member,born,note\na,430223,m,1968-03-02,\"1,\"\"2\"\"\"\n", "note")
	require.Len(t, all.records, 1)
	assert.Equal(t, []string{`1,"2"`}, all.records[0].Kept)
	all = readAll(t, "household,division,member,born,note\na,430223,m,1968-03-02,1\n", "note", "note")
	assert.Equal(t, register.Errors{{Line: 1, Column: "note", Code: "column-twice"}}, all.faults, "asked for twice")
	all = readAll(t, "household,division,member,born\na,430223,m,1968-03-02\n", "note")
	assert.Equal(t, []string{"no-column"}, codes(all))
}

// What separates the cells is found, and reads the same.
func TestOtherSeparators(t *testing.T) {
	const text = "户号,县市区,姓名,出生日期,备注\n甲,攸县,张三,1968-03-02,\"a\"\"b\"\n,,,,\n乙,攸县,李四,1990-01-01,\n"
	want := readAll(t, text)
	require.Empty(t, want.faults)
	for _, separator := range []string{"\t", ";", "，", "|"} {
		all := readAll(t, strings.ReplaceAll(text, ",", separator))
		require.Empty(t, all.faults, separator)
		require.Len(t, all.records, len(want.records))
		for i, r := range all.records {
			assert.Equal(t, want.records[i].Household, r.Household, separator)
			assert.Equal(t, want.records[i].Kept, r.Kept, separator)
		}
	}
	for text, code := range map[string]string{
		"household,division,member\ra,430223,m\r": "line-break",
		"household\n":             "no-column",
		"户号 县市区 姓名\na 430223 m\n": "no-header",
	} {
		assert.Equal(t, code, readAll(t, text).faults[0].Code, "%q", text)
	}
}

// What follows in a row that is too long is not taken for a row of its own.
func TestARowThatIsTooLong(t *testing.T) {
	const one = "a,430223,m,1968-03-02\n"
	for _, long := range []string{strings.Repeat("x", 1<<20+1<<18), strings.Repeat("x", 3<<20), strings.Repeat("x,", 1<<20), strings.Repeat(",", 1<<20) + "x"} {
		all := readAll(t, "household,division,member,born\n"+one+"b,"+long+",c\nd,430223,m,1968-03-02\n")
		assert.Equal(t, "row-too-long", all.faults[0].Code)
		assert.Equal(t, 3, all.rows)
		require.Len(t, all.records, 2)
		assert.Equal(t, 4, all.records[1].Line)
		all = readAll(t, "household,division,member,born\n"+one+"b,"+long)
		assert.Equal(t, []string{"row-too-long"}, codes(all))
		assert.Equal(t, 2, all.rows)
	}
}

func TestLittleOrNothing(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                 {"empty-input"},
		"\ufeff":                           {"empty-input"},
		"\n\r\n\n":                         {"empty-input"},
		"household,division,member,born\n": {},
		"household,division,member,born":   {},
		"\ufeffhousehold,division,member,born\r\n\r\n":     {},
		"household,division,member,born\n,,m,1968-03-02\n": {"required"},
	} {
		all := readAll(t, text)
		assert.Empty(t, all.records, text)
		assert.Equal(t, want, codes(all), "%q", text)
	}
}

// No cell is dropped: what is said of a member needs one, and what is said again must agree.
func TestNoCellIsDropped(t *testing.T) {
	const header = "household,division,member,born,disability_category,disability_grade,long_term_care,serious_illness,cannot,weight,living_allowance_yuan\n"
	const first = "a,430223,m,1990-01-01,,,,,,,\n"
	for name, row := range map[string]struct{ text, column, code string }{
		"a certificate without a member":       {first + ",,,,physical,1,,,,,\n", "member", "required"},
		"an illness without a member":          {first + ",,,,,,,yes,,,\n", "member", "required"},
		"an allowance without a member":        {first + ",,,,,,,,,,90\n", "member", "required"},
		"other activities on a later row":      {"a,430223,m,1990-01-01,,,,,eating,,\n,,m,,,,,,bathing bed,,\n", "cannot", "disagrees"},
		"no activity on a later row":           {"a,430223,m,1990-01-01,,,,,eating,,\n,,m,,,,,,flying,,\n", "cannot", "not-a-value"},
		"separators alone":                     {"a,430223,m,1990-01-01,,,,,、,,\n", "cannot", "not-a-value"},
		"no answer, and no certificate":        {"a,430223,m,1990-01-01,,,rubbish,,,,\n", "long_term_care", "not-a-value"},
		"a weight with a sign":                 {"a,430223,m,1990-01-01,,,,,,+5,\n", "weight", "number-range"},
		"a grade with a sign":                  {"a,430223,m,1990-01-01,physical,+1,,,,,\n", "disability_grade", "number-range"},
		"an allowance above what is possible":  {"a,430223,m,1990-01-01,,,,,,,100000000001\n", "living_allowance_yuan", "money-range"},
		"an allowance of too many decimals":    {"a,430223,m,1990-01-01,,,,,,,1.234\n", "living_allowance_yuan", "money-format"},
		"the same activities in another order": {"a,430223,m,1990-01-01,,,,,eating bed,,\n,,m,,,,,,bed eating,,\n", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			all := readAll(t, header+row.text)
			if row.code == "" {
				assert.Empty(t, all.faults)
				return
			}
			require.NotEmpty(t, all.faults)
			assert.Equal(t, row.column, all.faults[0].Column)
			assert.Equal(t, row.code, all.faults[0].Code)
		})
	}
}

// The need for care may stand on another row than the certificate.
func TestCareBeforeTheCertificate(t *testing.T) {
	all := readAll(t, "household,division,member,born,disability_category,disability_grade,long_term_care\na,430223,m,1990-01-01,,,yes\n,,m,,physical,1,\n,,n,1990-01-01,,,yes\n")
	require.Empty(t, all.faults)
	assert.Equal(t, standards.Yes, all.records[0].Household.Members[0].Disability.LongTermCare)
	assert.Zero(t, all.records[0].Household.Members[1].Disability)
}

// Registers write 无 where there is no certificate. It agrees with nothing that states one, on the
// same row or a later one.
func TestNoCertificate(t *testing.T) {
	const number = "11010519491231002X42"
	for _, c := range []struct {
		name, rows string
		codes      []string
		column     string
	}{
		{"in all columns", "甲,攸县,张三,1949-12-31,无,无,无\n", []string{}, ""},
		{"in one column", "甲,攸县,张三,1949-12-31,,无,\n", []string{}, ""},
		{"again on a later row", "甲,攸县,张三,1949-12-31,无,无,无\n甲,,张三,,无,无,无\n甲,,张三,,,,\n", []string{}, ""},
		{"a grade beside it", "甲,攸县,张三,1949-12-31,无,一级,\n", []string{"disagrees"}, "残疾类别"},
		{"a category beside it", "甲,攸县,张三,1949-12-31,肢体,无,\n", []string{"disagrees"}, "残疾类别"},
		{"both, and no number", "甲,攸县,张三,1949-12-31,肢体,一级,无\n", []string{"disagrees"}, "残疾证号"},
		{"a number beside it", "甲,攸县,张三,1949-12-31,,无," + number + "\n", []string{"disagrees"}, "残疾证号"},
		{"before it", "甲,攸县,张三,1949-12-31,肢体,一级,\n甲,,张三,,无,,\n", []string{"disagrees"}, "残疾类别"},
		{"after it", "甲,攸县,张三,1949-12-31,,,无\n甲,,张三,,肢体,二级,\n甲,,张三,,,,\n", []string{"disagrees"}, "残疾类别"},
		{"of another member", "甲,攸县,张三,1949-12-31,无,无,无\n甲,,李四,1990-01-01,肢体,二级,\n", []string{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := readAll(t, "户号,县市区,姓名,出生日期,残疾类别,残疾等级,残疾证号\n"+c.rows)
			assert.Equal(t, c.codes, codes(all))
			if len(c.codes) > 0 {
				assert.Equal(t, c.column, all.faults[0].Column)
				return
			}
			assert.Equal(t, disability.Certificate{}, all.records[0].Household.Members[0].Disability)
		})
	}
}

// Where households have ids, the name of the head is no second one.
func TestTheNameOfTheHeadBesideAnID(t *testing.T) {
	for _, header := range []string{"户号,户主姓名,县市区,姓名,出生日期\n", "户主姓名,户号,县市区,姓名,出生日期\n"} {
		row := "1,张三,攸县,李四,1990-01-01\n2,张三,攸县,王五,1990-01-01\n"
		if strings.HasPrefix(header, "户主") {
			row = "张三,1,攸县,李四,1990-01-01\n张三,2,攸县,王五,1990-01-01\n"
		}
		all := readAll(t, header+row)
		require.Empty(t, all.faults)
		require.Len(t, all.records, 2)
		assert.Equal(t, "1", all.records[0].Household.ID)
	}
}

// The name of the head is checked where households have ids: a row whose id was left out is not
// taken for one of the household before it.
func TestAnotherHeadIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		line       int // of the fault; 0: none
	}{
		{"an id left out", "1,张三,攸县,张三,1990-01-01\n,王五,,王五,1980-01-01\n", 3},
		{"an id that is another's", "1,张三,攸县,张三,1990-01-01\n1,张三,,李四,1980-01-01\n1,王五,,王五,1980-01-01\n", 4},
		{"the first is blank", "1,,攸县,张三,1990-01-01\n1,张三,,李四,1980-01-01\n1,王五,,王五,1980-01-01\n", 4},
		{"blank on later rows", "1,张三,攸县,张三,1990-01-01\n,,,李四,1980-01-01\n", 0},
		{"again", "1,张三,攸县,张三,1990-01-01\n1,张三,,李四,1980-01-01\n2,王五,攸县,王五,1980-01-01\n", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := readAll(t, "户号,户主姓名,县市区,姓名,出生日期\n"+c.rows)
			if c.line == 0 {
				assert.Empty(t, all.faults)
				return
			}
			assert.Equal(t, register.Errors{{Line: c.line, Column: "户主姓名", Value: "王五", Code: "disagrees"}}, all.faults)
			assert.Empty(t, all.records)
		})
	}
}

// Two applicants in one household may be two families: with ids that is warned of, and where the
// name of the head is the id it is refused.
func TestTwoApplicants(t *testing.T) {
	const rows = "张三,攸县,户主,甲,1990-01-01\n张三,,配偶,乙,1990-01-01\n,,申请人,丙,1980-01-01\n,,配偶,丁,1980-01-01\n"
	want := &register.Error{Line: 4, Column: "与户主关系", Value: "申请人", Code: register.CodeApplicants, Detail: "2"}
	all := readAll(t, "户号,县市区,与户主关系,姓名,出生日期\n"+rows)
	require.Empty(t, all.faults)
	require.Len(t, all.records, 1)
	assert.Equal(t, register.Errors{want}, all.records[0].Warnings)
	assert.Equal(t, "第 4 行，列“与户主关系”：本户已有一名成员是户主（申请人），可能是两户混在一起：“申请人”（另一名在第 2 行）", want.Text(standards.Chinese))
	assert.Contains(t, want.Text(standards.English), "line 4")
	assert.Contains(t, want.Text(standards.English), "(the other on line 2)")
	all = readAll(t, "户主姓名,县市区,与户主关系,姓名,出生日期\n"+rows)
	assert.Equal(t, register.Errors{want}, all.faults)
	assert.Equal(t, 4, all.rows)
	const one = "张三,攸县,户主,甲,1990-01-01\n张三,,配偶,乙,1990-01-01\n张三,,户主,甲,\n李四,攸县,本人,丙,1980-01-01\n"
	all = readAll(t, "户主姓名,县市区,与户主关系,姓名,出生日期\n"+one)
	assert.Empty(t, all.faults, "one on two rows, and one in another household")
	assert.Len(t, all.records, 2)
}

// An id that is only kept is not read: then the name of the head is what tells households apart.
func TestTheNameOfTheHeadBesideAKeptID(t *testing.T) {
	all := readAll(t, "户号,户主姓名,县市区,姓名,出生日期\n1,张三,攸县,李四,1990-01-01\n", "户号")
	require.Empty(t, all.faults)
	require.Len(t, all.records, 1)
	assert.Equal(t, "1", all.records[0].Household.ID, "a column that is kept is read all the same")
	assert.Equal(t, []string{"1", "张三"}, all.records[0].Kept)
}
