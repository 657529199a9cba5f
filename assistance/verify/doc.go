// Package verify makes decisions again and compares: does a decision stand, and what does a later
// one change for the family.
//
// An auditor calls [Decision] with a stored decision, its household and its tables, and is told
// whether the same comes out now and otherwise what differs: the household, the tables, the fields,
// the figures. An office calls [Changes] with two decisions of one family to write what begins,
// rises, falls and stops, with the reasons (649号 art. 13).
//
// Decisions may be read from JSON and made by an earlier version. Nothing here is a court: whether
// the facts are true is not asked. Functions are pure, panic-free and safe for concurrent use.
package verify
