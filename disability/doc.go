// Package disability decides the two disability subsidies (残疾人两项补贴) of one person: the living
// subsidy for disabled people in hardship (困难残疾人生活补贴) and the nursing subsidy for the severely
// disabled (重度残疾人护理补贴).
//
// It stands on its own for a person whose dibao and tekun verdicts are known from elsewhere;
// package assistance uses it for the members of a household. Both subsidies may be due together,
// and neither is income for dibao. Rates are a month, in whole fen, and come from the standards.Set
// of the day: where only a floor is on record the payment is at least that, and where nothing is,
// the verdict stands and the payment is missing.
//
// What is not stated of a person is taken as absent only for what would exclude the person, and the
// Findings list it: the work-injury nursing benefit, a children's scheme, another allowance. A
// tekun verdict that was not examined is taken for none, and is the caller's to list. Dibao, and
// long-term care where it is tested, leave the answer undetermined while they are not stated. An
// allowance that is no usable amount is not known. Nothing is examined without a certificate, or
// outside the ten county-level units.
//
// Functions are pure, panic-free and safe for concurrent use.
package disability
