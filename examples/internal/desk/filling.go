package desk

import (
	"iter"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance/assume"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// filling fills the households of a register as -assume asks, while it is read, and keeps what was
// filled until they are decided.
type filling struct {
	asked   assume.Facts
	mu      sync.Mutex
	waiting [][]benefit.Assumption // of each household that was read and not decided, in their order
}

// fill fills the households of in.
func (f *filling) fill(in iter.Seq2[register.Record, error]) iter.Seq2[register.Record, error] {
	if f.asked.String() == "" {
		return in
	}
	return func(yield func(register.Record, error) bool) {
		for record, err := range in {
			var filled []benefit.Assumption
			if err == nil {
				filled = f.asked.Apply(&record.Household)
			}
			f.mu.Lock()
			f.waiting = append(f.waiting, filled)
			f.mu.Unlock()
			if !yield(record, err) {
				return
			}
		}
	}
}

// next is what was filled in the next household of the order.
func (f *filling) next() []benefit.Assumption {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.waiting) == 0 {
		return nil
	}
	filled := f.waiting[0]
	f.waiting = f.waiting[1:]
	return filled
}
