package server

import (
	_ "embed"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/standards"
)

// exampleHousehold is the family of the examples in the document.
//
//go:embed example.json
var exampleHousehold []byte

// exampleDay is the day that it is decided for.
var exampleDay = standards.Day(2020, time.October, 1)

// addExamples puts the family into each request of the document, and what the library says of it
// into each answer.
func addExamples(document node) error {
	var h assistance.Household
	if err := h.UnmarshalJSON(exampleHousehold); err != nil {
		return err
	}
	answers, err := exampleAnswers(h)
	if err != nil {
		return err
	}
	document.at("components", "parameters", "on")["example"] = exampleDay
	document.at("components", "requestBodies", "household", "content", mediaJSON)["example"] = h
	document.at("components", "requestBodies", "households", "content", mediaJSON)["example"] = h
	document.at("components", "responses", "decision", "content", mediaJSON)["example"] = answers["assess"]
	document.at("components", "responses", "problem", "content", mediaProblem)["example"] = answers["problem"]
	document.at("paths", "/v1/verify", "post", "requestBody", "content", mediaJSON)["example"] =
		node{"decision": answers["assess"], "household": h}
	for _, name := range []string{"verify", "nearest", "between"} {
		document.at("paths", "/v1/"+name, "post", "responses", "200", "content", mediaJSON)["example"] = answers[name]
	}
	document.at("paths", "/v1/notice", "post", "responses", "200", "content", mediaText)["example"] = answers["notice"]
	return nil
}

// exampleAnswers is what the service answers for h, by operation.
func exampleAnswers(h assistance.Household) (map[string]any, error) {
	set, err := standards.Published().At(exampleDay)
	if err != nil {
		return nil, err
	}
	d, err := assistance.Assess(set, h)
	if err != nil {
		return nil, err
	}
	explained, err := assistance.Explain(set, h)
	if err != nil {
		return nil, err
	}
	nearest, err := nearestAnswer(set, h)
	if err != nil {
		return nil, err
	}
	between, err := betweenAnswer(set, h)
	if err != nil {
		return nil, err
	}
	verified, err := verifyAnswer(standards.Published(), d, h)
	if err != nil {
		return nil, err
	}
	text := notice.Notice{Decision: explained, Household: h, Set: set}.Text(standards.English)
	faults := new(assistance.Household).UnmarshalJSON([]byte(`{"division":"Youxian","members":[{"id":"father","born":"1968-02-30"}]}`))
	return map[string]any{"assess": d, "nearest": nearest, "between": between, "verify": verified, "notice": text,
		"problem": problemOf(faults, "")}, nil
}
