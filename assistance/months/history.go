package months

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The limits of input.
const (
	MaxVersions = 200  // versions, grants and reviews of a history, each
	MaxPayments = 5000 // payments to a household
	maxNote     = 200  // characters of a note
)

// History holds the record of one household over time: its facts, each with the day from which
// they are true and the day on which they were recorded, and what was granted.
type History struct {
	ID       string           // of the household; its versions need not repeat it
	Versions []Version        // required, by From and then by Recorded
	Grants   []Grant          // those of one benefit and person in order, each ended before the next
	Reviews  []standards.Date // the days on which the household was reviewed (复核), in order
}

// Version is the whole household as it is from a day until the next version's: after a birth, a
// death, a move, a new income. A version with the From of an earlier one, recorded later, corrects
// it (更正) for the same days.
type Version struct {
	From standards.Date // the first day on which it is true
	// the day on which it was put on record; before it, nobody knew of it. It may be before From
	Recorded  standards.Date
	Note      string               // what happened, for the reader
	Household assistance.Household // without members: the household has ended, by death or by parting

	// Marked is the caseworker's finding whether the household's circumstances changed markedly
	// (明显变化) with this version. In a review period what is no marked change adjusts nothing
	// (2020-08 text, item 7; 57号 art. 31). Zero: not stated.
	Marked standards.Answer
}

// ended reports whether the household has ended.
func (v *Version) ended() bool { return len(v.Household.Members) == 0 }

// Grant is a benefit that was applied for and approved. Dibao, tekun support and single-person
// cover run from the month after approval (220号 art. 29; from 2021-07-01 57号 art. 21 and 43号 art.
// 17); the two disability subsidies from the month of application, a reading for which no text is
// at hand. Without a grant nothing is due, whatever the decision.
type Grant struct {
	Part     benefit.Name   // Tekun, Dibao, SinglePerson, Living or Nursing
	Member   string         // whose; "" for Dibao
	Applied  standards.Date // required for Living and Nursing
	Approved standards.Date // required; by the place in which the household then is: it ends with a move to another
	Recorded standards.Date // the day from which the grant is on record; zero: that of approval
	// the day on which it was decided to stop it (停发); it runs to the end of that month. Zero: it goes
	// on
	Ended standards.Date
}

// recorded is the day from which g is on record.
func (g *Grant) recorded() standards.Date {
	if g.Recorded.IsZero() {
		return g.Approved
	}
	return g.Recorded
}

// First returns the first month for which g pays.
func (g Grant) First() Month {
	if fromApplication(g.Part) {
		return MonthOf(g.Applied)
	}
	return MonthOf(g.Approved).Next()
}

// fromApplication reports whether a benefit runs from the month of application.
func fromApplication(n benefit.Name) bool { return n == benefit.Living || n == benefit.Nursing }

// months are the first and the last month for which g pays, as known on day known, counted as
// Month.index does. The last is before the first where it pays for none.
func (g *Grant) months(known standards.Date) (first, last int) {
	first, last = g.First().index(), math.MaxInt
	if !g.Ended.IsZero() && !known.Before(g.Ended) {
		last = MonthOf(g.Ended).index()
	}
	if known.Before(g.recorded()) {
		last = math.MinInt
	}
	return first, last
}

// Payment is money paid to a household, or returned by it.
type Payment struct {
	Month    Month        // that it is for
	Part     benefit.Name // Tekun, Dibao, SinglePerson, Living or Nursing
	Member   string       // for whom; "" for Dibao
	Sum      Sum          // not negative
	Paid     standards.Date
	Returned bool // the household gave it back
}

// Account is a household's history beside what was paid to it.
type Account struct {
	History  History
	Payments []Payment
}

// Sum is a sum of money in whole fen. Unlike a standards.Amount it is for no period, and may be
// negative.
type Sum int64

// String returns the yuan with both decimals, such as -120.00.
func (s Sum) String() string { return wire.FormatFen(int64(s)) }

