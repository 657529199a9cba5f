package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

const supplement = "../testdata/youxian-2020.json"

// command runs the program on a database and returns its exit code and what it said.
func command(t *testing.T, db, stdin, args string) (code int, said, complained string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), append([]string{"-lang", "en", "-db", db}, strings.Fields(args)...), strings.NewReader(stdin), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// fileYear files decisions on three families, and families of every sort, for each month of 2020.
func fileYear(t *testing.T, db string) (filed int) {
	t.Helper()
	const three = `{"id":"rural","division":"430223","residence":"rural","property":"within","members":[{"id":"x","born":"1968-03-02","income":[{"kind":"wages","yuan":"100.00","per":"month"}]}]}
{"id":"city","division":"Tianyuan","residence":"urban","property":"within","members":[{"id":"x","born":"1968-03-02","income":[]}]}
{"id":"open","division":"430223","members":[{"id":"x","born":"1990-01-01"}]}
`
	families := assistancetest.NewGenerator(1)
	for month := 1; month <= 12; month++ {
		text := three
		set, err := standards.At(standards.Day(2020, time.Month(month), 1))
		require.NoError(t, err)
		for i := range 5 {
			h := families.Household(set)
			h.ID = fmt.Sprintf("g-%d-%d", month, i)
			line, err := json.Marshal(h)
			require.NoError(t, err)
			text += string(line) + "\n"
		}
		code, said, complained := command(t, db, text, fmt.Sprintf("-on 2020-%02d-01 -tables %s -", month, supplement))
		require.Equal(t, cli.OK, code, complained)
		assert.Equal(t, "decisions filed: 8\n", said)
		filed += 8
	}
	return filed
}

// changed is the supplement with one text put in place of another.
func changed(t *testing.T, before, after string) string {
	t.Helper()
	content, err := os.ReadFile(supplement)
	require.NoError(t, err)
	require.Contains(t, string(content), before)
	name := filepath.Join(t.TempDir(), "changed.json")
	require.NoError(t, os.WriteFile(name, bytes.Replace(content, []byte(before), []byte(after), 1), 0o600))
	return name
}

func TestAYearOfDecisionsIsMadeAgain(t *testing.T) {
	db := filepath.Join(t.TempDir(), "decisions.db")
	filed := fileYear(t, db)
	code, said, _ := command(t, db, "", "-verify 2020")
	assert.Equal(t, cli.OK, code)
	assert.Contains(t, said, fmt.Sprintf("decisions made again: %d\n  same: %d\n", filed, filed))
	assert.NotContains(t, said, "could not")

	// Of those in Youxian one rests on the months of grace; the standards of other places are the same.
	code, said, _ = command(t, db, "", "-verify 2020 -tables "+changed(t, `"count":12`, `"count":11`))
	assert.Equal(t, cli.Refused, code)
	assert.Contains(t, said, fmt.Sprintf("decisions made again: %d\n", filed))
	assert.Regexp(t, `\n  same: [1-9]\d*\n  decided alike, under standards that are not those they name: [1-9]\d*\n  differ: 1\n`+
		`differ by this row, 1: grace-months@430223/rural was 12 and is 11 \(tables file youxian-2020, item 4\)\n$`, said)

	code, said, _ = command(t, db, "", "-verify 2020 -tables "+changed(t, "4800.00", "5000.00"))
	assert.Equal(t, cli.Refused, code)
	assert.Regexp(t, `differ by this row, \d+: dibao-line@430223/rural was 4800.00 yuan a year and is 5000.00 yuan a year \(tables file youxian-2020, item 1\)\n`, said)

	code, said, _ = command(t, db, "", "-verify 2019")
	assert.Equal(t, cli.OK, code)
	assert.Contains(t, said, "decisions made again: 0\n")
}

// What is refused is told, and the rest is filed.
func TestWhatIsRefusedIsNotFiled(t *testing.T) {
	db := filepath.Join(t.TempDir(), "decisions.db")
	code, said, complained := command(t, db, `{"id":"a","division":"nowhere","members":[]}
{"id":"b","division":"Tianyuan","members":[{"id":"x","born":"1968-03-02"}]}`, "-on 2020-10-01 -")
	assert.Equal(t, cli.Refused, code)
	assert.Equal(t, "decisions filed: 1\n", said)
	assert.Contains(t, complained, `line 1, household a: unknown place: "nowhere" at division`)
}

