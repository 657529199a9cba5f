// Package eldercare answers three questions about care for the old (养老服务) and for people who cannot
// look after themselves: how far a person manages daily life, whether institutions, county-level
// units and the city reach the targets of the year, and what eldercare service subsidy a person is
// due.
//
// # Self-care
//
// [Assess] grades a person by six activities (生活自理能力): eating, dressing, getting in and out of bed,
// using the toilet, walking indoors, bathing. All six managed is [Full]; the law's list and its
// limit between [Partial] and [None] are rows of the day.
//
// # Targets
//
// [City.Check], [District.Check] and [Institution.Check] compare facts with the targets of
// 《2020年株洲民政工作要点》, items 10, 12, 13 and 14. Each [Target] carries the row that it was compared
// with, so the figure and its citation, the actual value, a verdict, and how many people, beds,
// institutions or the like are still wanting:
//
//   - A [Count] that is not stated is not a count of 0. What a target needs and is not stated
//     leaves it [NotStated].
//   - A share of nothing, 0 of 0, is no share: the target is [NotApplicable], neither met nor
//     missed. Nothing is ever divided by the whole: part × denominator is compared with numerator ×
//     whole, in whole numbers that cannot overflow.
//   - A figure printed without 不低于, such as 2 institutions or 100 %, is reached by as much or more,
//     as one with it is.
//   - Outside the days to which the figures apply the target is [NotOnRecord]; no other year's
//     figure is taken. Which days these are is standards.Effective2020Reading, named by each target
//     that turns on it.
//
// Who must reach what: item 10's share is asked of the city and of each of the ten units (辖区内); of
// item 12, institutions and beds of the city, and coverage of the city (市级) and of each unit (县级);
// item 13 of both; item 14's canteens of each unit. Item 13 speaks of institutions together
// ([Together]): where it asks for all of them, each single one must comply, and [Institution.Check]
// says which does not; where it asks for half the beds, one institution below half only shows where
// beds are wanting.
//
// Facts that cannot be are refused, all at once, with [InputErrors]: a negative count, a part above
// its whole, a place that is none of the ten units.
//
// # Subsidy
//
// Item 12 names an eldercare service subsidy (养老服务补贴) and gives neither amount nor conditions.
// [Subsidy] decides it by the rows of a tables file, by age and self-care. Where there are none the
// answer is undetermined and names the figure that is needed.
//
// # Purity
//
// The package reads no clock, file or network and holds no state. Nothing in it panics, nil
// pointers apart, and all of it is safe for concurrent use. Zero values mean "not stated".
package eldercare
