// Package draft reads and writes tables files: figures that someone lays over the published ones. A
// supplement (补充) holds a county's own figures where none, or only a floor, is on record; a draft
// (草案) holds proposed law.
//
//	overlay, err := draft.Read(file)
//	tables, err := standards.Published().With(overlay)
//	set, err := tables.At(standards.Day(2020, time.October, 1))
//
// # The file
//
// A tables file is one JSON object in UTF-8, of at most [MaxSize] bytes; a byte order mark before
// it is skipped.
//
//	{"id":"youxian-2020","kind":"supplement","title":"...","number":"...","issuer":"...","issued":"2020-07-01",
//	 "approvedBy":"...",
//	 "rows":[{"key":"dibao-line","place":"430223","residence":"urban","yuan":"500","per":"month","bound":"exactly",
//	          "from":"2020-07-01","until":"2021-01-01","clause":"2"}],
//	 "readings":{"average-assistance":"each-person"},"carry":"2020-12-31"}
//
// Its fields:
//   - id, required: the name under which rows and decisions cite the file, 1 to 64 letters, digits
//     and the marks - . _
//   - kind, required: supplement or draft
//   - title, number (文号), issuer (发文机关), issued (a date): the document that the figures come from;
//     a file should have a title
//   - approvedBy (批准机关): who approved the figures of a supplement (649 art. 10); a supplement
//     should say so
//   - rows: at most [MaxRows] of them
//   - readings: an object of names and codes, a choice for each reading named;
//     [standards.AllReadings] lists them
//   - carry: a date; from the day after, the city's figures of that day go on unless a row restates
//     them
//   - note: for people; it is left aside
//
// # A row
//
//   - key, required: what the row is about, one of [standards.Keys]; [KeyTable] prints them
//   - place, required: a county-level unit by its code of six digits or its name, city-five,
//     county-five, 430200, 430000 or china; codes of towns and villages are refused, because a row
//     for one would hold for its whole county
//   - residence: urban or rural, only where the key goes by kind of hukou; left out: both
//   - of: a word, where the key has several
//   - the value, in the form of the key and no other: yuan with per, ratio, percent, count or age;
//     an entry of a list has none
//   - bound: exactly or at-least, never for an entry of a list; left out: exactly
//   - strike: true takes the entry of a list out, in a draft and with the clause that does so
//   - from, required: the first day
//   - until: the first day after; left out: no end
//   - clause, printed: where the document says it, and in which words; a row should have a clause
//   - at: the passage of an archived file where the words stand, if they have no number
//   - document, standing, file, completeness, sha256, address, note: left aside, so that rows
//     printed by [AppendRow] can be pasted
//
// yuan is money, a string or a number such as "500" or 500.00; per is month or year. ratio is a
// string such as "3/2". percent is a string or a number from 0 to 100 with at most four decimals.
// count and age are whole numbers. Dates are such as 2020-07-01.
//
// # What is refused
//
// [Parse] finds every fault of one file together and reports them as [wire.Errors], each with a
// path such as rows[3].yuan, a code of package wire, and a text in both languages. Text that is not
// JSON is a [*wire.SyntaxError] with line and column. Refused are unknown, repeated and differently
// cased fields; a field that stands there and is not filled in, whether empty or [Blank]; texts
// with line breaks or other control characters; and a value that is missing, there twice, or not
// written as its key's is.
//
// What a file means is not judged here but where it is laid: [standards.Tables.With] reports as
// [standards.RowErrors] a value out of range, a word that the key does not take, an empty span, an
// overlap, a conflict with another file, and a supplement that goes below a floor, restates an
// exact figure or touches a national rule. [standards.Overlay.Warnings] finds what is allowed but
// probably not meant, such as a row without a clause or a file without a title.
//
// # Writing
//
// [Format] writes an overlay as a file that Parse reads back. [Template] writes a supplement that
// is still to be filled in.
//
// The functions of this package are pure but for what [Read] reads, and safe for concurrent use. No
// input makes them panic.
package draft
