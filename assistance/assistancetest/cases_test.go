package assistancetest

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/wire"
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
		{`{"dibao":{"payment":{"per":"year"}}}`, "dibao.payment.per", `"month"`, `"year"`},
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
	}
}

func TestCaseFilesThatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ expect, path, code string }{
		{`{"Category":"dibao"}`, "cases[0].expect.Category", wire.CodeFieldCase},
		{`{"dibao":{"paid":1}}`, "cases[0].expect.dibao.paid", wire.CodeUnknownField},
		{`{"dibao":{"verdict":"yes"}}`, "cases[0].expect.dibao.verdict", wire.CodeNotAValue},
		{`{"dibao":{"payment":{"yuan":"1.234"}}}`, "cases[0].expect.dibao.payment.yuan", wire.CodeMoneyFormat},
		{`{"members":[{"living":null}]}`, "cases[0].expect.members[0].id", wire.CodeRequired},
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
			checkExpect(v, "", &decisionShape, &f)
			require.NoError(t, f.Err())
			var m matcher
			m.match("", v, true, v, &decisionShape)
			require.Empty(t, m.found, "a decision matches itself")
			note(v, "", &decisionShape, seen)
		}
	}
	all := map[string]bool{}
	list("", &decisionShape, all)
	delete(all, ".carried[].of") // no figure of the city that goes on has one
	for path := range all {
		if strings.HasPrefix(path, ".steps[]") {
			continue // there are rare ones
		}
		assert.True(t, seen[path], "no decision has %s", path)
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
