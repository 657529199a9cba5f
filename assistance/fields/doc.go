// Package fields describes the facts of a household and of its members (家庭情况事项) for whoever
// asks, imports or shows them: a form, an importer of registers, a page.
//
// assistance.Fields lists them all. Household.Get, Household.Stated and Household.Set read and
// state one of them as a text, whatever its kind:
//
//	for _, f := range assistance.Fields() {
//		if !f.OfMember && !household.Stated(f, 0) {
//			ask(f.Label.In(standards.Chinese), f.Words)
//		}
//	}
//
// The package holds descriptions alone, and decides nothing.
package fields