// MarshalText implements encoding.TextMarshaler: the form of [Sum.String].
func (s Sum) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler. It reports a *standards.WordError for what is
// no amount in yuan.
func (s *Sum) UnmarshalText(text []byte) error {
	plain, negative := strings.CutPrefix(string(text), "-")
	fen, code := wire.ParseFen(plain)
	if code != "" || s == nil {
		return &standards.WordError{Value: string(text)}
	}
	if *s = Sum(fen); negative {
		*s = -*s
	}
	return nil
}

// Check reports every fault of h at once, as wire.Errors whose paths name the version, grant or
// review, such as versions[2].recorded. Households are checked besides where they are decided.
func (h *History) Check() error {
	if h == nil {
		return wire.Missing("history")
	}
	var f wire.Faults
	h.check(&f)
	return f.Err()
}

// Since returns h as it is from day d on: the versions that ended before d are left out, and the
// one true on d counts from d. It is for a history that begins before the tables do. Corrections
// recorded later of what is left out go with it.
func (h History) Since(d standards.Date) History {
	cut := h
	cut.Versions = nil
	base := -1 // the From that is true on d
	for i := range h.Versions {
		if !d.Before(h.Versions[i].From) {
			base = i
		}
	}
	for i, v := range h.Versions {
		switch {
		case d.Before(v.From):
		case v.From == h.Versions[base].From:
			v.From = d
		default:
			continue
		}
		cut.Versions = append(cut.Versions, h.Versions[i])
		cut.Versions[len(cut.Versions)-1].From = v.From
	}
	return cut
}

func (h *History) check(f *wire.Faults) {
	if h.ID == "" {
		f.Add("id", wire.CodeRequired, "")
	} else if !assistance.ValidID(h.ID) {
		f.Add("id", wire.CodeIDFormat, h.ID)
	}
	switch n := len(h.Versions); {
	case n == 0:
		f.Add("versions", wire.CodeRequired, "")
	case n > MaxVersions:
		f.Add("versions", wire.CodeTooMany, strconv.Itoa(n))
	default:
		for i := range h.Versions {
			h.checkVersion(f, i)
		}
	}
	if n := len(h.Grants); n > MaxVersions {
		f.Add("grants", wire.CodeTooMany, strconv.Itoa(n))
	} else {
		for i := range h.Grants {
			h.checkGrant(f, i)
		}
	}
	if n := len(h.Reviews); n > MaxVersions {
		f.Add("reviews", wire.CodeTooMany, strconv.Itoa(n))
		return
	}
	for i, d := range h.Reviews {
		path := at{"reviews", i, ""}
		if checkDay(f, path, d, true) && i > 0 && !h.Reviews[i-1].Before(d) {
			f.Add(path.String(), wire.CodeConflict, d.String())
		}
	}
}

// checkDay notes a day that is missing or no day, and reports whether it is one.
func checkDay(f *wire.Faults, path at, d standards.Date, required bool) bool {
	switch {
	case d.IsZero():
		if required {
			f.Add(path.String(), wire.CodeRequired, "")
		}
		return false
	case !d.Valid():
		f.Add(path.String(), wire.CodeDateFormat, d.String())
		return false
	}
	return true
}

// at is the path of a field of an element of a list. It is put together only where there is a
// fault.
type at struct {
	list  string
	index int
	field string
}

func (a at) of(field string) at { return at{a.list, a.index, field} }

func (a at) String() string {
	if a.field == "" {
		return wire.Index(a.list, a.index)
	}
	return wire.Index(a.list, a.index) + "." + a.field
}

func (h *History) checkVersion(f *wire.Faults, i int) {
	v, path := &h.Versions[i], at{"versions", i, ""}
	from, recorded := checkDay(f, path.of("from"), v.From, true), checkDay(f, path.of("recorded"), v.Recorded, true)
	if i > 0 {
		switch before := &h.Versions[i-1]; {
		case from && v.From.Before(before.From):
			f.Add(path.of("from").String(), wire.CodeConflict, v.From.String())
		case from && recorded && v.From == before.From && !before.Recorded.Before(v.Recorded):
			f.Add(path.of("recorded").String(), wire.CodeConflict, v.Recorded.String())
		}
	}
	if !printable(v.Note) || utf8.RuneCountInString(v.Note) > maxNote {
		f.Add(path.of("note").String(), wire.CodeTooLong, v.Note)
	}
	if id := v.Household.ID; id != "" && id != h.ID {
		f.Add(path.of("household.id").String(), wire.CodeConflict, id)
	}
	if v.ended() && i == 0 {
		f.Add(path.of("household.members").String(), wire.CodeRequired, "")
	}
	if v.Marked > standards.No {
		f.NoWord(path.of("marked").String(), strconv.Itoa(int(v.Marked)), new(standards.Answer))
	}
	for j := range v.Household.Members {
		if born := v.Household.Members[j].Born; from && v.From.Before(born) {
			f.Add(wire.Index(path.of("household.members").String(), j)+".born", wire.CodeDateRange, born.String())
		}
	}
}

