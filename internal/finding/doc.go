// Package finding collects what a decision rests on while the law is applied: what it needs,
// assumes and turns on, and its steps where it is to be explained.
//
// The packages that hold law call it: assistance/internal/law, disability and eldercare. What they
// find stands in the vocabulary of package benefit, which is what importers see.
//
// A condition is a [Truth]: met, not met or unknown. A part's verdict is the conjunction of its
// conditions: one not met refuses, whatever else is unknown; otherwise one unknown leaves it
// undetermined. [Findings] belongs to one decision and is not safe for concurrent use; nothing
// here panics on any input.
package finding
