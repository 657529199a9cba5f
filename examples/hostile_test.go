package examples_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// controls is text that clears a screen, rings, ends a string of C, turns lines around and hides.
const controls = "\x1b[2J\a\x00\u202e甲\u200b乙\u2028\u009b"

// long is an id that would fill the screen.
var long = strings.Repeat("长", 100_000)

// mostOfShownLine limits the bytes of a line that a program shows.
const mostOfShownLine = 2000

// run is one run of a program in the folder of hostile files.
type run struct {
	name  string // of the program
	args  string
	code  int
	plain bool // stdout is text to be read, not CSV or JSON
}

// A file may hold anything. No program takes it for good, ends in a panic, or lets it move the
// cursor, turn a line around or fill the screen. A run ends with 1 where something of its input is
// refused, with 2 where a tables file or a whole sheet is of no use, and with 0 only where nothing
// is wrong but the length of a title.
func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds every program")
	}
	const search = "-on 2020-10-01 -figure dibao-line@city-five/urban -from 600 -to 610 -budget 100"
	folder := t.TempDir()
	writeHostile(t, folder)
	for _, r := range []run{
		{"household", "-on 2020-10-01 households.json", 1, true},
		{"household", "-on 2020-10-01 -steps households.json", 1, true},
		{"household", "-on 2020-10-01 -json households.json", 1, false},
		{"household", "-on 2020-10-01 words.json", 1, true},
		{"household", "-on 2020-10-01 raw.json", 1, true},
		{"household", "-on 2020-10-01 register.csv", 1, true},
		{"household", "-verify households.json family.json", 1, true},
		{"household", "-on 2020-10-01 -tables bad.tables.json family.json", 2, true},
		{"household", "-on 2020-10-01 -tables texts.tables.json family.json", 0, true},
		{"household", "-on 2020-10-01 -tables texts.tables.json households.json", 1, true},
		{"household", "-on 2020-10-01 -tables texts.tables.json -steps households.json", 1, true},
		{"household", "-on 2020-10-01 -tables id.tables.json family.json", 2, true},
		{"tables", "-tables bad.tables.json", 2, true},
		{"tables", "-tables raw.json", 2, true},
		{"tables", "-tables marks.tables.json", 2, true},
		{"tables", "-tables texts.tables.json", 0, true},
		{"tables", "-source dibao-line@city-five/urban -tables texts.tables.json", 0, true},
		{"cases", "cases.json", 1, true},
		{"cases", "-untouched cases.json", 1, true},
		{"cases", "raw.json", 1, true},
		{"caseload", "-on 2020-10-01 register.csv", 1, false},
		{"caseload", "-on 2020-10-01 headers.csv", 1, false},
		{"caseload", "-on 2020-10-01 raw.json", 1, false},
		{"reform", "-on 2020-10-01 -draft texts.tables.json register.csv", 1, true},
		{"reform", "-on 2020-10-01 -draft bad.tables.json register.csv", 2, true},
		{"reform", "-on 2020-10-01 -set dibao-line@city-five/urban=+10 -json register.csv", 1, false},
		{"budget", search + " register.csv", 1, true},
		{"budget", search + " -tables texts.tables.json register.csv", 1, true},
		{"arrears", "-known 2020-12-31 accounts.json", 1, true},
		{"arrears", "-known 2020-12-31 -json accounts.json", 1, false},
		{"arrears", "-known 2020-12-31 -tables texts.tables.json accounts.json", 1, true},
		{"arrears", "-known 2020-12-31 raw.json", 1, true},
		{"eldercare", "-on 2020-10-01 institutions.csv", 1, true},
		{"eldercare", "-on 2020-10-01 -csv institutions.csv", 1, false},
		{"eldercare", "-on 2020-10-01 -tables texts.tables.json institutions.csv", 1, true},
		{"eldercare", "-on 2020-10-01 register.csv", 2, true},
	} {
		for _, lang := range []string{"zh", "en"} {
			t.Run(r.name+" "+r.args+" "+lang, func(t *testing.T) { r.check(t, folder, lang) })
		}
	}
}

