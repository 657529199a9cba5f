// Package assistancetest has checks that users run on their own tables, in the style of testing/fstest: functions return an error that
// lists everything found, and need no testing package.
//
// A [Generator] makes households that are thick around every edge of the law, the same ones for the same seed.
package assistancetest
