// Package engine answers what the page asks: one request in JSON, one reply in JSON. It is the
// library behind a form, and knows no browser: the same functions run in its tests and, compiled to
// WebAssembly, in the page.
//
// What a form may ask about a household comes from [assistance.Fields]: a fact that the library
// learns needs no line here.
package engine

import (
	"encoding/json"
	"errors"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Engine is the library as one page uses it: with the tables files that were dropped on the page.
// It is not safe for concurrent use.
type Engine struct {
	tables *standards.Tables
}

// New returns an engine with the published tables.
func New() *Engine { return &Engine{tables: standards.Published()} }

// scenario is what most requests state.
type scenario struct {
	Lang      standards.Lang  `json:"-"`
	Language  string          `json:"lang"` // zh or en
	On        string          `json:"on"`   // as it was typed
	Household json.RawMessage `json:"household"`
}

// Fault is one thing that is wrong with what was typed.
type Fault struct {
	Path string `json:"path"` // of the field, such as "members[1].born"; "on" is the day
	Code string `json:"code"`
	Text string `json:"text"`
}

// failure is the reply to a request that could not be answered at all.
type failure struct {
	Failed string `json:"failed"`
}

// Call answers a request by its method: start, tables, read, decide, nearest or chart. The reply is
// JSON in any case.
func (e *Engine) Call(method string, request []byte) []byte {
	reply, err := e.call(method, request)
	if err != nil {
		reply = failure{err.Error()}
	}
	text, err := json.Marshal(reply)
	if err != nil {
		text, _ = json.Marshal(failure{err.Error()})
	}
	return text
}

func (e *Engine) call(method string, request []byte) (any, error) {
	if method == "tables" {
		return e.layTables(request)
	}
	var s scenario
	if err := json.Unmarshal(request, &s); err != nil {
		return nil, err
	}
	s.Lang = langOf(s.Language)
	switch method {
	case "start":
		return start(s.Lang), nil
	case "read":
		return readHousehold(s), nil
	case "decide":
		return e.decide(s)
	case "nearest":
		return e.nearest(s)
	case "chart":
		return e.chart(s, request)
	}
	return nil, errors.New("no method " + method)
}

func langOf(word string) standards.Lang {
	if word == "en" {
		return standards.English
	}
	return standards.Chinese
}

// texter is an error that can be said in two languages.
type texter interface{ Text(standards.Lang) string }

// textOf says in language l what err says.
func textOf(err error, l standards.Lang) string {
	var t texter
	if errors.As(err, &t) {
		return t.Text(l)
	}
	return err.Error()
}

// faultsOf lists what err finds wrong, each fault with its path and without naming it in the text.
func faultsOf(err error, l standards.Lang) []Fault {
	var list wire.Errors
	if !errors.As(err, &list) {
		return []Fault{{Text: textOf(err, l)}}
	}
	faults := make([]Fault, len(list))
	for i, one := range list {
		faults[i] = Fault{one.Path, one.Code, besideField(*one, l)}
	}
	return faults
}