func printable(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || unicode.IsControl(r) {
			return false
		}
	}
	return true
}

func (h *History) checkGrant(f *wire.Faults, i int) {
	g, path := &h.Grants[i], at{"grants", i, ""}
	h.checkPart(f, path, g.Part, g.Member)
	applied := checkDay(f, path.of("applied"), g.Applied, fromApplication(g.Part))
	if !checkDay(f, path.of("approved"), g.Approved, true) {
		return
	}
	if applied && g.Approved.Before(g.Applied) {
		f.Add(path.of("approved").String(), wire.CodeConflict, g.Approved.String())
	}
	if checkDay(f, path.of("recorded"), g.Recorded, false) && g.Recorded.Before(g.Approved) {
		f.Add(path.of("recorded").String(), wire.CodeConflict, g.Recorded.String())
	}
	if checkDay(f, path.of("ended"), g.Ended, false) && g.Ended.Before(g.recorded()) {
		f.Add(path.of("ended").String(), wire.CodeConflict, g.Ended.String())
	}
	for j := i - 1; j >= 0; j-- {
		before := &h.Grants[j]
		if before.Part != g.Part || before.Member != g.Member {
			continue
		}
		if before.Ended.IsZero() || !MonthOf(before.Ended).Before(g.First()) || g.recorded().Before(before.Ended) {
			f.Add(path.of("approved").String(), wire.CodeConflict, g.Approved.String())
		}
		break
	}
}

// granted are the benefits that a grant can be of.
var granted = []benefit.Name{benefit.Dibao, benefit.Tekun, benefit.SinglePerson, benefit.Living, benefit.Nursing}

// checkPart checks which benefit is meant, and whose.
func (h *History) checkPart(f *wire.Faults, path at, n benefit.Name, member string) {
	switch n {
	case benefit.Dibao:
		if member != "" {
			f.Add(path.of("member").String(), wire.CodeNotAllowed, member)
		}
		return
	case 0:
		f.Add(path.of("part").String(), wire.CodeRequired, "")
		return
	default:
		if !slices.Contains(granted, n) {
			wire.NotOneOf(f, path.of("part").String(), n.String(), granted)
			return
		}
	}
	if member == "" {
		f.Add(path.of("member").String(), wire.CodeRequired, "")
	} else if !h.has(member) {
		f.Add(path.of("member").String(), wire.CodeConflict, member)
	}
}

// has reports whether a version has a member with this id.
func (h *History) has(member string) bool {
	for i := range h.Versions {
		for j := range h.Versions[i].Household.Members {
			if h.Versions[i].Household.Members[j].ID == member {
				return true
			}
		}
	}
	return false
}

// checkPayments finds the faults of payments to h.
func (h *History) checkPayments(f *wire.Faults, paid []Payment) {
	if n := len(paid); n > MaxPayments {
		f.Add("payments", wire.CodeTooMany, strconv.Itoa(n))
		return
	}
	for i := range paid {
		p, path := &paid[i], at{"payments", i, ""}
		switch {
		case p.Month.IsZero():
			f.Add(path.of("month").String(), wire.CodeRequired, "")
		case !p.Month.Valid():
			f.Add(path.of("month").String(), wire.CodeDateFormat, p.Month.String())
		}
		h.checkPart(f, path, p.Part, p.Member)
		if p.Sum < 0 || p.Sum > wire.MaxFen {
			f.Add(path.of("yuan").String(), wire.CodeMoneyRange, p.Sum.String())
		}
		checkDay(f, path.of("paid"), p.Paid, true)
	}
}
