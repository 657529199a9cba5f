package examples_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/hostile"
)

// markedRegister is the name of a register, which pages show.
const markedRegister = "=1+1<script>alert(1)'&\"\x1b[2J\u202e.csv"

// written is a run of a program that writes files. out says what stands on stdout, and files what
// stands in each of its files.
type written struct {
	name  string // of the program
	args  []string
	code  int
	out   func([]byte) error
	files map[string]func([]byte) error
}

// nothing is an empty stdout.
func nothing(text []byte) error {
	if len(text) > 0 {
		return fmt.Errorf("%.100q", text)
	}
	return nil
}

// Whatever a register, a tables file, a flag or the name of a file says, no text breaks out of its
// place in a file that a program writes: the pages and pictures are well formed and hold what such
// pages hold, a spreadsheet computes no cell, JSON is valid, and nothing that moves a cursor or
// fills the screen is shown.
func TestHostileOutputs(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds programs")
	}
	folder := t.TempDir()
	writeMarked(t, folder)
	on := func(args ...string) []string { return append([]string{"-on", "2020-10-01"}, args...) }
	desk := map[string]func([]byte) error{"out.csv": hostile.CSV, "page.html": hostile.HTML, "totals.csv": hostile.CSV,
		"summary.json": hostile.JSON, "rejects.txt": hostile.Text}
	beside := strings.Fields("-o out.csv -page page.html -totals totals.csv -summary summary.json -rejects rejects.txt")
	pages := map[string]func([]byte) error{"out.html": hostile.HTML, "out.svg": hostile.SVG}
	drawn := strings.Fields("-html out.html -chart out.svg")
	kept := "note," + hostile.Controls
	for i, r := range []written{
		{"caseload", on(append(beside, "-tables", "marks.json", "-keep", kept, markedRegister)...), 1, nothing, desk},
		{"caseload", on(append(beside, "-tables", "long.json", "-members", "-keep", kept, "-assume", "property=within", markedRegister)...), 1,
			nothing, desk},
		{"caseload", on("-keep", kept, markedRegister), 1, hostile.CSV, nil},
		{"caseload", on("-o", "out.csv", "-rejects", "rejects.txt", "-keep", "note", "households.csv"), 0, nothing,
			map[string]func([]byte) error{"out.csv": hostile.CSV, "rejects.txt": hostile.Text}},
		{"caseload", on(append(beside, "-keep", "note", "certificates.csv")...), 0, nothing, desk},
		{"reform", on(append(drawn, "-draft", "marks.json", "-households", hostile.Marks+",h1", markedRegister)...), 1, hostile.Text, pages},
		{"reform", on(append(drawn, "-draft", "marks.json", "-draft", "long.json", markedRegister)...), 1, hostile.Text, pages},
		{"reform", on(append(drawn, "-sweep", "dibao-line@city-five/urban=600..620/10", "-draft", "long.json", markedRegister)...), 1,
			hostile.Text, pages},
		{"reform", on("-draft", "marks.json", "-draft", "minus.json", "-csv", markedRegister), 1, hostile.CSV, nil},
		{"reform", on("-draft", "marks.json", "-json", markedRegister), 1, hostile.JSON, nil},
		{"reform", on("-set", "dibao-line@city-five/urban=+10", "-save", "draft.json", "-csv", markedRegister), 1,
			hostile.CSV, map[string]func([]byte) error{"draft.json": hostile.JSON}},
		{"budget", on("-figure", "dibao-line@city-five/urban", "-from", "600", "-to", "610", "-budget", "100", "-tables", "marks.json", markedRegister), 1, hostile.Text, nil},
		{"budget", on("-figure", "dibao-line@city-five/urban", "-from", "600", "-to", "610", "-budget", "100", "-json", "-tables", "long.json", markedRegister), 1, hostile.JSON, nil},
		{"household", on("-html", "-tables", "marks.json", "family.json"), 0, hostile.HTML, nil},
		{"household", on("-html", "-steps", "-tables", "long.json", "family.json"), 0, hostile.HTML, nil},
		{"household", on("-tables", "long.json", "family.json"), 0, shortText, nil},
		{"household", on("-html", "-office", hostile.Marks+hostile.Controls, "-number", hostile.Marks+hostile.Controls, "family.json"), 0,
			hostile.HTML, nil},
		{"household", on("-html", "-office", strings.Repeat("长", 30_000), "-number", strings.Repeat("长", 9_000), "family.json"), 0, hostile.HTML, nil},
		{"household", on("-json", "-steps", "-tables", "marks.json", "family.json"), 0, hostile.JSON, nil},
		{"tables", []string{"-json", "-tables", "marks.json"}, 0, hostile.JSON, nil},
		{"arrears", []string{"-known", "2020-12-31", "-json", "-tables", "marks.json", "accounts.json"}, 0, hostile.JSON, nil},
		{"arrears", []string{"-known", "2020-12-31", "-tables", "long.json", "accounts.json"}, 0, hostile.Text, nil},
		{"cases", []string{"cases.json"}, 1, hostile.Text, nil},
		{"eldercare", on("-csv", "-tables", "targets.json", "institutions.csv"), 1, hostile.CSV, nil},
		{"eldercare", on("-json", "-tables", "targets.json", "institutions.csv"), 1, hostile.JSON, nil},
		{"eldercare", on("-tables", "targets.json", "institutions.csv"), 1, hostile.Text, nil},
	} {
		for _, lang := range []string{"zh", "en"} {
			t.Run(fmt.Sprint(i, " ", r.name, " ", lang), func(t *testing.T) { r.check(t, folder, lang) })
		}
	}
}

