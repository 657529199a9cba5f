package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

const household = `{"id":"h-17","division":"430223","residence":"rural","members":[
	{"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"500.00","per":"month"}]},
	{"id":"son","born":"1995-07-15","relation":"dependent-adult-child","income":[],"disability":{"category":"intellectual","grade":1}}]}`

// connect runs the program and returns a client of the protocol that talks to it.
func connect(t *testing.T, args ...string) *mcp.ClientSession {
	t.Helper()
	fromClient, toServer := io.Pipe()
	fromServer, toClient := io.Pipe()
	ended := make(chan int, 1)
	var stderr bytes.Buffer
	go func() {
		ended <- run(t.Context(), args, fromClient, toClient, &stderr)
		toClient.Close()
	}()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), &mcp.IOTransport{Reader: fromServer, Writer: toServer}, nil)
	require.NoError(t, err)
	t.Cleanup(func() {
		_ = session.Close()
		assert.Equal(t, cli.OK, <-ended, stderr.String())
	})
	return session
}

// call calls a tool with arguments in JSON, and returns what it says and what it hands over.
func call(t *testing.T, session *mcp.ClientSession, name, arguments string) (text string, full map[string]any, failed bool) {
	t.Helper()
	got, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: name, Arguments: json.RawMessage(arguments)})
	require.NoError(t, err)
	require.Len(t, got.Content, 1)
	full, _ = got.StructuredContent.(map[string]any)
	return got.Content[0].(*mcp.TextContent).Text, full, got.IsError
}

func decided(t *testing.T) (*standards.Set, assistance.Household, assistance.Decision) {
	t.Helper()
	var h assistance.Household
	require.NoError(t, json.Unmarshal([]byte(household), &h))
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	d, err := assistance.Explain(set, h)
	require.NoError(t, err)
	return set, h, d
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(text)
}

func TestToolsAreListed(t *testing.T) {
	session := connect(t)
	listed, err := session.ListTools(t.Context(), nil)
	require.NoError(t, err)
	var names []string
	for _, one := range listed.Tools {
		names = append(names, one.Name)
		assert.True(t, one.Annotations.ReadOnlyHint)
		assert.Contains(t, asJSON(t, one.InputSchema), `"required"`)
	}
	assert.ElementsMatch(t, []string{"explain", "nearest", "between", "standards", "verify"}, names)
	assert.Contains(t, session.InitializeResult().Instructions, "State no amount")
}

// What explain says is the notice of the library and its questions, and what it hands over is the
// library's decision.
func TestExplain(t *testing.T) {
	set, h, d := decided(t)
	session := connect(t)
	text, full, failed := call(t, session, "explain", `{"on":"2020-10-01","lang":"en","household":`+household+`}`)
	assert.False(t, failed)
	says, asks, _ := strings.Cut(text, "\n\nOpen questions:\n")
	assert.Equal(t, strings.TrimSuffix(notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.English), "\n"), says)
	assert.JSONEq(t, asJSON(t, d), asJSON(t, full["decision"]))
	assert.Contains(t, asks, "within (within the limit) | over (over the limit)")
	assumed := 0
	for _, a := range d.Assumed {
		assumed += max(1, len(a.Members))
	}
	assert.Len(t, full["questions"], len(d.Needs)+assumed, "one for each fact that is not stated")
	assert.Contains(t, asks, "taken for capable meanwhile")
	first := full["questions"].([]any)[0].(map[string]any)
	assert.Equal(t, "property", first["field"])
	assert.NotEmpty(t, first["zh"])
}

// A figure that is not on record, or only as a lower limit, is asked of the office, not guessed.
func TestMissingFigureIsAQuestion(t *testing.T) {
	session := connect(t)
	text, full, _ := call(t, session, "explain", `{"on":"2020-10-01","household":{"division":"430223","residence":"urban","property":"within","members":[
		{"id":"a","born":"1980-01-01","income":[{"kind":"wages","yuan":"650","per":"month"}]}]}}`)
	assert.Contains(t, text, "这项标准只知不低于每月500.00元：最低生活保障标准，攸县，城市。")
	require.NotEmpty(t, full["questions"])
	assert.Equal(t, "dibao-line@430223/urban", full["questions"].([]any)[0].(map[string]any)["figure"])

	text, _, _ = call(t, session, "explain", `{"on":"2020-10-01","lang":"en","household":{"division":"430225","residence":"urban","property":"within","members":[
		{"id":"a","born":"1950-01-01","support":"none","property":"within","selfCare":"partial","income":[]}]}}`)
	assert.Contains(t, text, "Not on record: care standard of tekun support, by self-care, Yanling, partial.")
}

