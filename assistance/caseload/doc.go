// Package caseload decides many households: a register that is streamed, or a population that is packed and simulated again and again.
//
//	for record, err := range caseload.ReadCSV(file) { ... }
//	population, err := caseload.Pack(set, households)
//	totals, err := population.Simulate(draft, 0)
//
// [ReadCSV] reads the caseload format, by English or Chinese headers and values, at constant memory apart from the ids that it compares, of
// which it remembers so many and says where it stops; see [Remembered].
// What cannot be used is refused household by household, with line, column and value; every row belongs to exactly one household that is
// yielded, decided or refused. A word that could mean two things is refused, and the fault says what to write. What may be wrong and refuses
// nobody is in the Warnings of a [Record]: a person in two households, two applicants in one, a hukou that is neither urban nor rural.
// [Decide] decides a stream in its order, on several goroutines; what only the day or the household as a whole shows is located by
// [Record.Locate].
//
// [Pack] checks households and keeps of each what the law asks: a usual one in 12 to 28 bytes, any other beside it, whole. What is packed are
// facts, not verdicts. [Population.Simulate] decides all of them under the standards of a set with the same day, lists and ages, and refuses
// any other with a [RepackError]. Of households that differ in income alone, one on each side of a line is decided
// by the law itself, and the rest are counted with it. [Population.Solve] finds the line or the rate that spends a budget. Totals are sums of
// integers: the same for any number of workers and any order.
//
// The package reads no clock and no file, keeps no state, and does not panic. A Population is safe for concurrent use once it is made.
package caseload