// shortText is text that does not fill a screen many times over.
func shortText(text []byte) error {
	if n := bytes.Count(text, []byte("\n")); n > 200 {
		return fmt.Errorf("%d lines", n)
	}
	return hostile.Text(text)
}

func (r written) check(t *testing.T, folder, lang string) {
	var stdout, stderr bytes.Buffer
	command := exec.Command(program(t, folder, r.name), append([]string{"-lang", lang}, r.args...)...)
	command.Dir, command.Stdout, command.Stderr = folder, &stdout, &stderr
	_ = command.Run()
	require.Equal(t, r.code, command.ProcessState.ExitCode(), "%.600s", &stderr)
	assert.NoError(t, hostile.Text(stderr.Bytes()))
	assert.NoError(t, r.out(stdout.Bytes()), "stdout")
	for name, fault := range r.files {
		text, err := os.ReadFile(filepath.Join(folder, name))
		require.NoError(t, err)
		assert.NoError(t, fault(text), name)
		require.NoError(t, os.Remove(filepath.Join(folder, name)))
	}
}

// What machines read keeps the text as it was.
func TestHostileTextsAreKeptForMachines(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds programs")
	}
	folder := t.TempDir()
	writeMarked(t, folder)
	ran := func(name string, args ...string) []byte {
		command := exec.Command(program(t, folder, name), append([]string{"-on", "2020-10-01"}, args...)...)
		command.Dir = folder
		out, _ := command.Output()
		return out
	}
	var decision struct {
		ID      string
		Members []struct{ ID string }
	}
	require.NoError(t, json.Unmarshal(ran("household", "-json", "family.json"), &decision))
	assert.Equal(t, hostile.Marks, decision.ID)
	assert.Equal(t, hostile.Marks, decision.Members[0].ID)

	rows, err := csv.NewReader(bytes.NewReader(ran("caseload", "-keep", "note", markedRegister))).ReadAll()
	require.NoError(t, err)
	var ids, notes []string
	for _, row := range rows {
		ids, notes = append(ids, row[0]), append(notes, row[19])
	}
	assert.Contains(t, ids, hostile.Marks)
	assert.Contains(t, ids, "'"+"@SUM(A1)", "an id that a spreadsheet would compute has an apostrophe before it")
	assert.Contains(t, notes, strings.Repeat("长", 40_000), "no kept text is cut")

	var report struct {
		Subjects []struct{ Name string }
	}
	require.NoError(t, json.Unmarshal(ran("eldercare", "-json", "institutions.csv"), &report))
	var names []string
	for _, s := range report.Subjects {
		names = append(names, s.Name)
	}
	assert.Contains(t, names, hostile.Marks+hostile.Controls)
	assert.Contains(t, names, hostile.Formulas[0])
}

