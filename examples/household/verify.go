package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assume"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// verifyFiles checks the decisions of one file against the households of another, which are told by
// their ids: each household is decided again for the day of its decision. What cannot be read is
// refused; the rest is verified.
func (p *program) verifyFiles(tables *standards.Tables, households string) int {
	decisions, array, refused, ok := p.readDecisions(p.verify)
	if !ok {
		return cli.Usage
	}
	all, code, ok := p.readHouseholds(households)
	if !ok {
		return code
	}
	code = max(code, refused)
	out := output{w: p.Stdout, array: func() bool { return array }}
	for _, d := range decisions {
		entry, ok := householdOf(d, all, len(decisions))
		if !ok {
			fmt.Fprintln(p.Stderr, p.noHousehold(households, d.ID))
			code = cli.Refused
			continue
		}
		verified, err := p.verifyOne(d, entry.Household, tables, &out)
		if err != nil {
			p.refuseVerifying(households, entry, err)
		}
		if !verified {
			code = cli.Refused
		}
	}
	return max(code, p.finish(&out))
}

// verifyOne verifies one decision, says what came of it, and reports whether all of it is verified,
// the standards it names included.
func (p *program) verifyOne(d assistance.Decision, h assistance.Household, tables *standards.Tables, out *output) (bool,
	error) {
	filled := p.Fill.Apply(&h)
	v, err := verify.Decision(d, h, tables, filled...)
	if err != nil {
		return false, err
	}
	p.Tally.Add(filled)
	verified := v.Same() && v.SameStandards()
	if p.JSON {
		return verified, out.json(v)
	}
	text := v.Text(p.Lang) + "\n"
	if fill := filledOf(d.Assumed, v.Now.Assumed); v.FactsChanged && fill != "" {
		text += fmt.Sprintf(p.Lang.In("原决定推定了下列事项，须以作出决定时的 -assume 复核：%s\n",
			"the decision assumes %s; verify it with the -assume that it was made with\n"),
			fill)
	}
	out.write([]byte(text))
	return verified, nil
}

// filledOf is what -assume must have filled, fact=value: what a decision lists as assumed beside
// what the law takes for granted.
func filledOf(listed, lawful []benefit.Assumption) string {
	var filled []benefit.Assumption
	for _, a := range listed {
		if !slices.ContainsFunc(lawful, func(b benefit.Assumption) bool {
			return b.Fact == a.Fact && b.As == a.As && slices.Equal(b.Members, a.Members)
		}) {
			filled = append(filled, a)
		}
	}
	return assume.Of(filled...).String()
}

// refuseVerifying says why a decision cannot be made again: for the household, which lies beyond
// its day, or for the decision.
func (p *program) refuseVerifying(households string, entry assistance.Entry, err error) {
	if errors.As(err, new(wire.Errors)) {
		p.refuse(households, entry.Line, entry.Household.ID, err)
		return
	}
	p.refuse(p.verify, 0, entry.Household.ID, err)
}

func (p *program) noHousehold(file, id string) string {
	if id == "" {
		return file + p.Lang.In("：决定没有家庭编号，无从对应", ": there is no telling which household a decision without an id is of")
	}
	return file + fmt.Sprintf(p.Lang.In("：没有编号为 %s 的家庭", ": there is no household %s"), layout.Short(id))
}

// householdOf finds the household that d is of: the one with its id, or the only one there is.
func householdOf(d assistance.Decision, all []assistance.Entry, decisions int) (assistance.Entry, bool) {
	if i := slices.IndexFunc(all, func(e assistance.Entry) bool { return e.Household.ID == d.ID }); i >= 0 {
		return all[i], true
	}
	if len(all) == 1 && decisions == 1 {
		return all[0], true
	}
	return assistance.Entry{}, false
}

// readHouseholds reads every household of a file. Those that cannot be used are refused.
func (p *program) readHouseholds(name string) (all []assistance.Entry, code int, ok bool) {
	file, shown, err := p.Open(name)
	if err != nil {
		return nil, p.Failed(p.CannotOpen(name, err)), false
	}
	defer file.Close()
	for entry, err := range assistance.Read(file) {
		if err != nil {
			p.refuse(shown, entry.Line, entry.Household.ID, err)
			code = cli.Refused
			continue
		}
		all = append(all, entry)
	}
	return all, code, true
}

// readDecisions reads the decisions of a file: one, an array, or JSON lines. Those that cannot be
// read are refused.
func (p *program) readDecisions(name string) (all []assistance.Decision, array bool, code int, ok bool) {
	file, shown, err := p.Open(name)
	if err != nil {
		return nil, false, p.Failed(p.CannotOpen(name, err)), false
	}
	defer file.Close()
	input := &cli.Shape{Reader: file}
	for item, err := range wire.Values(input) {
		var d assistance.Decision
		if err == nil {
			var faults wire.Faults
			d = wire.Read[assistance.Decision](item.Value, "", &faults)
			err = faults.Err()
		}
		if err != nil {
			p.refuse(shown, item.Line, d.ID, err)
			code = cli.Refused
			continue
		}
		all = append(all, d)
	}
	return all, input.Array(), code, true
}
