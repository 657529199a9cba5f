// Package standards holds the figures of social assistance (社会救助) in Zhuzhou, Hunan, and the national rules that decide
// who they are for: each as a dated row that names its document, its clause and the words as printed.
//
// It answers one kind of question: what was the standard, on this day, in this place, for this kind of hukou (户籍类别), and
// where does it say so? It decides nothing about households; the packages assistance, disability and eldercare do.
//
// # What is in it
//
// The city's figures are those of 《2020年株洲民政工作要点》, an annual work plan: the dibao lines (最低生活保障标准, item 9),
// the floors on the average payment (月人均救助水平), the two disability subsidies (残疾人两项补贴, item 31), and the
// targets for tekun support (特困人员救助供养) and eldercare (养老服务, items 10 and 12 to 14). Beside them stand the classes,
// ages, grades, multiples and lists of the national rules in force in 2020 and 2021.
//
// A row is a [Standard]. Its [Key] is of one of five kinds, and each kind is a type of its own: a [Line], that income is
// compared with; a [Rate], that is paid; an [Average], a floor on a statistic and never on a payment; a [Number], that is a
// ratio, an age, a grade, a count or a target; and the entries of lists. One kind cannot be handed where another is wanted.
//
//	set, err := standards.At(standards.Day(2020, time.October, 1))
//	line, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
//
// # Units
//
// An [Amount] is whole fen (分) in an int64, for each month or for each year as the document states it. 4320 yuan a year stays
// 4320 yuan a year: nothing is divided, and [Amount.Compare] multiplies. [Yuan] takes a decimal.Decimal and refuses what is not
// a whole number of fen, is negative, or is above [MaxYuan]; [Amount.Yuan] gives one back. Other numbers are a [Fraction],
// exact and as printed. A [Date] is a civil date without clock or time zone. Ages are full years (周岁).
//
// # Days
//
// [Tables] hold the rows of all dates; [Tables.At] gives the [Set] of one day. Rules change inside 2020 and again on
// 2021-07-01: one day, one set of rules. A row holds from the first day of its From to the day before its Until.
//
// [Span] is the run of days for which the national rules were checked. At refuses every other day with a [*DayError]. Rules
// that were in force long before are dated from the first day of the span. Inside it a figure of the city may still be not on
// record: those of 2020 are, by default, on record for the calendar year 2020 only.
//
// # How rows are found
//
// A figure is asked for by key, [Place], [Residence] and, where a key has several, a word Of. The nearest row wins: that of the
// county-level unit (县市区), then its group (城市五区 or 五县市区), then the city (株洲市), then the country. In one place a row
// laid over the published ones goes before them, a row for one kind of hukou before one for both, and a row with Of before one
// without. A Set resolves all this once, so a look-up costs next to nothing.
//
// # Not on record
//
// The documents leave much open: an urban line for the five counties, all tekun amounts, top-ups, property limits. Where no row
// gives a figure, the answer is a [*NotOnRecordError] (无据可查). It is never replaced by a default, by another year's figure or
// by another place's. [NotOnRecord] lists what is missing, which key would supply it, and which text leaves it open.
//
// A figure printed as 不低于 ("not below") has the [Bound] AtLeast: the county's own figure may be higher, and what is computed
// from it is known as a lower limit only.
//
// # Readings
//
// Where the texts leave a choice, one is made by default and can be told from the text: a [Reading] is the question, a [Choice]
// one of its answers. [Tables.Choose] makes another. Two readings change the rows of a Set: [Effective2020Reading], on which days
// the 2020 figures apply, and [IncomeListReading], which kinds of income do not count before 2021-07-01; [TekunMinor2021Reading]
// chooses between two rows. All others are for those who decide: a Set only says which choice is made.
//
// # Overlays
//
// An [Overlay] is a tables file: a supplement (补充), with a county's own figures where none or only a floor is on record, or a
// draft (草案), with proposed law. [Tables.With] checks it and lays it over the rows, and reports every fault at once as
// [RowErrors]. The rows beneath do not change; [Diff] lists what differs between two Sets.
//
// # What was known
//
// A figure is for a span of days and was published on a day of its own: the city's figures for 2020 in September. [Tables.KnownOn] gives the
// tables as they were known on a day. A document whose publication nothing on record bounds is a [*PublicationError] that names it.
//
// # Provenance
//
// [Documents] lists every text that rows cite and how well it is known ([Standing]): archived whole, second-hand, unverified.
// Package source compares an archived text with the rows that cite it: its checksum, and that each row's printed words stand in
// the very item or article that the row names. No figure of an unseen document carries printed words.
//
// # Purity
//
// The package reads no clock, no file and no network, holds no state that changes, and does nothing on start-up. Nothing in it
// panics, whatever the values handed to it, nil pointers and functions apart. All its types are safe for concurrent use; Tables and Set never
// change once made, and what they return is the caller's own. Zero values mean "not stated", which is never the same as nil
// yuan, as no, or as a date.
//
// [DataVersion] names the state of the published rows and changes with any of them.
package standards
