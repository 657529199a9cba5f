// Package source checks rows of the tables against the archived texts that they cite (依据原文): that a
// text is the archived one to the byte, and that the words which a row prints stand in the very
// article (条) or item (项) that it names. Of a document that is known by excerpts or restatements
// alone, it does so in the file of these, at the passage that the row names. NotOnRecord lists what
// no text supplies.
//
// It is for those who keep the tables, and for auditors. The texts are not part of this module: the
// caller reads [standards.DocumentInfo.File] and hands over its bytes. What decides about
// households does not import this package.
package source
