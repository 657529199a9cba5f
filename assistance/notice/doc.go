// Package notice writes a decision as the notice (审批结果通知) that a caseworker hands over, in
// Chinese or in English: the result first, then what is paid a month, the income that it rests on,
// the reasons with their clauses, and what is needed, assumed and read into the texts.
//
// An office's program makes a [Notice] of a decision, its household and its set, and prints its
// Text. A program that lays notices out itself, as a web page say, takes the [Content]: sections of
// paragraphs, items and tables, in order, without widths or line breaks.
//
// A notice states nothing that the decision does not: amounts that are "at least" say so, what is
// undetermined is no refusal, and a decision under a draft warns of it in both languages. Ids and
// titles stand as they were given. Functions are pure, panic-free and safe for concurrent use.
package notice
