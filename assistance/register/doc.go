// Package register reads a register of households (低保登记表) as offices keep it: text with separators,
// or rows of a sheet.
//
// Programs that decide or count a register call it. [Open] finds the encoding, the separator, the
// header and what a row is ([Level]); [File.Records] yields one [Record] a household, as
// caseload.Decide and population.Pack take them. [Record.Locate] finds the cell behind a fault that
// only a decision shows. Of a register whose rows are households nobody can be decided:
// [Record.Check] says what cannot be right in it.
//
// Headers and values may be the format's English words or those that registers use; [Vocabulary]
// lists them. A header that carries income, people, property or disability is read, or the file is
// refused; any other is passed through. A word that could mean two things is refused, and the fault
// says what to write instead. Figures that stand twice must agree: counts with the rows, totals
// with the incomes.
//
// Every row that is not blank belongs to exactly one household that is yielded, or is counted in
// [File.Skipped]. A household that cannot be used comes with [Errors]: line, column, value and a
// stable code of each fault. What may be wrong and refuses nobody, such as a person who stands in
// two households, is in [Record.Warnings]. Texts of errors mask identity numbers (身份证号).
//
// Memory is constant apart from the ids that are compared, of which it keeps as many as
// [Remembered] says. The package opens no file, keeps no state between calls, and does not panic on
// any input.
package register
