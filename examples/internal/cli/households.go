package cli

import (
	"context"
	"io"
	"iter"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Households yields the households of a register that decide takes, filled as -assume asks. The
// others are refused on stderr and counted. Where ctx is done its error ends them.
func (p *Program) Households(
	ctx context.Context, file io.Reader, shown string, decide func(*assistance.Household) error,
) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		progress := p.SearchProgress()
		opened := register.Open(file, p.Options)
		p.SayFile(shown, opened)
		defer func() {
			progress.Clear()
			io.WriteString(p.Stderr, p.Causes.Text(p.Lang, true)+SkippedText(opened.Skipped(), p.Lang)+AssumedText(&p.Assumed,
				p.Lang))
		}()
		for record, err := range register.OfPeople(opened) {
			if ctx.Err() != nil {
				yield(assistance.Household{}, ctx.Err())
				return
			}
			h := record.Household
			filled := p.Fill.Apply(&h)
			if err == nil {
				err = decide(&h)
			}
			if err != nil || len(record.Warnings) > 0 {
				progress.Clear()
			}
			p.WarnOf(shown, &record)
			if err != nil {
				p.Refuse(p.Stderr, shown, record.Household.ID, record.Locate(err))
				if record.Rows == 0 {
					p.Unread = true // what ends the reading is of no household
				}
				p.Refused++
				continue
			}
			p.Tally.Add(filled)
			p.countAssumed(&h)
			progress.Add()
			if !yield(h, nil) {
				return
			}
		}
	}
}

// countAssumed counts the facts that the decision of h takes for something without their being
// stated.
func (p *Program) countAssumed(h *assistance.Household) {
	if p.Set == nil {
		return
	}
	if p.counted.Assess(p.Set, h) != nil {
		return // it was decided before
	}
	for _, a := range p.counted.Assumed {
		if a.Fact < benefit.FactCount {
			p.Assumed[a.Fact] += caseload.Weight(h)
		}
	}
}
