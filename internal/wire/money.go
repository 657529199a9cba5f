package wire

import (
	"math"
	"strconv"
	"strings"
)

// MaxYuan is the largest amount accepted, in yuan.
const MaxYuan = 100_000_000_000

// MaxFen is [MaxYuan] in fen.
const MaxFen = 100 * MaxYuan

// MoneyFault says why a text is no sum of money. The zero MoneyFault says that it is one.
type MoneyFault uint8

const (
	NotMoney    MoneyFault = iota + 1 // not written as money is
	FenFraction                       // more than two decimals
	MoneyTooBig                       // more fen than 64 bits hold
)

// Code returns the code of the fault, and "" for none.
func (m MoneyFault) Code() string {
	switch m {
	case 0:
		return ""
	case MoneyTooBig:
		return CodeMoneyRange
	}
	return CodeMoneyFormat
}

// ParseYuan returns in fen an amount in yuan such as "500", "0.5" or "500.00": digits without
// leading zeros, then perhaps a point and one or two digits. It may be above [MaxYuan].
func ParseYuan(text string) (fen int64, fault MoneyFault) {
	yuan, cents, point := strings.Cut(text, ".")
	switch {
	case !digitsOnly(yuan) || len(yuan) > 1 && yuan[0] == '0' || point && !digitsOnly(cents):
		return 0, NotMoney
	case len(cents) > 2:
		return 0, FenFraction
	}
	for _, digits := range [...]string{yuan, cents, "00"[len(cents):]} {
		for i := range len(digits) {
			digit := int64(digits[i] - '0')
			if fen > (math.MaxInt64-digit)/10 {
				return 0, MoneyTooBig
			}
			fen = 10*fen + digit
		}
	}
	return fen, 0
}

func digitsOnly(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// ParseFen is [ParseYuan] for one amount: above [MaxFen] it returns CodeMoneyRange. The code is
// empty if text is an amount.
func ParseFen(text string) (fen int64, code string) {
	fen, fault := ParseYuan(text)
	switch {
	case fault != 0:
		return 0, fault.Code()
	case fen > MaxFen:
		return 0, CodeMoneyRange
	}
	return fen, ""
}

// Money returns the amount v in fen. It may be a string or a number; its text follows the rule of
// [ParseFen].
func (f *Faults) Money(v Value, path string) (fen int64, ok bool) {
	if v.kind != String && v.kind != Number {
		f.Add(path, CodeWrongType, shown(v))
		return 0, false
	}
	fen, code := ParseFen(v.text)
	if code != "" {
		f.Add(path, code, v.text)
	}
	return fen, code == ""
}

// FormatFen writes an amount of fen in yuan with two decimals, such as "500.00".
func FormatFen(fen int64) string { return string(AppendFen(make([]byte, 0, 24), fen)) }

// AppendFen appends what [FormatFen] returns to dst.
func AppendFen(dst []byte, fen int64) []byte {
	rest := uint64(fen)
	if fen < 0 {
		dst, rest = append(dst, '-'), -rest
	}
	dst = strconv.AppendUint(dst, rest/100, 10)
	return append(dst, '.', byte('0'+rest/10%10), byte('0'+rest%10))
}
