//go:build !unix

package main

import "time"

// processorTime is how long the process has run: here nothing tells how much of it it computed.
func processorTime() time.Duration { return time.Since(started) }
