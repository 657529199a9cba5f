// Package server answers for the library over HTTP: it decides households, explains, notifies,
// verifies, and says what would change a decision.
//
// It is made to be copied. It uses the standard library alone, keeps no state between requests but
// counters and the standards of the days asked for, reads no clock to decide anything, and writes
// no fact of a family to its log. Each file holds one idea: the routes, the problems (RFC 9457),
// the batches, the limits, the metrics, the log.
package server
