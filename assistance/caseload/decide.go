package caseload

import (
	"context"
	"iter"
	"runtime"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// DecideOptions say how a stream is decided. The zero DecideOptions are the usual ones.
type DecideOptions struct {
	Workers  int                         // how many goroutines decide; 0: as many as run at once
	Explain  bool                        // with the steps of each decision
	Before   func(*assistance.Household) // called before each household is decided, on several goroutines at once; it keeps the order of members and incomes; nil: nothing
	Progress func(done int64)            // called from time to time with how many were yielded, on the goroutine that ranges; nil: nothing

	// Render appends to text what is to be written of a household that was decided, and returns it; it becomes the Text of the Result. It is
	// called on several goroutines at once, and may take from the Result what is not needed any more. Nil: nothing is rendered.
	Render func(text []byte, r *Result) []byte
}

// Result is one household of a stream and its decision.
type Result struct {
	register.Record
	Decision assistance.Decision
	Text     []byte // by Render; it is overwritten once the next Result is asked for
}

// batchSize is how many households a goroutine takes at once.
const batchSize = 128

// batch is what a goroutine takes at once. Batches are used again and again.
type batch struct {
	results []Result
	errs    []error
	text    []byte
	done    chan struct{} // takes one when the batch is decided
}

func newBatch() *batch {
	return &batch{results: make([]Result, 0, batchSize), errs: make([]error, 0, batchSize), done: make(chan struct{}, 1)}
}

// Decide decides a stream of households under the standards of set, in its order, on several goroutines and at constant memory. A record
// that comes with an error, and a household that is refused, is yielded with its error, which names line, column and value where the record
// is from CSV, see [register.Record.Locate]. Where ctx is done, its error is the last thing yielded; what was yielded before is complete. The sequence
// in is read on a goroutine of its own, which is not waited for then; a panic of in, of Before or of Render is not caught.
func Decide(ctx context.Context, set *standards.Set, in iter.Seq2[register.Record, error], o DecideOptions) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		if o.Workers <= 0 {
			o.Workers = runtime.GOMAXPROCS(0)
		}
		stop, cancel := context.WithCancel(ctx)
		defer cancel()
		queue, work, used := make(chan *batch, 2*o.Workers), make(chan *batch, 2*o.Workers), make(chan *batch, 2*o.Workers)
		go cut(stop, in, queue, work, used)
		for range o.Workers {
			go func() {
				for b := range work {
					b.decide(set, &o)
				}
			}()
		}
		done := int64(0)
		for {
			var b *batch
			select {
			case <-ctx.Done():
				yield(Result{}, ctx.Err())
				return
			case b = <-queue:
			}
			if b == nil {
				if ctx.Err() != nil {
					yield(Result{}, ctx.Err())
				}
				return
			}
			select {
			case <-ctx.Done():
				yield(Result{}, ctx.Err())
				return
			case <-b.done:
			}
			for i := range b.results {
				if !yield(b.results[i], b.errs[i]) {
					return
				}
				if ctx.Err() != nil {
					yield(Result{}, ctx.Err())
					return
				}
			}
			done += int64(len(b.results))
			if o.Progress != nil {
				o.Progress(done)
			}
			select {
			case used <- b:
			default:
			}
		}
	}
}

// cut cuts the stream into batches and hands each to the workers and, in order, to the one who waits for it, who gives it back used.
func cut(ctx context.Context, in iter.Seq2[register.Record, error], queue, work chan<- *batch, used <-chan *batch) {
	defer close(queue)
	defer close(work)
	var b *batch
	send := func() bool {
		if b == nil {
			return true
		}
		select {
		case <-ctx.Done():
			return false
		case queue <- b:
		}
		select {
		case <-ctx.Done():
			return false
		case work <- b:
		}
		b = nil
		return true
	}
	for record, err := range in {
		if b == nil {
			select {
			case b = <-used:
				b.results, b.errs = b.results[:0], b.errs[:0]
			default:
				b = newBatch()
			}
		}
		b.results, b.errs = append(b.results, Result{Record: record}), append(b.errs, err)
		if len(b.results) == batchSize && !send() || ctx.Err() != nil {
			return
		}
	}
	send()
}

// decide decides a batch and renders it.
func (b *batch) decide(set *standards.Set, o *DecideOptions) {
	decide := assistance.Assess
	if o.Explain {
		decide = assistance.Explain
	}
	b.text = b.text[:0]
	for i := range b.results {
		r := &b.results[i]
		if b.errs[i] != nil {
			continue
		}
		if o.Before != nil {
			o.Before(&r.Household)
		}
		decision, err := decide(set, r.Household)
		r.Decision, b.errs[i] = decision, r.Locate(err)
		if err == nil && o.Render != nil {
			from := len(b.text)
			b.text = o.Render(b.text, r)
			r.Text = b.text[from:len(b.text):len(b.text)]
		}
	}
	b.done <- struct{}{}
}
