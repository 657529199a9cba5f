package register

import (
	"cmp"
	"time"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// A citizen's identity number (公民身份号码, GB 11643) has a place of six digits, a day of birth of
// eight, a sequence of three and a check character. The number of a disability certificate (残疾证号)
// is that and two digits more: category and grade.
const (
	identityDigits    = 17
	identityLength    = identityDigits + 1
	certificateLength = identityLength + 2
	birthAt           = 6
	checkModulus      = 11
)

// weights are the weights of the digits for the check character (ISO 7064, MOD 11-2), and
// checkCharacters the characters by the remainder of the weighted sum.
var (
	weights         = [identityDigits]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	checkCharacters = "10X98765432"
)

// identity is a citizen's identity number: its first 17 digits, from which the check character
// follows. Zero: none.
type identity uint64

// parseIdentity reads an identity number and the day of birth in it. It reports whether the number
// is well formed and its check character is right.
func parseIdentity(number []byte) (who identity, born standards.Date, ok bool) {
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

// dayOf returns the day that these digits write. It is not valid where they are no digits or no
// day.
func dayOf(year, month, day []byte) standards.Date {
	return standards.Day(numberOf(year), time.Month(numberOf(month)), numberOf(day))
}

// numberOf reads a few digits. It returns 0, which is no year, month or day, where they are none.
func numberOf(digits []byte) (n int) {
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// parseCertificate reads the number of a disability certificate: the holder's identity number and
// day of birth, and the category and grade. A replacement may have a letter and a digit behind its
// number.
func parseCertificate(number []byte) (who identity, born standards.Date, c disability.Certificate, ok bool) {
	if len(number) < certificateLength || len(number) > certificateLength+2 {
		return 0, standards.Date{}, disability.Certificate{}, false
	}
	if who, born, ok = parseIdentity(number[:identityLength]); !ok {
		return 0, standards.Date{}, disability.Certificate{}, false
	}
	category, grade := int(number[identityLength])-'0', int(number[identityLength+1])-'0'
	if category < int(disability.Visual) || category > int(disability.Multiple) ||
		grade < disability.MostSevere || grade > disability.LeastSevere {
		return 0, standards.Date{}, disability.Certificate{}, false
	}
	return who, born, disability.Certificate{Category: disability.Category(category), Grade: grade}, true
}

// takeIdentity takes the identity number of a member.
func (r *reading) takeIdentity(m *member) {
	number := r.cell(colIDNumber)
	if len(number) == 0 {
		return
	}
	who, born, ok := parseIdentity(number)
	if !ok {
		r.fault(colIDNumber, codeIdentity)
		return
	}
	r.identify(m, who, born, colIDNumber)
}

// identify takes what an identity number in column c says of a member: who it is, and when born.
func (r *reading) identify(m *member, who identity, born standards.Date, c column) {
	if !m.Born.IsZero() && m.Born != born || m.who != 0 && m.who != who {
		r.fault(c, codeDisagrees)
		return
	}
	if m.Born.IsZero() {
		m.lines[lineOfMember] = ^m.lines[lineOfMember]
	}
	m.Born = born
	r.meet(m, who, c)
}

// meet notes who a member is, by column c. Another member with the number is a fault, and an
// earlier household with it a warning.
func (r *reading) meet(m *member, who identity, c column) {
	if m.who == who {
		return
	}
	for i := range r.pending.members {
		if r.pending.members[i].who == who {
			r.fault(c, codeSamePerson)
			return
		}
	}
	m.who = who
	switch r.people.see(uint64(who)) {
	case seenBefore:
		if !r.again { // else the earlier household may be this one
			r.warn(c, CodeTwice)
		}
	case notRemembered:
		if !r.peopleFull {
			r.peopleFull = true
			r.warn(c, CodeUnremembered)
		}
	}
}

// noCertificate is the word that registers write in the columns of a certificate where there is
// none.
const noCertificate = "无"

var certificateColumns = [...]column{colCertificate, colCategory, colGrade, colDisability}

// takeCertificate takes a disability certificate by its number, and by category and grade, or that
// there is none.
func (r *reading) takeCertificate(m *member) {
	c := &m.Disability
	said := noColumn // the first column that says anything
	for _, column := range certificateColumns {
		switch cell := r.cell(column); {
		case len(cell) == 0:
			continue
		case string(cell) == noCertificate:
			m.uncertified = true
		default:
			r.takeCertificateCell(m, column)
		}
		said = cmp.Or(said, column)
	}
	switch {
	case m.uncertified && (c.Category != 0 || c.Grade != 0):
		if said != noColumn {
			r.fault(said, codeDisagrees)
		}
	case c.Category != 0 && c.Grade == 0:
		r.fault(colGrade, wire.CodeRequired)
	case c.Grade != 0 && c.Category == 0:
		r.fault(colCategory, wire.CodeRequired)
	}
}

// takeCertificateCell takes what one column states of a certificate.
func (r *reading) takeCertificateCell(m *member, column column) {
	switch column {
	case colCategory:
		takeWord(r, colCategory, &m.Disability.Category, r.category)
	case colGrade:
		takeOnce(r, colGrade, &m.Disability.Grade, r.grade.read, wire.CodeNumberRange)
	case colCertificate:
		r.takeCertificateNumber(m)
	case colDisability:
		r.takeDisability(m)
	}
}

// takeDisability takes category and grade from one cell.
func (r *reading) takeDisability(m *member) {
	category, grade, ok := parseDisability(r.cell(colDisability))
	c := &m.Disability
	switch {
	case !ok:
		r.fault(colDisability, wire.CodeNotAValue)
	case category != 0 && c.Category != 0 && c.Category != category, grade != 0 && c.Grade != 0 && c.Grade != grade:
		r.fault(colDisability, codeDisagrees)
	default:
		c.Category, c.Grade = cmp.Or(category, c.Category), cmp.Or(grade, c.Grade)
	}
}

// takeCertificateNumber takes the number of a certificate, which states its category, its grade and
// its holder.
func (r *reading) takeCertificateNumber(m *member) {
	c := &m.Disability
	who, born, read, ok := parseCertificate(r.cell(colCertificate))
	switch {
	case !ok:
		r.fault(colCertificate, codeCertificate)
	case m.who != 0 && m.who != who, !m.Born.IsZero() && m.Born != born,
		c.Category != 0 && (c.Category != read.Category || c.Grade != read.Grade):
		r.fault(colCertificate, codeDisagrees)
	default:
		c.Category, c.Grade = read.Category, read.Grade
		r.meet(m, who, colCertificate)
	}
}
