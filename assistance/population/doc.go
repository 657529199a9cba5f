// Package population packs a register once and decides it under one draft after another.
//
// Analysts who look for next year's figures call it: [Pack] checks the households and keeps what
// the law asks of each, [Population.Simulate] decides all of them under the standards of a set, and
// [Population.Solve] finds the line or the rate that spends a budget.
//
// It is a second way through the law, since it is some twenty times as fast as deciding one
// household after another. The law is asked nothing twice: once what a family comes to on each side
// of the line, once what is due to a member with a certificate by the verdict on that, and after
// that households are counted. Those of which several incomes decide at once, or something is open,
// are kept in compact facts, and the law decides each of them without saying why. No rule stands
// here: the facts that the law asks for are the key by which households are put together, whatever
// they are. The totals are those that caseload.Totals adds up from assistance.Assess:
// TestSimulateAndDecideAgreeWithAssess holds the two together. A set with another day, or with
// other lists or ages than the households were packed with, is refused with a [RepackError].
//
// The package reads no clock and no file and does not panic. A Population is safe for concurrent
// use once it is made.
package population