// program is the path of a program, which is built the first time.
func program(t *testing.T, folder, name string) string {
	t.Helper()
	built := filepath.Join(folder, name)
	if _, err := os.Stat(built); err != nil {
		out, err := exec.Command("go", "build", "-o", built, "./"+name).CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	return built
}

// writeMarked writes files in which what can be decided has hostile texts.
func writeMarked(t *testing.T, folder string) {
	t.Helper()
	long := strings.Repeat("长", 40_000)
	targets := tablesFile("targets", long, object{"key": "elder-canteens", "place": "430200", "count": 3, "bound": "at-least",
		"from": "2020-01-01", "until": "2021-01-01", "clause": long})
	files := map[string]any{
		"family.json":   hostileHousehold(hostile.Marks, "applicant"),
		"marks.json":    tablesFile("-A1", hostile.Marks, tablesRow("dibao-line", hostile.Marks)),
		"minus.json":    tablesFile("-A2", hostile.Formulas[0], tablesRow("dibao-line", hostile.Formulas[0])),
		"long.json":     tablesFile("long", long, tablesRow("dibao-line", long)),
		"accounts.json": []any{hostileAccount(hostile.Marks, hostile.Marks)},
		"targets.json":  targets,
		"cases.json":    object{"cases": hostileCases([]string{hostile.Marks})},
	}
	for name, value := range files {
		data, err := json.Marshal(value)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), data, 0o600))
	}
	texts := append([]string{hostile.Marks, hostile.Controls, hostile.Marks + "\n" + hostile.Marks, strings.Repeat("长", 40_000)}, hostile.Formulas...)
	writeCSV(t, folder, markedRegister, markedRows(texts))
	heads := [][]string{{"户主姓名", "保障人数", "月保障金额", "县市区", "户口性质", "note"}}
	certificates := [][]string{{"姓名", "县市区", "残疾证号", "出生日期", "户口性质", "note"}}
	institutions := [][]string{{"kind", "place", "name", "meets_standard", "beds", "nursing_beds"}}
	for i, text := range texts {
		name := []string{hostile.Marks, "=1+1", "张三"}[min(i, 2)]
		heads = append(heads, []string{name, "2", "300", "天元区", "城镇", text})
		certificates = append(certificates, []string{name, "天元区", certificate(i), fmt.Sprintf("1980-03-%02d", i%28+1), "城镇", text})
		institutions = append(institutions, []string{"institution", "天元区", text, "yes", "100", "66"})
	}
	institutions = append(institutions, []string{"institution", "天元区", hostile.Marks + hostile.Controls, "yes", "100", "66"})
	writeCSV(t, folder, "households.csv", heads)
	writeCSV(t, folder, "certificates.csv", certificates)
	writeCSV(t, folder, "institutions.csv", institutions)
}

// markedRows are a register with ids and kept texts that are hostile, and with a household that is refused.
func markedRows(texts []string) [][]string {
	rows := [][]string{append(strings.Split("household,division,residence,property,member,born,relation,income_kind,income_yuan,income_per", ","),
		"note", hostile.Controls, hostile.Marks, hostile.Formulas[0])}
	row := func(id, born, text string) {
		rows = append(rows, []string{id, "天元区", "urban", "within", id, born, "applicant", "wages", "300", "month", text, text, text, text})
	}
	row("h1", "1975-01-01", "")
	for i, text := range texts {
		row("n"+string(rune('a'+i)), "1975-01-01", text)
	}
	for _, id := range []string{hostile.Marks, "=1+1", "+1-1", "-A1", "@SUM(A1)"} {
		row(id, "1975-01-01", "")
	}
	row("bad"+hostile.Marks, hostile.Marks, "")
	row(hostile.Controls, "1975-01-01", "")
	return rows
}

// certificate is the number of a disability certificate: an identity number, then the kind and the
// grade.
func certificate(i int) string {
	number := fmt.Sprintf("430211198003%02d%03d", i%28+1, i)
	sum := 0
	for at, weight := range [...]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(number[at]-'0') * weight
	}
	return number + "10X98765432"[sum%11:][:1] + "11"
}

func writeCSV(t *testing.T, folder, name string, rows [][]string) {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	require.NoError(t, w.WriteAll(rows))
	require.NoError(t, os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o600))
}
