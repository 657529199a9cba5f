package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/wire"
)

// verifyFiles checks the decisions of one file against the households of another, which are told by their ids: each household is
// decided again for the day of its decision.
func (p *program) verifyFiles(tables *standards.Tables, households string) int {
	decisions, err := p.readDecisions(p.verify)
	if err != nil {
		return p.Failed(err.Error())
	}
	all, code, ok := p.readHouseholds(households)
	if !ok {
		return code
	}
	out := output{w: p.Stdout, array: func() bool { return len(decisions) > 1 }}
	for _, d := range decisions {
		h, ok := householdOf(d, all, len(decisions))
		if !ok {
			fmt.Fprintf(p.Stderr, p.Lang.In("%s：没有编号为 %q 的家庭\n", "%s: there is no household %q\n"), households, d.ID)
			code = cli.Refused
			continue
		}
		h, filled := p.assumed.Fill(h)
		p.tally.Add(filled)
		v, err := assistance.Verify(d, h, tables)
		if err != nil {
			fmt.Fprintf(p.Stderr, "%s: %s\n", p.verify, cli.Text(err, p.Lang))
			code = cli.Refused
			continue
		}
		if !v.Same() {
			code = cli.Refused
		}
		if p.json {
			out.json(v)
			continue
		}
		out.write([]byte(v.Text(p.Lang) + "\n"))
	}
	return max(code, p.finish(&out))
}

// householdOf finds the household that d is of: the one with its id, or the only one there is.
func householdOf(d assistance.Decision, all []assistance.Household, decisions int) (assistance.Household, bool) {
	if i := slices.IndexFunc(all, func(h assistance.Household) bool { return h.ID == d.ID }); i >= 0 {
		return all[i], true
	}
	if len(all) == 1 && decisions == 1 {
		return all[0], true
	}
	return assistance.Household{}, false
}

// readHouseholds reads every household of a file. Those that cannot be used are refused.
func (p *program) readHouseholds(name string) (all []assistance.Household, code int, ok bool) {
	file, shown, err := p.Open(name)
	if err != nil {
		return nil, p.Failed(p.CannotOpen(name, err)), false
	}
	defer file.Close()
	for entry, err := range assistance.ReadEntries(file) {
		if err != nil {
			p.refuse(shown, entry, err)
			code = cli.Refused
			continue
		}
		all = append(all, entry.Household)
	}
	return all, code, true
}

// readDecisions reads the decisions of a file: one, an array, or JSON lines.
func (p *program) readDecisions(name string) ([]assistance.Decision, error) {
	file, shown, err := p.Open(name)
	if err != nil {
		return nil, errors.New(p.CannotOpen(name, err))
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err != nil {
		return nil, err
	}
	for _, err := range wire.Values(bytes.NewReader(data)) { // for its errors: they name line and column
		if err != nil {
			return nil, errors.New(shown + p.Lang.In("：", ": ") + cli.Text(err, p.Lang))
		}
	}
	decisions, err := decodeDecisions(data)
	if err == nil && slices.ContainsFunc(decisions, func(d assistance.Decision) bool { return d.On.IsZero() }) {
		err = errors.New(p.Lang.In("不是决定：缺少日期 on", "not a decision: the day, on, is missing"))
	}
	if err != nil {
		return nil, errors.New(shown + p.Lang.In("：", ": ") + cli.Text(err, p.Lang))
	}
	return decisions, nil
}

func decodeDecisions(data []byte) ([]assistance.Decision, error) {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\uFEFF")))
	if bytes.HasPrefix(data, []byte("[")) {
		var all []assistance.Decision
		err := json.Unmarshal(data, &all)
		return all, err
	}
	var all []assistance.Decision
	for in := json.NewDecoder(bytes.NewReader(data)); in.More(); {
		var d assistance.Decision
		if err := in.Decode(&d); err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	return all, nil
}
