package register

import (
	"time"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
)

// The shape of a citizen's identity number (公民身份号码, GB 11643): a place of six digits, a day of birth of eight, a sequence of three and
// a check character. The number of a disability certificate is that and two digits more: category and grade.
const (
	identityDigits    = 17
	identityLength    = identityDigits + 1
	certificateLength = identityLength + 2
	birthAt           = 6
	checkModulus      = 11
)

// weights are those of the check character (ISO 7064, MOD 11-2), and checkCharacters the characters by the weighted sum's remainder.
var (
	weights         = [identityDigits]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	checkCharacters = "10X98765432"
)

// identity is a citizen's identity number: its first 17 digits, from which the check character follows. Zero: none.
type identity uint64

// identityOf reads an identity number and the day of birth in it, and reports whether it is well formed, its check character right.
func identityOf(number []byte) (who identity, born standards.Date, ok bool) {
	if len(number) != identityLength {
		return 0, standards.Date{}, false
	}
	sum := 0
	for i, weight := range weights {
		d := int(number[i]) - '0'
		if d < 0 || d > 9 {
			return 0, standards.Date{}, false
		}
		who = who*10 + identity(d)
		sum += d * weight
	}
	last := number[identityDigits]
	if last == 'x' {
		last = 'X'
	}
	if last != checkCharacters[sum%checkModulus] {
		return 0, standards.Date{}, false
	}
	born = dayOf(number[birthAt:birthAt+4], number[birthAt+4:birthAt+6], number[birthAt+6:birthAt+8])
	return who, born, born.Valid()
}

// dayOf is the day that is written in these digits, valid or not; zero where they are none.
func dayOf(year, month, day []byte) standards.Date {
	y, okY := numberOf(year)
	m, okM := numberOf(month)
	d, okD := numberOf(day)
	if !okY || !okM || !okD {
		return standards.Date{}
	}
	return standards.Day(y, time.Month(m), d)
}

// numberOf reads a few digits.
func numberOf(digits []byte) (n int, ok bool) {
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// certificateOf returns what the number of a disability certificate states: whose it is, his day of birth, the category and the grade.
func certificateOf(number []byte) (who identity, born standards.Date, c disability.Certificate, ok bool) {
	if len(number) < certificateLength || len(number) > certificateLength+2 { // a replacement may have a letter and a digit behind it
		return 0, standards.Date{}, c, false
	}
	if who, born, ok = identityOf(number[:identityLength]); !ok {
		return 0, standards.Date{}, c, false
	}
	category, grade := int(number[identityLength])-'0', int(number[identityLength+1])-'0'
	if category < int(disability.Visual) || category > int(disability.Multiple) || grade < disability.MostSevere || grade > disability.LeastSevere {
		return 0, standards.Date{}, c, false
	}
	return who, born, disability.Certificate{Category: disability.Category(category), Grade: grade}, true
}
