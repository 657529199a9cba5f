package caseload

import (
	"context"
	"fmt"
	"iter"
	"runtime"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// DecideOptions say how Decide decides a stream. The zero DecideOptions suit most callers.
type DecideOptions struct {
	// Workers is the number of goroutines that decide, 1024 at most; 0 or less: as many as run at
	// once.
	Workers int

	// Explain asks for the steps of each decision.
	Explain bool

	// Before is called before each household is decided, on several goroutines at once. It may
	// change the household, but neither the order of its members nor that of their incomes.
	Before func(*assistance.Household)

	// Progress is called from time to time with the number of households yielded, on the goroutine
	// that ranges.
	Progress func(done int64)

	// Render appends to text what is to be written of a decided household, and returns it; it
	// becomes the Text of the Result. It is called on several goroutines at once, and may remove
	// from the Result what is not needed any more.
	Render func(text []byte, r *Result) []byte
}

// Result is one household of a stream and its decision. What the Decision holds and the Text are overwritten
// once the next Result is asked for: whatever is to be kept is copied.
type Result struct {
	register.Record
	Decision assistance.Decision
	Text     []byte // what Render wrote
}

// Decide decides a stream of households under the standards of set, on several goroutines and at
// constant memory, and yields the results in the order of the stream.
//
// A record that comes with an error, and a household that is refused, is yielded with its error. Of
// a record from CSV the error names line, column and value, see [register.Record.Locate]. Where ctx
// is done, its error is the last thing yielded, and what was yielded before is complete.
//
// The sequence in is read on a goroutine of its own, for which Decide does not wait once it is
// stopped. It does not catch a panic of in, of Before or of Render.
func Decide(ctx context.Context, set *standards.Set, in iter.Seq2[register.Record, error],
	o DecideOptions) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		if in == nil {
			yield(Result{}, wire.Missing("households"))
			return
		}
		if ctx == nil {
			ctx = context.Background()
		}
		inner, cancel := context.WithCancel(ctx)
		defer cancel()
		s := newStream(inner, set, in, o)
		done := int64(0)
		for {
			b := s.next()
			if ctx.Err() != nil {
				yield(Result{}, ctx.Err())
				return
			}
			if b == nil || !b.yieldTo(ctx, yield) {
				return
			}
			done += int64(len(b.results))
			if o.Progress != nil {
				o.Progress(done)
			}
			s.used <- b // for which there is room
		}
	}
}

// batchSize is the number of households that a goroutine takes at once: few enough that all batches
// on their way stay in a processor's cache.
const batchSize = 32

// batch holds the households that a goroutine takes at once. Batches are used again and again.
type batch struct {
	results []Result
	errs    []error
	text    []byte
	decided chan struct{} // takes one when the batch is decided
}

func newBatch() *batch {
	return &batch{
		results: make([]Result, 0, batchSize),
		errs:    make([]error, 0, batchSize),
		decided: make(chan struct{}, 1),
	}
}

// add adds a record to b. Its decision is made in the memory of the one that stood there before.
func (b *batch) add(record register.Record, err error) {
	b.results = b.results[:len(b.results)+1]
	r := &b.results[len(b.results)-1]
	r.Record, r.Text = record, nil
	b.errs = append(b.errs, err)
}

// yieldTo yields the results of b. It reports whether to go on.
func (b *batch) yieldTo(ctx context.Context, yield func(Result, error) bool) bool {
	for i := range b.results {
		if !yield(b.results[i], b.errs[i]) {
			return false
		}
		if ctx.Err() != nil {
			yield(Result{}, ctx.Err())
			return false
		}
	}
	return true
}

// stream is a stream of households on its way: each batch goes to the workers and, in order, into
// the queue of those that are to be yielded.
type stream struct {
	ctx   context.Context
	queue chan *batch
	work  chan *batch
	used  chan *batch // batches that were yielded and may be used again
}

// maxWorkers is more than any machine runs at once.
const maxWorkers = 1024

// newStream starts the goroutines that read and decide. They end with in, or with ctx.
func newStream(ctx context.Context, set *standards.Set, in iter.Seq2[register.Record, error], o DecideOptions) *stream {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	o.Workers = min(o.Workers, maxWorkers)
	ahead := 2 * o.Workers
	// So many wait, and besides one is filled and one yielded: each finds its way back.
	s := &stream{ctx, make(chan *batch, ahead), make(chan *batch, ahead), make(chan *batch, ahead+2)}
	go s.cut(in)
	for range o.Workers {
		go func() {
			for b := range s.work {
				b.decide(set, &o)
			}
		}()
	}
	return s
}

// next waits for the next batch to be decided. It returns nil at the end, and where ctx is done.
func (s *stream) next() *batch {
	var b *batch
	select {
	case <-s.ctx.Done():
		return nil
	case b = <-s.queue:
	}
	if b == nil {
		return nil
	}
	select {
	case <-s.ctx.Done():
		return nil
	case <-b.decided:
		return b
	}
}

// cut cuts the households into batches and sends them off.
func (s *stream) cut(in iter.Seq2[register.Record, error]) {
	defer close(s.queue)
	defer close(s.work)
	b := s.emptyBatch()
	for record, err := range in {
		b.add(record, err)
		if len(b.results) == batchSize {
			s.send(b)
			b = s.emptyBatch()
		}
		if s.ctx.Err() != nil {
			return
		}
	}
	if len(b.results) > 0 {
		s.send(b)
	}
}

// emptyBatch returns a batch that was used, or a new one.
func (s *stream) emptyBatch() *batch {
	select {
	case b := <-s.used:
		b.results, b.errs = b.results[:0], b.errs[:0]
		return b
	default:
		return newBatch()
	}
}

// send sends a batch to be yielded and to be decided, unless ctx is done.
func (s *stream) send(b *batch) {
	for _, to := range [...]chan<- *batch{s.queue, s.work} {
		select {
		case <-s.ctx.Done():
		case to <- b:
		}
	}
}

// decide decides the households of a batch and renders them.
func (b *batch) decide(set *standards.Set, o *DecideOptions) {
	decide := (*assistance.Decision).Assess
	if o.Explain {
		decide = (*assistance.Decision).Explain
	}
	b.text = b.text[:0]
	for i := range b.results {
		r := &b.results[i]
		if b.errs[i] != nil {
			r.Decision = assistance.Decision{}
			continue
		}
		if o.Before != nil {
			o.Before(&r.Household)
		}
		err := decide(&r.Decision, set, &r.Household)
		b.errs[i] = r.Locate(err)
		if err == nil && o.Render != nil {
			b.errs[i] = b.render(r, o)
		}
	}
	b.decided <- struct{}{}
}

// render appends what is to be written of r to the text of b.
func (b *batch) render(r *Result, o *DecideOptions) error {
	from := len(b.text)
	text := o.Render(b.text, r)
	if len(text) < from {
		return &RenderError{ID: r.Household.ID, Before: from, After: len(text)}
	}
	b.text, r.Text = text, text[from:len(text):len(text)]
	return nil
}

// RenderError says that Render returned less text than it was given to append to. The household is
// decided, and has no Text.
type RenderError struct {
	ID            string // of the household
	Before, After int    // bytes
}

// Error returns the English text.
func (e *RenderError) Error() string { return "caseload: " + e.Text(standards.English) }

// Text says it in language l.
func (e *RenderError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	return fmt.Sprintf(l.In("家庭“%s”的结果未能写出：Render 交回 %d 字节，少于交给它的 %d 字节",
		"household \"%s\" was not rendered: Render returned %d bytes of the %d that it was to append to"), wire.Shown(e.ID), e.After, e.Before)
}
