package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// question asks for a fact that is not stated, or for a figure that is not on record.
type question struct {
	Field  string         `json:"field,omitempty"`  // of the household or the member, where the answer is to be stated
	Member string         `json:"member,omitempty"` // whose
	Figure string         `json:"figure,omitempty"` // that is not on record: only an office can tell it
	For    benefit.Names  `json:"for,omitempty"`    // the benefits that wait for it
	As     string         `json:"as,omitempty"`     // what the law takes it for while nobody answers; empty: the benefits wait
	Zh     string         `json:"zh"`
	En     string         `json:"en"`
	Words  []questionWord `json:"words,omitempty"` // that may answer it
}

// questionWord is a word that may answer a question.
type questionWord struct {
	Word string `json:"word"`
	Zh   string `json:"zh"`
	En   string `json:"en"`
}

// questionsOf turns what a decision under set needs into questions, and then what it assumes.
func questionsOf(set *standards.Set, d *assistance.Decision) []question {
	questions := []question{}
	for _, need := range d.Needs {
		if need.Fact == 0 {
			questions = append(questions, askFigure(set, need))
			continue
		}
		for _, field := range fieldsOf(need.Fact, need.Member != "") {
			q := ask(field, need.Member)
			q.For = need.For
			questions = append(questions, q)
		}
	}
	for _, assumed := range d.Assumed {
		members := assumed.Members
		if len(members) == 0 {
			members = []string{""}
		}
		for _, member := range members {
			for _, field := range fieldsOf(assumed.Fact, member != "") {
				q := ask(field, member)
				q.As = assumed.As
				q.Zh += "（未载明，暂按 " + assumed.As + " 处理）"
				q.En += " (not stated; taken for " + assumed.As + " meanwhile)"
				questions = append(questions, q)
			}
		}
	}
	return questions
}

// askFigure asks for a figure that is not on record, or only as a lower limit: an office can supply it
// with its document.
func askFigure(set *standards.Set, need benefit.Need) question {
	figure := func(l standards.Lang) string {
		text := need.Figure.Key.Text(l) + l.In("，", ", ") + need.Figure.Place.Text(l)
		if need.Figure.Residence != 0 {
			text += l.In("，", ", ") + need.Figure.Residence.Text(l)
		}
		if need.Figure.Of != "" {
			text += l.In("，", ", ") + need.Figure.Of
		}
		return text
	}
	known := func(l standards.Lang) string {
		row, ok := set.Find(need.Figure.Key, need.Figure.Place, need.Figure.Residence, need.Figure.Of)
		if !ok || !row.Amount.Stated() {
			return l.In("没有这项标准的记录：", "Not on record: ") + figure(l)
		}
		return l.In("这项标准只知不低于"+row.Amount.Text(l)+"：", "Known only to be at least "+row.Amount.Text(l)+": ") + figure(l)
	}
	return question{Figure: need.Figure.String(), For: need.For,
		Zh: known(standards.Chinese) + "。请当地民政部门提供，并注明文件",
		En: known(standards.English) + ". The local civil affairs office can supply it, with its document"}
}

// fieldsOf are the fields that state a fact.
func fieldsOf(fact benefit.Fact, ofMember bool) []fields.Field {
	return slices.DeleteFunc(assistance.Fields(), func(f fields.Field) bool { return f.Fact != fact || f.OfMember != ofMember })
}

// ask asks for a field, of a member where one is named.
func ask(f fields.Field, member string) question {
	text := func(l standards.Lang) string {
		of := ""
		if member != "" {
			of = member + l.In("：", ": ")
		}
		if hint := f.Hint.In(l); hint != "" {
			return of + f.Label.In(l) + l.In("（", " (") + hint + l.In("）？", ")?")
		}
		return of + f.Label.In(l) + l.In("？", "?")
	}
	q := question{Field: f.Name, Member: member, Zh: text(standards.Chinese), En: text(standards.English)}
	for _, word := range f.Words {
		q.Words = append(q.Words, questionWord{word.Word, word.Label.In(standards.Chinese), word.Label.In(standards.English)})
	}
	return q
}

// memberPath is the path of a member's field in a fault.
var memberPath = regexp.MustCompile(`^members\[(\d+)\]\.(.*)$`)

// missing asks for what is required of a household and not stated.
func missing(err error) []question {
	questions := []question{}
	for _, fault := range faultsOf(err) {
		name, member := fault.Path, ""
		if parts := memberPath.FindStringSubmatch(fault.Path); parts != nil {
			index, _ := strconv.Atoi(parts[1]) // it is digits
			name, member = parts[2], fmt.Sprintf("members[%d]", index)
		}
		for _, field := range assistance.Fields() {
			if fault.Code == "required" && field.Name == name && field.OfMember == (member != "") {
				questions = append(questions, ask(field, member))
			}
		}
	}
	return questions
}

// questionsText lists questions in language l, with the words that may answer them.
func questionsText(questions []question, l standards.Lang) string {
	var b strings.Builder
	b.WriteString(l.In("尚待回答的问题：\n", "Open questions:\n"))
	for _, q := range questions {
		b.WriteString("- " + l.In(q.Zh, q.En))
		words := make([]string, len(q.Words))
		for i, word := range q.Words {
			words[i] = word.Word + l.In("（"+word.Zh+"）", " ("+word.En+")")
		}
		if len(words) > 0 {
			b.WriteString(" " + strings.Join(words, " | "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
