package desk

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
)

// beside are the files that are written beside the decisions, nil where one is not asked for.
type beside struct{ rejects, summary, totals, page *cli.Output }

// openBeside opens them, before anything is read.
func (p *program) openBeside() (ok bool) {
	b := &p.beside
	for _, one := range [...]struct {
		file **cli.Output
		name string
	}{{&b.rejects, p.rejects}, {&b.summary, p.summaryFile}, {&b.totals, p.totals}, {&b.page, p.page}} {
		if *one.file, ok = p.outputs.Create(p.Program, one.name); !ok {
			return false
		}
	}
	return true
}

// withoutTotals says why a register whose rows are households has no totals, nothing where none
// were asked for.
func (p *program) withoutTotals(level register.Level) string {
	if level != register.LevelHouseholds || p.totals == "" && p.page == "" {
		return ""
	}
	return p.Lang.In("每行是一户，没有成员：不审核任何人，没有费用表和汇总网页（-totals、-page）",
		"each row is a household without its members: nobody is decided, so there are neither totals nor a page of them (-totals, -page)")
}

// writeBeside writes what the decisions come to.
func (p *program) writeBeside() error {
	var err error
	for _, one := range [...]struct {
		file  *cli.Output
		write func(io.Writer) error
	}{{p.beside.summary, p.writeSummary}, {p.beside.totals, p.writeTotals}, {p.beside.page, p.writePage}} {
		if one.file != nil {
			err = errors.Join(err, one.write(one.file))
		}
	}
	return err
}

func (p *program) writeSummary(w io.Writer) error {
	text, err := json.MarshalIndent(p.summary.wire(p), "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}
