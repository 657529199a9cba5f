// Package population packs a register once and decides it under one draft after another.
//
// Analysts who look for next year's figures call it: [Pack] checks the households and keeps what
// the law asks of each, [Population.Simulate] decides all of them under the standards of a set, and
// [Population.Solve] finds the line or the rate that spends a budget.
//
// It is a second, faster way through the law. A usual household takes 12 to 28 bytes, and of those
// on one side of a line one is decided by the law itself and the rest are counted with it; every
// other household is kept whole and decided one by one. The totals are those that caseload.Totals
// adds up from assistance.Assess: TestSimulateAndDecideAgreeWithAssess holds the two together. A
// set with another day, other lists or other ages than the households were packed with is refused
// with a [RepackError].
//
// The package reads no clock and no file and does not panic. A Population is safe for concurrent
// use once it is made.
package population
