package register_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// Nothing of one household is left in the next.
func TestNothingIsLeftOfTheHouseholdBefore(t *testing.T) {
	const header = "household,division,member,born,income_kind,income_yuan,income_per,account\n"
	records, faults := openAll(t, header+
		"a,430223,,,business,1,year,9\na,,m,1990-01-01,wages,2,year,1\na,,n,1991-01-01,,,,2\n"+
		"b,430223,m,1990-01-01,,,,1\n", register.Options{})
	require.Empty(t, faults)
	require.Len(t, records, 2)
	assert.Equal(t, 1, records[0].KeptElseOf, "the account of the household is that of no member")
	b := records[1]
	assert.Equal(t, 0, b.KeptElseOf)
	assert.Equal(t, 0, b.KeptElse)
	assert.Equal(t, []string{"1"}, b.KeptOf(0))
	assert.Nil(t, b.KeptOf(1))
	assert.Nil(t, b.Household.Income)
	require.Len(t, b.Household.Members, 1)
	assert.Nil(t, b.Household.Members[0].Income)
}

// A record has what its household states and no more: without columns to keep, Kept is nil, and
// without members Members is.
func TestWhatARecordDoesNotHave(t *testing.T) {
	records, _ := openAll(t, "户号,县市区,姓名,出生日期\n甲,攸县,张三,1990-01-01\n乙,攸县,,\n", register.Options{})
	require.Len(t, records, 2)
	assert.Nil(t, records[0].Kept)
	assert.Nil(t, records[1].Household.Members)
}

// The records of a file are read once.
func TestRecordsAreReadOnce(t *testing.T) {
	file := register.Open(strings.NewReader("户号,县市区,姓名,出生日期\n甲,攸县,张三,1990-01-01\n"), register.Options{})
	records, faults := all(t, file)
	assert.Len(t, records, 1)
	assert.Empty(t, faults)
	records, faults = all(t, file)
	assert.Empty(t, records)
	assert.Empty(t, faults)
}

// Rows that state no household are each refused for that alone.
func TestRowsWithoutAnID(t *testing.T) {
	records, faults := openAll(t, "户主姓名,县市区,保障人数\n,攸县,1\n,攸县,2\n张三,攸县,2\n", register.Options{})
	assert.Equal(t, register.Errors{{Line: 2, Column: "户主姓名", Code: "required"}, {Line: 3, Column: "户主姓名", Code: "required"}}, faults)
	require.Len(t, records, 3)
	for _, r := range records {
		assert.Empty(t, r.Warnings)
		assert.Equal(t, 1, r.Rows)
	}
}

// What a refused household is paid is known unless its rows differ in it.
func TestWhatARefusedHouseholdIsPaid(t *testing.T) {
	const header = "户号,县市区,姓名,出生日期,低保金,合计金额\n"
	for rows, want := range map[string]bool{
		"甲,攸县,张三,1990-01-01,400,500\n甲,天元区,李四,1990-01-01,,\n": true, "甲,攸县,张三,1990-01-01,400,500\n甲,,李四,1990-01-01,x,\n": true,
		"甲,攸县,张三,1990-01-01,400,500\n甲,,李四,1990-01-01,401,\n": false, "甲,攸县,张三,1990-01-01,400,500\n甲,,李四,1990-01-01,,501\n": false,
		"甲,攸县,张三,1990-01-01,400,500\n甲,,李四,1990-01-01,x,501\n": false,
	} {
		records, faults := openAll(t, header+rows, register.Options{})
		require.NotEmpty(t, faults, rows)
		if want {
			assert.Equal(t, yuan(500), records[0].Paid, rows)
			assert.Equal(t, register.PaidOf{Dibao: yuan(400)}, records[0].PaidOf, rows)
			continue
		}
		assert.Equal(t, standards.Amount{}, records[0].Paid, rows)
		assert.Equal(t, register.PaidOf{}, records[0].PaidOf, rows)
	}
}

// A kept cell that differs is counted, by the first row and by that of its own member.
func TestKeptCellsThatDiffer(t *testing.T) {
	const first = "甲,攸县,张三,1990-01-01,1,x\n甲,,李四,1990-01-01,2,y\n"
	for _, c := range []struct {
		name, rows    string
		elsewhere, of int
	}{
		{"nothing differs", "", 2, 0},
		{"the second's own again", "甲,,李四,,2,y\n", 4, 0},
		{"the second with what is the first's", "甲,,李四,,1,x\n", 2, 2},
		{"the first with what is the second's", "甲,,张三,,2,y\n", 4, 2},
		{"one of two cells", "甲,,李四,,2,z\n", 4, 1},
		{"blank", "甲,,李四,,,\n", 2, 0},
		{"the household's own row, of the second's", "甲,,,,2,\n", 3, 0},
		{"the household's own row, of nobody's", "甲,,,,3,\n", 3, 1},
		{"the household's own row, in another column", "甲,,,,,2\n", 3, 1},
		{"the household's own row, blank", "甲,,,,,\n", 2, 0},
	} {
		records, faults := openAll(t, "户号,县市区,姓名,出生日期,账号,备注\n"+first+c.rows, register.Options{})
		require.Empty(t, faults)
		assert.Equal(t, c.elsewhere, records[0].KeptElse, c.name)
		assert.Equal(t, c.of, records[0].KeptElseOf, c.name)
	}
}

// Of rows without a member as many kept cells are compared as a household has members, in each
// column; what stands beyond them is counted, though a member may have it.
func TestManyRowsWithoutAMember(t *testing.T) {
	for _, c := range []struct {
		own, want int
		last      string
	}{{100, 0, ""}, {101, 2, ""}, {103, 6, ""}, {100, 0, "甲,,张三,,1,x\n"}, {100, 0, "甲,,,,,\n"}, {100, 1, "甲,,,,1,\n"}} {
		text := "户号,县市区,姓名,出生日期,账号,备注\n甲,攸县,张三,1990-01-01,1,x\n" + strings.Repeat("甲,,,,1,x\n", c.own) + c.last
		records, faults := openAll(t, text, register.Options{})
		require.Empty(t, faults)
		assert.Equal(t, c.want, records[0].KeptElseOf, c)
		assert.Zero(t, records[0].KeptElse)
	}
}

// The memory that is taken goes with the length of the register.
func TestTheMemoryOfARegister(t *testing.T) {
	var text strings.Builder
	text.WriteString("户号,县市区,姓名,出生日期,备注\n")
	for i := range 2000 {
		fmt.Fprintf(&text, "户%d,攸县,张三,1990-01-01,%s\n", i, strings.Repeat("x", 300))
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	records, faults := openAll(t, text.String(), register.Options{})
	runtime.ReadMemStats(&after)
	require.Empty(t, faults)
	require.Len(t, records, 2000)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(40*text.Len()))
}
