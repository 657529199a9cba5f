package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

const (
	draftFile  = "../testdata/draft-2021.json"
	households = "../testdata/reform-households.csv"
)

func runWith(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(append([]string{"-lang", "en"}, args...), strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

func TestReport(t *testing.T) {
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, households)
	require.Equal(t, 0, code, stderr)
	for _, want := range []string{
		"Reform: 2020-12-31 (before) against 2021-01-01 (after)",
		"7 households, 11 people; 0 refused",
		"3 households gain, 1 lose, 1 stay, 2 undetermined",
		"newly eligible for dibao: h2, h3",
		"no longer eligible for dibao: none",
		"undetermined: 1 households need dibao-line@430281/urban",
		"undetermined: 1 households need property",
		"h2  800.00 yuan a month → 300.00 yuan a month",
		"does not meet the floor of 400.00 yuan a month",
		"removed h2.a 1799.99 yuan a month → 1800.00 yuan a month",
		"added h2.a 1949.99 yuan a month → 1950.00 yuan a month",
		"passing the line opens single-person cover",
	} {
		assert.Contains(t, stdout, want)
	}
	assert.NotContains(t, stdout, "Warning")
}

func TestJSON(t *testing.T) {
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, "-json", "-households", "h2", households)
	require.Equal(t, 0, code, stderr)
	var got struct {
		Before, On string
		Gainers    int
		Cliffs     []struct {
			Household, At string
			Added         bool
		}
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	assert.Equal(t, "2020-12-31", got.Before)
	assert.Equal(t, 3, got.Gainers)
	assert.Len(t, got.Cliffs, 4)
}

func TestRecipientsOnly(t *testing.T) {
	name := filepath.Join(t.TempDir(), "h.csv")
	require.NoError(t, os.WriteFile(name, []byte("household,division,residence,property,member,born\nh1,天元区,urban,within,a,1975-01-01\n"), 0o600))
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	require.Equal(t, 0, code, stderr)
	assert.Contains(t, stdout, "Warning: no household was ineligible for dibao before.")
}

func TestARefusedHousehold(t *testing.T) {
	name := filepath.Join(t.TempDir(), "h.csv")
	require.NoError(t, os.WriteFile(name, []byte("household,division,residence,property,member,born\nh1,天元区,urban,within,a,1975-01-01\nh2,nowhere,urban,within,a,1975-01-01\n"), 0o600))
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	assert.Equal(t, 1, code)
	assert.Contains(t, stderr, "nowhere")
	assert.Contains(t, stdout, "1 refused")
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{{}, {households}, {"-on", "2021-01-01", households}, {"-on", "2021-01-01", "-draft", "missing.json", households},
		{"-on", "never", "-draft", draftFile, households}, {"-on", "2021-01-01", "-draft", draftFile, "missing.csv"},
		{"-on", "2021-01-01", "-draft", draftFile, "-households", "nobody", households}, {"-on", "2020-01-01", "-draft", draftFile, households}} {
		code, _, stderr := runWith(args...)
		assert.Equal(t, 2, code, args)
		assert.NotEmpty(t, stderr)
	}
}

func TestChart(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.svg")
	code, _, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, "-chart", name, "-households", "h2,h4,h5", households)
	require.Equal(t, 0, code, stderr)
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		_, err := d.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
	}
	for _, want := range []string{"之前 / before 2020-12-31", "合计（元/月）/ total (yuan a month)", "1950.00", "断崖 / cliff"} {
		assert.Contains(t, string(data), want)
	}
}

// Nobody gains or loses by a birthday between the two days.
func TestAgesOfOneDay(t *testing.T) {
	before, on := standards.Day(2020, 2, 29), standards.Day(2021, 3, 1)
	for _, born := range []standards.Date{standards.Day(1960, 12, 31), standards.Day(1961, 1, 1), standards.Day(2021, 1, 5), standards.Day(1940, 2, 29), standards.Day(1961, 3, 1), standards.Day(1961, 3, 2)} {
		h := atAges(assistance.Household{Members: []assistance.Member{{Born: born}}}, before, on)
		assert.Equal(t, born.AgeOn(on), h.Members[0].Born.AgeOn(before), born.String())
		assert.True(t, h.Members[0].Born.Valid())
	}
}