// A record that was tampered with is no longer verified.
func TestTampering(t *testing.T) {
	for _, c := range []struct {
		statement, want string
	}{
		{`UPDATE decision SET decision = replace(decision, '"dataVersion":"', '"dataVersion":"x')`, "decided alike, under standards that are not those they name: 3\n"},
		{`UPDATE household SET stated = replace(stated, '100.00', '101.00')`, "differ: 1\n"},
		{`UPDATE household SET stated = replace(stated, '"rural"', '"none"')`, "could not be made again: 1\n"},
		{`UPDATE tables_file SET content = replace(content, '4800', '4900')`, "is not the one that was filed"},
	} {
		db := filepath.Join(t.TempDir(), "decisions.db")
		code, _, complained := command(t, db, `{"id":"a","division":"430223","residence":"rural","property":"within","members":[{"id":"x","born":"1968-03-02","income":[{"kind":"wages","yuan":"100.00","per":"month"}]}]}
{"id":"b","division":"Tianyuan","members":[{"id":"x","born":"1968-03-02"}]}
{"id":"c","division":"Hetang","members":[{"id":"x","born":"1968-03-02"}]}`, "-on 2020-10-01 -tables "+supplement+" -")
		require.Equal(t, cli.OK, code, complained)
		file, err := sql.Open("sqlite", db)
		require.NoError(t, err)
		_, err = file.ExecContext(t.Context(), c.statement)
		require.NoError(t, err)
		require.NoError(t, file.Close())
		code, said, complained := command(t, db, "", "-verify 2020")
		assert.Equal(t, cli.Refused, code)
		assert.Contains(t, said+complained, c.want, c.statement)
	}
}

// The columns are texts that can be asked for, and come back as they were.
func TestColumns(t *testing.T) {
	db := filepath.Join(t.TempDir(), "decisions.db")
	fileYear(t, db)
	a, err := open(t.Context(), db)
	require.NoError(t, err)
	var on standards.Date
	var division standards.Place
	var category benefit.Category
	var bound standards.Bound
	var digest, input standards.Digest
	row := a.db.QueryRowContext(t.Context(), `SELECT decided_for, division, category, total_bound, standards, input FROM decision
		WHERE household = ? AND decided_for >= ? AND category = ?`, "rural", standards.Day(2020, 12, 1), benefit.CategoryDibao)
	require.NoError(t, row.Scan(&on, &division, &category, &bound, &digest, &input))
	assert.Equal(t, standards.Day(2020, 12, 1), on)
	assert.Equal(t, standards.Youxian, division)
	assert.Equal(t, standards.Exactly, bound)
	assert.NotZero(t, digest)
	var words string
	require.NoError(t, a.db.QueryRowContext(t.Context(), "SELECT group_concat(DISTINCT typeof(category)) FROM decision").Scan(&words))
	assert.Equal(t, "text", words, "no enum's number is stored")
	_, err = a.db.ExecContext(t.Context(), "INSERT INTO tables_file VALUES (?, ?, ?, ?)", digest, "x", "draft", standards.Fen(1, standards.PerMonth))
	assert.ErrorContains(t, err, "it has no one form as a column")
	require.NoError(t, a.close())
}

func TestMisuse(t *testing.T) {
	for args, want := range map[string]string{
		"":                         "-on must name the day",
		"-on 2020-10-01":           "-on must name the day",
		"-verify 20":               "-verify is a year",
		"-verify 2020 x":           "can stand beside -verify",
		"-on 2020-10-01 none.json": "none.json",
	} {
		code, said, complained := command(t, filepath.Join(t.TempDir(), "x.db"), "", args)
		assert.Equal(t, cli.Usage, code, args)
		assert.Contains(t, said+complained, want, args)
	}
	var stderr bytes.Buffer
	assert.Equal(t, cli.Usage, run(t.Context(), []string{"-lang", "zh"}, nil, &bytes.Buffer{}, &stderr))
	assert.Contains(t, stderr.String(), "须用 -db 指明数据库文件")
}
