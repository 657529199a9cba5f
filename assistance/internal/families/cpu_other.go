//go:build !unix

package families

import "time"

var start = time.Now()

// CPU is the time since the start, where the system does not tell the processor time of a process.
func CPU() time.Duration { return time.Since(start) }
