package main

import (
	"iter"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/assume"
)

// filling fills the households of a register as -assume asks, while it is read, and keeps what was filled until they are decided.
type filling struct {
	facts   assume.Facts
	mu      sync.Mutex
	waiting [][]assume.Filled // of each household that was read and not decided, in their order
}

// fill fills the households of in.
func (f *filling) fill(in iter.Seq2[register.Record, error]) iter.Seq2[register.Record, error] {
	if len(f.facts) == 0 {
		return in
	}
	return func(yield func(register.Record, error) bool) {
		for record, err := range in {
			var filled []assume.Filled
			if err == nil {
				record.Household, filled = f.facts.Fill(record.Household)
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
func (f *filling) next() []assume.Filled {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.waiting) == 0 {
		return nil
	}
	filled := f.waiting[0]
	f.waiting = f.waiting[1:]
	return filled
}
