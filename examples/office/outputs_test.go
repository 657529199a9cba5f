package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/outputtest"
)

// An output is opened before anything is read and put in its place at the end, be it CSV or a
// workbook.
func TestOutputs(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program")
	}
	program := filepath.Join(t.TempDir(), "office")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	const register = "household,division,residence,property,member,born,relation,own_income_month_yuan\n" +
		"a,天元区,urban,within,a,1975-01-01,applicant,0\nb,天元区,urban,within,a,1975-13-01,applicant,0\n"
	for name, data := range map[string][]byte{"in.csv": []byte(register), "in.xlsx": workbook(t, table(register), nil)} {
		for _, ext := range []string{".csv", ".xlsx"} {
			t.Run(name+" to "+ext, func(t *testing.T) {
				p := outputtest.Program{Path: program, Args: []string{"-on", "2020-10-01", name}, Input: name, Data: data, Code: 1,
					Outputs: outputtest.Writes("office"), Ext: ext}
				p.Check(t)
			})
		}
	}
}

// table is CSV as rows.
func table(text string) (rows [][]string) {
	for line := range strings.Lines(text) {
		rows = append(rows, strings.Split(strings.TrimSpace(line), ","))
	}
	return rows
}
