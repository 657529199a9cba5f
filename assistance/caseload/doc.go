// Package caseload decides many households and adds up what they are due.
//
// Offices that run a whole register call it: [Decide] decides a stream in its order on several
// goroutines, [Totals] add decisions up by place, kind of hukou and benefit, [Compare] sets two
// laws beside each other household by household, and [CheckAverage] compares what was paid with the
// floor of the city's document.
//
// A household that cannot be used comes with its error and is in no sum; nothing is dropped. Totals
// are sums of integers: the same for any number of workers and any order. Amounts that are not
// known are counted as such and never as zero: see [Paid]. A sum that is too large to be told is
// reported as [OverflowError].
//
// The package reads no clock and no file, keeps no state between calls, and does not panic.
package caseload
