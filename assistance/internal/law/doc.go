// Package law is the law, written once: the order in which a household is decided under the
// standards of one day.
//
//	facts.go        the facts of a household and its members, in compact form
//	rules.go        the figures and lists of one day, looked up once for each place
//	household.go    who is examined, who counts, which kind of hukou (民发〔2012〕220号 arts. 5, 6; 民发〔2021〕57号 art. 7)
//	tekun.go        tekun support of each member (特困人员认定办法)
//	dibao.go        the dibao of those counted (649号 arts. 9, 12; 220号 art. 27)
//	topup.go        top-ups of a dibao payment, and the average of item 9 as each person's minimum
//	lowincome.go    the low-income family, and single-person cover in it (民发〔2020〕69号; 57号 art. 8)
//	subsidies.go    the two disability subsidies, by package disability
//	total.go        the category and the total
//	ways.go         what is open is decided every way: kind of hukou, counting
//	untried.go      where too much is open to be tried
//	costs.go        costs taken off, the grace period, support owed
//	exact.go        exact arithmetic and rounding
//	explain.go      the steps of an explanation
//	steady.go       households settled but for one income: what they come to is asked once for many
//	asked.go        questions of other packages to single rules
//	desk.go         the room that deciding one household takes
//
// [Decide] is used for one household and for many, with steps and without: there is no second way
// to a verdict. It takes facts that were checked, reads nothing else, and cannot fail.
package law
