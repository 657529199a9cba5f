package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/examples/internal/sample"
	"github.com/openminzheng/zhuzhou/standards"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// result is what a run came to.
type result struct {
	code           int
	stdout, stderr string
}

func runWith(stdin string, args ...string) result {
	var stdout, stderr bytes.Buffer
	code := run(args, strings.NewReader(stdin), &stdout, &stderr)
	return result{code, stdout.String(), stderr.String()}
}

// file writes a file for one test.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

var digests = regexp.MustCompile(`(标准摘要|家庭摘要|standards|household|SHA-256) [0-9a-f]{12}\b`)

// golden compares got with a golden file, digests aside: they change with every row.
func golden(t *testing.T, name, got string) {
	t.Helper()
	got = digests.ReplaceAllString(got, "$1 …")
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "run the test with -update")
	assert.Equal(t, strings.ReplaceAll(string(want), "\r\n", "\n"), got)
}

const (
	samples    = "../testdata/"
	supplement = samples + "youxian-2020.json"
	proposed   = samples + "draft-2021.json"
)

// youxian is the household of the documentation, with its property open.
const youxian = `{"id":"h-17","division":"430223","residence":"rural",
 "members":[
  {"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"500.00","per":"month"}]},
  {"id":"son","born":"1995-07-15","relation":"dependent-adult-child","income":[],
   "disability":{"category":"intellectual","grade":1,"longTermCare":"yes"}}]}
`

func TestFamilies(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		t.Run(lang, func(t *testing.T) {
			got := runWith("", "-lang", lang)
			assert.Equal(t, 0, got.code)
			assert.Empty(t, got.stderr)
			golden(t, "families."+lang+".golden", got.stdout)
		})
		t.Run(lang+" steps", func(t *testing.T) {
			got := runWith(families[3].JSON, "-lang", lang, "-steps", "-on", sample.Day, "-")
			assert.Equal(t, 0, got.code)
			golden(t, "steps."+lang+".golden", got.stdout)
		})
		t.Run(lang+" draft", func(t *testing.T) {
			got := runWith(youxian, "-lang", lang, "-on", "2021-02-01", "-tables", proposed, "-assume", "property=within,livingAllowance=none", "-")
			assert.Equal(t, 0, got.code)
			golden(t, "draft."+lang+".golden", got.stdout)
		})
		t.Run(lang+" hukou not stated", func(t *testing.T) {
			open := strings.Replace(youxian, `"residence":"rural",`, "", 1)
			got := runWith(open, "-lang", lang, "-on", sample.Day, "-tables", supplement, "-")
			assert.Equal(t, 0, got.code)
			golden(t, "open."+lang+".golden", got.stdout)
		})
	}
}

// With an office it is the notice of its decision; as HTML it is one page for all households.
func TestNoticesOfAnOffice(t *testing.T) {
	got := runWith(youxian, "-lang", "zh", "-on", sample.Day, "-office", "攸县民政局", "-number", "攸民低〔2020〕17号", "-decided", "2020-10-12", "-")
	assert.Equal(t, 0, got.code, got.stderr)
	assert.True(t, strings.HasPrefix(got.stdout, "社会救助审批结果通知\n攸民低〔2020〕17号\n"), got.stdout)
	assert.Contains(t, got.stdout, "\n攸县民政局\n2020年10月12日\n")
	page := runWith("["+families[0].JSON+","+youxian+"]", "-lang", "en", "-on", sample.Day, "-html", "-")
	assert.Equal(t, 0, page.code, page.stderr)
	assert.True(t, strings.HasPrefix(page.stdout, "<!DOCTYPE html>\n<html lang=\"en\">"))
	assert.Equal(t, 2, strings.Count(page.stdout, "<article"))
	for _, wrong := range [][]string{{"-html", "-json"}, {"-number", "1"}, {"-decided", "2020-10-12"}, {"-office", "x", "-decided", "2020-02-30"},
		{"-office", "x", "-json"}, {"-office", "x", "-assume", "property=within"}} {
		assert.Equal(t, 2, runWith(youxian, append(wrong, "-on", sample.Day, "-")...).code, wrong)
	}
}

func TestFamiliesShowTheRange(t *testing.T) {
	want := map[string]string{"full-line": "dibao 1200.00 exactly", "difference": "dibao 555.34 exactly", "at-the-line": "low-income 0.00 exactly",
		"disabled-city": "dibao 875.00 exactly", "disabled-county": "dibao 380.00 at-least", "want-of-a-fact": "undetermined 0.00 at-least",
		"want-of-a-figure": "undetermined 0.00 at-least", "tekun": "tekun 468.00 at-least", "low-income": "low-income 800.00 exactly",
		"both-kinds": "dibao 83.34 at-least", "refused": "none 100.00 exactly"}
	got := runWith("", "-json")
	require.Equal(t, 0, got.code)
	var decisions []assistance.Decision
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &decisions))
	shown := map[string]string{}
	for _, d := range decisions {
		shown[d.ID] = d.Category.String() + " " + d.Total.Amount.YuanText() + " " + d.Total.Bound.String()
		assert.Empty(t, d.Steps)
	}
	assert.Equal(t, want, shown)
	assert.Len(t, decisions, len(families))
}

