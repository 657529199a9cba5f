package engine

import (
	"encoding/json"
	"errors"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// tablesRequest hands in every tables file that is to govern, in order.
type tablesRequest struct {
	Language string `json:"lang"`
	Files    []struct {
		Name string `json:"name"`
		Text string `json:"text"`
	} `json:"files"`
}

// tablesFile is one tables file that was laid.
type tablesFile struct {
	Name   string `json:"name"`
	ID     string `json:"id"`
	Kind   string `json:"kind"`
	Title  string `json:"title"`
	SHA256 string `json:"sha256"`
}

// tablesReply lists the files that were laid. Where one of them cannot be used, nothing changes.
type tablesReply struct {
	Files    []tablesFile `json:"files"`
	Faults   []Fault      `json:"faults"`
	Warnings []Fault      `json:"warnings"`
}

// layTables lays tables files over the published rows, in place of those that were laid before.
func (e *Engine) layTables(request []byte) (any, error) {
	var r tablesRequest
	if err := json.Unmarshal(request, &r); err != nil {
		return nil, err
	}
	l := langOf(r.Language)
	reply := tablesReply{Files: []tablesFile{}, Faults: []Fault{}, Warnings: []Fault{}}
	var overlays []standards.Overlay
	for _, file := range r.Files {
		o, err := draft.Parse([]byte(file.Text))
		if err != nil {
			reply.Faults = append(reply.Faults, rowFaults(file.Name, err, l)...)
			continue
		}
		overlays = append(overlays, o)
		reply.Files = append(reply.Files, tablesFile{file.Name, o.ID, o.Kind.String(), o.Title, o.SHA256.String()})
		if notes := o.Warnings(); len(notes) > 0 {
			reply.Warnings = append(reply.Warnings, rowFaults(file.Name, notes, l)...)
		}
	}
	if len(reply.Faults) > 0 {
		return reply, nil
	}
	tables, err := standards.Published().With(overlays...)
	if err != nil {
		reply.Faults = rowFaults("", err, l)
		return reply, nil
	}
	e.tables = tables
	return reply, nil
}

// rowFaults lists what is wrong with a tables file, each fault with its place in the text.
func rowFaults(name string, err error, l standards.Lang) []Fault {
	var rows standards.RowErrors
	if !errors.As(err, &rows) {
		return []Fault{{Path: name, Text: textOf(err, l)}}
	}
	faults := make([]Fault, len(rows))
	for i, row := range rows {
		faults[i] = Fault{Path: name, Text: row.Text(l)}
	}
	return faults
}
