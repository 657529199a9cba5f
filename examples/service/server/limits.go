package server

import "time"

// Limits bound what one client can ask of the server.
type Limits struct {
	Body     int64         // bytes of a body that is no batch, and of one line of a batch
	Lines    int           // lines of a batch
	Requests int           // requests that are answered at a time; a further one is told to come back
	Stall    time.Duration // how long a client may neither send nor take anything
}

// DefaultLimits are sound for one core and let through every household that the library takes.
func DefaultLimits() Limits {
	return Limits{Body: 1 << 20, Lines: 1_000_000, Requests: 256, Stall: 30 * time.Second}
}
