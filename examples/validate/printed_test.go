package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Registers of each level: a row a person, with what is paid and a household that is refused; a row
// a household; a row a certificate.
const (
	membersRegister = "household,division,residence,property,member,born,relation,income_kind,income_yuan,income_per,paid_yuan\n" +
		"h1,天元区,urban,within,a,1975-01-01,applicant,wages,900,month,200\nh1,,,,b,2010-01-01,minor-child,,,,\n" +
		"h2,荷塘区,rural,,a,1968-03-02,applicant,wages,100,month,300\n" +
		"h3,芦淞区,urban,within,a,1990-01-01,applicant,wages,50,month,900\n" +
		"h4,nowhere,urban,within,a,1990-01-01,applicant,wages,50,month,100\n" +
		"h5,攸县,rural,within,a,1950-01-01,applicant,wages,9000,month,\n"
	rosterRegister = "户主姓名,县市区,户籍类别,家庭人口数,保障人数,低保金额\n" +
		"张三,天元区,城市,2,2,9999\n李四,攸县,农村,2,3,100\n李四,攸县,农村,1,1,100\n"
	certificatesRegister = "姓名,出生日期,县市区,残疾证号,残疾类别,残疾等级\n" +
		"张三,1980-01-01,天元区,43021119800101007241,肢体,一级\n"
)

// printed is the file that a program leaves at path, or its output where path is "". Some of the
// input may be refused.
func printed(t *testing.T, path string, args ...string) string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"run"}, args...)...).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		require.Equal(t, 1, exit.ExitCode(), "%s", exit.Stderr)
	} else {
		require.NoError(t, err)
	}
	if path != "" {
		out, err = os.ReadFile(path)
		require.NoError(t, err)
	}
	return string(out)
}

// What caseload writes as a summary is of its schema, whatever a row of the register is.
func TestSummary(t *testing.T) {
	if testing.Short() {
		t.Skip("builds another program")
	}
	of := schemaOf(t, "summary")
	const caseload = "github.com/openminzheng/zhuzhou/examples/caseload"
	for name, c := range map[string]struct {
		register string
		has      string   // what was decided or found
		optional []string // which of the fields that may be missing are there
	}{
		"members":      {membersRegister, `"rows": 4`, []string{"paid"}},
		"generated":    {printed(t, "", caseload, "-generate", "300", "-seed", "1"), `"rows": 300`, []string{"tekunPlacement"}},
		"roster":       {rosterRegister, `"over-line"`, []string{"checks"}},
		"certificates": {certificatesRegister, `"rows": 1`, nil},
	} {
		folder := t.TempDir()
		summary, register := filepath.Join(folder, "summary.json"), filepath.Join(folder, "register.csv")
		require.NoError(t, os.WriteFile(register, []byte(c.register), 0o600))
		text := printed(t, summary, caseload, "-on", "2020-10-01", "-summary", summary, register)
		assert.NoError(t, validate(of, text), name)
		assert.Contains(t, text, c.has, name)
		var fields map[string]json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(text), &fields))
		var optional []string
		for _, field := range []string{"tekunPlacement", "paid", "checks"} {
			if _, ok := fields[field]; ok {
				optional = append(optional, field)
			}
		}
		assert.Equal(t, c.optional, optional, name)
		assertStrict(t, "summary", text, `"complete"`, `"costsInAll"`, `"yuan"`, `"bound"`)
	}
}

// What budget prints is of its schema: amounts a month and a year, percentages, and none that spends
// the budget to the fen.
func TestBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("builds another program")
	}
	of := schemaOf(t, "budget")
	for _, flags := range [][]string{
		{"-figure", "dibao-line@city-five/urban", "-from", "500", "-to", "800", "-budget", "1800",
			"-assume", "property=within"},
		{"-figure", "dibao-line@county-five/rural", "-per", "year", "-from", "4000", "-to", "6000", "-budget", "100"},
		{"-figure", "disability-living@city-five", "-from", "100", "-to", "200", "-budget", "230", "-of", "living"},
		{"-figure", "low-income-multiple@china", "-per", "percent", "-from", "100", "-to", "200", "-step", "5",
			"-budget", "1680"},
	} {
		args := append([]string{"github.com/openminzheng/zhuzhou/examples/budget", "-on", "2020-10-01", "-json"},
			flags...)
		text := printed(t, "", append(args, "../testdata/reform-households.csv")...)
		assert.NoError(t, validate(of, text), flags)
		assertStrict(t, "budget", text, `"complete"`, `"budgetYuan"`, `"spent"`, `"open"`)
	}
}

// assertStrict asserts that the schema refuses a text in which a field has another name.
func assertStrict(t *testing.T, format, text string, fields ...string) {
	t.Helper()
	of := schemaOf(t, format)
	for _, field := range fields {
		other := strings.Replace(text, field, `"other"`, 1)
		require.NotEqual(t, text, other, field)
		assert.Error(t, validate(of, other), field)
	}
}