func TestJSONIsTheDecision(t *testing.T) {
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	for _, f := range families {
		h, err := f.Household()
		require.NoError(t, err, f.English)
		d, err := assistance.Explain(set, h)
		require.NoError(t, err, f.English)
		want, err := json.Marshal(d)
		require.NoError(t, err, f.English)
		assert.Equal(t, string(want)+"\n", runWith(f.JSON, "-on", sample.Day, "-json", "-steps", "-").stdout, f.English)
	}
}

func TestOutputHasTheShapeOfTheInput(t *testing.T) {
	one, two := compact(t, families[0].JSON), compact(t, families[2].JSON)
	bad := `{"id":"bad","division":"nowhere","members":[]}`
	line := func(s string) string {
		return strings.TrimSuffix(runWith(s, "-on", sample.Day, "-json", "-").stdout, "\n")
	}
	for _, tt := range []struct {
		name, in, want string
		code           int
	}{
		{"object", one, line(one) + "\n", 0},
		{"object over several lines", families[0].JSON, line(one) + "\n", 0},
		{"lines", one + "\n" + two + "\n", line(one) + "\n" + line(two) + "\n", 0},
		{"lines, the first refused", bad + "\n" + two + "\n", line(two) + "\n", 1},
		{"array", "[" + one + "," + two + "]", "[\n" + line(one) + ",\n" + line(two) + "\n]\n", 0},
		{"array of one", "\ufeff\n [" + one + "]", "[\n" + line(one) + "\n]\n", 0},
		{"array, the first refused", "[" + bad + "," + two + "]", "[\n" + line(two) + "\n]\n", 1},
		{"array, all refused", "[" + bad + "]", "[]\n", 1},
		{"empty array", "[]", "[]\n", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := runWith(tt.in, "-on", sample.Day, "-json", "-")
			assert.Equal(t, tt.code, got.code, got.stderr)
			assert.Equal(t, tt.want, got.stdout)
		})
	}
}

func compact(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, json.Compact(&b, []byte(s)))
	return b.String()
}

func TestFileAndStandardInputAreTheSame(t *testing.T) {
	path := file(t, "h.json", youxian)
	assert.Equal(t, runWith(youxian, "-on", sample.Day, "-"), runWith("", "-on", sample.Day, path))
	assert.Equal(t, runWith("", "-on", sample.Day, path), runWith("", path, "-on", sample.Day), "flags may stand behind")
}

func TestWrongUsage(t *testing.T) {
	t.Setenv("LC_ALL", "en_US.UTF-8")
	h := file(t, "h.json", youxian)
	bad := file(t, "bad.json", `{"id":"x","kind":"supplement","rows":[{"key":"dibao-line","place":"430223","residence":"rural","yuan":"4000","per":"year","from":"2020-01-01"},
		{"key":"dibao-line","place":"430202","yuan":"700","per":"month","from":"2020-01-01"}]}`)
	unread := file(t, "unread.json", `{"id":"x","kind":"supplement","rows":[{"key":"dibao","place":"430223","from":"soon"}]}`)
	for _, tt := range []struct {
		name string
		args []string
		want string // the beginning of stderr
	}{
		{"no day", []string{h}, "household: -on must say for which day to decide, such as -on 2020-10-01"},
		{"two files", []string{"-on", sample.Day, h, h}, "household: one file at a time"},
		{"unknown flag", []string{"-when", sample.Day}, "household: there is no flag -when"},
		{"flag without value", []string{"-on"}, "household: something is missing after the flag -on"},
		{"no date", []string{"-on", "2020-13-01", h}, `household: -on is a day such as 2020-10-01, not "2020-13-01"`},
		{"day outside", []string{"-on", "2022-10-20", h}, "household: 2022-10-20 is outside the days for which the national rules were checked, 2020-01-01 to 2022-10-19: the notice extending dibao from 2022-10-20 opens rules that are not encoded\n"},
		{"language", []string{"-lang", "fr"}, "household: -lang is zh or en, not fr"},
		{"no file", []string{"-on", sample.Day, h + "x"}, "household: " + h + "x: there is no such file\n"},
		{"no tables file", []string{"-tables", h + "x"}, "household: " + h + "x: there is no such file\n"},
		{"tables file below a floor", []string{"-tables", bad}, bad + ": x: rows[0].yuan \"4000.00 a year\": is below the floor that holds there"},
		{"tables file not readable", []string{"-tables", unread}, unread + ": not one of the values accepted here: \"dibao\" at rows[0].key\n" + unread + ": not a date"},
		{"the same file twice", []string{"-tables", supplement, "-tables", supplement}, "household: the tables file is given twice: " + supplement},
		{"assume nothing", []string{"-assume", "property"}, "household: -assume property: is to be written fact=value"},
		{"assume no fact", []string{"-assume", "wealth=none"}, "household: -assume wealth=none: no such fact; there are property, "},
		{"assume no value", []string{"-assume", "property=none"}, "household: -assume property=none: no such value; there are within, over"},
		{"assume twice", []string{"-assume", "property=within,residence=rural", "-assume", "property=over"}, "household: -assume property=over: one fact can be assumed once only"},
		{"assume no scheme", []string{"-assume", "childScheme=none"}, "household: -assume childScheme=none: need not be assumed"},
		{"verify without household", []string{"-verify", h}, "household: -verify needs the file of the household besides"},
		{"verify on a day", []string{"-verify", h, "-on", sample.Day, h}, "household: -verify goes by the day of the decision"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := runWith("", tt.args...)
			assert.Equal(t, 2, got.code)
			assert.Empty(t, got.stdout)
			require.True(t, strings.HasPrefix(got.stderr, tt.want), got.stderr)
			t.Setenv("LC_ALL", "zh_CN.UTF-8")
			chinese := runWith("", tt.args...)
			assert.Equal(t, 2, chinese.code)
			assert.Regexp(t, `\p{Han}`, strings.SplitN(chinese.stderr, "\n", 2)[0])
		})
	}
}

