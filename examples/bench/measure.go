package main

import (
	"fmt"
	"runtime"
	"time"
)

// measurement is what one household costs a contender.
type measurement struct {
	nanoseconds, allocations, bytes float64
}

// started is when the program started, for systems that tell no processor time.
var started = time.Now()

// The rounds that are measured, each at least so long. The fastest counts: what is slower than it
// comes from the machine.
const (
	rounds    = 5
	roundTime = 300 * time.Millisecond
)

// measure measures the processor time of c on one core. The garbage collector's is in it.
func measure(c *contender, households []household) (measurement, error) {
	if c.most > 0 {
		households = households[:min(c.most, len(households))]
	}
	e, err := c.prepare(households)
	if err != nil {
		return measurement{}, err
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var best measurement
	for round := range rounds + 1 {
		m, err := e.round(len(households))
		if err != nil {
			return measurement{}, fmt.Errorf("%s: %w", c, err)
		}
		if round == 1 || m.nanoseconds < best.nanoseconds { // the first warms up
			best = m
		}
	}
	return best, nil
}

// round decides all of so many households again and again, for the time of a round.
func (e *engine) round(households int) (measurement, error) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	began := processorTime()
	passes := 0
	for processorTime()-began < roundTime {
		if err := e.pass(households); err != nil {
			return measurement{}, err
		}
		passes++
	}
	took := processorTime() - began
	runtime.ReadMemStats(&after)
	decided := float64(passes * households)
	return measurement{float64(took.Nanoseconds()) / decided, float64(after.Mallocs-before.Mallocs) / decided,
		float64(after.TotalAlloc-before.TotalAlloc) / decided}, nil
}

// pass decides all of so many households once.
func (e *engine) pass(households int) error {
	if e.all != nil {
		_, err := e.all()
		return err
	}
	run := e.run
	if run == nil {
		run = func(i int) error {
			_, err := e.decide(i)
			return err
		}
	}
	for i := range households {
		if err := run(i); err != nil {
			return err
		}
	}
	return nil
}