// check runs the program.
func (r run) check(t *testing.T, folder, lang string) {
	var stdout, stderr bytes.Buffer
	command := exec.Command(program(t, folder, r.name), append([]string{"-lang", lang}, strings.Fields(r.args)...)...)
	command.Dir, command.Stdout, command.Stderr = folder, &stdout, &stderr
	err := command.Run()
	var exit *exec.ExitError
	require.True(t, err == nil || errors.As(err, &exit), "%v", err)
	assert.Equal(t, r.code, command.ProcessState.ExitCode(), "%.600s", &stderr)
	assert.NotContains(t, stdout.String()+stderr.String(), "goroutine ")
	shown := stderr.String()
	if r.plain {
		shown += stdout.String()
	}
	assert.Empty(t, faultsOf(shown))
}

// faultsOf says which lines of text do not stay in their place on a screen.
func faultsOf(text string) (faults []string) {
	for line := range strings.Lines(text) {
		if len(line) > mostOfShownLine {
			faults = append(faults, fmt.Sprintf("%d bytes: %.120q", len(line), line))
		}
		if at := strings.IndexFunc(line, moves); at >= 0 {
			faults = append(faults, fmt.Sprintf("%q: %.120q", line[at:min(len(line), at+3)], line))
		}
	}
	return faults[:min(len(faults), 5)]
}

// moves reports whether a terminal does something else with r than print it.
func moves(r rune) bool {
	switch r {
	case '\n', '\t':
		return false
	case '\u200b', '\u202e', '\u2028':
		return true
	}
	return r < 0x20 || r >= 0x7f && r < 0xa0
}

// object is a JSON object.
type object = map[string]any

// writeHostile writes the files, each with something that is decided and something that is refused.
func writeHostile(t *testing.T, folder string) {
	t.Helper()
	family, err := os.ReadFile("testdata/family.json")
	require.NoError(t, err)
	words := make([]string, 5000)
	for i := range words {
		words[i] = fmt.Sprint(controls, i)
	}
	files := map[string][]byte{
		"family.json":      family,
		"raw.json":         []byte(`{"id":"` + controls + long + `",` + controls),
		"register.csv":     hostileRegister(words),
		"institutions.csv": hostileInstitutions(t, words),
		"headers.csv": []byte("household,division,member,born," + controls + "," + long + "\n" +
			long + ",天元区,a,1990-13-01,x,y\n"),
	}
	var bad []any
	for _, word := range append([]string{long, controls}, words...) {
		bad = append(bad, tablesRow(word, word))
	}
	broken := hostileAccount("c", "-")
	broken["payments"] = words
	crowd := hostileHousehold("a", "applicant")
	crowd["members"], crowd["cannot"] = words, words
	for name, value := range map[string]any{
		"households.json":   hostileHouseholds(words),
		"words.json":        crowd,
		"bad.tables.json":   tablesFile("d", controls, bad...),
		"marks.tables.json": tablesFile("d", controls, tablesRow("dibao-line", controls)),
		"id.tables.json":    tablesFile(long, "d", tablesRow("dibao-line", "1")),
		"texts.tables.json": tablesFile("d", long, tablesRow("dibao-line", long)),
		"cases.json":        object{"cases": hostileCases(words[:300])},
		"accounts.json": []any{hostileAccount(controls, controls), hostileAccount(long, long), hostileAccount("d", long),
			hostileAccount("e", "-"), broken},
	} {
		files[name], err = json.Marshal(value)
		require.NoError(t, err)
	}
	for name, data := range files {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), data, 0o600))
	}
}

// hostileHousehold is a household of two, of that id.
func hostileHousehold(id, relation string) object {
	wages := []any{object{"kind": "wages", "yuan": "500.00", "per": "month"}}
	return object{"id": id, "division": "天元区", "residence": "urban", "property": "within", "members": []any{
		object{"id": id, "born": "1968-03-02", "relation": relation, "income": wages},
		object{"id": "b" + id, "born": "1970-03-02", "relation": "spouse", "income": wages}}}
}

