package caseload

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

// birthOf returns the day of birth that an identity number states, and whether the number is well formed, its check character right.
func birthOf(number string) (standards.Date, bool) {
	if len(number) != identityLength {
		return standards.Date{}, false
	}
	sum := 0
	var digits [identityDigits]int
	for i := range digits {
		d := int(number[i]) - '0'
		if d < 0 || d > 9 {
			return standards.Date{}, false
		}
		digits[i] = d
		sum += d * weights[i]
	}
	last := number[identityDigits]
	if last == 'x' {
		last = 'X'
	}
	if last != checkCharacters[sum%checkModulus] {
		return standards.Date{}, false
	}
	read := func(from, n int) int {
		v := 0
		for _, d := range digits[from : from+n] {
			v = v*10 + d
		}
		return v
	}
	born := standards.Day(read(birthAt, 4), time.Month(read(birthAt+4, 2)), read(birthAt+6, 2))
	return born, born.Valid()
}

// certificateOf returns what the number of a disability certificate states.
func certificateOf(number string) (identity string, c disability.Certificate, ok bool) {
	if len(number) < certificateLength || len(number) > certificateLength+2 { // a replacement may have a letter and a digit behind it
		return "", c, false
	}
	identity = number[:identityLength]
	if _, ok = birthOf(identity); !ok {
		return "", c, false
	}
	category, grade := int(number[identityLength])-'0', int(number[identityLength+1])-'0'
	if category < int(disability.Visual) || category > int(disability.Multiple) || grade < disability.MostSevere || grade > disability.LeastSevere {
		return "", c, false
	}
	return identity, disability.Certificate{Category: disability.Category(category), Grade: grade}, true
}
