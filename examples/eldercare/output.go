package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// report is what came out, as -json prints it.
type report struct {
	On          standards.Date       `json:"on"`
	DataVersion string               `json:"dataVersion"`
	Tables      []standards.TableRef `json:"tables"`
	Digest      standards.Digest     `json:"digest"`
	Readings    map[string]string    `json:"readings"` // the choices that targets turn on
	Rows        int                  `json:"rows"`     // that state something
	Refused     int                  `json:"refused"`  // of them
	Faults      []faultJSON          `json:"faults"`
	Subjects    []subjectJSON        `json:"subjects"`
	Totals      []total              `json:"totals"`
	Unlisted    []standards.Place    `json:"unlisted"` // the city and the units without a usable row

	subjects []subject
	overlays []standards.Overlay
	headers  headers // of the file
}

// faultJSON is what is wrong with a cell, or with a row where no column is named.
type faultJSON struct {
	Line   int    `json:"line"`
	Column string `json:"column,omitempty"` // the header as it stands in the file, else the English one
	Value  string `json:"value,omitempty"`
	Why    text   `json:"why"`
}

type subjectJSON struct {
	Kind    kind            `json:"kind"`
	Place   standards.Place `json:"place"`
	Name    string          `json:"name,omitempty"`
	Line    int             `json:"line,omitempty"`
	Summed  int             `json:"summed,omitempty"` // how many listed institutions were added up
	Targets []targetJSON    `json:"targets"`
}

type targetJSON struct {
	Key     standards.Key     `json:"key"`
	Of      string            `json:"of,omitempty"`
	Figure  *figureJSON       `json:"figure,omitempty"` // absent: none is on record
	Part    *int64            `json:"part,omitempty"`   // absent: not stated
	Whole   *int64            `json:"whole,omitempty"`
	Verdict eldercare.Verdict `json:"verdict"`
	Wanting int64             `json:"wanting"`
	Add     []column          `json:"add,omitempty"`   // what to add where the verdict is not-stated
	Blank   []int             `json:"blank,omitempty"` // the lines of listed institutions that leave it blank
	Planned bool              `json:"planned,omitempty"`
}

// figureJSON is a target with its source. It is Num/Den of the whole, and Num of a plain count.
type figureJSON struct {
	Num      int64              `json:"num"`
	Den      int64              `json:"den"`
	Bound    standards.Bound    `json:"bound"`
	Document standards.Document `json:"document"`
	Clause   string             `json:"clause"`
	Printed  string             `json:"printed,omitempty"`
}

func newReport(g *register, set *standards.Set, subjects []subject) *report {
	r := &report{
		On: set.Day(), DataVersion: standards.DataVersion, Tables: set.Refs(), Digest: set.Digest(),
		Readings: map[string]string{}, Rows: g.read, Refused: g.refused, Faults: []faultJSON{},
		Totals: totalsOf(subjects), Unlisted: g.unlisted(),
		subjects: subjects, overlays: set.Tables().Overlays(), headers: g.headers,
	}
	if r.Tables == nil {
		r.Tables = []standards.TableRef{}
	}
	for _, f := range g.faults {
		r.Faults = append(r.Faults, faultJSON{f.line, f.column.En, f.value, f.why})
	}
	if c := r.turnsOn(); c != 0 {
		r.Readings[standards.Effective2020Reading.String()] = c.String()
	}
	r.Subjects = make([]subjectJSON, len(subjects))
	for i, s := range subjects {
		r.Subjects[i] = subjectJSON{s.kind, s.place, s.name, s.line, s.summed, []targetJSON{}}
		for _, f := range s.targets {
			r.Subjects[i].Targets = append(r.Subjects[i].Targets, f.json())
		}
	}
	return r
}

func (f finding) json() targetJSON {
	j := targetJSON{
		Key: standards.Key(f.Key), Of: f.Of, Part: number(f.Actual.Part), Whole: number(f.Actual.Whole),
		Verdict: f.Verdict, Wanting: f.Wanting, Add: f.add, Blank: f.lines, Planned: f.Planned,
	}
	if row := f.Row; row.Key != 0 {
		basis := row.Basis
		j.Figure = &figureJSON{row.Number.Num, row.Number.Den, row.Bound, basis.Document, basis.Clause, basis.Printed}
	}
	return j
}

func number(c eldercare.Count) *int64 {
	if !c.Stated() {
		return nil
	}
	n := c.Int64()
	return &n
}

// turnsOn returns the choice of when the figures apply that some target turns on, 0 where none
// does.
func (r *report) turnsOn() standards.Choice {
	for _, s := range r.subjects {
		for _, f := range s.targets {
			if f.Under != 0 {
				return f.Under
			}
		}
	}
	return 0
}

// planned reports whether a figure is applied before it was published.
func (r *report) planned() bool {
	for _, s := range r.subjects {
		for _, f := range s.targets {
			if f.Planned {
				return true
			}
		}
	}
	return false
}

// json returns the report as JSON.
func (r *report) json() (string, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(r)
	return b.String(), err
}

// csv returns a row for each target, for a spreadsheet, in language l.
func (r *report) csv(l standards.Lang) (string, error) {
	var b strings.Builder
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	header := []string{"kind", "place", "name", "line", "target", "figure", "actual", "of", "result",
		"wanting", "wanting_counted", "add", "source"}
	if l == standards.Chinese {
		header = []string{"类别", "县市区", "机构名称", "行", "目标", "标准", "实际", "总数", "结果",
			"还差", "还差（带单位）", "请补", "出处"}
	}
	if err := w.Write(header); err != nil {
		return "", err
	}
	for _, s := range r.subjects {
		for _, f := range s.targets {
			if err := w.Write(r.cells(s, f, l)); err != nil {
				return "", err
			}
		}
	}
	w.Flush()
	return b.String(), w.Error()
}

// cells is one target of s as a row of the CSV.
func (r *report) cells(s subject, f finding, l standards.Lang) []string {
	line, figure, source, wanting, counted, add := "", "", "", "", "", ""
	if s.line > 0 {
		line = strconv.Itoa(s.line)
	}
	if f.Row.Key != 0 {
		figure, source = f.figureText(l), layout.Cell(f.Citation(l))
	}
	if f.Verdict == eldercare.Met || f.Verdict == eldercare.Missed {
		wanting, counted = strconv.FormatInt(f.Wanting, 10), f.Counted(f.Wanting, l)
	}
	if len(f.add) > 0 {
		add = r.addText(f, l)
	}
	name := standards.Key(f.Key).Text(l) + ofText(f.Of, l)
	return []string{s.kind.Text(l), s.place.Text(l), layout.Cell(s.name), line, name, figure,
		f.Actual.Part.String(), f.Actual.Whole.String(), f.verdictText(l), wanting, counted, layout.Cell(add), source}
}