// hostileHouseholds are households with ids, words, fields and a place that are hostile.
func hostileHouseholds(words []string) []any {
	all := []any{hostileHousehold("h", "applicant"), hostileHousehold(controls, "applicant"),
		hostileHousehold(long, "applicant"), hostileHousehold(controls, controls), hostileHousehold(long, long)}
	for i, of := range []object{{controls: 1}, {long: 1}, {"division": long}, {"residence": words}} {
		h := hostileHousehold(fmt.Sprint("a", i), "applicant")
		maps.Copy(h, of)
		all = append(all, h)
	}
	return all
}

// hostileCases are cases with hostile names and tables, of which none comes out.
func hostileCases(names []string) (cases []any) {
	expect := object{"category": "tekun"}
	for _, name := range append([]string{long, controls}, names...) {
		cases = append(cases, object{"name": name, "why": name, "on": "2020-10-01",
			"household": hostileHousehold(name, "applicant"), "expect": expect})
	}
	return append(cases, object{"name": "tables", "why": "-", "on": "2020-10-01", "tables": []any{controls, long},
		"household": hostileHousehold("a", "applicant"), "expect": expect})
}

// hostileAccount is a history with a note, and a payment.
func hostileAccount(id, note string) object {
	return object{"history": object{"id": id, "versions": []any{object{"from": "2020-01-01", "recorded": "2019-12-16",
		"note": note, "household": hostileHousehold(id, "applicant")}}},
		"payments": []any{object{"month": "2020-01", "part": "dibao", "yuan": "1.00", "paid": "2020-01-09"}}}
}

// tablesFile is a draft in which every text is the same.
func tablesFile(id, text string, rows ...any) object {
	return object{"id": id, "kind": "draft", "title": text, "number": text, "issuer": text, "issued": "2020-09-10",
		"note": text, "rows": rows}
}

func tablesRow(key, clause string) object {
	return object{"key": key, "place": "city-five", "residence": "urban", "yuan": "650.00", "per": "month",
		"bound": "exactly", "from": "2020-10-01", "clause": clause}
}

// hostileRegister is a register with hostile ids that are decided and hostile words that are not.
func hostileRegister(words []string) []byte {
	var b bytes.Buffer
	b.WriteString("household,division,residence,property,member,born,relation,income_kind,income_yuan,income_per\n")
	for _, id := range []string{"h1", controls, long} {
		fmt.Fprintf(&b, "%s,天元区,urban,within,%s,1975-01-01,applicant,wages,300,month\n", id, id)
	}
	for i, word := range append([]string{long, controls}, words...) {
		fmt.Fprintf(&b, "x%d,天元区,urban,within,a,1975-01-01,%s,wages,%s,month\n", i, word, word)
		fmt.Fprintf(&b, "%s,%s,urban,within,a,1975-01-01,applicant,wages,300,month\n", word, word)
	}
	return b.Bytes()
}

// hostileInstitutions is the sheet of the targets with institutions of hostile names and numbers.
func hostileInstitutions(t *testing.T, words []string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/eldercare-institutions.csv")
	require.NoError(t, err)
	b := bytes.NewBuffer(data)
	for _, word := range append([]string{long, controls}, words...) {
		word = strings.ReplaceAll(word, "\x00", "") // a NUL says that the file is no UTF-8
		fmt.Fprintf(b, "养老机构,荷塘区,%s,是,,,120,66,18,18,,,,,,,,\n", word)
		fmt.Fprintf(b, "养老机构,荷塘区,示例,%s,,,%s,66,18,18,,,,,,,,\n", word, word)
		fmt.Fprintf(b, "%s,%s,示例,是,,,120,66,18,18,,,,,,,,\n", word, word)
	}
	return b.Bytes()
}
