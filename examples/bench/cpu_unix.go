//go:build unix

package main

import (
	"syscall"
	"time"
)

// processorTime is how long the process has computed, so that what else runs on the machine counts
// as little as can be.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return time.Since(started)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
