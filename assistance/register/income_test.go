package register_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// An income has a kind, an amount, and the period of its row or of its header; months are those of
// the year in which an income a month is had. What is refused states nothing.
func TestIncomesOfARow(t *testing.T) {
	const named = "income_kind,income_yuan,income_per,income_months"
	const wide = "工资性收入（元/年）,经营净收入（元/月）,转移净收入,income_per,income_months"
	wages := func(fen int64, per standards.Period, months int) assistance.Income {
		return assistance.Income{Kind: standards.Wages, Amount: standards.Fen(fen, per), Months: months}
	}
	business := func(fen int64, per standards.Period, months int) assistance.Income {
		return assistance.Income{Kind: standards.Business, Amount: standards.Fen(fen, per), Months: months}
	}
	transfer := func(fen int64, per standards.Period, months int) assistance.Income {
		return assistance.Income{Kind: standards.Transfer, Amount: standards.Fen(fen, per), Months: months}
	}
	for _, c := range []struct {
		header, cells string
		want          []assistance.Income
		column, code  string // what is refused
		value         string
	}{
		{named, ",,,", nil, "", "", ""},
		{named, "wages,5,month,", []assistance.Income{wages(5_00, perMonth, 0)}, "", "", ""},
		{named, "wages,5,year,", []assistance.Income{wages(5_00, perYear, 0)}, "", "", ""},
		{named, "wages,0.01,month,", []assistance.Income{wages(1, perMonth, 0)}, "", "", ""},
		{named, "wages,0,month,", none, "", "", ""},
		{named, "wages,0,,", none, "", "", ""},
		{named, ",0,,", none, "", "", ""},
		{named, ",0,month,", none, "", "", ""},
		{named, "wages,5,,", none, "income_per", "required", ""},
		{named, "wages,5,week,", nil, "income_per", "not-a-value", "week"},
		{named, "wages,5,m,", nil, "income_per", "not-a-value", "m"},
		{named, ",,week,", nil, "income_per", "not-a-value", "week"},
		{named, ",,month,", nil, "", "", ""},
		{named, ",5,month,", nil, "income_kind", "required", ""},
		{named, ",x,month,", nil, "income_kind", "required", ""},
		{named, "wages,,month,", nil, "income_yuan", "required", ""},
		{named, "x,,month,", nil, "income_yuan", "required", ""},
		{named, "x,5,month,", nil, "income_kind", "not-a-value", "x"},
		{named, "x,0,month,", nil, "income_kind", "not-a-value", "x"},
		{named, "wages,x,month,", nil, "income_yuan", "money-format", "x"},
		{named, "wages,5,month,1", []assistance.Income{wages(5_00, perMonth, 1)}, "", "", ""},
		{named, "wages,5,month,12", []assistance.Income{wages(5_00, perMonth, 12)}, "", "", ""},
		{named, "wages,5,month,0", []assistance.Income{wages(5_00, perMonth, 0)}, "income_months", "number-range", "0"},
		{named, "wages,5,month,13", []assistance.Income{wages(5_00, perMonth, 0)}, "income_months", "number-range", "13"},
		{named, "wages,5,month,-1", []assistance.Income{wages(5_00, perMonth, 0)}, "income_months", "number-range", "-1"},
		{named, "wages,5,month,x", []assistance.Income{wages(5_00, perMonth, 0)}, "income_months", "number-range", "x"},
		{named, "wages,5,month,06", []assistance.Income{wages(5_00, perMonth, 0)}, "income_months", "number-range", "06"},
		{named, "wages,5,year,6", []assistance.Income{wages(5_00, perYear, 0)}, "income_months", "not-allowed-here", "6"},

		{wide, ",,,,", nil, "", "", ""},
		{wide, "5,,,,", []assistance.Income{wages(5_00, perYear, 0)}, "", "", ""},
		{wide, ",5,,,", []assistance.Income{business(5_00, perMonth, 0)}, "", "", ""},
		{wide, "0,0,0,,", none, "", "", ""},
		{wide, "5,0,,,", []assistance.Income{wages(5_00, perYear, 0)}, "", "", ""},
		{wide, ",,5,,", none, "income_per", "required", ""},
		{wide, ",,5,year,", []assistance.Income{transfer(5_00, perYear, 0)}, "", "", ""},
		{wide, "5,,,year,", []assistance.Income{wages(5_00, perYear, 0)}, "", "", ""},
		{wide, "5,,,month,", nil, "income_per", "disagrees", "month"},
		{wide, ",5,,year,", nil, "income_per", "disagrees", "year"},
		{wide, ",5,,,6", []assistance.Income{business(5_00, perMonth, 6)}, "", "", ""},
		{wide, ",,5,month,6", []assistance.Income{transfer(5_00, perMonth, 6)}, "", "", ""},
		{wide, "5,,,,6", nil, "income_per", "disagrees", ""},
		{wide, "x,,,,", nil, "工资性收入（元/年）", "money-format", "x"},
		{wide, "x,5,,,", []assistance.Income{business(5_00, perMonth, 0)}, "工资性收入（元/年）", "money-format", "x"},

		// a row that states a kind twice
		{named + ",business_yuan,wages_yuan", "wages,5,month,,,5", nil, "wages_yuan", "income-twice", "5"},
		{named + ",business_yuan,wages_yuan", "wages,5,month,,7,6", nil, "wages_yuan", "income-twice", "6"},
		{named + ",business_yuan,wages_yuan", "wages,5,month,,5,0", []assistance.Income{wages(5_00, perMonth, 0), business(5_00, perMonth, 0)}, "", "", ""},
		{named + ",business_yuan,wages_yuan", "wages,0,month,,,5", []assistance.Income{wages(5_00, perMonth, 0)}, "", "", ""},
	} {
		records, faults := openAll(t, "household,division,member,born,"+c.header+"\n甲,430223,m,1990-01-01,"+c.cells+"\n", register.Options{})
		var want register.Errors
		if c.code != "" {
			want = register.Errors{{Line: 2, Column: c.column, Value: c.value, Code: c.code}}
		}
		assert.Equal(t, want, faults, c)
		assert.Equal(t, c.want, records[0].Household.Members[0].Income, c)
	}
}

