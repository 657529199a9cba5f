// Package months follows one household through the months: what was due in each, as known on a
// given day, what was paid, and where the difference comes from.
//
// Two days stand beside every fact. A figure or a fact is for a month, and it was known from a day
// on. A decision may be asked for as it was known on any day: in January 2020 nobody knew the
// city's figures for 2020, which were published on 2020-09-01 for the whole year.
//
//	calendar := months.NewCalendar(standards.Published())
//	ledger, err := calendar.Arrears(history, paid, from, to, standards.Day(2020, time.December, 31))
//
// # Histories
//
// A [History] holds versions of the whole household: each is true from a day until the next one,
// and was recorded on a day. A version with the same first day as an earlier one, recorded later,
// corrects it. Births, deaths, moves, changes of hukou, property and income are all versions. A
// version states the whole household; one recorded late does not change those after it, which are
// corrected in their turn. Grants are kept apart: the days of application, approval and end of each
// benefit.
//
// # Months
//
// [Calendar.Decide] gives one decision a month: the facts and the standards of its first day, as
// far as they were known. A change in the middle of a month counts from the next. Dibao, tekun
// support and single-person cover run from the month after approval (220号 art. 29, 57号 art. 21, 43号
// art. 17); the two disability subsidies from the month of application, a reading that no text at
// hand bears out. A household that was granted dibao in the month before is already on dibao. The
// living subsidy is due only while dibao or single-person cover runs. A grant stays until it is
// ended on record; a month whose facts refuse it has nothing due. A grant is of the place in which
// it was approved: after a move nothing is due before an approval there (649号 art. 11). A version
// without members ends the household: what is due ends with the month. That a change counts from
// the next month is a reading (R18), named by the month.
//
// Within the review period incomes that change adjust nothing unless markedly (2020-08 text, item
// 7; 57号 art. 31). Whether a change is marked is the caseworker's finding ([Version.Marked]); while
// it is not stated, at least the lower of the two amounts is due.
//
// # Arrears
//
// [Calendar.Arrears] compares what is due with what was paid, by benefit and person, and gives each
// difference its causes ([Cause]). They add up to it, to the fen. What is still to be paid and what
// was paid too much are never taken off each other, neither between months nor between benefits;
// [Row.Events] tells how each month came about. What was paid beyond a lower limit is not called an
// overpayment. The same history asked about on a later day gives the same account, unless something
// was published, recorded or paid in between.
//
// # Reviews
//
// [Calendar.NextReview] says when the law asks for the next review, and in which clause.
//
// # Wire formats
//
// [Read] reads accounts, a history beside its payments, strictly: an unknown, repeated or
// differently-cased field is an error that names the path.
//
//	{"history":{"id":"h-17",
//	  "versions":[{"from":"2020-01-01","recorded":"2019-12-20","note":"申请","household":{"division":"430211","residence":"urban",
//	               "property":"within","members":[{"id":"mother","born":"1982-03-14","relation":"applicant","income":[]}]}}],
//	  "grants":[{"part":"dibao","applied":"2019-12-02","approved":"2019-12-20"}],
//	  "reviews":["2020-06-15"]},
//	 "payments":[{"month":"2020-01","part":"dibao","yuan":"600.00","paid":"2020-09-10"}]}
//
// The fields are:
//
//   - account: history, payments; both required.
//   - history: id and versions, required; grants; reviews, a list of days.
//   - version: from, recorded and household, required; note, up to 200 characters; marked, yes or
//     no. The household is that of package assistance; its id may be left out, and is the history's
//     where it stands; without members it has ended.
//   - grant: part (dibao, tekun, singlePerson, living or nursing) and approved, required; member,
//     required except with dibao, where it may not stand; applied, required with living and
//     nursing; recorded, not before approved; ended, not before recorded.
//   - payment: month, part, yuan and paid, required; member as in a grant; returned, yes or no: the
//     household gave it back.
//
// Days are written 2020-09-01 and months 2020-09; yuan as everywhere in this library. Versions
// stand in the order of from, then of recorded; two with both the same are refused, and so are
// grants of one benefit and person that run at the same time. There are at most [MaxVersions]
// versions, grants and reviews each, and [MaxPayments] payments.
//
// # Cost and purity
//
// A [Calendar] makes the standards of a month once for many households. A year of one household
// costs about twelve single decisions. The package reads no clock, no file and no network,
// and does not panic; a Calendar is safe for concurrent use, and its answers depend on its tables
// alone. Money is whole fen.
package months
