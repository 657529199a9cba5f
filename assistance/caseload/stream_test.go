package caseload_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

var errRow = errors.New("a row that cannot be read")

// mixedRecords are so many records: of each three one comes with an error, and one is refused.
func mixedRecords(count int) iter.Seq2[register.Record, error] {
	return func(yield func(register.Record, error) bool) {
		for i := range count {
			h, err := families.Single(fmt.Sprintf("h%d", i), int64(i%700)), error(nil)
			switch i % 3 {
			case 1:
				err = errRow
			case 2:
				h.Members = nil
			}
			if !yield(register.Record{Household: h}, err) {
				return
			}
		}
	}
}

// Each record comes out where it went in, with its decision or with its error and then nothing else,
// though results are made in memory used again.
func TestResultsHoldNothingOfOthers(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	const count = 700
	longest := make(chan int, count)
	var before []string
	options := caseload.DecideOptions{Workers: 1,
		Before: func(h *assistance.Household) {
			before = append(before, h.ID)
			if len(h.Members) > 0 {
				h.Members[0].Income[0].Amount = families.Monthly(100)
			}
		},
		Render: func(text []byte, r *caseload.Result) []byte {
			longest <- len(text)
			return append(text, r.Decision.ID...)
		}}
	i := 0
	var texts [][]byte
	for r, err := range caseload.Decide(t.Context(), set, mixedRecords(count), options) {
		id := fmt.Sprintf("h%d", i)
		require.Equal(t, id, r.Household.ID)
		switch i % 3 {
		case 0:
			require.NoError(t, err)
			assert.Equal(t, id, r.Decision.ID)
			assert.Equal(t, families.Monthly(500), r.Decision.Total.Amount, "as Before has it")
			assert.Empty(t, r.Decision.Steps)
			assert.Equal(t, id, string(r.Text))
			assert.Equal(t, len(r.Text), cap(r.Text), "to append to it does not write into the next one")
			texts = append(texts, r.Text)
		case 1:
			assert.Equal(t, errRow, err)
			assert.Zero(t, r.Decision)
			assert.Nil(t, r.Text)
		default:
			var faults assistance.Errors
			require.ErrorAs(t, err, &faults)
			assert.Empty(t, r.Decision.ID)
			assert.Empty(t, r.Decision.Members)
			assert.False(t, r.Decision.Total.Stated())
			assert.Nil(t, r.Text)
		}
		i++
	}
	assert.Equal(t, count, i)
	assert.Len(t, before, 2*count/3+1, "it is not called for what comes with an error")
	close(longest)
	for n := range longest {
		require.Less(t, n, 32*len("h1234"), "what one goroutine renders at once, and no more")
	}
	assert.NotEmpty(t, texts)
}

// With Explain the steps are there, and without they are not.
func TestDecideExplains(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	one := func(yield func(register.Record, error) bool) {
		yield(register.Record{Household: families.Single("h", 200)}, nil)
	}
	for _, explain := range []bool{true, false} {
		want := families.Decided(t, set, families.Single("h", 200))
		if explain {
			var err error
			want, err = assistance.Explain(set, families.Single("h", 200))
			require.NoError(t, err)
			require.NotEmpty(t, want.Steps)
		}
		for r, err := range caseload.Decide(t.Context(), set, one, caseload.DecideOptions{Explain: explain}) {
			require.NoError(t, err)
			assert.Equal(t, want, r.Decision)
		}
	}
}

// The error of a household from CSV names line, column and value.
func TestDecideLocatesErrors(t *testing.T) {
	text := "household,division,residence,property,member,born,wages_yuan,income_per\n" +
		"a,430211,urban,within,m,1990-01-01,0,month\nb,430211,urban,within,m,2090-01-01,0,month\n"
	var errs []error
	for _, err := range caseload.Decide(t.Context(), families.Standards(t, "2020-10-01"), register.Read(strings.NewReader(text)), caseload.DecideOptions{}) {
		errs = append(errs, err)
	}
	require.Len(t, errs, 2)
	require.NoError(t, errs[0])
	var located register.Errors
	require.ErrorAs(t, errs[1], &located)
	require.Len(t, located, 1)
	assert.Equal(t, &register.Error{Line: 3, Column: "born", Value: "2090-01-01", Code: located[0].Code}, located[0])
}

// Progress tells after each batch how many households were yielded, the last time all of them.
func TestProgress(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for count, want := range map[int][]int64{0: nil, 1: {1}, 31: {31}, 32: {32}, 33: {32, 33}, 64: {32, 64}, 100: {32, 64, 96, 100}} {
		var told []int64
		yielded := int64(0)
		options := caseload.DecideOptions{Workers: 2, Progress: func(done int64) {
			assert.Equal(t, yielded, done)
			told = append(told, done)
		}}
		var none context.Context // is one that is never done
		for range caseload.Decide(none, set, mixedRecords(count), options) {
			yielded++
		}
		assert.Equal(t, int64(count), yielded)
		assert.Equal(t, want, told, count)
	}
}

