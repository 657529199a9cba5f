// Package standards holds the figures of social assistance (社会救助) in Zhuzhou, Hunan, and the
// national rules that decide who they are for. Each is a dated row that names its document, its
// clause and the words as printed.
//
// It answers one kind of question: what was the standard on this day, in this place, for this kind
// of hukou (户籍类别), and where does it say so? It decides nothing about households; assistance,
// disability and eldercare do.
//
//	set, err := standards.At(standards.Day(2020, time.October, 1))
//	line, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
//
// # Contract
//
//   - Nothing is guessed. A figure that no row gives is a [*NotOnRecordError] (无据可查), never
//     another year's or another place's.
//   - Money is whole fen (分), for a month or for a year as the document states it. Nothing is
//     divided or rounded.
//   - One day, one [Set]. A row holds from its From to the day before its Until. Days outside
//     [Span] are a [*DayError].
//   - A figure printed as 不低于 ("not below") has the [Bound] AtLeast: the county's own figure
//     may be higher.
//   - A zero value means "not stated", which is not 0 yuan, not no, and no date.
//   - A [Tables] or a [Set] never changes once made. All values are safe for concurrent use.
//   - No clock, no file, no network, no work on start-up, no panic on any value.
//   - [DataVersion] changes with any published row, and [Set.Digest] identifies what decides.
//
// # By task
//
//   - Ask for a figure: [Set.Line], [Set.Rate], [Set.Average], [Set.Number], [Set.Listed]. The
//     kind of figure is a type, so that a floor on an average cannot be paid by mistake.
//   - See all rows: [Tables.All], [Tables.Deciding], [Set.Rows], [Keys].
//   - See what is missing and which text leaves it open: NotOnRecord of package source.
//   - Lay a county's own figures, or a draft, over the rows: [Overlay], [Tables.With]; package
//     draft reads the files.
//   - Compare two days or two drafts: [Diff].
//   - Read an open question another way: [Reading], [Choice], [Tables.Choose].
//   - Decide as was known on a day, before a later text was published: [Tables.KnownOn].
//   - Cite: [Documents], [Document.Info], [DocumentInfo.Cite]. Package source checks rows against
//     the archived texts.
//   - Compute with days and money: [Date], [Amount], [Fraction].
//
// # How a row is found
//
// The nearest row governs: that of the county-level unit (县市区), then its group (城市五区 or
// 五县市区), then the city (株洲市), then the country. In one place a row laid over the published
// ones goes before them, a row for one kind of hukou before one for both, and a row with a word Of
// before one without.
//
// # How a row is added
//
// Rows are data: zhuzhou_2020.go has the city's, national.go the national ones, document.go the
// texts that they cite, key.go the keys, reading.go the open questions. Tests compare each figure
// with its printed words, and the words with the text.
package standards
