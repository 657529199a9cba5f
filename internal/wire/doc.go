// Package wire reads JSON strictly and writes it. Every file format of the library is read through
// it, so that all of them refuse the same things in the same words.
//
// # Records
//
// A type of the wire formats is a [Record]: its method Fields names each field once, and reading
// and writing both walk that list. Its UnmarshalJSON is one call of [Unmarshal], and its
// MarshalJSON one of [Marshal]. What is written is byte for byte what encoding/json would write.
//
// # What is accepted
//
// [Parse] takes one JSON value as RFC 8259 has it, in UTF-8, with nothing but white space around
// it. [Values] takes a stream: one value, several values separated by white space (JSON lines), or
// one array, whose elements are handed out one by one. A byte order mark before a stream is
// skipped.
//
// # What is refused
//
// Whatever the grammar does not have: comments, trailing commas, leading zeros, raw control
// characters in strings. Also text that is not UTF-8, escapes of half a surrogate pair, more than
// [MaxDepth] levels of nesting, a value longer than [MaxValue] bytes or made of more than
// [MaxParts] values. [Faults.Object] refuses unknown, repeated and differently cased fields; no
// reader takes null.
//
// # Errors
//
// A fault of form is a [*SyntaxError] with line and column. A fault of content is a [FieldError]
// with the path of the field, what stood there and a code; [Faults] collects all of one value, and
// [Faults.Err] hands them back as [Errors]. Codes are stable. Texts exist in Chinese and English,
// and Error gives the English one.
//
// # A stream with faults
//
// A fault does not end a stream as long as it is known where the next value begins. In JSON lines
// that is right after the faulty value if its brackets match, otherwise the next line that begins
// with a bracket, be it one that the faulty value took for its own; after a faulty word or number
// it is the next line. In an array it is the next comma outside strings and brackets; if brackets
// do not match or a string does not end on its line, or the array ends inside an element, the rest
// is not read, and [SyntaxError.Stopped] says so. A stream that ends inside a value or an array
// gives what is complete and an error with [CodeTruncated], or the fault that stands before the end
// in the last value. A number right before the end of an array that is not closed is not complete.
// [SyntaxError.Begins] is the line of the value, which may be long before the fault.
//
// Nothing here panics on any input, and a stream needs memory for its largest value only. Strings
// without escapes share memory with the text of the value they stand in.
package wire
