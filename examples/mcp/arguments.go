package main

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

// arguments are what a tool is called with.
type arguments struct {
	lang      standards.Lang
	on        standards.Date
	household assistance.Household
	decision  assistance.Decision
}

// argumentError says what is wrong with one argument.
type argumentError struct {
	name string
	why  standards.Text
}

func (e *argumentError) Error() string { return e.Text(standards.English) }

// Text says in language l what is wrong.
func (e *argumentError) Text(l standards.Lang) string {
	return e.name + l.In("：", ": ") + e.why.In(l)
}

// refusals are all that is wrong with the arguments of one call.
type refusals []error

func (r refusals) Error() string { return r.Text(standards.English) }

// Text says in language l what is wrong, a line each.
func (r refusals) Text(l standards.Lang) string {
	lines := make([]string, len(r))
	for i, err := range r {
		lines[i] = cli.Text(err, l)
	}
	return strings.Join(lines, "\n")
}

func (r refusals) Unwrap() []error { return r }

// readArguments reads the arguments of a tool that takes fields, and reports all that is wrong with
// them. The language is read first, for what is said of the others.
func readArguments(raw json.RawMessage, fields []string) (a arguments, err error) {
	var stated map[string]json.RawMessage
	if err := json.Unmarshal(raw, &stated); err != nil {
		return a, &argumentError{"arguments", standards.Text{Zh: "须为 JSON 对象", En: "an object is wanted"}}
	}
	if lang := string(stated["lang"]); lang == `"en"` {
		a.lang = standards.English
	} else if lang != "" && lang != `"zh"` {
		return a, &argumentError{"lang", standards.Text{Zh: "只能是 zh 或 en", En: "it is zh or en"}}
	}
	var wrong refusals
	for _, name := range slices.Sorted(maps.Keys(stated)) {
		if name != "lang" && !slices.Contains(fields, name) {
			wrong = append(wrong, &argumentError{name, standards.Text{Zh: "没有这个参数", En: "there is no such argument"}})
		}
	}
	for _, field := range fields {
		if stated[field] == nil {
			wrong = append(wrong, &argumentError{field, standards.Text{Zh: "缺少这个参数", En: "the argument is missing"}})
		} else if err := a.read(field, stated[field]); err != nil {
			wrong = append(wrong, err)
		}
	}
	if len(wrong) > 0 {
		return a, wrong
	}
	return a, nil
}

// read reads one argument.
func (a *arguments) read(field string, value json.RawMessage) error {
	switch field {
	case "household":
		return json.Unmarshal(value, &a.household)
	case "decision":
		return json.Unmarshal(value, &a.decision)
	}
	if err := json.Unmarshal(value, &a.on); err != nil || a.on.IsZero() {
		return &argumentError{field, standards.Text{Zh: "须是日期，例如 2020-10-01", En: "a day is wanted, such as 2020-10-01"}}
	}
	return nil
}

// faultsOf are the faults of a household in err.
func faultsOf(err error) assistance.Errors {
	var faults assistance.Errors
	errors.As(err, &faults)
	return faults
}
