package standards

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Limits and factors.
const (
	// MaxYuan is the largest amount, in yuan, that this library computes with. Within it no
	// household that passes the input checks can overflow.
	MaxYuan = wire.MaxYuan // 100,000,000,000

	// MonthsPerYear turns an amount a month into one a year.
	MonthsPerYear = 12

	// ShareDenominator is a common denominator of all shares in the tables, so that shares add up
	// exactly.
	ShareDenominator = 1_000_000
)

const (
	fenPerYuan    = 100
	maxYuanDigits = 12 // of MaxYuan
)

// Period is the span of time that an amount is for: a month or a year.
type Period uint8

const (
	PerMonth Period = iota + 1 // 每月
	PerYear                    // 每年
)

// String returns the word of the wire formats: month or year, and "" for the zero Period.
func (p Period) String() string { return lang.Word(periodWords[:], int(p)) }

var periodWords = [...]string{"", "month", "year"}

// MarshalText implements encoding.TextMarshaler.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *Period) UnmarshalText(text []byte) error { return wire.ReadWord(p, text, periodWords[:]) }

// Amount is a sum of money in whole fen for each month or for each year. Amounts are comparable
// with ==, where 600.00 a month and 7200.00 a year differ; [Amount.Compare] compares what they come
// to. The zero Amount means "not stated", which is not the same as 0.00 a month.
type Amount struct {
	fen int64
	per Period
}

// Fen returns an amount of n fen (分) for each period. It is meant for literals, such as
// Fen(500_00, PerMonth), and takes any value; [Amount.Check] is applied wherever an amount is used.
func Fen(n int64, per Period) Amount { return Amount{n, per} }

// Yuan returns an amount of y yuan (元) for each period. It reports an *AmountError if y is not a
// whole number of fen, is negative, is above [MaxYuan], or per is no period.
func Yuan(y decimal.Decimal, per Period) (Amount, error) {
	if fault := yuanFault(y); fault != 0 {
		return Amount{}, &AmountError{shortened(y), fault}
	}
	if y.IsZero() {
		return usable(0, per)
	}
	return usable(y.Shift(2).IntPart(), per)
}

// yuanFault returns why y yuan are no amount, 0 if they are one.
func yuanFault(y decimal.Decimal) amountFault {
	switch {
	case y.Sign() < 0:
		return negative
	case y.IsZero():
		return 0
	case int64(y.NumDigits())+int64(y.Exponent()) > maxYuanDigits: // compared first: an exponent may be huge
		return tooLarge
	case int64(y.NumDigits())+int64(y.Exponent()) < -1: // less than one fen
		return subFen
	case y.GreaterThan(decimal.New(MaxYuan, 0)):
		return tooLarge
	case !y.Truncate(2).Equal(y):
		return subFen
	}
	return 0
}

// usable returns n fen for each period, or what [Amount.Check] says against it.
func usable(n int64, per Period) (Amount, error) {
	a := Amount{n, per}
	if err := a.Check(); err != nil {
		return Amount{}, err
	}
	return a, nil
}

// shortened prints y unless that would be a very long text.
func shortened(y decimal.Decimal) string {
	if e := y.Exponent(); e < -40 || e > 40 || y.NumDigits() > 40 {
		return strconv.Itoa(y.NumDigits()) + " digits with exponent " + strconv.Itoa(int(e))
	}
	return y.String()
}

// amountFault says what is wrong with an amount.
type amountFault uint8

const (
	notAnAmount amountFault = iota // no text of an amount
	subFen                         // a fraction of a fen
	negative                       // below zero
	tooLarge                       // above MaxYuan
	noPeriod                       // neither a month nor a year
)

const mostYuan = "100000000000" // MaxYuan

// amountFaults says in both languages what each fault is.
var amountFaults = [...]Text{
	notAnAmount: {Zh: "不是金额", En: "is not an amount"},
	subFen:      {Zh: "不是整分", En: "is not a whole number of fen"},
	negative:    {Zh: "是负数", En: "is negative"},
	tooLarge:    {Zh: "超过" + mostYuan + "元", En: "is above " + mostYuan + " yuan"},
	noPeriod:    {Zh: "既不按月也不按年", En: "is for neither a month nor a year"},
}

// AmountError says that a sum of money cannot be an Amount, and why.
type AmountError struct {
	Value string // as it stood there
	fault amountFault
}

// Error returns the English text.
func (e *AmountError) Error() string { return "standards: " + e.Text(English) }

// Text says in language l what is wrong with the amount.
func (e *AmountError) Text(l Lang) string {
	if e == nil {
		return ""
	}
	return l.In("金额“"+wire.Shown(e.Value)+"”", "amount "+quoted(e.Value)+" ") + amountFaults[e.fault].In(l)
}

// checkSum is Check without the upper limit, which sums of amounts may pass.
func (a Amount) checkSum() error {
	if err := a.Check(); err != nil && err.(*AmountError).fault != tooLarge {
		return err
	}
	return nil
}

// Check reports an *AmountError if a is negative, above [MaxYuan], or not stated for a month or a
// year.
func (a Amount) Check() error {
	if !a.Usable() {
		return a.fault()
	}
	return nil
}

