package cli

import (
	"context"
	"io"
	"iter"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
)

// Households yields the households of a register that decide takes, filled as -assume asks. The
// others are refused on stderr and counted. Where ctx is done its error ends them.
func (p *Program) Households(
	ctx context.Context, file io.Reader, shown string, decide func(*assistance.Household) error,
) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		progress := p.Progress()
		defer progress.Clear()
		for record, err := range register.Read(file) {
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
				p.Say(p.Stderr, shown, record.Household.ID, record.Locate(err))
				p.Refused++
				continue
			}
			p.Tally.Add(filled)
			progress.Add()
			if !yield(h, nil) {
				return
			}
		}
	}
}
