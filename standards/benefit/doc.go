// Package benefit holds the words that the benefits of social assistance (社会救助) share: what a
// verdict can be, how a payment is known, what a decision needs, assumes and turns on, and the
// steps that explain it.
//
// A verdict is a conjunction of conditions, each met, not met or unknown. One condition not met
// refuses, whatever else is unknown; otherwise one unknown leaves the verdict undetermined. An
// unknown is never taken for a refusal, nor a missing figure for zero.
//
// Everything here is plain data without clocks, I/O or shared state. Payments are for a month, in
// whole fen.
package benefit
