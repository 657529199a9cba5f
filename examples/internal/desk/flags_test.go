package desk

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const small = "household,division,residence,property,member,born,own_income_month_yuan,note\n" +
	"a,430211,urban,within,m,1990-01-01,0,first\n,,,,n,2015-01-01,,\nb,nowhere,urban,within,m,1990-01-01,,\nc,430211,urban,,m,1990-01-01,0,third\n"

// ran runs the program on a register and returns what it wrote and said.
func ran(t *testing.T, register string, args ...string) (code int, out, messages string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	args = append([]string{"-on", "2020-10-01", "-lang", "en"}, args...)
	code = caserun(context.Background(), append(args, "-"), strings.NewReader(register), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func table(t *testing.T, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	var list []map[string]string
	for _, row := range rows[1:] {
		one := map[string]string{}
		for i, name := range rows[0] {
			one[name] = row[i]
		}
		list = append(list, one)
	}
	return list
}

func TestColumnsOfTheDecisions(t *testing.T) {
	code, out, _ := ran(t, small, "-keep", "note")
	assert.Equal(t, 1, code, "one is refused")
	header, _, _ := strings.Cut(out, "\n")
	assert.Equal(t, "household,division,residence,weight,category,people,dibao_verdict,dibao_yuan,dibao_bound,tekun,single_person_yuan,living_yuan,nursing_yuan,"+
		"total_yuan,total_bound,reason,reason_text,assumed,needs,note,difference_yuan", header)
	rows := table(t, out)
	require.Len(t, rows, 2)
	assert.Equal(t, "dibao", rows[0]["category"])
	assert.Equal(t, "2", rows[0]["people"])
	assert.NotEmpty(t, rows[0]["reason"])
	assert.Equal(t, "first", rows[0]["note"])
	assert.Equal(t, "property", rows[1]["needs"])
}

func TestOneRowAPerson(t *testing.T) {
	_, out, _ := ran(t, small, "-members", "-keep", "note")
	rows := table(t, out)
	require.Len(t, rows, 3)
	assert.Equal(t, "m", rows[0]["member"])
	assert.Equal(t, "n", rows[1]["member"])
}

// A column that carries nothing that decides is passed through, and that is said; one that does, and
// is not known, refuses the register, whatever -keep says.
func TestUnknownColumns(t *testing.T) {
	_, out, messages := ran(t, small)
	assert.Equal(t, "first", table(t, out)[0]["note"])
	assert.Contains(t, messages, "columns that are passed through and decide nothing: note\n")
	for _, args := range [][]string{nil, {"-keep", "退休金"}} {
		code, out, messages := ran(t, strings.Replace(small, "note", "退休金", 1), args...)
		assert.Equal(t, 1, code)
		assert.Empty(t, table(t, out))
		assert.Contains(t, messages, `column "退休金": this column carries what decides`)
	}
}

func TestAssumedIsCounted(t *testing.T) {
	_, out, messages := ran(t, small, "-keep", "note", "-assume", "property=within")
	assert.Equal(t, "dibao", table(t, out)[1]["category"])
	assert.Contains(t, messages, "-assume filled 1 in all")
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	decisions, rejects := filepath.Join(dir, "d.csv"), filepath.Join(dir, "r.txt")
	code, out, messages := ran(t, small, "-keep", "note", "-o", decisions, "-rejects", rejects)
	assert.Equal(t, 1, code)
	assert.Empty(t, out)
	assert.NotContains(t, messages, "nowhere")
	written, err := os.ReadFile(decisions)
	require.NoError(t, err)
	text, marked := strings.CutPrefix(string(written), "\ufeff")
	assert.True(t, marked)
	assert.Len(t, table(t, text), 2)
	refused, err := os.ReadFile(rejects)
	require.NoError(t, err)
	assert.Contains(t, string(refused), "line 4")
	assert.Contains(t, string(refused), "nowhere")
}

// What only the law's own checks find, such as a birth after the day, is refused with line, column and value as well.
func TestRefusedByTheDay(t *testing.T) {
	code, _, messages := ran(t, "户号,县市区,姓名,出生日期,自理能力,不能自理项目\na,天元区,m,1990-01-01,,\n,,n,2020-10-02,,\n,,o,1950-01-01,能自理,洗澡\n")
	assert.Equal(t, 1, code)
	assert.Contains(t, messages, `standard input, household a: line 3, column "出生日期": date out of range: "2020-10-02"`)
	assert.Contains(t, messages, `standard input, household a: line 4, column "自理能力": does not agree with another field: "full"`)
	assert.NotContains(t, messages, "members[")
}

func TestTheSameSeedGivesTheSameRegister(t *testing.T) {
	assert.Equal(t, generated(t), generated(t))
}