// A row that is there twice states its income once: it is refused. Two incomes of one kind that
// differ are two.
func TestIncomesOnSeveralRows(t *testing.T) {
	const header = "household,division,member,born,income_kind,income_yuan,income_per,business_yuan\n"
	twice := func(column, value string) register.Errors {
		return register.Errors{{Line: 3, Column: column, Value: value, Code: "income-twice"}}
	}
	for _, c := range []struct {
		first, second string
		want, wantOf  int // incomes of the member and of the household itself
		faults        register.Errors
	}{
		{"m,1990-01-01,wages,5,month,", "m,,wages,5,month,", 1, 0, twice("income_yuan", "5")},
		{"m,1990-01-01,wages,5,month,", "m,,wages,6,month,", 2, 0, nil},
		{"m,1990-01-01,wages,5,month,", "m,,wages,5,year,", 2, 0, nil},
		{"m,1990-01-01,wages,5,month,", "m,,transfer,5,month,", 2, 0, nil},
		{"m,1990-01-01,wages,5,month,", "n,1990-01-01,wages,5,month,", 1, 0, nil},
		{"m,1990-01-01,wages,5,month,", ",,wages,5,month,", 1, 1, nil},
		{"m,1990-01-01,,,month,5", "m,,,,month,5", 1, 0, twice("business_yuan", "5")},
		{"m,1990-01-01,business,5,month,", "m,,,,month,5", 1, 0, twice("business_yuan", "5")},
		{"m,1990-01-01,,,month,5", "m,,business,5,month,", 1, 0, twice("income_yuan", "5")},
		{"m,1990-01-01,,,month,5", "m,,wages,5,month,7", 3, 0, nil},
	} {
		records, faults := openAll(t, header+"甲,430223,"+c.first+"\n甲,,"+c.second+"\n", register.Options{})
		assert.Equal(t, c.faults, faults, c)
		assert.Len(t, records[0].Household.Members[0].Income, c.want, c)
		assert.Len(t, records[0].Household.Income, c.wantOf, c)
	}
}

// A member has at most a hundred incomes, and so has the household itself.
func TestTooManyIncomes(t *testing.T) {
	for _, member := range []string{"m", ""} {
		var text strings.Builder
		text.WriteString("household,division,member,born,wages_yuan,business_yuan,income_per\n甲,430223,m,1990-01-01,,,\n")
		for i := range 99 {
			fmt.Fprintf(&text, "甲,,%s,,%d,,year\n", member, i+1)
		}
		for rest, want := range map[string]register.Errors{
			"5000,,year": nil, "5000,5000,year": {{Line: 102, Column: "income_yuan", Code: "too-many"}},
		} {
			records, faults := openAll(t, text.String()+"甲,,"+member+",,"+rest+"\n", register.Options{})
			assert.Equal(t, want, faults)
			list := records[0].Household.Income
			if member != "" {
				list = records[0].Household.Members[0].Income
			}
			assert.Len(t, list, map[bool]int{true: 100, false: 99}[want == nil])
		}
	}
}

// An income is refused on the row that states it, whose ever it is.
func TestWhereAnIncomeStands(t *testing.T) {
	records, faults := openAll(t, "household,division,member,born,income_kind,income_yuan,income_per,business_yuan\n"+
		"甲,430223,m,1990-01-01,wages,1,year,2\n甲,,n,1990-01-01,wages,3,year,\n甲,,,,transfer,4,year,\n甲,,m,,transfer,5,year,\n甲,,,,transfer,6,year,7\n", register.Options{})
	require.Empty(t, faults)
	lines := map[string]int{}
	for path := range map[string]bool{"income[0].yuan": true, "income[1].yuan": true, "income[2].yuan": true, "members[0].income[0].yuan": true,
		"members[0].income[1].yuan": true, "members[0].income[2].yuan": true, "members[1].income[0].yuan": true} {
		var located register.Errors
		require.True(t, errors.As(records[0].Locate(assistance.Errors{{Path: path, Code: "x"}}), &located), path)
		lines[path] = located[0].Line
	}
	assert.Equal(t, map[string]int{"income[0].yuan": 4, "income[1].yuan": 6, "income[2].yuan": 6, "members[0].income[0].yuan": 2,
		"members[0].income[1].yuan": 2, "members[0].income[2].yuan": 5, "members[1].income[0].yuan": 3}, lines)
}
