package caseload

import (
	"math/bits"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Payments is the money paid over a caseload and the people to whom it was paid: the two parts of
// an average assistance level (月人均救助水平).
type Payments struct {
	Fen             int64           // paid in fen: dibao with top-ups, and single-person cover
	Bound           standards.Bound // AtLeast where one of the payments is; zero: exact
	RecipientMonths int64           // the people who are covered, each once a month
}

// AverageCheck compares the average over a caseload with the floor that item 9 of the 2020 document
// sets.
type AverageCheck struct {
	Floor standards.Average

	// Met answers whether the average reaches the floor. It is No only of an exact average, and
	// zero where it cannot be said: payments are at least and below the floor, or nobody was paid.
	Met standards.Answer

	// Average is the money paid for each recipient-month, rounded half up to the fen for display;
	// not stated where nobody was paid.
	Average benefit.Payment

	// Short and Over say how much more would have to be paid for the average to reach the floor,
	// and how much more than that was paid, exactly and in fen over the whole caseload. One of them
	// is zero. Where payments are at least, Short is at most this, and Over at least.
	Short, Over int64
}

// CheckAverage compares the average of what was paid in place p, to people of kind of hukou r, with
// its floor (2020年株洲民政工作要点 item 9: 城市低保月人均救助水平不低于400元, 农村低保月人均救助水平不低于223元). The floor is one on the
// average over a caseload and says nothing of one household. CheckAverage reports a
// *standards.NotOnRecordError where no floor is on record, and assistance.Errors where paid cannot
// be used.
func CheckAverage(set *standards.Set, p standards.Place, r standards.Residence, paid Payments) (AverageCheck, error) {
	if set.Day().IsZero() {
		return AverageCheck{}, wire.Missing("standards")
	}
	if err := paid.check(); err != nil {
		return AverageCheck{}, err
	}
	floor, err := set.Average(standards.AverageAssistance, p, r)
	if err != nil {
		return AverageCheck{}, err
	}
	check := AverageCheck{Floor: floor}
	if paid.RecipientMonths == 0 {
		return check, nil
	}
	bound := max(paid.Bound, standards.Exactly)
	check.Average = benefit.Monthly(halfUp(paid.Fen, paid.RecipientMonths), bound)
	due, fits := product(floor.Amount.Fen(), paid.RecipientMonths)
	switch {
	case fits && paid.Fen >= due:
		check.Met, check.Over = standards.Yes, paid.Fen-due
	default:
		check.Short = due - paid.Fen
		if bound == standards.Exactly {
			check.Met = standards.No
		}
	}
	return check, nil
}

// maxRecipientMonths is more than the country's population in every month of a year.
const maxRecipientMonths = 100_000_000_000

// check reports what of p cannot be used.
func (p Payments) check() error {
	var faults assistance.Errors
	if p.Fen < 0 {
		faults = append(faults, paidFault("fen", p.Fen))
	}
	if p.RecipientMonths < 0 || p.RecipientMonths > maxRecipientMonths {
		faults = append(faults, paidFault("recipientMonths", p.RecipientMonths))
	}
	if p.Bound > standards.AtLeast {
		faults = append(faults, paidFault("bound", int64(p.Bound)))
	}
	if p.RecipientMonths == 0 && p.Fen > 0 {
		faults = append(faults, paidFault("recipientMonths", 0))
	}
	if faults == nil {
		return nil
	}
	return faults
}

// product returns a x b, and whether that fits; if not, the largest number.
func product(a, b int64) (int64, bool) {
	const most = 1<<63 - 1
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	if hi != 0 || lo > most {
		return most, false
	}
	return int64(lo), true
}

// halfUp returns n / d, rounded half up.
func halfUp(n, d int64) int64 {
	q, rest := n/d, n%d
	if rest >= d-rest {
		q++
	}
	return q
}

func paidFault(field string, value int64) *assistance.FieldError {
	return &assistance.FieldError{Path: field, Code: wire.CodeNumberRange, Value: strconv.FormatInt(value, 10)}
}

// Text says in language l whether the average reaches the floor, and what is short or over.
func (c AverageCheck) Text(l benefit.Lang) string {
	if !c.Average.Stated() {
		return l.In("没有发放记录，无法计算平均数", "nobody was paid: there is no average")
	}
	stands := l.In("达到", "meets")
	switch c.Met {
	case standards.No:
		stands = l.In("未达到", "does not meet")
	case 0:
		stands = l.In("尚不能确定是否达到", "may or may not meet")
	}
	text := l.In("月人均救助水平约", "average about ") + c.Average.Text(l) + l.In("，", ", ") +
		stands + l.In("下限", " the floor of ") + c.Floor.Amount.Text(l)
	most, least := "", ""
	if c.Average.Bound == standards.AtLeast {
		most, least = l.In("至多", "at most "), l.In("至少", "at least ")
	}
	switch {
	case c.Short > 0:
		text += l.In("，总额"+most+"尚差", ", short by "+most) + yuanText(c.Short) + l.In("元", " yuan in all")
	case c.Over > 0:
		text += l.In("，总额"+least+"超出", ", over by "+least) + yuanText(c.Over) + l.In("元", " yuan in all")
	}
	return text
}

// yuanText writes a sum of fen in yuan.
func yuanText(fen int64) string { return standards.Fen(fen, standards.PerYear).YuanText() }