// Where the context is done its error is the last thing yielded: at once, at any place in a batch,
// and at its end.
func TestDecideStopsWhereTheContextIsDone(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for _, after := range []int{0, 1, 5, 31, 32, 33, 64} {
		ctx, cancel := context.WithCancel(context.Background())
		if after == 0 {
			cancel()
		}
		n := 0
		var last error
		for r, err := range caseload.Decide(ctx, set, mixedRecords(200), caseload.DecideOptions{Workers: 3}) {
			require.NotErrorIs(t, last, context.Canceled, "it is the last")
			last = err
			if n++; n <= after {
				assert.Equal(t, fmt.Sprintf("h%d", n-1), r.Household.ID)
			} else {
				assert.Zero(t, r)
			}
			if n == after {
				cancel()
			}
		}
		cancel()
		assert.Equal(t, after+1, n, "what was yielded before, and the error")
		assert.Equal(t, context.Canceled, last)
	}
	// A context that is done after the last record of all is none that stops.
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	for range caseload.Decide(ctx, set, mixedRecords(40), caseload.DecideOptions{Workers: 3, Progress: func(done int64) {
		if done == 40 {
			cancel()
		}
	}}) {
		n++
	}
	cancel()
	assert.Equal(t, 41, n)
}

// Where Progress ends the context between two batches, the error is all that comes after, also where
// the next batch is ready.
func TestDecideStopsBetweenBatches(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for range 60 {
		ctx, cancel := context.WithCancel(context.Background())
		var last error
		n := 0
		for _, err := range caseload.Decide(ctx, set, mixedRecords(200), caseload.DecideOptions{Workers: 2, Progress: func(int64) {
			time.Sleep(time.Millisecond) // for the next batch
			cancel()
		}}) {
			last = err
			n++
		}
		require.Equal(t, context.Canceled, last)
		require.Equal(t, 33, n)
	}
}

// So many goroutines decide as are asked for, as many as run at once where none are, and none is left
// when the stream ends, is stopped or its context is done.
func TestTheGoroutinesOfAStream(t *testing.T) {
	const procs = 4
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
	set := families.Standards(t, "2020-10-01")
	before := runtime.NumGoroutine()
	for asked, want := range map[int]int64{1: 1, 2: 2, 3: 3, 0: procs, -1: procs} {
		var inside, most atomic.Int64
		full := make(chan struct{})
		var once sync.Once
		wait := func(*assistance.Household) {
			now := inside.Add(1)
			for seen := most.Load(); now > seen && !most.CompareAndSwap(seen, now); seen = most.Load() {
			}
			if now == want {
				once.Do(func() { close(full) })
			}
			select {
			case <-full:
				runtime.Gosched()
			case <-time.After(10 * time.Second):
				t.Error("fewer decide")
			}
			inside.Add(-1)
		}
		for range caseload.Decide(t.Context(), set, mixedRecords(700), caseload.DecideOptions{Workers: asked, Before: wait}) {
		}
		assert.Equal(t, want, most.Load(), asked)
	}
	assert.Equal(t, procs, runtime.GOMAXPROCS(0))
	for range caseload.Decide(t.Context(), set, mixedRecords(5000), caseload.DecideOptions{Workers: 3}) {
		break
	}
	ctx, cancel := context.WithCancel(context.Background())
	for range caseload.Decide(ctx, set, mixedRecords(5000), caseload.DecideOptions{Workers: 3}) {
		cancel()
	}
	cancel()
	for begun := time.Now(); runtime.NumGoroutine() > before && time.Since(begun) < 10*time.Second; {
		time.Sleep(time.Millisecond)
	}
	assert.LessOrEqual(t, runtime.NumGoroutine(), before)
}

// Who ranges may stop anywhere, and gets nothing after; the sequence is told to stop at the next
// record, not at the end of a batch.
func TestWhoRangesMayStop(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for _, after := range []int{1, 31, 32, 33} {
		left, goOn := make(chan bool, 1), make(chan struct{})
		in := func(yield func(register.Record, error) bool) {
			more := true
			for i := 0; i < 64 && more; i++ { // two full batches
				more = yield(register.Record{Household: families.Single("h", 0)}, nil)
			}
			<-goOn
			left <- more && yield(register.Record{Household: families.Single("h", 0)}, nil)
		}
		n := 0
		for range caseload.Decide(t.Context(), set, in, caseload.DecideOptions{Workers: 2}) {
			if n++; n == after {
				break
			}
		}
		assert.Equal(t, after, n)
		close(goOn)
		select {
		case more := <-left:
			assert.False(t, more, "after %d", after)
		case <-time.After(10 * time.Second):
			t.Fatal("the sequence is not told")
		}
	}
}

// What a RenderError says.
func TestTheTextOfARenderError(t *testing.T) {
	err := &caseload.RenderError{ID: "h\n7", Before: 12, After: 3}
	assert.EqualError(t, err, `caseload: household "h\n7" was not rendered: Render returned 3 bytes of the 12 that it was to append to`)
	assert.Equal(t, `家庭“h\n7”的结果未能写出：Render 交回 3 字节，少于交给它的 12 字节`, err.Text(standards.Chinese))
	assert.Empty(t, (*caseload.RenderError)(nil).Text(standards.English))
}

// A Render may return text elsewhere, and no more than it was given.
func TestRenderElsewhere(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	var texts []string
	render := func(text []byte, r *caseload.Result) []byte {
		switch r.Household.ID {
		case "h0":
			return append(text, "first"...)
		case "h3":
			return []byte("....." + "elsewhere")
		}
		return text
	}
	for r, err := range caseload.Decide(t.Context(), set, mixedRecords(7), caseload.DecideOptions{Workers: 1, Render: render}) {
		if err == nil {
			texts = append(texts, string(r.Text))
		}
	}
	assert.Equal(t, []string{"first", "elsewhere", ""}, texts)
}
