package assistancetest

import (
	"encoding/json"
	"io/fs"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

const (
	draftFile = `{"id":"d","kind":"draft","rows":[{"key":"dibao-line","place":"city-five","yuan":"650","per":"month","from":"2021-01-01"}],"carry":"2020-12-31"}`
	household = `{"division":"430211","residence":"urban","property":"within","members":[{"id":"a","born":"1975-01-01","income":[{"kind":"wages","yuan":"50","per":"month"}]},
	 {"id":"b","born":"1990-01-01","income":[],"support":"capable","disability":{"category":"visual","grade":2}}]}`
)

func oneCase(expect string) fstest.MapFS {
	return fstest.MapFS{
		"x/one.cases.json": {Data: []byte(`{"cases":[{"name":"one","on":"2021-01-01","tables":["../d.json"],"household":` + household + `,"expect":` + expect + `}]}`)},
		"d.json":           {Data: []byte(draftFile)},
	}
}

func TestExpectationsThatHold(t *testing.T) {
	for _, expect := range []string{
		`{}`,
		`{"category":"dibao","on":"2021-01-01"}`,
		`{"dibao":{"payment":{"yuan":1250,"per":"month"},"members":2,"ifMet":null},"lowIncome":null}`,
		`{"dibao":{"lines":{"urban":{"yuan":"650"},"rural":null}}}`,
		`{"members":[{"id":"b","nursing":{"verdict":"eligible"}}]}`,
		`{"members":[{"id":"b"},{"id":"a","living":null}]}`,
		`{"needs":[],"tables":[{"id":"d"}]}`,
		`{"assumed":[{"fact":"childScheme","members":["b"]}]}`,
		`{"carried":[{"figure":"disability-nursing"}],"readings":{"each-subsidy":"each","rounding":null}}`,
		`{"steps":[{"code":"dibao-property","result":"met"},{"code":"dibao-payment","value":{"yuan":"1250"}}]}`,
	} {
		assert.NoError(t, RunCases(oneCase(expect), standards.Published(), "x/one.cases.json"), expect)
	}
}

func TestExpectationsThatDoNotHold(t *testing.T) {
	for _, c := range []struct{ expect, path, got, want string }{
		{`{"category":"none"}`, "category", `"dibao"`, `"none"`},
		{`{"dibao":{"payment":{"yuan":"1250.01"}}}`, "dibao.payment.yuan", `"1250.00"`, `"1250.01"`},
		{`{"dibao":{"income":{"per":"month"}}}`, "dibao.income.per", `"year"`, `"month"`},
		{`{"dibao":{"members":3}}`, "dibao.members", "2", "3"},
		{`{"dibao":{"ifMet":{"yuan":"1"}}}`, "dibao.ifMet", "", `{"yuan":"1"}`},
		{`{"dibao":{"payment":null}}`, "dibao.payment", `{"yuan":"1250.00","per":"month","bound":"exactly"}`, ""},
		{`{"members":[{"id":"c"}]}`, "members[c]", "", `{"id":"c"}`},
		{`{"members":[{"id":"b","living":{"verdict":"ineligible"}}]}`, "members[b].living.verdict", `"eligible"`, `"ineligible"`},
		{`{"needs":[{"fact":"property"}]}`, "needs[0]", "[]", `{"fact":"property"}`},
		{`{"carried":[]}`, "carried", "", "[]"},
		{`{"readings":{"each-subsidy":null}}`, "readings.each-subsidy", `"each"`, ""},
	} {
		err := RunCases(oneCase(c.expect), standards.Published(), "x/one.cases.json")
		var failed *CaseError
		require.ErrorAs(t, err, &failed, c.expect)
		require.Len(t, failed.Mismatches, 1)
		m := failed.Mismatches[0]
		assert.Equal(t, c.path, m.Path)
		if c.path != "carried" {
			assert.Equal(t, c.got, m.Got)
		}
		assert.Equal(t, c.want, m.Want)
		assert.NotEmpty(t, failed.Steps)
		assert.Contains(t, failed.Error(), "steps of the decision")
		assert.Contains(t, failed.Text(standards.Chinese), "审核步骤")
		assert.NoError(t, RunCases(oneCase(failed.Passing), standards.Published(), "x/one.cases.json"), "what would pass passes: %s", failed.Passing)
	}
}

// "expect is part of a decision" (section 5): all of one, as household -json writes it without steps, is a part too.
func TestAWholeDecisionCanBeExpected(t *testing.T) {
	cases, err := ReadCases(oneCase(`{}`), "x/one.cases.json")
	require.NoError(t, err)
	o, err := draft.Parse([]byte(draftFile))
	require.NoError(t, err)
	tables, err := standards.Published().With(o)
	require.NoError(t, err)
	set, err := tables.At(cases[0].On)
	require.NoError(t, err)
	d, err := assistance.Assess(set, cases[0].Household)
	require.NoError(t, err)
	text, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"steps":[]`)
	assert.NoError(t, RunCases(oneCase(string(text)), standards.Published(), "x/one.cases.json"))
	assert.Error(t, RunCases(oneCase(`{"steps":null}`), standards.Published(), "x/one.cases.json"), "null states that there are none")
	assert.Error(t, RunCases(oneCase(`{"steps":[{"code":"x"}]}`), standards.Published(), "x/one.cases.json"))
}

// "each refusal on stderr with file, line and field" (section 6), in both languages.
func TestRefusalsNameFileLineAndCase(t *testing.T) {
	const head = `{"cases":[{"name":"good","on":"2021-01-01","household":` + household + `,"expect":{}},` + "\n"
	for _, c := range []struct{ rest, en, zh string }{
		{`{"name":"bad","foo":1,"on":"2021-02-30","household":` + household + `,"expect":{}}]}`,
			`x/a.cases.json: line 3: case "bad": unknown field: "1" at cases[1].foo` + "\n" + `x/a.cases.json: line 3: case "bad": not a date such as 2020-10-01: "2021-02-30" at cases[1].on`,
			`x/a.cases.json：第 3 行：用例“bad”：未知字段：“1”，位于：cases[1].foo` + "\n"},
		{`{"name":"t","on":"2021-01-01","tables":["t.json"],"household":` + household + `,"expect":{}}]}`,
			`x/a.cases.json: line 3: case "t": x/t.json: not one of the values accepted here: "dibao" at rows[0].key`, `x/a.cases.json：第 3 行：用例“t”：x/t.json：不是可接受的取值：“dibao”，位于：rows[0].key`},
		{`{"name":"t","on":"2021-01-01","tables":["low.json"],"household":` + household + `,"expect":{}}]}`,
			`x/a.cases.json: line 3: case "t": x/low.json: low: rows[0].yuan "300.00 a month": is below the floor that holds there (dibao-line@county-five rural 4320.00 a year at-least 2020-01-01..2020-12-31)`,
			`x/a.cases.json：第 3 行：用例“t”：x/low.json：low: rows[0].yuan "300.00 a month"：低于当地适用的下限`},
		{`{"name":"t","on":"2021-01-01","tables":["none.json"],"household":` + household + `,"expect":{}}]}`,
			`x/a.cases.json: line 3: case "t": x/none.json: there is no such file`, `x/a.cases.json：第 3 行：用例“t”：x/none.json：没有这个文件`},
		{`{"name":"t","on":"2021-01-01","tables":["../../t.json"],"household":` + household + `,"expect":{}}]}`,
			`x/a.cases.json: line 3: case "t": ../t.json: it is no path inside the folder of the case file`, `../t.json：不是用例文件所在文件夹之内的路径`},
		{`{"name":"t","on":"2021-01-01","tables":["../x"],"household":` + household + `,"expect":{}}]}`,
			`x/a.cases.json: line 3: case "t": x: it is a folder, not a file`, `x：是文件夹，不是文件`},
		{`{"name":"t","on":"2031-01-01","household":` + household + `,"expect":{}}]}`, `x/a.cases.json: line 3: case "t": 2031-01-01 is outside`, `x/a.cases.json：第 3 行：用例“t”：2031-01-01`},
		{`{`, `x/a.cases.json: line 3, column 2: the input ends too early`, `x/a.cases.json：第 3 行第 2 列：`},
	} {
		files := fstest.MapFS{"x/a.cases.json": {Data: []byte(head + c.rest)}, "x/t.json": {Data: []byte(`{"id":"t","kind":"draft","rows":[{"key":"dibao","place":"china","from":"2020-01-01"}]}`)},
			"x/low.json": {Data: []byte(`{"id":"low","kind":"supplement","rows":[{"key":"dibao-line","place":"430223","residence":"rural","yuan":"300","per":"month","from":"2020-01-01"}]}`)}}
		err := RunCases(files, standards.Published(), "x/a.cases.json")
		var found Errors
		require.ErrorAs(t, err, &found, c.rest)
		assert.True(t, strings.HasPrefix(found.Text(standards.English), c.en), found.Text(standards.English))
		assert.Contains(t, found.Text(standards.Chinese), c.zh)
	}
	err := RunCases(fstest.MapFS{"x/a.json": {}}, standards.Published(), "x", "none.cases.json")
	require.Error(t, err)
	assert.Equal(t, "x: it is a folder, not a file\nnone.cases.json: there is no such file", err.Error())
}

func TestCaseFilesThatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ expect, path, code string }{
		{`{"Category":"dibao"}`, "cases[0].expect.Category", wire.CodeFieldCase},
		{`{"dibao":{"paid":1}}`, "cases[0].expect.dibao.paid", wire.CodeUnknownField},
		{`{"dibao":{"verdict":"yes"}}`, "cases[0].expect.dibao.verdict", wire.CodeNotAValue},
		{`{"dibao":{"payment":{"yuan":"1.234"}}}`, "cases[0].expect.dibao.payment.yuan", wire.CodeMoneyFormat},
		{`{"members":[{"living":null}]}`, "cases[0].expect.members[0].id", wire.CodeRequired},
		{`{"dibao":{"payment":{"per":"year"}}}`, "cases[0].expect.dibao.payment.per", wire.CodeNotAValue},
		{`{"needs":[{"fact":"wealth"}]}`, "cases[0].expect.needs[0].fact", wire.CodeNotAValue},
		{`{"readings":{"rounding":"down"}}`, "cases[0].expect.readings.rounding", wire.CodeNotAValue},
		{`{"total":"1"}`, "cases[0].expect.total", wire.CodeWrongType},
		{`{"category":{}}`, "cases[0].expect.category", wire.CodeWrongType},
	} {
		err := RunCases(oneCase(c.expect), standards.Published(), "x/one.cases.json")
		var fault *wire.FieldError
		require.ErrorAs(t, err, &fault, c.expect)
		assert.Equal(t, c.path, fault.Path)
		assert.Equal(t, c.code, fault.Code)
	}
	for _, text := range []string{`{`, `[]`, `{"cases":[]}`, `{"cases":[{}]}`, `{"cases":[{"name":"a","on":"2021-02-30","household":{},"expect":{}}]}`, `{"cases":[{"name":1}],"x":1}`} {
		assert.Error(t, RunCases(fstest.MapFS{"a.cases.json": {Data: []byte(text)}}, standards.Published()), text)
	}
	twice := strings.Replace(string(oneCase(`{}`)["x/one.cases.json"].Data), `{"cases":[`, `{"cases":[{"name":"one","on":"2020-10-01","household":`+household+`,"expect":{}},`, 1)
	assert.ErrorContains(t, RunCases(fstest.MapFS{"a.cases.json": {Data: []byte(twice)}}, standards.Published()), "name")
}

func TestNothingToRunIsAnError(t *testing.T) {
	assert.ErrorIs(t, RunCases(fstest.MapFS{}, standards.Published()), fs.ErrNotExist)
	assert.ErrorIs(t, RunCases(fstest.MapFS{}, standards.Published(), "missing.json"), fs.ErrNotExist)
}

func TestTablesOfACaseThatCannotBeLaid(t *testing.T) {
	files := oneCase(`{}`)
	delete(files, "d.json")
	assert.ErrorIs(t, RunCases(files, standards.Published(), "x/one.cases.json"), fs.ErrNotExist)
	files["d.json"] = &fstest.MapFile{Data: []byte(`{"id":"d"}`)}
	assert.ErrorContains(t, RunCases(files, standards.Published(), "x/one.cases.json"), "kind")
}

// Every field of a decision can be expected, and nothing can be expected that no decision has.
func TestTheShapeIsThatOfDecisions(t *testing.T) {
	seen := map[string]bool{}
	g := NewGenerator(2)
	for range 150 {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		for range 4 {
			d, err := assistance.Explain(set, g.Household(set))
			require.NoError(t, err)
			text, err := json.Marshal(d)
			require.NoError(t, err)
			v, err := wire.Parse(text)
			require.NoError(t, err)
			var f wire.Faults
			checkExpect(v, "", decisionShape(), &f)
			require.NoError(t, f.Err())
			var m matcher
			m.match("", v, true, v, decisionShape())
			require.Empty(t, m.found, "a decision matches itself")
			note(v, "", decisionShape(), seen)
		}
	}
	all := map[string]bool{}
	list("", decisionShape(), all)
	delete(all, ".carried[].of") // no figure of the city that goes on has one
	for path := range all {
		switch {
		case strings.HasPrefix(path, ".steps[]"): // there are rare ones
		case strings.HasPrefix(path, ".members[].tekun.ifMet"): // it is never known
		case path == ".readings.changes-from": // accounts alone turn on it
		default:
			assert.True(t, seen[path], "no decision has %s", path)
		}
	}
}

func note(v wire.Value, at string, s *shape, seen map[string]bool) {
	for _, f := range v.Fields() {
		if sub := s.fields[f.Name]; sub != nil {
			seen[at+"."+f.Name] = true
			note(f.Value, at+"."+f.Name, sub, seen)
		}
	}
	for _, elem := range v.Elems() {
		if s.elem != nil {
			note(elem, at+"[]", s.elem, seen)
		}
	}
}

func list(at string, s *shape, all map[string]bool) {
	for name, sub := range s.fields {
		all[at+"."+name] = true
		list(at+"."+name, sub, all)
	}
	if s.elem != nil {
		list(at+"[]", s.elem, all)
	}
}

func FuzzReadCases(f *testing.F) {
	f.Add([]byte(`{"cases":[{"name":"a","on":"2020-10-01","household":` + household + `,"expect":{"needs":[{}]}}]}`))
	f.Add([]byte(`{"cases":[{"expect":{"members":[{"id":"a"}],"readings":[]}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		files := fstest.MapFS{"f.cases.json": {Data: data}}
		if err := RunCases(files, standards.Published()); err != nil {
			_ = err.Error()
		}
	})
}

// A member is expected once: of two expectations one could be overlooked.
func TestAMemberIsExpectedOnce(t *testing.T) {
	v, err := wire.Parse([]byte(`{"members":[{"id":"a"},{"id":"b"},{"id":"a"}]}`))
	require.NoError(t, err)
	var f wire.Faults
	checkExpect(v, "", decisionShape(), &f)
	assert.Equal(t, wire.Errors{{Path: "members[2].id", Code: wire.CodeDuplicateID, Value: "a"}}, f.All())
}

// Each case is a subtest under its clause, and a file that cannot be read is one too.
func TestResults(t *testing.T) {
	files := fstest.MapFS{"a.cases.json": {Data: []byte(`{"cases":[
		{"name":"below / under","why":"item 1","on":"2020-10-01","household":` + household + `,"expect":{}},
		{"name":"wrong","on":"2020-10-01","household":` + household + `,"expect":{"category":"none"}},
		{"name":"bad","on":"never","household":` + household + `,"expect":{}}]}`)}}
	titles := map[string]bool{}
	for c, err := range Results(files, standards.Published(), "a.cases.json", "none.json") {
		titles[c.Title()] = err == nil
	}
	assert.Equal(t, map[string]bool{"item 1: below - under": true, "wrong": false, "bad": false, "none.json": false}, titles)
	for range Results(files, standards.Published(), "none.json", "a.cases.json") {
		break // it stops where nobody reads on
	}
}

// A figure is touched by a decision that comes to it: by place, kind of hukou, class and grade.
func TestUntouched(t *testing.T) {
	one := func(division, residence, more string) string {
		return `{"name":"` + division + strconv.Itoa(len(more)) + `","on":"2020-10-01","household":{"division":"` + division + `","residence":"` + residence +
			`","property":"within","members":[{"id":"a","born":"1940-01-01","income":[]` + more + `}]},"expect":{}}`
	}
	texts := func(cases ...string) []string {
		files := fstest.MapFS{"a.cases.json": {Data: []byte(`{"cases":[` + strings.Join(cases, ",") + `]}`)}}
		var list []string
		var left Errors
		if err := Untouched(files, standards.Published()); err != nil {
			require.ErrorAs(t, err, &left)
		}
		for _, err := range left {
			list = append(list, err.Error())
		}
		return list
	}
	const nursing = "no case touches nursing subsidy for severely disabled people, disability of grade 2 (the five counties)"
	few := texts(one("Youxian", "rural", `,"support":"capable","disability":{"category":"visual","grade":1}`))
	assert.Contains(t, few, nursing)
	assert.Contains(t, few, "no case touches dibao line (the city's five districts)")
	assert.NotContains(t, few, "no case touches nursing subsidy for severely disabled people, disability of grade 1 (the five counties)")
	assert.NotContains(t, few, "no case touches dibao line, rural (the five counties)")
	more := texts(one("Youxian", "rural", `,"support":"capable","disability":{"category":"visual","grade":1}`), one("Chaling", "urban", `,"support":"capable","disability":{"category":"physical","grade":2}`),
		one("Tianyuan", "urban", `,"support":"none"`))
	assert.NotContains(t, more, nursing)
	assert.Less(t, len(more), len(few))
	assert.Contains(t, (&UntouchedError{Key: standards.Key(standards.TekunCare), Place: standards.CityFive, Of: "none"}).Text(standards.Chinese), "没有用例涉及：")
	assert.Empty(t, (*UntouchedError)(nil).Text(standards.English))
}
