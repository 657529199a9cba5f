// Package whatif varies a household: what would change its decision, what it can come to while
// facts are missing, and where its payments jump.
//
// [Nearest] names for every part refused or undetermined what is nearest to change it: an income, a
// fact, an age, a date, a figure. [Between] bounds what is due a month over every completion of the
// facts that the decision needs. [Boundaries] finds every point at which a verdict or a payment
// changes as an income, the number of people, an age or the day moves.
//
// Caseworkers' notices, calculators and analysts call them. They decide a household many times over
// and are not meant for whole caseloads. Functions are pure, panic-free and safe for concurrent
// use.
package whatif