func TestNearestAndBetween(t *testing.T) {
	set, h, _ := decided(t)
	session := connect(t)
	ways, err := whatif.Nearest(set, h)
	require.NoError(t, err)
	text, full, _ := call(t, session, "nearest", `{"on":"2020-10-01","household":`+household+`}`)
	for _, way := range ways {
		assert.Contains(t, text, way.Text(standards.Chinese))
	}
	assert.JSONEq(t, asJSON(t, ways), asJSON(t, full["ways"]))
	found, err := whatif.Between(set, h)
	require.NoError(t, err)
	text, full, _ = call(t, session, "between", `{"on":"2020-10-01","household":`+household+`}`)
	assert.True(t, strings.HasPrefix(text, found.Text(standards.Chinese)+"\n\n尚待回答的问题：\n"), text)
	delete(full, "questions")
	assert.JSONEq(t, asJSON(t, found), asJSON(t, full))
}

func TestStandardsNameTheirSources(t *testing.T) {
	set, _, _ := decided(t)
	text, full, _ := call(t, connect(t), "standards", `{"on":"2020-10-01","lang":"en"}`)
	assert.Len(t, full["rows"], len(set.Deciding()))
	assert.Equal(t, len(set.Deciding()), strings.Count(text, "\n")+1)
	for line := range strings.Lines(text) {
		assert.Regexp(t, `^- .+: .+`, line)
	}
}

// The county's own figures are laid by the flag.
func TestTables(t *testing.T) {
	text, _, _ := call(t, connect(t, "-tables", "../testdata/youxian-2020.json"), "standards", `{"on":"2020-10-01","lang":"en"}`)
	assert.Contains(t, text, "Youxian, rural, 4800.00 yuan a year")
}

func TestVerify(t *testing.T) {
	_, _, d := decided(t)
	session := connect(t)
	text, full, _ := call(t, session, "verify", `{"lang":"en","decision":`+asJSON(t, d)+`,"household":`+household+`}`)
	assert.Contains(t, text, "verified: on 2020-10-01 household h-17")
	assert.Equal(t, true, full["same"])
	d.Total.Amount = standards.Fen(1, standards.PerMonth)
	text, full, _ = call(t, session, "verify", `{"lang":"en","decision":`+asJSON(t, d)+`,"household":`+household+`}`)
	assert.Contains(t, text, "differs: total.yuan was 0.01")
	assert.Equal(t, false, full["same"])
}

// What cannot be used is told with every fault; what is required and missing is a question.
func TestRefusals(t *testing.T) {
	session := connect(t)
	for arguments, want := range map[string]string{
		`{"on":"2020-10-01","household":{"members":[{"id":"a"}]}}`:                  "缺少必填字段，位于：division",
		`{"on":"2020-10-01","household":{"division":"x","members":[]},"lang":"en"}`: `unknown place: "x" at division`,
		`{"on":"2020-13-01","lang":"en","household":{}}`:                            "on: a day is wanted",
		`{"on":"1999-01-01","household":` + household + `}`:                         "不在已核对国家规定的期间",
		`{"household":{},"lang":"en"}`:                                              "on: the argument is missing\nrequired field is missing at division",
		`{"on":"2020-10-01","household":{},"lang":"en","assume":"no"}`:              "assume: there is no such argument",
		`{"lang":"fr"}`: "lang：只能是 zh 或 en",
		`[]`:            "须为 JSON 对象",
	} {
		text, full, failed := call(t, session, "explain", arguments)
		assert.True(t, failed, arguments)
		assert.Contains(t, text, want)
		assert.NotContains(t, full, "decision")
	}
	text, full, _ := call(t, session, "explain", `{"on":"2020-10-01","household":{"members":[{"id":"a"}]},"lang":"en"}`)
	assert.Contains(t, text, "Open questions:\n- ")
	var known []string
	for _, q := range full["questions"].([]any) {
		known = append(known, q.(map[string]any)["field"].(string))
	}
	assert.Equal(t, []string{"division", "born"}, known)
}

// Whatever is needed of a fact is asked under a name by which it can be stated.
func TestEveryFactCanBeAsked(t *testing.T) {
	for _, field := range assistance.Fields() {
		if field.Fact == 0 || field.Class != fields.Condition {
			continue
		}
		asked := fieldsOf(field.Fact, field.OfMember)
		require.NotEmpty(t, asked, field.Name)
		for _, one := range asked {
			q := ask(one, "a")
			assert.NotEmpty(t, q.Zh)
			assert.NotEmpty(t, q.En)
		}
	}
}

func TestUsage(t *testing.T) {
	for args, code := range map[string]int{"-h": cli.OK, "x": cli.Usage, "-tables nowhere.json": cli.Usage} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, code, run(t.Context(), append([]string{"-lang", "en"}, strings.Fields(args)...), strings.NewReader(""), &stdout, &stderr))
		assert.NotEmpty(t, stdout.String()+stderr.String())
	}
}