// Usable reports whether Check has nothing against a.
func (a Amount) Usable() bool {
	return a.fen >= 0 && a.fen <= MaxYuan*fenPerYuan && (a.per == PerMonth || a.per == PerYear)
}

// fault is the error of an amount that is not usable.
func (a Amount) fault() error {
	switch {
	case a.fen < 0:
		return &AmountError{a.text(), negative}
	case a.fen > MaxYuan*fenPerYuan:
		return &AmountError{a.text(), tooLarge}
	}
	return &AmountError{a.text(), noPeriod}
}

// Stated reports whether a is an amount at all: true for 0.00 a month, false for the zero Amount.
func (a Amount) Stated() bool { return a.per != 0 }

// Fen returns the fen for each period.
func (a Amount) Fen() int64 { return a.fen }

// Per returns the period that a is for, zero if a is not stated.
func (a Amount) Per() Period { return a.per }

// Annual returns the fen a year that a comes to.
func (a Amount) Annual() int64 {
	if a.per == PerMonth {
		return a.fen * MonthsPerYear
	}
	return a.fen
}

// Yuan returns the yuan for each period, exactly.
func (a Amount) Yuan() decimal.Decimal { return decimal.New(a.fen, -2) }

// Compare returns -1, 0 or +1 as a comes to less than, as much as or more than b in a year. Nothing
// is divided.
func (a Amount) Compare(b Amount) int {
	switch x, y := a.Annual(), b.Annual(); {
	case x < y:
		return -1
	case x > y:
		return +1
	}
	return 0
}

// String returns a in the form "600.00 a month", and "not stated" for the zero Amount.
func (a Amount) String() string {
	if !a.Stated() {
		return "not stated"
	}
	return a.text() + " a " + a.per.String()
}

// Text returns a in language l, such as "每月600.00元" or "600.00 yuan a month".
func (a Amount) Text(l Lang) string {
	if !a.Stated() {
		return l.In("未载明", "not stated")
	}
	if l == English {
		return a.text() + " yuan a " + a.per.String()
	}
	if a.per == PerYear {
		return "每年" + a.text() + "元"
	}
	return "每月" + a.text() + "元"
}

// text returns the yuan with both decimals.
func (a Amount) text() string { return wire.FormatFen(a.fen) }

// YuanText returns the yuan for each period with both decimals, such as "600.00".
func (a Amount) YuanText() string { return a.text() }

// Fields names the fields of the wire formats, as every method Fields of this library does for its
// own reader and writer of JSON. An amount that is negative or not stated cannot be written: that
// is an *AmountError.
func (a *Amount) Fields(f *wire.Fields) {
	f.Group(amountFields, func() {
		if err := a.checkSum(); err != nil {
			f.Fail(err)
		}
		f.Fen("yuan", a.fen)
		f.Required().Word("per", &a.per)
	}, func(o wire.Obj, faults *wire.Faults) { *a = readAmount(f, o, faults) })
}

var amountFields = []string{"yuan", "per"}

// readAmount reads the fields yuan and per, both required. It may be a sum above [MaxYuan].
func readAmount(f *wire.Fields, o wire.Obj, faults *wire.Faults) Amount {
	var per Period
	faults.Required(o, "per")
	f.Word("per", &per)
	yuan, ok := faults.Required(o, "yuan")
	if !ok {
		return Amount{}
	}
	if yuan.Kind() != wire.String && yuan.Kind() != wire.Number {
		faults.String(yuan, o.Path("yuan")) // notes the fault
		return Amount{}
	}
	fen, fault := wire.ParseYuan(yuan.Text())
	if fault != 0 {
		faults.Add(o.Path("yuan"), fault.Code(), yuan.Text())
	}
	return Amount{fen, per} // of no use beside a fault
}

// MarshalJSON writes {"yuan":"600.00","per":"month"}, also for a sum of amounts above [MaxYuan]. It
// reports an *AmountError for an amount that is negative or not stated.
func (a Amount) MarshalJSON() ([]byte, error) { return wire.Marshal(&a) }

// UnmarshalJSON reads the form that MarshalJSON writes, and yuan as a number, too. Both fields must
// be there, once, and no other; every fault is reported at once, with its path and code.
func (a *Amount) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, a) }

// ParseAmount reads yuan as written in the wire formats, such as "600" or "600.00", and a period.
// It reports an *AmountError for anything else: digits without leading zeros, then perhaps a point
// and one or two digits. Above [MaxYuan] an amount is refused; a sum of amounts may be above it and
// is read from JSON alone.
func ParseAmount(yuan, per string) (Amount, error) {
	p, ok := Parse[Period](per)
	if !ok {
		return Amount{}, &AmountError{yuan + " per " + per, noPeriod}
	}
	fen, err := parseYuan(yuan)
	if err != nil {
		return Amount{}, err
	}
	return usable(fen, p)
}

// parseYuan reads (0|[1-9][0-9]*)(\.[0-9]{1,2})? in fen.
func parseYuan(text string) (int64, error) {
	fen, fault := wire.ParseYuan(text)
	var err error
	switch fault {
	case wire.NotMoney:
		err = &AmountError{Value: text}
	case wire.FenFraction:
		err = &AmountError{text, subFen}
	case wire.MoneyTooBig:
		err = &AmountError{text, tooLarge}
	}
	return fen, err
}
