// Package assistance decides what a household in Zhuzhou is due under the social assistance
// standards of one day (社会救助), and why.
//
//	set, err := standards.At(standards.Day(2020, time.October, 1))
//	var d assistance.Decision
//	err = d.Assess(set, &household)
//	if d.Dibao.Verdict == benefit.Eligible { pay(d.Dibao.Payment.Amount.Yuan()) }
//
// Most callers use [Decision.Assess], or [Decision.Explain] for the steps of the decision: both use
// the memory of the Decision again, so that many households are decided without any of their own.
// [Assess] and [Explain] make a Decision each time. [Check] only checks a household, [Read] reads
// households from JSON, and [Fields] lists the facts for forms and importers. Package assume fills
// unknown facts for estimates.
//
// A [Household] is stated as the caseworker knows it. What is not stated stays unknown, by the
// [fields.Class] of the fact:
//
//   - A condition leaves a verdict undetermined, and is listed under [Decision.Needs].
//   - An exclusion is taken as absent, and listed under [Decision.Assumed].
//   - A claim is not examined.
//
// The order of decision is that of the law. Each step sees what the earlier ones came to:
//
//  1. Who is examined, and who counts for dibao. Where a kind of hukou is not stated, everything
//     below is decided under each kind, and only what agrees stands.
//  2. Tekun support (特困人员救助供养), for each member whose supporters are stated. Who is
//     eligible does not count for dibao.
//  3. Dibao (最低生活保障), for the counted members: the income of all against the line,
//     for each kind of hukou.
//  4. The low-income family (低保边缘家庭), from 2020-06-03, where dibao is ineligible.
//  5. Single-person cover (参照单人户), for severely disabled or seriously ill members of a
//     low-income family.
//  6. The living and the nursing subsidy (残疾人两项补贴), for members with a disability certificate.
//  7. The category of the household, and the total of the payments.
//
// Every verdict is a conjunction: one condition that is not met refuses, whatever else is unknown;
// otherwise one that is unknown leaves it undetermined. A payment is "at least" where a figure
// that it rests on is known as a floor only.
//
// The package promises:
//
//   - Money is whole fen. Payments are a month, exact or at least, and rounded once, at the end.
//   - Unusable input is refused with [Errors], every fault at its path; being ineligible is no
//     error.
//   - Explain decides as Assess does. Decisions are plain data: what is decoded is what was
//     encoded.
//   - Functions are pure, do not panic on any input, and are safe for concurrent use.
package assistance
