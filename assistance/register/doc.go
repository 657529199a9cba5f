// Package register reads a register of households (低保登记表) from a spreadsheet saved as CSV.
//
// Programs that decide or count a register call it. [Read] yields one [Record] a household, as
// caseload.Decide and population.Pack take them; [Record.Locate] finds the cell behind a fault that
// only a decision shows.
//
// Headers and values may be the format's English words or the Chinese ones that registers use. A
// word that could mean two things is refused, and the fault says what to write instead. Every row
// that is not blank belongs to exactly one household that is yielded. A household that cannot be
// used comes with [Errors]: line, column, value and a stable code of each fault. What may be wrong
// and refuses nobody, such as a person who stands in two households, is in [Record.Warnings].
//
// Memory is constant apart from the ids that are compared, of which it keeps as many as
// [Remembered] says. The package opens no file, keeps no state between calls, and does not panic on
// any input.
package register
