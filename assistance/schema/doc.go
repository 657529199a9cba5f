// Package schema holds the JSON Schemas (2020-12) of the formats that the library reads and writes:
// [Household], [Decision], [Tables], [Account], [Cases] and, of what programs print, [Reform],
// [Summary] and [Budget].
//
// Services describe their interfaces by them, forms and editors are made from them, and programs in
// other languages check a file before they send it. Each schema stands by itself: it refers to
// nothing outside its own $defs, and a definition has one name and one form in all of them. Every
// field has a title and a description in Chinese and English. Patterns use only what regular
// expressions of Go, JavaScript and Python have in common.
//
// A schema says what a file may state, not whether its facts agree: what passes may still be
// refused by the library, as a repeated id or a third decimal of a number. What the library takes
// passes. The schemas are generated from the library's own words, facts and keys; nothing is read
// from disk.
package schema
