// Package notice writes a decision as the notice (审批结果通知、审核确认结果通知) that a caseworker hands over, in
// Chinese or in English: the result first, then what is paid a month, whose income of which kind
// counts, the reasons with their clauses, how each way of what is open comes out, what is needed,
// assumed and not examined, at which income it would end, and the rights and duties by the texts in
// force that day. An annex for the file has the readings, the documents and the data.
//
// An office's program makes a [Notice] of a decision, its household and its set, and prints its
// Text or its HTML, a page for printing on A4. Until an office is named it is a calculation (测算结果).
// A program that lays notices out itself takes the [Content]: sections of paragraphs, items and
// tables, in order, without widths or line breaks.
//
// A notice states nothing that the decision does not: amounts that are "at least" say so, what is
// undetermined is no refusal, and a decision under a draft warns of it in both languages, and no
// office signs it. Ids and titles stand as they were given. Functions are pure, panic-free and safe
// for concurrent use.
package notice
