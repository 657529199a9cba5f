package main

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// tools answer under tables. They add nothing to what the library says.
type tools struct{ tables *standards.Tables }

// explain answers with the notice, the decision with its steps, and what is open.
func (s *tools) explain(a arguments) (answer, error) {
	set, err := s.tables.At(a.on)
	if err != nil {
		return answer{}, err
	}
	d, err := assistance.Explain(set, a.household)
	if err != nil {
		return answer{}, err
	}
	questions := questionsOf(set, &d)
	text := notice.Notice{Decision: d, Household: a.household, Set: set}.Text(a.lang)
	return answer{withQuestions(text, questions, a.lang), struct {
		Decision  assistance.Decision `json:"decision"`
		Questions []question          `json:"questions"`
	}{d, questions}}, nil
}

// nearest answers with what would change the decision.
func (s *tools) nearest(a arguments) (answer, error) {
	set, err := s.tables.At(a.on)
	if err != nil {
		return answer{}, err
	}
	ways, err := whatif.Nearest(set, a.household)
	if err != nil {
		return answer{}, err
	}
	texts := make([]string, len(ways))
	for i, way := range ways {
		texts[i] = "- " + way.Text(a.lang)
	}
	text := a.lang.In("没有临近的改变", "Nothing near would change it")
	if len(ways) > 0 {
		text = strings.Join(texts, "\n")
	}
	return answer{text, struct {
		Ways []whatif.Way `json:"ways"`
	}{slices.Concat([]whatif.Way{}, ways)}}, nil
}

// between answers with the least and the most that can be due, and what would settle it.
func (s *tools) between(a arguments) (answer, error) {
	set, err := s.tables.At(a.on)
	if err != nil {
		return answer{}, err
	}
	found, err := whatif.Between(set, a.household)
	if err != nil {
		return answer{}, err
	}
	d, err := assistance.Assess(set, a.household)
	if err != nil {
		return answer{}, err
	}
	questions := questionsOf(set, &d)
	return answer{withQuestions(found.Text(a.lang), questions, a.lang), struct {
		whatif.Range
		Questions []question `json:"questions"`
	}{found, questions}}, nil
}

// standards answers with the rows of a day, each with its source.
func (s *tools) standards(a arguments) (answer, error) {
	set, err := s.tables.At(a.on)
	if err != nil {
		return answer{}, err
	}
	var lines []string
	rows := []json.RawMessage{}
	for _, row := range set.Deciding() {
		info, _ := s.tables.Document(row.Basis.Document)
		rows = append(rows, draft.AppendRow(nil, row, draft.Extra{Document: info}))
		lines = append(lines, "- "+rowText(row, a.lang)+a.lang.In("：", ": ")+info.Cite(row.Basis.Clause, a.lang))
	}
	return answer{strings.Join(lines, "\n"), struct {
		On          standards.Date    `json:"on"`
		DataVersion string            `json:"dataVersion"`
		Rows        []json.RawMessage `json:"rows"`
	}{set.Day(), standards.DataVersion, rows}}, nil
}

// rowText says in language l what a row states: the figure, where, for whom, and how much.
func rowText(row standards.Standard, l standards.Lang) string {
	parts := []string{row.Key.Text(l), row.Place.Text(l)}
	if row.Residence != 0 {
		parts = append(parts, row.Residence.Text(l))
	}
	if row.Of != "" {
		parts = append(parts, row.Of)
	}
	value := row.Number.String()
	if row.Amount.Stated() {
		value = row.Amount.Text(l)
	}
	if row.Bound == standards.AtLeast {
		value = l.In("不低于", "at least ") + value
	}
	if value != "" {
		parts = append(parts, value)
	}
	return strings.Join(parts, l.In("，", ", "))
}

// verify answers whether an earlier decision stands.
func (s *tools) verify(a arguments) (answer, error) {
	v, err := verify.Decision(a.decision, a.household, s.tables)
	if err != nil {
		return answer{}, err
	}
	return answer{v.Text(a.lang), struct {
		Same          bool `json:"same"`
		SameStandards bool `json:"sameStandards"`
		verify.Verification
	}{v.Same(), v.SameStandards(), v}}, nil
}

// withQuestions adds the questions to a text.
func withQuestions(text string, questions []question, l standards.Lang) string {
	if len(questions) == 0 {
		return text
	}
	return strings.TrimSuffix(text, "\n") + "\n\n" + strings.TrimSuffix(questionsText(questions, l), "\n")
}