func TestUsage(t *testing.T) {
	zh, en := runWith("", "-h", "-lang", "zh"), runWith("", "-lang", "en", "-help")
	assert.Equal(t, 0, en.code)
	assert.Empty(t, en.stderr)
	assert.Contains(t, en.stdout, "-assume fact=value")
	assert.Contains(t, en.stdout, "workInjuryNursing  yes | no")
	assert.Equal(t, 0, zh.code)
	assert.Contains(t, runWith("", "-lang", "zh", "-h").stdout, "用法")
}

func TestLanguageOfTheLocale(t *testing.T) {
	for _, tt := range []struct{ all, messages, lang, want string }{
		{"", "", "", "用法"},
		{"", "", "en_GB.UTF-8", "Usage"},
		{"", "zh_CN.UTF-8", "en_GB.UTF-8", "用法"},
		{"en_US", "zh_CN.UTF-8", "zh_CN", "Usage"},
		{"C.UTF-8", "", "en_US", "用法"},
		{"", "", "fr_FR.UTF-8", "用法"},
	} {
		t.Setenv("LC_ALL", tt.all)
		t.Setenv("LC_MESSAGES", tt.messages)
		t.Setenv("LANG", tt.lang)
		assert.True(t, strings.HasPrefix(runWith("", "-h").stdout, tt.want), tt)
	}
}

func TestNoticesOfAllTheDays(t *testing.T) {
	odd := []string{
		`{"division":"攸县","members":[{"id":"a","born":"1990-01-01","absence":"prison"}]}`,
		`{"division":"攸县","members":[{"id":"a","born":"1990-01-01","absence":"clergy","support":"none"},{"id":"b","born":"2019-01-01","absence":"missing"}]}`,
		`{"division":"荷塘区","property":"over","onDibao":"yes","members":[{"id":"a","born":"1940-01-01","support":"none","cannot":[]},
		 {"id":"b","born":"1990-02-28","relation":"independent-adult-child","disability":{"category":"multiple","grade":1}}]}`,
		`{"division":"茶陵县","onDibao":"yes","property":"within","income":[{"kind":"business","yuan":"90000","per":"year"}],"jobCosts":{"yuan":"100","per":"month"},
		 "members":[{"id":"a","born":"1980-01-01","residence":"urban","income":[{"kind":"wages","yuan":"3000","per":"month"}]},
		 {"id":"b","born":"1981-01-01","counted":"no","seriousIllness":"yes"}]}`,
	}
	for _, f := range families {
		odd = append(odd, f.JSON)
	}
	for _, day := range []string{"2020-01-01", "2020-06-02", "2020-06-03", "2020-08-25", "2020-12-31", "2021-01-01", "2021-07-01", "2021-12-31"} {
		for _, tables := range [][]string{nil, {"-tables", supplement, "-tables", proposed}} {
			for _, h := range odd {
				zh := runWith(h, append([]string{"-lang", "zh", "-on", day, "-"}, tables...)...)
				en := runWith(h, append([]string{"-lang", "en", "-on", day, "-"}, tables...)...)
				require.Equal(t, 0, zh.code, zh.stderr)
				require.Equal(t, 0, en.code, en.stderr)
				assert.Equal(t, strings.Count(zh.stdout, "\n\n"), strings.Count(en.stdout, "\n\n"), "the same sections: %s", h)
				for _, text := range []string{zh.stdout, en.stdout} {
					assert.NotContains(t, text, "%!", h)
					assert.NotRegexp(t, `[（(] ?[)）]|： ?\n\n| \n`, text, h)
				}
			}
		}
	}
}
