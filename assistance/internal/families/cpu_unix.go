//go:build unix

package families

import (
	"syscall"
	"time"
)

// CPU is the processor time that the process has taken: on a machine that does other work too, it
// tells more than the clock.
func CPU() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
