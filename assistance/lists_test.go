package assistance_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/assistance/schema"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// listedFamily is a household with one entry in each list that is a set, two of them components.
const listedFamily = `{"id":"a","division":"天元区","residence":"urban","property":"within",
	"income":[{"kind":"wages","yuan":"1.00","per":"month"}],
	"members":[{"id":"x","born":"1950-03-02","cannot":["eating"],"income":[{"kind":"wages","yuan":"1.00","per":"month"}],
		"disability":{"category":"multiple","grade":1,"components":[{"category":"visual","grade":1},{"category":"hearing","grade":1}]}}]}`

// Documents of each format, and what reads them.
var documents = []struct {
	name   string
	schema []byte
	text   string
	read   func(text string) error
}{
	{"household", schema.Household(), listedFamily, func(text string) error {
		return readAll(assistance.Read)([]byte(text))
	}},
	{"account", schema.Account(), `{"history":{"id":"a","versions":[{"from":"2020-01-01","recorded":"2020-01-01","household":` + listedFamily + `}],
		"grants":[{"part":"dibao","approved":"2020-01-05"}],"reviews":["2020-03-01"]},
		"payments":[{"month":"2020-02","part":"dibao","yuan":"1.00","paid":"2020-02-09"}]}`, func(text string) error {
		return readAll(months.Read)([]byte(text))
	}},
	{"tables", schema.Tables(), `{"id":"d","kind":"draft","title":"t","rows":[{"key":"dibao-line","place":"city-five","residence":"urban",
		"yuan":"650.00","per":"month","bound":"exactly","from":"2020-10-01","clause":"1"}]}`, func(text string) error {
		overlay, err := draft.Parse([]byte(text))
		if err == nil {
			_, err = standards.Published().With(overlay)
		}
		return err
	}},
	{"cases", schema.Cases(), `{"cases":[{"name":"n","why":"w","on":"2020-10-01","tables":["t.json"],"household":` + listedFamily + `,
		"expect":{"members":[{"id":"x"}]}}]}`, func(text string) error {
		_, err := assistancetest.ReadCases(fstest.MapFS{"c.json": {Data: []byte(text)}}, "c.json")
		return err
	}},
}

// notSets are the lists that may hold an entry twice, and why.
var notSets = map[string]string{
	"income":           "two incomes may be alike",
	"members[].income": "two incomes may be alike",
	"payments":         "two payments may be alike",
	"cases[].expect.":  "each entry expected is found once in what came out, where these lists are sets",
}

// Every list of every format that is read is a set, which refuses an entry that stands twice by its
// path, or is said not to be one. A new list must join.
func TestListsThatAreSets(t *testing.T) {
	for _, d := range documents {
		require.NoError(t, d.read(d.text), d.name)
		for _, path := range listsOf(t, d.schema) {
			name := d.name + " " + path
			if strings.HasPrefix(path, "cases[].expect.") && path != "cases[].expect.members" {
				path = "cases[].expect."
			}
			if notSets[path] != "" || strings.Contains(path, ".household.") {
				continue // a household stands above
			}
			var document any
			require.NoError(t, json.Unmarshal([]byte(d.text), &document))
			require.True(t, repeat(document, strings.Split(path, ".")), "%s: the document has none", name)
			text, err := json.Marshal(document)
			require.NoError(t, err)
			err = d.read(string(text))
			if !assert.Error(t, err, name) {
				continue
			}
			last := strings.Split(path, ".")
			assert.Contains(t, err.Error(), last[len(last)-1]+"[", name)
		}
	}
	for _, d := range documents[:2] { // of which a file may have several
		for _, twice := range []string{d.text + "\n" + d.text, "[" + d.text + "," + d.text + "]"} {
			assert.ErrorContains(t, d.read(twice), "used more than once", d.name)
		}
	}
}

// What a cell or an option lists is a set too.
func TestListsOfRegistersAreSets(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	const header = "household,division,residence,property,member,born,relation,cannot,note\n"
	for _, row := range []struct {
		cannot string
		keep   []string
		fault  string
	}{
		{"eating dressing", []string{"note"}, ""},
		{"eating eating", nil, `column "cannot": is listed more than once: "eating"`},
		{"吃饭、吃饭", nil, `column "cannot": is listed more than once: "eating"`},
		{"eating", []string{"note", "note"}, `column "note": two headers name one column`},
	} {
		text := header + "a,天元区,urban,within,a,1975-01-01,applicant," + row.cannot + ",x\n"
		var found error
		for record, err := range register.Open(strings.NewReader(text), register.Options{Keep: row.keep}).Records() {
			if err == nil {
				_, err = assistance.Assess(set, record.Household)
			}
			if err != nil {
				found = record.Locate(err)
			}
		}
		if row.fault == "" {
			assert.NoError(t, found)
		} else {
			assert.ErrorContains(t, found, row.fault)
		}
	}
}

// listsOf are the paths of the lists that a schema describes, such as members[].cannot.
func listsOf(t *testing.T, text []byte) []string {
	t.Helper()
	var root map[string]any
	require.NoError(t, json.Unmarshal(text, &root))
	found := map[string]bool{}
	var walk func(s map[string]any, path string, within []string)
	walk = func(s map[string]any, path string, within []string) {
		if ref, ok := s["$ref"].(string); ok {
			name := strings.TrimPrefix(ref, "#/$defs/")
			if !slices.Contains(within, name) {
				walk(root["$defs"].(map[string]any)[name].(map[string]any), path, append(slices.Clone(within), name))
			}
		}
		for _, of := range []string{"oneOf", "anyOf", "allOf"} {
			choices, _ := s[of].([]any)
			for _, choice := range choices {
				walk(choice.(map[string]any), path, within)
			}
		}
		if items, ok := s["items"].(map[string]any); ok {
			found[path] = true
			walk(items, path+"[]", within)
		}
		properties, _ := s["properties"].(map[string]any)
		for name, property := range properties {
			walk(property.(map[string]any), strings.TrimPrefix(path+"."+name, "."), within)
		}
	}
	walk(root, "", nil)
	return slices.Sorted(maps.Keys(found))
}

// repeat appends to the list at path its first entry, and reports whether there is one.
func repeat(at any, path []string) bool {
	object, ok := at.(map[string]any)
	if !ok {
		return false
	}
	name, inside := strings.CutSuffix(path[0], "[]")
	list, isList := object[name].([]any)
	switch {
	case len(path) == 1 && isList:
		object[name] = append(list, list[0])
		return true
	case len(path) == 1:
		return false
	case inside && isList:
		return repeat(list[0], path[1:])
	}
	return repeat(object[name], path[1:])
}
