// Package assistance decides what a household in Zhuzhou is due under the social assistance standards of one day (社会救助), and why.
//
//	set, err := standards.At(standards.Day(2020, time.October, 1))
//	d, err := assistance.Assess(set, household)
//	if d.Dibao.Verdict == benefit.Eligible { pay(d.Dibao.Payment.Amount.Yuan()) }
//
// A [Household] is stated as the caseworker knows it. What is not stated stays unknown: a condition not stated leaves a verdict
// undetermined and is listed under [Decision.Needs]; an exclusion not stated is taken as absent and listed under
// [Decision.Assumed]; a claim not stated is not examined. The order of decision is that of the law: tekun support of each member,
// dibao of those counted, the low-income family and single-person cover, the two disability subsidies, the category and the total.
//
// [Assess] decides, [Explain] decides with steps, [Check] only checks, [Read] reads households from JSON. Unusable input is refused
// with wire.Errors, every fault at once; ineligibility is no error. Money is whole fen; payments are a month, exact or at least,
// rounded once. Functions are pure and panic-free, and safe for concurrent use.
package assistance
