package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/openminzheng/zhuzhou/assistance/schema"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

// instructions tell an assistant how to use the tools honestly.
const instructions = `These tools decide what a household in Zhuzhou (Hunan, China) is due under the social assistance standards of one day.
State no amount, line, date or clause that a tool did not return, and do not compute with them.
What is not stated is unknown, never no: put the questions of an answer to the user, and call again with the answers. Do not guess a fact.
"At least" means that the figure on record is a lower limit. Undetermined is no refusal. Name the assumed facts and the clauses.
各项工具按某日的标准审核株洲市的家庭。不得说出工具未返回的金额、标准、日期或条款，也不得自行计算；未载明的事实是未知，不是“无”：
把返回的问题交给用户回答后再次调用，不得猜测；“不低于”表示只知下限；待定不是不批准；须说明推定的事项和依据的条款。`

// tool is one tool: what it is called, what it takes, and how it answers.
type tool struct {
	name, title, description string
	fields                   []string // of its arguments, all required
	call                     func(s *tools, a arguments) (answer, error)
}

var allTools = []tool{
	{"explain", "审核并说明理由 / decide and explain",
		"Decides a household for a day: the notice in words, the decision with every step and its clause, and the questions that are open.",
		[]string{"on", "household"}, (*tools).explain},
	{"nearest", "怎样才会改变结果 / what would change it",
		"For every benefit that is refused or undetermined: the income, fact, age, day or figure nearest to change it.",
		[]string{"on", "household"}, (*tools).nearest},
	{"between", "事实不全时的上下限 / bounds while facts are missing",
		"The least and the most due a month over every completion of the missing facts, and the questions that would settle it.",
		[]string{"on", "household"}, (*tools).between},
	{"standards", "某日的标准及其出处 / the standards of a day",
		"The figures in force on a day, each with its document, clause and printed words.",
		[]string{"on"}, (*tools).standards},
	{"verify", "复核以往的决定 / verify a decision",
		"Makes an earlier decision again for its own day, and says whether it stands and what differs.",
		[]string{"decision", "household"}, (*tools).verify},
}

// newServer returns a server whose tools decide under tables.
func newServer(tables *standards.Tables) (*mcp.Server, error) {
	server := mcp.NewServer(
		&mcp.Implementation{Name: "zhuzhou", Title: "株洲社会救助 / Zhuzhou social assistance", Version: standards.DataVersion},
		&mcp.ServerOptions{Instructions: instructions})
	s := &tools{tables}
	closed := false
	for _, one := range allTools {
		input, err := inputSchema(one.fields)
		if err != nil {
			return nil, err
		}
		server.AddTool(&mcp.Tool{Name: one.name, Title: one.title, Description: one.description, InputSchema: input,
			Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed}},
			func(_ context.Context, r *mcp.CallToolRequest) (*mcp.CallToolResult, error) {
				return s.answer(one, r.Params.Arguments), nil
			})
	}
	return server, nil
}

// inputSchema is the schema of a tool's arguments, made of the schemas of the library's formats.
func inputSchema(fields []string) (json.RawMessage, error) {
	properties := map[string]any{"lang": map[string]any{"type": "string", "enum": []string{"zh", "en"},
		"description": "语言，不写为中文 / the language; without it Chinese"}}
	definitions := map[string]json.RawMessage{}
	for _, field := range fields {
		format := map[string][]byte{"household": schema.Household(), "decision": schema.Decision()}[field]
		if format == nil {
			properties[field] = map[string]any{"type": "string", "format": "date",
				"description": "按哪一天的标准 / for which day to decide, such as 2020-10-01"}
			continue
		}
		var own struct {
			Description string                     `json:"description"`
			Defs        map[string]json.RawMessage `json:"$defs"`
		}
		if err := json.Unmarshal(format, &own); err != nil {
			return nil, err
		}
		for name, definition := range own.Defs {
			definitions[name] = definition
		}
		properties[field] = map[string]any{"$ref": "#/$defs/" + field, "description": own.Description}
	}
	return json.Marshal(map[string]any{"type": "object", "additionalProperties": false, "required": fields,
		"properties": properties, "$defs": definitions})
}

// answer is what a tool answers with: in words, and in full.
type answer struct {
	text string
	full any
}

// answer calls a tool. What is wrong with its arguments is an answer too, so that the assistant can
// mend it.
func (s *tools) answer(one tool, raw json.RawMessage) *mcp.CallToolResult {
	a, err := readArguments(raw, one.fields)
	var got answer
	if err == nil {
		got, err = one.call(s, a)
	}
	if err != nil {
		return refusal(err, a.lang)
	}
	return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: got.text}}, StructuredContent: got.full}
}

// refusal says what is wrong, every fault at once, and asks for what is required and missing.
func refusal(err error, l standards.Lang) *mcp.CallToolResult {
	text := l.In("未予审核：\n", "Nothing was decided:\n") + cli.Text(err, l)
	questions := missing(err)
	if len(questions) > 0 {
		text += "\n\n" + questionsText(questions, l)
	}
	return &mcp.CallToolResult{IsError: true,
		Content: []mcp.Content{&mcp.TextContent{Text: strings.TrimSuffix(text, "\n")}},
		StructuredContent: struct {
			Questions []question `json:"questions"`
		}{questions}}
}
